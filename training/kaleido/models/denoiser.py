"""Nested multi-resolution denoiser (Matryoshka diffusion, Gu et al., arXiv 2310.15111), small, predicting x0.

16-, 32- and 64-pixel images are denoised together: the finer ones enter and leave through light outer levels, the work
and the attention are inside. It reads the prompt and the latents' hidden states by cross-attention at 8 × 8, and the
visual tokens laid out in space as `guess`, the picture they decode to.
"""

import math

import torch
from torch import nn
from torch.nn import functional as F

from kaleido.config import ModelConfig
from kaleido.models.attention import CrossAttention, FeedForward, SelfAttention, masked

EMBEDDING = 192


class TimedBlock(nn.Module):
    """Residual block whose second norm is scaled and shifted by the timestep embedding (FiLM)."""

    def __init__(self, inputs: int, outputs: int):
        super().__init__()
        self.norm1, self.norm2 = nn.GroupNorm(8, inputs), nn.GroupNorm(8, outputs)
        self.conv1, self.conv2 = nn.Conv2d(inputs, outputs, 3, padding=1), nn.Conv2d(outputs, outputs, 3, padding=1)
        self.film = nn.Linear(EMBEDDING, 2 * outputs)
        self.skip = nn.Conv2d(inputs, outputs, 1) if inputs != outputs else nn.Identity()
        nn.init.zeros_(self.conv2.weight)

    def forward(self, x: torch.Tensor, time: torch.Tensor) -> torch.Tensor:
        scale, shift = self.film(time)[..., None, None].chunk(2, 1)
        h = self.norm2(self.conv1(F.silu(self.norm1(x)))) * (1 + scale) + shift
        return self.skip(x) + self.conv2(F.silu(h))


class ContextBlock(nn.Module):
    """Self-attention, cross-attention to the context and a feed-forward, over the 8 × 8 grid."""

    def __init__(self, channels: int, heads: int):
        super().__init__()
        self.position = nn.Parameter(torch.randn(64, channels) * 0.02)
        self.attention = SelfAttention(channels, heads)
        self.cross = CrossAttention(channels, channels, heads)
        self.feed_forward = FeedForward(channels, 2 * channels)

    def forward(self, x: torch.Tensor, keys: torch.Tensor, values: torch.Tensor, bias: torch.Tensor) -> torch.Tensor:
        tokens = x.flatten(2).transpose(1, 2) + self.position
        tokens = tokens + self.attention(tokens)
        tokens = tokens + self.cross(tokens, keys, values, bias)
        tokens = tokens + self.feed_forward(tokens)
        return tokens.transpose(1, 2).unflatten(2, x.shape[2:])


class Conditioner(nn.Module):
    """Joins encoder states and latent hidden states, after a learned null entry that is always attended, into keys and values."""

    def __init__(self, config: ModelConfig, blocks: nn.ModuleList):
        super().__init__()
        self.null = nn.Parameter(torch.randn(config.denoiser[2]) * 0.02)
        self.states = nn.Sequential(nn.LayerNorm(config.width), nn.Linear(config.width, config.denoiser[2]))
        self.latents = nn.Sequential(nn.LayerNorm(config.width), nn.Linear(config.width, config.denoiser[2]))
        self._blocks = [blocks]

    def forward(
        self, states: torch.Tensor, states_mask: torch.Tensor, hidden: torch.Tensor, hidden_mask: torch.Tensor
    ) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        """States [B, T, D], hidden [B, N, D] and their 0/1 masks to keys, values [C, B, H, 1+T+N, d] and mask [B, 1+T+N]."""
        null = self.null.expand(states.shape[0], 1, -1)
        context = torch.cat([null, self.states(states), self.latents(hidden)], 1)
        mask = torch.cat([torch.ones_like(states_mask[:, :1]), states_mask, hidden_mask], 1)
        keys, values = zip(*(block.cross.project(context) for block in self._blocks[0]), strict=True)
        return torch.stack(keys), torch.stack(values), mask


class Denoiser(nn.Module):
    """Predicts the clean images at the three resolutions."""

    def __init__(self, config: ModelConfig):
        super().__init__()
        a, b, c = config.denoiser
        self.time = nn.Sequential(nn.Linear(64, EMBEDDING), nn.SiLU(), nn.Linear(EMBEDDING, EMBEDDING), nn.SiLU())
        self.in64, self.in32, self.in16 = nn.Conv2d(32, a, 3, padding=1), nn.Conv2d(4, a, 3, padding=1), nn.Conv2d(4, b, 3, padding=1)
        self.down32, self.to16 = TimedBlock(a, a), nn.Conv2d(a, b, 3, stride=2, padding=1)
        self.down16, self.to8 = TimedBlock(b, b), nn.Conv2d(b, c, 3, stride=2, padding=1)
        self.middle = nn.ModuleList(TimedBlock(c, c) for _ in range(config.context_layers))
        self.context = nn.ModuleList(ContextBlock(c, config.context_heads) for _ in range(config.context_layers))
        self.from8, self.up16 = nn.Conv2d(c, 4 * b, 1), TimedBlock(2 * b, b)
        self.from16, self.up32 = nn.Conv2d(b, 4 * a, 1), TimedBlock(2 * a, a)
        self.out16, self.out32, self.out64 = (nn.Sequential(nn.GroupNorm(8, n), nn.SiLU(), nn.Conv2d(n, m, 3, padding=1)) for n, m in ((b, 4), (a, 4), (a, 16)))
        for out in (self.out16, self.out32, self.out64):
            nn.init.zeros_(out[2].weight)
            nn.init.zeros_(out[2].bias)
        self.conditioner = Conditioner(config, self.context)

    def embed_time(self, timestep: torch.Tensor) -> torch.Tensor:
        """Timesteps [B] (0 … 999) to [B, EMBEDDING] by sinusoids."""
        rates = torch.exp(torch.arange(32) * (-math.log(10_000) / 31))
        angles = timestep[:, None] * rates
        return self.time(torch.cat([angles.sin(), angles.cos()], -1))

    def forward(
        self,
        sample_16: torch.Tensor,
        sample_32: torch.Tensor,
        sample_64: torch.Tensor,
        timestep: torch.Tensor,
        guess: torch.Tensor,
        context_keys: torch.Tensor,
        context_values: torch.Tensor,
        context_mask: torch.Tensor,
    ) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        """Noised samples [B, 4, r, r], what the tokens decode to [B, 4, 64, 64] (0 = absent) and the context; returns x0 per resolution."""
        time, bias = self.embed_time(timestep), masked(context_mask)
        outer = torch.cat([F.pixel_unshuffle(sample_64, 2), F.pixel_unshuffle(guess, 2)], 1)
        h32 = self.down32(self.in64(outer) + self.in32(sample_32), time)
        h16 = self.down16(self.to16(h32) + self.in16(sample_16), time)
        h = self.to8(h16)
        for i, (block, attend) in enumerate(zip(self.middle, self.context, strict=True)):
            h = attend(block(h, time), context_keys[i], context_values[i], bias)
        h = self.up16(torch.cat([F.pixel_shuffle(self.from8(h), 2), h16], 1), time)
        original_16 = self.out16(h) + F.avg_pool2d(guess, 4)
        h = self.up32(torch.cat([F.pixel_shuffle(self.from16(h), 2), h32], 1), time)
        original_32 = self.out32(h) + F.avg_pool2d(guess, 2)
        original_64 = F.pixel_shuffle(self.out64(h), 2) + guess
        return original_16, original_32, original_64
