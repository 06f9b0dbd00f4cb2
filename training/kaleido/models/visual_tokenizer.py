"""Visual tokenizer: a convolutional autoencoder with a vector-quantised bottleneck (VQ-VAE, van den Oord et al., arXiv 1711.00937).

64 × 64 RGBA ↔ 8 × 8 codes. It learns unquantised first; then the codebook is fitted to its latents by k-means and follows
them by moving averages. The first four latent channels are the patch's mean colour itself, which the decoder's output starts
from: left to learn colour, small networks settle on a blue-to-orange axis for the first half hour. No attention and no normalisation: the same object yields the same codes wherever it stands on the
token grid and whatever stands beside it.
"""

import torch
from torch import nn
from torch.nn import functional as F

from kaleido.config import TokenizerConfig

DECAY = 0.99
# Moving-average choices a step below which a vector counts as dead: one in five hundred batches.
DEAD = 0.002


class ResBlock(nn.Module):
    """Two 3 × 3 convolutions with a skip; keeps shape."""

    def __init__(self, channels: int):
        super().__init__()
        self.conv1, self.conv2 = nn.Conv2d(channels, channels, 3, padding=1), nn.Conv2d(channels, channels, 3, padding=1)
        nn.init.zeros_(self.conv2.weight)
        nn.init.zeros_(self.conv2.bias)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return x + self.conv2(F.silu(self.conv1(F.silu(x))))


class Codebook(nn.Module):
    """Vectors [K, d] that latents are replaced by; kept as buffers and moved by averages, not by gradients."""

    def __init__(self, size: int, width: int):
        super().__init__()
        self.register_buffer("vectors", torch.zeros(size, width))
        self.register_buffer("counts", torch.ones(size))
        self.register_buffer("ready", torch.tensor(False))

    def nearest(self, z: torch.Tensor) -> torch.Tensor:
        """Codes [n] of latents [n, d], compared in float32 whatever the rest is computed in: near vectors differ by little."""
        with torch.autocast("cpu", enabled=False):
            return (z @ self.vectors.T - 0.5 * (self.vectors**2).sum(1)).argmax(1)

    @torch.no_grad()
    def fit(self, z: torch.Tensor, generator: torch.Generator, rounds: int = 12) -> None:
        """k-means over latents [n, d], seeded by k-means++ (Arthur & Vassilvitskii 2007) so that the empty background takes few codes."""
        distance = torch.full((len(z),), float("inf"))
        for k in range(len(self.vectors)):
            weights = torch.ones(len(z)) if k == 0 else distance.clamp(min=1e-12)
            self.vectors[k] = z[torch.multinomial(weights, 1, generator=generator)[0]]
            distance = torch.minimum(distance, ((z - self.vectors[k]) ** 2).sum(1))
        for _ in range(rounds):
            codes = self.nearest(z)
            total = torch.zeros_like(self.vectors).index_add_(0, codes, z)
            found = torch.bincount(codes, minlength=len(self.vectors))[:, None]
            self.vectors.copy_(torch.where(found > 0, total / found.clamp(min=1), self.vectors))
        self.ready.fill_(True)

    @torch.no_grad()
    def follow(self, z: torch.Tensor, codes: torch.Tensor) -> None:
        """Moves each vector towards the mean of the latents it stands for; vectors that nothing chooses restart at a latent."""
        found = torch.bincount(codes, minlength=len(self.vectors)).float()
        mean = torch.zeros_like(self.vectors).index_add_(0, codes, z) / found.clamp(min=1)[:, None]
        self.counts.mul_(DECAY).add_(found, alpha=1 - DECAY)
        pull = ((1 - DECAY) * found / self.counts.clamp(min=1e-3)).clamp(max=1)[:, None]
        self.vectors.lerp_(torch.where(found[:, None] > 0, mean, self.vectors), pull)
        dead = (self.counts < DEAD).nonzero().flatten()
        if len(dead):
            self.vectors[dead] = z[torch.randint(len(z), (len(dead),))]
            self.counts[dead] = 1.0


class VisualTokenizer(nn.Module):
    """`encode` images [B, 4, 64, 64] in −1 … 1 to codes [B, 64]; `decode` codes to images."""

    GRID = 8

    def __init__(self, config: TokenizerConfig):
        super().__init__()
        a, b, c = config.encoder
        self.codebook = Codebook(config.codes, config.code_width)
        self.encoder = nn.Sequential(
            nn.PixelUnshuffle(2),
            nn.Conv2d(16, a, 3, padding=1),
            ResBlock(a),
            nn.SiLU(),
            nn.Conv2d(a, b, 3, stride=2, padding=1),
            ResBlock(b),
            nn.SiLU(),
            nn.Conv2d(b, c, 3, stride=2, padding=1),
            ResBlock(c),
            nn.SiLU(),
            nn.Conv2d(c, config.code_width - 4, 1),
        )
        a, b, c = config.decoder
        self.decoder = nn.Sequential(
            nn.Conv2d(config.code_width, c, 3, padding=1),
            ResBlock(c),
            ResBlock(c),
            nn.SiLU(),
            nn.Conv2d(c, 4 * b, 1),
            nn.PixelShuffle(2),
            ResBlock(b),
            ResBlock(b),
            nn.SiLU(),
            nn.Conv2d(b, 4 * a, 1),
            nn.PixelShuffle(2),
            ResBlock(a),
            nn.SiLU(),
            nn.Conv2d(a, 16, 3, padding=1),
            nn.PixelShuffle(2),
        )

    def forward(self, images: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        """Reconstruction, commitment loss and latents [n, d]; before the codebook is fitted latents pass as they are."""
        z = self._latents(images)
        flat = z.permute(0, 2, 3, 1).reshape(-1, z.shape[1])
        if not self.codebook.ready:
            return self._paint(z), 1e-3 * (z**2).mean(), flat.detach()
        codes = self.codebook.nearest(flat.detach())
        vectors = self._grid(codes, len(images))
        if self.training:
            self.codebook.follow(flat.detach(), codes)
        return self._paint(z + (vectors - z).detach()), 0.25 * F.mse_loss(z, vectors), flat.detach()

    def encode(self, images: torch.Tensor) -> torch.Tensor:
        """Images to codes int64 [B, 64]."""
        z = self._latents(images)
        return self.codebook.nearest(z.permute(0, 2, 3, 1).reshape(-1, z.shape[1])).view(len(images), -1)

    def decode(self, codes: torch.Tensor) -> torch.Tensor:
        """Codes int64 [B, 64] to images clipped to −1 … 1."""
        return self._paint(self._grid(codes.flatten(), codes.shape[0])).clamp(-1, 1)

    def _latents(self, images: torch.Tensor) -> torch.Tensor:
        return torch.cat([F.avg_pool2d(images, 8), self.encoder(images)], 1)

    def _paint(self, z: torch.Tensor) -> torch.Tensor:
        base = F.interpolate(z[:, :4], scale_factor=8.0, mode="bilinear", align_corners=False)
        return self.decoder(z) + base

    def _grid(self, codes: torch.Tensor, batch: int) -> torch.Tensor:
        return self.codebook.vectors[codes].view(batch, self.GRID, self.GRID, -1).permute(0, 3, 1, 2)
