import numpy as np
import pytest
from drawn_people import DARK, WHITE, Shape, cat, drawn

from kaleido.data.parts.eyes import eye_pair, iris, single_eye, spots
from kaleido.data.parts.segments import segments
from kaleido.data.parts.whole_eyes import Eye, whole_eyes

FUR = "#f58a1f"


def found_in(rgba: np.ndarray) -> list[Eye]:
    drawing = segments(rgba)
    found = spots(drawing)
    pair = eye_pair(found, drawing)
    mask = single_eye(found, drawing) if pair is None else iris(pair, found, drawing)
    assert mask is not None
    return whole_eyes(drawing, mask)


def box(eye: Eye) -> tuple[float, float, float, float]:
    edges = eye.x - eye.across, eye.y - eye.down, eye.x + eye.across, eye.y + eye.down
    return edges[0] * 128, edges[1] * 128, edges[2] * 128, edges[3] * 128


def test_dark_eyes_without_a_white_are_as_large_as_they_are():
    left, right = found_in(cat())
    assert box(left) == pytest.approx((38, 56, 52, 74), abs=1.5)
    assert box(right) == pytest.approx((76, 56, 90, 74), abs=1.5)


def test_the_white_about_an_iris_is_of_the_eye_be_it_on_both_sides_alone():
    def eye(x: int) -> list[Shape]:
        return [
            ("o", (x - 14, 52, x + 14, 68), WHITE),
            ("o", (x - 8, 52, x + 8, 68), "#2f6fde"),
            ("o", (x - 4, 56, x + 4, 64), DARK),
        ]

    left, right = found_in(drawn(("o", (4, 4, 124, 124), FUR), *eye(40), *eye(88)))
    assert box(left) == pytest.approx((26, 52, 54, 68), abs=2)
    assert box(right) == pytest.approx((74, 52, 102, 68), abs=2)


def test_a_patch_of_fur_about_an_eye_is_none_of_it():
    shapes: list[Shape] = [("o", (4, 4, 124, 124), FUR)]
    for x in (40, 88):
        shapes += [("o", (x - 20, 34, x + 20, 90), WHITE), ("o", (x - 5, 55, x + 5, 65), DARK)]
    left, _ = found_in(drawn(*shapes))
    assert box(left) == pytest.approx((35, 55, 45, 65), abs=1.5)


def test_one_eye_is_told_of_what_is_seen_from_the_side():
    (eye,) = found_in(drawn(("o", (4, 20, 124, 120), FUR), ("o", (28, 44, 36, 52), DARK)))
    assert box(eye) == pytest.approx((28, 44, 36, 52), abs=1.5)


def test_nothing_is_told_of_eyes_at_the_silhouette():
    drawing = segments(drawn(("o", (4, 20, 124, 120), FUR), ("o", (8, 64, 18, 74), DARK)))
    mask = np.zeros((128, 128), bool)
    mask[64:74, 5:15] = True
    assert whole_eyes(drawing, mask) == []
