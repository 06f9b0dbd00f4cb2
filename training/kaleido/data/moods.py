"""Moods cut out of painted smileys: the bare disc is found from many of them, and what differs from it is the face."""

import numpy as np
from PIL import Image

from kaleido.data.units import SIZE

# The disc's shading is a polynomial of this degree in x and y, fitted so that pixels of SPREAD away from it hardly
# count.
DEGREE, ROUNDS, SPREAD = 6, 30, 0.02
# Where most smileys have eyes or a mouth the median is theirs: further from the polynomial than MARKED, and WIDER
# pixels around.
MARKED, WIDER, RIM = 0.04, 3, 0.93
# A difference of the colours up to the first is still disc, from the second on it is face.
DISC_ENDS, FACE_BEGINS = 0.10, 0.32
SMALLEST_ALPHA = 0.02


def bare_disc(smileys: np.ndarray) -> np.ndarray:
    """The disc that smileys [n, s, s, 4] share, all premultiplied float in [0, 1]: [s, s, 4]."""
    disc: np.ndarray = np.median(smileys, 0)
    x0, y0, x1, y1 = _extent(disc)
    side = len(disc)
    ys, xs = (np.mgrid[0:side, 0:side] + 0.5) / side * 2 - 1
    radius = np.hypot(xs - ((x0 + x1) / side - 1), ys - ((y0 + y1) / side - 1)) / ((x1 - x0) / side)
    powers = [(i, j) for i in range(DEGREE + 1) for j in range(DEGREE + 1 - i)]
    terms = np.stack([xs**i * ys**j for i, j in powers], -1)
    inside = radius < RIM + 0.03
    weight = np.ones(int(inside.sum()))
    shaded = disc[..., :3]
    for _ in range(ROUNDS):
        solved = np.linalg.lstsq(terms[inside] * weight[:, None], disc[inside][:, :3] * weight[:, None], rcond=None)[0]
        shaded = terms @ solved
        weight = 1 / (1 + (np.abs(shaded - disc[..., :3]).max(-1)[inside] / SPREAD) ** 2)
    marked = (np.abs(shaded - disc[..., :3]).max(-1) > MARKED) & (radius < RIM - 0.03)
    marked = _dilated(marked, WIDER) & (radius < RIM)
    return np.concatenate([np.where(marked[..., None], shaded, disc[..., :3]), disc[..., 3:]], -1)


def face(smiley: np.ndarray, disc: np.ndarray) -> np.ndarray:
    """What a smiley has that the disc has not, both premultiplied float [s, s, 4]: of the same shape and kind."""
    ramp = np.clip((np.abs(smiley - disc).max(-1) - DISC_ENDS) / (FACE_BEGINS - DISC_ENDS), 0, 1)
    share = (ramp * ramp * (3 - 2 * ramp))[..., None]
    alpha = share * smiley[..., 3:]
    own = (smiley[..., :3] - (1 - share) * disc[..., :3]) / np.maximum(share, SMALLEST_ALPHA)
    straight = np.clip(own / np.maximum(smiley[..., 3:], 1e-3), 0, 1)
    return np.concatenate([straight * alpha, alpha], -1)


def centred(picture: np.ndarray, disc: np.ndarray, fills: float) -> np.ndarray:
    """A premultiplied picture [s, s, 4] cropped so that the disc is in the middle and fills that part of the side;
    straight RGBA uint8 [128, 128, 4]."""
    x0, y0, x1, y1 = _extent(disc)
    wide = max(x1 - x0, y1 - y0) / fills
    left, top = (x0 + x1 - wide) / 2, (y0 + y1 - wide) / 2
    margin = int(np.ceil(max(0.0, -left, -top, left + wide - len(disc), top + wide - len(disc))))
    padded = np.pad(picture, ((margin, margin), (margin, margin), (0, 0))).astype(np.float32)
    crop = (left + margin, top + margin, left + margin + wide, top + margin + wide)
    planes = [
        np.asarray(Image.fromarray(padded[..., c]).resize((SIZE, SIZE), Image.Resampling.BOX, box=crop))
        for c in range(4)
    ]
    small = np.stack(planes, -1)
    straight = np.concatenate([small[..., :3] / np.maximum(small[..., 3:], 1e-3), small[..., 3:]], -1)
    return np.asarray(np.round(np.clip(straight, 0, 1) * 255).astype(np.uint8))


def _extent(disc: np.ndarray) -> tuple[int, int, int, int]:
    """Box x0, y0, x1, y1 of the solid pixels."""
    rows, columns = np.flatnonzero((disc[..., 3] > 0.5).any(1)), np.flatnonzero((disc[..., 3] > 0.5).any(0))
    return int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1


def _dilated(mask: np.ndarray, steps: int) -> np.ndarray:
    for _ in range(steps):
        grown = np.pad(mask, 1)
        mask = mask | grown[:-2, 1:-1] | grown[2:, 1:-1] | grown[1:-1, :-2] | grown[1:-1, 2:]
    return mask
