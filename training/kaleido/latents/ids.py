"""The ids of the prior's vocabulary by what they stand for: special tokens, text pieces, and the numbers that kinds of
latents are written in (docs/bundle.md)."""

from typing import Protocol

PAD, UNK, BOS, END = range(4)
# Pieces of the special tokens above; the start tokens of the kinds follow them.
SPECIAL_PIECES = ("<pad>", "<unk>", "<bos>", "<end>")


class Text(Protocol):
    """A text tokenizer."""

    def encode(self, text: str) -> list[int]:
        """Ids of the text's pieces."""

    def decode(self, ids: list[int]) -> str:
        """Text of the pieces."""


class Ids:
    """`ranges` [first, last) of ids by name: `text`, and those that kinds count by (`Kind.numbers`)."""

    def __init__(self, text: Text, ranges: dict[str, tuple[int, int]], description_limit: int):
        self.text, self.ranges, self.description_limit = text, ranges, description_limit
        self._all = {name: list(range(*bounds)) for name, bounds in ranges.items()}

    def first(self, name: str) -> int:
        """The id of 0 in a range."""
        return self.ranges[name][0]

    def all(self, name: str) -> list[int]:
        """Every id of a range, which the caller leaves as it is."""
        return self._all[name]

    def between(self, name: str, low: int, high: int) -> list[int]:
        """The ids of the numbers low … high of a range."""
        return self._all[name][low : high + 1]
