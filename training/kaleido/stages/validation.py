"""How well the prior foretells fixed scenes, by kind of scene: nats a word and nats a visual code."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch

from kaleido.data.bank import Bank
from kaleido.data.bank_file import MOOD
from kaleido.data.canvases import Canvases
from kaleido.data.scene import COUNT, LIST, SINGLE, Scene
from kaleido.data.tables import WEARING
from kaleido.latents.kinds import KINDS
from kaleido.models.kaleido import Kaleido
from kaleido.models.visual_tokenizer import VisualTokenizer, encode
from kaleido.stages.batches import Batch, Draw, Rows, targets, with_codes
from kaleido.stages.device import reduced_precision
from kaleido.stages.log import append_row

# Scenes of each kind, and how many are drawn at most to find them: rare kinds may have fewer.
HELD, DRAWN = 32, 4000
PLAIN, PAINTED, IN_A_MOOD, MARKED, PAIR = "plain", "painted", "mood", "mark", "pair"
ALL_KINDS = (PLAIN, PAINTED, IN_A_MOOD, MARKED, PAIR, WEARING, COUNT, LIST)
SEED = 123


def kind_of(scene: Scene, bank: Bank) -> str:
    """`plain`, `painted`, `mood` or `mark` for a single thing, `pair` for two that are related, else the scene's own
    kind."""
    if scene.kind in bank.tables.layouts.pairs:
        return PAIR
    if scene.kind != SINGLE:
        return scene.kind
    if any(bank.kind[layer.picture] == MOOD for layer in scene.layers):
        return IN_A_MOOD
    if len(scene.layers) > 1:
        return MARKED
    return PAINTED if scene.layers[0].paint else PLAIN


@dataclass(frozen=True)
class Held:
    """The fixed scenes of one kind, with the codes of their canvases filled in."""

    kind: str
    batch: Batch
    tokens: torch.Tensor


class Validation:
    """Fixed scenes of every kind, all latents in canonical order, with their prompts."""

    def __init__(self, draw: Draw, bank: Bank, rows: Rows, canvases: Canvases, tokenizer: VisualTokenizer):
        self.device = canvases.device
        found: dict[str, list[Scene]] = {}
        rng = np.random.default_rng(SEED)
        for _ in range(DRAWN):
            scene = draw(rng)
            same = found.setdefault(kind_of(scene, bank), [])
            if len(same) < HELD:
                same.append(scene)
            if all(len(found.get(kind, ())) == HELD for kind in ALL_KINDS):
                break
        first = rows.vocabulary.ranges["code"][0]
        self.held = []
        for kind, scenes in sorted(found.items()):
            batch = rows.batch([rows.row(scene, list(KINDS)) for scene in scenes]).to(self.device)
            with torch.no_grad(), reduced_precision(self.device):
                codes = encode(tokenizer, canvases.compose(batch.ids, batch.geometry))
            self.held.append(Held(kind, batch, with_codes(batch, codes, first)))

    @torch.no_grad()
    def measure(self, model: Kaleido) -> dict[str, tuple[float, float]]:
        """By kind of scene: nats a code and nats a word of an averaged model."""
        measured = {}
        for held in self.held:
            batch, wanted = held.batch, targets(held.tokens, held.batch.kinds)
            with reduced_precision(self.device):
                states = model.encoder(batch.prompt, batch.prompt_mask)
                hidden = model.prior.hidden(
                    held.tokens, batch.kinds, batch.positions, batch.places, states, batch.prompt_mask
                )
            chosen = wanted != -100
            codes, words = model.prior.losses(hidden[chosen].float(), wanted[chosen])
            count = int((wanted >= model.prior.code_first).sum())
            measured[held.kind] = codes.item() / max(count, 1), words.item() / max(int(chosen.sum()) - count, 1)
        return measured

    def write(self, path: Path, model: Kaleido, stage: str, step: int, images: int, minutes: float) -> None:
        """Measures, appends a row for each kind to a CSV file and prints them."""
        said = []
        for kind, (code, word) in self.measure(model).items():
            numbers = {"code": round(code, 4), "word": round(word, 4)}
            append_row(
                path,
                {"stage": stage, "step": step, "images": images, "minutes": round(minutes, 2), "kind": kind} | numbers,
            )
            said.append(f"{kind} {code:.3f} {word:.3f}")
        print(f"validation, nats a code and a word: {' · '.join(said)}", flush=True)
