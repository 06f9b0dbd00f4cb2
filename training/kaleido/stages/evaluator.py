"""Trains the evaluator on styles that the generator never sees, by the clock and resumable."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional as F

from kaleido.config import Config, EvaluatorConfig, SceneSettings
from kaleido.data.bank import Bank
from kaleido.data.canvases import Canvases
from kaleido.data.captions import single_prompt
from kaleido.data.real_canvases import Real, judged_things, real_canvases
from kaleido.data.scene import Scene
from kaleido.data.scenes import Scenes
from kaleido.latents.text_tokenizer import TextTokenizer
from kaleido.latents.vocabulary import pad_rows
from kaleido.models.evaluator import MAX_PROMPT, Evaluator, contrastive_loss
from kaleido.stages.augment import augmented
from kaleido.stages.checkpoints import Averaged, load, resume, save, training_state
from kaleido.stages.device import laid_out, reduced_precision
from kaleido.stages.log import Log
from kaleido.stages.loop import Clock, Stopping, learning_rate, until_spent
from kaleido.stages.optimise import Optimisers

WARMUP, LOG_EVERY = 60, 20
# Real canvases that a checkpoint is tried on, and among how many things besides all.
TRIED, AMONG = 640, 16


@dataclass(frozen=True)
class Accuracy:
    """Share of real canvases whose own thing's prompt is the nearest: of the prompts of all things that are judged, and
    of `AMONG` drawn at random."""

    all_things: float
    among_16: float


class Lessons:
    """Batches of canvases of `things` in the held-out styles with their captions."""

    def __init__(
        self, bank: Bank, things: list[str], settings: EvaluatorConfig, config: Config, text: TextTokenizer, device: str
    ):
        self.settings, self.text, self.names = settings, text, things
        only = replace(bank, things=[replace(t, weight=float(t.name in set(things))) for t in bank.things])
        self.scenes = Scenes(only, mostly_single(config.scenes))
        self.canvases = Canvases(bank, device)
        self.colours = set(bank.tables.colours)

    def batches(self, seed: int) -> Iterator[tuple[torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor]]:
        """What `contrastive_loss` reads: images, ids, mask, and which captions are another picture's. Canvases are
        drawn `shown` batches at a time and shown as often, each time with others and augmented anew (data echoing, Choi
        et al., arXiv 1907.05550)."""
        rng, batch, shown = np.random.default_rng(seed), self.settings.batch, self.settings.shown
        while True:
            scenes = [self.scenes.make(rng) for _ in range(batch * shown)]
            canvases = torch.cat([self._composed(scenes[i : i + batch]) for i in range(0, len(scenes), batch)])
            for order in (rng.permutation(len(scenes)) for _ in range(shown)):
                for rows in order.reshape(shown, batch):
                    yield self._batch(rng, [scenes[k] for k in rows.tolist()], canvases[torch.from_numpy(rows)])

    def _composed(self, scenes: list[Scene]) -> torch.Tensor:
        return F.avg_pool2d(self.canvases(scenes), 2)

    def _batch(
        self, rng: np.random.Generator, scenes: list[Scene], canvases: torch.Tensor
    ) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor]:
        others = [self.names[k] for k in rng.integers(len(self.names), size=self.settings.others).tolist()]
        texts = [scene.prompt for scene in scenes] + [single_prompt(name) for name in others]
        ids, mask = pad_rows([self.text.encode(text)[:MAX_PROMPT] for text in texts])
        coloured = torch.tensor([bool(self.colours & set(scene.prompt.replace(",", " ").split())) for scene in scenes])
        images = augmented(canvases, coloured).contiguous(memory_format=torch.channels_last)
        return images, ids, mask, self._wrong(scenes, others)

    def _wrong(self, scenes: list[Scene], others: list[str]) -> torch.Tensor:
        """A caption is another picture's where the things that it names are not just those of this one."""
        shown = [sorted(box[0] for box in scene.boxes) for scene in scenes]
        named_by = [*shown, *([name] for name in others)]
        return torch.tensor([[mine != theirs for theirs in named_by] for mine in shown])


