"""`kaleido-train rounding`."""

from kaleido.cli.command import Command, Job
from kaleido.reports.rounding import compare_rounding
from kaleido.stages.run import need_model


def rounding(job: Job) -> None:
    """Compares the pictures of the exported bundle (--out) with those of the run's own weights, which it rounds to
    int8."""
    need_model(job.run)
    found = compare_rounding(job.config, job.run, job.out)
    print(f"{found['plans']:.1%} of plans are the same token for token")
    print(
        f"pictures of the same plans differ by {found['mean']:.3f} of 255 on average and {found['largest']:.1f} "
        f"at most; {found['visible']:.3%} of values by more than 2"
    )


COMMAND = Command("rounding", rounding)
