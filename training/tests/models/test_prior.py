import pytest
import torch

from kaleido.latents.ids import PAD
from kaleido.latents.kinds import KINDS, STARTS
from kaleido.latents.vocabulary import Vocabulary
from kaleido.models.kaleido import Kaleido
from kaleido.models.prior import empty_cache, extended


def rows(vocabulary: Vocabulary) -> tuple[list[torch.Tensor], torch.Tensor, torch.Tensor]:
    """Two sequences of unlike length (tokens, kinds, positions, places; padded right), their prompts and the prompts'
    mask."""
    first = {k: vocabulary.ranges[k][0] for k in vocabulary.ranges}
    palette, boxes = (
        [first["colour"] + 2, first["share"] + 4],
        [first["text"] + 3, *(first["location"] + n for n in (1, 2, 9, 9))],
    )
    segments = {"boxes": boxes, "palette": palette, "tokens": [first["code"] + 3] * 8}
    sequences = [vocabulary.sequence(segments, order) for order in (["boxes", "palette", "tokens"], ["palette"])]
    longest = len(sequences[0][0])
    feed = [torch.tensor([s[i] + [PAD] * (longest - len(s[i])) for s in sequences]) for i in range(4)]
    return feed, torch.tensor([[10, 11, 12], [13, 0, 0]]), torch.tensor([[1.0, 1, 1], [1, 0, 0]])


@pytest.mark.parametrize("cuts", [[], [1], [5, 6], list(range(1, 22))])
def test_decoding_with_a_cache_gives_what_one_pass_gives(model: Kaleido, vocabulary: Vocabulary, cuts):
    feed, prompt, mask = rows(vocabulary)
    real = (feed[0] != PAD).float()
    states = model.encoder(prompt, mask)
    wanted = model.prior.hidden(*feed, states, mask)
    cross = model.prior.project(states)
    cache = empty_cache(model.prior, 2)
    found = []
    for start, end in zip([0, *cuts], [*cuts, feed[0].shape[1]], strict=True):
        part = [f[:, start:end] for f in feed]
        hidden, made = model.prior.step(tuple(part), cache, real[:, :start], cross, mask)
        cache = extended(cache, made)
        found.append(hidden)
    inside = real.bool()
    torch.testing.assert_close(torch.cat(found, 1)[inside], wanted[inside], atol=1e-5, rtol=1e-5)


def test_logits_of_words_and_codes_apart_are_those_of_the_whole_vocabulary(model: Kaleido):
    hidden, first = torch.randn(3, model.prior.norm.normalized_shape[0]), model.prior.code_first
    words, codes = model.prior.logits_apart(hidden[:2], hidden[1:])
    whole = model.prior.logits(hidden)
    torch.testing.assert_close(words, whole[:2, :first])
    torch.testing.assert_close(codes, whole[1:, first:])


def test_later_tokens_do_not_change_earlier_states_but_the_prompt_does(model: Kaleido, vocabulary: Vocabulary):
    feed, prompt, mask = rows(vocabulary)
    states = model.encoder(prompt, mask)
    wanted = model.prior.hidden(*feed, states, mask)
    changed = feed[0].clone()
    changed[:, 6:] = 20
    other = model.prior.hidden(changed, *feed[1:], states, mask)
    torch.testing.assert_close(other[:, :6], wanted[:, :6], atol=1e-6, rtol=0)
    assert (other[:, 6:] - wanted[:, 6:]).abs().max() > 1e-2
    elsewhere = model.prior.hidden(*feed, model.encoder(prompt + 5, mask), mask)
    assert (elsewhere - wanted).abs().max() > 1e-3


def test_the_place_of_the_next_cell_is_told_where_boxes_go_before(model: Kaleido, vocabulary: Vocabulary):
    feed, prompt, mask = rows(vocabulary)
    states = model.encoder(prompt, mask)
    without = model.prior.hidden(*feed[:3], torch.zeros_like(feed[3]), states, mask)
    model.prior.place.weight.data[1:].normal_()
    found = model.prior.hidden(*feed, states, mask)
    model.prior.place.weight.data.zero_()
    changed = (found - without).abs().amax(-1) > 1e-3
    first = int((feed[3][0] > 0).nonzero()[0])
    assert feed[0][0, first] == STARTS["tokens"]
    assert not changed[0, :first].any() and changed[0, first:].all() and not changed[1].any()


def test_padding_of_the_prompt_is_not_read(model: Kaleido, vocabulary: Vocabulary):
    feed, prompt, mask = rows(vocabulary)
    padded, wide = torch.cat([prompt, torch.full((2, 2), 7)], 1), torch.cat([mask, torch.zeros(2, 2)], 1)
    one = model.prior.hidden(*feed, model.encoder(prompt, mask), mask)
    two = model.prior.hidden(*feed, model.encoder(padded, wide), wide)
    torch.testing.assert_close(one, two, atol=1e-5, rtol=0)


def test_a_segment_has_no_place_of_its_own_in_the_sequence(vocabulary: Vocabulary):
    segment = vocabulary.segment("palette", [40, 50])
    ids, kinds, positions, _ = vocabulary.sequence({"palette": [40, 50], "boxes": [20, 21]}, ["boxes", "palette"])
    assert (ids[-4:], kinds[-4:], positions[-4:]) == segment
    assert max(kinds) <= len(KINDS)
