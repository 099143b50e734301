"""Naming the gathering from which the cards of an evening are."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QWidget

from app.domain.gathering import Gathering
from app.ui.look.theme import Theme
from app.ui.widgets.day_field import DayField
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.field import LineField


class NamingDialog(Dialog):
    """Asks for name and day; `named` tells of them."""

    named = Signal(str, object)

    def __init__(self, theme: Theme, parent: QWidget, gathering: Gathering, today: date) -> None:
        super().__init__(
            theme,
            parent,
            self.tr("Where are these cards from?"),
            self.tr("With a name its people stay together, and a note may be for all of them."),
        )
        self.name = LineField(theme, name=self.tr("Name of the gathering"), icon="gather")
        self.name.set_hint(self.tr("Name of the gathering"))
        self.name.set_text(gathering.name)
        self.day = DayField(theme, today, name=self.tr("Day"), past=True, day=gathering.on)
        self.day.setFixedWidth(theme.px(160))
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(self.name, 1)
        row.addWidget(self.day)
        self.body.addLayout(row)
        self.add_button(self.tr("Cancel"), kind="ghost", result=QDialog.DialogCode.Rejected)
        self.keep = self.add_button(self.tr("Keep"), kind="primary")
        self.keep.setDefault(True)
        self.keep.clicked.connect(self.save)
        self.name.submitted.connect(lambda _words: self.save())
        self.day.submitted.connect(lambda _words: self.save())
        self.name.setFocus()

    def save(self) -> None:
        """Tell of name and day, if both are there."""
        name, on = self.name.text().strip(), self.day.day()
        self.name.set_error("" if name else self.tr("A name, please"))
        self.day.set_error("" if on is not None else self.tr("A day like 2026-10-15 or 10/15"))
        if name and on is not None:
            self.named.emit(name, on)
            self.accept()
