"""`kaleido-train drawn`."""

from kaleido.bundle.drawn import write_drawn
from kaleido.cli.command import Command, Job, bundle_option


def drawn(job: Job) -> None:
    """Draws our own artwork of what is worn in a finished bundle's styles, and writes it beside the memory."""
    pictures, size = write_drawn(job.bundle)
    print(f"wrote {pictures} drawings into {job.bundle}: {size} bytes")


COMMAND = Command("drawn", drawn, bundle_option, keeps_run=False)
