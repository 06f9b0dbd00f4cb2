"""Trains encoder and prior alone, then all three networks together (Kaleido, Eq. 7), by the clock and resumable."""

from pathlib import Path
from typing import Any

import torch

from kaleido.config import Config, JointConfig, PriorConfig
from kaleido.data.canvases import Canvases
from kaleido.latents.vocabulary import Vocabulary
from kaleido.models.kaleido import Kaleido, diffusion_loss, hidden_mask
from kaleido.models.schedule import Schedule
from kaleido.models.visual_tokenizer import VisualTokenizer
from kaleido.sampling.sheet import sample_sheet
from kaleido.train.common import Averaged, Clock, Log, compiled, laid_out, learning_rate, load, reduced_precision, save
from kaleido.train.loop import learned, until_spent
from kaleido.train.optimise import Optimisers
from kaleido.train.run import encode, new_model, read_tokenizer, read_vocabulary
from kaleido.train.stopping import Stopping
from kaleido.train.stream import CELLS, Batch, Draw, Rows, Stream, loader, targets, with_codes
from kaleido.train.validation import Validation

PRIOR, JOINT = "prior", "joint"
LOG_EVERY = 50


class Losses:
    """Computes the losses of a batch with networks that may be compiled."""

    def __init__(
        self,
        config: Config,
        stage: str,
        model: Kaleido,
        tokenizer: VisualTokenizer,
        vocabulary: Vocabulary,
        canvases: Canvases,
    ):
        self.settings, self.model, self.tokenizer, self.canvases = config.joint, model, tokenizer, canvases
        self.device, self.codes, self.together = canvases.device, config.tokenizer.codes, stage == JOINT
        self.first = vocabulary.ranges["code"][0]
        self.schedule = Schedule(config.joint.snr_power)
        self.encoder = model.encoder
        self.hidden = compiled(model.prior.hidden, self.device)
        self.denoiser = compiled(model.denoiser, self.device)

    def __call__(self, batch: Batch) -> tuple[torch.Tensor, dict[str, torch.Tensor]]:
        """The loss, and what of it is logged: nats a `code`, nats a `word`, `diffusion`."""
        images, codes = self._seen(batch)
        tokens = with_codes(batch, codes, self.first)
        wanted = targets(tokens, batch.kinds)
        with reduced_precision(self.device):
            states = self.encoder(batch.prompt, batch.prompt_mask)
            hidden = self.hidden(tokens, batch.kinds, batch.positions, batch.places, states, batch.prompt_mask)
            chosen = wanted != -100
            of_codes, of_words = self.model.prior.losses(hidden[chosen], wanted[chosen])
        count, all_count = (wanted >= self.first).sum(), chosen.sum()
        loss = (of_codes + of_words) / all_count.clamp(min=1)
        said = {
            "code": of_codes.detach() / count.clamp(min=1),
            "word": of_words.detach() / (all_count - count).clamp(min=1),
        }
        if self.together:
            diffusion = self._diffusion(batch, images, codes, tokens, states, hidden)
            loss = self.settings.eta * loss + diffusion
            said["diffusion"] = diffusion.detach()
        return loss, said

    def _seen(self, batch: Batch) -> tuple[torch.Tensor, torch.Tensor]:
        """Canvases in −1 … 1 and their codes. The prior alone needs neither where a row has no visual tokens; on a card
        leaving those out would only make shapes change from batch to batch."""
        if self.together or self.device == "cuda":
            images = self.canvases.compose(batch.ids, batch.geometry).contiguous(memory_format=torch.channels_last)
            return images * 2 - 1, self._encoded(images)
        wanted = batch.has_tokens.nonzero().flatten()
        codes = torch.zeros(len(batch.has_tokens), CELLS, dtype=torch.long, device=self.device)
        images = self.canvases.compose(batch.ids[wanted], batch.geometry[wanted]).contiguous(
            memory_format=torch.channels_last
        )
        if len(wanted):
            codes[wanted] = self._encoded(images)
        return images * 2 - 1, codes

    def _encoded(self, images: torch.Tensor) -> torch.Tensor:
        with reduced_precision(self.device):
            return encode(self.tokenizer, images, len(images))

    def _diffusion(
        self,
        batch: Batch,
        images: torch.Tensor,
        codes: torch.Tensor,
        tokens: torch.Tensor,
        states: torch.Tensor,
        hidden: torch.Tensor,
    ) -> torch.Tensor:
        """L_diffusion; codes are corrupted so that the denoiser learns to mend the prior's slips, and prompt and
        latents are dropped together."""
        settings, n = self.settings, len(images)
        rate = settings.corrupt_codes * torch.rand(n, 1, device=self.device) * 2
        wrong = torch.rand(codes.shape, device=self.device) < rate
        noisy = torch.where(wrong, torch.randint(self.codes, codes.shape, device=self.device), codes)
        kept = (torch.rand(n, device=self.device) >= settings.drop_condition).float()
        with reduced_precision(self.device):
            with torch.no_grad():
                guess = self.tokenizer.decode(noisy).float() * (batch.has_tokens.float() * kept)[:, None, None, None]
            masks = batch.prompt_mask * kept[:, None], hidden_mask(tokens) * kept[:, None]
            context = self.model.denoiser.conditioner(states, masks[0], hidden, masks[1])
            return diffusion_loss(self.denoiser, self.schedule, images, guess, context)


