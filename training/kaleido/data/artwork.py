"""The sticker artwork that `render/render.js` writes: one 128-pixel RGBA picture per (concept, style, slug)."""

import hashlib
import json
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import yaml
from PIL import Image

from kaleido.config import CanvasConfig
from kaleido.data.colour import repaint, rotate_hue
from kaleido.problem import Problem

CONCEPTS_FILE = Path(__file__).with_name("concepts.yaml")


@dataclass(frozen=True)
class Sticker:
    """One picture: straight RGBA uint8 [128, 128, 4]."""

    concept: str
    style: str
    slug: str
    pixels: np.ndarray


class Artwork:
    """All stickers, found by concept and style. `pick` draws concept first, then style, then picture, each uniformly."""

    def __init__(self, stickers: list[Sticker]):
        self.stickers = stickers
        self.by_concept: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
        for i, sticker in enumerate(stickers):
            self.by_concept[sticker.concept][sticker.style].append(i)
        self.concepts = sorted(self.by_concept)
        self.styles = sorted({s.style for s in stickers})
        self._cache: dict[tuple[int, int, int], np.ndarray] = {}

    @staticmethod
    def load(folder: str | Path, canvas: CanvasConfig | None = None) -> "Artwork":
        """Reads `stickers.bin` and `stickers.json`, of the concepts and styles in `canvas`. Raises FileNotFoundError when
        `render.js` has not run, Problem on a concept or style that nobody drew."""
        folder, canvas = Path(folder), canvas or CanvasConfig()
        index = json.loads((folder / "stickers.json").read_text())
        size = index["size"]
        pixels = np.fromfile(folder / "stickers.bin", np.uint8).reshape(-1, size, size, 4)
        for key, wanted in (("concept", canvas.concepts), ("style", canvas.styles)):
            missing = sorted(set(wanted) - {e[key] for e in index["stickers"]})
            if missing:
                raise Problem(f"canvas.{key}s: no artwork of {', '.join(missing)}; correct or leave out those")
        entries = [
            (e, p)
            for e, p in zip(index["stickers"], pixels, strict=True)
            if (not canvas.concepts or e["concept"] in canvas.concepts)
            and (not canvas.styles or e["style"] in canvas.styles)
            and not held_out(e["concept"], e["style"], canvas.hold_out)
        ]
        return Artwork([Sticker(e["concept"], e["style"], e["slug"], p) for e, p in entries])

    def repainted(self, index: int, size: int, colour: str) -> np.ndarray:
        """As `sized`, with the sticker's largest area in `colour` (`#rrggbb`). Not kept, as there are too many."""
        picture = self.sized(index, size, 0)
        alpha = picture[..., 3:]
        return np.concatenate([repaint(np.clip(picture[..., :3] / np.maximum(alpha, 1e-4), 0, 1), alpha[..., 0], colour) * alpha, alpha], -1)

    def sized(self, index: int, size: int, hue: int) -> np.ndarray:
        """Sticker `index` at `size` pixels with its hue turned by `hue` degrees, premultiplied float32 [size, size, 4] in [0, 1]."""
        key = (index, size, hue)
        if key not in self._cache:
            rgba = self.stickers[index].pixels.astype(np.float32) / 255
            premultiplied = np.concatenate([rgba[..., :3] * rgba[..., 3:], rgba[..., 3:]], -1)
            planes = [np.asarray(Image.fromarray(premultiplied[..., c]).resize((size, size), Image.Resampling.BOX)) for c in range(4)]
            small = np.stack(planes, -1)
            if hue:
                alpha = small[..., 3:]
                small[..., :3] = rotate_hue(np.clip(small[..., :3] / np.maximum(alpha, 1e-4), 0, 1), hue) * alpha
            self._cache[key] = (small * 255).round().astype(np.uint8)
        return self._cache[key].astype(np.float32) / 255


def held_out(concept: str, style: str, share: float) -> bool:
    """Whether this pair is among the `share` (0 … 1) that training never shows; by hash, so that every reader agrees."""
    return int.from_bytes(hashlib.sha256(f"{concept}/{style}".encode()).digest()[:4], "big") < share * 2**32


def load_concepts() -> dict[str, list[str]]:
    """Concept name → every word people may type for it (the name first)."""
    table = yaml.safe_load(CONCEPTS_FILE.read_text())
    return {name: [name, *words] for name, (_, words) in table.items()}
