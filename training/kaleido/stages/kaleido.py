"""The stages `prior` and `joint`: encoder and prior alone, then all three networks together, by the clock and
resumable."""

from pathlib import Path
from typing import Any

import torch

from kaleido.config import Config, JointConfig, PriorConfig
from kaleido.data.canvases import Canvases
from kaleido.latents.vocabulary import Vocabulary
from kaleido.models.kaleido import Kaleido, new_model
from kaleido.models.visual_tokenizer import VisualTokenizer
from kaleido.sampling.sheet import sample_sheet
from kaleido.stages.batches import Draw, Rows, Stream, loader
from kaleido.stages.checkpoints import Averaged, load, save, training_state
from kaleido.stages.device import laid_out, quickest
from kaleido.stages.log import Log
from kaleido.stages.loop import Clock, Stopping, learning_rate, until_spent
from kaleido.stages.losses import Losses
from kaleido.stages.optimise import Optimisers
from kaleido.stages.run import JOINT, PRIOR, read_tokenizer, read_vocabulary
from kaleido.stages.validation import Validation

LOG_EVERY = 50


def train_stage(config: Config, stage: str, draw: Draw, canvases: Canvases, run: Path, workers: int) -> None:
    """Trains the stage `prior` or `joint` for its minutes, resuming from `run/model.pt`; logs, validation and sheets go
    beside it. Ctrl-C and SIGTERM end it with a checkpoint and KeyboardInterrupt."""
    settings: PriorConfig | JointConfig = config.prior if stage == PRIOR else config.joint
    device = canvases.device
    quickest(device)
    torch.manual_seed(config.seed)

    # What stays as it is: vocabulary and visual tokenizer.
    vocabulary = read_vocabulary(config, run)
    tokenizer = laid_out(read_tokenizer(config, run), device)

    # The networks and their averages, new or from the last checkpoint.
    model, mean, state = resumed(config, stage, run, vocabulary, tokenizer)
    laid_out(model, device)
    average = Averaged(model, settings.ema)
    average.module.load_state_dict(mean.state_dict())
    average.updates = state["stage_steps"]
    step, images, stage_steps = state["step"], state["images"], state["stage_steps"]

    # Optimisers of the networks that this stage trains.
    optimisers = Optimisers(trained_parts(model, settings))
    if "optimisers" in state:
        optimisers.load(state["optimisers"])

    # Batches, drawn anew for ever; what is resumed draws others than before.
    rows = Rows(vocabulary, settings.rows, config.latents.prompt_limit, fixed=device == "cuda")
    validation = Validation(draw, canvases.bank, rows, canvases, tokenizer)
    losses = Losses(config, stage, model, tokenizer, vocabulary, canvases)
    batches = loader(Stream(draw, rows, settings.batch, config.seed + step), workers, device)
    clock, log = Clock(settings.minutes, state["minutes"][stage]), Log(run / f"{stage}.csv")

    def validate() -> None:
        validation.write(run / "validation.csv", average.module, stage, step, images, clock.spent)

    def checkpoint(stopping: Stopping) -> None:
        counts = {"stage": stage, "stage_steps": stage_steps, "step": step, "images": images}
        minutes = state["minutes"] | {stage: clock.spent}
        save(run / "model.pt", {**training_state(model, average, optimisers), **counts, "minutes": minutes})
        validate()
        if not stopping.asked:
            schedule = losses.schedule if stage == JOINT else None
            sample_sheet(run / "sheets" / f"{stage}-{step:06d}.png", average.module, tokenizer, vocabulary, schedule)

    # Off the clock: compiling, both ways and without a step, and validation of what the stage begins with.
    with clock.paused():
        if device == "cuda":
            losses(next(batches).to(device))[0].backward()
        if stage_steps == 0:
            validate()

    # The loop.
    for _ in until_spent(clock, settings.checkpoint_minutes, checkpoint):
        loss, said = losses(next(batches).to(device))
        optimisers.step(loss, learning_rate(1.0, clock.done, stage_steps))
        average.update(model)
        step, stage_steps, images = step + 1, stage_steps + 1, images + settings.batch
        if stage_steps % LOG_EVERY == 0:
            log.write(clock, step, images, **{k: v.item() for k, v in said.items()})


def trained_parts(model: Kaleido, settings: PriorConfig | JointConfig) -> list[tuple[torch.nn.Module, float]]:
    """The modules that a stage trains, with their peak learning rates; the others stop needing gradients. Encoder and
    prior stay as they are at a learning rate of 0."""
    model.denoiser.requires_grad_(isinstance(settings, JointConfig))
    for part in (model.encoder, model.prior):
        part.requires_grad_(settings.learning_rate > 0)
    parts: list[tuple[torch.nn.Module, float]] = [
        (torch.nn.ModuleList([model.encoder, model.prior]), settings.learning_rate)
    ]
    if isinstance(settings, JointConfig):
        parts.append((model.denoiser, settings.denoiser_learning_rate))
    return parts


def resumed(
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
