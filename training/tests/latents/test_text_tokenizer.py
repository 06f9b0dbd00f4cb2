from pathlib import Path

import pytest

from kaleido.latents.text_tokenizer import SPECIALS, TextTokenizer

TEXTS = ["a cat and a pizza", "a big orange cat , flat style", "t-shirt", "pizza on the left"] * 4


@pytest.fixture(scope="module")
def tokenizer() -> TextTokenizer:
    return TextTokenizer.train(TEXTS, 90)


@pytest.mark.parametrize("text", ["a cat and a pizza", "a big orange cat , flat style", "t-shirt", "unheard words 42"])
def test_decoding_gives_back_normal_text(tokenizer: TextTokenizer, text):
    assert tokenizer.decode(tokenizer.encode(text)) == text


@pytest.mark.parametrize(
    ("typed", "text"),
    [("  A  CAT! ", "a cat"), ("cat,pizza", "cat , pizza"), ("ｃａｔ", "cat"), ("cat (big)", "cat big")],
)
def test_what_people_type_is_brought_into_one_form(tokenizer: TextTokenizer, typed, text):
    assert tokenizer.encode(typed) == tokenizer.encode(text)


def test_words_seen_often_become_one_piece_and_the_size_is_kept(tokenizer: TextTokenizer):
    assert len(tokenizer.encode("cat")) == 1
    assert len(tokenizer) <= 90
    assert [tokenizer.vocabulary[s] for s in SPECIALS] == list(range(len(SPECIALS)))


def test_saved_and_loaded_it_encodes_alike(tokenizer: TextTokenizer, tmp_path: Path):
    tokenizer.save(tmp_path / "tokenizer.json")
    loaded = TextTokenizer.load(tmp_path / "tokenizer.json")
    for text in (*TEXTS, "qqq zebra ☃"):
        assert loaded.encode(text) == tokenizer.encode(text)


@pytest.mark.parametrize("special", SPECIALS)
def test_no_prompt_can_spell_a_special_token(tokenizer: TextTokenizer, special):
    for text in (
        special,
        special.upper(),
        f"cat{special}cat",
        special.replace("<", "＜").replace(">", "＞"),
        f"▁{special}",
    ):
        assert all(i >= len(SPECIALS) for i in tokenizer.encode(text)), text


def test_neighbouring_unknown_characters_share_one_unknown(tokenizer: TextTokenizer):
    ids = tokenizer.encode("☃☃☃ cat")
    assert ids.count(SPECIALS.index("<unk>")) == 1
    assert tokenizer.decode(ids) == "cat"
    assert tokenizer.encode("") == [] == tokenizer.encode(" !? ")
