"""Writes the parts of a finished bundle beside its memory, and into its manifest."""

import hashlib
import json
from pathlib import Path

from kaleido.data.bank import Bank
from kaleido.data.parts.table import PARTS_FILE, parts_file
from kaleido.problem import Problem

MANIFEST = "kaleido.json"


def write_parts(bundle: Path) -> int:
    """Measures the parts of a bundle's pictures into its `parts.safetensors`; every other file stays as it is, and of
    the manifest all but the record of that one. Where nothing has parts, the bundle has no such file. Returns the
    file's bytes. Raises Problem where the folder is no bundle."""
    path = bundle / MANIFEST
    if not path.exists():
        raise Problem(f"{bundle} holds no {MANIFEST}: name a bundle's folder")
    content = parts_file(Bank.open(bundle))
    manifest = json.loads(path.read_text("utf-8"))
    manifest["files"].pop(PARTS_FILE, None)
    if content is None:
        (bundle / PARTS_FILE).unlink(missing_ok=True)
    else:
        (bundle / PARTS_FILE).write_bytes(content)
        manifest["files"][PARTS_FILE] = record(content)
    path.write_text(json.dumps(manifest, ensure_ascii=False, indent=1) + "\n", "utf-8")
    return len(content or b"")


def record(content: bytes) -> dict[str, str | int]:
    """What a manifest records of a file."""
    return {"sha256": hashlib.sha256(content).hexdigest(), "bytes": len(content)}
