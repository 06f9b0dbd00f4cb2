"""What scenes are made of, as data: colours, paints, moods, marks, things to wear, relations, sizes and places.
Training and engine read the same table (docs/bundle.md, `tables`); tables.yaml holds ours."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

import yaml

from kaleido.problem import Problem

TABLES_FILE = Path(__file__).with_name("tables.yaml")
WEARING = "wearing"

T = TypeVar("T")


@dataclass(frozen=True)
class Placement:
    """The tight box is centred at (x, y) with its longer side `side`, then moved down or up so that it ends at
    `bottom`, or `sinks` below the top of the other thing. All in parts of the canvas side."""

    x: float
    y: float
    side: float
    bottom: float | None = None
    sinks: float | None = None


@dataclass(frozen=True)
class Pair:
    """Two things: the placement of each, which of them is behind, and how often the pair is drawn."""

    share: int
    back: str
    first: Placement
    second: Placement


@dataclass(frozen=True)
class Places:
    """Where the things of a group stand, and how often that arrangement is drawn."""

    share: int
    places: tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class Groups:
    """Arrangements of two and of three things, the longer side of each being `side`."""

    side: float
    two: tuple[Places, ...]
    three: tuple[Places, ...]


@dataclass(frozen=True)
class OnHead:
    """`width` and `sinks` are parts of the wearer's width and height, `top` and `side` of the canvas."""

    wearer: Placement
    width: float
    sinks: float
    top: float
    side: float


@dataclass(frozen=True)
class OnFace:
    """`width` and `eyes` are parts of the wearer's width and height, `above` and `radius` of its picture, `longest` of
    the canvas."""

    wearer: Placement
    width: float
    longest: float
    eyes: float
    above: float
    radius: float


@dataclass(frozen=True)
class Eyes:
    """A mark under each eye; all in parts of the thing's tight box."""

    side: float
    x: tuple[float, ...]
    y: float


@dataclass(frozen=True)
class Corner:
    """A mark at the upper right corner; `out` and `up` are parts of the mark, `margin` of the canvas."""

    side: float
    out: float
    up: float
    margin: float


@dataclass(frozen=True)
class Layouts:
    """Sizes and places. `behind` is the side of a mark behind a thing; `disc` and `scale` fit a mood into a circle."""

    single: Placement
    pairs: dict[str, Pair]
    groups: Groups
    head: OnHead
    face: OnFace
    eyes: Eyes
    behind: float
    corner: Corner
    disc: float
    scale: float


@dataclass(frozen=True)
class Mark:
    """A sign for a mood: a picture of `thing` laid over another, the words for it, and where it goes."""

    thing: str
    words: tuple[str, ...]
    at: str


@dataclass(frozen=True)
class Tables:
    """The table. `source` is what it was read from, with keys that this version does not know."""

    colours: dict[str, tuple[str, ...]]
    paints: tuple[str, ...]
    moods: dict[str, tuple[str, ...]]
    marks: dict[str, Mark]
    wearables: dict[str, tuple[str, ...]]
    relations: dict[str, tuple[str, ...]]
    layouts: Layouts
    source: dict[str, Any] = field(repr=False, compare=False)

    @staticmethod
    def load(path: Path = TABLES_FILE) -> "Tables":
        """Reads a YAML file. Raises Problem on what is missing or contradicts itself, OSError where there is no
        file."""
        try:
            return Tables.from_json(yaml.safe_load(path.read_text("utf-8")))
        except yaml.YAMLError as error:
            raise Problem(f"{path} is not YAML: {error}") from error

    @staticmethod
    def from_json(value: Any) -> "Tables":
        """The table as a manifest has it. Raises Problem, naming the key at fault."""
        top = _Reader(value, "tables")
        colours = top.mapping("colours", _Reader.texts)
        marks = top.mapping("marks", _mark)
        tables = Tables(
            colours=colours,
            paints=top.texts("paints"),
            moods=top.mapping("moods", _Reader.texts),
            marks=marks,
            wearables=top.mapping("wearables", _Reader.any_texts),
            relations=top.mapping("relations", _Reader.texts),
            layouts=_layouts(top.inner("layouts")),
            source=value,
        )
        _check(tables)
        return tables

    def within(self, names: Iterable[str]) -> "Tables":
        """The table less the marks and wearables that are no thing of `names`."""
        known, value = set(names), self.source
        marks = {k: v for k, v in value["marks"].items() if v["thing"] in known}
        wearables = {k: [name for name in v if name in known] for k, v in value["wearables"].items()}
        return Tables.from_json(value | {"marks": marks, "wearables": wearables})

    def to_json(self) -> dict[str, Any]:
        """What `from_json` reads again."""
        return self.source


