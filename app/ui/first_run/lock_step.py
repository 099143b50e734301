"""Step one: language and passphrase."""

import itertools
import unicodedata
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from app.ui.first_run.step import Step
from app.ui.look import focus
from app.ui.look.theme import Theme
from app.ui.plain import Label
from app.ui.widgets.button import Button
from app.ui.widgets.choice import CheckBox, Segments
from app.ui.widgets.field import LineField

SHORTEST = 12
_GOOD = 18
_FEWEST_DIFFERENT = 6


@dataclass(slots=True)
class LockDraft:
    """What was typed and chosen in this step; lives through a change of language."""

    passphrase: str = ""
    shown: bool = False
    keyring: bool = True
    keyring_here: bool | None = None


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


class LockStep(Step):
    """The passphrase is shown or hidden as the person likes; typing it twice is not asked."""

    language_chosen = Signal(str)
    done = Signal()

    def __init__(self, theme: Theme, draft: LockDraft, *, locked: bool = False) -> None:
        self._draft = draft
        super().__init__(theme, "", "")
        title = self.tr("Set your language and a key")
        self._heading.setText(title)
        self.setAccessibleName(title)
        self.say(self.tr("Enishi keeps what people told you. So it is locked from the start."))
        if locked:
            self.done_with(self.tr("Locked. Only your passphrase opens it."))
        else:
            self._build()

    def _build(self) -> None:
        theme, draft = self.theme, self._draft
        self.label(self.tr("Language"))
        self.language = Segments(
            theme,
            [("ja", "日本語"), ("en", "English")],
            theme.language,
            name=self.tr("Language"),
            height=38,
        )
        self.language.chosen.connect(self.language_chosen)
        self.body.addWidget(self.language)
        self.gap(8)
        self.label(self.tr("Passphrase"))
        self.field = LineField(
            theme,
            name=self.tr("Passphrase"),
            hint=self.tr("12 characters or more"),
            icon="lock",
            secret=not draft.shown,
        )
        self.field.set_text(draft.passphrase)
        self.field.changed.connect(self._typed)
        self.field.submitted.connect(self._enter)
        self.body.addWidget(self.field)
        self._strength = Label(theme, "", role="small", color="ink2", wrap=True)
        self.show_words = CheckBox(theme, self.tr("Show"), on=draft.shown)
        self.show_words.toggled.connect(self._show_words)
        row = QHBoxLayout()
        row.addWidget(self._strength, 1)
        row.addWidget(self.show_words, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(row)
        self.keyring = CheckBox(theme, self.tr("Open without asking on this computer"))
        self.keyring.toggled.connect(self._keyring_chosen)
        self._keyring_words = Label(theme, "", role="small", color="ink2", wrap=True)
        self.body.addWidget(self.keyring)
        self.body.addWidget(self._keyring_words)
        self.body.addStretch(1)
        self.gap(8)
        self.button = Button(theme, self.tr("Next"), kind="primary")
        self.button.clicked.connect(self._enter)
        self.body.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.tell_keyring(draft.keyring_here)
        self._typed(draft.passphrase)
        focus.lead(self, self.field)

    def tell_keyring(self, here: bool | None) -> None:
        """Whether this computer has a keyring; None while it is being looked for."""
        self._draft.keyring_here = here
        self.keyring.setEnabled(bool(here))
        blocked = self.keyring.blockSignals(True)
        self.keyring.setChecked(bool(here) and self._draft.keyring)
        self.keyring.blockSignals(blocked)
        self._keyring_words.setText(
            {
                None: self.tr("Looking for the keyring of this computer…"),
                True: self.tr("The keyring of this computer keeps a key of its own."),
                False: self.tr("There is no keyring here: the passphrase opens it each time."),
            }[here]
        )

    def uses_keyring(self) -> bool:
        return self.keyring.isEnabled() and self.keyring.isChecked()

    def set_busy(self, on: bool) -> None:
        """The vault is being made."""
        self.button.set_busy(self.tr("Locking…") if on else "")
        for part in (self.language, self.field, self.show_words):
            part.setEnabled(not on)
        self.keyring.setEnabled(not on and bool(self._draft.keyring_here))

    def _typed(self, passphrase: str) -> None:
        self._draft.passphrase = passphrase
        self.field.set_error("")
        self._strength.setText(self._judged(passphrase))

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
        self._draft.shown = on
        mode = QLineEdit.EchoMode
        self.field.edit.setEchoMode(mode.Normal if on else mode.Password)

    def _keyring_chosen(self, on: bool) -> None:
        self._draft.keyring = on

    def _enter(self) -> None:
        if characters(self._draft.passphrase) < SHORTEST:
            self.field.set_error(self.tr("Please use 12 characters or more."))
            self.field.setFocus()
            return
        self.done.emit()
