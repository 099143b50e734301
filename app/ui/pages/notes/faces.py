"""By what to know a person again: short words as chips, one more behind the plus."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.folding import fold
from app.ui import plain
from app.ui.look import text
from app.ui.look.theme import Theme
from app.ui.plain import Label
from app.ui.widgets.chip import Chip, ChipRow
from app.ui.widgets.field import LineField


class FaceChips(QWidget):
    """Chips that a press takes out, and a plus that opens a line for another."""

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._faces: tuple[str, ...] = ()
        name = self.tr("What to know them by")
        self._chips = ChipRow(theme)
        self.field = LineField(
            theme, name=name, hint=self.tr("short hair, an indigo apron…"), height=34
        )
        self.field.setMaximumWidth(theme.px(240))
        self.field.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(Label(theme, name, role="small", color="ink3"))
        column.addWidget(self._chips)
        column.addWidget(self.field)
        self.field.submitted.connect(self._submit)
        self.field.left.connect(self._left)
        self.plus: Chip | None = None
        self._build()

    def faces(self) -> tuple[str, ...]:
        """The words, with what stands in the open line."""
        typed = self.field.text().strip()
        return (*self._faces, typed) if typed else self._faces

    def set_faces(self, faces: tuple[str, ...]) -> None:
        """Show these; an open line is closed."""
        self._close()
        if faces != self._faces:
            self._faces = faces
            self._build()

    def renew(self, faces: tuple[str, ...]) -> None:
        """Show these while an open line stays as it is."""
        typed = self.field.text().strip()
        shown = faces[:-1] if typed and faces[-1:] == (typed,) else faces
        if shown != self._faces:
            self._faces = shown
            self._build()

    def begin(self) -> None:
        """Open the line for one more."""
        self.field.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        self._chips.clear()
        for face in self._faces:
            chip = Chip(self._theme, text.single(face))
            chip.setAccessibleDescription(self.tr("Press to take it out"))
            plain.set_tooltip(chip, self.tr("Press to take it out"))
            chip.clicked.connect(partial(self._take_out, face))
            self._chips.add(chip)
        self.plus = Chip(self._theme, "+")
        self.plus.setAccessibleName(self.tr("Add what to know them by"))
        self.plus.clicked.connect(self.begin)
        self._chips.add(self.plus)

    def _take_out(self, face: str) -> None:
        self._faces = tuple(f for f in self._faces if f != face)
        self._build()
        if self.plus is not None:
            self.plus.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _submit(self, typed: str) -> None:
        """Enter takes the word and waits for the next; with nothing typed it closes."""
        if self._take(typed):
            self.changed.emit()
        else:
            self._close()
            if self.plus is not None:
                self.plus.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take(self, typed: str) -> bool:
        word = " ".join(typed.split())
        if not word:
            return False
        self.field.set_text("")
        if fold(word) not in {fold(face) for face in self._faces}:
            self._faces = (*self._faces, word)
            self._build()
        return True

    def _left(self) -> None:
        if self._take(self.field.text()):
            self.changed.emit()
        self.field.hide()

    def _close(self) -> None:
        self.field.set_text("")
        self.field.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.field.isVisible():
            self._close()
            if self.plus is not None:
                self.plus.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        super().keyPressEvent(event)
