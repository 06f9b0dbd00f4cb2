"""The files of a bank's folder, or of a bundle's memory: read, and checked against each other. Each complaint is a
Problem that names the file at fault."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np

from kaleido.data.tables import Tables
from kaleido.problem import Problem

MEMORY_FILES = ("memory.bin", "memory.safetensors", "things.json")
BANK_FILE = "bank.json"
# What a picture shows, and flags of it.
THING, MOOD = 0, 1
FACE, ROOM_FOR_MOOD = 1, 2
# Colour names kept of a picture, and what stands where there are fewer.
NAMES_KEPT, NO_NAME = 3, 255

# Tensor name: type, and lengths of its axes behind the first.
_ROWS: dict[str, tuple[type[np.generic], tuple[int, ...]]] = {
    "kind": (np.uint8, ()),
    "shows": (np.uint16, ()),
    "style": (np.uint8, ()),
    "flags": (np.uint8, ()),
    "box": (np.float32, (4,)),
    "moments": (np.float32, (5,)),
    "circle": (np.float32, (3,)),
    "area": (np.float32, ()),
}


def is_bank(folder: Path) -> bool:
    """Whether a folder holds a memory: a bank's, or a bundle's."""
    return all((folder / name).exists() for name in MEMORY_FILES)


def read_json(path: Path) -> Any:
    """What a JSON file holds."""
    try:
        return json.loads(path.read_text("utf-8"))
    except ValueError as error:
        raise Problem(f"{path} is not JSON ({error}): make or fetch it anew") from error


def read_description(folder: Path) -> tuple[Tables, list[str], list[str], list[dict[str, str]]]:
    """Tables, palette, styles and attribution of a bank or of a bundle's manifest."""
    bank, manifest = folder / BANK_FILE, folder / "kaleido.json"
    path = bank if bank.exists() else manifest
    if not path.exists():
        raise Problem(f"{folder} holds neither {BANK_FILE} nor kaleido.json: point to a bank or a bundle")
    value = read_json(path)
    try:
        palette = value["palette"] if path == bank else value["palette"]["colours"]
        return Tables.from_json(value["tables"]), list(palette), list(value["styles"]), list(value["attribution"])
    except (KeyError, TypeError) as error:
        raise Problem(f"{path} lacks {error}: it is of another format; make or fetch it anew") from error
    except Problem as error:
        raise Problem(f"{path}: {error}") from error


def check_tensors(
    folder: Path,
    tensors: dict[str, np.ndarray],
    n: int,
    things: int,
    styles: int,
    colours: int,
    tables: Tables,
    length: int,
) -> None:
    """Raises Problem unless the measures fit pictures, things, styles, palette and tables."""
    paints, file = len(tables.paints) + 1, folder / "memory.safetensors"
    entries = len(tensors.get("palette_colours", ()))
    shapes: dict[str, tuple[type[np.generic], tuple[int, ...]]] = {
        **{name: (kind, (n, *rest)) for name, (kind, rest) in _ROWS.items()},
        "offsets": (np.uint32, (n + 1,)),
        "palette_starts": (np.uint32, (n * paints + 1,)),
        "palette_colours": (np.uint8, (entries,)),
        "palette_shares": (np.uint8, (entries,)),
        "colour_names": (np.uint8, (n, paints, NAMES_KEPT)),
        "colour_shares": (np.uint8, (n, paints, NAMES_KEPT)),
    }
    for name, (kind, shape) in shapes.items():
        found = tensors.get(name)
        if found is None or found.dtype != kind or found.shape != shape:
            raise Problem(
                f"{file}: {name} must be {np.dtype(kind)} {list(shape)} for {n} pictures: make or fetch it anew"
            )
    offsets, starts = tensors["offsets"].astype(np.int64), tensors["palette_starts"].astype(np.int64)
    if offsets[0] != 0 or offsets[-1] != length or (np.diff(offsets) <= 0).any():
        raise Problem(
            f"{folder / 'memory.bin'} has {length} bytes, which do not fit the offsets: make or fetch it anew"
        )
    moods = tensors["kind"] == MOOD
    bounds: Iterable[tuple[str, bool]] = (
        ("kind", bool((tensors["kind"] <= MOOD).all())),
        ("shows", bool((tensors["shows"] < np.where(moods, len(tables.moods), things)).all())),
        ("style", bool((tensors["style"] < styles).all())),
        ("palette_starts", starts[0] == 0 and starts[-1] == entries and bool((np.diff(starts) >= 0).all())),
        ("palette_colours", bool((tensors["palette_colours"] < colours).all())),
        (
            "colour_names",
            bool(((tensors["colour_names"] < len(tables.colours)) | (tensors["colour_names"] == NO_NAME)).all()),
        ),
    )
    for name, holds in bounds:
        if not holds:
            raise Problem(f"{file}: {name} points outside what it counts: make or fetch it anew")
