"""Draws our own artwork of what is worn, and writes it beside a finished bundle's memory (docs/bundle.md, "Drawn by
us")."""

import json
import tempfile
from dataclasses import asdict
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any

import numpy as np
from safetensors.numpy import save

from kaleido.bundle.files import MANIFEST, record
from kaleido.bundle.likeness import likeness_of
from kaleido.data.bank_file import THING, read_description, read_json
from kaleido.data.build import Picture, decoded, measured
from kaleido.data.drawn.catalogue import SET, Accessory, every_drawing, load_accessories
from kaleido.data.drawn.drawing import SIDE
from kaleido.data.drawn.heads import heads_in
from kaleido.data.drawn.techniques import EYES_SOUGHT, SOFT, TECHNIQUES
from kaleido.problem import Problem
from kaleido.stages.bank import run_render

DRAWN_FILES = ("drawn.bin", "drawn.safetensors", "drawn.json")
# Outlines reach beyond a drawing's viewBox.
_MARGIN = 8


def write_drawn(bundle: Path) -> tuple[int, int]:
    """Writes the three files of our own drawings; every other file stays as it is, and of the manifest all but their
    records and the attribution. Returns the number of pictures, and the files' bytes. Raises Problem where the folder
    is no bundle, where a name is taken already, or where Node cannot draw."""
    path = bundle / MANIFEST
    if not path.exists():
        raise Problem(f"{bundle} holds no {MANIFEST}: name a bundle's folder")
    tables, palette, styles, _ = read_description(bundle)
    accessories, remembered = load_accessories(), read_json(bundle / "things.json")
    check_names(accessories, remembered["things"])
    drawings, techniques = every_drawing(accessories), [style for style in styles if style in TECHNIQUES]
    pictures = draw(drawings, techniques)
    where = {accessory.thing.name: k for k, accessory in enumerate(accessories)}
    # Paints go by a picture's number, and ours come behind the memory's.
    measures = measured(pictures, where, styles, tables, palette, len(remembered["pictures"]))
    heads = heads_in(sought_eyes(drawings, techniques))
    likeness = likeness_of(np.array([decoded(p.webp) for p in pictures]), bundle)
    offsets = np.array([0, *accumulate(len(p.webp) for p in pictures)], np.uint32)
    listed = {
        "things": [_listed(accessory) for accessory in accessories],
        "pictures": [p.slug for p in pictures],
        "groups": [g for g in remembered["groups"] if g["name"] in {a.thing.group for a in accessories}],
    }
    contents = dict(
        zip(
            DRAWN_FILES,
            (
                b"".join(p.webp for p in pictures),
                save({"offsets": offsets, **measures.tensors(), **heads, **likeness}),
                json.dumps(listed, ensure_ascii=False).encode("utf-8"),
            ),
            strict=True,
        )
    )
    for name, content in contents.items():
        (bundle / name).write_bytes(content)
    manifest = json.loads(path.read_text("utf-8"))
    manifest["files"] |= {name: record(content) for name, content in contents.items()}
    others = [entry for entry in manifest["attribution"] if entry.get("set") != SET]
    manifest["attribution"] = [*others, attribution(manifest["licence"])]
    path.write_text(json.dumps(manifest, ensure_ascii=False, indent=1) + "\n", "utf-8")
    return len(pictures), sum(map(len, contents.values()))


def attribution(licence: str) -> dict[str, str]:
    """Whose the drawings are."""
    source = "training/kaleido/data/drawn"
    return {"set": SET, "name": "Kaleido", "author": "Kaleido's authors", "licence": licence, "source": source}


def check_names(accessories: list[Accessory], things: list[dict[str, Any]]) -> None:
    """Raises Problem where an accessory is called what another or a thing of the memory is called. Its name alone may
    be a further name of one of these: names go before them, and a lamp then is no light bulb."""
    taken = {word: thing["name"] for thing in things for word in (thing["name"], *thing["synonyms"])}
    named = {thing["name"] for thing in things}
    for accessory in accessories:
        name = accessory.thing.name
        for word in (name, *accessory.thing.synonyms):
            if word in (named if word == name else taken):
                raise Problem(f"{name} is called “{word}”, which {taken[word]} is called already")
            taken[word] = name
            named.add(word)


def draw(accessories: list[Accessory], styles: list[str]) -> list[Picture]:
    """One picture of each accessory in each style, the styles of one accessory in turn. Raises Problem where there is
    no style that we can draw in, or Node fails."""
    if not styles:
        raise Problem(f"none of the bundle's styles is one that we draw in ({', '.join(TECHNIQUES)})")
    shown = [(accessory, style, number) for accessory in accessories for number, style in enumerate(styles)]
    drawings = [(a.slug, a.in_style(style, number), style in SOFT) for a, style, number in shown]
    return [
        Picture(a.slug, style, a.thing.name, THING, webp, face=a.face, faceless=not a.drawing.has_eyes)
        for (a, style, _), webp in zip(shown, _rendered(drawings), strict=True)
    ]


def sought_eyes(accessories: list[Accessory], styles: list[str]) -> dict[int, np.ndarray]:
    """Of what `draw` draws, the pictures uint8 [s, s, 4] that have eyes, these in the colour of what is sought; by
    number."""
    every = [(accessory, style, number) for accessory in accessories for number, style in enumerate(styles)]
    seeing = {k: shown for k, shown in enumerate(every) if shown[0].drawing.has_eyes}
    drawings = [(a.slug, a.in_style(style, number, EYES_SOUGHT), False) for a, style, number in seeing.values()]
    return dict(zip(seeing, map(decoded, _rendered(drawings)), strict=True))


def _rendered(drawings: list[tuple[str, str, bool]]) -> list[bytes]:
    """WebP files of drawings: of each its slug, what a style makes of it, and whether its colours are soft."""
    box = {"x": -_MARGIN, "y": -_MARGIN, "width": SIDE + 2 * _MARGIN, "height": SIDE + 2 * _MARGIN}
    asked = [{"slug": slug, "box": box, "body": body, "soft": soft} for slug, body, soft in drawings]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "drawings.json").write_text(json.dumps(asked), "utf-8")
        run_render("node", "drawings.js", str(folder))
        blob = (folder / "pictures.bin").read_bytes()
        ends = [0, *accumulate(json.loads((folder / "bytes.json").read_text("utf-8")))]
    return [blob[start:end] for start, end in pairwise(ends)]


def _listed(accessory: Accessory) -> dict[str, Any]:
    thing = {key: value for key, value in asdict(accessory.thing).items() if key != "display" or value}
    worn = {"worn": accessory.worn} if accessory.worn else {}
    return thing | worn | ({"names": accessory.names} if accessory.names else {})
