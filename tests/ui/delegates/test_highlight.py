"""Where the words of a search stand in a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.ui.delegates.highlight import around, runs, spans, words_of


@pytest.mark.parametrize(
    ("text", "query", "found"),
    [
        ("早坂 美緒", "早坂", ["早坂"]),
        ("早坂 美緒", "早坂美緒", ["早坂 美緒"]),
        ("髙橋 一", "高橋", ["髙橋"]),
        ("はやさか みお", "ハヤ", ["はや"]),
        ("Komorebi Workshop", "work komo", ["Komo", "Work"]),
        ("ＡＢＣ商会", "abc", ["ＡＢＣ"]),
        ("nothing", "else", []),
        ("nothing", "", []),
        ("aaa", "a", ["aaa"]),
    ],
)
def test_words_light_up_as_they_are_written(text, query, found):
    assert [text[start:end] for start, end in spans(text, words_of(query))] == found


def test_a_hit_far_in_is_brought_into_sight():
    text = "x" * 300 + " walnut " + "y" * 300
    shown = around(text, words_of("walnut"))
    assert shown.startswith("…")
    assert shown.index("walnut") < 20


@given(st.text(max_size=300), st.text(max_size=10))
def test_runs_lose_nothing(text, query):
    assert "".join(run.text for run in runs(text, words_of(query), "ink2")) == text
