import json
from collections import Counter
from pathlib import Path

import numpy as np
import pytest
import torch

from kaleido import cli
from kaleido.config import Config
from kaleido.data.bank import Bank
from kaleido.data.canvases import Canvases
from kaleido.data.paint import Painter
from kaleido.data.scenes import Scenes
from kaleido.latents.grammar import Grammar
from kaleido.latents.ids import END
from kaleido.latents.kinds import KINDS, Latents
from kaleido.latents.vocabulary import Vocabulary
from kaleido.reports.prior.asked import Question, holds
from kaleido.reports.prior.colours import named, painted
from kaleido.reports.prior.features import Features, energy_score
from kaleido.reports.prior.grammar_failures import PINNABLE
from kaleido.reports.prior.modes import effective, mode
from kaleido.reports.prior.page import tally
from kaleido.reports.prior.parse import CHECKS, faults, split_boxes
from kaleido.reports.prior.perplexity import nats
from kaleido.reports.prior.pins import PAIRS, pins, reversed_pair
from kaleido.reports.prior.sizes import Sizes
from kaleido.reports.prior.source import Source, read_source
from kaleido.reports.prior.unique import apart, distinct

FEW = Sizes(
    held=4,
    orders=1,
    grammar=12,
    pin_samples=2,
    concepts=2,
    plans=3,
    shown=8,
    temperatures=(1.0,),
    unique_prompts=1,
    unique=4,
    asked=3,
    asked_plans=2,
)
LATENTS = Latents(
    "a yellow grinning sun beside a ring , flat style",
    [("sun", 2, 3, 20, 30), ("ring", 0, 0, 32, 32)],
    [(10, 16, 20, 12, 3), (16, 16, 32, 32, 0)],
    [(5, 6), (2, 1)],
    [7] * 64,
)


@pytest.fixture(scope="module")
def source(config: Config, run: Path, scenes: Scenes, canvases: Canvases) -> Source:
    return read_source(config, scenes, canvases, run, 4)


@pytest.fixture
def plan(vocabulary: Vocabulary) -> dict[str, list[int]]:
    """A plan that parses."""
    return {kind: vocabulary.content(kind, LATENTS) for kind in KINDS}


