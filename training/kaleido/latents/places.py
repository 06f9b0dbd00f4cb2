"""Places: which box a cell of the visual tokens' grid lies in, and where in that box, as one number (docs/bundle.md). The prior is told
the place of the cell that it is about to fill, so that it need not work it out of the boxes' corners."""

from functools import lru_cache

from kaleido.latents.boxes import BINS, OBJECTS

GRID, PARTS = 8, 8
COUNT = 1 + OBJECTS * PARTS**2
Corners = tuple[int, int, int, int]


# Training asks for the same canvases again and again.
@lru_cache(2**17)
def cell_places(boxes: tuple[Corners, ...]) -> list[int]:
    """The places of the 64 cells, row by row, for boxes (x0, y0, x1, y1 in 0–32) from back to front: 0 outside every box, else 1 plus
    box · 64 + row · 8 + column of the eighths of the box that hold the cell's centre. A cell belongs to the box that covers most of
    it, of several such to the one in front."""
    return [_place(x, y, boxes) for y in range(GRID) for x in range(GRID)]


def _place(x: int, y: int, boxes: tuple[Corners, ...]) -> int:
    place, most = 0, 1
    for box, (x0, y0, x1, y1) in enumerate(boxes):
        covered = _overlap(x, x0, x1) * _overlap(y, y0, y1)
        if covered >= most:
            place, most = 1 + (box * PARTS + _part(y, y0, y1)) * PARTS + _part(x, x0, x1), covered
    return place


def _overlap(cell: int, low: int, high: int) -> int:
    side = BINS // GRID
    return max(0, min(high, (cell + 1) * side) - max(low, cell * side))


def _part(cell: int, low: int, high: int) -> int:
    side = BINS // GRID
    return min(PARTS - 1, max(0, PARTS * (cell * side + side // 2 - low) // (high - low)))
