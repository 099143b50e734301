"""The timeline: as high as its rows (the pane scrolls), edited and deleted in place."""

from functools import partial

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QMenu,
    QSizePolicy,
    QStyleOptionViewItem,
    QWidget,
)

from app.domain.interaction import Interaction
from app.domain.promise import Promise
from app.ui import plain
from app.ui.delegates.lit import Lit
from app.ui.delegates.timeline import TimelineDelegate
from app.ui.look import icons, keys
from app.ui.look.theme import Theme
from app.ui.models.timeline import ENTRY, Entry, Gap, Index, Pledge, TimelineModel
from app.ui.pages.people.row_editor import RowEditor
from app.ui.widgets import rows

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TimelineView(QListView):
    """Entries and promises, newest first. E or a double click edits, Delete takes away, Space keeps
    a promise, names lead on.
    """

    edit_wanted = Signal(object)
    """An `Interaction` or `Promise` to edit."""
    delete_wanted = Signal(object)
    """An `Interaction` or `Promise` to take away."""
    kept = Signal(object)
    """A `Promise` that is kept now."""
    person_wanted = Signal(str)
    """Another person of an entry."""
    seen = Signal(int, int)
    """Top and height of the row that should be in sight."""
    left_upwards = Signal()

    def __init__(self, theme: Theme, model: TimelineModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._timeline = model
        self._delegate = TimelineDelegate(theme, self)
        self.editor: RowEditor | None = None
        """What stands in a row, while it does."""
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        rows.set_up(self)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("So far"))
        for changed in (model.modelReset, model.rowsInserted, model.dataChanged):
            changed.connect(self.fit)
        self._delegate.sizeHintChanged.connect(self.fit)
        theme.changed.connect(self.fit)

    def fit(self) -> None:
        """Be as high as all rows together."""
        option = QStyleOptionViewItem()
        model = self._timeline
        entries = (model.index(row, 0) for row in range(model.rowCount()))
        high = sum(self._delegate.sizeHint(option, index).height() for index in entries)
        self.setFixedHeight(max(1, high))
        self.scheduleDelayedItemsLayout()

    def clear_current(self) -> None:
        """No entry is the current one."""
        self.setCurrentIndex(QModelIndex())

    def light(self, lit: Lit, current: str | None) -> None:
        """Light up words that were found; `current` is the entry or promise that is gone to."""
        self._delegate.light(lit, current or "")
        self.viewport().update()

    # an editor in a row

    @property
    def editing(self) -> bool:
        """Whether an editor stands in a row."""
        return self.editor is not None

    def open_editor(self, row: int, editor: RowEditor) -> None:
        """Set an editor into a row; the view owns it until it is closed."""
        self.close_editor()
        self.editor = editor
        editor.setParent(self.viewport())
        index = self._timeline.index(row, 0)
        self.setCurrentIndex(index)
        self._open_row()
        editor.show()

    def _open_row(self) -> None:
        """Make the row of the editor as high as the editor is in this width."""
        if self.editor is None:
            return
        width = self._delegate.content(self.viewport().rect()).width()
        high = self.editor.heightForWidth(width) if self.editor.hasHeightForWidth() else -1
        self._delegate.open_row(self.currentIndex(), max(high, self.editor.sizeHint().height()))
        self.updateGeometries()

    def close_editor(self) -> None:
        """Take the editor out of its row."""
        if self.editor is None:
            return
        editor, self.editor = self.editor, None
        editor.hide()
        editor.deleteLater()
        self._delegate.open_row(None)
        self.updateGeometries()

    def updateGeometries(self) -> None:
        super().updateGeometries()
        self._place_editor()

    def _place_editor(self) -> None:
        if self.editor is None:
            return
        place = self._delegate.content(self._row(self.currentIndex()))
        self.editor.setGeometry(
            place.x(), place.y(), place.width(), self.editor.sizeHint().height()
        )

    # what Qt asks

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid() and self.hasFocus():
            rect = self.visualRect(self._timeline.index(current.row(), 0))
            self.seen.emit(rect.y(), rect.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._open_row()
            self.fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._timeline.rowCount():
            self.setCurrentIndex(self._timeline.index(0, 0))

    def keyboardSearch(self, search: str) -> None:
        """Letters are commands here."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index, key = self.currentIndex(), event.key()
        act = self._record_at(index)
        entry = index.data(ENTRY) if index.isValid() else None
        if key == Qt.Key.Key_Up and index.row() <= 0:
            self.left_upwards.emit()
        elif isinstance(entry, Pledge) and key == Qt.Key.Key_Space:
            self._keep(entry)
        elif isinstance(entry, Gap) and key in (*_ENTER, Qt.Key.Key_Space):
            self._to_newest()
        elif act is not None and key in (*_ENTER, Qt.Key.Key_E):
            self.edit_wanted.emit(act)
        elif act is not None and key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.delete_wanted.emit(act)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        # E means this entry while the timeline has focus, not the person.
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and event.key() == Qt.Key.Key_E
            and not event.modifiers()
            and self.currentIndex().isValid()
        ):
            event.accept()
            return True
        return super().event(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        index = self.indexAt(event.position().toPoint())
        hand = (
            self._person_under(event) is not None
            or self._more_under(event, index)
            or self._action_under(event, index) is not None
            or (index.isValid() and isinstance(index.data(ENTRY), Gap))
        )
        shape = Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() != Qt.MouseButton.LeftButton:
            return
        person = self._person_under(event)
        index = self.indexAt(event.position().toPoint())
        pledge = self._action_under(event, index)
        if index.isValid() and isinstance(index.data(ENTRY), Gap):
            self._to_newest()
        elif person is not None:
            self.person_wanted.emit(person)
        elif pledge is not None:
            self._keep(pledge)
        elif self._more_under(event, index):
            rect = self._delegate.more_rect(self._row(index))
            self._open_menu(index, self.viewport().mapToGlobal(rect.bottomLeft()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        act = self._record_at(index) if self._action_under(event, index) is None else None
        if act is not None and event.button() == Qt.MouseButton.LeftButton:
            self.edit_wanted.emit(act)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            index = self.currentIndex()
            rect = self._delegate.content(self._row(index))
            place = self.viewport().mapToGlobal(rect.topLeft())
        else:
            index = self.indexAt(event.pos())
            place = event.globalPos()
        if index.isValid():
            self.setCurrentIndex(index)
            self._open_menu(index, place)

    # inside

    def _row(self, index: QModelIndex) -> QRect:
        return self._delegate.below_month(index, self.visualRect(index))

    def _record_at(self, index: QModelIndex) -> Interaction | Promise | None:
        row = index.row()
        if not index.isValid():
            return None
        return self._timeline.act_at(row) or self._timeline.promise_at(row)

    def _to_newest(self) -> None:
        self._timeline.show_newest()
        self.setCurrentIndex(self._timeline.index(0, 0))

    def _keep(self, pledge: Pledge) -> None:
        if pledge.promise.kept_on is None:
            self.kept.emit(pledge.promise)

    def _action_under(self, event: QMouseEvent, index: QModelIndex) -> Pledge | None:
        pledge = index.data(ENTRY) if index.isValid() else None
        if not isinstance(pledge, Pledge):
            return None
        rect, pos = self._row(index), event.position().toPoint()
        return pledge if self._delegate.is_action_at(pledge, rect, pos) else None

    def _person_under(self, event: QMouseEvent) -> str | None:
        pos = event.position().toPoint()
        index = self.indexAt(pos)
        entry = index.data(ENTRY) if index.isValid() else None
        if not isinstance(entry, Entry):
            return None
        return self._delegate.person_at(entry, self._row(index), pos)

    def _more_under(self, event: QMouseEvent, index: QModelIndex) -> bool:
        if not index.isValid() or not isinstance(index.data(ENTRY), Entry):
            return False
        rect = self._delegate.more_rect(self._row(index))
        return rect.contains(event.position().toPoint())

    def _open_menu(self, index: QModelIndex, place: QPoint) -> None:
        entry, act = index.data(ENTRY), self._record_at(index)
        if act is None:
            return
        menu = QMenu(self)
        if isinstance(entry, Pledge) and entry.promise.kept_on is None:
            words = f"{entry.action}\t{keys.label('Space')}"
            keep = menu.addAction(icons.icon(self._theme, "check", "ink2"), words)
            keep.triggered.connect(partial(self._keep, entry))
        edit = menu.addAction(icons.icon(self._theme, "pen", "ink2"), self.tr("Edit\tE"))
        edit.triggered.connect(partial(self.edit_wanted.emit, act))
        for contact_id, name in entry.others if isinstance(entry, Entry) else ():
            words = self.tr("Go to {name}").format(name=plain.menu_text(name))
            lead = menu.addAction(icons.icon(self._theme, "people", "ink2"), words)
            lead.triggered.connect(partial(self.person_wanted.emit, contact_id))
        menu.addSeparator()
        delete = menu.addAction(icons.icon(self._theme, "x", "ink2"), self.tr("Delete\tDel"))
        delete.triggered.connect(partial(self.delete_wanted.emit, act))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)
