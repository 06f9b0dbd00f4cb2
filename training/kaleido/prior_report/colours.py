"""Where a colour that a prompt asks for gets lost: in a plan's words, its palette or its visual tokens."""

from pathlib import Path

import numpy as np
import torch

from kaleido.data.colour import colour_name, commonest_name
from kaleido.latents.extract import read_codebook
from kaleido.latents.palette import opaque_oklab
from kaleido.latents.vocabulary import KINDS
from kaleido.prior_report.asked import coloured, holds
from kaleido.prior_report.source import Content, Source, usual_concepts
from kaleido.train.tokenizer import read_tokenizer


@torch.no_grad()
def kept_colours(source: Source, run: Path, concepts: int, plans: int) -> dict | None:
    """Share of plans whose description, whose palette's largest colour and whose visual tokens' largest colour, decoded, are what the
    prompt asks for; None for canvases whose descriptions are not ours (a user's folder)."""
    if "captions" in source.canvases.records[0]:
        return None
    vocabulary, limit = source.canvases.vocabulary, source.canvases.config.latents.prompt_limit
    questions = list(coloured(usual_concepts(source, concepts), np.random.default_rng(7)))
    each = [q for q in questions for _ in range(plans)]
    prompts = [vocabulary.text.encode(q.prompt)[:limit] for q in each]
    made = source.sample(np.random.default_rng(8), prompts, [{}] * len(prompts), list(KINDS))
    codebook = read_codebook(run)
    tokenizer, first = read_tokenizer(source.canvases.config, run), vocabulary.ranges["code"][0]
    pictures = torch.cat([tokenizer.decode(torch.tensor([p["tokens"] for p in made[i : i + 100]]) - first) for i in range(0, len(made), 100)])

    def largest(plan: Content) -> str:
        return colour_name(codebook[plan["palette"][0] - vocabulary.ranges["colour"][0]])

    held = {
        "description": [holds(source, plan, q) for plan, q in zip(made, each, strict=True)],
        "palette": [largest(plan) == q.colour for plan, q in zip(made, each, strict=True)],
        "visual tokens": [painted(picture) == q.colour for picture, q in zip(pictures, each, strict=True)],
    }
    by_prompt = {where: np.reshape(found, (len(questions), plans)).mean(1) for where, found in held.items()}
    return {
        "prompts": len(questions),
        "plans": plans,
        "kept": [{"where": where, "held": float(v.mean()), "error": float(v.std() / len(v) ** 0.5)} for where, v in by_prompt.items()],
    }


def painted(picture: torch.Tensor) -> str | None:
    """Name of the largest colour of a picture [4, 64, 64] in −1 … 1; None where nothing is to be seen."""
    lab = opaque_oklab((picture.permute(1, 2, 0).numpy().clip(-1, 1) + 1) / 2)
    return commonest_name(lab) if len(lab) else None
