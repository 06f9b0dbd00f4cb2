"""Real canvases in the generator's styles: what its pictures are compared with, and what the evaluator is tried on."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
import torch

from kaleido.config import SceneSettings
from kaleido.data.bank import Bank
from kaleido.data.canvases import Canvases
from kaleido.data.scene import Scene
from kaleido.data.scenes import Scenes

# Of the canvases that a prompt without a colour stands for in training, so many are painted.
UNNAMED_PAINT = 0.03
# A thing is judged by pictures of all held-out styles, and of at least this part of the generator's.
STYLES_SHARE = 0.7
CHUNK = 64


@dataclass(frozen=True)
class Real:
    """Canvases [n, 4, 128, 128] (premultiplied, −1 … 1) of one thing each, with its name and the style."""

    images: torch.Tensor
    things: list[str]
    styles: list[str]


def judged_things(bank: Bank, learnt: Bank) -> list[str]:
    """Names of the generator's things that the evaluator has learned from every style of `learnt`, in the bank's order;
    of the generator's own styles most have to draw them, so that canvases of one thing differ."""
    known = drawn_by(learnt)
    shown = drawn_by(bank)
    enough = STYLES_SHARE * len(bank.styles)
    return [
        thing.name
        for thing in bank.things
        if len(shown.get(thing.name, ())) >= enough and len(known.get(thing.name, ())) == len(learnt.styles)
    ]


def drawn_by(bank: Bank) -> dict[str, set[str]]:
    """The styles that draw each thing."""
    found: dict[str, set[str]] = {}
    for i in np.flatnonzero(bank.kind == 0).tolist():
        found.setdefault(bank.name(i), set()).add(bank.styles[int(bank.style[i])])
    return found


def single_scenes(bank: Bank, settings: SceneSettings, things: list[str], seed: int) -> Iterator[Scene]:
    """Endless scenes of single things, each as likely, as a prompt such as “a cat” stands for in training. Raises
    ValueError where `things` is empty."""
    if not things:
        raise ValueError("there are no things to draw")
    wanted = set(things)
    only = replace(bank, things=[replace(t, weight=float(t.name in wanted)) for t in bank.things])
    plain = replace(settings, worn=0.0, pair=0.0, count=0.0, list=0.0, mood=0.0, mark=0.0, face_mark=0.0)
    scenes, rng = Scenes(only, replace(plain, paint=UNNAMED_PAINT)), np.random.default_rng(seed)
    while True:
        yield scenes.make(rng)


def real_canvases(
    canvases: Canvases, settings: SceneSettings, things: list[str], count: int, seed: int
) -> Iterator[Real]:
    """`count` canvases of the things, some at a time."""
    drawn = single_scenes(canvases.bank, settings, things, seed)
    for start in range(0, count, CHUNK):
        scenes = [next(drawn) for _ in range(min(CHUNK, count - start))]
        yield Real(canvases(scenes) * 2 - 1, [s.boxes[0][0] for s in scenes], [s.style for s in scenes])
