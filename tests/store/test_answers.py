"""Questions answered by SQL say what the rules of the domain say, on random histories."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from app.domain import due as rules
from app.domain.change import Change, Edit, Verb
from app.domain.contact import Contact, Name, Reading
from app.domain.dates import Birthday, LeapDay, add_months
from app.domain.days_off import DaysOff, Vacation
from app.domain.due import Known
from app.domain.ids import made_on, new_id
from app.domain.interaction import NO_CONTACT, Initiative, Kind
from app.domain.names import sort_key
from app.domain.reminder import Closed, FollowUp, FollowUpKind, Skip, Snooze
from app.domain.rhythm import OFFERED, Rhythm, TagRhythm, of_tags
from app.domain.tie import tie
from app.store.answers import PeopleFilter, PeopleView
from app.store.ordering import person_place, sorting
from tests import slow_due
from tests.store.conftest import JOHN, MIO, TARO, TODAY, act, adding, at, person

_OF_THE_DAY = Birthday(TODAY.month, TODAY.day)
PEOPLE = [
    person("人", "0"),
    person("人", "1", rhythm=Rhythm(3, 4), birthday=Birthday(2, 29, 1988)),
    person("人", "2", birthday=_OF_THE_DAY),
    person("人", "3", rhythm=Rhythm(1, 2), birthday=_OF_THE_DAY),
    person("人", "4", tags=("朝活", "大学"), birthday=_OF_THE_DAY),
    person("人", "5", tags=("朝活",), rhythm=Rhythm(6, 8)),
    replace(person("人", "6", tags=("大学",)), id=new_id(at(TODAY - timedelta(200)))),
]
EDGES = [-180, -22, -21, -20, -800, -732, -731, -730, -729, -92, -91, -90, -89, -2, -1, 0, 1, 5]
days = st.one_of(st.sampled_from(EDGES), st.integers(-900, 10)).map(lambda n: TODAY + timedelta(n))
acts = st.builds(
    lambda who, kind, by, on, answers: act(*who, kind=kind, by=by, on=on, answers=answers),
    st.lists(st.sampled_from(PEOPLE), min_size=1, max_size=2, unique_by=id),
    st.sampled_from(Kind),
    st.sampled_from(Initiative),
    days,
    st.sampled_from([None, None, "some-message"]),
)
follow_ups = st.builds(
    lambda who, kind, due, anchor, closed: FollowUp(
        new_id(at()), who.id, kind, due, anchor, None, closed, closed and TODAY
    ),
    st.sampled_from(PEOPLE),
    st.sampled_from(FollowUpKind),
    days,
    days,
    st.sampled_from([None, None, Closed.DONE]),
)
snoozes = st.builds(
    lambda who, made, until: Snooze(new_id(at()), who.id, made, until),
    st.sampled_from(PEOPLE),
    days,
    days,
)
skips = st.builds(lambda who, on: Skip(new_id(at()), who.id, on), st.sampled_from(PEOPLE), days)
tag_rhythms = st.builds(
    lambda tag, rhythm: TagRhythm(new_id(at()), tag, rhythm),
    st.sampled_from(["朝活", "大学"]),
    st.sampled_from(OFFERED),
)
vacations = st.builds(
    lambda day, length: Vacation(day, day + timedelta(length)),
    days,
    st.sampled_from([0, 3, 60, 200]),
)
days_off = st.builds(
    lambda weekend, away: DaysOff(frozenset(weekend), frozenset(), tuple(away)),
    st.sampled_from([(), (), (5, 6), (3,)]),
    st.lists(vacations, max_size=2),
)


@given(
    st.lists(acts, max_size=12),
    st.lists(follow_ups, max_size=4),
    st.lists(snoozes, max_size=2),
    st.lists(skips, max_size=3),
    st.sets(st.sampled_from([p.id for p in PEOPLE]), max_size=1),
    st.lists(tag_rhythms, max_size=2, unique_by=lambda r: r.tag),
    days_off,
    st.sampled_from(LeapDay),
)
@settings(
    max_examples=80,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_sql_and_rules_agree(store, entries, follows, later, skipped, binned, tagged, off, rule):
    people = [replace(p, deleted_at=at().instant) if p.id in binned else p for p in PEOPLE]
    records = [*people, *entries, *follows, *later, *skipped, *tagged]
    change = store.apply(Change(Verb.IMPORT, adding(*records)), now=at())
    try:
        live = [p for p in people if p.deleted_at is None]
        ties = {p.id: tie((a for a in entries if p.id in a.contact_ids), TODAY) for p in people}
        last = {
            p.id: max(
                (
                    a.on
                    for a in entries
                    if p.id in a.contact_ids and a.kind not in NO_CONTACT and a.on <= TODAY
                ),
                default=None,
            )
            for p in people
        }
        for p in people:
            assert store.tie(p.id, TODAY) == ties[p.id]
        for row in store.person_rows([p.id for p in people], TODAY, "ja"):
            assert row.knots == ties[row.id].knots
            assert row.last_contact == last[row.id]

        knowing = {p.id for p in live if ties[p.id].knows_me}
        earlier = add_months(TODAY, -3)
        knew = {
            p.id
            for p in live
            if tie((a for a in entries if p.id in a.contact_ids), earlier).knows_me
        }
        count = store.known_count(TODAY)
        assert (count.known, count.total) == (len(knowing), len(live))
        assert count.gained_three_months == len(knowing - knew)
        assert set(listed(store, PeopleView.KNOWS_ME)) == knowing
        assert set(listed(store, PeopleView.ALL)) == {p.id for p in live}
        assert set(listed(store, PeopleView.QUIET)) == {
            p.id for p in live if (last[p.id] or earlier) <= earlier
        }
        past = [a for a in entries if a.on <= TODAY]
        assert set(listed(store, PeopleView.FOLLOW_UP)) == {
            f.contact_id
            for f in follows
            if f.contact_id in {p.id for p in live}
            and not rules.is_handled(f, [a for a in past if f.contact_id in a.contact_ids])
        }

        ordered = sorted(live, key=lambda p: p.id)
        by_tag = {r.tag: r.rhythm for r in tagged}
        everything = [known(p, entries, follows, later, skipped, by_tag) for p in ordered]
        expected = slow_due.ranked(everything, TODAY, rule, off)
        assert store.asking(TODAY, rule, off) == slow_due.as_asking(expected, TODAY)
        asked = store.known_for((p.id for p in people), TODAY, off)
        assert slow_due.ranked(asked, TODAY, rule, off) == expected
    finally:
        store.undo(at(), change.seq)
    assert store.people().ids == ()


def test_of_nobody_nothing_is_known(store):
    gone = replace(PEOPLE[1], deleted_at=at().instant)
    store.apply(Change(Verb.IMPORT, adding(gone)), now=at())
    assert store.known_for(["nobody", gone.id], TODAY) == ()


def listed(store, view):
    return store.people(PeopleFilter(view, today=TODAY)).ids


def known(contact, entries, follows, later, skipped, by_tag):
    mine = sorted((a for a in entries if contact.id in a.contact_ids), key=lambda a: (a.on, a.id))
    return Known(
        contact.id,
        tuple(
            sorted((f for f in follows if f.contact_id == contact.id), key=lambda f: (f.due, f.id))
        ),
        tuple(mine),
        tuple(s for s in later if s.contact_id == contact.id),
        tuple(s for s in skipped if s.contact_id == contact.id),
        last=max((a.on for a in mine if a.kind not in NO_CONTACT and a.on <= TODAY), default=None),
        rhythm=contact.rhythm or of_tags(contact.tags, by_tag),
        birthday=contact.birthday,
        since=made_on(contact.id),
    )


names = st.builds(
    lambda family, given, kana_family, kana_given: Contact(
        id=new_id(at()),
        name=Name(None, family or None, given or None),
        reading=Reading(kana_family or None, kana_given or None),
    ),
    *[st.text("山田太郎 aÅz早ﾔヤ", max_size=3)] * 2,
    *[st.text("あぁかがきゃーパんをヴ azÉ", max_size=4)] * 2,
)


@given(st.lists(names, min_size=1, max_size=12), st.sampled_from(["ja", "en"]))
@settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_lists_are_in_reading_order_with_their_sections(store, people, language):
    change = store.apply(Change(Verb.IMPORT, adding(*people)), now=at())
    try:
        index = store.people(PeopleFilter(), language)
        by_id = {p.id: p for p in people}
        keys = [sorting(by_id[i], language)[1] for i in index.ids]
        assert keys == sorted(keys)
        sections = [sort_key(by_id[i], language)[0] for i in index.ids]
        marks = [(m.section, m.start) for m in index.sections]
        assert marks == [
            (s, place) for place, s in enumerate(sections) if place == 0 or sections[place - 1] != s
        ]
        assert len({section for section, _ in marks}) == len(marks), "a section comes once"
        rows = store.person_rows(index.ids, TODAY, language)
        assert [row.section for row in rows] == sections
    finally:
        store.undo(at(), change.seq)


@given(names, names, st.sampled_from(["ja", "en"]))
@example(
    Contact(id="a", reading=Reading(None, "aぁ")),
    Contact(id="b", reading=Reading(None, "aza")),
    "ja",
)
@settings(max_examples=500)
def test_places_never_sort_against_the_keys(one, other, language):
    left, right = (sorting(p, language)[1] for p in (one, other))
    if person_place(left, 0) < person_place(right, 0):
        assert left < right


def test_filters_together(store):
    add = [TARO, MIO, JOHN, act(TARO, on=TODAY - timedelta(3))]
    store.apply(Change(Verb.IMPORT, adding(*add)), now=at())
    assert store.people(PeopleFilter(tag="釣り")).ids == (TARO.id,)
    assert store.people(PeopleFilter(PeopleView.QUIET, "釣り", TODAY)).ids == ()
    assert store.people(PeopleFilter(PeopleView.QUIET, today=TODAY)).ids == (MIO.id, JOHN.id)
    assert store.people(PeopleFilter(tag="none")).ids == ()
    with pytest.raises(ValueError, match="day"):
        store.people(PeopleFilter(PeopleView.QUIET))


def test_a_row_says_what_a_list_shows(store):
    store.apply(Change(Verb.IMPORT, (Edit(None, TARO), Edit(None, JOHN))), now=at())
    ja, john = store.person_rows([TARO.id, JOHN.id, "nobody"], TODAY, "ja")
    assert (ja.name, ja.spoken, ja.monogram, ja.section) == (
        "山田 太郎",
        "やまだ たろう",
        "山",
        "や",
    )
    assert (ja.organization, ja.title, ja.photo) == ("株式会社ねこの手", "部長", None)
    assert (ja.knots, ja.last_contact) == ((False, False, False), None)
    assert (john.name, john.section) == ("José Smith", "S")
    (en,) = store.person_rows([TARO.id], TODAY, "en")
    assert (en.spoken, en.section) == ("Yamada Taro", "Y")


def test_the_evidence_of_an_introduction_names_people(store):
    introduced = act(TARO, MIO, kind=Kind.INTRODUCTION, by=Initiative.THEM)
    older = act(TARO, JOHN, kind=Kind.HELP, by=Initiative.THEM, on=TODAY - timedelta(9))
    mine = act(MIO, JOHN, kind=Kind.INTRODUCTION, by=Initiative.ME)
    records = (TARO, MIO, JOHN, introduced, older, mine)
    store.apply(Change(Verb.IMPORT, adding(*records)), now=at())
    assert store.introducers(TARO.id, TODAY) == (MIO, JOHN)
    assert store.introducers(JOHN.id, TODAY) == (TARO,)


def test_a_timeline_is_newest_first(store):
    entries = [act(TARO, on=TODAY - timedelta(n)) for n in (5, 0, 9)]
    same_day = [act(TARO, on=TODAY) for _ in range(3)]
    store.apply(Change(Verb.IMPORT, adding(TARO, *entries, *same_day)), now=at())
    expected = sorted((*entries, *same_day), key=lambda a: (a.on, a.id), reverse=True)
    assert list(store.timeline(TARO.id)) == expected
    assert store.timeline("nobody") == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("山田 太郎", [TARO]),
        ("山田太郎", [TARO]),
        ("ヤマダ", [TARO]),
        ("yamada", [TARO]),
        ("taro", [TARO]),
        ("YAMADATARO", [TARO]),
        ("田太", [TARO]),
        ("jose smith", [JOHN]),
        ("smith", [JOHN]),
        ("ねこの手", []),
        ("部長", []),
        ("", []),
        ("…", []),
        pytest.param(MIO.id, [MIO], id="by id"),
        ("美緒", [MIO]),
    ],
)
def test_people_of_the_command_line(store, text, found):
    store.apply(Change(Verb.IMPORT, adding(TARO, MIO, JOHN)), now=at())
    assert store.resolve(text) == found


def test_a_whole_name_beats_a_part(store):
    short, long = person("林", "一", "はやし はじめ"), person("林", "一郎", "はやし いちろう")
    store.apply(Change(Verb.IMPORT, (Edit(None, short), Edit(None, long))), now=at())
    assert store.resolve("林 一") == [short]
    assert store.resolve("林") == [long, short]
