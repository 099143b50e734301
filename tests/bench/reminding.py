"""Who is due: the first answer of a store just opened, and the whole look after an edit."""

import shutil
import time
from dataclasses import replace
from datetime import timedelta

from app.domain.change import Change, Edit, Verb
from app.domain.promise import Promise, Side
from app.domain.reminder import FollowUp, FollowUpKind
from app.store.store import Store
from app.ui.today import Looked, look
from app.usecases import people, reconnect, today
from tests.bench.measuring import Figure
from tests.bench.stores import BUILD, NOW, Made

FRAME = 16.0
OPEN = 40
"""So many promises and as many follow-ups are open and due."""


def figures(circle: Made, dense: Made, rounds: int) -> list[Figure]:
    """Of a store as somebody keeps it, and of one in which hardly a letter was ever answered."""
    copy = circle.copied(BUILD / "work" / "due")
    try:
        with copy.store() as store:
            _ask_for_more(store, copy)
        copy.warm()
        first = [_first(copy) for _ in range(rounds)]
        edited = _edited(copy, 4 * rounds)
    finally:
        shutil.rmtree(copy.folder.path.parent)
    dense.warm()
    worst = [_first(dense) for _ in range(rounds)]
    what = "who is due: first answer"
    return [
        _figure("k", what, circle, [ms for ms, _ in first], first[0][1], 100.0),
        Figure(
            "k2",
            "who is due: after an edit",
            "ui.today.look, of a day looked at before, when one person was written about",
            "all that Today, tray and window show",
            _size(circle),
            "no",
            whole_process=False,
            values=edited,
            judged="p95",
            aim=FRAME,
            note="Done, later, skipped, a rhythm, a follow-up, and each of them undone.",
        ),
        _figure(
            "k3", "who is due: first, if few answered", dense, [m for m, _ in worst], worst[0][1]
        ),
    ]


def _size(made: Made) -> str:
    return f"{made.population.count:,} people, {made.population.acts:,} entries, file in memory"


def _figure(
    key: str, what: str, made: Made, values: list[float], found: int, aim: float | None = None
) -> Figure:
    return Figure(
        key,
        what,
        "usecases.today.due, a store just opened (nothing decrypted yet)",
        "its answer",
        _size(made),
        "no",
        whole_process=False,
        values=values,
        aim=aim,
        note=f"{found:,} people have a reason.",
    )


def _first(made: Made) -> tuple[float, int]:
    """Milliseconds of the first answer, and how many had a reason."""
    with made.reader() as reader:
        start = time.perf_counter()
        found = today.due(reader, NOW.today)
        return (time.perf_counter() - start) * 1000, len(found.people) + found.waiting


def _edited(made: Made, rounds: int) -> list[float]:
    """Milliseconds of a look after each of several edits of those of today."""
    times: list[float] = []
    with made.store() as store:
        looked = look(store, NOW)
        for number in range(rounds):
            for undone in (False, True):
                if undone:
                    store.undo(NOW)
                else:
                    _edit(store, looked, number)
                start = time.perf_counter()
                looked = look(store, NOW, looked)
                times.append((time.perf_counter() - start) * 1000)
    return times


def _edit(store: Store, looked: Looked, number: int) -> None:
    who = looked.today.people[number % len(looked.today.people)].contact
    match number % 5:
        case 0:
            reconnect.done(store, who.id, now=NOW)
        case 1:
            reconnect.later(store, who.id, NOW.today + timedelta(1), now=NOW)
        case 2:
            reconnect.skip(store, who.id, now=NOW)
        case 3:
            people.edit(store, who, replace(who, rhythm=None, note="edited"), now=NOW)
        case _:
            reconnect.set_follow_up(store, who.id, NOW.today, "edited", now=NOW)


def _ask_for_more(store: Store, made: Made) -> None:
    """Promises and follow-ups that are open and due."""
    edits: list[Edit] = []
    for number in range(min(OPEN, made.population.count)):
        who, day = made.population.person_id(number), NOW.today - timedelta(number)
        edits.append(Edit(None, Promise(f"due-{number}", who, Side.ME, "the samples", day, day)))
        typed = FollowUp(f"due-{number}", who, FollowUpKind.TYPED, day, day, "call")
        edits.append(Edit(None, typed))
    store.apply(Change(Verb.IMPORT, tuple(edits)), now=NOW)
