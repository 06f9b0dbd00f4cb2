"""What other languages call things and colours."""

import pytest

from kaleido.data.names import LANGUAGES, spoken_names

THINGS = [
    {"name": "cat", "synonyms": ["kitten", "dog"]},
    {"name": "dog", "display": "Hound", "synonyms": ["dog", "pup"]},
    {"name": "anatomical heart", "synonyms": []},
    {"name": "heart", "synonyms": ["love heart"]},
    {"name": "tram", "synonyms": ["streetcar"]},
    {"name": "sea", "synonyms": ["wave"]},
    {"name": "gizmo", "synonyms": ["artist"]},
    {"name": "zorgle", "synonyms": []},
]


def test_english_has_what_captions_do_not_call_a_thing():
    english = spoken_names(THINGS)["en"]
    assert english["things"]["kitten"] == "cat" and english["things"]["hound"] == "dog"
    assert "dog" not in english["things"], "a name stays the thing's own"
    assert english["colours"] == {}


@pytest.mark.parametrize(
    ("language", "word", "thing"),
    [
        ("de", "katze", "cat"),
        ("nl", "poes", "cat"),
        ("pt", "cão", "dog"),
        ("fr", "cœur", "heart"),  # CLDR gives the organ the same label; the word was written down for the heart
        ("de", "herz", "heart"),
        ("de", "straßenbahn", "tram"),
        ("es", "tranvía", "tram"),
        ("de", "künstlerin", "gizmo"),
        ("de", "künstler", "gizmo"),
    ],
)
def test_other_languages_have_words_by_hand_or_the_label_of_the_emoji(language, word, thing):
    assert spoken_names(THINGS)[language]["things"][word] == thing


def test_a_thing_that_is_no_emoji_has_no_words():
    spoken = spoken_names(THINGS)
    assert not any(thing == "zorgle" for language in LANGUAGES for thing in spoken[language]["things"].values())


def test_colours_have_a_word_in_each_language():
    spoken = spoken_names([])
    assert spoken["it"]["colours"]["rosso"] == "red" and spoken["nl"]["colours"]["zwart"] == "black"
    assert len({frozenset(spoken[language]["colours"].values()) for language in LANGUAGES}) == 1
