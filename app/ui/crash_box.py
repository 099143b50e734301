"""Tells of a bug. Its report can be copied, and holds nothing of anybody."""

import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from app.ui.look.theme import Theme
from app.ui.plain import Label
from app.ui.widgets.dialog import Dialog


class CrashBox(QObject):
    """Over the window."""

    def __init__(self, theme: Theme, window: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._window = window
        self._shown: tuple[Dialog, str] | None = None

    def tell(self, report: str) -> None:
        """Show the report; not again while it is shown, or what ticks would tell of it always."""
        if self._shown is not None:
            before, said = self._shown
            if said == report and shiboken6.isValid(before) and before.isVisible():
                return
        box = Dialog(
            self._theme,
            self._window,
            self.tr("That was a mistake of the program"),
            self.tr(
                "What you saved is safe. If it happens again, this report helps; "
                "it holds nothing of your people."
            ),
            icon="warn",
        )
        box.body.addWidget(Label(self._theme, report, role="small", color="ink2", wrap=True))
        copy = box.add_button(self.tr("Copy the report"))
        copy.clicked.connect(lambda: QApplication.clipboard().setText(report))
        box.add_button(self.tr("Go on"), kind="primary", result=QDialog.DialogCode.Accepted)
        self._shown = (box, report)
        box.open()
