import pytest
import torch

from kaleido.data.units import SIZE
from kaleido.latents.ids import BOS
from kaleido.latents.vocabulary import Vocabulary
from kaleido.models.kaleido import Kaleido, hidden_mask, pyramid
from kaleido.models.schedule import RESOLUTIONS, Schedule
from kaleido.models.visual_tokenizer import VisualTokenizer
from kaleido.sampling.paint import Conditions, guided, paint


def latents(vocabulary: Vocabulary, shift: int, kinds: tuple[str, ...] = ("palette", "tokens")) -> dict[str, list[int]]:
    first = {k: v[0] for k, v in vocabulary.ranges.items()}
    content = {
        "palette": [first["colour"] + shift, first["share"] + 7],
        "tokens": [first["code"] + (i + shift) % 64 for i in range(64)],
    }
    return {k: content[k] for k in kinds}


@pytest.fixture
def noise() -> dict[int, torch.Tensor]:
    generator = torch.Generator().manual_seed(0)
    return {r: torch.randn(2, 4, r, r, generator=generator) for r in RESOLUTIONS}


def predict(model: Kaleido, conditions: Conditions, noise: dict[int, torch.Tensor], keep: float) -> torch.Tensor:
    context = conditions.context(model, keep)
    return model.denoiser(*(noise[r] for r in RESOLUTIONS), torch.full((2,), 500.0), conditions.guess * keep, *context)[
        -1
    ]


def test_the_null_condition_knows_neither_prompt_nor_latents(
    model: Kaleido, vocabulary: Vocabulary, visual_tokenizer: VisualTokenizer, noise
):
    one = Conditions(
        model, visual_tokenizer, vocabulary, [[10, 11], [12]], [latents(vocabulary, 0), latents(vocabulary, 1)]
    )
    plans = [latents(vocabulary, 5, ("palette",)), latents(vocabulary, 9)]
    other = Conditions(model, visual_tokenizer, vocabulary, [[20], [21, 22, 23]], plans)
    torch.testing.assert_close(predict(model, one, noise, 0.0), predict(model, other, noise, 0.0), atol=1e-5, rtol=0)
    assert (predict(model, one, noise, 1.0) - predict(model, other, noise, 1.0)).abs().max() > 1e-2


@pytest.mark.parametrize("change", ["prompt", "latents"])
def test_prompt_and_latents_each_reach_the_picture(
    model: Kaleido, vocabulary: Vocabulary, visual_tokenizer: VisualTokenizer, noise, change
):
    prompts, plans = [[10, 11], [12]], [latents(vocabulary, 0, ("palette",)), latents(vocabulary, 1, ("palette",))]
    one = Conditions(model, visual_tokenizer, vocabulary, prompts, plans)
    changed = ([[30, 31], [32]], plans) if change == "prompt" else (prompts, [latents(vocabulary, 8, ("palette",))] * 2)
    other = Conditions(model, visual_tokenizer, vocabulary, *changed)
    assert (predict(model, one, noise, 1.0) - predict(model, other, noise, 1.0)).abs().max() > 1e-4


def test_rows_do_not_see_each_other(model: Kaleido, vocabulary: Vocabulary, visual_tokenizer: VisualTokenizer, noise):
    plans = [latents(vocabulary, 0), latents(vocabulary, 1, ("palette",))]
    both = predict(model, Conditions(model, visual_tokenizer, vocabulary, [[10, 11], [12]], plans), noise, 1.0)
    alone = Conditions(model, visual_tokenizer, vocabulary, [[12]], plans[1:])
    context = alone.context(model, 1.0)
    made = model.denoiser(*(noise[r][1:] for r in RESOLUTIONS), torch.full((1,), 500.0), alone.guess, *context)[-1]
    torch.testing.assert_close(made, both[1:], atol=1e-4, rtol=0)


def test_guidance_of_one_is_the_conditional_prediction_and_more_of_it_changes_the_picture(
    model: Kaleido, vocabulary: Vocabulary, visual_tokenizer: VisualTokenizer, noise
):
    conditions = Conditions(
        model, visual_tokenizer, vocabulary, [[10, 11], [12]], [latents(vocabulary, 0), latents(vocabulary, 1)]
    )
    schedule = Schedule(1.0)
    one = paint(model, schedule, conditions, noise, "ddim", 1, 1.0)
    context = conditions.context(model, 1.0)
    made = model.denoiser(*(noise[r] for r in RESOLUTIONS), torch.full((2,), 999.0), conditions.guess, *context)[-1]
    torch.testing.assert_close(one, made.clamp(-1, 1))
    assert (paint(model, schedule, conditions, noise, "ddim", 1, 4.0) - one).abs().max() > 1e-3


def test_orthogonal_guidance_leaves_the_prediction_s_own_direction_alone():
    generator = torch.Generator().manual_seed(0)
    made, without = torch.randn(2, 4, 8, 8, generator=generator), torch.randn(2, 4, 8, 8, generator=generator)
    change = guided(made, without, 3.0, "apg") - made
    assert (change * made).sum() == pytest.approx(0, abs=1e-3) and change.abs().max() > 0.1
    torch.testing.assert_close(guided(made, without, 3.0, "cfg"), without + 3 * (made - without))


def test_padding_and_a_lone_start_are_no_latents():
    tokens = torch.tensor([[BOS, 7, 9, 3], [BOS, 0, 0, 0], [BOS, 7, 3, 0]])
    assert hidden_mask(tokens).tolist() == [[1, 1, 1, 1], [0, 0, 0, 0], [1, 1, 1, 0]]


def test_the_coarse_images_are_means_of_the_fine_one():
    images = torch.rand(2, 4, SIZE, SIZE)
    levels = pyramid(images)
    assert levels[SIZE] is images
    torch.testing.assert_close(levels[32][0, 1, 3, 5], images[0, 1, 12:16, 20:24].mean())
    assert set(levels) == set(RESOLUTIONS)
