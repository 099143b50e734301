"""The index beside the list: あ to わ, A, # in Japanese, A to Z and # in English."""

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
        letters, px = letters_of(self._theme.language), self._theme.px
        step = (self.height() - 2 * px(_EDGE) - px(_LINE)) / (len(letters) - 1)
        return px(_EDGE) + letters.index(letter) * step + px(_LINE) / 2

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        paint.begin(p)
        theme = self._theme
        letters = letters_of(theme.language)
        latin = theme.language != "ja"
        role = "furigana" if latin else "small"
        line = theme.line(role)
        crowded = self.height() / len(letters) < line
        for at, letter in enumerate(letters):
            now = letter == self._current
            # Where only every second has room, the current one takes that of its neighbours.
            aside = self._current in (*letters[max(0, at - 1) : at], *letters[at + 1 : at + 2])
            if crowded and not now and (at % 2 or aside):
                continue
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
