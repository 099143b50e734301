"""Why two people may be one, and what there is of each, in words."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from app.domain.duplicates import Likeness


class DuplicateWords(QObject):
    """Sentences about a pair."""

    def reason(self, agreed: Sequence[Likeness]) -> str:
        """What agrees, and how sure that is."""
        named = {
            Likeness.UID: self.tr("identifier on the card"),
            Likeness.EMAIL: self.tr("mail address"),
            Likeness.PHONE: self.tr("phone number"),
            Likeness.NAME: self.tr("name"),
            Likeness.COMPANY: self.tr("company"),
            Likeness.READING: self.tr("reading"),
        }
        # A reading says nothing more where name and something else agree.
        shown = [a for a in agreed if a is not Likeness.READING] if len(agreed) > 2 else agreed
        listed = self.tr(", ").join(named[kind] for kind in shown)
        said = self.tr("The same: {what}.").format(what=listed)
        if Likeness.NAME not in agreed:
            return self.tr("{same} The names differ.").format(same=said)
        if agreed == (Likeness.NAME,):
            return self.tr("{same} Nothing speaks against it.").format(same=said)
        return said

    def amount(self, entries: int, cards: int) -> str:
        """How much there is of a person."""
        said = self.tr("%n entry(ies)", "", entries)
        if cards:
            more = self.tr("%n card(s)", "", cards)
            said = self.tr("{entries}  ·  {cards}").format(entries=said, cards=more)
        return said

    def place(self, at: int, count: int) -> str:
        """Where one stands among all."""
        return self.tr("{at} of {count}").format(at=at, count=count)
