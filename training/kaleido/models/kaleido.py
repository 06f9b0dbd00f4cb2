"""The whole model: context encoder, prior and denoiser, trained jointly by L = L_diffusion + η · L_AR (Kaleido, Eq. 7)."""

import torch
from torch import nn
from torch.nn import functional as F

from kaleido.config import ModelConfig
from kaleido.latents.vocabulary import BOS, Vocabulary
from kaleido.models.denoiser import Denoiser
from kaleido.models.fsq import FSQ
from kaleido.models.prior import ContextEncoder, Prior
from kaleido.models.schedule import RESOLUTIONS, Schedule

MAX_WEIGHT = 20.0


class Kaleido(nn.Module):
    """Holds the three networks; the visual tokenizer stands apart, frozen."""

    def __init__(self, config: ModelConfig, vocabulary: Vocabulary, fsq: FSQ):
        super().__init__()
        self.encoder = ContextEncoder(config, len(vocabulary.text))
        self.prior = Prior(config, vocabulary, fsq)
        self.denoiser = Denoiser(config)


def prior_loss(model: Kaleido, hidden: torch.Tensor, targets: torch.Tensor) -> torch.Tensor:
    """Mean cross-entropy of the predicted latent tokens (L_AR). hidden [B, N, D], targets [B, N] with −100 = none."""
    wanted = targets != -100
    return F.cross_entropy(model.prior.logits(hidden[wanted]), targets[wanted])


def pyramid(images: torch.Tensor) -> dict[int, torch.Tensor]:
    """Images [B, 4, 64, 64] averaged down to each resolution."""
    return {r: F.avg_pool2d(images, images.shape[-1] // r) if r < images.shape[-1] else images for r in RESOLUTIONS}


def diffusion_loss(
    model: Kaleido,
    schedule: Schedule,
    images: torch.Tensor,
    guess: torch.Tensor,
    states: torch.Tensor,
    states_mask: torch.Tensor,
    hidden: torch.Tensor,
    hidden_mask: torch.Tensor,
    generator: torch.Generator,
) -> torch.Tensor:
    """L_diffusion: x0 error weighted as a v-loss (1 / σ², capped), averaged over the resolutions, noise drawn apart for each."""
    batch = len(images)
    timestep = torch.randint(0, 1000, (batch,), generator=generator)
    clean, noised = pyramid(images), {}
    for r in RESOLUTIONS:
        alpha, sigma = schedule.at(r, timestep)
        noised[r] = alpha * clean[r] + sigma * torch.randn(clean[r].shape, generator=generator)
    context = model.denoiser.conditioner(states, states_mask, hidden, hidden_mask)
    made = model.denoiser(noised[16], noised[32], noised[64], timestep.float(), guess, *context)
    loss = images.new_zeros(())
    for r, x0 in zip(RESOLUTIONS, made, strict=True):
        weight = (1 / schedule.at(r, timestep)[1] ** 2).clamp(max=MAX_WEIGHT)
        loss = loss + (weight * (x0 - clean[r]) ** 2).mean()
    return loss / len(RESOLUTIONS)


def hidden_mask(tokens: torch.Tensor) -> torch.Tensor:
    """Which positions [B, N] hold latents: all but padding and, where there are none, `<bos>` alone."""
    mask = (tokens != 0).float()
    alone = mask.sum(1) == 1
    mask[alone & (tokens[:, 0] == BOS)] = 0
    return mask
