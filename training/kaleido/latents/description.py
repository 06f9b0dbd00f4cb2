"""Description: everything the layers say in words (size, colours, what, where, style)."""

import numpy as np

from kaleido.data.colour import colour_name
from kaleido.data.compose import CANVAS, Layer
from kaleido.latents.palette import opaque_oklab

_ROWS = ["at the top", "", "at the bottom"]
_COLUMNS = ["on the left", "", "on the right"]


def main_colours(layer: Layer, limit: int = 2) -> list[str]:
    """Names of the layer's largest colour areas, each at least a sixth of it, largest first."""
    lab = opaque_oklab(layer.pixels)
    if not len(lab):
        return []
    names = [colour_name(c) for c in lab[:: max(1, len(lab) // 200)]]
    found, counts = np.unique(names, return_counts=True)
    order = np.argsort(-counts, kind="stable")
    return [str(found[i]) for i in order[:limit] if counts[i] * 6 >= len(names)]


def place(box: tuple[int, int, int, int]) -> str:
    """`in the middle`, `on the left`, `at the top on the right`, … of a box in 0–32."""
    x0, y0, x1, y1 = box
    words = [_ROWS[_third((y0 + y1) / 2)], _COLUMNS[_third((x0 + x1) / 2)]]
    return " ".join(w for w in words if w) or "in the middle"


def _third(centre: float) -> int:
    return 0 if centre < 12.5 else 2 if centre > 19.5 else 1


def size_word(box: tuple[int, int, int, int]) -> str:
    """`big`, `medium` or `small` by the longer side of a box in 0–32."""
    side = max(box[2] - box[0], box[3] - box[1]) * 2 / CANVAS
    return "big" if side > 0.8 else "medium" if side > 0.55 else "small"


def article(word: str) -> str:
    """`a` or `an`."""
    return "an" if word[0] in "aeiou" else "a"


def extract(layers: list[Layer], boxes: list[tuple[str, int, int, int, int]]) -> str:
    """One line, such as `a big orange and white cat in the middle , glossy style`. Commas stand apart, as the text tokenizer has them."""
    parts = []
    for layer, (label, *box) in zip(layers, boxes, strict=True):
        size = size_word(tuple(box))
        colours = " and ".join(main_colours(layer))
        words = [w for w in (size, colours, label, place(tuple(box))) if w]
        parts.append(f"{article(words[0])} {' '.join(words)}")
    return f"{' and '.join(parts)} , {layers[0].style} style"
