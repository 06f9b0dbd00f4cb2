from pathlib import Path

import pytest

from kaleido.checkout import ROOT
from kaleido.config import load_config


@pytest.mark.parametrize(
    ("file", "name"), [("stickers", "stickers"), ("cpu", "stickers"), ("baseline", "baseline"), ("tiny", "tiny")]
)
def test_shipped_configs_load_under_the_name_of_their_bundle(file, name):
    assert load_config(ROOT / "configs" / f"{file}.yaml").name == name


def test_lists_become_tuples_and_the_rest_keeps_its_default(tmp_path: Path):
    path = tmp_path / "a.yaml"
    path.write_text("{model: {denoiser: [8, 16, 24, 32]}, scenes: {paint: 0.5}, prior: {rows: {length: 9}}}")
    config = load_config(path)
    assert config.model.denoiser == (8, 16, 24, 32) and config.scenes.paint == 0.5
    assert config.model.width == type(config.model)().width
    assert config.prior.rows.length == 9 and config.prior.rows.canonical == config.joint.rows.canonical


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("tokenizer: {learning_rat: 0.1}", "unknown setting learning_rat"),
        ("widht: 3", "unknown setting widht"),
        ("tokenizer: {learning_rate: 1e-3}", "must be a number"),
        ("model: {width: 25.5}", "must be a whole number"),
        ("model: {denoiser: [8, 16]}", "a list of 4 whole numbers"),
        ("joint: {rows: {lenght: 3}}", "unknown setting lenght"),
        ("prior: {rows: 3}", "must be settings by name"),
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
