from dataclasses import replace

import numpy as np
import pytest

from kaleido.config import CanvasConfig
from kaleido.data.artwork import Artwork, held_out
from kaleido.data.compose import CANVAS, compose
from kaleido.latents.description import main_colours
from kaleido.problem import Problem


def canvases(art: Artwork, count: int) -> list:
    rng = np.random.default_rng(0)
    return [compose(art, rng, CanvasConfig(flip=0.5, full=0.5, recolour=0.3)) for _ in range(count)]


def test_visible_masks_add_up_to_the_alpha_of_the_canvas(artwork: Artwork):
    for canvas in canvases(artwork, 60):
        np.testing.assert_allclose(sum(layer.mask for layer in canvas.layers), canvas.pixels[..., 3], atol=1e-5)


def test_layers_painted_over_each_other_make_the_canvas(artwork: Artwork):
    for canvas in canvases(artwork, 60):
        painted = np.zeros((CANVAS, CANVAS, 4), np.float32)
        for layer in canvas.layers:
            painted = layer.pixels + painted * (1 - layer.pixels[..., 3:])
        np.testing.assert_allclose(canvas.pixels, painted, atol=1e-5)


def test_canvases_are_premultiplied_and_of_one_style_without_a_concept_twice(artwork: Artwork):
    found = canvases(artwork, 60)
    for canvas in found:
        assert (canvas.pixels[..., :3] <= canvas.pixels[..., 3:] + 1e-2).all()
        assert {layer.style for layer in canvas.layers} == {canvas.style}
        names = [layer.concept for layer in canvas.layers]
        assert len(set(names)) == len(names)
    assert {len(c.layers) for c in found} == {1, 2, 3}
    assert {c.style for c in found} == {"flat", "bold"}


@pytest.mark.parametrize("count", [1, 2, 3])
def test_the_number_of_objects_can_be_asked_for(artwork: Artwork, count):
    counts = tuple(float(n == count) for n in (1, 2, 3))
    assert len(compose(artwork, np.random.default_rng(1), CanvasConfig(objects=counts)).layers) == count


def test_mirroring_and_recolouring_happen_only_where_asked(artwork: Artwork):
    plain = CanvasConfig(objects=(1, 0, 0), full=1, recolour=0, flip=0)
    seen = {compose(artwork, np.random.default_rng(i), plain).pixels.tobytes() for i in range(200)}
    assert len(seen) == len(artwork.stickers)
    turned = {compose(artwork, np.random.default_rng(i), replace(plain, recolour=1)).pixels.tobytes() for i in range(40)}
    assert not seen & turned
    painted = [compose(artwork, np.random.default_rng(i), replace(plain, repaint=1)) for i in range(40)]
    assert not seen & {canvas.pixels.tobytes() for canvas in painted}
    assert all(canvas.layers[0].recoloured for canvas in painted)


def test_repainted_things_are_called_by_their_new_colour(artwork: Artwork):
    painted = CanvasConfig(objects=(1, 0, 0), full=1, recolour=0, repaint=1)
    layers = [compose(artwork, np.random.default_rng(i), painted).layers[0] for i in range(60)]
    names = {main_colours(layer)[0] for layer in layers if main_colours(layer)}
    assert len(names) > 8


def test_artwork_can_be_read_in_part(data):
    read = Artwork.load(data, CanvasConfig(concepts=("sun",), styles=("bold",)))
    assert {(s.concept, s.style) for s in read.stickers} == {("sun", "bold")}
    with pytest.raises(Problem, match="no artwork of zeppelin"):
        Artwork.load(data, CanvasConfig(concepts=("zeppelin",)))


def test_artwork_that_is_read_back_is_what_was_written(artwork: Artwork, data):
    read = Artwork.load(data)
    assert [(s.concept, s.style, s.slug) for s in read.stickers] == [(s.concept, s.style, s.slug) for s in artwork.stickers]
    assert all((a.pixels == b.pixels).all() for a, b in zip(read.stickers, artwork.stickers, strict=True))


def test_a_style_of_one_concept_makes_canvases_of_one_object(data):
    alone = Artwork.load(data, CanvasConfig(concepts=("sun",)))
    assert [x.concept for x in compose(alone, np.random.default_rng(0), CanvasConfig(objects=(0.0, 0.0, 1.0))).layers] == ["sun"]


def test_objects_of_one_kind_look_alike_where_asked(artwork: Artwork):
    settings = CanvasConfig(objects=(0.0, 0.5, 0.5), repeat=1.0, recolour=0.5)
    for seed in range(20):
        layers = compose(artwork, np.random.default_rng(seed), settings).layers
        assert len({(layer.concept, layer.recoloured) for layer in layers}) == 1 and len(layers) > 1


def test_pairs_of_concept_and_style_can_be_held_out(data):
    everything = {(s.concept, s.style) for s in Artwork.load(data).stickers}
    shown = {(s.concept, s.style) for s in Artwork.load(data, CanvasConfig(hold_out=0.4)).stickers}
    assert shown < everything
    assert shown == {pair for pair in everything if not held_out(*pair, 0.4)}
