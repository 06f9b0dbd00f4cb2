import numpy as np
import pytest
import torch

from kaleido.data.colour import hex_to_rgb, srgb_to_oklab
from kaleido.data.paint import Painter, to_oklab, to_srgb
from kaleido.data.tables import Tables

TABLES = Tables.load()
PAINTER = Painter(TABLES)


def face() -> torch.Tensor:
    """A yellow square, darker below, with black eyes: straight RGBA [1, 32, 32, 4]."""
    pixels = torch.zeros(1, 32, 32, 4)
    pixels[..., 3] = 1
    pixels[..., :3] = torch.from_numpy(hex_to_rgb("#fcd53f"))
    pixels[:, 24:, :, :3] *= 0.9
    pixels[:, 8:12, 8:12, :3] = 0.05
    return pixels


def painted(name: str, picture: int = 0) -> torch.Tensor:
    p = 1 + TABLES.paints.index(name)
    return PAINTER.paint(face(), torch.tensor([picture]), torch.tensor([p]))


def name_of(pixel: torch.Tensor) -> str:
    return PAINTER.names[int(PAINTER.name(to_oklab(pixel[:3])))]


def test_both_ways_into_oklab_agree_and_lead_back():
    rgb = torch.rand(200, 3, generator=torch.Generator().manual_seed(0))
    np.testing.assert_allclose(to_oklab(rgb), srgb_to_oklab(rgb.numpy()), atol=2e-5)
    np.testing.assert_allclose(to_srgb(to_oklab(rgb)), rgb, atol=2e-3)


@pytest.mark.parametrize("name", TABLES.paints)
def test_the_largest_area_takes_the_colour(name: str):
    assert name_of(painted(name)[0, 2, 2]) == name


def test_eyes_and_shade_stay():
    blue = painted("blue")[0]
    assert name_of(blue[10, 10]) == "black"
    assert to_oklab(blue[28, 2, :3])[0] < to_oklab(blue[2, 2, :3])[0] - 0.02


def test_eyes_turn_light_on_black():
    black = painted("black")[0]
    assert to_oklab(black[10, 10, :3])[0] > to_oklab(black[2, 2, :3])[0] + 0.4


def test_the_picture_decides_between_the_codes_of_a_colour():
    assert (painted("red", 0) != painted("red", 1)).any()
    assert (painted("red", 0) == painted("red", 2)).all()


def test_one_paint_is_what_all_paints_hold():
    every = PAINTER.all(face(), torch.tensor([5]))[0]
    assert (every[0] == face()[0]).all()
    for p, name in enumerate(TABLES.paints, 1):
        torch.testing.assert_close(every[p], painted(name, 5)[0])
