"""Trains the evaluator on styles that the generator never sees, and writes it with the features of real canvases."""

import hashlib
import json
import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch

from kaleido.config import Config
from kaleido.data.artwork import Artwork
from kaleido.data.captions import caption
from kaleido.data.compose import Canvas, compose
from kaleido.data.words import load_words
from kaleido.latents.description import article, main_colours
from kaleido.latents.text_tokenizer import SPECIALS, TextTokenizer
from kaleido.latents.vocabulary import UNK, pad_rows
from kaleido.models.evaluator import MAX_PROMPT, Evaluator, contrastive_loss
from kaleido.train.common import Averaged, Clock, Log, learning_rate, load, reduced_precision, save, to_batch

# A recoloured canvas is mostly called by its colour, so this is how often one goes under a prompt that names none.
UNNAMED_RECOLOUR = 0.08


def train_evaluator(config: Config, data: Path, run: Path) -> None:
    """Trains for `config.evaluator.minutes`, resuming from `run/evaluator.pt`; prints how well the generator's styles are named."""
    settings, path = config.evaluator, run / "evaluator.pt"
    learnt = replace(config.canvas, styles=settings.styles, hold_out=0.0, flip=0.5)
    art, words, text = Artwork.load(data, learnt), load_words(), TextTokenizer.load(run / "tokenizer.json")
    torch.manual_seed(config.seed)
    model = Evaluator(len(text), settings.features, settings.embedding).to(memory_format=torch.channels_last)
    average = Averaged(model, 0.998)
    optimiser = torch.optim.AdamW(model.parameters(), lr=settings.learning_rate, weight_decay=0.05, fused=True)
    state, step = load(path), 0
    if state:
        model.load_state_dict(state["model"])
        average.module.load_state_dict(state["average"])
        optimiser.load_state_dict(state["optimiser"])
        average.updates = step = state["step"]
    clock = Clock(settings.minutes, state["minutes"] if state else 0.0)
    rng, log, saved = np.random.default_rng(config.seed + step), Log(run / "evaluator.csv"), clock.spent
    finished = clock.done >= 1
    while not finished:
        for group in optimiser.param_groups:
            group["lr"] = learning_rate(settings.learning_rate, clock.done, step)
        canvases = [compose(art, rng, learnt) for _ in range(settings.batch)]
        ids, mask = pad_rows([text.encode(_caption(rng, canvas, words))[:MAX_PROMPT] for canvas in canvases])
        named = [tuple(sorted(layer.concept for layer in canvas.layers)) for canvas in canvases]
        same = torch.tensor([[a == b for b in named] for a in named])
        images = _disturbed(to_batch([c.pixels for c in canvases]), rng).contiguous(memory_format=torch.channels_last)
        with reduced_precision():
            loss = contrastive_loss(model, images, ids, mask, same)
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimiser.step()
        average.update(model)
        step += 1
        if step % 50 == 0:
            log.write(clock, step, step * settings.batch, loss=loss.item())
        finished = clock.done >= 1
        if finished or clock.spent - saved >= 2:
            saved = clock.spent
            save(path, {"model": model.state_dict(), "average": average.module.state_dict(), "optimiser": optimiser.state_dict(), "step": step, "minutes": clock.spent})
            print(f"checkpoint at step {step}: names {accuracy(average.module, text, config, data):.1%} of real canvases in the generator's styles", flush=True)


def _caption(rng: np.random.Generator, canvas: Canvas, words: object) -> str:
    layers = canvas.layers
    return caption(rng, [x.concept for x in layers], [main_colours(x) for x in layers], [x.recoloured for x in layers], canvas.style, words)


def _disturbed(images: torch.Tensor, rng: np.random.Generator) -> torch.Tensor:
    """Shifted by up to four pixels, with noise of up to a tenth: what must not change a picture's name."""
    dx, dy = rng.integers(-4, 5, 2)
    shifted = torch.roll(images, (int(dy), int(dx)), (2, 3))
    return shifted + float(rng.random()) * 0.2 * torch.randn_like(shifted)


