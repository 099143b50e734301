"""The columns of a table: what each was taken for, and what stands in it; to be put right."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QGridLayout, QScrollArea, QWidget

from app.interchange.columns import Field
from app.interchange.table_scan import Table
from app.ui.look.theme import Theme
from app.ui.pages.importing.column_words import ColumnWords
from app.ui.plain import Label
from app.ui.widgets.choice import Dropdown
from app.ui.widgets.dialog import Dialog

_WIDE, _HIGH = 620, 520


class ColumnsDialog(Dialog):
    """Emits `said(table)`, with the meanings that the person gave, and closes."""

    said = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None, file: str, table: Table) -> None:
        super().__init__(
            theme,
            parent,
            self.tr("Columns of {file}").format(file=file),
            self.tr("Kept for every table with this header. Nothing of a row is thrown away."),
        )
        self._table = table
        self._words = ColumnWords(self)
        self.choices: list[Dropdown] = []
        self.body.addWidget(self._area(), 1)
        self.add_button(self.tr("Cancel"), result=QDialog.DialogCode.Rejected)
        again = self.add_button(self.tr("Read it so"), kind="primary")
        again.setDefault(True)
        again.clicked.connect(self._say)
        self.choices[0].setFocus()

    def _area(self) -> QScrollArea:
        px = self.theme.px
        inside = QWidget()
        inside.setObjectName("page")
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, px(8), 0)
        grid.setHorizontalSpacing(px(16))
        grid.setVerticalSpacing(px(6))
        grid.setColumnStretch(0, 1)
        options = self._words.options()
        for row, column in enumerate(self._table.columns):
            title = column.header or self.tr("(no header)")
            values = " · ".join(self._table.values(row))
            grid.addWidget(Label(self.theme, title, elide=True), 2 * row, 0)
            grid.addWidget(
                Label(self.theme, values or "–", role="small", color="ink2", elide=True),
                2 * row + 1,
                0,
            )
            choice = Dropdown(self.theme, options, column.field.value, name=title)
            self.choices.append(choice)
            grid.addWidget(choice, 2 * row, 1, 2, 1, Qt.AlignmentFlag.AlignVCenter)
        area = QScrollArea()
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return area

    def sizeHint(self) -> QSize:
        """As high as the rows need, within bounds that fit a small screen."""
        px = self.theme.px
        high = px(190) + len(self._table.columns) * px(50)
        screen = self.screen().availableGeometry()
        return QSize(min(px(_WIDE), screen.width()), min(high, px(_HIGH), screen.height() - px(60)))

    def _say(self) -> None:
        self.said.emit(self._table.with_fields([Field(c.value()) for c in self.choices]))
        self.accept()
