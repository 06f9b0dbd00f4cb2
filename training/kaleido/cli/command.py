"""What a command of `kaleido-train` is, and what it is given."""

import argparse
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from kaleido.checkout import ROOT
from kaleido.config import Config
from kaleido.data.bank import Bank
from kaleido.data.canvases import Canvases
from kaleido.data.folder import FolderScenes
from kaleido.data.scene import SceneSource
from kaleido.data.scenes import Scenes
from kaleido.stages.order import need_bank
from kaleido.stages.run import open_bank


@dataclass(frozen=True)
class Job:
    """What every stage gets: settings and places. `command` is what makes the bundle again, without the places."""

    config: Config
    data: Path
    bank: Path
    run: Path
    out: Path
    device: str
    threads: int
    workers: int
    command: str
    golden: Path | None = None
    prompts: tuple[str, ...] = ()
    bundle: Path = ROOT.parent / "models" / "stickers"
    file: Path = Path()
    folder: Path | None = None
    quick: bool = False

    @cached_property
    def opened(self) -> Bank:
        """The bank. Raises Problem where there is none, or one of another palette than the run's."""
        need_bank(self.bank)
        return open_bank(self.run, self.bank)

    @cached_property
    def scenes(self) -> SceneSource:
        """Scenes of the bank's things, drawn as the config says, or of the pictures in `folder`."""
        return FolderScenes(self.folder) if self.folder else Scenes(self.opened, self.config.scenes)

    @cached_property
    def canvases(self) -> Canvases:
        """What composes them, on the training device."""
        return Canvases(self.opened, self.device)


def no_options(_: argparse.ArgumentParser) -> None:
    """For commands that have those of all alone."""


def bundle_option(parser: argparse.ArgumentParser) -> None:
    """A bundle's folder, by default the shipped one."""
    parser.add_argument(
        "bundle", type=Path, nargs="?", default=Job.bundle, help="the bundle's folder (models/stickers)"
    )


def golden_option(parser: argparse.ArgumentParser) -> None:
    """A file for the engine's tests."""
    parser.add_argument("--golden", type=Path, help="a file for the fixture that the engine's tests compare with")


@dataclass(frozen=True)
class Command:
    """One stage on the command line: the doc comment of `run` is its help.

    `minutes` is the section of the config whose minutes `--minutes` sets, where it has one. `out` is where it writes,
    below the repository, and `runs` its folder below `runs`, where these are not named after the config. `remade_by`
    names the stage that makes the bundle again. `keeps_run` is false where nothing is done in the run's folder."""

    name: str
    run: Callable[[Job], None]
    options: Callable[[argparse.ArgumentParser], None] = no_options
    minutes: str | None = None
    out: str | None = None
    runs: str | None = None
    remade_by: str = "all"
    keeps_run: bool = True
