"""Heads and eyes of our own drawings, which say themselves what is an eye."""

import numpy as np

from kaleido.data.parts.head import head_about
from kaleido.data.parts.segments import bounds, components, grown

# How far a pixel's green is below its red and blue where it has the colour of what is sought, shaded or not.
_SOUGHT = 90
# Gleams and pupils cut an eye into pieces that lie no further apart than this, in pixels.
_ONE = 2


def heads_in(pictures: dict[int, np.ndarray]) -> dict[str, np.ndarray]:
    """`head_picture`, `head` and `head_eyes` of docs/bundle.md, "Parts", of pictures uint8 [s, s, 4] by their numbers,
    whose eyes have the colour of what is sought."""
    rows = [
        (number, head_about(rgba, sought), _eyes(sought))
        for number, rgba in pictures.items()
        if (sought := _sought(rgba)).any()
    ]
    return {
        "head_picture": np.array([number for number, _, _ in rows], np.uint16),
        "head": np.array([head for _, head, _ in rows], np.float32).reshape(-1, 5),
        "head_eyes": np.array([eyes for _, _, eyes in rows], np.float32).reshape(-1, 8),
    }


def _sought(rgba: np.ndarray) -> np.ndarray:
    red, green, blue, alpha = np.moveaxis(rgba.astype(np.int16), -1, 0)
    return np.asarray((np.minimum(red, blue) - green > _SOUGHT) & (alpha > 127))


def _eyes(sought: np.ndarray) -> list[float]:
    """Middle and half sizes (x, y, across, down) of the left and the right eye; 0 stands for a second that there is
    not."""
    whole = sorted(components(grown(sought, _ONE)), key=lambda piece: -int(piece.sum()))[:2]
    boxes = sorted(bounds(piece & sought) for piece in whole)
    numbers = [v for x0, y0, x1, y1 in boxes for v in ((x0 + x1) / 2, (y0 + y1) / 2, (x1 - x0) / 2, (y1 - y0) / 2)]
    return [v / len(sought) for v in numbers] + [0.0] * (8 - len(numbers))
