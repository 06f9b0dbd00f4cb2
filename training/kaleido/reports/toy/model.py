"""The toy's denoiser, its training and its guided sampling. Baseline and augmented model differ in the condition
alone."""

import math

import torch
from torch import nn

from kaleido.models.schedule import RESOLUTIONS, TIMESTEPS, Schedule
from kaleido.reports.toy.modes import WEIGHTS, draw
from kaleido.sampling.samplers import ddpm

# Of the schedule's resolutions, the first is the one that is left as it is.
SCHEDULE = Schedule(0.0)
ALPHA, SIGMA = (torch.from_numpy(table[RESOLUTIONS[0]]).float() for table in (SCHEDULE.alpha, SCHEDULE.sigma))
NULL = WEIGHTS.numel()
DROP = 0.1
WIDTH, LAYERS, FREQUENCIES = 128, 3, 16
BATCH, LEARNING_RATE = 512, 2e-3


class ToyDenoiser(nn.Module):
    """Predicts x0 by way of v (Salimans & Ho, arXiv 2202.00512). Its table has a row for every mode, whichever
    condition it is trained on, so that both models begin with the same weights."""

    frequencies: torch.Tensor

    def __init__(self) -> None:
        super().__init__()
        self.register_buffer("frequencies", torch.exp(torch.linspace(0, math.log(100), FREQUENCIES)))
        self.condition = nn.Embedding(NULL + 1, WIDTH)
        self.enter = nn.Linear(2 + 2 * FREQUENCIES, WIDTH)
        self.layers = nn.ModuleList(nn.Linear(WIDTH, WIDTH) for _ in range(LAYERS))
        self.leave = nn.Linear(WIDTH, 2)

    def forward(self, sample: torch.Tensor, timestep: torch.Tensor, condition: torch.Tensor) -> torch.Tensor:
        """x0 [n, 2] from a noisy sample [n, 2], integer timesteps and condition ids [n]."""
        angle = timestep[:, None] / TIMESTEPS * self.frequencies
        hidden = self.enter(torch.cat([sample, angle.sin(), angle.cos()], 1)) + self.condition(condition)
        for layer in self.layers:
            hidden = hidden + layer(nn.functional.silu(hidden))
        v = self.leave(nn.functional.silu(hidden))
        return ALPHA[timestep, None] * sample - SIGMA[timestep, None] * v


class Toy:
    """A model and what it is conditioned on: the main class or, if `augmented`, main class and subclass."""

    def __init__(self, centres: torch.Tensor, augmented: bool, seed: int, steps: int):
        """Trains it. The seed decides initial weights, points, noise and dropped conditions, the same for either
        condition."""
        torch.manual_seed(seed)
        self.augmented, self.denoiser, generator = augmented, ToyDenoiser(), torch.Generator().manual_seed(seed)
        # The prior p(subclass | class): its maximum likelihood is counting.
        self.counts = torch.zeros_like(WEIGHTS)
        optimiser = torch.optim.Adam(self.denoiser.parameters(), LEARNING_RATE)
        decay = torch.optim.lr_scheduler.CosineAnnealingLR(optimiser, steps)
        for _ in range(steps):
            points, classes, modes = draw(centres, BATCH, generator)
            self.counts.index_put_((classes, modes), torch.ones(BATCH), accumulate=True)
            timestep = torch.randint(TIMESTEPS, (BATCH,), generator=generator)
            noise = torch.randn((BATCH, 2), generator=generator)
            condition = torch.where(torch.rand(BATCH, generator=generator) < DROP, NULL, self.ids(classes, modes))
            alpha, sigma = ALPHA[timestep, None], SIGMA[timestep, None]
            # An error in x0 is σ times that in v; the loss is the latter's.
            error = (self.denoiser(alpha * points + sigma * noise, timestep, condition) - points) / sigma
            optimiser.zero_grad()
            error.square().mean().backward()
            optimiser.step()
            decay.step()

    def ids(self, classes: torch.Tensor, modes: torch.Tensor) -> torch.Tensor:
        """Condition ids."""
        return classes * WEIGHTS.shape[1] + modes if self.augmented else classes

    @torch.no_grad()
    def sample(self, main: int, count: int, guidance: float, steps: int, generator: torch.Generator) -> torch.Tensor:
        """Points [count, 2] of class `main`: subclasses from the prior, without guidance, then guided DDPM (Kaleido,
        Eq. 8)."""
        classes = torch.full((count,), main)
        modes = torch.multinomial(self.counts[classes], 1, generator=generator)[:, 0]
        condition, null = self.ids(classes, modes), torch.full((count,), NULL)
        times = SCHEDULE.timesteps(steps)
        levels = [(ALPHA[t].item(), SIGMA[t].item()) for t in times] + [(1.0, 0.0)]
        state = torch.randn((count, 2), generator=generator)
        for i, t in enumerate(times):
            timestep = torch.full((count,), t)
            made = self.denoiser(state, timestep, condition)
            if guidance != 1:
                without = self.denoiser(state, timestep, null)
                made = without + guidance * (made - without)
            # Clipped as pictures are (kaleido/sampling/paint.py); unclipped, guidance 25 leaves the plane's inhabited
            # part for good.
            state = ddpm(levels, i, state, made.clamp(-1, 1), torch.randn((count, 2), generator=generator))
        return state
