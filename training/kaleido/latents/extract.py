"""Stage I: extracts every latent of many canvases beforehand (Kaleido, section 3), so that training reads them from disk."""

import itertools
import json
import multiprocessing
import os
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import numpy as np
import torch

from kaleido.config import CanvasConfig, Config
from kaleido.data.artwork import Artwork
from kaleido.data.captions import caption
from kaleido.data.colour import hex_to_rgb, srgb_to_oklab
from kaleido.data.compose import CANVAS, Canvas, compose
from kaleido.data.folder import list_pictures, plain, read_folder
from kaleido.data.words import Words, load_words
from kaleido.latents import blobs, boxes, description, palette
from kaleido.latents.text_tokenizer import TextTokenizer
from kaleido.models.visual_tokenizer import VisualTokenizer
from kaleido.train.tokenizer import read_tokenizer


SHARD = 1000
MAX_COLOUR_SAMPLES = 1_000_000

# A canvas and the captions people gave it; where there are none, captions are drawn from its layers.
Captioned = tuple[Canvas, list[str]]


def compose_many(art: Artwork, rng: np.random.Generator, canvas: CanvasConfig, count: int) -> Iterator[Captioned]:
    """`count` canvases, whose captions are drawn from their layers."""
    return ((compose(art, rng, canvas), []) for _ in range(count))


def prepare(config: Config, source: Iterable[Captioned], words: Words, rng: np.random.Generator, run: Path) -> None:
    """Fits the colour codebook and the text tokenizer to canvases and to `words` (what people type for each concept); writes
    `run/palette.json` and `run/tokenizer.json`."""
    colours, texts = [], []
    for canvas, captions in source:
        colours.append(palette.opaque_oklab(canvas.pixels)[::11])
        if captions:
            texts += [*captions, *(layer.concept for layer in canvas.layers)]
            continue
        shades = [description.main_colours(layer) for layer in canvas.layers]
        texts.append(description.extract(canvas.layers, boxes.extract(canvas.layers)))
        recoloured = [layer.recoloured for layer in canvas.layers]
        texts.append(caption(rng, [layer.concept for layer in canvas.layers], shades, recoloured, canvas.style, words))
    texts += words.all() * 3
    samples = np.concatenate(colours)
    codebook = palette.fit_codebook(samples[:: -(-len(samples) // MAX_COLOUR_SAMPLES)], config.latents.colours, rng)
    (run / "palette.json").write_text(json.dumps(palette.to_hex(codebook)))
    TextTokenizer.train(texts, config.latents.text_pieces).save(run / "tokenizer.json")


def read_codebook(run: Path) -> np.ndarray:
    """The colour codebook in OKLab [n, 3]."""
    return srgb_to_oklab(np.stack([hex_to_rgb(c) for c in json.loads((run / "palette.json").read_text())]))


@cache
def _inputs(data: str, run: str, canvas: CanvasConfig) -> tuple[Artwork, np.ndarray]:
    return Artwork.load(data, canvas), read_codebook(Path(run))


def record(canvas: Canvas, captions: list[str], codebook: np.ndarray) -> dict:
    """One line of `latents.jsonl`: all kinds but the visual tokens, and what captions are drawn from."""
    found = boxes.extract(canvas.layers)
    return {
        "concepts": [layer.concept for layer in canvas.layers],
        "colours": [description.main_colours(layer) for layer in canvas.layers],
        "recoloured": [layer.recoloured for layer in canvas.layers],
        "style": canvas.style,
        "description": plain(captions[0]) if captions else description.extract(canvas.layers, found),
        "boxes": found,
        "blobs": blobs.extract(canvas.layers),
        "palette": palette.extract(canvas.pixels, codebook),
    } | ({"captions": captions} if captions else {})


Shard = tuple[np.ndarray, list[dict]]


def _shard(source: Iterable[Captioned], codebook: np.ndarray) -> Shard:
    pixels, records = [], []
    for canvas, captions in source:
        pixels.append(np.round(canvas.pixels * 255).astype(np.uint8))
        records.append(record(canvas, captions, codebook))
    return np.stack(pixels), records


def _composed_shard(job: tuple[str, str, CanvasConfig, int, int]) -> Shard:
    data, run, canvas, seed, count = job
    art, codebook = _inputs(data, run, canvas)
    return _shard(compose_many(art, np.random.default_rng(seed), canvas, count), codebook)


def _write(run: Path, total: int, shards: Iterable[Shard]) -> None:
    """Writes `run/canvases.npy`, then `run/latents.jsonl`, which is there only when both are whole."""
    part, done = run / "latents.part", 0
    (run / "latents.jsonl").unlink(missing_ok=True)
    store = np.lib.format.open_memmap(run / "canvases.npy", "w+", np.uint8, (total, CANVAS, CANVAS, 4))
    with part.open("w") as lines:
        for pixels, records in shards:
            store[done : done + len(pixels)] = pixels
            lines.writelines(json.dumps(r) + "\n" for r in records)
            done += len(pixels)
            print(f"extracted {done} of {total} canvases", flush=True)
    store.flush()
    os.replace(part, run / "latents.jsonl")


def extract_canvases(config: Config, data: Path, run: Path, processes: int = 2) -> None:
    """Composes canvases of the artwork in `data` and extracts all kinds but the visual tokens; writes `run/canvases.npy` and
    `run/latents.jsonl`."""
    art, rng = Artwork.load(data, config.canvas), np.random.default_rng(config.seed)
    prepare(config, compose_many(art, rng, config.canvas, config.latents.fitted), load_words(), rng, run)
    shards = max(1, config.latents.canvases // SHARD)
    count = config.latents.canvases // shards
    jobs = [(str(data), str(run), config.canvas, config.seed * 1000 + i, count) for i in range(shards)]
    with multiprocessing.Pool(processes) as pool:
        _write(run, shards * count, pool.imap(_composed_shard, jobs))


def extract_folder(config: Config, folder: Path, run: Path) -> None:
    """Does what `extract_canvases` does with a user's own pictures and captions, one canvas a picture. Raises Problem naming the
    file at fault; every file is read once before anything is written."""
    prepare(config, read_folder(folder), Words({}, {}, {}), np.random.default_rng(config.seed), run)
    codebook, pictures = read_codebook(run), read_folder(folder)
    shards = iter(lambda: list(itertools.islice(pictures, SHARD)), [])
    _write(run, len(list_pictures(folder)), (_shard(shard, codebook) for shard in shards))


@torch.no_grad()
def extract_tokens(config: Config, run: Path) -> None:
    """Encodes the canvases with the trained visual tokenizer; writes `run/codes.npy` [n, 64]."""
    model = read_tokenizer(config, run).to(memory_format=torch.channels_last)
    canvases = np.load(run / "canvases.npy", mmap_mode="r")
    codes = np.empty((len(canvases), VisualTokenizer.GRID**2), np.int16)
    for i in range(0, len(canvases), 64):
        images = torch.from_numpy(canvases[i : i + 64].transpose(0, 3, 1, 2).copy()).float() / 127.5 - 1
        codes[i : i + 64] = model.encode(images.contiguous(memory_format=torch.channels_last)).numpy()
    np.save(run / "codes.npy", codes)
