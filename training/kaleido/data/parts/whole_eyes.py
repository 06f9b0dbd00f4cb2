"""Eyes as a whole: about what was found of them, be it a pupil or an iris, with the white and the rings that are
about it."""

from dataclasses import dataclass

import numpy as np

from kaleido.data.parts.segments import Segments, bounds, components, filled, grown

# What is about a spot is of its eye where it is at most so many times as large, and as compact as an eye is.
_MOST_TIMES, _MOST_WHITE = 5.5, 8.5
_FULL, _LEAST_ROUND, _MOST_ROUND = 0.6, 0.45, 2.2
_LONGEST = 0.26
_LEAST_TOUCH = 3
# A white, a ring of colour, and an outline about either.
_WHITE, _PALE, _COLOURED = 0.8, 0.06, 0.07
# Both eyes of a pair are as large as each other, by area.
_SAME_AREA = 0.5
# Eyes nearer to each other than this, in parts of the widths of both halves, leave no room between them.
_LEAST_APART = 1.05
# At the silhouette nothing can be drawn in an eye's place: so much of what is about it must be solid.
_LEAST_SOLID, _ABOUT = 0.8, 3
# Eyes no larger than this, in pixels, are too small to be drawn anew.
_SMALLEST = 3.0


@dataclass(frozen=True)
class Eye:
    """Middle and half sizes of an eye, white and all, in parts of the picture's side."""

    x: float
    y: float
    across: float
    down: float


def whole_eyes(drawing: Segments, found: np.ndarray) -> list[Eye]:
    """The one or two eyes, from left to right, that a mask bool [s, s] of pupils or irises belongs to; none where these
    are not sure: too small, too unlike, or in each other's way."""
    seeds = _seeds(found)
    if not seeds:
        return []
    wholes = [_whole(seed, drawing) for seed in seeds]
    if len(wholes) == 2 and not _are_alike(*wholes):
        wholes = seeds
    if len(wholes) == 2 and (not _are_alike(*wholes) or (wholes[0] & wholes[1]).any()):
        return []
    if not all(_is_inside(whole, drawing) for whole in wholes):
        return []
    size = len(found)
    boxes = [bounds(whole) for whole in wholes]
    if any(min(x1 - x0, y1 - y0) < _SMALLEST for x0, y0, x1, y1 in boxes):
        return []
    eyes = [
        Eye((x0 + x1) / 2 / size, (y0 + y1) / 2 / size, (x1 - x0) / 2 / size, (y1 - y0) / 2 / size)
        for x0, y0, x1, y1 in boxes
    ]
    eyes.sort(key=lambda eye: eye.x)
    if len(eyes) == 2 and eyes[1].x - eyes[0].x < _LEAST_APART * (eyes[0].across + eyes[1].across):
        return []
    return eyes


def _seeds(found: np.ndarray) -> list[np.ndarray]:
    """The two largest pieces of a mask where they are alike, else the largest."""
    pieces = sorted((filled(piece) for piece in components(found)), key=lambda piece: -int(piece.sum()))
    if len(pieces) < 2 or pieces[1].sum() < 0.3 * pieces[0].sum():
        return pieces[:1]
    return pieces[:2]


def _whole(seed: np.ndarray, drawing: Segments) -> np.ndarray:
    """The eye about a spot: what encloses it step by step, as long as that may be of an eye."""
    whole = seed
    for _ in range(3):
        about = _about(whole, seed, drawing)
        if about is None:
            return whole
        whole = about
    return whole


def _about(whole: np.ndarray, seed: np.ndarray, drawing: Segments) -> np.ndarray | None:
    """A spot joined to the area of one colour that is commonest about it, or nearly; None where that is not of the
    eye."""
    ring = grown(whole, 2) & ~whole & drawing.solid
    if not ring.any():
        return None
    counts = np.bincount(drawing.colour[ring], minlength=len(drawing.centres))
    for k in np.argsort(-counts)[:2]:
        if counts[k] < 0.3 * ring.sum():
            continue
        light, chroma = drawing.centres[k][0], float(np.hypot(*drawing.centres[k][1:]))
        is_white, is_ring = light > _WHITE and chroma < _PALE, chroma > _COLOURED or light < 0.4
        if not (is_white or is_ring):
            continue
        # The white may lie on both sides of an iris.
        own = [one for one in components(drawing.of([int(k)])) if (one & ring).sum() >= _LEAST_TOUCH]
        joined = filled(np.logical_or.reduce([whole, *own]))
        x0, y0, x1, y1 = bounds(joined)
        w, h, area = x1 - x0, y1 - y0, int(joined.sum())
        if (
            area <= (_MOST_WHITE if is_white else _MOST_TIMES) * whole.sum()
            and area <= 1.6 * _MOST_TIMES * seed.sum()
            and max(w, h) <= _LONGEST * len(seed)
            and _LEAST_ROUND <= w / h <= _MOST_ROUND
            and area >= _FULL * w * h
        ):
            return joined
    return None


def _is_inside(whole: np.ndarray, drawing: Segments) -> bool:
    ring = grown(whole, _ABOUT) & ~whole
    return bool((ring & drawing.solid).sum() >= _LEAST_SOLID * ring.sum())


def _are_alike(one: np.ndarray, other: np.ndarray) -> bool:
    areas = int(one.sum()), int(other.sum())
    return min(areas) >= _SAME_AREA * max(areas)
