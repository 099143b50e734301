"""The panel beside the list: one card, what is known of the person, and what can be done."""

from collections.abc import Callable

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.domain import merge
from app.domain.contact import Contact
from app.domain.names import spoken
from app.ui import plain
from app.ui.look import focus
from app.ui.look.theme import Theme
from app.ui.models.import_session import Entry, Group, Session, UnreadLine
from app.ui.pages.importing.side_by_side import LISTS, SideBySide
from app.ui.pages.importing.unread import UnreadText, text_of
from app.ui.pages.importing.words import ImportWords, seed_of
from app.ui.photos import decode
from app.ui.plain import Label
from app.ui.widgets.box import Box
from app.ui.widgets.button import Button
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.marks import Monogram
from app.ui.widgets.pairs import FactRow, ValueBox
from app.usecases.import_plan import Answer, Outcome, PlannedCard

NARROW = 360
"""A narrower panel has the names of the fields above the values."""
LEAST = 220
"""With less room for the card the buttons stand at its end and scroll with it."""


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
        self._below = self._short = False
        self._buttons = QWidget()
        self._foot = FlowLayout(self._buttons)
        self._foot.set_gaps(theme.px(7), theme.px(8))
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
        self._buttons.hide()  # what is shown one by one has everything laid out anew each time
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
        for button in self._buttons.findChildren(Button):
            button.setVisible(True)  # by themselves they would be, but only after they are measured
        self._fit_keys()
        self._short = self._is_short()
        (column if self._short else self.column).addWidget(self._buttons)
        if not column.property("full"):
            column.addStretch(1)
        self._scroll.setWidget(content)  # deletes the one before
        content.setAutoFillBackground(False)
        content.show()
        self._content = content
        self._buttons.show()
        focus.in_order(*self.parts())

    def parts(self) -> tuple[QWidget, ...]:
        """In the order of reading: the card, then what can be done with it."""
        if self._content is None:
            return (self._buttons,)
        return (self._content,) if self._short else (self._content, self._buttons)

    def _room(self) -> QRect:
        return self.contentsRect().marginsRemoved(self.column.contentsMargins())

    def _fit_keys(self) -> None:
        """Key caps go where the buttons need a second line for them."""
        buttons = self._buttons.findChildren(Button)
        for button in buttons:
            button.show_key(True)
        wide = self._room().width()
        if self._foot.heightForWidth(wide) > self._foot.sizeHint().height():
            for button in buttons:
                button.show_key(False)

    def _is_short(self) -> bool:
        """Whether the buttons would leave too little of the card to be seen."""
        room = self._room()
        left = room.height() - self._foot.heightForWidth(room.width()) - self.column.spacing()
        return left < self.theme.px(LEAST)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_keys()
        below = self.width() < self.theme.px(NARROW)
        if below != self._below or self._is_short() != self._short:
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
        texts.setContentsMargins(0, px(1), 0, 0)
        texts.setSpacing(0)
        said = spoken(contact, theme.language)
        if said:
            texts.addWidget(Label(theme, said, role="furigana", color="ink3", elide=True))
        texts.addWidget(Label(theme, name, role="heading", elide=True))
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, px(2), 0, 0)
        row.setSpacing(px(12))
        row.addWidget(Monogram(theme, seed_of(card), name, size=44, photo=photo))
        row.addLayout(texts, 1)
        if place:
            row.addWidget(Label(theme, place, role="small", color="ink3"))
        return head

    def _doubtful(self, column: QVBoxLayout, session: Session, card: PlannedCard) -> None:
        column.addWidget(
            Label(self.theme, self._words.reasons.explanation(card), color="ink2", wrap=True)
        )
        beside = SideBySide(
            self.theme, self._words, session, card, photos=self._known_photos, below=self._below
        )
        beside.value_chosen.connect(self.value_chosen)
        beside.person_chosen.connect(self.person_chosen)
        column.addWidget(beside)
        self._doubt_buttons(session, card, can_merge=session.known(card) is not None)

    def _doubt_buttons(self, session: Session, card: PlannedCard, *, can_merge: bool) -> None:
        answer = session.answer(card)
        merged = Button(self.theme, self.tr("Merge"), kind="second", icon="same", key="M")
        merged.setEnabled(can_merge)
        plain.set_tooltip(merged, "" if can_merge else self.tr("Choose first who it is"))
        other = Button(self.theme, self.tr("Different person"), key="N")
        later = Button(self.theme, self.tr("Later"), kind="ghost")
        later.setEnabled(answer is not None)
        plain.set_tooltip(later, "" if answer is not None else self.tr("It waits already"))
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
            column.addWidget(FactRow(self.theme, self._words.fields.name(field), value))

    def _said(self, contact: Contact) -> list[tuple[str, str]]:
        met = [contact.met.gathering] if contact.met.gathering else []
        if contact.met.on is not None:
            met.insert(0, self._words.whole_day(contact.met.on))
        found = [
            (merge.ORGANIZATION, contact.organization or ""),
            (merge.DEPARTMENT, contact.department or ""),
            (merge.TITLE, contact.title or ""),
            *((field, "\n".join(self._words.fields.values(contact, field))) for field in LISTS),
            (
                merge.BIRTHDAY,
                self._words.birthday(str(contact.birthday)) if contact.birthday else "",
            ),
            ("tags", ", ".join(contact.tags)),
            ("met", " ".join(met)),
            (merge.NOTE, contact.note or ""),
        ]
        return [(field, value) for field, value in found if value]

    def _same(
        self, column: QVBoxLayout, session: Session, card: PlannedCard, contact: Contact
    ) -> None:
        if card.waits:
            said = self.tr("This very card waits for your look already; it does not wait twice.")
        elif card.kept:
            said = self.tr("This very card is here already. Nothing changes.")
        elif card.outcome is Outcome.CHANGED:
            said = self._words.reasons.known(card, self._words.additions(card))
        else:
            said = self._words.reasons.known(card, self.tr("The card says nothing new"))
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
        title = self.tr("Card %1 could not be read").replace("%1", str(card.read.position))
        where = self.tr("%1, line %2").replace("%1", card.file).replace("%2", str(card.read.line))
        reason = self._words.card_reason(card)
        column.addWidget(UnreadText(self.theme, title, where, reason, text_of(card)), 1)
        column.setProperty("full", True)
        save = Button(self.theme, self.tr("Save the rejected cards…"), icon="out")
        save.clicked.connect(self.save_wanted)
        self._foot.addWidget(save)

    def _raw_line(self, column: QVBoxLayout, entry: UnreadLine) -> None:
        title = self.tr("Line %1 was not understood").replace("%1", str(entry.line.line))
        said = self.tr("It stays in the card as it is, and comes back when you export.")
        reason, raw = self._words.line_reason(entry.line.text), entry.line.text
        column.addWidget(UnreadText(self.theme, title, entry.file, reason, raw, said=said), 1)
        column.setProperty("full", True)

    def _group(self, column: QVBoxLayout, session: Session, group: Group) -> None:
        title = f"{self._words.group(group)} {len(session.groups[group])}"
        column.addWidget(Label(self.theme, title, role="heading", wrap=True))
        words = self.tr("Enter shows or hides this part of the list.")
        column.addWidget(Label(self.theme, words, color="ink2", wrap=True))
        sure = session.sure() if group is Group.REVIEW else []
        if sure:
            said = self.tr("Of %n of them it is certain who they are; only details differ.", "",
                           len(sure))  # fmt: skip
            column.addWidget(Label(self.theme, said, color="ink2", wrap=True))
            merged = Button(self.theme, self.tr("Merge these %n", "", len(sure)), kind="second",
                            icon="same", key="M")  # fmt: skip
            merged.clicked.connect(self.merged)
            self._foot.addWidget(merged)
