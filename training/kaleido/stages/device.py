"""Where a stage computes, and how: the device, reduced precision, compiling, the layout of weights."""

from typing import Any, TypeVar

import torch
from torch import nn

M = TypeVar("M", bound=nn.Module)


def best_device() -> str:
    """`cuda` where PyTorch finds a card, else `cpu`."""
    return "cuda" if torch.cuda.is_available() else "cpu"


def reduced_precision(device: str) -> torch.autocast:
    """Matrix products and convolutions in bfloat16 with float32 weights: six times as fast on processors with AVX-512
    BF16 (RUNS.md)."""
    return torch.autocast(device, torch.bfloat16)


def quickest(device: str) -> None:
    """Has a card choose its convolutions by trial, and multiply what is left in float32 in its 19-bit format: training
    steps round to bfloat16 anyhow."""
    if device == "cuda":
        torch.backends.cudnn.benchmark = True
        torch.set_float32_matmul_precision("high")


def compiled(call: Any, device: str) -> Any:
    """The call through torch.compile on a card; on a CPU compiling takes longer than it saves."""
    return torch.compile(call) if device == "cuda" else call


def generator_on(device: str, seed: int) -> torch.Generator:
    """A seeded generator on the device."""
    return torch.Generator(device).manual_seed(seed)


def laid_out(module: M, device: str) -> M:
    """The module on a device, its kernels with channels last, which convolutions are quickest with."""
    return module.to(device).to(memory_format=torch.channels_last)  # type: ignore[call-overload]
