"""Who is due, against a slow and obvious model."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.asking import asking, choose
from app.domain.dates import add_months
from app.domain.due import Due, Known, ReasonKind, reasons
from app.domain.interaction import Initiative, Interaction, Kind
from app.domain.reminder import Closed, FollowUp, FollowUpKind, Skip, Snooze
from app.domain.rhythm import Rhythm
from tests.slow_due import due, ranked

TODAY = date(2026, 10, 15)
THEM, ME, BOTH = Initiative.THEM, Initiative.ME, Initiative.BOTH
TYPED, FIRST = FollowUpKind.TYPED, FollowUpKind.FIRST


def day(ago):
    return TODAY - timedelta(ago)


def act(kind, by, ago, answers=None):
    return Interaction(f"{kind}-{by}-{ago}", kind, by, day(ago), ("p",), "words", answers=answers)


def follow_up(kind, due_ago, anchor_ago=0, closed=None):
    name = f"{kind}-{due_ago}-{anchor_ago}"
    return FollowUp(name, "p", kind, day(due_ago), day(anchor_ago), "note", closed)


def kinds(**what):
    return [r.kind for r in reasons(Known("p", **what), TODAY)]


def test_a_follow_up_is_due_from_its_day_on_until_something_comes_of_it():
    assert kinds(follow_ups=(follow_up(TYPED, 0),)) == [ReasonKind.FOLLOW_UP]
    assert kinds(follow_ups=(follow_up(TYPED, 400),)) == [ReasonKind.FOLLOW_UP]
    assert kinds(follow_ups=(follow_up(TYPED, -1),)) == []
    assert kinds(follow_ups=(follow_up(TYPED, 3),), acts=(act(Kind.CALL, ME, 2),)) == []
    assert kinds(follow_ups=(follow_up(TYPED, 3),), acts=(act(Kind.NOTE, ME, 2),)) != []
    assert kinds(follow_ups=(follow_up(TYPED, 3),), acts=(act(Kind.CALL, ME, 4),)) != []
    assert kinds(follow_ups=(follow_up(TYPED, 3, closed=Closed.DONE),)) == []


def test_a_first_follow_up_waits_for_any_contact_after_the_cards():
    first = follow_up(FIRST, 1, 10)
    assert kinds(follow_ups=(first,)) == [ReasonKind.FIRST_FOLLOW_UP]
    met_that_day = (act(Kind.CARDS, BOTH, 10), act(Kind.MET, BOTH, 10))
    assert kinds(follow_ups=(first,), acts=met_that_day) == [ReasonKind.FIRST_FOLLOW_UP]
    assert kinds(follow_ups=(first,), acts=(act(Kind.MAIL, ME, 10),)) == []
    assert kinds(follow_ups=(first,), acts=(act(Kind.MET, BOTH, 5),)) == []


@pytest.mark.parametrize("kind", [Kind.MAIL, Kind.MESSAGE, Kind.LETTER])
def test_what_they_wrote_waits_for_my_answer_from_the_next_day(kind):
    assert kinds(acts=(act(kind, THEM, 1),)) == [ReasonKind.WAITS_FOR_ME]
    assert kinds(acts=(act(kind, THEM, 0),)) == []
    assert kinds(acts=(act(kind, THEM, 90),)) == [ReasonKind.WAITS_FOR_ME]
    assert kinds(acts=(act(kind, THEM, 91),)) == []
    assert kinds(acts=(act(kind, THEM, 5, answers="mine"),)) == []
    assert kinds(acts=(act(kind, THEM, 5), act(Kind.MAIL, ME, 3))) == []
    assert kinds(acts=(act(kind, ME, 5), act(Kind.MAIL, THEM, 3))) == [ReasonKind.WAITS_FOR_ME]
    assert kinds(acts=(act(kind, THEM, 5),), skips=(Skip("s", "p", day(2)),)) == []


def test_a_skip_lets_go_only_of_what_asked_on_its_day():
    came = (act(Kind.MAIL, THEM, 3),)
    assert kinds(acts=came, skips=(Skip("s", "p", day(3)),)) == [ReasonKind.WAITS_FOR_ME]
    mine = (act(Kind.LETTER, ME, 30),)
    assert kinds(acts=mine, skips=(Skip("s", "p", day(10)),)) == [ReasonKind.UNANSWERED]
    assert kinds(acts=mine, skips=(Skip("s", "p", day(9)),)) == []


@pytest.mark.parametrize("kind", [Kind.MET, Kind.CALL])
@pytest.mark.parametrize("by", list(Initiative))
def test_who_met_or_spoke_has_answered(kind, by):
    assert kinds(acts=(act(Kind.MAIL, THEM, 5), act(kind, by, 3))) == []


def test_snoozed_people_rest():
    snoozed = (Snooze("z", "p", day(1), day(-1)),)
    assert kinds(follow_ups=(follow_up(TYPED, 3),), snoozes=snoozed) == []
    over = (Snooze("z", "p", day(5), day(0)),)
    assert kinds(follow_ups=(follow_up(TYPED, 3),), snoozes=over) == [ReasonKind.FOLLOW_UP]


ago = st.integers(-3, 8)
acts = st.lists(
    st.builds(
        act, st.sampled_from(Kind), st.sampled_from(Initiative), ago, st.sampled_from([None, "x"])
    ),
    max_size=5,
).map(lambda found: tuple(sorted(found, key=lambda a: a.on)))
follow_ups = st.lists(
    st.builds(
        follow_up, st.sampled_from(FollowUpKind), ago, ago, st.sampled_from([None, Closed.DONE])
    ),
    max_size=2,
).map(tuple)
snoozes = st.lists(
    st.builds(Snooze, st.just("z"), st.just("p"), ago.map(day), ago.map(day)), max_size=2
)
skips = st.lists(st.builds(Skip, st.just("s"), st.just("p"), ago.map(day)), max_size=2)


def model(known):
    """The rules as PRODUCT says them, one day after the other."""
    if any(s.made_on <= TODAY and s.until > TODAY for s in known.snoozes):
        return set()
    contacts = [a for a in known.acts if a.on <= TODAY and a.kind not in {Kind.NOTE, Kind.CARDS}]
    found = set()
    for f in known.follow_ups:
        after = [a for a in contacts if a.on >= f.due] if f.kind is TYPED else []
        if f.kind is FIRST:
            writing = {Kind.MAIL, Kind.MESSAGE, Kind.LETTER, Kind.CALL}
            after = [a for a in contacts if a.on > f.anchor]
            after += [a for a in contacts if a.on == f.anchor and a.kind in writing]
        if f.due <= TODAY and f.closed is None and not after:
            found.add(f.id)
    letters = [
        n
        for n, a in enumerate(contacts)
        if a.kind in {Kind.MAIL, Kind.MESSAGE, Kind.LETTER}
        and a.initiative is THEM
        and not a.answers
    ]
    if letters:
        n = letters[-1]
        settled = [
            a
            for a in contacts[n + 1 :]
            if a.initiative in {ME, BOTH} or a.kind in {Kind.MET, Kind.CALL}
        ]
        skipped = [s for s in known.skips if contacts[n].on < s.on <= TODAY]
        if not settled and not skipped and contacts[n].on < TODAY:
            found.add(contacts[n].id)
    return found


@given(acts, follow_ups, snoozes, skips)
def test_against_the_model(acts, follow_ups, snoozes, skips):
    known = Known("p", follow_ups, acts, tuple(snoozes), tuple(skips))
    assert {r.evidence for r in reasons(known, TODAY)} == model(known)


crowds = st.lists(st.builds(lambda f, a: (f, a), follow_ups, acts), max_size=14).map(
    lambda found: [Known(f"p{n}", f, a) for n, (f, a) in enumerate(found)]
)


@given(crowds, st.integers(1, 10))
def test_the_day_stays_stable(crowd, daily):
    first = due(crowd, TODAY, (), daily)
    chosen = choose(asking(ranked(crowd, TODAY), TODAY), (), daily)
    assert len(first.people) <= daily
    assert [p.contact_id for p in first.people] == list(chosen)
    assert first.waiting + len(first.people) == len(ranked(crowd, TODAY))
    if first.people:
        done = first.people[0].contact_id
        rest = [k for k in crowd if k.contact_id != done]
        after = due(rest, TODAY, chosen, daily)
        assert [p.contact_id for p in after.people] == [p for p in chosen if p != done]


@given(crowds)
def test_the_most_pressing_come_first(crowd):
    people = ranked(crowd, TODAY)
    places = [list(ReasonKind).index(p.reasons[0].kind) for p in people]
    assert places == sorted(places)


def test_nobody_is_due_in_an_empty_store():
    assert due([], TODAY, (), 5) == Due(TODAY, (), 0, after=day(-1))


MONTHLY, QUARTERLY = Rhythm(1, 2), Rhythm(3, 4)


def rhythm(on, last, which=MONTHLY, **what):
    known = Known("p", rhythm=which, last=last, **what)
    return [(r.kind, r.since) for r in reasons(known, on)]


def test_a_rhythm_asks_from_the_beginning_of_its_window_counted_from_the_last_contact():
    last = date(2026, 5, 31)
    assert rhythm(date(2026, 6, 29), last) == []
    assert rhythm(date(2026, 6, 30), last) == [(ReasonKind.RHYTHM, date(2026, 6, 30))]
    assert rhythm(date(2027, 2, 1), last) == [(ReasonKind.RHYTHM, date(2026, 6, 30))]
    assert rhythm(date(2026, 6, 30), None) == []
    assert rhythm(date(2026, 5, 1), last) == []


def test_at_the_end_of_the_calendar_nobody_is_due():
    last = date(9999, 12, 1)
    assert rhythm(date.max, last) == []
    assert rhythm(date.max, last, skips=(Skip("s", "p", date.max),)) == []


@pytest.mark.parametrize("window", [(0, 2), (-1, 1), (3, 2)])
def test_a_window_begins_after_a_month_at_least(window):
    with pytest.raises(ValueError, match="rhythm"):
        Rhythm(*window)


def test_a_round_that_is_skipped_leaves_the_day_of_the_next_where_it_was():
    last = date(2026, 1, 31)
    skips = (Skip("s", "p", date(2026, 3, 2)),)
    assert rhythm(date(2026, 3, 2), last, skips=skips) == []
    assert rhythm(date(2026, 3, 30), last, skips=skips) == []
    assert rhythm(date(2026, 3, 31), last, skips=skips) == [(ReasonKind.RHYTHM, date(2026, 3, 31))]
    before = (Skip("s", "p", date(2026, 1, 30)),)
    assert rhythm(date(2026, 2, 28), last, skips=before) == [(ReasonKind.RHYTHM, date(2026, 2, 28))]


def test_who_is_to_be_written_to_on_a_day_of_its_own_is_left_to_that():
    known = Known("p", rhythm=MONTHLY, last=day(200), follow_ups=(follow_up(TYPED, -20),))
    assert reasons(known, TODAY) == ()
    due_now = Known("p", rhythm=MONTHLY, last=day(200), follow_ups=(follow_up(TYPED, 0),))
    assert [r.kind for r in reasons(due_now, TODAY)] == [ReasonKind.FOLLOW_UP]
    snoozed = Known("p", rhythm=MONTHLY, last=day(200), snoozes=(Snooze("z", "p", TODAY, day(-5)),))
    assert reasons(snoozed, TODAY) == ()


def test_whoever_is_furthest_behind_their_rhythm_comes_first_and_behind_all_else():
    people = [
        Known("often", rhythm=MONTHLY, last=day(40)),
        Known("seldom", rhythm=QUARTERLY, last=day(300)),
        Known("typed", follow_ups=(follow_up(TYPED, 0),)),
    ]
    assert [p.contact_id for p in ranked(people, TODAY)] == ["typed", "seldom", "often"]


@given(
    st.dates(date(2020, 1, 1), date(2030, 12, 31)),
    st.integers(1, 15),
    st.none() | st.integers(0, 900),
    st.integers(0, 1500),
)
def test_a_rhythm_is_due_as_somebody_with_a_calendar_would_say(last, least, skipped, after):
    """Day after day: it is due from each month's day on until it is skipped."""
    on = last + timedelta(after)
    skips = () if skipped is None else (Skip("s", "p", last + timedelta(skipped)),)
    wanted = False
    rounds = 1
    for passed in range(after + 1):
        today = last + timedelta(passed)
        if today >= add_months(last, least * rounds):
            wanted = True
        if skipped == passed:
            wanted = False
            while add_months(last, least * rounds) <= today:
                rounds += 1
    assert bool(rhythm(on, last, Rhythm(least, least + 1), skips=skips)) is wanted
