"""What tiny folders paint, computed by PyTorch: the numbers that the engine's pictures are compared with."""

import base64
import math
from typing import Any, NamedTuple

import numpy as np
import torch
from torch.nn import functional as F

from kaleido.diffusers.layouts import Layout, Networks
from kaleido.diffusers.networks import SCALE
from kaleido.diffusers.safety import golden_checks
from kaleido.diffusers.schedulers import Begin, run
from kaleido.diffusers.tokenizer import TinyTokenizer

SQUARES = 16


class Asked(NamedTuple):
    """A picture to be painted; with a `strength`, it begins with `start_picture`."""

    prompt: str
    negative: str
    steps: int
    guidance: float
    side: int = 64
    strength: float | None = None


PICTURES = {
    "sd-turbo": [Asked("a red cat", "", 1, 1.0, 512), Asked("a cat, at the LEFT!", "", 4, 1.0, 512)],
    "sdxl-turbo": [Asked("a red cat", "", 4, 1.0), Asked("a dog", "", 4, 1.0, strength=0.75)],
    "lcm": [Asked("a red cat", "", 4, 8.0), Asked("two dogs", "", 6, 2.5, strength=0.6)],
    "sd-1.5": [
        Asked("a red cat", "", 8, 7.0),
        Asked("a cat on the right", "blue, dog's", 12, 5.0, strength=0.75),
        Asked("a cat " * 60, "", 4, 1.0),
    ],
    "sdxl": [Asked("a red cat", "", 6, 5.0), Asked("a cat", "dog", 8, 7.5, strength=0.5)],
}


def spread_noise(shape: tuple[int, ...], at: int) -> np.ndarray:
    """Numbers of mean 0 and deviation 1 that both sides can make: no generator, a formula of place and time."""
    k = np.arange(math.prod(shape))
    parts = np.sin(k * 12.9898 + at * 78.233) * 43758.5453
    return ((parts - np.floor(parts) - 0.5) * math.sqrt(12)).reshape(shape)


def start_picture(side: int) -> torch.Tensor:
    """[1, 3, side, side] of whole numbers as 8 bits hold them, −1 … 1: light, with a red box on the left."""
    picture = torch.full((1, 3, side, side), 210.0)
    picture[:, :, side // 4 : side // 2, : side // 2] = torch.tensor([200.0, 30.0, 40.0])[:, None, None]
    return picture / 127.5 - 1


class Text(NamedTuple):
    """States [B, 77, width], and the one state of all of the last encoder [B, width]."""

    states: torch.Tensor
    pooled: torch.Tensor


def read_text(layout: Layout, networks: Networks, text: str) -> Text:
    """As the encoders read it; the states of two stand beside each other."""
    ids = [torch.tensor([TinyTokenizer().ids(text, pad)]) for pad in layout.pads]
    read = [encoder(one) for encoder, one in zip(networks.text, ids, strict=True)]
    return Text(torch.cat([states for states, _ in read], -1), read[-1][1])


def guidance_embedding(guidance: float, width: int) -> torch.Tensor:
    """Guidance − 1 in sines and cosines, as consistency models read it (Luo et al., arXiv 2310.04378, 4.2)."""
    half = width // 2
    angles = (guidance - 1) * 1000 * torch.exp(torch.arange(half) * -(math.log(10000) / (half - 1)))
    return torch.cat([torch.sin(angles), torch.cos(angles)])[None]


@torch.no_grad()
def paint(layout: Layout, networks: Networks, asked: Asked) -> torch.Tensor:
    """The picture [3, side, side], −1 … 1."""
    size = asked.side // SCALE
    shape = (1, 4, size, size)
    embeds_guidance = "timestep_cond" in layout.more
    is_guided = asked.guidance > 1 and not embeds_guidance
    wanted = [read_text(layout, networks, asked.prompt)]
    if is_guided:
        unwanted = read_text(layout, networks, asked.negative)
        if asked.negative == "" and len(layout.widths) == 2:
            unwanted = Text(torch.zeros_like(unwanted.states), torch.zeros_like(unwanted.pooled))
        wanted = [unwanted, *wanted]
    rows = len(wanted)
    more = {
        "text_embeds": torch.cat([one.pooled for one in wanted]),
        "time_ids": torch.tensor([[asked.side, asked.side, 0, 0, asked.side, asked.side]] * rows).float(),
        "timestep_cond": guidance_embedding(asked.guidance, 256),
    }

    def network(state: np.ndarray, timestep: float) -> np.ndarray:
        sample = torch.from_numpy(state).float().repeat(rows, 1, 1, 1)
        states = torch.cat([one.states for one in wanted])
        told = torch.tensor(timestep if layout.timestep.is_floating_point() else round(timestep))
        made = networks.unet(sample, told, states, *(more[name] for name in layout.more))
        if is_guided:
            made = made[:1] + asked.guidance * (made[1:] - made[:1])
        found: np.ndarray = made.double().numpy()
        return found

    latents = None
    if asked.strength is not None:
        latents = (networks.encoder(start_picture(asked.side))[:, :4] * layout.scaling).double().numpy()
    steps = [spread_noise(shape, i + 1) for i in range(asked.steps)]
    begin = Begin(spread_noise(shape, 0), steps, latents, asked.strength or 1.0)
    clean = run(layout.scheduler, asked.steps, network, begin).clean
    picture: torch.Tensor = networks.decoder(torch.from_numpy(clean).float() / layout.scaling)[0]
    return picture.clamp(-1, 1)


def golden_pictures(layout: Layout, networks: Networks, pictures: list[Asked]) -> dict[str, Any]:
    """What was asked for, the ids of its words, and the pictures averaged to squares."""
    return {
        "pictures": [
            {**asked._asdict(), "ids": ids_of(layout, asked.prompt), "squares": squares(paint(layout, networks, asked))}
            for asked in pictures
        ],
        **({"checks": golden_checks(networks.checker)} if layout.has_checker else {}),
    }


def ids_of(layout: Layout, text: str) -> list[list[int]]:
    return [TinyTokenizer().ids(text, pad) for pad in layout.pads]


def squares(picture: torch.Tensor) -> str:
    """[3, SQUARES, SQUARES], float16 in base64."""
    found = F.avg_pool2d(picture, picture.shape[-1] // SQUARES)
    return base64.b64encode(found.numpy().astype("<f2").tobytes()).decode()
