"""Kana: comparing, Hepburn, the order of the fifty sounds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.kana import from_romaji, is_kana, row_of, sound_order, to_hiragana, to_romaji

hiragana = st.text("".join(chr(c) for c in range(0x3041, 0x3097)) + "ー", min_size=1, max_size=12)


def test_all_forms_of_kana_meet():
    assert to_hiragana("ﾊﾔｻｶ ﾐｵ") == to_hiragana("ハヤサカ ミオ") == "はやさか みお"
    assert to_hiragana("ｶﾞｷﾞｸﾞ") == "がぎぐ"


@pytest.mark.parametrize(
    ("kana", "romaji"),
    [
        ("とうどう", "todo"), ("はやさか", "hayasaka"), ("きょうこ", "kyoko"), ("しゅん", "shun"),
        ("じゅんいち", "junichi"), ("はっとり", "hattori"), ("まっちゃ", "matcha"),
        ("おおの", "ono"), ("おおうち", "ouchi"), ("おおおか", "ooka"), ("ゆうこ", "yuko"),
        ("いのうえ", "inoue"), ("まつうら", "matsuura"), ("ひろおか", "hirooka"),
        ("おおかわ", "okawa"), ("さとう", "sato"), ("ファン", "fan"), ("クレール", "kureru"),
        ("ヴィクトル", "vikutoru"), ("チェン", "chen"),
    ],
)  # fmt: skip
def test_hepburn_as_in_passports(kana, romaji):
    assert to_romaji(kana) == romaji


@pytest.mark.parametrize(
    ("typed", "kana"),
    [
        ("hayasaka", "はやさか"), ("hay", "はや"), ("k", "か"), ("ky", "きゃ"), ("sh", "し"),
        ("konno", "こんの"), ("kon", "こな"), ("konn", "こん"), ("kenichi", "けにち"),
        ("ken'ichi", "けんいち"), ("hattori", "はっとり"), ("junko", "じゅんこ"), ("Si", "し"),
        ("", ""), ("claire", None), ("x", None), ("1", None),
    ],
)  # fmt: skip
def test_typed_letters_become_kana(typed, kana):
    assert from_romaji(typed) == kana


def test_long_vowels_when_asked():
    assert to_romaji("とうどう", long_vowels=True) == "toudou"
    assert to_romaji("クレール", long_vowels=True) == "kureeru"


@given(st.text(max_size=40))
def test_nothing_breaks_on_any_text(text):
    to_romaji(text)
    to_romaji(text, long_vowels=True)
    sound_order(text)
    row_of(text)
    is_kana(text)
    assert to_hiragana(to_hiragana(text)) == to_hiragana(text)


@given(hiragana)
def test_romaji_of_kana_has_letters_alone(text):
    assert to_romaji(text).isascii()


@given(hiragana)
def test_katakana_and_half_width_read_and_sort_as_hiragana(text):
    katakana = "".join(chr(ord(c) + 0x60) if c != "ー" else c for c in text)
    assert to_romaji(katakana) == to_romaji(text)
    assert sound_order(katakana) == sound_order(text)
    assert row_of(katakana) == row_of(text)


def test_the_order_of_an_index():
    words = ["はか", "ばか", "ぱか", "はっか", "はつか", "はあ", "ハー", "ひ", "あ", "ん"]
    order = ["あ", "はあ", "ハー", "はか", "ばか", "ぱか", "はっか", "はつか", "ひ", "ん"]
    assert sorted(words, key=sound_order) == order


def test_a_sort_key_has_no_nul_which_ends_text_in_sql():
    assert "\x00" not in sound_order("はやさか みお")


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("がくと", "か"),
        ("ぱん", "は"),
        ("ヴィ", "あ"),
        ("っ", "た"),
        ("ｻｻｷ", "さ"),
        ("を", "わ"),
        ("ー", None),
        ("漢字", None),
        ("A", None),
        ("", None),
    ],
)
def test_rows(text, row):
    assert row_of(text) == row
