"""Several people are selected: how many, who, and what can be done with all of them."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.look import focus
from app.ui.look.theme import Theme
from app.ui.plain import Label
from app.ui.widgets.button import Button

NAMED = 12
"""So many are named; of the others it is said how many they are."""


class SeveralPane(QWidget):
    """Stands in the place of the person."""

    export_wanted = Signal()
    delete_wanted = Signal()
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        px = theme.px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(32), px(24), px(28), px(32))
        column.setSpacing(px(16))
        self._title = Label(theme, role="person", elide=True)
        self._names = Label(theme, role="body", color="ink2", wrap=True)
        self.export = Button(theme, self.tr("Export…"), kind="second", icon="out")
        self.delete = Button(theme, self.tr("Move to the bin"), icon="x", key="Del")
        self.leave = Button(theme, self.tr("Select one again"), kind="ghost", key="Esc")
        self.export.clicked.connect(self.export_wanted)
        self.delete.clicked.connect(self.delete_wanted)
        self.leave.clicked.connect(self.left)
        row = QHBoxLayout()
        row.setSpacing(px(8))
        for button in (self.export, self.delete, self.leave):
            row.addWidget(button)
        row.addStretch(1)
        column.addWidget(self._title)
        column.addWidget(self._names)
        column.addLayout(row)
        column.addStretch(1)
        focus.lead(self, self.export)

    def show_people(self, count: int, names: Sequence[str]) -> None:
        """`names` are the first of them."""
        self._title.setText(self.tr("%n people are selected", "", count))
        said = self.tr(", ").join(names[:NAMED])
        others = count - len(names[:NAMED])
        if others:
            said = self.tr("{names} and {others} more").format(names=said, others=others)
        self._names.setText(said)
