"""Batches without end: scenes drawn anew, as the prior reads them and as the compositor paints them."""

import signal
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields
from typing import TypeVar

import numpy as np
import torch
from torch.utils.data import DataLoader, IterableDataset, get_worker_info

from kaleido.config import RowConfig
from kaleido.data.canvases import placed
from kaleido.data.scene import Scene
from kaleido.data.units import CELLS
from kaleido.latents.ids import END, PAD
from kaleido.latents.kinds import KINDS, STARTS, Latents
from kaleido.latents.vocabulary import Feed, Sequence, Vocabulary

# Batches that are drawn at once where rows of like length go together.
POOL = 4
# Batches that each worker has ready.
AHEAD = 4

Draw = Callable[[np.random.Generator], Scene]
T = TypeVar("T")


@dataclass(frozen=True)
class Batch:
    """`prompt` [B, T] and mask; `tokens`, `kinds`, `positions`, `places` [B, N], padded right; `has_tokens` [B]; what
    the compositor reads of each row's scene (`placed`). Visual tokens are the first code of all until `with_codes`
    fills them in."""

    prompt: torch.Tensor
    prompt_mask: torch.Tensor
    tokens: torch.Tensor
    kinds: torch.Tensor
    positions: torch.Tensor
    places: torch.Tensor
    has_tokens: torch.Tensor
    ids: torch.Tensor
    geometry: torch.Tensor

    @property
    def feed(self) -> Feed:
        """What the prior reads of each token."""
        return self.tokens, self.kinds, self.positions, self.places

    def to(self, device: str) -> "Batch":
        """The batch on a device."""
        return Batch(*(getattr(self, f.name).to(device, non_blocking=True) for f in fields(self)))

    def pin_memory(self) -> "Batch":
        """The batch in memory that a card reads directly; the loader calls this."""
        return Batch(*(getattr(self, f.name).pin_memory() for f in fields(self)))


def order_kinds(rng: np.random.Generator, rows: RowConfig) -> list[str]:
    """The kinds that a row has, in some order: canonical and whole, none, or some left out, half of these permuted
    (mostly with the tokens last, as they are sampled)."""
    if rng.random() < rows.canonical:
        return list(KINDS)
    if rng.random() < rows.drop_latents:
        return []
    kept = [k for k in KINDS if rng.random() >= (rows.drop_tokens if k == "tokens" else rows.drop_segment)]
    roll = rng.random()
    if roll < 0.5:
        return kept
    shuffled = [str(k) for k in rng.permutation(kept)]
    return sorted(shuffled, key=lambda k: k == "tokens") if roll < 0.85 else shuffled


@dataclass(frozen=True)
class Row:
    """One scene as the prior is shown it."""

    scene: Scene
    prompt: list[int]
    sequence: Sequence
    has_tokens: bool


class Rows:
    """Makes rows of scenes, and batches of rows. `fixed` pads every batch to the full lengths, which compiled networks
    want; otherwise a batch is as long as its longest row."""

    def __init__(self, vocabulary: Vocabulary, rows: RowConfig, prompt_limit: int, fixed: bool):
        self.vocabulary, self.rows, self.prompt_limit, self.fixed = vocabulary, rows, prompt_limit, fixed

    def row(self, scene: Scene, order: list[str], has_prompt: bool = True) -> Row:
        """A scene with the kinds of `order`. A row that is too long is cut, and then has no visual tokens to learn
        from."""
        vocabulary, length = self.vocabulary, self.rows.length
        latents = Latents.of(scene, [0] * CELLS)
        whole = vocabulary.sequence({k: vocabulary.content(k, latents) for k in order}, order)
        tokens, kinds, positions, places = (part[:length] for part in whole)
        prompt = vocabulary.text.encode(scene.prompt)[: self.prompt_limit] if has_prompt else []
        return Row(scene, prompt, (tokens, kinds, positions, places), "tokens" in order and len(whole[0]) <= length)

    def draw(self, rng: np.random.Generator, scene: Scene) -> Row:
        """A scene as training shows it, this time."""
        return self.row(scene, order_kinds(rng, self.rows), bool(rng.random() >= self.rows.drop_prompt))

    def batch(self, rows: list[Row]) -> Batch:
        """Rows padded to one length."""
        width = self.rows.length if self.fixed else max(len(r.sequence[0]) for r in rows)
        prompts = self.prompt_limit if self.fixed else max(1, *(len(r.prompt) for r in rows))
        prompt, mask = np.full((len(rows), prompts), PAD, np.int64), np.zeros((len(rows), prompts), np.float32)
        sequences = np.zeros((4, len(rows), width), np.int64)
        for i, row in enumerate(rows):
            prompt[i, : len(row.prompt)], mask[i, : len(row.prompt)] = row.prompt, 1
            sequences[:, i, : len(row.sequence[0])] = row.sequence
        ids, geometry = placed([row.scene for row in rows])
        has_tokens = np.array([row.has_tokens for row in rows])
        return Batch(*map(torch.from_numpy, (prompt, mask, *sequences, has_tokens, ids, geometry)))


