"""Context encoder and autoregressive decoder (the prior), T5-style: Kaleido, section 3.2.

The decoder's last hidden states of the latent tokens are what the denoiser reads beside the encoder's states.
"""

from collections.abc import Callable, Sequence

import torch
from torch import nn
from torch.nn import functional as F

from kaleido.config import ModelConfig
from kaleido.latents.places import COUNT
from kaleido.latents.vocabulary import KINDS, MAX_POSITION, Vocabulary
from kaleido.models.attention import Cache, CrossAttention, FeedForward, SelfAttention, masked

MAX_PROMPT = 32
# Token ids, kind ids, positions and places, each [B, N].
Feed = tuple[torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor]


class ContextEncoder(nn.Module):
    """Prompt pieces [B, T] with mask [B, T] (float, 1 = real) to states [B, T, D]."""

    def __init__(self, config: ModelConfig, pieces: int):
        super().__init__()
        width = config.width
        self.embedding, self.position = nn.Embedding(pieces, width), nn.Parameter(torch.randn(MAX_PROMPT, width) * 0.02)
        self.attention = nn.ModuleList(SelfAttention(width, config.heads) for _ in range(config.encoder_layers))
        self.feed_forward = nn.ModuleList(FeedForward(width, config.feed_forward) for _ in range(config.encoder_layers))
        self.norm = nn.LayerNorm(width)
        nn.init.normal_(self.embedding.weight, std=0.3)

    def forward(self, ids: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        x = self.embedding(ids) + self.position[: ids.shape[1]]
        bias = masked(mask)
        for attention, feed_forward in zip(self.attention, self.feed_forward, strict=True):
            x = x + attention(x, bias)
            x = x + feed_forward(x)
        return self.norm(x)


class Prior(nn.Module):
    """Decoder over latent tokens. Visual codes are embedded partly through their codebook vectors ([K, d], scaled to unit
    variance), so that rare codes learn from common ones that look alike."""

    def __init__(self, config: ModelConfig, vocabulary: Vocabulary, code_vectors: torch.Tensor):
        super().__init__()
        width, size = config.width, vocabulary.size
        self.code_first, self.code_last = vocabulary.ranges["code"]
        self.embedding, self.position = nn.Embedding(size, width), nn.Embedding((len(KINDS) + 1) * MAX_POSITION, width)
        self.place = nn.Embedding(COUNT, width)
        self.head = nn.Parameter(torch.randn(size, width) * 0.02)
        self.head_bias = nn.Parameter(torch.zeros(size))
        self.register_buffer("code_vectors", code_vectors, persistent=False)
        self.code_embedding = nn.Parameter(torch.randn(code_vectors.shape[1], width) * 0.15 / code_vectors.shape[1] ** 0.5)
        self.code_head = nn.Parameter(torch.randn(code_vectors.shape[1], width) * 0.02)
        layers = range(config.decoder_layers)
        self.attention = nn.ModuleList(SelfAttention(width, config.heads) for _ in layers)
        self.cross = nn.ModuleList(CrossAttention(width, width, config.heads) for _ in layers)
        self.feed_forward = nn.ModuleList(FeedForward(width, config.feed_forward) for _ in layers)
        self.norm = nn.LayerNorm(width)
        nn.init.normal_(self.embedding.weight, std=0.15)
        nn.init.normal_(self.position.weight, std=0.15)
        nn.init.zeros_(self.place.weight)

    def _table(self, base: torch.Tensor, projection: torch.Tensor) -> torch.Tensor:
        codes = base[self.code_first : self.code_last] + self.code_vectors @ projection
        return torch.cat([base[: self.code_first], codes, base[self.code_last :]])

    def embed(self, tokens: torch.Tensor, kinds: torch.Tensor, positions: torch.Tensor, places: torch.Tensor) -> torch.Tensor:
        """[B, N] ids to [B, N, D]."""
        table = self._table(self.embedding.weight, self.code_embedding)
        return table[tokens] + self.position(kinds * MAX_POSITION + positions) + self.place(places)

    def project(self, states: torch.Tensor) -> list[Cache]:
        """Cross-attention keys and values of every layer, made once a prompt."""
        return [cross.project(states) for cross in self.cross]

    def decode(self, feed: Feed, attend: Callable[[int, torch.Tensor], torch.Tensor], states: Sequence[Cache], mask: torch.Tensor) -> torch.Tensor:
        """Last hidden states [B, N, D] of tokens, kind ids, positions and places [B, N], where `attend` gives the residual branch of a
        layer's self-attention."""
        x, bias = self.embed(*feed), masked(mask)
        for layer, (cross, feed_forward, kv) in enumerate(zip(self.cross, self.feed_forward, states, strict=True)):
            x = x + attend(layer, x)
            x = x + cross(x, *kv, bias)
            x = x + feed_forward(x)
        return self.norm(x)

    def hidden(self, tokens: torch.Tensor, kinds: torch.Tensor, positions: torch.Tensor, places: torch.Tensor, states: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """Teacher forcing over whole sequences [B, N] (padded right): last hidden states [B, N, D]."""
        feed = (tokens, kinds, positions, places)
        return self.decode(feed, lambda layer, x: self.attention[layer](x, causal=True), self.project(states), mask)

    def logits(self, hidden: torch.Tensor) -> torch.Tensor:
        """[..., D] to [..., V]."""
        return hidden @ self._table(self.head, self.code_head).T + self.head_bias

    def logits_apart(self, words: torch.Tensor, codes: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """Hidden states [W, D] behind which no code may come and [C, D] behind which only a code may: logits [W, code_first] of all that are no
        codes, and [C, K] of the codes. The grammar never leaves a choice between the two, so this is all that sampling reads."""
        table, first = self._table(self.head, self.code_head), self.code_first
        return words @ table[:first].T + self.head_bias[:first], codes @ table[first : self.code_last].T + self.head_bias[first : self.code_last]

    def losses(self, hidden: torch.Tensor, targets: torch.Tensor) -> torch.Tensor:
        """Cross-entropy summed over hidden [n, D] and targets [n]. Codes compete with codes only, and the rest with the rest, as
        the grammar never lets one stand where the other is allowed; that also halves the work."""
        table, codes = self._table(self.head, self.code_head), targets >= self.code_first
        total = hidden.new_zeros(())
        for chosen, first, last in ((codes, self.code_first, self.code_last), (~codes, 0, self.code_first)):
            logits = hidden[chosen] @ table[first:last].T + self.head_bias[first:last]
            total = total + F.cross_entropy(logits, targets[chosen] - first, reduction="sum")
        return total

    def step(self, feed: Feed, past: Sequence[Cache], past_mask: torch.Tensor, states: Sequence[Cache], mask: torch.Tensor) -> tuple[torch.Tensor, list[torch.Tensor]]:
        """Decoding with a cache of keys and values [B, H, S, d] a layer, and those of the prompt's states: last hidden states [B, N, D] and each
        layer's new keys and values, one behind the other [B, 2H, N, d]."""
        order = torch.arange(feed[0].shape[1])
        past_bias, ahead = masked(past_mask), (order[None, :] > order[:, None]).float() * -1e4
        made: list[torch.Tensor] = []

        def attend(layer: int, x: torch.Tensor) -> torch.Tensor:
            mixed, new = self.attention[layer].cached(x, past[layer], past_bias, ahead)
            made.append(new)
            return mixed

        return self.decode(feed, attend, states, mask), made


def empty_cache(prior: Prior, batch: int) -> list[Cache]:
    """A cache of no entries, [B, H, 0, d] a layer."""
    attention = prior.attention[0]
    nothing = torch.zeros(batch, attention.heads, 0, attention.out.in_features // attention.heads)
    return [(nothing, nothing)] * len(prior.attention)


def extended(cache: Sequence[Cache], made: Sequence[torch.Tensor]) -> list[Cache]:
    """The cache with a step's new entries behind the old ones."""
    return [(torch.cat([k, new[:, : k.shape[1]]], 2), torch.cat([v, new[:, k.shape[1] :]], 2)) for (k, v), new in zip(cache, made, strict=True)]
