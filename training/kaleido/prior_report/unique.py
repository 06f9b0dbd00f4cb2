"""Mode collapse: how many of a prompt's plans are unlike all others, at the shipped settings."""

import numpy as np

from kaleido.latents.vocabulary import KINDS
from kaleido.prior_report.source import Content, Source, prompt_text, usual_concepts

LAYOUT = tuple(k for k in KINDS if k != "tokens")


def unique_plans(source: Source, prompts: int, plans: int) -> dict:
    """For each prompt: distinct plans, layouts (all but the visual tokens), token grids and descriptions among its plans; and against
    as many training canvases, distinct descriptions and the share of cells in which two grids differ."""
    rng = np.random.default_rng(5)
    rows = []
    for concept in usual_concepts(source, prompts):
        made = source.sample(rng, [source.prompt(concept)] * plans, [{}] * plans, list(KINDS))
        shown = [source.content(r) for r in source.alone(concept)]
        as_many = min(len(made), len(shown))
        row = {"prompt": prompt_text(concept), "plans": plans} | {name: distinct(made, kinds) for name, kinds in GROUPS.items()}
        row["cells_that_differ"] = apart(made)
        row["training"] = {
            "canvases": as_many,
            "descriptions": distinct(shown[:as_many], ("description",)),
            "plan_descriptions": distinct(made[:as_many], ("description",)),
            "token_grids": distinct(shown[:as_many], ("tokens",)),
            "plan_token_grids": distinct(made[:as_many], ("tokens",)),
            "cells_that_differ": apart(shown),
        }
        rows.append(row)
    return {"prompts": rows}


GROUPS = {"unique_plans": KINDS, "unique_layouts": LAYOUT, "unique_token_grids": ("tokens",), "unique_descriptions": ("description",)}


def distinct(plans: list[Content], kinds: tuple[str, ...]) -> int:
    """How many different values the given kinds have together."""
    return len({tuple(tuple(plan[k]) for k in kinds) for plan in plans})


def apart(plans: list[Content]) -> float:
    """Mean share of the 64 cells in which the visual tokens of two plans differ, over all pairs; 0 for a single plan."""
    if len(plans) < 2:
        return 0.0
    grids, pairs = np.array([plan["tokens"] for plan in plans]), len(plans) * (len(plans) - 1) / 2
    # Two plans agree in a cell as often as pairs can be made of those that have the same code there.
    same = sum((n * (n - 1) / 2).sum() for n in (np.unique(cell, return_counts=True)[1].astype(float) for cell in grids.T))
    return float(1 - same / (pairs * grids.shape[1]))
