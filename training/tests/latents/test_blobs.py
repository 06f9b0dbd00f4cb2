import numpy as np
import pytest

from kaleido.data.compose import Layer
from kaleido.latents import blobs


def ellipse(x: float, y: float, major: float, minor: float, degrees: float) -> Layer:
    """Drawn at four times the resolution; the angle runs from the x axis towards y, which points down."""
    ys, xs = (np.mgrid[0:256, 0:256] + 0.5) / 4
    turn = np.deg2rad(degrees)
    along = (xs - x) * np.cos(turn) + (ys - y) * np.sin(turn)
    across = (ys - y) * np.cos(turn) - (xs - x) * np.sin(turn)
    fine = ((along / major) ** 2 + (across / minor) ** 2 < 1).astype(np.float32)
    return Layer("sun", "flat", fine.reshape(64, 4, 64, 4).mean((1, 3)), np.zeros((64, 64, 4), np.float32))


@pytest.mark.parametrize(
    "drawn", [(32, 32, 24, 12, 0), (30, 26, 20, 9, 30), (24, 36, 18, 6, 90), (34, 30, 22, 8, 150), (20, 44, 12, 5, 67.5)]
)
def test_a_drawn_ellipse_is_found_again(drawn):
    x, y, major, minor, degrees = drawn
    [(xc, yc, long, short, turn)] = blobs.extract([ellipse(*drawn)])
    assert (xc, yc) == (round(x / 2), round(y / 2))
    assert abs(long - major) <= 1 and abs(short - minor) <= 1
    assert min(abs(turn - degrees / 7.5), blobs.ANGLES - abs(turn - degrees / 7.5)) <= 0.6


def test_a_circle_has_equal_radii_and_nothing_is_a_point_of_radius_one():
    [(_, _, major, minor, _)] = blobs.extract([ellipse(32, 32, 16, 16, 0)])
    assert major == minor == 16
    [(_, _, major, minor, turn)] = blobs.extract([ellipse(32, 32, 1e-3, 1e-3, 0)])
    assert (major, minor) == (1, 1) and 0 <= turn < blobs.ANGLES
