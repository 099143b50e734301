"""The head of a person: picture, name with its reading, company, and the three buttons."""

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.domain import names
from app.domain.contact import Contact
from app.ui import plain
from app.ui.look import fonts, text
from app.ui.look.theme import Theme
from app.ui.plain import Label
from app.ui.widgets.button import Button
from app.ui.widgets.marks import Monogram
from app.ui.widgets.painted import Painted

_PICTURE = 68
_GAP = 16
_CAPS = 600
"""Width (unscaled) of the pane from which on the buttons bear keys."""
_AROUND = 60
"""What the pane leaves free on both sides, unscaled."""
_LONG_NAME = "佐久間 理恵子"
"""The buttons stand beside a name only where one like this is not cut."""


class ReadingLine(Painted):
    """The reading above the name, spaced a little."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._words = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def setText(self, words: str) -> None:
        self._words = words
        self.setAccessibleName(words)
        self.update()

    def measure(self) -> QSize:
        return QSize(self.theme.px(60), self.theme.line("furigana"))

    def draw(self, p: QPainter) -> None:
        theme = self.theme
        size = theme.font("furigana").pixelSize()
        latin = theme.language == "en"
        font = theme.font("furigana") if latin else fonts.spaced(size, "sans", 0.5 * theme.scale)
        shown = fonts.metrics(font).elidedText(
            text.single(self._words), Qt.TextElideMode.ElideRight, self.width()
        )
        base = fonts.baseline(font, self.height())
        text.draw_in(p, theme, font, 0, base, shown, color="ink3")


class PersonHeader(QWidget):
    """Who it is. The buttons say what is wanted; the page does it."""

    reconnect_wanted = Signal()
    write_wanted = Signal()
    menu_wanted = Signal(QPoint)
    reading_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.picture = Monogram(theme, size=_PICTURE)
        self.reading = ReadingLine(theme)
        self.add_reading = Button(theme, self.tr("Add a reading"), kind="link")
        self.name = Label(theme, role="person", elide=True)
        self.work = Label(theme, role="ui", color="ink2", elide=True)
        self.reconnected = Button(theme, self.tr("Reconnected"), icon="check", key="R")
        self.write = Button(theme, self.tr("Write"), kind="primary", icon="pen", key="W")
        self.more = Button(theme, icon="more", name=self.tr("More for this person"))
        self._below = False
        self._top = QHBoxLayout()
        self._column = QVBoxLayout()
        self._buttons = QWidget()
        self._lay_out()
        self.reconnected.clicked.connect(self.reconnect_wanted)
        self.write.clicked.connect(self.write_wanted)
        self.add_reading.clicked.connect(self.reading_wanted)
        self.more.clicked.connect(self._open_menu)

    def show_person(self, contact: Contact, photo: QImage | None, *, can_write: bool) -> None:
        """Show who this is."""
        language = self._theme.language
        shown = names.shown(contact)
        picture = QPixmap.fromImage(photo) if photo is not None else None
        self.picture.set_person(contact.id, names.monogram(contact), picture)
        self.picture.setAccessibleName(text.single(shown))
        spoken = names.spoken(contact, language)
        self.reading.setText(spoken.replace(" ", "\u3000") if language == "ja" else spoken)
        lacking = names.lacks_reading(contact)
        self.add_reading.setVisible(lacking)
        self.reading.setVisible(not lacking)
        self.name.setText(text.single(shown))
        plain.set_tooltip(self.name, shown if len(shown) > len("早坂 美緒") * 3 else "")
        own = contact.organization if contact.organization != shown else None
        parts = [part for part in (own, contact.department, contact.title) if part]
        separator = "\u3000" if language == "ja" else ", "
        work = separator.join(text.single(part) for part in parts)
        self.work.setText(work)
        plain.set_tooltip(self.work, work)
        self.write.setEnabled(can_write)
        plain.set_tooltip(self.write, "" if can_write else self.tr("No mail address is known"))

    def set_room(self, width: int) -> None:
        """Where there is little room key caps go first, then the buttons stand below."""
        px = self._theme.px
        self.reconnected.show_key(width >= px(_CAPS))
        self.write.show_key(width >= px(_CAPS))
        room = width - px(_AROUND + _PICTURE + 2 * _GAP) - self._buttons.sizeHint().width()
        below = room < text.width(self._theme, "person", _LONG_NAME)
        if below != self._below:
            self._below = below
            before, after = (self._top, self._column) if below else (self._column, self._top)
            before.removeWidget(self._buttons)
            corner = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
            after.addWidget(self._buttons, 0, corner)

    def _lay_out(self) -> None:
        px = self._theme.px
        row, top, column = QHBoxLayout(self), self._top, self._column
        row.setContentsMargins(0, 0, 0, 0)
        for layout in (row, top):
            layout.setSpacing(px(_GAP))
        row.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
        column.setSpacing(0)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.reading)
        self.add_reading.setFixedHeight(px(14))
        words.addWidget(self.add_reading, 0, Qt.AlignmentFlag.AlignLeft)
        words.addWidget(self.name)
        top.addLayout(words, 1)
        buttons = QHBoxLayout(self._buttons)
        buttons.setContentsMargins(0, px(6), 0, 0)
        buttons.setSpacing(px(8))
        for button in (self.reconnected, self.write, self.more):
            buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self._buttons, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(top)
        column.addWidget(self.work)

    def _open_menu(self) -> None:
        self.menu_wanted.emit(self.more.mapToGlobal(QPoint(0, self.more.height() + 2)))
