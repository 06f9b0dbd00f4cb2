"""On Gaussian data the best denoiser is known in closed form, and so is what a sampler must arrive at."""

import math

import pytest
import torch

from kaleido.models.schedule import Schedule
from kaleido.sampling.samplers import DPMSolver2M, Levels, ddim, ddpm

MEAN, SPREAD = 0.3, 0.5


def levels(steps: int) -> Levels:
    schedule = Schedule(1.0)
    return [(float(schedule.alpha[32][t]), float(schedule.sigma[32][t])) for t in Schedule.timesteps(steps)] + [
        (1.0, 0.0)
    ]


def denoise(sample: torch.Tensor, alpha: float, sigma: float) -> torch.Tensor:
    """E[x0 | x_t] for x0 of N(MEAN, SPREAD²)."""
    return MEAN + alpha * SPREAD**2 / (alpha**2 * SPREAD**2 + sigma**2) * (sample - alpha * MEAN)


def exact(noise: torch.Tensor, table: Levels) -> torch.Tensor:
    """Where the probability-flow equation ends."""
    alpha, sigma = table[0]
    return MEAN + SPREAD * (noise - alpha * MEAN) / math.sqrt(alpha**2 * SPREAD**2 + sigma**2)


def sample(name: str, steps: int, noise: torch.Tensor) -> torch.Tensor:
    table, state, generator = levels(steps), noise, torch.Generator().manual_seed(1)
    solver = DPMSolver2M(table)
    for i in range(steps):
        x0 = denoise(state, *table[i])
        if name == "ddim":
            state = ddim(table, i, state, x0)
        elif name == "ddpm":
            state = ddpm(table, i, state, x0, torch.randn(state.shape, generator=generator, dtype=state.dtype))
        else:
            state = solver.step(i, state, x0)
    return state


@pytest.fixture
def noise() -> torch.Tensor:
    return torch.randn(20_000, generator=torch.Generator().manual_seed(0), dtype=torch.float64)


def error(name: str, steps: int, noise: torch.Tensor) -> float:
    return (sample(name, steps, noise) - exact(noise, levels(steps))).abs().mean().item()


@pytest.mark.parametrize("name", ["ddim", "dpm-solver++"])
def test_deterministic_samplers_end_where_the_flow_does(name, noise):
    assert error(name, 500, noise) < 0.01


def test_the_second_order_solver_needs_fewer_steps(noise):
    assert error("dpm-solver++", 12, noise) < 0.5 * error("ddim", 12, noise)


def test_ancestral_sampling_has_the_data_s_mean_and_spread(noise):
    made = sample("ddpm", 250, noise)
    assert made.mean().item() == pytest.approx(MEAN, abs=0.02)
    assert made.std().item() == pytest.approx(SPREAD, abs=0.02)


@pytest.mark.parametrize("name", ["ddim", "ddpm", "dpm-solver++"])
def test_the_last_step_is_the_prediction_itself(name, noise):
    table = levels(1)
    assert torch.allclose(sample(name, 1, noise), denoise(noise, *table[0]))
