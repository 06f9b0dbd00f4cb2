import json
from pathlib import Path

import numpy as np
import pytest
import yaml
from PIL import Image

from kaleido import cli
from kaleido.checkout import ROOT
from kaleido.cli.commands import COMMANDS
from kaleido.stages.checkpoints import load


def replaced(options: list[str], **places: Path) -> list[str]:
    """The options with other values for some."""
    changed = list(options)
    for name, value in places.items():
        changed[changed.index(f"--{name}") + 1] = str(value)
    return changed


def changed_config(config_file: Path, tmp_path: Path, section: str, **values: object) -> Path:
    """The config with other settings in one section."""
    settings = yaml.safe_load(config_file.read_text())
    path = tmp_path / "changed.yaml"
    path.write_text(yaml.safe_dump(settings | {section: settings[section] | values}))
    return path


def test_a_second_run_of_all_trains_nothing_and_exports_again(options: list[str], run: Path, tmp_path: Path, capsys):
    before = {name: load(run / f"{name}.pt")["step"] for name in ("tokenizer", "model")}
    assert cli.main(["all", *replaced(options, out=tmp_path / "again")]) == 0
    assert before == {name: load(run / f"{name}.pt")["step"] for name in before}
    assert (tmp_path / "again" / "kaleido.json").exists()
    assert "has had its 0.02 minutes" in capsys.readouterr().out


def test_a_sheet_of_given_prompts_shows_four_of_each(options: list[str], run: Path):
    assert cli.main(["sheet", *options, "a red sun", "ring"]) == 0
    assert Image.open(run / "sheets" / "sheet.png").size == (8 * 128, 128)
    assert (run / "sheets" / "sheet.txt").read_text().startswith("a red sun: ")


@pytest.mark.parametrize(
    ("stage", "message"),
    [
        ("tokenizer", "run `kaleido-train bank` first"),
        ("prior", "run `kaleido-train tokenizer`"),
        ("joint", "run `kaleido-train tokenizer`"),
        ("sheet", "run `kaleido-train prior`"),
        ("export", "run `kaleido-train prior`"),
        ("rounding", "run `kaleido-train prior`"),
    ],
)
def test_a_stage_that_comes_too_early_says_what_to_run(options: list[str], tmp_path: Path, capsys, stage, message):
    assert cli.main([stage, *replaced(options, run=tmp_path / "run", bank=tmp_path)]) == 1
    assert message in capsys.readouterr().err


@pytest.mark.parametrize("stage", ["prior", "joint"])
def test_a_tokenizer_that_is_not_done_must_be_finished_first(
    options: list[str], run: Path, config_file: Path, tmp_path: Path, capsys, stage
):
    longer = changed_config(config_file, tmp_path, "tokenizer", minutes=30)
    assert cli.main([stage, *replaced(options, config=longer)]) == 1
    assert "of 30 minutes" in capsys.readouterr().err


def test_tokens_that_the_prior_has_learned_are_not_changed_under_it(
    options: list[str], run: Path, config_file: Path, tmp_path: Path, capsys
):
    longer = changed_config(config_file, tmp_path, "tokenizer", minutes=30)
    assert cli.main(["tokenizer", *replaced(options, config=longer)]) == 1
    assert "name another --run, or delete it" in capsys.readouterr().err


def test_a_run_keeps_the_sizes_it_was_begun_with(
    options: list[str], run: Path, config_file: Path, tmp_path: Path, capsys
):
    wider = changed_config(config_file, tmp_path, "model", width=48)
    assert cli.main(["joint", *replaced(options, config=wider)]) == 1
    assert "model.width was 32, is 48" in capsys.readouterr().err


@pytest.mark.parametrize(("text", "message"), [("naem: x", "unknown setting naem"), (None, "cannot be read")])
def test_a_bad_config_is_told_without_a_traceback(options: list[str], tmp_path: Path, capsys, text, message):
    path = tmp_path / "bad.yaml"
    if text:
        path.write_text(text)
    assert cli.main(["joint", *replaced(options, config=path)]) == 1
    assert message in capsys.readouterr().err


def test_minutes_on_the_command_line_go_before_the_config_s(options: list[str]):
    assert cli.parse(["joint", *options, "--minutes", "7"])[1].config.joint.minutes == 7
    assert cli.parse(["prior", *options, "--minutes", "7"])[1].config.prior.minutes == 7
    assert cli.parse(["begin", *options, "--layers", "9"])[1].config.model.decoder_layers == 9


def test_minutes_of_no_single_stage_are_refused(options: list[str], capsys):
    assert cli.main(["all", *options, "--minutes", "7"]) == 1
    assert "trains no single stage: name tokenizer, prior" in capsys.readouterr().err


def test_rendering_without_node_says_what_to_install(
    options: list[str], tmp_path: Path, capsys, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("PATH", "")
    assert cli.main(["bank", *options]) == 1
    assert "install Node.js" in capsys.readouterr().err


def test_a_user_s_folder_trains_a_bundle_of_its_own(options: list[str], quick: None, tmp_path: Path):
    folder, rng = tmp_path / "dots", np.random.default_rng(0)
    folder.mkdir()
    for n in range(12):
        Image.fromarray(rng.integers(0, 255, (48, 48, 3), np.uint8)).save(folder / f"{n}.png")
        (folder / f"{n}.txt").write_text(f"coloured noise number {n}")
    out = tmp_path / "out"
    arguments = replaced(options, bank=tmp_path / "bank", run=tmp_path / "run", out=out)
    for stage in ("bank", "tokenizer", "prior", "export"):
        assert cli.main([stage, *arguments, "--folder", str(folder)]) == 0
    manifest = json.loads((out / "kaleido.json").read_text())
    assert manifest["attribution"] == [] and manifest["styles"] == ["dots"] and manifest["names"] == {}
    assert manifest["memory"]["pictures"] == 12 and not any(manifest["tables"]["wearables"].values())
    assert manifest["training"]["command"] == "kaleido-train all --config quick.yaml --folder dots"
    assert str(tmp_path) not in (out / "kaleido.json").read_text()


def test_every_file_with_a_command_is_listed():
    package = ROOT / "kaleido" / "cli"
    declared = [path.stem for path in package.glob("*.py") if "\nCOMMAND = Command(" in path.read_text()]
    listed = {command.run.__module__.rpartition(".")[2] for command in COMMANDS.values()}
    assert set(declared) == listed and len(COMMANDS) == len(declared)


def test_every_command_says_what_it_does(capsys):
    for name, command in COMMANDS.items():
        with pytest.raises(SystemExit):
            cli.main([name, "--help"])
        assert command.run.__doc__ and command.run.__doc__.split()[0] in capsys.readouterr().out
