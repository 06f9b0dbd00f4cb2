import shutil
from pathlib import Path

import numpy as np
import pytest
import yaml
from PIL import Image

from kaleido import cli
from kaleido.train.common import load


def replaced(options: list[str], **places: Path) -> list[str]:
    """The options with other values for some."""
    changed = list(options)
    for name, value in places.items():
        changed[changed.index(f"--{name}") + 1] = str(value)
    return changed


def test_a_second_run_of_all_trains_nothing_and_exports_again(options: list[str], run: Path, tmp_path: Path, capsys):
    before = {name: load(run / f"{name}.pt")["step"] for name in ("tokenizer", "joint")}
    codes = (run / "codes.npy").stat().st_mtime
    assert cli.main(["all", *replaced(options, out=tmp_path / "again")]) == 0
    assert before == {name: load(run / f"{name}.pt")["step"] for name in before}
    assert (run / "codes.npy").stat().st_mtime == codes
    assert (tmp_path / "again" / "kaleido.json").exists()
    assert "has had its 0.02 minutes" in capsys.readouterr().out


def test_a_sheet_of_given_prompts_shows_four_of_each(options: list[str], run: Path):
    assert cli.main(["sheet", *options, "a red sun", "ring"]) == 0
    assert Image.open(run / "sheets" / "sheet.png").size == (8 * 128, 128)
    assert (run / "sheets" / "sheet.txt").read_text().startswith("a red sun: ")


@pytest.mark.parametrize(
    ("stage", "message"),
    [
        ("tokenizer", "run `kaleido-train render` first"),
        ("extract", "run `kaleido-train tokenizer`"),
        ("joint", "run `kaleido-train tokenizer`"),
        ("sheet", "run `kaleido-train joint`"),
        ("export", "run `kaleido-train joint`"),
    ],
)
def test_a_stage_that_comes_too_early_says_what_to_run(options: list[str], tmp_path: Path, capsys, stage, message):
    assert cli.main([stage, *replaced(options, run=tmp_path / "run", data=tmp_path)]) == 1
    assert message in capsys.readouterr().err


@pytest.mark.parametrize("stage", ["extract", "joint"])
def test_a_tokenizer_that_is_not_done_must_be_finished_first(
    options: list[str], run: Path, config_file: Path, tmp_path: Path, capsys, stage
):
    settings = yaml.safe_load(config_file.read_text())
    longer = tmp_path / "longer.yaml"
    longer.write_text(yaml.safe_dump(settings | {"tokenizer": settings["tokenizer"] | {"minutes": 30}}))
    assert cli.main([stage, *replaced(options, config=longer)]) == 1
    assert "of 30 minutes" in capsys.readouterr().err


def test_latents_that_the_prior_has_learned_are_not_changed_under_it(options: list[str], run: Path, capsys):
    assert cli.main(["extract", *options]) == 1
    assert "name another --run, or delete it" in capsys.readouterr().err


def test_a_run_keeps_the_sizes_it_was_begun_with(options: list[str], run: Path, config_file: Path, tmp_path: Path, capsys):
    settings = yaml.safe_load(config_file.read_text())
    wider = tmp_path / "wider.yaml"
    wider.write_text(yaml.safe_dump(settings | {"model": settings["model"] | {"width": 48}}))
    assert cli.main(["joint", *replaced(options, config=wider)]) == 1
    assert "model.width was 32, is 48" in capsys.readouterr().err


def test_codes_older_than_their_tokenizer_are_refused(options: list[str], run: Path, tmp_path: Path, capsys):
    copy = tmp_path / "run"
    shutil.copytree(run, copy)
    (copy / "tokenizer.pt").touch()
    assert cli.main(["joint", *replaced(options, run=copy)]) == 1
    assert "run `kaleido-train extract`" in capsys.readouterr().err


@pytest.mark.parametrize(("text", "message"), [("naem: x", "unknown setting naem"), (None, "cannot be read")])
def test_a_bad_config_is_told_without_a_traceback(options: list[str], tmp_path: Path, capsys, text, message):
    path = tmp_path / "bad.yaml"
    if text:
        path.write_text(text)
    assert cli.main(["joint", *replaced(options, config=path)]) == 1
    assert message in capsys.readouterr().err


def test_render_without_node_says_what_to_install(options: list[str], capsys, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PATH", "")
    assert cli.main(["render", *options]) == 1
    assert "install Node.js" in capsys.readouterr().err


def test_a_user_s_folder_trains_a_bundle_of_its_own(options: list[str], quick_sheets: None, tmp_path: Path):
    folder, rng = tmp_path / "dots", np.random.default_rng(0)
    folder.mkdir()
    for n in range(12):
        Image.fromarray(rng.integers(0, 255, (48, 48, 3), np.uint8)).save(folder / f"{n}.png")
        (folder / f"{n}.txt").write_text(f"coloured noise number {n}")
    out = tmp_path / "out"
    arguments = replaced(options, data=tmp_path / "nothing", run=tmp_path / "run", out=out)
    assert cli.main(["all", *arguments, "--folder", str(folder)]) == 0
    manifest = yaml.safe_load((out / "kaleido.json").read_text())
    assert manifest["attribution"] == [] and manifest["styles"] == ["dots"]
    assert manifest["names"] == {}
    assert manifest["training"]["command"] == "kaleido-train all --config quick.yaml --folder dots"
    assert str(tmp_path) not in (out / "kaleido.json").read_text()
