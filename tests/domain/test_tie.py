"""The tie: three knots over two years, each with its evidence."""

from collections.abc import Iterable
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.domain.interaction import Initiative, Interaction, Kind
from app.domain.tie import Knot, knot_of, tie, window_start

TODAY = date(2026, 10, 15)
THEM, ME = Initiative.THEM, Initiative.ME


def act(kind, by, ago, answers=None, act_id=""):
    return Interaction(
        act_id or f"{kind}{ago}", kind, by, TODAY - timedelta(ago), ("p",), answers=answers
    )


def test_the_evidence_of_the_picture():
    acts: Iterable[Interaction] = [
        act(Kind.CARDS, Initiative.BOTH, 509),
        act(Kind.LETTER, ME, 58, act_id="card"),
        act(Kind.LETTER, THEM, 55, answers="card"),
        act(Kind.INTRODUCTION, THEM, 125),
        act(Kind.MAIL, THEM, 13),
        act(Kind.NOTE, THEM, 2),
    ]
    found = tie(acts, TODAY)
    assert found.knots == (True, True, True)
    assert (found.replied, found.sent, found.reached_out, found.introduced) == (1, 1, 1, 1)
    assert found.last_reached_out == TODAY - timedelta(13)
    assert tie([], TODAY).knows_me is False


def test_two_answers_to_one_letter_are_one_letter_answered():
    acts = [
        act(Kind.MAIL, ME, 5, act_id="m"),
        act(Kind.MAIL, THEM, 4, answers="m"),
        act(Kind.MAIL, THEM, 3, answers="m"),
    ]
    found = tie(acts, TODAY)
    assert (found.replied, found.sent) == (1, 1)


def test_never_more_letters_answered_than_sent():
    old = act(Kind.LETTER, ME, 735, act_id="old")
    found = tie([old, act(Kind.LETTER, THEM, 700, answers="old")], TODAY)
    assert (found.replied, found.sent) == (1, 1)


acts = st.builds(
    act,
    st.sampled_from(Kind),
    st.sampled_from(Initiative),
    st.integers(-30, 900),
    st.sampled_from([None, "a", "b"]),
    st.uuids().map(str),
)


@given(st.lists(acts, max_size=12))
def test_against_the_words_of_the_rule(entries):
    start = window_start(TODAY)
    assert start == date(2024, 10, 15)
    theirs = [
        a
        for a in entries
        if a.initiative is THEM and start <= a.on <= TODAY and a.kind not in {Kind.NOTE, Kind.CARDS}
    ]
    helped = [a for a in theirs if a.kind in {Kind.INTRODUCTION, Kind.HELP, Kind.GIFT}]
    others = [a for a in theirs if a not in helped]
    found = tie(entries, TODAY)
    assert found.introduced == len(helped)
    assert found.reached_out == len([a for a in others if not a.answers])
    assert found.knots[0] == any(a.answers for a in others)
    assert found.replied <= found.sent
    assert found.last_introduced == max((a.on for a in helped), default=None)
    assert found.knows_me == any(found.knots) == bool(theirs)
    assert tie(reversed(entries), TODAY) == found
    for entry in entries:
        assert (knot_of(entry) is None) or entry.initiative is THEM
    assert [k.value for k in Knot] == ["replied", "reached_out", "introduced"]
