"""A store of invented people, so that every page has something to show."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from app.domain.change import Change, Edit, Record, Verb
from app.domain.contact import Address, Contact, Email, Met, Name, Phone, Reading
from app.domain.dates import Birthday
from app.domain.ids import new_id
from app.domain.interaction import Initiative, Interaction, Kind
from app.domain.now import Now
from app.domain.reminder import FollowUp, FollowUpKind
from app.interchange.phones import e164
from app.store.errors import StoreExistsError
from app.usecases import reconnect
from app.usecases.demo_people import ENGLISH, FOLLOW_UPS, JAPANESE, Invented

if TYPE_CHECKING:
    from app.store.store import Store

_ANSWER = "answer"
_WITH_BOTH = {("早坂 美緒", "introduction"): "金子 彰"}
"""An entry that two people share."""
_DONE_TODAY = "佐久間 理恵"
_NEWLY_MET_DAYS = 10


def fill(store: "Store", *, now: Now) -> Change:
    """Fill a store without people: about two years with 42 of them, some due today."""
    if store.people().ids:
        raise StoreExistsError(store.folder.path)
    made = _Demo(now)
    change = store.apply(Change(Verb.ADD_CONTACT, made.edits()), now=now)
    reconnect.done(
        store, made.ids[_DONE_TODAY], now=now, kind=Kind.CALL, note="登記のことを尋ねた。"
    )
    return change


@dataclass(frozen=True, slots=True)
class _Days:
    today: date

    def ago(self, days: int) -> date:
        return self.today - timedelta(days)


class _Demo:
    """The records of all invented people."""

    def __init__(self, now: Now) -> None:
        self._now = now
        self._days = _Days(now.today)
        self._people = (*JAPANESE, *ENGLISH)
        self.ids = {person.name: new_id(now) for person in self._people}

    def edits(self) -> tuple[Edit, ...]:
        records: list[Record] = []
        for person in self._people:
            records += [self._contact(person), *self._acts(person), *self._follow_ups(person)]
        return tuple(Edit(None, record) for record in records)

    def _contact(self, person: Invented) -> Contact:
        first, last = person.name.split(" ")
        family, given = (last, first) if person in ENGLISH else (first, last)
        parts = person.reading.split(" ")
        reading = Reading(*parts) if person in JAPANESE else Reading(given=person.reading or None)
        days, gathering, introduced_by = person.met
        birthday = None
        if person.birthday:
            day = self._days.ago(-int(person.birthday))
            birthday = Birthday(day.month, day.day)
        return Contact(
            id=self.ids[person.name],
            name=Name(person.name, family, given),
            reading=reading,
            organization=person.organization,
            title=person.title,
            emails=(Email(person.mail, "work"),),
            phones=(Phone(person.phone, "work", e164(person.phone)),),
            addresses=(_address(person.city),),
            birthday=birthday,
            note=person.note or None,
            tags=tuple(person.tags.split(" ")),
            met=Met(self._days.ago(days), gathering or None, introduced_by or None),
        )

    def _acts(self, person: Invented) -> list[Interaction]:
        made: list[Interaction] = []
        for days, kind, initiative, note, place in person.acts:
            answers = initiative == _ANSWER
            other = _WITH_BOTH.get((person.name, kind))
            people = [person.name, other] if other else [person.name]
            made.append(
                Interaction(
                    new_id(self._now),
                    Kind(kind),
                    Initiative.THEM if answers else Initiative(initiative),
                    self._days.ago(days),
                    tuple(self.ids[name] for name in people),
                    note or None,
                    place or None,
                    made[-1].id if answers else None,
                )
            )
        return made

    def _follow_ups(self, person: Invented) -> list[FollowUp]:
        contact_id, days = self.ids[person.name], person.met[0]
        found: list[FollowUp] = []
        if person.name in FOLLOW_UPS:
            ahead, note = FOLLOW_UPS[person.name]
            due, kind, anchor = self._days.ago(-ahead), FollowUpKind.TYPED, self._days.ago(7)
            found.append(FollowUp(new_id(self._now), contact_id, kind, due, anchor, note))
        elif days < _NEWLY_MET_DAYS:
            due, kind, anchor = self._days.ago(-1), FollowUpKind.FIRST, self._days.ago(days)
            found.append(FollowUp(new_id(self._now), contact_id, kind, due, anchor))
        return found


def _address(place: str) -> Address:
    region, _, city = place.rpartition(" ")
    return Address(region=region or None, city=city, label="work")
