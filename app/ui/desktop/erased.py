"""After everything was erased: this computer forgets the rest, and it is said what is left."""

from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QWidget

from app.ui import plain
from app.ui.desktop import autostart
from app.ui.look.theme import Theme
from app.ui.plain import Label
from app.ui.preferences import Preferences
from app.ui.widgets.dialog import Dialog

if TYPE_CHECKING:
    from app.store.erasing import Erased

_LEFT_NAMED = 8


def forget_here(preferences: Preferences, command: Sequence[str]) -> None:
    """No start at login any more, and no settings of the screen."""
    starts = autostart.here(list(command))
    if starts is not None:
        with suppress(OSError):
            starts.set_on(False)
    preferences.erase()


class ErasedBox(Dialog):
    """The last window; the program ends when it closes."""

    def __init__(self, theme: Theme, parent: QWidget, what: "Erased") -> None:
        super().__init__(theme, parent, "")
        title = self.tr("Everything is erased")
        self.heading.setText(title)
        self.setWindowTitle(plain.window_title(title))
        lines = [self.tr("The program ends now. Started again, it begins from the beginning.")]
        if not what.keyring:
            lines.append(
                self.tr("The keyring did not answer: its item “Enishi” stays, and opens nothing.")
            )
        if what.left:
            lines.append(self.tr("Not of Enishi, or not to be removed, and so still there:"))
            lines += map(str, what.left[:_LEFT_NAMED])
        self.body.addWidget(Label(theme, "\n".join(lines), color="ink2", wrap=True))
        close = self.add_button(
            self.tr("Close"), kind="primary", result=QDialog.DialogCode.Accepted
        )
        close.setDefault(True)
        close.setFocus()
