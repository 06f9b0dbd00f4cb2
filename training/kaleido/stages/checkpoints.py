"""Checkpoints: what training has to go on from, written whole or not at all, and the averaged weights that are used."""

import copy
import os
from pathlib import Path
from typing import Any, Generic, TypeVar

import torch
from torch import nn

from kaleido.stages.optimise import Optimisers

M = TypeVar("M", bound=nn.Module)


class Averaged(Generic[M]):
    """Exponential moving average (EMA) θ̄ ← d θ̄ + (1 − d) θ of a module's weights; the decay d warms up, so that early
    averages are not the random start."""

    def __init__(self, module: M, decay: float):
        self.module: M = copy.deepcopy(module).eval().requires_grad_(False)
        self.decay, self.updates = decay, 0

    @torch.no_grad()
    def update(self, module: M) -> None:
        """Takes in the module's weights as they are now."""
        self.updates += 1
        decay = min(self.decay, (1 + self.updates) / (10 + self.updates))
        torch._foreach_lerp_(list(self.module.parameters()), [p.detach() for p in module.parameters()], 1 - decay)
        for mean, now in zip(self.module.buffers(), module.buffers(), strict=True):
            mean.copy_(now)


def save(path: Path, state: dict[str, Any]) -> None:
    """Writes a checkpoint so that a kill midway leaves the previous one whole."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(".part")
    torch.save(state, part)
    os.replace(part, path)


def load(path: Path) -> dict[str, Any] | None:
    """The checkpoint, on the CPU, or None where there is none yet."""
    return torch.load(path, map_location="cpu", weights_only=True) if path.exists() else None


def training_state(model: nn.Module, average: Averaged[Any], optimisers: Optimisers) -> dict[str, Any]:
    """What training has to go on from, for a checkpoint."""
    return {
        "model": model.state_dict(),
        "average": average.module.state_dict(),
        "optimisers": optimisers.state_dicts(),
    }


def resume(state: dict[str, Any], model: nn.Module, average: Averaged[Any], optimisers: Optimisers) -> None:
    """Puts back what `training_state` gave; `step` of the state is how many updates the average has had."""
    model.load_state_dict(state["model"])
    average.module.load_state_dict(state["average"])
    average.updates = state["step"]
    optimisers.load(state["optimisers"])
