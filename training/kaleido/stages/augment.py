"""What must not change what a picture is called: the evaluator learns from few styles, so it sees each drawn in many
ways."""

import math
from collections.abc import Callable

import torch
from torch import Tensor
from torch.nn import functional as F

# Largest changes: degrees, parts of the picture's size, parts of the canvas.
TURN, SCALE, STRETCH, SHIFT = 10.0, (0.8, 1.1), 0.1, 0.06
# Hues turn by this much, in radians, where nothing names a colour, and where something does.
HUE, NAMED_HUE = 0.6, 0.15
# Chances.
GREY, OUTLINED, LINES, BLURRED = 0.06, 0.25, 0.08, 0.2
NOISE = 0.08
_LUMINANCE = (0.299, 0.587, 0.114)


def augmented(images: Tensor, colour_named: Tensor) -> Tensor:
    """Premultiplied images [B, 4, s, s] in 0 … 1, each moved, recoloured and drawn otherwise at random; −1 … 1.

    `colour_named` [B]: whether the caption names a colour, which then stays what it is called."""
    x = recoloured(moved(images), colour_named)
    x = _some(x, LINES, as_lines, ~colour_named)
    x = _some(x, OUTLINED, outlined)
    x = _some(x, BLURRED, lambda some: F.avg_pool2d(some, 3, 1, 1))
    noise = torch.rand(len(x), 1, 1, 1, device=x.device) * NOISE
    return x * 2 - 1 + noise * torch.randn_like(x)


def moved(images: Tensor) -> Tensor:
    """Turned, scaled, stretched and shifted a little."""
    turn = _between(images, -TURN, TURN) * math.pi / 180
    wide = _between(images, *SCALE)
    high = wide * _between(images, 1 - STRETCH, 1 + STRETCH)
    x, y = (_between(images, -2 * SHIFT, 2 * SHIFT) for _ in range(2))
    rows = [turn.cos() / wide, -turn.sin() / wide, x], [turn.sin() / high, turn.cos() / high, y]
    grid = F.affine_grid(
        torch.stack([torch.stack(row, -1) for row in rows], 1), list(images.shape), align_corners=False
    )
    return F.grid_sample(images, grid, align_corners=False)


def recoloured(images: Tensor, colour_named: Tensor) -> Tensor:
    """Hue, saturation, contrast and brightness changed; linear in colour, so it holds for premultiplied pixels."""
    device = images.device
    reach = torch.where(colour_named, NAMED_HUE, HUE).to(device)
    turn = _between(images, -1, 1) * reach
    grey = (torch.rand(len(images), device=device) < GREY) & ~colour_named.to(device)
    saturation = torch.where(grey, 0.0, _between(images, 0.6, 1.4))
    contrast, brightness = _between(images, 0.7, 1.25), _between(images, -0.08, 0.08)
    # A turn about the grey axis, and all colours drawn towards their luminance.
    third, root = 1 / 3, math.sqrt(1 / 3)
    axis = torch.tensor([[0.0, -root, root], [root, 0.0, -root], [-root, root, 0.0]], device=device)
    eye, even = torch.eye(3, device=device), torch.full((3, 3), third, device=device)
    turned = turn.cos()[:, None, None] * (eye - even) + even + turn.sin()[:, None, None] * axis
    luminance = torch.tensor(_LUMINANCE, device=device).expand(3, 3)
    drawn = saturation[:, None, None] * eye + (1 - saturation)[:, None, None] * luminance
    matrix = contrast[:, None, None] * drawn @ turned
    rgb, alpha = images[:, :3], images[:, 3:]
    middle = 0.5 * (1 - contrast) + brightness
    changed = torch.einsum("bij,bjhw->bihw", matrix, rgb) + middle[:, None, None, None] * alpha
    return torch.cat([torch.minimum(changed.clamp(min=0), alpha), alpha], 1)


def as_lines(images: Tensor) -> Tensor:
    """White with dark lines where brightness or transparency changes."""
    alpha = images[:, 3:]
    weights = torch.tensor(_LUMINANCE, device=images.device)[:, None, None]
    level = (images[:, :3] * weights).sum(1, keepdim=True) + (1 - alpha)
    edges = F.max_pool2d(level, 3, 1, 1) + F.max_pool2d(-level, 3, 1, 1)
    return torch.cat([(alpha * (1 - (2 * edges).clamp(0, 1))).expand(-1, 3, -1, -1), alpha], 1)


def outlined(images: Tensor) -> Tensor:
    """With an outline of one colour, dark or white for the most part."""
    around = F.max_pool2d(images[:, 3:], 5, 1, 2)
    white = torch.rand(len(images), 1, 1, 1, device=images.device) < 0.3
    colour = torch.where(white, 1.0, 0.3 * torch.rand(len(images), 3, 1, 1, device=images.device))
    rim = around - images[:, 3:]
    return torch.cat([images[:, :3] + rim * colour, around], 1)


def _some(images: Tensor, chance: float, change: Callable[[Tensor], Tensor], among: Tensor | None = None) -> Tensor:
    """The change made to each image at a chance."""
    chosen = torch.rand(len(images), device=images.device) < chance
    if among is not None:
        chosen &= among.to(images.device)
    out = images.clone()
    if chosen.any():
        out[chosen] = change(images[chosen])
    return out


def _between(images: Tensor, low: float, high: float) -> Tensor:
    """A number for each image, even in [low, high)."""
    return low + (high - low) * torch.rand(len(images), device=images.device)
