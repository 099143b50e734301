"""The prompt after R: who started it (← them, → you), and a line of text if there is one."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.interaction import Initiative
from app.ui.look.theme import Theme
from app.ui.still import refused
from app.ui.widgets.button import Button, Size
from app.ui.widgets.field import FieldFrame, LineEdit

_SIDES = {Qt.Key.Key_Left: Initiative.THEM, Qt.Key.Key_Right: Initiative.ME}


class _Line(LineEdit):
    """A line whose arrow keys choose while it is empty, and never while text is being composed."""

    chose = Signal(object)
    escaped = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if self.composing:
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif key in _SIDES and not self.text() and not event.isAutoRepeat():
            self.chose.emit(_SIDES[key])
        else:
            super().keyPressEvent(event)


class ReconnectPrompt(QWidget):
    """Asks once: `ask`, then `chosen(Initiative, line)` or `cancelled()`.

    The line has the focus; while it is empty, the arrow keys answer at once. With text, Enter goes
    to the two answers, where the arrow keys (or Enter again) write it. Escape leaves nothing.
    """

    chosen = Signal(object, str)
    cancelled = Signal()
    edited = Signal(str)
    """The line is another one, while it is asked."""

    def __init__(
        self, theme: Theme, *, compact: bool = False, parent: QWidget | None = None
    ) -> None:
        """`compact` lays line and answers in one row of 34 px, else the answers are 44 px high."""
        super().__init__(parent)
        self.theme = theme
        self._asking = False
        self.line = _Line(theme)
        self.line.setMaxLength(2000)
        self.line.setPlaceholderText(self.tr("A line about it, if you like"))
        self.line.setAccessibleName(self.tr("A line about it"))
        size: Size = "normal" if compact else "action"
        self.mine = Button(
            theme, self.tr("From you"), kind="primary", size=size, key="Right", parent=self
        )
        self.theirs = Button(theme, self.tr("From them"), size=size, key="Left", parent=self)
        self._lay_out(compact)
        self.line.chose.connect(self._choose)
        self.line.submitted.connect(self._to_answers)
        self.line.escaped.connect(self._cancel)
        self.line.textChanged.connect(self._tell)
        self.mine.clicked.connect(lambda: self._choose(Initiative.ME))
        self.theirs.clicked.connect(lambda: self._choose(Initiative.THEM))
        for answer in (self.mine, self.theirs):
            answer.installEventFilter(self)

    def _lay_out(self, compact: bool) -> None:
        px = self.theme.px
        answers = QHBoxLayout()
        answers.setSpacing(px(8))
        answers.addWidget(self.theirs)
        answers.addWidget(self.mine)
        outer: QHBoxLayout | QVBoxLayout
        outer = QHBoxLayout(self) if compact else QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(px(8))
        frame = FieldFrame(self.theme, 34 if compact else 40)
        frame.setMinimumWidth(px(96))
        frame.watch(self.line)
        inside = QHBoxLayout(frame)
        inside.setContentsMargins(px(12), 0, px(12), 0)
        inside.addWidget(self.line)
        outer.addWidget(frame, 1 if compact else 0)
        outer.addLayout(answers)

    def ask(self, person: str, line: str = "") -> None:
        """Begin: `person` is how a sentence calls them (`Wording.address`); `line` was typed
        before and could not be kept.
        """
        self._asking = True
        self.line.setText(line)
        self.setAccessibleName(self.tr("Reconnected with {who}").format(who=person))
        self.mine.setAccessibleDescription(self.tr("You wrote or called first"))
        self.theirs.setAccessibleDescription(
            self.tr("{who} wrote or called first").format(who=person)
        )
        self.show()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """On the two answers arrow keys answer; Qt's own buttons would move the focus."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        key = Qt.Key(event.key())
        if key in _SIDES:
            side = _SIDES[key]
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            side = Initiative.THEM if watched is self.theirs else Initiative.ME
        else:
            if key == Qt.Key.Key_Escape:
                self._cancel()
            return key == Qt.Key.Key_Escape
        if not event.isAutoRepeat():
            self._choose(side)
        return True

    def _tell(self, words: str) -> None:
        if self._asking:
            self.edited.emit(words)

    def _to_answers(self) -> None:
        self.mine.setFocus(Qt.FocusReason.TabFocusReason)

    def _choose(self, initiative: Initiative) -> None:
        if self._asking and not refused(self):
            self._asking = False
            self.chosen.emit(initiative, self.line.text().strip())

    def _cancel(self) -> None:
        if self._asking:
            self._asking = False
            self.cancelled.emit()
