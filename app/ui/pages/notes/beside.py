"""Beside the questions: the card, who else was there, what to know the person by, and the note that
all cards of the evening share.
"""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.contact import Contact
from app.ui.look import text
from app.ui.look.paragraph import Run
from app.ui.look.theme import Theme
from app.ui.pages.notes.faces import FaceChips
from app.ui.plain import Label
from app.ui.widgets.box import Separator
from app.ui.widgets.business_card import BusinessCard
from app.ui.widgets.button import Button
from app.ui.widgets.field import GrowingArea
from app.ui.widgets.marks import IconMark
from app.ui.words.notes import NotesWords
from app.usecases.evenings import KnownEvening

_NAMED = 3


class _Fact(QWidget):
    """An icon and a line; hidden where there is nothing to say."""

    def __init__(self, theme: Theme, icon: str) -> None:
        super().__init__()
        self.label = Label(theme, "", wrap=True, lines=2)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        mark = IconMark(theme, icon, color="ink2")
        mark.setFixedHeight(theme.px(20))
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.label, 1)

    def say(self, head: str, words: str, gap: str) -> None:
        runs = [Run(f"{head}{gap}", "ink", bold=True)] if head else []
        self.label.set_runs([*runs, Run(words, "ink" if head else "ink2")])
        self.setVisible(bool(words))


class Beside(QWidget):
    """The column at the left. `changed`: a face; `shared_typed`, `shared_left`: the note of all."""

    changed = Signal()
    shared_typed = Signal()
    shared_left = Signal()
    name_wanted = Signal()

    def __init__(self, theme: Theme, words: NotesWords) -> None:
        super().__init__()
        self._theme = theme
        self._words = words
        px = theme.px
        self.card = BusinessCard(theme)
        self._others = _Fact(theme, "people")
        self._note = _Fact(theme, "note")
        self.faces = FaceChips(theme)
        self.shared = GrowingArea(
            theme, name=self.tr("Note for all of this evening"), lines=2, most=4
        )
        self._shared_head = Label(
            theme, self.tr("For all of this evening"), role="small", color="ink3"
        )
        self.name_it = Button(theme, self.tr("Name this gathering…"), kind="link", icon="gather")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(10))
        column.addWidget(self.card)
        column.addSpacing(px(12))
        column.addWidget(self._others)
        column.addWidget(self._note)
        column.addSpacing(px(8))
        column.addWidget(Separator(theme))
        column.addSpacing(px(4))
        column.addWidget(self.faces)
        column.addSpacing(px(16))
        column.addWidget(self._shared_head)
        column.addWidget(self.shared)
        column.addWidget(self.name_it, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.faces.changed.connect(self.changed)
        self.faces.field.changed.connect(lambda _words: self.changed.emit())
        self.shared.changed.connect(self.shared_typed)
        self.shared.left.connect(self.shared_left)
        self.name_it.clicked.connect(self.name_wanted)

    def show_evening(self, known: KnownEvening, today: date) -> None:
        """What is the same for all cards."""
        gap = "\u3000" if self._theme.language == "ja" else "  "
        people = self._words.people(known.others, _NAMED) if known.others else ""
        self._others.say(self.tr("Also there"), people, gap)
        named = bool(known.gathering.id)
        self._shared_head.setVisible(named)
        self.shared.setVisible(named)
        self.name_it.setVisible(not named)

    def show_person(self, contact: Contact, photo: QImage | None) -> None:
        """The card of a person."""
        self.card.show_card(self._words.card(contact), photo)
        self._note.say("", text.single(contact.note or ""), "")
