"""The kind `focus`: where the eye goes, which is the middle of what stands in front. A point is written as two
locations."""

from kaleido.data.scene import Scene
from kaleido.data.units import BINS
from kaleido.latents.ids import END, Ids
from kaleido.latents.kind import Kind

# In 0–32, from the upper left corner.
Point = tuple[int, int]


def of(scene: Scene, _: list[int] | None) -> Point:
    """The middle of the last box, as they go from back to front."""
    _, x0, y0, x1, y1 = scene.boxes[-1]
    return (x0 + x1) // 2, (y0 + y1) // 2


def write(ids: Ids, point: Point) -> list[int]:
    """Two ids."""
    return [ids.first("location") + place for place in point]


def allowed(ids: Ids, content: list[int], _: int | None) -> list[int]:
    """Any two places."""
    return ids.all("location") if len(content) < len(("x", "y")) else [END]


def engine(point: Point, _: list[str]) -> dict[str, float]:
    """In parts of the canvas side."""
    x, y = point
    return {"x": x / BINS, "y": y / BINS}


FOCUS = Kind(
    name="focus",
    of=of,
    write=write,
    allowed=allowed,
    engine=engine,
    numbers=lambda _: {"location": BINS + 1},
)
