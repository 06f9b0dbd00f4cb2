"""`kaleido-train export`."""

from kaleido.bundle.export import export_bundle
from kaleido.cli.command import Command, Job, golden_option
from kaleido.data.bank_file import is_bank
from kaleido.problem import Problem
from kaleido.stages.run import need_model


def export(job: Job) -> None:
    """Writes the bundle."""
    need_model(job.run)
    if not is_bank(job.bank):
        raise Problem(f"{job.bank} holds no bank: name the one that the run was trained on with --bank")
    export_bundle(job.config, job.run, job.bank, job.scenes, job.out, job.command, job.golden)
    print(f"wrote {job.out}")


COMMAND = Command("export", export, golden_option)
