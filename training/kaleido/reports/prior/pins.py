"""Whether a pinned kind is heeded: the order-agnostic prior against the same network decoded in the one canonical
order.

A prior of a fixed order can only condition a kind on those before it. Where the pinned kind A stands after the sampled
kind B, it must sample B without A; where A stands before B, both priors do the very same.
"""

from typing import Any

import numpy as np

from kaleido.data.colour import codebook
from kaleido.latents.kinds import KINDS
from kaleido.reports.prior.features import UNITS, Features, energy_score
from kaleido.reports.prior.perplexity import nats
from kaleido.reports.prior.source import Content, Source

PAIRS = [(a, b) for a in KINDS for b in KINDS if a != b]


def reversed_pair(pinned: str, sampled: str) -> bool:
    """Whether the pinned kind stands after the sampled one, so that a prior of a fixed order cannot see it."""
    return KINDS.index(pinned) > KINDS.index(sampled)


def mean_error(values: np.ndarray) -> tuple[float, float]:
    """Mean and its standard error."""
    return float(values.mean()), float(values.std(ddof=1) / len(values) ** 0.5) if len(values) > 1 else 0.0


def pins(source: Source, samples: int) -> dict[str, Any]:
    """Every ordered pair: nats of the true B with and without A before it, and the energy score of samples where the
    two priors differ."""
    alone, pinned = _likelihoods(source)
    scores = _scores(source, samples)
    pairs = []
    for a, b in PAIRS:
        unseen = reversed_pair(a, b)
        fixed = alone[b] if unseen else pinned[a, b]
        gain, error = mean_error(fixed - pinned[a, b])
        row = {
            "pinned": a,
            "sampled": b,
            "fixed_order_sees_it": not unseen,
            "nats": pinned[a, b].mean(),
            "fixed_order_nats": fixed.mean(),
            "unpinned_nats": alone[b].mean(),
            "gain": gain,
            "gain_error": error,
            "canvases_better": float((fixed > pinned[a, b]).mean()),
        }
        if unseen:
            better, spread = mean_error(scores[None, b] - scores[a, b])
            row["energy"] = {
                "score": scores[a, b].mean(),
                "fixed_order_score": scores[None, b].mean(),
                "gain": better,
                "gain_error": spread,
                "unit": UNITS[b],
            }
        pairs.append(row)
    return {"canvases": len(source.held), "samples": samples, "pairs": pairs, "order_gaps": _order_gaps(alone, pinned)}


def _likelihoods(source: Source) -> tuple[dict[str, np.ndarray], dict[tuple[str, str], np.ndarray]]:
    """−log p(B | prompt) and −log p(B | prompt, A) of each held scene, [n]."""
    count = len(source.held)
    alone = {b: nats(source.model, source.read([[b]] * count), [b])[b][0] for b in KINDS}
    return alone, {(a, b): nats(source.model, source.read([[a, b]] * count), [b])[b][0] for a, b in PAIRS}


def _scores(source: Source, samples: int) -> dict[tuple[str | None, str], np.ndarray]:
    """Energy scores [n] of B sampled after A, and (A None) after the prompt alone, where a fixed order makes a
    difference."""
    features, rng = Features(source.vocabulary, codebook(source.bank.palette)), np.random.default_rng(3)
    truths = source.truths
    prompts = [source.prompt(scene.prompt) for scene in source.held for _ in range(samples)]
    scores: dict[tuple[str | None, str], np.ndarray] = {}
    for b in KINDS:
        for a in [None, *(k for k in KINDS if reversed_pair(k, b))]:
            if not any(reversed_pair(k, b) for k in KINDS):
                continue
            pinned: list[Content] = [{a: t[a]} if a else {} for t in truths for _ in range(samples)]
            found = [plan[b] for plan in source.sample(rng, prompts, pinned, [b])]
            vectors = features.of(b, [*found, *(t[b] for t in truths)])
            scores[a, b] = energy_score(vectors[: len(found)].reshape(len(truths), samples, -1), vectors[len(found) :])
    return scores


def _order_gaps(alone: dict[str, np.ndarray], pinned: dict[tuple[str, str], np.ndarray]) -> list[dict[str, Any]]:
    """log p(A) + log p(B | A) against log p(B) + log p(A | B): the same number for a prior that no order matters to."""
    gaps = []
    for a, b in PAIRS:
        if reversed_pair(a, b):
            continue
        gap, error = mean_error(alone[b] + pinned[b, a] - alone[a] - pinned[a, b])
        gaps.append(
            {
                "first": a,
                "second": b,
                "nats": (alone[a] + pinned[a, b]).mean(),
                "reverse_order_costs": gap,
                "error": error,
            }
        )
    return gaps
