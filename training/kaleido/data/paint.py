"""Paints: a picture's largest area of one colour name, moved to another colour in OKLab, keeping shade. On any device,
in batches.

OKLab: Ottosson, "A perceptual color space for image processing", 2020."""

import torch
from torch import Tensor

from kaleido.data.colour import LMS_TO_LAB, RGB_TO_LMS, codebook
from kaleido.data.tables import Tables

_RGB_TO_LMS, _LMS_TO_LAB = torch.from_numpy(RGB_TO_LMS), torch.from_numpy(LMS_TO_LAB)
# How far from the area's mean colour a pixel may lie and still belong to it, in OKLab; shadows and lights count as
# near.
REACH, REACH_WEIGHTS = 0.13, (0.6, 1.0, 1.0)
# Black and white keep less of the area's own differences in lightness and hue, or they would read as grey.
PLAIN_PAINTS, PLAIN_KEEPS = ("black", "white"), (0.8, 0.3, 0.3)
# On an area painted black, what is darker than DARK and was outside it (eyes, outlines) turns light: lightness scales
# and shifts, colour scales. Only where the area was lighter than DARK itself.
DARK, DARK_SHARPNESS = 0.45, 30.0
LIGHT_SCALES, LIGHT_SHIFT = (-0.4, 0.6, 0.6), 0.95


def to_oklab(rgb: Tensor) -> Tensor:
    """sRGB [..., 3] in [0, 1] to OKLab [..., 3]."""
    linear = torch.where(rgb <= 0.04045, rgb / 12.92, ((rgb.clamp(min=0) + 0.055) / 1.055) ** 2.4)
    lms = linear @ _RGB_TO_LMS.to(rgb).T
    return lms.sign() * lms.abs().pow(1 / 3) @ _LMS_TO_LAB.to(rgb).T


def to_srgb(lab: Tensor) -> Tensor:
    """OKLab [..., 3] to sRGB [..., 3], clipped to [0, 1]."""
    lms = (lab @ torch.linalg.inv(_LMS_TO_LAB).to(lab).T) ** 3
    linear = (lms @ torch.linalg.inv(_RGB_TO_LMS).to(lab).T).clamp(0, 1)
    return torch.where(linear <= 0.0031308, linear * 12.92, 1.055 * linear.clamp(min=1e-8) ** (1 / 2.4) - 0.055)


class Painter:
    """Names colours and paints pictures by the tables."""

    def __init__(self, tables: Tables):
        self.paints = tables.paints
        self.names = list(tables.colours)
        self._prototypes = torch.from_numpy(codebook([code for same in tables.colours.values() for code in same]))
        self._name_of = torch.tensor([k for k, same in enumerate(tables.colours.values()) for _ in same])
        self._targets = [torch.from_numpy(codebook(list(tables.colours[paint]))) for paint in tables.paints]

    def name(self, lab: Tensor) -> Tensor:
        """Index into `names` [...] of the nearest prototype of each OKLab colour [..., 3]."""
        prototypes = self._prototypes.to(lab)
        nearness = lab @ prototypes.T - 0.5 * (prototypes**2).sum(1)
        return self._name_of.to(lab.device)[nearness.argmax(-1)]

    def paint(self, rgba: Tensor, pictures: Tensor, paints: Tensor) -> Tensor:
        """Straight RGBA float [b, h, w, 4] in [0, 1] of the bank's `pictures` [b], each in its paint [b] (0 as drawn),
        of the same shape. A picture's number decides between the codes that stand for a colour."""
        out = rgba.clone()
        for p in sorted(set(paints.tolist())):
            if p:
                rows = (paints == p).nonzero().flatten()
                areas = _Areas(self, rgba[rows])
                out[rows] = torch.cat([self._moved(areas, pictures[rows], p), rgba[rows][..., 3:]], -1)
        return out

    def all(self, rgba: Tensor, pictures: Tensor) -> Tensor:
        """Straight RGBA float [b, h, w, 4] of the bank's `pictures` [b] in every paint: [b, 1 + paints, h, w, 4]."""
        areas = _Areas(self, rgba)
        alpha, paints = rgba[..., 3:], range(1, len(self.paints) + 1)
        return torch.stack([rgba, *(torch.cat([self._moved(areas, pictures, p), alpha], -1) for p in paints)], 1)

    def _moved(self, areas: "_Areas", pictures: Tensor, paint: int) -> Tensor:
        """sRGB [b, h, w, 3] with the largest area in `paint`."""
        lab, near, name = areas.lab, areas.near, self.paints[paint - 1]
        codes = self._targets[paint - 1].to(lab)
        target = codes[pictures.to(lab.device) % len(codes)][:, None, None]
        kept = areas.difference * torch.tensor(PLAIN_KEEPS).to(lab) if name in PLAIN_PAINTS else areas.difference
        new = lab + near * (target + kept - lab)
        if name == "black":
            was_light = (areas.centre[:, 0] > DARK).to(lab)[:, None, None, None]
            dark = (1 - near) * torch.sigmoid((DARK - lab[..., :1]) * DARK_SHARPNESS) * was_light
            light = lab * torch.tensor(LIGHT_SCALES).to(lab) + torch.tensor([LIGHT_SHIFT, 0.0, 0.0]).to(lab)
            new = new + dark * (light - new)
        return to_srgb(new)


class _Areas:
    """The largest area of one colour name in each straight RGBA picture [b, h, w, 4]: its mean colour [b, 3], how each
    pixel differs from it [b, h, w, 3], and how near to it that is [b, h, w, 1], 0 … 1."""

    def __init__(self, painter: Painter, rgba: Tensor):
        self.lab = to_oklab(rgba[..., :3])
        solid = (rgba[..., 3] > 0.5).to(rgba)
        names = painter.name(self.lab)
        counts = torch.stack([((names == k) * solid).sum((1, 2)) for k in range(len(painter.names))], -1)
        member = (names == counts.argmax(-1)[:, None, None]).to(rgba) * solid
        self.centre = (self.lab * member[..., None]).sum((1, 2)) / member.sum((1, 2))[:, None].clamp(min=1)
        self.difference = self.lab - self.centre[:, None, None]
        distance = ((self.difference * torch.tensor(REACH_WEIGHTS).to(rgba)) ** 2).sum(-1, keepdim=True)
        self.near = torch.exp(-distance / (2 * REACH**2))
