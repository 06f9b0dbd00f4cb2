"""A user's own pictures: a folder of images with captions and, where there are any, masks of the objects in them.

`fox.png`, `.webp` or `.jpg`: the picture, fitted into 64 × 64 and padded with transparency.
`fox.txt`, or a line `{"file_name": "fox.png", "text": "a red fox"}` of `captions.jsonl` or `metadata.jsonl`: its captions,
one a line (`text` may be a list). The first is the description latent; all of them serve as prompts.
`fox.mask.png`, or one `fox.mask-LABEL.png` an object (at most three; `_` reads as a space, and a second one of a kind is
`fox.mask-LABEL.2.png`): bright where the object is. Without a mask the object is whatever is opaque.
"""

import glob
import json
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from PIL import Image, ImageOps

from kaleido.data.artwork import Artwork, Sticker
from kaleido.data.compose import CANVAS, Canvas, Layer
from kaleido.latents.grammar import OBJECTS
from kaleido.latents.text_tokenizer import ALPHABET
from kaleido.problem import Problem

SUFFIXES = (".png", ".webp", ".jpg", ".jpeg")
CAPTION_FILES = ("captions.jsonl", "metadata.jsonl")
LABEL_WORDS = 3
SMALLEST_MASK = 4.0
ARTWORK_SIZE = 128
_MASK = re.compile(r"\.mask(-(?P<label>.+?))?(\.\d+)?\.png$", re.IGNORECASE)


def plain(text: str) -> str:
    """Text reduced to what the text tokenizer can spell: lower case without accents, commas apart, other characters dropped."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(c))
    spelt = "".join(c if c in ALPHABET and c != "▁" else " " for c in bare)
    return " ".join(spelt.replace(",", " , ").split())


def list_pictures(folder: Path) -> list[Path]:
    """The folder's pictures by name, masks left out. Raises Problem where there is none."""
    if not folder.is_dir():
        raise Problem(f"{folder} is no folder")
    files = sorted(p for p in folder.iterdir() if p.suffix.lower() in SUFFIXES)
    found = {p.stem: p for p in files if not _MASK.search(p.name)}
    if not found:
        raise Problem(f"{folder} holds no pictures ({', '.join(SUFFIXES)})")
    for path in files:
        mask = _MASK.search(path.name)
        if mask and path.name[: mask.start()] not in found:
            raise Problem(f"{path} is a mask without a picture: name it after its picture")
        if not mask and found[path.stem] != path:
            raise Problem(f"{path} and {found[path.stem].name} would share captions and masks: rename one")
    return list(found.values())


def read_folder(folder: Path) -> Iterator[tuple[Canvas, list[str]]]:
    """Each picture's canvas with its captions, in the order of the file names. Raises Problem naming the file at fault."""
    pictures = list_pictures(folder)
    listed = _listed_captions(folder, {p.name for p in pictures})
    for path in pictures:
        captions = _captions(path, listed)
        image = _open(path)
        pixels = _fit(image.convert("RGBa"), CANVAS)
        if not (pixels[..., 3] > 0.5).any():
            raise Problem(f"{path}: no pixel is opaque, so there is nothing to learn from it")
        layers = [Layer(label, folder.name, m * pixels[..., 3], pixels * m[..., None]) for label, m in _masks(path, image, captions[0])]
        for layer in layers:
            if layer.mask.sum() < SMALLEST_MASK:
                raise Problem(f"{path}: the mask of “{layer.concept}” covers next to nothing that can be seen")
        yield Canvas(pixels, layers, folder.name), captions


def folder_artwork(folder: Path) -> Artwork:
    """The pictures as artwork of one style, for training the visual tokenizer on compositions of them. Raises Problem."""
    pictures = list_pictures(folder)
    if len(pictures) < OBJECTS:
        raise Problem(f"{folder} holds {len(pictures)} pictures; training needs at least {OBJECTS}, and hundreds to be any good")
    stickers = []
    for path in pictures:
        fitted = _fit(_open(path).convert("RGBa"), ARTWORK_SIZE)
        straight = np.concatenate([fitted[..., :3] / np.maximum(fitted[..., 3:], 1e-3), fitted[..., 3:]], -1).clip(0, 1)
        stickers.append(Sticker(path.stem, folder.name, path.name, np.round(straight * 255).astype(np.uint8)))
    return Artwork(stickers)


def _open(path: Path) -> Image.Image:
    try:
        with Image.open(path) as image:
            return ImageOps.exif_transpose(image).convert("RGBA")
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise Problem(f"{path} cannot be read as a picture ({error}): mend or remove it") from error


