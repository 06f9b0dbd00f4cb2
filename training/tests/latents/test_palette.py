import numpy as np

from kaleido.data.colour import hex_to_rgb, srgb_to_oklab
from kaleido.latents import palette

CODES = ["#2060d0", "#ffffff", "#d03020", "#101010"]


def codebook() -> np.ndarray:
    return srgb_to_oklab(np.stack([hex_to_rgb(c) for c in CODES]))


def two_colours(rows: int) -> np.ndarray:
    """Half the canvas is opaque: `rows` of its 32 rows red, the others blue."""
    pixels = np.zeros((64, 64, 4), np.float32)
    pixels[:32] = (*hex_to_rgb(CODES[0]), 1)
    pixels[:rows] = (*hex_to_rgb(CODES[2]), 1)
    return pixels


def test_a_canvas_of_two_colours_has_those_with_their_shares_of_the_opaque_part():
    assert palette.extract(two_colours(24), codebook()) == [(2, 5), (0, 1)]
    assert palette.extract(two_colours(8), codebook()) == [(0, 5), (2, 1)]


def test_specks_are_left_out_and_near_colours_join():
    assert palette.extract(two_colours(1), codebook()) == [(0, 7)]
    near = np.vstack([codebook(), srgb_to_oklab(hex_to_rgb("#2565d5"))])
    pixels = two_colours(8)
    pixels[8:16] = (*hex_to_rgb("#2565d5"), 1)
    assert palette.extract(pixels, near) == [(0, 5), (2, 1)]


def test_premultiplied_colours_are_read_straight_and_an_empty_canvas_has_a_palette():
    pixels = two_colours(0) * 0.6
    assert palette.extract(pixels, codebook()) == [(0, 7)]
    assert palette.extract(np.zeros((64, 64, 4), np.float32), codebook()) == [(0, 0)]


def test_a_codebook_fitted_to_four_clusters_finds_them():
    rng = np.random.default_rng(0)
    samples = np.concatenate([c + rng.normal(0, 0.004, (200, 3)) for c in codebook()]).astype(np.float32)
    fitted = palette.fit_codebook(samples, 24, rng)
    nearest = np.linalg.norm(fitted[:, None] - codebook()[None], axis=-1)
    assert (nearest.min(0) < 0.02).all()
    assert len(palette.to_hex(fitted)) == 24
