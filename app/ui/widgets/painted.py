"""Bases of painted widgets: what follows the theme, and what can be pressed."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from app.ui import plain
from app.ui.look import paint
from app.ui.look.theme import Theme


class Painted(QWidget):
    """A leaf that paints itself and repaints with the theme. Overrides `measure` and `draw`."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.restyle)

    def measure(self) -> QSize:
        raise NotImplementedError

    def draw(self, p: QPainter) -> None:
        raise NotImplementedError

    def restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return self.measure()

    def minimumSizeHint(self) -> QSize:
        return self.measure()

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        paint.begin(p)
        self.draw(p)


class PaintedButton(QAbstractButton):
    """Something to press that paints itself. Overrides `measure` and `draw`."""

    def __init__(self, theme: Theme, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._words = words
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        super().setText(plain.menu_text(words))
        theme.changed.connect(self.restyle)

    def setText(self, words: str) -> None:
        """The words, shown as they are (an ampersand makes no mnemonic)."""
        self._words = words
        super().setText(plain.menu_text(words))
        self.restyle()

    def words(self) -> str:
        return self._words

    def hovered(self) -> bool:
        return self.isEnabled() and self.underMouse()

    def measure(self) -> QSize:
        raise NotImplementedError

    def draw(self, p: QPainter) -> None:
        raise NotImplementedError

    def restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return self.measure()

    def minimumSizeHint(self) -> QSize:
        return self.measure()

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        paint.begin(p)
        self.draw(p)
