"""Why a card is whose it is said to be: what agrees, and what does not."""

from PySide6.QtCore import QObject

from app.domain import merge
from app.domain.card import ReviewKind
from app.domain.matching import Agreement
from app.ui.words.fields import FieldWords
from app.ui.words.wording import Wording
from app.usecases.import_plan import PlannedCard

Why = tuple[str, str]
"""What agrees, and what comes of it or does not agree; either may be empty."""

_OF_THE_NAME = frozenset({merge.NAME, merge.READING, merge.NICKNAME})


class ReasonWords(QObject):
    """Made with the words of the page."""

    def __init__(self, wording: Wording, fields: FieldWords, parent: QObject) -> None:
        super().__init__(parent)
        self._wording = wording
        self._fields = fields

    def agreed(self, card: PlannedCard) -> str:
        """What makes it match: same mail and name. Empty where nothing is known to."""
        if Agreement.NEAR_NAME in card.agreed:
            return self._similar(card)
        names = {
            Agreement.UID: self.tr("UID"),
            Agreement.EMAIL: self.tr("mail"),
            Agreement.PHONE: self.tr("phone number"),
            Agreement.NAME: self.tr("name"),
        }
        said = [names[agreement] for agreement in card.agreed]
        return self.tr("Same %1").replace("%1", self._listed(said)) if said else ""

    def doubt(self, card: PlannedCard) -> Why:
        """Why a card needs a look: what agrees, and what does not."""
        if card.review is ReviewKind.VALUE_DIFFERS:
            return self.agreed(card), self._differing(card, frozenset())
        if card.review is ReviewKind.SEVERAL_PEOPLE:
            several = self.tr("Could be one of %n people", "", len(card.candidates))
            return self.agreed(card), several
        if card.review is ReviewKind.NEAR_NAME:
            return self._similar(card), self._differing(card, _OF_THE_NAME)
        why = self._wording.review(card.review) if card.review else ""
        return why, self._differing(card, _OF_THE_NAME)

    def joined(self, why: Why) -> str:
        """Both on one line: same mail and name; nothing changes."""
        first, second = why
        if not first or not second:
            return first or second
        return self.tr("%1; %2").replace("%1", first).replace("%2", _small(second))

    def explanation(self, card: PlannedCard) -> str:
        """The sentence under the name of a doubtful card."""
        if card.review is ReviewKind.VALUE_DIFFERS and card.agreed:
            why = _small(self.agreed(card))
            said = self.tr("This is someone you know: %1. The card says something else.")
            return said.replace("%1", why)
        if card.review is ReviewKind.NEAR_NAME and Agreement.DOMAIN in card.agreed:
            return self.tr(
                "The name is similar, and the mail domain is the same. Is it the same person?"
            )
        return {
            ReviewKind.SAME_NAME: self.tr(
                "The name is the same, but nothing else is. Do you know this person?"
            ),
            ReviewKind.SAME_EMAIL: self.tr(
                "The mail address is the same, the name is not. Is it the same person?"
            ),
            ReviewKind.SAME_PHONE: self.tr(
                "The phone number is the same, the name is not. Is it the same person?"
            ),
            ReviewKind.NEAR_NAME: self.tr(
                "The name is similar, and the company is the same. Is it the same person?"
            ),
            ReviewKind.VALUE_DIFFERS: self.tr(
                "This is someone you know. The card says something else."
            ),
            ReviewKind.SEVERAL_PEOPLE: self.tr("More than one person fits. Who is it?"),
            None: "",
        }[card.review]

    def known(self, card: PlannedCard, result: str) -> str:
        """The sentence over a card that needs no answer."""
        said = self.tr("Someone you know: %1. %2.")
        return said.replace("%1", _small(self.agreed(card))).replace("%2", result)

    def _similar(self, card: PlannedCard) -> str:
        if Agreement.DOMAIN in card.agreed:
            return self.tr("A similar name at the same mail domain")
        return self._wording.review(ReviewKind.NEAR_NAME)

    def _differing(self, card: PlannedCard, apart_from: frozenset[str]) -> str:
        """Which fields say something else than is known."""
        differences = card.comparison.differences if card.comparison is not None else ()
        fields = [self._fields.name(d.field) for d in differences if d.field not in apart_from]
        if not fields:
            return ""
        if len(fields) == 1:
            return self.tr("%1 differs").replace("%1", fields[0])
        fields = [fields[0], *map(_small, fields[1:])]
        if len(fields) > 2:
            return self.tr("%1 and more differ").replace("%1", self.tr(", ").join(fields[:2]))
        return self.tr("%1 differ").replace("%1", self._listed(fields))

    def _listed(self, names: list[str]) -> str:
        first = self.tr(", ").join(names[:-1])
        return self.tr(" and ").join(part for part in (first, names[-1]) if part)


def _small(words: str) -> str:
    """As it stands after the beginning of a sentence; UID stays."""
    return words if words[:2].isupper() else words[:1].lower() + words[1:]
