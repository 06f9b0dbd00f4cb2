import numpy as np
import pytest

from kaleido.data.colour import NAMED, colour_name, hex_to_rgb, oklab_to_srgb, repaint, rgb_to_hex, rotate_hue, srgb_to_oklab


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


def test_repainting_gives_the_largest_area_the_colour_and_leaves_others():
    rgb, alpha = np.zeros((4, 4, 3), np.float32), np.ones((4, 4), np.float32)
    rgb[:3], rgb[3] = hex_to_rgb("#f58a1f"), hex_to_rgb("#1c4aa8")
    rgb[0] = hex_to_rgb("#c06a10")  # its shadow
    made = repaint(rgb, alpha, "#3aa845")
    assert {colour_name(srgb_to_oklab(made[y, 0])) for y in range(3)} == {"green"}
    assert srgb_to_oklab(made[0, 0])[0] < srgb_to_oklab(made[1, 0])[0]
    np.testing.assert_allclose(made[3], rgb[3], atol=0.02)


def test_repainting_what_is_transparent_changes_nothing():
    rgb = np.full((2, 2, 3), 0.3, np.float32)
    np.testing.assert_array_equal(repaint(rgb, np.zeros((2, 2), np.float32), "#2f6fde"), rgb)
