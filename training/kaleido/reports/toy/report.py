"""The toy experiment: trains both models for every layout and seed, measures them, writes `toy.json` and draws
`toy.png`."""

import json
import statistics
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch

from kaleido.reports.toy.model import Toy
from kaleido.reports.toy.modes import LAYOUTS, WEIGHTS, draw, measure
from kaleido.reports.toy.picture import draw_toy

GUIDANCES = (1, 5, 8, 25)
MODELS = ("baseline", "augmented")
DRAWN = "crossed"


@dataclass(frozen=True)
class Effort:
    """How much is trained and sampled. `count` is points for each class and guidance scale."""

    seeds: int = 5
    training_steps: int = 2000
    sampling_steps: int = 250
    count: int = 600


FULL = Effort()


def run_toy(out: Path, effort: Effort = FULL) -> dict[str, Any]:
    """Writes `toy.json` and `toy.png` into `out`, and returns the numbers of the former."""
    out.mkdir(parents=True, exist_ok=True)
    layouts: dict[str, dict[str, Any]] = {}
    drawn: dict[str, dict[float, list[torch.Tensor]]] = {name: {} for name in MODELS}
    for layout, centres in LAYOUTS.items():
        layouts[layout] = {}
        for name in MODELS:
            found: dict[float, list[Any]] = {guidance: [] for guidance in GUIDANCES}
            for seed in range(effort.seeds):
                toy = Toy(centres, name == "augmented", seed, effort.training_steps)
                for guidance in GUIDANCES:
                    generator = torch.Generator().manual_seed(seed)
                    points = [
                        toy.sample(c, effort.count, guidance, effort.sampling_steps, generator)
                        for c in range(len(centres))
                    ]
                    found[guidance].append([measure(p, centres[c], WEIGHTS[c]) for c, p in enumerate(points)])
                    if layout == DRAWN and seed == 0:
                        drawn[name][guidance] = points
            layouts[layout][name] = {str(guidance): summary(seeds) for guidance, seeds in found.items()}
            for guidance, row in layouts[layout][name].items():
                print(
                    f"{layout} {name} guidance {guidance}: "
                    + ", ".join(f"{k} {v['mean']:.3f} ± {v['sd']:.3f}" for k, v in row.items()),
                    flush=True,
                )
    true, classes, _ = draw(LAYOUTS[DRAWN], effort.count * len(WEIGHTS), torch.Generator().manual_seed(0))
    data = [true[classes == c] for c in range(len(WEIGHTS))]
    report = {"command": "kaleido-train toy", "torch": torch.__version__, "effort": vars(effort), "layouts": layouts}
    (out / "toy.json").write_text(json.dumps(report, indent=1) + "\n")
    draw_toy(out / "toy.png", data, drawn, LAYOUTS[DRAWN])
    return report


def summary(seeds: list[list[dict[str, float]]]) -> dict[str, dict[str, float]]:
    """Mean and standard deviation over seeds of each number's mean over classes."""
    rows = [{key: statistics.mean(c[key] for c in classes) for key in classes[0]} for classes in seeds]
    return {
        key: {
            "mean": round(statistics.mean(r[key] for r in rows), 4),
            "sd": round(statistics.stdev(r[key] for r in rows), 4),
        }
        for key in rows[0]
    }
