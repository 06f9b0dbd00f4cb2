"""What every training stage shares: a clock with ETA, CSV logs, atomic checkpoints, averaged weights, sample sheets."""

import copy
import csv
import math
import os
import time
from pathlib import Path
from typing import Any

import numpy as np
import torch
from PIL import Image
from torch import nn


class Clock:
    """Training time in minutes, carried across resumes; `done` in 0 … 1."""

    def __init__(self, minutes: float, spent: float = 0.0):
        self.minutes, self._base, self._start = minutes, spent, time.monotonic()

    @property
    def spent(self) -> float:
        return self._base + (time.monotonic() - self._start) / 60

    @property
    def done(self) -> float:
        return min(1.0, self.spent / self.minutes)


def learning_rate(peak: float, done: float, step: int, warmup: int = 100, floor: float = 0.03) -> float:
    """Linear warm-up, then a cosine over the time budget down to `floor` of the peak."""
    return peak * min(1.0, (step + 1) / warmup) * (floor + (1 - floor) * 0.5 * (1 + math.cos(math.pi * done)))


class Log:
    """Appends rows to a CSV file and prints a progress line with img/s and ETA."""

    def __init__(self, path: Path):
        self.path = path
        path.parent.mkdir(parents=True, exist_ok=True)
        self._images, self._since = 0, time.monotonic()

    def write(self, clock: Clock, step: int, images: int, **values: float) -> None:
        now = time.monotonic()
        rate = (images - self._images) / max(now - self._since, 1e-6) if self._images else float("nan")
        self._images, self._since = images, now
        row = {"step": step, "images": images, "minutes": round(clock.spent, 2), "images_per_second": round(rate, 1)}
        row |= {k: round(float(v), 5) for k, v in values.items()}
        fresh = not self.path.exists()
        with self.path.open("a", newline="") as f:
            writer = csv.DictWriter(f, row)
            if fresh:
                writer.writeheader()
            writer.writerow(row)
        shown = " ".join(f"{k} {v:.4f}" for k, v in values.items())
        left = max(0.0, clock.minutes - clock.spent)
        print(f"step {step} · {images} images · {rate:.1f} img/s · {shown} · ETA {left:.0f} min", flush=True)


class Averaged:
    """Exponential moving average of a module's weights; the decay warms up so that early averages are not the random start."""

    def __init__(self, module: nn.Module, decay: float):
        self.module, self.decay, self.updates = copy.deepcopy(module).eval().requires_grad_(False), decay, 0

    @torch.no_grad()
    def update(self, module: nn.Module) -> None:
        self.updates += 1
        decay = min(self.decay, (1 + self.updates) / (10 + self.updates))
        for mean, now in zip(self.module.parameters(), module.parameters(), strict=True):
            mean.lerp_(now, 1 - decay)
        for mean, now in zip(self.module.buffers(), module.buffers(), strict=True):
            mean.copy_(now)


def save(path: Path, state: dict[str, Any]) -> None:
    """Writes a checkpoint so that a kill midway leaves the previous one whole."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(".part")
    torch.save(state, part)
    os.replace(part, path)


def load(path: Path) -> dict[str, Any] | None:
    """The checkpoint, or None where there is none yet."""
    return torch.load(path, map_location="cpu", weights_only=True) if path.exists() else None


def to_batch(canvases: list[np.ndarray]) -> torch.Tensor:
    """Premultiplied canvases [64, 64, 4] in 0 … 1 to float32 [B, 4, 64, 64] in −1 … 1."""
    return torch.from_numpy(np.stack(canvases).transpose(0, 3, 1, 2)).float() * 2 - 1


def sheet(path: Path, rows: list[torch.Tensor], scale: int = 2) -> None:
    """Writes rows of images ([n, 4, s, s], −1 … 1, premultiplied) as one PNG over a light ground."""
    path.parent.mkdir(parents=True, exist_ok=True)
    size = max(r.shape[-1] for r in rows)
    lines = []
    for row in rows:
        rgba = ((row.detach().float().clamp(-1, 1) + 1) / 2).numpy()
        over = rgba[:, :3] + (1 - rgba[:, 3:]) * 0.96
        over = over.clip(0, 1).repeat(scale * size // row.shape[-1], 2).repeat(scale * size // row.shape[-1], 3)
        lines.append(np.concatenate(list(over), 2))
    width = max(line.shape[2] for line in lines)
    padded = [np.pad(line, ((0, 0), (0, 0), (0, width - line.shape[2])), constant_values=1) for line in lines]
    picture = (np.concatenate(padded, 1).transpose(1, 2, 0) * 255).round().astype(np.uint8)
    Image.fromarray(picture).save(path)
