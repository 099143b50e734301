"""find, show, note, due."""

from argparse import Namespace
from typing import TYPE_CHECKING

from app.cli.contact_json import contact_json
from app.cli.session import DONE, REFUSED, Session
from app.cli.stopping import asked_to_stop
from app.domain.contact import Contact
from app.domain.due import Reason
from app.domain.errors import ExpectedError
from app.domain.interaction import Initiative, Interaction, Kind
from app.domain.names import shown, spoken
from app.domain.tie import Tie
from app.usecases import log, today

if TYPE_CHECKING:
    from datetime import date

    from app.store.reader import Reader

_CHUNK = 1000
_ORDER = "ja"
"""Kana, then A to Z, then the rest, whatever the language of the words: scripts read this list."""


class NotTextError(ExpectedError):
    """An argument is not text: its bytes mean nothing in the encoding of the system."""


class NoWordsError(ExpectedError):
    """A remark without words."""


class NobodyFitsError(ExpectedError):
    """PERSON fits nobody."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text


class SeveralFitError(ExpectedError):
    """PERSON fits several people."""

    def __init__(self, text: str, people: list[Contact]) -> None:
        super().__init__(text)
        self.text = text
        self.people = people


def find(session: Session, typed: Namespace) -> int:
    """People by anything known of them; each once."""
    words = _text(" ".join(typed.words)).strip()
    with session.reading() as reader:
        ids = _found(reader, words)
        more = typed.limit is not None and len(ids) > typed.limit
        people = reader.contacts(ids[: typed.limit])
    if typed.json:
        session.out.json({"people": [contact_json(c) for c in people], "more": more})
        return DONE
    for contact in people:
        session.out.line(_row(session, contact))
    if not people:
        session.say("nobody_found")
    if more:
        session.say("more_people")
    return DONE


def _found(reader: "Reader", words: str) -> list[str]:
    everyone = reader.people(language=_ORDER).ids
    if not words:
        return list(everyone)
    hits = reader.search(words, _ORDER, max(len(everyone), _CHUNK))
    by_notes = (person for note in hits.notes for person in note.contact_ids)
    return list(dict.fromkeys((*hits.people, *by_notes)))


def show(session: Session, typed: Namespace) -> int:
    """One person, with the tie and what happened so far."""
    with session.reading() as reader:
        contact = resolve(reader, typed.person)
        if typed.json:
            session.out.json(contact_json(contact))
            return DONE
        tie = reader.tie(contact.id, session.now.today)
        timeline = reader.timeline(contact.id)
    for line in (*_lines(session, contact), _tie_line(session, tie)):
        session.out.line(line)
    if timeline:
        session.out.line()
        session.out.line(session.words("label_timeline"))
        for act in timeline:
            session.out.line(_act_line(session, act))
    return DONE


def note(session: Session, typed: Namespace) -> int:
    """Write a line on a person's timeline."""
    session.refuse_open_window()
    text = _text(typed.text)
    if Kind(typed.kind) is Kind.NOTE and not text.strip():
        raise NoWordsError
    initiative = Initiative(typed.initiative) if typed.initiative else None
    with session.writing() as store:
        contact = resolve(store, typed.person)
        today.choose(store, session.now.today)
        with asked_to_stop():
            change = log.note(
                store,
                [contact.id],
                text,
                now=session.now,
                kind=Kind(typed.kind),
                initiative=initiative,
                on=typed.on,
            )
    act = change.edits[0].record
    day = act.on if isinstance(act, Interaction) else session.now.today
    session.say("noted", person=_name(session, contact), day=day)
    return DONE


