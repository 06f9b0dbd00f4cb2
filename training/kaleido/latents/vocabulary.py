"""The one vocabulary of the prior: text pieces, locations, angles, colours, shares and visual codes
(docs/bundle.md)."""

from dataclasses import dataclass

import torch

from kaleido.data.units import ANGLES, BINS, LABEL, SHARE_LEVELS
from kaleido.latents.places import cell_places
from kaleido.latents.text_tokenizer import SPECIALS, TextTokenizer

KINDS = ("description", "boxes", "blobs", "palette", "tokens")
PAD, UNK, BOS, END = 0, 1, 2, 3
STARTS = {kind: SPECIALS.index(f"<{kind}>") for kind in KINDS}
# Token ids, kind ids, positions and places of `<bos>` and segments.
Sequence = tuple[list[int], list[int], list[int], list[int]]
# Positions inside a segment: the longest is 64 visual tokens with start and end.
MAX_POSITION = 72


@dataclass(frozen=True)
class Latents:
    """One canvas's latents in codebook units; a kind that is absent is None."""

    description: str | None = None
    boxes: list[tuple[str, int, int, int, int]] | None = None
    blobs: list[tuple[int, int, int, int, int]] | None = None
    palette: list[tuple[int, int]] | None = None
    tokens: list[int] | None = None


class Vocabulary:
    """Id ranges, and latents ↔ ids."""

    def __init__(self, text: TextTokenizer, colours: int, codes: int, description_limit: int):
        self.text, self.description_limit = text, description_limit
        self.ranges: dict[str, tuple[int, int]] = {"text": (len(SPECIALS), len(text))}
        first = len(text)
        for name, count in (
            ("location", BINS + 1),
            ("angle", ANGLES),
            ("colour", colours),
            ("share", SHARE_LEVELS),
            ("code", codes),
        ):
            self.ranges[name] = (first, first + count)
            first += count
        self.size = first

    def content(self, kind: str, latents: Latents) -> list[int]:
        """Content ids of one kind's segment, without start and end."""
        location, angle = self.ranges["location"][0], self.ranges["angle"][0]
        colour, share, code = self.ranges["colour"][0], self.ranges["share"][0], self.ranges["code"][0]
        value = getattr(latents, kind)
        if kind == "description":
            return self.text.encode(value)[: self.description_limit]
        if kind == "boxes":
            return [
                i
                for label, *corners in value
                for i in (*self.text.encode(label)[:LABEL], *(location + c for c in corners))
            ]
        if kind == "blobs":
            return [
                i
                for x, y, major, minor, turn in value
                for i in (location + x, location + y, location + major, location + minor, angle + turn)
            ]
        if kind == "palette":
            return [i for k, level in value for i in (colour + k, share + level)]
        return [code + k for k in value]

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
            first = self.ranges["location"][0]
            corners = [i - first for i in boxes if i >= first]
            cells = cell_places(tuple(zip(*[iter(corners)] * 4, strict=True)))
        return cells + [0] * (MAX_POSITION - len(cells))


# Token ids, kind ids, positions and places, each [B, N].
Feed = tuple[torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor]


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
