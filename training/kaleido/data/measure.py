"""What is measured of the pictures of a bank."""

import numpy as np
import torch
from torch.nn import functional as F

from kaleido.data.bank_file import NAMES_KEPT, NO_NAME
from kaleido.data.colour import codebook
from kaleido.data.paint import Painter, to_oklab
from kaleido.data.tables import Tables

OPAQUE, SOLID = 0.3, 0.5
# Among the centres of circles nearly as large as the largest, their mean: a band has its circle in the middle, not at
# an end.
NEARLY_LARGEST = 0.97
# Colours are counted at a quarter of the side, which is enough for shares and quicker.
_SHRINK = 4
_CHUNK = 64


def box(alpha: np.ndarray) -> tuple[float, float, float, float]:
    """Tight box x0, y0, x1, y1 of what is opaque in alpha [s, s] in [0, 1], in parts of the side; all 0 where nothing
    is."""
    side = len(alpha)
    rows, columns = np.flatnonzero((alpha > OPAQUE).any(1)), np.flatnonzero((alpha > OPAQUE).any(0))
    if not len(rows):
        return 0.0, 0.0, 0.0, 0.0
    return columns[0] / side, rows[0] / side, (columns[-1] + 1) / side, (rows[-1] + 1) / side


def moments(alpha: np.ndarray) -> tuple[float, float, float, float, float]:
    """Centre x, y and covariance xx, xy, yy of alpha [s, s], in parts of the side; all 0 where nothing is opaque."""
    total = float(alpha.sum())
    if not total:
        return 0.0, 0.0, 0.0, 0.0, 0.0
    ys, xs = (np.mgrid[0 : alpha.shape[0], 0 : alpha.shape[1]] + 0.5) / len(alpha)
    weight = alpha / total
    x, y = float((weight * xs).sum()), float((weight * ys).sum())
    dx, dy = xs - x, ys - y
    return x, y, float((weight * dx**2).sum()), float((weight * dx * dy).sum()), float((weight * dy**2).sum())


def circle(alpha: np.ndarray) -> tuple[float, float, float]:
    """Centre x, y and radius of the largest circle within what is solid in alpha [s, s], in parts of the side."""
    side = len(alpha)
    distance = _distances(np.pad(alpha > SOLID, 1))[1:-1, 1:-1]
    y, x = np.argwhere(distance >= distance.max() * NEARLY_LARGEST).mean(0)
    return float(x + 0.5) / side, float(y + 0.5) / side, float(distance.max()) / side


def _distances(solid: np.ndarray) -> np.ndarray:
    """How far each pixel of `solid` bool [h, w] is from the nearest that is not, in pixels; the border must hold
    none."""
    columns = np.arange(solid.shape[1])
    before = np.maximum.accumulate(np.where(solid, 0, columns), axis=1)
    after = np.minimum.accumulate(np.where(solid, len(columns), columns)[:, ::-1], axis=1)[:, ::-1]
    in_row = np.minimum(columns - before, after - columns) ** 2
    nearest = in_row.copy()
    for dy in range(1, len(solid)):
        # No row further away can be nearer than what was found.
        if dy * dy >= nearest.max():
            break
        nearest[dy:] = np.minimum(nearest[dy:], in_row[:-dy] + dy * dy)
        nearest[:-dy] = np.minimum(nearest[:-dy], in_row[dy:] + dy * dy)
    return np.asarray(np.sqrt(nearest))


def shapes(pictures: np.ndarray) -> dict[str, np.ndarray]:
    """`box`, `moments`, `circle` and `area` of pictures uint8 [n, s, s, 4]."""
    alphas = [p[..., 3].astype(np.float32) / 255 for p in pictures]
    return {
        "box": np.array([box(a) for a in alphas], np.float32).reshape(-1, 4),
        "moments": np.array([moments(a) for a in alphas], np.float32).reshape(-1, 5),
        "circle": np.array([circle(a) for a in alphas], np.float32).reshape(-1, 3),
        "area": np.array([a.mean() for a in alphas], np.float32),
    }


def colours(pictures: np.ndarray, tables: Tables, palette: list[str], first: int = 0) -> dict[str, np.ndarray]:
    """The sparse palette histograms and the colour names of pictures uint8 [n, s, s, 4] in every paint. `first` is the
    number of the first of them, which paints go by."""
    painter = Painter(tables)
    centres = torch.from_numpy(codebook(palette))
    histograms, names = [], []
    for i in range(0, len(pictures), _CHUNK):
        rgba = _shrunk(torch.from_numpy(pictures[i : i + _CHUNK]).float() / 255)
        painted = painter.all(rgba, torch.arange(first + i, first + i + len(rgba)))
        row = torch.arange(painted.shape[0] * painted.shape[1]).view(*painted.shape[:2], 1, 1)
        solid = painted[..., 3] > SOLID
        rows, lab = row.expand(solid.shape)[solid], to_oklab(painted[..., :3][solid])
        nearest = (lab @ centres.T - 0.5 * (centres**2).sum(1)).argmax(-1)
        histograms.append(_shares(rows, nearest, painted.shape[:2], len(palette)))
        names.append(_shares(rows, painter.name(lab), painted.shape[:2], len(painter.names)))
    return sparse(torch.cat(histograms).numpy()) | top_names(torch.cat(names).numpy())


def _shrunk(rgba: torch.Tensor) -> torch.Tensor:
    """Straight RGBA [b, s, s, 4] at a quarter of the side."""
    premultiplied = torch.cat([rgba[..., :3] * rgba[..., 3:], rgba[..., 3:]], -1).permute(0, 3, 1, 2)
    small = F.avg_pool2d(premultiplied, _SHRINK).permute(0, 2, 3, 1)
    return torch.cat([small[..., :3] / small[..., 3:].clamp(min=1e-3), small[..., 3:]], -1).clamp(0, 1)


def _shares(rows: torch.Tensor, index: torch.Tensor, shape: torch.Size, count: int) -> torch.Tensor:
    """Of pixels [m] in `rows` of pictures and paints, whose `shape` is [b, p], the shares [b, p, count] that each index
    has."""
    counted = torch.bincount(rows * count + index, minlength=shape.numel() * count).view(*shape, count).float()
    return counted / counted.sum(-1, keepdim=True).clamp(min=1)


def sparse(histogram: np.ndarray) -> dict[str, np.ndarray]:
    """Shares [n, paints, colours] as the file has them: starts, entries and shares in 1/255, largest first, what rounds
    to 0 left out."""
    shares = np.round(histogram.reshape(-1, histogram.shape[-1]).astype(np.float32) * 255).astype(np.uint8)
    order = np.argsort(-shares.astype(np.int16), axis=1, kind="stable")
    ordered = np.take_along_axis(shares, order, 1)
    kept = ordered > 0
    return {
        "palette_starts": np.concatenate([[0], np.cumsum(kept.sum(1))]).astype(np.uint32),
        "palette_colours": order[kept].astype(np.uint8),
        "palette_shares": ordered[kept],
    }


def top_names(shares: np.ndarray) -> dict[str, np.ndarray]:
    """The commonest colour names of shares [n, paints, names], and their shares in 1/255."""
    order = np.argsort(-shares, axis=-1, kind="stable")[..., :NAMES_KEPT]
    top = np.take_along_axis(shares, order, -1)
    return {
        "colour_names": np.where(top > 0, order, NO_NAME).astype(np.uint8),
        "colour_shares": np.round(top.astype(np.float32) * 255).astype(np.uint8),
    }
