"""Reads a drawing: shapes of one SVG, told apart by the words of their classes.

A shape's class begins with its colour, a letter; its `<style>` says which colour of `palettes.yaml` that is
(`.a { fill: purple }`), so that the file shows itself in a browser. Further words:

| word | |
|---|---|
| `light`, `dark` | a tone of the colour |
| `stroke` | drawn as a line of `stroke-width` |
| `mark` | lies flat on the form before it, and is cut off at its edge |
| `fold` | a line on the form before it: a seam, a crease |
| `shine` | a gleam on the form before it, which has no colour of its own |
| `mirrored` | drawn again, mirrored at the middle; of a form with what lies on it |
| `small` | a form that is thin, with light and shade to match |
| `eye` | an eye, white and all: moods are drawn in its place |
"""

import re
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree

from kaleido.problem import Problem

SIDE = 128
MIRROR = f"matrix(-1 0 0 1 {SIDE} 0)"
TONES = ("light", "dark")
LIES_ON = ("mark", "fold", "shine")
WORDS = (*TONES, *LIES_ON, "stroke", "mirrored", "small", "eye")
_NAMESPACE = "{http://www.w3.org/2000/svg}"
_RULE = re.compile(r"\.([a-z])\s*\{\s*fill:\s*([a-z]+);?\s*\}")


@dataclass(frozen=True)
class Shape:
    """An SVG element: its tag, its attributes but for `class`, its colour's letter (of a shine none), and its words."""

    tag: str
    attributes: dict[str, str]
    colour: str
    words: frozenset[str]

    @property
    def tone(self) -> str:
        """`light`, `dark`, or nothing."""
        return next((tone for tone in TONES if tone in self.words), "")

    def svg(self, **attributes: str | float) -> str:
        """The element with further attributes (`_` for `-`)."""
        every = self.attributes | {name.replace("_", "-"): str(value) for name, value in attributes.items()}
        written = "".join(f' {name}="{value}"' for name, value in every.items())
        return f"<{self.tag}{written}/>"


@dataclass(frozen=True)
class Part:
    """A form and what lies on it, drawn as it is or mirrored."""

    form: Shape
    on: tuple[Shape, ...]
    mirrored: bool = False


@dataclass(frozen=True)
class Drawing:
    """What one file draws, from back to front, and the names of its colours by letter."""

    parts: tuple[Part, ...]
    colours: dict[str, str] = field(hash=False)

    @property
    def has_eyes(self) -> bool:
        """Whether moods can be drawn into its face."""
        return any("eye" in shape.words for part in self.parts for shape in (part.form, *part.on))


def read_drawing(path: Path) -> Drawing:
    """Reads a file. Raises Problem naming it where it is no such drawing."""
    try:
        root = ElementTree.fromstring(path.read_text("utf-8"))
    except (OSError, ElementTree.ParseError) as error:
        raise Problem(f"{path} cannot be read as SVG ({error})") from error
    if root.get("viewBox") != f"0 0 {SIDE} {SIDE}":
        raise Problem(f"{path}: its viewBox must be 0 0 {SIDE} {SIDE}")
    style = root.find(f"{_NAMESPACE}style")
    colours = dict(_RULE.findall(style.text or "")) if style is not None else {}
    shapes = [_shape(path, element, colours) for element in root if element is not style]
    return Drawing(tuple(_parts(path, shapes)), colours)


def _shape(path: Path, element: ElementTree.Element, colours: dict[str, str]) -> Shape:
    attributes = dict(element.attrib)
    first, *rest = attributes.pop("class", "").split() or [""]
    shines = first == "shine"
    words = [first, *rest] if shines else rest
    strange = [word for word in words if word not in WORDS]
    if strange or (first not in colours and not shines):
        raise Problem(f"{path}: the class “{' '.join([first, *rest])}” names no colour of its style, or no known word")
    return Shape(element.tag.removeprefix(_NAMESPACE), attributes, "" if shines else first, frozenset(words))


def _parts(path: Path, shapes: list[Shape]) -> list[Part]:
    parts: list[Part] = []
    at = 0
    while at < len(shapes):
        form, end = shapes[at], at + 1
        if form.words & set(LIES_ON):
            raise Problem(f"{path}: it begins with a {', '.join(sorted(form.words))} that lies on no form")
        while end < len(shapes) and shapes[end].words & set(LIES_ON):
            end += 1
        on = tuple(shapes[at + 1 : end])
        parts.append(Part(form, on))
        if "mirrored" in form.words:
            parts.append(Part(form, on, mirrored=True))
        at = end
    return parts
