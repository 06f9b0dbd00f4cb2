from drawn_people import DARK, WHITE, cat, drawn

from kaleido.data.parts.eyes import eye_pair, iris, single_eye, spots
from kaleido.data.parts.segments import segments


def test_eyes_are_the_dark_pair_and_not_the_nose():
    drawing = segments(cat())
    found = spots(drawing)
    pair = eye_pair(found, drawing)
    assert pair is not None
    eyes = iris(pair, found, drawing)
    assert eyes[65, 45] and eyes[65, 83]
    assert not eyes[86, 64]


def test_the_iris_about_a_pupil_is_the_eyes_colour_and_the_white_is_not():
    drawing = segments(
        drawn(
            ("o", (4, 4, 124, 124), "#f58a1f"),
            *[
                shape
                for x in (44, 84)
                for shape in (
                    ("o", (x - 14, 46, x + 14, 74), WHITE),
                    ("o", (x - 9, 51, x + 9, 69), "#2f6fde"),
                    ("o", (x - 4, 56, x + 4, 64), DARK),
                )
            ],
        )
    )
    found = spots(drawing)
    pair = eye_pair(found, drawing)
    assert pair is not None
    eyes = iris(pair, found, drawing)
    assert eyes[60, 44 + 6]
    assert not eyes[60, 44] and not eyes[60, 44 + 12]


def test_of_a_side_view_the_only_dark_spot_is_the_eye_and_several_are_none():
    body = ("o", (10, 30, 120, 110), "#8fc7f5")
    eye = ("o", (24, 50, 34, 60), DARK)
    one = segments(drawn(body, eye))
    assert eye_pair(spots(one), one) is None
    mask = single_eye(spots(one), one)
    assert mask is not None and mask[55, 29]
    several = segments(drawn(body, eye, ("o", (60, 40, 68, 48), DARK), ("o", (90, 52, 97, 59), DARK)))
    assert single_eye(spots(several), several) is None


def test_a_coloured_eye_on_a_dark_animal_is_an_eye():
    drawing = segments(drawn(("o", (10, 30, 120, 110), "#2c2c30"), ("o", (24, 50, 34, 60), "#badc4c")))
    mask = single_eye(spots(drawing), drawing)
    assert mask is not None and mask[55, 29]
