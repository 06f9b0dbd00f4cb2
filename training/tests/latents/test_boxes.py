import numpy as np
import pytest

from kaleido.data.compose import Layer
from kaleido.latents import boxes


def layer(x0: int, y0: int, x1: int, y1: int, value: float = 1.0) -> Layer:
    mask = np.zeros((64, 64), np.float32)
    mask[y0:y1, x0:x1] = value
    return Layer("sun", "flat", mask, np.zeros((64, 64, 4), np.float32))


@pytest.mark.parametrize(
    ("pixels", "box"),
    [
        ((10, 20, 40, 60), (5, 10, 20, 30)),
        ((0, 0, 64, 64), (0, 0, 32, 32)),
        ((11, 21, 39, 59), (5, 10, 20, 30)),
        ((63, 63, 64, 64), (31, 31, 32, 32)),
    ],
)
def test_boxes_hold_the_mask_and_no_step_more(pixels, box):
    assert boxes.extract([layer(*pixels)]) == [("sun", *box)]


def test_faint_pixels_do_not_widen_a_box():
    solid, faint = layer(10, 20, 40, 60), layer(0, 0, 64, 64, 0.2)
    both = Layer("sun", "flat", np.maximum(solid.mask, faint.mask), solid.pixels)
    assert boxes.extract([both]) == [("sun", 5, 10, 20, 30)]


def test_an_object_that_is_covered_still_has_a_box_with_an_inside():
    [(_, x0, y0, x1, y1)] = boxes.extract([layer(0, 0, 0, 0)])
    assert x0 < x1 and y0 < y1
