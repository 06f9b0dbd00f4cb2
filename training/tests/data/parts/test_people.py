import numpy as np
from drawn_people import DARK, HAIR, SHIRT, SKIN, drawn, person

from kaleido.data.colour import hex_to_rgb, srgb_to_oklab
from kaleido.data.parts.people import Complexion, Person, parts_of_person
from kaleido.data.parts.segments import segments


def lab(code: str) -> np.ndarray:
    return srgb_to_oklab(hex_to_rgb(code))


COLOURS = Complexion(skin=lab(SKIN), hair=lab(HAIR))
BARE, COVERED = Person(bareheaded=True, bearded=False), Person(bareheaded=False, bearded=False)


def of_colour(rgba: np.ndarray, code: str) -> np.ndarray:
    """Pixels of exactly a colour."""
    wanted = np.round(hex_to_rgb(code) * 255).astype(np.uint8)
    return np.asarray((rgba[..., :3] == wanted).all(-1) & (rgba[..., 3] == 255))


def covers(mask: np.ndarray, wanted: np.ndarray) -> bool:
    """Whether a mask is what is wanted, but for blends along its border."""
    return bool((mask & wanted).sum() >= 0.98 * wanted.sum() and mask.sum() <= 1.25 * wanted.sum())


def test_hair_eyes_and_clothes_of_a_person_are_found():
    picture = person()
    found = parts_of_person(segments(picture), COLOURS, COVERED)
    assert set(found) == {"hair", "eyes", "clothes"}
    assert covers(found["hair"], of_colour(picture, HAIR))
    assert covers(found["clothes"], of_colour(picture, SHIRT))
    assert covers(found["eyes"], of_colour(picture, DARK))


def test_what_is_about_a_bare_head_is_hair_of_any_colour_and_on_a_covered_one_only_the_usual_is():
    picture = person(hair="#3aa845")
    assert covers(parts_of_person(segments(picture), COLOURS, BARE)["hair"], of_colour(picture, "#3aa845"))
    assert "hair" not in parts_of_person(segments(picture), COLOURS, COVERED)


def test_a_mouth_of_the_shirts_colour_is_no_clothes():
    picture = person(shirt="#c1694f")
    clothes = parts_of_person(segments(picture), COLOURS, BARE)["clothes"]
    assert not clothes[:90].any()
    assert clothes[110, 64]


def test_of_shirt_and_trousers_the_shirt_is_the_clothes_though_it_is_smaller():
    picture = drawn(
        ("o", (46, 0, 82, 40), HAIR),
        ("o", (50, 8, 78, 40), SKIN),
        ("r", (50, 40, 78, 64), SHIRT),
        ("r", (46, 64, 82, 126), "#6b7076"),
    )
    clothes = parts_of_person(segments(picture), COLOURS, BARE)["clothes"]
    assert covers(clothes, of_colour(picture, SHIRT))


def test_a_beard_is_part_of_the_hair_and_a_part_of_its_own():
    picture = drawn(
        ("o", (24, 4, 104, 124), HAIR),
        ("o", (36, 26, 92, 88), SKIN),
        ("o", (46, 46, 56, 58), DARK),
        ("o", (72, 46, 82, 58), DARK),
    )
    found = parts_of_person(segments(picture), COLOURS, Person(bareheaded=True, bearded=True))
    assert (found["beard"] <= found["hair"]).all()
    assert found["beard"][110, 64]
    assert not found["beard"][:50].any()
    assert found["hair"][10, 64]


def test_a_drawing_without_skin_has_no_parts():
    assert parts_of_person(segments(drawn(("o", (10, 10, 110, 110), SHIRT))), COLOURS, BARE) == {}
