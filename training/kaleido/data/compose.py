"""Composes canvases of one to three stickers on a transparent ground, with the exact layers they were made of."""

from dataclasses import dataclass, replace

import numpy as np

from kaleido.config import CanvasConfig
from kaleido.data.artwork import Artwork

CANVAS = 64
HUES = (60, 120, 180, 240, 300)
# Sizes and corners lie on the 8-pixel grid of the visual tokens; smaller objects have few sizes and places and do not overlap.
# So the same object yields the same tokens in a few places only, whatever is beside it, and the prior need not learn every shift.
FULL = 60
SMALLER = (48, 32)
STEP = 16
PAIRS = [
    ((32, 0, 16), (32, 32, 16)),
    ((32, 0, 0), (32, 32, 32)),
    ((32, 0, 32), (32, 32, 0)),
    ((32, 16, 0), (32, 16, 32)),
]
TRIPLES = [
    ((32, 0, 32), (32, 32, 32), (32, 16, 0)),
    ((32, 0, 0), (32, 32, 0), (32, 16, 32)),
    ((32, 0, 0), (32, 32, 16), (32, 0, 32)),
    ((32, 32, 0), (32, 0, 16), (32, 32, 32)),
]


@dataclass(frozen=True)
class Layer:
    """One object: what it is, where its visible pixels are (`mask` float32 [64, 64] in [0, 1]) and whether its hue was turned."""

    concept: str
    style: str
    mask: np.ndarray
    pixels: np.ndarray
    recoloured: bool = False


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
        places = (CANVAS - size) // STEP + 1
        return [(size, STEP * int(rng.integers(places)), STEP * int(rng.integers(places)))]
    layouts = PAIRS if count == 2 else TRIPLES
    layout = list(layouts[rng.integers(len(layouts))])
    rng.shuffle(layout)
    return [tuple(map(int, p)) for p in layout]


def compose(art: Artwork, rng: np.random.Generator, settings: CanvasConfig) -> Canvas:
    """Draws one canvas: all its objects in one style, no more of them than the concepts that are drawn in it."""
    count = 1 + int(rng.choice(3, p=settings.objects))
    style = str(rng.choice(art.styles))
    count = min(count, sum(style in styles for styles in art.by_concept.values()))
    names = _names(art, rng, style, count, settings.repeat)
    alike = count > 1 and len(set(names)) == 1
    canvas = np.zeros((CANVAS, CANVAS, 4), np.float32)
    placed: list[Layer] = []
    look = None
    for name, (size, x, y) in zip(names, _placements(rng, count, settings.full), strict=True):
        look = look if look and alike else _look(art, rng, name, style, settings.recolour)
        picture = art.sized(look[0], size, look[1])
        if rng.random() < settings.flip:
            picture = picture[:, ::-1]
        full = np.zeros_like(canvas)
        full[y : y + size, x : x + size] = picture
        canvas = full + canvas * (1 - full[..., 3:])
        placed = [replace(layer, mask=layer.mask * (1 - full[..., 3])) for layer in placed]
        placed.append(Layer(name, style, full[..., 3], full, look[1] != 0))
    return Canvas(canvas, placed, style)


def _names(art: Artwork, rng: np.random.Generator, style: str, count: int, repeat: float) -> list[str]:
    """Concepts of the objects, each another one, or all the same with chance `repeat`."""
    wanted = 1 if rng.random() < repeat else count
    names: list[str] = []
    while len(names) < wanted:
        name = art.concepts[rng.integers(len(art.concepts))]
        if style in art.by_concept[name] and name not in names:
            names.append(name)
    return names * (count // wanted)


def _look(art: Artwork, rng: np.random.Generator, name: str, style: str, recolour: float) -> tuple[int, int]:
    """Which of the concept's stickers, and by how many degrees its hue is turned."""
    choices = art.by_concept[name][style]
    hue = int(rng.choice(HUES)) if rng.random() < recolour else 0
    return choices[rng.integers(len(choices))], hue
