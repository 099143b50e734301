"""Cards without notes, at the right of the day: while it is fresh, one takes half a minute."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.ui.look.theme import Theme
from app.ui.today import Today
from app.ui.widgets.box import SectionHeader
from app.ui.widgets.button import Button
from app.ui.widgets.notice import Notice
from app.ui.words.notes import NotesWords
from app.usecases.evenings import Unwritten


class UnwrittenCards(QWidget):
    """The last evening in a box, those before it as lines. Hidden where all is written."""

    wanted = Signal(str)
    """The evening to write of, as text."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._words = NotesWords(theme)
        self._shown: tuple[Unwritten, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(8))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_today(self, today: Today) -> None:
        """Show what is not written yet."""
        if today.unwritten == self._shown:
            return
        self._shown = today.unwritten
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for at, unwritten in enumerate(today.unwritten):
            asked = self._words.asked(unwritten.gathering, today.on)
            if at:
                left = self._words.left(unwritten.left)
                line = self.tr("{cards}: {left}").format(cards=asked, left=left)
                self._add_button(Button(self._theme, line, kind="link"), unwritten)
            else:
                self._column.addWidget(SectionHeader(self._theme, asked))
                self._column.addWidget(self._box(unwritten))
        self.setVisible(bool(self._shown))

    def write(self) -> None:
        """Write of the last evening."""
        if self._shown:
            self.wanted.emit(str(self._shown[0].evening))

    def _box(self, unwritten: Unwritten) -> Notice:
        write = Button(self._theme, self.tr("Write notes"), key="M")
        write.clicked.connect(self.write)
        return Notice(
            self._theme,
            self.tr("%n card(s) have no notes yet.", "", unwritten.left),
            self.tr("While you remember: half a minute each."),
            bold=False,
            buttons=[write],
        )

    def _add_button(self, button: Button, unwritten: Unwritten) -> None:
        button.clicked.connect(partial(self.wanted.emit, str(unwritten.evening)))
        self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