def mostly_single(settings: SceneSettings) -> SceneSettings:
    """Mostly single things as they are drawn: what is judged is whether the right things are there."""
    kinds = replace(settings, worn=0.03, pair=0.1, count=0.1, list=0.04, flip=0.5, favoured=0.0)
    return replace(kinds, paint=0.15, mood=0.1, mark=0.05, face_mark=0.1)


def read_evaluator(config: Config, text: TextTokenizer, weights: dict[str, torch.Tensor]) -> Evaluator:
    """The network with these weights, for use."""
    model = Evaluator(len(text), config.evaluator.features, config.evaluator.embedding).eval().requires_grad_(False)
    model.load_state_dict(weights)
    return model


def train_evaluator(config: Config, learnt: Bank, real: Canvases, text: TextTokenizer, run: Path) -> None:
    """Trains for `config.evaluator.minutes` on pictures of `learnt`, resuming from `run/evaluator.pt`; prints how well
    the generator's styles are named. Ctrl-C and SIGTERM end it with a checkpoint and KeyboardInterrupt."""
    settings, path, device = config.evaluator, run / "evaluator.pt", real.device
    torch.manual_seed(config.seed)

    # The network, its average and its optimiser, new or from the last checkpoint.
    model = laid_out(Evaluator(len(text), settings.features, settings.embedding), device)
    average = Averaged(model, settings.ema)
    optimisers = Optimisers([(model, settings.learning_rate)], settings.weight_decay)
    state, step, images = load(path), 0, 0
    if state:
        resume(state, model, average, optimisers)
        step, images = state["step"], state["images"]

    # Lessons in the held-out styles, and canvases in the generator's styles to try what was learned on.
    things = judged_things(real.bank, learnt)
    batches = Lessons(learnt, things, settings, config, text, device).batches(config.seed + step)
    tried = list(real_canvases(real, config.scenes, things, TRIED, seed=99))
    clock, log = Clock(settings.minutes, state["minutes"] if state else 0.0), Log(run / "evaluator.csv")

    def checkpoint(_: Stopping) -> None:
        weights = training_state(model, average, optimisers)
        save(path, {**weights, "step": step, "images": images, "minutes": clock.spent})
        found = accuracy(average.module, text, things, tried)
        told = f"{found.all_things:.1%} among {len(things)} things, {found.among_16:.1%} among {AMONG}"
        print(f"step {step}: names of real canvases {told}", flush=True)

    # The loop.
    for _ in until_spent(clock, settings.checkpoint_minutes, checkpoint):
        seen, ids, mask, wrong = (part.to(device) for part in next(batches))
        with reduced_precision(device):
            loss = contrastive_loss(model, seen, ids, mask, wrong)
        optimisers.step(loss, learning_rate(1.0, clock.done, step, WARMUP))
        average.update(model)
        step, images = step + 1, images + len(seen)
        if step % LOG_EVERY == 0:
            log.write(clock, step, images, loss=loss.item())


@torch.no_grad()
def accuracy(model: Evaluator, text: TextTokenizer, names: list[str], tried: list[Real]) -> Accuracy:
    """How well real canvases are named, by the prompts of `names`."""
    device = next(model.parameters()).device
    ids, mask = pad_rows([text.encode(single_prompt(name))[:MAX_PROMPT] for name in names])
    prompts = model.text(ids.to(device), mask.to(device))
    things = [name for real in tried for name in real.things]
    images = torch.cat([model.image(real.images.to(device))[0] for real in tried])
    scores, own = (images @ prompts.T).cpu().numpy(), np.array([names.index(name) for name in things])
    rng, among = np.random.default_rng(0), []
    for row, k in zip(scores, own.tolist(), strict=True):
        others = rng.choice([j for j in range(len(names)) if j != k], min(AMONG, len(names)) - 1, replace=False)
        among.append(row[k] > row[others].max(initial=-1.0))
    return Accuracy(float((scores.argmax(1) == own).mean()), float(np.mean(among)))
