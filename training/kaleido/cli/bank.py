"""`kaleido-train bank`."""

from kaleido.cli.command import Command, Job
from kaleido.stages.bank import measure_folder, render_bank


def bank(job: Job) -> None:
    """Renders the artwork with Node, and measures it into a bank; or measures your own pictures (--folder)."""
    if job.folder:
        measure_folder(job.folder, job.bank)
    else:
        render_bank(job.data, job.bank, "sets")


COMMAND = Command("bank", bank)
