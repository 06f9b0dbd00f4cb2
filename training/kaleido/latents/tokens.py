"""The kind `tokens`: the visual tokenizer's codes of the canvas, row by row."""

from kaleido.data.scene import Scene
from kaleido.data.units import CELLS
from kaleido.latents.ids import END, Ids
from kaleido.latents.kind import Kind


def of(_: Scene, codes: list[int] | None) -> list[int] | None:
    """They are in no scene: the visual tokenizer tells them of its canvas."""
    return codes


def write(ids: Ids, codes: list[int]) -> list[int]:
    """An id a cell."""
    first = ids.first("code")
    return [first + code for code in codes]


def allowed(ids: Ids, content: list[int], _: int | None) -> list[int]:
    """A code a cell, and then the end."""
    return [END] if len(content) == CELLS else ids.all("code")


TOKENS = Kind(
    name="tokens",
    of=of,
    write=write,
    allowed=allowed,
    engine=lambda codes, _: codes,
    numbers=lambda counts: {"code": counts.codes},
)
