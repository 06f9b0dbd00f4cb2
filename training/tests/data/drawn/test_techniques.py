from xml.etree import ElementTree

import pytest

from kaleido.data.drawn.catalogue import every_drawing, load_accessories
from kaleido.data.drawn.techniques import INK, TECHNIQUES, body, palettes

ACCESSORIES = every_drawing(load_accessories())


@pytest.mark.parametrize("style", TECHNIQUES)
def test_every_style_draws_every_accessory_as_xml_whose_names_are_its_own(style: str):
    for accessory in ACCESSORIES:
        for number in range(len(accessory.looks)):
            root = ElementTree.fromstring(f"<svg>{accessory.in_style(style, number)}</svg>")
            ids = [element.get("id") for element in root.iter() if element.get("id")]
            assert len(ids) == len(set(ids)), f"{accessory.thing.name} names two of {style}'s elements alike"


def test_only_outlines_have_ink():
    for accessory in ACCESSORIES:
        inked = {style for style in TECHNIQUES if INK in body(accessory.drawing, style, {})}
        assert inked == {"outline"}, accessory.thing.name


def test_natural_colours_are_taken_in_turn():
    hat = next(a for a in ACCESSORIES if len(a.looks) == 3)
    first, second, third, fourth = (hat.in_style("flat", number) for number in range(4))
    assert len({first, second, third}) == 3 and first == fourth


def test_every_style_has_a_palette_of_the_same_colours():
    names = {frozenset(palette) for palette in palettes().values()}
    assert len(names) == 1 and set(palettes()) == set(TECHNIQUES)