def test_the_stage_writes_numbers_and_a_page_made_from_them(
    options: list[str], run: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("kaleido.cli.prior_report.QUICK", FEW)
    assert cli.main(["prior-report", *options, "--out", str(tmp_path), "--quick"]) == 0
    found, text = json.loads((tmp_path / "prior.json").read_text()), (tmp_path / "prior.md").read_text()
    assert found["grammar"]["samples"] == 12 and found["grammar"]["failures"] == 0
    assert set(found["perplexity"]["kinds"]) == set(KINDS)
    assert len(found["pins"]["pairs"]) == 20 and sum("energy" in p for p in found["pins"]["pairs"]) == 10
    assert [t["temperature"] for t in found["modes"]["temperatures"]] == [1.0]
    assert 1 <= found["unique"]["prompts"][0]["unique_plans"] <= 4
    assert {"its name", "a mood", "a colour", "two of a kind", "two things", "a relation", "a hat"} <= {
        g["asked"] for g in found["asked"]["groups"]
    }
    assert all(0 <= g["held"] <= 1 for g in found["asked"]["groups"])
    assert [k["where"] for k in found["colours"]["kept"]] == ["description", "palette", "visual tokens"]
    assert all(0 <= k["held"] <= 1 for k in found["colours"]["kept"])
    assert "kaleido-train prior-report --quick" in text and "**0 of 12 plans fail to parse**" in text
    assert "nan" not in text and "{" not in text


def test_the_nats_of_all_kinds_add_up_to_the_training_loss(source: Source):
    read, model = source.read([list(KINDS)] * 4), source.model
    states = model.encoder(read.batch.prompt, read.batch.prompt_mask)
    hidden = model.prior.hidden(*read.feed, states, read.batch.prompt_mask)
    found = nats(model, read, list(KINDS))
    total, count = (sum(found[k][i].sum() for k in KINDS) for i in (0, 1))
    chosen = read.targets != -100
    assert count == chosen.sum()
    assert total == pytest.approx(sum(model.prior.losses(hidden[chosen], read.targets[chosen])).item(), rel=1e-5)


def test_a_pin_that_comes_first_anyway_gains_exactly_nothing(source: Source):
    pairs = pins(source, 2)["pairs"]
    assert [(p["pinned"], p["sampled"]) for p in pairs] == PAIRS
    for p in pairs:
        assert p["fixed_order_sees_it"] != reversed_pair(p["pinned"], p["sampled"])
        if p["fixed_order_sees_it"]:
            assert p["gain"] == 0 and p["fixed_order_nats"] == p["nats"]
        else:
            assert p["fixed_order_nats"] == p["unpinned_nats"]
            assert p["gain"] == pytest.approx(p["unpinned_nats"] - p["nats"])


def test_each_fault_is_found(vocabulary: Vocabulary, plan: dict[str, list[int]]):
    assert faults(vocabulary, plan, list(KINDS)) == []
    location, code = vocabulary.ranges["location"][0], vocabulary.ranges["code"]
    boxes, blobs, palette = plan["boxes"], plan["blobs"], plan["palette"]
    corner = next(n for n, i in enumerate(boxes) if i >= location)
    broken = {
        "description": [[], plan["description"] + [location], plan["description"][:1] * 45],
        "boxes": [[], boxes[:-1], boxes[corner:], boxes * 2, [*boxes[:corner], location + 20, *boxes[corner + 1 :]]],
        "blobs": [
            [],
            blobs[:-1],
            blobs * 2,
            [*blobs[:2], blobs[3], blobs[2], *blobs[4:]],
            [*blobs[:3], location, *blobs[4:]],
        ],
        "palette": [[], palette[:-1], palette[:2] * 2, [*palette[2:], *palette[:2]], palette[::-1]],
        "tokens": [[], plan["tokens"][1:], [*plan["tokens"][1:], code[1]]],
    }
    for kind, wrong in broken.items():
        assert all(CHECKS[kind](vocabulary, ids) for ids in wrong), kind
    assert faults(vocabulary, plan | {"blobs": blobs[:5]}, ["blobs"]) == ["blobs: not as many as boxes"]
    assert faults(vocabulary, plan | {"blobs": blobs[:5]}, ["boxes"]) == []


def test_whatever_the_grammar_allows_parses(vocabulary: Vocabulary):
    grammar, rng = Grammar(vocabulary), np.random.default_rng(0)
    for kind in KINDS:
        for _ in range(50):
            content: list[int] = []
            while (token := int(rng.choice(grammar.allowed(kind, content)))) != END:
                content.append(token)
            assert CHECKS[kind](vocabulary, content) is None


def test_every_set_of_kinds_but_all_can_be_pinned():
    assert len(set(PINNABLE)) == 31 and PINNABLE[0] == () and KINDS not in PINNABLE


def test_boxes_are_split_into_labels_and_corners(vocabulary: Vocabulary, plan: dict[str, list[int]]):
    found = split_boxes(vocabulary, plan["boxes"])
    assert found and [(vocabulary.text.decode(label), *corners) for label, corners in found] == LATENTS.boxes


def test_features_measure_what_they_say(vocabulary: Vocabulary, plan: dict[str, list[int]]):
    codebook = np.random.default_rng(0).random((32, 3))
    features = Features(vocabulary, codebook)
    other = Latents(
        "a red grinning sun beside a ring , flat style", [("sun", 0, 0, 16, 32)], [(16, 16, 32, 32, 5)], [(2, 7)]
    )
    for kind, wanted in {"description": 2**0.5, "boxes": 0.5**0.5}.items():
        one, two = features.of(kind, [plan[kind], vocabulary.content(kind, other)])
        assert np.linalg.norm(one - two) == pytest.approx(wanted, abs=0.01)
    full, turned = features.of(
        "blobs", [vocabulary.content("blobs", Latents(blobs=[(16, 16, 32, 32, 0)])), vocabulary.content("blobs", other)]
    )
    assert (full == turned).all() and (full**2).sum() == pytest.approx(np.pi / 4, abs=0.01)
    palette = features.of("palette", [plan["palette"]])[0]
    assert palette == pytest.approx(np.concatenate([(7 * codebook[5] + 2 * codebook[2]) / 9, codebook[5]]))


def test_the_energy_score_prefers_the_true_distribution():
    rng = np.random.default_rng(0)
    truth = rng.standard_normal((4000, 1))
    right, narrow, shifted = (
        rng.standard_normal((4000, 4, 1)) * scale + shift for scale, shift in ((1, 0), (0.3, 0), (1, 0.7))
    )
    assert energy_score(right, truth).mean() < min(
        energy_score(narrow, truth).mean(), energy_score(shifted, truth).mean()
    )
    assert energy_score(np.zeros((1, 2, 1)), np.ones((1, 1))) == 1


@pytest.mark.parametrize(
    ("text", "name", "wanted"),
    [
        ("an orange and white cat , flat style", "cat", ("flat", "orange and white")),
        ("a cat , 3d style", "cat", ("3d", "")),
        ("an orange orange , bold style", "orange", ("bold", "orange")),
        ("an orange , bold style", "orange", ("bold", "")),
        ("a red hot dog , simple style", "hot dog", ("simple", "red")),
        ("a red dog , simple style", "cat", None),
        ("a cat beside a dog , flat style", "dog", None),
        ("my cat", "cat", None),
    ],
)
def test_a_mode_is_read_off_a_description(text, name, wanted):
    assert mode(text, name) == wanted


def test_counting():
    plans = [{"description": [1], "tokens": [n, 0]} for n in (1, 1, 2, 3)]
    assert distinct(plans, ("description", "tokens")) == 3 and distinct(plans, ("description",)) == 1
    assert apart(plans) == pytest.approx(5 / 6 / 2) and apart(plans[:1]) == 0
    assert effective(Counter(a=2, b=2)) == pytest.approx(2) and effective(Counter()) == 0
    assert tally([{"gain": g, "gain_error": 1.0} for g in (3, 1, -1, -3, 5)]) == (2, 1, 2)


@pytest.mark.parametrize(
    ("question", "held"),
    [
        (Question("", "", ("ring", "sun")), True),
        (Question("", "", ("sun",)), False),
        (Question("", "", ("sun", "sun")), False),
        (Question("", "", ("sun", "ring"), colour="yellow"), True),
        (Question("", "", ("sun", "ring"), colour="flat"), False),
        (Question("", "", ("sun", "ring"), style="flat"), True),
        (Question("", "", ("sun", "ring"), style="glossy"), False),
        (Question("", "", ("sun", "ring"), words="beside"), True),
        (Question("", "", ("sun", "ring"), words="grinning"), True),
        (Question("", "", ("sun", "ring"), words="on"), False),
    ],
)
def test_a_plan_holds_what_was_asked_for_or_not(source: Source, question: Question, held: bool):
    plan = {kind: source.vocabulary.content(kind, LATENTS) for kind in KINDS}
    assert holds(source, plan, question) == held


def test_the_largest_colour_of_a_picture_is_named_and_nothing_is_none(bank: Bank):
    painter, picture = Painter(bank.tables), torch.full((4, 64, 64), -1.0)
    assert painted(painter, picture) is None
    picture[2:, :40], picture[[0, 3], 40:] = 1, 1
    assert painted(painter, picture) == "blue" and named(painter, "#2f6fde") == "blue"


def test_scenes_of_a_thing_alone_show_nothing_else(source: Source):
    for scene in source.alone("sun", 6, 0):
        assert [box[0] for box in scene.boxes] == ["sun"] and len(scene.layers) == 1
    codes = source.encoded(source.alone("sun", 2, 0))
    [one, _] = source.contents(source.alone("sun", 2, 0), codes)
    assert faults(source.vocabulary, one, list(KINDS)) == []
