"""The kind `blobs`: an ellipse of each object, of the same second moments. It is written as four locations, centre x
and y and the radii major ≥ minor, and an angle."""

from typing import Any

from kaleido.data.units import ANGLES, BINS, OBJECTS
from kaleido.latents.ids import END, Ids
from kaleido.latents.kind import Kind

# Centre in 0–32, radii in 1–32 of half a step, angle in 0–23.
Blob = tuple[int, int, int, int, int]
PARTS = 5


def write(ids: Ids, blobs: list[Blob]) -> list[int]:
    """Five ids an ellipse."""
    location, angle = ids.first("location"), ids.first("angle")
    return [i for *sizes, turn in blobs for i in (*(location + s for s in sizes), angle + turn)]


def allowed(ids: Ids, content: list[int], boxes: int | None) -> list[int]:
    """As many ellipses as boxes where these go before, else one to three."""
    count, part = divmod(len(content), PARTS)
    if part == 0:
        if count == (boxes or OBJECTS):
            return [END]
        centre = ids.between("location", 0, BINS)
        return centre if boxes or not count else [END, *centre]
    if part == 1:
        return ids.between("location", 0, BINS)
    if part == 2:
        return ids.between("location", 1, BINS)
    if part == 3:
        return ids.between("location", 1, content[-1] - ids.first("location"))
    return ids.all("angle")


def engine(blobs: list[Blob], _: list[str]) -> list[dict[str, Any]]:
    """Centre and radii in parts of the canvas side, angle in degrees."""
    return [
        {
            "x": x / BINS,
            "y": y / BINS,
            "major": major / (2 * BINS),
            "minor": minor / (2 * BINS),
            "angle": turn * (180 / ANGLES),
        }
        for x, y, major, minor, turn in blobs
    ]


BLOBS = Kind(
    name="blobs",
    of=lambda scene, _: scene.blobs,
    write=write,
    allowed=allowed,
    engine=engine,
    numbers=lambda _: {"location": BINS + 1, "angle": ANGLES},
)
