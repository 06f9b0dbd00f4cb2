import csv
import dataclasses
import multiprocessing
import os
import shutil
import signal
import subprocess
from pathlib import Path

import numpy as np
import pytest
import torch

from kaleido.config import Config
from kaleido.data.bank import Bank
from kaleido.data.canvases import Canvases
from kaleido.data.scenes import Scenes
from kaleido.latents.kinds import KINDS
from kaleido.models.kaleido import new_model
from kaleido.stages import kaleido as stages
from kaleido.stages.batches import Rows
from kaleido.stages.checkpoints import Averaged, load, save
from kaleido.stages.kaleido import train_stage
from kaleido.stages.log import Log
from kaleido.stages.loop import Clock, learning_rate
from kaleido.stages.losses import Losses
from kaleido.stages.run import JOINT, PRIOR, read_tokenizer, read_vocabulary
from kaleido.stages.tokenizer import train_tokenizer
from kaleido.stages.validation import ALL_KINDS, Validation, kind_of


@pytest.fixture
def copy(run: Path, tmp_path: Path) -> Path:
    """A run that a test may train on."""
    return Path(shutil.copytree(run, tmp_path / "run"))


def longer(config: Config, stage: str, minutes: float) -> Config:
    return dataclasses.replace(config, **{stage: dataclasses.replace(getattr(config, stage), minutes=minutes)})


def test_all_losses_fall_on_four_scenes(config: Config, run: Path, scenes: Scenes, canvases: Canvases):
    torch.manual_seed(0)
    vocabulary, tokenizer = read_vocabulary(config, run), read_tokenizer(config, run)
    model, rng = new_model(config, vocabulary, tokenizer), np.random.default_rng(0)
    losses = Losses(config, JOINT, model, tokenizer, vocabulary, canvases)
    rows = Rows(vocabulary, config.joint.rows, 24, fixed=False)
    # Without tokens there is no guess, so the denoiser has all to learn.
    batch = rows.batch([rows.row(scenes.make(rng), ["boxes", "palette"]) for _ in range(4)])
    optimiser = torch.optim.AdamW(model.parameters(), 4e-3)

    def measured() -> tuple[float, float]:
        """Nats a word and diffusion, over the same noise each time."""
        torch.manual_seed(1)
        with torch.no_grad():
            said = [losses(batch)[1] for _ in range(5)]
        return sum(s["word"].item() for s in said) / 5, sum(s["diffusion"].item() for s in said) / 5

    before = measured()
    for _ in range(30):
        optimiser.zero_grad()
        losses(batch)[0].backward()
        optimiser.step()
    after = measured()
    assert after[0] < 0.5 * before[0] and after[1] < 0.8 * before[1], (before, after)


def test_a_row_that_was_cut_is_told_its_true_codes_by_the_prior_alone(
    config: Config, run: Path, scenes: Scenes, canvases: Canvases
):
    vocabulary, tokenizer = read_vocabulary(config, run), read_tokenizer(config, run)
    model, rng = new_model(config, vocabulary, tokenizer), np.random.default_rng(0)
    # Sequences that end amid their visual tokens.
    rows = Rows(vocabulary, dataclasses.replace(config.prior.rows, length=60), 24, fixed=False)
    batch = rows.batch([rows.row(scenes.make(rng), list(KINDS)) for _ in range(4)])
    assert not batch.has_tokens.any() and (batch.tokens >= vocabulary.ranges["code"][0]).any(1).all()
    alone, together = (
        Losses(config, stage, model, tokenizer, vocabulary, canvases)(batch)[1] for stage in (PRIOR, JOINT)
    )
    assert alone["code"].item() == pytest.approx(together["code"].item(), rel=1e-3)


def test_the_prior_stage_leaves_the_denoiser_alone(
    config: Config, copy: Path, scenes: Scenes, canvases: Canvases, quick: None
):
    before = load(copy / "model.pt")
    train_stage(longer(config, PRIOR, before["minutes"][PRIOR] + 0.01), PRIOR, scenes.make, canvases, copy, 0)
    after = load(copy / "model.pt")
    changed = {k.split(".")[0] for k, v in after["average"].items() if not torch.equal(v, before["average"][k])}
    assert changed == {"encoder", "prior"}
    assert after["stage"] == PRIOR and after["minutes"][JOINT] == before["minutes"][JOINT]


