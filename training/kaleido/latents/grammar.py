"""Which vocabulary ids may come next inside a segment, so that every sample parses (docs/bundle.md)."""

from kaleido.data.units import COLOURS, LABEL, OBJECTS
from kaleido.latents.vocabulary import END, Vocabulary


class Grammar:
    """`allowed` ids after the content so far of one kind's segment."""

    def __init__(self, vocabulary: Vocabulary):
        self.vocabulary = vocabulary
        self._ids = {name: list(range(*bounds)) for name, bounds in vocabulary.ranges.items()}

    def allowed(self, kind: str, content: list[int], boxes: int | None = None) -> list[int]:
        """`boxes`: number of boxes where these precede the segment; blobs must then be as many."""
        return getattr(self, f"_{kind}")(content, boxes)

    def _locations(self, low: int, high: int) -> list[int]:
        return self._ids["location"][low : high + 1]

    def _description(self, content: list[int], _: int | None) -> list[int]:
        if len(content) >= self.vocabulary.description_limit:
            return [END]
        return self._ids["text"] if not content else [END, *self._ids["text"]]

    def _boxes(self, content: list[int], _: int | None) -> list[int]:
        first = self.vocabulary.ranges["location"][0]
        objects, label, corners = 0, 0, []
        for token in content:
            if token < first:
                label += 1
            else:
                corners.append(token - first)
                if len(corners) == 4:
                    objects, label, corners = objects + 1, 0, []
        if corners:
            return self._locations(
                corners[len(corners) - 2] + 1 if len(corners) > 1 else 0, 31 if len(corners) == 1 else 32
            )
        if not label:
            if objects == OBJECTS:
                return [END]
            return [END, *self._ids["text"]] if objects else self._ids["text"]
        return self._locations(0, 31) if label == LABEL else [*self._ids["text"], *self._locations(0, 31)]

    def _blobs(self, content: list[int], boxes: int | None) -> list[int]:
        first = self.vocabulary.ranges["location"][0]
        part = len(content) % 5
        if part == 0:
            count = len(content) // 5
            if count == (boxes or OBJECTS):
                return [END]
            return self._locations(0, 32) if boxes or not count else [END, *self._locations(0, 32)]
        if part == 3:
            return self._locations(1, content[-1] - first)
        return (self._locations(0, 32), self._locations(1, 32), [], self._ids["angle"])[part - 1]

    def _palette(self, content: list[int], _: int | None) -> list[int]:
        if len(content) % 2:
            top = content[-2] if len(content) > 1 else self.vocabulary.ranges["share"][1] - 1
            return [i for i in self._ids["share"] if i <= top]
        if len(content) == 2 * COLOURS:
            return [END]
        free = [i for i in self._ids["colour"] if i not in content]
        return [END, *free] if content else free

    def _tokens(self, content: list[int], _: int | None) -> list[int]:
        return [END] if len(content) == 64 else self._ids["code"]
