import io
import json
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from safetensors.numpy import load_file

from kaleido.bundle import drawn
from kaleido.bundle.drawn import DRAWN_FILES, check_names, write_drawn
from kaleido.bundle.files import record
from kaleido.checkout import ROOT
from kaleido.cli.command import Job
from kaleido.data.bank_file import read_json
from kaleido.data.drawn.catalogue import every_drawing, load_accessories
from kaleido.data.drawn.drawing import SIDE
from kaleido.data.measure import OPAQUE
from kaleido.problem import Problem

SHIPPED, TINY = Job.bundle, ROOT.parent / "test" / "fixtures" / "bundle-tiny"
ACCESSORIES = load_accessories()
# Of every kind some: to draw all in all styles takes minutes.
PART = [accessory for k, accessory in enumerate(ACCESSORIES) if k % 8 == 0 or accessory.thing.name == "corgi"]
# sharp is the repository's own as well.
NODE = shutil.which("node")
CAN_DRAW = (
    bool(NODE) and not subprocess.run([NODE, "-e", "import('sharp')"], cwd=ROOT / "render", check=False).returncode
)
needs_sharp = pytest.mark.skipif(not CAN_DRAW, reason="needs Node.js with sharp: npm ci")


def bundle_in(folder: Path) -> Path:
    for name in ("kaleido.json", "things.json"):
        shutil.copy(TINY / name, folder / name)
    return folder


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    bundle = bundle_in(tmp_path_factory.mktemp("bundle"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(drawn, "load_accessories", lambda: PART)
        write_drawn(bundle)
        yield bundle


@needs_sharp
def test_the_command_writes_the_same_bytes_twice(written: Path):
    before = {path.name: path.read_bytes() for path in written.iterdir()}
    write_drawn(written)
    assert {path.name: path.read_bytes() for path in written.iterdir()} == before


@needs_sharp
def test_the_files_fit_each_other_and_their_records(written: Path):
    manifest, listed = read_json(written / "kaleido.json"), read_json(written / "drawn.json")
    tensors, blob = load_file(written / "drawn.safetensors"), (written / "drawn.bin").read_bytes()
    for name in DRAWN_FILES:
        assert manifest["files"][name] == record((written / name).read_bytes())
    assert [entry.get("set") for entry in manifest["attribution"] if entry.get("set") == "kaleido"] == ["kaleido"]
    styles = len(manifest["styles"])
    shown = [next(k for k, a in enumerate(PART) if a.thing == drawing.thing) for drawing in every_drawing(PART)]
    assert len(listed["things"]) == len(PART) < len(shown)
    assert listed["pictures"] == [drawing.slug for drawing in every_drawing(PART) for _ in range(styles)]
    assert tensors["shows"].tolist() == [k for k in shown for _ in range(styles)]
    pictures = [blob[start:end] for start, end in pairwise(tensors["offsets"].tolist())]
    for data, area in zip(pictures, tensors["area"].tolist(), strict=True):
        alpha = np.asarray(Image.open(io.BytesIO(data)).convert("RGBA"))[..., 3]
        assert alpha.shape == (SIDE, SIDE) and alpha.mean() / 255 == pytest.approx(area, abs=1e-4)


@needs_sharp
def test_every_drawing_fills_its_box(tmp_path: Path):
    """As wide or as high as its viewBox, and nothing of it cut off."""
    script = """
      import { readFileSync } from 'node:fs';
      import sharp from 'sharp';
      const drawings = JSON.parse(readFileSync(0, 'utf8'));
      const alphas = drawings.map((svg) => sharp(Buffer.from(svg)).extractChannel(3).raw().toBuffer());
      process.stdout.write(Buffer.concat(await Promise.all(alphas)));
    """
    box = f'viewBox="-8 -8 {SIDE + 16} {SIDE + 16}" width="{SIDE + 16}" height="{SIDE + 16}"'
    drawings = every_drawing(ACCESSORIES)
    svgs = [f'<svg xmlns="http://www.w3.org/2000/svg" {box}>{a.in_style("simple", 0)}</svg>' for a in drawings]
    assert NODE
    command = [NODE, "--input-type=module", "-e", script]
    given = json.dumps(svgs).encode()
    drawn_pixels = subprocess.run(command, cwd=ROOT / "render", input=given, check=True, capture_output=True).stdout
    alphas = np.frombuffer(drawn_pixels, np.uint8).reshape(len(svgs), SIDE + 16, SIDE + 16) / 255
    for accessory, alpha in zip(drawings, alphas, strict=True):
        rows, columns = np.flatnonzero((alpha > OPAQUE).any(1)), np.flatnonzero((alpha > OPAQUE).any(0))
        extents = [int(kept[-1] - kept[0] + 1) for kept in (rows, columns)]
        assert max(extents) >= 0.9 * SIDE, f"{accessory.thing.name} leaves room: {extents}"
        assert min(rows[0], columns[0]) >= 4 and max(rows[-1], columns[-1]) < SIDE + 12, accessory.thing.name


def test_nothing_is_called_as_another_thing_is_but_by_its_name_as_one_is_besides():
    check_names(ACCESSORIES, read_json(SHIPPED / "things.json")["things"])
    hat = ACCESSORIES[0]
    check_names([hat], [{"name": "hat", "synonyms": [hat.thing.name]}])
    for taken in ({"name": hat.thing.name, "synonyms": []}, {"name": "hat", "synonyms": [hat.thing.synonyms[0]]}):
        with pytest.raises(Problem, match=f"{hat.thing.name} is called"):
            check_names([hat], [taken])
    twin = replace(hat, thing=replace(hat.thing, name="twin"))
    with pytest.raises(Problem, match="twin is called"):
        check_names([hat, twin], [])


def test_a_folder_that_is_no_bundle_and_a_style_that_nobody_draws_in_are_told(tmp_path: Path):
    with pytest.raises(Problem, match=r"holds no kaleido\.json"):
        write_drawn(tmp_path)
    with pytest.raises(Problem, match="one that we draw in"):
        drawn.draw(ACCESSORIES, [])
