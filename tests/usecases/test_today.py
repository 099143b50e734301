"""What is held of a day is what asking anew would say, whatever was written meanwhile."""

from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta
from random import Random
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from app.domain.contact import Contact, Name
from app.domain.dates import Birthday, LeapDay
from app.domain.errors import ExpectedError
from app.domain.interaction import Initiative, Kind
from app.domain.rhythm import Rhythm
from app.store import people as marking
from app.store.settings import Setting
from app.store.store import Store, open_store
from app.store.touched import Touched
from app.usecases import (
    days_off,
    duplicates,
    log,
    people,
    promises,
    reconnect,
    rhythms,
    today,
    undoing,
)
from app.usecases.knowing import know
from tests import slow_due
from tests.usecases.conftest import at

FIRST = date(2027, 12, 20)


class Hand:
    """Does anything to anybody; what cannot be done is left."""

    def __init__(self, store: Store, rnd: Random) -> None:
        self.store, self.rnd = store, rnd
        self.day = FIRST
        self.ids: list[str] = []

    def do(self) -> None:
        """One thing."""
        rnd, store = self.rnd, self.store
        now = at(self.day)
        if not self.ids or (len(self.ids) < 6 and rnd.random() < 0.3):
            self.add()
            return
        who, other = rnd.choice(self.ids), rnd.choice(self.ids)
        contact = store.contact(who)
        ago = self.day - timedelta(rnd.choice((0, 1, 20, 30, 80, 95, 700)))
        born = rnd.choice([None, Birthday(1, rnd.randrange(1, 9)), Birthday(2, 29)])
        acts, owed = store.timeline(who), store.promises(who)
        kind, by = rnd.choice(list(Kind)), rnd.choice(list(Initiative))
        changed: dict[str, Any] = rnd.choice(
            [
                {"rhythm": rnd.choice([None, Rhythm(1, 2), Rhythm(6, 8)])},
                {"birthday": born},
                {"tags": rnd.choice([(), ("craft",), ("fair", "craft")])},
            ]
        )
        things = [
            lambda: reconnect.later(store, who, self.day + timedelta(rnd.randrange(1, 9)), now=now),
            lambda: reconnect.skip(store, who, now=now),
            lambda: reconnect.done(store, who, now=now),
            lambda: reconnect.set_follow_up(store, who, ago, now=now),
            lambda: contact and people.edit(store, contact, replace(contact, **changed), now=now),
            lambda: people.delete(store, [who], now=now),
            lambda: people.restore(store, [who], now=now),
            lambda: who != other and duplicates.merge(store, who, other, now=now),
            lambda: promises.make(store, who, "x", due=ago, now=now),
            lambda: owed and promises.keep(store, rnd.choice(owed), now=now),
            lambda: undoing.undo(store, now=now),
            lambda: undoing.redo(store, now=now),
            lambda: store.set_setting(Setting.LEAP_DAY, rnd.choice(list(LeapDay))),
            lambda: rhythms.set_for_tag(
                store, rnd.choice(["craft", "fair"]), rnd.choice([None, Rhythm(1, 2)]), now=now
            ),
            lambda: days_off.rest_on_weekends(store, on=rnd.random() < 0.5),
            lambda: acts and log.delete(store, rnd.choice(acts).id, now=now),
            *[lambda: log.note(store, [who, other], "x", kind=kind, initiative=by, on=ago, now=now)]
            * 4,
        ]
        with suppress(ExpectedError):
            rnd.choice(things)()

    def add(self) -> str:
        """Somebody new."""
        contact = Contact(name=Name(f"{len(self.ids)}"))
        self.ids.append(people.add(self.store, contact, now=at(self.day)).subject or "")
        return self.ids[-1]


def live(store: Store, seed: int, steps: int) -> int:
    """Steps of one seed, each look compared; how often what was held spared asking everybody."""
    rnd, spared = Random(seed), 0
    hand = Hand(store, rnd)
    held = known = shown = None
    for _ in range(steps):
        hand.do()
        if rnd.random() < 0.3:
            continue  # several writes between two looks
        hand.day += timedelta(rnd.choice((0, 0, 0, 0, 0, 1, 30)))
        spared += held is not None and store.touched_since(held.moment) is not None
        held, known = today.judge(store, hand.day, held), know(store, hand.day, known)
        assert held == today.judge(store, hand.day)
        everybody = slow_due.everybody(store, hand.day)
        assert list(held.people) == slow_due.as_asking(everybody, hand.day)
        assert known.count == know(store, hand.day).count
        shown = today.settle(store, held, before=shown)
        assert shown == today.due(store, hand.day)
        assert today.due(store, hand.day) == slow_due.today_of(store, hand.day)
    return spared


@pytest.mark.timeout(300)
@given(st.integers(0, 1 << 30))
@example(4098)  # merged and taken apart between two looks: another row of the table
@settings(max_examples=3, deadline=None)
def test_what_is_held_is_what_is_asked_anew(make_store, seed):
    with make_store() as store:
        assert live(store, seed, 120) > 20


def test_a_write_that_nobody_notes_is_seen(make_store, monkeypatch):
    """The sabotage twin."""
    note = Touched.note
    monkeypatch.setattr(Touched, "note", lambda self, people: note(self, ()))
    with make_store() as store, pytest.raises(AssertionError):
        live(store, 1, 200)


def test_what_another_process_may_have_written_is_asked_anew(store):
    hand = Hand(store, Random(1))
    for _ in range(3):
        hand.add()
    held = today.judge(store, FIRST)
    key, folder = store._key, store.folder
    store.close()
    with open_store(folder, key) as again:
        assert again.touched_since(held.moment) is None
        reconnect.set_follow_up(again, hand.ids[0], FIRST, now=at(FIRST))
        assert today.judge(again, FIRST, held) == today.judge(again, FIRST)


def test_only_those_who_were_written_about_are_asked_again(store, monkeypatch):
    hand = Hand(store, Random(1))
    for _ in range(3):
        hand.add()
    held, known = today.judge(store, FIRST), know(store, FIRST)
    reconnect.set_follow_up(store, hand.ids[0], FIRST, now=at(FIRST))
    monkeypatch.setattr(store, "asking", None)
    monkeypatch.setattr(marking, "known_marks", None)
    assert [p.contact_id for p in today.judge(store, FIRST, held).people] == [hand.ids[0]]
    assert know(store, FIRST, known).count.total == 3
