"""A scene: what a canvas shows, with all that is said of it and without a pixel."""

from dataclasses import dataclass
from typing import NamedTuple, Protocol

import numpy as np

from kaleido.data.bank import Bank

SINGLE, COUNT, LIST = "single", "count", "list"
# x0, y0, x1, y1.
Bounds = tuple[float, float, float, float]


@dataclass(frozen=True)
class Layer:
    """A picture of the bank in a paint, mirrored or not; its square's upper left corner and side in pixels of the
    128-px canvas."""

    picture: int
    paint: int
    flip: bool
    x: float
    y: float
    side: float


@dataclass(frozen=True)
class Scene:
    """A canvas before it is painted, with all that is said of it: boxes (label and corners in 0–32), blobs
    (docs/bundle.md), palette (entry, share level) and layers from back to front."""

    style: str
    kind: str
    prompt: str
    description: str
    boxes: list[tuple[str, int, int, int, int]]
    blobs: list[tuple[int, int, int, int, int]]
    palette: list[tuple[int, int]]
    layers: list[Layer]


@dataclass(frozen=True)
class Object:
    """A thing on the canvas: its picture and looks, and its square in pixels."""

    thing: int
    picture: int
    paint: int = 0
    flip: bool = False
    mood: str = ""
    mark: str = ""
    x: float = 0.0
    y: float = 0.0
    side: float = 1.0


class Arrangement(NamedTuple):
    """What a canvas will show: the style, the kind of scene, its objects from back to front, and the word that prompts
    join two of them with (none: "")."""

    style: str
    kind: str
    objects: list[Object]
    word: str = ""


class SceneSource(Protocol):
    """Where scenes come from: `Scenes` of a bank's things, or `FolderScenes` of a user's own pictures."""

    bank: Bank

    def make(self, rng: np.random.Generator) -> Scene:
        """One scene."""
