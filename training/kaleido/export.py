"""Writes a bundle: six ONNX graphs with float16 weights, `tokenizer.json`, `kaleido.json` and `golden.json` (docs/bundle.md)."""

import hashlib
import json
import re
import shutil
import subprocess
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from onnx import TensorProto, helper, numpy_helper
from torch import nn

from kaleido.config import Config
from kaleido.data.folder import plain
from kaleido.data.words import Words
from kaleido.golden import golden
from kaleido.graphs import graphs
from kaleido.latents.boxes import OBJECTS
from kaleido.latents.grammar import COLOURS, LABEL
from kaleido.latents.vocabulary import BOS, END, KINDS, PAD, STARTS, UNK, Vocabulary
from kaleido.models.visual_tokenizer import VisualTokenizer
from kaleido.models.kaleido import Kaleido
from kaleido.models.schedule import MAX_BETA, RESOLUTIONS, TIMESTEPS, Schedule
from kaleido.simplify import simplify
from kaleido.train.common import load
from kaleido.train.dataset import Canvases
from kaleido.train.joint import averaged_model
from kaleido.train.tokenizer import read_tokenizer

# Whose artwork a style is (STYLES in render/render.js).
ATTRIBUTION = {
    "shaded": ("Noto Emoji", "Google", "Apache-2.0", "npm:@iconify-json/noto"),
    "vintage": ("Noto Emoji (v1)", "Google", "Apache-2.0", "npm:@iconify-json/noto-v1"),
    "bold": ("Firefox OS Emoji", "Mozilla", "Apache-2.0", "npm:@iconify-json/fxemoji"),
    "glossy": ("Fluent Emoji", "Microsoft", "MIT", "npm:@iconify-json/fluent-emoji"),
    "flat": ("Fluent Emoji Flat", "Microsoft", "MIT", "npm:@iconify-json/fluent-emoji-flat"),
    "simple": ("Twitter Emoji", "Twitter", "CC-BY-4.0", "npm:@iconify-json/twemoji"),
    "rounded": ("Emoji One (Colored)", "Emoji One", "CC-BY-4.0", "npm:@iconify-json/emojione"),
}
SMALLEST_HALF = 512
# Chosen by eye on sheets of the shipped bundle: words, boxes and colours bear a higher temperature than visual tokens do.
DEFAULTS = {
    "sampler": "ddim",
    "steps": 8,
    "guidance": 4,
    "guidance_rule": "apg",
    "guidance_interval": [0.5, 0.9],
    "temperature": 1.0,
    "top_p": 0.97,
    "tokens_temperature": 0.6,
    "tokens_top_p": 0.88,
}


def fold(model: Kaleido) -> None:
    """Adds the projected codebook vectors into the prior's tables once, so that the graph need not."""
    prior = model.prior
    for base, projection in ((prior.embedding.weight, prior.code_embedding), (prior.head, prior.code_head)):
        base.data[prior.code_first : prior.code_last] += prior.code_vectors @ projection.data
        projection.data.zero_()


def round_to_half(module: nn.Module) -> None:
    """Rounds weights and codebook as float16 stores them, so that PyTorch computes with the very numbers that are shipped."""
    for values in (*module.parameters(), *module.buffers()):
        if values.is_floating_point():
            values.data = values.data.half().float()


def store_half(path: Path) -> None:
    """Simplifies a graph and stores its large float32 weights as float16 with a cast behind each; ONNX Runtime folds the casts when it loads."""
    model = onnx.load(path)
    simplify(model)
    casts, kept = [], []
    for weight in model.graph.initializer:
        if weight.data_type != TensorProto.FLOAT or np.prod(weight.dims) < SMALLEST_HALF:
            kept.append(weight)
            continue
        half = numpy_helper.from_array(numpy_helper.to_array(weight).astype(np.float16), f"{weight.name}.half")
        kept.append(half)
        casts.append(helper.make_node("Cast", [half.name], [weight.name], to=TensorProto.FLOAT))
    del model.graph.initializer[:]
    model.graph.initializer.extend(kept)
    nodes = [*casts, *model.graph.node]
    del model.graph.node[:]
    model.graph.node.extend(nodes)
    onnx.checker.check_model(model)
    onnx.save(model, path)


