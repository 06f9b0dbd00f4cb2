"""A tiny tokenizer of CLIP's kind: byte pairs of words that end in `</w>` (Sennrich et al., arXiv 1508.07909; Radford
et al., arXiv 2103.00020)."""

import re
from functools import cached_property
from itertools import pairwise
from typing import Any

BEGIN, END, PAD = "<|startoftext|>", "<|endoftext|>", "!"
LENGTH = 77
WORDS = ("a", "cat", "red", "car", "at", "the", "left", "in", "on", "right", "dog", "blue")
# CLIP's own has \p{L} and \p{N}, which `re` lacks: of ASCII, and of what the fixture's prompts have, it is the same.
_PIECES = re.compile(r"'s|'t|'re|'ve|'m|'ll|'d|[^\W\d_]+|\d|[^\s\w]+|_+")


def byte_letters() -> dict[int, str]:
    """GPT-2's letter for every byte: itself where it can be seen, else one behind U+0100."""
    seen = [*range(33, 127), *range(161, 173), *range(174, 256)]
    hidden = [b for b in range(256) if b not in seen]
    return {b: chr(b) for b in seen} | {b: chr(256 + i) for i, b in enumerate(hidden)}


class TinyTokenizer:
    """Bytes, bytes that end a word, and pairs that make up a few words."""

    def __init__(self) -> None:
        self.letters = byte_letters()
        self.merges: list[tuple[str, str]] = []
        for word in WORDS:
            parts = [*word[:-1], f"{word[-1]}</w>"]
            while len(parts) > 1:
                pair = (parts[0], parts[1])
                if pair not in self.merges:
                    self.merges.append(pair)
                parts = ["".join(pair), *parts[2:]]

    @cached_property
    def vocabulary(self) -> dict[str, int]:
        """Tokens to ids: those of `!` is 0, as in CLIP's."""
        letters = [self.letters[b] for b in [*range(33, 256), *range(33)]]
        joined = ["".join(pair) for pair in self.merges]
        tokens = [*letters, *(f"{letter}</w>" for letter in letters), *joined, BEGIN, END]
        return {token: i for i, token in enumerate(dict.fromkeys(tokens))}

    def ids(self, text: str, pad: str) -> list[int]:
        """The text's ids between those of begin and end, padded to `LENGTH`."""
        rank = {pair: i for i, pair in enumerate(self.merges)}
        found = []
        for word in _PIECES.findall(" ".join(text.lower().split())):
            parts = [self.letters[b] for b in word.encode()]
            parts[-1] += "</w>"
            while True:
                pairs = list(pairwise(parts))
                best = min(pairs, key=lambda pair: rank.get(pair, len(rank)), default=None)
                if best not in rank:
                    break
                at = pairs.index(best)
                parts[at : at + 2] = ["".join(best)]
            found += [self.vocabulary[part] for part in parts]
        made = [self.vocabulary[BEGIN], *found[: LENGTH - 2], self.vocabulary[END]]
        return made + [self.vocabulary[pad]] * (LENGTH - len(made))

    def files(self, pad: str, as_one: bool) -> dict[str, Any]:
        """The folder's files by name: JSON, or text. `as_one` puts pairs and ids into `tokenizer.json`."""
        config = {"model_max_length": LENGTH, "bos_token": BEGIN, "eos_token": {"content": END}, "pad_token": pad}
        merges = [" ".join(pair) for pair in self.merges]
        if not as_one:
            text = "#version: 0.2\n" + "\n".join(merges) + "\n"
            return {"tokenizer_config.json": config, "vocab.json": self.vocabulary, "merges.txt": text}
        regex = r"'s|'t|'re|'ve|'m|'ll|'d|[\p{L}]+|[\p{N}]|[^\s\p{L}\p{N}]+"
        split = {"type": "Split", "pattern": {"Regex": regex}, "behavior": "Removed", "invert": True}
        blanks = {"type": "Replace", "pattern": {"Regex": r"\s+"}, "content": " "}
        content = {
            "version": "1.0",
            "added_tokens": [
                {"id": self.vocabulary[token], "content": token, "special": True, "normalized": False}
                for token in (BEGIN, END)
            ],
            "normalizer": {"type": "Sequence", "normalizers": [{"type": "NFC"}, blanks, {"type": "Lowercase"}]},
            "pre_tokenizer": {
                "type": "Sequence",
                "pretokenizers": [split, {"type": "ByteLevel", "add_prefix_space": False, "trim_offsets": True}],
            },
            "post_processor": None,
            "decoder": {"type": "ByteLevel"},
            "model": {
                "type": "BPE",
                "unk_token": END,
                "continuing_subword_prefix": "",
                "end_of_word_suffix": "</w>",
                "vocab": self.vocabulary,
                "merges": merges,
            },
        }
        return {"tokenizer_config.json": config, "tokenizer.json": content}
