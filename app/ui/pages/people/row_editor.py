"""The frame of what is edited in a row of the timeline: its ground, its height, its two buttons."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from app.ui import shortcuts
from app.ui.look import paint
from app.ui.look.theme import Theme
from app.ui.pages.people.begun import Begun, Place
from app.ui.widgets.button import Button


class RowEditor(QFrame):
    """As high as it is in a width; Escape leaves it as it was. Overrides what raises
    here, and calls `settle` when its fields stand.
    """

    saved = Signal(object, object)
    """The record as it was, and as it is to be; without an id it is a new one."""
    cancelled = Signal()
    edited = Signal()
    """Something else stands in a field."""

    def __init__(
        self, theme: Theme, key: str, of: tuple[Place, str], parent: QWidget | None = None
    ) -> None:
        """`key` is shown on the button that keeps it; Ctrl+Enter does so everywhere. `of` is what
        is edited, as `Begun` names it.
        """
        super().__init__(parent)
        self.key = of
        self._as_it_was: Mapping[str, str] = {}
        self._theme = theme
        self.keep = Button(theme, self.tr("Keep"), kind="second", key=key)
        self.leave = Button(theme, self.tr("Cancel"), kind="ghost", key="Escape")
        self.keep.clicked.connect(self.save)
        self.leave.clicked.connect(self.cancelled)
        shortcuts.bind(self, {"Ctrl+Return": self.save})

    def save(self) -> None:
        """Keep it, if it can be kept as it stands."""
        raise NotImplementedError

    def texts(self) -> dict[str, str]:
        """What stands in the fields, by their names; the words themselves are "words"."""
        raise NotImplementedError

    def show_texts(self, texts: Mapping[str, str]) -> None:
        """Show what once stood in the fields."""
        raise NotImplementedError

    def settle(self) -> None:
        """What stands here now is how it was."""
        self._as_it_was = self.texts()

    def is_touched(self) -> bool:
        """Whether anything was typed or chosen."""
        return self.texts() != self._as_it_was

    def begun(self) -> Begun:
        """What stands here, for taking it up again."""
        return Begun(*self.key, self.texts())

    def begin(self) -> None:
        """Put the cursor behind the words."""
        raise NotImplementedError

    def show_typed(self, typed: Any) -> None:
        """Show what was typed and could not be kept; the record is still as it was."""
        raise NotImplementedError

    def arrange(self, width: int) -> None:
        """Lay the parts beside or below each other, as a width allows."""
        raise NotImplementedError

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(400), super().sizeHint().height())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        self.arrange(width)
        return self.sizeHint().height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange(self.width())

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        theme = self._theme
        paint.rounded(p, QRectF(self.rect()), theme.px(10), theme.c("card"), theme.c("line2"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
            return
        super().keyPressEvent(event)
