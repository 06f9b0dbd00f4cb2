import json
import shutil
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from safetensors.numpy import load_file, save_file

from kaleido.data.bank import Bank, Group, Thing, webp
from kaleido.data.bank_file import BANK_FILE, MEMORY_FILES, THING
from kaleido.data.build import Picture, make_bank
from kaleido.data.tables import Tables
from kaleido.problem import Problem


@pytest.fixture(scope="module")
def small() -> Bank:
    """A red square in the left half and a blue one that fills the picture, of two things in two styles."""
    red, blue = np.zeros((128, 128, 4), np.uint8), np.full((128, 128, 4), 255, np.uint8)
    red[32:96, 0:64] = (217, 43, 43, 255)
    blue[..., :3] = (47, 111, 222)
    things = [Thing("box", ("crate",), ("square",), "objects", 2.0, "a box"), Thing("sea", group="objects", weight=0.0)]
    pictures = [
        Picture("set:red", "flat", "box", THING, webp(red, 100, 100), face=True),
        Picture("set:blue", "bold", "sea", THING, webp(blue, 100, 100), faceless=True),
    ]
    sources = [{"set": "set", "name": "A set", "author": "A. Nyone", "licence": "MIT", "source": "npm:set@1"}]
    return make_bank(pictures, things, [Group("objects", "Objects")], Tables.load(), sources)


@pytest.fixture
def folder(small: Bank, tmp_path: Path) -> Path:
    small.save(tmp_path / "bank")
    return tmp_path / "bank"


def test_measures_are_those_of_the_pictures(small: Bank):
    assert small.box[0].tolist() == [0, 0.25, 0.5, 0.75]
    assert small.area.tolist() == [0.25, 1]
    assert small.circle[0].tolist() == pytest.approx([0.25, 0.5, 0.25], abs=0.01)
    assert small.flags.tolist() == [1, 2]
    assert small.colour_names(0, 0) == [("red", 1.0)]
    assert small.colour_names(1, 1)[0][0] == small.tables.paints[0]
    entries, shares = small.histogram(1, 0)
    assert small.palette[entries[0]] == "#346cdd"
    assert shares[0] == 255


def test_what_is_saved_is_opened_again(small: Bank, folder: Path):
    opened = Bank.open(folder)
    assert (opened.things, opened.slugs, opened.styles) == (small.things, small.slugs, ["bold", "flat"])
    assert (opened.tables, opened.palette, opened.attribution) == (small.tables, small.palette, small.attribution)
    for name, tensor in small.measures.tensors().items():
        np.testing.assert_array_equal(tensor, getattr(opened.measures, name))
    assert opened.pictures()[0, 40, 10, :3].tolist() == pytest.approx([217, 43, 43], abs=4)
    assert not opened.pictures()[0, 40, 100].any()


def test_a_bundle_is_a_bank(folder: Path, small: Bank, tmp_path: Path):
    bundle = tmp_path / "bundle"
    shutil.copytree(folder, bundle)
    described = json.loads((bundle / BANK_FILE).read_text())
    (bundle / BANK_FILE).unlink()
    manifest = described | {"palette": {"colours": described["palette"]}, "format": 6}
    (bundle / "kaleido.json").write_text(json.dumps(manifest))
    assert Bank.open(bundle).palette == small.palette


def without(name: str) -> Callable[[Path], None]:
    return lambda folder: (folder / name).unlink()


def cut(folder: Path) -> None:
    (folder / "memory.bin").write_bytes((folder / "memory.bin").read_bytes()[:-1])


def not_json(folder: Path) -> None:
    (folder / "things.json").write_text("{")


def fewer_pictures(folder: Path) -> None:
    listed = json.loads((folder / "things.json").read_text())
    (folder / "things.json").write_text(json.dumps(listed | {"pictures": ["set:red"]}))


def tensor(name: str, value: np.ndarray) -> Callable[[Path], None]:
    def spoil(folder: Path) -> None:
        tensors = load_file(folder / "memory.safetensors")
        save_file(tensors | {name: value}, folder / "memory.safetensors")

    return spoil


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        *((without(name), f"{name} is missing") for name in MEMORY_FILES),
        (without(BANK_FILE), "holds neither bank.json nor kaleido.json"),
        (cut, "do not fit the offsets"),
        (not_json, "things.json is not JSON"),
        (fewer_pictures, "for 1 pictures"),
        (tensor("shows", np.array([0, 9], np.uint16)), "shows points outside"),
        (tensor("style", np.array([0, 2], np.uint8)), "style points outside"),
        (tensor("area", np.zeros(2, np.float64)), "area must be float32"),
    ],
)
def test_a_fault_is_told_with_its_file(folder: Path, spoil: Callable[[Path], None], message: str):
    spoil(folder)
    with pytest.raises(Problem) as problem:
        Bank.open(folder)
    assert message in str(problem.value)


def test_a_broken_picture_is_told_when_it_is_decoded(small: Bank, folder: Path):
    blob = bytearray((folder / "memory.bin").read_bytes())
    blob[:12] = bytes(12)
    (folder / "memory.bin").write_bytes(bytes(blob))
    with pytest.raises(Problem, match=r"picture 0 \(set:red\)"):
        Bank.open(folder).pictures()
