import numpy as np

from kaleido.config import CanvasConfig
from kaleido.data.artwork import Artwork, load_concepts
from kaleido.data.captions import caption
from kaleido.data.compose import compose
from kaleido.latents.description import main_colours


def test_every_concept_is_named_by_one_of_its_words():
    rng, synonyms = np.random.default_rng(0), load_concepts()
    names = list(synonyms)
    for _ in range(500):
        chosen = [str(n) for n in rng.choice(names, 1 + rng.integers(3), replace=False)]
        text = f" {caption(rng, chosen, [['red', 'white']] * len(chosen), 'flat', synonyms)} ".replace(",", " ")
        for concept in chosen:
            assert any(f" {word} " in text for word in synonyms[concept]), (concept, text)


def test_captions_vary_and_sometimes_name_colours_and_style():
    rng, synonyms = np.random.default_rng(0), load_concepts()
    texts = {caption(rng, ["cat"], [["orange", "white"]], "flat", synonyms) for _ in range(300)}
    assert len(texts) > 15
    assert any("orange" in t for t in texts) and any("flat" in t for t in texts) and "cat" in texts


def test_concepts_of_the_tests_are_ones_that_people_can_type(artwork: Artwork):
    assert set(artwork.concepts) <= set(load_concepts())
    canvas = compose(artwork, np.random.default_rng(0), CanvasConfig())
    assert all(main_colours(layer) for layer in canvas.layers)
