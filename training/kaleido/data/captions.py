"""Captions: short prompts, as people type them, drawn anew for a canvas each time it is seen."""

from collections import Counter

import numpy as np

from kaleido.data.plural import plural
from kaleido.data.words import Words
from kaleido.latents.description import article

OTHER_LANGUAGE = 0.25
NUMBERS = {2: ["two", "two", "2"], 3: ["three", "three", "3"]}
ARTICLES = {"de": ["ein", "eine"], "fr": ["un", "une"], "es": ["un", "una"], "it": ["un", "una"], "pt": ["um", "uma"], "nl": ["een"]}
AND = {"de": "und", "fr": "et", "es": "y", "it": "e", "pt": "e", "nl": "en"}
COLOUR_FIRST = {"de", "nl"}


def caption(rng: np.random.Generator, concepts: list[str], colours: list[list[str]], recoloured: list[bool], style: str, words: Words) -> str:
    """One caption for a canvas. `colours`: main colour names of each object, largest first; a turned hue is mostly named."""
    counts = Counter(concepts)
    once = [concepts.index(concept) for concept in counts]
    shades = [_shades(rng, colours[i], recoloured[i]) for i in once]
    order = [int(i) for i in rng.permutation(len(once))]
    translated = len(once) == len(concepts) and all(concept in words.nouns for concept in concepts)
    if translated and rng.random() < OTHER_LANGUAGE:
        language = str(rng.choice(list(AND)))
        return _joined(rng, [_foreign_noun(rng, concepts[once[i]], shades[i], language, words) for i in order], [f" {AND[language]} "])
    nouns = [_noun(rng, concepts[once[i]], counts[concepts[once[i]]], shades[i], words) for i in order]
    return _styled(rng, _joined(rng, nouns, [" and ", " and ", " with ", " next to "]), style, len(nouns) == 1)


def _shades(rng: np.random.Generator, colours: list[str], recoloured: bool) -> list[str]:
    """Colours that the caption names: none, one or two."""
    roll = rng.random()
    if colours and roll < (0.8 if recoloured else 0.25):
        return colours[:1]
    return colours[:2] if len(colours) > 1 and roll > 0.93 else []


def _noun(rng: np.random.Generator, concept: str, count: int, shades: list[str], words: Words) -> str:
    same = words.synonyms[concept]
    noun = same[0] if len(same) == 1 or rng.random() < 0.7 else same[1 + rng.integers(len(same) - 1)]
    if count > 1:
        return " ".join([str(rng.choice(NUMBERS[count])), *shades[:1], plural(noun)])
    noun = " ".join([" and ".join(shades), noun]).strip()
    return f"{article(noun)} {noun}" if rng.random() < 0.6 else noun


def _foreign_noun(rng: np.random.Generator, concept: str, shades: list[str], language: str, words: Words) -> str:
    """Genders are not known, so either article may come, as in the prompts of people who write in haste."""
    noun = str(rng.choice(words.nouns[concept][language]))
    if shades:
        colour = words.colours[shades[0]][language]
        # Adjectives before a German noun take an ending, but for those that end in a vowel; who writes in haste leaves it out.
        if language == "de" and colour[-1] not in "aei":
            colour += str(rng.choice(["e", "er", "es", ""]))
        noun = f"{colour} {noun}" if language in COLOUR_FIRST else f"{noun} {colour}"
    return f"{rng.choice(ARTICLES[language])} {noun}" if rng.random() < 0.5 else noun


def _joined(rng: np.random.Generator, nouns: list[str], words: list[str]) -> str:
    return nouns[0] if len(nouns) == 1 else ", ".join(nouns[:-1]) + str(rng.choice(words)) + nouns[-1]


def _styled(rng: np.random.Generator, text: str, style: str, single: bool) -> str:
    """Some captions name the style, some say that a picture is wanted."""
    roll = rng.random()
    if roll < 0.28:
        return f"{text}, {style} style"
    if roll < 0.40:
        return f"{style} {text}" if single and not text.startswith(("a ", "an ")) else f"{text}, {style}"
    if roll < 0.46:
        return f"{rng.choice(['sticker of', 'a sticker of', 'picture of', 'an emoji of', 'draw'])} {text}"
    return text
