"""`kaleido-train sheet`."""

import argparse

from kaleido.cli.command import Command, Job
from kaleido.stages.run import need_model
from kaleido.stages.sheet import paint_sheet


def sheet(job: Job) -> None:
    """Paints samples of the last checkpoint."""
    need_model(job.run)
    print(f"wrote {paint_sheet(job.config, job.run, job.device, job.prompts)}")


def prompts_option(parser: argparse.ArgumentParser) -> None:
    """What to paint."""
    parser.add_argument("prompts", nargs="*", help="prompts to paint (sixteen everyday ones)")


COMMAND = Command("sheet", sheet, prompts_option)
