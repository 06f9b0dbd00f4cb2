"""Stage I: extracts every latent of many canvases beforehand (Kaleido, section 3), so that training reads them from disk."""

import json
import multiprocessing
from functools import cache
from pathlib import Path

import numpy as np
import torch

from kaleido.config import Config
from kaleido.data.artwork import Artwork, load_concepts
from kaleido.data.captions import caption
from kaleido.data.colour import srgb_to_oklab, hex_to_rgb
from kaleido.data.compose import compose
from kaleido.latents import blobs, boxes, description, palette
from kaleido.latents.text_tokenizer import TextTokenizer
from kaleido.models.fsq import VisualTokenizer
from kaleido.train.common import load


def prepare(config: Config, art: Artwork, run: Path) -> None:
    """Fits the colour codebook and the text tokenizer; writes `run/palette.json` and `run/tokenizer.json`."""
    rng = np.random.default_rng(config.seed)
    synonyms = load_concepts()
    colours, texts = [], []
    for _ in range(3000):
        canvas = compose(art, rng)
        colours.append(palette.opaque_oklab(canvas.pixels)[::11])
        named = boxes.extract(canvas.layers)
        shades = [description.main_colours(layer) for layer in canvas.layers]
        texts.append(description.extract(canvas.layers, named))
        texts.append(caption(rng, [layer.concept for layer in canvas.layers], shades, canvas.style, synonyms))
    texts += [word for words in synonyms.values() for word in words] * 3
    codebook = palette.fit_codebook(np.concatenate(colours), config.latents.colours, rng)
    (run / "palette.json").write_text(json.dumps(palette.to_hex(codebook)))
    TextTokenizer.train(texts, config.latents.text_pieces).save(run / "tokenizer.json")


def read_codebook(run: Path) -> np.ndarray:
    """The colour codebook in OKLab [n, 3]."""
    return srgb_to_oklab(np.stack([hex_to_rgb(c) for c in json.loads((run / "palette.json").read_text())]))


@cache
def _inputs(data: str, run: str) -> tuple[Artwork, np.ndarray]:
    return Artwork.load(data), read_codebook(Path(run))


def _shard(job: tuple[str, str, int, int]) -> tuple[np.ndarray, list[dict]]:
    data, run, seed, count = job
    art, codebook = _inputs(data, run)
    rng = np.random.default_rng(seed)
    pixels, records = np.empty((count, 64, 64, 4), np.uint8), []
    for i in range(count):
        canvas = compose(art, rng)
        found = boxes.extract(canvas.layers)
        pixels[i] = np.round(canvas.pixels * 255)
        records.append(
            {
                "concepts": [layer.concept for layer in canvas.layers],
                "colours": [description.main_colours(layer) for layer in canvas.layers],
                "style": canvas.style,
                "description": description.extract(canvas.layers, found),
                "boxes": found,
                "blobs": blobs.extract(canvas.layers),
                "palette": palette.extract(canvas.pixels, codebook),
            }
        )
    return pixels, records


def extract_canvases(config: Config, data: Path, run: Path, processes: int = 2) -> None:
    """Composes the canvases and extracts all kinds but the visual tokens; writes `run/canvases.npy` and `run/latents.jsonl`."""
    art = Artwork.load(data)
    prepare(config, art, run)
    shards = max(1, config.latents.canvases // 1000)
    count = config.latents.canvases // shards
    jobs = [(str(data), str(run), config.seed * 1000 + i, count) for i in range(shards)]
    store = np.lib.format.open_memmap(run / "canvases.npy", "w+", np.uint8, (shards * count, 64, 64, 4))
    with multiprocessing.Pool(processes) as pool, (run / "latents.jsonl").open("w") as lines:
        for i, (pixels, records) in enumerate(pool.imap(_shard, jobs)):
            store[i * count : (i + 1) * count] = pixels
            lines.writelines(json.dumps(r) + "\n" for r in records)
            print(f"extracted {(i + 1) * count} of {shards * count} canvases", flush=True)


@torch.no_grad()
def extract_tokens(config: Config, run: Path) -> None:
    """Encodes the canvases with the trained visual tokenizer; writes `run/codes.npy` [n, 64]."""
    state = load(run / "tokenizer.pt")
    if state is None:
        raise FileNotFoundError(f"{run}/tokenizer.pt is missing: train the visual tokenizer first")
    model = VisualTokenizer(config.tokenizer).eval()
    model.load_state_dict(state["average"])
    model = model.to(memory_format=torch.channels_last)
    canvases = np.load(run / "canvases.npy", mmap_mode="r")
    codes = np.empty((len(canvases), VisualTokenizer.GRID**2), np.int16)
    for i in range(0, len(canvases), 64):
        images = torch.from_numpy(canvases[i : i + 64].transpose(0, 3, 1, 2).copy()).float() / 127.5 - 1
        codes[i : i + 64] = model.encode(images.contiguous(memory_format=torch.channels_last)).numpy()
    np.save(run / "codes.npy", codes)
