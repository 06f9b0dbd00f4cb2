import numpy as np
import pytest

from kaleido.data import moods

SIDE = 128


def smiley(seed: int) -> np.ndarray:
    """A shaded disc of 96 pixels with two eyes, which most of them have in the same place; premultiplied [128, 128, 4]."""
    y, x = (np.mgrid[0:SIDE, 0:SIDE] + 0.5 - SIDE / 2) / 48
    picture = np.zeros((SIDE, SIDE, 4))
    picture[np.hypot(x, y) < 1] = (1, 0.8, 0.2, 1)
    picture[..., :3] *= (1 - 0.2 * (y + 1) / 2)[..., None]
    row = 52 if seed % 4 else 60
    for column in (48, 74):
        picture[row : row + 8, column : column + 8] = (0.1, 0.05, 0.05, 1)
    picture[76 + seed : 80 + seed, 54:74] = (0.5, 0.1, 0.1, 1)
    return picture


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
