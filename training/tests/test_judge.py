from collections import Counter
from pathlib import Path

import numpy as np
import pytest

from kaleido import cli
from kaleido.config import CanvasConfig
from kaleido.data.artwork import Artwork
from kaleido.judge import canvases_of, found_share, read_wish
from kaleido.latents.description import main_colours
from kaleido.problem import Problem

EVALUATOR = Path(__file__).parents[2] / "test" / "fixtures" / "evaluator-tiny"


@pytest.mark.parametrize(
    ("prompt", "counts", "colours"),
    [
        ("a red sun", {"sun": 1}, {"sun": "red"}),
        ("three pizzas", {"pizza": 3}, {}),
        ("a sun and two blue rings", {"sun": 1, "ring": 2}, {"ring": "blue"}),
        ("a red sun and a blue ring", {"sun": 1, "ring": 1}, {"sun": "red", "ring": "blue"}),
    ],
)
def test_canvases_show_what_the_prompt_asks_for(artwork: Artwork, prompt, counts, colours):
    wish = read_wish(prompt, artwork.concepts)
    assert wish.counts == Counter(counts) and wish.colours == colours


@pytest.mark.parametrize("prompt", ["a blue package", "two rings", "three suns", "a pizza and a ring", "a sun", "a blue package and a sun"])
def test_real_canvases_of_a_prompt_can_be_drawn(artwork: Artwork, prompt):
    wish = read_wish(prompt, artwork.concepts)
    drawn = canvases_of(wish, artwork, np.random.default_rng(0), CanvasConfig())
    for _ in range(5):
        layers = next(drawn).layers
        assert Counter(layer.concept for layer in layers) == wish.counts
        assert all(main_colours(layer)[0] == wish.colours.get(layer.concept, main_colours(layer)[0]) for layer in layers)


@pytest.mark.parametrize("prompt", ["sun", "a zeppelin", "a red sun and a blue sun", "three suns and a ring"])
def test_other_prompts_are_refused_with_what_to_write(artwork: Artwork, prompt):
    with pytest.raises(Problem, match=prompt):
        read_wish(prompt, artwork.concepts)


def test_the_share_lies_between_none_and_all(artwork: Artwork):
    assert 0 <= found_share(EVALUATOR, ["a sun", "a ring"], artwork, CanvasConfig(), each=3) <= 1


def test_the_command_tells_the_share_and_what_cannot_be_read(data: Path, config_file: Path, tmp_path: Path, capsys):
    options = ["--config", str(config_file), "--data", str(data), "--out", str(EVALUATOR)]
    assert cli.main(["judge", str(tmp_path / "none.txt"), *options]) == 1
    assert "cannot be read" in capsys.readouterr().err
    (tmp_path / "prompts.txt").write_text("a sun\n\na ring\n")
    assert cli.main(["judge", str(tmp_path / "prompts.txt"), *options]) == 0
    assert "nearest to their own of 2 prompts" in capsys.readouterr().out
