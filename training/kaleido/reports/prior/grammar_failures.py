"""Plans for many prompts with many kinds pinned, each read by the independent parser: how many do not parse."""

from collections import Counter
from itertools import combinations
from typing import Any

import numpy as np

from kaleido.latents.kinds import KINDS
from kaleido.reports.prior.parse import faults
from kaleido.reports.prior.source import Content, Source

# Prompts of random pieces, and pins of a canvas that shows something else: what users do, and harder than what was
# trained on.
NONSENSE, FOREIGN = 0.05, 0.5
REPORTED = 10
# Samples that share a set of pinned kinds.
BATCH = 100
# Every set of kinds but all of them; nothing pinned, as with a plain prompt, comes first.
PINNABLE = [pins for count in range(len(KINDS)) for pins in combinations(KINDS, count)]


def grammar_failures(source: Source, samples: int) -> dict[str, Any]:
    """Samples, failures, the faults by their wording, and how many samples each kind was pinned and sampled in."""
    rng, vocabulary = np.random.default_rng(2), source.vocabulary
    wrong: Counter[str] = Counter()
    sampled_in: Counter[str] = Counter()
    failures, subsets, blobs_first, unequal = 0, set(), 0, 0
    turns = [0, *(1 + rng.permutation(len(PINNABLE) - 1))]
    for start in range(0, samples, BATCH):
        count = min(BATCH, samples - start)
        pins = PINNABLE[turns[start // BATCH % len(turns)]]
        sampled = [k for k in KINDS if k not in pins]
        subsets.add(pins)
        rows, others = rng.integers(len(source.held), size=(2, count)).tolist()
        shown = [o if rng.random() < FOREIGN else r for r, o in zip(rows, others, strict=True)]
        pinned: list[Content] = [{k: source.truths[row][k] for k in pins} for row in shown]
        prompts = [_prompt(source, rng, r) for r in rows]
        for plan, given in zip(source.sample(rng, prompts, pinned, sampled), pinned, strict=True):
            found = faults(vocabulary, plan, sampled)
            found += [f"{k}: not as pinned" for k in pins if plan[k] != given[k]]
            failures += bool(found)
            wrong.update(found)
            sampled_in.update(sampled)
            if "blobs" in pins and "boxes" in sampled:
                blobs_first += 1
                unequal += (
                    sum(i >= vocabulary.ranges["location"][0] for i in plan["boxes"]) // 4 != len(plan["blobs"]) // 5
                )
    return {
        "samples": samples,
        "failures": failures,
        "faults": dict(wrong.most_common(REPORTED)),
        "pinned_subsets": len(subsets),
        "sampled": dict(sampled_in),
        "boxes_after_pinned_blobs": {"samples": blobs_first, "other_count": unequal},
    }


def _prompt(source: Source, rng: np.random.Generator, row: int) -> list[int]:
    if rng.random() >= NONSENSE:
        return source.prompt(source.held[row].prompt)
    pieces: list[int] = rng.integers(*source.vocabulary.ranges["text"], size=rng.integers(1, 12)).tolist()
    return pieces
