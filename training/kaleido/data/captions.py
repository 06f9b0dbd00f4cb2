"""Captions: short prompts, as people type them, drawn anew for a canvas each time it is seen."""

import numpy as np

from kaleido.latents.description import article


def caption(rng: np.random.Generator, concepts: list[str], colours: list[list[str]], style: str, synonyms: dict[str, list[str]]) -> str:
    """One caption for a canvas. `colours`: main colour names of each object, largest first."""
    nouns = []
    for concept, shades in zip(concepts, colours, strict=True):
        words = synonyms[concept]
        noun = words[0] if len(words) == 1 or rng.random() < 0.7 else words[1 + rng.integers(len(words) - 1)]
        if shades and rng.random() < 0.3:
            noun = f"{shades[0]} {noun}"
        elif len(shades) > 1 and rng.random() < 0.1:
            noun = f"{shades[0]} and {shades[1]} {noun}"
        if rng.random() < 0.6:
            noun = f"{article(noun)} {noun}"
        nouns.append(noun)
    order = rng.permutation(len(nouns))
    joined = [nouns[i] for i in order]
    if len(joined) == 1:
        text = joined[0]
    else:
        last = str(rng.choice([" and ", " and ", " with ", " next to "]))
        text = ", ".join(joined[:-1]) + last + joined[-1]
    roll = rng.random()
    if roll < 0.12:
        text = f"{text}, {style} style"
    elif roll < 0.18:
        text = f"{style} {text}" if len(joined) == 1 and not text.startswith(("a ", "an ")) else f"{text}, {style}"
    elif roll < 0.24:
        text = f"{rng.choice(['sticker of', 'a sticker of', 'picture of', 'an emoji of', 'draw'])} {text}"
    return text
