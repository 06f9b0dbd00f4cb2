"""Where a colour that a prompt asks for gets lost: in a plan's words, its palette or its visual tokens."""

import json
from pathlib import Path

import numpy as np
import torch

from kaleido.data.colour import colour_name, colour_names, hex_to_rgb, srgb_to_oklab
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
    prompts = [vocabulary.text.encode(q.prompt)[:limit] for q in questions for _ in range(plans)]
    made = source.sample(np.random.default_rng(8), prompts, [{}] * len(prompts), list(KINDS))
    codebook = np.stack([srgb_to_oklab(hex_to_rgb(code)) for code in json.loads((run / "palette.json").read_text())])
    tokenizer, first = read_tokenizer(source.canvases.config, run), vocabulary.ranges["code"][0]
    pictures = torch.cat([tokenizer.decode(torch.tensor([p["tokens"] for p in made[i : i + 100]]) - first) for i in range(0, len(made), 100)])

    def largest(plan: Content) -> str:
        return colour_name(codebook[plan["palette"][0] - vocabulary.ranges["colour"][0]])

    wanted = [q.colour for q in questions for _ in range(plans)]
    held = {
        "description": [holds(source, plan, q) for plan, q in zip(made, (q for q in questions for _ in range(plans)), strict=True)],
        "palette": [largest(plan) == colour for plan, colour in zip(made, wanted, strict=True)],
        "visual tokens": [painted(picture) == colour for picture, colour in zip(pictures, wanted, strict=True)],
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
    if not len(lab):
        return None
    names, counts = np.unique(colour_names(lab), return_counts=True)
    return str(names[counts.argmax()])
