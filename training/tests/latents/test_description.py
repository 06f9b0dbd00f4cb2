import numpy as np
import pytest

from kaleido.data.colour import hex_to_rgb
from kaleido.data.compose import Layer
from kaleido.latents import boxes, description


def layer(concept: str, colours: dict[str, int], x0: int, y0: int, x1: int, y1: int) -> Layer:
    """A rectangle of bands of rows, `colours` saying how many rows each."""
    pixels, mask, row = np.zeros((64, 64, 4), np.float32), np.zeros((64, 64), np.float32), y0
    mask[y0:y1, x0:x1] = 1
    for code, rows in colours.items():
        pixels[row : row + rows, x0:x1] = (*hex_to_rgb(code), 1)
        row += rows
    return Layer(concept, "flat", mask, pixels)


@pytest.mark.parametrize(
    ("box", "words"),
    [
        ((8, 8, 24, 24), "in the middle"),
        ((0, 8, 16, 24), "on the left"),
        ((16, 8, 32, 24), "on the right"),
        ((8, 0, 24, 16), "at the top"),
        ((8, 16, 24, 32), "at the bottom"),
        ((0, 0, 16, 16), "at the top on the left"),
        ((16, 16, 32, 32), "at the bottom on the right"),
    ],
)
def test_places(box, words):
    assert description.place(box) == words


@pytest.mark.parametrize(
    ("box", "word"), [((0, 0, 30, 4), "big"), ((0, 0, 20, 20), "medium"), ((0, 0, 16, 10), "small"), ((0, 0, 4, 30), "big")]
)
def test_sizes_go_by_the_longer_side(box, word):
    assert description.size_word(box) == word


@pytest.mark.parametrize(("word", "article"), [("orange cat", "an"), ("big cat", "a"), ("umbrella", "an")])
def test_articles(word, article):
    assert description.article(word) == article


def test_main_colours_are_the_largest_and_leave_out_what_is_small():
    assert description.main_colours(layer("cat", {"#f58a1f": 20, "#ffffff": 12}, 0, 0, 32, 32)) == ["orange", "white"]
    assert description.main_colours(layer("cat", {"#f58a1f": 30, "#ffffff": 2}, 0, 0, 32, 32)) == ["orange"]
    assert description.main_colours(layer("cat", {}, 0, 0, 32, 32)) == []


def test_a_description_says_size_colours_what_where_and_style():
    one = [layer("cat", {"#f58a1f": 40, "#ffffff": 24}, 0, 0, 64, 64)]
    assert description.extract(one, boxes.extract(one)) == "a big orange and white cat in the middle , flat style"
    two = [layer("ant", {"#111111": 24}, 0, 20, 24, 44), layer("pizza", {"#d92b2b": 40}, 24, 12, 64, 52)]
    assert description.extract(two, boxes.extract(two)) == "a small black ant on the left and a medium red pizza on the right , flat style"
