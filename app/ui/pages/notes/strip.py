"""The strip of cards at the left edge, in the order they came."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QVBoxLayout, QWidget

from app.ui.delegates.evening import EveningDelegate
from app.ui.look import paint
from app.ui.look.theme import Theme
from app.ui.models.evening import EveningModel
from app.ui.plain import Label

Index = QModelIndex | QPersistentModelIndex
WIDE = 232


class _Cards(QListView):
    """Opaque, so that scrolling moves what is painted and only new rows are painted."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self.viewport())
        p.fillRect(event.rect(), self._theme.c("side"))
        p.end()
        super().paintEvent(event)

    def dataChanged(self, top: Index, bottom: Index, roles: Sequence[int] = ()) -> None:
        """All rows are of one size: a list would lay all of them out and paint them anew."""
        QAbstractItemView.dataChanged(self, top, bottom, list(roles))


class Strip(QWidget):
    """Tells which card was chosen, by mouse or arrow keys."""

    chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._quiet = False
        self.setFixedWidth(theme.px(WIDE))
        self.model = EveningModel(self)
        self.list = _Cards(theme)
        self.list.setModel(self.model)
        self.list.setItemDelegate(EveningDelegate(theme, self.list))
        self.list.setUniformItemSizes(True)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMouseTracking(True)
        self.list.setAccessibleName(self.tr("Cards of this evening"))
        head = Label(theme, self.tr("Cards exchanged"), role="small", color="ink2")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(14), 1, 0)
        column.setSpacing(theme.px(8))
        inset = QVBoxLayout()
        inset.setContentsMargins(theme.px(20), 0, 0, 0)
        inset.addWidget(head)
        column.addLayout(inset)
        column.addWidget(self.list, 1)
        self.list.selectionModel().currentChanged.connect(self._current)

    def go_to(self, contact_id: str) -> None:
        """Mark a card without telling of it."""
        row = self.model.row_of(contact_id)
        index = self.model.index(row)
        if row < 0 or index == self.list.currentIndex():
            return
        self._quiet = True
        self.list.setCurrentIndex(index)
        self._quiet = False

    def _current(self, now: QModelIndex, _before: QModelIndex) -> None:
        card = self.model.card(now.row())
        if card is not None and not self._quiet:
            self.chosen.emit(card.id)

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        p.fillRect(self.rect(), self._theme.c("side"))
        paint.hairline(p, self.width() - 1, 0, self.height(), self._theme.c("line"), vertical=True)
