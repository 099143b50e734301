"""Two people of the store who are one, or are not: on a real store, taken back, done again."""

from dataclasses import replace
from datetime import date, timedelta
from hashlib import sha256

import pytest
from sqlalchemy import select, text

from app.domain.card import Card, CardState
from app.domain.change import Change, Edit, Verb
from app.domain.contact import EarlierDetail, Email, Met
from app.domain.duplicates import Likeness
from app.domain.errors import NotFoundError
from app.domain.imports import Distinct, ImportBatch
from app.domain.interaction import Initiative, Interaction, Kind
from app.domain.reminder import Closed, FollowUp, FollowUpKind, Skip, Snooze
from app.store.check import database_problems
from app.store.derived import TABLES
from app.store.schema import metadata
from app.usecases import duplicates, people, undoing
from app.usecases.import_plan import Outcome
from tests.usecases.conftest import at, bring_in, everyone, file, person

DAY = date(2026, 10, 15)
NOW = at(DAY)
MAIL = Interaction("i-one", Kind.MAIL, Initiative.THEM, DAY, ("b",), "返事")
SHARED = Interaction("i-two", Kind.MET, Initiative.BOTH, DAY, ("c", "b"), "三人で")
BOTH = Interaction("i-three", Kind.MET, Initiative.BOTH, DAY, ("b", "a", "c"))
OWN = Interaction("i-four", Kind.CALL, Initiative.ME, DAY, ("a",), answers="i-one")


def card(name, owner, state=CardState.KEPT):
    digest = sha256(name.encode()).hexdigest()
    return Card(f"card-{name}", "batch", owner, digest, name, "utf-8", "f.vcf", 1, 1, state)


A = replace(
    person("山田 太郎", "a@x.example", organization="北辰", title="部長", tags=("木工",)), id="a"
)
B = replace(
    person(
        "山田太郎",
        "b@x.example",
        organization="㈱北辰",
        title="社長",
        tags=("家具", "木工"),
        note="野球の話",
        met=None,
    ),
    id="b",
    met=Met(date(2025, 5, 24), "交流会", "藤堂 健一郎"),
    photo=sha256(b"photo").hexdigest(),
)
C = replace(person("藤堂 健一郎", "c@x.example"), id="c")
ABOUT_B = (
    card("x", "b"),
    card("waits", "b", CardState.REVIEW),
    FollowUp("f-open", "b", FollowUpKind.TYPED, DAY + timedelta(3), DAY, "資料を送る"),
    FollowUp("f-done", "b", FollowUpKind.FIRST, DAY, DAY, None, Closed.DONE, DAY),
    Snooze("snooze", "b", DAY, DAY + timedelta(1)),
    Skip("skip", "b", DAY),
    Distinct("d-card", "elsewhere", "b"),
    Distinct("d-people", "", "b", "c"),
)


@pytest.fixture
def two(store):
    """A and B are one person; C is somebody else who was told apart from B."""
    blobs = {sha256(n.encode()).hexdigest(): n.encode() for n in ("x", "waits", "own", "photo")}
    records = (A, B, C, ImportBatch("batch", NOW.instant, ("f.vcf",)), card("own", "a"), *ABOUT_B)
    edits = tuple(Edit(None, r) for r in (*records, MAIL, SHARED, BOTH, OWN))
    store.apply(Change(Verb.IMPORT, edits), now=NOW, blobs=blobs)
    return store


def kept(store):
    """The text of every record, by kind and id."""
    with store._question() as c:
        return {
            (kind, row[0]): row[1]
            for kind, table in TABLES.items()
            for row in c.execute(select(*metadata.tables[table].c["id", "json"]))
        }


def derived(store):
    """Rows by which people are found, without the numbers that the store gives them."""
    with store._question() as c:
        tables = {
            "contact_key": "SELECT o.id, k.key FROM contact_key k JOIN contact o ON o.n=k.contact",
            "contact_tag": "SELECT o.id, k.tag FROM contact_tag k JOIN contact o ON o.n=k.contact",
            "participant": "SELECT o.id, p.day, i.id FROM participant p "
            "JOIN contact o ON o.n=p.contact JOIN interaction i ON i.n=p.act",
        }
        return {name: sorted(map(tuple, c.execute(text(q)))) for name, q in tables.items()}


def whole(store):
    with store._question() as c:
        return not database_problems(c.connection.driver_connection)


def test_who_may_be_one(two):
    (pair,) = duplicates.pairs(two)
    assert (pair.first, pair.second) == ("a", "b")
    assert pair.agreed == (Likeness.NAME, Likeness.COMPANY)
    people.delete(two, ["b"], now=NOW)
    assert duplicates.pairs(two) == ()


