"""A run's folder: what its stages leave there for each other.

`tokenizer.json` and `palette.json` fix the vocabulary, `tokenizer.pt` and `model.pt` are checkpoints of the visual
tokenizer and of encoder, prior and denoiser, `bank` is the artwork unless the command line names another.
"""

import json
from pathlib import Path
from typing import Any

import torch

from kaleido.config import Config
from kaleido.data.bank import Bank
from kaleido.latents.text_tokenizer import TextTokenizer
from kaleido.latents.vocabulary import Vocabulary
from kaleido.models.kaleido import Kaleido
from kaleido.models.visual_tokenizer import VisualTokenizer
from kaleido.problem import Problem
from kaleido.train.common import load


def read_palette(run: Path) -> list[str]:
    """The colours (`#rrggbb`) that the run's palettes are made of."""
    colours: list[str] = json.loads((run / "palette.json").read_text())
    return colours


def read_vocabulary(config: Config, run: Path) -> Vocabulary:
    """The vocabulary that a run was begun with. Raises FileNotFoundError where it has none yet."""
    text = TextTokenizer.load(run / "tokenizer.json")
    return Vocabulary(text, len(read_palette(run)), config.tokenizer.codes, config.latents.description_limit)


def open_bank(run: Path, folder: Path) -> Bank:
    """The bank in `folder`. Raises Problem where its colours are others than those that the run has learned."""
    bank = Bank.open(folder)
    if (run / "palette.json").exists() and read_palette(run) != list(bank.palette):
        raise Problem(
            f"{folder} has another palette than {run}, whose weights know only their own: "
            "build it with that palette, or name another --run"
        )
    return bank


def read_tokenizer(config: Config, run: Path) -> VisualTokenizer:
    """The trained, averaged, frozen visual tokenizer. Raises FileNotFoundError where it was not trained."""
    state = load(run / "tokenizer.pt")
    if state is None:
        raise FileNotFoundError(f"{run}/tokenizer.pt is missing: train the visual tokenizer first")
    model = VisualTokenizer(config.tokenizer).eval().requires_grad_(False)
    model.load_state_dict(state["average"])
    return model


def new_model(config: Config, vocabulary: Vocabulary, tokenizer: VisualTokenizer) -> Kaleido:
    """An untrained model over the tokenizer's codebook."""
    vectors = tokenizer.codebook.vectors.detach().cpu()
    return Kaleido(config.model, vocabulary, (vectors - vectors.mean(0)) / vectors.std(0).clamp(min=1e-3))


def averaged_model(
    config: Config, state: dict[str, Any], vocabulary: Vocabulary, tokenizer: VisualTokenizer
) -> Kaleido:
    """The averaged model of a checkpoint (`model.pt`), frozen."""
    model = new_model(config, vocabulary, tokenizer).eval().requires_grad_(False)
    model.load_state_dict(state["average"])
    return model


@torch.no_grad()
def encode(tokenizer: VisualTokenizer, canvases: torch.Tensor, chunk: int = 64) -> torch.Tensor:
    """Codes int64 [B, 64] of canvases [B, 4, 128, 128], premultiplied in 0 … 1."""
    return torch.cat([tokenizer.encode(part * 2 - 1) for part in canvases.split(chunk)])
