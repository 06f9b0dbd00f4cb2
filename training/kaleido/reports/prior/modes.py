"""Which ways of drawing a thing the prior still finds as its temperature changes: modes read off the description."""

import re
from collections import Counter
from typing import Any

import numpy as np

from kaleido.data.captions import single_prompt
from kaleido.latents.kinds import KINDS
from kaleido.reports.prior.source import TOP_P, Source, by_kind

# (style, colours and mood as the description says them).
Mode = tuple[str, str]


def mode(text: str, name: str) -> Mode | None:
    """The mode of a description of one thing; None when it describes something else."""
    found = re.fullmatch(rf"an? (?:(.+) )?{re.escape(name)} , ([^,]+) style", text)
    # A second article opens a second thing.
    if not found or {"a", "an"} & set((found[1] or "").split()):
        return None
    return found[2], found[1] or ""


def modes(source: Source, things: int, plans: int, shown: int, temperatures: tuple[float, ...]) -> dict[str, Any]:
    """Coverage at each temperature, averaged over prompts, and what as many draws of training's own scenes would
    cover."""
    rng, text = np.random.default_rng(4), source.vocabulary.text
    known = {}
    for k, name in enumerate(source.usual(things)):
        told = [spelt(source, scene.description) for scene in source.alone(name, shown, 40 + k)]
        found = [mode(description, spelt(source, name)) for description in told]
        known[name] = Counter(m for m in found if m)
    prompts = [source.prompt(single_prompt(name)) for name in known for _ in range(plans)]
    rows = []
    for temperature in temperatures:
        heat = by_kind(temperature, temperature)
        made = source.sample(rng, prompts, [{}] * len(prompts), [KINDS[0]], heat, TOP_P)
        texts = [text.decode(z["description"]) for z in made]
        drawn = [
            [mode(t, spelt(source, name)) for t in texts[i * plans : (i + 1) * plans]] for i, name in enumerate(known)
        ]
        each = [_coverage(counts, found) for counts, found in zip(known.values(), drawn, strict=True)]
        rows.append({"temperature": temperature} | {k: float(np.mean([e[k] for e in each])) for k in each[0]})
    reference = [_reference(counts, plans) for counts in known.values()]
    return {
        "prompts": [single_prompt(name) for name in known],
        "plans": plans,
        "training_scenes": shown,
        "training_modes": float(np.mean([len(counts) for counts in known.values()])),
        "temperatures": rows,
        "training_draws": {k: float(np.mean([r[k] for r in reference])) for k in reference[0]},
    }


def spelt(source: Source, text: str) -> str:
    """A text as it comes back from the text tokenizer."""
    return source.vocabulary.text.decode(source.vocabulary.text.encode(text))


def _coverage(counts: Counter[Mode], found: list[Mode | None]) -> dict[str, float]:
    """Shares of the training modes that the samples hit, and of the samples that are no training mode."""
    hit, styles = set(found) & set(counts), _styles(counts)
    drawn = _styles(Counter(m for m in found if m))
    return {
        "coverage_by_frequency": sum(counts[m] for m in hit if m) / counts.total(),
        "coverage": len(hit) / len(counts),
        "style_coverage": len(set(styles) & set(drawn)) / len(styles),
        "outside": sum(m not in counts for m in found) / len(found),
        "unreadable": sum(m is None for m in found) / len(found),
        "effective_styles": effective(drawn),
    }


def _reference(counts: Counter[Mode], draws: int) -> dict[str, float]:
    """What `draws` independent draws of training's scenes themselves are expected to yield. Outside: Good and Turing's
    estimate of the mass that these have not shown, the modes seen once over all scenes."""
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
    for (style, _), count in counts.items():
        styles[style] += count
    return styles


def effective(counts: Counter[Any]) -> float:
    """exp of the entropy: how many equally frequent ones would be as varied; 0 for none."""
    chances = np.array(list(counts.values()), np.float64)
    chances /= max(chances.sum(), 1)
    return float(np.exp(-(chances * np.log(chances)).sum())) if len(chances) else 0.0
