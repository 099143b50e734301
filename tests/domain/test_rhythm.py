"""The rhythm learned, of tags, and the thinner one; near and distant people take turns."""

from datetime import UTC, date, datetime, timedelta
from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.asking import asking, choose, in_turn
from app.domain.due import ORDER, Known, ReasonKind
from app.domain.ids import made_on, new_id
from app.domain.mix import NEAR_MONTHS, mixed
from app.domain.now import Now
from app.domain.reminder import FollowUp, FollowUpKind, Skip
from app.domain.rhythm import OFFERED, Rhythm, learned, of_tags, thinner
from tests.slow_due import ranked

TODAY = date(2026, 10, 15)
MAY = datetime(2026, 5, 31, 12, tzinfo=UTC)


def ago(days):
    return TODAY - timedelta(days)


@pytest.mark.parametrize(
    ("gaps", "months"),
    [
        ((30, 31, 30, 31), 1),
        ((90, 95, 88, 91), 3),
        ((180, 190, 170, 185), 6),
        ((365, 366, 365, 365), 12),
        ((60, 61, 62, 400), 2),
        ((10, 12, 9, 14), 1),
    ],
)
def test_the_rhythm_that_was_kept(gaps, months):
    day, days = date(2020, 1, 1), [date(2020, 1, 1)]
    for gap in gaps:
        day += timedelta(gap)
        days.append(day)
    found = learned(days)
    assert found.least == months
    assert all(found == offered for offered in OFFERED if offered.least == months)
    assert learned(days[1:]) is None, "three times between contacts say nothing yet"
    assert learned([*days, *(d + timedelta(2) for d in days)]) == found, "one visit, two entries"


@given(st.lists(st.integers(8, 800), min_size=4, max_size=30))
def test_the_last_times_count_and_the_middle_one_says_it(gaps):
    days = [date(1990, 1, 1)]
    for gap in gaps:
        days.append(days[-1] + timedelta(gap))
    middle = median(gaps[-12:])
    found = learned(reversed(days))
    assert abs(found.least - middle / 30.436875) <= 0.51 or found.least == 1
    assert found.least <= found.most


def test_of_several_tags_the_shortest_rhythm_holds():
    rhythms = {"朝活": Rhythm(3, 4), "大学": Rhythm(1, 2)}
    assert of_tags(("朝活", "大学", "犬"), rhythms) == Rhythm(1, 2)
    assert of_tags(("犬",), rhythms) is None


def test_thinner_is_the_next_that_is_offered():
    assert [thinner(r) for r in OFFERED] == [*OFFERED[1:], None]
    assert thinner(Rhythm(2, 3)) == Rhythm(3, 4)


# three skips


def skipped(*ago_, settled=()):
    return tuple(Skip(f"s{n}", "p", ago(n), n in settled) for n in ago_)


def proposed(**what):
    (person,) = ranked([Known("p", rhythm=Rhythm(1, 2), **what)], TODAY)
    return person.thinner


def test_three_skips_since_the_last_contact_propose_a_thinner_rhythm():
    last = ago(200)
    assert proposed(last=last, skips=skipped(160, 130)) is None
    assert proposed(last=last, skips=skipped(160, 130, 100)) == Rhythm(3, 4)
    assert proposed(last=ago(150), skips=skipped(160, 130, 100)) is None, "a contact begins anew"
    twice = (*skipped(160, 130), Skip("again", "p", ago(130)))
    assert proposed(last=last, skips=twice) is None, "one day is one round"
    assert proposed(last=last, skips=skipped(160, 130, 100, settled=(130,))) is None
    later = skipped(160, 130, 100, 90, 60, 40, settled=(160, 130, 100))
    assert proposed(last=last, skips=later) == Rhythm(3, 4)
    assert proposed(last=None, since=last, skips=skipped(160, 130, 100)) == Rhythm(3, 4)


