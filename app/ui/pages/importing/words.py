"""The words of the import page: groups, rows, explanations, counts."""

from datetime import date

from PySide6.QtCore import QObject

from app.domain.card import Unreadable
from app.domain.contact import Contact
from app.domain.dates import Birthday
from app.domain.names import kept_whole, lacks_reading, shown, split, spoken
from app.ui.look.paint import Tint
from app.ui.look.theme import Theme
from app.ui.models.import_rows import CardLine, Fold, Head, RawLine
from app.ui.models.import_session import Counts, Entry, Group, Session, UnreadLine
from app.ui.pages.importing.reasons import ReasonWords, Why
from app.ui.words.fields import FieldWords
from app.ui.words.wording import Wording
from app.usecases.import_plan import Answer, Outcome, PlannedCard

LONGEST_RAW = 4000
"""Characters of a raw line that a tooltip shows; the whole stands in the panel."""

_ICONS: dict[Group, tuple[str, Tint]] = {
    Group.REVIEW: ("warn", "kin"),
    Group.SAME: ("same", "ai"),
    Group.NEW: ("plus", "koke"),
    Group.UNREAD: ("file", ""),
}


class ImportWords(QObject):
    """Words for what the session holds. Made with the page, in the language of the theme."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._wording = Wording(theme)
        self._wording.setParent(self)
        self.fields = FieldWords(self)
        self.reasons = ReasonWords(self._wording, self.fields, self)

    # groups

    def group(self, group: Group) -> str:
        return {
            Group.REVIEW: self.tr("Needs a look"),
            Group.SAME: self.tr("Same person"),
            Group.NEW: self.tr("New"),
            Group.UNREAD: self.tr("Could not be read"),
        }[group]

    def head(self, session: Session, group: Group, fold: Fold, long: bool) -> Head:
        """A group's header; a long group says how to see all of it."""
        notes = {
            Group.REVIEW: "",
            Group.SAME: self.tr("mail or phone agree"),
            Group.NEW: "",
            Group.UNREAD: self.tr("kept as it was, nothing is thrown away"),
        }
        icon, tint = _ICONS[group]
        link = self.tr("Show all") if long and fold is Fold.FIRST else ""
        count = len(session.groups[group])
        return Head(group, self.group(group), count, icon, tint, notes[group], link, fold)

    # rows

    def entry(self, session: Session, entry: Entry) -> CardLine | RawLine:
        if isinstance(entry, UnreadLine):
            return self._raw(entry)
        contact = entry.contact
        if contact is None:
            return self._unreadable(session, entry)
        chip, tint = self._chip(session, entry)
        why = self._why(session, entry, contact)
        return CardLine(
            seed_of(entry),
            self.name(contact),
            self._spoken(contact),
            self.reasons.joined(why),
            chip,
            tint,
            left_out=session.answer(entry) is Answer.LEAVE_OUT,
            why=why,
        )

    def _spoken(self, contact: Contact) -> str:
        """How the name is read; of kanji without a reading what is known of its parts."""
        if not lacks_reading(contact):
            return spoken(contact, self._theme.language)
        lacking = self.tr("no reading yet")
        if not kept_whole(contact.name):
            return lacking
        apart = split(contact.name)
        parts = " ".join(apart) if apart else self.tr("name kept whole")
        return self.tr("{parts}  ·  {lacking}").format(parts=parts, lacking=lacking)

    def name(self, contact: Contact) -> str:
        """The line that stands for a person; never empty."""
        return shown(contact) or self.tr("Without a name")

    def _raw(self, entry: UnreadLine) -> RawLine:
        where = self.tr("line %1").replace("%1", str(entry.line.line))
        return RawLine(
            where, entry.line.text, self.line_reason(entry.line.text), entry.line.text[:LONGEST_RAW]
        )

    def _unreadable(self, session: Session, card: PlannedCard) -> CardLine:
        title = self.tr("Card %1").replace("%1", str(card.read.position))
        where = self.tr("%1, line %2").replace("%1", card.file).replace("%2", str(card.read.line))
        out = session.answer(card) is Answer.LEAVE_OUT
        chip = self.tr("Left out") if out else self.tr("Kept")
        reason = self.card_reason(card)
        return CardLine(
            seed_of(card), title, where, reason, chip, "", out, unread=True, why=("", reason)
        )

    def _chip(self, session: Session, card: PlannedCard) -> tuple[str, Tint]:
        answer = session.answer(card)
        if answer is Answer.LEAVE_OUT:
            return self.tr("Left out"), ""
        if session.group(card) is Group.NEW:
            return self.tr("New", "chip"), "koke"
        if card.is_group:
            return self.tr("Group"), "ai"
        if card.waits:
            return self.tr("Waits"), "kin"
        if session.group(card) is Group.SAME:
            return self.tr("Merge"), "ai"
        return self.tr("Look"), "kin"

    def _why(self, session: Session, card: PlannedCard, contact: Contact) -> Why:
        if card.outcome is Outcome.NEW or session.group(card) is Group.NEW:
            said = (contact.organization, contact.title)
            return "", "\u3000".join(part for part in said if part)
        if card.outcome is Outcome.CHANGED:
            return self.reasons.agreed(card), self.additions(card)
        if card.is_group:
            return "", self.tr("A group: its name is a tag of its members")
        if card.outcome is Outcome.SAME:
            if card.kept:
                return "", self.already(card)
            return self.reasons.agreed(card), self.tr("Nothing changes")
        return self.reasons.doubt(card)

    def already(self, card: PlannedCard) -> str:
        """That this very card is in the store, with somebody or still without."""
        return self.tr("Waits for your look already") if card.waits else self.tr("Already here")

    def additions(self, card: PlannedCard) -> str:
        """What a card adds to the person."""
        if card.known is None or card.comparison is None:
            return ""
        before, after = card.known, card.comparison.with_additions
        more = [
            self.tr("%n more phone number(s)", "", len(after.phones) - len(before.phones))
            if len(after.phones) > len(before.phones)
            else "",
            self.tr("%n more mail address(es)", "", len(after.emails) - len(before.emails))
            if len(after.emails) > len(before.emails)
            else "",
            self.tr("%n more address(es)", "", len(after.addresses) - len(before.addresses))
            if len(after.addresses) > len(before.addresses)
            else "",
        ]
        said = self.tr(", ").join(part for part in more if part)
        return said or self.tr("Some details are added")

    # what was not understood

    def card_reason(self, card: PlannedCard) -> str:
        """Why a card could not be read."""
        return self._wording.unreadable(card.read.reason or Unreadable.BAD_LINE)

    def line_reason(self, raw: str) -> str:
        """What is odd about a line that was kept."""
        head, colon, _ = raw.partition(":")
        name = head.partition(";")[0].rpartition(".")[2].strip().upper()
        if not colon:
            return self.tr("no colon in it")
        if "CHARSET=" in head.upper():
            return self.tr("unknown characters")
        if name in {"BDAY", "ANNIVERSARY", "REV"}:
            return self.tr("not a whole date")
        if name in {"PHOTO", "LOGO", "SOUND", "KEY"}:
            return self.tr("not a picture to show")
        return self.tr("not understood")

    # counts

    def read(self, files: list[str], counts: Counts) -> str:
        """What was read, under the title."""
        said = self.tr("%n card(s) read.", "", counts.cards)
        if counts.lines:
            kept = self.tr("%n line(s) are kept as they were", "", counts.lines)
            said = self.tr("%1 %2").replace("%1", said).replace("%2", kept)
        name = files[0] if len(files) == 1 else self.tr("%n files", "", len(files))
        return f"{name}\u3000{said}"

    def day(self, day: date, today: date) -> str:
        return self._wording.weekday(day, today)

    def whole_day(self, day: date) -> str:
        """A day with its year."""
        return self._wording.day(day, date.min)

    def birthday(self, written: str) -> str:
        """A birthday as a record writes it, in words."""
        birthday = Birthday.parse(written)
        return self._wording.birthday(birthday, date.min) if birthday is not None else written


def seed_of(card: PlannedCard) -> str:
    """What the colours of a monogram are chosen by: the person known, else the card."""
    return card.known.id if card.known is not None and card.known.id else card.read.digest
