import numpy as np
import pytest

from kaleido.data.colour import codebook, hex_to_rgb, srgb_to_oklab


@pytest.mark.parametrize(
    ("rgb", "lab"),
    [
        ((1, 1, 1), (1, 0, 0)),
        ((0, 0, 0), (0, 0, 0)),
        ((1, 0, 0), (0.6280, 0.2249, 0.1258)),
        ((0, 0, 1), (0.4520, -0.0325, -0.3115)),
    ],
)
def test_oklab_of_known_colours(rgb: tuple[float, ...], lab: tuple[float, ...]):
    np.testing.assert_allclose(srgb_to_oklab(np.array(rgb, np.float32)), lab, atol=1e-3)


def test_codes_become_numbers():
    assert hex_to_rgb("#ff0080").tolist() == pytest.approx([1, 0, 128 / 255])
    assert codebook(["#ffffff", "#000000"])[:, 0].tolist() == pytest.approx([1, 0], abs=1e-3)
