"""Sample sheets: everyday prompts, four plans each, so that training is judged by eye at every checkpoint."""

from pathlib import Path

import numpy as np
import torch

from kaleido.latents.vocabulary import KINDS, Vocabulary
from kaleido.models.fsq import VisualTokenizer
from kaleido.models.kaleido import Kaleido
from kaleido.models.schedule import RESOLUTIONS, Schedule
from kaleido.paint import Conditions, paint
from kaleido.sampling_prior import sample_latents
from kaleido.train.common import sheet

PROMPTS = (
    ["cat", "pizza", "rocket", "red car", "tree", "house", "heart", "ghost", "dog", "fish"]
    + ["apple", "sun", "flower", "guitar", "cake", "robot", "umbrella", "butterfly", "airplane", "a cat and a pizza"]
)


@torch.no_grad()
def sample_sheet(
    path: Path, model: Kaleido, tokenizer: VisualTokenizer, vocabulary: Vocabulary, schedule: Schedule | None, prompts: list[str] | None = None, columns: int = 4, guidance: float = 3.0
) -> None:
    """Two prompts a row, `columns` samples each. Without a schedule the tokens are decoded instead of painted."""
    model.eval()
    rng = np.random.default_rng(0)
    prompts = prompts or PROMPTS
    encoded = [vocabulary.text.encode(p) for p in prompts for _ in range(columns)]
    draws = rng.random((400, len(encoded)))
    latents = sample_latents(model, vocabulary, encoded, [{}] * len(encoded), list(KINDS), draws, 0.9, 0.92)
    conditions = Conditions(model, tokenizer, vocabulary, encoded, latents)
    images = conditions.guess
    if schedule:
        generator = torch.Generator().manual_seed(0)
        noise = {r: torch.randn((len(encoded), 4, r, r), generator=generator) for r in RESOLUTIONS}
        images = paint(model, schedule, conditions, noise, "dpm-solver++", 12, guidance)
    width = 2 * columns
    sheet(path, [images[i : i + width] for i in range(0, len(images), width)], scale=2)
    lines = []
    for i in range(0, len(latents), columns):
        lines.append(f"{prompts[i // columns]}: " + " | ".join(vocabulary.text.decode(z["description"]) for z in latents[i : i + columns]))
    path.with_suffix(".txt").write_text("\n".join(lines) + "\n")