def begun(
    config: Config, stage: str, run: Path, vocabulary: Vocabulary, tokenizer: VisualTokenizer
) -> tuple[Kaleido, Kaleido, dict[str, Any]]:
    """The networks to train, their averages, and what the checkpoint says besides. A stage that another one came before
    begins from that one's averages."""
    model, average = (new_model(config, vocabulary, tokenizer) for _ in range(2))
    state = load(run / "model.pt") or {
        "stage": "",
        "stage_steps": 0,
        "step": 0,
        "images": 0,
        "minutes": {PRIOR: 0.0, JOINT: 0.0},
    }
    if "average" in state:
        average.load_state_dict(state["average"])
        model.load_state_dict(state["model" if state["stage"] == stage else "average"])
    else:
        average.load_state_dict(model.state_dict())
    if state["stage"] != stage:
        state = {k: v for k, v in state.items() if k != "optimisers"} | {"stage": stage, "stage_steps": 0}
    return model, average, state


def train_stage(config: Config, stage: str, draw: Draw, canvases: Canvases, run: Path, workers: int) -> None:
    """Trains the stage `prior` or `joint` for its minutes, resuming from `run/model.pt`; logs, validation and sheets go
    beside it. Ctrl-C and SIGTERM end it with a checkpoint and KeyboardInterrupt."""
    settings: PriorConfig | JointConfig = config.prior if stage == PRIOR else config.joint
    device, bank = canvases.device, canvases.bank
    torch.manual_seed(config.seed)
    vocabulary = read_vocabulary(config, run)
    tokenizer = laid_out(read_tokenizer(config, run), device)
    model, mean, state = begun(config, stage, run, vocabulary, tokenizer)
    laid_out(model, device)
    average = Averaged(model, settings.ema)
    average.module.load_state_dict(mean.state_dict())
    average.updates = state["stage_steps"]
    parts: list[tuple[torch.nn.Module, float]] = [
        (torch.nn.ModuleList([model.encoder, model.prior]), settings.learning_rate)
    ]
    model.denoiser.requires_grad_(isinstance(settings, JointConfig))
    for part in (model.encoder, model.prior):
        part.requires_grad_(settings.learning_rate > 0)
    if isinstance(settings, JointConfig):
        parts.append((model.denoiser, settings.denoiser_learning_rate))
    optimisers = Optimisers(parts)
    if "optimisers" in state:
        optimisers.load(state["optimisers"])
    rows = Rows(vocabulary, settings.rows, config.latents.prompt_limit, fixed=device == "cuda")
    validation = Validation(draw, bank, rows, canvases, tokenizer)
    losses = Losses(config, stage, model, tokenizer, vocabulary, canvases)
    batches = loader(Stream(draw, rows, settings.batch, config.seed + state["step"]), workers, device)
    clock, log = Clock(settings.minutes, state["minutes"][stage]), Log(run / f"{stage}.csv")
    step, images, stage_steps = state["step"], state["images"], state["stage_steps"]

    def checkpoint(stopping: Stopping) -> None:
        counts = {"stage": stage, "stage_steps": stage_steps, "step": step, "images": images}
        minutes = state["minutes"] | {stage: clock.spent}
        save(run / "model.pt", {**learned(model, average, optimisers), **counts, "minutes": minutes})
        validation.write(run / "validation.csv", average.module, stage, step, images, clock.spent)
        if not stopping.asked:
            schedule = losses.schedule if stage == JOINT else None
            sample_sheet(run / "sheets" / f"{stage}-{step:06d}.png", average.module, tokenizer, vocabulary, schedule)

    if device == "cuda":
        with clock.paused():
            # Compiles both ways; no step is made.
            losses(next(batches).to(device))[0].backward()
    if stage_steps == 0:
        with clock.paused():
            validation.write(run / "validation.csv", average.module, stage, step, images, clock.spent)
    for _ in until_spent(clock, settings.checkpoint_minutes, checkpoint):
        loss, said = losses(next(batches).to(device))
        optimisers.step(loss, learning_rate(1.0, clock.done, stage_steps))
        average.update(model)
        step, stage_steps, images = step + 1, stage_steps + 1, images + settings.batch
        if stage_steps % LOG_EVERY == 0:
            log.write(clock, step, images, **{k: v.item() for k, v in said.items()})
