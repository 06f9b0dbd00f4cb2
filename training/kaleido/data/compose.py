"""Composes canvases of one to three stickers on a transparent ground, with the exact layers they were made of."""

from dataclasses import dataclass

import numpy as np

from kaleido.config import CanvasConfig
from kaleido.data.artwork import Artwork

CANVAS = 64
HUES = (60, 120, 180, 240, 300)
# Sizes and corners lie on the 8-pixel grid of the visual tokens, so that the same object yields the same tokens
# wherever it stands and the prior need not learn every sub-token shift.
FULL = 60
SMALLER = (48, 48, 40)
PAIRS = [
    ((32, 0, 16), (32, 32, 16)),
    ((40, 0, 0), (40, 24, 24)),
    ((40, 0, 24), (40, 24, 0)),
    ((40, 0, 16), (32, 32, 24)),
    ((32, 0, 24), (40, 24, 16)),
    ((40, 16, 24), (32, 16, 0)),
]
TRIPLES = [
    ((32, 0, 32), (32, 32, 32), (32, 16, 0)),
    ((32, 0, 0), (32, 32, 0), (32, 16, 32)),
    ((32, 0, 0), (32, 32, 16), (32, 0, 32)),
]


@dataclass(frozen=True)
class Layer:
    """One object: what it is and where its visible pixels are (`mask` float32 [64, 64] in [0, 1])."""

    concept: str
    style: str
    mask: np.ndarray
    pixels: np.ndarray


@dataclass(frozen=True)
class Canvas:
    """`pixels`: premultiplied float32 [64, 64, 4] in [0, 1]; layers from back to front, in reading order of the caption."""

    pixels: np.ndarray
    layers: list[Layer]
    style: str


def _placements(rng: np.random.Generator, count: int, full: float) -> list[tuple[int, int, int]]:
    if count == 1:
        if rng.random() < full:
            return [(FULL, (CANVAS - FULL) // 2, (CANVAS - FULL) // 2)]
        size = int(rng.choice(SMALLER))
        steps = (CANVAS - size) // 8 + 1
        return [(size, 8 * int(rng.integers(steps)), 8 * int(rng.integers(steps)))]
    layouts = PAIRS if count == 2 else TRIPLES
    layout = list(layouts[rng.integers(len(layouts))])
    rng.shuffle(layout)
    return [tuple(map(int, p)) for p in layout]


def compose(art: Artwork, rng: np.random.Generator, settings: CanvasConfig) -> Canvas:
    """Draws one canvas: all its objects in one style, no more of them than the concepts that are drawn in it."""
    count = 1 + int(rng.choice(3, p=settings.objects))
    style = str(rng.choice(art.styles))
    count = min(count, sum(style in styles for styles in art.by_concept.values()))
    names: list[str] = []
    while len(names) < count:
        name = art.concepts[rng.integers(len(art.concepts))]
        if style in art.by_concept[name] and name not in names:
            names.append(name)
    canvas = np.zeros((CANVAS, CANVAS, 4), np.float32)
    placed = []
    for name, (size, x, y) in zip(names, _placements(rng, count, settings.full), strict=True):
        choices = art.by_concept[name][style]
        hue = int(rng.choice(HUES)) if rng.random() < settings.recolour else 0
        picture = art.sized(choices[rng.integers(len(choices))], size, hue)
        if rng.random() < settings.flip:
            picture = picture[:, ::-1]
        full = np.zeros_like(canvas)
        full[y : y + size, x : x + size] = picture
        canvas = full + canvas * (1 - full[..., 3:])
        placed = [(n, m * (1 - full[..., 3]), p) for n, m, p in placed]
        placed.append((name, full[..., 3], full))
    layers = [Layer(n, style, m, p) for n, m, p in placed]
    return Canvas(canvas, layers, style)
