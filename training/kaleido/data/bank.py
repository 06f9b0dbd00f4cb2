"""The memory: pictures of things and moods, with what was measured of each (docs/bundle.md, "Memory")."""

import io
import json
from dataclasses import asdict, dataclass, field
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image
from safetensors import SafetensorError
from safetensors.numpy import load_file, save

from kaleido.data.bank_file import BANK_FILE, MEMORY_FILES, MOOD, NO_NAME, check_tensors, read_description, read_json
from kaleido.data.tables import Tables
from kaleido.data.units import SIZE
from kaleido.problem import Problem


@dataclass(frozen=True)
class Thing:
    """What pictures show. `name` is what captions call it, `display` what people are shown where that differs; `weight`
    is how often training draws it beside the others of a style, 0 never."""

    name: str
    synonyms: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    group: str = ""
    weight: float = 1.0
    display: str = ""

    @staticmethod
    def from_json(entry: dict[str, Any]) -> "Thing":
        """An entry of things.json. Raises KeyError on what it lacks, TypeError where it is no object."""
        return Thing(
            name=entry["name"],
            synonyms=tuple(entry["synonyms"]),
            tags=tuple(entry["tags"]),
            group=entry["group"],
            weight=float(entry["weight"]),
            display=entry.get("display", ""),
        )


@dataclass(frozen=True)
class Group:
    """Things of one kind: what things.json calls them and what people read."""

    name: str
    title: str


@dataclass(frozen=True)
class Measures:
    """One row a picture, lengths in parts of the picture's side; the tensors of docs/bundle.md without `offsets`."""

    kind: np.ndarray
    shows: np.ndarray
    style: np.ndarray
    flags: np.ndarray
    box: np.ndarray
    moments: np.ndarray
    circle: np.ndarray
    area: np.ndarray
    palette_starts: np.ndarray
    palette_colours: np.ndarray
    palette_shares: np.ndarray
    colour_names: np.ndarray
    colour_shares: np.ndarray

    def tensors(self) -> dict[str, np.ndarray]:
        """By name, in the types of the file."""
        return {name: np.ascontiguousarray(getattr(self, name)) for name in self.__dataclass_fields__}