def check(path: Path, module: nn.Module, inputs: dict[str, torch.Tensor]) -> float:
    """Largest difference between ONNX Runtime and PyTorch on random inputs of the example's shapes."""
    generator = torch.Generator().manual_seed(0)
    drawn = {k: torch.randn(v.shape, generator=generator) if v.is_floating_point() and v.dim() and "mask" not in k else v for k, v in inputs.items()}
    session = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])
    made = session.run(None, {k: v.numpy() for k, v in drawn.items()})
    with torch.no_grad():
        wanted = module(*drawn.values())
    wanted = wanted if isinstance(wanted, tuple) else (wanted,)
    return max(float(np.abs(a - b.numpy()).max(initial=0)) for a, b in zip(made, wanted, strict=True))


def export_bundle(config: Config, run: Path, out: Path, command: str) -> None:
    """Exports the best checkpoint of `run` into the folder `out`. Raises FileNotFoundError where the run has none."""
    canvases = Canvases(config, run)
    tokenizer, state = read_tokenizer(config, run), load(run / "joint.pt")
    if state is None:
        raise FileNotFoundError(f"{run}/joint.pt is missing: run the joint stage first")
    model = averaged_model(config, state, canvases.vocabulary, tokenizer)
    fold(model)
    for module in (model, tokenizer):
        round_to_half(module)
    out.mkdir(parents=True, exist_ok=True)
    for name, (module, inputs, outputs, axes) in graphs(model, tokenizer).items():
        path = out / name
        torch.onnx.export(
            module.eval(), tuple(inputs.values()), str(path), input_names=list(inputs), output_names=outputs, dynamic_axes=axes, opset_version=18, dynamo=False, do_constant_folding=False
        )
        store_half(path)
        print(f"{name}: {path.stat().st_size / 1e6:.1f} MB, differs from PyTorch by at most {check(path, module, inputs):.1e}", flush=True)
    shutil.copyfile(run / "tokenizer.json", out / "tokenizer.json")
    (out / "golden.json").write_text(json.dumps(golden(model, tokenizer, canvases, Schedule(config.joint.snr_power), json.loads((run / "palette.json").read_text()))))
    (out / "kaleido.json").write_text(json.dumps(manifest(config, canvases, run, out, command, state), indent=2) + "\n")


def manifest(config: Config, canvases: Canvases, run: Path, out: Path, command: str, state: dict) -> dict:
    """The content of `kaleido.json`."""
    vocabulary, model = canvases.vocabulary, config.model
    names = ["tokenizer.json", "text_encoder.onnx", "prior.onnx", "visual_decoder.onnx", "visual_encoder.onnx", "conditioner.onnx", "denoiser.onnx", "golden.json"]
    files = {n: {"sha256": hashlib.sha256((out / n).read_bytes()).hexdigest(), "bytes": (out / n).stat().st_size} for n in names}
    return {
        "format": 5,
        "name": config.name,
        "version": config.version,
        "licence": config.licence,
        "description": config.description,
        "kinds": list(KINDS),
        "model": {
            "width": model.width,
            "layers": model.decoder_layers,
            "heads": model.heads,
            "context_layers": model.context_layers,
            "context_heads": model.context_heads,
            "context_head_size": model.denoiser[2] // model.context_heads,
        },
        "vocabulary": {
            "size": vocabulary.size,
            "specials": {"pad": PAD, "unk": UNK, "bos": BOS, "end": END},
            "starts": STARTS,
            "ranges": {k: list(v) for k, v in vocabulary.ranges.items()},
        },
        "limits": {
            "prompt": config.latents.prompt_limit,
            "description": config.latents.description_limit,
            "objects": OBJECTS,
            "label": LABEL,
            "colours": COLOURS,
        },
        "palette": {"colours": json.loads((run / "palette.json").read_text())},
        "codebook": {"grid": VisualTokenizer.GRID, "colours": code_colours(canvases)},
        "image": {"size": 64, "channels": 4, "resolutions": list(RESOLUTIONS)},
        "schedule": {"type": "squaredcos_cap_v2", "timesteps": TIMESTEPS, "max_beta": MAX_BETA, "snr_power": config.joint.snr_power, "prediction": "sample"},
        "defaults": DEFAULTS,
        "concepts": sorted({c for r in canvases.records for c in r["concepts"]}),
        "styles": sorted({r["style"] for r in canvases.records}),
        "words": caption_words(canvases),
        "names": spoken_names(canvases.words, {c for r in canvases.records for c in r["concepts"]}),
        "files": files,
        "training": {"command": command, "steps": state["step"], "images": state["images"], "git": git_revision()},
        "attribution": attribution(canvases),
    }


