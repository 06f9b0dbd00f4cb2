"""`kaleido-train prior`."""

from kaleido.cli.command import Command, Job
from kaleido.stages.kaleido import train_stage
from kaleido.stages.order import is_done, need_tokenizer
from kaleido.stages.run import PRIOR


def prior(job: Job) -> None:
    """Trains encoder and prior alone."""
    need_tokenizer(job.config, job.run)
    if not is_done(job.config, job.run, PRIOR):
        train_stage(job.config, PRIOR, job.scenes.make, job.canvases, job.run, job.workers)


COMMAND = Command(PRIOR, prior, minutes=PRIOR)
