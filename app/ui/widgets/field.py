"""Text fields: one line with icon, key cap, hint and error; search; several lines."""

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPalette,
)
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.ui.look import paint
from app.ui.look.theme import Theme
from app.ui.plain import Label
from app.ui.widgets.marks import IconMark, KeyCap

_NO_BAR = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def leaves_undo(event: QEvent, *, has_own: bool) -> bool:
    """Whether Ctrl+Z is for the window: in a text in which nothing was typed it takes back what
    was done last.
    """
    undo = isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Undo)
    return event.type() == QEvent.Type.ShortcutOverride and undo and not has_own


class LineEdit(QLineEdit):
    """A line that knows when an input method is composing, and leaves Enter to it then."""

    submitted = Signal(str)
    """Enter was pressed, and not to accept a conversion."""
    left = Signal()
    """Focus went away."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._composing = False
        self._set = False
        self.setProperty("bare", True)
        self.setFrame(False)
        self.setTextMargins(-2, 0, 0, 0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self.restyle)
        self.restyle()

    @property
    def composing(self) -> bool:
        """Whether an input method holds text that is not yet entered."""
        return self._composing

    def set_text(self, words: str) -> None:
        """What stands here is seen from its beginning; whoever comes to it goes on at its end."""
        self.setText(words)
        if not self.hasFocus():
            self.home(False)
            self._set = True

    def restyle(self) -> None:
        self.setFont(self.theme.font("ui"))

    def event(self, event: QEvent) -> bool:
        if leaves_undo(event, has_own=self.isUndoAvailable()):
            event.ignore()
            return False
        return super().event(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        clicked = event.reason() == Qt.FocusReason.MouseFocusReason
        if self._set and not clicked and not self.hasSelectedText():
            self.end(False)
        self._set = False

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._composing = False
        super().focusOutEvent(event)
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            if self._composing:
                event.accept()
                return
            super().keyPressEvent(event)
            self.submitted.emit(self.text())
            event.accept()
            return
        super().keyPressEvent(event)


class FieldFrame(QFrame):
    """The frame of an input: 1 px at rest, 2 px indigo when the input inside has focus."""

    def __init__(
        self, theme: Theme, height: int | None = 36, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self._height = height
        self._bad = False
        self._watched: QWidget | None = None
        tall = QSizePolicy.Policy.Expanding if height is None else QSizePolicy.Policy.Fixed
        self.setSizePolicy(QSizePolicy.Policy.Expanding, tall)
        theme.changed.connect(self.restyle)
        self.restyle()

    def watch(self, edit: QWidget) -> None:
        """Show the focus of this input as the frame's own."""
        self._watched = edit
        edit.installEventFilter(self)
        self.setFocusProxy(edit)

    def set_bad(self, on: bool) -> None:
        self._bad = on
        self.update()

    def restyle(self) -> None:
        if self._height is not None:
            self.setFixedHeight(self.theme.px(self._height))
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut, QEvent.Type.EnabledChange):
            self.update()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        theme = self.theme
        focused = self._watched is not None and self._watched.hasFocus()
        on = self._watched is None or self._watched.isEnabled()
        edge = "shu" if self._bad else "ai" if focused else "line2" if on else "line"
        fill = theme.c("card" if on else "sunk")
        box = QRectF(self.rect())
        paint.rounded(p, box, theme.px(8), fill, theme.c(edge), 2 if focused else 1)


