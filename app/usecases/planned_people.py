"""People after an import and before it, out of memory."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from app.domain.contact import Contact
from app.usecases.import_plan import PROVISIONAL, Outcome, PlannedCard, is_provisional


class SpooledPeople(Mapping[str, Contact]):
    """People by id, of whom an id and a place are in memory."""

    def __init__(self) -> None:
        from app.store.spool import Spool  # noqa: PLC0415 - the screen starts without the store

        self._contacts: Spool[Contact] = Spool(Contact)
        self._places: dict[str, int] = {}

    def __getitem__(self, person: str) -> Contact:
        return self._contacts[self._places[person]]

    def __setitem__(self, person: str, contact: Contact) -> None:
        self._places[person] = self._contacts.append(contact)

    def __contains__(self, person: object) -> bool:
        return person in self._places

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)


class PlannedPeople(Mapping[str, Contact]):
    """The people after an import: whom it makes as their cards say, whom it changes as they become.

    `cards` are those planned so far, in the order of their index.
    """

    def __init__(self, cards: Sequence[PlannedCard]) -> None:
        self._cards = cards
        self.grown = SpooledPeople()

    def made_by(self, person: str) -> PlannedCard | None:
        """The card that makes a person."""
        if not is_provisional(person):
            return None
        index = int(person.removeprefix(PROVISIONAL))
        at = bisect_left(self._cards, index, key=lambda card: card.index)
        card = self._cards[at] if at < len(self._cards) else None
        return card if card is not None and card.person == person else None

    def __getitem__(self, person: str) -> Contact:
        if person in self.grown:
            return self.grown[person]
        card = self.made_by(person)
        contact = card.contact if card is not None else None
        if contact is None:
            raise KeyError(person)
        return contact

    def __contains__(self, person: object) -> bool:
        return person in self.grown or (
            isinstance(person, str) and self.made_by(person) is not None
        )

    def __iter__(self) -> Iterator[str]:
        yield from (c.person for c in self._cards if c.outcome is Outcome.NEW and c.person)
        yield from (person for person in self.grown if not is_provisional(person))

    def __len__(self) -> int:
        return sum(1 for _ in self)
