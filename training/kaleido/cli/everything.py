"""`kaleido-train all`."""

from kaleido.cli.bank import bank
from kaleido.cli.command import Command, Job, golden_option
from kaleido.cli.export import export
from kaleido.cli.joint import joint
from kaleido.cli.prior import prior
from kaleido.cli.sheet import sheet
from kaleido.cli.tokenizer import tokenizer
from kaleido.data.bank_file import is_bank


def everything(job: Job) -> None:
    """Every stage in order; those whose work is done are left out."""
    if not is_bank(job.bank):
        bank(job)
    for stage in (tokenizer, prior, joint, sheet, export):
        stage(job)


COMMAND = Command("all", everything, golden_option)
