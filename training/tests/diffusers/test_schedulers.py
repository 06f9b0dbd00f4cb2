import math
from dataclasses import replace

import numpy as np
import pytest

from kaleido.diffusers.schedulers import ANCESTRAL, DPM, EULER, FLOW, LCM, Begin, cumulative_alphas, run, spaced

NOISE = np.random.default_rng(1).normal(size=64)
AGAIN = list(np.random.default_rng(2).normal(size=(50, 64)))
CLEAN = np.random.default_rng(3).normal(size=64)


def knowing(x: np.ndarray, timestep: float) -> np.ndarray:
    """The noise in a state whose clean latents are known."""
    alpha = np.interp(timestep, np.arange(1000), cumulative_alphas(EULER))
    return (x - math.sqrt(alpha) * CLEAN) / math.sqrt(1 - alpha)


@pytest.mark.parametrize("config", [EULER, ANCESTRAL, LCM, DPM], ids=lambda c: c.scheduler)
def test_noise_that_is_known_is_taken_away(config):
    made = run(config, 12, knowing, Begin(NOISE, AGAIN)).clean
    assert np.abs(made - CLEAN).max() < 0.05


def test_a_flow_that_is_known_is_followed_to_its_end():
    made = run(FLOW, 4, lambda x, t: (x - CLEAN) / (t / 1000), Begin(NOISE, AGAIN)).clean
    assert np.abs(made - CLEAN).max() < 1e-9


def test_turbo_models_begin_at_the_most_noise_of_their_training():
    alphas = cumulative_alphas(EULER)
    assert math.sqrt((1 - alphas[-1]) / alphas[-1]) == pytest.approx(14.6146, abs=1e-3)


def test_spacings_are_those_of_the_table():
    assert spaced(EULER, 10, 0)[[0, -1]].tolist() == [999.0, 0.0]
    assert spaced(replace(EULER, timestep_spacing="leading"), 10, 0)[[0, -1]].tolist() == [900.0, 0.0]
    assert spaced(replace(EULER, timestep_spacing="trailing"), 4, 0).tolist() == [999.0, 749.0, 499.0, 249.0]
