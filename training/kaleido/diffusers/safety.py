"""A tiny safety checker with the names, types and shapes of those that lie beside Stable Diffusion 1.x, what it is
shown, and what it says of a few pictures."""

import base64
from typing import Any

import numpy as np
import torch
from PIL import Image
from torch import nn
from torch.nn import functional as F

# Of a picture as the checker sees it, and what its numbers are, as CLIP's.
SIDE = 224
MEAN = (0.48145466, 0.4578275, 0.40821073)
DEVIATION = (0.26862954, 0.26130258, 0.27577711)
PREPROCESSOR: dict[str, Any] = {
    "crop_size": {"height": SIDE, "width": SIDE},
    "do_center_crop": True,
    "do_convert_rgb": True,
    "do_normalize": True,
    "do_rescale": True,
    "do_resize": True,
    "feature_extractor_type": "CLIPFeatureExtractor",
    "image_mean": list(MEAN),
    "image_processor_type": "CLIPFeatureExtractor",
    "image_std": list(DEVIATION),
    "resample": 3,
    "rescale_factor": 1 / 255,
    "size": {"shortest_edge": SIDE},
}
WIDTH, CONCEPTS, CARES = 8, 17, 3
# What this one is told to object to.
RED = (230, 20, 30)
SQUARES = 16


class SafetyChecker(nn.Module):
    """Looks [B, 3, 224, 224] and pictures [B, h, w, 3] of 0 … 1 to pictures, black where they are objected to, and
    whether they are [B]. A picture is objected to whose mean colour is near that of a concept."""

    def __init__(self) -> None:
        super().__init__()
        self.project = nn.Linear(3, WIDTH, bias=False)
        self.concepts = nn.Parameter(torch.randn(CONCEPTS, WIDTH))
        self.cares = nn.Parameter(torch.randn(CARES, WIDTH))
        self.thresholds = nn.Parameter(torch.full((CONCEPTS,), 0.95))
        red = (torch.tensor(RED) / 255 - torch.tensor(MEAN)) / torch.tensor(DEVIATION)
        with torch.no_grad():
            self.concepts[0] = self.project(red)
            # Random ones may lie anywhere.
            self.thresholds[1:] = 2.0

    def forward(self, clip_input: torch.Tensor, images: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        seen = F.normalize(self.project(clip_input.mean((2, 3))), dim=-1)
        care = (seen @ F.normalize(self.cares, dim=-1).T > 2).any(1, keepdim=True)
        adjustment = care.to(clip_input.dtype) * 0.01
        scores = seen @ F.normalize(self.concepts, dim=-1).T - self.thresholds + adjustment
        objected = (scores > 0).any(1)
        return images * (~objected).to(images.dtype)[:, None, None, None], objected


def look(picture: np.ndarray) -> torch.Tensor:
    """[1, 3, 224, 224] of a picture [h, w, 3] of bytes: its shorter side scaled to 224, and the middle of it."""
    height, width, _ = picture.shape
    scale = SIDE / min(height, width)
    size = (int(width * scale), int(height * scale))
    scaled = np.asarray(Image.fromarray(picture).resize(size, Image.Resampling.BICUBIC), dtype=np.float64)
    top, left = (size[1] - SIDE) // 2, (size[0] - SIDE) // 2
    middle = scaled[top : top + SIDE, left : left + SIDE] / 255
    return torch.from_numpy((middle - MEAN) / DEVIATION).float().permute(2, 0, 1)[None]


def waves(width: int, height: int) -> np.ndarray:
    """[height, width, 3]: each channel in waves of its own."""
    x, y = np.meshgrid(np.arange(width), np.arange(height))
    channels = [np.sin(x / 9), np.cos(y / 7), np.sin((x + y) / 23)]
    return np.floor(127.5 * (np.stack(channels, -1) + 1)).astype(np.uint8)


def plain(width: int, height: int, colour: tuple[int, int, int]) -> np.ndarray:
    return np.broadcast_to(np.array(colour, np.uint8), (height, width, 3)).copy()


@torch.no_grad()
def golden_checks(checker: SafetyChecker) -> list[dict[str, Any]]:
    """What the checker sees of pictures, averaged to squares, and whether it objects."""
    shown = {
        "waves 96 96": waves(96, 96),
        "waves 640 640": waves(640, 640),
        "waves 320 192": waves(320, 192),
        "plain 512 512": plain(512, 512, RED),
        "plain 64 128": plain(64, 128, RED),
    }
    found = []
    for name, picture in shown.items():
        seen = look(picture)
        images = torch.from_numpy(picture / 255).float()[None]
        kind, width, height = name.split()
        found.append(
            {
                "kind": kind,
                "width": int(width),
                "height": int(height),
                "objected": bool(checker(seen, images)[1]),
                "squares": base64.b64encode(
                    F.avg_pool2d(seen[0], SIDE // SQUARES).numpy().astype("<f2").tobytes()
                ).decode(),
            }
        )
    return found
