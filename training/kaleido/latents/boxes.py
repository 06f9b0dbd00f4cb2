"""Boxes: the tight rectangle of each object's visible pixels, labelled with its concept (a grounded caption)."""

import numpy as np

from kaleido.data.compose import CANVAS, Layer

BINS = 32
OBJECTS = 3


def extract(layers: list[Layer]) -> list[tuple[str, int, int, int, int]]:
    """(label, x0, y0, x1, y1) per layer, corners in 0–32 (two pixels a step), x0 < x1 and y0 < y1."""
    boxes = []
    for layer in layers:
        rows = np.flatnonzero((layer.mask > 0.3).any(1))
        columns = np.flatnonzero((layer.mask > 0.3).any(0))
        if not len(rows):
            rows = columns = np.array([CANVAS // 2])
        step = CANVAS // BINS
        x0, y0 = int(columns[0]) // step, int(rows[0]) // step
        x1, y1 = -(-(int(columns[-1]) + 1) // step), -(-(int(rows[-1]) + 1) // step)
        boxes.append((layer.concept, x0, y0, max(x1, x0 + 1), max(y1, y0 + 1)))
    return boxes
