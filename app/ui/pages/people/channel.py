"""A mail address, a number or a link: pressed to open it, with a menu to copy it."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from app.ui import plain
from app.ui.delegates import lit as lights
from app.ui.delegates.lit import Lit
from app.ui.links import Link
from app.ui.look import icons, paint, text
from app.ui.look.focus import shows_ring
from app.ui.look.paragraph import Paragraph, Run, paragraph
from app.ui.look.theme import Theme
from app.ui.widgets.painted import PaintedButton

_TOLD_MS = 1400


class Channel(PaintedButton):
    """A value with its label in the tooltip. Without a link a press copies it."""

    open_wanted = Signal(object)
    """The link to open."""

    def __init__(
        self,
        theme: Theme,
        value: str,
        *,
        link: Link | None = None,
        label: str = "",
        color: str = "ink",
        copies: bool = True,
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`copies`: a press without a link copies the value; else it is only a press.

        `wrap`: it goes on in the next line where it is too long for one.
        """
        super().__init__(theme, text.single(value), parent)
        self._value = value
        self._link = link
        self._color = color
        self._copies = copies
        self._wrap = wrap
        self._told = False
        self._lit = Lit()
        self._untell = QTimer(self)
        self._untell.setSingleShot(True)
        self._untell.setInterval(_TOLD_MS)
        self._untell.timeout.connect(self._tell_value)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        tall = QSizePolicy.Policy.Preferred if wrap else QSizePolicy.Policy.Fixed
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, tall)
        policy.setHeightForWidth(wrap)
        self.setSizePolicy(policy)
        plain.set_tooltip(self, "\n".join(part for part in (value, label) if part))
        self.setAccessibleDescription(label)
        self.clicked.connect(self._pressed)

    def copy(self) -> None:
        """Put the value on the clipboard, as it is written, and say so."""
        QGuiApplication.clipboard().setText(self._value)
        self._told = True
        self._untell.start()
        self.update()

    def light(self, lit: Lit) -> None:
        """Light up words that were found."""
        self._lit = lit
        self.update()

    def measure(self) -> QSize:
        theme = self.theme
        wide = max(text.width(theme, "ui", self.words()), text.width(theme, "ui", self._copied()))
        return QSize(int(wide + 0.999), theme.line("ui"))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(40), self.theme.line("ui"))

    def hasHeightForWidth(self) -> bool:
        return self._wrap

    def heightForWidth(self, width: int) -> int:
        return self._lines(self.words(), "ink", width).height if self._wrap else -1

    def _lines(self, words: str, color: str, width: int) -> Paragraph:
        return paragraph(self.theme, [Run(words, color)], max(1, width), role="ui")

    def draw(self, p: QPainter) -> None:
        theme = self.theme
        shown, color = self.words(), self._color
        if self._told:
            shown, color = self._copied(), "koke"
        if self._wrap and self.height() > theme.line("ui"):
            lights.draw(p, theme, self._lines(shown, color, self.width()), 0, 0, self._lit)
            if shows_ring(self):
                paint.focus_ring(p, theme, QRectF(self.rect()), theme.px(4))
            return
        high = theme.line("ui")
        advance = lights.line(
            p, theme, 0, 0, shown, self._lit, color=color, room=self.width() + 1, height=high
        )
        if self.hovered() and not self._told:
            base = round(theme.line("ui") * 0.85)
            paint.hairline(p, 0, base, min(advance, self.width()), theme.c(color))
        if shows_ring(self):
            paint.hairline(p, 0, self.height() - 2, self.width(), theme.c("ai"))
            paint.hairline(p, 0, self.height() - 1, self.width(), theme.c("ai"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        if self._link is not None:
            opening = menu.addAction(icons.icon(self.theme, "out", "ink2"), self.tr("Open"))
            opening.triggered.connect(self._open)
        copying = menu.addAction(icons.icon(self.theme, "copy", "ink2"), self.tr("Copy"))
        copying.triggered.connect(self.copy)
        menu.aboutToHide.connect(menu.deleteLater)
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        place = self.mapToGlobal(QPoint(0, self.height())) if by_key else event.globalPos()
        menu.popup(place)

    def _pressed(self) -> None:
        if self._link is not None:
            self._open()
        elif self._copies:
            self.copy()

    def _open(self) -> None:
        self.open_wanted.emit(self._link)

    def _copied(self) -> str:
        return self.tr("Copied")

    def _tell_value(self) -> None:
        self._told = False
        self.update()
