"""Flat drawings taken apart into areas of one colour."""

from dataclasses import dataclass

import numpy as np
from scipy import ndimage

from kaleido.data.colour import srgb_to_oklab

# Alpha bytes above this are solid.
SOLID = 127
# All eight neighbours.
AROUND = np.ones((3, 3), bool)
# A pixel is flat where no neighbour differs by more; the others, on borders, are blends.
_FLAT = 0.035
# Shades this near in OKLab, lightness counting less, are one colour.
_SAME = 0.06
_WEIGHTS = np.array([0.8, 1, 1], np.float32)
_MOST_COLOURS = 40
_FEWEST_PIXELS = 3
_BIN = 0.02


@dataclass(frozen=True)
class Segments:
    """A drawing [h, w] in areas. `colour` is which of `centres` [k, 3] (OKLab, the commonest first) a pixel has, −1
    where nothing is solid; `lab` float32 [h, w, 3]."""

    lab: np.ndarray
    solid: np.ndarray
    colour: np.ndarray
    centres: np.ndarray

    def of(self, colours: list[int]) -> np.ndarray:
        """Pixels bool [h, w] of any of these colours."""
        return np.isin(self.colour, colours)


def segments(rgba: np.ndarray) -> Segments:
    """Areas of a straight RGBA picture uint8 [h, w, 4]. Blends along borders go to the nearer of the colours beside
    them, so that none of them is an area of its own."""
    lab, solid = srgb_to_oklab(rgba[..., :3].astype(np.float32) / 255), rgba[..., 3] > SOLID
    if not solid.any():
        return Segments(lab, solid, np.full(solid.shape, -1), np.zeros((0, 3), np.float32))
    flat = solid & (_steepness(lab, solid) < _FLAT)
    if not flat.any():
        flat = solid
    centres = _centres(lab[flat])
    apart = np.linalg.norm((lab[:, :, None] - centres) * _WEIGHTS, axis=-1)
    seed = np.where(flat, apart.argmin(-1), -1)
    near = np.stack([ndimage.binary_dilation(seed == k, AROUND, iterations=2) for k in range(len(centres))], -1)
    colour = np.where(seed >= 0, seed, np.where(near, apart, apart + 10).argmin(-1))
    return Segments(lab, solid, np.where(solid, colour, -1), centres)


def components(mask: np.ndarray) -> list[np.ndarray]:
    """The connected parts of a mask bool [h, w], each as such a mask."""
    labels, count = ndimage.label(mask, AROUND)
    return [labels == k for k in range(1, count + 1)]


def bounds(mask: np.ndarray) -> tuple[int, int, int, int]:
    """Tight box x0, y0, x1, y1 of a mask that is not empty."""
    rows, columns = np.flatnonzero(mask.any(1)), np.flatnonzero(mask.any(0))
    return int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1


def grown(mask: np.ndarray, by: int = 1) -> np.ndarray:
    """A mask with all pixels within so many steps."""
    return np.asarray(ndimage.binary_dilation(mask, AROUND, iterations=by))


def filled(mask: np.ndarray) -> np.ndarray:
    """A mask without holes."""
    return np.asarray(ndimage.binary_fill_holes(mask))


def apart(one: np.ndarray, other: np.ndarray, lightness: float = 0.6) -> float:
    """Distance of two OKLab colours, of which lightness counts less."""
    return float(np.linalg.norm((np.asarray(one) - np.asarray(other)) * np.array([lightness, 1, 1])))


def _steepness(lab: np.ndarray, solid: np.ndarray) -> np.ndarray:
    """How far each pixel lies from the furthest of its four solid neighbours in OKLab."""
    out = np.zeros(solid.shape, np.float32)
    for axis in (0, 1):
        first = (slice(None, -1), slice(None)) if axis == 0 else (slice(None), slice(None, -1))
        second = (slice(1, None), slice(None)) if axis == 0 else (slice(None), slice(1, None))
        step = np.where(solid[first] & solid[second], np.linalg.norm(lab[first] - lab[second], axis=-1), 0)
        out[first] = np.maximum(out[first], step)
        out[second] = np.maximum(out[second], step)
    return out


def _centres(pixels: np.ndarray) -> np.ndarray:
    """The colours float32 [k, 3] that pixels [n, 3] are shades of, the commonest first."""
    _, bins, counts = np.unique((pixels / _BIN).round().astype(int), axis=0, return_inverse=True, return_counts=True)
    means = np.stack([np.bincount(bins.ravel(), pixels[:, c], len(counts)) for c in range(3)], 1) / counts[:, None]
    centres: list[np.ndarray] = []
    sizes: list[int] = []
    for k in np.argsort(-counts, kind="stable"):
        distances = [float(np.linalg.norm((means[k] - centre) * _WEIGHTS)) for centre in centres]
        if distances and min(distances) < _SAME:
            nearest = int(np.argmin(distances))
            size = sizes[nearest] + int(counts[k])
            centres[nearest] = centres[nearest] + (means[k] - centres[nearest]) * counts[k] / size
            sizes[nearest] = size
        elif (counts[k] >= _FEWEST_PIXELS or not centres) and len(centres) < _MOST_COLOURS:
            centres.append(means[k])
            sizes.append(int(counts[k]))
    return np.array(centres, np.float32)