def _fit(image: Image.Image, side: int) -> np.ndarray:
    """Fits into a square of `side`, centred; float32 [side, side, bands] in [0, 1]."""
    scale = side / max(image.size)
    width, height = (max(1, round(n * scale)) for n in image.size)
    small = np.asarray(image.resize((width, height), Image.Resampling.BOX), np.float32).reshape(height, width, -1) / 255
    x, y = (side - width) // 2, (side - height) // 2
    return np.pad(small, ((y, side - height - y), (x, side - width - x), (0, 0)))


def _masks(path: Path, image: Image.Image, caption: str) -> list[tuple[str, np.ndarray]]:
    """(label, mask [64, 64]) per object, in the order in which the caption names them."""
    objects = []
    for file in sorted(path.parent.glob(f"{glob.escape(path.stem)}.mask*")):
        match = _MASK.fullmatch(file.name, len(path.stem))
        if not match:
            continue
        mask = _open(file)
        if mask.size != image.size:
            sizes = f"{mask.width} × {mask.height} pixels, its picture {image.width} × {image.height}"
            raise Problem(f"{file} is {sizes}: make them the same size")
        label = _label(match["label"].replace("_", " ")) if match["label"] else _label(caption)
        if not label:
            raise Problem(f"{file}: its label has no letter or digit that the text tokenizer knows: use a to z and 0 to 9")
        bright = Image.alpha_composite(Image.new("RGBA", mask.size, "black"), mask).convert("L")
        objects.append((label, _fit(bright, CANVAS)[..., 0], match["label"]))
    if len(objects) > OBJECTS:
        raise Problem(f"{path} has {len(objects)} masks; a canvas holds at most {OBJECTS} objects: join or remove some")
    if len(objects) > 1 and not all(named for *_, named in objects):
        raise Problem(f"{path} has a mask without a label beside labelled ones: name it {path.stem}.mask-LABEL.png")
    if not objects:
        return [(_label(caption), np.ones((CANVAS, CANVAS), np.float32))]
    said = plain(caption)
    objects.sort(key=lambda o: (said.find(o[0]) if o[0] in said else len(said), o[0]))
    return [(label, mask) for label, mask, _ in objects]


def _label(text: str) -> str:
    """The first words up to a comma, without a leading article; the box label of a picture that has no labelled mask."""
    words = plain(text).strip(" ,").split(" , ")[0].split()
    return " ".join((words[1:] if len(words) > 1 and words[0] in ("a", "an", "the") else words)[:LABEL_WORDS])


def _captions(path: Path, listed: dict[str, list[str]]) -> list[str]:
    beside = path.with_suffix(".txt")
    if beside.exists():
        source, captions = beside, _read(beside).splitlines()
    else:
        source, captions = path, listed.get(path.name, [])
    captions = [" ".join(c.split()) for c in captions if c.strip()]
    if not captions:
        raise Problem(f"{path} has no caption: write {beside.name} beside it, or a line of {CAPTION_FILES[0]} for it")
    for caption in captions:
        if not re.search(r"[a-z0-9]", plain(caption)):
            raise Problem(f"{source}: “{caption}” has no letter or digit that the text tokenizer knows: use a to z and 0 to 9")
    return captions


def _listed_captions(folder: Path, names: set[str]) -> dict[str, list[str]]:
    """File name → captions of `captions.jsonl` or `metadata.jsonl`."""
    listed: dict[str, list[str]] = {}
    for file in (folder / name for name in CAPTION_FILES if (folder / name).exists()):
        for number, line in enumerate(_read(file).splitlines(), 1):
            if not line.strip():
                continue
            try:
                entry = json.loads(line)
                name, text = entry["file_name"], entry["text"]
                texts = [text] if isinstance(text, str) else list(text)
            except (ValueError, KeyError, TypeError) as error:
                raise Problem(f'{file}, line {number}: must read {{"file_name": "fox.png", "text": "a red fox"}}') from error
            if not all(isinstance(t, str) for t in texts):
                raise Problem(f"{file}, line {number}: text must be a string or a list of strings")
            if name not in names:
                raise Problem(f"{file}, line {number}: there is no picture {name} in the folder")
            listed.setdefault(name, []).extend(texts)
    return listed


def _read(path: Path) -> str:
    try:
        return path.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Problem(f"{path} is not UTF-8 text: save it as UTF-8") from error
