"""The stage `bank`: the artwork, rendered by Node and measured, or a user's own pictures."""

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

from kaleido.checkout import ROOT
from kaleido.data.build import build_bank
from kaleido.data.folder import FolderScenes
from kaleido.data.tables import Tables
from kaleido.problem import Problem


def render_bank(data: Path, folder: Path, sets: str) -> None:
    """Renders `sets` of things.yaml into `data`, and measures them into the bank `folder`. Raises Problem where Node is
    missing or fails."""
    # The artwork, by Node.
    run_render("npm", "ci")
    run_render("node", "render.js", str(data.resolve()), sets)

    # What is measured of it.
    made = build_bank(data, Tables.load())
    made.save(folder)
    print(f"wrote {folder}: {len(made)} pictures of {len(made.things)} things")


def measure_folder(pictures: Path, folder: Path) -> None:
    """Measures a user's own pictures into the bank `folder`."""
    own = FolderScenes(pictures).bank
    # Marks and things to wear are artwork that a folder need not have.
    replace(own, tables=own.tables.within(thing.name for thing in own.things)).save(folder)
    print(f"wrote {folder}: {len(own)} pictures")


def run_render(program: str, *arguments: str) -> None:
    """Runs Node or npm among the scripts that draw. Raises Problem where it is missing or fails."""
    where = ROOT / "render"
    if not where.is_dir():
        raise Problem(f"{where} is missing: install from a checkout with `pip install -e .`")
    found = shutil.which(program)
    if not found:
        raise Problem(f"{program} is missing: install Node.js 20 or newer, which rendering the artwork needs")
    if subprocess.run([found, *arguments], cwd=where, check=False).returncode:
        raise Problem(f"`{' '.join([program, *arguments])}` failed in {where}: its own message stands above")
