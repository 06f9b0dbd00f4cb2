"""The evaluator: what it learns from, what its training leaves, and what is exported of it."""

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
import yaml

from kaleido import cli
from kaleido.bundle.export_evaluator import export_evaluator, fold
from kaleido.bundle.write_graph import open_session
from kaleido.config import Config, EvaluatorConfig
from kaleido.data.bank import Bank
from kaleido.data.canvases import Canvases
from kaleido.data.real_canvases import judged_things, real_canvases, single_scenes
from kaleido.latents.text_tokenizer import TextTokenizer
from kaleido.latents.vocabulary import pad_rows
from kaleido.models.evaluator import Evaluator, contrastive_loss
from kaleido.problem import Problem
from kaleido.stages.augment import as_lines, augmented, moved, outlined, recoloured
from kaleido.stages.checkpoints import load
from kaleido.stages.evaluator import Lessons, accuracy, train_evaluator

QUICK = EvaluatorConfig(features=16, embedding=8, batch=8, others=4, shown=2, minutes=0.01, reference=70)


@pytest.fixture(scope="module")
def quick_config(config: Config) -> Config:
    return replace(config, evaluator=QUICK)


@pytest.fixture(scope="module")
def text(bundle: Path) -> TextTokenizer:
    return TextTokenizer.load(bundle / "tokenizer.json")


@pytest.fixture(scope="module")
def trained(quick_config: Config, bank: Bank, canvases: Canvases, text: TextTokenizer, tmp_path_factory) -> Path:
    run = tmp_path_factory.mktemp("evaluator")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("kaleido.stages.evaluator.TRIED", 8)
        train_evaluator(quick_config, bank, canvases, text, run)
    return run


def blank(model: Evaluator) -> Evaluator:
    return model.eval().requires_grad_(False)


def test_the_loss_counts_only_captions_that_may_be_wrong():
    torch.manual_seed(0)
    model = blank(Evaluator(20, 16, 8))
    images, (ids, mask) = torch.randn(2, 4, 64, 64), pad_rows([[10, 11], [12], [13]])
    none = torch.zeros(2, 3, dtype=torch.bool)
    assert contrastive_loss(model, images, ids, mask, none).item() == pytest.approx(0, abs=1e-6)
    every = ~torch.eye(2, 3, dtype=torch.bool)
    seen, read = model.image.seen(images)[0], model.text(ids, mask)
    logits = (seen @ read.T) * model.scale.exp()
    wanted = torch.arange(2)
    expected = torch.nn.functional.cross_entropy(logits, wanted) + torch.nn.functional.cross_entropy(
        logits[:, :2].T, wanted
    )
    assert contrastive_loss(model, images, ids, mask, every).item() == pytest.approx(expected.item() / 2, rel=1e-5)


def test_pictures_are_read_at_half_their_size_and_folding_changes_nothing():
    torch.manual_seed(0)
    model = Evaluator(20, 16, 8)
    images = torch.randn(4, 4, 128, 128)
    model.image(images)
    blank(model)
    embedding, features = model.image(images)
    assert embedding.shape == (4, 8) and features.shape == (4, 16)
    assert embedding.norm(dim=1).numpy() == pytest.approx(np.ones(4), rel=1e-5)
    seen, _ = model.image.seen(torch.nn.functional.avg_pool2d(images, 2))
    assert torch.equal(seen, embedding)
    fold(model)
    assert torch.allclose(model.image(images)[0], embedding, atol=1e-5)


def test_lessons_tell_apart_what_names_other_things(bank: Bank, quick_config: Config, text: TextTokenizer):
    images, ids, mask, wrong = next(
        Lessons(bank, ["sun", "pizza", "crown"], QUICK, quick_config, text, "cpu").batches(0)
    )
    assert images.shape == (8, 4, 64, 64) and ids.shape == mask.shape and len(ids) == 12
    assert wrong.shape == (8, 12) and not wrong[torch.arange(8), torch.arange(8)].any()
    assert (wrong[:, :8] == wrong[:, :8].T).all() and wrong.any()
    lessons = Lessons(bank, ["sun", "pizza", "crown"], QUICK, quick_config, text, "cpu")
    rng = np.random.default_rng(0)
    singles = [scene.boxes for scene in (lessons.scenes.make(rng) for _ in range(60)) if len(scene.boxes) == 1]
    assert {boxes[0][0] for boxes in singles} == {"sun", "pizza", "crown"}


