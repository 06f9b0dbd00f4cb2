"""`kaleido-train prior-report`."""

import argparse

from kaleido.cli.command import Command, Job
from kaleido.data.scenes import Scenes
from kaleido.reports.prior.report import write_report
from kaleido.reports.prior.sizes import FULL, QUICK
from kaleido.stages.run import need_model


def prior_report(job: Job) -> None:
    """Measures the prior and writes prior.md and prior.json into --out (docs)."""
    need_model(job.run)
    command = f"kaleido-train prior-report{' --quick' if job.quick else ''}"
    scenes, sizes = Scenes(job.opened, job.config.scenes), QUICK if job.quick else FULL
    write_report(job.config, scenes, job.canvases, job.run, job.out, sizes, command)
    print(f"wrote {job.out}/prior.md and {job.out}/prior.json")


def quick_option(parser: argparse.ArgumentParser) -> None:
    """Less exact, but soon."""
    parser.add_argument("--quick", action="store_true", help="fewer of everything, for a look in minutes")


COMMAND = Command("prior-report", prior_report, quick_option, out="docs")