def due(session: Session, typed: Namespace) -> int:
    """Who to reconnect with on a day, and why."""
    day: date = typed.on or session.now.today
    with session.reading() as reader:
        # Of another day it is asked what held then, or will hold.
        found = today.due(reader, day, **({} if typed.on is None else {"ahead": 0}))
        people = {c.id: c for c in reader.contacts([p.contact_id for p in found.people])}
    rows = [
        (people[p.contact_id], [(r, _reason(session, r)) for r in p.reasons])
        for p in found.people
        if p.contact_id in people
    ]
    if typed.json:
        session.out.json(
            {
                "date": day.isoformat(),
                "people": [
                    {
                        "id": contact.id,
                        "name": shown(contact),
                        "reasons": [
                            {"kind": r.kind.value, "text": text, "since": r.since.isoformat()}
                            for r, text in reasons
                        ],
                    }
                    for contact, reasons in rows
                ],
                "waiting": found.waiting,
            }
        )
        return DONE
    for contact, reasons in rows:
        session.out.line(_row(session, contact))
        for _, text in reasons:
            session.out.line(f"  {text}")
    if not rows:
        session.say("nobody_due")
    if found.rests:
        session.say("rests")
    if found.waiting:
        session.say("waiting", count=found.waiting)
    return DONE


def resolve(reader: "Reader", text: str) -> Contact:
    """The one person that PERSON names."""
    found = reader.resolve(_text(text), _ORDER)
    if not found:
        raise NobodyFitsError(text)
    if len(found) > 1:
        raise SeveralFitError(text, found)
    return found[0]


def list_several(session: Session, error: SeveralFitError) -> int:
    """Name everyone who fits."""
    session.say("several_fit", text=error.text)
    for contact in error.people:
        session.out.say(_row(session, contact))
    return REFUSED


def _text(text: str) -> str:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        raise NotTextError from None
    return text


def _name(session: Session, contact: Contact) -> str:
    return shown(contact) or session.words("no_name")


def _row(session: Session, contact: Contact) -> str:
    work = " ".join(p for p in (contact.organization, contact.title) if p)
    return f"{_name(session, contact)}\t{work}\t{contact.id}".replace("\n", " ")


def _reason(session: Session, reason: Reason) -> str:
    return reason.text or session.words(f"due_{reason.kind.value}", day=reason.since)


def _lines(session: Session, contact: Contact) -> list[str]:
    words = session.words
    met = (contact.met.on, contact.met.gathering, contact.met.introduced_by)
    rows: list[tuple[str, str | None]] = [
        ("reading", spoken(contact, words.language)),
        ("organization", contact.organization),
        ("department", contact.department),
        ("title", contact.title),
        *(("email", e.value) for e in contact.emails),
        *(("phone", p.value) for p in contact.phones),
        *(
            (
                "address",
                " ".join(p for p in (a.postal_code, a.region, a.city, a.street, a.country) if p),
            )
            for a in contact.addresses
        ),
        *(("url", u.value) for u in contact.urls),
        ("birthday", str(contact.birthday) if contact.birthday else None),
        *(("position", _beside(p.organization, p.department, p.title)) for p in contact.positions),
        *(("account", _beside(a.value, a.service, a.label)) for a in contact.accounts),
        *(("date", _beside(d.value, d.label)) for d in contact.dates),
        *(("related", _beside(r.value, r.label)) for r in contact.related),
        *(("more", f"{d.label}: {d.value}") for d in contact.more),
        ("met", "  ".join(str(p) for p in met if p)),
        ("tags", "  ".join(contact.tags)),
        ("note", contact.note),
    ]
    lines = [_name(session, contact)]
    for label, value in rows:
        if value:
            text = value.replace("\n", "\n    ")
            lines.append(f"  {words(f'label_{label}')}: {text}")
    return lines


def _beside(*parts: str | None) -> str:
    return "  ".join(part for part in parts if part)


def _tie_line(session: Session, tie: Tie) -> str:
    words = session.words
    evidence = []
    if tie.replied:
        evidence.append(words("tie_replied", replied=tie.replied, sent=tie.sent))
    if tie.reached_out:
        evidence.append(words("tie_reached_out", count=tie.reached_out))
    if tie.introduced:
        evidence.append(words("tie_introduced", count=tie.introduced))
    knots = "─".join("●" if knot else "○" for knot in tie.knots)
    return f"  {words('label_tie')}: {knots}  {' / '.join(evidence) or words('tie_none')}"


def _act_line(session: Session, act: Interaction) -> str:
    words = session.words
    parts = [words(f"kind_{act.kind.value}"), words(f"initiative_{act.initiative.value}")]
    parts += [act.place or "", act.note or ""]
    text = "  ".join(p.replace("\n", "\n              ") for p in parts if p)
    return f"  {act.on}  {text}"
