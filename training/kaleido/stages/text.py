"""What a run fixes before anything is trained: its palette and its text pieces."""

import json
from pathlib import Path

import numpy as np

from kaleido.config import Config
from kaleido.data.scene import SceneSource
from kaleido.latents.text_tokenizer import TextTokenizer

# How often each of a thing's names counts beside the words of scenes, so that rare things have pieces of their own too.
NAMES, SYNONYMS, TAGS = 12, 6, 2


def prepare_run(config: Config, scenes: SceneSource, run: Path) -> None:
    """Writes `run/palette.json` and `run/tokenizer.json` where they are missing; both are frozen from then on."""
    palette, pieces = run / "palette.json", run / "tokenizer.json"
    if not palette.exists():
        palette.write_text(json.dumps(list(scenes.bank.palette)))
    if not pieces.exists():
        TextTokenizer.train(words_of(scenes, config.latents.fitted, config.seed), config.latents.text_pieces).save(
            pieces
        )


def words_of(scenes: SceneSource, count: int, seed: int) -> list[str]:
    """Prompts and descriptions of `count` scenes, and the names of all things."""
    rng, texts = np.random.default_rng(seed), list[str]()
    for _ in range(count):
        scene = scenes.make(rng)
        texts += [scene.prompt, scene.description]
    for thing in scenes.bank.things:
        texts += [thing.name] * NAMES + list(thing.synonyms) * SYNONYMS + list(thing.tags) * TAGS
    return texts
