"""A bank of the pictures that render/render.js draws."""

import io
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import yaml
from PIL import Image

from kaleido.data import measure, moods
from kaleido.data.bank import Bank, Group, Measures, Thing, webp
from kaleido.data.bank_file import FACE, MOOD, ROOM_FOR_MOOD, THING
from kaleido.data.tables import Tables
from kaleido.problem import Problem

PALETTE_FILE = Path(__file__).with_name("palette.yaml")
# A mood needs a circle of at least this radius, and a thing that is emptier than this shows nothing.
ROOMY, EMPTY = 0.25, 0.02


@dataclass(frozen=True)
class Picture:
    """One picture: its WebP file, where it comes from, and what it shows: a thing, or a mood. `faceless`: has no face
    of its own."""

    slug: str
    style: str
    shows: str
    kind: int
    webp: bytes
    face: bool = False
    faceless: bool = False


def load_palette() -> list[str]:
    """The 128 colours (`#rrggbb`) that palettes are made of. They are frozen with the weights."""
    return [str(code) for code in yaml.safe_load(PALETTE_FILE.read_text("utf-8"))]


def build_bank(rendered: Path, tables: Tables) -> Bank:
    """The bank of what `render.js` wrote into `rendered`. Raises Problem where that is missing or of another
    version."""
    index, pictures = read_rendered(rendered, tables)
    groups = [Group(g["name"], g["title"]) for g in index["groups"]]
    drawn = [p for p in pictures if p.kind == MOOD or decoded(p.webp)[..., 3].mean() > EMPTY * 255]
    return make_bank(drawn, [Thing.from_json(t) for t in index["things"]], groups, tables, index["attribution"])


def read_rendered(rendered: Path, tables: Tables) -> tuple[dict[str, Any], list[Picture]]:
    """What `render.js` wrote: its index, and the pictures, with the moods that are cut out of painted smileys."""
    path = rendered / "pictures.json"
    if not path.exists():
        raise Problem(f"{path} is missing: run `kaleido-train render` first")
    index = json.loads(path.read_text("utf-8"))
    try:
        return index, [*_files(rendered, index), *_painted_moods(index["smileys"], tables.layouts.disc)]
    except KeyError as error:
        raise Problem(f"{path} lacks {error}: run `kaleido-train render` again") from error


def make_bank(
    pictures: Iterable[Picture],
    things: list[Thing],
    groups: list[Group],
    tables: Tables,
    attribution: list[dict[str, str]],
) -> Bank:
    """Measures pictures, and keeps of the things those that some picture shows."""
    kept = list(pictures)
    shown = {p.shows for p in kept if p.kind == THING}
    things = [t for t in things if t.name in shown]
    where = {t.name: k for k, t in enumerate(things)}
    styles = sorted({p.style for p in kept})
    palette = load_palette()
    measures = measured(kept, where, styles, tables, palette)
    return Bank(
        tables, palette, styles, attribution, things, groups, [p.slug for p in kept], measures, [p.webp for p in kept]
    )


def measured(
    pictures: list[Picture],
    where: dict[str, int],
    styles: list[str],
    tables: Tables,
    palette: list[str],
    first: int = 0,
) -> Measures:
    """Measures of pictures, which show things that count as `where` says. `first` is the number of the first of
    them."""
    mood_at = {name: k for k, name in enumerate(tables.moods)}
    stacked = np.stack([decoded(p.webp) for p in pictures])
    shapes = measure.shapes(stacked)
    roomy = [p.faceless and r > ROOMY for p, r in zip(pictures, shapes["circle"][:, 2].tolist(), strict=True)]
    return Measures(
        kind=np.array([p.kind for p in pictures], np.uint8),
        shows=np.array([mood_at[p.shows] if p.kind == MOOD else where[p.shows] for p in pictures], np.uint16),
        style=np.array([styles.index(p.style) for p in pictures], np.uint8),
        flags=np.array([FACE * p.face + ROOM_FOR_MOOD * r for p, r in zip(pictures, roomy, strict=True)], np.uint8),
        **shapes,
        **measure.colours(stacked, tables, palette, first),
    )


def decoded(webp: bytes) -> np.ndarray:
    """uint8 [s, s, 4] of a WebP file."""
    return np.asarray(Image.open(io.BytesIO(webp)).convert("RGBA"))


def _files(rendered: Path, index: dict[str, Any]) -> Iterator[Picture]:
    """The pictures as `render.js` lists them."""
    blob, at = (rendered / "pictures.bin").read_bytes(), 0
    for entry in index["pictures"]:
        data = blob[at : at + entry["bytes"]]
        at += entry["bytes"]
        if "mood" in entry:
            yield Picture(entry["slug"], entry["style"], entry["mood"], MOOD, data)
        else:
            yield Picture(entry["slug"], entry["style"], entry["thing"], THING, data, entry["face"], entry["faceless"])


def _painted_moods(smileys: list[dict[str, str]], fills: float) -> Iterator[Picture]:
    """Moods of sets that are no vector graphics; `smileys` have a file each, and some the mood that they show."""
    for style in sorted({s["style"] for s in smileys}):
        own = [s for s in smileys if s["style"] == style]
        loaded = np.stack([_premultiplied(Path(s["file"])) for s in own])
        disc = moods.bare_disc(loaded)
        for entry, picture in zip(own, loaded, strict=True):
            if "mood" in entry:
                pixels = moods.centred(moods.face(picture, disc), disc, fills)
                yield Picture(f"{entry['slug']}/mood", style, entry["mood"], MOOD, webp(pixels))


def _premultiplied(path: Path) -> np.ndarray:
    straight = np.asarray(Image.open(path).convert("RGBA"), np.float32) / 255
    return np.concatenate([straight[..., :3] * straight[..., 3:], straight[..., 3:]], -1)
