"""Gatherings: made, mended, taken away; whose cards were received there and who else came."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from app.domain.change import Change, Edit, Verb
from app.domain.contact import Contact
from app.domain.errors import NotFoundError
from app.domain.folding import fold
from app.domain.gathering import Gathering
from app.domain.ids import new_id
from app.domain.interaction import Kind
from app.domain.now import Now
from app.usecases.beginnings import Room, begin
from app.usecases.people import known

if TYPE_CHECKING:
    from app.store.reader import Reader
    from app.store.store import Store


def known_gathering(reader: "Reader", gathering_id: str) -> Gathering:
    """The gathering with this id; raises NotFoundError."""
    gathering = reader.gathering(gathering_id)
    if gathering is None:
        raise NotFoundError(gathering_id)
    return gathering


def make(store: "Store", gathering: Gathering, *, now: Now) -> Change:
    """Keep a new gathering (without an id yet). Raises ValueError where it has no name."""
    made = tidy(replace(gathering, id=new_id(now)))
    return store.apply(Change(Verb.GATHERING, (Edit(None, made),)), now=now)


def edit(store: "Store", before: Gathering, after: Gathering, *, now: Now) -> Change:
    """Change what is known of a gathering; `before` is what the person saw. Who was met there
    bears its new name too.
    """
    after = tidy(replace(after, id=before.id))
    if after == before:
        return Change(Verb.GATHERING, ())
    renamed = _renamed(store, before, after) if after.name != before.name else []
    change = Change(Verb.GATHERING, (Edit(before, after), *renamed))
    return store.apply(change, now=now)


def write_note(store: "Store", gathering_id: str, note: str, *, now: Now) -> Change:
    """The note on a gathering, whatever else of it has changed meanwhile."""
    before = known_gathering(store, gathering_id)
    return edit(store, before, replace(before, note=note), now=now)


def edit_as_seen(store: "Store", before: Gathering, after: Gathering, *, now: Now) -> Change:
    """What the person changed in a form, and nothing else: people and note may have changed since
    it was opened.
    """
    kept = known_gathering(store, before.id)
    before, after = (replace(g, people=kept.people, note=kept.note) for g in (before, after))
    return edit(store, before, after, now=now)


def delete(store: "Store", gathering_id: str, *, now: Now) -> Change:
    """Take a gathering away. Who was met there keeps its name as a text, and what happened there
    stays.
    """
    gathering = known_gathering(store, gathering_id)
    edits: list[Edit] = []
    for record in store.bearing_gathering(gathering_id):
        if isinstance(record, Contact):
            met = replace(record.met, gathering_id=None)
            edits.append(Edit(record, replace(record, met=met)))
        else:
            edits.append(Edit(record, replace(record, gathering=None)))
    change = Change(Verb.DELETE_GATHERING, (*edits, Edit(gathering, None)))
    return store.apply(change, now=now)


def put_down(store: "Store", gathering_id: str, contact_ids: Iterable[str], *, now: Now) -> Change:
    """These people were there too, or will be."""
    before = known_gathering(store, gathering_id)
    met = {c.id for c in store.received_at(gathering_id)}
    added = [known(store, i).id for i in dict.fromkeys(contact_ids) if i not in met]
    after = replace(before, people=tuple(dict.fromkeys((*before.people, *added))))
    return _gathered(store, [Edit(before, after)], now, added)


def take_out(store: "Store", gathering_id: str, contact_ids: Iterable[str], *, now: Now) -> Change:
    """These people were not there: neither among those who came, nor met there first."""
    out = list(dict.fromkeys(contact_ids))
    before = known_gathering(store, gathering_id)
    left = replace(before, people=tuple(i for i in before.people if i not in out))
    edits = [Edit(before, left)]
    for record in store.bearing_gathering(gathering_id):
        if isinstance(record, Contact):
            if record.id in out:
                met = replace(record.met, gathering=None, gathering_id=None)
                edits.append(Edit(record, replace(record, met=met)))
        elif set(record.contact_ids) <= set(out):
            place = None if record.place == before.name else record.place
            edits.append(Edit(record, replace(record, gathering=None, place=place)))
    return _gathered(store, edits, now, out)


def receive(
    store: "Store", gathering: Gathering, contact_ids: Sequence[str], *, now: Now
) -> Change:
    """The cards of these people were received there; a gathering without an id is made.

    They bear its name, and its day where they bear none; who thereby becomes newly met gets a
    first follow-up. Who was met before, elsewhere, is put down among those who came. Raises
    ValueError where it has no name.
    """
    if gathering.id:
        before = known_gathering(store, gathering.id)
        after = before
    else:
        before, after = None, tidy(replace(gathering, id=new_id(now)))
    edits: list[Edit] = []
    begun: list[Contact] = []
    again: list[str] = []
    for contact in (known(store, i) for i in dict.fromkeys(contact_ids)):
        if contact.met.gathering_id not in {None, after.id}:
            again.append(contact.id)
            continue
        met = replace(
            contact.met, on=contact.met.on or after.on, gathering=after.name, gathering_id=after.id
        )
        named = replace(contact, met=met)
        edits.append(Edit(contact, named))
        if contact.met.on is None:
            begun.append(named)
        else:
            edits += _entries(store, contact, after)
    people = (*after.people, *(i for i in again if i not in after.people))
    edits.insert(0, Edit(before, replace(after, people=people)))
    edits += begin(Room.of(store, now), {c.id: c.met for c in begun}, now, met=False)
    return _gathered(store, edits, now, list(contact_ids))


def _entries(reader: "Reader", contact: Contact, gathering: Gathering) -> list[Edit]:
    """The exchange of cards that was at the gathering; it names the place as the card did."""
    found: list[Edit] = []
    for act in reader.timeline(contact.id):
        if act.kind is Kind.CARDS and act.gathering is None and act.on == contact.met.on:
            named = act.place in {None, contact.met.gathering}
            place = gathering.name if named else act.place
            found.append(Edit(act, replace(act, gathering=gathering.id, place=place)))
    return found


def _renamed(reader: "Reader", before: Gathering, after: Gathering) -> list[Edit]:
    edits: list[Edit] = []
    for record in reader.bearing_gathering(before.id):
        if isinstance(record, Contact):
            met = replace(record.met, gathering=after.name)
            edits.append(Edit(record, replace(record, met=met)))
        elif record.place == before.name:
            edits.append(Edit(record, replace(record, place=after.name)))
    return edits


def _gathered(store: "Store", edits: list[Edit], now: Now, people: Sequence[str]) -> Change:
    subject = people[0] if len(people) == 1 else None
    real = tuple(edit for edit in edits if edit.before != edit.after)
    change = Change(Verb.GATHER, real, subject)
    return store.apply(change, now=now) if real else change


def tidy(gathering: Gathering) -> Gathering:
    """A gathering as typed: texts without edges, empty ones none, interests once; a last day that
    is not after the first is none (it may well end after midnight).

    Raises ValueError where it has no name.
    """
    name = _line(gathering.name)
    if not name:
        raise ValueError("a gathering needs a name")
    interests: dict[str, str] = {}
    for interest in gathering.interests:
        if text := _line(interest):
            interests.setdefault(fold(text), text)
    until = gathering.until if gathering.until and gathering.until > gathering.on else None
    return replace(
        gathering,
        name=name,
        until=until,
        place=_line(gathering.place) or None,
        series=_line(gathering.series) or None,
        interests=tuple(interests.values()),
        purpose=_text(gathering.purpose),
        note=_text(gathering.note),
        about=_text(gathering.about),
        people=tuple(dict.fromkeys(gathering.people)),
    )


def _line(text: str | None) -> str:
    return " ".join((text or "").split())


def _text(text: str | None) -> str | None:
    return (text or "").strip() or None
