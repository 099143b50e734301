"""What the import page holds between reading and importing: the plan and the answers so far."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from app.domain import merge
from app.domain.card import KeptLine, ReviewKind
from app.domain.contact import Contact
from app.domain.merge import Comparison
from app.usecases.import_plan import Answer, Choice, ImportPlan, Outcome, PlannedCard

PROPOSED = frozenset({merge.ORGANIZATION, merge.DEPARTMENT, merge.TITLE, merge.PHOTO})
"""Where the card is proposed: people change their work. A name stays unless chosen."""


class Group(StrEnum):
    """The parts of the list, in order."""

    REVIEW = "review"
    SAME = "same"
    NEW = "new"
    UNREAD = "unread"


@dataclass(frozen=True, slots=True)
class UnreadLine:
    """A line that was not understood, and whose card it stays in."""

    card: int
    file: str
    line: KeptLine


Entry = PlannedCard | UnreadLine


@dataclass(frozen=True, slots=True)
class Counts:
    """What becomes of the cards with the answers so far; `lines` are parts of cards, not cards."""

    new: int = 0
    same: int = 0
    review: int = 0
    unreadable: int = 0
    left_out: int = 0
    lines: int = 0

    @property
    def cards(self) -> int:
        """All cards: each is counted once."""
        return self.new + self.same + self.review + self.unreadable + self.left_out

    @property
    def ready(self) -> int:
        """Cards that an import would file with a person."""
        return self.new + self.same


@dataclass(frozen=True, slots=True)
class Answers:
    """What the person said of each card: what it is, which values, which candidate."""

    choices: Mapping[int, Choice]
    takes: Mapping[int, frozenset[str]]
    persons: Mapping[int, str]


_GROUP_OF = {
    Outcome.NEW: Group.NEW,
    Outcome.SAME: Group.SAME,
    Outcome.CHANGED: Group.SAME,
    Outcome.REVIEW: Group.REVIEW,
    Outcome.UNREADABLE: Group.UNREAD,
}


class Session:
    """One comparison of cards with the people known. Plain values; the page shows and sends it."""

    def __init__(self, plan: ImportPlan, people: Iterable[Contact] = ()) -> None:
        """`people` are the candidates of doubtful cards, as the store knows them."""
        self.plan = plan
        self._known = {contact.id: contact for contact in people}
        self._cards = {card.index: card for card in plan.cards}
        self._choices: dict[int, Choice] = {}
        self._takes: dict[int, frozenset[str]] = {}
        self._persons: dict[int, str] = {}
        self._planned = Counter(_GROUP_OF[card.outcome] for card in plan.cards)
        self.groups: dict[Group, list[Entry]] = {group: [] for group in Group}
        for card in plan.cards:
            self.groups[_GROUP_OF[card.outcome]].append(card)
        self.lines = [
            UnreadLine(card.index, card.file, line) for card in plan.cards for line in card.lines
        ]
        self.groups[Group.UNREAD] += self.lines

    @property
    def choices(self) -> Mapping[int, Choice]:
        """The answers, as `importing.accept` takes them."""
        return self._choices

    @property
    def rejected(self) -> list[PlannedCard]:
        """The cards that could not be read."""
        return list(self.plan.of(Outcome.UNREADABLE))

    @property
    def left_out(self) -> frozenset[int]:
        """The cards that are not imported, by index."""
        return frozenset(i for i, c in self._choices.items() if c.answer is Answer.LEAVE_OUT)

    def carry(self, before: "Session") -> None:
        """Take over the answers of an earlier comparison of the same cards."""
        self.restore(before.answers())

    def restore(self, answers: "Answers") -> None:
        """Take over answers to these cards; one that names somebody who is gone is none."""
        cards = self._cards
        self._choices |= {
            i: c
            for i, c in answers.choices.items()
            if i in cards and (c.person is None or self._is_there(cards[i], c.person))
        }
        self._takes |= {i: t for i, t in answers.takes.items() if i in cards}
        self._persons |= {
            i: p for i, p in answers.persons.items() if i in cards and self._is_there(cards[i], p)
        }

    def _is_there(self, card: PlannedCard, person: str) -> bool:
        """Whether a card may still be this person's."""
        return person in {card.person, *card.candidates} or self.candidate(person) is not None

    def answers(self) -> "Answers":
        """All that the person said, by card."""
        return Answers(dict(self._choices), dict(self._takes), dict(self._persons))

    def answer(self, card: PlannedCard) -> Answer | None:
        choice = self._choices.get(card.index)
        return choice.answer if choice is not None else None

    def group(self, card: PlannedCard) -> Group | None:
        """Where the card counts with its answer; None where it is left out."""
        planned = _GROUP_OF[card.outcome]
        answer = self.answer(card)
        if answer is Answer.LEAVE_OUT:
            return None
        if answer is Answer.MERGE and planned is Group.REVIEW:
            return Group.SAME
        if answer is Answer.DIFFERENT and planned in {Group.REVIEW, Group.SAME}:
            return Group.NEW
        return planned

    def counts(self) -> Counts:
        """How many cards become what; always all of them."""
        found = Counter(self._planned)
        left_out = 0
        for index in self._choices:
            card = self._cards[index]
            now = self.group(card)
            found[_GROUP_OF[card.outcome]] -= 1
            if now is None:
                left_out += 1
            else:
                found[now] += 1
        return Counts(
            found[Group.NEW],
            found[Group.SAME],
            found[Group.REVIEW],
            found[Group.UNREAD],
            left_out,
            len(self.lines),
        )

    # the answers

    def merge(self, card: PlannedCard) -> None:
        """It is the person shown, with the values chosen."""
        taken = self.taken(card)
        self._choices[card.index] = Choice(Answer.MERGE, self.person(card), taken)

    def sure(self) -> list[PlannedCard]:
        """Cards of a new import without an answer whose people are certain: only details differ."""
        doubts = self.groups[Group.REVIEW] if self.plan.files else []
        return [
            card
            for card in doubts
            if isinstance(card, PlannedCard)
            and card.review is ReviewKind.VALUE_DIFFERS
            and self.answer(card) is None
        ]

    def different(self, card: PlannedCard) -> None:
        """It is nobody who is known."""
        self._choices[card.index] = Choice(Answer.DIFFERENT)

    def later(self, card: PlannedCard) -> None:
        """No answer: a doubtful card waits."""
        self._choices.pop(card.index, None)

    def leave_out(self, card: PlannedCard, on: bool) -> None:
        """The card is not imported, or is after all."""
        if on:
            self._choices[card.index] = Choice(Answer.LEAVE_OUT)
        else:
            self._choices.pop(card.index, None)

    # the values

    def person(self, card: PlannedCard) -> str | None:
        """The candidate that is looked at."""
        return self._persons.get(card.index, card.person)

    def look_at(self, card: PlannedCard, person: str) -> None:
        """Compare with another candidate; what was chosen for the one before does not count."""
        self._persons[card.index] = person
        self._takes.pop(card.index, None)
        self._again(card)

    def known(self, card: PlannedCard) -> Contact | None:
        """The candidate that is looked at, as known."""
        person = self.person(card)
        if person is None:
            return None
        known = card.known if person == card.person else None
        return known or self.candidate(person)

    def candidate(self, person: str) -> Contact | None:
        """Any candidate, as the import would leave them."""
        return self.plan.people.get(person) or self._known.get(person)

    def comparison(self, card: PlannedCard) -> Comparison | None:
        """What the card says beside the candidate that is looked at."""
        if self.person(card) == card.person:
            return card.comparison
        known, contact = self.known(card), card.contact
        return None if known is None or contact is None else merge.compare(known, contact)

    def taken(self, card: PlannedCard) -> frozenset[str]:
        """The fields in which the card's value is chosen."""
        chosen = self._takes.get(card.index)
        if chosen is not None:
            return chosen
        comparison = self.comparison(card)
        fields = {d.field for d in comparison.differences} if comparison else set()
        return frozenset(fields & PROPOSED)

    def take(self, card: PlannedCard, field: str, on: bool) -> None:
        """Choose the card's value of a field, or the known one."""
        taken = self.taken(card)
        self._takes[card.index] = taken | {field} if on else taken - {field}
        self._again(card)

    def _again(self, card: PlannedCard) -> None:
        choice = self._choices.get(card.index)
        if choice is not None and choice.answer is Answer.MERGE:
            self._choices[card.index] = replace(
                choice, person=self.person(card), take=self.taken(card)
            )
