"""Which vocabulary ids may come next inside a segment, so that every sample parses (docs/bundle.md); each kind says it
in its own file."""

from kaleido.latents.kinds import BY_NAME
from kaleido.latents.vocabulary import Vocabulary


class Grammar:
    """`allowed` ids after the content so far of one kind's segment."""

    def __init__(self, vocabulary: Vocabulary):
        self.vocabulary = vocabulary

    def allowed(self, kind: str, content: list[int], boxes: int | None = None) -> list[int]:
        """`boxes`: number of boxes where these precede the segment; blobs must then be as many."""
        return BY_NAME[kind].allowed(self.vocabulary, content, boxes)