def test_everything_moves_along(two):
    change = duplicates.merge(two, "a", "b", frozenset({"title"}), now=NOW)
    assert change.subject == "a"
    assert change.people() >= {"a", "b"}
    assert two.contact("b") is None
    a = two.contact("a")
    assert a.title == "社長"
    assert a.organization == "北辰"
    assert [e.value for e in a.emails] == ["a@x.example", "b@x.example"]
    assert a.tags == ("木工", "家具")
    assert a.note == "野球の話"
    assert a.photo == B.photo
    assert a.met == B.met
    assert a.earlier == (
        EarlierDetail("organization", "㈱北辰", DAY),
        EarlierDetail("title", "部長", DAY),
    )
    acts = {act.id: act.contact_ids for act in two.timeline("a")}
    assert acts == {"i-one": ("a",), "i-two": ("c", "a"), "i-three": ("a", "c"), "i-four": ("a",)}
    assert {act.id for act in two.timeline("c")} == {"i-two", "i-three"}
    moved = {r.id: r for r in two.records_about("a")}
    for record in ABOUT_B:
        assert moved[record.id] == replace(record, contact_id="a")
    assert two.told_apart() == {frozenset("ac")}
    assert [f.id for f in two.follow_ups("a")] == ["f-open"]
    assert two.tie("a", DAY).replied == 0
    assert [n.contact_ids for n in two.search("野球", "ja").notes] == [("a",)]
    assert two.search("社長", "ja").people == ("a",)
    assert whole(two)


def test_one_undo_takes_it_back_and_redo_does_it_again(two):
    before, index = kept(two), derived(two)
    duplicates.merge(two, "a", "b", frozenset({"title", "note"}), now=NOW)
    after, merged_index = kept(two), derived(two)
    assert ("contact", "b") not in after
    undoing.undo(two, now=NOW)
    assert kept(two) == before
    assert derived(two) == index
    assert [p.people for p in duplicates.pairs(two)] == [frozenset("ab")]
    undoing.redo(two, now=NOW)
    assert kept(two) == after
    assert derived(two) == merged_index
    undoing.undo(two, now=NOW)
    assert kept(two) == before
    assert whole(two)


def test_different_people_are_remembered(two):
    change = duplicates.different(two, "b", "a", now=NOW)
    assert duplicates.pairs(two) == ()
    assert two.told_apart() == {frozenset("ab"), frozenset("bc")}
    assert change.people() == {"a", "b"}
    # Nothing is said of a card that only waits: nobody knows yet whose it is.
    assert two.distinct(["x", "own", "waits"]) == {("x", "a"), ("own", "b")}
    undoing.undo(two, now=NOW)
    assert len(duplicates.pairs(two)) == 1
    assert two.distinct(["x", "own"]) == set()


def test_saying_it_twice_adds_nothing_to_cards(two):
    duplicates.different(two, "a", "b", now=NOW)
    again = duplicates.different(two, "a", "b", now=NOW)
    assert len(again.edits) == 1


def test_an_import_respects_it(store):
    one, other = person("佐藤 健", "a@x.example"), person("佐藤 健", "b@x.example")
    bring_in(store, file(one), now=NOW)
    people.add(store, other, now=NOW)
    first, second = sorted(everyone(store), key=lambda c: c.emails[0].value)
    duplicates.different(store, first.id, second.id, now=NOW)
    # The card of the first comes again after the first went for good.
    people.delete(store, [first.id], now=NOW)
    (planned,) = bring_in(store, file(one), now=NOW).plan.cards
    assert planned.outcome is Outcome.NEW
    assert [c.emails for c in everyone(store)].count((Email("a@x.example"),)) == 1
    assert duplicates.pairs(store) == ()


def test_what_an_import_was_told_is_known_here(two):
    """A card that B came from is not A: so B is not A."""
    said = Distinct("d-import", "x", "a")
    two.apply(Change(Verb.DIFFERENT_PERSON, (Edit(None, said),)), now=NOW)
    assert duplicates.pairs(two) == ()
    # Merged all the same (from the command of the future): what was said of the two is over.
    duplicates.merge(two, "a", "b", now=NOW)
    assert two.distinct(["x"]) == set()
    assert two.told_apart() == {frozenset("ac")}


def test_told_apart_and_then_one_after_all(two):
    duplicates.different(two, "a", "b", now=NOW)
    duplicates.different(two, "a", "c", now=NOW)
    before = kept(two)
    duplicates.merge(two, "b", "a", now=NOW)
    assert two.told_apart() == {frozenset("bc")}
    assert two.distinct(["x", "own"]) == {("own", "c")}
    assert sum(isinstance(r, Distinct) for r in two.records_about("c")) == 2
    undoing.undo(two, now=NOW)
    assert kept(two) == before


def test_three_become_one(store):
    for mail in ("a@x.example", "b@x.example", "c@x.example"):
        people.add(store, person("田村 灯", mail, organization="灯和紙店"), now=NOW)
    assert len(duplicates.pairs(store)) == 3
    for left in (1, 0):
        pair = duplicates.pairs(store)[0]
        duplicates.merge(store, pair.first, pair.second, now=NOW)
        assert len(duplicates.pairs(store)) == left
    (one,) = everyone(store)
    assert len(one.emails) == 3


def test_nobody_is_merged_with_themselves_or_out_of_the_bin(two):
    with pytest.raises(ValueError, match="no pair"):
        duplicates.merge(two, "a", "a", now=NOW)
    with pytest.raises(NotFoundError):
        duplicates.merge(two, "a", "nobody", now=NOW)
    people.delete(two, ["b"], now=NOW)
    with pytest.raises(NotFoundError):
        duplicates.merge(two, "a", "b", now=NOW)
    with pytest.raises(NotFoundError):
        duplicates.different(two, "b", "a", now=NOW)


def test_who_goes_for_good_leaves_nothing_behind(two):
    people.delete(two, ["c"], now=NOW)
    people.empty_old_bin(two, now=at(DAY + timedelta(31)))
    assert [r.id for r in two.records_about("b") if isinstance(r, Distinct)] == ["d-card"]
