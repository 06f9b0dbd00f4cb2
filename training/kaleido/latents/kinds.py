"""The kinds of latents, in canonical order: the order in which the prior plans where nothing is pinned."""

from types import SimpleNamespace
from typing import Any

from kaleido.data.scene import Scene
from kaleido.latents.blobs import BLOBS
from kaleido.latents.boxes import BOXES
from kaleido.latents.description import DESCRIPTION
from kaleido.latents.ids import SPECIAL_PIECES
from kaleido.latents.kind import Kind
from kaleido.latents.palette import PALETTE
from kaleido.latents.tokens import TOKENS

SPECS: tuple[Kind[Any], ...] = (
    DESCRIPTION,
    BOXES,
    BLOBS,
    PALETTE,
    # Last: codes end the vocabulary, as the prior scores them apart from all else (Prior.logits_apart).
    TOKENS,
)
KINDS = tuple(spec.name for spec in SPECS)
BY_NAME = {spec.name: spec for spec in SPECS}
# The id of each kind's start token.
STARTS = {kind: len(SPECIAL_PIECES) + n for n, kind in enumerate(KINDS)}


class Latents(SimpleNamespace):
    """One canvas's latents in whole numbers, an attribute a kind; a kind that is absent is None. They are given in
    canonical order or by name."""

    def __init__(self, *values: Any, **named: Any):
        if unknown := set(named) - set(KINDS):
            raise TypeError(f"there are no latents {', '.join(sorted(unknown))}")
        given = dict(zip(KINDS, values, strict=False))
        super().__init__(**{kind: named.get(kind, given.get(kind)) for kind in KINDS})

    @staticmethod
    def of(scene: Scene, codes: list[int] | None = None) -> "Latents":
        """All that a scene has, with the codes of its canvas where they are known."""
        return Latents(*(spec.of(scene, codes) for spec in SPECS))

    def engine(self, palette: list[str]) -> dict[str, Any]:
        """Those that are there as the engine writes them, by kind (docs/bundle.md)."""
        present = {spec.name: (spec, getattr(self, spec.name)) for spec in SPECS}
        return {name: spec.engine(value, palette) for name, (spec, value) in present.items() if value is not None}
