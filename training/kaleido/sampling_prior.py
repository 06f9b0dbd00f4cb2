"""Reference decoding of the prior: grammar-constrained nucleus sampling from given uniform draws (docs/bundle.md)."""

import numpy as np
import torch

from kaleido.latents.grammar import Grammar
from kaleido.latents.vocabulary import END, KINDS, STARTS, Vocabulary, pad_rows
from kaleido.models.kaleido import Kaleido
from kaleido.models.prior import empty_cache, extended


def nucleus(logits: np.ndarray, allowed: list[int], temperature: float, top_p: float, u: float) -> int:
    """One id: softmax over the allowed ids, shortest head with sum ≥ top_p in descending order (ties by lower id), inverse CDF at u."""
    ids = np.array(sorted(allowed))
    if temperature == 0:
        return int(ids[np.argmax(logits[ids])])
    scaled = logits[ids].astype(np.float64) / temperature
    chances = np.exp(scaled - scaled.max())
    chances /= chances.sum()
    order = np.argsort(-chances, kind="stable")
    cumulative = np.cumsum(chances[order])
    head = int(np.searchsorted(cumulative, top_p)) + 1
    head = min(head, len(order))
    return int(ids[order[min(int(np.searchsorted(cumulative[:head] / cumulative[head - 1], u, side="right")), head - 1)]])


class _Row:
    """One sequence being decoded: what stands there, what is still to be sampled."""

    def __init__(self, pinned: dict[str, list[int]], sampled: list[str], boxes: int | None):
        self.segments, self.queue, self.kind, self.boxes, self.places = dict(pinned), list(sampled), None, boxes, []

    def next_token(self, grammar: Grammar, logits: np.ndarray, temperature: dict[str, float], top_p: dict[str, float], u: float) -> tuple[int, int, int, int] | None:
        """(id, kind id, position, place) of the token to append, or None when finished."""
        if self.kind is None:
            if not self.queue:
                return None
            self.kind = self.queue.pop(0)
            self.segments[self.kind] = []
            self.places = grammar.vocabulary.places(self.kind, self.segments.get("boxes"))
            return STARTS[self.kind], KINDS.index(self.kind) + 1, 0, self.places[0]
        kind, content = self.kind, self.segments[self.kind]
        allowed = grammar.allowed(kind, content, self.boxes if kind == "blobs" else None)
        token = allowed[0] if len(allowed) == 1 else nucleus(logits, allowed, temperature[kind], top_p[kind], u)
        position = len(content) + 1
        where = KINDS.index(kind) + 1, position, self.places[position]
        if token == END:
            self.kind = None
            if kind == "boxes":
                self.boxes = count_boxes(grammar.vocabulary, content)
        else:
            content.append(token)
        return token, *where


def count_boxes(vocabulary: Vocabulary, content: list[int]) -> int:
    """Number of boxes in a boxes segment's content."""
    return sum(i >= vocabulary.ranges["location"][0] for i in content) // 4


@torch.no_grad()
def sample_latents(
    model: Kaleido,
    vocabulary: Vocabulary,
    prompts: list[list[int]],
    pinned: list[dict[str, list[int]]],
    sampled: list[str],
    draws: np.ndarray,
    temperature: float | dict[str, float],
    top_p: float | dict[str, float],
) -> list[dict[str, list[int]]]:
    """Content ids by kind for each row. `draws` [steps, B] uniform; pinned kinds (the same ones in every row) go first.
    `temperature` and `top_p` are one for all kinds, or one for each sampled kind by name."""
    heat, head = (v if isinstance(v, dict) else dict.fromkeys(KINDS, v) for v in (temperature, top_p))
    grammar, batch = Grammar(vocabulary), len(prompts)
    ids, mask = pad_rows(prompts)
    states = model.encoder(ids, mask)
    cross = model.prior.project(states)
    rows = [_Row(p, sampled, count_boxes(vocabulary, p["boxes"]) if "boxes" in p else None) for p in pinned]
    prefixes = [vocabulary.sequence(p, [k for k in KINDS if k in p]) for p in pinned]
    feed = [pad_rows([p[i] for p in prefixes])[0] for i in range(4)]
    cache = empty_cache(model.prior, batch)
    past = torch.zeros(batch, 0)
    lengths = [len(p[0]) for p in prefixes]
    step = 0
    while True:
        logits, _, made = model.prior.step(*feed, cache, past, cross, mask)
        cache = extended(cache, made)
        real = torch.tensor([[1.0] * n + [0.0] * (feed[0].shape[1] - n) for n in lengths])
        past = torch.cat([past, real], 1)
        chosen = []
        for b, row in enumerate(rows):
            last = logits[b, max(lengths[b] - 1, 0)].numpy()
            chosen.append(row.next_token(grammar, last, heat, head, float(draws[step % len(draws), b])))
        if all(m is None for m in chosen):
            return [row.segments for row in rows]
        lengths = [0 if m is None else 1 for m in chosen]
        feed = [torch.tensor([[0 if m is None else m[i]] for m in chosen]) for i in range(4)]
        step += 1
