"""What every section of the report reads: a run's canvases, its averaged model, and samples of it in batches."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from kaleido.config import Config
from kaleido.export import DEFAULTS
from kaleido.latents.description import article
from kaleido.latents.vocabulary import KINDS
from kaleido.models.kaleido import Kaleido
from kaleido.problem import Problem
from kaleido.sampling_prior import sample_latents
from kaleido.train.common import load
from kaleido.train.dataset import Batch, Canvases
from kaleido.train.joint import averaged_model
from kaleido.train.tokenizer import read_tokenizer

ROWS = 250
# Uniform draws a row: more than any plan has tokens.
STEPS = 200

Content = dict[str, list[int]]


def by_kind(words: float, tokens: float) -> dict[str, float]:
    """A setting of the words, boxes, blobs and colours, and that of the visual tokens, by kind."""
    return {kind: tokens if kind == "tokens" else words for kind in KINDS}


# As bundles are shipped.
TEMPERATURE = by_kind(DEFAULTS["temperature"], DEFAULTS["tokens_temperature"])
TOP_P = by_kind(DEFAULTS["top_p"], DEFAULTS["tokens_top_p"])


@dataclass(frozen=True)
class Source:
    """`held`: the held-out canvases that are measured on, with fixed captions."""

    canvases: Canvases
    model: Kaleido
    held: Batch
    step: int

    def content(self, row: int) -> Content:
        """A canvas's latents as ids, all kinds."""
        return {kind: self.canvases.segments[row][kind].tolist() for kind in KINDS}

    def held_prompts(self) -> list[list[int]]:
        """Piece ids of each held-out canvas's caption."""
        return [ids[: int(mask.sum())].tolist() for ids, mask in zip(self.held.prompt, self.held.prompt_mask, strict=True)]

    def collate(self, orders: list[list[str]]) -> Batch:
        """The held-out canvases with their captions, each with the given kinds in the given order."""
        return self.canvases.collate(self.held.rows, self.held_prompts(), orders)

    def prompt(self, concept: str) -> list[int]:
        """Piece ids of `a cat`."""
        return self.canvases.vocabulary.text.encode(prompt_text(concept))[: self.canvases.config.latents.prompt_limit]

    def alone(self, concept: str) -> list[int]:
        """Training canvases that show one object, this one."""
        return [r for r in range(self.canvases.train_size) if self.canvases.records[r]["concepts"] == [concept]]

    def sample(
        self, rng: np.random.Generator, prompts: Sequence[list[int]], pinned: Sequence[Content], sampled: list[str], temperature: dict[str, float] = TEMPERATURE, top_p: dict[str, float] = TOP_P
    ) -> list[Content]:
        """Latents of each row, `ROWS` at a time; every row pins the same kinds."""
        found: list[Content] = []
        for start in range(0, len(prompts), ROWS):
            rows = slice(start, start + ROWS)
            draws = rng.random((STEPS, len(prompts[rows])))
            found += sample_latents(self.model, self.canvases.vocabulary, list(prompts[rows]), list(pinned[rows]), sampled, draws, temperature, top_p)
        return found


def prompt_text(concept: str) -> str:
    """`a cat`, `an apple`."""
    return f"{article(concept)} {concept}"


def read_source(config: Config, run: Path, held: int | None) -> Source:
    """Reads a run whose joint stage has a checkpoint. Raises Problem where it has none."""
    state = load(run / "joint.pt")
    if state is None:
        raise Problem(f"{run}/joint.pt is missing: run `kaleido-train joint` with the same options first")
    canvases = Canvases(config, run)
    model = averaged_model(config, state, canvases.vocabulary, read_tokenizer(config, run))
    rng = np.random.default_rng(0)
    rows = np.arange(canvases.train_size, len(canvases.records))[:held]
    batch = canvases.collate(rows, [canvases.prompt(rng, r) for r in rows], [list(KINDS)] * len(rows))
    return Source(canvases, model, batch, state["step"])


def usual_concepts(source: Source, count: int) -> list[str]:
    """Up to `count` concepts that stand alone on training canvases, evenly spread over the alphabet so that none is chosen by its result."""
    records = source.canvases.records[: source.canvases.train_size]
    names = sorted({r["concepts"][0] for r in records if len(r["concepts"]) == 1})
    return [names[i * len(names) // count] for i in range(count)] if len(names) > count else names