class _Reader:
    """One mapping of the table; every complaint names the key."""

    def __init__(self, value: Any, where: str):
        if not isinstance(value, dict):
            raise Problem(f"{where}: must be a mapping, not {value!r}")
        self.value, self.where = value, where

    def _get(self, key: str) -> Any:
        if key not in self.value:
            raise Problem(f"{self.where}.{key} is missing")
        return self.value[key]

    def _fail(self, key: str, wanted: str) -> Problem:
        return Problem(f"{self.where}.{key}: must be {wanted}, not {self.value[key]!r}")

    def inner(self, key: str) -> "_Reader":
        return _Reader(self._get(key), f"{self.where}.{key}")

    def mapping(self, key: str, read: Callable[["_Reader", str], T]) -> dict[str, T]:
        inner = self.inner(key)
        return {str(name): read(inner, name) for name in inner.value}

    def items(self, key: str, read: Callable[["_Reader"], T]) -> tuple[T, ...]:
        values = self._get(key)
        if not isinstance(values, list) or not values:
            raise self._fail(key, "a list that is not empty")
        return tuple(read(_Reader(v, f"{self.where}.{key}[{i}]")) for i, v in enumerate(values))

    def text(self, key: str) -> str:
        if not isinstance(self._get(key), str):
            raise self._fail(key, "text")
        return str(self.value[key])

    def texts(self, key: str) -> tuple[str, ...]:
        values = self._get(key)
        if not isinstance(values, list) or not values or not all(isinstance(v, str) for v in values):
            raise self._fail(key, "a list of texts that is not empty")
        return tuple(values)

    def any_texts(self, key: str) -> tuple[str, ...]:
        return self.texts(key) if self._get(key) != [] else ()

    def number(self, key: str) -> float:
        if isinstance(self._get(key), bool) or not isinstance(self.value[key], int | float):
            raise self._fail(key, "a number")
        return float(self.value[key])

    def numbers(self, key: str) -> tuple[float, ...]:
        values = self._get(key)
        if not isinstance(values, list) or not all(isinstance(v, int | float) for v in values):
            raise self._fail(key, "a list of numbers")
        return tuple(float(v) for v in values)

    def maybe(self, key: str) -> float | None:
        return self.number(key) if key in self.value else None

    def share(self) -> int:
        if not isinstance(self._get("share"), int) or self.value["share"] < 1:
            raise self._fail("share", "a whole number of at least 1")
        return int(self.value["share"])

    def points(self, key: str, count: int) -> tuple[tuple[float, float], ...]:
        values = self._get(key)
        if not isinstance(values, list) or len(values) != count:
            raise self._fail(key, f"{count} places")
        if not all(isinstance(v, list) and len(v) == 2 and all(isinstance(n, int | float) for n in v) for v in values):
            raise self._fail(key, "a list of places [x, y]")
        return tuple((float(x), float(y)) for x, y in values)


def _mark(parent: _Reader, name: str) -> Mark:
    r = parent.inner(name)
    return Mark(r.text("thing"), r.texts("words"), r.text("at"))


def _placement(r: _Reader) -> Placement:
    return Placement(r.number("x"), r.number("y"), r.number("side"), r.maybe("bottom"), r.maybe("sinks"))


def _pair(parent: _Reader, name: str) -> Pair:
    r = parent.inner(name)
    if r.text("back") not in ("first", "second"):
        raise Problem(f"{r.where}.back: must be first or second, not {r.value['back']!r}")
    return Pair(r.share(), r.text("back"), _placement(r.inner("first")), _placement(r.inner("second")))


def _groups(r: _Reader) -> Groups:
    return Groups(
        side=r.number("side"),
        two=r.items("2", lambda q: Places(q.share(), q.points("places", 2))),
        three=r.items("3", lambda q: Places(q.share(), q.points("places", 3))),
    )


def _layouts(r: _Reader) -> Layouts:
    worn, marks, mood = r.inner("worn"), r.inner("marks"), r.inner("mood")
    head, face, eyes, corner = worn.inner("head"), worn.inner("face"), marks.inner("eyes"), marks.inner("corner")
    return Layouts(
        single=_placement(r.inner("single")),
        pairs=r.mapping("pairs", _pair),
        groups=_groups(r.inner("groups")),
        head=OnHead(_placement(head.inner("wearer")), *(head.number(k) for k in ("width", "sinks", "top", "side"))),
        face=OnFace(
            _placement(face.inner("wearer")), *(face.number(k) for k in ("width", "longest", "eyes", "above", "radius"))
        ),
        eyes=Eyes(eyes.number("side"), eyes.numbers("x"), eyes.number("y")),
        behind=marks.inner("behind").number("side"),
        corner=Corner(*(corner.number(k) for k in ("side", "out", "up", "margin"))),
        disc=mood.number("disc"),
        scale=mood.number("scale"),
    )


def _check(tables: Tables) -> None:
    """Raises Problem where one table names what another lacks."""
    for name, codes in tables.colours.items():
        for code in codes:
            if not re.fullmatch(r"#[0-9a-f]{6}", code):
                raise Problem(f"tables.colours.{name}: {code!r} is no colour; write it as #rrggbb")
    for paint in tables.paints:
        if paint not in tables.colours:
            raise Problem(f"tables.paints: {paint!r} is none of tables.colours")
    for name, mark in tables.marks.items():
        if mark.at not in ("eyes", "behind", "corner"):
            raise Problem(f"tables.marks.{name}.at: must be eyes, behind or corner, not {mark.at!r}")
    for place in ("head", "face"):
        if place not in tables.wearables:
            raise Problem(f"tables.wearables.{place} is missing")
    if set(tables.relations) != {*tables.layouts.pairs, WEARING}:
        raise Problem(f"tables.relations must be those of tables.layouts.pairs and {WEARING}")
    for name, pair in tables.layouts.pairs.items():
        if pair.first.sinks is not None and pair.second.sinks is not None:
            raise Problem(f"tables.layouts.pairs.{name}: only one of the two can stand on the other")
