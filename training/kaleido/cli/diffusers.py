"""`kaleido-train diffusers`."""

import json

from kaleido.cli.command import Command, Job
from kaleido.diffusers.schedulers import golden_schedulers


def diffusers(job: Job) -> None:
    """Writes what the tests of the painter of ONNX folders compare with: traces of the schedulers."""
    job.out.mkdir(parents=True, exist_ok=True)
    (job.out / "schedulers.json").write_text(json.dumps(golden_schedulers()) + "\n")
    print(f"wrote {job.out}")


COMMAND = Command("diffusers", diffusers, out="test/fixtures/diffusers", keeps_run=False)
