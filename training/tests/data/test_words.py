import re
import unicodedata
from collections import Counter

import pytest
import yaml

from kaleido.data.artwork import load_concepts
from kaleido.data.colour import NAMED
from kaleido.data.words import WORDS_FILE

LANGUAGES = {"de", "fr", "es", "it", "pt", "nl"}
LETTERS = re.compile(r"[a-z]+([ '-][a-z]+)*")
# Letters that Unicode does not take apart into a letter and an accent.
LIGATURES = str.maketrans({"ß": "ss", "œ": "oe", "æ": "ae"})


@pytest.fixture(scope="module")
def table() -> dict:
    return yaml.safe_load(WORDS_FILE.read_text())


def plain(word: str) -> str:
    """The word without accents."""
    return "".join(c for c in unicodedata.normalize("NFD", word.translate(LIGATURES)) if not unicodedata.combining(c))


def test_every_concept_has_nouns_in_every_language(table):
    assert list(table["concepts"]) == list(load_concepts())
    for concept, nouns in table["concepts"].items():
        assert set(nouns) == LANGUAGES and all(nouns.values()), concept


def test_every_colour_has_a_name_in_every_language(table):
    assert set(table["colours"]) == set(NAMED)
    for names in table["colours"].values():
        assert set(names) == LANGUAGES


def test_words_are_at_most_three_and_of_lower_case_letters(table):
    words = [word for nouns in table["concepts"].values() for same in nouns.values() for word in same]
    words += [word for names in table["colours"].values() for word in names.values()]
    for word in words:
        assert LETTERS.fullmatch(plain(word)) and len(word.split()) <= 3, word


def test_no_noun_of_a_language_belongs_to_two_concepts(table):
    for language in LANGUAGES:
        counts = Counter(word for nouns in table["concepts"].values() for word in nouns[language])
        assert not [word for word, count in counts.items() if count > 1], language


def test_no_english_word_belongs_to_two_concepts():
    counts = Counter(word for words in load_concepts().values() for word in words)
    assert not [word for word, count in counts.items() if count > 1]
