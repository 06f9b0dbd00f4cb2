"""Writes the parts of a bundle's pictures beside its memory, and of a finished bundle into its manifest."""

import json
from pathlib import Path

from kaleido.bundle.files import MANIFEST, record
from kaleido.data.bank import Bank
from kaleido.data.parts.table import PARTS_FILE, parts_file
from kaleido.problem import Problem


def write_parts(bundle: Path) -> int:
    """Measures the parts of a bundle's pictures into its `parts.safetensors`; every other file stays as it is, and of
    the manifest all but the record of that one. Where nothing has parts, the bundle has no such file. Returns the
    file's bytes. Raises Problem where the folder is no bundle."""
    path = bundle / MANIFEST
    if not path.exists():
        raise Problem(f"{bundle} holds no {MANIFEST}: name a bundle's folder")
    records = replace_parts(Bank.open(bundle), bundle)
    manifest = json.loads(path.read_text("utf-8"))
    manifest["files"].pop(PARTS_FILE, None)
    manifest["files"] |= records
    path.write_text(json.dumps(manifest, ensure_ascii=False, indent=1) + "\n", "utf-8")
    return sum(int(found["bytes"]) for found in records.values())


def replace_parts(bank: Bank, folder: Path) -> dict[str, dict[str, str | int]]:
    """Writes the parts of a bank's pictures into a bundle's folder, or removes the file that says there are some.
    Returns what the manifest records of it, by name; nothing where nothing has parts."""
    content = parts_file(bank)
    if content is None:
        (folder / PARTS_FILE).unlink(missing_ok=True)
        return {}
    (folder / PARTS_FILE).write_bytes(content)
    return {PARTS_FILE: record(content)}
