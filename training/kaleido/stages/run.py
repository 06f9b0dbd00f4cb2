"""A run's folder: what its stages leave there for each other.

`tokenizer.json` and `palette.json` fix the vocabulary, `tokenizer.pt` and `model.pt` are checkpoints of the visual
tokenizer and of encoder, prior and denoiser, `bank` is the artwork unless the command line names another.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kaleido.config import Config
from kaleido.data.bank import Bank
from kaleido.latents.text_tokenizer import TextTokenizer
from kaleido.latents.vocabulary import Vocabulary
from kaleido.models.kaleido import Kaleido, new_model
from kaleido.models.visual_tokenizer import VisualTokenizer
from kaleido.problem import Problem
from kaleido.stages.checkpoints import load

PRIOR, JOINT = "prior", "joint"
# Settings that weights fix, by section.
SIZES = {
    "model": (
        "width",
        "heads",
        "encoder_layers",
        "decoder_layers",
        "feed_forward",
        "denoiser",
        "context_layers",
        "context_heads",
    ),
    "tokenizer": ("codes", "code_width", "encoder", "decoder"),
    "latents": ("prompt_limit", "description_limit"),
}


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


@dataclass(frozen=True)
class Trained:
    """What a run has learned so far: the averaged networks, frozen, and what their checkpoint says besides."""

    vocabulary: Vocabulary
    tokenizer: VisualTokenizer
    model: Kaleido
    state: dict[str, Any]


def need_model(run: Path) -> None:
    """Raises Problem where the networks have no checkpoint yet."""
    if not (run / "model.pt").exists():
        raise Problem(f"{run}/model.pt is missing: run `kaleido-train prior` with the same options first")


def read_run(config: Config, run: Path) -> Trained:
    """Reads a run's last checkpoints. Raises Problem where its networks have none."""
    need_model(run)
    vocabulary, tokenizer, state = read_vocabulary(config, run), read_tokenizer(config, run), load(run / "model.pt")
    assert state is not None
    return Trained(vocabulary, tokenizer, averaged_model(config, state, vocabulary, tokenizer), state)


def averaged_model(
    config: Config, state: dict[str, Any], vocabulary: Vocabulary, tokenizer: VisualTokenizer
) -> Kaleido:
    """The averaged model of a checkpoint (`model.pt`), frozen."""
    model = new_model(config, vocabulary, tokenizer).eval().requires_grad_(False)
    model.load_state_dict(state["average"])
    return model
