import base64
import io
import json
from pathlib import Path

import numpy as np
import pytest
import torch

from kaleido.bundle.import_bundle import import_bundle
from kaleido.data.units import SIZE
from kaleido.latents.grammar import Grammar
from kaleido.latents.ids import END
from kaleido.latents.vocabulary import pad_rows, pad_sequences
from kaleido.models.schedule import RESOLUTIONS
from kaleido.reports.bench import Reference, serve


@pytest.fixture(scope="module")
def job(bundle: Path) -> dict:
    """Two rows to plan and one cell to paint, in two steps."""
    rng, code = np.random.default_rng(0), import_bundle(bundle).vocabulary.ranges["code"][0]
    noise = {
        str(r): base64.b64encode(rng.standard_normal((1, 4, r, r)).astype(np.float32).tobytes()).decode()
        for r in RESOLUTIONS
    }
    settings = {"sampler": "ddim", "steps": 2, "guidance": 4, "interval": None}
    return {
        "bundle": str(bundle),
        "threads": 1,
        "prompt": "sun",
        "temperature": 0.9,
        "top_p": 0.9,
        "draws": rng.random((256, 2)).tolist(),
    } | {
        "contents": [{"tokens": [code] * 64}],
        "noise": noise,
        **settings,
    }


def test_every_command_is_answered_by_one_line(job: dict):
    answers = io.StringIO()
    serve(
        job,
        ['{"command": "plan"}\n', '{"command": "paint"}\n', '{"command": "flops", "batch": 2, "context": 8}\n'],
        answers,
    )
    ready, plan, paint, flops = map(json.loads, answers.getvalue().splitlines())
    assert ready == {"torch": torch.__version__}
    assert (
        plan["seconds"] > 0 and len(plan["sequences"]) == 2 and all(s[0] == 2 and s[-1] == 3 for s in plan["sequences"])
    )
    pictures = np.frombuffer(base64.b64decode(paint["pictures"]), np.float32)
    assert pictures.size == 4 * SIZE * SIZE and np.abs(pictures).max() <= 1
    assert flops["flops"] > 0
    products = sum(2 * rows * inner * columns for rows, inner, columns in flops["products"])
    # The rest is attention.
    assert 0.9 * flops["flops"] < products < flops["flops"]


def test_operations_grow_with_the_batch_and_by_what_attention_adds_for_the_context(job: dict):
    reference = Reference(job)
    small, double, longer = (reference.flops(*sizes)["flops"] for sizes in ((1, 8), (2, 8), (1, 18)))
    assert double == 2 * small
    blocks, channels = len(reference.model.denoiser.context), reference.model.denoiser.conditioner.null.shape[0]
    # Scores and mixing, 64 places each, over 10 more entries.
    assert longer - small == blocks * 2 * (2 * 64 * 10 * channels)


def test_guidance_outside_its_interval_changes_nothing(job: dict):
    with torch.inference_mode():
        guided, outside, plain = (
            Reference(job | change).paint()["pictures"] for change in ({}, {"interval": [0.0, 0.0]}, {"guidance": 1})
        )
    assert outside == plain != guided


@torch.inference_mode()
def test_descriptions_are_scored_as_one_by_one_and_pictures_are_encoded(job: dict):
    """Of three lengths, so that two are padded."""
    reference, rng = Reference(job), np.random.default_rng(1)
    model, vocabulary = reference.model, reference.vocabulary
    pictures = rng.uniform(-1, 1, (3, 4, SIZE, SIZE)).astype(np.float32)
    descriptions = ["sun", "a big yellow sun in the middle , flat style", "a ring"]
    found = reference.recall("a sun", descriptions, base64.b64encode(pictures.tobytes()).decode())
    prompt, mask = pad_rows([vocabulary.text.encode("a sun")])
    states = model.encoder(prompt, mask)
    for description, score in zip(descriptions, found["scores"], strict=True):
        content = vocabulary.text.encode(description)
        feed = pad_sequences([vocabulary.sequence({"description": content}, ["description"])])
        logits = model.prior.logits(model.prior.hidden(*feed, states, mask))[0]
        expected = 0.0
        for at, answer in enumerate([*content, END]):
            allowed = Grammar(vocabulary).allowed("description", content[:at])
            expected += float(logits[1 + at, allowed].log_softmax(0)[allowed.index(answer)])
        assert score == pytest.approx(expected, abs=1e-3)
    assert found["tokens"] == reference.tokenizer.encode(torch.from_numpy(pictures)).tolist()
    assert found["seconds"] > 0
