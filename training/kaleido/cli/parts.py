"""`kaleido-train parts`."""

from kaleido.bundle.parts import write_parts
from kaleido.cli.command import Command, Job, bundle_option


def parts(job: Job) -> None:
    """Finds hair, eyes, clothes and seats in a finished bundle's artwork, and writes them beside it."""
    print(f"wrote the parts of {job.bundle}: {write_parts(job.bundle)} bytes")


COMMAND = Command("parts", parts, bundle_option, keeps_run=False)
