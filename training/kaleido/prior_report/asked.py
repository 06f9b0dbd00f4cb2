"""Whether plans hold what the prompt asks for: the thing by any of its names, colours, counts, several things, styles, new pairs of them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from kaleido.data.artwork import held_out
from kaleido.data.captions import ARTICLES, COLOUR_FIRST, NUMBERS
from kaleido.data.plural import plural
from kaleido.data.words import Words
from kaleido.latents.description import article
from kaleido.latents.vocabulary import KINDS
from kaleido.prior_report.parse import split_boxes
from kaleido.prior_report.source import Content, Source, prompt_text, usual_concepts

COLOURS = ("red", "orange", "yellow", "green", "blue", "purple", "pink")
LANGUAGES = {"de": "German", "fr": "French", "es": "Spanish", "it": "Italian", "pt": "Portuguese", "nl": "Dutch"}
# Their words and boxes tell what is on a plan.
READ = list(KINDS[:2])


@dataclass(frozen=True)
class Question:
    """A prompt and what a plan must then hold: `labels` of its boxes, and a word of its description where that is asked for."""

    group: str
    prompt: str
    labels: tuple[str, ...]
    colour: str | None = None
    style: str | None = None


def asked(source: Source, concepts: int, plans: int) -> dict | None:
    """Share of plans that hold all that was asked for, by group; None for canvases whose descriptions are not ours (a user's folder)."""
    if "captions" in source.canvases.records[0]:
        return None
    text, limit = source.canvases.vocabulary.text, source.canvases.config.latents.prompt_limit
    questions = list(_questions(source, concepts))
    prompts = [text.encode(q.prompt)[:limit] for q in questions for _ in range(plans)]
    made = source.sample(np.random.default_rng(6), prompts, [{}] * len(prompts), READ)
    right: dict[str, list[float]] = {}
    examples: dict[str, str] = {}
    for i, question in enumerate(questions):
        held = [holds(source, plan, question) for plan in made[i * plans : (i + 1) * plans]]
        right.setdefault(question.group, []).append(float(np.mean(held)))
        examples.setdefault(question.group, question.prompt)
    return {
        "plans": plans,
        "groups": [{"asked": g, "example": examples[g], "prompts": len(v), "held": float(np.mean(v)), "error": float(np.std(v) / len(v) ** 0.5)} for g, v in right.items()],
    }


def coloured(names: list[str], rng: np.random.Generator) -> Iterator[Question]:
    """Each thing in two colours drawn at random."""
    for name in names:
        for colour in rng.choice(COLOURS, 2, replace=False):
            yield Question("a colour", f"{article(colour)} {colour} {name}", (name,), colour=str(colour))


def _questions(source: Source, count: int) -> Iterator[Question]:
    names, words, rng = usual_concepts(source, count), source.canvases.words, np.random.default_rng(7)
    for name in names:
        yield Question("its name", prompt_text(name), (name,))
        for other in words.synonyms[name][1:2]:
            yield Question("a synonym", prompt_text(other), (name,))
        yield from _translated(words, name)
        yield from coloured([name], rng)
        for number in (2, 3):
            yield Question(f"{NUMBERS[number][0]} of a kind", f"{NUMBERS[number][0]} {plural(name)}", (name,) * number)
    for pair in _groups(rng, names, 2):
        yield Question("two things", " and ".join(map(prompt_text, pair)), pair)
    for first, second, third in _groups(rng, names, 3):
        yield Question("three things", f"{prompt_text(first)}, {prompt_text(second)} and {prompt_text(third)}", (first, second, third))
    yield from _styled(source)


def _translated(words: Words, name: str) -> Iterator[Question]:
    for code, language in LANGUAGES.items():
        if name in words.nouns:
            noun = words.nouns[name][code][0]
            yield Question(language, f"{ARTICLES[code][0]} {noun}", (name,))
            # German adjectives take an ending; that of the neuter serves for all.
            blue = words.colours["blue"][code] + ("es" if code == "de" else "")
            yield Question(f"{language}, in blue", f"{blue} {noun}" if code in COLOUR_FIRST else f"{noun} {blue}", (name,), colour="blue")


def _groups(rng: np.random.Generator, names: list[str], size: int) -> list[tuple[str, ...]]:
    return [tuple(str(n) for n in rng.choice(names, size, replace=False)) for _ in names] if len(names) >= size else []


def _styled(source: Source) -> Iterator[Question]:
    """Every pair of thing and style that is held out, and as many that are not."""
    config, styles = source.canvases.config.canvas, sorted({r["style"] for r in source.canvases.records})
    shown = sorted({(r["concepts"][0], r["style"]) for r in source.canvases.records if len(r["concepts"]) == 1})
    names = sorted({name for name, _ in shown})
    hidden = [(n, s) for n in names for s in styles if held_out(n, s, config.hold_out)]
    for name, style in shown[:: max(1, len(shown) // max(1, len(hidden)))]:
        yield Question("a style", f"{prompt_text(name)}, {style} style", (name,), style=style)
    for name, style in hidden:
        yield Question("a thing in a style that it was never shown in", f"{prompt_text(name)}, {style} style", (name,), style=style)


def holds(source: Source, plan: Content, question: Question) -> bool:
    """Whether a plan's boxes and description are what the question asks for."""
    text = source.canvases.vocabulary.text
    labels = sorted(text.decode(label) for label, _ in split_boxes(source.canvases.vocabulary, plan["boxes"]) or [])
    said = text.decode(plan["description"])
    # The colours of a single thing stand between its size and its name.
    colours = re.match(r"an? (?:big|medium|small) (.*)", said)
    return (
        labels == sorted(text.decode(text.encode(label)) for label in question.labels)
        and (question.colour is None or (colours is not None and question.colour in colours[1].split(question.labels[0])[0].split()))
        and (question.style is None or said.endswith(f", {question.style} style"))
    )
