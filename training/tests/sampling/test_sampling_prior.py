import numpy as np
import pytest

from kaleido.latents.grammar import Grammar
from kaleido.latents.ids import END
from kaleido.latents.kinds import KINDS
from kaleido.latents.vocabulary import Vocabulary
from kaleido.models.kaleido import Kaleido
from kaleido.sampling.prior import count_boxes, nucleus, sample_latents

LOGITS = np.log(np.array([0.1, 0.4, 0.2, 0.3]))


@pytest.mark.parametrize(
    ("allowed", "temperature", "top_p", "u", "wanted"),
    [
        ([0, 1, 2, 3], 1.0, 1.0, 0.0, 1),
        ([0, 1, 2, 3], 1.0, 1.0, 0.39, 1),
        ([0, 1, 2, 3], 1.0, 1.0, 0.41, 3),
        ([0, 1, 2, 3], 1.0, 1.0, 0.95, 0),
        ([0, 1, 2, 3], 1.0, 0.65, 0.999, 3),
        ([0, 1, 2, 3], 1.0, 0.1, 0.999, 1),
        ([0, 2], 1.0, 1.0, 0.6, 2),
        ([0, 2], 1.0, 1.0, 0.7, 0),
        ([0, 2, 3], 0.0, 1.0, 0.999, 3),
        ([0, 1, 2, 3], 0.05, 1.0, 0.99, 1),
    ],
)
def test_nucleus_sampling_follows_the_bundle_s_rule(allowed, temperature, top_p, u, wanted):
    assert nucleus(LOGITS, allowed, temperature, top_p, u) == wanted


def test_equal_chances_are_ordered_by_id():
    assert [nucleus(np.zeros(4), [3, 1, 2], 1.0, 1.0, u) for u in (0.1, 0.5, 0.9)] == [1, 2, 3]
    assert nucleus(np.zeros(4), [3, 1, 2], 0.0, 1.0, 0.9) == 1


def complete(vocabulary: Vocabulary, kind: str, content: list[int], boxes: int | None) -> bool:
    """Whether the grammar allows each id in turn and then the end."""
    grammar = Grammar(vocabulary)
    steps = [*content, END]
    return all(i in grammar.allowed(kind, steps[:n], boxes) for n, i in enumerate(steps))


def pins(vocabulary: Vocabulary) -> list[dict[str, list[int]]]:
    """Pinned latents of two rows, of unlike length."""
    first = {k: v[0] for k, v in vocabulary.ranges.items()}
    box = [first["text"] + 3, *(first["location"] + n for n in (2, 2, 20, 20))]
    return [
        {"boxes": box, "palette": [first["colour"], first["share"] + 7]},
        {"boxes": box * 2, "palette": [first["colour"] + n // 2 if n % 2 == 0 else first["share"] for n in range(8)]},
    ]


def test_every_kind_is_sampled_and_parses(model: Kaleido, vocabulary: Vocabulary):
    draws = np.random.default_rng(0).random((400, 2))
    for latents in sample_latents(model, vocabulary, [[10, 11], [12]], [{}, {}], list(KINDS), draws, 1.0, 1.0):
        assert list(latents) == list(KINDS)
        boxes = count_boxes(vocabulary, latents["boxes"])
        assert all(complete(vocabulary, k, latents[k], boxes if k == "blobs" else None) for k in KINDS)
        assert len(latents["blobs"]) == 5 * boxes


def test_pinned_latents_are_kept_and_the_others_go_with_them(model: Kaleido, vocabulary: Vocabulary):
    draws, pinned = np.random.default_rng(0).random((400, 2)), pins(vocabulary)
    found = sample_latents(model, vocabulary, [[10, 11], [12]], pinned, ["blobs", "tokens"], draws, 1.0, 1.0)
    for latents, given in zip(found, pinned, strict=True):
        assert {k: latents[k] for k in given} == given
        assert list(latents) == ["boxes", "palette", "blobs", "tokens"]
        assert len(latents["blobs"]) == 5 * count_boxes(vocabulary, given["boxes"])


def test_a_row_is_sampled_alike_alone_and_beside_a_longer_one(model: Kaleido, vocabulary: Vocabulary):
    draws, pinned = np.random.default_rng(0).random((400, 2)), pins(vocabulary)
    both = sample_latents(model, vocabulary, [[10, 11], [12]], pinned, ["description", "blobs"], draws, 1.0, 1.0)
    for b, prompt in enumerate(([10, 11], [12])):
        alone = sample_latents(
            model, vocabulary, [prompt], pinned[b : b + 1], ["description", "blobs"], draws[:, b : b + 1], 1.0, 1.0
        )
        assert alone == both[b : b + 1]


def test_with_everything_pinned_nothing_is_sampled(model: Kaleido, vocabulary: Vocabulary):
    assert sample_latents(model, vocabulary, [[10], [12]], pins(vocabulary), [], np.zeros((1, 2)), 1.0, 1.0) == pins(
        vocabulary
    )