def test_training_goes_on_from_its_checkpoint(
    config: Config, copy: Path, scenes: Scenes, canvases: Canvases, quick: None
):
    before = load(copy / "model.pt")
    assert before["stage"] == JOINT and before["minutes"][JOINT] >= config.joint.minutes
    train_stage(longer(config, JOINT, before["minutes"][JOINT] + 0.01), JOINT, scenes.make, canvases, copy, 0)
    after = load(copy / "model.pt")
    steps = {int(s["step"]) for s in after["optimisers"][1]["state"].values()}
    assert after["step"] > before["step"] and after["images"] == before["images"] + config.joint.batch * (
        after["step"] - before["step"]
    )
    assert after["stage_steps"] == before["stage_steps"] + after["step"] - before["step"] == max(steps)
    assert before["minutes"][JOINT] + 0.01 <= after["minutes"][JOINT] < before["minutes"][JOINT] + 0.5
    assert (copy / "sheets" / f"joint-{after['step']:06d}.png").exists()


@pytest.mark.parametrize("workers", [0, 1])
@pytest.mark.parametrize("signal_number", [signal.SIGINT, signal.SIGTERM])
def test_a_stage_that_is_stopped_leaves_a_checkpoint(
    config: Config,
    copy: Path,
    scenes: Scenes,
    canvases: Canvases,
    quick: None,
    monkeypatch: pytest.MonkeyPatch,
    signal_number: signal.Signals,
    workers: int,
):
    before = load(copy / "model.pt")

    def rate(*arguments: float) -> float:
        # Within a step: what is under way must be finished first. A terminal tells the workers too, and they must see
        # that it is not this process that does.
        told = [child.pid for child in multiprocessing.active_children()]
        assert len(told) == workers
        subprocess.run(["kill", f"-{int(signal_number)}", *map(str, [*told, os.getpid()])], check=True)
        return 0.1

    monkeypatch.setattr(stages, "learning_rate", rate)
    with pytest.raises(KeyboardInterrupt):
        train_stage(longer(config, JOINT, 9), JOINT, scenes.make, canvases, copy, workers)
    after = load(copy / "model.pt")
    assert after["step"] == before["step"] + 1
    assert "optimisers" in after


def test_the_tokenizer_goes_on_from_its_checkpoint(config: Config, copy: Path, scenes: Scenes, canvases: Canvases):
    before = load(copy / "tokenizer.pt")
    train_tokenizer(longer(config, "tokenizer", before["minutes"] + 0.01), scenes.make, canvases, copy, 0)
    after = load(copy / "tokenizer.pt")
    assert after["step"] > before["step"] and after["images"] == after["step"] * config.tokenizer.batch
    # Its codes mean something else now.
    assert not (copy / "codes.json").exists()


def test_the_baseline_trains_a_denoiser_that_has_the_prompt_alone(
    config: Config, copy: Path, scenes: Scenes, canvases: Canvases, quick: None
):
    before = load(copy / "model.pt")
    rows = dataclasses.replace(config.joint.rows, canonical=0.0, drop_latents=1.0)
    alone = dataclasses.replace(config.joint, eta=0.0, rows=rows, minutes=before["minutes"][JOINT] + 0.01)
    train_stage(dataclasses.replace(config, joint=alone), JOINT, scenes.make, canvases, copy, 0)
    after = load(copy / "model.pt")
    assert after["step"] > before["step"] and all(w.isfinite().all() for w in after["model"].values())