@pytest.fixture
def square() -> torch.Tensor:
    """A red square in the middle, premultiplied."""
    image = torch.zeros(1, 4, 64, 64)
    image[:, [0, 3], 20:44, 20:44] = 1
    return image


def test_disturbances_stay_pictures(square: torch.Tensor):
    torch.manual_seed(0)
    many, named = square.expand(64, -1, -1, -1), torch.arange(64) % 2 == 0
    for made in (moved(many), recoloured(many, named), as_lines(many), outlined(many)):
        assert made.shape == many.shape and made.min() >= 0 and made.max() <= 1.0001
        assert (made[:, :3] <= made[:, 3:] + 1e-5).all()
    assert moved(many)[:, 3].flatten(1).mean(1).std() > 0.001
    assert outlined(square)[0, 3].sum() > square[0, 3].sum()
    lines = as_lines(square)
    assert lines[0, :3, 32, 32].tolist() == [1, 1, 1] and lines[0, :3, 20, 32].max() < 0.1
    assert augmented(many, named).abs().max() < 2


def test_a_named_colour_stays_what_it_is_called(square: torch.Tensor):
    torch.manual_seed(0)
    red, green, blue = recoloured(square.expand(200, -1, -1, -1), torch.ones(200, dtype=torch.bool))[:, :3, 32, 32].T
    assert (red > 1.5 * green).all() and (red > 1.5 * blue).all()


def test_things_are_judged_that_all_held_out_styles_draw(bank: Bank):
    assert judged_things(bank, bank) == [thing.name for thing in bank.things]
    kept = [i for i in range(len(bank)) if bank.kind[i] == 1 or bank.name(i) != "sun" or bank.style[i] == 0]
    rows = {name: getattr(bank.measures, name)[kept] for name in ("kind", "shows", "style")}
    learnt = replace(bank, measures=replace(bank.measures, **rows), slugs=[bank.slugs[i] for i in kept])
    assert judged_things(bank, learnt) == [thing.name for thing in bank.things if thing.name != "sun"]


def test_real_canvases_show_one_of_the_things_each(canvases: Canvases, config: Config):
    parts = list(real_canvases(canvases, config.scenes, ["sun", "pizza"], 70, seed=0))
    assert [len(part.things) for part in parts] == [64, 6]
    assert set(parts[0].things) == {"sun", "pizza"} and set(parts[0].styles) == {"flat", "shaded"}
    assert parts[0].images.shape == (64, 4, 128, 128) and parts[0].images.min() == -1
    with pytest.raises(ValueError, match="no things"):
        next(single_scenes(canvases.bank, config.scenes, [], 0))


def test_training_goes_on_where_it_stopped(
    trained: Path,
    quick_config: Config,
    bank: Bank,
    canvases: Canvases,
    text: TextTokenizer,
    tmp_path: Path,
    monkeypatch,
):
    before = load(trained / "evaluator.pt")
    assert before and before["step"] > 0 and before["minutes"] >= QUICK.minutes
    monkeypatch.setattr("kaleido.stages.evaluator.TRIED", 8)
    (tmp_path / "evaluator.pt").write_bytes((trained / "evaluator.pt").read_bytes())
    longer = replace(quick_config, evaluator=replace(QUICK, minutes=before["minutes"] + 0.01))
    train_evaluator(longer, bank, canvases, text, tmp_path)
    after = load(tmp_path / "evaluator.pt")
    assert after and after["step"] > before["step"] and after["images"] == 8 * after["step"]


