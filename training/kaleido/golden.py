"""The golden fixture: stored inputs, noise and draws with PyTorch's output at each stage, for the engine's tests."""

import base64

import numpy as np
import torch

from kaleido.latents import boxes
from kaleido.latents.grammar import LABEL
from kaleido.latents.vocabulary import KINDS, Vocabulary
from kaleido.models.visual_tokenizer import VisualTokenizer
from kaleido.models.kaleido import Kaleido
from kaleido.models.schedule import RESOLUTIONS, Schedule
from kaleido.paint import Conditions, Noise, paint
from kaleido.sampling_prior import sample_latents
from kaleido.train.dataset import Canvases

PROMPTS = ("a cat and a pizza", "Red rocket, flat style")
PINNED = ("palette",)
TEMPERATURE, TOP_P = 0.9, 0.95


def array(value: torch.Tensor | np.ndarray) -> dict:
    """An array as JSON: dtype, shape and base64 of its little-endian bytes."""
    value = np.ascontiguousarray(value)
    dtype = "int64" if value.dtype.kind == "i" else "float32"
    return {"dtype": dtype, "shape": list(value.shape), "data": base64.b64encode(value.astype(dtype).tobytes()).decode()}


def latents_json(vocabulary: Vocabulary, record: dict, palette: list[str], codes: list[int]) -> dict:
    """One record's latents in the engine's units: fractions of the canvas, hex colours."""
    return {
        "description": vocabulary.text.decode(vocabulary.text.encode(record["description"])),
        "boxes": [dict(zip(("label", "x0", "y0", "x1", "y1"), (b[0], *(c / boxes.BINS for c in b[1:])), strict=True)) for b in record["boxes"]],
        "blobs": [{"x": x / 32, "y": y / 32, "major": a / 64, "minor": b / 64, "angle": turn * 7.5} for x, y, a, b, turn in record["blobs"]],
        "palette": [{"colour": palette[k], "share": (level + 1) / 8} for k, level in record["palette"]],
        "tokens": codes,
    }


def _fits(vocabulary: Vocabulary, record: dict, limit: int) -> bool:
    """Whether the model has room for all words of a record: longer ones could not be given as pins."""
    labels = [label for label, *_ in record["boxes"]]
    return len(vocabulary.text.encode(record["description"])) <= limit and all(len(vocabulary.text.encode(label)) <= LABEL for label in labels)


@torch.no_grad()
def golden(model: Kaleido, tokenizer: VisualTokenizer, canvases: Canvases, schedule: Schedule, palette: list[str]) -> dict:
    """The fixture's content (docs/bundle.md)."""
    vocabulary = canvases.vocabulary
    rng, generator = np.random.default_rng(1), torch.Generator().manual_seed(1)
    rows = [r for r in range(canvases.train_size, len(canvases.records)) if _fits(vocabulary, canvases.records[r], canvases.config.latents.description_limit)][:2]
    prompts = [vocabulary.text.encode(p)[: canvases.config.latents.prompt_limit] for p in PROMPTS]
    contents = [{k: canvases.segments[r][k].tolist() for k in KINDS} for r in rows]
    conditions = Conditions(model, tokenizer, vocabulary, prompts, contents)
    first = vocabulary.ranges["code"][0]
    draws = rng.random((220, 2)).astype(np.float32)
    pinned = [{k: z[k] for k in PINNED} for z in contents]
    sampled = [k for k in KINDS if k not in PINNED]
    found = sample_latents(model, vocabulary, prompts, pinned, sampled, draws, TEMPERATURE, TOP_P)
    order = [*PINNED, *sampled]
    keys, values, _ = conditions.context(model, 1.0)
    noise = _noise(generator)
    originals = model.denoiser(*(noise[r] for r in RESOLUTIONS), torch.full((2,), 999.0), conditions.guess, *conditions.context(model, 1.0))
    step_noise = [_noise(generator) for _ in range(4)]
    last = [len(s[0]) - 1 for s in conditions.sequences]
    return {
        "prompt": list(PROMPTS),
        "input_ids": prompts,
        "encoder_states": array(conditions.states),
        "encoder_mask": array(conditions.states_mask),
        "latents": [
            {**latents_json(vocabulary, canvases.records[r], palette, [i - first for i in z["tokens"]]), "sequence": s[0]}
            for r, z, s in zip(rows, contents, conditions.sequences, strict=True)
        ],
        "hidden_states": array(conditions.hidden),
        "logits_last": array(torch.stack([model.prior.logits(conditions.hidden[b, n]) for b, n in enumerate(last)])),
        "draws": array(draws),
        "sampling": {
            "temperature": TEMPERATURE,
            "top_p": TOP_P,
            "pinned": list(PINNED),
            "order": order,
            "sequences": [vocabulary.sequence(z, order)[0] for z in found],
        },
        "guess": array(conditions.guess),
        "context_keys_mean": keys.mean().item(),
        "context_values_mean": values.mean().item(),
        **{f"noise_{r}": array(noise[r]) for r in RESOLUTIONS},
        **{f"original_{r}": array(x) for r, x in zip(RESOLUTIONS, originals, strict=True)},
        "traces": [
            {
                "sampler": name,
                "steps": 4,
                "guidance": guidance,
                **({f"step_noise_{r}": array(torch.stack([n[r] for n in step_noise])) for r in RESOLUTIONS} if name == "ddpm" else {}),
                "result_64": array(paint(model, schedule, conditions, noise, name, 4, guidance, step_noise)),
            }
            for name, guidance in (("ddim", 3.0), ("ddpm", 3.0), ("dpm-solver++", 3.0), ("dpm-solver++", 1.0))
        ],
    }


def _noise(generator: torch.Generator) -> Noise:
    return {r: torch.randn((2, 4, r, r), generator=generator) for r in RESOLUTIONS}
