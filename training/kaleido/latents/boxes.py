"""The kind `boxes`: a label and a tight box of each object, from back to front. A box is written as its label's pieces
and four locations x0, y0, x1, y1."""

from typing import Any

from kaleido.data.units import BINS, LABEL, OBJECTS
from kaleido.latents.ids import END, Ids
from kaleido.latents.kind import Kind

# Label, and corners in 0–32, x0 < x1 and y0 < y1.
Box = tuple[str, int, int, int, int]
CORNERS = 4


def write(ids: Ids, boxes: list[Box]) -> list[int]:
    """Labels are cut to as many pieces as they may have."""
    location = ids.first("location")
    return [i for label, *corners in boxes for i in (*ids.text.encode(label)[:LABEL], *(location + c for c in corners))]


def allowed(ids: Ids, content: list[int], _: int | None) -> list[int]:
    """Labels of one to eight pieces, and corners that leave room for the opposite ones; one to three objects."""
    objects, label, corners = _open_box(ids, content)
    if corners:
        lowest = corners[-2] + 1 if len(corners) > 1 else 0
        return ids.between("location", lowest, BINS - 1 if len(corners) == 1 else BINS)
    if label:
        first_corner = ids.between("location", 0, BINS - 1)
        return first_corner if label == LABEL else [*ids.all("text"), *first_corner]
    if objects == OBJECTS:
        return [END]
    return [END, *ids.all("text")] if objects else ids.all("text")


def _open_box(ids: Ids, content: list[int]) -> tuple[int, int, list[int]]:
    """How many boxes are whole, and of the one behind them the pieces of its label and its corners."""
    first = ids.first("location")
    objects, label, corners = 0, 0, list[int]()
    for token in content:
        if token < first:
            label += 1
        else:
            corners.append(token - first)
        if len(corners) == CORNERS:
            objects, label, corners = objects + 1, 0, []
    return objects, label, corners


def engine(boxes: list[Box], _: list[str]) -> list[dict[str, Any]]:
    """Corners in parts of the canvas side."""
    return [
        {"label": label} | {k: c / BINS for k, c in zip(("x0", "y0", "x1", "y1"), corners, strict=True)}
        for label, *corners in boxes
    ]


BOXES = Kind(
    name="boxes",
    of=lambda scene, _: scene.boxes,
    write=write,
    allowed=allowed,
    engine=engine,
    numbers=lambda _: {"location": BINS + 1},
)
