"""Tiny networks with the names, types and shapes of latent diffusion models, and random weights. What they do by
themselves is to smooth: what a picture begins with stays where it is, so that tests can look for it."""

import torch
from torch import nn
from torch.nn import functional as F

# Numbers that wide states are made of, again and again.
NARROW = 8
# Pixels of a picture beside a latent.
SCALE = 8
# Of a latent beside a pixel of −1 … 1: noise of 1 is then little beside what is shown.
CONTRAST = 5.0
PIECES = 61


def narrow(states: torch.Tensor) -> torch.Tensor:
    """[B, n · NARROW] to its mean [B, NARROW]."""
    return states.reshape(states.shape[0], -1, NARROW).mean(1)


class TextEncoder(nn.Module):
    """Ids [B, 77] to states [B, 77, width], and one state of all [B, width]."""

    def __init__(self, width: int):
        super().__init__()
        self.width = width
        self.table = nn.Embedding(PIECES, NARROW)
        self.places = nn.Parameter(torch.rand(77, 1))

    def forward(self, input_ids: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        states = torch.tanh(self.table(input_ids.long() % PIECES) * (0.5 + self.places))
        wide = states.repeat(1, 1, self.width // NARROW)
        return wide, wide.mean(1)


class FirstEncoder(nn.Module):
    """The first of two: states alone."""

    def __init__(self, encoder: TextEncoder):
        super().__init__()
        self.encoder = encoder

    def forward(self, input_ids: torch.Tensor) -> torch.Tensor:
        states: torch.Tensor = self.encoder(input_ids)[0]
        return states


class SecondEncoder(nn.Module):
    """The second of two: the one state first."""

    def __init__(self, encoder: TextEncoder):
        super().__init__()
        self.encoder = encoder

    def forward(self, input_ids: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        states, pooled = self.encoder(input_ids)
        return pooled, states


class UNet(nn.Module):
    """Latents [B, 4, h, w], timestep, states [B, 77, width] and what else `more` names to the noise in the latents."""

    def __init__(self, more: dict[str, int]):
        super().__init__()
        self.more = list(more)
        self.inner, self.outer = nn.Conv2d(4, 8, 3, padding=1), nn.Conv2d(8, 4, 3, padding=1)
        self.time = nn.Linear(4, 4)
        self.text = nn.Linear(NARROW, 4)
        self.others = nn.ModuleDict({name: nn.Linear(min(size, NARROW), 4) for name, size in more.items()})

    def forward(
        self, sample: torch.Tensor, timestep: torch.Tensor, states: torch.Tensor, *more: torch.Tensor
    ) -> torch.Tensor:
        pace = torch.tensor([1.0, 2.0, 3.0, 4.0], dtype=sample.dtype)
        lift = self.time(torch.sin(timestep.to(sample.dtype).reshape(1, 1) / 1000 * pace))
        lift = lift + 2 * self.text(narrow(states.mean(1)))
        for name, value in zip(self.more, more, strict=True):
            lift = lift + self.others[name](value / 256 if name == "time_ids" else narrow(value))
        smooth = F.avg_pool2d(sample, 7, 1, 3, count_include_pad=False)
        detail = self.outer(torch.tanh(self.inner(sample) + 0.1))
        return sample - smooth + 0.1 * detail + 0.1 * lift[:, :, None, None]


class Decoder(nn.Module):
    """Latents [B, 4, h, w] to pictures [B, 3, 8h, 8w]."""

    def __init__(self, colours: torch.Tensor, scaling: float):
        super().__init__()
        self.colours = nn.Parameter(colours.T[:, :, None, None] * scaling / CONTRAST)
        self.grain = nn.Conv2d(3, 3, 3, padding=1)

    def forward(self, latent_sample: torch.Tensor) -> torch.Tensor:
        picture = F.conv2d(latent_sample, self.colours)
        picture = F.interpolate(picture, scale_factor=float(SCALE), mode="nearest")
        return picture + 0.05 * torch.tanh(self.grain(picture))


class Encoder(nn.Module):
    """Pictures [B, 3, 8h, 8w] to latents; `with_spread` gives means and spreads of a distribution, [B, 8, h, w]."""

    def __init__(self, colours: torch.Tensor, scaling: float, with_spread: bool):
        super().__init__()
        self.colours = nn.Parameter(colours[:, :, None, None] / scaling * CONTRAST)
        self.with_spread = with_spread

    def forward(self, sample: torch.Tensor) -> torch.Tensor:
        latents = F.conv2d(F.avg_pool2d(sample, SCALE), self.colours)
        return torch.cat([latents, latents - 10], 1) if self.with_spread else latents


def colours(generator: torch.Generator) -> torch.Tensor:
    """[4, 3] with columns of length 1 that are square to each other."""
    return torch.linalg.qr(torch.randn(4, 3, generator=generator)).Q
