"""Why two people may be one, and what there is of each, in words."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from app.domain.duplicates import Agreement


class DuplicateWords(QObject):
    """Sentences about a pair."""

    def reason(self, agreed: Sequence[Agreement]) -> str:
        """What agrees, and how sure that is."""
        named = {
            Agreement.UID: self.tr("identifier on the card"),
            Agreement.EMAIL: self.tr("mail address"),
            Agreement.PHONE: self.tr("phone number"),
            Agreement.NAME: self.tr("name"),
            Agreement.COMPANY: self.tr("company"),
            Agreement.READING: self.tr("reading"),
        }
        # A reading says nothing more where name and something else agree.
        shown = [a for a in agreed if a is not Agreement.READING] if len(agreed) > 2 else agreed
        listed = self.tr(", ").join(named[kind] for kind in shown)
        said = self.tr("The same: {what}.").format(what=listed)
        if Agreement.NAME not in agreed and Agreement.UID not in agreed:
            return self.tr("{same} The names differ.").format(same=said)
        if agreed == (Agreement.NAME,):
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
