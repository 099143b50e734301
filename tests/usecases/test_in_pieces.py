"""An import is planned and written in pieces: how large they are changes nothing, and it can be
given up between any two.
"""

import dataclasses
from array import array
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.contact import Contact
from app.store import outlooks, spool
from app.store.derived import Ahead
from app.store.errors import DiskFullError
from app.usecases import importing, planning, read_cards
from app.usecases.errors import ImportCancelledError
from app.usecases.import_plan import Answer, Choice, Outcome, digest_of
from app.usecases.read_cards import reached_by, repeated
from tests.usecases.conftest import at, bring_in, everyone, file, person

NOW = at(date(2026, 10, 15))
NAMES = ["相原 みどり", "荒井 康平", "Ruth Calder", None]
MAILS = [None, "a@x.example", "b@x.example", "info@x.example"]
PHONES = [None, "03-5550-0101", "03-5550-0102", "090-5550-0103"]

PEOPLE = st.builds(
    lambda name, mail, phone, uid, title: person(name, mail, phone, uid=uid, title=title),
    st.sampled_from(NAMES),
    st.sampled_from(MAILS),
    st.sampled_from(PHONES),
    st.sampled_from([None, None, "1", "2"]),
    st.sampled_from([None, "代表", "Director"]),
)
FILES = st.lists(st.lists(PEOPLE | st.none(), min_size=1, max_size=9), min_size=1, max_size=3)
CHOICES = st.dictionaries(
    st.integers(0, 26),
    st.sampled_from([Choice(Answer.DIFFERENT), Choice(Answer.LEAVE_OUT), Choice(Answer.MERGE)]),
    max_size=6,
)


def small(patch: pytest.MonkeyPatch, size: int) -> None:
    """Everything a few at a time, and hardly anything in memory."""
    patch.setattr(planning, "_AT_ONCE", size)
    patch.setattr(importing, "_AT_ONCE", size)
    patch.setattr(read_cards, "_HASHES_AT_ONCE", size * 5)
    patch.setattr(spool, "_AT_ONCE", size)
    patch.setattr(spool, "_RECENT", 1)


def shown(plan):
    """All that a plan says."""
    cards = [
        (
            c.index, c.file, c.outcome, c.person, c.review, c.candidates, c.agreed, c.kept, c.waits,
            c.lines, c.read, c.contact, c.known, c.comparison,
        )
        for c in plan.cards
    ]  # fmt: skip
    people = {person: plan.people[person] for person in plan.people}
    return cards, plan.left_out, people, dict(plan.before), plan.distinct, plan.exchange_dates


def checked(pieces):
    """What was derived of people while their cards were read is what is derived of them now."""

    def checking(made):
        for done, (piece, ahead) in pieces(made):
            contacts = {e.after.id: e.after for e in piece.edits if isinstance(e.after, Contact)}
            assert ahead == {i: Ahead.of(contacts[i], {}) for i in ahead}
            yield done, (piece, ahead)

    return checking


