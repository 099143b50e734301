"""A doubtful card beside the person known: every difference to choose, every addition to see."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain import merge
from app.domain.contact import Contact
from app.domain.merge import Difference
from app.ui.look.theme import Theme
from app.ui.models.import_session import Session
from app.ui.pages.importing.words import ImportWords
from app.ui.photos import decode
from app.ui.plain import Label
from app.ui.widgets.choice import Dropdown
from app.ui.widgets.marks import IconMark
from app.ui.widgets.pairs import FactRow, PairRow, ValueBox, label_width
from app.usecases.import_plan import PlannedCard

LISTS = (
    "emails", "phones", "addresses", "urls", "accounts", "positions", "dates", "related",
)  # fmt: skip
"""The lists of a contact; a card can only add to them."""


class SideBySide(QWidget):
    """Made anew for each card; asks for everything that changes the session."""

    value_chosen = Signal(str, bool)
    """A field, and whether the card's value is taken."""
    person_chosen = Signal(str)

    def __init__(
        self,
        theme: Theme,
        words: ImportWords,
        session: Session,
        card: PlannedCard,
        *,
        photos: Callable[[str], QPixmap | None],
        below: bool,
    ) -> None:
        """`photos` gives pictures of people known by hash; `below` sets names above values."""
        super().__init__()
        self.theme = theme
        self._words = words
        self._photos = photos
        self._below = below
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        if len(card.candidates) > 1:
            column.addWidget(self._candidates(session, card))
        known, comparison = session.known(card), session.comparison(card)
        if known is None or comparison is None or card.contact is None:
            return
        table, rows = QVBoxLayout(), QVBoxLayout()
        table.setSpacing(theme.px(6))
        rows.setSpacing(theme.px(8))
        table.addWidget(self._columns())
        table.addLayout(rows)
        taken = session.taken(card)
        for difference in comparison.differences:
            rows.addWidget(self._pair(card, difference, difference.field in taken))
        for row in self._lists(known, card.contact):
            rows.addWidget(row)
        column.addLayout(table)
        column.addWidget(self._promise())

    def _candidates(self, session: Session, card: PlannedCard) -> QWidget:
        options: list[tuple[str, str]] = []
        for person in card.candidates:
            contact = session.candidate(person) or (card.known if person == card.person else None)
            if contact is not None:
                parts = (self._words.name(contact), contact.organization)
                options.append((person, "\u3000".join(p for p in parts if p)[:60]))
        chooser = Dropdown(
            self.theme, options, session.person(card) or "", name=self.tr("Compare with")
        )
        chooser.chosen.connect(self.person_chosen)
        return chooser

    def _columns(self) -> QWidget:
        theme = self.theme
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(
            0 if self._below else label_width(theme) + theme.px(8), theme.px(8), 0, 0
        )
        row.setSpacing(theme.px(8))
        for words in (self.tr("What you have"), self.tr("On the card")):
            row.addWidget(Label(theme, words, role="small", color="ink3", elide=True), 1)
        return head

    def _pair(self, card: PlannedCard, difference: Difference, taken: bool) -> QWidget:
        field = difference.field
        label = self._words.fields.name(field)
        ours, theirs = difference.known, difference.card
        if field == merge.PHOTO:
            ours, theirs = self.tr("the present photo"), self.tr("the photo of the card")
        if field == merge.BIRTHDAY:
            ours, theirs = self._words.birthday(ours), self._words.birthday(theirs)
        known = ValueBox(self.theme, ours, name=self._say(label, self.tr("what you have"), ours))
        new = ValueBox(self.theme, theirs, name=self._say(label, self.tr("on the card"), theirs))
        if field == merge.PHOTO:
            self._pictures(known, new, card, difference.known)
        known.setChecked(not taken)
        new.setChecked(taken)
        new.toggled.connect(partial(self.value_chosen.emit, field))
        return PairRow(self.theme, label, known, new, below=self._below)

    def _pictures(self, known: ValueBox, new: ValueBox, card: PlannedCard, digest: str) -> None:
        before = self._photos(digest)
        if before is not None:
            known.set_picture(before)
        image = decode(card.read.photo) if card.read.photo else None
        if image is not None:
            new.set_picture(QPixmap.fromImage(image))

    def _say(self, label: str, side: str, value: str) -> str:
        return f"{label}, {side}: {value}"

    def _lists(self, known: Contact, contact: Contact) -> list[QWidget]:
        rows: list[QWidget] = []
        for field in LISTS:
            ours, theirs = (
                self._words.fields.values(known, field),
                self._words.fields.values(contact, field),
            )
            label = self._words.fields.name(field)
            if ours and theirs and not set(theirs) <= set(ours):
                left = _breakable(ours)
                right = _breakable([v for v in theirs if v not in ours])
                rows.append(
                    PairRow(
                        self.theme,
                        label,
                        ValueBox(self.theme, left, name=self._say(label, "", left), both=True),
                        ValueBox(self.theme, right, name=self._say(label, "", right), both=True),
                        note=self.tr("keep both"),
                        exclusive=False,
                        below=self._below,
                    )
                )
            elif ours and theirs:
                same = self.tr("%1 (the same)").replace("%1", ", ".join(theirs))
                rows.append(FactRow(self.theme, label, same, among_boxes=True))
            elif theirs:
                more = self.tr("%1 (is added)").replace("%1", ", ".join(theirs))
                rows.append(FactRow(self.theme, label, more, among_boxes=True))
        return rows

    def _promise(self) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, self.theme.px(3), 0, 0)
        row.setSpacing(self.theme.px(8))
        row.addWidget(IconMark(self.theme, "check", color="koke"), 0, Qt.AlignmentFlag.AlignTop)
        words = self.tr("Values not chosen stay in the earlier details")
        row.addWidget(Label(self.theme, words, role="small", color="ink3", wrap=True), 1)
        return line


def _breakable(values: list[str]) -> str:
    """Values under each other; an address may break after its @ and before a dot, not in a word."""
    broken = (value.replace("@", "@\u200b").replace(".", "\u200b.") for value in values)
    return "\n".join(broken)
