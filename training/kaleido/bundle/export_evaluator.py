"""Writes the evaluator's folder (docs/evaluator.md): two ONNX graphs with int8 rows, the text tokenizer, and features
of real canvases."""

import json
import shutil
from pathlib import Path
from typing import Any

import torch
from torch import nn
from torch.nn.utils.fusion import fuse_conv_bn_eval

from kaleido.bundle.files import record
from kaleido.bundle.int8 import round_to_rows
from kaleido.bundle.write_graph import Graph, check, write_graph
from kaleido.config import Config
from kaleido.data.bank import Bank
from kaleido.data.canvases import Canvases
from kaleido.data.real_canvases import Real, judged_things, real_canvases
from kaleido.data.units import SIZE
from kaleido.latents.ids import UNK
from kaleido.latents.text_tokenizer import SPECIALS, TextTokenizer
from kaleido.models.evaluator import MAX_PROMPT, Evaluator, Residual
from kaleido.problem import Problem
from kaleido.stages.checkpoints import load
from kaleido.stages.evaluator import accuracy, read_evaluator

FORMAT = 2
REFERENCE = "reference.f16"
REFERENCE_SEED, ACCURACY_SEED, ACCURACY_CANVASES = 1, 99, 1600


def fold(model: Evaluator) -> None:
    """Normalisation into the convolutions before it, in place: what is then rounded is what is computed with."""
    for block in model.image.blocks:
        assert isinstance(block, Residual) and isinstance(block.norm1, nn.BatchNorm2d)
        assert isinstance(block.norm2, nn.BatchNorm2d)
        block.conv1, block.norm1 = fuse_conv_bn_eval(block.conv1, block.norm1), nn.Identity()
        block.conv2, block.norm2 = fuse_conv_bn_eval(block.conv2, block.norm2), nn.Identity()


@torch.no_grad()
def export_evaluator(
    config: Config, learnt: Bank, real: Canvases, tokenizer: Path, run: Path, out: Path, command: str
) -> None:
    """Writes the evaluator's folder from `run/evaluator.pt`. Raises Problem where it was not trained."""
    # The averaged network, folded and rounded to what is stored of it.
    state = load(run / "evaluator.pt")
    if state is None:
        raise Problem(f"{run}/evaluator.pt is missing: train the evaluator first")
    text = TextTokenizer.load(tokenizer)
    model = read_evaluator(config, text, state["average"])
    fold(model)
    round_to_rows(model)

    # Graphs and text tokenizer.
    out.mkdir(parents=True, exist_ok=True)
    for name, graph in evaluator_graphs(model).items():
        write_graph(out / name, graph)
        off, size = check(out / name, graph.module, graph.inputs), (out / name).stat().st_size
        print(f"{name}: {size / 1e6:.2f} MB, differs from PyTorch by at most {off:.1e}", flush=True)
    shutil.copyfile(tokenizer, out / "tokenizer.json")

    # Features of real canvases, and how well others are named.
    things = judged_things(real.bank, learnt)
    parts = list(real_canvases(real, config.scenes, things, config.evaluator.reference, REFERENCE_SEED))
    features = torch.cat([model.image(part.images)[1] for part in parts])
    (out / REFERENCE).write_bytes(features.numpy().astype("<f2").tobytes())
    tried = list(real_canvases(real, config.scenes, things, ACCURACY_CANVASES, ACCURACY_SEED))
    found = accuracy(model, text, things, tried)

    # The manifest, which records all other files.
    content = evaluator_manifest(config, learnt, text, parts) | {
        "training": {
            "command": command,
            "steps": state["step"],
            "images": state["images"],
            "pictures": len(learnt),
            "accuracy": round(found.all_things, 4),
            "things": len(things),
            "accuracy_among_16": round(found.among_16, 4),
        },
        "attribution": learnt.attribution,
    }
    files = [*evaluator_graphs(model), "tokenizer.json", REFERENCE]
    content["files"] = {name: record((out / name).read_bytes()) for name in files}
    (out / "evaluator.json").write_text(json.dumps(content, ensure_ascii=False) + "\n")
    size = sum(path.stat().st_size for path in out.iterdir())
    print(
        f"{out}: {size / 1e6:.2f} MB; names {found.all_things:.1%} of real canvases among {len(things)} things, "
        f"{found.among_16:.1%} among 16"
    )


def evaluator_manifest(config: Config, learnt: Bank, text: TextTokenizer, reference: list[Real]) -> dict[str, Any]:
    """What `evaluator.json` says of the network and of the canvases whose features go with it."""
    settings = config.evaluator
    return {
        "format": FORMAT,
        "name": "sticker-evaluator",
        "version": config.version,
        "licence": config.licence,
        "description": f"Contrastive image–text network that learned from the styles {' and '.join(learnt.styles)}, "
        f"none of which {config.name} was trained on.",
        "image": {"size": SIZE, "channels": 4},
        "limits": {"prompt": MAX_PROMPT},
        "vocabulary": {"specials": {"unk": UNK}, "ranges": {"text": [len(SPECIALS), len(text)]}},
        "embedding": settings.embedding,
        "features": settings.features,
        "reference": {
            "file": REFERENCE,
            "count": sum(len(part.things) for part in reference),
            "concepts": [name for part in reference for name in part.things],
            "styles": [style for part in reference for style in part.styles],
        },
    }


def evaluator_graphs(model: Evaluator) -> dict[str, Graph]:
    """The graphs by the names of their files."""
    ids, rows, both = torch.ones(2, 5, dtype=torch.long), {0: "B"}, {0: "B", 1: "T"}
    return {
        "image_encoder.onnx": Graph(
            model.image,
            {"images": torch.zeros(2, 4, SIZE, SIZE)},
            ["embedding", "features"],
            dict.fromkeys(("images", "embedding", "features"), rows),
        ),
        "text_encoder.onnx": Graph(
            model.text,
            {"input_ids": ids, "attention_mask": ids},
            ["embedding"],
            {"input_ids": both, "attention_mask": both, "embedding": rows},
        ),
    }
