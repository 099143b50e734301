"""What a person does, done twice: to a store by the use cases, and to plain dictionaries beside it.

The dictionaries know no table, no index and no change log: undo is the state before. Where both say
the same after any steps, the store keeps what it was told (SAFETY R15).
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from random import Random
from typing import Any

from app.domain.change import Change
from app.domain.contact import Contact, Email, Name
from app.domain.gathering import Gathering
from app.domain.interaction import Initiative, Interaction, Kind
from app.domain.promise import Promise, Side
from app.domain.remark import Remark, RemarkKind
from app.store.store import Store
from app.usecases import duplicates, gatherings, log, people, promises, remarks, undoing
from tests.usecases.conftest import at

Row = dict[str, Any]
State = dict[str, dict[str, Row]]
KINDS = ("people", "entries", "promises", "remarks", "gatherings")
DEPTH = 40
"""So many steps can be taken back in one go."""
FIRST = date(2026, 1, 1)


class World:
    """The store and its plain double. Each step says whether there was anything to do."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.state: State = {kind: {} for kind in KINDS}
        self.past: list[State] = []
        self.future: list[State] = []
        self.steps = 0

    # people

    def add(self, rnd: Random) -> bool:
        name = f"{rnd.choice('ABCDE')} {self.steps}"
        mails = tuple(f"m{rnd.randrange(9)}@x.example" for _ in range(rnd.randrange(2)))
        contact = Contact(name=Name(name, *name.split()), emails=tuple(map(Email, mails)))
        change = people.add(self.store, contact, now=self.now())
        row = {"name": name, "mails": mails, "tags": (), "binned": False}
        met = {"met_on": None, "met_at": None, "met_id": None}
        return self._put(change, "people", change.subject, {**row, **met})

    def tag(self, rnd: Random) -> bool:
        who = self._one(rnd, self.alive())
        if who is None:
            return False
        tags = tuple(sorted({f"t{rnd.randrange(4)}" for _ in range(rnd.randrange(4))}))
        change = people.set_tags(self.store, who, tags, now=self.now())
        return self._put(change, "people", who, {**self.state["people"][who], "tags": tags})

    def bin(self, rnd: Random) -> bool:
        who = self._one(rnd, self.alive())
        if who is None or len(self.alive()) < 3:
            return False
        change = people.delete(self.store, [who], now=self.now())
        return self._put(change, "people", who, {**self.state["people"][who], "binned": True})

    def restore(self, rnd: Random) -> bool:
        who = self._one(rnd, [i for i, row in self.state["people"].items() if row["binned"]])
        if who is None:
            return False
        change = people.restore(self.store, [who], now=self.now())
        return self._put(change, "people", who, {**self.state["people"][who], "binned": False})

    def merge(self, rnd: Random) -> bool:
        alive = self.alive()
        if len(alive) < 4:
            return False
        keep, other = rnd.sample(alive, 2)
        change = duplicates.merge(self.store, keep, other, now=self.now())
        new = self._copy()
        one, two = new["people"][keep], new["people"].pop(other)
        met = _first_meeting(one, two)
        mails = tuple(dict.fromkeys((*one["mails"], *two["mails"])))
        tags = tuple(dict.fromkeys((*one["tags"], *two["tags"])))
        new["people"][keep] = {**one, **met, "mails": mails, "tags": tags}
        for kind in ("promises", "remarks"):
            of_other = {i: row for i, row in new[kind].items() if row["who"] == other}
            new[kind] |= {i: {**row, "who": keep} for i, row in of_other.items()}
        for i, row in new["entries"].items():
            new["entries"][i] = {**row, "who": _instead(row["who"], keep, other)}
        for i, row in new["gatherings"].items():
            left_over = two["met_id"] == i != met["met_id"]
            if other in row["who"] or left_over:
                new["gatherings"][i] = {**row, "who": _instead((*row["who"], other), keep, other)}
        return self._took(change, new)

    # entries

    def log(self, rnd: Random) -> bool:
        alive = self.alive()
        if not alive:
            return False
        who = tuple(rnd.sample(alive, min(len(alive), rnd.randint(1, 3))))
        kind, by = rnd.choice(list(Kind)), rnd.choice(list(Initiative))
        on = self.now().today - timedelta(rnd.randrange(40))
        note = f"{self.word()} said"
        change = log.note(
            self.store, who, note, now=self.now(), kind=kind, initiative=by, on=on, answers=None
        )
        row = {"who": who, "kind": kind, "by": by, "on": on, "note": note}
        made = _made(change, Interaction)
        return self._put(change, "entries", made, {**row, "place": None, "gathering": None})

    def edit(self, rnd: Random) -> bool:
        entry = self._one(rnd, list(self.state["entries"]))
        if entry is None:
            return False
        row = self.state["entries"][entry]
        changed = {
            "note": f"{self.word()} mended",
            "on": row["on"] - timedelta(rnd.randrange(3)),
        }
        before = self.store.interaction(entry)
        assert before is not None
        after = replace(before, note=changed["note"], on=changed["on"])
        change = log.edit(self.store, before, after, now=self.now())
        return self._put(change, "entries", entry, {**row, **changed})

    def drop_entry(self, rnd: Random) -> bool:
        entry = self._one(rnd, list(self.state["entries"]))
        if entry is None:
            return False
        return self._put(log.delete(self.store, entry, now=self.now()), "entries", entry, None)

    # promises and short lines

    def promise(self, rnd: Random) -> bool:
        who = self._one(rnd, self.alive())
        if who is None:
            return False
        by, text = rnd.choice(list(Side)), f"{self.word()} promised"
        due = rnd.choice([None, self.now().today + timedelta(rnd.randrange(9))])
        change = promises.make(self.store, who, text, now=self.now(), by=by, due=due)
        row = {"who": who, "by": by, "text": text, "due": due, "kept": None}
        return self._put(change, "promises", _made(change, Promise), row)

    def keep(self, rnd: Random) -> bool:
        found = self._promise(rnd, lambda row: row["kept"] is None)
        if found is None:
            return False
        change = promises.keep(self.store, found, now=self.now())
        row = {**self.state["promises"][found.id], "kept": self.now().today}
        return self._put(change, "promises", found.id, row)

    def drop_promise(self, rnd: Random) -> bool:
        found = self._promise(rnd, lambda _row: True)
        if found is None:
            return False
        change = promises.drop(self.store, found, now=self.now())
        return self._put(change, "promises", found.id, None)

    def remark(self, rnd: Random) -> bool:
        who = self._one(rnd, self.alive())
        if who is None:
            return False
        kind, text = rnd.choice(list(RemarkKind)), f"{self.word()} remarked"
        change = remarks.add(self.store, who, kind, text, now=self.now())
        row = {"who": who, "kind": kind, "text": text, "past": None}
        return self._put(change, "remarks", _made(change, Remark), row)

    def lay_aside(self, rnd: Random) -> bool:
        wanted = self._one(rnd, [i for i, row in self.state["remarks"].items() if not row["past"]])
        if wanted is None:
            return False
        row = self.state["remarks"][wanted]
        before = next(r for r in self.store.remarks(row["who"]) if r.id == wanted)
        change = remarks.lay_aside(self.store, before, now=self.now())
        return self._put(change, "remarks", wanted, {**row, "past": self.now().today})

    # gatherings

    def gather(self, rnd: Random) -> bool:
        on = self.now().today + timedelta(rnd.randint(-9, 9))
        name = f"evening {self.steps}"
        change = gatherings.make(self.store, Gathering("", name, on), now=self.now())
        row = {"name": name, "on": on, "note": None, "who": ()}
        return self._put(change, "gatherings", _made(change, Gathering), row)

    def receive(self, rnd: Random) -> bool:
        """Cards of people who were met nowhere yet; each gets the exchange on their timeline."""
        place = self._one(rnd, list(self.state["gatherings"]))
        rows = self.state["people"]
        new_ones = [i for i in self.alive() if rows[i]["met_on"] is None and not rows[i]["met_id"]]
        if place is None or not new_ones:
            return False
        who = rnd.sample(new_ones, min(len(new_ones), rnd.randint(1, 3)))
        gathering = self.store.gathering(place)
        assert gathering is not None
        change = gatherings.receive(self.store, gathering, who, now=self.now())
        new, row = self._copy(), self.state["gatherings"][place]
        for i in who:
            met = {"met_on": row["on"], "met_at": row["name"], "met_id": place}
            new["people"][i] = {**rows[i], **met}
        for edit in change.edits:
            act = edit.after
            if edit.before is None and isinstance(act, Interaction):
                new["entries"][act.id] = {
                    "who": act.contact_ids, "kind": Kind.CARDS, "by": Initiative.BOTH,
                    "on": row["on"], "note": None, "place": row["name"], "gathering": place,
                }  # fmt: skip
        return self._took(change, new)

    def put_down(self, rnd: Random) -> bool:
        place = self._one(rnd, list(self.state["gatherings"]))
        if place is None or not self.alive():
            return False
        who = rnd.choice(self.alive())
        row, person = self.state["gatherings"][place], self.state["people"][who]
        change = gatherings.put_down(self.store, place, [who], now=self.now())
        there = (
            row["who"] if person["met_id"] == place else tuple(dict.fromkeys((*row["who"], who)))
        )
        return self._put(change, "gatherings", place, {**row, "who": there})

    def rename(self, rnd: Random) -> bool:
        place = self._one(rnd, list(self.state["gatherings"]))
        if place is None:
            return False
        row, name = self.state["gatherings"][place], f"renamed {self.steps}"
        before = self.store.gathering(place)
        assert before is not None
        change = gatherings.edit(self.store, before, replace(before, name=name), now=self.now())
        new = self._copy()
        new["gatherings"][place] = {**row, "name": name}
        for i, person in new["people"].items():
            if person["met_id"] == place:
                new["people"][i] = {**person, "met_at": name}
        for i, entry in new["entries"].items():
            if entry["gathering"] == place and entry["place"] == row["name"]:
                new["entries"][i] = {**entry, "place": name}
        return self._took(change, new)

    def drop_gathering(self, rnd: Random) -> bool:
        place = self._one(rnd, list(self.state["gatherings"]))
        if place is None:
            return False
        change = gatherings.delete(self.store, place, now=self.now())
        new = self._copy()
        del new["gatherings"][place]
        for i, person in new["people"].items():
            if person["met_id"] == place:
                new["people"][i] = {**person, "met_id": None}
        for i, entry in new["entries"].items():
            if entry["gathering"] == place:
                new["entries"][i] = {**entry, "gathering": None}
        return self._took(change, new)

    # there and back

    def undo(self, _rnd: Random) -> bool:
        if not self.past:
            return False
        undoing.undo(self.store, now=self.now())
        self.future.append(self.state)
        self.state = self.past.pop()
        self.steps += 1
        return True

    def redo(self, _rnd: Random) -> bool:
        if not self.future:
            return False
        undoing.redo(self.store, now=self.now())
        self.past.append(self.state)
        self.state = self.future.pop()
        self.steps += 1
        return True

    # inside

    def now(self) -> Any:
        """The days go on, a day every twenty steps."""
        return at(FIRST + timedelta(self.steps // 20))

    def word(self) -> str:
        """A word that no other record has, nor begins with."""
        return f"word{self.steps:06}"

    def alive(self) -> list[str]:
        return [i for i, row in self.state["people"].items() if not row["binned"]]

    def _one(self, rnd: Random, ids: list[str]) -> str | None:
        return rnd.choice(ids) if ids else None

    def _promise(self, rnd: Random, fits: Callable[[Row], bool]) -> Promise | None:
        wanted = self._one(rnd, [i for i, row in self.state["promises"].items() if fits(row)])
        if wanted is None:
            return None
        who = self.state["promises"][wanted]["who"]
        return next(p for p in self.store.promises(who) if p.id == wanted)

    def _copy(self) -> State:
        return {kind: dict(rows) for kind, rows in self.state.items()}

    def _put(self, change: Change, kind: str, row_id: str | None, row: Row | None) -> bool:
        new = self._copy()
        assert row_id is not None
        if row is None:
            del new[kind][row_id]
        else:
            new[kind][row_id] = row
        return self._took(change, new)

    def _took(self, change: Change, new: State) -> bool:
        self.steps += 1
        if change.seq is None:  # nothing was different
            assert new == self.state
            return True
        self.past = [*self.past[1 - DEPTH :], self.state]
        self.future = []
        self.state = new
        return True

    # what the store says

    def check(self, whom: list[str] | None = None) -> None:
        """The store says what the dictionaries say, of these people or of all."""
        rows, store = self.state["people"], self.store
        if whom is None:
            assert set(store.people().ids) == set(self.alive())
            assert {c.id for c in store.deleted()} == set(rows) - set(self.alive())
            for i, row in self.state["gatherings"].items():
                gathering = store.gathering(i)
                assert gathering is not None
                assert _gathering_row(gathering) == row
            assert {r.gathering.id for r in store.gathering_rows()} == set(self.state["gatherings"])
        for contact in store.contacts(list(rows) if whom is None else whom):
            assert _person_row(contact) == rows[contact.id]
            said = {a.id: _entry_row(a) for a in store.timeline(contact.id)}
            assert said == self._of(contact.id, "entries")
            assert list(said) == sorted(said, key=lambda i: (said[i]["on"], i), reverse=True)
            found = {p.id: _promise_row(p) for p in store.promises(contact.id)}
            assert found == self._of(contact.id, "promises")
            lines = {r.id: _remark_row(r) for r in store.remarks(contact.id)}
            assert lines == self._of(contact.id, "remarks")

    def check_search(self, rnd: Random) -> None:
        """One entry is found by its own word, where one of its people is not in the bin."""
        entry = self._one(rnd, [i for i, row in self.state["entries"].items() if row["note"]])
        if entry is not None:
            row = self.state["entries"][entry]
            hits = self.store.search(row["note"].split()[0], "en").notes
            seen = any(not self.state["people"][i]["binned"] for i in row["who"])
            assert [hit.interaction_id for hit in hits] == ([entry] if seen else [])

    def _of(self, who: str, kind: str) -> dict[str, Row]:
        return {
            i: row
            for i, row in self.state[kind].items()
            if row["who"] == who or (isinstance(row["who"], tuple) and who in row["who"])
        }


STEPS: dict[str, tuple[Callable[[World, Random], bool], int]] = {
    "add": (World.add, 4),
    "tag": (World.tag, 2),
    "bin": (World.bin, 2),
    "restore": (World.restore, 2),
    "merge": (World.merge, 2),
    "log": (World.log, 8),
    "edit": (World.edit, 4),
    "drop_entry": (World.drop_entry, 3),
    "promise": (World.promise, 3),
    "keep": (World.keep, 2),
    "drop_promise": (World.drop_promise, 1),
    "remark": (World.remark, 3),
    "lay_aside": (World.lay_aside, 1),
    "gather": (World.gather, 1),
    "receive": (World.receive, 2),
    "put_down": (World.put_down, 2),
    "rename": (World.rename, 1),
    "drop_gathering": (World.drop_gathering, 1),
    "undo": (World.undo, 6),
    "redo": (World.redo, 4),
}
"""What is done, and how often beside the others."""


def step(world: World, rnd: Random) -> str:
    """Do something that can be done; what it was."""
    names = list(STEPS)
    while True:
        name = rnd.choices(names, [often for _, often in STEPS.values()])[0]
        if STEPS[name][0](world, rnd):
            return name


def _first_meeting(one: Row, two: Row) -> Row:
    """The earlier meeting is how they were met, its gaps filled from the other."""
    turned = one["met_on"] and two["met_on"] and two["met_on"] < one["met_on"]
    first, second = (two, one) if turned else (one, two)
    return {key: first[key] or second[key] for key in ("met_on", "met_at", "met_id")}


def _instead(who: tuple[str, ...], keep: str, other: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(keep if i == other else i for i in who))


def _made(change: Change, kind: type) -> str:
    (record,) = (e.after for e in change.edits if e.before is None and isinstance(e.after, kind))
    assert record is not None
    return record.id


def _person_row(c: Contact) -> Row:
    return {
        "name": c.name.full, "mails": tuple(e.value for e in c.emails), "tags": c.tags,
        "binned": c.deleted_at is not None, "met_on": c.met.on, "met_at": c.met.gathering,
        "met_id": c.met.gathering_id,
    }  # fmt: skip


def _entry_row(a: Interaction) -> Row:
    return {
        "who": a.contact_ids, "kind": a.kind, "by": a.initiative, "on": a.on, "note": a.note,
        "place": a.place, "gathering": a.gathering,
    }  # fmt: skip


def _promise_row(p: Promise) -> Row:
    return {"who": p.contact_id, "by": p.by, "text": p.text, "due": p.due, "kept": p.kept_on}


def _remark_row(r: Remark) -> Row:
    return {"who": r.contact_id, "kind": r.kind, "text": r.text, "past": r.past_on}


def _gathering_row(g: Gathering) -> Row:
    return {"name": g.name, "on": g.on, "note": g.note, "who": g.people}
