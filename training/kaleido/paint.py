"""Reference denoising loop with classifier-free guidance over prompt and latents together (Kaleido, Eq. 8)."""

import torch

from kaleido.latents.vocabulary import KINDS, Vocabulary, pad_rows
from kaleido.models.visual_tokenizer import VisualTokenizer
from kaleido.models.kaleido import Kaleido, hidden_mask
from kaleido.models.samplers import DPMSolver2M, ddim, ddpm
from kaleido.models.schedule import RESOLUTIONS, Schedule

Noise = dict[int, torch.Tensor]


class Conditions:
    """What the denoiser reads for a batch: encoder states, latents' hidden states, masks and the picture the tokens decode to."""

    def __init__(self, model: Kaleido, tokenizer: VisualTokenizer, vocabulary: Vocabulary, prompts: list[list[int]], latents: list[dict[str, list[int]]]):
        ids, self.states_mask = pad_rows(prompts)
        self.states = model.encoder(ids, self.states_mask)
        self.sequences = [vocabulary.sequence(z, [k for k in KINDS if k in z]) for z in latents]
        feed = [pad_rows([s[i] for s in self.sequences])[0] for i in range(3)]
        self.hidden = model.prior.hidden(*feed, self.states, self.states_mask)
        self.hidden_mask = hidden_mask(feed[0])
        first = vocabulary.ranges["code"][0]
        self.codes = torch.tensor([[i - first for i in z.get("tokens", [first] * 64)] for z in latents])
        present = torch.tensor([float("tokens" in z) for z in latents])[:, None, None, None]
        self.guess = tokenizer.decode(self.codes) * present

    def context(self, model: Kaleido, keep: float) -> tuple[torch.Tensor, ...]:
        """Keys, values and mask; `keep` 0 gives the null condition."""
        return model.denoiser.conditioner(self.states, self.states_mask * keep, self.hidden, self.hidden_mask * keep)


@torch.no_grad()
def paint(
    model: Kaleido,
    schedule: Schedule,
    conditions: Conditions,
    noise: Noise,
    sampler: str,
    steps: int,
    guidance: float,
    step_noise: list[Noise] | None = None,
    interval: tuple[float, float] | None = None,
) -> torch.Tensor:
    """Denoises `noise` ([B, 4, r, r] per resolution) and returns the 64-pixel images, −1 … 1. It guides only where σ of the 64-pixel
    image lies in `interval` (Kynkäänniemi et al., arXiv 2404.07724)."""
    times = schedule.timesteps(steps)
    levels = {r: [(float(schedule.alpha[r][t]), float(schedule.sigma[r][t])) for t in times] + [(1.0, 0.0)] for r in RESOLUTIONS}
    solvers = {r: DPMSolver2M(levels[r]) for r in RESOLUTIONS}
    context, null = conditions.context(model, 1.0), conditions.context(model, 0.0)
    state = dict(noise)
    for i, t in enumerate(times):
        timestep = torch.full((len(conditions.guess),), float(t))
        made = model.denoiser(*(state[r] for r in RESOLUTIONS), timestep, conditions.guess, *context)
        sigma = levels[RESOLUTIONS[-1]][i][1]
        if guidance != 1 and (interval is None or interval[0] <= sigma <= interval[1]):
            without = model.denoiser(*(state[r] for r in RESOLUTIONS), timestep, torch.zeros_like(conditions.guess), *null)
            made = [n + guidance * (m - n) for m, n in zip(made, without, strict=True)]
        for r, original in zip(RESOLUTIONS, made, strict=True):
            x0 = original.clamp(-1, 1)
            if sampler == "ddim":
                state[r] = ddim(levels[r], i, state[r], x0)
            elif sampler == "ddpm":
                state[r] = ddpm(levels[r], i, state[r], x0, step_noise[i][r])
            else:
                state[r] = solvers[r].step(i, state[r], x0)
    return state[RESOLUTIONS[-1]]
