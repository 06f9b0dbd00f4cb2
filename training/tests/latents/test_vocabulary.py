import pytest

from kaleido.data.units import LABEL
from kaleido.latents.ids import BOS, END
from kaleido.latents.kinds import KINDS, STARTS, Latents
from kaleido.latents.vocabulary import Vocabulary

LATENTS = Latents(
    description="a big yellow sun",
    boxes=[("sun", 0, 1, 30, 31), ("red pizza", 4, 4, 8, 8)],
    blobs=[(16, 16, 14, 12, 3), (6, 6, 2, 1, 23)],
    palette=[(31, 5), (0, 1)],
    tokens=list(range(64)),
)


def contents(vocabulary: Vocabulary) -> dict[str, list[int]]:
    return {kind: vocabulary.content(kind, LATENTS) for kind in KINDS}


def test_ranges_follow_each_other_and_fill_the_vocabulary(vocabulary: Vocabulary):
    bounds = list(vocabulary.ranges.values())
    assert [a for a, _ in bounds[1:]] == [b for _, b in bounds[:-1]]
    assert bounds[-1][1] == vocabulary.size
    assert bounds[0] == (9, len(vocabulary.text))


@pytest.mark.parametrize("order", [list(KINDS), ["tokens", "boxes"], ["palette", "description", "blobs"], []])
def test_a_sequence_reads_back_segment_by_segment(vocabulary: Vocabulary, order):
    parts = contents(vocabulary)
    ids, kinds, positions, _ = vocabulary.sequence(parts, order)
    assert (ids[0], kinds[0], positions[0]) == (BOS, 0, 0)
    found, at = {}, 1
    while at < len(ids):
        kind = KINDS[kinds[at] - 1]
        assert ids[at] == STARTS[kind]
        end = ids.index(END, at)
        found[kind] = ids[at + 1 : end]
        assert kinds[at : end + 1] == [KINDS.index(kind) + 1] * (end + 1 - at)
        assert positions[at : end + 1] == list(range(end + 1 - at))
        at = end + 1
    assert list(found) == order
    assert found == {k: parts[k] for k in order}


def test_content_ids_stand_for_what_they_were_made_from(vocabulary: Vocabulary):
    parts, ranges = contents(vocabulary), vocabulary.ranges
    assert vocabulary.text.decode(parts["description"]) == LATENTS.description
    location = ranges["location"][0]
    assert [i - location for i in parts["boxes"] if i >= location] == [0, 1, 30, 31, 4, 4, 8, 8]
    assert vocabulary.text.decode([i for i in parts["boxes"] if i < location]) == "sun red pizza"
    assert [i - location for i in parts["blobs"][:4]] == [16, 16, 14, 12] and parts["blobs"][4] - ranges["angle"][
        0
    ] == 3
    assert parts["palette"] == [
        ranges["colour"][0] + 31,
        ranges["share"][0] + 5,
        ranges["colour"][0],
        ranges["share"][0] + 1,
    ]
    assert [i - ranges["code"][0] for i in parts["tokens"]] == LATENTS.tokens


def test_long_labels_and_descriptions_are_cut(vocabulary: Vocabulary):
    long = Latents(" ".join(["sun"] * 60), [("qwxyz jkvbq wwxyz qqxxz", 0, 0, 1, 1)])
    assert len(vocabulary.content("description", long)) == vocabulary.description_limit
    assert len(vocabulary.content("boxes", long)) == LABEL + 4
