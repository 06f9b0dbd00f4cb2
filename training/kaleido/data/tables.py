"""What scenes are made of, as data: colours, paints, moods, marks, things to wear, relations, sizes and places.
Training and engine read the same table (docs/bundle.md, `tables`); tables.yaml holds ours."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from kaleido.data.layouts import Layouts, read_layouts
from kaleido.data.reader import Reader
from kaleido.problem import Problem

TABLES_FILE = Path(__file__).with_name("tables.yaml")
WEARING = "wearing"


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
    typical: dict[str, str]
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
        top = Reader(value, "tables")
        colours = top.mapping("colours", Reader.texts)
        marks = top.mapping("marks", _mark)
        tables = Tables(
            colours=colours,
            paints=top.texts("paints"),
            moods=top.mapping("moods", Reader.texts),
            marks=marks,
            wearables=top.mapping("wearables", Reader.any_texts),
            relations=top.mapping("relations", Reader.texts),
            typical=top.mapping("typical", Reader.text) if "typical" in value else {},
            layouts=read_layouts(top.inner("layouts")),
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


def _mark(parent: Reader, name: str) -> Mark:
    r = parent.inner(name)
    return Mark(r.text("thing"), r.texts("words"), r.text("at"))


def _check(tables: Tables) -> None:
    """Raises Problem where one table names what another lacks."""
    for name, codes in tables.colours.items():
        for code in codes:
            if not re.fullmatch(r"#[0-9a-f]{6}", code):
                raise Problem(f"tables.colours.{name}: {code!r} is no colour; write it as #rrggbb")
    for paint in tables.paints:
        if paint not in tables.colours:
            raise Problem(f"tables.paints: {paint!r} is none of tables.colours")
    for name, colour in tables.typical.items():
        if colour not in tables.colours:
            raise Problem(f"tables.typical.{name}: {colour!r} is none of tables.colours")
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
