"""Rebuilds the PyTorch model from an exported bundle alone: to train on from what was shipped, and to compare the
engine with.

The graphs keep the names of the weights (`write_graph` folds no constants), and what the manifest does not say of the
sizes is read off the weights' shapes.
"""

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from onnx import numpy_helper

from kaleido.bundle.files import FORMAT, GRAPHS, MANIFEST
from kaleido.bundle.int8 import restored
from kaleido.config import Config, JointConfig, LatentConfig, ModelConfig, TokenizerConfig
from kaleido.latents.text_tokenizer import TextTokenizer
from kaleido.latents.vocabulary import Vocabulary
from kaleido.models.kaleido import Kaleido, new_model
from kaleido.models.visual_tokenizer import VisualTokenizer
from kaleido.problem import Problem

Weights = dict[str, torch.Tensor]


@dataclass(frozen=True)
class Imported:
    """A bundle's model. `config` has the bundle's sizes and names, and the defaults where a bundle says nothing."""

    config: Config
    vocabulary: Vocabulary
    model: Kaleido
    tokenizer: VisualTokenizer
    manifest: dict[str, Any]


def import_bundle(bundle: Path) -> Imported:
    """Reads a bundle's folder; the networks come in eval mode, with gradients, weights as the bundle rounds them.

    Raises Problem where the folder is no bundle, or one whose graphs lack weights by name.
    """
    try:
        manifest = json.loads((bundle / MANIFEST).read_text())
        if manifest.get("format") != FORMAT:
            raise Problem(
                f"{bundle} is of format {manifest.get('format')}, and this version reads {FORMAT}: "
                "train it on with the version that wrote it"
            )
        weights = {name: value for graph in GRAPHS for name, value in read_weights(bundle / graph).items()}
        text = TextTokenizer.load(bundle / "tokenizer.json")
    except OSError as error:
        raise Problem(
            f"{bundle} is no whole bundle ({error.filename}: {error.strerror}): name a folder that holds {MANIFEST}"
        ) from error
    try:
        config = config_of(manifest, weights, len(text))
    except KeyError as error:
        raise Problem(_unnamed(bundle, [str(error.args[0])])) from error
    vocabulary = Vocabulary(
        text, len(manifest["palette"]["colours"]), config.tokenizer.codes, config.latents.description_limit
    )
    if vocabulary.size != manifest["vocabulary"]["size"]:
        raise Problem(
            f"{bundle} has a vocabulary of {manifest['vocabulary']['size']} ids, "
            f"and its files make {vocabulary.size}: export it again"
        )
    tokenizer = VisualTokenizer(config.tokenizer).eval()
    _load(tokenizer, "tokenizer.", weights, {"codebook.counts", "codebook.ready"}, bundle)
    tokenizer.codebook.ready.fill_(True)
    model = new_model(config, vocabulary, tokenizer).eval()
    # The export adds what these two project into the tables, and leaves zeros.
    for projection in (model.prior.code_embedding, model.prior.code_head):
        projection.data.zero_()
    _load(model, "", weights, {"prior.code_embedding", "prior.code_head"}, bundle)
    return Imported(config, vocabulary, model, tokenizer, manifest)


def read_weights(path: Path) -> Weights:
    """The float weights of a graph by the names of the module's parameters, as float32. Those stored as int8 rows stand
    behind a DequantizeLinear, and equal ones are stored once with an Identity for each other name."""
    graph = onnx.load(path).graph
    values = {weight.name: numpy_helper.to_array(weight) for weight in graph.initializer}
    for node in graph.node:
        if node.op_type == "DequantizeLinear":
            values[node.output[0]] = restored(values[node.input[0]], values[node.input[1]])
        elif node.op_type == "Identity" and node.input[0] in values:
            values[node.output[0]] = values[node.input[0]]
    return {name: torch.from_numpy(value.copy()) for name, value in values.items() if value.dtype == np.float32}


def config_of(manifest: dict[str, Any], weights: Weights, pieces: int) -> Config:
    """The settings that a bundle's sizes and manifest tell. Raises KeyError with the name of a weight that is
    missing."""
    sizes, limits = manifest["model"], manifest["limits"]
    codes, code_width = weights["tokenizer.codebook.vectors"].shape
    return Config(
        name=manifest["name"],
        version=manifest["version"],
        licence=manifest["licence"],
        description=manifest["description"],
        tokenizer=TokenizerConfig(
            codes=codes,
            code_width=code_width,
            encoder=(
                _outputs(weights, "tokenizer.encoder.1"),
                _outputs(weights, "tokenizer.encoder.4"),
                _outputs(weights, "tokenizer.encoder.7"),
            ),
            decoder=(
                _outputs(weights, "tokenizer.decoder.9") // 4,
                _outputs(weights, "tokenizer.decoder.4") // 4,
                _outputs(weights, "tokenizer.decoder.0"),
            ),
        ),
        latents=LatentConfig(
            text_pieces=pieces, prompt_limit=limits["prompt"], description_limit=limits["description"]
        ),
        model=ModelConfig(
            width=sizes["width"],
            heads=sizes["heads"],
            encoder_layers=sum(
                re.fullmatch(r"encoder\.attention\.\d+\.qkv\.weight", name) is not None for name in weights
            ),
            decoder_layers=sizes["layers"],
            feed_forward=_outputs(weights, "prior.feed_forward.0.1"),
            denoiser=(
                _outputs(weights, "denoiser.in128"),
                _outputs(weights, "denoiser.in32"),
                _outputs(weights, "denoiser.to16"),
                _outputs(weights, "denoiser.to8"),
            ),
            context_layers=sizes["context_layers"],
            context_heads=sizes["context_heads"],
        ),
        joint=JointConfig(snr_power=manifest["schedule"]["snr_power"]),
    )


def _outputs(weights: Weights, layer: str) -> int:
    return weights[f"{layer}.weight"].shape[0]


def _load(module: torch.nn.Module, prefix: str, weights: Weights, free: set[str], bundle: Path) -> None:
    named = {k: weights[prefix + k] for k in module.state_dict() if prefix + k in weights}
    missing = set(module.load_state_dict(named, strict=False).missing_keys) - free
    if missing:
        raise Problem(_unnamed(bundle, [prefix + k for k in sorted(missing)]))


def _unnamed(bundle: Path, names: list[str]) -> str:
    return (
        f"{bundle} names no weights {', '.join(names[:3])}: export it again with this version, which keeps their names"
    )
