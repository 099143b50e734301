"""Finding typed words in known lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.folding import fold_name
from app.domain.within import BETWEEN, Lines, words_of

LINES = (
    ("a", "木の器の話。高橋さんと"),
    ("b", "Lunch with Claire" + BETWEEN + "蔵前の試作室"),
    ("c", "ｶﾀﾛｸﾞを送る"),
    ("d", ""),
)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("器", "a"),
        ("髙橋", "a"),
        ("かたろぐ", "c"),
        ("LUNCH", "b"),
        ("lunch 蔵前", "b"),
        ("蔵前 lunch", "b"),
        ("claire蔵前", ""),  # parts that do not belong together
        ("と", "a"),
        ("nobody", ""),
        ("", ""),
        ("・・・", ""),
    ],
)
def test_lines_that_hold_all_words(typed, found):
    assert "".join(Lines(LINES).holding(words_of(typed))) == found


@given(st.lists(st.text(max_size=20), max_size=8), st.data())
def test_whatever_is_copied_from_a_line_finds_it(texts, data):
    lines = Lines((str(at), text) for at, text in enumerate(texts))
    if not texts:
        return
    at = data.draw(st.integers(0, len(texts) - 1))
    folded = fold_name(texts[at])
    if folded:
        start = data.draw(st.integers(0, len(folded) - 1))
        end = data.draw(st.integers(start + 1, len(folded)))
        assert str(at) in lines.holding((folded[start:end],))
