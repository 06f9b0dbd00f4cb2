"""The one vocabulary of the prior, text pieces and the numbers of all kinds of latents, and the sequences written in it
(docs/bundle.md)."""

import torch

from kaleido.latents.ids import BOS, END, PAD, Ids
from kaleido.latents.kind import Counts
from kaleido.latents.kinds import BY_NAME, KINDS, SPECS, STARTS, Latents
from kaleido.latents.places import cell_places
from kaleido.latents.text_tokenizer import SPECIALS, TextTokenizer

# Token ids, kind ids, positions and places of `<bos>` and segments.
Sequence = tuple[list[int], list[int], list[int], list[int]]
# The same of a batch, each [B, N].
Feed = tuple[torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor]
# Positions inside a segment: the longest is 64 visual tokens with start and end.
MAX_POSITION = 72


class Vocabulary(Ids):
    """Id ranges, latents to ids, and ids to what the prior reads."""

    text: TextTokenizer

    def __init__(self, text: TextTokenizer, colours: int, codes: int, description_limit: int):
        ranges = {"text": (len(SPECIALS), len(text))}
        self.size = len(text)
        for spec in SPECS:
            for name, count in spec.numbers(Counts(colours, codes)).items():
                if name not in ranges:
                    ranges[name] = (self.size, self.size + count)
                    self.size += count
        super().__init__(text, ranges, description_limit)

    def content(self, kind: str, latents: Latents) -> list[int]:
        """Content ids of one kind's segment, without start and end."""
        return BY_NAME[kind].write(self, getattr(latents, kind))

    def contents(self, latents: Latents) -> dict[str, list[int]]:
        """Content ids of every kind."""
        return {kind: self.content(kind, latents) for kind in KINDS}

    def segment(self, kind: str, content: list[int]) -> tuple[list[int], list[int], list[int]]:
        """(ids, kind ids, positions) of a whole segment."""
        ids = [STARTS[kind], *content, END]
        return ids, [KINDS.index(kind) + 1] * len(ids), list(range(len(ids)))

    def sequence(self, segments: dict[str, list[int]], order: list[str]) -> Sequence:
        """(ids, kind ids, positions, places) of `<bos>` and the given kinds' segments in that order."""
        ids, kinds, positions, places = [BOS], [0], [0], [0]
        for at, kind in enumerate(order):
            segment = self.segment(kind, segments[kind])
            for whole, part in zip((ids, kinds, positions), segment, strict=True):
                whole.extend(part)
            places += self.places(kind, segments["boxes"] if "boxes" in order[:at] else None)[: len(segment[0])]
        return ids, kinds, positions, places

    def places(self, kind: str, boxes: list[int] | None) -> list[int]:
        """The place that goes with each position of a segment: that of the visual token behind it (`cell_places`); 0 in
        other kinds and where no boxes (their content) go before."""
        cells: list[int] = []
        if kind == "tokens" and boxes is not None:
            first = self.first("location")
            corners = [i - first for i in boxes if i >= first]
            cells = cell_places(tuple(zip(*[iter(corners)] * 4, strict=True)))
        return cells + [0] * (MAX_POSITION - len(cells))


def pad_sequences(sequences: list[Sequence], device: torch.device | str = "cpu") -> Feed:
    """What the prior reads of sequences of unlike length, padded right."""
    ids, kinds, positions, places = (pad_rows([s[i] for s in sequences])[0].to(device) for i in range(4))
    return ids, kinds, positions, places


def pad_rows(rows: list[list[int]]) -> tuple[torch.Tensor, torch.Tensor]:
    """Rows of unequal length as int64 [B, N], padded right with `PAD`, and their mask [B, N] (float, 1 = real)."""
    lengths = torch.tensor([len(row) for row in rows])
    width = int(lengths.max())
    padded = torch.tensor([row + [PAD] * (width - len(row)) for row in rows])
    return padded, (torch.arange(width) < lengths[:, None]).float()
