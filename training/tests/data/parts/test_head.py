import numpy as np
from drawn_people import DARK, drawn

from kaleido.data.parts.head import head_about


def test_a_head_ends_where_nothing_is_solid_beside_and_above_its_eyes():
    # A body behind a head on a neck, an ear that stands up beside the eye.
    rgba = drawn(
        ("r", (60, 60, 120, 110), "#9aa0a6"), ("o", (10, 20, 50, 60), "#9aa0a6"), ("r", (30, 40, 70, 80), "#9aa0a6")
    )
    eyes = np.zeros((128, 128), bool)
    eyes[38:42, 24:28] = True
    left, right, top, x, y = head_about(rgba, eyes)
    assert abs(left - 10 / 128) < 0.02 and right < 75 / 128
    assert abs(top - 22 / 128) < 0.03
    assert abs(x - 26 / 128) < 0.02 and abs(y - 40 / 128) < 0.02


def test_a_horn_between_the_eyes_does_not_reach_up_the_head():
    rgba = drawn(("o", (20, 40, 108, 120), "#9aa0a6"), ("r", (62, 4, 66, 60), DARK))
    eyes = np.zeros((128, 128), bool)
    eyes[70:76, 40:46] = eyes[70:76, 82:88] = True
    _, _, top, x, _ = head_about(rgba, eyes)
    assert abs(x - 0.5) < 0.02 and abs(top - 41 / 128) < 0.03
