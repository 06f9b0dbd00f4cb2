"""The losses of the stages `prior` and `joint` (Kaleido, arXiv 2405.21048, Eq. 7):

    L = L_diffusion + η · L_AR,    L_AR = −Σ_i log p(z_i | z_<i, c)

c is the prompt, z are the tokens of its latents, of which L_AR is averaged over those that are predicted. The prior
alone is trained on L_AR."""

import torch

from kaleido.config import Config
from kaleido.data.canvases import Canvases
from kaleido.data.units import CELLS
from kaleido.latents.vocabulary import Vocabulary
from kaleido.models.kaleido import Kaleido, diffusion_loss, hidden_mask
from kaleido.models.schedule import Schedule
from kaleido.models.visual_tokenizer import VisualTokenizer, encode
from kaleido.stages.batches import Batch, targets, with_codes
from kaleido.stages.device import compiled, reduced_precision
from kaleido.stages.run import JOINT


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
        # Canvases [B, 4, 128, 128], and their codes [B, 64] put where the sequences [B, N] have visual tokens.
        images, codes = self._seen(batch)
        tokens = with_codes(batch, codes, self.first)
        wanted = targets(tokens, batch.kinds)

        # Encoder states [B, T, D] and the prior's hidden states [B, N, D], by teacher forcing.
        with reduced_precision(self.device):
            states = self.encoder(batch.prompt, batch.prompt_mask)
            hidden = self.hidden(tokens, batch.kinds, batch.positions, batch.places, states, batch.prompt_mask)
            chosen = wanted != -100
            of_codes, of_words = self.model.prior.losses(hidden[chosen], wanted[chosen])

        # L_AR, nats a token.
        count, all_count = (wanted >= self.first).sum(), chosen.sum()
        loss = (of_codes + of_words) / all_count.clamp(min=1)
        said = {
            "code": of_codes.detach() / count.clamp(min=1),
            "word": of_words.detach() / (all_count - count).clamp(min=1),
        }

        # L = L_diffusion + η · L_AR.
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
        # A row that was cut may begin its visual tokens all the same, and is then told the true ones.
        wanted = (batch.tokens >= self.first).any(1).nonzero().flatten()
        codes = torch.zeros(len(batch.tokens), CELLS, dtype=torch.long, device=self.device)
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
        """L_diffusion (`diffusion_loss`) under conditions as sampling has them, or worse."""
        settings, n = self.settings, len(images)
        # Codes are exchanged at random, so that the denoiser learns to mend the prior's slips.
        rate = settings.corrupt_codes * torch.rand(n, 1, device=self.device) * 2
        wrong = torch.rand(codes.shape, device=self.device) < rate
        noisy = torch.where(wrong, torch.randint(self.codes, codes.shape, device=self.device), codes)
        # Prompt and latents are left out together, for the null condition of guidance (Kaleido, Eq. 8).
        kept = (torch.rand(n, device=self.device) >= settings.drop_condition).float()
        with reduced_precision(self.device):
            with torch.no_grad():
                guess = self.tokenizer.decode(noisy).float() * (batch.has_tokens.float() * kept)[:, None, None, None]
            masks = batch.prompt_mask * kept[:, None], hidden_mask(tokens) * kept[:, None]
            context = self.model.denoiser.conditioner(states, masks[0], hidden, masks[1])
            return diffusion_loss(self.denoiser, self.schedule, images, guess, context)
