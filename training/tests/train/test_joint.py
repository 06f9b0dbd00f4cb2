import csv
import dataclasses
import shutil
from pathlib import Path

import numpy as np
import pytest
import torch

from kaleido.config import Config
from kaleido.models.kaleido import prior_loss
from kaleido.models.schedule import Schedule
from kaleido.train.common import Averaged, Clock, Log, learning_rate, load, save
from kaleido.train.dataset import Canvases
from kaleido.train.joint import denoiser_loss, new_model, train_joint
from kaleido.train.tokenizer import read_tokenizer


def test_both_losses_fall_on_eight_canvases(config: Config, run: Path):
    torch.manual_seed(0)
    canvases, tokenizer, schedule = Canvases(config, run), read_tokenizer(config, run), Schedule(config.joint.snr_power)
    model, rng, rows = new_model(config, canvases.vocabulary, tokenizer), np.random.default_rng(0), np.arange(8)
    optimiser = torch.optim.AdamW(model.parameters(), 4e-3)
    # Without tokens there is no guess, so the denoiser has all to learn.
    batch = canvases.collate(rows, [canvases.prompt(rng, r) for r in rows], [["boxes", "palette"]] * 8)

    def losses(generator: torch.Generator) -> torch.Tensor:
        states = model.encoder(batch.prompt, batch.prompt_mask)
        hidden = model.prior.hidden(batch.tokens, batch.kinds, batch.positions, batch.places, states, batch.prompt_mask)
        diffusion = denoiser_loss(config, model, tokenizer, schedule, canvases, batch, states, hidden, generator)
        return torch.stack([prior_loss(model, hidden, batch.targets), diffusion])

    def measured() -> list[float]:
        """Over the same noise each time."""
        generator = torch.Generator().manual_seed(1)
        with torch.no_grad():
            return torch.stack([losses(generator) for _ in range(6)]).mean(0).tolist()

    before, generator = measured(), torch.Generator().manual_seed(0)
    for _ in range(50):
        optimiser.zero_grad()
        losses(generator).sum().backward()
        optimiser.step()
    after = measured()
    assert after[0] < 0.5 * before[0] and after[1] < 0.8 * before[1], (before, after)


def test_training_goes_on_from_its_checkpoint(config: Config, run: Path, quick_sheets: None, tmp_path: Path):
    copy = tmp_path / "run"
    shutil.copytree(run, copy)
    before = load(copy / "joint.pt")
    assert before["minutes"] >= config.joint.minutes
    longer = dataclasses.replace(config, joint=dataclasses.replace(config.joint, minutes=before["minutes"] + 0.02))
    train_joint(longer, copy)
    after = load(copy / "joint.pt")
    steps = {int(s["step"]) for s in after["optimiser"]["state"].values()}
    assert after["step"] > before["step"] and after["joint_steps"] > before["joint_steps"]
    assert max(steps) == after["step"]
    assert before["minutes"] + 0.02 <= after["minutes"] < before["minutes"] + 1
    assert (copy / "sheets" / f"joint-{after['step']:06d}.png").exists()


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
    assert learning_rate(1.0, 0.0, 0) == pytest.approx(0.01)
    assert learning_rate(1.0, 0.0, 200) == pytest.approx(1.0)
    assert learning_rate(1.0, 1.0, 200) == pytest.approx(0.03)
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


def test_a_resumed_clock_counts_on():
    clock = Clock(10, 9.5)
    assert 9.5 <= clock.spent < 9.6 and 0.95 <= clock.done < 0.96
    assert Clock(10, 12).done == 1


def test_a_log_is_a_table_that_resuming_appends_to(tmp_path: Path):
    for step in (50, 100):
        Log(tmp_path / "a.csv").write(Clock(10), step, step * 8, loss=1 / step)
    rows = list(csv.DictReader((tmp_path / "a.csv").open()))
    assert [(r["step"], r["images"], r["loss"]) for r in rows] == [("50", "400", "0.02"), ("100", "800", "0.01")]


def test_the_baseline_trains_a_denoiser_that_has_the_prompt_alone(config: Config, run: Path, quick_sheets: None, tmp_path: Path):
    copy = tmp_path / "run"
    shutil.copytree(run, copy)
    (copy / "joint.pt").unlink()
    alone = dataclasses.replace(config.joint, eta=0.0, drop_latents=1.0, prior_minutes=0.0)
    train_joint(dataclasses.replace(config, joint=alone), copy)
    state = load(copy / "joint.pt")
    assert state["joint_steps"] == state["step"] > 0
    weights = state["model"]
    assert all(w.isfinite().all() for w in weights.values())
    fresh = new_model(config, Canvases(config, copy).vocabulary, read_tokenizer(config, copy))
    # The prior's head has had no loss; only weight decay has touched it.
    assert weights["prior.head"].norm() < 1.1 * fresh.prior.head.norm()