def attribution(canvases: Canvases) -> list[dict[str, str]]:
    """Whose artwork the canvases show. A user's own pictures, which bring their captions, owe the artwork nothing."""
    if "captions" in canvases.records[0]:
        return []
    styles = {r["style"] for r in canvases.records}
    return [dict(zip(("name", "author", "licence", "source"), entry, strict=True)) for style, entry in ATTRIBUTION.items() if style in styles]


def code_colours(canvases: Canvases, sample: int = 4000) -> list[str]:
    """Mean colour (`#rrggbbaa`, straight) of the 8 × 8 pixels that each visual code stands for in the data."""
    grid, codes = VisualTokenizer.GRID, canvases.codes[:sample].reshape(-1).astype(np.int64)
    pixels = canvases.pixels[:sample].reshape(-1, grid, 8, grid, 8, 4).mean((2, 4)).reshape(-1, 4)
    size = canvases.vocabulary.ranges["code"][1] - canvases.vocabulary.ranges["code"][0]
    total = np.stack([np.bincount(codes, pixels[:, c], size) for c in range(4)], -1)
    mean = total / np.maximum(np.bincount(codes, minlength=size), 1)[:, None] / 255
    straight = np.concatenate([mean[:, :3] / np.maximum(mean[:, 3:], 1e-3), mean[:, 3:]], -1).clip(0, 1)
    return ["#" + "".join(f"{round(float(v) * 255):02x}" for v in row) for row in straight]


def caption_words(canvases: Canvases, rounds: int = 3) -> list[str]:
    """Every word that captions of the canvases use, found by drawing some for each."""
    rng = np.random.default_rng(0)
    texts = [canvases.caption(rng, row) for _ in range(rounds) for row in range(canvases.train_size)]
    words = {word for text in texts for word in re.findall(r"[\w'-]+", plain(text))}
    return sorted(words | {word for r in canvases.records for c in r["concepts"] for name in canvases.words.synonyms.get(c, [c]) for word in name.split()})


def spoken_names(words: Words, concepts: set[str]) -> dict[str, dict[str, dict[str, str]]]:
    """Language → the words that captions call the concepts and colours by → their English names. A word for two things stands for the first."""
    tongues = {language for nouns in words.nouns.values() for language in nouns}
    table = {"en": {"things": {}, "colours": {}}} | {language: {"things": {}, "colours": {}} for language in sorted(tongues)}
    for concept in sorted(concepts):
        for word in words.synonyms.get(concept, []):
            table["en"]["things"].setdefault(word, concept)
        for language, nouns in words.nouns.get(concept, {}).items():
            for noun in nouns:
                table[language]["things"].setdefault(noun, concept)
    for colour, translated in words.colours.items():
        for language, word in translated.items():
            table[language]["colours"].setdefault(word, colour)
    return table


def git_revision() -> str:
    """Commit of the training code, or `unknown` outside a checkout."""
    found = subprocess.run(["git", "-C", str(Path(__file__).parent), "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=False)
    return found.stdout.strip() or "unknown"
