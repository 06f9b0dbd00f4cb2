"""Trains the visual tokenizer on canvases composed on the fly: L1, edge and colour loss on premultiplied RGBA."""

from pathlib import Path

import numpy as np
import torch
from torch.nn import functional as F

from kaleido.config import Config
from kaleido.data.artwork import Artwork
from kaleido.data.compose import compose
from kaleido.models.visual_tokenizer import VisualTokenizer
from kaleido.train.common import Averaged, Clock, Log, learning_rate, load, save, sheet, to_batch


FIT_BATCHES = 120


def reconstruction_loss(made: torch.Tensor, real: torch.Tensor) -> torch.Tensor:
    """L1, L1 of horizontal and vertical differences (edges: crisp outlines), and squared error of 4-pixel means (true colours)."""
    loss = F.l1_loss(made, real) + 4 * F.mse_loss(F.avg_pool2d(made, 4), F.avg_pool2d(real, 4))
    for dim in (2, 3):
        loss = loss + 0.5 * F.l1_loss(made.diff(dim=dim), real.diff(dim=dim))
    return loss


def read_tokenizer(config: Config, run: Path) -> VisualTokenizer:
    """The trained, averaged, frozen visual tokenizer. Raises FileNotFoundError where it was not trained."""
    state = load(run / "tokenizer.pt")
    if state is None:
        raise FileNotFoundError(f"{run}/tokenizer.pt is missing: train the visual tokenizer first")
    model = VisualTokenizer(config.tokenizer).eval().requires_grad_(False)
    model.load_state_dict(state["average"])
    return model


def train_tokenizer(config: Config, art: Artwork, run: Path) -> None:
    """Trains for `config.tokenizer.minutes`, resuming from `run/tokenizer.pt`; samples go to `run/sheets`."""
    settings, path = config.tokenizer, run / "tokenizer.pt"
    state = load(path)
    torch.manual_seed(config.seed)
    model = VisualTokenizer(settings).to(memory_format=torch.channels_last)
    average = Averaged(model, 0.998)
    optimiser = torch.optim.AdamW(model.parameters(), lr=settings.learning_rate, weight_decay=0.01, betas=(0.9, 0.98))
    step = 0
    if state:
        model.load_state_dict(state["model"])
        average.module.load_state_dict(state["average"])
        average.updates = step = state["step"]
        optimiser.load_state_dict(state["optimiser"])
    clock = Clock(settings.minutes, state["minutes"] if state else 0.0)
    rng = np.random.default_rng(config.seed + step)
    log = Log(run / "tokenizer.csv")
    held = to_batch([compose(art, np.random.default_rng(10_000 + i), config.canvas).pixels for i in range(16)])

    def checkpoint() -> None:
        save(path, {"model": model.state_dict(), "average": average.module.state_dict(), "optimiser": optimiser.state_dict(), "step": step, "minutes": clock.spent})
        with torch.no_grad():
            sheet(run / "sheets" / f"tokenizer-{step:06d}.png", [held, average.module(held)[0]])

    recent: list[torch.Tensor] = []
    while clock.done < 1:
        for group in optimiser.param_groups:
            group["lr"] = learning_rate(settings.learning_rate, clock.done, step)
        images = to_batch([compose(art, rng, config.canvas).pixels for _ in range(settings.batch)])
        images = images.contiguous(memory_format=torch.channels_last)
        made, commitment, latents = model(images)
        loss = reconstruction_loss(made, images) + commitment
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimiser.step()
        average.update(model)
        step += 1
        if not model.codebook.ready:
            recent = [*recent[-FIT_BATCHES:], latents]
            # A run resumed at this very point has few latents to fit to yet, and waits for more.
            enough = len(recent) > FIT_BATCHES or clock.done >= (1 + settings.warmup) / 2
            if clock.done >= settings.warmup and enough:
                model.codebook.fit(torch.cat(recent), torch.Generator().manual_seed(config.seed))
                recent = []
                print(f"codebook fitted at step {step}", flush=True)
        if step % 100 == 0:
            log.write(clock, step, step * settings.batch, loss=loss.item())
        if step % 300 == 0:
            checkpoint()
    checkpoint()
