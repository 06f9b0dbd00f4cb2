"""A stage's log: rows of a CSV file, which resuming appends to, and progress lines."""

import csv
import time
from pathlib import Path
from typing import Any

from kaleido.stages.loop import Clock


class Log:
    """Appends rows to a CSV file and prints a progress line with img/s and ETA."""

    def __init__(self, path: Path):
        self.path = path
        path.parent.mkdir(parents=True, exist_ok=True)
        self._images, self._since = 0, time.monotonic()

    def write(self, clock: Clock, step: int, images: int, **values: float) -> None:
        """One row. `images` counts from the run's beginning; the rate is that since the row before."""
        now = time.monotonic()
        rate = (images - self._images) / max(now - self._since, 1e-6) if self._images else float("nan")
        self._images, self._since = images, now
        row = {"step": step, "images": images, "minutes": round(clock.spent, 2), "images_per_second": round(rate, 1)}
        row |= {k: round(float(v), 5) for k, v in values.items()}
        append_row(self.path, row)
        shown = " ".join(f"{k} {v:.4f}" for k, v in values.items())
        left = max(0.0, clock.minutes - clock.spent)
        print(f"step {step} · {images} images · {rate:.1f} img/s · {shown} · ETA {left:.0f} min", flush=True)


def append_row(path: Path, row: dict[str, Any]) -> None:
    """Appends a row to a CSV file, with its header where the file is new."""
    fresh = not path.exists()
    with path.open("a", newline="") as f:
        writer = csv.DictWriter(f, list(row))
        if fresh:
            writer.writeheader()
        writer.writerow(row)
