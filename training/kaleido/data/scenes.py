"""Scenes: what a canvas shows, drawn without pixels. Words, boxes, blobs and palette follow from the measures of the
pictures."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

import numpy as np

from kaleido.config import SceneSettings
from kaleido.data.bank import FACE, MOOD, ROOM_FOR_MOOD, Bank, Thing
from kaleido.data.colour import codebook
from kaleido.data.geometry import CANVAS, alike, blob_steps, box_steps, palette_steps
from kaleido.data.plural import plural
from kaleido.data.tables import WEARING, Placement, Places

T = TypeVar("T")
SINGLE, COUNT, LIST = "single", "count", "list"
NUMBERS = {2: ("two", "two", "two", "2"), 3: ("three", "three", "three", "3")}
# Moods of several words that stand behind the noun; the others may stand there too.
LATE = ("in love", "on fire", "having an idea")
EXTRAS = ("cute", "little", "big", "tiny", "nice", "cool")
ASKED = ("sticker of", "a sticker of", "picture of", "an emoji of", "emoji of", "draw")
# A colour is named where it covers at least this part of the opaque pixels.
NAMED_SHARE = 1 / 6
# Tags that at most this many things have are as good as names.
RARE = 2
SMALLEST = 0.05


@dataclass(frozen=True)
class Layer:
    """A picture of the bank in a paint, mirrored or not; its square's upper left corner and side in pixels of the
    128-px canvas."""

    picture: int
    paint: int
    flip: bool
    x: float
    y: float
    side: float


@dataclass(frozen=True)
class Scene:
    """A canvas before it is painted, with all that is said of it: boxes (label and corners in 0–32), blobs
    (docs/bundle.md), palette (entry, share level) and layers from back to front."""

    style: str
    kind: str
    prompt: str
    description: str
    boxes: list[tuple[str, int, int, int, int]]
    blobs: list[tuple[int, int, int, int, int]]
    palette: list[tuple[int, int]]
    layers: list[Layer]


@dataclass(frozen=True)
class _Object:
    """A thing on the canvas: its picture and looks, and its square in pixels."""

    thing: int
    picture: int
    paint: int = 0
    flip: bool = False
    mood: str = ""
    mark: str = ""
    x: float = 0.0
    y: float = 0.0
    side: float = 1.0


Bounds = tuple[float, float, float, float]


class Scenes:
    """Draws scenes of a bank's things. Needs at least one thing of a weight above 0."""

    def __init__(self, bank: Bank, settings: SceneSettings | None = None):
        self.bank, self.tables, self.settings = bank, bank.tables, settings or SceneSettings()
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

    def make(self, rng: np.random.Generator) -> Scene:
        """One scene."""
        style, kind, objects, word = self._objects(rng)
        layers, own = self._layers(style, objects)
        bounds = [self._bounds(o) for o in objects]
        boxes = [(self.bank.things[o.thing].name, *box_steps(*b)) for o, b in zip(objects, bounds, strict=True)]
        return Scene(
            style=style,
            kind=kind,
            prompt=self._prompt(rng, style, kind, objects, word),
            description=self._description(style, kind, objects, boxes),
            boxes=boxes,
            blobs=[self._blob(layers[k]) for k in own],
            palette=self._palette(layers),
            layers=layers,
        )

    # What is shown, and where.

    def _objects(self, rng: np.random.Generator) -> tuple[str, str, list[_Object], str]:
        """Style, kind of scene, its objects from back to front, and the word that prompts join two of them with."""
        s, layouts = self.settings, self.tables.layouts
        any_style = rng.random() < 1 - s.favoured or s.favourite not in self.styles
        style = _pick(rng, self.styles) if any_style else s.favourite
        roll = rng.random()
        single = 1 - s.worn - s.pair - s.count - s.list
        if roll < single:
            return style, SINGLE, [self._put(self._object(rng, style), layouts.single)], ""
        if roll < single + s.worn:
            return self._worn(rng, style)
        if roll < single + s.worn + s.pair:
            first, second = self._object(rng, style), self._object(rng, style)
            relation = _pick(rng, self.pairs)
            return style, relation, self._pair(first, second, relation), _pick(rng, self.tables.relations[relation])
        if roll < 1 - s.list:
            n = 2 if rng.random() < 0.6 else 3
            return style, COUNT, self._spread(rng, [self._object(rng, style)] * n), ""
        objects = [self._object(rng, style, plain=bool(rng.random() < 0.7)) for _ in range(3)]
        return style, LIST, self._spread(rng, objects), ""

    def _object(self, rng: np.random.Generator, style: str, name: str = "", plain: bool = False) -> _Object:
        """A thing of the style in some looks; `plain` ones have neither mood nor mark."""
        s = self.settings
        if not name:
            k = int(np.searchsorted(self.chances[style], rng.random()))
            name = self.names[style][min(k, len(self.names[style]) - 1)]
        picture = _pick(rng, self.pictures[style][name])
        flip = bool(rng.random() < s.flip)
        paint = int(rng.integers(1, len(self.tables.paints) + 1)) if rng.random() < s.paint else 0
        made = _Object(self.thing[name], picture, paint, flip)
        if plain:
            return made
        if self.roomy[picture] and self.mood_names[style] and rng.random() < s.mood:
            return replace(made, mood=_pick(rng, self.mood_names[style]))
        if (self.face[picture] and rng.random() < s.face_mark) or rng.random() < s.mark * 0.4:
            mark = _pick(rng, list(self.tables.marks))
            at_eyes = self.tables.marks[mark].at == "eyes"
            if (not at_eyes or self.face[picture]) and self.tables.marks[mark].thing in self.pictures[style]:
                return replace(made, mark=mark)
        return made

    def _worn(self, rng: np.random.Generator, style: str) -> tuple[str, str, list[_Object], str]:
        """A thing that wears another, or is alone where the style draws nothing to wear."""
        layouts, wearer = self.tables.layouts, self._object(rng, style)
        for _ in range(8):
            if (self.face[wearer.picture] or self.roomy[wearer.picture]) and not wearer.mark:
                break
            wearer = self._object(rng, style)
        wearer = replace(wearer, mark="")
        fits_face = self.face[wearer.picture] or self.circle[wearer.picture][2] > layouts.face.radius
        on_face = bool(rng.random() < 0.35) and fits_face and not wearer.mood
        options = [w for w in self.tables.wearables["face" if on_face else "head"] if w in self.pictures[style]]
        if not options:
            return style, SINGLE, [self._put(wearer, layouts.single)], ""
        worn = self._object(rng, style, _pick(rng, options), plain=True)
        objects = self._on_face(wearer, worn) if on_face else self._on_head(wearer, worn)
        return style, WEARING, objects, _pick(rng, self.tables.relations[WEARING])

    def _on_face(self, wearer: _Object, worn: _Object) -> list[_Object]:
        rule = self.tables.layouts.face
        wearer = self._put(wearer, rule.wearer)
        x0, y0, x1, y1 = self._bounds(wearer)
        bx0, by0, bx1, by1 = self._tight(worn)
        side = min(rule.width * (x1 - x0), rule.longest * CANVAS) / max(bx1 - bx0, 0.1)
        if self.face[wearer.picture]:
            y = y0 + rule.eyes * (y1 - y0)
        else:
            y = wearer.y + wearer.side * (self.circle[wearer.picture][1] - rule.above)
        x, y = (x0 + x1) / 2 - side * (bx0 + bx1) / 2, y - side * (by0 + by1) / 2
        return [wearer, replace(worn, x=x, y=y, side=side)]

    def _on_head(self, wearer: _Object, worn: _Object) -> list[_Object]:
        rule = self.tables.layouts.head
        wearer = self._put(wearer, rule.wearer)
        x0, y0, x1, y1 = self._bounds(wearer)
        bx0, by0, bx1, by1 = self._tight(worn)
        rim = y0 + rule.sinks * (y1 - y0)
        by_width = rule.width * (x1 - x0) / max(bx1 - bx0, 0.1)
        by_height = (rim - rule.top * CANVAS) / max(by1 - by0, 0.1)
        side = min(by_width, by_height, rule.side * CANVAS)
        return [wearer, replace(worn, x=(x0 + x1) / 2 - side * (bx0 + bx1) / 2, y=rim - side * by1, side=side)]

    def _pair(self, first: _Object, second: _Object, relation: str) -> list[_Object]:
        pair = self.tables.layouts.pairs[relation]
        a, b = self._put(first, pair.first), self._put(second, pair.second)
        if pair.first.sinks is not None:
            a = replace(a, y=a.y + self._bounds(b)[1] + pair.first.sinks * CANVAS - self._bounds(a)[3])
        if pair.second.sinks is not None:
            b = replace(b, y=b.y + self._bounds(a)[1] + pair.second.sinks * CANVAS - self._bounds(b)[3])
        return [a, b] if pair.back == "first" else [b, a]

    def _spread(self, rng: np.random.Generator, objects: list[_Object]) -> list[_Object]:
        groups = self.tables.layouts.groups
        choices: list[Places] = [p for p in (groups.two if len(objects) == 2 else groups.three) for _ in range(p.share)]
        places = _pick(rng, choices).places
        return [self._put(o, Placement(x, y, groups.side)) for o, (x, y) in zip(objects, places, strict=True)]

    def _put(self, o: _Object, at: Placement) -> _Object:
        """The object at a placement, but for `sinks`, which takes the other object."""
        x0, y0, x1, y1 = self._tight(o)
        side = at.side * CANVAS / max(x1 - x0, y1 - y0, SMALLEST)
        x, y = at.x * CANVAS - side * (x0 + x1) / 2, at.y * CANVAS - side * (y0 + y1) / 2
        return replace(o, x=x, y=y if at.bottom is None else at.bottom * CANVAS - side * y1, side=side)

    def _tight(self, o: _Object) -> Bounds:
        x0, y0, x1, y1 = self.box[o.picture]
        return (1 - x1, y0, 1 - x0, y1) if o.flip else (x0, y0, x1, y1)

    def _bounds(self, o: _Object) -> Bounds:
        """The tight box in pixels."""
        x0, y0, x1, y1 = self._tight(o)
        return o.x + o.side * x0, o.y + o.side * y0, o.x + o.side * x1, o.y + o.side * y1

    # Layers and what is measured of them.

    def _layers(self, style: str, objects: list[_Object]) -> tuple[list[Layer], list[int]]:
        """Layers from back to front, and which of them are the objects themselves."""
        layers: list[Layer] = []
        own: list[int] = []
        for o in objects:
            behind, front = self._marks(style, o)
            layers += behind
            own.append(len(layers))
            layers.append(Layer(o.picture, o.paint, o.flip, o.x, o.y, o.side))
            if o.mood:
                cx, cy, radius = self.circle[o.picture]
                side = 2 * radius / self.tables.layouts.disc * self.tables.layouts.scale * o.side
                x = o.x + o.side * (1 - cx if o.flip else cx) - side / 2
                layers.append(Layer(self.moods[style][o.mood], 0, False, x, o.y + o.side * cy - side / 2, side))
            layers += front
        return layers, own

    def _marks(self, style: str, o: _Object) -> tuple[list[Layer], list[Layer]]:
        """Layers of the object's mark, behind it and in front of it."""
        if not o.mark:
            return [], []
        mark, layouts = self.tables.marks[o.mark], self.tables.layouts
        picture = self.pictures[style][mark.thing][0]
        x0, y0, x1, y1 = self._bounds(o)
        width, height = x1 - x0, y1 - y0
        if mark.at == "eyes":
            side = layouts.eyes.side * width
            tops = y0 + layouts.eyes.y * height
            return [], [Layer(picture, 0, False, x0 + width * x - side / 2, tops, side) for x in layouts.eyes.x]
        if mark.at == "behind":
            side = layouts.behind * max(width, height)
            return [Layer(picture, 0, False, x0 + width / 2 - side / 2, y1 - side, side)], []
        corner = layouts.corner
        side, margin = corner.side * max(width, height), corner.margin * CANVAS
        x, y = min(x1 - corner.out * side, CANVAS - margin - side), max(y0 - corner.up * side, margin)
        return [], [Layer(picture, 0, False, x, y, side)]

    def _blob(self, layer: Layer) -> tuple[int, int, int, int, int]:
        x, y, xx, xy, yy = self.moments[layer.picture]
        if layer.flip:
            x, xy = 1 - x, -xy
        scale = layer.side * layer.side
        return blob_steps(layer.x + layer.side * x, layer.y + layer.side * y, xx * scale, xy * scale, yy * scale)

    def _palette(self, layers: list[Layer]) -> list[tuple[int, int]]:
        """Areas are those of whole pictures: what one hides of another is not taken off."""
        areas, whole = np.zeros(len(self.bank.palette), np.float32), 0.0
        for layer in layers:
            entries, shares = self.bank.histogram(layer.picture, layer.paint)
            area = self.area[layer.picture] * layer.side * layer.side
            areas[entries] += shares * np.float32(area / 255)
            whole += area
        return palette_steps(areas, self.same, whole)

    # Words.

    def _colours(self, o: _Object) -> list[str]:
        return [name for name, share in self.bank.colour_names(o.picture, o.paint) if share >= NAMED_SHARE]

    def _description(
        self, style: str, kind: str, objects: list[_Object], boxes: list[tuple[str, int, int, int, int]]
    ) -> str:
        nouns = []
        for k in self._reading_order(kind, len(objects)):
            o, (name, x0, y0, x1, y1) = objects[k], boxes[k]
            words = [w for w in (" and ".join(self._colours(o)[:2]), o.mood or o.mark, name) if w]
            noun = f"{article(words[0])} {' '.join(words)}"
            nouns.append(f"{noun} {where((x0 + x1) / 2, (y0 + y1) / 2)}" if kind in (COUNT, LIST) else noun)
        joined = f" {kind} " if kind in self.tables.relations else " and "
        return f"{joined.join(nouns)} , {style} style"

    def _reading_order(self, kind: str, count: int) -> list[int]:
        """Objects as they are spoken of; they are kept from back to front."""
        pair = self.tables.layouts.pairs.get(kind)
        return [1, 0] if pair and pair.back == "second" else list(range(count))

    def _prompt(self, rng: np.random.Generator, style: str, kind: str, objects: list[_Object], word: str) -> str:
        if kind == COUNT:
            text = self._noun(rng, objects[0], len(objects))
        elif kind == SINGLE:
            text = self._noun(rng, objects[0])
        elif kind == LIST:
            first, second, third = (self._noun(rng, objects[k]) for k in rng.permutation(3).tolist())
            text = f"{first}, {second} and {third}"
        else:
            order = self._reading_order(kind, 2)
            if word == "and" and rng.random() < 0.5:
                order.reverse()
            text = f" {word} ".join([self._noun(rng, objects[k]) for k in order])
        return _asked(rng, text, style, kind == SINGLE)

    def _noun(self, rng: np.random.Generator, o: _Object, many: int = 0) -> str:
        """One object, or `many` of it, as people name it: now and then with colours, mood, article."""
        colours, name, mood = self._colours(o), self._name(rng, o), self._mood(rng, o)
        roll, shade = rng.random(), ""
        if o.paint:
            shade = self.tables.paints[o.paint - 1] if roll < 0.93 else ""
        elif colours and roll < 0.22:
            shade = colours[0]
        elif len(colours) > 1 and roll > 0.95:
            shade = " and ".join(colours[:2])
        if mood and rng.random() < 0.06:
            mood = ""
        late = bool(mood) and (mood in LATE or bool(rng.random() < 0.12))
        before, behind = ("", mood) if late else (mood, "")
        if many:
            return _spaced(_pick(rng, NUMBERS[many]), before, shade, plural(name), behind)
        middle = [before, shade]
        if rng.random() < 0.25:
            middle.reverse()
        extra = _pick(rng, EXTRAS) if rng.random() < 0.04 else ""
        text = _spaced(extra, *middle, name, behind)
        return f"{article(text)} {text}" if rng.random() < 0.55 else text

    def _name(self, rng: np.random.Generator, o: _Object) -> str:
        thing, roll = self.bank.things[o.thing], rng.random()
        if thing.synonyms and roll > 0.72:
            return _pick(rng, thing.synonyms)
        if self.rare[o.thing] and roll > 0.62:
            return _pick(rng, self.rare[o.thing])
        if thing.tags and roll < 0.05 and not o.mood and not o.mark:
            return _pick(rng, thing.tags)
        return thing.name

    def _mood(self, rng: np.random.Generator, o: _Object) -> str:
        if o.mood:
            return _pick(rng, self.tables.moods[o.mood])
        return _pick(rng, self.tables.marks[o.mark].words) if o.mark else ""


