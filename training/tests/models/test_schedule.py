import numpy as np
import pytest
import torch

from kaleido.models.schedule import RESOLUTIONS, TIMESTEPS, Schedule


@pytest.mark.parametrize("power", [0.0, 1.0, 2.0])
def test_signal_and_noise_make_one_and_the_ratio_falls_by_the_resolution(power):
    schedule = Schedule(power)
    ratio = {r: schedule.alpha[r] ** 2 / schedule.sigma[r] ** 2 for r in RESOLUTIONS}
    for r in RESOLUTIONS:
        np.testing.assert_allclose(schedule.alpha[r] ** 2 + schedule.sigma[r] ** 2, 1, atol=1e-12)
        np.testing.assert_allclose(ratio[32] / ratio[r], (r / 32) ** power, rtol=1e-9)
        assert (np.diff(schedule.alpha[r]) < 0).all()


def test_values_are_those_of_squaredcos_cap_v2():
    kept = Schedule(0.0).alpha[32] ** 2
    # diffusers' DDPMScheduler(beta_schedule="squaredcos_cap_v2").alphas_cumprod follows the same closed form.
    times = np.array([0, 500, 900])
    f = np.cos((np.array([0, *(times + 1)]) / 1000 + 0.008) / 1.008 * np.pi / 2) ** 2
    np.testing.assert_allclose(kept[times], f[1:] / f[0], rtol=1e-9)
    assert kept[-1] / kept[-2] == pytest.approx(1 - 0.999)


@pytest.mark.parametrize(("steps", "times"), [(1, [999]), (4, [999, 749, 499, 249]), (3, [999, 666, 332])])
def test_timesteps_trail(steps, times):
    assert Schedule.timesteps(steps) == times


def test_timesteps_never_repeat():
    for steps in (12, 50, 250, TIMESTEPS):
        times = Schedule.timesteps(steps)
        assert len(set(times)) == steps and min(times) >= 0 and times == sorted(times, reverse=True)


def test_tables_are_read_per_row():
    schedule = Schedule(1.0)
    alpha, sigma = schedule.at(32, torch.tensor([0, 999]))
    assert alpha.shape == sigma.shape == (2, 1, 1, 1)
    np.testing.assert_allclose(alpha.flatten(), schedule.alpha[32][[0, 999]], rtol=1e-6)


def test_timesteps_of_a_late_start_are_spaced_over_what_is_left():
    assert Schedule.timesteps(6, 0.7) == [699, 582, 466, 349, 232, 116]
    assert Schedule.timesteps(4, 0.45) == [449, 337, 224, 112]
