"""Any changes, all taken back: the store is what it was, and so is everything derived (R15)."""

from dataclasses import replace
from datetime import date, timedelta
from hashlib import sha256

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from app.domain.card import Card, CardState
from app.domain.change import Change, Edit, Record, Verb
from app.domain.contact import Contact, Email, Met, Name, Phone, Reading
from app.domain.gathering import Gathering
from app.domain.ids import new_id
from app.domain.imports import Distinct, ImportBatch
from app.domain.interaction import Initiative, Interaction, Kind
from app.domain.promise import Promise, Side
from app.domain.remark import Remark, RemarkKind
from app.domain.reminder import FollowUp, FollowUpKind, Skip, Snooze
from app.store import schema
from app.store.check import database_problems
from tests.store.conftest import TODAY, at

words = st.text("山田ヤやa B\"'é\n🎏", max_size=6)
maybe = st.one_of(st.none(), words)
days = st.dates(date(2020, 1, 1), date(2030, 1, 1))
contacts = st.builds(
    lambda **fields: Contact(id=new_id(at()), **fields),
    name=st.builds(Name, maybe, maybe, maybe),
    reading=st.builds(Reading, maybe, maybe),
    organization=maybe,
    emails=st.lists(st.builds(Email, words), max_size=2).map(tuple),
    phones=st.lists(st.builds(Phone, words, maybe, maybe), max_size=2).map(tuple),
    note=maybe,
    tags=st.lists(words, max_size=2).map(tuple),
    deleted_at=st.sampled_from([None, None, at().instant]),
    met=st.builds(Met, st.none() | days, maybe, maybe, st.sampled_from([None, "g"])),
)


@st.composite
def interactions(draw, people):
    return Interaction(
        new_id(at()),
        draw(st.sampled_from(Kind)),
        draw(st.sampled_from(Initiative)),
        draw(days),
        tuple(draw(st.lists(st.sampled_from(people), min_size=1, max_size=3))),
        draw(maybe),
        draw(maybe),
        draw(st.sampled_from([None, "x"])),
    )


@st.composite
def gatherings(draw, people):
    who = st.lists(st.sampled_from(people), max_size=3).map(tuple) if people else st.just(())
    return Gathering(
        new_id(at()),
        draw(words),
        draw(days),
        until=draw(st.none() | days),
        starts=draw(st.none() | st.times()),
        place=draw(maybe),
        series=draw(maybe),
        interests=tuple(draw(st.lists(words, max_size=2))),
        people=draw(who),
        uid=draw(st.sampled_from([None, "u"])),
    )


@st.composite
def attached(draw, people):
    who = draw(st.sampled_from(people))
    return draw(
        st.sampled_from(
            [
                FollowUp(
                    new_id(at()), who, FollowUpKind.FIRST, draw(days), draw(days), draw(maybe)
                ),
                Snooze(new_id(at()), who, draw(days), draw(days)),
                Skip(new_id(at()), who, draw(days)),
                Promise(
                    new_id(at()),
                    who,
                    draw(st.sampled_from(Side)),
                    draw(words),
                    draw(days),
                    draw(st.none() | days),
                ),
                Remark(
                    new_id(at()), who, draw(st.sampled_from(RemarkKind)), draw(words), draw(days)
                ),
                Distinct(new_id(at()), draw(words), who),
                Distinct(new_id(at()), "", who, draw(st.sampled_from(people))),
            ]
        )
    )


@st.composite
def changes(draw, there):  # noqa: C901  one branch for each kind of edit
    """A change that fits what is there; `there` is kept in step."""
    edits = []
    for _ in range(draw(st.integers(1, 4))):
        people = [i for i, r in there.items() if isinstance(r, Contact)]
        kind = draw(
            st.sampled_from(["contact", "act", "attached", "card", "edit", "remove", "gathering"])
        )
        if kind == "contact" or not people:
            edit = Edit(None, draw(contacts))
        elif kind == "act":
            edit = Edit(None, draw(interactions(people)))
        elif kind == "gathering":
            edit = Edit(None, draw(gatherings(people)))
        elif kind == "attached":
            edit = Edit(None, draw(attached(people)))
        elif kind == "card":
            batch = ImportBatch(new_id(at()), at().instant, ("a",))
            edits.append(Edit(None, batch))
            there[batch.id] = batch
            who = draw(st.sampled_from([None, *people]))
            card = Card(
                new_id(at()), batch.id, who, SOURCE, "d", "utf-8", "a", 1, 1, CardState.KEPT
            )
            edit = Edit(None, card)
        elif kind == "edit":
            before = there[draw(st.sampled_from(list(there)))]
            edit = Edit(before, edited(draw, before, people))
        else:
            free = [i for i, r in there.items() if not isinstance(r, Contact | ImportBatch)]
            if not free:
                continue
            edit = Edit(there[draw(st.sampled_from(free))], None)
        edits.append(edit)
        if edit.after is None:
            del there[edit.record.id]
        else:
            there[edit.after.id] = edit.after
    return Change(draw(st.sampled_from(Verb)), tuple(edits))


