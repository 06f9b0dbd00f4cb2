from collections import Counter

import numpy as np
import pytest
import torch

from kaleido.config import RowConfig
from kaleido.data.canvases import Canvases, placed
from kaleido.data.scenes import Scenes
from kaleido.latents.ids import BOS, END, PAD
from kaleido.latents.kinds import KINDS, STARTS
from kaleido.latents.vocabulary import Vocabulary
from kaleido.models.visual_tokenizer import encode
from kaleido.stages.batches import CELLS, POOL, Layers, Rows, Stream, loader, order_kinds, targets, with_codes


@pytest.fixture
def rows(vocabulary: Vocabulary) -> Rows:
    return Rows(vocabulary, RowConfig(), 24, fixed=False)


def test_kinds_are_permuted_and_dropped_at_the_rates_that_the_config_says():
    rng, settings, n = np.random.default_rng(0), RowConfig(), 6000
    orders = [order_kinds(rng, settings) for _ in range(n)]
    present = Counter(k for o in orders for k in o)
    assert all(len(set(o)) == len(o) and set(o) <= set(KINDS) for o in orders)
    for kind in KINDS:
        kept = (1 - settings.drop_latents) * (1 - (settings.drop_tokens if kind == "tokens" else settings.drop_segment))
        assert present[kind] / n == pytest.approx(settings.canonical + (1 - settings.canonical) * kept, abs=0.025)
    several = [o for o in orders if len(o) > 1]
    assert 0.7 < sum(o == [k for k in KINDS if k in o] for o in several) / len(several) < 0.9
    assert any(o[0] == "tokens" for o in several)
    assert np.mean([o[-1] == "tokens" for o in several if "tokens" in o]) > 0.8


def test_targets_are_the_next_tokens_but_what_is_forced(scenes: Scenes, rows: Rows):
    rng = np.random.default_rng(0)
    batch = rows.batch(
        [rows.row(scenes.make(rng), ["palette", "tokens"]), rows.row(scenes.make(rng), ["palette"], has_prompt=False)]
    )
    wanted = targets(batch.tokens, batch.kinds)
    for tokens, kinds, row in zip(batch.tokens.tolist(), batch.kinds.tolist(), wanted.tolist(), strict=True):
        for n, target in enumerate(row):
            following = tokens[n + 1] if n + 1 < len(tokens) else PAD
            # Start tokens are the engine's choice, and after 64 codes there is nothing but the end.
            forced = following in (PAD, *STARTS.values()) or (following == END and KINDS[kinds[n] - 1] == "tokens")
            assert target == (-100 if forced else following)
    assert (wanted == END).sum() == 2
    assert batch.tokens[:, 0].tolist() == [BOS, BOS] and batch.has_tokens.tolist() == [True, False]
    assert batch.prompt_mask[0].any() and not batch.prompt_mask[1].any() and not batch.prompt[1].any()


def test_codes_of_the_canvas_come_in_row_by_row(scenes: Scenes, canvases: Canvases, rows: Rows, visual_tokenizer):
    rng = np.random.default_rng(1)
    drawn = [scenes.make(rng) for _ in range(2)]
    batch = rows.batch([rows.row(drawn[0], ["tokens", "palette"]), rows.row(drawn[1], ["boxes", "tokens"])])
    codes = encode(visual_tokenizer, canvases(drawn))
    first = rows.vocabulary.ranges["code"][0]
    tokens = with_codes(batch, codes, first)
    for row, code in zip(tokens, codes, strict=True):
        assert (row[row >= first] - first).tolist() == code.tolist()
    outside = batch.tokens < first
    assert (tokens[outside] == batch.tokens[outside]).all()


def test_a_row_that_is_too_long_is_cut_and_has_no_visual_tokens(scenes: Scenes, vocabulary: Vocabulary):
    short = Rows(vocabulary, RowConfig(length=50), 24, fixed=True)
    row = short.row(scenes.make(np.random.default_rng(0)), list(KINDS))
    assert len(row.sequence[0]) == 50 and not row.has_tokens
    assert short.batch([row]).tokens.shape == (1, 50)


def test_rows_of_like_length_go_together(scenes: Scenes, rows: Rows):
    stream = iter(Stream(scenes.make, rows, 8, 0))
    widths = [next(stream).tokens.shape[1] for _ in range(POOL)]
    assert max(widths) > 1.5 * min(widths)


def test_fixed_batches_have_one_shape(scenes: Scenes, vocabulary: Vocabulary):
    stream = iter(Stream(scenes.make, Rows(vocabulary, RowConfig(), 24, fixed=True), 3, 0))
    shapes = {(next(stream).tokens.shape, next(stream).prompt.shape) for _ in range(4)}
    assert shapes == {((3, RowConfig().length), (3, 24))}


def test_a_worker_draws_what_the_process_itself_would(scenes: Scenes, rows: Rows):
    stream = Stream(scenes.make, rows, 2, 5)
    here, there = next(loader(stream, 0, "cpu")), next(loader(stream, 1, "cpu"))
    assert torch.equal(here.tokens, there.tokens) and torch.equal(here.ids, there.ids)


def test_other_seeds_draw_other_scenes(scenes: Scenes):
    one, two = (next(iter(Layers(scenes.make, 4, seed)))[1] for seed in (0, 1))
    assert not torch.equal(one, two)


def test_layers_are_placed_from_back_to_front(scenes: Scenes):
    rng = np.random.default_rng(2)
    drawn = [scenes.make(rng) for _ in range(6)]
    ids, geometry = placed(drawn)
    for row, scene in enumerate(drawn):
        for k, layer in enumerate(scene.layers):
            assert ids[row, k].tolist() == [layer.picture, layer.paint]
            np.testing.assert_allclose(geometry[row, k], [layer.x, layer.y, layer.side, layer.flip], rtol=1e-6)
        assert (ids[row, len(scene.layers) :, 0] == -1).all()


def test_there_are_as_many_cells_as_a_position_can_count():
    assert CELLS == 64
