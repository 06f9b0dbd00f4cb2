"""The toy's picture, after Fig. 3 of the paper: the data above, below it both models at every guidance scale."""

from pathlib import Path

import torch
from PIL import Image, ImageDraw, ImageFont

from kaleido.reports.toy.modes import REACH, SPREAD, WEIGHTS

# Points are drawn this many times larger and shrunk, as Pillow smooths no edges.
FINE = 3
# Pixels of one unit of the plane, and the half width and height of what a panel shows.
UNIT, VIEW = 260, (0.8, 0.5)
PANEL = round(2 * VIEW[0] * UNIT), round(2 * VIEW[1] * UNIT)
LEFT, MARGIN, GAP, HEADING = 210, 30, 16, 50
NAMES = ("class A", "class B")
COLOURS = ((28, 92, 190), (217, 90, 10))
INK, FAINT, PAPER, FRAME = (28, 30, 36), (96, 100, 108), (255, 255, 255), (200, 204, 210)
CONDITIONS = {"baseline": "given the class", "augmented": "given class\nand subclass"}


def panel(points: list[torch.Tensor], centres: torch.Tensor) -> Image.Image:
    """Every class's points, and a circle of REACH around each true mode, so that an empty one is seen to be empty."""
    scale, size = UNIT * FINE, (PANEL[0] * FINE, PANEL[1] * FINE)
    image = Image.new("RGB", size, PAPER)
    brush = ImageDraw.Draw(image, "RGBA")

    def square(x: float, y: float, half: float) -> tuple[float, float, float, float]:
        left, top = size[0] / 2 + x * scale, size[1] / 2 - y * scale
        return left - half, top - half, left + half, top + half

    for colour, cloud in zip(COLOURS, points, strict=True):
        for x, y in cloud.tolist():
            brush.ellipse(square(x, y, 1.8 * FINE), fill=(*colour, 110))
    for colour, modes in zip(COLOURS, centres.tolist(), strict=True):
        for x, y in modes:
            brush.ellipse(square(x, y, REACH * SPREAD * scale), outline=(*colour, 160), width=FINE)
    brush.rectangle((0, 0, size[0] - 1, size[1] - 1), outline=(*FRAME, 255), width=FINE)
    return image.resize(PANEL, Image.Resampling.LANCZOS)


def shares(points: list[torch.Tensor], centres: torch.Tensor) -> list[str]:
    """Each class's percentages by mode, from left to right as the panel shows them."""
    lines = []
    for name, cloud, modes in zip(NAMES, points, centres, strict=True):
        counts = torch.bincount(torch.cdist(cloud, modes).argmin(1), minlength=len(modes))
        ordered = counts[modes[:, 0].argsort()] / len(cloud)
        lines.append(f"{name[-1]}  " + " / ".join(f"{share:.0%}" for share in ordered.tolist()))
    return lines


def draw_toy(
    path: Path, data: list[torch.Tensor], drawn: dict[str, dict[float, list[torch.Tensor]]], centres: torch.Tensor
) -> None:
    """Points [n, 2] of each class: `data`, and `drawn` by model and guidance scale."""
    guidances = list(next(iter(drawn.values())))
    width = LEFT + len(guidances) * (PANEL[0] + GAP) + MARGIN - GAP
    height = MARGIN + (1 + len(drawn)) * (PANEL[1] + GAP) + HEADING + MARGIN - GAP
    image = Image.new("RGB", (width, height), PAPER)
    brush = ImageDraw.Draw(image)
    large, plain, small = (ImageFont.load_default(size) for size in (32, 25, 23))

    def show(column: int, top: int, points: list[torch.Tensor]) -> None:
        left = LEFT + column * (PANEL[0] + GAP)
        image.paste(panel(points, centres), (left, top))
        for i, (colour, line) in enumerate(zip(COLOURS, shares(points, centres), strict=True)):
            brush.text(
                (left + PANEL[0] / 2, top + (14 if i == 0 else PANEL[1] - 14)),
                line,
                colour,
                small,
                "ma" if i == 0 else "md",
            )

    def label(top: int, title: str, text: str) -> None:
        brush.text((MARGIN, top + PANEL[1] / 2 - 44), title, INK, large)
        brush.multiline_text((MARGIN, top + PANEL[1] / 2), text, FAINT, small, spacing=6)

    label(MARGIN, "data", "drawn afresh")
    show(0, MARGIN, data)
    left = LEFT + PANEL[0] + GAP + 24
    for i, (name, colour, weights) in enumerate(zip(NAMES, COLOURS, WEIGHTS.tolist(), strict=True)):
        top = MARGIN + 44 + 40 * i
        brush.ellipse((left, top + 6, left + 18, top + 24), fill=colour)
        brush.text(
            (left + 34, top), f"{name}: a common mode ({weights[0]:.0%}) and a rare one ({weights[1]:.0%})", INK, plain
        )
    notes = (
        f"A circle holds what lies within {REACH:g} standard deviations of a true mode.\n"
        "Percentages: share of the class's points, left mode / right mode."
    )
    brush.multiline_text((left, MARGIN + 140), notes, FAINT, plain, spacing=10)

    top = MARGIN + PANEL[1] + GAP
    for column, guidance in enumerate(guidances):
        brush.text(
            (LEFT + column * (PANEL[0] + GAP) + PANEL[0] / 2, top + HEADING / 2),
            f"guidance {guidance:g}",
            INK,
            large,
            "mm",
        )
    for row, (name, found) in enumerate(drawn.items()):
        top = MARGIN + (1 + row) * (PANEL[1] + GAP) + HEADING
        label(top, name, CONDITIONS[name])
        for column, points in enumerate(found.values()):
            show(column, top, points)
    image.save(path, optimize=True)
