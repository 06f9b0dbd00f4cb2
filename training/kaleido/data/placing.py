"""Where the things of a scene stand, by the tables' layouts: sizes and places follow from the tight boxes of their
pictures."""

from dataclasses import replace

import numpy as np

from kaleido.data.catalogue import Catalogue
from kaleido.data.chance import pick
from kaleido.data.layouts import Placement, Places
from kaleido.data.scene import Bounds, Object
from kaleido.data.units import SIZE

# No picture counts as smaller than this, in parts of its side.
SMALLEST = 0.05


class Placing:
    """Gives objects their squares, in pixels of the canvas."""

    def __init__(self, catalogue: Catalogue):
        self.catalogue, self.tables = catalogue, catalogue.tables

    def on_face(self, wearer: Object, worn: Object) -> list[Object]:
        """The wearer, and what is worn before its eyes."""
        rule = self.tables.layouts.face
        wearer = self.put(wearer, rule.wearer)
        x0, y0, x1, y1 = self.bounds(wearer)
        bx0, by0, bx1, by1 = self.tight(worn)
        side = min(rule.width * (x1 - x0), rule.longest * SIZE) / max(bx1 - bx0, 0.1)
        if self.catalogue.face[wearer.picture]:
            y = y0 + rule.eyes * (y1 - y0)
        else:
            y = wearer.y + wearer.side * (self.catalogue.circle[wearer.picture][1] - rule.above)
        x, y = (x0 + x1) / 2 - side * (bx0 + bx1) / 2, y - side * (by0 + by1) / 2
        return [wearer, replace(worn, x=x, y=y, side=side)]

    def on_head(self, wearer: Object, worn: Object) -> list[Object]:
        """The wearer, and what is worn on its head."""
        rule = self.tables.layouts.head
        wearer = self.put(wearer, rule.wearer)
        x0, y0, x1, y1 = self.bounds(wearer)
        bx0, by0, bx1, by1 = self.tight(worn)
        rim = y0 + rule.sinks * (y1 - y0)
        by_width = rule.width * (x1 - x0) / max(bx1 - bx0, 0.1)
        by_height = (rim - rule.top * SIZE) / max(by1 - by0, 0.1)
        side = min(by_width, by_height, rule.side * SIZE)
        return [wearer, replace(worn, x=(x0 + x1) / 2 - side * (bx0 + bx1) / 2, y=rim - side * by1, side=side)]

    def pair(self, first: Object, second: Object, relation: str) -> list[Object]:
        """Two things in a relation, from back to front."""
        pair = self.tables.layouts.pairs[relation]
        a, b = self.put(first, pair.first), self.put(second, pair.second)
        if pair.first.sinks is not None:
            a = replace(a, y=a.y + self.bounds(b)[1] + pair.first.sinks * SIZE - self.bounds(a)[3])
        if pair.second.sinks is not None:
            b = replace(b, y=b.y + self.bounds(a)[1] + pair.second.sinks * SIZE - self.bounds(b)[3])
        return [a, b] if pair.back == "first" else [b, a]

    def spread(self, rng: np.random.Generator, objects: list[Object]) -> list[Object]:
        """Several things beside each other, in one of the arrangements for as many."""
        groups = self.tables.layouts.groups
        choices: list[Places] = [p for p in (groups.two if len(objects) == 2 else groups.three) for _ in range(p.share)]
        places = pick(rng, choices).places
        return [self.put(o, Placement(x, y, groups.side)) for o, (x, y) in zip(objects, places, strict=True)]

    def put(self, o: Object, at: Placement) -> Object:
        """The object at a placement, but for `sinks`, which takes the other object."""
        x0, y0, x1, y1 = self.tight(o)
        side = at.side * SIZE / max(x1 - x0, y1 - y0, SMALLEST)
        x, y = at.x * SIZE - side * (x0 + x1) / 2, at.y * SIZE - side * (y0 + y1) / 2
        return replace(o, x=x, y=y if at.bottom is None else at.bottom * SIZE - side * y1, side=side)

    def tight(self, o: Object) -> Bounds:
        """The tight box of an object in parts of its square."""
        x0, y0, x1, y1 = self.catalogue.box[o.picture]
        return (1 - x1, y0, 1 - x0, y1) if o.flip else (x0, y0, x1, y1)

    def bounds(self, o: Object) -> Bounds:
        """The tight box in pixels."""
        x0, y0, x1, y1 = self.tight(o)
        return o.x + o.side * x0, o.y + o.side * y0, o.x + o.side * x1, o.y + o.side * y1
