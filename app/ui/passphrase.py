"""A new passphrase: typed once, seen if the person likes, and judged in calm words."""

import itertools
import unicodedata

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.ui.look.theme import Theme
from app.ui.plain import Label
from app.ui.widgets.choice import CheckBox
from app.ui.widgets.field import LineField

SHORTEST = 12
LONGEST = 4096
_GOOD = 18
_FEWEST_DIFFERENT = 6


def characters(passphrase: str) -> int:
    """How many characters a person would count."""
    return len(unicodedata.normalize("NFC", passphrase))


def is_guessable(passphrase: str) -> bool:
    """Whether it is one short thing again and again, or a row of the keyboard or the alphabet."""
    small = unicodedata.normalize("NFC", passphrase).casefold()
    if len(set(small)) < _FEWEST_DIFFERENT:
        return True
    steps = [ord(b) - ord(a) for a, b in itertools.pairwise(small)]
    if steps and max(steps.count(1), steps.count(-1)) > len(steps) * 2 // 3:
        return True
    rows = ("qwertyuiop", "asdfghjkl", "zxcvbnm", "password", "passphrase", "合言葉")
    left = small
    for row in rows:
        left = left.replace(row, "")
    return len(left) < len(small) // 3


class NewPassphrase(QWidget):
    """The field, a box to see what is typed, and how good it is."""

    changed = Signal(str)
    submitted = Signal()

    def __init__(self, theme: Theme, *, name: str, text: str = "", shown: bool = False) -> None:
        super().__init__()
        hint = self.tr("12 characters or more")
        self.field = LineField(theme, name=name, hint=hint, icon="lock", secret=not shown)
        self.field.edit.setMaxLength(LONGEST)
        self.field.set_text(text)
        self._strength = Label(theme, "", role="small", color="ink2", wrap=True)
        self.show_words = CheckBox(theme, self.tr("Show"), on=shown)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        column.addWidget(self.field)
        row = QHBoxLayout()
        row.addWidget(self._strength, 1)
        row.addWidget(self.show_words, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
        self.setFocusProxy(self.field)
        self.field.changed.connect(self._typed)
        self.field.submitted.connect(self.submitted)
        self.show_words.toggled.connect(self._show_words)
        self._strength.setText(self._judged(text))

    def text(self) -> str:
        """What was typed."""
        return self.field.text()

    def is_long_enough(self) -> bool:
        """Whether it may be used; if not, the field says why and takes the focus."""
        if characters(self.text()) >= SHORTEST:
            return True
        self.field.set_error(self.tr("Please use 12 characters or more."))
        self.field.setFocus()
        return False

    def _typed(self, passphrase: str) -> None:
        self.field.set_error("")
        self._strength.setText(self._judged(passphrase))
        self.changed.emit(passphrase)

    def _judged(self, passphrase: str) -> str:
        if not passphrase:
            return self.tr("A few words you will remember are best.")
        if characters(passphrase) < SHORTEST:
            missing = SHORTEST - characters(passphrase)
            return self.tr("%n more character(s)", "", missing)
        if is_guessable(passphrase):
            return self.tr("Easy to guess. Other words would be safer.")
        if characters(passphrase) < _GOOD:
            return self.tr("Good. A little longer is better still.")
        return self.tr("A good passphrase.")

    def _show_words(self, on: bool) -> None:
        mode = QLineEdit.EchoMode
        self.field.edit.setEchoMode(mode.Normal if on else mode.Password)
