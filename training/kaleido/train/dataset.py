"""Stage II batches from the extracted canvases: captions drawn anew, segments permuted and dropped, rows of like length together."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch

from kaleido.config import Config, JointConfig
from kaleido.data.captions import caption
from kaleido.data.words import load_words
from kaleido.latents.text_tokenizer import TextTokenizer
from kaleido.latents.vocabulary import END, KINDS, PAD, STARTS, Latents, Vocabulary, pad_rows
from kaleido.models.visual_tokenizer import VisualTokenizer

POOL = 6


@dataclass(frozen=True)
class Batch:
    """`prompt` [B, T] and mask; `tokens`, `kinds`, `positions`, `places` [B, N] padded right; `targets` [B, N] (−100 = no loss); `has_tokens` [B]; canvas rows."""

    prompt: torch.Tensor
    prompt_mask: torch.Tensor
    tokens: torch.Tensor
    kinds: torch.Tensor
    positions: torch.Tensor
    places: torch.Tensor
    targets: torch.Tensor
    has_tokens: torch.Tensor
    rows: np.ndarray


def read_vocabulary(config: Config, run: Path) -> Vocabulary:
    """The vocabulary that `prepare` fixed for a run."""
    colours = len(json.loads((run / "palette.json").read_text()))
    return Vocabulary(TextTokenizer.load(run / "tokenizer.json"), colours, config.tokenizer.codes, config.latents.description_limit)


def order_kinds(rng: np.random.Generator, settings: JointConfig) -> list[str]:
    """A subset of the kinds in some order: half canonical, else permuted (mostly with the tokens last, as they are sampled)."""
    if rng.random() < settings.drop_latents:
        return []
    kept = [k for k in KINDS if rng.random() >= (settings.drop_tokens if k == "tokens" else settings.drop_segment)]
    roll = rng.random()
    if roll < 0.5:
        return kept
    shuffled = [str(k) for k in rng.permutation(kept)]
    return sorted(shuffled, key=lambda k: k == "tokens") if roll < 0.85 else shuffled


class Canvases:
    """The extracted canvases of a run, tokenised once. `hold_out` of them (at most a fifth) are never drawn for training."""

    def __init__(self, config: Config, run: Path, hold_out: int = 256):
        self.config, self.vocabulary = config, read_vocabulary(config, run)
        self.pixels = np.load(run / "canvases.npy", mmap_mode="r")
        self.codes = np.load(run / "codes.npy")
        self.records = [json.loads(line) for line in (run / "latents.jsonl").open()]
        self.segments = []
        for record, code in zip(self.records, self.codes, strict=True):
            latents = Latents(record["description"], record["boxes"], record["blobs"], record["palette"], code.tolist())
            self.segments.append({kind: np.array(self.vocabulary.content(kind, latents), np.int16) for kind in KINDS})
        self.words = load_words()
        self.train_size = len(self.records) - min(hold_out, len(self.records) // 5)

    def images(self, rows: np.ndarray) -> torch.Tensor:
        """Canvases [n, 4, 64, 64] in −1 … 1."""
        return torch.from_numpy(self.pixels[rows].transpose(0, 3, 1, 2).copy()).float() / 127.5 - 1

    def caption(self, rng: np.random.Generator, row: int) -> str:
        """A fresh caption, or one of the captions that came with the picture."""
        r = self.records[row]
        if "captions" in r:
            return str(rng.choice(r["captions"]))
        return caption(rng, r["concepts"], r["colours"], r["recoloured"], r["style"], self.words)

    def prompt(self, rng: np.random.Generator, row: int) -> list[int]:
        """Piece ids of `caption`, at most the prompt limit."""
        return self.vocabulary.text.encode(self.caption(rng, row))[: self.config.latents.prompt_limit]

    def held(self) -> Batch:
        """The held-out canvases, all kinds in canonical order, with fixed captions."""
        rng = np.random.default_rng(0)
        rows = np.arange(self.train_size, len(self.records))
        return self.collate(rows, [self.prompt(rng, r) for r in rows], [list(KINDS)] * len(rows))

    def batches(self, rng: np.random.Generator) -> Iterator[Batch]:
        """Endless training batches."""
        settings = self.config.joint
        while True:
            rows = rng.integers(self.train_size, size=POOL * settings.batch)
            orders = [order_kinds(rng, settings) for _ in rows]
            lengths = [sum(len(self.segments[r][k]) + 2 for k in o) for r, o in zip(rows, orders, strict=True)]
            ranked = np.argsort(lengths, kind="stable").reshape(POOL, settings.batch)
            for chosen in rng.permutation(ranked):
                chosen = rng.permutation(chosen)
                yield self.collate(rows[chosen], [self.prompt(rng, r) for r in rows[chosen]], [orders[i] for i in chosen])

    def collate(self, rows: np.ndarray, prompts: list[list[int]], orders: list[list[str]]) -> Batch:
        """Pads prompts and sequences of the given rows."""
        sequences = [self.vocabulary.sequence({k: self.segments[r][k].tolist() for k in o}, o) for r, o in zip(rows, orders, strict=True)]
        tokens, kinds, positions, places = (pad_rows([s[i] for s in sequences])[0] for i in range(4))
        targets = torch.full_like(tokens, -100)
        targets[:, :-1] = tokens[:, 1:]
        # Which kind comes next is the engine's choice, so start tokens are not predicted; nor padding, nor the end of the
        # visual tokens, which the grammar forces.
        targets[(targets == END) & (kinds == KINDS.index("tokens") + 1)] = -100
        targets[(targets == PAD) | torch.isin(targets, torch.tensor(list(STARTS.values())))] = -100
        prompt, prompt_mask = pad_rows(prompts)
        has_tokens = torch.tensor(["tokens" in o for o in orders])
        return Batch(prompt, prompt_mask, tokens, kinds, positions, places, targets, has_tokens, rows)


def codes_of(batch: Batch, vocabulary: Vocabulary) -> torch.Tensor:
    """Codes [B, 64] of the batch's visual tokens; rows without them get zeros."""
    first, last = vocabulary.ranges["code"]
    codes = torch.zeros(len(batch.rows), VisualTokenizer.GRID**2, dtype=torch.long)
    inside = (batch.tokens >= first) & (batch.tokens < last)
    codes[batch.has_tokens] = (batch.tokens[inside] - first).view(-1, VisualTokenizer.GRID**2)
    return codes
