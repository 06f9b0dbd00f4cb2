"""What every section of the report reads: scenes drawn anew, the averaged model of a run, and samples of it in
batches."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

import numpy as np
import torch

from kaleido.bundle.manifest import DEFAULTS
from kaleido.config import Config
from kaleido.data.bank import Bank
from kaleido.data.canvases import Canvases
from kaleido.data.real_canvases import single_scenes
from kaleido.data.scene import Scene
from kaleido.data.scenes import Scenes
from kaleido.latents.kinds import KINDS, Latents
from kaleido.latents.vocabulary import Vocabulary
from kaleido.models.kaleido import Kaleido
from kaleido.models.visual_tokenizer import VisualTokenizer, encode
from kaleido.sampling.prior import sample_latents
from kaleido.stages.batches import Batch, Rows, targets, with_codes
from kaleido.stages.run import read_run

ROWS = 250
# Uniform draws a row: more than any plan has tokens.
STEPS = 240
# No scene's sequence is longer; training cuts longer ones short of it.
LONGEST = 400
CHUNK = 64

Content = dict[str, list[int]]


def by_kind(words: float, tokens: float) -> dict[str, float]:
    """A setting of the words, boxes, blobs and colours, and that of the visual tokens, by kind."""
    return {kind: tokens if kind == "tokens" else words for kind in KINDS}


# As bundles are shipped.
TEMPERATURE = by_kind(DEFAULTS["temperature"], DEFAULTS["tokens_temperature"])
TOP_P = by_kind(DEFAULTS["top_p"], DEFAULTS["tokens_top_p"])


@dataclass(frozen=True)
class Read:
    """Scenes as the prior reads them: the batch, its tokens with the visual codes filled in, and what follows each."""

    batch: Batch
    tokens: torch.Tensor
    targets: torch.Tensor

    @property
    def feed(self) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor]:
        """What the prior reads of each token."""
        return self.tokens, self.batch.kinds, self.batch.positions, self.batch.places


@dataclass(frozen=True)
class Source:
    """`held`: the scenes that are measured on, and the visual codes [n, 64] of their canvases."""

    config: Config
    scenes: Scenes
    canvases: Canvases
    vocabulary: Vocabulary
    tokenizer: VisualTokenizer
    model: Kaleido
    held: list[Scene]
    codes: torch.Tensor
    step: int

    @property
    def bank(self) -> Bank:
        """The artwork."""
        return self.canvases.bank

    @cached_property
    def truths(self) -> list[Content]:
        """The latents of the held scenes as ids, all kinds."""
        return self.contents(self.held, self.codes)

    def contents(self, scenes: list[Scene], codes: torch.Tensor) -> list[Content]:
        """The latents of scenes whose canvases have these codes [n, 64]."""
        return [self.vocabulary.contents(Latents.of(*pair)) for pair in zip(scenes, codes.tolist(), strict=True)]

    def read(self, orders: list[list[str]]) -> Read:
        """The held scenes with their prompts, each with the given kinds in the given order."""
        rows = Rows(
            self.vocabulary,
            replace(self.config.prior.rows, length=LONGEST),
            self.config.latents.prompt_limit,
            fixed=False,
        )
        batch = rows.batch([rows.row(scene, order) for scene, order in zip(self.held, orders, strict=True)])
        tokens = with_codes(batch, self.codes, self.vocabulary.ranges["code"][0])
        return Read(batch, tokens, targets(tokens, batch.kinds))

    def prompt(self, text: str) -> list[int]:
        """Piece ids of a prompt."""
        return self.vocabulary.text.encode(text)[: self.config.latents.prompt_limit]

    @cached_property
    def styles_of(self) -> dict[str, list[str]]:
        """The styles that draw each thing of a weight above 0, in the bank's order."""
        found: dict[str, list[str]] = {}
        for style, names in self.scenes.catalogue.names.items():
            for name in names:
                found.setdefault(name, []).append(style)
        return {thing.name: found[thing.name] for thing in self.bank.things if thing.name in found}

    def usual(self, count: int) -> list[str]:
        """Up to `count` things that most styles draw, evenly spread over the alphabet so that none is chosen by its
        result."""
        most = max(map(len, self.styles_of.values()))
        names = sorted(name for name, styles in self.styles_of.items() if 2 * len(styles) > most)
        return [names[i * len(names) // count] for i in range(count)] if len(names) > count else names

    def alone(self, name: str, count: int, seed: int) -> list[Scene]:
        """Scenes of a single thing, as training shows them under a prompt that says no more than its name."""
        drawn = single_scenes(self.bank, self.config.scenes, [name], seed)
        return [next(drawn) for _ in range(count)]

    def sample(
        self,
        rng: np.random.Generator,
        prompts: Sequence[list[int]],
        pinned: Sequence[Content],
        sampled: list[str],
        temperature: dict[str, float] = TEMPERATURE,
        top_p: dict[str, float] = TOP_P,
    ) -> list[Content]:
        """Latents of each row, `ROWS` at a time; every row pins the same kinds."""
        found: list[Content] = []
        for start in range(0, len(prompts), ROWS):
            rows = slice(start, start + ROWS)
            draws = rng.random((STEPS, len(prompts[rows])))
            found += sample_latents(
                self.model, self.vocabulary, list(prompts[rows]), list(pinned[rows]), sampled, draws, temperature, top_p
            )
        return found

    def encoded(self, scenes: list[Scene]) -> torch.Tensor:
        """The visual codes [n, 64] of scenes' canvases."""
        return encoded(self.canvases, self.tokenizer, scenes)


@torch.no_grad()
def encoded(canvases: Canvases, tokenizer: VisualTokenizer, scenes: list[Scene]) -> torch.Tensor:
    """The visual codes [n, 64] of scenes' canvases."""
    parts = [encode(tokenizer, canvases(scenes[i : i + CHUNK])) for i in range(0, len(scenes), CHUNK)]
    return torch.cat(parts)


def read_source(config: Config, scenes: Scenes, canvases: Canvases, run: Path, held: int) -> Source:
    """Reads a run. Raises Problem where its networks have no checkpoint."""
    trained = read_run(config, run)
    rng = np.random.default_rng(0)
    drawn = [scenes.make(rng) for _ in range(held)]
    codes = encoded(canvases, trained.tokenizer, drawn)
    step: int = trained.state["step"]
    return Source(config, scenes, canvases, trained.vocabulary, trained.tokenizer, trained.model, drawn, codes, step)
