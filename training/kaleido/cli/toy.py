"""`kaleido-train toy`."""

import torch

from kaleido.cli.command import Command, Job
from kaleido.reports.toy.report import run_toy


def toy(job: Job) -> None:
    """Runs the toy experiment of docs/toy.md; of the options it takes --out (docs)."""
    # Its matrices are too small to gain from more, and sums split otherwise would change the numbers.
    torch.set_num_threads(1)
    run_toy(job.out)
    print(f"wrote {job.out}/toy.json and {job.out}/toy.png")


COMMAND = Command("toy", toy, out="docs", keeps_run=False)
