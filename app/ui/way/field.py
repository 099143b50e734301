"""How a person shows that the data is theirs: the passphrase, or the recovery key."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.errors import ExpectedError
from app.store import errors
from app.ui.look.theme import Theme
from app.ui.passphrase import LONGEST
from app.ui.widgets.button import Button
from app.ui.widgets.field import LineField
from app.ui.words.notices import Notices

if TYPE_CHECKING:
    from app.store.slots import Way

_ABOUT_THE_FIELD = (
    errors.WrongPassphraseError,
    errors.WrongRecoveryKeyError,
    errors.RecoveryKeyTypoError,
    errors.NoPassphraseSlotError,
)


class WayField(QWidget):
    """One field, and a link that makes it ask for the other."""

    submitted = Signal()
    resized = Signal()
    """It may need another height."""

    def __init__(self, theme: Theme, *, recovery: bool = False, either: bool = True) -> None:
        super().__init__()
        self._theme = theme
        self._recovery = recovery
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(10))
        self.field = self._make_field()
        self._column.addWidget(self.field)
        self.setFocusProxy(self.field)
        if either:
            self.other = Button(theme, self._other_words(), kind="link")
            self.other.clicked.connect(self.change_way)
            row = QHBoxLayout()
            row.addWidget(self.other)
            row.addStretch(1)
            self._column.addLayout(row)

    def way(self) -> "Way":
        """What was typed; empty where nothing was."""
        typed = self.field.text()
        if not typed:
            return {}
        return {"recovery_key": typed} if self._recovery else {"passphrase": typed}

    def change_way(self) -> None:
        """Ask for the recovery key instead of the passphrase, or the other way round."""
        self._recovery = not self._recovery
        old, self.field = self.field, self._make_field()
        self._column.replaceWidget(old, self.field)
        old.hide()
        old.deleteLater()
        self.setFocusProxy(self.field)
        self.other.setText(self._other_words())
        self.resized.emit()
        self.field.setFocus()

    def refuse(self, error: ExpectedError) -> bool:
        """Say at the field what is wrong with it; False where the error is about something else."""
        about = isinstance(error, _ABOUT_THE_FIELD)
        if about:
            notice = Notices(self).error(error)
            self.field.set_error(f"{notice.title}. {notice.words}".strip())
        self.field.setFocus()
        self.field.edit.selectAll()
        return about

    def clear(self) -> None:
        """Forget what was typed."""
        self.field.edit.clear()

    def _other_words(self) -> str:
        return self.tr("Use the passphrase") if self._recovery else self.tr("Use the recovery key")

    def _make_field(self) -> LineField:
        recovery = self._recovery
        name = self.tr("Recovery key") if recovery else self.tr("Passphrase")
        icon = "key" if recovery else "lock"
        field = LineField(
            self._theme, name=name, hint=name, icon=icon, height=44, secret=not recovery
        )
        if recovery:
            field.edit.setFont(self._theme.font("mono"))
        field.edit.setMaxLength(LONGEST)
        field.submitted.connect(self.submitted)
        field.changed.connect(lambda _text: field.set_error(""))
        return field
