"""What tells one thing from another in whatever manner it is drawn, as numbers in which two drawings of a thing lie
near each other (docs/bundle.md, "Likeness"). The engine measures pictures that people bring in the same way."""

import numpy as np

from kaleido.data.bank import Bank
from kaleido.data.bank_file import THING

# Pictures are looked at with so many pixels a side, in so many cells of colours, of the silhouette and of edges.
SIDE, COLOUR_CELLS, ALPHA_CELLS, EDGE_CELLS, DIRECTIONS = 64, 8, 16, 8, 8
ALPHA_WEIGHT, EDGES_WEIGHT = 0.7, 3.0
# Grey of nothing, and weights of red, green and blue in lightness.
_GROUND, _LIGHTNESS = 0.5, np.array([0.3, 0.59, 0.11], np.float32)
# Main directions in which looks differ, of which so many that tell things apart are kept; what things differ by within
# themselves has at least this part of its mean in every direction.
_KEPT, _TELLING, _LEAST = 320, 96, 0.1
_CHUNK = 512
# Rows are stored in so many steps of 1, about the middle of a byte.
_STEPS, _MIDDLE = 255, 128


def looks(pictures: np.ndarray) -> np.ndarray:
    """Numbers float32 [n, 1024] of straight RGBA uint8 [n, s, s, 4], s a multiple of 64: mean colours, coverage, and
    the strength of edges by their direction."""
    if not len(pictures):
        return np.zeros((0, 4 * COLOUR_CELLS**2 + ALPHA_CELLS**2 + DIRECTIONS * EDGE_CELLS**2), np.float32)
    return np.concatenate([_looks(pictures[i : i + _CHUNK]) for i in range(0, len(pictures), _CHUNK)])


def _looks(pictures: np.ndarray) -> np.ndarray:
    rgba = pictures.astype(np.float32) / 255
    rgba[..., :3] *= rgba[..., 3:]
    small = _pooled(rgba, SIDE)
    alpha = _pooled(small[..., 3:], ALPHA_CELLS).reshape(len(small), -1)
    colours = _pooled(small, COLOUR_CELLS).reshape(len(small), -1)
    return np.concatenate([colours, ALPHA_WEIGHT * alpha, EDGES_WEIGHT * _edges(small)], 1)


def _edges(small: np.ndarray) -> np.ndarray:
    """Histograms of oriented gradients (Dalal and Triggs 2005), square roots of length 1 in all."""
    light = small[..., :3] @ _LIGHTNESS + _GROUND * (1 - small[..., 3])
    across, down = np.zeros_like(light), np.zeros_like(light)
    across[:, :, 1:-1] = light[:, :, 2:] - light[:, :, :-2]
    down[:, 1:-1] = light[:, 2:] - light[:, :-2]
    strength = np.hypot(across, down)
    at = (np.arctan2(down, across) % np.pi) / np.pi * DIRECTIONS
    first = np.floor(at)
    part = at - first
    histogram = np.stack(
        [
            strength * ((first % DIRECTIONS == k) * (1 - part) + ((first + 1) % DIRECTIONS == k) * part)
            for k in range(DIRECTIONS)
        ],
        -1,
    )
    rooted = np.sqrt(_pooled(histogram, EDGE_CELLS).reshape(len(small), -1))
    return np.asarray(rooted / (np.linalg.norm(rooted, axis=1, keepdims=True) + 1e-6), np.float32)


def _pooled(planes: np.ndarray, cells: int) -> np.ndarray:
    """Means [n, cells, cells, c] over the squares of [n, s, s, c]."""
    n, side, _, channels = planes.shape
    square = side // cells
    return np.asarray(planes.reshape(n, cells, square, cells, square, channels).mean((2, 4)))


def tensors(bank: Bank) -> dict[str, np.ndarray]:
    """The tensors of `likeness.safetensors`: what is taken off looks, what they are multiplied by, and the rows of the
    bank's pictures."""
    seen = looks(bank.pictures())
    is_thing = bank.measures.kind == THING
    mean, projection = telling_apart(seen[is_thing], bank.measures.shows[is_thing])
    return {"mean": mean, "projection": projection, "rows": rows(seen, mean, projection)}


def telling_apart(seen: np.ndarray, shows: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Mean float32 [1024] of looks [n, 1024], and the directions float32 [1024, d] in which pictures of other things
    lie apart and those of one thing do not (linear discriminant analysis, Fisher 1936; Rao 1948), among the main
    ones."""
    mean = seen.mean(0)
    centred = (seen - mean).astype(np.float64)
    main = np.linalg.eigh(centred.T @ centred)[1][:, ::-1][:, : min(_KEPT, len(seen) - 1)]
    points = centred @ main
    things, at, count = np.unique(shows, return_inverse=True, return_counts=True)
    means = np.zeros((len(things), points.shape[1]))
    np.add.at(means, at, points)
    means /= count[:, None]
    within = (points - means[at]).T @ (points - means[at]) / max(1, (count - 1).sum())
    within += _LEAST * np.trace(within) / len(within) * np.eye(len(within))
    spread, axes = np.linalg.eigh(within)
    whitened = axes / np.sqrt(spread)
    between = (means - points.mean(0)) @ whitened
    telling = np.linalg.eigh(between.T @ between)[1][:, ::-1][:, : min(_TELLING, len(things) - 1)]
    return mean.astype(np.float32), (main @ whitened @ telling).astype(np.float32)


def rows(seen: np.ndarray, mean: np.ndarray, projection: np.ndarray) -> np.ndarray:
    """Looks [n, 1024] as rows uint8 [n, d]: projected, of length 1, in steps of 1/255 about 128; what is beyond a half
    is a half."""
    projected = (seen - mean) @ projection
    unit = projected / (np.linalg.norm(projected, axis=1, keepdims=True) + 1e-6)
    return np.clip(np.round(_MIDDLE + _STEPS * unit), 0, 255).astype(np.uint8)