def test_validation_is_over_fixed_scenes_of_every_kind(
    config: Config, run: Path, scenes: Scenes, canvases: Canvases, quick: None
):
    with (run / "validation.csv").open() as file:
        lines = list(csv.DictReader(file))
    assert {line["kind"] for line in lines} == set(ALL_KINDS)
    assert {line["stage"] for line in lines} == {PRIOR, JOINT}
    assert all(float(line["code"]) > 0 and float(line["word"]) > 0 for line in lines)
    vocabulary, tokenizer = read_vocabulary(config, run), read_tokenizer(config, run)
    rows = Rows(vocabulary, config.prior.rows, 24, fixed=False)
    one, two = (Validation(scenes.make, scenes.bank, rows, canvases, tokenizer) for _ in range(2))
    assert all(torch.equal(a.tokens, b.tokens) for a, b in zip(one.held, two.held, strict=True))
    model = new_model(config, vocabulary, tokenizer).eval()
    assert one.measure(model) == two.measure(model)


def test_kinds_of_scenes_are_told_apart(scenes: Scenes, bank: Bank):
    rng = np.random.default_rng(0)
    for _ in range(300):
        scene = scenes.make(rng)
        kind = kind_of(scene, bank)
        assert (len(scene.boxes) == 1) == (kind in ("plain", "painted", "mood", "mark"))
        assert kind != "plain" or (len(scene.layers) == 1 and not scene.layers[0].paint)
        assert kind != "list" or len(scene.boxes) == 3
        assert kind != "pair" or len(scene.boxes) == 2


def test_rows_without_visual_tokens_are_not_composed_where_the_prior_is_alone(
    config: Config, run: Path, scenes: Scenes, canvases: Canvases, monkeypatch: pytest.MonkeyPatch
):
    vocabulary, tokenizer = read_vocabulary(config, run), read_tokenizer(config, run)
    losses = Losses(config, PRIOR, new_model(config, vocabulary, tokenizer), tokenizer, vocabulary, canvases)
    rows, rng, composed = Rows(vocabulary, config.prior.rows, 24, fixed=False), np.random.default_rng(0), []
    compose = canvases.compose
    monkeypatch.setattr(canvases, "compose", lambda ids, geometry: composed.append(len(ids)) or compose(ids, geometry))
    batch = rows.batch([rows.row(scenes.make(rng), order) for order in (list(KINDS), ["palette"], [])])
    loss, said = losses(batch)
    assert composed == [1] and loss.isfinite() and set(said) == {"code", "word"}


def test_a_checkpoint_is_whole_or_the_one_before(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = tmp_path / "a.pt"
    assert load(path) is None
    save(path, {"step": 1})

    def killed(state: dict, part: Path) -> None:
        part.write_bytes(b"half")
        raise KeyboardInterrupt

    monkeypatch.setattr(torch, "save", killed)
    with pytest.raises(KeyboardInterrupt):
        save(path, {"step": 2})
    assert load(path) == {"step": 1}


def test_the_learning_rate_warms_up_and_falls_to_its_floor():
    assert learning_rate(1.0, 0.0, 0) == pytest.approx(1 / 150)
    assert learning_rate(1.0, 0.0, 200) == pytest.approx(1.0)
    assert learning_rate(1.0, 1.0, 200) == pytest.approx(0.02)
    rates = [learning_rate(1.0, d / 10, 200) for d in range(11)]
    assert rates == sorted(rates, reverse=True)


def test_averages_follow_the_weights():
    module = torch.nn.Linear(2, 2)
    average = Averaged(module, 0.9)
    with torch.no_grad():
        module.weight.fill_(3.0)
    for _ in range(200):
        average.update(module)
    torch.testing.assert_close(average.module.weight, module.weight, atol=1e-4, rtol=0)
    assert not average.module.weight.requires_grad


def test_a_resumed_clock_counts_on_and_stands_still_while_paused():
    clock = Clock(10, 9.5)
    assert 9.5 <= clock.spent < 9.6 and 0.95 <= clock.done < 0.96
    assert Clock(10, 12).done == 1
    clock = Clock(1)
    with clock.paused():
        clock._start -= 600
    assert clock.spent < 0.1


def test_a_log_is_a_table_that_resuming_appends_to(tmp_path: Path):
    for step in (50, 100):
        Log(tmp_path / "a.csv").write(Clock(10), step, step * 8, loss=1 / step)
    rows = list(csv.DictReader((tmp_path / "a.csv").open()))
    assert [(r["step"], r["images"], r["loss"]) for r in rows] == [("50", "400", "0.02"), ("100", "800", "0.01")]
