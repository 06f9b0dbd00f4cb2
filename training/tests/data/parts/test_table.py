import json
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from drawn_people import SKIN, drawn, person
from safetensors.numpy import load

from kaleido.bundle.parts import write_parts
from kaleido.data.bank import Bank, Measures, Thing, webp
from kaleido.data.parts.rules import PARTS, Rules
from kaleido.data.parts.table import PARTS_FILE, parts_file, run_lengths
from kaleido.problem import Problem

# A set whose people are looked at; of these things its complexion is measured.
SLUGS = ("twemoji:raised-hand", "twemoji:man", "twemoji:woman", "twemoji:chair")
NAMES = ("raised hand", "man", "woman with red hair", "chair")


@pytest.fixture(scope="module")
def people(bank: Bank) -> Bank:
    """A hand, two people, and a thing that has no parts."""
    pictures = [
        drawn(("o", (20, 20, 108, 108), SKIN)),
        person(),
        person(hair="#e0512a"),
        drawn(("r", (20, 20, 108, 108), "#8a5533")),
    ]
    groups = ("people-body", "people-body", "people-body", "objects")
    rows = [0] * len(NAMES)
    cut: dict[str, np.ndarray] = {
        name: getattr(bank.measures, name)[rows]
        for name in Measures.__dataclass_fields__
        if not name.startswith("palette")
    }
    cut |= {"kind": np.zeros(4, np.uint8), "shows": np.arange(4, dtype=np.uint16)}
    paints = len(bank.tables.paints) + 1
    cut["palette_starts"] = np.arange(4 * paints + 1, dtype=np.uint32)
    cut |= {f"palette_{name}": np.zeros(4 * paints, np.uint8) for name in ("colours", "shares")}
    things = [Thing(name, group=group) for name, group in zip(NAMES, groups, strict=True)]
    return replace(
        bank, things=things, slugs=list(SLUGS), measures=Measures(**cut), webp=[webp(one, 100) for one in pictures]
    )


@pytest.fixture
def rules(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rules whose people are these."""
    content = Rules.load().content
    content["people"] = {"group": "people-body", "from": "man", "also": []}
    monkeypatch.setattr(Rules, "load", staticmethod(lambda: Rules(content)))


def unrolled(runs: np.ndarray, side: int = 128) -> np.ndarray:
    flat = np.zeros(side * side, bool)
    at = 0
    for k, length in enumerate(runs.tolist()):
        flat[at : at + length] = k % 2 == 1
        at += length
    return flat.reshape(side, side)


@pytest.mark.parametrize("seed", range(4))
def test_run_lengths_tell_the_mask(seed: int):
    mask = np.random.default_rng(seed).random((128, 128)) > 0.7
    mask[40:60] = seed % 2 == 0
    assert (unrolled(run_lengths(mask)) == mask).all()


def test_parts_are_listed_with_colour_share_and_what_is_beside(people: Bank, rules: None):
    content = parts_file(people)
    assert content is not None
    tensors = load(content)
    listed = [(int(i), PARTS[k]) for i, k in zip(tensors["picture"], tensors["part"], strict=True)]
    wanted = [(i, part) for i in (1, 2) for part in ("hair", "eyes", "clothes")]
    assert listed == wanted
    colours = [people.colour_list[k] for k in tensors["colour"]]
    # The name of the thing says that its hair is red.
    assert colours == ["orange", "black", "blue", "red", "black", "blue"]
    starts, runs = tensors["run_starts"], tensors["runs"]
    hair = unrolled(runs[starts[0] : starts[1]])
    picture = people.pictures()[1]
    assert hair[8, 64] and not hair[60, 64]
    assert tensors["share"][0] == pytest.approx(hair.sum() / (picture[..., 3] > 127).sum())
    assert tensors["head_picture"].tolist() == [1, 2]
    for left, right, top, x, y in tensors["head"].tolist():
        assert 0 <= left < x < right <= 1 and 0 <= top < y <= 1
    palettes = tensors["palette_starts"]
    assert (np.diff(palettes) > 0).all()
    for start, end in pairwise(palettes.tolist()):
        assert tensors["palette_shares"][start:end].sum() == pytest.approx(255, abs=6)


def test_writing_them_changes_one_file_and_its_record(people: Bank, rules: None, tmp_path: Path):
    people.save(tmp_path)
    manifest = {
        "tables": people.tables.to_json(),
        "palette": {"colours": people.palette},
        "styles": people.styles,
        "attribution": people.attribution,
        "files": {"memory.bin": {"sha256": "0", "bytes": 1}},
    }
    path = tmp_path / "kaleido.json"
    path.write_text(json.dumps(manifest))
    before = {file.name: file.read_bytes() for file in tmp_path.iterdir() if file != path}
    size = write_parts(tmp_path)
    after = json.loads(path.read_text())
    assert after["files"].pop(PARTS_FILE)["bytes"] == size == (tmp_path / PARTS_FILE).stat().st_size
    assert after == manifest
    assert before == {file.name: file.read_bytes() for file in tmp_path.iterdir() if file.name in before}


def test_a_bank_without_people_has_no_parts(bank: Bank):
    assert parts_file(bank) is None


def test_a_folder_that_is_no_bundle_is_refused(tmp_path: Path):
    with pytest.raises(Problem, match=r"kaleido\.json"):
        write_parts(tmp_path)
