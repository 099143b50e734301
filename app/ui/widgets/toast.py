"""The toast: one short sentence at the bottom, and the way back."""

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QEnterEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QWidget

from app.ui.look import keys, paint, text
from app.ui.look.focus import shows_ring
from app.ui.look.theme import Theme
from app.ui.plain import Label
from app.ui.widgets.marks import IconMark
from app.ui.widgets.painted import PaintedButton

SECONDS = 8


class _Way(PaintedButton):
    """The bold words with a key cap, in paper on ink."""

    def __init__(self, theme: Theme, words: str, key: str) -> None:
        super().__init__(theme, words)
        self._key = keys.label(key) if key else ""

    def measure(self) -> QSize:
        theme, px = self.theme, self.theme.px
        wide = text.width(theme, "ui", self.words(), bold=True)
        if self._key:
            wide += px(12) + paint.key_width(theme, self._key)
        return QSize(round(wide), px(32))

    def draw(self, p: QPainter) -> None:
        theme = self.theme
        high = self.height()
        wide = text.line(p, theme, 0, 0, self.words(), color="paper", bold=True, height=high)
        if self._key:
            paint.key_cap(
                p, theme, round(wide) + theme.px(12), high / 2, self._key,
                color="paper", border="paper", fill=None,
            )  # fmt: skip
        if self.hovered() or shows_ring(self):
            high_ = 2 if shows_ring(self) else 1
            p.fillRect(QRectF(0, high - theme.px(4), wide, high_), theme.c("paper"))


class Toast(QFrame):
    """Lies over the bottom of its parent for 8 seconds; one at a time, the newest wins."""

    undone = Signal()
    """The person pressed the button."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self._over_what = parent
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SECONDS * 1000)
        self._timer.timeout.connect(self._over)
        self._icon = IconMark(theme, "check", color="paper")
        self._label = Label(theme, "", color="paper", elide=True)
        self._way = _Way(theme, "", "Ctrl+Z")
        self._way.clicked.connect(self._pressed)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._icon)
        self._row.addWidget(self._label, 1)
        self._row.addWidget(self._way)
        parent.installEventFilter(self)
        theme.changed.connect(self.restyle)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_moved)
        self.restyle()
        self.hide()

    def say(self, words: str, *, undo: bool = True, icon: str = "check") -> None:
        """Show a sentence, with "Undo" unless there is nothing to take back."""
        self._label.setText(words)
        self._icon.set_icon(icon)
        self._way.setText(self.tr("Undo"))
        self._way.setVisible(undo)
        self.setAccessibleName(words)
        self.place()
        self.show()
        self.raise_()
        self._timer.start()
        self._announce(words)

    def dismiss(self) -> None:
        """Take it away at once."""
        self._timer.stop()
        self.hide()

    def words(self) -> str:
        return self._label.text()

    def restyle(self) -> None:
        px = self.theme.px
        self._row.setContentsMargins(px(16), 0, px(16), 0)
        self._row.setSpacing(px(12))
        if self.isVisible():
            self.place()
        self.update()

    def sizeHint(self) -> QSize:
        px = self.theme.px
        wide = px(16) * 2 + px(16) + px(12) + self._label.sizeHint().width()
        if self._way.isVisibleTo(self):
            wide += px(25) + self._way.sizeHint().width()
        return QSize(max(px(320), wide), px(44))

    def place(self) -> None:
        """Bottom centre, 24 above the edge."""
        parent = self._over_what
        room = parent.width() - 2 * self.theme.px(24)
        size = self.sizeHint()
        wide = min(size.width(), max(self.theme.px(200), room))
        x = (parent.width() - wide) // 2
        self.setGeometry(
            x, parent.height() - size.height() - self.theme.px(24), wide, size.height()
        )

    def _announce(self, words: str) -> None:
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _pressed(self) -> None:
        self.dismiss()
        self.undone.emit()

    def _held(self) -> bool:
        return self.underMouse() or self._way.hasFocus()

    def _over(self) -> None:
        if not self._held():
            self.hide()

    def _focus_moved(self, old: QWidget | None, now: QWidget | None) -> None:
        if self.isVisible():
            if now is self._way:
                self._timer.stop()
            elif old is self._way:
                self._timer.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self.place()
        return False

    def enterEvent(self, event: QEnterEvent) -> None:
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        if self.isVisible() and not self._way.hasFocus():
            self._timer.start()
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        theme = self.theme
        paint.rounded(p, QRectF(self.rect()), theme.px(10), theme.c("ink"))
