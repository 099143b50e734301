"""Planning an import: whether each card is new, known, adds something, or needs a look."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from app.domain.card import Card, CardState, ReadCard, ReviewKind
from app.domain.contact import Contact
from app.domain.matching import Judgement, Keys, Verdict, judge, keys
from app.domain.merge import compare, decide
from app.usecases.import_plan import (
    PROVISIONAL,
    Answer,
    Choice,
    ImportPlan,
    Outcome,
    PlannedCard,
    ReadFile,
    as_read,
    is_provisional,
    newest_change,
)

if TYPE_CHECKING:
    from app.store.reader import Reader

_OWN = "u:urn:uuid:"
_LIKELIEST = (ReviewKind.SAME_EMAIL, ReviewKind.SAME_PHONE, ReviewKind.SAME_NAME)
_MOST_NAMESAKES = 100
"""More people of one name than this are not each looked at; a shared address or number still finds
them.
"""

_SHARED_BY = 3
"""A number or address of so many names is a switchboard's or an office's: alone it says nothing."""


def plan(
    reader: "Reader", files: Sequence[ReadFile], choices: Mapping[int, Choice] | None = None
) -> ImportPlan:
    """Plan the import of some files; `choices` answer cards by their index over all files."""
    as_of = newest_change(reader)
    planner = _Planner(reader, files, choices or {})
    cards: list[PlannedCard] = []
    left_out: list[int] = []
    index = 0
    for file in files:
        for read in file.cards:
            if planner.answer(index) is Answer.LEAVE_OUT:
                left_out.append(index)
            else:
                cards.append(planner.place(index, file.name, read))
            index += 1
        planner.next_file()
    return ImportPlan(
        tuple(files),
        tuple(cards),
        tuple(left_out),
        planner.people,
        planner.before,
        tuple(planner.distinct),
        dict(choices or {}),
        as_of,
    )


class _Planner:
    """People and keys as they grow card by card; the store is asked in a few large questions at
    the start.
    """

    def __init__(
        self, reader: "Reader", files: Iterable[ReadFile], choices: Mapping[int, Choice]
    ) -> None:
        readable = [c for f in files for c in f.cards if c.contact is not None]
        digests = {card.digest for card in readable}
        self._reader = reader
        self._choices = choices
        self._keys = {id(card): _keys_of(card) for card in readable}
        self._texts = {card: own.texts() for card, own in self._keys.items()}
        self._known_cards: dict[str, Card] = reader.card_digests(digests)
        self._not_same: set[tuple[str, str]] = reader.distinct(digests)
        wanted = {text for texts in self._texts.values() for text in texts}
        self._index = {t: dict.fromkeys(ids) for t, ids in reader.matches(wanted).items()}
        self._add_own_exports(wanted)
        self._shared = self._shared_keys(readable)
        self._this_file: set[str] = set()
        self._placed: dict[str, PlannedCard] = {}
        self._known: dict[str, Contact] = {}
        self._load(readable)
        self.people: dict[str, Contact] = {}
        self.before: dict[str, Contact] = {}
        self.distinct: list[tuple[str, str]] = []

    def _add_own_exports(self, wanted: Iterable[str]) -> None:
        """A card that this store exported without a UID of its own bears the person's id as one."""
        ids = {t.removeprefix(_OWN): t for t in wanted if t.startswith(_OWN)}
        for contact in self._reader.contacts(ids):
            if contact.deleted_at is None:
                self._index.setdefault(ids[contact.id], {})[contact.id] = None

    def _shared_keys(self, readable: Iterable[ReadCard]) -> set[str]:
        """Numbers and addresses that several people have, in these files or in the store."""
        names: dict[str, set[str]] = {}
        for card in readable:
            own = self._keys[id(card)].name
            if own is not None:
                for text in self._texts[id(card)]:
                    names.setdefault(text, set()).add(own)
        found = [*names.items(), *self._index.items()]
        return {t for t, who in found if t[0] in "mp" and len(who) >= _SHARED_BY}

    def _load(self, readable: Iterable[ReadCard]) -> None:
        """The known people whom a card most likely is, and those whose card is in the store
        already.
        """
        ids = {card.contact_id for card in self._known_cards.values() if card.contact_id}
        for card in readable:
            if card.digest not in self._known_cards:
                same, asked = self._candidates(card)
                ids.update(same or (person for person, _ in asked[:1]))
        self._known = {contact.id: contact for contact in self._reader.contacts(sorted(ids))}

    def next_file(self) -> None:
        self._this_file = set()

    def answer(self, index: int) -> Answer | None:
        choice = self._choices.get(index)
        return choice.answer if choice else None

    def place(self, index: int, file: str, read: ReadCard) -> PlannedCard:
        contact = as_read(read)
        if contact is None:
            return PlannedCard(index, file, read, Outcome.UNREADABLE)
        card = PlannedCard(index, file, read, Outcome.NEW)
        placed = self._already(card) or self._identify(card, contact)
        self._placed.setdefault(read.digest, placed)
        return placed

    def _person(self, person: str) -> Contact | None:
        if person in self.people:
            return self.people[person]
        if person not in self._known:
            contact = self._reader.contact(person)
            if contact is None:
                return None
            self._known[person] = contact
        return self._known[person]

    def _already(self, card: PlannedCard) -> PlannedCard | None:
        """The very same card came before: in the store, or earlier in this import."""
        earlier = self._placed.get(card.read.digest)
        if earlier is not None:
            return replace(card, outcome=Outcome.SAME, person=earlier.person, kept=True)
        known = self._known_cards.get(card.read.digest)
        if known is None:
            return None
        owner = self._known.get(known.contact_id) if known.contact_id else None
        if known.state is CardState.KEPT and (owner is None or owner.deleted_at is not None):
            return None
        return replace(card, outcome=Outcome.SAME, person=known.contact_id, known=owner, kept=True)

    def _identify(self, card: PlannedCard, contact: Contact) -> PlannedCard:
        same, asked = self._candidates(card.read)
        matching = [*same, *(person for person, _ in asked)]
        if not matching:
            return self._as_new(card, contact)
        if len(same) == 1:
            return self._as_known(card, contact, same[0], None, tuple(matching))
        if len(matching) == 1:
            return self._as_known(card, contact, *asked[0], tuple(matching))
        kind = ReviewKind.SEVERAL_PEOPLE
        return self._as_known(card, contact, matching[0], kind, tuple(matching))

    def _candidates(self, read: ReadCard) -> tuple[list[str], list[tuple[str, ReviewKind]]]:
        """Who is the same, and about whom to ask, the likeliest first."""
        own = self._keys[id(read)]
        if self._index.keys().isdisjoint(self._texts[id(read)]):
            return [], []  # nobody has anything in common with it: so it is with most cards
        namesakes = self._index.get(f"n:{own.name}", {})
        found = self._sharing(self._texts[id(read)], namesakes)
        same: list[str] = []
        asked: list[tuple[str, ReviewKind]] = []
        for person, texts in found.items():
            if (read.digest, person) in self._not_same:
                continue
            judgement = self._judge(own, texts, person, named=person in namesakes)
            if judgement.verdict is Verdict.SAME:
                same.append(person)
            elif judgement.review is not None:
                asked.append((person, judgement.review))
        asked.sort(key=lambda a: _LIKELIEST.index(a[1]))
        return same, asked

    def _sharing(self, own: Iterable[str], namesakes: Iterable[str]) -> dict[str, set[str]]:
        """Who shares an address, number or UID with a card, and which; and its namesakes. What
        many share counts only with the name.
        """
        found: dict[str, set[str]] = {}
        for text in sorted(t for t in own if not t.startswith("n:")):
            having: Collection[str] = self._index.get(text, {})
            if text in self._shared:
                having = [person for person in namesakes if person in having]
            for person in having:
                found.setdefault(person, set()).add(text)
        for person in islice(namesakes, _MOST_NAMESAKES):
            if person not in self._this_file:
                found.setdefault(person, set())
        return found

    def _judge(self, own: Keys, texts: set[str], person: str, *, named: bool) -> Judgement:
        common = Keys(
            uid=own.uid if f"u:{own.uid}" in texts else None,
            emails=frozenset(e for e in own.emails if f"m:{e}" in texts),
            phones=frozenset(p for p in own.phones if f"p:{p}" in texts),
            name=own.name if named else None,
        )
        return judge(own, common, same_file=person in self._this_file)

    def _as_new(self, card: PlannedCard, contact: Contact) -> PlannedCard:
        person = f"{PROVISIONAL}{card.index}"
        self.people[person] = contact
        self._this_file.add(person)
        self._remember(person, card.read)
        return PlannedCard(card.index, card.file, card.read, Outcome.NEW, person)

    def _as_known(
        self,
        card: PlannedCard,
        contact: Contact,
        person: str,
        question: ReviewKind | None,
        candidates: tuple[str, ...],
    ) -> PlannedCard:
        choice = self._choices.get(card.index, Choice(Answer.LATER))
        if choice.answer is Answer.DIFFERENT:
            self.distinct += [(card.read.digest, other) for other in candidates]
            return self._as_new(card, contact)
        if choice.answer is Answer.MERGE and choice.person in candidates:
            person = choice.person
        known = self._person(person)
        if known is None:
            raise ValueError(person)
        if contact.uid == f"{_OWN[2:]}{known.id}":
            contact = replace(contact, uid=None)
        comparison = compare(known, contact)
        found = replace(
            card, person=person, known=known, comparison=comparison, candidates=candidates
        )
        if choice.answer is Answer.MERGE:
            merged = decide(known, contact, choice.take, None)
            self._grow(person, known, merged, card)
            return replace(found, outcome=Outcome.CHANGED if merged != known else Outcome.SAME)
        if question is None and comparison.differences:
            question = ReviewKind.VALUE_DIFFERS
        if question is not None:
            return replace(found, outcome=Outcome.REVIEW, review=question)
        self._grow(person, known, comparison.with_additions, card)
        return replace(found, outcome=Outcome.CHANGED if comparison.adds else Outcome.SAME)

    def _grow(self, person: str, known: Contact, grown: Contact, card: PlannedCard) -> None:
        if not is_provisional(person):
            self.before.setdefault(person, known)
        if grown != known:
            self.people[person] = grown
        self._remember(person, card.read)

    def _remember(self, person: str, read: ReadCard) -> None:
        for text in self._texts[id(read)]:
            self._index.setdefault(text, {})[person] = None


def _keys_of(read: ReadCard) -> Keys:
    if read.contact is None:
        raise ValueError("an unreadable card has no keys")
    return keys(read.contact)