class LineField(QWidget):
    """One line of text in a frame, with an icon, a key cap, and a sentence when it is wrong."""

    changed = Signal(str)
    submitted = Signal(str)
    left = Signal()

    def __init__(
        self,
        theme: Theme,
        *,
        name: str,
        hint: str = "",
        icon: str = "",
        key: str = "",
        height: int = 36,
        secret: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`name` is what the screen reader calls the field, `hint` stands in it while empty."""
        super().__init__(parent)
        self.theme = theme
        self.frame = FieldFrame(theme, height)
        self.edit = LineEdit(theme)
        self.edit.setAccessibleName(name)
        self.edit.setPlaceholderText(hint)
        self.edit.setClearButtonEnabled(False)
        if secret:
            self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.frame.watch(self.edit)
        self._icon = IconMark(theme, icon, color="ink2") if icon else None
        self._warn = IconMark(theme, "warn", color="shu")
        self._cap = KeyCap(theme, key) if key else None
        self._tight = height < 36
        self._error = Label(theme, "", role="small", color="shu", wrap=True)
        self._row = QHBoxLayout(self.frame)
        for part in (self._icon, self.edit, self._warn, self._cap):
            if part is not None:
                self._row.addWidget(part)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.frame)
        self._column.addWidget(self._error)
        self._warn.hide()
        self._error.hide()
        self.setFocusProxy(self.edit)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.edit.textChanged.connect(self.changed)
        self.edit.submitted.connect(self.submitted)
        self.edit.left.connect(self.left)
        theme.changed.connect(self.restyle)
        self.restyle()

    def restyle(self) -> None:
        px = self.theme.px
        side = px(12 if self._tight else 13)
        self._row.setContentsMargins(side, px(2), px(9) if self._tight else side, px(2))
        self._row.setSpacing(px(8))
        self._column.setSpacing(px(4))

    def text(self) -> str:
        return self.edit.text()

    def set_text(self, words: str) -> None:
        self.edit.set_text(words)

    def set_hint(self, hint: str) -> None:
        self.edit.setPlaceholderText(hint)

    def set_error(self, sentence: str) -> None:
        """Mark the value as wrong and say why below; an empty sentence takes that back."""
        self.frame.set_bad(bool(sentence))
        self._warn.setVisible(bool(sentence))
        self._error.setText(sentence)
        self._error.setVisible(bool(sentence))
        # A fixed height is that of one line; the sentence may take more.
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Expanding, policy.Minimum if sentence else policy.Fixed)
        self.edit.setAccessibleDescription(sentence)

    def add(self, widget: QWidget) -> None:
        """Put something at the right end inside the frame (a chip, a small button)."""
        self._row.insertWidget(self._row.indexOf(self._warn), widget)


class SearchField(LineField):
    """The field of a search: magnifying glass, key cap; Esc clears, then lets go."""

    def __init__(
        self,
        theme: Theme,
        *,
        name: str,
        hint: str = "",
        key: str = "",
        height: int = 36,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            theme, name=name, hint=hint, icon="search", key=key, height=height, parent=parent
        )
        self.edit.installEventFilter(self)
        self.edit.setInputMethodHints(Qt.InputMethodHint.ImhNoAutoUppercase)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            watched is self.edit
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Escape
            and self.edit.text()
            and not self.edit.composing
        ):
            self.edit.clear()
            return True
        return super().eventFilter(watched, event)


class _PlainEdit(QPlainTextEdit):
    """Several lines of plain text; Ctrl+Enter submits, Enter is a new line. While an input method
    is composing both are its own.
    """

    submitted = Signal()
    left = Signal()

    def __init__(self, theme: Theme, role: str) -> None:
        super().__init__()
        self.theme = theme
        self._role = role
        self._composing = False
        self.setProperty("bare", True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.viewport().setAutoFillBackground(False)
        theme.changed.connect(self.restyle)
        self.restyle()

    def restyle(self) -> None:
        self.setFont(self.theme.font(self._role))
        shown = self.palette()
        shown.setColor(QPalette.ColorRole.PlaceholderText, self.theme.c("ink3"))
        self.setPalette(shown)

    @property
    def composing(self) -> bool:
        """Whether an input method holds text that is not yet entered."""
        return self._composing

    def event(self, event: QEvent) -> bool:
        if leaves_undo(event, has_own=self.document().isUndoAvailable()):
            event.ignore()
            return False
        return super().event(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._composing = False
        super().focusOutEvent(event)
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and self._composing:
            event.accept()
            return
        held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in _ENTER and held:
            self.submitted.emit()
            return
        super().keyPressEvent(event)


class TextArea(FieldFrame):
    """Several lines of plain text in a frame; Tab leaves it, Ctrl+Enter submits."""

    changed = Signal()
    submitted = Signal()
    left = Signal()

    def __init__(
        self,
        theme: Theme,
        *,
        name: str,
        hint: str = "",
        lines: int = 3,
        role: str = "body",
        parent: QWidget | None = None,
    ) -> None:
        self._lines = lines
        self._role = role
        super().__init__(theme, None, parent)
        self.edit = _PlainEdit(theme, role)
        self.edit.setAccessibleName(name)
        self.edit.setPlaceholderText(hint)
        self.watch(self.edit)
        self._inside = QVBoxLayout(self)
        self._inside.addWidget(self.edit)
        self.edit.textChanged.connect(self.changed)
        self.edit.submitted.connect(self.submitted)
        self.edit.left.connect(self.left)
        theme.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        px = self.theme.px
        self._inside.setContentsMargins(px(9), px(6), px(4), px(6))
        self.updateGeometry()

    def text(self) -> str:
        return self.edit.toPlainText()

    def set_text(self, words: str) -> None:
        document = self.edit.document()
        untouched = not (document.isUndoAvailable() or document.isRedoAvailable())
        if words or not untouched or not document.isEmpty():  # laying out text takes a while
            self.edit.setPlainText(words)

    def sizeHint(self) -> QSize:
        high = self._lines * self.theme.line(self._role) + 2 * self.theme.px(7)
        return QSize(self.theme.px(280), high)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(120), self.sizeHint().height())


class GrowingArea(TextArea):
    """As high as its text, between two bounds of lines; then it scrolls."""

    def __init__(
        self, theme: Theme, *, name: str, hint: str = "", lines: int = 2, most: int = 5
    ) -> None:
        self._most = most
        super().__init__(theme, name=name, hint=hint, lines=lines)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        sizes = self.edit.document().documentLayout()
        sizes.documentSizeChanged.connect(lambda _size: self._grow())
        self.edit.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _fit(self) -> None:
        px = self.theme.px
        self._inside.setContentsMargins(px(9), px(9), px(9), px(9))
        self.updateGeometry()

    def _grow(self) -> None:
        over = self.edit.document().size().height() > self._most
        wanted = Qt.ScrollBarPolicy.ScrollBarAsNeeded if over else _NO_BAR
        if self.edit.verticalScrollBarPolicy() is not wanted:
            self.edit.setVerticalScrollBarPolicy(wanted)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        lines = min(self._most, max(self._lines, round(self.edit.document().size().height())))
        return QSize(self.theme.px(280), lines * self.theme.line(self._role) + self.theme.px(24))
