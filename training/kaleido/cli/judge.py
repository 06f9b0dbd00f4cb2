"""`kaleido-train judge`."""

import argparse
from pathlib import Path

from kaleido.cli.command import Command, Job, bundle_option
from kaleido.cli.evaluator import FOLDER
from kaleido.data.bank import Bank
from kaleido.data.canvases import Canvases
from kaleido.reports.judge import found_share, read_prompts


def judge(job: Job) -> None:
    """Tells how often the evaluator (--out) finds real canvases of the bundle's artwork under the prompts of a file:
    what pictures can reach at most."""
    prompts = read_prompts(job.file)
    share = found_share(job.out, prompts, Canvases(Bank.open(job.bundle), job.device), job.config.scenes)
    print(f"{share:.1%} of real canvases are nearest to their own of {len(prompts)} prompts")


def options(parser: argparse.ArgumentParser) -> None:
    """The prompts, and the bundle."""
    parser.add_argument("file", type=Path, help="a text file with a prompt a line")
    bundle_option(parser)


COMMAND = Command("judge", judge, options, out=f"models/{FOLDER}", runs=FOLDER, keeps_run=False)
