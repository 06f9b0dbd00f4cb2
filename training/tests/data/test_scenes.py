from dataclasses import replace

import numpy as np
import pytest

from kaleido.config import SceneSettings
from kaleido.data.bank import Bank, Group, Thing, webp
from kaleido.data.bank_file import MOOD, THING
from kaleido.data.build import Picture, make_bank
from kaleido.data.captions import where
from kaleido.data.catalogue import rare_tags
from kaleido.data.scene import LIST, SINGLE
from kaleido.data.scenes import Scenes
from kaleido.data.tables import Tables

NONE = SceneSettings(worn=0, pair=0, count=0, list=0, paint=0, mood=0, mark=0, face_mark=0, flip=0, favoured=0)


def block(colour: tuple[int, int, int], x0: int, y0: int, x1: int, y1: int) -> bytes:
    pixels = np.zeros((128, 128, 4), np.uint8)
    pixels[y0:y1, x0:x1] = (*colour, 255)
    return webp(pixels, 100, 100)


def bank_of(*names: str, flat: tuple[str, ...] = ()) -> Bank:
    """Things that are red squares which fill their picture, those in `flat` half as high.

    `cat` is a face, `ball` has room for moods."""
    pictures = [
        Picture(
            f"set:{n}",
            "bold",
            n,
            THING,
            block((217, 43, 43), 0, 32 if n in flat else 0, 128, 96 if n in flat else 128),
            n == "cat",
            n == "ball",
        )
        for n in names
    ]
    pictures.append(Picture("set:sad", "bold", "sad", MOOD, block((17, 17, 17), 32, 32, 96, 96)))
    things = [Thing(n, group="all", weight=0.0 if n in ("crown", "water drop") else 1.0) for n in names]
    return make_bank(pictures, things, [Group("all", "All")], Tables.load(), [])


@pytest.fixture
def rng() -> np.random.Generator:
    return np.random.default_rng(0)


def test_a_single_thing_fills_its_placement(rng: np.random.Generator):
    scene = Scenes(bank_of("box"), NONE).make(rng)
    # Its tight box is the whole picture: 120 of 128 pixels, in the middle.
    (layer,) = scene.layers
    assert (scene.kind, layer.picture, layer.paint, layer.flip) == (SINGLE, 0, 0, False)
    assert (layer.x, layer.y, layer.side) == (4, 4, 120)
    assert scene.boxes == [("box", 1, 1, 31, 31)]
    # A square of 120 pixels has a variance of 1200 (2 · √1200 / 2 = 35 steps, cut to 32) along both axes.
    assert scene.blobs == [(16, 16, 32, 32, scene.blobs[0][4])]
    assert len(scene.palette) == 1
    assert scene.palette[0][1] == 7
    assert scene.description == "a red box , bold style"
    assert "box" in scene.prompt


def test_relations_place_things_and_are_told_from_the_first_to_the_second(rng: np.random.Generator):
    bank = bank_of("box", "lid", flat=("lid",))
    scenes = Scenes(bank, replace(NONE, pair=1))
    found = {scene.kind: scene for scene in (scenes.make(rng) for _ in range(300)) if len(set(scene.description)) > 1}
    assert set(found) == set(bank.tables.layouts.pairs)
    on = next(
        s for s in (scenes.make(rng) for _ in range(400)) if s.kind == "on" and "lid on a red box" in s.description
    )
    back, front = on.layers
    # The box of 76 pixels ends at 126; the lid of 60 × 30 pixels ends 8 below its top.
    assert (back.x, back.y, back.side) == (26, 50, 76)
    assert (front.x, front.side) == (34, 60)
    assert front.y + 60 * 0.75 == 58
    assert on.description == "a red lid on a red box , bold style"
    assert [box[0] for box in on.boxes] == ["box", "lid"]


def test_moods_fill_the_inscribed_circle(rng: np.random.Generator):
    scene = Scenes(bank_of("ball"), replace(NONE, mood=1)).make(rng)
    thing, mood = scene.layers
    radius = 0.5 * 120
    assert mood.side == pytest.approx(2 * radius / 0.75 * 0.97, rel=0.01)
    assert mood.x + mood.side / 2 == pytest.approx(64, abs=0.5)
    assert (thing.picture, mood.picture) == (0, 1)
    assert scene.description == "a red sad ball , bold style"
    assert len(scene.boxes) == 1


