"""The baseline of docs/evidence.md: the prompt alone, and only the denoiser learns."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
import torch

from kaleido.checkout import ROOT
from kaleido.config import Config, load_config
from kaleido.data.canvases import Canvases
from kaleido.data.scenes import Scenes
from kaleido.stages.checkpoints import load
from kaleido.stages.kaleido import train_stage
from kaleido.stages.run import JOINT


@pytest.mark.usefixtures("quick")
def test_only_the_denoiser_learns_and_it_has_the_prompt_alone(
    config: Config, run: Path, scenes: Scenes, canvases: Canvases, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    asked = load_config(ROOT / "configs" / "baseline.yaml").joint
    shutil.copytree(run, tmp_path / "run")
    before = load(tmp_path / "run" / "model.pt")
    assert before
    lengths: list[int] = []
    learnt = torch.nn.Module.__call__

    def spied(self: torch.nn.Module, *inputs: object, **named: object) -> object:
        if type(self).__name__ == "Conditioner":
            assert isinstance(inputs[2], torch.Tensor)
            lengths.append(inputs[2].shape[1])
        return learnt(self, *inputs, **named)

    joint = replace(asked, batch=4, minutes=before["minutes"][JOINT] + 0.02)
    with monkeypatch.context() as patch:
        patch.setattr(torch.nn.Module, "__call__", spied)
        patch.setattr("kaleido.stages.kaleido.sample_sheet", lambda *_: None)
        train_stage(replace(config, joint=joint), JOINT, scenes.make, canvases, tmp_path / "run", 0)
    after = load(tmp_path / "run" / "model.pt")
    assert after and after["step"] > before["step"]
    changed = {
        name.split(".")[0] for name, value in after["model"].items() if not torch.equal(value, before["model"][name])
    }
    assert changed == {"denoiser"}
    # One state, that of the sequence's first token: no latents.
    assert lengths and set(lengths) == {1}
