"""Boxes, blobs and palettes in the steps that latents are written in, from measures in pixels of the 128-px canvas."""

import math

import numpy as np

from kaleido.data.units import ANGLES, BINS, SHARE_LEVELS, SIZE

STEP = SIZE / BINS
RADIUS_STEP = STEP / 2
# An edge this close to a step, in steps, counts as on it.
SLACK = 0.05
# Palette: codebook entries nearer than this in OKLab are one colour, colours below this share are left out.
MERGE_DISTANCE = 0.09
MIN_SHARE = 0.06
MAX_COLOURS = 4
LOOKED_AT = 14


def box_steps(x0: float, y0: float, x1: float, y1: float) -> tuple[int, int, int, int]:
    """A tight box in pixels to corners in 0–32, x0 < x1 and y0 < y1."""
    left, top = (min(max(math.floor(v / STEP + SLACK), 0), BINS - 1) for v in (x0, y0))
    right, bottom = (min(max(math.ceil(v / STEP - SLACK), 0), BINS) for v in (x1, y1))
    return left, top, max(right, left + 1), max(bottom, top + 1)


def blob_steps(x: float, y: float, xx: float, xy: float, yy: float) -> tuple[int, int, int, int, int]:
    """Centre and covariance in pixels to the ellipse of the same second moments: centre in 0–32, radii major ≥ minor in
    1–32 of 1/64 of the canvas, angle in 0–23 of 7.5°, from the x axis towards y."""
    values, vectors = np.linalg.eigh(np.array([[xx, xy], [xy, yy]]))
    # A filled ellipse of radius r has variance r² / 4 along that axis.
    minor, major = (min(max(round(2 * math.sqrt(max(v, 0.0)) / RADIUS_STEP), 1), 32) for v in values.tolist())
    angle = math.degrees(math.atan2(vectors[1, 1], vectors[0, 1])) % 180
    xc, yc = (min(max(round(v / STEP), 0), BINS) for v in (x, y))
    return xc, yc, major, minor, round(angle / (180 / ANGLES)) % ANGLES


def alike(codebook: np.ndarray) -> np.ndarray:
    """Which entries of an OKLab codebook [n, 3] count as one colour: bool [n, n]."""
    return np.asarray(np.linalg.norm(codebook[:, None] - codebook[None], axis=-1) < MERGE_DISTANCE)


def palette_steps(areas: np.ndarray, same: np.ndarray, whole: float = 0.0) -> list[tuple[int, int]]:
    """(codebook entry, share level 0–7), largest first, of the area [n] that each entry covers; `same` is `alike` of
    the codebook, `whole` the area in all, where that is more than the entries' (0: it is not). Of equal areas the
    earlier entry comes first. A canvas on which nothing is opaque has entry 0."""
    whole = whole or float(areas.sum()) or 1.0
    clusters: list[tuple[int, float]] = []
    for k in np.argsort(-areas, kind="stable")[:LOOKED_AT].tolist():
        if areas[k] <= 0:
            break
        for c, (entry, area) in enumerate(clusters):
            if same[entry, k]:
                clusters[c] = (entry, area + float(areas[k]))
                break
        else:
            clusters.append((k, float(areas[k])))
    clusters.sort(key=lambda c: -c[1])
    kept = [c for c in clusters[:MAX_COLOURS] if c[1] / whole >= MIN_SHARE] or clusters[:1] or [(0, 0.0)]
    return [(k, min(max(round(area / whole * SHARE_LEVELS), 1), SHARE_LEVELS) - 1) for k, area in kept]
