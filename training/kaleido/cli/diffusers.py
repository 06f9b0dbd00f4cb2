"""`kaleido-train diffusers`."""

import torch

from kaleido.cli.command import Command, Job
from kaleido.diffusers.layouts import LAYOUTS, networks_of, write_folder, write_json
from kaleido.diffusers.pictures import PICTURES, golden_pictures
from kaleido.diffusers.schedulers import golden_schedulers


def diffusers(job: Job) -> None:
    """Writes what the tests of the painter of ONNX folders read: tiny folders in every layout, what they paint by
    PyTorch, and traces of the schedulers."""
    torch.set_num_threads(1)
    found = {}
    for seed, (name, layout) in enumerate(LAYOUTS.items()):
        networks = networks_of(layout, seed)
        found[name] = golden_pictures(layout, networks, PICTURES[name])
        write_folder(job.out / name, layout, networks)
    write_json(job.out / "pictures.json", found)
    write_json(job.out / "schedulers.json", golden_schedulers())
    size = sum(path.stat().st_size for path in job.out.rglob("*") if path.is_file())
    print(f"wrote {job.out}: {size / 1000:.0f} kB")


COMMAND = Command("diffusers", diffusers, out="test/fixtures/diffusers", keeps_run=False)
