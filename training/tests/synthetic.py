"""A bank of simple shapes with everyday names, in two styles: artwork for tests without npm, and the memory of the
engine's tiny bundle.

`python tests/synthetic.py FOLDER` writes it.
"""

import sys
from pathlib import Path

import numpy as np

from kaleido.data.bank import Bank, Group, Thing, webp
from kaleido.data.bank_file import MOOD, THING
from kaleido.data.build import Picture, make_bank
from kaleido.data.tables import Tables

SIZE = 128
STYLES = ("flat", "shaded")
MOODS = ("grinning", "sad", "sleeping")
# Name: shape, colour, further names. The first ones are what the engine's tests ask for.
THINGS: dict[str, tuple[str, tuple[int, int, int], tuple[str, ...]]] = {
    "cat": ("disc", (240, 150, 50), ("kitten", "kitty")),
    "dog": ("disc", (150, 95, 55), ("puppy", "hound")),
    "pizza": ("wedge", (245, 190, 70), ("slice of pizza",)),
    "rocket": ("tall", (215, 60, 50), ("spaceship",)),
    "car": ("wide", (60, 110, 220), ("automobile",)),
    "tree": ("triangle", (60, 150, 70), ("pine",)),
    "house": ("square", (190, 110, 80), ("home",)),
    "heart": ("disc", (220, 40, 60), ("love",)),
    "ghost": ("tall", (235, 235, 240), ("spirit",)),
    "fish": ("wide", (80, 170, 210), ()),
    "apple": ("disc", (200, 45, 45), ()),
    "sun": ("disc", (250, 205, 50), ("sunshine",)),
    "moon": ("ring", (245, 225, 140), ()),
    "star": ("diamond", (250, 210, 60), ()),
    "flower": ("ring", (235, 120, 170), ("blossom",)),
    "guitar": ("tall", (170, 100, 50), ()),
    "cake": ("square", (245, 215, 185), ("birthday cake",)),
    "robot": ("square", (150, 160, 170), ("android",)),
    "umbrella": ("wedge", (120, 70, 190), ()),
    "butterfly": ("diamond", (70, 130, 230), ()),
    "airplane": ("wide", (200, 210, 220), ("plane",)),
    "frog": ("disc", (90, 180, 70), ("toad",)),
    "bear": ("disc", (130, 85, 55), ("teddy",)),
    "ring": ("ring", (250, 200, 70), ()),
    "package": ("square", (185, 140, 95), ("box", "parcel")),
    "crown": ("wide", (245, 195, 40), ("tiara",)),
    "top hat": ("tall", (40, 40, 45), ("hat",)),
    "glasses": ("wide", (30, 30, 35), ("spectacles",)),
    "water drop": ("tall", (90, 180, 240), ("tear",)),
    "zzz": ("diamond", (70, 110, 200), ()),
    "sparkles": ("diamond", (255, 220, 90), ()),
}
FACES = ("cat", "dog", "frog", "bear")
MARKS = ("crying", "in love", "sleeping", "sparkling")


def mask(shape: str) -> np.ndarray:
    """Where a shape is opaque, bool [128, 128]."""
    y, x = (np.mgrid[0:SIZE, 0:SIZE] + 0.5 - SIZE / 2) / (SIZE / 2)
    radius = np.hypot(x, y)
    shapes = {
        "disc": radius < 0.95,
        "ring": (radius < 0.95) & (radius > 0.5),
        "square": np.maximum(abs(x), abs(y)) < 0.9,
        "diamond": abs(x) + abs(y) < 0.95,
        "triangle": (abs(x) < (y + 0.95) / 2) & (y < 0.95),
        "wedge": (abs(x) < (0.95 - y) / 2) & (y > -0.95),
        "wide": (x / 0.95) ** 2 + (y / 0.55) ** 2 < 1,
        "tall": (x / 0.55) ** 2 + (y / 0.95) ** 2 < 1,
    }
    return np.asarray(shapes[shape])


def draw(shape: str, colour: tuple[int, int, int], style: str) -> np.ndarray:
    """Straight RGBA uint8 [128, 128, 4]: the shape filled, darker towards the bottom where the style is `shaded`."""
    pixels, opaque = np.zeros((SIZE, SIZE, 4), np.uint8), mask(shape)
    shade = np.linspace(1.0, 0.6, SIZE)[:, None, None] if style == "shaded" else 1.0
    pixels[..., :3] = (np.array(colour) * shade).round()
    pixels[..., 3] = opaque * 255
    return pixels * opaque[..., None]


def mood(k: int) -> np.ndarray:
    """Two eyes and a mouth, the k-th face."""
    pixels = np.zeros((SIZE, SIZE, 4), np.uint8)
    for x in (44, 76):
        pixels[44 : 52 - 2 * k, x : x + 8] = (30, 25, 25, 255)
    pixels[76 + 4 * k : 82 + 4 * k, 46:82] = (30, 25, 25, 255)
    return pixels


def tables() -> Tables:
    """The tables of scenes, less what the bank has no pictures for."""
    value = Tables.load().to_json()
    return Tables.from_json(
        value
        | {
            "moods": {name: value["moods"][name] for name in MOODS},
            "marks": {name: value["marks"][name] for name in MARKS},
            "wearables": {"head": ["crown", "top hat"], "face": ["glasses"]},
        }
    )


def synthetic_bank(names: tuple[str, ...] = tuple(THINGS)) -> Bank:
    """The bank, of fewer things where their names are given."""
    pictures = []
    for style in STYLES:
        for name in names:
            shape, colour, _ = THINGS[name]
            picture = webp(draw(shape, colour, style))
            slug = f"{style}:{name.replace(' ', '-')}"
            pictures.append(Picture(slug, style, name, THING, picture, face=name in FACES, faceless=name not in FACES))
        pictures += [Picture(f"{style}:{name}-face", style, name, MOOD, webp(mood(k))) for k, name in enumerate(MOODS)]
    things = [Thing(name, synonyms=THINGS[name][2], tags=("thing",), group="things") for name in names]
    source = {
        "name": "Simple shapes",
        "author": "Kaleido",
        "licence": "Apache-2.0",
        "source": "training/tests/synthetic.py",
    }
    return make_bank(pictures, things, [Group("things", "Things")], tables(), [source])


if __name__ == "__main__":
    synthetic_bank().save(Path(sys.argv[1]))
