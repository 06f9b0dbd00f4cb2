"""`kaleido-train joint`."""

from kaleido.cli.command import Command, Job
from kaleido.stages.kaleido import train_stage
from kaleido.stages.order import is_done, need_tokenizer
from kaleido.stages.run import JOINT


def joint(job: Job) -> None:
    """Trains encoder, prior and denoiser together."""
    need_tokenizer(job.config, job.run)
    if not is_done(job.config, job.run, JOINT):
        train_stage(job.config, JOINT, job.scenes.make, job.canvases, job.run, job.workers)


COMMAND = Command(JOINT, joint, minutes=JOINT)
