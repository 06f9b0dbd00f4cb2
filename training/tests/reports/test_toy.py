import json
import math
from pathlib import Path

import pytest
import torch
from PIL import Image

from kaleido import cli
from kaleido.reports.toy.model import Toy
from kaleido.reports.toy.modes import LAYOUTS, SPREAD, WEIGHTS, divergence, draw, measure
from kaleido.reports.toy.report import Effort, run_toy

CENTRES = torch.tensor([[-0.5, 0.0], [0.5, 0.0]])
TRUE = torch.tensor([0.7, 0.3])


@pytest.mark.parametrize(
    ("shares", "nats"),
    [
        ([0.7, 0.3], 0.0),
        ([1.0, 0.0], math.log(1 / 0.7)),
        ([0.0, 1.0], math.log(1 / 0.3)),
        ([0.5, 0.5], 0.5 * math.log(0.5 / 0.7) + 0.5 * math.log(0.5 / 0.3)),
    ],
)
def test_divergence_is_what_a_hand_computes(shares: list[float], nats: float):
    assert divergence(torch.tensor(shares), TRUE) == pytest.approx(nats, abs=1e-6)


def test_points_belong_to_the_nearest_mode_and_tell_its_spread_and_offset():
    right = torch.tensor([[0.5 - SPREAD, 0.0], [0.5 + SPREAD, 0.0], [0.5, SPREAD], [0.5, -SPREAD]])
    left = torch.tensor([[-0.5 + SPREAD, 0.0]]).repeat(4, 1)
    found = measure(torch.cat([left, right]), CENTRES, TRUE)
    assert found["covered"] == 1 and found["inside"] == 1
    assert found["kl"] == pytest.approx(divergence(torch.tensor([0.5, 0.5]), TRUE))
    # The left mode: no spread, one deviation off. The right one: a variance of 2/3 in each coordinate, in place.
    assert found["spread"] == pytest.approx(math.sqrt(2 / 3) / 2, abs=1e-4)
    assert found["offset"] == pytest.approx(0.5, abs=1e-4)


@pytest.mark.parametrize(("rare", "covered"), [(2, 0.5), (4, 1.0)])
def test_a_mode_is_covered_from_a_tenth_of_its_weight_on(rare: int, covered: float):
    points = torch.cat([CENTRES[:1].repeat(100 - rare, 1), CENTRES[1:].repeat(rare, 1)])
    assert measure(points, CENTRES, TRUE)["covered"] == covered


def test_points_beyond_three_deviations_are_not_inside():
    points = CENTRES[:1] + SPREAD * torch.tensor([[2.9, 0.0], [0.0, 3.1], [0.0, 0.0], [-4.0, 0.0]])
    assert measure(points, CENTRES, TRUE)["inside"] == 0.5


@pytest.mark.parametrize("layout", LAYOUTS)
def test_drawn_points_have_the_true_weights_spread_and_places(layout: str):
    points, classes, modes = draw(LAYOUTS[layout], 40_000, torch.Generator().manual_seed(0))
    for main, centres in enumerate(LAYOUTS[layout]):
        assert (modes[classes == main] == 1).float().mean().item() == pytest.approx(0.3, abs=0.02)
        found = measure(points[classes == main], centres, WEIGHTS[main])
        assert found["spread"] == pytest.approx(1, abs=0.02) and found["offset"] < 0.05 and found["kl"] < 1e-3


def test_both_models_begin_alike_and_see_the_same_points():
    baseline, augmented = (Toy(LAYOUTS["crossed"], a, seed=3, steps=1) for a in (False, True))
    other = Toy(LAYOUTS["crossed"], False, seed=4, steps=1)
    assert torch.equal(baseline.counts, augmented.counts) and not torch.equal(baseline.counts, other.counts)
    # One step of Adam moves a weight by no more than its learning rate.
    ours, theirs, strange = (t.denoiser.leave.weight for t in (baseline, augmented, other))
    assert (ours - theirs).abs().max() < 0.0041 < (ours - strange).abs().max()


def test_guidance_makes_the_baseline_lose_what_the_augmented_model_keeps():
    lost = []
    for augmented in (False, True):
        toy = Toy(LAYOUTS["crossed"], augmented, seed=0, steps=400)
        points = toy.sample(0, 300, 8, 50, torch.Generator().manual_seed(0))
        lost.append(measure(points, LAYOUTS["crossed"][0], WEIGHTS[0])["kl"])
    assert lost[0] > 0.15 and lost[1] < 0.02


def test_a_run_writes_numbers_of_every_cell_and_a_picture(tmp_path: Path):
    report = run_toy(tmp_path / "new", Effort(seeds=2, training_steps=2, sampling_steps=2, count=8))
    assert json.loads((tmp_path / "new" / "toy.json").read_text()) == report
    for layout in LAYOUTS:
        for model in ("baseline", "augmented"):
            assert list(report["layouts"][layout][model]) == ["1", "5", "8", "25"]
    assert len(Image.open(tmp_path / "new" / "toy.png").convert("RGB").getcolors(1 << 20)) > 10


def test_the_stage_writes_to_out_and_begins_no_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    written = []
    monkeypatch.setattr("kaleido.cli.toy.run_toy", written.append)
    assert cli.main(["toy", "--threads", "1", "--out", str(tmp_path / "out"), "--run", str(tmp_path / "run")]) == 0
    assert written == [tmp_path / "out"] and not (tmp_path / "run").exists()
