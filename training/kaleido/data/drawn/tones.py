"""Lighter and darker tones of a colour, in OKLab."""

import numpy as np
import torch

from kaleido.data.colour import codebook
from kaleido.data.paint import to_srgb


def darker(code: str, by: float = 0.2) -> str:
    """The colour with that part of its lightness gone."""
    lightness, *chroma = codebook([code])[0].tolist()
    return _code([lightness * (1 - by), *chroma])


def lighter(code: str, by: float = 0.35) -> str:
    """The colour that part of the way to white; a dark one goes less far."""
    lightness, green_red, blue_yellow = codebook([code])[0].tolist()
    part = by * min(1.0, 0.35 + lightness)
    return _code([lightness + (1 - lightness) * part, green_red * (1 - part), blue_yellow * (1 - part)])


def mixed(code: str, other: str, part: float) -> str:
    """The colour with that part of another."""
    both = codebook([code, other])
    return _code((both[0] * (1 - part) + both[1] * part).tolist())


def _code(lab: list[float]) -> str:
    rgb = to_srgb(torch.tensor(lab, dtype=torch.float32)).numpy()
    return "#" + "".join(f"{int(v):02x}" for v in np.round(rgb * 255))
