import base64
import json

import numpy as np
import pytest

from kaleido.bundle.golden_drafts import drafts_content
from kaleido.data.bank import Bank
from kaleido.data.canvases import Canvases


@pytest.fixture(scope="module")
def drafts(bank: Bank) -> list[dict]:
    return drafts_content(bank, Canvases(bank, "cpu"))


def test_drafts_show_every_kind_place_mark_and_mood(bank: Bank, drafts: list[dict]):
    made = [d["draft"] for d in drafts]
    assert {d["kind"] for d in made} == {"single", "count", "list", *bank.tables.relations}
    assert {(d["kind"], len(d["things"]), d["places"]) for d in made if "places" in d} == {
        *(("count", n, place) for n in (2, 3) for place in (0, 1)),
        *(("list", 3, place) for place in (0, 1)),
    }
    things = [thing for d in made for thing in d["things"]]
    assert {bank.tables.marks[t["mark"]].at for t in things if "mark" in t} == {"corner", "eyes"}
    assert any("mood" in t for t in things) and {t["flip"] for t in things} == {True, False}
    assert {"black", "white"} <= {t.get("paint") for t in things}


def test_a_draft_names_pictures_of_its_things_as_its_description_does(bank: Bank, drafts: list[dict]):
    for d in drafts:
        style = d["draft"]["style"]
        assert d["description"].endswith(f", {style} style")
        for thing in d["draft"]["things"]:
            assert thing["thing"] in d["description"]
            shown = [i for i, slug in enumerate(bank.slugs) if slug == thing["picture"]]
            assert any(bank.name(i) == thing["thing"] and bank.styles[bank.style[i]] == style for i in shown)


def test_pictures_are_small_and_drawn_and_the_same_each_time(bank: Bank, drafts: list[dict]):
    for d in drafts:
        pixels = np.frombuffer(base64.b64decode(d["picture"]), np.uint8).reshape(4, 32, 32)
        assert pixels[3].max() > 200 and pixels[3].min() == 0
    assert json.dumps(drafts) == json.dumps(drafts_content(bank, Canvases(bank, "cpu")))
