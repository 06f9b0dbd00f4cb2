"""Attention blocks. The prior's attends to a cached past and to its own new tokens without joining the two buffers."""

import torch
from torch import nn

Cache = tuple[torch.Tensor, torch.Tensor]


def split_heads(x: torch.Tensor, heads: int) -> torch.Tensor:
    """[B, N, D] to [B, H, N, D / H]."""
    return x.reshape(x.shape[0], x.shape[1], heads, -1).transpose(1, 2)


def join_heads(x: torch.Tensor) -> torch.Tensor:
    """[B, H, N, d] to [B, N, H · d]."""
    y = x.transpose(1, 2)
    return y.reshape(y.shape[0], y.shape[1], -1)


def masked(mask: torch.Tensor) -> torch.Tensor:
    """A 0/1 mask [B, S] (1 = attend) as an additive bias [B, 1, 1, S]."""
    return (mask[:, None, None, :] - 1) * 1e4


def attend(q: torch.Tensor, k: torch.Tensor, v: torch.Tensor, scale: float, bias: torch.Tensor | None, causal: bool = False) -> torch.Tensor:
    """softmax(scale · q kᵀ + bias) v over [B, H, N, d]. Spelt out, as on a CPU the fused kernel's backward pass takes several times as long."""
    scores = q * scale @ k.transpose(-1, -2)
    if causal:
        n = q.shape[2]
        scores = scores + torch.full((n, n), -1e4, dtype=scores.dtype).triu(1)
    if bias is not None:
        scores = scores + bias.to(scores.dtype)
    return scores.softmax(-1).to(v.dtype) @ v


class FeedForward(nn.Sequential):
    """Layer norm, expansion, GELU, projection."""

    def __init__(self, width: int, inner: int):
        super().__init__(nn.LayerNorm(width), nn.Linear(width, inner), nn.GELU(), nn.Linear(inner, width))


class SelfAttention(nn.Module):
    """Pre-norm multi-head self-attention; returns the residual branch."""

    def __init__(self, width: int, heads: int):
        super().__init__()
        self.heads, self.norm, self.scale = heads, nn.LayerNorm(width), (width // heads) ** -0.5
        self.qkv, self.out = nn.Linear(width, 3 * width, bias=False), nn.Linear(width, width, bias=False)

    def _project(self, x: torch.Tensor) -> tuple[torch.Tensor, ...]:
        return tuple(split_heads(t, self.heads) for t in self.qkv(self.norm(x)).split(self.out.in_features, -1))

    def forward(self, x: torch.Tensor, bias: torch.Tensor | None = None, causal: bool = False) -> torch.Tensor:
        """x [B, N, D]; `bias` is additive [B, 1, 1, N]."""
        q, k, v = self._project(x)
        return self.out(join_heads(attend(q, k, v, self.scale, bias, causal)))

    def cached(self, x: torch.Tensor, past: Cache, past_bias: torch.Tensor, ahead: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """x attends to `past` (keys and values [B, H, S, d], additive bias [B, 1, 1, S]) and to itself with the additive bias `ahead` [N, N];
        returns its own keys and, behind them, values too, [B, 2H, N, d]."""
        heads = self.heads
        parts = split_heads(self.qkv(self.norm(x)), 3 * heads)
        # Each head's scale by itself: one number ONNX Runtime would fold into the products, which then lose their quick way for a single query.
        q = parts[:, :heads] * torch.full((parts.shape[-1],), self.scale)
        k, v = parts[:, heads:].chunk(2, 1)
        old = q @ past[0].transpose(-1, -2) + past_bias
        new = q @ k.transpose(-1, -2) + ahead
        weights = torch.cat([old, new], -1).softmax(-1)
        size = past[0].shape[2]
        mixed = weights[..., :size] @ past[1] + weights[..., size:] @ v
        return self.out(join_heads(mixed)), parts[:, heads:]


class CrossAttention(nn.Module):
    """Pre-norm multi-head cross-attention over keys and values that `project` makes once."""

    def __init__(self, width: int, context: int, heads: int):
        super().__init__()
        self.heads, self.norm, self.scale = heads, nn.LayerNorm(width), (width // heads) ** -0.5
        self.q, self.kv, self.out = nn.Linear(width, width, bias=False), nn.Linear(context, 2 * width, bias=False), nn.Linear(width, width, bias=False)

    def project(self, context: torch.Tensor) -> Cache:
        """Context [B, S, C] to keys and values [B, H, S, d]."""
        k, v = self.kv(context).split(self.out.in_features, -1)
        return split_heads(k, self.heads), split_heads(v, self.heads)

    def forward(self, x: torch.Tensor, keys: torch.Tensor, values: torch.Tensor, bias: torch.Tensor) -> torch.Tensor:
        """x [B, N, D]; `bias` additive [B, 1, 1, S]; returns the residual branch."""
        q = split_heads(self.q(self.norm(x)), self.heads)
        return self.out(join_heads(attend(q, keys, values, self.scale, bias)))
