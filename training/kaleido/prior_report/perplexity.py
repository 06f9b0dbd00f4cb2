"""How well the prior foretells held-out canvases: exact likelihoods of every kind, in the canonical order and in others."""

import numpy as np
import torch

from kaleido.latents.vocabulary import KINDS
from kaleido.models.kaleido import Kaleido
from kaleido.prior_report.source import Source
from kaleido.train.dataset import Batch

CHUNK = 32


@torch.no_grad()
def nats(model: Kaleido, batch: Batch, kinds: list[str]) -> dict[str, tuple[np.ndarray, np.ndarray]]:
    """−log p of each row's segment of each kind, summed, [B], and how many tokens that sums over [B].

    As in training, codes compete with codes only and the rest with the rest, start tokens are given, and so is the end of the
    visual tokens. The grammar is not applied, so these are upper bounds of what a grammar-bound sampler pays.
    """
    model.eval()
    first = model.prior.code_first
    total = torch.zeros(batch.targets.shape, dtype=torch.float64)
    numbers = torch.tensor([KINDS.index(k) + 1 for k in kinds])
    wanted = (batch.targets != -100) & torch.isin(batch.kinds, numbers)
    for rows in torch.arange(len(batch.rows)).split(CHUNK):
        states = model.encoder(batch.prompt[rows], batch.prompt_mask[rows])
        hidden = model.prior.hidden(*(ids[rows] for ids in batch.feed), states, batch.prompt_mask[rows])
        chosen, targets = wanted[rows], batch.targets[rows][wanted[rows]]
        logits = model.prior.logits(hidden[chosen])
        groups = torch.where(targets >= first, logits[:, first:].logsumexp(-1), logits[:, :first].logsumexp(-1))
        part = torch.zeros(chosen.shape, dtype=torch.float64)
        part[chosen] = (groups - logits.gather(1, targets[:, None])[:, 0]).double()
        total[rows] = part
    found = {}
    for kind, number in zip(kinds, numbers, strict=True):
        mine = wanted & (batch.kinds == number)
        found[kind] = ((total * mine).sum(1).numpy(), mine.sum(1).numpy())
    return found


def perplexity(source: Source, orders: int) -> dict:
    """Per kind: tokens, nats a token and perplexity of the held-out canvases in the canonical order, and over random orders of all kinds."""
    rng = np.random.default_rng(1)
    canonical = nats(source.model, source.held, list(KINDS))
    permuted = [nats(source.model, source.collate([[str(k) for k in rng.permutation(KINDS)] for _ in source.held.rows]), list(KINDS)) for _ in range(orders)]
    kinds = {}
    for kind in KINDS:
        sums, counts = canonical[kind]
        mean = sums.sum() / counts.sum()
        others = float(np.mean([p[kind][0].sum() / p[kind][1].sum() for p in permuted]))
        kinds[kind] = {"tokens": int(counts.sum()), "nats_per_token": mean, "perplexity": np.exp(mean), "nats_per_canvas": sums.mean(), "permuted_nats_per_token": others, "permuted_perplexity": np.exp(others)}
    joint = sum(canonical[k][0] for k in KINDS)
    mixed = sum(np.mean([p[k][0] for p in permuted], 0) for k in KINDS)
    return {"canvases": len(source.held.rows), "orders": orders, "kinds": kinds, "plan_nats": {"canonical": joint.mean(), "permuted": mixed.mean()}}
