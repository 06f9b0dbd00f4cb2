"""Text tokenizer: byte-pair encoding (Sennrich et al. 2016) trained on our captions, stored as a Hugging Face `tokenizer.json`.

The subset of that format used here (replacing normalisers, Metaspace, BPE) is read by `@huggingface/tokenizers` in the
engine; `encode` below follows it step by step, and the golden fixture checks that both agree.
"""

import json
import re
import unicodedata
from collections import Counter
from pathlib import Path

SPECIALS = ["<pad>", "<unk>", "<bos>", "<end>", "<description>", "<boxes>", "<blobs>", "<palette>", "<tokens>"]
ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789,'-▁"
# Letters that have no accent to drop. Punctuation becomes a space (so no prompt can spell a special token), and commas stand apart.
_REPLACEMENTS = [(r"ß", "ss"), (r"æ", "ae"), (r"œ", "oe"), (r"ø", "o"), (r"[!?.:;\"()\[\]{}<>|_*~`#@&/\\]+", " "), (r",", " , "), (r"\s+", " "), (r"^ | $", "")]


class TextTokenizer:
    """`encode` text to ids and back; `vocabulary` maps pieces to ids, specials first."""

    def __init__(self, vocabulary: dict[str, int], merges: list[tuple[str, str]]):
        self.vocabulary, self.merges = vocabulary, merges
        self.pieces = {i: p for p, i in vocabulary.items()}
        self._rank = {pair: i for i, pair in enumerate(merges)}
        self._cache: dict[str, list[int]] = {}

    def __len__(self) -> int:
        return len(self.vocabulary)

    @staticmethod
    def train(texts: list[str], size: int) -> "TextTokenizer":
        """Merges the most frequent neighbours until the vocabulary has `size` entries or no pair occurs twice."""
        counts = Counter(word for text in texts for word in _words(text))
        words = {word: list(word) for word in counts}
        pieces = SPECIALS + sorted(ALPHABET)
        merges: list[tuple[str, str]] = []
        while len(pieces) < size:
            pairs: Counter[tuple[str, str]] = Counter()
            for word, split in words.items():
                for pair in zip(split, split[1:]):
                    pairs[pair] += counts[word]
            pairs = Counter({p: n for p, n in pairs.items() if set(p[0] + p[1]) <= set(ALPHABET)})
            if not pairs:
                break
            best = min(pairs, key=lambda p: (-pairs[p], p))
            if pairs[best] < 2:
                break
            merges.append(best)
            if best[0] + best[1] not in pieces:
                pieces.append(best[0] + best[1])
            words = {word: _merge(split, best) for word, split in words.items()}
        return TextTokenizer({p: i for i, p in enumerate(pieces)}, merges)

    def encode(self, text: str) -> list[int]:
        """Ids of the text's pieces, no specials added; neighbouring unknown characters share one `<unk>`."""
        ids: list[int] = []
        for word in _words(text):
            if word not in self._cache:
                self._cache[word] = self._encode_word(word)
            ids += self._cache[word]
        return ids

    def decode(self, ids: list[int]) -> str:
        """Text of the pieces; specials are skipped."""
        return "".join(self.pieces[i] for i in ids if i >= len(SPECIALS)).replace("▁", " ").strip()

    def _encode_word(self, word: str) -> list[int]:
        split = list(word)
        while True:
            ranked = [(self._rank[pair], pair) for pair in zip(split, split[1:]) if pair in self._rank]
            if not ranked:
                break
            split = _merge(split, min(ranked)[1])
        ids = [self.vocabulary.get(piece, 1) for piece in split]
        return [i for k, i in enumerate(ids) if i != 1 or k == 0 or ids[k - 1] != 1]

    def save(self, path: Path) -> None:
        """Writes `tokenizer.json`."""
        metaspace = {"type": "Metaspace", "replacement": "▁", "prepend_scheme": "always", "split": True}
        replace = [{"type": "Replace", "pattern": {"Regex": p}, "content": c} for p, c in _REPLACEMENTS]
        path.write_text(
            json.dumps(
                {
                    "version": "1.0",
                    "truncation": None,
                    "padding": None,
                    "added_tokens": [],
                    "normalizer": {"type": "Sequence", "normalizers": [{"type": "NFKD"}, {"type": "StripAccents"}, {"type": "Lowercase"}, *replace]},
                    "pre_tokenizer": metaspace,
                    "post_processor": None,
                    "decoder": metaspace,
                    "model": {
                        "type": "BPE",
                        "dropout": None,
                        "unk_token": "<unk>",
                        "continuing_subword_prefix": None,
                        "end_of_word_suffix": None,
                        "fuse_unk": True,
                        "byte_fallback": False,
                        "ignore_merges": False,
                        "vocab": self.vocabulary,
                        "merges": [list(m) for m in self.merges],
                    },
                },
                ensure_ascii=False,
                indent=1,
            )
        )

    @staticmethod
    def load(path: Path) -> "TextTokenizer":
        """Reads what `save` wrote."""
        model = json.loads(path.read_text())["model"]
        return TextTokenizer(model["vocab"], [(a, b) for a, b in model["merges"]])


def _words(text: str) -> list[str]:
    decomposed = unicodedata.normalize("NFKD", text)
    text = "".join(c for c in decomposed if not unicodedata.category(c).startswith("M")).lower()
    for pattern, content in _REPLACEMENTS:
        text = re.sub(pattern, content, text)
    return ["▁" + word for word in text.split(" ") if word]


def _merge(split: list[str], pair: tuple[str, str]) -> list[str]:
    merged: list[str] = []
    i = 0
    while i < len(split):
        if i + 1 < len(split) and (split[i], split[i + 1]) == pair:
            merged.append(split[i] + split[i + 1])
            i += 2
        else:
            merged.append(split[i])
            i += 1
    return merged
