"""Planning an import: whether each card is new, known, adds something, or needs a look."""

import re
from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

from app.domain.card import Card, CardState, ReadCard, ReviewKind
from app.domain.contact import Contact
from app.domain.folding import fold
from app.domain.matching import (
    Agreement,
    Judgement,
    Keys,
    Verdict,
    judge,
    named_otherwise,
    said,
    share_an_office,
)
from app.domain.merge import compare, decide
from app.domain.near_names import forms
from app.usecases.errors import ImportCancelledError
from app.usecases.import_plan import (
    NOTHING_FOUND,
    PROVISIONAL,
    Answer,
    Choice,
    Found,
    ImportPlan,
    Outcome,
    PlannedCard,
    ReadFile,
    as_read,
    is_provisional,
    newest_change,
    of_others,
)
from app.usecases.known_keys import KnownKeys
from app.usecases.near_names import alike, near
from app.usecases.planned_people import PlannedPeople, SpooledPeople
from app.usecases.read_cards import by_uid

if TYPE_CHECKING:
    from app.store.derived import Ahead
    from app.store.reader import Reader

_GROUP = Found(is_group=True)
_EXTENSION = re.compile(r"(?:[\w-]+\.)?X-[\w-]+[;:]", re.IGNORECASE | re.ASCII)
"""A line of a name of its writer's own: nothing is wrong with it."""
_AT_ONCE = 1_000
"""Of so many cards the store is asked at a time."""
_LIKELIEST = (
    ReviewKind.SAME_EMAIL,
    ReviewKind.SAME_PHONE,
    ReviewKind.SAME_NAME,
    ReviewKind.NEAR_NAME,
)
_MOST_NAMESAKES = 100
"""More people of one name than this are not each looked at; a shared address or number still finds
them.
"""
_MOST_COMPARED = 50
"""With so many people of its company and initials a card's name is compared, and no more."""


