"""Which ways of drawing a thing the prior still finds as its temperature changes: modes read off the description."""

import re
from collections import Counter

import numpy as np

from kaleido.data.colour import NAMED
from kaleido.latents.description import place
from kaleido.latents.vocabulary import KINDS
from kaleido.prior_report.source import TOP_P, Source, by_kind, prompt_text, usual_concepts

# (style, place, largest colour, size).
Mode = tuple[str, str, str, str]
_PLACES = {place((x - 2, y - 2, x + 2, y + 2)) for x in (6, 16, 26) for y in (6, 16, 26)}
_LONGEST_FIRST = "|".join(sorted(_PLACES, key=len, reverse=True))
_COLOURS = "|".join(NAMED)
_SENTENCE = re.compile(rf"an? (big|medium|small) (?:({_COLOURS})(?: and (?:{_COLOURS}))? )?(.+?) ({_LONGEST_FIRST}) , ([^,]+) style")


def mode(text: str, concept: str) -> Mode | None:
    """The mode of a description of one `concept`; None when it describes something else."""
    found = _SENTENCE.fullmatch(text)
    if not found or found[3] != concept:
        return None
    return found[5], found[4], found[2] or "", found[1]


def modes(source: Source, concepts: int, plans: int, temperatures: tuple[float, ...]) -> dict | None:
    """Coverage at each temperature, averaged over prompts, and what as many draws of the training canvases would cover; None for
    canvases whose descriptions are not ours (a user's folder)."""
    rng, text = np.random.default_rng(4), source.canvases.vocabulary.text
    known = {}
    for concept in usual_concepts(source, concepts):
        spelt = text.decode(text.encode(concept))
        found = [mode(text.decode(source.canvases.segments[r]["description"].tolist()), spelt) for r in source.alone(concept)]
        if counts := Counter(m for m in found if m):
            known[concept] = (spelt, counts)
    if not known:
        return None
    prompts = [source.prompt(c) for c in known for _ in range(plans)]
    rows = []
    for temperature in temperatures:
        made = source.sample(rng, prompts, [{}] * len(prompts), [KINDS[0]], by_kind(temperature, temperature), TOP_P)
        texts = [text.decode(z["description"]) for z in made]
        drawn = [[mode(t, spelt) for t in texts[i * plans : (i + 1) * plans]] for i, (spelt, _) in enumerate(known.values())]
        each = [_coverage(counts, found) for (_, counts), found in zip(known.values(), drawn, strict=True)]
        rows.append({"temperature": temperature} | {k: float(np.mean([e[k] for e in each])) for k in each[0]})
    reference = [_reference(counts, plans) for _, counts in known.values()]
    return {
        "prompts": [prompt_text(c) for c in known],
        "plans": plans,
        "training_canvases": float(np.mean([c.total() for _, c in known.values()])),
        "training_modes": float(np.mean([len(c) for _, c in known.values()])),
        "temperatures": rows,
        "training_draws": {k: float(np.mean([r[k] for r in reference])) for k in reference[0]},
    }


def _coverage(counts: Counter[Mode], found: list[Mode | None]) -> dict[str, float]:
    """Shares of the training modes that the samples hit, and of the samples that are no training mode."""
    hit, styles = set(found) & set(counts), _styles(counts)
    drawn = _styles(Counter(m for m in found if m))
    return {
        "coverage_by_frequency": sum(counts[m] for m in hit) / counts.total(),
        "coverage": len(hit) / len(counts),
        "style_coverage": len(set(styles) & set(drawn)) / len(styles),
        "outside": sum(m not in counts for m in found) / len(found),
        "unreadable": sum(m is None for m in found) / len(found),
        "effective_styles": effective(drawn),
    }


def _reference(counts: Counter[Mode], draws: int) -> dict[str, float]:
    """What `draws` independent draws of the training canvases themselves are expected to yield. Outside: Good and Turing's estimate of
    the mass that the training canvases have not shown, the modes seen once over all canvases."""
    weights = np.array(list(counts.values())) / counts.total()
    seen = 1 - (1 - weights) ** draws
    style = np.array(list(_styles(counts).values())) / counts.total()
    return {
        "coverage_by_frequency": float((weights * seen).sum()),
        "coverage": float(seen.mean()),
        "style_coverage": float((1 - (1 - style) ** draws).mean()),
        "outside": sum(n == 1 for n in counts.values()) / counts.total(),
        "unreadable": 0.0,
        "effective_styles": effective(_styles(counts)),
    }


def _styles(counts: Counter[Mode]) -> Counter[str]:
    styles: Counter[str] = Counter()
    for found, count in counts.items():
        styles[found[0]] += count
    return styles


def effective(counts: Counter) -> float:
    """exp of the entropy: how many equally frequent ones would be as varied; 0 for none."""
    chances = np.array(list(counts.values()), np.float64)
    chances /= max(chances.sum(), 1)
    return float(np.exp(-(chances * np.log(chances)).sum())) if len(chances) else 0.0
