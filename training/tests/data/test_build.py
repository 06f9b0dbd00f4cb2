import json
from pathlib import Path

import numpy as np
import pytest
import yaml
from drawn_smileys import smiley
from PIL import Image

from kaleido.data import build
from kaleido.data.bank import webp
from kaleido.data.bank_file import MOOD
from kaleido.data.tables import Tables
from kaleido.problem import Problem

TABLES = Tables.load()
THINGS = build.PALETTE_FILE.with_name("things.yaml")


@pytest.fixture
def rendered(tmp_path: Path) -> Path:
    """A ball, a picture on which there is next to nothing, and twelve painted smileys of which one is a mood."""
    ball, speck = np.full((128, 128, 4), 200, np.uint8), np.zeros((128, 128, 4), np.uint8)
    speck[:4, :4] = 255
    files = [webp(ball), webp(speck)]
    shown = {"style": "flat", "face": False, "faceless": True}
    pictures = [
        {"thing": n, "slug": f"set:{n}", "bytes": len(f), **shown} for n, f in zip(("ball", "dot"), files, strict=True)
    ]
    smileys = []
    for seed in range(12):
        Image.fromarray(np.round(smiley(seed) * 255).astype(np.uint8)).save(tmp_path / f"{seed}.png")
        mood = {"mood": "sad"} if seed == 3 else {}
        smileys.append({"slug": f"set:{seed}", "style": "flat", "file": str(tmp_path / f"{seed}.png"), **mood})
    things = [{"name": n, "synonyms": [], "tags": [], "group": "all", "weight": 1} for n in ("ball", "dot")]
    index = {"things": things, "groups": [{"name": "all", "title": "All"}], "attribution": [], "pictures": pictures}
    (tmp_path / "pictures.bin").write_bytes(b"".join(files))
    (tmp_path / "pictures.json").write_text(json.dumps(index | {"smileys": smileys}))
    return tmp_path


def test_a_bank_has_the_pictures_that_show_something_and_the_moods_that_are_cut_out(rendered: Path):
    bank = build.build_bank(rendered, TABLES)
    assert bank.slugs == ["set:ball", "set:3/mood"]
    assert [thing.name for thing in bank.things] == ["ball"]
    assert bank.kind.tolist() == [0, MOOD]
    assert bank.name(1) == "sad"
    assert bank.flags.tolist() == [2, 0]
    face = bank.pictures()[1]
    assert 0.005 < (face[..., 3] > 127).mean() < 0.05


def test_what_is_missing_is_told(rendered: Path):
    index = json.loads((rendered / "pictures.json").read_text())
    del index["smileys"]
    (rendered / "pictures.json").write_text(json.dumps(index))
    with pytest.raises(Problem, match=r"pictures\.json lacks 'smileys'"):
        build.build_bank(rendered, TABLES)
    with pytest.raises(Problem, match=r"pictures\.json is missing"):
        build.build_bank(rendered / "nowhere", TABLES)


def test_the_palette_has_128_colours_each_once():
    palette = build.load_palette()
    assert len(palette) == len(set(palette)) == 128


def test_things_and_tables_agree():
    things = yaml.safe_load(THINGS.read_text("utf-8"))
    assert list(things["moods"]) == list(TABLES.moods)
    for settings in (*things["sets"].values(), *things["judge_sets"].values()):
        assert {"package", "style", "name", "author", "licence"} <= set(settings)
    assert {s["style"] for s in things["sets"].values()}.isdisjoint({s["style"] for s in things["judge_sets"].values()})
    assert len(set(things["popular"])) == len(things["popular"])
