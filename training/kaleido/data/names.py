"""What people call things and colours, in English and in six more languages: the manifest's `names`."""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import yaml

LANGUAGES = ("de", "fr", "es", "it", "pt", "nl")
NAMES_FILE = Path(__file__).with_name("names.yaml")
EMOJI_FILE = Path(__file__).with_name("names.json")


def spoken_names(things: Iterable[Mapping[str, Any]]) -> dict[str, dict[str, dict[str, str]]]:
    """The manifest's `names`: by language (ISO 639-1), what people call things and colours, in lower case, and what
    captions call them.

    `things`: entries of `things.json` (docs/bundle.md) in their order; `name`, `synonyms` and `display` are read.
    English has what captions do not call a thing. The other languages have what names.yaml lists for a thing, or else
    the label that CLDR gives to the emoji of the thing's name or of a synonym. A word that could be several things is
    the first one that it was written down for by hand, or else the first.
    """
    entries = list(things)
    names = {entry["name"] for entry in entries}
    english: dict[str, str] = {}
    for entry in entries:
        for word in _others(entry):
            if word not in names:
                english.setdefault(word, entry["name"])
    by_hand = _by_hand()
    spoken = {"en": {"things": english, "colours": {}}}
    for language in LANGUAGES:
        listed = {entry["name"]: by_hand["things"].get(entry["name"], {}).get(language, []) for entry in entries}
        labels = {entry["name"]: [] if listed[entry["name"]] else _labels(entry, language) for entry in entries}
        found: dict[str, str] = {}
        for nouns in (listed, labels):
            for name, words in nouns.items():
                for word in words:
                    found.setdefault(word, name)
        colours = {own[language]: colour for colour, own in by_hand["colours"].items()}
        spoken[language] = {"things": found, "colours": colours}
    return spoken


def _others(entry: Mapping[str, Any]) -> list[str]:
    """What a thing is called beside its name."""
    display = [entry["display"]] if entry.get("display") else []
    words = [word.lower() for word in (*display, *entry.get("synonyms", ()))]
    return [word for word in dict.fromkeys(words) if word != entry["name"]]


def _labels(entry: Mapping[str, Any], language: str) -> Sequence[str]:
    """Labels of the emoji that a thing is. All labels go before any shortcode, as a shortcode can mean another thing
    (`wave` is a waving hand)."""
    words = [_key(word) for word in (entry["name"], *_others(entry))]
    for table in _emoji():
        for word in words:
            if word in table:
                return table[word].get(language, [])
    return []


def _key(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", text.lower())


@cache
def _emoji() -> tuple[dict[str, dict[str, list[str]]], dict[str, dict[str, list[str]]]]:
    """The emoji of names.json by their label, with and without “face”, and by their shortcodes; the first one of a name
    keeps it."""
    by_label: dict[str, dict[str, list[str]]] = {}
    by_code: dict[str, dict[str, list[str]]] = {}
    entries = json.loads(EMOJI_FILE.read_text(encoding="utf-8"))
    for entry in entries:
        by_label.setdefault(_key(entry["label"]), entry)
        for code in entry["codes"]:
            by_code.setdefault(_key(code), entry)
    for entry in entries:
        by_label.setdefault(_key(entry["label"].removesuffix(" face")), entry)
    return by_label, by_code


@cache
def _by_hand() -> dict[str, dict[str, dict[str, Any]]]:
    return yaml.safe_load(NAMES_FILE.read_text(encoding="utf-8"))
