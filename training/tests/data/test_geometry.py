import numpy as np

from kaleido.data.colour import codebook
from kaleido.data.geometry import alike, blob_steps, box_steps, palette_steps


def test_boxes_are_rounded_outwards_but_for_a_hair():
    assert box_steps(4, 8, 124, 120) == (1, 2, 31, 30)
    assert box_steps(3.9, 8.1, 124.1, 123.9) == (1, 2, 31, 31)
    assert box_steps(5, 5, 5.5, 5.5) == (1, 1, 2, 2)


def test_boxes_stay_on_the_canvas_and_are_never_empty():
    assert box_steps(-20, -20, 140, 140) == (0, 0, 32, 32)
    assert box_steps(130, 10, 131, 20) == (31, 2, 32, 5)


def test_a_blob_is_the_ellipse_of_the_same_moments():
    # Radii of 40 and 20 pixels: variances of 400 and 100, 20 and 10 steps of two pixels.
    assert blob_steps(64, 32, 400, 0, 100) == (16, 8, 20, 10, 0)
    assert blob_steps(64, 32, 100, 0, 400) == (16, 8, 20, 10, 12)


def test_the_angle_turns_from_x_to_y():
    assert blob_steps(0, 0, 250, 150, 250)[2:] == (20, 10, 6)
    assert blob_steps(0, 0, 250, -150, 250)[2:] == (20, 10, 18)


def test_the_palette_joins_what_is_alike_and_leaves_out_specks():
    same = alike(codebook(["#d92b2b", "#dd3030", "#2f6fde", "#111111"]))
    assert palette_steps(np.array([30, 40, 25, 3], np.float32), same) == [(1, 5), (2, 1)]


def test_shares_are_parts_of_the_whole():
    assert palette_steps(np.array([1, 0, 1], np.float32), np.eye(3, dtype=bool), whole=4) == [(0, 1), (2, 1)]


def test_nothing_opaque_has_one_entry():
    assert palette_steps(np.zeros(4, np.float32), np.eye(4, dtype=bool)) == [(0, 0)]
