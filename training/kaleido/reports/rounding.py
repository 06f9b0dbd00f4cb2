"""What storing weights as int8 rows costs: the same prompts planned and painted with a run's own weights and with its
bundle's."""

from pathlib import Path

import numpy as np
import torch

from kaleido.bundle.import_bundle import import_bundle
from kaleido.config import Config
from kaleido.latents.kinds import KINDS
from kaleido.models.kaleido import Kaleido
from kaleido.models.schedule import RESOLUTIONS, Schedule
from kaleido.models.visual_tokenizer import VisualTokenizer
from kaleido.sampling.paint import Conditions, paint
from kaleido.sampling.prior import sample_latents
from kaleido.sampling.sheet import DRAWS, GUIDANCE, HEAD, HEAT, INTERVAL, PROMPTS, STEPS
from kaleido.stages.run import read_run


@torch.no_grad()
def compare_rounding(config: Config, run: Path, bundle: Path, cells: int = 2) -> dict[str, float]:
    """Some cells of each of the sheet's prompts, with the same draws and noise: `plans`, the share that come out token
    for token; `mean` and `largest` difference of the pictures of a common plan, in steps of 255 of a channel
    (premultiplied); `visible`, the share of their values that differ by more than two steps. Raises Problem where
    the run has no checkpoint."""
    own, rounded = read_run(config, run), import_bundle(bundle)
    vocabulary = own.vocabulary
    prompts = [vocabulary.text.encode(p)[: config.latents.prompt_limit] for p in PROMPTS for _ in range(cells)]
    draws = np.random.default_rng(0).random((DRAWS, len(prompts)))
    plans = [
        sample_latents(m, vocabulary, prompts, [{}] * len(prompts), list(KINDS), draws, HEAT, HEAD)
        for m in (own.model, rounded.model)
    ]
    generator = torch.Generator().manual_seed(0)
    noise = {r: torch.randn((len(prompts), 4, r, r), generator=generator) for r in RESOLUTIONS}

    def painted(model: Kaleido, visual: VisualTokenizer) -> torch.Tensor:
        conditions = Conditions(model, visual, vocabulary, prompts, plans[0])
        images = paint(
            model,
            Schedule(config.joint.snr_power),
            conditions,
            noise,
            "ddim",
            STEPS,
            GUIDANCE,
            interval=INTERVAL,
            rule="apg",
        )
        return (images.clamp(-1, 1) + 1) * 127.5

    apart = (painted(own.model, own.tokenizer) - painted(rounded.model, rounded.tokenizer)).abs()
    return {
        "plans": float(np.mean([a == b for a, b in zip(*plans, strict=True)])),
        "mean": apart.mean().item(),
        "largest": apart.max().item(),
        "visible": (apart > 2).float().mean().item(),
    }
