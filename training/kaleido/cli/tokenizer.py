"""`kaleido-train tokenizer`."""

from kaleido.cli.command import Command, Job
from kaleido.stages.order import TOKENIZER, is_done, need_no_model
from kaleido.stages.text import prepare_run
from kaleido.stages.tokenizer import train_tokenizer


def tokenizer(job: Job) -> None:
    """Fixes palette and text pieces, and trains the visual tokenizer."""
    if is_done(job.config, job.run, TOKENIZER):
        return
    need_no_model(job.run)
    prepare_run(job.config, job.scenes, job.run)
    train_tokenizer(job.config, job.scenes.make, job.canvases, job.run, job.workers)


COMMAND = Command(TOKENIZER, tokenizer, minutes=TOKENIZER)
