"""People and animals as simple shapes in flat colours."""

import numpy as np
from PIL import Image, ImageDraw

SIDE = 128
# Antialiased as artwork is.
_OVER = 4
SKIN, HAIR, SHIRT, DARK, WHITE = "#ffdc5d", "#ffac33", "#2f6fde", "#402010", "#ffffff"

Shape = tuple[str, tuple[float, float, float, float], str]


def drawn(*shapes: Shape) -> np.ndarray:
    """Straight RGBA uint8 [128, 128, 4] of ellipses and rectangles ("o" or "r", box, colour), from back to front."""
    image = Image.new("RGBA", (SIDE * _OVER, SIDE * _OVER))
    pen = ImageDraw.Draw(image)
    for kind, box, colour in shapes:
        scaled = [_OVER * edge for edge in box]
        (pen.ellipse if kind == "o" else pen.rectangle)(scaled, fill=colour)
    return np.asarray(image.resize((SIDE, SIDE), Image.Resampling.BOX))


def person(hair: str = HAIR, shirt: str = SHIRT, eyes: str = DARK) -> np.ndarray:
    """A head with long hair, eyes, a mouth, and a shirt."""
    return drawn(
        ("o", (24, 4, 104, 100), hair),
        ("r", (14, 100, 114, 127), shirt),
        ("o", (34, 22, 94, 96), SKIN),
        ("r", (56, 90, 72, 104), SKIN),
        ("o", (46, 50, 56, 62), eyes),
        ("o", (72, 50, 82, 62), eyes),
        ("o", (54, 78, 74, 84), "#c1694f"),
    )


def cat() -> np.ndarray:
    """A grey face with ears, eyes and a nose."""
    return drawn(
        ("o", (10, 20, 118, 120), "#9aa0a6"),
        ("o", (12, 8, 44, 50), "#9aa0a6"),
        ("o", (84, 8, 116, 50), "#9aa0a6"),
        ("o", (38, 56, 52, 74), DARK),
        ("o", (76, 56, 90, 74), DARK),
        ("o", (58, 82, 70, 90), "#f06aa8"),
    )
