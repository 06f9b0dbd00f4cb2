"""Where something sits on what is drawn."""

import numpy as np
import pytest

from kaleido.data.parts.seat import seat

SIDE = 64


def drawn(*boxes: tuple[int, int, int, int]) -> np.ndarray:
    """A picture of solid boxes x0, y0, x1, y1."""
    rgba = np.zeros((SIDE, SIDE, 4), np.uint8)
    for x0, y0, x1, y1 in boxes:
        rgba[y0:y1, x0:x1] = 255
    return rgba


def test_it_is_the_back_of_an_animal_and_not_its_head() -> None:
    x, y = seat(drawn((8, 30, 56, 44), (10, 44, 16, 60), (48, 44, 54, 60), (8, 10, 20, 30)))
    assert 0.4 < x < 0.75
    assert y == pytest.approx(30 / SIDE)


def test_it_is_not_a_lamp_beside_a_sofa() -> None:
    assert seat(drawn((4, 34, 50, 60), (54, 2, 56, 60)))[1] == pytest.approx(34 / SIDE)


def test_it_is_the_middle_of_what_is_even() -> None:
    assert seat(drawn((10, 20, 54, 60))) == (pytest.approx(0.5, abs=0.02), pytest.approx(20 / SIDE))


def test_something_narrow_is_sat_on_at_its_upper_end() -> None:
    assert seat(drawn((30, 12, 33, 60))) == (pytest.approx(31.5 / SIDE), pytest.approx(12 / SIDE))


def test_nothing_has_a_seat_where_nothing_is_drawn() -> None:
    assert seat(drawn()) == (0.5, 0.0)
