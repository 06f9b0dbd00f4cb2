import numpy as np
import pytest
import torch

from kaleido.data.compose import Compositor
from kaleido.data.tables import Tables

TABLES = Tables.load()


@pytest.fixture(scope="module")
def pictures() -> np.ndarray:
    """A picture whose left half is red, and one that is half-transparent green."""
    made = np.zeros((2, 128, 128, 4), np.uint8)
    made[0, :, :64] = (220, 40, 40, 255)
    made[1] = (0, 200, 0, 128)
    return made


def composed(
    pictures: np.ndarray, *layers: tuple[int, int, float, float, float, int], held: bool = False
) -> torch.Tensor:
    """One canvas [4, 128, 128] of layers (picture, paint, x, y, side, mirrored)."""
    ids = torch.tensor([[[picture, paint] for picture, paint, *_ in layers]])
    geometry = torch.tensor([[[x, y, side, flip] for *_, x, y, side, flip in layers]], dtype=torch.float32)
    return Compositor(pictures, TABLES, "cpu", held)(ids, geometry)[0]


def test_a_picture_of_the_canvas_s_size_is_there_as_it_is(pictures: np.ndarray):
    canvas = composed(pictures, (0, 0, 0, 0, 128, 0))
    straight = torch.from_numpy(pictures[0]).permute(2, 0, 1) / 255
    torch.testing.assert_close(canvas, straight, atol=1e-6, rtol=0)


def test_pictures_go_where_they_are_put(pictures: np.ndarray):
    canvas = composed(pictures, (0, 0, 64, 32, 64, 0))
    rows, columns = np.flatnonzero((canvas[3] > 0.5).any(1)), np.flatnonzero((canvas[3] > 0.5).any(0))
    assert (rows[0], rows[-1], columns[0], columns[-1]) == (32, 95, 64, 95)


def test_mirrored_pictures_are_opaque_on_the_other_side(pictures: np.ndarray):
    canvas = composed(pictures, (0, 0, 0, 0, 128, 1))
    assert canvas[3, 5, 100] == 1
    assert canvas[3, 5, 20] == 0


def test_later_layers_lie_over_earlier_ones(pictures: np.ndarray):
    canvas = composed(pictures, (0, 0, 0, 0, 128, 0), (1, 0, 0, 0, 128, 0))
    alpha = 128 / 255
    expected = [220 / 255 * (1 - alpha), 200 / 255 * alpha + 40 / 255 * (1 - alpha), 40 / 255 * (1 - alpha), 1]
    assert canvas[:, 5, 5].tolist() == pytest.approx(expected, abs=0.01)


def test_missing_layers_leave_no_trace(pictures: np.ndarray):
    alone = composed(pictures, (0, 0, 0, 0, 90, 0))
    assert (composed(pictures, (-1, -1, 0, 0, 0, 0), (0, 0, 0, 0, 90, 0), (-1, -1, 0, 0, 0, 0)) == alone).all()
    assert not composed(pictures, (-1, -1, 0, 0, 0, 0)).any()


@pytest.mark.parametrize("side", [120, 40])
def test_paints_made_when_asked_for_are_those_that_a_card_holds(pictures: np.ndarray, side: int):
    for paint in range(1 + len(TABLES.paints)):
        layers = (0, paint, 3, 4, side, 1), (1, paint, 30, 20, side, 0)
        assert (composed(pictures, *layers) == composed(pictures, *layers, held=True)).all()