def test_accuracy_counts_the_nearest_prompts(bank: Bank, canvases: Canvases, config: Config, text: TextTokenizer):
    tried = list(real_canvases(canvases, config.scenes, ["sun", "pizza", "ring"], 20, seed=0))
    names = [thing.name for thing in bank.things]

    class Knowing(torch.nn.Module):
        """Sees and reads every thing as itself, or as its neighbour in the list."""

        def __init__(self, shift: int):
            super().__init__()
            self.weight, self.shift = torch.nn.Parameter(torch.zeros(1)), shift

        def image(self, _: torch.Tensor) -> tuple[torch.Tensor, None]:
            rows = [(names.index(name) + self.shift) % len(names) for name in tried[0].things]
            return torch.eye(len(names))[rows], None

        def text(self, *_: torch.Tensor) -> torch.Tensor:
            return torch.eye(len(names))

    right, wrong = (accuracy(Knowing(shift), text, names, tried) for shift in (0, 1))
    assert (right.all_things, right.among_16) == (1, 1)
    assert (wrong.all_things, wrong.among_16) == (0, 0)


def test_the_folder_holds_what_its_manifest_says(
    trained: Path, quick_config: Config, bank: Bank, bundle: Path, canvases: Canvases, tmp_path: Path, monkeypatch
):
    monkeypatch.setattr("kaleido.bundle.export_evaluator.ACCURACY_CANVASES", 16)
    export_evaluator(
        quick_config, bank, canvases, bundle / "tokenizer.json", trained, tmp_path, "kaleido-train evaluator"
    )
    manifest = json.loads((tmp_path / "evaluator.json").read_text())
    assert manifest["format"] == 2 and manifest["image"] == {"size": 128, "channels": 4}
    reference = manifest["reference"]
    assert len(reference["concepts"]) == len(reference["styles"]) == reference["count"] == 70
    stored = np.frombuffer((tmp_path / "reference.f16").read_bytes(), "<f2").reshape(70, 16)
    first = next(real_canvases(canvases, quick_config.scenes, [t.name for t in bank.things], 70, seed=1))
    assert first.things == reference["concepts"][:64]
    seen = open_session(tmp_path / "image_encoder.onnx").run(["features"], {"images": first.images.numpy()})[0]
    assert stored[:64] == pytest.approx(seen, abs=2e-3)
    assert 0 <= manifest["training"]["accuracy"] <= 1 and manifest["training"]["things"] == len(bank.things)
    for name, record in manifest["files"].items():
        assert (tmp_path / name).stat().st_size == record["bytes"]


def test_an_evaluator_that_was_not_trained_cannot_be_exported(
    quick_config: Config, bank: Bank, bundle: Path, canvases: Canvases, tmp_path: Path
):
    with pytest.raises(Problem, match="train the evaluator first"):
        export_evaluator(quick_config, bank, canvases, bundle / "tokenizer.json", tmp_path, tmp_path / "out", "")


def test_the_stage_learns_from_one_bank_and_is_tried_on_another(
    bundle: Path, bank_folder: Path, config_file: Path, tmp_path: Path, capsys, monkeypatch
):
    monkeypatch.setattr("kaleido.stages.evaluator.TRIED", 8)
    monkeypatch.setattr("kaleido.bundle.export_evaluator.ACCURACY_CANVASES", 8)
    settings = yaml.safe_load(config_file.read_text()) | {
        "evaluator": {"features": 16, "embedding": 8, "batch": 8, "others": 4, "reference": 16}
    }
    (tmp_path / "quick.yaml").write_text(yaml.safe_dump(settings))
    places = [
        "--config",
        str(tmp_path / "quick.yaml"),
        "--bank",
        str(bank_folder),
        "--run",
        str(tmp_path / "run"),
        "--out",
        str(tmp_path / "out"),
    ]
    assert cli.main(["evaluator", str(bundle), *places, "--minutes", "0.005", "--threads", "1", "--device", "cpu"]) == 0
    assert (tmp_path / "out" / "evaluator.json").exists()
    assert "of real canvases" in capsys.readouterr().out
