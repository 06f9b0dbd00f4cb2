"""Layouts: where the things of a scene stand and how large they are, as the tables say (docs/bundle.md, `tables`)."""

from dataclasses import dataclass

from kaleido.data.reader import Reader
from kaleido.problem import Problem


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


def _placement(r: Reader) -> Placement:
    return Placement(r.number("x"), r.number("y"), r.number("side"), r.maybe("bottom"), r.maybe("sinks"))


def _pair(parent: Reader, name: str) -> Pair:
    r = parent.inner(name)
    if r.text("back") not in ("first", "second"):
        raise Problem(f"{r.where}.back: must be first or second, not {r.value['back']!r}")
    return Pair(r.share(), r.text("back"), _placement(r.inner("first")), _placement(r.inner("second")))


def _groups(r: Reader) -> Groups:
    return Groups(
        side=r.number("side"),
        two=r.items("2", lambda q: Places(q.share(), q.points("places", 2))),
        three=r.items("3", lambda q: Places(q.share(), q.points("places", 3))),
    )


def read_layouts(r: Reader) -> Layouts:
    """The tables' `layouts`."""
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
