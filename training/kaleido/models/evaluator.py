"""The evaluator: a small contrastive image–text network (CLIP, Radford et al., arXiv 2103.00020) that names what is in a sticker.

It judges what the generator paints, so it shares no weights and no artwork with it.
"""

import math

import torch
from torch import nn
from torch.nn import functional as F

from kaleido.models.attention import FeedForward, SelfAttention, masked

MAX_PROMPT = 32
# Images and texts are told apart at this temperature at first, which training may lower to a hundredth.
TEMPERATURE, LEAST_TEMPERATURE = 0.07, 0.01


class Residual(nn.Module):
    """Two 3 × 3 convolutions with normalisation and a skip; halves the sides where `stride` is 2."""

    def __init__(self, inputs: int, outputs: int, stride: int):
        super().__init__()
        self.conv1, self.norm1 = nn.Conv2d(inputs, outputs, 3, stride, 1, bias=False), nn.BatchNorm2d(outputs)
        self.conv2, self.norm2 = nn.Conv2d(outputs, outputs, 3, 1, 1, bias=False), nn.BatchNorm2d(outputs)
        self.skip = nn.Conv2d(inputs, outputs, 1, stride) if stride > 1 or inputs != outputs else nn.Identity()

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return F.relu(self.skip(x) + self.norm2(self.conv2(F.relu(self.norm1(self.conv1(x))))))


class ImageEncoder(nn.Module):
    """Images [B, 4, 64, 64] (premultiplied, −1 … 1) to unit embeddings [B, E] and pooled features [B, F]."""

    def __init__(self, features: int, embedding: int):
        super().__init__()
        widths = (48, 96, 160, features)
        self.stem = nn.Conv2d(16, widths[0], 3, padding=1)
        self.blocks = nn.Sequential(*(Residual(a, b, s) for a, b, s in zip((widths[0], *widths), widths, (1, 2, 2, 2), strict=False)))
        self.head = nn.Linear(features, embedding)

    def forward(self, images: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        features = self.blocks(F.relu(self.stem(F.pixel_unshuffle(images, 2)))).mean((2, 3))
        return F.normalize(self.head(features), dim=-1), features


class TextEncoder(nn.Module):
    """Piece ids [B, T] and mask [B, T] (1 = real) to unit embeddings [B, E]."""

    def __init__(self, pieces: int, width: int, embedding: int):
        super().__init__()
        self.embedding, self.position = nn.Embedding(pieces, width), nn.Parameter(torch.randn(MAX_PROMPT, width) * 0.02)
        self.attention, self.feed_forward = SelfAttention(width, 4), FeedForward(width, 2 * width)
        self.norm, self.head = nn.LayerNorm(width), nn.Linear(width, embedding)

    def forward(self, input_ids: torch.Tensor, attention_mask: torch.Tensor) -> torch.Tensor:
        mask = attention_mask.float()
        x = self.embedding(input_ids) + self.position[: input_ids.shape[1]]
        x = x + self.attention(x, masked(mask))
        x = self.norm(x + self.feed_forward(x))
        pooled = (x * mask[..., None]).sum(1) / mask.sum(1, keepdim=True).clamp(min=1)
        return F.normalize(self.head(pooled), dim=-1)


class Evaluator(nn.Module):
    """Both encoders and the temperature that training fits."""

    def __init__(self, pieces: int, features: int, embedding: int):
        super().__init__()
        self.image, self.text = ImageEncoder(features, embedding), TextEncoder(pieces, 128, embedding)
        self.scale = nn.Parameter(torch.tensor(math.log(1 / TEMPERATURE)))


def contrastive_loss(model: Evaluator, images: torch.Tensor, ids: torch.Tensor, mask: torch.Tensor, same: torch.Tensor) -> torch.Tensor:
    """Symmetric cross-entropy over the batch; `same` [B, B] marks pairs whose captions name the same things, which are no negatives."""
    seen, read = model.image(images)[0].float(), model.text(ids, mask).float()
    logits = seen @ read.T * model.scale.clamp(max=math.log(1 / LEAST_TEMPERATURE)).exp()
    others = same & ~torch.eye(len(ids), dtype=torch.bool)
    logits = logits.masked_fill(others, -1e4)
    wanted = torch.arange(len(ids))
    return (F.cross_entropy(logits, wanted) + F.cross_entropy(logits.T, wanted)) / 2
