"""Whose faces are recalled on a day."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from app.domain.recall import MOST, deck

TODAY = date(2026, 10, 15)


def met(count):
    return [(f"p{at:03}", TODAY - timedelta(at)) for at in range(count)]


def test_the_newest_come_first_and_the_others_are_spread():
    found = deck(met(100), TODAY)
    assert found[:4] == ("p000", "p001", "p002", "p003")
    places = [int(contact_id[1:]) for contact_id in found[4:]]
    assert len(found) == MOST
    assert min(b - a for a, b in pairwise(places)) >= 20


def test_others_come_on_another_day_and_nobody_is_left_out_for_ever():
    seen = {who for day in range(24) for who in deck(met(100), TODAY + timedelta(day))}
    assert seen == {who for who, _ in met(100)}


def test_people_without_a_day_come_last():
    assert deck([("a", None), ("b", TODAY)], TODAY) == ("b", "a")


@given(
    st.lists(st.tuples(st.uuids().map(str), st.none() | st.dates()), unique_by=lambda p: p[0]),
    st.dates(),
    st.integers(0, 12),
)
def test_it_is_a_few_of_them_each_once(people, today, most):
    found = deck(people, today, most)
    assert len(found) == len(set(found)) == min(most, len(people))
    assert set(found) <= {who for who, _ in people}
