"""Stage II: joint training of prior and denoiser on the extracted latents, resumable, with sheets at every checkpoint."""

from pathlib import Path
from typing import Any

import numpy as np
import torch

from kaleido.config import Config
from kaleido.latents.vocabulary import Vocabulary
from kaleido.models.visual_tokenizer import VisualTokenizer
from kaleido.models.kaleido import Kaleido, diffusion_loss, hidden_mask, prior_loss
from kaleido.models.schedule import Schedule
from kaleido.sample import sample_sheet
from kaleido.train.common import Averaged, Clock, Log, learning_rate, load, reduced_precision, save
from kaleido.train.dataset import Batch, Canvases, codes_of
from kaleido.train.tokenizer import read_tokenizer


def new_model(config: Config, vocabulary: Vocabulary, tokenizer: VisualTokenizer) -> Kaleido:
    """An untrained model over the tokenizer's codebook."""
    vectors = tokenizer.codebook.vectors
    return Kaleido(config.model, vocabulary, (vectors - vectors.mean(0)) / vectors.std(0).clamp(min=1e-3))


def averaged_model(config: Config, state: dict[str, Any], vocabulary: Vocabulary, tokenizer: VisualTokenizer) -> Kaleido:
    """The averaged model of a joint checkpoint, frozen."""
    model = new_model(config, vocabulary, tokenizer).eval().requires_grad_(False)
    model.load_state_dict(state["average"])
    return model


def denoiser_loss(config: Config, model: Kaleido, tokenizer: VisualTokenizer, schedule: Schedule, canvases: Canvases, batch: Batch, states: torch.Tensor, hidden: torch.Tensor, generator: torch.Generator) -> torch.Tensor:
    """L_diffusion over the first `denoiser_batch` rows; codes are corrupted so that it learns to mend the prior's slips, and prompt and latents are dropped together."""
    settings, n = config.joint, min(config.joint.denoiser_batch, len(batch.rows))
    codes = codes_of(batch, canvases.vocabulary)[:n]
    rate = settings.corrupt_codes * torch.rand(n, 1, generator=generator) * 2
    wrong = torch.rand(codes.shape, generator=generator) < rate
    codes = torch.where(wrong, torch.randint(config.tokenizer.codes, codes.shape, generator=generator), codes)
    kept = (torch.rand(n, generator=generator) >= settings.drop_caption_and_latents).float()
    with torch.no_grad():
        guess = tokenizer.decode(codes) * (batch.has_tokens[:n].float() * kept)[:, None, None, None]
    images = canvases.images(batch.rows[:n])
    return diffusion_loss(
        model, schedule, images, guess, states[:n], batch.prompt_mask[:n] * kept[:, None], hidden[:n], hidden_mask(batch.tokens[:n]) * kept[:, None], generator
    )


@torch.no_grad()
def held_out_loss(model: Kaleido, batch: Batch) -> float:
    """Cross-entropy a token on held-out canvases, every kind present, canonical order."""
    losses = []
    for rows in torch.arange(len(batch.rows)).split(32):
        states = model.encoder(batch.prompt[rows], batch.prompt_mask[rows])
        hidden = model.prior.hidden(batch.tokens[rows], batch.kinds[rows], batch.positions[rows], batch.places[rows], states, batch.prompt_mask[rows])
        losses.append(prior_loss(model, hidden, batch.targets[rows]).item())
    return float(np.mean(losses))


def train_joint(config: Config, run: Path) -> None:
    """Trains for `config.joint.minutes`, resuming from `run/joint.pt`: first the prior alone, then both."""
    settings, path = config.joint, run / "joint.pt"
    torch.manual_seed(config.seed)
    canvases, tokenizer, schedule = Canvases(config, run), read_tokenizer(config, run), Schedule(config.joint.snr_power)
    model = new_model(config, canvases.vocabulary, tokenizer)
    average = Averaged(model, settings.ema)
    own = list(model.denoiser.parameters())
    rest = [*model.encoder.parameters(), *model.prior.parameters()]
    optimiser = torch.optim.AdamW([{"params": rest}, {"params": own}], weight_decay=0.02, betas=(0.9, 0.98), fused=True)
    state, step, joint_steps, images, warm = load(path), 0, 0, 0, 0
    if state:
        model.load_state_dict(state["model"])
        average.module.load_state_dict(state["average"])
        step, joint_steps, images = state["step"], state["joint_steps"], state["images"]
        average.updates = step
        # Weights that come from a bundle have no optimiser state: its moments are gathered anew while the rates warm up.
        if "optimiser" in state:
            optimiser.load_state_dict(state["optimiser"])
        else:
            warm = step
    clock = Clock(settings.minutes, state["minutes"] if state else 0.0)
    batches = canvases.batches(np.random.default_rng(config.seed + step))
    generator = torch.Generator().manual_seed(config.seed + step)
    log, held = Log(run / "joint.csv"), canvases.held()
    saved, autoregressive, diffusion = clock.spent, torch.zeros(()), torch.zeros(())
    finished = clock.done >= 1
    while not finished:
        batch = next(batches)
        both = clock.spent >= settings.prior_minutes
        peaks = (settings.learning_rate, settings.denoiser_learning_rate)
        # The denoiser begins late, so its learning rate follows its own share of the time.
        own_done = max(0.0, clock.spent - settings.prior_minutes) / max(settings.minutes - settings.prior_minutes, 1e-6)
        for group, peak, done, steps in zip(optimiser.param_groups, peaks, (clock.done, min(own_done, 1.0)), (step - warm, joint_steps - min(warm, joint_steps)), strict=True):
            group["lr"] = learning_rate(peak, done, steps)
        with reduced_precision():
            states = model.encoder(batch.prompt, batch.prompt_mask)
            hidden = model.prior.hidden(batch.tokens, batch.kinds, batch.positions, batch.places, states, batch.prompt_mask)
            if settings.eta:
                autoregressive = prior_loss(model, hidden, batch.targets)
            if both:
                diffusion = denoiser_loss(config, model, tokenizer, schedule, canvases, batch, states, hidden, generator)
                joint_steps += 1
        loss = settings.eta * autoregressive + (diffusion if both else 0)
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        for params in (rest, own):
            torch.nn.utils.clip_grad_norm_(params, 1.0)
        optimiser.step()
        average.update(model)
        step, images = step + 1, images + len(batch.rows)
        if step % 50 == 0:
            log.write(clock, step, images, prior=autoregressive.item(), diffusion=diffusion.item())
        finished = clock.done >= 1
        if finished or clock.spent - saved >= settings.checkpoint_minutes:
            saved = clock.spent
            save(path, {"model": model.state_dict(), "average": average.module.state_dict(), "optimiser": optimiser.state_dict(), "step": step, "joint_steps": joint_steps, "images": images, "minutes": clock.spent})
            print(f"checkpoint at step {step}: held-out prior loss {held_out_loss(average.module, held):.4f}", flush=True)
            sample_sheet(run / "sheets" / f"joint-{step:06d}.png", average.module, tokenizer, canvases.vocabulary, schedule if joint_steps else None)
