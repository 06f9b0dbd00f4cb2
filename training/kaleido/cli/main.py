"""Runs one command of `kaleido-train`."""

import sys

import torch

from kaleido.cli.commands import COMMANDS
from kaleido.cli.options import parse
from kaleido.problem import Problem
from kaleido.stages.order import keep_settings


def main(arguments: list[str] | None = None) -> int:
    """Runs one stage; returns the exit status: 0, 1 for a problem that its message explains, 130 when interrupted."""
    try:
        stage, job = parse(sys.argv[1:] if arguments is None else arguments)
        torch.set_num_threads(job.threads)
        if COMMANDS[stage].keeps_run:
            keep_settings(job.config, job.run)
        COMMANDS[stage].run(job)
    except Problem as problem:
        print(f"kaleido-train: {problem}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("kaleido-train: stopped; the same command goes on from the last checkpoint", file=sys.stderr)
        return 130
    return 0
