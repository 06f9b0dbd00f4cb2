import numpy as np
import pytest
from drawn_smileys import smiley

from kaleido.data import moods


@pytest.fixture(scope="module")
def smileys() -> np.ndarray:
    return np.stack([smiley(seed) for seed in range(12)])


def test_the_bare_disc_has_no_eyes_though_most_have_them(smileys: np.ndarray):
    disc = moods.bare_disc(smileys)
    assert disc[56, 52, :3] == pytest.approx(disc[56, 64, :3], abs=0.03)
    assert disc[10, 64, 3] == 0


def test_the_face_is_what_the_disc_has_not(smileys: np.ndarray):
    face = moods.face(smileys[1], moods.bare_disc(smileys))
    assert face[56, 52].tolist() == pytest.approx([0.1, 0.05, 0.05, 1], abs=0.05)
    assert face[40, 64, 3] == 0


def test_the_disc_fills_its_part_of_the_picture(smileys: np.ndarray):
    disc = moods.bare_disc(smileys)
    alpha = moods.centred(disc, disc, 0.75)[..., 3] > 128
    for axis in (0, 1):
        found = np.flatnonzero(alpha.any(axis))
        assert found[0] == pytest.approx(16, abs=1)
        assert found[-1] == pytest.approx(111, abs=1)
