from collections import Counter
from pathlib import Path

import numpy as np
import pytest
import torch

from kaleido.config import Config, JointConfig
from kaleido.latents.vocabulary import BOS, END, KINDS, PAD, STARTS
from kaleido.train.dataset import Canvases, codes_of, order_kinds


@pytest.fixture(scope="module")
def canvases(config: Config, run: Path) -> Canvases:
    return Canvases(config, run)


def test_kinds_are_permuted_and_dropped_at_the_rates_that_the_config_says():
    rng, settings, n = np.random.default_rng(0), JointConfig(), 6000
    orders = [order_kinds(rng, settings) for _ in range(n)]
    present = Counter(k for o in orders for k in o)
    assert all(len(set(o)) == len(o) and set(o) <= set(KINDS) for o in orders)
    for kind in KINDS:
        dropped = settings.drop_tokens if kind == "tokens" else settings.drop_segment
        assert present[kind] / n == pytest.approx((1 - settings.drop_latents) * (1 - dropped), abs=0.025)
    several = [o for o in orders if len(o) > 1]
    canonical = sum(o == [k for k in KINDS if k in o] for o in several) / len(several)
    assert 0.5 < canonical < 0.8
    assert sum(not o for o in orders) / n == pytest.approx(settings.drop_latents, abs=0.03)
    assert any(o[0] == "tokens" for o in several)
    assert np.mean([o[-1] == "tokens" for o in several if "tokens" in o]) > 0.8


def test_targets_are_the_next_tokens_but_what_is_forced(canvases: Canvases):
    batch = canvases.collate(np.array([0, 1]), [[10, 11], [12]], [["palette", "tokens"], ["palette"]])
    for tokens, kinds, targets in zip(batch.tokens.tolist(), batch.kinds.tolist(), batch.targets.tolist(), strict=True):
        for n, target in enumerate(targets):
            following = tokens[n + 1] if n + 1 < len(tokens) else PAD
            # Start tokens are the engine's choice, and after 64 codes there is nothing but the end.
            forced = following in (PAD, *STARTS.values()) or (following == END and KINDS[kinds[n] - 1] == "tokens")
            assert target == (-100 if forced else following)
    assert (batch.targets == END).sum() == 2
    assert batch.tokens[:, 0].tolist() == [BOS, BOS] and (batch.tokens == END).sum(1).tolist() == [2, 1]
    assert batch.has_tokens.tolist() == [True, False] and batch.prompt_mask.tolist() == [[1, 1], [1, 0]]


def test_codes_are_read_back_from_sequences(canvases: Canvases):
    batch = canvases.collate(np.array([0, 1, 2]), [[10]] * 3, [["tokens", "palette"], ["palette"], ["tokens"]])
    codes = codes_of(batch, canvases.vocabulary)
    assert codes[[0, 2]].tolist() == canvases.codes[[0, 2]].tolist() and not codes[1].any()


def test_images_come_in_the_order_asked_for(canvases: Canvases):
    rows = np.array([5, 2, 5, 0])
    images = canvases.images(rows)
    for image, row in zip(images, rows, strict=True):
        torch.testing.assert_close(image, torch.from_numpy(canvases.pixels[row].transpose(2, 0, 1) / 127.5 - 1).float())


def test_held_out_canvases_are_never_drawn(canvases: Canvases):
    batches = canvases.batches(np.random.default_rng(0))
    seen = {int(r) for _ in range(12) for r in next(batches).rows}
    held = canvases.held()
    assert seen and not seen & set(held.rows.tolist())
    assert len(held.rows) == len(canvases.records) // 5
    for kinds, tokens in zip(held.kinds, held.tokens, strict=True):
        assert kinds[tokens != PAD].unique().tolist() == list(range(len(KINDS) + 1))


def test_prompts_are_drawn_anew_and_keep_to_the_limit(canvases: Canvases):
    rng = np.random.default_rng(0)
    prompts = {tuple(canvases.prompt(rng, 0)) for _ in range(30)}
    assert len(prompts) > 3 and all(0 < len(p) <= canvases.config.latents.prompt_limit for p in prompts)
