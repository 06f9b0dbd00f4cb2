import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from kaleido.data.folder import FolderScenes, plain, read_folder
from kaleido.data.scene import Layer, Scene
from kaleido.problem import Problem

RED, BLUE = (220, 30, 30, 255), (30, 60, 220, 255)


def picture(path: Path, width: int = 40, height: int = 40, colour=RED, box=None) -> Path:
    """A transparent picture with one opaque rectangle (all of it by default)."""
    image = Image.new("RGBA", (width, height), (0, 0, 0, 0))
    image.paste(colour, box or (0, 0, width, height))
    (image.convert("RGB") if path.suffix == ".jpg" else image).save(path)
    return path


def mask(path: Path, box: tuple[int, int, int, int], size: tuple[int, int] = (40, 40)) -> None:
    image = Image.new("L", size)
    image.paste(255, box)
    image.save(path)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three good pictures: captions beside it, of `captions.jsonl`, and one with masks."""
    made = tmp_path / "own"
    made.mkdir()
    picture(made / "fox.png", box=(0, 20, 20, 40))
    (made / "fox.txt").write_text("A red fox, sleeping\n\nsleepy Füchslein ☃\n")
    picture(made / "tall.jpg", 20, 80, BLUE)
    (made / "captions.jsonl").write_text(
        json.dumps({"file_name": "tall.jpg", "text": ["a tall blue bar", "bar"]}) + "\n"
    )
    picture(made / "two.webp")
    (made / "two.txt").write_text("a dog left of a hot dog")
    mask(made / "two.mask-hot_dog.png", (20, 0, 40, 40))
    mask(made / "two.mask-dog.png", (0, 0, 20, 20))
    return made


def scenes_of(folder: Path) -> dict[int, Scene]:
    """A scene of each picture."""
    scenes, rng = FolderScenes(folder), np.random.default_rng(0)
    return {scene.layers[0].picture: scene for scene in (scenes.make(rng) for _ in range(60))}


def test_pictures_come_with_captions_in_the_order_of_their_names(folder: Path):
    fox, tall, two = (own.captions for own in read_folder(folder))
    assert fox == ["A red fox, sleeping", "sleepy Füchslein ☃"]
    assert tall == ["a tall blue bar", "bar"]
    assert two == ["a dog left of a hot dog"]


def test_pictures_are_fitted_and_padded_with_transparency(folder: Path):
    opaque = list(read_folder(folder))[1].pixels[..., 3] > 127
    assert opaque.any(1).all()
    assert list(np.flatnonzero(opaque.any(0))[[0, -1]]) == [48, 79]


def test_a_scene_shows_a_picture_as_it_is(folder: Path):
    scene = scenes_of(folder)[0]
    assert scene.layers == [Layer(0, 0, False, 0, 0, 128)]
    assert scene.description == "a red fox , sleeping"
    assert scene.style == "own"
    # Without a mask the object is what is opaque: the lower left quarter.
    assert scene.boxes == [("red fox", 0, 16, 16, 32)]
    assert scene.blobs[0][:2] == (8, 24)
    assert len(scene.palette) == 1


def test_every_caption_serves_as_prompt(folder: Path):
    scenes, rng = FolderScenes(folder), np.random.default_rng(0)
    made = [scenes.make(rng) for _ in range(80)]
    assert {s.prompt for s in made if s.layers[0].picture == 1} == {"a tall blue bar", "bar"}


def test_the_bank_holds_the_pictures_as_things(folder: Path):
    bank = FolderScenes(folder).bank
    assert bank.slugs == ["fox.png", "tall.jpg", "two.webp"]
    assert [thing.name for thing in bank.things] == ["red fox", "tall blue bar", "dog"]
    assert bank.pictures()[0, 100, 20].tolist() == pytest.approx(RED, abs=4)


def test_masks_name_and_place_objects_in_the_order_of_the_caption(folder: Path):
    assert scenes_of(folder)[2].boxes == [("dog", 0, 0, 16, 16), ("hot dog", 16, 0, 32, 32)]


def test_two_objects_of_one_name_are_numbered(folder: Path):
    for name in ("two.mask-hot_dog.png", "two.mask-dog.png"):
        (folder / name).unlink()
    mask(folder / "two.mask-dog.1.png", (0, 0, 20, 20))
    mask(folder / "two.mask-dog.2.png", (20, 20, 40, 40))
    assert [box[0] for box in scenes_of(folder)[2].boxes] == ["dog", "dog"]


def test_half_transparent_pixels_keep_their_colour(tmp_path: Path):
    picture(tmp_path / "a.png", colour=(200, 100, 0, 204))
    (tmp_path / "a.txt").write_text("a thing")
    assert next(read_folder(tmp_path)).pixels[60, 60].tolist() == pytest.approx([200, 100, 0, 204], abs=2)


@pytest.mark.parametrize(
    ("text", "spelt"), [("Café, naïve", "cafe , naive"), ("a  T-Shirt!", "a t-shirt"), ("☃ snow ▁", "snow")]
)
def test_descriptions_keep_to_what_the_tokenizer_spells(text, spelt):
    assert plain(text) == spelt


def spoil_caption(f: Path) -> None:
    (f / "fox.txt").unlink()


def empty_caption(f: Path) -> None:
    (f / "fox.txt").write_text(" \n")


def foreign_caption(f: Path) -> None:
    (f / "fox.txt").write_text("狐")


def latin1_caption(f: Path) -> None:
    (f / "fox.txt").write_bytes("Füchse".encode("latin-1"))


def broken_picture(f: Path) -> None:
    (f / "fox.png").write_bytes(b"not a picture")


def empty_picture(f: Path) -> None:
    picture(f / "fox.png", colour=(0, 0, 0, 0))


def other_size(f: Path) -> None:
    mask(f / "fox.mask.png", (0, 0, 9, 9), (10, 10))


def mask_of_nothing(f: Path) -> None:
    mask(f / "fox.mask.png", (30, 0, 40, 10))


def lonely_mask(f: Path) -> None:
    mask(f / "fax.mask.png", (0, 0, 9, 9))


def too_many(f: Path) -> None:
    for name in ("a", "b"):
        mask(f / f"two.mask-{name}.png", (0, 0, 20, 20))


def mixed_masks(f: Path) -> None:
    mask(f / "two.mask.png", (0, 0, 20, 20))


def same_stem(f: Path) -> None:
    picture(f / "fox.jpg")


def bad_line(f: Path) -> None:
    (f / "captions.jsonl").write_text('{"file_name": "tall.jpg"}')


def bad_text(f: Path) -> None:
    (f / "captions.jsonl").write_text('{"file_name": "tall.jpg", "text": [3]}')


def unknown_file(f: Path) -> None:
    (f / "captions.jsonl").write_text('{"file_name": "tail.jpg", "text": "bar"}')


@pytest.mark.parametrize(
    ("spoil", "file", "message"),
    [
        (spoil_caption, "fox.png", "has no caption"),
        (empty_caption, "fox.png", "has no caption"),
        (foreign_caption, "fox.txt", "no letter or digit"),
        (latin1_caption, "fox.txt", "not UTF-8"),
        (broken_picture, "fox.png", "cannot be read"),
        (empty_picture, "fox.png", "no pixel is opaque"),
        (other_size, "fox.mask.png", "same size"),
        (mask_of_nothing, "fox.png", "next to nothing"),
        (lonely_mask, "fax.mask.png", "without a picture"),
        (too_many, "two.webp", "at most 3"),
        (mixed_masks, "two.webp", "without a label"),
        (same_stem, "fox.jpg", "rename one"),
        (bad_line, "captions.jsonl, line 1", "must read"),
        (bad_text, "captions.jsonl, line 1", "list of strings"),
        (unknown_file, "captions.jsonl, line 1", "no picture tail.jpg"),
    ],
)
def test_each_fault_is_told_with_its_file(folder: Path, spoil, file, message):
    spoil(folder)
    with pytest.raises(Problem, match=message) as problem:
        list(read_folder(folder))
    assert file in str(problem.value)


def test_a_folder_must_be_there_and_hold_pictures(tmp_path: Path):
    with pytest.raises(Problem, match="no folder"):
        list(read_folder(tmp_path / "nowhere"))
    with pytest.raises(Problem, match="no pictures"):
        list(read_folder(tmp_path))
