"""The evaluator: a small contrastive image–text network (CLIP, Radford et al., arXiv 2103.00020) that names what is in
a sticker.

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
IMAGE_WIDTHS, TEXT_WIDTH = (32, 64, 128, 224), 128


class Residual(nn.Module):
    """Two 3 × 3 convolutions with normalisation and a skip; halves the sides where `stride` is 2."""

    def __init__(self, inputs: int, outputs: int, stride: int):
        super().__init__()
        self.conv1 = nn.Conv2d(inputs, outputs, 3, stride, 1, bias=False)
        self.conv2 = nn.Conv2d(outputs, outputs, 3, 1, 1, bias=False)
        self.norm1: nn.Module = nn.BatchNorm2d(outputs)
        self.norm2: nn.Module = nn.BatchNorm2d(outputs)
        self.skip = nn.Conv2d(inputs, outputs, 1, stride) if stride > 1 or inputs != outputs else nn.Identity()

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return F.relu(self.skip(x) + self.norm2(self.conv2(F.relu(self.norm1(self.conv1(x))))))


class ImageEncoder(nn.Module):
    """Images [B, 4, 128, 128] (premultiplied, −1 … 1) to unit embeddings [B, E] and features [B, F]. They are looked at
    at half their size: what a thing is shows there too, at a quarter of the work."""

    def __init__(self, features: int, embedding: int):
        super().__init__()
        self.stem = nn.Conv2d(16, IMAGE_WIDTHS[0], 3, padding=1)
        steps = zip((IMAGE_WIDTHS[0], *IMAGE_WIDTHS), IMAGE_WIDTHS, (1, 2, 2, 2), strict=False)
        self.blocks = nn.Sequential(*(Residual(*step) for step in steps))
        self.pooled, self.head = nn.Linear(IMAGE_WIDTHS[-1], features), nn.Linear(features, embedding)

    def forward(self, images: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        return self.seen(F.avg_pool2d(images, 2))

    def seen(self, images: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """The same of images [B, 4, 64, 64]."""
        features = self.pooled(self.blocks(F.relu(self.stem(F.pixel_unshuffle(images, 2)))).mean((2, 3)))
        return F.normalize(self.head(F.gelu(features)), dim=-1), features


class TextEncoder(nn.Module):
    """Piece ids [B, T] and mask [B, T] (1 = real) to unit embeddings [B, E]."""

    def __init__(self, pieces: int, embedding: int):
        super().__init__()
        self.embedding = nn.Embedding(pieces, TEXT_WIDTH)
        self.position = nn.Parameter(torch.randn(MAX_PROMPT, TEXT_WIDTH) * 0.02)
        self.attention, self.feed_forward = SelfAttention(TEXT_WIDTH, 4), FeedForward(TEXT_WIDTH, 2 * TEXT_WIDTH)
        self.norm, self.head = nn.LayerNorm(TEXT_WIDTH), nn.Linear(TEXT_WIDTH, embedding)

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
        self.image, self.text = ImageEncoder(features, embedding), TextEncoder(pieces, embedding)
        self.scale = nn.Parameter(torch.tensor(math.log(1 / TEMPERATURE)))


def contrastive_loss(
    model: Evaluator, seen: torch.Tensor, ids: torch.Tensor, mask: torch.Tensor, wrong: torch.Tensor
) -> torch.Tensor:
    """Cross-entropy of images against captions and of captions against images (CLIP, Fig. 3).

    `seen` [B, 4, 64, 64]; `ids` and `mask` [B + N, T]: the images' captions, and N other texts for the images to be
    told from; `wrong` [B, B + N]: which captions may count as another picture's, as they name other things."""
    count = len(seen)
    images, texts = model.image.seen(seen)[0].float(), model.text(ids, mask).float()
    logits = images @ texts.T * model.scale.clamp(max=math.log(1 / LEAST_TEMPERATURE)).exp()
    own = torch.arange(count, device=seen.device)
    kept = wrong.clone()
    kept[own, own] = True
    logits = logits.masked_fill(~kept, -1e4)
    return (F.cross_entropy(logits, own) + F.cross_entropy(logits[:, :count].T, own)) / 2
