import numpy as np

from kaleido.config import CanvasConfig
from kaleido.data.artwork import Artwork, load_concepts
from kaleido.data.captions import AND, caption
from kaleido.data.compose import compose
from kaleido.data.plural import plural
from kaleido.data.words import load_words
from kaleido.latents.description import main_colours


def test_every_concept_is_named_by_one_of_its_words():
    rng, words = np.random.default_rng(0), load_words()
    names = list(words.synonyms)
    for _ in range(500):
        chosen = [str(n) for n in rng.choice(names, 1 + rng.integers(3), replace=False)]
        text = f" {caption(rng, chosen, [['red', 'white']] * len(chosen), [False] * len(chosen), 'flat', words)} ".replace(",", " ")
        for concept in chosen:
            nouns = [*words.synonyms[concept], *(word for same in words.nouns.get(concept, {}).values() for word in same)]
            assert any(f" {word} " in text for word in nouns), (concept, text)


def test_captions_vary_and_sometimes_name_colours_and_style():
    rng, words = np.random.default_rng(0), load_words()
    texts = {caption(rng, ["cat"], [["orange", "white"]], [False], "flat", words) for _ in range(300)}
    assert len(texts) > 15
    assert any("orange" in t for t in texts) and any("flat" in t for t in texts) and "cat" in texts


def test_captions_come_in_all_languages():
    rng, words = np.random.default_rng(0), load_words()
    texts = " ".join(caption(rng, ["cat", "dog"], [["red"]] * 2, [True] * 2, "flat", words) for _ in range(400))
    for language, conjunction in AND.items():
        assert f" {conjunction} " in texts
        assert any(f"{noun} " in texts for noun in words.nouns["cat"][language])


def test_a_turned_hue_is_named_more_often_than_not():
    rng, words = np.random.default_rng(0), load_words()
    named = {
        turned: sum("purple" in caption(rng, ["cat"], [["purple"]], [turned], "flat", words) for _ in range(400))
        for turned in (False, True)
    }
    assert named[True] > 200 > named[False]


def test_several_of_a_kind_are_counted():
    rng, words = np.random.default_rng(0), load_words()
    for count, number in ((2, ("two", "2")), (3, ("three", "3"))):
        for _ in range(50):
            text = caption(rng, ["cat"] * count, [["red"]] * count, [False] * count, "flat", words)
            assert any(n in text.split() for n in number), text
            assert any(plural(word) in text for word in words.synonyms["cat"]), text


def test_plurals():
    known = {"cat": "cats", "bus": "buses", "ice cream": "ice creams", "cherries": "cherries", "teddy bear": "teddy bears", "fox": "foxes"}
    known |= {"butterfly": "butterflies", "key": "keys", "tomato": "tomatoes", "mouse": "mice", "watch": "watches", "cup of coffee": "cups of coffee"}
    assert {noun: plural(noun) for noun in known} == known


def test_concepts_of_the_tests_are_ones_that_people_can_type(artwork: Artwork):
    assert set(artwork.concepts) <= set(load_concepts())
    canvas = compose(artwork, np.random.default_rng(0), CanvasConfig())
    assert all(main_colours(layer) for layer in canvas.layers)