def real_canvases(config: Config, data: Path, count: int, seed: int) -> list[Canvas]:
    """Single objects in the generator's styles, coloured as those are that a prompt without colour stands for."""
    settings = replace(config.canvas, objects=(1.0, 0.0, 0.0), recolour=UNNAMED_RECOLOUR, repaint=0.0, hold_out=0.0)
    art, rng = Artwork.load(data, settings), np.random.default_rng(seed)
    return [compose(art, rng, settings) for _ in range(count)]


@torch.no_grad()
def accuracy(model: Evaluator, text: TextTokenizer, config: Config, data: Path, count: int = 600) -> float:
    """Share of real canvases whose image is nearest to its own concept's prompt."""
    canvases = real_canvases(config, data, count, seed=99)
    names = sorted({canvas.layers[0].concept for canvas in canvases})
    prompts = model.text(*pad_rows([text.encode(f"{article(n)} {n}") for n in names]))
    images = model.image(to_batch([c.pixels for c in canvases]))[0]
    found = (images @ prompts.T).argmax(1).tolist()
    return float(np.mean([names[k] == canvas.layers[0].concept for k, canvas in zip(found, canvases, strict=True)]))


def export_evaluator(config: Config, data: Path, run: Path, out: Path, command: str) -> None:
    """Writes the evaluator's folder (docs/evaluator.md). Raises FileNotFoundError where it was not trained."""
    state, text = load(run / "evaluator.pt"), TextTokenizer.load(run / "tokenizer.json")
    if state is None:
        raise FileNotFoundError(f"{run}/evaluator.pt is missing: train the evaluator first")
    model = Evaluator(len(text), config.evaluator.features, config.evaluator.embedding).eval()
    model.load_state_dict(state["average"])
    out.mkdir(parents=True, exist_ok=True)
    ids = torch.ones(2, 5, dtype=torch.long)
    inputs = {"image_encoder.onnx": (model.image, {"images": torch.zeros(2, 4, 64, 64)}, ["embedding", "features"], {}), "text_encoder.onnx": (model.text, {"input_ids": ids, "attention_mask": ids}, ["embedding"], {1: "T"})}
    for name, (module, example, outputs, axes) in inputs.items():
        free = {k: {0: "B"} for k in outputs} | {k: {0: "B"} | axes for k in example}
        torch.onnx.export(module, tuple(example.values()), str(out / name), input_names=list(example), output_names=outputs, dynamic_axes=free, opset_version=18, dynamo=False)
    shutil.copyfile(run / "tokenizer.json", out / "tokenizer.json")
    canvases = real_canvases(config, data, config.evaluator.reference, seed=1)
    with torch.no_grad():
        features = torch.cat([model.image(to_batch([c.pixels for c in canvases[i : i + 100]]))[1] for i in range(0, len(canvases), 100)])
    (out / "reference.f16").write_bytes(features.numpy().astype("<f2").tobytes())
    names = [*inputs, "tokenizer.json", "reference.f16"]
    (out / "evaluator.json").write_text(
        json.dumps(
            {
                "format": 1,
                "name": "sticker-evaluator",
                "version": config.version,
                "licence": config.licence,
                "description": f"Contrastive image–text network trained on the styles {', '.join(config.evaluator.styles)}, none of which {config.name} was trained on.",
                "image": {"size": 64, "channels": 4},
                "limits": {"prompt": MAX_PROMPT},
                "vocabulary": {"specials": {"unk": UNK}, "ranges": {"text": [len(SPECIALS), len(text)]}},
                "embedding": config.evaluator.embedding,
                "features": config.evaluator.features,
                "reference": {
                    "file": "reference.f16",
                    "count": len(canvases),
                    "concepts": [c.layers[0].concept for c in canvases],
                    "styles": [c.style for c in canvases],
                },
                "files": {n: {"sha256": hashlib.sha256((out / n).read_bytes()).hexdigest(), "bytes": (out / n).stat().st_size} for n in names},
                "training": {"command": command, "steps": state["step"], "accuracy": round(accuracy(model, text, config, data), 4)},
            },
            indent=1,
        )
        + "\n"
    )
