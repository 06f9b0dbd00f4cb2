from pathlib import Path

import pytest

from kaleido.cli import ROOT
from kaleido.config import load_config


@pytest.mark.parametrize("name", ["stickers", "baseline", "tiny"])
def test_shipped_configs_load_under_their_own_name(name):
    assert load_config(ROOT / "configs" / f"{name}.yaml").name == name


def test_lists_become_tuples_and_the_rest_keeps_its_default(tmp_path: Path):
    path = tmp_path / "a.yaml"
    path.write_text("{model: {denoiser: [8, 16, 24]}, canvas: {concepts: [cat, pizza], objects: [0.5, 0.5, 0]}}")
    config = load_config(path)
    assert config.canvas.concepts == ("cat", "pizza") and config.canvas.objects == (0.5, 0.5, 0)
    assert config.model.denoiser == (8, 16, 24)
    assert config.model.width == type(config.model)().width


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("tokenizer: {learning_rat: 0.1}", "unknown setting learning_rat"),
        ("widht: 3", "unknown setting widht"),
        ("tokenizer: {learning_rate: 1e-3}", "must be a number"),
        ("model: {width: 25.5}", "must be a whole number"),
        ("model: {denoiser: [8, 16]}", "a list of 3 whole numbers"),
        ("canvas: {concepts: [cat, 3]}", "a list of words"),
        ("canvas: {objects: [0.5, 0.6, 0.2]}", "canvas.objects: the chances must add up to 1"),
        ("canvas: {recolour: 0.6, repaint: 0.6}", "canvas.recolour and repaint: their chances must not add up to more than 1"),
        ("name: 3", "must be text"),
        ("tokenizer:", "must be settings by name"),
        ("- name", "must be settings by name"),
        ("name: [", "not YAML"),
    ],
)
def test_what_a_config_cannot_say_is_told_with_its_place(tmp_path: Path, text, message):
    path = tmp_path / "bad.yaml"
    path.write_text(text)
    with pytest.raises(ValueError, match=message) as error:
        load_config(path)
    assert "bad.yaml" in str(error.value)


def test_a_config_may_build_on_the_one_that_it_is_like(tmp_path: Path):
    (tmp_path / "base.yaml").write_text("{name: base, seed: 3, joint: {batch: 5, minutes: 2}}")
    (tmp_path / "own.yaml").write_text("{like: base.yaml, name: own, joint: {minutes: 4}}")
    config = load_config(tmp_path / "own.yaml")
    assert (config.name, config.seed, config.joint.batch, config.joint.minutes) == ("own", 3, 5, 4)