def edited(draw, before, people):  # noqa: C901  one branch for each kind of record
    if isinstance(before, Contact):
        return replace(draw(contacts), id=before.id)
    if isinstance(before, Interaction):
        return replace(draw(interactions(people)), id=before.id)
    if isinstance(before, Gathering):
        return replace(draw(gatherings(people)), id=before.id)
    if isinstance(before, Card):
        return replace(before, state=CardState.DISCARDED, contact_id=None)
    if isinstance(before, ImportBatch):
        return replace(before, new=draw(st.integers(0, 9)))
    if isinstance(before, Promise):
        return replace(before, kept_on=draw(st.none() | days), text=draw(words))
    if isinstance(before, Remark):
        return replace(before, past_on=draw(st.none() | days))
    if isinstance(before, FollowUp):
        return replace(before, due=before.due + timedelta(1))
    return before


SOURCE = sha256(b"source").hexdigest()
DERIVED = (
    "SELECT * FROM contact_key k JOIN contact c ON c.n = k.contact ORDER BY c.id, k.key",
    "SELECT * FROM contact_tag t JOIN contact c ON c.n = t.contact ORDER BY c.id, t.tag",
    """SELECT * FROM participant p JOIN contact c ON c.n = p.contact
    JOIN interaction i ON i.n = p.act ORDER BY i.id, c.id""",
    """SELECT c.id, g.id FROM attendant a JOIN contact c ON c.n = a.contact
    JOIN gathering g ON g.n = a.gathering ORDER BY g.id, c.id""",
)


def content(store):
    """All logical rows in one order, row numbers left out."""
    whole = sha256()
    with store._question() as c:
        for table in schema.metadata.sorted_tables:
            names = [
                c.name for c in table.columns if not c.name.startswith("place_") and c.name != "n"
            ]
            if "id" in names:
                rows = c.execute(select(*(table.c[n] for n in names)).order_by(table.c.id))
                whole.update(repr((table.name, rows.all())).encode())
        for question in DERIVED:
            rows = c.exec_driver_sql(question).mappings()
            seen = [
                {
                    k: v
                    for k, v in r.items()
                    if k not in {"n", "contact", "act", "place_ja", "place_en"}
                }
                for r in rows
            ]
            whole.update(repr(seen).encode())
    return whole.hexdigest()


def problems(store):
    with store._question() as c:
        driver = c.connection.driver_connection
        there = {row[0] for row in driver.execute("SELECT rowid FROM notes")}
        orphans = there - set(expected_notes(store))
        found = {row[0] for row in driver.execute("SELECT rowid FROM gatherings")}
    if found != set(expected_gatherings(store)):
        orphans.add("gatherings")
    with store._question() as c:
        driver = c.connection.driver_connection
        return (*database_problems(driver), *(["found"] if orphans else []))


def expected_gatherings(store):
    from app.store import codec
    from app.store.derived import gathering_place

    with store._question() as c:
        for n, text in c.exec_driver_sql("SELECT n, json FROM gathering"):
            record = codec.decode("gathering", text)
            assert isinstance(record, Gathering)
            yield gathering_place(record, n)


def expected_notes(store):
    from app.store import codec
    from app.store.derived import contact_note_place, line_place
    from app.store.ordering import Noted, note_place

    with store._question() as c:
        for n, text in c.exec_driver_sql("SELECT n, json FROM contact WHERE deleted_at IS NULL"):
            contact = codec.contact(text)
            if contact.note:
                yield contact_note_place(contact, n)
        for n, text in c.exec_driver_sql("SELECT n, json FROM interaction"):
            entry = codec.interaction(text)
            yield note_place(entry.on.toordinal(), n, Noted.ENTRY)
        for kind in ("promise", "remark"):
            for n, text in c.exec_driver_sql(f"SELECT n, json FROM {kind}"):  # noqa: S608
                record = codec.decode(kind, text)
                assert isinstance(record, Promise | Remark)
                yield line_place(record, n)


@given(st.data())
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_all_changes_undone_and_redone(store, data):  # noqa: C901  up, down, up, down
    there: dict[str, Record] = {}
    start = content(store)
    states = [start]
    count = data.draw(st.integers(1, 5))
    applied = 0
    for _ in range(count):
        change = store.apply(data.draw(changes(there)), now=at(TODAY), blobs={SOURCE: b"source"})
        if change.seq is None:
            continue
        applied += 1
        states.append(content(store))
        for record in there.values():
            if isinstance(record, Contact):
                assert store.contact(record.id) == record
            if isinstance(record, Gathering):
                assert store.gathering(record.id) == record
            if isinstance(record, Interaction):
                assert store.interaction(record.id) == record
    assert problems(store) == ()
    for state in reversed(states[:-1]):
        store.undo(at())
        assert content(store) == state
    assert problems(store) == ()
    for state in states[1:]:
        store.redo(at())
        assert content(store) == state
    assert problems(store) == ()
    for _ in range(applied):
        store.undo(at())
    assert content(store) == start