def plan(
    reader: "Reader",
    files: Sequence[ReadFile],
    choices: Mapping[int, Choice] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> ImportPlan:
    """Plan the import of some files; `choices` answer cards by their index over all files. Raises
    ImportCancelledError where `cancelled` says so.
    """
    as_of = newest_change(reader)
    planner = _Planner(reader, files, choices or {}, cancelled)
    for file in files:
        planner.take(file)
    planner.place_groups()
    return ImportPlan(
        tuple(files),
        planner.cards,
        tuple(planner.left_out),
        planner.people,
        planner.before,
        planner.people.grown,
        tuple(planner.distinct),
        dict(choices or {}),
        as_of,
        planner.dated,
    )


_NOTHING = Keys(None, frozenset(), frozenset(), None)


@dataclass(frozen=True, slots=True)
class _Match:
    """A person whom a card may be: without `review` it is the same one."""

    person: str
    review: ReviewKind | None
    agreed: tuple[Agreement, ...]


@dataclass(frozen=True, slots=True)
class _Sought:
    """A card that is somebody's, and what it is known by."""

    card: PlannedCard
    read: ReadCard
    contact: Contact
    keys: Keys
    texts: frozenset[str]


class _Planner:
    """People as they grow card by card; the store is asked of some cards at a time."""

    def __init__(
        self,
        reader: "Reader",
        files: Sequence[ReadFile],
        choices: Mapping[int, Choice],
        cancelled: Callable[[], bool] | None,
    ) -> None:
        from app.store.spool import Spool  # noqa: PLC0415 - the screen starts without the store

        self._reader = reader
        self._cancelled = cancelled
        self._choices = choices
        self._keys = KnownKeys(reader, files)
        self._not_same: set[tuple[str, str]] = set()
        self._sayings = reader.distinct_sayings()
        self._ever_distinct: set[str] = set()
        self._known_cards: dict[str, Card] = {}
        self._known: dict[str, Contact] = {}
        self._first = 0
        self._cards_here: dict[str, int] = {}
        self._placed: dict[str, PlannedCard] = {}
        self._knowns: Spool[Contact] = Spool(Contact)
        self._groups: list[PlannedCard] = []
        self.cards: list[PlannedCard] = []
        self.left_out: list[int] = []
        self.people = PlannedPeople(self.cards)
        self.before = SpooledPeople()
        self.distinct: list[tuple[str, str]] = []
        self.dated = 0

    def take(self, file: ReadFile) -> None:
        """Place the cards of the next file."""
        cards = enumerate(file.cards.looked_at())
        while some := list(islice(cards, _AT_ONCE)):
            if self._cancelled is not None and self._cancelled():
                raise ImportCancelledError
            planned = [self._begun(file, place, *looked_at) for place, looked_at in some]
            self._ask([one for one in planned if isinstance(one, _Sought)])
            for one in planned:
                self._take(one)
        self._end_file(len(file.cards))

    def _begun(
        self, file: ReadFile, place: int, read: ReadCard, ahead: "Ahead | None"
    ) -> PlannedCard | _Sought:
        lines = tuple(line for line in read.kept if not _EXTENSION.match(line.text))
        group = read.members is not None and read.contact is not None
        outcome = Outcome.SAME if group else Outcome.NEW
        card = PlannedCard(
            self._first + place,
            file.name,
            file.cards,
            self._first,
            outcome,
            lines=lines,
            keeps_lines=bool(read.kept),
            found=_GROUP if group else NOTHING_FOUND,
        )
        contact = as_read(read)
        if contact is None or ahead is None:
            return replace(card, outcome=Outcome.UNREADABLE)
        return _Sought(card, read, contact, ahead.identity, ahead.identity.texts())

    def _take(self, one: PlannedCard | _Sought) -> None:
        card = one if isinstance(one, PlannedCard) else one.card
        choice = self._choices.get(card.index)
        if choice is not None and choice.answer is Answer.LEAVE_OUT:
            self.left_out.append(card.index)
            return
        if isinstance(one, _Sought) and not card.is_group:
            card = self._place(one)
        if card.is_group:
            self._groups.append(card)
        self.cards.append(card)

    def _ask(self, some: Sequence[_Sought]) -> None:
        """What the store knows of some cards."""
        digests = {one.read.digest for one in some}
        self._known_cards = self._reader.card_digests(digests)
        self._not_same = self._reader.distinct(digests) | self._sayings
        self._ever_distinct = {person for _, person in self._not_same}
        wanted = {text for one in some for text in one.keys.sought()}
        wanted |= {t for one in some for m in one.read.members or () for t in by_uid(m)}
        self._keys.ask(wanted, [text for one in some for text in one.texts])
        self._load(some)

    def _load(self, some: Iterable[_Sought]) -> None:
        """The known people whom a card most likely is, and those whose card is in the store
        already.
        """
        ids = {card.contact_id for card in self._known_cards.values() if card.contact_id}
        self._known = {c.id: c for c in self._reader.contacts(sorted(self._by_number(some)))}
        ids -= self._known.keys()
        for one in some:
            if one.read.digest not in self._known_cards:
                matches = self._matches(one)
                same = [match.person for match in matches if match.review is None]
                likely = [match.person for match in matches[:1]] or self._neighbours(one)
                ids.update(same or likely)
        ids = {person for person in ids - self._known.keys() if not is_provisional(person)}
        self._known.update({c.id: c for c in self._reader.contacts(sorted(ids))})

    def _by_number(self, some: Iterable[_Sought]) -> set[str]:
        """The known people who share a number with a card of another name: they are looked at."""
        found: set[str] = set()
        for one in some:
            if one.read.digest in self._known_cards or self._keys.nobody_under(one.texts):
                continue
            named = self._keys.stored_under(f"n:{one.keys.name}")
            for text in one.texts:
                if text.startswith("p:") and not self._keys.is_shared(text):
                    found.update(self._keys.stored_under(text).keys() - named.keys())
        return found

    def _end_file(self, cards: int) -> None:
        self._first += cards
        self._cards_here = {}
        self._keys.end_file()

    def _is_of_this_file(self, person: str) -> bool:
        """Whether it is a card of the file at hand that makes a person."""
        if not is_provisional(person):
            return False
        return int(person.removeprefix(PROVISIONAL)) >= self._first

    def _place(self, one: _Sought) -> PlannedCard:
        placed = self._already(one) or self._identify(one)
        if self._keys.is_sought(one.read.digest):
            self._placed.setdefault(one.read.digest, placed)
        person = placed.person
        if person is not None and placed.outcome is not Outcome.REVIEW:
            if placed.outcome is Outcome.NEW:
                self.dated += one.contact.met.on is not None
            else:
                self._cards_here.setdefault(person, placed.place)
        return placed

    def place_groups(self) -> None:
        """Behind all other cards: the members may stand behind their group, or in another file."""
        for group in self._groups:
            placed = self._place_group(group)
            self.cards[bisect_left(self.cards, group.index, key=_index)] = placed

    def _place_group(self, card: PlannedCard) -> PlannedCard:
        """The name of a group becomes a tag of its members. It is no person, and says nothing new
        of one: it counts as the same. Where its card is kept already, only new people get the tag.
        """
        read = card.read
        texts = {text for uid in read.members or () for text in by_uid(uid)}
        known = self._reader.card_digests({read.digest})
        kept = read.digest in known or read.digest in self._placed
        placed = _finding(card, kept=kept)
        self._placed.setdefault(read.digest, placed)
        tag = " ".join((_contact(read).name.full or "").split())
        self._keys.ask(texts)
        members = chain.from_iterable(
            self._keys.under(text) for uid in read.members or () for text in by_uid(uid)
        )
        for member in dict.fromkeys(members):
            person = self._person(member)
            if person is None or (kept and not is_provisional(member)):
                continue
            if fold(tag) not in map(fold, person.tags):
                if not is_provisional(member) and member not in self.before:
                    self.before[member] = person
                self.people.grown[member] = replace(person, tags=(*person.tags, tag))
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

    def _already(self, one: _Sought) -> PlannedCard | None:
        """The very same card came before: in the store, or earlier in this import."""
        digest = one.read.digest
        earlier = self._placed.get(digest)
        if earlier is not None:
            same = replace(one.card, outcome=Outcome.SAME, known_as=earlier.person)
            return _finding(same, kept=True)
        known = self._known_cards.get(digest)
        if known is None:
            return None
        owner = self._known.get(known.contact_id) if known.contact_id else None
        if known.state is CardState.KEPT and (owner is None or owner.deleted_at is not None):
            return None
        waits = known.state is CardState.REVIEW
        same = replace(one.card, outcome=Outcome.SAME, known_as=known.contact_id)
        same = _finding(same, kept=True, waits=waits, compared=False)
        return self._with_known(same, owner)

    def _with_known(self, card: PlannedCard, known: Contact | None) -> PlannedCard:
        if known is None:
            return card
        return _finding(card, known_ones=self._knowns, known_at=self._knowns.append(known))

    def _identify(self, one: _Sought) -> PlannedCard:
        matches = self._candidates(one)
        if not matches:
            return self._as_new(one, one.card)
        found = _finding(one.card, candidates=tuple([match.person for match in matches]))
        same = [match for match in matches if match.review is None]
        named = [match for match in same if Agreement.NAME in match.agreed]
        if len(named) == 1 < len(same):  # one UID was given to several
            return self._as_known(one, found, named[0])
        if len(same) == 1 or len(matches) == 1:
            return self._as_known(one, found, matches[0])
        several = replace(matches[0], review=ReviewKind.SEVERAL_PEOPLE)
        return self._as_known(one, found, several)

    def _candidates(self, one: _Sought) -> list[_Match]:
        """Who a card may be, the likeliest first; of a similar name only where nobody else fits."""
        return self._matches(one) or self._near(one)

    def _matches(self, one: _Sought) -> list[_Match]:
        own = one.keys
        if self._keys.nobody_under(one.texts):
            return []  # nobody has anything in common with it: so it is with most cards
        namesakes = self._keys.under(f"n:{own.name}")
        found: list[_Match] = []
        by_name = judge(own, Keys(None, frozenset(), frozenset(), own.name))
        for person, texts in self._sharing(one.texts, namesakes).items():
            if person not in self._ever_distinct or not self._is_distinct(one, person):
                judgement = by_name
                if texts:
                    judgement = self._judge(one, texts, person)
                if judgement.verdict is not Verdict.DIFFERENT:
                    found.append(_Match(person, judgement.review, judgement.agreed))
        return sorted(found, key=_likelihood) if len(found) > 1 else found

    def _near(self, one: _Sought) -> list[_Match]:
        found: list[_Match] = []
        for person in self._neighbours(one):
            known = self._person(person)
            agreed = near(one.contact, known) if known is not None else ()
            judgement = judge(one.keys, _NOTHING, near=agreed) if agreed else None
            if judgement is not None and not self._is_distinct(one, person):
                found.append(_Match(person, judgement.review, judgement.agreed))
        return found

    def _neighbours(self, one: _Sought) -> list[str]:
        """People of its company or mail domain whose names begin with the same sounds; of earlier
        files alone.
        """
        own = one.keys
        if self._keys.nobody_under(own.near) and not own.turned:
            return []
        found: list[Iterable[str]] = [self._keys.under(text) for text in sorted(own.near)]
        if own.turned:
            people = self._keys.under(f"n:{own.turned}")
            found.append([p for p in people if not self._is_of_this_file(p)])
        return list(islice(dict.fromkeys(chain.from_iterable(found)), _MOST_COMPARED))

    def _is_distinct(self, one: _Sought, person: str) -> bool:
        """Whether somebody said that they are not the same, of this card or one that says so."""
        names = (one.read.digest, said(one.contact))
        return any((name, person) in self._not_same for name in names)

    def _sharing(self, own: Iterable[str], namesakes: Iterable[str]) -> dict[str, set[str]]:
        """Who shares an address, number or UID with a card, and which; and its namesakes. What
        many share counts only with the name.
        """
        found: dict[str, set[str]] = {}
        for text in sorted(t for t in own if not t.startswith("n:")):
            having: Collection[str] = self._keys.under(text)
            if self._keys.is_shared(text):
                having = [person for person in namesakes if person in having]
            for person in having:
                found.setdefault(person, set()).add(text)
        for person in islice(namesakes, _MOST_NAMESAKES):
            if not self._is_of_this_file(person):
                found.setdefault(person, set())
        return found

    def _judge(self, one: _Sought, texts: set[str], person: str) -> Judgement:
        own, contact = one.keys, one.contact
        named = person in self._keys.under(f"n:{own.name}")
        common = Keys(
            uid=own.uid if f"u:{own.uid}" in texts else None,
            emails=frozenset(e for e in own.emails if f"m:{e}" in texts),
            phones=frozenset(p for p in own.phones if f"p:{p}" in texts),
            name=own.name if named else None,
        )
        if self._is_of_this_file(person):
            made = self.people[person]
            similar = bool(common.phones) and alike(forms(contact), forms(made))
            near_name = (Agreement.NEAR_NAME,) if similar else ()
            others = bool(common.uid) and self._others(contact, made)
            return judge(own, common, same_file=True, near=near_name, others=others)
        here = self._cards_here.get(person) if common.uid else None
        if here is not None and self._others(contact, _contact(one.card.cards[here])):
            return judge(own, common, same_file=True, others=True)
        return judge(own, common, others=self._colleagues(contact, common, person))

    def _others(self, contact: Contact, other: Contact) -> bool:
        return named_otherwise(contact, other) and not alike(forms(contact), forms(other))

    def _colleagues(self, contact: Contact, common: Keys, person: str) -> bool:
        """Whether they share nothing but the number of the company where both are."""
        if not common.phones or common.emails or common.uid or common.name:
            return False
        known = self._person(person)
        return (
            known is not None
            and self._others(contact, known)
            and share_an_office(contact, known, common.phones)
        )

    def _as_new(self, one: _Sought, card: PlannedCard) -> PlannedCard:
        self._remember(f"{PROVISIONAL}{card.index}", one)
        return one.card

    def _as_known(self, one: _Sought, card: PlannedCard, match: _Match) -> PlannedCard:
        person, question = match.person, match.review
        choice = self._choices.get(card.index, Choice(Answer.LATER))
        if choice.answer is Answer.DIFFERENT:
            names = (one.read.digest, said(one.contact))
            self.distinct += [(name, other) for other in card.candidates for name in names]
            return self._as_new(one, card)
        if choice.answer is Answer.MERGE and choice.person in card.candidates:
            person = choice.person
        known = self._person(person)
        if known is None:
            return self._as_new(one, card)  # gone meanwhile: the plan will not hold anyway
        contact = of_others(known, one.contact)
        comparison = compare(known, contact)
        agreed = _finding(replace(card, known_as=person), agreed=match.agreed)
        found = self._with_known(agreed, known)
        if choice.answer is Answer.MERGE:
            merged = decide(known, contact, choice.take, None)
            self._grow(person, known, merged, one)
            return replace(found, outcome=Outcome.CHANGED if merged != known else Outcome.SAME)
        if question is None and comparison.differences:
            question = ReviewKind.VALUE_DIFFERS
        if question is not None:
            return _finding(replace(found, outcome=Outcome.REVIEW), review=question)
        self._grow(person, known, comparison.with_additions, one)
        return replace(found, outcome=Outcome.CHANGED if comparison.adds else Outcome.SAME)

    def _grow(self, person: str, known: Contact, grown: Contact, one: _Sought) -> None:
        if grown != known:
            if not is_provisional(person) and person not in self.before:
                self.before[person] = known
            self.people.grown[person] = grown
        self._remember(person, one)

    def _remember(self, person: str, one: _Sought) -> None:
        self._keys.add(person, one.texts, one.keys.near)


def _likelihood(match: _Match) -> int:
    return -1 if match.review is None else _LIKELIEST.index(match.review)


def _contact(read: ReadCard) -> Contact:
    if read.contact is None:
        raise AssertionError("an unreadable card has no keys")
    return read.contact


def _finding(card: PlannedCard, **more: Any) -> PlannedCard:
    return replace(card, found=replace(card.found, **more))


def _index(card: PlannedCard) -> int:
    return card.index
