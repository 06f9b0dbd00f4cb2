"""Writes what a bundle's pictures look like beside its memory, and of a finished bundle into its manifest."""

import json
from pathlib import Path

import numpy as np
from safetensors.numpy import load_file, save

from kaleido.bundle.files import MANIFEST, record
from kaleido.data.bank import Bank
from kaleido.data.likeness import looks, rows, tensors
from kaleido.problem import Problem

LIKENESS_FILE = "likeness.safetensors"


def write_likeness(bundle: Path) -> int:
    """Measures what a bundle's pictures look like into its `likeness.safetensors`; every other file stays as it is, and
    of the manifest all but the record of that one. Returns the file's bytes. Raises Problem where the folder is no
    bundle."""
    path = bundle / MANIFEST
    if not path.exists():
        raise Problem(f"{bundle} holds no {MANIFEST}: name a bundle's folder")
    records = replace_likeness(Bank.open(bundle), bundle)
    manifest = json.loads(path.read_text("utf-8"))
    manifest["files"] |= records
    path.write_text(json.dumps(manifest, ensure_ascii=False, indent=1) + "\n", "utf-8")
    return sum(int(found["bytes"]) for found in records.values())


def replace_likeness(bank: Bank, folder: Path) -> dict[str, dict[str, str | int]]:
    """Writes what a bank's pictures look like into a bundle's folder. Returns what the manifest records of it, by
    name."""
    content = save(tensors(bank))
    (folder / LIKENESS_FILE).write_bytes(content)
    return {LIKENESS_FILE: record(content)}


def likeness_of(pictures: np.ndarray, bundle: Path) -> dict[str, np.ndarray]:
    """The tensor `likeness` of more pictures uint8 [n, s, s, 4], as a bundle's file measures its own; none where it has
    no such file."""
    path = bundle / LIKENESS_FILE
    if not path.exists():
        return {}
    known = load_file(path)
    return {"likeness": rows(looks(pictures), known["mean"], known["projection"])}
