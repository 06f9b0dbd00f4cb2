from kaleido.latents.places import PLACES, cell_places
from kaleido.latents.vocabulary import Vocabulary


def place(box: int, row: int, column: int) -> int:
    return 1 + box * 64 + row * 8 + column


def test_a_box_of_the_whole_picture_gives_each_cell_a_place_of_its_own():
    assert cell_places(((0, 0, 32, 32),)) == list(range(1, 65))


def test_cells_outside_every_box_have_none():
    assert cell_places(()) == [0] * 64
    places = cell_places(((16, 16, 32, 32),))
    assert all(
        (p > 0) == (x >= 4 and y >= 4)
        for p, (y, x) in zip(places, ((y, x) for y in range(8) for x in range(8)), strict=True)
    )


def test_places_are_eighths_of_the_box_that_holds_the_cells_centre():
    places = cell_places(((0, 0, 16, 32), (16, 8, 32, 24)))
    assert places[:8] == [*(place(0, 0, c) for c in (1, 3, 5, 7)), 0, 0, 0, 0]
    assert places[5 * 8 + 4 : 6 * 8] == [place(1, 7, c) for c in (1, 3, 5, 7)]
    assert max(cell_places(((0, 0, 32, 32),) * 3)) == PLACES - 1


def test_a_cell_belongs_to_the_box_that_covers_most_of_it_and_of_equals_to_the_one_in_front():
    assert cell_places(((0, 0, 4, 4), (3, 0, 32, 32)))[0] == place(0, 4, 4)
    assert cell_places(((0, 0, 32, 32), (0, 0, 4, 4)))[0] == place(1, 4, 4)


def test_a_box_beside_a_cells_centre_still_claims_the_cell():
    assert cell_places(((0, 0, 1, 1),))[0] == place(0, 7, 7)


def test_a_sequence_tells_places_only_where_boxes_go_before(vocabulary: Vocabulary):
    location, code = vocabulary.ranges["location"][0], vocabulary.ranges["code"][0]
    parts = {
        "boxes": [vocabulary.ranges["text"][0], location, location, location + 32, location + 32],
        "tokens": [code] * 64,
    }
    ids, _, _, places = vocabulary.sequence(parts, ["boxes", "tokens"])
    # Behind the start token comes the first cell, and behind the last cell the end.
    assert places == [0] * (len(ids) - 66) + [*range(1, 65), 0, 0]
    assert not any(vocabulary.sequence(parts, ["tokens", "boxes"])[3])
    assert not any(vocabulary.sequence(parts, ["tokens"])[3])
