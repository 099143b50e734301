"""The index beside the list: あ to わ, A, # in Japanese, A to Z and # in English."""

import math

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.names import OTHER_SECTION
from app.ui.look import fonts, paint, text
from app.ui.look.theme import Theme

JAPANESE = (*"あかさたなはまやらわ", "A", OTHER_SECTION)
LATIN = (*"ABCDEFGHIJKLMNOPQRSTUVWXYZ", OTHER_SECTION)

_EDGE = 8
_LINE = 19.2


def letters_of(language: str) -> tuple[str, ...]:
    """The letters of the index."""
    return JAPANESE if language == "ja" else LATIN


def letter_for(section: str, language: str) -> str:
    """The letter under which a section stands: in Japanese, A stands for all Latin letters."""
    letters = letters_of(language)
    if section in letters:
        return section
    return "A" if section.isascii() and section.isalpha() else OTHER_SECTION


class LetterIndex(QWidget):
    """Press or drag to jump. The keyboard jumps by typing in the list, so it takes no focus."""

    jumped = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._current = ""
        self._pressed = ""
        self._hovered = ""
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Index by reading"))
        theme.changed.connect(self.restyle)
        self.restyle()

    def restyle(self) -> None:
        self.setFixedWidth(self._theme.px(20))
        self.update()

    def set_current(self, section: str) -> None:
        """The section that the list stands in."""
        letter = letter_for(section, self._theme.language) if section else ""
        if letter != self._current:
            self._current = letter
            self.update()

    def letter_at(self, y: float) -> str:
        """The letter at a height; the nearest beyond both ends."""
        letters = letters_of(self._theme.language)
        at = int(y * len(letters) / max(1, self.height()))
        return letters[max(0, min(len(letters) - 1, at))]

    def middle_of(self, letter: str) -> float:
        """The middle of a letter, from the top."""
        px, at = self._theme.px, letters_of(self._theme.language).index(letter)
        return px(_EDGE) + at * self._step() + px(_LINE) / 2

    def _step(self) -> float:
        """From one letter to the next."""
        px, letters = self._theme.px, letters_of(self._theme.language)
        return (self.height() - 2 * px(_EDGE) - px(_LINE)) / (len(letters) - 1)

    def painted(self) -> list[str]:
        """The letters that have room: all, or every second, third…, and always the current one,
        which takes the room of those beside it.
        """
        letters = letters_of(self._theme.language)
        every = max(1, math.ceil(self._line() / max(1.0, self._step())))
        now = letters.index(self._current) if self._current in letters else -every
        return [
            letter
            for at, letter in enumerate(letters)
            if at == now or (at % every == 0 and (now < 0 or abs(at - now) >= every))
        ]

    def _role(self) -> str:
        return "small" if self._theme.language == "ja" else "furigana"

    def _line(self) -> float:
        """How high a letter is with a little air, without the room for descenders of a text."""
        return 0.9 * self._theme.line(self._role())

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        paint.begin(p)
        theme = self._theme
        role = self._role()
        line = theme.line(role)
        for letter in self.painted():
            now = letter == self._current
            tone = "shu" if now else "ink" if letter == self._hovered else "ink3"
            top = self.middle_of(letter) - line / 2
            base = top + fonts.baseline(theme.font(role, bold=now), line)
            text.line_at(
                p, theme, 0, base, letter, role=role, color=tone, bold=now,
                room=self.width(), align="center",
            )  # fmt: skip

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = ""
            self._jump(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._jump(event)
        hovered = self.letter_at(event.position().y())
        if hovered != self._hovered:
            self._hovered = hovered
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pressed = ""

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = ""
        self.update()

    def _jump(self, event: QMouseEvent) -> None:
        letter = self.letter_at(event.position().y())
        if letter != self._pressed:
            self._pressed = letter
            self.jumped.emit(letter)
