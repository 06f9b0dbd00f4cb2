"""`kaleido-train language`."""

from kaleido.cli.command import Command, Job
from kaleido.diffusers.decoder import write_decoder


def language(job: Job) -> None:
    """Writes what the tests of language models in this process read: a tiny decoder with random weights."""
    write_decoder(job.out / "tiny")
    print(f"wrote {job.out}")


COMMAND = Command("language", language, out="test/fixtures/language", keeps_run=False)