def written(store, planned):
    """What an import leaves, without the ids that it made up; then it is taken back."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(importing._Import, "pieces", checked(importing._Import.pieces))
        outcome = importing.accept(store, planned, now=NOW)
    if outcome.change is None:
        return None
    found = []
    for one in everyone(store):
        cards = [
            dataclasses.replace(c, id="", batch_id="", contact_id="")
            for c in store.cards_of(one.id)
        ]
        found.append((dataclasses.replace(one, id=""), cards, len(store.timeline(one.id))))
    waiting = [(c.digest, c.review) for c in store.waiting_cards()]
    assert outcome.change.people() >= outcome.change.touched(type(person()))
    assert outcome.batch is not None
    batch = dataclasses.replace(outcome.batch, id="")
    store.undo(NOW, outcome.change.seq)
    return sorted(found, key=repr), waiting, batch


@settings(max_examples=25)
@given(FILES, FILES, CHOICES, st.integers(1, 4))
def test_the_size_of_a_piece_changes_nothing(make_store, before, files, choices, size):
    with make_store() as store:
        bring_in(store, *(file(*one, name=f"{n}.old") for n, one in enumerate(before)), now=NOW)
        made = [file(*one, name=f"{n}.vcf") for n, one in enumerate(files)]
        try:
            whole = importing.preview(store, made, choices)
        except ValueError:
            return
        wanted = shown(whole), written(store, whole)
        with pytest.MonkeyPatch.context() as patch:
            small(patch, size)
            made = [file(*one, name=f"{n}.vcf") for n, one in enumerate(files)]
            pieces = importing.preview(store, made, choices)
            assert shown(pieces) == wanted[0]
            assert written(store, pieces) == wanted[1]
        sums = sum(whole.count(outcome) for outcome in Outcome)
        assert sums == len(whole.cards)


@given(st.lists(st.integers(-50, 50)), st.integers(1, 9))
def test_what_occurs_twice_is_found(numbers, at_once):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(read_cards, "_HASHES_AT_ONCE", at_once)
        half = len(numbers) // 2
        found = repeated([array("q", numbers[:half]), array("q", numbers[half:])])
    assert found == {n for n in numbers if numbers.count(n) > 1}


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 5))), st.integers(1, 4))
def test_who_is_reached_by_many_names_is_found(pairs, at_least):
    numbers = [value for pair in pairs for value in pair]
    names = {number: {name for n, name in pairs if n == number} for number, _ in pairs}
    wanted = {n for n, who in names.items() if len(who) >= max(at_least, 2)}
    assert reached_by([array("q", numbers)], max(at_least, 2)) == wanted


def stopping_at(look: int) -> Callable[[], bool]:
    """Says to stop from the n-th time on that it is asked."""
    asked = 0

    def cancelled() -> bool:
        nonlocal asked
        asked += 1
        return asked > look

    return cancelled


def test_it_can_be_given_up_between_any_two_pieces(store, monkeypatch):
    monkeypatch.setattr(importing, "_AT_ONCE", 1)
    bring_in(store, file(person("前からの 人", "old@x.example")), now=NOW)
    known, batches, last = everyone(store), store.batches(), store.last_change()
    plan = importing.preview(
        store,
        [file(person("前からの 人", "old@x.example", title="代表"), *map(person, NAMES[:3]), None)],
    )
    stopped = 0
    while True:
        told: list[tuple[int, int]] = []
        try:
            importing.accept(
                store,
                plan,
                now=NOW,
                progress=lambda *how, told=told: told.append(how),
                cancelled=stopping_at(stopped),
            )
            break
        except ImportCancelledError:
            stopped += 1
        assert (everyone(store), store.batches(), store.last_change()) == (known, batches, last)
        assert told == sorted(told)
    assert stopped > 6
    assert told[0] == (0, 5)
    assert told[-1] == (5, 5)
    assert len(everyone(store)) == 4
    assert store.blob(digest_of(plan.cards[1].read.source)) is not None


@pytest.mark.parametrize("broken", [False, True])
def test_what_goes_wrong_half_way_leaves_nothing(store, monkeypatch, broken):
    monkeypatch.setattr(importing, "_AT_ONCE", 1)
    plan = importing.preview(store, [file(*map(person, NAMES[:3]))])
    if broken:  # the twin: each piece counts as soon as it is written
        write = store.apply_pieces

        def each_alone(verb, pieces, **how):
            return [write(verb, [piece], **how) for piece in pieces][-1]

        monkeypatch.setattr(store, "apply_pieces", each_alone)
    told: list[int] = []
    with pytest.raises(ImportCancelledError):
        importing.accept(
            store,
            plan,
            now=NOW,
            progress=lambda done, _cards: told.append(done),
            cancelled=lambda: bool(told) and told[-1] >= 2,
        )
    assert bool(everyone(store)) is broken


def test_it_can_be_given_up_when_all_is_written_and_nothing_counts_yet(store, monkeypatch):
    monkeypatch.setattr(outlooks, "AT_ONCE", 1)
    refresh, refreshed = outlooks._refresh, []

    def noted(connection, numbers):
        refreshed.append(numbers)
        refresh(connection, numbers)

    monkeypatch.setattr(outlooks, "_refresh", noted)
    plan = importing.preview(store, [file(*map(person, NAMES[:3]))])
    with pytest.raises(ImportCancelledError):
        importing.accept(store, plan, now=NOW, cancelled=lambda: bool(refreshed))
    assert len(refreshed) == 1
    assert not everyone(store)


@pytest.mark.parametrize("step", ["reading", "planning"])
def test_a_full_temporary_folder_is_said_and_nothing_is_imported(
    store, tmp_path, monkeypatch, step
):
    bring_in(store, file(person("前からの 人", "old@x.example")), now=NOW)
    known, last = everyone(store), store.last_change()

    def full(_spool, _texts):
        raise DiskFullError(tmp_path)

    def begin():
        if step == "reading":
            monkeypatch.setattr(spool.Spool, "_put", full)
        made = file(person("前からの 人", "old@x.example", title="代表"))
        monkeypatch.setattr(spool.Spool, "_put", full)
        return importing.accept(store, importing.preview(store, [made]), now=NOW)

    with pytest.raises(DiskFullError):
        begin()
    assert (everyone(store), store.last_change()) == (known, last)
