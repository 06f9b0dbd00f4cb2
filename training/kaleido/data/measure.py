"""What is measured of the pictures of a bank."""

import numpy as np
import torch
from torch.nn import functional as F

from kaleido.data.bank import NAMES_KEPT, NO_NAME
from kaleido.data.colour import hex_to_rgb, srgb_to_oklab
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
    columns, rows = np.arange(solid.shape[1]), np.arange(solid.shape[0])
    before = np.maximum.accumulate(np.where(solid, 0, columns), axis=1)
    after = np.minimum.accumulate(np.where(solid, len(columns), columns)[:, ::-1], axis=1)[:, ::-1]
    in_row = np.minimum(columns - before, after - columns).astype(np.float32) ** 2
    return np.asarray(np.sqrt((in_row[None] + ((rows[:, None] - rows) ** 2)[..., None]).min(1)))


def shapes(pictures: np.ndarray) -> dict[str, np.ndarray]:
    """`box`, `moments`, `circle` and `area` of pictures uint8 [n, s, s, 4]."""
    alphas = [p[..., 3].astype(np.float32) / 255 for p in pictures]
    return {
        "box": np.array([box(a) for a in alphas], np.float32).reshape(-1, 4),
        "moments": np.array([moments(a) for a in alphas], np.float32).reshape(-1, 5),
        "circle": np.array([circle(a) for a in alphas], np.float32).reshape(-1, 3),
        "area": np.array([a.mean() for a in alphas], np.float32),
    }


def colours(pictures: np.ndarray, tables: Tables, palette: list[str]) -> dict[str, np.ndarray]:
    """The sparse palette histograms and the colour names of pictures uint8 [n, s, s, 4] in every paint."""
    painter = Painter(tables)
    codebook = torch.from_numpy(np.stack([srgb_to_oklab(hex_to_rgb(c)) for c in palette]))
    histograms, names = [], []
    for i in range(0, len(pictures), _CHUNK):
        rgba = _shrunk(torch.from_numpy(pictures[i : i + _CHUNK]).float() / 255)
        painted = painter.all(rgba, torch.arange(i, i + len(rgba)))
        lab, solid = to_oklab(painted[..., :3]), painted[..., 3] > SOLID
        nearest = (lab @ codebook.T - 0.5 * (codebook**2).sum(1)).argmax(-1)
        histograms.append(_shares(nearest, solid, len(palette)))
        names.append(_shares(painter.name(lab), solid, len(painter.names)))
    return sparse(torch.cat(histograms).numpy()) | top_names(torch.cat(names).numpy())


def _shrunk(rgba: torch.Tensor) -> torch.Tensor:
    """Straight RGBA [b, s, s, 4] at a quarter of the side."""
    premultiplied = torch.cat([rgba[..., :3] * rgba[..., 3:], rgba[..., 3:]], -1).permute(0, 3, 1, 2)
    small = F.avg_pool2d(premultiplied, _SHRINK).permute(0, 2, 3, 1)
    return torch.cat([small[..., :3] / small[..., 3:].clamp(min=1e-3), small[..., 3:]], -1).clamp(0, 1)


def _shares(index: torch.Tensor, solid: torch.Tensor, count: int) -> torch.Tensor:
    """Shares [b, p, count] of each index among the solid pixels of [b, p, h, w]."""
    rows = torch.arange(index.shape[0] * index.shape[1])[:, None]
    flat = (rows * count + index.flatten(0, 1).flatten(1))[solid.flatten(0, 1).flatten(1)]
    counted = torch.bincount(flat, minlength=len(rows) * count).view(*index.shape[:2], count).float()
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
