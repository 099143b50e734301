"""Quick log: one line understood against the people of the store, and written in one Change."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from app.domain.change import Change, Edit, Verb
from app.domain.contact import Contact
from app.domain.folding import fold, is_cjk
from app.domain.ids import new_id
from app.domain.interaction import Kind
from app.domain.now import Now
from app.domain.promise import Promise
from app.domain.quick_log import parse
from app.domain.quick_log_people import Called
from app.domain.quick_log_said import Mention, Understood, key_of
from app.usecases import log
from app.usecases.people import known
from app.usecases.promises import said

if TYPE_CHECKING:
    from app.store.answers import PersonRow
    from app.store.reader import Reader
    from app.store.store import Store


@dataclass(slots=True)
class Looked:
    """What was looked up already while a line is typed: forms (None is nobody's), and rows."""

    called: dict[str, Called | None] = field(default_factory=dict)
    rows: dict[str, "PersonRow"] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Preview:
    """What a line says, and the rows of all who may be meant."""

    line: str = ""
    said: Understood = field(default_factory=Understood)
    rows: Mapping[str, "PersonRow"] = field(default_factory=dict)


def understand(
    reader: "Reader",
    line: str,
    *,
    now: Now,
    language: str,
    looked: Looked,
    refused: Collection[str] = (),
) -> Preview:
    """What the line says. `refused` are keys of forms that are no people here, the person said."""

    def find(forms: Sequence[str]) -> Mapping[str, Called]:
        asked = [form for form in forms if key_of(form) not in refused]
        new = [form for form in asked if form not in looked.called]
        if new:
            found = reader.called(new, now.today)
            looked.called.update((form, found.get(form)) for form in new)
        people = ((form, looked.called[form]) for form in asked)
        return {form: called for form, called in people if called is not None}

    understood = parse(line, now.today, find)
    ids = dict.fromkeys(i for mention in understood.mentions for i in mention.called.ids)
    new = [i for i in ids if i not in looked.rows]
    if new:
        found = reader.person_rows(new, now.today, language)
        looked.rows.update((row.id, row) for row in found)
    return Preview(line, understood, {i: looked.rows[i] for i in ids if i in looked.rows})


def meant(mention: Mention, chosen: Mapping[str, str]) -> str | None:
    """Who is meant: the only one, or the one chosen for this form; None while nobody is."""
    found = chosen.get(mention.key)
    if found is None and len(mention.called.ids) == 1 and not mention.called.more:
        return mention.called.ids[0]
    return found


def write(
    store: "Store",
    understood: Understood,
    contact_ids: Sequence[str],
    *,
    now: Now,
    as_tags: Collection[str] = (),
) -> Change:
    """Entry, promises and tags of a line, for these people, taken back together.

    A `#word` in `as_tags` becomes a tag of the people; any other is the place of the entry. Raises
    ValueError where there is nobody, or nothing to write.
    """
    people = [known(store, contact_id) for contact_id in dict.fromkeys(contact_ids)]
    on = understood.day or now.today
    tags = [tag for tag in understood.tags if tag in as_tags]
    places = [tag for tag in understood.tags if tag not in as_tags]
    edits: list[Edit] = []
    act = None
    if understood.kind is not None or understood.note or places:
        act = log.entry(
            store,
            [person.id for person in people],
            understood.note,
            now=now,
            kind=understood.kind or Kind.NOTE,
            initiative=understood.initiative,
            on=on,
            place=("、" if any(map(is_cjk, places)) else ", ").join(places),
        )
        edits.append(Edit(None, act))
    edits += _promises(understood, people, on, None if act is None else act.id, now)
    edits += [edit for person in people if (edit := _tagged(person, tags)) is not None]
    if not people or not edits:
        raise ValueError("a line needs somebody and something")
    verb = Verb.LOG if act else Verb.PROMISE if understood.promises else Verb.TAG
    subject = people[0].id if len(people) == 1 else None
    return store.apply(Change(verb, tuple(edits), subject), now=now)


def _promises(
    understood: Understood, people: Sequence[Contact], on: date, act: str | None, now: Now
) -> list[Edit]:
    return [
        Edit(None, Promise(new_id(now), p.id, made.by, said(made.text), on, made.due, act=act))
        for made in understood.promises
        for p in people
    ]


def _tagged(person: Contact, tags: Sequence[str]) -> Edit | None:
    has = {fold(tag) for tag in person.tags}
    more = tuple(tag for tag in tags if fold(tag) not in has)
    return Edit(person, replace(person, tags=(*person.tags, *more))) if more else None
