"""Done today: who was reconnected with, each with its way back."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.look.theme import Theme
from app.ui.plain import Label
from app.ui.today import Done, Today
from app.ui.widgets.box import SectionHeader
from app.ui.widgets.button import Button
from app.ui.widgets.marks import IconMark
from app.ui.words.today import TodayWords

_WIDEST = 420
"""The way back stands near the words it belongs to."""


class DoneList(QWidget):
    """Hidden while nothing is done."""

    undo = Signal(int)
    """The number of the change to take back."""

    def __init__(self, theme: Theme, words: TodayWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._words = words
        self._shown: tuple[Done, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(SectionHeader(theme, self.tr("Done today")))
        self._column.addSpacing(theme.px(4))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self._column.addLayout(self._rows)
        self.setMaximumWidth(theme.px(_WIDEST))
        self.hide()

    def show_today(self, today: Today) -> None:
        if today.done == self._shown:
            return
        self._shown = today.done
        while (item := self._rows.takeAt(0)) is not None:
            row = item.widget()
            if row is not None:
                row.hide()
                row.deleteLater()
        for done in today.done:
            self._rows.addWidget(self._row(done))
        self.setVisible(bool(today.done))

    def _row(self, done: Done) -> QWidget:
        theme, px = self.theme, self.theme.px
        said = self._words.done(done)
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(px(2), 0, 0, 0)
        line.setSpacing(px(8))
        line.addWidget(IconMark(theme, "check", color="koke"))
        line.addWidget(Label(theme, said, color="ink2", elide=True), 1)
        back = Button(theme, self.tr("Undo"), kind="link")
        back.setAccessibleName(self.tr("Undo: {what}").format(what=said))
        back.clicked.connect(lambda: self.undo.emit(done.seq))
        line.addWidget(back)
        return row
