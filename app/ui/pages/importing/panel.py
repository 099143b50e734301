"""The panel beside the list: one card, what is known of the person, and what can be done."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.domain import merge
from app.domain.contact import Contact
from app.domain.merge import Difference
from app.domain.names import spoken
from app.ui.look.theme import Theme
from app.ui.models.import_session import Entry, Group, Session, UnreadLine
from app.ui.pages.importing.pairs import LABEL, FactRow, PairRow, ValueBox
from app.ui.pages.importing.words import ImportWords, seed_of
from app.ui.photos import decode
from app.ui.plain import Label
from app.ui.widgets.box import Box
from app.ui.widgets.button import Button
from app.ui.widgets.choice import Dropdown
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.marks import IconMark, Monogram
from app.usecases.planning import Answer, Outcome, PlannedCard

_LISTS = ("emails", "phones", "addresses", "urls")
_LONGEST_SOURCE = 100_000
NARROW = 360
"""A narrower panel has the names of the fields above the values."""
_FACT_LINES = 8


class CardPanel(Box):
    """Shows an entry of the session; asks the page for everything that changes it."""

    merged = Signal()
    different = Signal()
    later = Signal()
    left_out = Signal()
    value_chosen = Signal(str, bool)
    """A field, and whether the card's value is taken."""
    person_chosen = Signal(str)
    save_wanted = Signal()
    """Save the cards that could not be read."""

    def __init__(self, theme: Theme, words: ImportWords) -> None:
        super().__init__(theme, margins=(21, 18, 21, 19), spacing=8)
        self._words = words
        self._content: QWidget | None = None
        self._known_photos: Callable[[str], QPixmap | None] = lambda _digest: None
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.viewport().setAutoFillBackground(False)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._shown: tuple[Session | None, Group | Entry | None, str] = (None, None, "")
        self._below = False
        self._buttons = QWidget()
        self._foot = FlowLayout(self._buttons)
        self._foot.set_gaps(theme.px(6), theme.px(8))
        self.column.addWidget(self._scroll, 1)
        self.column.addWidget(self._buttons)
        self.setAccessibleName(self.tr("The card"))

    def photos_from(self, known: Callable[[str], QPixmap | None]) -> None:
        """Where pictures of people known come from, by hash."""
        self._known_photos = known

    # what is shown

    def show_entry(
        self, session: Session | None, entry: Group | Entry | None, place: str = ""
    ) -> None:
        """Show one entry; `place` is the small "1 / 3" of those in doubt."""
        self._shown = (session, entry, place)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.theme.px(8))
        self._clear_foot()
        if session is not None:
            if isinstance(entry, PlannedCard):
                self._card(column, session, entry, place)
            elif isinstance(entry, UnreadLine):
                self._raw_line(column, entry)
            elif isinstance(entry, Group):
                self._group(column, session, entry)
        if not column.property("full"):
            column.addStretch(1)
        self._scroll.setWidget(content)  # deletes the one before
        content.setAutoFillBackground(False)
        content.show()
        self._content = content

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        below = self.width() < self.theme.px(NARROW)
        if below != self._below:
            self._below = below
            self.show_entry(*self._shown)

    def first_choice(self) -> QWidget | None:
        """The first value that can be chosen."""
        boxes = self._content.findChildren(ValueBox) if self._content else []
        return next((box for box in boxes if box.focusPolicy() != Qt.FocusPolicy.NoFocus), None)

    def _clear_foot(self) -> None:
        while (item := self._foot.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()

    # a card

    def _card(self, column: QVBoxLayout, session: Session, card: PlannedCard, place: str) -> None:
        contact = card.contact
        if contact is None:
            self._unreadable(column, card)
            return
        column.addWidget(self._head(card, contact, place))
        if card.outcome is Outcome.REVIEW:
            self._doubtful(column, session, card)
        elif card.outcome is Outcome.NEW:
            self._facts(column, contact)
            self._out_button(session, card)
        else:
            self._same(column, session, card, contact)

    def _head(self, card: PlannedCard, contact: Contact, place: str) -> QWidget:
        theme, px = self.theme, self.theme.px
        name = self._words.name(contact)
        image = decode(card.read.photo) if card.read.photo else None
        photo = QPixmap.fromImage(image) if image is not None else None
        texts = QVBoxLayout()
        texts.setContentsMargins(0, px(3), 0, 0)
        texts.setSpacing(0)
        said = spoken(contact, theme.language)
        if said:
            texts.addWidget(Label(theme, said, role="furigana", color="ink3", elide=True))
        texts.addWidget(Label(theme, name, role="heading", elide=True))
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, px(2))
        row.setSpacing(px(12))
        row.addWidget(Monogram(theme, seed_of(card), name, size=44, photo=photo))
        row.addLayout(texts, 1)
        if place:
            row.addWidget(Label(theme, place, role="small", color="ink2"))
        return head

    def _doubtful(self, column: QVBoxLayout, session: Session, card: PlannedCard) -> None:
        theme, words = self.theme, self._words
        column.addWidget(Label(theme, words.explanation(card), color="ink2", wrap=True))
        if len(card.candidates) > 1:
            column.addWidget(self._candidates(session, card))
        known, comparison = session.known(card), session.comparison(card)
        if known is not None and comparison is not None and card.contact is not None:
            column.addWidget(self._columns())
            taken = session.taken(card)
            for difference in comparison.differences:
                column.addWidget(self._pair(session, card, difference, difference.field in taken))
            for row in self._lists(known, card.contact):
                column.addWidget(row)
            column.addWidget(self._promise())
        self._doubt_buttons(session, card, can_merge=known is not None)

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
        row.setContentsMargins(0 if self._below else theme.px(LABEL + 8), theme.px(5), 0, 0)
        row.setSpacing(theme.px(8))
        for words in (self.tr("What you have"), self.tr("On the card")):
            row.addWidget(Label(theme, words, role="small", color="ink2", elide=True), 1)
        return head

    def _pair(
        self, session: Session, card: PlannedCard, difference: Difference, taken: bool
    ) -> QWidget:
        field = difference.field
        label = self._words.field(field)
        ours, theirs = difference.known, difference.card
        if field == merge.PHOTO:
            ours, theirs = self.tr("the present photo"), self.tr("the photo of the card")
        known = ValueBox(self.theme, ours, name=self._say(label, self.tr("what you have"), ours))
        new = ValueBox(self.theme, theirs, name=self._say(label, self.tr("on the card"), theirs))
        if field == merge.PHOTO:
            self._pictures(known, new, card, difference.known)
        known.setChecked(not taken)
        new.setChecked(taken)
        new.toggled.connect(lambda on: self.value_chosen.emit(field, on))
        return PairRow(self.theme, label, known, new, below=self._below)

    def _pictures(self, known: ValueBox, new: ValueBox, card: PlannedCard, digest: str) -> None:
        before = self._known_photos(digest)
        if before is not None:
            known.set_picture(before)
        image = decode(card.read.photo) if card.read.photo else None
        if image is not None:
            new.set_picture(QPixmap.fromImage(image))

    def _say(self, label: str, side: str, value: str) -> str:
        return f"{label}, {side}: {value}"

    def _lists(self, known: Contact, contact: Contact) -> list[QWidget]:
        rows: list[QWidget] = []
        for field in _LISTS:
            ours, theirs = _values(known, field), _values(contact, field)
            label = self._words.field(field)
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
                rows.append(FactRow(self.theme, label, same, lines=_FACT_LINES))
            elif theirs:
                more = self.tr("%1 (is added)").replace("%1", ", ".join(theirs))
                rows.append(FactRow(self.theme, label, more, lines=_FACT_LINES))
        return rows

    def _promise(self) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, self.theme.px(3), 0, 0)
        row.setSpacing(self.theme.px(8))
        row.addWidget(IconMark(self.theme, "check", color="koke"), 0, Qt.AlignmentFlag.AlignTop)
        words = self.tr("Values not chosen stay in the earlier details")
        row.addWidget(Label(self.theme, words, role="small", color="ink2", wrap=True), 1)
        return line

    def _doubt_buttons(self, session: Session, card: PlannedCard, *, can_merge: bool) -> None:
        answer = session.answer(card)
        merged = Button(self.theme, self.tr("Merge"), kind="second", icon="same", key="M")
        merged.setEnabled(can_merge)
        other = Button(self.theme, self.tr("Different person"), key="N")
        later = Button(self.theme, self.tr("Later"), kind="ghost")
        later.setEnabled(answer is not None)
        out = Button(
            self.theme, "", icon="x", kind="ghost", name=self.tr("Leave this card out (Space)")
        )
        merged.clicked.connect(self.merged)
        other.clicked.connect(self.different)
        later.clicked.connect(self.later)
        out.clicked.connect(self.left_out)
        self._foot.addWidget(merged)
        self._foot.addWidget(other)
        self._foot.addWidget(later)
        self._foot.addWidget(out)

    # a card that needs no answer

    def _facts(self, column: QVBoxLayout, contact: Contact) -> None:
        for field, value in self._said(contact):
            column.addWidget(
                FactRow(self.theme, self._words.field(field), value, lines=_FACT_LINES)
            )

    def _said(self, contact: Contact) -> list[tuple[str, str]]:
        met = [contact.met.gathering] if contact.met.gathering else []
        if contact.met.on is not None:
            met.insert(0, contact.met.on.isoformat())
        found = [
            (merge.ORGANIZATION, contact.organization or ""),
            (merge.DEPARTMENT, contact.department or ""),
            (merge.TITLE, contact.title or ""),
            *((field, "\n".join(_values(contact, field))) for field in _LISTS),
            (merge.BIRTHDAY, str(contact.birthday) if contact.birthday else ""),
            ("tags", ", ".join(contact.tags)),
            ("met", " ".join(met)),
            (merge.NOTE, contact.note or ""),
        ]
        return [(field, value) for field, value in found if value]

    def _same(
        self, column: QVBoxLayout, session: Session, card: PlannedCard, contact: Contact
    ) -> None:
        if card.kept:
            said = self.tr("This very card is here already. Nothing changes.")
        elif card.outcome is Outcome.CHANGED:
            said = self.tr("Someone you know. %1.").replace("%1", self._words.additions(card))
        else:
            said = self.tr("Someone you know. The card says nothing new.")
        column.addWidget(Label(self.theme, said, color="ink2", wrap=True))
        self._facts(column, contact)
        if not card.kept:
            other = Button(self.theme, self.tr("Different person"), key="N")
            if session.answer(card) is Answer.DIFFERENT:
                other = Button(self.theme, self.tr("Same person after all"), key="M", icon="same")
                other.clicked.connect(self.merged)
            else:
                other.clicked.connect(self.different)
            self._foot.addWidget(other)
        self._out_button(session, card)

    def _out_button(self, session: Session, card: PlannedCard) -> None:
        out = session.answer(card) is Answer.LEAVE_OUT
        words = self.tr("Take it in again") if out else self.tr("Leave this card out")
        button = Button(self.theme, words, key="Space", kind="plain" if out else "ghost")
        button.clicked.connect(self.left_out)
        self._foot.addWidget(button)

    # what could not be read

    def _unreadable(self, column: QVBoxLayout, card: PlannedCard) -> None:
        theme, words = self.theme, self._words
        title = self.tr("Card %1 could not be read").replace("%1", str(card.read.position))
        column.addWidget(Label(theme, title, role="heading", wrap=True))
        where = self.tr("%1, line %2").replace("%1", card.file).replace("%2", str(card.read.line))
        column.addWidget(Label(theme, where, role="small", color="ink2", elide=True))
        column.addWidget(Label(theme, words.card_reason(card), color="kin", wrap=True))
        column.addWidget(self._source(_text_of(card)), 1)
        column.setProperty("full", True)
        save = Button(theme, self.tr("Save the rejected cards…"), icon="out")
        save.clicked.connect(self.save_wanted)
        self._foot.addWidget(save)

    def _raw_line(self, column: QVBoxLayout, entry: UnreadLine) -> None:
        theme = self.theme
        title = self.tr("Line %1 was not understood").replace("%1", str(entry.line.line))
        column.addWidget(Label(theme, title, role="heading", wrap=True))
        column.addWidget(Label(theme, entry.file, role="small", color="ink2", elide=True))
        said = self.tr("It stays in the card as it is, and comes back when you export.")
        column.addWidget(Label(theme, said, color="ink2", wrap=True))
        reason = self._words.line_reason(entry.line.text)
        column.addWidget(Label(theme, reason, color="kin", wrap=True))
        column.addWidget(self._source(entry.line.text), 1)
        column.setProperty("full", True)

    def _group(self, column: QVBoxLayout, session: Session, group: Group) -> None:
        title = f"{self._words.group(group)} {len(session.groups[group])}"
        column.addWidget(Label(self.theme, title, role="heading", wrap=True))
        words = self.tr("Enter shows or hides this part of the list.")
        column.addWidget(Label(self.theme, words, color="ink2", wrap=True))

    def _source(self, source: str) -> QPlainTextEdit:
        """Text as it stands in the file, to read and to copy from."""
        shown = QPlainTextEdit()
        shown.setReadOnly(True)
        shown.setPlainText(source[:_LONGEST_SOURCE])
        shown.setFont(self.theme.font_px(12, "mono"))
        shown.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        shown.setTabChangesFocus(True)
        shown.setAccessibleName(self.tr("As it stands in the file"))
        return shown


def _values(contact: Contact, field: str) -> list[str]:
    if field == "addresses":
        return [
            " ".join(p for p in (a.postal_code, a.region, a.city, a.street, a.country) if p)
            for a in contact.addresses
        ]
    return [value.value for value in getattr(contact, field)]


def _breakable(values: list[str]) -> str:
    """Values under each other; an address may break after its @, not in the middle of a word."""
    return "\n".join(value.replace("@", "@\u200b") for value in values)


def _text_of(card: PlannedCard) -> str:
    """The bytes of a card, as far as a person can read them."""
    source = card.read.source[:_LONGEST_SOURCE]
    try:
        return source.decode(card.read.charset or "utf-8", "backslashreplace")
    except LookupError:
        return source.decode("utf-8", "backslashreplace")
