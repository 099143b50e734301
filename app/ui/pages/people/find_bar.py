"""The bar below a person in which words are typed to be found on their page."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui import shortcuts
from app.ui.look import paint
from app.ui.look.theme import Theme
from app.ui.plain import Label
from app.ui.widgets.button import Button
from app.ui.widgets.field import LineField

HEIGHT = 52


class FindBar(QWidget):
    """Enter goes on, Shift+Enter back, Escape closes; keys of an input method stay its own."""

    typed = Signal(str)
    stepped = Signal(int)
    """+1 for the next, -1 for the one before."""
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        name = self.tr("Find on this page")
        hint = self.tr("Find in what happened")
        self.field = LineField(theme, name=name, hint=hint, icon="search", height=34)
        self.count = Label(theme, role="small", color="ink3")
        self.back = Button(theme, icon="up", kind="ghost", name=self.tr("The one before"))
        self.next = Button(theme, icon="down", kind="ghost", name=self.tr("The next one"))
        self.leave = Button(theme, icon="x", kind="ghost", name=self.tr("Close"))
        row = QHBoxLayout(self)
        px = theme.px
        row.setContentsMargins(px(32), px(9), px(28), px(9))
        row.setSpacing(px(8))
        row.addWidget(self.field, 1)
        row.addWidget(self.count)
        for button in (self.back, self.next, self.leave):
            row.addWidget(button)
        self.field.changed.connect(self.typed)
        self.field.edit.installEventFilter(self)
        self.back.clicked.connect(lambda: self.stepped.emit(-1))
        self.next.clicked.connect(lambda: self.stepped.emit(1))
        self.leave.clicked.connect(self.closed)
        shortcuts.bind(self, {"Escape": self._escape})
        self.show_count(0, 0, asked=False)
        self.hide()

    def begin(self) -> None:
        """Show it, with what was looked for last time ready to be typed over."""
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.edit.selectAll()

    def show_count(self, at: int, count: int, *, asked: bool) -> None:
        """The place of the hit that is shown, from 1, among how many; nothing if nothing is asked
        for.
        """
        said = self.tr("{at} of {count}").format(at=at, count=count) if count else ""
        if asked and not count:
            said = self.tr("Not found")
        self.count.setText(said)
        self.field.edit.setAccessibleDescription(said)
        self.back.setEnabled(count > 0)
        self.next.setEnabled(count > 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and not self.field.edit.composing
        ):
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.stepped.emit(-1 if back else 1)
            return True
        return super().eventFilter(watched, event)

    def _escape(self) -> None:
        if not self.field.edit.composing:
            self.closed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        p.fillRect(self.rect(), self._theme.c("paper"))
        paint.hairline(p, 0, 0, self.width(), self._theme.c("line"))
