import pytest

from kaleido.data.plural import plural


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("cat", "cats"),
        ("fox", "foxes"),
        ("cherry", "cherries"),
        ("monkey", "monkeys"),
        ("mouse", "mice"),
        ("polar bear", "polar bears"),
        ("cup of coffee", "cups of coffee"),
        ("grapes", "grapes"),
    ],
)
def test_plurals(one: str, many: str):
    assert plural(one) == many