def article(word: str) -> str:
    """`a` or `an`, by the first letter."""
    return "an" if word[:1] in tuple("aeiou") else "a"


def where(x: float, y: float) -> str:
    """The place of a centre (x, y in 0–32) in words."""
    row = "at the top" if y < 12.5 else "at the bottom" if y > 19.5 else ""
    column = "on the left" if x < 12.5 else "on the right" if x > 19.5 else ""
    return _spaced(row, column) or "in the middle"


def rare_tags(things: Sequence[Thing]) -> list[list[str]]:
    """Of each thing the tags that hardly another has, so that they are as good as names."""
    seen = Counter(tag for thing in things for tag in thing.tags)
    return [[t for t in g.tags if seen[t] <= RARE and t not in g.name.split() and len(t) > 2] for g in things]


def _asked(rng: np.random.Generator, text: str, style: str, single: bool) -> str:
    """Some prompts name the style, some say that a picture is wanted."""
    roll = rng.random()
    if roll < 0.22:
        return f"{text}, {style} style"
    if roll < 0.30:
        return f"{text}, {style}"
    if roll < 0.36 and single and not text.startswith(("a ", "an ")):
        return f"{style} {text}"
    if roll < 0.42:
        return f"{_pick(rng, ASKED)} {text}"
    if roll < 0.45:
        return f"{text} {_pick(rng, ('emoji', 'sticker'))}"
    return text


def _spaced(*words: str) -> str:
    return " ".join(word for word in words if word)


def _pick(rng: np.random.Generator, choices: Sequence[T]) -> T:
    return choices[int(rng.integers(len(choices)))]
