"""Where something sits or stands on what is drawn."""

import numpy as np

from kaleido.data.parts.segments import SOLID

# What sits there is so wide, in parts of what is drawn: half of it to each side, at least so many pixels.
_HALF_WIDTH = 0.16
_LEAST_HALF = 3
# What speaks against a seat, in parts of the width or height of what is drawn: that it is uneven, that it is off the
# middle of the mass, and that it lies deeper than half-way down.
_UNEVEN, _ASIDE, _DEEP = 4.0, 0.6, 0.3
_HALF_WAY = 0.5


def seat(rgba: np.ndarray) -> tuple[float, float]:
    """The middle (x, y) of the most even stretch of the upper outline near the middle of the mass, of a picture uint8
    [s, s, 4], in parts of its side: the back of a horse and not its head, a sofa and not the lamp beside it. The middle
    of the upper end where what is drawn is too narrow; (0.5, 0) where nothing is."""
    solid = rgba[..., 3] > SOLID
    size = len(solid)
    columns, rows = np.flatnonzero(solid.any(0)), np.flatnonzero(solid.any(1))
    if not len(columns):
        return 0.5, 0.0
    left, right, upper, lower = columns[0], columns[-1] + 1, rows[0], rows[-1] + 1
    width, height = right - left, lower - upper
    half = max(_LEAST_HALF, round(_HALF_WIDTH * width))
    tops = np.where(solid.any(0), solid.argmax(0), size)
    mass = float((solid.sum(0) * np.arange(size)).sum() / solid.sum())
    best, found = np.inf, ((left + right) / 2 / size, float(upper / size))
    for middle in range(left + half, right - half):
        stretch = tops[middle - half : middle + half + 1]
        y = float(np.median(stretch))
        against = (
            _UNEVEN * float(np.abs(stretch - y).mean()) / height
            + _ASIDE * abs(middle - mass) / width
            + _DEEP * max(0.0, (y - upper) / height - _HALF_WAY)
        )
        if against < best:
            best, found = against, ((middle + 0.5) / size, y / size)
    return found