class Stream(IterableDataset[Batch]):
    """Endless batches; each worker draws scenes of its own. Where batches are not `fixed`, rows of like length go
    together."""

    def __init__(self, draw: Draw, rows: Rows, batch: int, seed: int):
        self.draw, self.rows, self.batch, self.seed = draw, rows, batch, seed

    def __iter__(self) -> Iterator[Batch]:
        worker = get_worker_info()
        if worker:
            torch.set_num_threads(1)
        rng = np.random.default_rng([self.seed, worker.id if worker else 0])
        pool = 1 if self.rows.fixed else POOL
        while True:
            drawn = [self.rows.draw(rng, self.draw(rng)) for _ in range(pool * self.batch)]
            if not self.rows.fixed:
                drawn.sort(key=lambda row: len(row.sequence[0]))
            for k in rng.permutation(pool).tolist():
                yield self.rows.batch(drawn[k * self.batch : (k + 1) * self.batch])


class Layers(IterableDataset[tuple[torch.Tensor, torch.Tensor]]):
    """Endless batches of what the compositor reads (`placed`), for the visual tokenizer."""

    def __init__(self, draw: Draw, batch: int, seed: int):
        self.draw, self.batch, self.seed = draw, batch, seed

    def __iter__(self) -> Iterator[tuple[torch.Tensor, torch.Tensor]]:
        worker = get_worker_info()
        rng = np.random.default_rng([self.seed, worker.id if worker else 0])
        while True:
            ids, geometry = placed([self.draw(rng) for _ in range(self.batch)])
            yield torch.from_numpy(ids), torch.from_numpy(geometry)


def deaf(_worker: int) -> None:
    """Leaves Ctrl-C and SIGTERM, which a terminal or `timeout` sends to the whole group of processes, to the one that
    trains: it needs its batches until the step is done and the checkpoint written."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)


def loader(stream: IterableDataset[T], workers: int, device: str) -> Iterator[T]:
    """What a stream yields, made by `workers` processes (0: by this one)."""
    ahead = AHEAD if workers else None
    return iter(
        DataLoader(
            stream,
            batch_size=None,
            num_workers=workers,
            prefetch_factor=ahead,
            pin_memory=device == "cuda",
            persistent_workers=workers > 0,
            worker_init_fn=deaf,
        )
    )


def targets(tokens: torch.Tensor, kinds: torch.Tensor) -> torch.Tensor:
    """The token that follows each one of [B, N], −100 where none is to be predicted: which kind comes next is the
    engine's choice, so start tokens are not; nor padding, nor the end of the visual tokens, which the grammar
    forces."""
    following = torch.full_like(tokens, -100)
    following[:, :-1] = tokens[:, 1:]
    starts = torch.tensor(list(STARTS.values()), device=tokens.device)
    forced = (following == END) & (kinds == KINDS.index("tokens") + 1)
    return following.masked_fill(forced | (following == PAD) | torch.isin(following, starts), -100)


def with_codes(batch: Batch, codes: torch.Tensor, first: int) -> torch.Tensor:
    """The batch's tokens [B, N] with the codes [B, 64] of its canvases where visual tokens stand; `first` is the id of
    code 0."""
    cells = (batch.positions - 1).clamp(0, CELLS - 1)
    return torch.where(batch.tokens >= first, first + codes.gather(1, cells), batch.tokens)
