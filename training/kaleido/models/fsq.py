"""Visual tokenizer: a convolutional autoencoder with finite scalar quantisation (Mentzer et al., arXiv 2309.15505).

64 × 64 RGBA ↔ 8 × 8 codes. No attention: the same object yields the same codes wherever it stands on the token grid.
"""

import torch
from torch import nn
from torch.nn import functional as F

from kaleido.config import TokenizerConfig


class ResBlock(nn.Module):
    """Two normalised 3 × 3 convolutions with a skip; keeps shape."""

    def __init__(self, channels: int):
        super().__init__()
        self.norm1, self.norm2 = nn.GroupNorm(8, channels), nn.GroupNorm(8, channels)
        self.conv1, self.conv2 = nn.Conv2d(channels, channels, 3, padding=1), nn.Conv2d(channels, channels, 3, padding=1)
        nn.init.zeros_(self.conv2.weight)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return x + self.conv2(F.silu(self.norm2(self.conv1(F.silu(self.norm1(x))))))


class FSQ(nn.Module):
    """Rounds each of the latent channels to a few levels; a code is the mixed-radix number of its digits."""

    def __init__(self, levels: tuple[int, ...]):
        super().__init__()
        self.levels = levels
        self.register_buffer("size", torch.tensor(levels, dtype=torch.float32).view(-1, 1, 1), persistent=False)
        radix = [1]
        for level in levels[:-1]:
            radix.append(radix[-1] * level)
        self.register_buffer("radix", torch.tensor(radix).view(-1, 1, 1), persistent=False)

    @property
    def codes(self) -> int:
        """Size of the codebook."""
        return int(torch.tensor(self.levels).prod())

    def quantise(self, z: torch.Tensor) -> torch.Tensor:
        """z [B, K, h, w] to digits 0 … level − 1 (float), gradients passed straight through."""
        digits = torch.sigmoid(z) * (self.size - 1)
        return digits + (digits.round() - digits).detach()

    def to_codes(self, digits: torch.Tensor) -> torch.Tensor:
        """Digits [B, K, h, w] to codes int64 [B, h · w]."""
        return (digits.round().long() * self.radix).sum(1).flatten(1)

    def to_digits(self, codes: torch.Tensor, grid: int) -> torch.Tensor:
        """Codes [B, n] to digits [B, K, grid, grid]."""
        square = codes.reshape(-1, 1, grid, grid)
        return torch.div(square, self.radix, rounding_mode="floor").remainder(self.size.long()).float()

    def scale(self, digits: torch.Tensor) -> torch.Tensor:
        """Digits to −1 … 1, what the decoder reads."""
        return digits / (self.size - 1) * 2 - 1


class VisualTokenizer(nn.Module):
    """`encode` images [B, 4, 64, 64] in −1 … 1 to codes [B, 64]; `decode` codes to images."""

    GRID = 8

    def __init__(self, config: TokenizerConfig):
        super().__init__()
        a, b, c = config.encoder
        self.fsq = FSQ(config.levels)
        self.encoder = nn.Sequential(
            nn.PixelUnshuffle(2),
            nn.Conv2d(16, a, 3, padding=1),
            ResBlock(a),
            nn.Conv2d(a, b, 3, stride=2, padding=1),
            ResBlock(b),
            nn.Conv2d(b, c, 3, stride=2, padding=1),
            ResBlock(c),
            nn.GroupNorm(8, c),
            nn.SiLU(),
            nn.Conv2d(c, len(config.levels), 1),
        )
        a, b, c = config.decoder
        self.decoder = nn.Sequential(
            nn.Conv2d(len(config.levels), c, 3, padding=1),
            ResBlock(c),
            ResBlock(c),
            nn.Conv2d(c, 4 * b, 1),
            nn.PixelShuffle(2),
            ResBlock(b),
            ResBlock(b),
            nn.Conv2d(b, 4 * a, 1),
            nn.PixelShuffle(2),
            ResBlock(a),
            nn.GroupNorm(8, a),
            nn.SiLU(),
            nn.Conv2d(a, 16, 3, padding=1),
            nn.PixelShuffle(2),
        )

    def forward(self, images: torch.Tensor) -> torch.Tensor:
        """Reconstruction of images [B, 4, 64, 64]; may leave −1 … 1 slightly while training."""
        return self.decoder(self.fsq.scale(self.fsq.quantise(self.encoder(images))))

    def encode(self, images: torch.Tensor) -> torch.Tensor:
        """Images to codes int64 [B, 64]."""
        return self.fsq.to_codes(self.fsq.quantise(self.encoder(images)))

    def decode(self, codes: torch.Tensor) -> torch.Tensor:
        """Codes int64 [B, 64] to images clipped to −1 … 1."""
        return self.decoder(self.fsq.scale(self.fsq.to_digits(codes, self.GRID))).clamp(-1, 1)
