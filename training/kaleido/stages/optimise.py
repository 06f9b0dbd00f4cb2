"""Optimisers: Muon for the matrices inside the networks, AdamW for all else, both at one learning rate."""

import math
from collections.abc import Iterable
from typing import Any

import torch
from torch import nn

# Parts of parameters' names that stay with AdamW: tables that are looked up, what enters and leaves the networks, and
# what time and codes are turned into; orthogonal steps suit none of them.
LOOKED_UP = (
    "embedding",
    "position",
    "place",
    "head",
    "film",
    "in128",
    "in64",
    "in32",
    "out32",
    "out64",
    "out128",
    "time",
    "code_",
)
# Rows and columns from which on orthogonalising a matrix pays.
SMALLEST_SIDE = 32
# Newton–Schulz iteration to the nearest orthogonal matrix: steps and coefficients (Jordan et al. 2024).
ROUNDS, COEFFICIENTS = 5, (3.4445, -4.7750, 2.0315)


class Muon(torch.optim.Optimizer):
    """Orthogonalised momentum (Jordan et al. 2024, kellerjordan.github.io/posts/muon), scaled to the size of AdamW's
    steps (Liu et al., arXiv 2502.16982), so that one learning rate serves both. Kernels count as matrices of one row an
    output channel."""

    def __init__(self, params: Iterable[Any], lr: float = 1e-3, momentum: float = 0.95, weight_decay: float = 0.02):
        super().__init__(params, {"lr": lr, "momentum": momentum, "weight_decay": weight_decay})

    @torch.no_grad()
    def step(self, _closure: None = None) -> None:  # type: ignore[override]
        """One step over all parameters that have gradients; those of like shape go through the iteration together."""
        for group in self.param_groups:
            alike: dict[tuple[int, int], list[nn.Parameter]] = {}
            for p in group["params"]:
                if p.grad is not None:
                    alike.setdefault((p.shape[0], p[0].numel()), []).append(p)
            for (rows, columns), params in alike.items():
                moved = []
                for p in params:
                    state, gradient = self.state[p], p.grad if p.grad is not None else torch.zeros_like(p)
                    if "momentum" not in state:
                        state["momentum"] = torch.zeros_like(p)
                    state["momentum"].lerp_(gradient, 1 - group["momentum"])
                    moved.append(gradient.lerp(state["momentum"], group["momentum"]).reshape(rows, columns))
                steps = orthogonal(torch.stack(moved)) * (0.2 * math.sqrt(max(rows, columns)))
                for p, change in zip(params, steps, strict=True):
                    p.mul_(1 - group["lr"] * group["weight_decay"]).add_(change.reshape(p.shape), alpha=-group["lr"])


def orthogonal(matrices: torch.Tensor) -> torch.Tensor:
    """Matrices [n, r, c] to ones whose singular values are near 1, float32; computed in bfloat16, which is precise
    enough for a step."""
    tall = matrices.shape[1] > matrices.shape[2]
    x = (matrices.mT if tall else matrices).bfloat16()
    x = x / (x.norm(dim=(1, 2), keepdim=True) + 1e-7)
    a, b, c = COEFFICIENTS
    for _ in range(ROUNDS):
        square = x @ x.mT
        x = a * x + (b * square + c * square @ square) @ x
    return (x.mT if tall else x).float()


def is_inner(name: str, p: nn.Parameter) -> bool:
    """Whether Muon takes a parameter: a matrix or kernel inside a network, large enough."""
    large = p.ndim >= 2 and p.shape[0] >= SMALLEST_SIDE and p[0].numel() >= SMALLEST_SIDE
    return large and not any(part in name for part in LOOKED_UP)


class Optimisers:
    """Muon and AdamW over the trainable parameters of modules, each module with a peak learning rate of its own."""

    def __init__(self, modules: list[tuple[nn.Module, float]], weight_decay: float = 0.02):
        inner: list[dict[str, Any]] = []
        rest: list[dict[str, Any]] = []
        self._modules = [list(module.parameters()) for module, _ in modules]
        for module, peak in modules:
            named = list(module.named_parameters())
            inner.append({"params": [p for n, p in named if is_inner(n, p)], "peak": peak})
            rest.append({"params": [p for n, p in named if not is_inner(n, p)], "peak": peak})
        self._all = [
            Muon(
                [g for g in inner if g["params"]] or [{"params": [nn.Parameter(torch.zeros(1, 1))], "peak": 0.0}],
                weight_decay=weight_decay,
            ),
            torch.optim.AdamW(rest, betas=(0.9, 0.98), weight_decay=weight_decay / 2, fused=True),
        ]

    def step(self, loss: torch.Tensor, scale: float) -> None:
        """Goes one step down the loss at `scale` times the peak rates; each module's gradient is clipped by itself."""
        for optimiser in self._all:
            optimiser.zero_grad(set_to_none=True)
            for group in optimiser.param_groups:
                group["lr"] = scale * group["peak"]
        loss.backward()
        for parameters in self._modules:
            nn.utils.clip_grad_norm_(parameters, 1.0)
        for optimiser in self._all:
            optimiser.step()

    def state_dicts(self) -> list[dict[str, Any]]:
        """For a checkpoint."""
        return [optimiser.state_dict() for optimiser in self._all]

    def load(self, states: list[dict[str, Any]]) -> None:
        """What `state_dicts` gave."""
        for optimiser, state in zip(self._all, states, strict=True):
            optimiser.load_state_dict(state)
