"""Eyes of drawings: a pair of alike compact spots, or the one dark spot of an animal seen from the side."""

from dataclasses import dataclass
from itertools import combinations

import numpy as np
from scipy import ndimage

from kaleido.data.parts.segments import AROUND, Segments, bounds, components, filled, grown

_FEWEST_PIXELS = 8
_LARGEST_SHARE, _LONGEST = 0.05, 0.24
_DARK = 0.5
# Spots of one eye pair are this alike.
_SAME_COLOUR, _SAME_AREA, _SAME_HEIGHT = 0.09, 0.5, 0.6
# They stand apart by this many widths, and are level but for a tilted head.
_LEAST_APART, _MOST_APART, _MOST_ACROSS, _TILT = 1.15, 9.0, 0.7, 0.3
_LOWEST, _LEAST_CONTRAST = 0.75, 0.12


@dataclass(frozen=True)
class Spot:
    """A compact area of one colour. `whole` is its mask without holes; x, y, w and h are of its box, in pixels; `lab`
    its mean colour, `beside` that of what surrounds it."""

    mask: np.ndarray
    whole: np.ndarray
    x: float
    y: float
    w: int
    h: int
    lab: np.ndarray
    beside: np.ndarray

    @property
    def contrast(self) -> float:
        """How far its colour is from what surrounds it."""
        return float(np.linalg.norm(self.lab - self.beside))

    @property
    def pixels(self) -> int:
        """Of the mask."""
        return int(self.mask.sum())

    @property
    def area(self) -> int:
        """Pixels without holes."""
        return int(self.whole.sum())

    @property
    def fullness(self) -> float:
        """Part of its box that it fills."""
        return self.area / (self.w * self.h)

    def is_in(self, region: np.ndarray) -> bool:
        """Whether nearly all of it lies in a mask."""
        return bool((region & self.mask).sum() >= 0.9 * self.pixels)


Pair = tuple[Spot, Spot]


def spots(drawing: Segments) -> list[Spot]:
    """Areas that might be eyes by their shape: small, compact, and nowhere at the silhouette."""
    solid, area = drawing.solid, int(drawing.solid.sum())
    inner = ndimage.binary_erosion(filled(solid), AROUND)
    longest = _LONGEST * len(solid)
    found = []
    for k in range(len(drawing.centres)):
        for mask in components(drawing.colour == k):
            count = int(mask.sum())
            if not _FEWEST_PIXELS <= count <= _LARGEST_SHARE * area or (mask & ~inner).any():
                continue
            x0, y0, x1, y1 = bounds(mask)
            w, h, whole = x1 - x0, y1 - y0, filled(mask)
            if not 0.4 <= w / h <= 2.2 or max(w, h) > longest or whole.sum() < 0.58 * w * h:
                continue
            lab = drawing.lab[mask].mean(0)
            ring = grown(whole, 3) & ~grown(whole) & solid
            beside = np.median(drawing.lab[ring], 0) if ring.any() else lab
            found.append(Spot(mask, whole, (x0 + x1) / 2, (y0 + y1) / 2, w, h, lab, beside))
    return found


def eye_pair(found: list[Spot], drawing: Segments) -> Pair | None:
    """The pair of spots that is likeliest to be eyes: dark ones, such as have something dark inside, or on a dark
    animal light ones; alike, level and high up."""
    x0, y0, x1, y1 = bounds(drawing.solid)
    lowest, across = y0 + _LOWEST * (y1 - y0), _MOST_ACROSS * (x1 - x0)
    pairs = [
        (a, b)
        for a, b in combinations(found, 2)
        if _are_alike(a, b) and abs(a.x - b.x) <= across and (a.y + b.y) / 2 <= lowest
    ]
    seeing = [pair for pair in pairs if all(_sees(spot, drawing) for spot in pair)]
    return max(seeing, key=_likeness, default=None)


def iris(pair: Pair, found: list[Spot], drawing: Segments) -> np.ndarray:
    """What of an eye pair has the eyes' colour: rings of colour about the dark pupils where there are any, else the
    spots themselves, of light ones with their shades."""
    rings = [_ring(spot, found) for spot in pair]
    if rings[0] is not None and rings[1] is not None and np.linalg.norm(rings[0].lab - rings[1].lab) < _SAME_COLOUR:
        return np.asarray(rings[0].mask | rings[1].mask)
    if not all(_is_light_on_dark(spot) for spot in pair):
        return np.asarray(pair[0].mask | pair[1].mask)
    near = grown(pair[0].mask | pair[1].mask, 6)
    far = np.linalg.norm((drawing.lab - pair[0].lab) * np.array([0.3, 1, 1]), axis=-1)
    return np.asarray(near & drawing.solid & (far < _SAME_COLOUR))


def single_eye(found: list[Spot], drawing: Segments) -> np.ndarray | None:
    """The eye of an animal seen from the side: the only round dark spot in the upper part of the drawing, or the only
    coloured one on something dark."""
    _, y0, _, y1 = bounds(drawing.solid)
    most = 0.012 * drawing.solid.sum() + 14
    round_ones = [
        spot
        for spot in found
        if (_is_dark(spot) or _is_light_on_dark(spot))
        and spot.fullness > 0.68
        and 0.7 <= spot.w / spot.h <= 1.45
        and spot.contrast > 0.15
        and spot.y < y0 + 0.62 * (y1 - y0)
        and spot.area < most
    ]
    return round_ones[0].mask if len(round_ones) == 1 else None


def _are_alike(a: Spot, b: Spot) -> bool:
    across, down, width = abs(a.x - b.x), abs(a.y - b.y), max(a.w, b.w)
    return bool(
        np.linalg.norm((a.lab - b.lab) * np.array([0.8, 1, 1])) <= _SAME_COLOUR
        and min(a.area, b.area) >= _SAME_AREA * max(a.area, b.area)
        and min(a.h, b.h) >= _SAME_HEIGHT * max(a.h, b.h)
        and _LEAST_APART * width <= across <= _MOST_APART * width
        and down <= _TILT * across
        and min(a.contrast, b.contrast) >= _LEAST_CONTRAST
    )


def _likeness(pair: Pair) -> float:
    a, b = pair
    alike = min(a.area, b.area) / max(a.area, b.area)
    tilt = abs(a.y - b.y) / max(abs(a.x - b.x), 1)
    dark = float(_is_dark(a) and _is_dark(b))
    return alike + 0.5 * min(a.fullness, b.fullness) - 0.01 * (a.y + b.y) / 2 - tilt + dark


def _is_dark(spot: Spot) -> bool:
    return bool(spot.lab[0] < _DARK)


def _is_light_on_dark(spot: Spot) -> bool:
    return bool(spot.lab[0] > 0.65 and spot.beside[0] < _DARK and np.hypot(spot.lab[1], spot.lab[2]) > 0.08)


def _sees(spot: Spot, drawing: Segments) -> bool:
    return _is_dark(spot) or _is_light_on_dark(spot) or _holds_pupil(spot, drawing)


def _holds_pupil(spot: Spot, drawing: Segments) -> bool:
    """Whether a spot has a hole in which something dark is."""
    hole = spot.whole & ~spot.mask
    return bool((drawing.lab[..., 0][hole] < _DARK).sum() >= 4)


def _ring(pupil: Spot, found: list[Spot]) -> Spot | None:
    for other in found:
        if other is pupil or not pupil.is_in(other.whole):
            continue
        is_coloured = np.hypot(other.lab[1], other.lab[2]) > 0.05 and other.lab[0] < 0.85
        if is_coloured and other.pixels > 0.6 * pupil.pixels and other.area < 12 * pupil.area:
            return other
    return None
