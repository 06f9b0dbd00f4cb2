"""The golden fixture of drafts: scenes of a bundle's memory with all that training says, measures and paints of them,
for the engine's tests. `python -m kaleido.bundle.golden_drafts BUNDLE FILE` writes it."""

import base64
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch.nn import functional as F

from kaleido.config import SceneSettings
from kaleido.data.bank import Bank
from kaleido.data.canvases import Canvases
from kaleido.data.layouts import Placement
from kaleido.data.scene import COUNT, LIST, Arrangement, Object, Scene
from kaleido.data.scenes import Scenes
from kaleido.latents.kinds import Latents

# Rare looks are drawn often, so that all of them are found soon.
SETTINGS = SceneSettings(worn=0.2, pair=0.3, count=0.15, list=0.1, paint=0.6, mood=0.4, mark=0.6, face_mark=0.6)
MOST_DRAWN = 5_000
# Pictures are stored at a quarter of their side.
SHRINK = 4


def draft_of(scenes: Scenes, shown: Arrangement) -> dict[str, Any]:
    """An arrangement as the engine's drafts are written (src/engine/draft/draft.ts)."""
    style, kind, objects, _ = shown
    spoken = [objects[k] for k in scenes.captions.reading_order(kind, len(objects))]
    places = {"places": _place(scenes, objects)} if kind in (COUNT, LIST) else {}
    return {"style": style, "kind": kind, **places, "things": [_thing(scenes, o) for o in spoken], "recall": 100}


def _thing(scenes: Scenes, o: Object) -> dict[str, Any]:
    bank = scenes.bank
    looks = {"mood": o.mood, "mark": o.mark, "paint": bank.tables.paints[o.paint - 1] if o.paint else ""}
    named = {"thing": bank.things[o.thing].name, "picture": bank.slugs[o.picture], "flip": o.flip}
    return named | {k: v for k, v in looks.items() if v}


def _place(scenes: Scenes, objects: list[Object]) -> int:
    """Which of the arrangements for as many things it is."""
    groups = scenes.tables.layouts.groups
    choices = groups.two if len(objects) == 2 else groups.three
    spots = [
        [scenes.placing.put(o, Placement(x, y, groups.side)) for o, (x, y) in zip(objects, p.places, strict=True)]
        for p in choices
    ]
    return spots.index(objects)


def _features(bank: Bank, draft: dict[str, Any]) -> Iterator[tuple[str, ...]]:
    """What a draft shows that a fixture should have."""
    tables, things = bank.tables, draft["things"]
    yield "kind", draft["kind"], str(len(things)), str(draft.get("places", ""))
    if draft["kind"] == "wearing":
        yield "worn", "face" if things[1]["thing"] in tables.wearables["face"] else "head"
    for thing in things:
        yield "flip", str(thing["flip"])
        if "paint" in thing:
            yield "paint", thing["paint"] if thing["paint"] in ("black", "white") else "colour"
        if "mood" in thing:
            yield ("mood",)
        if "mark" in thing:
            yield "mark", tables.marks[thing["mark"]].at


def drafts_content(bank: Bank, canvases: Callable[[list[Scene]], torch.Tensor], seed: int = 1) -> list[dict[str, Any]]:
    """Scenes that between them have every kind, every place, worn things on head and face, every sort of mark, moods,
    paints and mirrored pictures, as far as the memory has them: their drafts, latents (in the engine's units) and
    canvases [4, 32, 32] (premultiplied, a byte a number, averaged over 4 × 4 pixels)."""
    scenes, rng = Scenes(bank, SETTINGS), np.random.default_rng(seed)
    seen = set[tuple[str, ...]]()
    found: list[tuple[dict[str, Any], Scene]] = []
    for _ in range(MOST_DRAWN):
        shown = scenes.arranged(rng)
        scene, draft = scenes.scene_of(shown, rng), draft_of(scenes, shown)
        features = set(_features(bank, draft))
        # A scene that shows one new thing is kept for that one and all others that it shows.
        if not features <= seen:
            seen |= features
            found.append((draft, scene))
    pictures = canvases([scene for _, scene in found])
    small = (F.avg_pool2d(pictures.float().cpu(), SHRINK) * 255).round().to(torch.uint8).numpy()
    return [
        {
            "draft": draft,
            **Latents.of(scene).engine(bank.palette),
            "picture": base64.b64encode(pixels.tobytes()).decode(),
        }
        for (draft, scene), pixels in zip(found, small, strict=True)
    ]


def main(folder: str, file: str) -> None:
    """Writes the fixture of a bundle's folder."""
    bank = Bank.open(Path(folder))
    Path(file).write_text(json.dumps(drafts_content(bank, Canvases(bank, "cpu"))) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
