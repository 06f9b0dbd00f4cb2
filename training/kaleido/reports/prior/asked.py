"""Whether plans hold what the prompt asks for: the thing by any of its names, colours, counts, moods, several things,
relations, styles."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from kaleido.data.captions import article, single_prompt
from kaleido.data.plural import plural
from kaleido.data.tables import WEARING
from kaleido.latents.kinds import KINDS
from kaleido.reports.prior.modes import spelt
from kaleido.reports.prior.parse import split_boxes
from kaleido.reports.prior.source import Content, Source

# Paints whose names every thing can be told by.
COLOURS = ("red", "orange", "yellow", "green", "blue", "purple", "pink")
NUMBERS = {2: "two", 3: "three"}
# Their words and boxes tell what is on a plan.
READ = list(KINDS[:2])


@dataclass(frozen=True)
class Question:
    """A prompt and what a plan must then hold: `labels` of its boxes, and what its description must say: a colour
    before the thing, a style, and a word or words anywhere (a mood, a relation)."""

    group: str
    prompt: str
    labels: tuple[str, ...]
    colour: str | None = None
    style: str | None = None
    words: str | None = None


def asked(source: Source, things: int, plans: int) -> dict[str, Any]:
    """Share of plans that hold all that was asked for, by group."""
    questions = list(_questions(source, things))
    prompts = [source.prompt(q.prompt) for q in questions for _ in range(plans)]
    made = source.sample(np.random.default_rng(6), prompts, [{}] * len(prompts), READ)
    right: dict[str, list[float]] = {}
    examples: dict[str, str] = {}
    for i, question in enumerate(questions):
        held = [holds(source, plan, question) for plan in made[i * plans : (i + 1) * plans]]
        right.setdefault(question.group, []).append(float(np.mean(held)))
        examples.setdefault(question.group, question.prompt)
    return {"plans": plans, "groups": [_group(name, examples[name], shares) for name, shares in right.items()]}


def _group(name: str, example: str, shares: list[float]) -> dict[str, Any]:
    error = float(np.std(shares) / len(shares) ** 0.5)
    return {"asked": name, "example": example, "prompts": len(shares), "held": float(np.mean(shares)), "error": error}


def coloured(source: Source, names: list[str], rng: np.random.Generator) -> Iterator[Question]:
    """Each thing in two colours drawn at random."""
    colours = [colour for colour in COLOURS if colour in source.bank.tables.paints]
    for name in names:
        for colour in rng.choice(colours, 2, replace=False).tolist():
            yield Question("a colour", f"{article(colour)} {colour} {name}", (name,), colour=colour)


def _questions(source: Source, count: int) -> Iterator[Question]:
    names, rng, tables = source.usual(count), np.random.default_rng(7), source.bank.tables
    synonyms = {thing.name: thing.synonyms for thing in source.bank.things}
    for name in names:
        yield Question("its name", single_prompt(name), (name,))
        for other in synonyms[name][:1]:
            yield Question("a synonym", single_prompt(other), (name,))
        yield from coloured(source, [name], rng)
        for number, word in NUMBERS.items():
            yield Question(f"{word} of a kind", f"{word} {plural(name)}", (name,) * number)
        style = str(rng.choice(source.styles_of[name]))
        yield Question("a style", f"{single_prompt(name)}, {style} style", (name,), style=style)
    for name in _roomy(source, count):
        mood = str(rng.choice(list(tables.moods)))
        yield Question("a mood", single_prompt(f"{tables.moods[mood][0]} {name}"), (name,), words=mood)
    for first, second in _groups(rng, names, 2):
        yield Question("two things", f"{single_prompt(first)} and {single_prompt(second)}", (first, second))
    for first, second in _groups(rng, names, 2):
        relation = str(rng.choice([r for r in tables.layouts.pairs if r != "beside"]))
        prompt = f"{single_prompt(first)} {tables.relations[relation][0]} {single_prompt(second)}"
        yield Question("a relation", prompt, (first, second), words=relation)
    for name in _roomy(source, count):
        hat = str(rng.choice(tables.wearables["head"]))
        prompt = f"{single_prompt(name)} {tables.relations[WEARING][0]} {single_prompt(hat)}"
        yield Question("a hat", prompt, (name, hat), words=WEARING)
    for first, second, third in _groups(rng, names, 3):
        prompt = f"{single_prompt(first)}, {single_prompt(second)} and {single_prompt(third)}"
        yield Question("three things", prompt, (first, second, third))


def _roomy(source: Source, count: int) -> list[str]:
    """Up to `count` things that every one of their pictures leaves room for a mood on, spread over the alphabet."""
    catalogue, found = source.scenes.catalogue, []
    for name in source.usual(len(source.styles_of)):
        pictures = [i for styles in catalogue.pictures.values() for i in styles.get(name, ())]
        if all(catalogue.roomy[i] for i in pictures):
            found.append(name)
    return [found[i * len(found) // count] for i in range(count)] if len(found) > count else found


def _groups(rng: np.random.Generator, names: list[str], size: int) -> list[tuple[str, ...]]:
    return [tuple(str(n) for n in rng.choice(names, size, replace=False)) for _ in names] if len(names) >= size else []


def holds(source: Source, plan: Content, question: Question) -> bool:
    """Whether a plan's boxes and description are what the question asks for."""
    text = source.vocabulary.text
    labels = sorted(text.decode(label) for label, _ in split_boxes(source.vocabulary, plan["boxes"]) or [])
    said = text.decode(plan["description"])
    # The colours of a single thing stand between its article and its name.
    before = re.match(rf"an? (.*?){re.escape(spelt(source, question.labels[0]))}(?!\w)", said)
    return (
        labels == sorted(spelt(source, label) for label in question.labels)
        and (question.colour is None or (before is not None and question.colour in before[1].split()))
        and (question.style is None or said.endswith(f", {question.style} style"))
        and (question.words is None or f" {spelt(source, question.words)} " in f" {said} ")
    )
