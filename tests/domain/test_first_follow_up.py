"""The first follow-up: who, and on which day."""

from collections import Counter
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.domain.first_follow_up import is_newly_met, lay

TODAY = date(2026, 10, 15)
days = st.integers(-400, 40).map(lambda n: TODAY + timedelta(n))


def test_newly_met_is_within_thirty_days():
    assert is_newly_met(TODAY, TODAY)
    assert is_newly_met(TODAY - timedelta(30), TODAY)
    assert not is_newly_met(TODAY - timedelta(31), TODAY)
    assert not is_newly_met(TODAY + timedelta(1), TODAY)
    assert not is_newly_met(None, TODAY)


@given(
    st.lists(days, max_size=60),
    st.integers(1, 10),
    st.dictionaries(days, st.integers(0, 12), max_size=20),
)
def test_days_are_laid_as_the_rule_says(met, daily, taken):
    people = [(f"p{n}", day) for n, day in enumerate(met)]
    laid = list(lay(people, TODAY, daily, taken))
    assert sorted(p for p, _ in laid) == sorted(p for p, _ in people)
    met_on = dict(people)
    assert [met_on[p] for p, _ in laid] == sorted(met, reverse=True)
    load = Counter(taken)
    for person, due in laid:
        first = max(met_on[person], TODAY) + timedelta(1)
        assert due >= first
        assert load[due] < daily
        # no earlier free day was passed over
        assert all(load[first + timedelta(n)] >= daily for n in range((due - first).days))
        load[due] += 1


def test_ten_thousand_people_are_laid_at_once():
    laid = lay(((str(n), TODAY) for n in range(10_000)), TODAY, 1, {})
    assert laid[-1][1] == TODAY + timedelta(10_000)


def test_a_number_that_makes_no_sense_does_not_hang():
    assert len(lay([("a", TODAY), ("b", TODAY)], TODAY, 0, {})) == 2


def test_the_end_of_the_calendar():
    assert lay([("a", date.max)], TODAY, 5, {})[0][1] == date.max