def test_tears_are_for_faces_only(rng: np.random.Generator):
    cats, boxes = (Scenes(bank_of(n, "water drop"), replace(NONE, mark=2.5, face_mark=1)) for n in ("cat", "box"))
    marked = [s for s in (cats.make(rng) for _ in range(200)) if len(s.layers) > 1]
    assert marked
    for scene in marked:
        _, left, right = scene.layers
        assert (left.side, right.side) == pytest.approx((28.8, 28.8))
        assert (left.x + 14.4, right.x + 14.4) == pytest.approx((4 + 0.26 * 120, 4 + 0.74 * 120))
        assert "crying" in scene.description
    assert all(len(boxes.make(rng).layers) == 1 for _ in range(200))


def test_what_is_worn_sits_on_the_head(rng: np.random.Generator):
    scenes = Scenes(bank_of("cat", "crown", flat=("crown",)), replace(NONE, worn=1))
    scene = next(s for s in (scenes.make(rng) for _ in range(50)) if s.kind == "wearing")
    cat, crown = scene.layers
    # The cat of 92 pixels ends at 126; the crown ends 12 % of its height below its top, at 45.04.
    assert (cat.x, cat.y, cat.side) == (18, 34, 92)
    assert crown.side == pytest.approx(0.7 * 92)
    assert crown.y + crown.side * 0.75 == pytest.approx(34 + 0.12 * 92)
    assert scene.description == "a red cat wearing a red crown , bold style"


def test_lists_say_where_each_thing_is(rng: np.random.Generator):
    scene = Scenes(bank_of("box", "lid"), replace(NONE, list=1)).make(rng)
    assert scene.kind == LIST
    assert len(scene.layers) == 3
    assert scene.description.count(" at the ") == 3


def test_painted_things_are_called_what_they_look(rng: np.random.Generator):
    bank = bank_of("box")
    scenes = Scenes(bank, replace(NONE, paint=1))
    for scene in (scenes.make(rng) for _ in range(30)):
        colour = bank.tables.paints[scene.layers[0].paint - 1]
        assert scene.description == f"a{'n' * (colour == 'orange')} {colour} box , bold style"


def test_things_of_weight_0_are_never_drawn_alone(rng: np.random.Generator):
    scenes = Scenes(bank_of("box", "crown"), NONE)
    assert {scenes.make(rng).boxes[0][0] for _ in range(50)} == {"box"}


def test_the_same_seed_makes_the_same_scenes():
    scenes = Scenes(bank_of("cat", "ball", "crown"))
    one, other = np.random.default_rng(3), np.random.default_rng(3)
    assert [scenes.make(one) for _ in range(20)] == [scenes.make(other) for _ in range(20)]


def test_flipped_things_are_measured_as_they_look():
    bank = bank_of("box")
    half = block((217, 43, 43), 0, 0, 64, 128)
    bank = make_bank([Picture("set:half", "bold", "box", THING, half)], [bank.things[0]], [], bank.tables, [])
    scene = Scenes(bank, replace(NONE, flip=1)).make(np.random.default_rng(0))
    (layer,) = scene.layers
    assert layer.flip
    assert (layer.x, layer.side) == (64 - 0.75 * 120, 120)
    assert scene.boxes == [("box", 8, 1, 24, 31)]


def test_tags_that_hardly_any_thing_shares_are_rare():
    things = [
        Thing("cat", tags=("pet", "purr", "cat")),
        Thing("dog", tags=("pet", "bark")),
        Thing("cow", tags=("pet",)),
    ]
    assert rare_tags(things) == [["purr"], ["bark"], []]


@pytest.mark.parametrize(
    ("x", "y", "words"),
    [(16, 16, "in the middle"), (8, 16, "on the left"), (24, 24, "at the bottom on the right"), (16, 8, "at the top")],
)
def test_places_in_words(x: float, y: float, words: str):
    assert where(x, y) == words
