"""Painted smileys for tests of moods."""

import numpy as np

SIDE = 128


def smiley(seed: int) -> np.ndarray:
    """A shaded disc of 96 pixels with two eyes, which most of them have in the same place; premultiplied [128, 128,
    4]."""
    y, x = (np.mgrid[0:SIDE, 0:SIDE] + 0.5 - SIDE / 2) / 48
    picture = np.zeros((SIDE, SIDE, 4))
    picture[np.hypot(x, y) < 1] = (1, 0.8, 0.2, 1)
    picture[..., :3] *= (1 - 0.2 * (y + 1) / 2)[..., None]
    row = 52 if seed % 4 else 60
    for column in (48, 74):
        picture[row : row + 8, column : column + 8] = (0.1, 0.05, 0.05, 1)
    picture[76 + seed : 80 + seed, 54:74] = (0.5, 0.1, 0.1, 1)
    return picture
