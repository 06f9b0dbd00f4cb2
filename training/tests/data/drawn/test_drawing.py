from pathlib import Path

import pytest

from kaleido.data.drawn.drawing import read_drawing
from kaleido.problem import Problem

HAT = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 128 128"><style>.a { fill: red }</style>%s</svg>"""


def written(folder: Path, shapes: str) -> Path:
    path = folder / "hat.svg"
    path.write_text(HAT % shapes)
    return path


def test_what_lies_on_a_mirrored_form_is_mirrored_with_it(tmp_path: Path):
    mirrored, mark = '<path class="a mirrored" d="M2 2H9V9Z"/>', '<path class="a dark mark" d="M2 2H5V5Z"/>'
    shapes = f'{mirrored}{mark}<path class="a" d="M0 0H4V4Z"/>'
    drawing = read_drawing(written(tmp_path, shapes))
    assert [(part.mirrored, len(part.on)) for part in drawing.parts] == [(False, 1), (True, 1), (False, 0)]
    assert drawing.parts[0].on[0].tone == "dark" and drawing.colours == {"a": "red"}


@pytest.mark.parametrize(
    ("shapes", "message"),
    [
        ('<path class="b" d="M2 2H9V9Z"/>', "names no colour"),
        ('<path class="a glossy" d="M2 2H9V9Z"/>', "names no colour of its style, or no known word"),
        ('<path class="a mark" d="M2 2H9V9Z"/>', "lies on no form"),
        ("<path", "cannot be read"),
    ],
)
def test_what_is_no_drawing_is_named(tmp_path: Path, shapes: str, message: str):
    with pytest.raises(Problem, match=message):
        read_drawing(written(tmp_path, shapes))
