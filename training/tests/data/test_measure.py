import numpy as np
import pytest

from kaleido.data import measure
from kaleido.data.tables import Tables

TABLES = Tables.load()


def rectangle(x0: int, y0: int, x1: int, y1: int, side: int = 128) -> np.ndarray:
    alpha = np.zeros((side, side), np.float32)
    alpha[y0:y1, x0:x1] = 1
    return alpha


def test_the_tight_box_is_that_of_what_is_opaque():
    alpha = rectangle(32, 16, 96, 48)
    alpha[100, 100] = 0.2
    assert measure.box(alpha) == (0.25, 0.125, 0.75, 0.375)
    assert measure.box(np.zeros((8, 8), np.float32)) == (0, 0, 0, 0)


def test_moments_of_a_rectangle_are_known():
    x, y, xx, xy, yy = measure.moments(rectangle(32, 16, 96, 48))
    # A pixel row of n pixels of width w has variance (n² − 1) w² / 12.
    assert (x, y, xy) == pytest.approx((0.5, 0.25, 0), abs=1e-6)
    assert xx == pytest.approx((64**2 - 1) / 12 / 128**2, rel=1e-4)
    assert yy == pytest.approx((32**2 - 1) / 12 / 128**2, rel=1e-4)


def test_moments_of_a_falling_diagonal_have_a_positive_covariance():
    assert measure.moments(np.eye(64, dtype=np.float32))[3] > 0


def test_the_circle_of_a_band_is_in_its_middle():
    x, y, radius = measure.circle(rectangle(0, 40, 128, 80))
    assert (x, y) == pytest.approx((0.5, 60 / 128), abs=0.01)
    assert radius == pytest.approx(20 / 128, abs=0.01)


def test_the_circle_does_not_leave_the_picture():
    x, y, radius = measure.circle(np.ones((64, 64), np.float32))
    assert (x, y, radius) == pytest.approx((0.5, 0.5, 0.5), abs=0.02)


def picture(*bands: tuple[str, int]) -> np.ndarray:
    """Bands of colours, each so many of the 128 rows high, below each other."""
    pixels, row = np.zeros((128, 128, 4), np.uint8), 0
    for code, rows in bands:
        pixels[row : row + rows] = (*bytes.fromhex(code[1:]), 255)
        row += rows
    return pixels


def test_colours_are_counted_of_what_is_opaque_largest_first():
    pictures = np.stack([picture(("#d92b2b", 32), ("#2f6fde", 64))])
    found = measure.colours(pictures, TABLES, ["#2f6fde", "#d92b2b", "#ffffff"])
    names = list(TABLES.colours)
    start, end = found["palette_starts"][:2]
    assert found["palette_colours"][start:end].tolist() == [0, 1]
    assert found["palette_shares"][start:end].tolist() == [170, 85]
    assert [names[k] for k in found["colour_names"][0, 0, :2]] == ["blue", "red"]
    assert found["colour_names"][0, 0, 2] == 255
    assert found["colour_shares"][0, 0].tolist() == [170, 85, 0]


def test_every_paint_is_measured_as_it_looks():
    found = measure.colours(np.stack([picture(("#d92b2b", 96), ("#111111", 32))]), TABLES, ["#000000"])
    names = list(TABLES.colours)
    for p, paint in enumerate(TABLES.paints, 1):
        assert names[found["colour_names"][0, p, 0]] == paint
    assert len(found["palette_starts"]) == 1 + 1 + len(TABLES.paints)
