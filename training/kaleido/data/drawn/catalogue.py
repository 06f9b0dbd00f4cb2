"""What we have drawn: `drawn.yaml`, and one more in each folder below it, with the drawing of each thing beside it."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from kaleido.data.bank import Thing
from kaleido.data.drawn.drawing import Drawing, read_drawing
from kaleido.data.drawn.techniques import body, palettes
from kaleido.problem import Problem

FOLDER = Path(__file__).parent
# In the order of the pictures, which is frozen: what is new goes to the end of a file, another file behind all others.
CATALOGUE_FILES = tuple(FOLDER / folder / "drawn.yaml" for folder in ("", "animals", "places", "household", "everyday"))
# What slugs of our own pictures begin with.
SET = "kaleido"
# Of things that name none.
GROUP = "objects"
PLACES = {
    "head": ("width", "sinks", "brow"),
    "face": ("width", "eyes", "lens"),
    "ears": ("width", "above"),
    "neck": ("width", "rises", "chin"),
    "body": ("width", "rises"),
    "back": ("width", "rises"),
    "over": ("width", "rises"),
    "feet": ("width", "sinks"),
}


@dataclass(frozen=True)
class Accessory:
    """A thing: `worn` is its place and its numbers where it can be worn, `names` what it is called in other languages,
    and `looks` are the natural colours of its drawing, the drawing's own first. `face`: it is drawn as a face alone.
    `others` are further drawings of it, of which `view` says what they show (`whole`)."""

    thing: Thing
    worn: dict[str, Any]
    names: dict[str, list[str]]
    drawing: Drawing
    looks: tuple[dict[str, str], ...]
    face: bool = False
    view: str = ""
    others: tuple["Accessory", ...] = ()

    @property
    def slug(self) -> str:
        """`kaleido:wizard-hat`, and of another drawing of it `kaleido:wizard-hat-whole`."""
        return f"{SET}:{file_name(self.thing.name, self.view)}"

    def in_style(self, style: str, number: int, eyes: str = "") -> str:
        """What a style makes of it: the style's number among others decides between the natural colours. `eyes` is a
        code instead of theirs."""
        return body(self.drawing, style, self.looks[number % len(self.looks)], eyes)


def file_name(name: str, view: str = "") -> str:
    """`wizard-hat` of `wizard hat`, `wizard-hat-whole` of another drawing of it."""
    return "-".join([*name.split(), *view.split()])


def every_drawing(accessories: Sequence[Accessory]) -> list[Accessory]:
    """The accessories in their order, and behind all of them their further drawings."""
    return [*accessories, *(other for accessory in accessories for other in accessory.others)]


def load_accessories(paths: Sequence[Path] = CATALOGUE_FILES) -> list[Accessory]:
    """All accessories in the files' order; drawings lie beside each. Raises Problem naming what does not fit."""
    return [
        _accessory(path, name, entry)
        for path in paths
        for name, entry in (yaml.safe_load(path.read_text("utf-8")) or {}).items()
    ]


def _accessory(path: Path, name: str, entry: dict[str, Any]) -> Accessory:
    strange = set(entry) - {"display", "synonyms", "tags", "group", "worn", "variants", "names", "face", "others"}
    worn = dict(entry.get("worn", {}))
    if strange or ("worn" in entry and worn.get("at") not in PLACES):
        raise Problem(f"{path}: {name} has {', '.join(sorted(strange)) or 'no place'}, which is not known")
    beyond = set(worn) - {"at", *PLACES[worn["at"]]} if worn else set()
    if beyond:
        raise Problem(f"{path}: {name} has {', '.join(sorted(beyond))}, which its place does not know")
    drawing, looks = _drawn(path, name, entry, file_name(name))
    thing = Thing(
        name=name,
        synonyms=tuple(entry.get("synonyms", ())),
        tags=tuple(entry.get("tags", ())),
        group=entry.get("group", GROUP),
        weight=0,
        display=entry.get("display", ""),
    )
    others = tuple(
        Accessory(thing, {}, {}, *_drawn(path, name, entry, file_name(name, view)), view=view)
        for view in entry.get("others", ())
    )
    return Accessory(thing, worn, entry.get("names", {}), drawing, looks, entry.get("face", False), others=others)


def _drawn(path: Path, name: str, entry: dict[str, Any], file: str) -> tuple[Drawing, tuple[dict[str, str], ...]]:
    """A drawing of a thing, and its natural colours."""
    drawing = read_drawing(path.with_name(f"{file}.svg"))
    looks = ({}, *entry.get("variants", ()))
    known = set.intersection(*(set(palette) for palette in palettes().values()))
    for look in (drawing.colours, *looks):
        unknown = {*look} - {*drawing.colours} | {*look.values()} - known
        if unknown:
            raise Problem(f"{path}: {name} has {', '.join(sorted(unknown))}, which is no colour of it or of the styles")
    return drawing, looks
