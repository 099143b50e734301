"""Step one: language and passphrase."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from app.ui.first_run.step import Step
from app.ui.look import focus
from app.ui.look.theme import Theme
from app.ui.passphrase import NewPassphrase
from app.ui.plain import Label
from app.ui.widgets.button import Button
from app.ui.widgets.choice import CheckBox, Segments


@dataclass(slots=True)
class LockDraft:
    """What was typed and chosen in this step; lives through a change of language."""

    passphrase: str = ""
    shown: bool = False
    keyring: bool = True
    keyring_here: bool | None = None


class LockStep(Step):
    """The passphrase is shown or hidden as the person likes; typing it twice is not asked."""

    language_chosen = Signal(str)
    done = Signal()
    backup_wanted = Signal()

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
        self.passphrase = NewPassphrase(
            theme, name=self.tr("Passphrase"), text=draft.passphrase, shown=draft.shown
        )
        self.field = self.passphrase.field
        self.passphrase.changed.connect(self._typed)
        self.passphrase.submitted.connect(self._enter)
        self.passphrase.show_words.toggled.connect(self._shown)
        self.body.addWidget(self.passphrase)
        self.keyring = CheckBox(theme, self.tr("Open without asking on this computer"))
        self.keyring.toggled.connect(self._keyring_chosen)
        self._keyring_words = Label(theme, "", role="small", color="ink2", wrap=True)
        self.body.addWidget(self.keyring)
        self.body.addWidget(self._keyring_words)
        self.body.addStretch(1)
        self.gap(8)
        self.button = Button(theme, self.tr("Next"), kind="primary")
        self.button.clicked.connect(self._enter)
        self.backup = Button(theme, self.tr("I have a backup…"), kind="link")
        self.backup.clicked.connect(self.backup_wanted)
        row = QHBoxLayout()
        row.addWidget(self.button)
        row.addStretch(1)
        row.addWidget(self.backup)
        self.body.addLayout(row)
        self.tell_keyring(draft.keyring_here)
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
        for part in (self.language, self.passphrase, self.backup):
            part.setEnabled(not on)
        self.keyring.setEnabled(not on and bool(self._draft.keyring_here))

    def _typed(self, passphrase: str) -> None:
        self._draft.passphrase = passphrase

    def _shown(self, on: bool) -> None:
        self._draft.shown = on

    def _keyring_chosen(self, on: bool) -> None:
        self._draft.keyring = on

    def _enter(self) -> None:
        if self.passphrase.is_long_enough():
            self.done.emit()