def test_nothing_is_proposed_where_the_rhythm_is_not_what_asks():
    skips = skipped(160, 130, 100)
    typed = FollowUp("f", "p", FollowUpKind.TYPED, TODAY, ago(9))
    (person,) = ranked(
        [Known("p", (typed,), rhythm=Rhythm(1, 2), last=ago(200), skips=skips)], TODAY
    )
    assert person.thinner is None
    (yearly,) = ranked(
        [Known("p", rhythm=Rhythm(12, 15), last=ago(2000), skips=skipped(1500, 1100, 700))], TODAY
    )
    assert yearly.reasons
    assert yearly.thinner is None


# somebody with a rhythm and nothing else


def test_where_nothing_came_of_it_yet_a_rhythm_counts_from_the_day_they_came_to_be_known():
    made = made_on(new_id(Now(MAY, MAY)))
    assert made == date(2026, 5, 31)
    known = Known("p", rhythm=Rhythm(1, 2), since=made)
    assert ranked([known], date(2026, 6, 29)) == []
    (person,) = ranked([known], date(2026, 6, 30))
    assert [(r.kind, r.since) for r in person.reasons] == [(ReasonKind.RHYTHM, date(2026, 6, 30))]


@pytest.mark.parametrize(
    "other", ["", "p1", "x" * 36, "f" * 32, "ffffffff-ffff-7fff-bfff-" + "f" * 12]
)
def test_an_id_of_another_make_tells_no_day(other):
    assert made_on(other) is None


# a mix


crowds = st.lists(
    st.builds(
        lambda least, last, pressing: (least, last, pressing),
        st.sampled_from([1, 3, 6, 12]),
        st.integers(370, 900),
        st.booleans(),
    ),
    max_size=24,
).map(
    lambda found: [
        Known(
            f"p{n:02}",
            (FollowUp(f"f{n}", f"p{n:02}", FollowUpKind.TYPED, ago(n), ago(99)),) if typed else (),
            rhythm=Rhythm(least, least + 1),
            last=ago(last),
        )
        for n, (least, last, typed) in enumerate(found)
    ]
)


@given(crowds)
def test_near_and_distant_take_turns_and_pressing_people_keep_their_order(crowd):
    people = in_turn(asking(ranked(crowd, TODAY), TODAY))
    assert {p.contact_id for p in people} == {k.contact_id for k in crowd}
    assert people == in_turn(asking(ranked(list(reversed(crowd)), TODAY), TODAY)), (
        "whatever order they are asked in"
    )
    pressing = [p for p in people if p.kind != ORDER[ReasonKind.RHYTHM]]
    assert people[: len(pressing)] == pressing
    assert pressing == sorted(pressing, key=lambda p: p.since)
    rest = people[len(pressing) :]
    for side in (True, False):
        own = [r for r in rest if (r.every <= NEAR_MONTHS) is side]
        assert own == sorted(own, key=lambda r: r.behind), "each side has its own order"
        for n in range(len(rest) + 1):
            shown = sum((r.every <= NEAR_MONTHS) is side for r in rest[:n])
            assert shown >= min(n // 2, len(own))


def first_come(people):
    """What it would be without: everybody by how far behind they are."""
    return [one for one, _ in people]


def all_near_first(people):
    """A mix that starves."""
    return [one for one, months in sorted(people, key=lambda p: p[1])]


@pytest.mark.parametrize(
    ("mix", "fair"), [(mixed, True), (first_come, False), (all_near_first, False)]
)
def test_a_mix_that_lets_one_side_have_all_places_is_found(mix, fair):
    people = [*((f"near{n}", 1) for n in range(6)), *((f"far{n}", 12) for n in range(6))]
    shown = mix(people)[:4]
    assert (sum(name.startswith("far") for name in shown) == 2) is fair


@given(crowds, st.integers(1, 5))
def test_nobody_with_a_rhythm_starves(crowd, daily):
    """Whoever is written to on the day rests a month at least; so within as many days as the
    places need, everybody has come up.
    """
    waiting = [Known(k.contact_id, rhythm=k.rhythm, last=k.last) for k in crowd]
    days = -(-len(waiting) // daily)
    for n in range(days):
        today = TODAY + timedelta(n)
        chosen = set(choose(in_turn(asking(ranked(waiting, today), today)), (), daily))
        assert len(chosen) == min(daily, len(waiting))
        waiting = [k for k in waiting if k.contact_id not in chosen]
    assert waiting == []
