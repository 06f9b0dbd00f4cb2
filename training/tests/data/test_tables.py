import copy
from collections.abc import Callable
from typing import Any

import pytest

from kaleido.data.tables import Tables
from kaleido.problem import Problem


@pytest.fixture
def source() -> dict[str, Any]:
    return copy.deepcopy(Tables.load().to_json())


def test_what_is_written_is_read_again():
    tables = Tables.load()
    assert Tables.from_json(tables.to_json()) == tables


def test_tables_that_this_version_does_not_know_are_kept(source: dict[str, Any]):
    assert Tables.from_json(source | {"weather": {"rain": 1}}).to_json()["weather"] == {"rain": 1}


def spoilt(*path: str, value: Any) -> Callable[[dict[str, Any]], None]:
    def spoil(source: dict[str, Any]) -> None:
        for key in path[:-1]:
            source = source[key]
        source[path[-1]] = value

    return spoil


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (spoilt("paints", value=["mauve"]), "tables.paints: 'mauve' is none of tables.colours"),
        (spoilt("colours", "red", value=["red"]), "tables.colours.red: 'red' is no colour"),
        (spoilt("marks", "crying", "at", value="nose"), "tables.marks.crying.at: must be eyes"),
        (spoilt("marks", "crying", value={"words": ["sad"], "at": "eyes"}), "tables.marks.crying.thing is missing"),
        (spoilt("relations", value={"wearing": ["in"]}), "tables.relations must be those of tables.layouts.pairs"),
        (spoilt("wearables", value={"head": ["crown"]}), "tables.wearables.face is missing"),
        (spoilt("layouts", "single", "side", value="big"), "tables.layouts.single.side: must be a number"),
        (spoilt("layouts", "pairs", "on", "share", value=0), "tables.layouts.pairs.on.share: must be a whole number"),
        (
            spoilt("layouts", "pairs", "on", "back", value="third"),
            "tables.layouts.pairs.on.back: must be first or second",
        ),
        (spoilt("layouts", "pairs", "on", "second", "sinks", value=0.1), "only one of the two can stand on the other"),
        (spoilt("layouts", "groups", "2", value=[{"share": 1, "places": [[0, 0]]}]), "places: must be 2 places"),
        (spoilt("moods", value=[]), "tables.moods: must be a mapping"),
        (spoilt("moods", "sad", value=[]), "tables.moods.sad: must be a list of texts"),
    ],
)
def test_a_fault_is_told_with_its_key(source: dict[str, Any], spoil: Callable[[dict[str, Any]], None], message: str):
    spoil(source)
    with pytest.raises(Problem) as problem:
        Tables.from_json(source)
    assert message in str(problem.value)
