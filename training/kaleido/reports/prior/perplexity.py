"""How well the prior foretells scenes drawn anew: exact likelihoods of every kind, in the canonical order and in
others."""

from typing import Any

import numpy as np
import torch

from kaleido.latents.kinds import KINDS
from kaleido.models.kaleido import Kaleido
from kaleido.reports.prior.source import Read, Source

CHUNK = 32


@torch.no_grad()
def nats(model: Kaleido, read: Read, kinds: list[str]) -> dict[str, tuple[np.ndarray, np.ndarray]]:
    """−log p of each row's segment of each kind, summed, [B], and how many tokens that sums over [B].

    As in training, codes compete with codes only and the rest with the rest, start tokens are given, and so is the end
    of the visual tokens. The grammar is not applied, so these are upper bounds of what a grammar-bound sampler pays.
    """
    batch, first = read.batch, model.prior.code_first
    total = torch.zeros(read.targets.shape, dtype=torch.float64)
    numbers = torch.tensor([KINDS.index(k) + 1 for k in kinds])
    wanted = (read.targets != -100) & torch.isin(batch.kinds, numbers)
    for rows in torch.arange(len(total)).split(CHUNK):
        tokens, numbers_of, positions, places = (ids[rows] for ids in read.feed)
        states = model.encoder(batch.prompt[rows], batch.prompt_mask[rows])
        hidden = model.prior.hidden(tokens, numbers_of, positions, places, states, batch.prompt_mask[rows])
        chosen, right = wanted[rows], read.targets[rows][wanted[rows]]
        logits = model.prior.logits(hidden[chosen])
        groups = torch.where(right >= first, logits[:, first:].logsumexp(-1), logits[:, :first].logsumexp(-1))
        part = torch.zeros(chosen.shape, dtype=torch.float64)
        part[chosen] = (groups - logits.gather(1, right[:, None])[:, 0]).double()
        total[rows] = part
    found = {}
    for kind, number in zip(kinds, numbers, strict=True):
        mine = wanted & (batch.kinds == number)
        found[kind] = ((total * mine).sum(1).numpy(), mine.sum(1).numpy())
    return found


def perplexity(source: Source, orders: int) -> dict[str, Any]:
    """Per kind: tokens, nats a token and perplexity of the held scenes in the canonical order, and over random orders
    of all kinds."""
    rng, count = np.random.default_rng(1), len(source.held)
    canonical = nats(source.model, source.read([list(KINDS)] * count), list(KINDS))
    shuffled = [[[str(k) for k in rng.permutation(KINDS)] for _ in range(count)] for _ in range(orders)]
    permuted = [nats(source.model, source.read(order), list(KINDS)) for order in shuffled]
    kinds = {}
    for kind in KINDS:
        sums, counts = canonical[kind]
        mean = sums.sum() / counts.sum()
        others = float(np.mean([p[kind][0].sum() / p[kind][1].sum() for p in permuted]))
        kinds[kind] = {
            "tokens": int(counts.sum()),
            "nats_per_token": mean,
            "perplexity": np.exp(mean),
            "nats_per_canvas": sums.mean(),
            "permuted_nats_per_token": others,
            "permuted_perplexity": np.exp(others),
        }
    joint = np.sum([canonical[k][0] for k in KINDS], 0)
    mixed = np.sum([np.mean([p[k][0] for p in permuted], 0) for k in KINDS], 0)
    plan = {"canonical": joint.mean(), "permuted": mixed.mean()}
    return {"canvases": count, "orders": orders, "kinds": kinds, "plan_nats": plan}
