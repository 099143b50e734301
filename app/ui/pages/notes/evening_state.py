"""What the notes page knows of its evening: what is kept, what was typed, what is on its way."""

from app.domain.card_notes import CardNotes, tidy
from app.ui.models.evening import State
from app.ui.pages.notes.drafts import Draft, EveningDrafts, NoteDrafts, draft_of, restored
from app.ui.pages.notes.questions import Laid
from app.usecases.evenings import Evening, KnownCard


class EveningState:
    """One evening at a time; knows no widget. `current` is whose card is shown, by id."""

    def __init__(self) -> None:
        self.evening: Evening | None = None
        self.laid: Laid | None = None
        self.current = ""
        self.drafts = NoteDrafts()
        self.finishing: set[str] = set()
        """Finished, and not yet known to be kept."""

    # the evening

    def begin(self, evening: Evening | None) -> None:
        """Another evening; nothing is known of it yet."""
        self.evening, self.laid, self.current = evening, None, ""

    def become(self, evening: Evening) -> None:
        """An import or a day whose gathering has a name now: what was typed goes with it."""
        before = self.evening
        if before is not None and before != evening:
            moved = self.drafts.evenings.pop(str(before), EveningDrafts())
            own = self.drafts.of(evening)
            own.cards = {**own.cards, **moved.cards}
            own.at = own.at or moved.at
        self.evening = evening
        self.drafts.last = str(evening)

    def came(self, laid: Laid, wrote: CardNotes | None) -> bool:
        """What is kept, as it is now; `wrote` stands in the fields. Whether another card is to be
        shown than before.
        """
        before = self.card()
        draft = draft_of(before.notes, wrote) if before is not None and wrote is not None else None
        fresh = self.laid is None
        self.laid = laid
        self.become(laid.known.evening)
        if draft is not None:
            self.remember(self.current, draft)
        if self.card() is None:
            self.current, fresh = self._first(), True
        self._forget_what_is_kept()
        return fresh

    def _first(self) -> str:
        """The card where it was left, else the first without notes."""
        own, cards = self.own(), self.cards()
        if any(card.contact.id == own.at for card in cards):
            return own.at
        still = (card.contact.id for card in cards if not card.is_done)
        return next(still, cards[0].contact.id)

    def _forget_what_is_kept(self) -> None:
        """A draft that says what is kept is none any more (the program may have ended between)."""
        own = self.own()
        for card in self.cards():
            draft = own.cards.get(card.contact.id)
            if card.is_done:
                self.finishing.discard(card.contact.id)
                if draft is not None and tidy(restored(card.notes, draft)) == tidy(card.notes):
                    del own.cards[card.contact.id]
        if self.laid is not None and own.shared == (self.laid.known.gathering.note or ""):
            own.shared = None

    # the cards

    def cards(self) -> tuple[KnownCard, ...]:
        """All cards, in the order they came."""
        return self.laid.known.cards if self.laid is not None else ()

    def card(self, contact_id: str = "") -> KnownCard | None:
        """One card: by id, or the one that is shown."""
        return self.laid.known.card(contact_id or self.current) if self.laid is not None else None

    def notes(self, card: KnownCard) -> CardNotes:
        """What is to stand in the fields of a card."""
        return restored(card.notes, self.own().cards.get(card.contact.id, {}))

    def is_done(self, card: KnownCard) -> bool:
        """Whether its notes were finished, if only a moment ago."""
        return card.is_done or card.contact.id in self.finishing

    def state(self, card: KnownCard) -> State:
        """How far its notes are."""
        if self.is_done(card):
            return State.DONE
        return State.BEGUN if card.contact.id in self.own().cards else State.OPEN

    def done(self) -> list[bool]:
        """Which are done, in their order."""
        return [self.is_done(card) for card in self.cards()]

    def place(self) -> int:
        """The place of the card that is shown, or -1."""
        return next((n for n, c in enumerate(self.cards()) if c.contact.id == self.current), -1)

    def beside(self, by: int) -> str | None:
        """Who stands so many places from the card that is shown."""
        cards, at = self.cards(), self.place()
        there = at >= 0 and 0 <= at + by < len(cards)
        return cards[at + by].contact.id if there else None

    def following(self) -> str | None:
        """Who comes after this card: the next without notes, or of one that is mended the next."""
        cards, at = self.cards(), max(0, self.place())
        for card in (*cards[at + 1 :], *cards[:at]):
            if not self.is_done(card):
                return card.contact.id
        return self.beside(1) if cards and cards[at].is_done else None

    def lines_of_others(self) -> list[str]:
        """What would please the others of this evening, the cards that came last first."""
        own, lines = self.own().cards, list[str]()
        for card in reversed(self.cards()):
            if card.contact.id != self.current:
                typed = own.get(card.contact.id, {}).get("pleases", card.notes.pleases)
                lines += [line.strip() for line in typed if line.strip()]
        return lines

    # what was typed

    def own(self) -> EveningDrafts:
        """The drafts of this evening."""
        return self.drafts.of(self.evening) if self.evening is not None else EveningDrafts()

    def remember(self, contact_id: str, draft: Draft) -> None:
        """Keep what was typed of a card; nothing where it says what is kept."""
        if draft:
            self.own().cards[contact_id] = draft
        else:
            self.own().cards.pop(contact_id, None)

    def forget(self, contact_id: str, draft: Draft) -> None:
        """A draft was written, unless more was typed since."""
        if self.own().cards.get(contact_id) == draft:
            self.own().cards.pop(contact_id, None)

    def give_back(self, contact_id: str, draft: Draft) -> None:
        """What was finished is taken back: its words wait again, and its card is shown."""
        self.finishing.discard(contact_id)
        self.remember(contact_id, draft)
        self.laid, self.current = None, contact_id
