"""Where a colour that a prompt asks for gets lost: in a plan's words, its palette or its visual tokens."""

from typing import Any

import numpy as np
import torch

from kaleido.data.colour import hex_to_rgb, srgb_to_oklab
from kaleido.data.paint import Painter, to_oklab
from kaleido.latents.kinds import KINDS
from kaleido.reports.prior.asked import coloured, holds
from kaleido.reports.prior.source import Content, Source

CHUNK = 100


@torch.no_grad()
def kept_colours(source: Source, things: int, plans: int) -> dict[str, Any]:
    """Share of plans whose description, whose palette's largest colour and whose visual tokens' largest colour,
    decoded, are what the prompt asks for."""
    vocabulary, painter = source.vocabulary, Painter(source.bank.tables)
    questions = list(coloured(source, source.usual(things), np.random.default_rng(7)))
    each = [q for q in questions for _ in range(plans)]
    made = source.sample(
        np.random.default_rng(8), [source.prompt(q.prompt) for q in each], [{}] * len(each), list(KINDS)
    )
    palette = [named(painter, code) for code in source.bank.palette]
    colour, code = vocabulary.ranges["colour"][0], vocabulary.ranges["code"][0]
    grids = torch.tensor([plan["tokens"] for plan in made]) - code
    pictures = torch.cat([source.tokenizer.decode(part) for part in grids.split(CHUNK)])

    def largest(plan: Content) -> str:
        return palette[plan["palette"][0] - colour]

    held = {
        "description": [holds(source, plan, q) for plan, q in zip(made, each, strict=True)],
        "palette": [largest(plan) == q.colour for plan, q in zip(made, each, strict=True)],
        "visual tokens": [painted(painter, picture) == q.colour for picture, q in zip(pictures, each, strict=True)],
    }
    by_prompt = {where: np.reshape(found, (len(questions), plans)).mean(1) for where, found in held.items()}
    return {
        "prompts": len(questions),
        "plans": plans,
        "example": questions[0].prompt,
        "kept": [
            {"where": where, "held": float(v.mean()), "error": float(v.std() / len(v) ** 0.5)}
            for where, v in by_prompt.items()
        ],
    }


def named(painter: Painter, code: str) -> str:
    """What the tables call a colour (`#rrggbb`)."""
    lab = torch.from_numpy(srgb_to_oklab(hex_to_rgb(code)))
    return painter.names[int(painter.name(lab))]


def painted(painter: Painter, picture: torch.Tensor) -> str | None:
    """Name of the largest colour of a picture [4, s, s], premultiplied in −1 … 1; None where nothing is to be seen."""
    rgba = ((picture + 1) / 2).clamp(0, 1).permute(1, 2, 0)
    solid = rgba[..., 3] > 0.5
    if not solid.any():
        return None
    straight = (rgba[solid][:, :3] / rgba[solid][:, 3:]).clamp(0, 1)
    return painter.names[int(torch.bincount(painter.name(to_oklab(straight)), minlength=len(painter.names)).argmax())]
