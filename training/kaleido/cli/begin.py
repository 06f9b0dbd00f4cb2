"""`kaleido-train begin`."""

from kaleido.bundle.begin import begin_run
from kaleido.cli.command import Command, Job, bundle_option


def begin(job: Job) -> None:
    """Begins a run from an exported bundle, to train it on."""
    begin_run(job.bundle, job.config, job.run)
    print(f"{job.run} goes on from {job.bundle}: run `kaleido-train prior` or `joint` with the same options next")


COMMAND = Command("begin", begin, bundle_option)
