from collections import Counter
from pathlib import Path

import numpy as np
import pytest

from kaleido import cli
from kaleido.checkout import ROOT
from kaleido.config import SceneSettings
from kaleido.data.bank import Bank
from kaleido.data.canvases import Canvases
from kaleido.problem import Problem
from kaleido.reports.judge import found_share, read_wish, scenes_of

EVALUATOR = ROOT.parent / "test" / "fixtures" / "evaluator-tiny"


@pytest.mark.parametrize(
    ("prompt", "counts", "colours"),
    [
        ("a red sun", {"sun": 1}, {"sun": "red"}),
        ("three pizzas", {"pizza": 3}, {}),
        ("a sun and two blue rings", {"sun": 1, "ring": 2}, {"ring": "blue"}),
        ("a red sun and a blue top hat", {"sun": 1, "top hat": 1}, {"sun": "red", "top hat": "blue"}),
    ],
)
def test_canvases_show_what_the_prompt_asks_for(bank: Bank, prompt, counts, colours):
    wish = read_wish(prompt, bank)
    assert wish.counts == Counter(counts) and wish.colours == colours


@pytest.mark.parametrize(
    "prompt",
    ["a blue package", "two rings", "three suns", "a pizza and a ring", "a sun", "a blue package and two suns"],
)
def test_real_canvases_of_a_prompt_can_be_drawn(bank: Bank, prompt):
    wish = read_wish(prompt, bank)
    drawn = scenes_of(wish, bank, SceneSettings(), np.random.default_rng(0))
    for _ in range(5):
        scene = next(drawn)
        assert Counter(box[0] for box in scene.boxes) == wish.counts
        for box, layer in zip(scene.boxes, scene.layers, strict=True):
            if box[0] in wish.colours:
                assert bank.colour_names(layer.picture, layer.paint)[0][0] == wish.colours[box[0]]


@pytest.mark.parametrize("prompt", ["sun", "a zeppelin", "a red sun and a blue sun", "three suns and a ring"])
def test_other_prompts_are_refused_with_what_to_write(bank: Bank, prompt):
    with pytest.raises(Problem, match=prompt):
        read_wish(prompt, bank)


def test_the_share_lies_between_none_and_all(canvases: Canvases):
    assert 0 <= found_share(EVALUATOR, ["a sun", "a ring"], canvases, SceneSettings(), each=3) <= 1


def test_the_command_tells_the_share_and_what_cannot_be_read(config_file: Path, bundle: Path, tmp_path: Path, capsys):
    options = [str(bundle), "--config", str(config_file), "--out", str(EVALUATOR), "--threads", "1"]
    assert cli.main(["judge", str(tmp_path / "none.txt"), *options]) == 1
    assert "cannot be read" in capsys.readouterr().err
    (tmp_path / "prompts.txt").write_text("a sun\n\na ring\n")
    assert cli.main(["judge", str(tmp_path / "prompts.txt"), *options]) == 0
    assert "nearest to their own of 2 prompts" in capsys.readouterr().out
