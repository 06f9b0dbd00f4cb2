import numpy as np
import pytest

from kaleido.data.colour import NAMED, colour_name, hex_to_rgb, oklab_to_srgb, rgb_to_hex, rotate_hue, srgb_to_oklab


def test_oklab_and_back_is_the_same_colour():
    rgb = np.random.default_rng(0).random((500, 3)).astype(np.float32)
    np.testing.assert_allclose(oklab_to_srgb(srgb_to_oklab(rgb)), rgb, atol=2e-3)


@pytest.mark.parametrize(
    ("rgb", "lab"),
    [((1, 1, 1), (1, 0, 0)), ((0, 0, 0), (0, 0, 0)), ((1, 0, 0), (0.6280, 0.2249, 0.1258)), ((0, 0, 1), (0.4520, -0.0325, -0.3115))],
)
def test_oklab_of_known_colours(rgb, lab):
    np.testing.assert_allclose(srgb_to_oklab(np.array(rgb, np.float32)), lab, atol=1e-3)


def test_hex_round_trip():
    for code in ("#000000", "#ffffff", "#12ab9f"):
        assert rgb_to_hex(hex_to_rgb(code)) == code


@pytest.mark.parametrize("name", NAMED)
def test_prototypes_have_their_own_name(name):
    assert {colour_name(srgb_to_oklab(hex_to_rgb(code))) for code in NAMED[name]} == {name}


def test_turning_the_hue_keeps_greys_and_lightness_and_comes_back():
    grey, red = np.full(3, 0.5, np.float32), hex_to_rgb("#b07070")
    np.testing.assert_allclose(rotate_hue(grey, 120), grey, atol=3e-3)
    turned = rotate_hue(red, 120)
    assert abs(turned - red).max() > 0.05
    assert srgb_to_oklab(turned)[0] == pytest.approx(srgb_to_oklab(red)[0], abs=2e-3)
    np.testing.assert_allclose(rotate_hue(turned, 240), red, atol=5e-3)
