"""The letters that captions are written in: what any text is reduced to before the text tokenizer reads it."""

import re
import unicodedata

ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789,'-▁"
# Letters that have no accent to drop. Punctuation becomes a space (so no prompt can spell a special token), and commas
# stand apart.
REPLACEMENTS = [
    (r"ß", "ss"),
    (r"æ", "ae"),
    (r"œ", "oe"),
    (r"ø", "o"),
    (r"[!?.:;\"()\[\]{}<>|_*~`#@&/\\]+", " "),
    (r",", " , "),
    (r"\s+", " "),
    (r"^ | $", ""),
]


def normalised(text: str) -> str:
    """Text in lower case without accents, commas apart and punctuation dropped, as the normalisers of `tokenizer.json`
    make it."""
    decomposed = unicodedata.normalize("NFKD", text)
    text = "".join(c for c in decomposed if not unicodedata.category(c).startswith("M")).lower()
    for pattern, content in REPLACEMENTS:
        text = re.sub(pattern, content, text)
    return text
