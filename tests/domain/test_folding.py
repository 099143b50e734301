"""Folding: what a person would call the same becomes equal."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.folding import fold, fold_company, fold_name, is_cjk, visible


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("髙橋", "高橋"),
        ("山﨑", "山崎"),
        ("ﾀﾅｶ", "たなか"),
        ("ＡＢＣ", "abc"),
        ("齋藤", "斉藤"),
        ("渡邊", "渡辺"),
        ("渡邉", "渡辺"),
        ("Straße", "STRASSE"),
        ("濱田", "浜田"),
        ("廣瀬", "広瀬"),
    ],
)
def test_variants_meet(one, other):
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    "company",
    [
        "㈱青葉",
        "(株)青葉",
        "（株）青葉",
        "株式会社青葉",
        "青葉株式会社",
        "青葉 株式会社",
        "青葉㈱",
        "青 葉",
    ],
)
def test_legal_forms_are_left_out(company):
    assert fold_company(company) == "青葉"


@pytest.mark.parametrize("company", ["Acme Inc.", "ACME, Inc", "Acme Co., Ltd.", "acme K.K."])
def test_legal_forms_in_latin(company):
    assert fold_company(company) == "acme"


@pytest.mark.parametrize("company", ["株式会社", "Co., Ltd.", "AG"])
def test_a_name_that_is_a_legal_form_alone_stays(company):
    assert fold_company(company)


@given(st.text(max_size=40))
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)
    assert fold_name(fold_name(text)) == fold_name(text)


@given(st.text(max_size=40))
def test_visible_text_holds_no_control(text):
    assert all(c.isprintable() or unicodedata.category(c) == "Zs" for c in visible(text))


@pytest.mark.parametrize("text", ["早坂", "はやさか", "ハヤサカ", "ﾊﾔｻｶ", "佐々木", "𠮷田"])
def test_written_in_kanji_or_kana(text):
    assert is_cjk(text)


@pytest.mark.parametrize("text", ["Claire", "김철수", "Иван", "\U000f0000", "🙂", ""])
def test_not_written_in_kanji_or_kana(text):
    assert not is_cjk(text)
