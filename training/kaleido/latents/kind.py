"""What a kind of latent z is to the prior: how a scene says it, how it is written in ids, and which ids may follow each
other. Each kind has a file of its own and a line in kinds.py."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from kaleido.data.scene import Scene
from kaleido.latents.ids import Ids

V = TypeVar("V")


@dataclass(frozen=True)
class Counts:
    """What a run decides: colours of its palette, codes of its visual tokenizer."""

    colours: int
    codes: int


def no_numbers(_: Counts) -> dict[str, int]:
    """Of a kind that is written in text alone."""
    return {}


@dataclass(frozen=True)
class Kind(Generic[V]):
    """A kind whose latents are values of V, in whole numbers (data/units.py).

    `of`: the latent of a scene whose canvas has these visual codes; None where it has none.
    `write`: its content ids, without start and end.
    `allowed`: the ids that may follow this content, END among them, so that every sample parses; `boxes` is the number
    of boxes where these precede the segment.
    `engine`: its JSON form in the engine's units, with the palette's colours (`#rrggbb`).
    `numbers`: the ranges of ids that it counts by, and their lengths; kinds may share one."""

    name: str
    of: Callable[[Scene, list[int] | None], V | None]
    write: Callable[[Ids, V], list[int]]
    allowed: Callable[[Ids, list[int], int | None], list[int]]
    engine: Callable[[V, list[str]], Any]
    numbers: Callable[[Counts], dict[str, int]] = no_numbers
