"""The toy's data, two main classes of two Gaussian modes each in the plane, and how well points keep to it."""

import torch

# [class, mode]: every class has a common and a rare mode.
WEIGHTS = torch.tensor([[0.7, 0.3], [0.7, 0.3]])
SPREAD = 0.06
# Centres [class, mode, coordinate]; all points lie well within ±1, where the sampler clips. The two layouts have the
# same four places and differ in which neighbours meet. `crossed`: each class's rare mode lies beside the other's common
# one, as an unusual member of a class looks like a usual one of another; so 70 % of one side are one class. `aligned`:
# common beside common, so that the side tells nothing about the class.
LAYOUTS = {
    "crossed": torch.tensor([[[-0.5, 0.15], [0.5, 0.15]], [[0.5, -0.15], [-0.5, -0.15]]]),
    "aligned": torch.tensor([[[-0.5, 0.15], [0.5, 0.15]], [[-0.5, -0.15], [0.5, -0.15]]]),
}
# A mode counts as covered from this part of its true weight on.
COVERED = 0.1
# In standard deviations; a circle of this radius holds 98.9 % of a Gaussian in the plane.
REACH = 3.0


def draw(
    centres: torch.Tensor, count: int, generator: torch.Generator
) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Points [count, 2], their classes and their modes within the class, both int64 [count]; classes are equally
    likely."""
    classes = torch.randint(len(centres), (count,), generator=generator)
    modes = torch.multinomial(WEIGHTS[classes], 1, generator=generator)[:, 0]
    return centres[classes, modes] + SPREAD * torch.randn((count, 2), generator=generator), classes, modes


def divergence(shares: torch.Tensor, weights: torch.Tensor) -> float:
    """KL(shares ‖ weights) in nats. This direction stays finite where a mode is lost."""
    return torch.special.xlogy(shares, shares / weights).sum().item()


def measure(points: torch.Tensor, centres: torch.Tensor, weights: torch.Tensor) -> dict[str, float]:
    """What became of a class's modes (centres [m, 2], weights [m]) in points [n, 2], each of which belongs to the
    nearest one.

    `covered` is the share of modes that are kept, `kl` compares their weights; `inside` is the share of points within
    REACH.
    `spread` and `offset` tell of the modes themselves, in true standard deviations and averaged over the modes that
    have two points or more: their own standard deviation (1 is right) and how far their mean is off (0 is right)."""
    distance, mode = torch.cdist(points, centres).min(1)
    shares = torch.bincount(mode, minlength=len(centres)) / len(points)
    groups = [(points[mode == m], centres[m]) for m in range(len(centres)) if (mode == m).sum() > 1]
    return {
        "covered": (shares >= COVERED * weights).float().mean().item(),
        "kl": divergence(shares, weights),
        "inside": (distance <= REACH * SPREAD).float().mean().item(),
        "spread": sum(group.var(0).mean().sqrt().item() for group, _ in groups) / len(groups) / SPREAD,
        "offset": sum((group.mean(0) - centre).norm().item() for group, centre in groups) / len(groups) / SPREAD,
    }
