"""Where a head is: about its eyes."""

import numpy as np

from kaleido.data.parts.segments import SOLID

# Above the eyes, columns this far from their middle are looked through, in parts of the eyes' own extent: between
# horns or ears.
_ABOUT = 0.5
_LEAST_ABOUT = 2


def head_about(rgba: np.ndarray, eyes: np.ndarray) -> tuple[float, float, float, float, float]:
    """The head about eyes bool [s, s] of a picture uint8 [s, s, 4], in parts of its side: left and right end of what is
    solid at the eyes' height, where it begins above them, and the eyes' middle (x, y)."""
    solid = rgba[..., 3] > SOLID
    size = len(solid)
    rows, columns = np.nonzero(eyes)
    y, x = round(float(rows.mean())), (int(columns.min()) + int(columns.max())) // 2
    left, right = int(columns.min()), int(columns.max())
    while left > 0 and solid[y, left - 1]:
        left -= 1
    while right < size - 1 and solid[y, right + 1]:
        right += 1
    reach = max(_LEAST_ABOUT, round(_ABOUT * (int(columns.max()) - int(columns.min())) / 2))
    tops = [_top(solid[:, c], int(rows.min())) for c in range(max(0, x - reach), min(size, x + reach + 1))]
    return left / size, (right + 1) / size, float(np.median(tops)) / size, (x + 0.5) / size, (y + 0.5) / size


def _top(column: np.ndarray, start: int) -> int:
    """Where a column of what is solid begins above a row."""
    above = np.flatnonzero(~column[: start + 1])
    return int(above[-1]) + 1 if len(above) else 0
