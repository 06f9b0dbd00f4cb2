"""Mode collapse: how many of a prompt's plans are unlike all others, at the shipped settings."""

from typing import Any

import numpy as np

from kaleido.data.captions import single_prompt
from kaleido.latents.kinds import KINDS
from kaleido.reports.prior.source import Content, Source

LAYOUT = tuple(k for k in KINDS if k != "tokens")


def unique_plans(source: Source, prompts: int, plans: int) -> dict[str, Any]:
    """For each prompt: distinct plans, layouts (all but the visual tokens), token grids and descriptions among its
    plans, and the share of cells in which two grids differ; and the same of as many scenes that training shows under
    the prompt."""
    rng = np.random.default_rng(5)
    rows = []
    for k, name in enumerate(source.usual(prompts)):
        made = source.sample(rng, [source.prompt(single_prompt(name))] * plans, [{}] * plans, list(KINDS))
        scenes = source.alone(name, plans, 50 + k)
        shown = source.contents(scenes, source.encoded(scenes))
        rows.append({"prompt": single_prompt(name), "plans": plans, **counted(made), "training": counted(shown)})
    return {"prompts": rows}


GROUPS = {
    "unique_plans": KINDS,
    "unique_layouts": LAYOUT,
    "unique_token_grids": ("tokens",),
    "unique_descriptions": ("description",),
}


def counted(plans: list[Content]) -> dict[str, Any]:
    """Distinct plans by group of kinds, and the share of cells that differ."""
    return {name: distinct(plans, kinds) for name, kinds in GROUPS.items()} | {"cells_that_differ": apart(plans)}


def distinct(plans: list[Content], kinds: tuple[str, ...]) -> int:
    """How many different values the given kinds have together."""
    return len({tuple(tuple(plan[k]) for k in kinds) for plan in plans})


def apart(plans: list[Content]) -> float:
    """Mean share of the 64 cells in which the visual tokens of two plans differ, over all pairs; 0 for a single
    plan."""
    if len(plans) < 2:
        return 0.0
    grids, pairs = np.array([plan["tokens"] for plan in plans]), len(plans) * (len(plans) - 1) / 2
    # Two plans agree in a cell as often as pairs can be made of those that have the same code there.
    same = sum(
        (n * (n - 1) / 2).sum() for n in (np.unique(cell, return_counts=True)[1].astype(float) for cell in grids.T)
    )
    return float(1 - same / (pairs * grids.shape[1]))
