"""A person in the bin: who it is, for how long, and the way back."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain import names
from app.ui.look import text
from app.ui.look.theme import Theme
from app.ui.pages.people.questions import Known, days_left
from app.ui.plain import Label
from app.ui.widgets.button import Button
from app.ui.widgets.marks import Monogram
from app.ui.words.wording import Wording


class BinPane(QWidget):
    """Shows a deleted person; nothing can be changed but the deletion."""

    restore_wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._wording = Wording(theme)
        self._id = ""
        px = theme.px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(32), px(24), px(28), px(32))
        column.setSpacing(px(16))
        head = QHBoxLayout()
        head.setSpacing(px(16))
        self._picture = Monogram(theme, size=68)
        head.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        self._reading = Label(theme, role="furigana", color="ink3", elide=True)
        self._name = Label(theme, role="person", elide=True)
        self._work = Label(theme, role="ui", color="ink2", elide=True)
        for part in (self._reading, self._name, self._work):
            words.addWidget(part)
        head.addLayout(words, 1)
        column.addLayout(head)
        self._words = Label(theme, role="body", color="ink2", wrap=True)
        column.addWidget(self._words)
        self.restore = Button(
            theme, self.tr("Take out of the bin"), kind="primary", icon="undo", key="Return"
        )
        self.restore.clicked.connect(self._restore)
        column.addWidget(self.restore, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def show_person(self, known: Known, today: date) -> None:
        """Show who lies in the bin."""
        contact = known.contact
        self._id = contact.id
        shown = text.single(names.shown(contact))
        picture = QPixmap.fromImage(known.photo) if known.photo is not None else None
        self._picture.set_person(contact.id, names.monogram(contact), picture)
        self._reading.setText(names.spoken(contact, self._theme.language))
        self._name.setText(shown)
        self._work.setText(text.single(contact.organization or ""))
        left = days_left(contact, today)
        entries = self.tr("%n entry(ies) of the timeline come back too.", "", len(known.acts))
        words = self.tr("In the bin. Let go in %n day(s).", "", left)
        self._words.setText(f"{words} {entries}" if known.acts else words)

    def _restore(self) -> None:
        self.restore_wanted.emit(self._id)