@dataclass(frozen=True)
class Bank:
    """Pictures, measures, and what they are of. `webp` holds each picture's file."""

    tables: Tables
    palette: list[str]
    styles: list[str]
    attribution: list[dict[str, str]]
    things: list[Thing]
    groups: list[Group]
    slugs: list[str]
    measures: Measures = field(repr=False)
    webp: list[bytes] = field(repr=False)

    @staticmethod
    def open(folder: Path) -> "Bank":
        """Reads a bank's folder, or a bundle's. Raises Problem naming the file that is missing or does not fit the
        others."""
        tables, palette, styles, attribution = read_description(folder)
        for name in MEMORY_FILES:
            if not (folder / name).exists():
                raise Problem(f"{folder / name} is missing: render the bank again, or fetch the bundle anew")
        try:
            tensors = load_file(folder / "memory.safetensors")
        except (SafetensorError, OSError) as error:
            raise Problem(f"{folder / 'memory.safetensors'} cannot be read ({error}): make or fetch it anew") from error
        listed = read_json(folder / "things.json")
        try:
            things = [Thing.from_json(entry) for entry in listed["things"]]
            groups = [Group(entry["name"], entry["title"]) for entry in listed["groups"]]
            slugs = [str(slug) for slug in listed["pictures"]]
        except (KeyError, TypeError) as error:
            raise Problem(f"{folder / 'things.json'} lacks {error}: make or fetch it anew") from error
        blob = (folder / "memory.bin").read_bytes()
        check_tensors(folder, tensors, len(slugs), len(things), len(styles), len(palette), tables, len(blob))
        offsets = tensors.pop("offsets").tolist()
        webp = [blob[a:b] for a, b in pairwise(offsets)]
        measures = Measures(**{name: tensors[name] for name in Measures.__dataclass_fields__})
        return Bank(tables, palette, styles, attribution, things, groups, slugs, measures, webp)

    def save(self, folder: Path) -> None:
        """Writes the folder that `open` reads."""
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "memory.bin").write_bytes(b"".join(self.webp))
        offsets = np.cumsum([0, *map(len, self.webp)]).astype(np.uint32)
        (folder / "memory.safetensors").write_bytes(save({"offsets": offsets, **self.measures.tensors()}))
        listed = {
            "things": [{k: v for k, v in asdict(thing).items() if k != "display" or v} for thing in self.things],
            "pictures": self.slugs,
            "groups": [asdict(group) for group in self.groups],
        }
        (folder / "things.json").write_text(json.dumps(listed, ensure_ascii=False), "utf-8")
        described = {
            "tables": self.tables.to_json(),
            "palette": self.palette,
            "styles": self.styles,
            "attribution": self.attribution,
        }
        (folder / BANK_FILE).write_text(json.dumps(described, ensure_ascii=False, indent=1), "utf-8")

    def __len__(self) -> int:
        return len(self.slugs)

    @property
    def kind(self) -> np.ndarray:
        """uint8 [n]: THING or MOOD."""
        return self.measures.kind

    @property
    def shows(self) -> np.ndarray:
        """uint16 [n]: which thing, or which mood."""
        return self.measures.shows

    @property
    def style(self) -> np.ndarray:
        """uint8 [n]: index into `styles`."""
        return self.measures.style

    @property
    def flags(self) -> np.ndarray:
        """uint8 [n]: FACE, ROOM_FOR_MOOD or both."""
        return self.measures.flags

    @property
    def box(self) -> np.ndarray:
        """float32 [n, 4]: x0, y0, x1, y1 of what is opaque."""
        return self.measures.box

    @property
    def moments(self) -> np.ndarray:
        """float32 [n, 5]: centre x, y and covariance xx, xy, yy of alpha."""
        return self.measures.moments

    @property
    def circle(self) -> np.ndarray:
        """float32 [n, 3]: largest inscribed circle, centre x, y and radius."""
        return self.measures.circle

    @property
    def area(self) -> np.ndarray:
        """float32 [n]: mean alpha."""
        return self.measures.area

    @cached_property
    def mood_names(self) -> list[str]:
        """In the order that `shows` counts them."""
        return list(self.tables.moods)

    @cached_property
    def colour_list(self) -> list[str]:
        """Colour names in the order that `measures.colour_names` counts them."""
        return list(self.tables.colours)

    def name(self, picture: int) -> str:
        """The thing or mood that a picture shows."""
        shown = int(self.shows[picture])
        return self.mood_names[shown] if self.kind[picture] == MOOD else self.things[shown].name

    def histogram(self, picture: int, paint: int) -> tuple[np.ndarray, np.ndarray]:
        """Palette entries uint8 [m] and their shares uint8 [m] in 1/255 of the opaque pixels, largest first."""
        row = picture * (len(self.tables.paints) + 1) + paint
        start, end = self.measures.palette_starts[row : row + 2].tolist()
        return self.measures.palette_colours[start:end], self.measures.palette_shares[start:end]

    def colour_names(self, picture: int, paint: int) -> list[tuple[str, float]]:
        """The commonest colour names, at most three, and their shares of the opaque pixels, largest first."""
        names, shares = self.measures.colour_names[picture, paint], self.measures.colour_shares[picture, paint]
        pairs = zip(names.tolist(), shares.tolist(), strict=True)
        return [(self.colour_list[name], share / 255) for name, share in pairs if name != NO_NAME]

    def pictures(self) -> np.ndarray:
        """All pictures decoded, straight RGBA uint8 [n, 128, 128, 4]. Raises Problem where one is no picture of that
        size."""
        out = np.empty((len(self), SIZE, SIZE, 4), np.uint8)
        for i, (slug, data) in enumerate(zip(self.slugs, self.webp, strict=True)):
            try:
                pixels = np.asarray(Image.open(io.BytesIO(data)).convert("RGBA"))
            except (OSError, SyntaxError, ValueError) as error:
                raise Problem(f"memory.bin: picture {i} ({slug}) cannot be read: render the bank again") from error
            if pixels.shape != (SIZE, SIZE, 4):
                raise Problem(f"memory.bin: picture {i} ({slug}) is not {SIZE} × {SIZE}: render the bank again")
            out[i] = pixels
        return out


def webp(pixels: np.ndarray, quality: int = 80, alpha_quality: int = 90) -> bytes:
    """Straight RGBA uint8 [h, w, 4] as a WebP file."""
    file = io.BytesIO()
    Image.fromarray(pixels).save(file, "WEBP", quality=quality, alpha_quality=alpha_quality, method=6)
    return file.getvalue()
