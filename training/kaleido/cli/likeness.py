"""`kaleido-train likeness`."""

from kaleido.bundle.likeness import write_likeness
from kaleido.cli.command import Command, Job, bundle_option


def likeness(job: Job) -> None:
    """Measures what a finished bundle's artwork looks like, so that pictures can be described, and writes it beside
    it."""
    print(f"wrote what the pictures of {job.bundle} look like: {write_likeness(job.bundle)} bytes")


COMMAND = Command("likeness", likeness, bundle_option, keeps_run=False)
