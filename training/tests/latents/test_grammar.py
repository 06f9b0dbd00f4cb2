import numpy as np
import pytest

from kaleido.data.units import COLOURS, LABEL, OBJECTS
from kaleido.latents.grammar import Grammar
from kaleido.latents.ids import END
from kaleido.latents.kinds import KINDS
from kaleido.latents.vocabulary import Vocabulary


def sample(
    grammar: Grammar, kind: str, rng: np.random.Generator, boxes: int | None = None, stop: float = 0.3
) -> list[int]:
    """Content drawn at random from what the grammar allows; it ends with chance `stop` where it may."""
    content: list[int] = []
    while True:
        allowed = grammar.allowed(kind, content, boxes)
        assert allowed, (kind, content)
        if END in allowed and (len(allowed) == 1 or rng.random() < stop):
            return content
        content.append(int(rng.choice([i for i in allowed if i != END])))


def check_description(v: Vocabulary, content: list[int]) -> None:
    assert 1 <= len(content) <= v.description_limit
    assert all(v.ranges["text"][0] <= i < v.ranges["text"][1] for i in content)


def check_boxes(v: Vocabulary, content: list[int]) -> None:
    first, objects = v.ranges["location"][0], 0
    while content:
        label = next(n for n, i in enumerate(content) if i >= first)
        x0, y0, x1, y1 = (i - first for i in content[label : label + 4])
        assert 1 <= label <= LABEL and 0 <= x0 < x1 <= 32 and 0 <= y0 < y1 <= 32
        content, objects = content[label + 4 :], objects + 1
    assert 1 <= objects <= OBJECTS


def check_blobs(v: Vocabulary, content: list[int]) -> None:
    first = v.ranges["location"][0]
    assert len(content) % 5 == 0 and 1 <= len(content) // 5 <= OBJECTS
    for i in range(0, len(content), 5):
        x, y, major, minor = (n - first for n in content[i : i + 4])
        assert 0 <= x <= 32 and 0 <= y <= 32 and 32 >= major >= minor >= 1
        assert v.ranges["angle"][0] <= content[i + 4] < v.ranges["angle"][1]


def check_palette(v: Vocabulary, content: list[int]) -> None:
    colours, shares = content[::2], content[1::2]
    assert len(colours) == len(shares) and 1 <= len(colours) <= COLOURS
    assert len(set(colours)) == len(colours) and shares == sorted(shares, reverse=True)
    assert all(v.ranges["colour"][0] <= i < v.ranges["colour"][1] for i in colours)
    assert all(v.ranges["share"][0] <= i < v.ranges["share"][1] for i in shares)


def check_tokens(v: Vocabulary, content: list[int]) -> None:
    assert len(content) == 64 and all(v.ranges["code"][0] <= i < v.ranges["code"][1] for i in content)


CHECKS = {
    "description": check_description,
    "boxes": check_boxes,
    "blobs": check_blobs,
    "palette": check_palette,
    "tokens": check_tokens,
}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("stop", [0.0, 0.3, 1.0])
def test_whatever_is_sampled_parses(vocabulary: Vocabulary, kind, stop):
    grammar, rng = Grammar(vocabulary), np.random.default_rng(0)
    for _ in range(30):
        CHECKS[kind](vocabulary, sample(grammar, kind, rng, stop=stop))


@pytest.mark.parametrize("boxes", [1, 2, 3])
def test_there_are_as_many_blobs_as_boxes(vocabulary: Vocabulary, boxes):
    grammar, rng = Grammar(vocabulary), np.random.default_rng(0)
    for stop in (0.0, 0.5, 1.0):
        assert len(sample(grammar, "blobs", rng, boxes, stop)) == 5 * boxes


def test_all_kinds_have_a_check():
    assert set(CHECKS) == set(KINDS)
