"""The queue: at most a handful of people in one card, with keys, buttons and a quiet leaving."""

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEasingCurve,
    QModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    QVariantAnimation,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.domain.interaction import Initiative
from app.ui import shortcuts
from app.ui.delegates.queue import ACTIONS, THINNER, QueueDelegate
from app.ui.look import motion, paint
from app.ui.look.theme import Theme
from app.ui.models.queue import Index, QueueModel
from app.ui.pages.today.actions import RowActions
from app.ui.reconnect.later_menu import LaterMenu
from app.ui.reconnect.thinner import KEEP, LESS
from app.ui.today import DuePerson, Today
from app.ui.widgets import rows
from app.ui.words.today import TodayWords

if TYPE_CHECKING:
    from datetime import date


class QueueView(QListView):
    """As high as its rows; the page scrolls. Every signal names the person."""

    reconnected = Signal(str, Initiative, str)
    put_off = Signal(str, object)
    skipped = Signal(str)
    less_often = Signal(str, object)
    """With the `Rhythm` that was proposed."""
    as_before = Signal(str)
    write_to = Signal(str)
    open_person = Signal(str)
    seen = Signal(QRect)
    """The place of the current row, for the page to scroll to."""

    def __init__(self, theme: Theme, words: TodayWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._words = words
        self._today: Today | None = None
        self._leaving: QVariantAnimation | None = None
        self.queue = QueueModel(words, self)
        self.delegate = QueueDelegate(theme, words, self)
        self.actions_row = RowActions(theme, words, self)
        self.actions_row.hide()
        self.menu = LaterMenu(theme, words.wording, self)
        self._look()
        self.setModel(self.queue)
        self.setItemDelegate(self.delegate)
        self._connect()

    def _look(self) -> None:
        self.setAccessibleName(self.tr("People to reconnect with today"))
        rows.set_up(self)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def _connect(self) -> None:
        actions = self.actions_row
        actions.done.connect(self._reconnect)
        actions.write.connect(self._write)
        actions.later.connect(self._later)
        actions.skip.connect(self._skip)
        actions.less.connect(self._less)
        actions.keep.connect(self._keep)
        actions.prompt_left.connect(self.setFocus)
        self.menu.chosen.connect(self._put_off)
        self.activated.connect(self._open)
        keys = {"R": actions.ask, "W": self._write, "Z": self._later, "S": self._skip}
        for part in (self, actions):
            shortcuts.bind(part, {**keys, LESS: self._less, KEEP: self._keep})
        for changed in (
            self.queue.rowsInserted,
            self.queue.rowsRemoved,
            self.queue.rowsMoved,
            self.queue.dataChanged,
        ):
            changed.connect(self._fit)

    # what it shows

    def show_today(self, today: Today) -> None:
        """Show this day; whoever is no longer in it leaves with a short movement."""
        self._end_leaving()
        self._today = today
        self.delegate.today = today.on
        wanted = {person.id for person in today.people}
        gone = [p.id for p in self.queue.people() if p.id not in wanted]
        time = motion.duration(self, motion.LEAVING_MS)
        if not gone or not time:
            self._settle(today)
            return
        self._step_off(set(gone))
        self._leaving = QVariantAnimation(self)
        self._leaving.setDuration(time)
        self._leaving.setStartValue(1.0)
        self._leaving.setEndValue(0.0)
        self._leaving.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._leaving.valueChanged.connect(lambda part: self._shrink(gone, part))
        self._leaving.finished.connect(self._end_leaving)
        self._leaving.start()

    def ask_again(self, contact_id: str, line: str) -> None:
        """Who is still here is asked about once more, with the line that could not be kept."""
        person = self.current()
        if person is not None and person.id == contact_id:
            self.actions_row.ask_again(line)

    def current(self) -> DuePerson | None:
        """The person of the current row."""
        return self.queue.person(self.currentIndex())

    def choose(self, contact_id: str) -> None:
        """Make this person current."""
        row = self.queue.row_of(contact_id)
        if row != -1:
            self.setCurrentIndex(self.queue.index(row))

    def _step_off(self, gone: set[str]) -> None:
        """Leave a row that goes for the nearest that stays, so that the keys have a person."""
        people, at = self.queue.people(), self.currentIndex().row()
        stay = [row for row, person in enumerate(people) if person.id not in gone]
        if stay and (at == -1 or people[at].id in gone):
            later = [row for row in stay if row > at]
            self.setCurrentIndex(self.queue.index(later[0] if later else stay[-1]))

    def _shrink(self, gone: list[str], part: float) -> None:
        for contact_id in gone:
            self.delegate.shrink(contact_id, part)
        self._fit()

    def _end_leaving(self) -> None:
        animation, self._leaving = self._leaving, None
        if animation is None:
            return
        animation.stop()
        animation.deleteLater()
        if self._today is not None:
            self._settle(self._today)

    def _settle(self, today: Today) -> None:
        for person in self.queue.people():
            self.delegate.forget(person.id)
        row = self.currentIndex().row()
        had = self.current()
        self.queue.show(today)
        if not self.currentIndex().isValid() or (
            had is not None and self.queue.row_of(had.id) == -1
        ):
            last = self.queue.rowCount() - 1
            self.setCurrentIndex(self.queue.index(min(max(row, 0), last)))
        self._fit()

    # what the keys and buttons do

    def _reconnect(self, initiative: Initiative, line: str) -> None:
        person = self.current()
        if person is not None:
            self.reconnected.emit(person.id, initiative, line)

    def _write(self) -> None:
        person = self.current()
        if person is not None and person.contact.emails:
            self.write_to.emit(person.id)

    def _later(self) -> None:
        if self.current() is not None and self._today is not None:
            self.menu.ask(self._today.on, self.actions_row.below_later())

    def _put_off(self, until: "date") -> None:
        person = self.current()
        if person is not None:
            self.put_off.emit(person.id, until)
        self.setFocus()

    def _skip(self) -> None:
        person = self.current()
        if person is not None:
            self.skipped.emit(person.id)

    def _less(self) -> None:
        person = self.current()
        if person is not None and person.thinner is not None:
            self.less_often.emit(person.id, person.thinner)

    def _keep(self) -> None:
        person = self.current()
        if person is not None and person.thinner is not None:
            self.as_before.emit(person.id)

    def _open(self, index: QModelIndex) -> None:
        person = self.queue.person(index)
        if person is not None:
            self.open_person.emit(person.id)

    def keyboardSearch(self, search: str) -> None:
        """Letters are keys here; nothing is searched."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    # where things lie

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        person = self.queue.person(current)
        if person is not None:
            called = self._words.wording.address(person.contact)
            self.actions_row.show_person(person, called)
        for index in (previous, current):
            if index.isValid():
                self.delegate.sizeHintChanged.emit(index)
        self._fit()
        if current.isValid():
            self.seen.emit(self.visualRect(current))

    def _fit(self) -> None:
        """Be as high as the rows, and put the buttons on the current one."""
        self.doItemsLayout()
        self.updateGeometry()
        self._place()

    def _place(self) -> None:
        person, index = self.current(), self.currentIndex()
        shown = person is not None and not self.delegate.leaves(person.id)
        if shown and person is not None:
            self.actions_row.propose(person)
            rect = self.visualRect(index)
            high = self.theme.px(ACTIONS + 16)
            high += self.theme.px(THINNER) if person.thinner is not None else 0
            last = index.row() == self.queue.rowCount() - 1
            bottom = rect.bottom() + 1 - (0 if last else 1)
            place = QRect(rect.x(), bottom - high, rect.width(), high)
            card = self.actions_row.parentWidget() or self
            place.translate(self.viewport().mapTo(card, QPoint()))
            self.actions_row.setGeometry(place)
        self.actions_row.setVisible(shown)

    def updateGeometries(self) -> None:
        super().updateGeometries()
        if hasattr(self, "actions_row"):
            self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fit()

    def sizeHint(self) -> QSize:
        high = sum(
            self.sizeHintForIndex(self.queue.index(row)).height()
            for row in range(self.queue.rowCount())
        )
        return QSize(self.theme.px(480), high)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(320), self.sizeHint().height())


class QueueCard(QFrame):
    """The round card that the queue lies in; rows keep inside its border.

    The buttons of a row lie beside the list in it: a list tells a screen reader of its rows alone.
    """

    def __init__(self, theme: Theme, view: QueueView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(view)
        view.actions_row.setParent(self)
        view.actions_row.raise_()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        c = self._theme.c
        paint.rounded(p, QRectF(self.rect()), self._theme.px(12), c("paper"), c("line"))
