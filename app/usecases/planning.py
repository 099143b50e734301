"""Planning an import: whether each card is new, known, adds something, or needs a look."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice
from typing import TYPE_CHECKING

from app.domain.card import Card, CardState, ReadCard, ReviewKind
from app.domain.contact import Contact
from app.domain.folding import fold
from app.domain.matching import (
    Agreement,
    Judgement,
    Keys,
    Verdict,
    judge,
    keys,
    named_otherwise,
    said,
    share_an_office,
)
from app.domain.merge import compare, decide
from app.domain.near_names import forms
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
from app.usecases.near_names import alike, near

if TYPE_CHECKING:
    from app.store.reader import Reader

_OWN = "u:urn:uuid:"
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
    groups: list[PlannedCard] = []
    index = 0
    for file in files:
        for read in file.cards:
            if planner.answer(index) is Answer.LEAVE_OUT:
                left_out.append(index)
            elif read.members is not None:
                groups.append(PlannedCard(index, file.name, read, Outcome.SAME))
            else:
                cards.append(planner.place(index, file.name, read))
            index += 1
        planner.next_file()
    # Their members may stand behind them, or in another file.
    cards += [planner.place_group(group) for group in groups]
    cards.sort(key=lambda card: card.index)
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


_NOTHING = Keys(None, frozenset(), frozenset(), None)


@dataclass(frozen=True, slots=True)
class _Match:
    """A person whom a card may be: without `review` it is the same one."""

    person: str
    review: ReviewKind | None
    agreed: tuple[Agreement, ...]


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
        self._keys = {id(card): keys(_contact(card)) for card in readable}
        self._texts = {card: own.texts() for card, own in self._keys.items()}
        self._known_cards: dict[str, Card] = reader.card_digests(digests)
        self._not_same: set[tuple[str, str]] = reader.distinct(digests) | reader.distinct_sayings()
        self._ever_distinct = {person for _, person in self._not_same}
        wanted = set(chain.from_iterable(self._texts.values()))
        wanted |= {text for card in readable for m in card.members or () for text in _by_uid(m)}
        for own in self._keys.values():
            wanted |= own.near
            if own.turned:
                wanted.add(f"n:{own.turned}")
        self._index: dict[str, dict[str, None]] = {
            text: dict.fromkeys(ids) for text, ids in reader.matches(wanted).items()
        }
        self._add_own_exports(wanted)
        self._shared = self._shared_keys(readable)
        self._this_file: set[str] = set()
        self._cards_here: dict[str, Contact] = {}
        self._near_of_this_file: list[tuple[str, frozenset[str]]] = []
        self._placed: dict[str, PlannedCard] = {}
        self._known: dict[str, Contact] = {}
        self.people: dict[str, Contact] = {}
        self._load(readable)
        self.before: dict[str, Contact] = {}
        self.distinct: list[tuple[str, str]] = []

    def _add_own_exports(self, wanted: Iterable[str]) -> None:
        """A card that this store exported without a UID of its own bears the person's id as one."""
        ids = {t.removeprefix(_OWN): t for t in wanted if t.startswith(_OWN)}
        for contact in self._reader.contacts(ids):
            if contact.deleted_at is None:
                self._add(contact.id, [ids[contact.id]])

    def _add(self, person: str, texts: Iterable[str]) -> None:
        """Who is found under these texts. Most stand alone there and share one dict of themselves:
        one of a single person is never changed.
        """
        alone: dict[str, None] = {person: None}
        for text in texts:
            there = self._index.setdefault(text, alone)
            if person in there:
                continue
            if len(there) == 1:
                self._index[text] = {**there, person: None}
            else:
                there[person] = None

    def _shared_keys(self, readable: Iterable[ReadCard]) -> set[str]:
        """Numbers and addresses that several people have, in these files or in the store."""
        times = Counter(t for texts in self._texts.values() for t in texts if t[0] in "mp")
        often = {text for text, count in times.items() if count >= _SHARED_BY}
        names: dict[str, set[str]] = {}
        for card in readable if often else ():
            own = self._keys[id(card)].name
            if own is not None:
                for text in often.intersection(self._texts[id(card)]):
                    names.setdefault(text, set()).add(own)
        found = chain(names.items(), self._index.items())
        return {t for t, who in found if t[0] in "mp" and len(who) >= _SHARED_BY}

    def _load(self, readable: Iterable[ReadCard]) -> None:
        """The known people whom a card most likely is, and those whose card is in the store
        already.
        """
        ids = {card.contact_id for card in self._known_cards.values() if card.contact_id}
        self._known = {c.id: c for c in self._reader.contacts(sorted(self._by_number(readable)))}
        ids -= self._known.keys()
        for card in readable:
            if card.digest not in self._known_cards:
                matches = self._matches(card)
                same = [match.person for match in matches if match.review is None]
                likely = [match.person for match in matches[:1]] or self._neighbours(card)
                ids.update(same or likely)
        self._known.update({c.id: c for c in self._reader.contacts(sorted(ids - set(self._known)))})

    def _by_number(self, readable: Iterable[ReadCard]) -> set[str]:
        """The known people who share a number with a card of another name: they are looked at."""
        found: set[str] = set()
        for card in readable:
            texts = self._texts[id(card)]
            if card.digest not in self._known_cards and not self._index.keys().isdisjoint(texts):
                named = self._index.get(f"n:{self._keys[id(card)].name}", {})
                for text in texts:
                    if text.startswith("p:") and text not in self._shared:
                        found.update(self._index.get(text, {}).keys() - named.keys())
        return found

    def next_file(self) -> None:
        self._this_file = set()
        self._cards_here = {}
        for person, texts in self._near_of_this_file:
            self._add(person, texts)
        self._near_of_this_file = []

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
        if placed.person is not None and placed.outcome is not Outcome.REVIEW:
            self._cards_here.setdefault(placed.person, contact)
        return placed

    def place_group(self, card: PlannedCard) -> PlannedCard:
        """The name of a group becomes a tag of its members. It is no person, and says nothing new
        of one: it counts as the same. Where its card is kept already, only new people get the tag.
        """
        kept = card.read.digest in self._known_cards or card.read.digest in self._placed
        placed = replace(card, kept=kept)
        self._placed.setdefault(card.read.digest, placed)
        tag = " ".join((_contact(card.read).name.full or "").split())
        texts = [text for uid in card.read.members or () for text in _by_uid(uid)]
        for member in dict.fromkeys(chain.from_iterable(self._index.get(t, ()) for t in texts)):
            known = self._person(member)
            if known is None or (kept and not is_provisional(member)):
                continue
            if fold(tag) not in map(fold, known.tags):
                if not is_provisional(member):
                    self.before.setdefault(member, known)
                self.people[member] = replace(known, tags=(*known.tags, tag))
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
        waits = known.state is CardState.REVIEW
        return replace(
            card,
            outcome=Outcome.SAME,
            person=known.contact_id,
            known=owner,
            kept=True,
            waits=waits,
        )

    def _identify(self, card: PlannedCard, contact: Contact) -> PlannedCard:
        matches = self._candidates(card.read, contact)
        if not matches:
            return self._as_new(card, contact)
        found = replace(card, candidates=tuple([match.person for match in matches]))
        same = [match for match in matches if match.review is None]
        named = [match for match in same if Agreement.NAME in match.agreed]
        if len(named) == 1 < len(same):  # one UID was given to several
            return self._as_known(found, contact, named[0])
        if len(same) == 1 or len(matches) == 1:
            return self._as_known(found, contact, matches[0])
        several = replace(matches[0], review=ReviewKind.SEVERAL_PEOPLE)
        return self._as_known(found, contact, several)

    def _candidates(self, read: ReadCard, contact: Contact) -> list[_Match]:
        """Who a card may be, the likeliest first; of a similar name only where nobody else fits."""
        return self._matches(read) or self._near(read, contact)

    def _matches(self, read: ReadCard) -> list[_Match]:
        own = self._keys[id(read)]
        if self._index.keys().isdisjoint(self._texts[id(read)]):
            return []  # nobody has anything in common with it: so it is with most cards
        namesakes = self._index.get(f"n:{own.name}", {})
        found: list[_Match] = []
        by_name = judge(own, Keys(None, frozenset(), frozenset(), own.name))
        for person, texts in self._sharing(self._texts[id(read)], namesakes).items():
            if person not in self._ever_distinct or not self._is_distinct(read, person):
                judgement = by_name
                if texts:
                    judgement = self._judge(_contact(read), own, texts, person)
                if judgement.verdict is not Verdict.DIFFERENT:
                    found.append(_Match(person, judgement.review, judgement.agreed))
        return sorted(found, key=_likelihood) if len(found) > 1 else found

    def _near(self, read: ReadCard, contact: Contact) -> list[_Match]:
        found: list[_Match] = []
        for person in self._neighbours(read):
            known = self._person(person)
            agreed = near(contact, known) if known is not None else ()
            judgement = judge(self._keys[id(read)], _NOTHING, near=agreed) if agreed else None
            if judgement is not None and not self._is_distinct(read, person):
                found.append(_Match(person, judgement.review, judgement.agreed))
        return found

    def _neighbours(self, read: ReadCard) -> list[str]:
        """People of its company or mail domain whose names begin with the same sounds; of earlier
        files alone.
        """
        own = self._keys[id(read)]
        found = [self._index[text] for text in sorted(own.near) if text in self._index]
        if own.turned and f"n:{own.turned}" in self._index:
            people = self._index[f"n:{own.turned}"]
            found.append({p: None for p in people if p not in self._this_file})
        return list(islice(dict.fromkeys(chain.from_iterable(found)), _MOST_COMPARED))

    def _is_distinct(self, read: ReadCard, person: str) -> bool:
        """Whether somebody said that they are not the same, of this card or one that says so."""
        names = (read.digest, said(_contact(read)))
        return any((name, person) in self._not_same for name in names)

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

    def _judge(self, contact: Contact, own: Keys, texts: set[str], person: str) -> Judgement:
        named = person in self._index.get(f"n:{own.name}", ())
        common = Keys(
            uid=own.uid if f"u:{own.uid}" in texts else None,
            emails=frozenset(e for e in own.emails if f"m:{e}" in texts),
            phones=frozenset(p for p in own.phones if f"p:{p}" in texts),
            name=own.name if named else None,
        )
        if person in self._this_file:
            similar = bool(common.phones) and alike(forms(contact), forms(self.people[person]))
            near_name = (Agreement.NEAR_NAME,) if similar else ()
            others = bool(common.uid) and self._others(contact, self.people[person])
            return judge(own, common, same_file=True, near=near_name, others=others)
        here = self._cards_here.get(person)
        if here is not None and common.uid and self._others(contact, here):
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

    def _as_new(self, card: PlannedCard, contact: Contact) -> PlannedCard:
        person = f"{PROVISIONAL}{card.index}"
        self.people[person] = contact
        self._this_file.add(person)
        self._remember(person, card.read)
        return PlannedCard(card.index, card.file, card.read, Outcome.NEW, person)

    def _as_known(self, card: PlannedCard, contact: Contact, match: _Match) -> PlannedCard:
        person, question = match.person, match.review
        choice = self._choices.get(card.index, Choice(Answer.LATER))
        if choice.answer is Answer.DIFFERENT:
            names = (card.read.digest, said(contact))
            self.distinct += [(name, other) for other in card.candidates for name in names]
            return self._as_new(card, contact)
        if choice.answer is Answer.MERGE and choice.person in card.candidates:
            person = choice.person
        known = self._person(person)
        if known is None:
            raise ValueError(person)
        if contact.uid == f"{_OWN[2:]}{known.id}":
            contact = replace(contact, uid=None)
        comparison = compare(known, contact)
        found = replace(
            card, person=person, known=known, comparison=comparison, agreed=match.agreed
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
        self._add(person, self._texts[id(read)])
        self._near_of_this_file.append((person, self._keys[id(read)].near))


def _by_uid(member: str) -> tuple[str, str]:
    """The identity keys of a member, named with or without `urn:uuid:`, which UIDs also are."""
    bare = member.removeprefix("urn:uuid:")
    return f"u:{bare}", f"u:urn:uuid:{bare}"


def _likelihood(match: _Match) -> int:
    return -1 if match.review is None else _LIKELIEST.index(match.review)


def _contact(read: ReadCard) -> Contact:
    if read.contact is None:
        raise ValueError("an unreadable card has no keys")
    return read.contact
