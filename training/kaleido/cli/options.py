"""The command line of `kaleido-train`: the options of all commands, and the job that they come to."""

import argparse
import os
from dataclasses import replace
from pathlib import Path

import torch

from kaleido.checkout import ROOT
from kaleido.cli.command import Command, Job
from kaleido.cli.commands import COMMANDS
from kaleido.config import Config, load_config
from kaleido.problem import Problem
from kaleido.stages.device import best_device


def parse(arguments: list[str]) -> tuple[str, Job]:
    """The stage's name and its job. Raises Problem on a config that cannot be read; exits on bad options, as argparse
    does."""
    parser = command_line()
    options = parser.parse_args(arguments)
    if options.threads < 1:
        parser.error("--threads must be at least 1")
    command = COMMANDS[options.stage]
    config = with_options(read_config(options.config), command, options.minutes, options.layers)
    device = options.device or best_device()
    if device == "cuda" and not torch.cuda.is_available():
        raise Problem("--device cuda: PyTorch finds no card here: install its CUDA build, or train with --device cpu")
    run = options.run or ROOT / "runs" / (command.runs or config.name)
    own = f" --folder {options.folder.name}" if options.folder else ""
    return command.name, Job(
        config=config,
        data=options.data,
        bank=options.bank or run / "bank",
        run=run,
        out=options.out or ROOT.parent / (command.out or f"models/{config.name}"),
        device=device,
        threads=options.threads,
        workers=workers_on(device) if options.workers is None else options.workers,
        command=f"kaleido-train {command.remade_by} --config {shown(options.config)}{own}",
        golden=getattr(options, "golden", None),
        prompts=tuple(p for p in getattr(options, "prompts", ()) if p.strip()),
        bundle=getattr(options, "bundle", Job.bundle),
        file=getattr(options, "file", Job.file),
        folder=options.folder,
        quick=getattr(options, "quick", False),
    )


def command_line() -> argparse.ArgumentParser:
    """The parser of every command's options."""
    common = common_options()
    parser = argparse.ArgumentParser(prog="kaleido-train", description="Trains and exports a Kaleido bundle.")
    stages = parser.add_subparsers(dest="stage", required=True, metavar="STAGE")
    for name, command in COMMANDS.items():
        said = command.run.__doc__
        command.options(stages.add_parser(name, parents=[common], help=said, description=said))
    return parser


def common_options() -> argparse.ArgumentParser:
    """The options that every command has."""
    common = argparse.ArgumentParser(add_help=False)
    add = common.add_argument
    add("--config", type=Path, default=ROOT / "configs" / "stickers.yaml", help="settings (configs/stickers.yaml)")
    add("--data", type=Path, default=ROOT / "data", help="where the rendered artwork lies (training/data)")
    add("--bank", type=Path, help="the artwork with its measures, or a bundle, whose memory it is (RUN/bank)")
    add("--run", type=Path, help="where checkpoints, logs and sheets go (training/runs/NAME)")
    add("--out", type=Path, help="where the bundle goes (models/NAME)")
    add("--device", choices=("cpu", "cuda"), help="what to train on (a CUDA card where there is one)")
    add("--threads", type=int, default=os.cpu_count() or 1, help="threads to compute with on a CPU (all cores)")
    add("--workers", type=int, help="processes that draw scenes (on a CPU none, else all cores but two)")
    add("--folder", type=Path, help="train on your own pictures and captions instead (README)")
    add("--minutes", type=float, help="training time of the stage, instead of the config's")
    add("--layers", type=int, help="decoder layers, instead of the config's; `begin` may add to a bundle's")
    return common


def read_config(path: Path) -> Config:
    """The settings of a file. Raises Problem where it cannot be read, or says what no setting may be."""
    try:
        return load_config(path)
    except OSError as error:
        raise Problem(
            f"{path} cannot be read ({error.strerror}): name a file of training/configs with --config"
        ) from error
    except ValueError as error:
        raise Problem(str(error)) from error


def with_options(config: Config, command: Command, minutes: float | None, layers: int | None) -> Config:
    """The config with what the command line says instead. Raises Problem on minutes for a stage that has none."""
    if layers is not None:
        config = replace(config, model=replace(config.model, decoder_layers=layers))
    if minutes is None:
        return config
    if command.minutes is None:
        raise Problem(f"--minutes: `{command.name}` trains no single stage: name tokenizer, prior, joint or evaluator")
    section = replace(getattr(config, command.minutes), minutes=minutes)
    changed: Config = replace(config, **{command.minutes: section})
    return changed


def workers_on(device: str) -> int:
    """How many processes draw scenes where nobody says: on a CPU none, else all cores but two."""
    return 0 if device == "cpu" else max(1, (os.cpu_count() or 1) - 2)


def shown(path: Path) -> str:
    """A config's path as the bundle tells it: no folder of its author's machine."""
    path = path.resolve()
    return path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else path.name
