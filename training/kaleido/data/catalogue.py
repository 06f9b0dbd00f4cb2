"""What scenes are drawn from: a bank's measures as plain numbers, and its pictures by style and name."""

from collections import Counter
from collections.abc import Sequence

import numpy as np

from kaleido.data.bank import Bank, Thing
from kaleido.data.bank_file import FACE, MOOD, ROOM_FOR_MOOD
from kaleido.data.colour import codebook
from kaleido.data.geometry import alike
from kaleido.data.scene import Bounds

# Tags that at most this many things have are as good as names.
RARE = 2


class Catalogue:
    """Lists have an entry a picture; `pictures`, `moods`, `names` and `chances` go by style, `thing` by name. `chances`
    are cumulative, of the `names` that are drawn at all."""

    def __init__(self, bank: Bank):
        self.bank, self.tables = bank, bank.tables
        self.box: list[Bounds] = [tuple(row) for row in bank.box.tolist()]
        self.moments: list[tuple[float, ...]] = [tuple(row) for row in bank.moments.tolist()]
        self.circle: list[tuple[float, float, float]] = [tuple(row) for row in bank.circle.tolist()]
        self.area: list[float] = bank.area.tolist()
        self.face: list[bool] = ((bank.flags & FACE) != 0).tolist()
        self.roomy: list[bool] = ((bank.flags & ROOM_FOR_MOOD) != 0).tolist()
        self.same = alike(codebook(bank.palette))
        self.rare = rare_tags(bank.things)
        self.pictures: dict[str, dict[str, list[int]]] = {style: {} for style in bank.styles}
        self.moods: dict[str, dict[str, int]] = {style: {} for style in bank.styles}
        for i, (kind, style) in enumerate(zip(bank.kind.tolist(), bank.style.tolist(), strict=True)):
            if kind == MOOD:
                self.moods[bank.styles[style]].setdefault(bank.name(i), i)
            else:
                self.pictures[bank.styles[style]].setdefault(bank.name(i), []).append(i)
        self.thing = {thing.name: k for k, thing in enumerate(bank.things)}
        self.names, self.chances = {}, {}
        for style, found in self.pictures.items():
            names = sorted(n for n in found if bank.things[self.thing[n]].weight > 0)
            weights = np.array([bank.things[self.thing[n]].weight for n in names])
            self.names[style], self.chances[style] = names, np.cumsum(weights / weights.sum())
        self.styles = sorted(style for style in bank.styles if self.names[style])
        self.mood_names = {style: sorted(found) for style, found in self.moods.items()}
        self.pairs = [name for name, pair in self.tables.layouts.pairs.items() for _ in range(pair.share)]


def rare_tags(things: Sequence[Thing]) -> list[list[str]]:
    """Of each thing the tags that hardly another has, so that they are as good as names."""
    seen = Counter(tag for thing in things for tag in thing.tags)
    return [[t for t in g.tags if seen[t] <= RARE and t not in g.name.split() and len(t) > 2] for g in things]
