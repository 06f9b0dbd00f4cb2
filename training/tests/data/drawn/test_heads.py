import numpy as np
import pytest

from kaleido.data.drawn.catalogue import every_drawing, load_accessories
from kaleido.data.drawn.heads import heads_in
from kaleido.data.drawn.techniques import EYES_SOUGHT, TECHNIQUES, body


def face(*eyes: tuple[int, int, int, int]) -> np.ndarray:
    """A brown square from 10 to 90 of 100, with eyes in the colour of what is sought."""
    picture = np.zeros((100, 100, 4), np.uint8)
    picture[10:90, 10:90] = (120, 80, 40, 255)
    for x0, y0, x1, y1 in eyes:
        picture[y0:y1, x0:x1, :3] = (255, 0, 255)
    return picture


def test_both_eyes_and_the_head_about_them_are_found():
    found = heads_in({7: face((60, 40, 70, 52), (30, 40, 40, 52))})
    assert found["head_picture"].tolist() == [7]
    assert found["head_eyes"][0].tolist() == pytest.approx([0.35, 0.46, 0.05, 0.06, 0.65, 0.46, 0.05, 0.06])
    left, right, top, x, _ = found["head"][0].tolist()
    assert (left, right, top, x) == pytest.approx((0.1, 0.9, 0.1, 0.5), abs=0.011)


def test_one_eye_comes_first_and_what_a_gleam_cuts_is_one():
    picture = face((30, 40, 40, 52))
    picture[45:47, 30:40, :3] = 255
    assert heads_in({0: picture})["head_eyes"][0].tolist() == pytest.approx([0.35, 0.46, 0.05, 0.06, 0, 0, 0, 0])


def test_what_has_no_eyes_has_no_head():
    found = heads_in({0: face()})
    assert [len(found[name]) for name in ("head_picture", "head", "head_eyes")] == [0, 0, 0]


@pytest.mark.parametrize("style", TECHNIQUES)
def test_every_style_draws_sought_eyes_in_their_colour_alone_where_there_are_any(style: str):
    for accessory in every_drawing(load_accessories()):
        sought = body(accessory.drawing, style, {}, EYES_SOUGHT)
        assert (sought != body(accessory.drawing, style, {})) == accessory.drawing.has_eyes, accessory.thing.name
