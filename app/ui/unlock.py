"""The locked window: logo, one field, and the ways in. Nothing of anybody is here."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from app.domain.errors import ExpectedError
from app.store.errors import (
    KeyringError,
    KeyringTrouble,
    NoPassphraseSlotError,
    RecoveryKeyTypoError,
    WrongPassphraseError,
    WrongRecoveryKeyError,
)
from app.ui import shortcuts
from app.ui.background import Background, Reply
from app.ui.look import focus
from app.ui.look.theme import Theme
from app.ui.plain import Label
from app.ui.widgets.button import Button
from app.ui.widgets.choice import CheckBox
from app.ui.widgets.field import LineField
from app.ui.widgets.marks import Logo
from app.ui.widgets.notice import Notice
from app.ui.words.notices import Notices

WIDTH = 360
_ABOUT_THE_FIELD = (
    WrongPassphraseError,
    WrongRecoveryKeyError,
    RecoveryKeyTypoError,
    NoPassphraseSlotError,
)

OpenBy = Callable[[str | None, str | None], object]
"""Open with a passphrase, else a recovery key. Called off the UI thread."""


class Unlock(QWidget):
    """The passphrase can be typed while the keyring is being asked; the first to open opens."""

    opened = Signal(object)
    """What `open_by` answered."""
    refused = Signal(object)
    """An `ExpectedError` that is not about what was typed; it is said here as well."""
    quit_wanted = Signal()

    def __init__(
        self,
        background: Background,
        theme: Theme,
        open_by: OpenBy,
        *,
        asking: Reply[Any] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`asking`: the keyring, if it is being asked (not after the person locked the window)."""
        super().__init__(parent)
        self.setObjectName("page")
        self._background = background
        self._theme = theme
        self._open_by = open_by
        self._recovery = False
        self._shown = False
        self._open = False
        self._busy = False
        self._asking_keyring = asking is not None
        self._error: ExpectedError | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._build("")
        theme.measures_changed.connect(self._rebuild)
        shortcuts.bind(self, {"Ctrl+Q": self.quit_wanted.emit})
        if asking is not None:
            asking.then(self._was_opened, self.not_by_itself)

    def show_error(self, error: ExpectedError) -> None:
        """Say why the data cannot be used (also of what happens after the key was found)."""
        self._open = False
        self._error = error
        self._set_busy(False)
        self._tell()
        self._field.setFocus()

    # building

    def _build(self, typed: str) -> None:
        theme, px = self._theme, self._theme.px
        middle = Qt.AlignmentFlag.AlignHCenter
        self._place = QWidget()
        inner = QWidget()
        inner.setFixedWidth(px(WIDTH))
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        column.addWidget(Logo(theme, width=120), 0, middle)
        column.addSpacing(px(20))
        self._field = self._make_field(typed)
        column.addWidget(self._field)
        row = QHBoxLayout()
        row.setSpacing(px(8))
        self._button = Button(theme, self.tr("Open"), kind="primary", size="large")
        self._button.clicked.connect(self._try)
        self._show_words = CheckBox(theme, self.tr("Show"), on=self._shown)
        self._show_words.toggled.connect(self._show_typed)
        if self._recovery:
            self._show_words.hide()
        row.addWidget(self._button)
        row.addStretch(1)
        row.addWidget(self._show_words)
        column.addLayout(row)
        self._keyring_words = Label(theme, "", role="small", color="ink2", wrap=True)
        column.addWidget(self._keyring_words)
        self._messages = QVBoxLayout()
        column.addLayout(self._messages)
        column.addSpacing(px(8))
        column.addLayout(self._ways())
        outer = QVBoxLayout(self._place)
        outer.addStretch(2)
        # In a row, not by alignment: else the height is counted for lines as wide as the window.
        centred = QHBoxLayout()
        centred.addStretch(1)
        centred.addWidget(inner)
        centred.addStretch(1)
        outer.addLayout(centred)
        outer.addStretch(3)
        self._column.addWidget(self._place)
        focus.lead(self, self._field)
        self._tell()

    def _make_field(self, typed: str) -> LineField:
        recovery = self._recovery
        name = self.tr("Recovery key") if recovery else self.tr("Passphrase")
        field = LineField(
            self._theme,
            name=name,
            hint=name,
            icon="key" if recovery else "lock",
            height=44,
            secret=not recovery and not self._shown,
        )
        if recovery:
            field.edit.setFont(self._theme.font("mono"))
        field.edit.setMaxLength(4096)
        field.set_text(typed)
        field.submitted.connect(self._try)
        field.changed.connect(self._typed)
        field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        return field

    def _ways(self) -> QHBoxLayout:
        other = self.tr("Use the passphrase") if self._recovery else self.tr("Use the recovery key")
        self._other = Button(self._theme, other, kind="link")
        self._other.clicked.connect(self._change_way)
        leave = Button(self._theme, self.tr("Quit"), kind="link")
        leave.clicked.connect(self.quit_wanted)
        row = QHBoxLayout()
        row.addWidget(self._other)
        row.addStretch(1)
        row.addWidget(leave)
        return row

    def _rebuild(self, typed: str | None = None) -> None:
        """Language, sizes or the way in changed."""
        kept = self._field.text() if typed is None else typed
        old = self._place
        self._column.removeWidget(old)
        old.hide()
        old.setParent(None)
        old.deleteLater()
        self._build(kept)
        self._set_busy(self._busy)
        self._field.setFocus()

    # trying

    def _change_way(self) -> None:
        self._recovery = not self._recovery
        self._error = None
        self._rebuild("")

    def _typed(self, _text: str) -> None:
        if isinstance(self._error, _ABOUT_THE_FIELD):
            self._error = None
            self._tell()

    def _show_typed(self, on: bool) -> None:
        self._shown = on
        mode = QLineEdit.EchoMode
        self._field.edit.setEchoMode(mode.Normal if on else mode.Password)

    def _try(self) -> None:
        typed = self._field.text()
        if self._busy or self._open or not typed:
            self._field.setFocus()
            return
        self._error = None
        self._tell()
        self._set_busy(True)
        passphrase, recovery = (None, typed) if self._recovery else (typed, None)
        open_by = self._open_by
        self._background.run(lambda _task: open_by(passphrase, recovery)).then(
            self._was_opened, self._failed
        )

    def _was_opened(self, found: object) -> None:
        if self._open:
            return
        self._open = True
        self._asking_keyring = False
        self._busy = False
        self._field.edit.clear()
        self.opened.emit(found)

    def _failed(self, error: ExpectedError) -> None:
        if self._open:
            return
        self._set_busy(False)
        self._error = error
        self._tell()
        self._field.setFocus()
        self._field.edit.selectAll()
        if not isinstance(error, _ABOUT_THE_FIELD):
            self.refused.emit(error)

    def not_by_itself(self, error: ExpectedError) -> None:
        """The keyring could not open it: said, unless it was never to."""
        self._asking_keyring = False
        if self._open:
            return
        ordinary = isinstance(error, KeyringError) and error.trouble is KeyringTrouble.NO_SLOT
        if not ordinary and self._error is None:
            self._error = error
        self._tell()
        self.refused.emit(error)

    # saying

    def _set_busy(self, on: bool) -> None:
        self._busy = on
        self._button.set_busy(self.tr("Opening…") if on else "")
        self._field.edit.setReadOnly(on)
        self._other.setEnabled(not on)

    def _tell(self) -> None:
        """The present error: at the field where it is about what was typed, else below."""
        while (item := self._messages.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        asking = self._asking_keyring and self._error is None
        self._keyring_words.setText(
            self.tr("Asking the keyring of this computer…") if asking else ""
        )
        self._keyring_words.setVisible(asking)
        error = self._error
        if error is None:
            self._field.set_error("")
            return
        notice = Notices(self).error(error)
        if isinstance(error, _ABOUT_THE_FIELD):
            self._field.set_error(f"{notice.title}. {notice.words}".strip())
        else:
            self._field.set_error("")
            icon = "key" if isinstance(error, KeyringError) else "warn"
            self._messages.addWidget(Notice(self._theme, notice.title, notice.words, icon=icon))
