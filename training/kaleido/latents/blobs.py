"""Blobs: the ellipse with the same second moments as each object's visible mask."""

import numpy as np

from kaleido.data.compose import CANVAS, Layer

ANGLES = 24


def extract(layers: list[Layer]) -> list[tuple[int, int, int, int, int]]:
    """(xc, yc in 0–32; major, minor radius in 1–32 pixels, major ≥ minor; angle in 0–23 of 7.5°) per layer."""
    ys, xs = np.mgrid[0:CANVAS, 0:CANVAS] + 0.5
    blobs = []
    for layer in layers:
        weight = layer.mask / max(float(layer.mask.sum()), 1e-6)
        x, y = float((weight * xs).sum()), float((weight * ys).sum())
        covariance = np.array(
            [
                [(weight * (xs - x) ** 2).sum(), (weight * (xs - x) * (ys - y)).sum()],
                [(weight * (xs - x) * (ys - y)).sum(), (weight * (ys - y) ** 2).sum()],
            ]
        )
        values, vectors = np.linalg.eigh(covariance)
        # A filled ellipse of radius r has variance r² / 4 along that axis.
        minor, major = (int(np.clip(round(2 * np.sqrt(max(v, 0))), 1, 32)) for v in values)
        angle = np.degrees(np.arctan2(vectors[1, 1], vectors[0, 1])) % 180
        blobs.append((round(x / 2), round(y / 2), major, minor, round(angle / (180 / ANGLES)) % ANGLES))
    return blobs
