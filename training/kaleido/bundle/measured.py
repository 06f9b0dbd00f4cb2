"""What a manifest says that is measured over many scenes: the colours of visual codes, and the words of captions."""

import json
import re
from pathlib import Path

import numpy as np
import torch

from kaleido.data.bank import Bank
from kaleido.data.canvases import Canvases
from kaleido.data.catalogue import rare_tags
from kaleido.data.scene import Scene, SceneSource
from kaleido.data.text import normalised
from kaleido.models.visual_tokenizer import VisualTokenizer, encode

# Scenes that the colours of the codes, and the words of captions, are gathered from.
COLOUR_SCENES, WORD_SCENES = 2000, 2000


def drawn_scenes(scenes: SceneSource, count: int) -> list[Scene]:
    """The same `count` scenes at every export."""
    rng = np.random.default_rng(0)
    return [scenes.make(rng) for _ in range(count)]


def read_code_colours(run: Path, tokenizer: VisualTokenizer, scenes: SceneSource, canvases: Canvases) -> list[str]:
    """The colours in `run/codes.json`, which are made where they are missing: they change with the visual tokenizer
    alone."""
    path = run / "codes.json"
    if not path.exists():
        path.write_text(json.dumps(code_colours(tokenizer, scenes, canvases)))
    colours: list[str] = json.loads(path.read_text())
    return colours


def code_colours(tokenizer: VisualTokenizer, scenes: SceneSource, canvases: Canvases) -> list[str]:
    """Mean colour (`#rrggbbaa`, straight) of the 16 × 16 pixels that each visual code stands for in composed canvases;
    a code that stands for none has the colour it decodes to, as the first four channels of its vector are that."""
    codes = len(tokenizer.codebook.vectors)
    sample = min(COLOUR_SCENES, 8 * codes)
    total, found = (
        tokenizer.codebook.vectors[:, :4].double().add(1).div(2).clamp(0, 1),
        torch.ones(codes, 1, dtype=torch.float64),
    )
    drawn = drawn_scenes(scenes, sample)
    seen = torch.zeros(codes, dtype=torch.bool)
    for i in range(0, sample, 64):
        images = canvases(drawn[i : i + 64])
        chosen = encode(tokenizer, images).flatten()
        patches = (
            torch.nn.functional.avg_pool2d(images, VisualTokenizer.PATCH).permute(0, 2, 3, 1).reshape(-1, 4).double()
        )
        fresh = torch.bincount(chosen, minlength=codes).bool() & ~seen
        total[fresh], found[fresh] = 0, 0
        seen |= fresh
        total.index_add_(0, chosen, patches)
        found.index_add_(0, chosen, torch.ones(len(chosen), 1, dtype=torch.float64))
    mean = (total / found).numpy()
    straight = np.concatenate([mean[:, :3] / np.maximum(mean[:, 3:], 1e-3), mean[:, 3:]], -1).clip(0, 1)
    return ["#" + "".join(f"{round(float(v) * 255):02x}" for v in row) for row in straight]


def caption_words(scenes: SceneSource, bank: Bank) -> list[str]:
    """Every word that captions use: those of many drawn prompts, which have all but rare names, and of all that things,
    moods, marks, relations and colours are called."""
    tables = bank.tables
    texts = [scene.prompt for scene in drawn_scenes(scenes, WORD_SCENES)]
    for thing, rare in zip(bank.things, rare_tags(bank.things), strict=True):
        texts += [thing.name, *thing.synonyms, *rare]
    for words in (*tables.moods.values(), *tables.relations.values(), *(mark.words for mark in tables.marks.values())):
        texts += words
    texts += [*tables.colours, *bank.styles]
    return sorted({word for text in texts for word in re.findall(r"[\w'-]+", normalised(text))})
