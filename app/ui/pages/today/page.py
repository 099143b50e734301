"""The Today page."""

from datetime import date
from functools import partial

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.domain.errors import ExpectedError
from app.domain.interaction import Initiative
from app.domain.rhythm import Rhythm
from app.ui import shortcuts
from app.ui.crash import contained
from app.ui.look import focus
from app.ui.look.theme import Theme
from app.ui.look.tokens import MARGIN
from app.ui.pages.today.ahead import AheadList
from app.ui.pages.today.done import DoneList
from app.ui.pages.today.header import TodayHeader
from app.ui.pages.today.queue import QueueCard, QueueView
from app.ui.pages.today.unwritten import UnwrittenCards
from app.ui.plain import Label
from app.ui.reminders import Reminders
from app.ui.today import Today
from app.ui.widgets.box import KeyHints, SectionHeader
from app.ui.widgets.button import Button
from app.ui.widgets.marks import IconMark, TieGlyph
from app.ui.widgets.notice import EmptyState, Notice
from app.ui.words.today import TodayWords
from app.ui.workspace import Workspace
from app.usecases import misdated, reconnect, rhythms, undoing

RIGHT, SIDEBAR = 316, 208
_ANY_WIDTH = (1 << 24) - 1
_WIDEST = 1120
"""Lines of text longer than this are hard to follow."""


class _Area(QScrollArea):
    """The part that scrolls. What stands in it does not move when the scroll bar comes or goes."""

    def __init__(self, theme: Theme, lines: QVBoxLayout) -> None:
        super().__init__()
        self._theme = theme
        self._lines = lines
        self._keep()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._keep()
        super().resizeEvent(event)

    def _keep(self) -> None:
        px = self._theme.px
        bar = self.width() - self.viewport().width()
        self._lines.setContentsMargins(px(MARGIN), px(28), max(0, px(MARGIN) - bar), px(24))


class TodayPage(QWidget):
    """Shows `reminders.today`, and writes what the person does with it."""

    open_person = Signal(str)
    write_to = Signal(str)
    import_cards = Signal()
    open_gathering = Signal(str)
    notes_wanted = Signal(str)
    """The evening whose cards are to be written of, as text."""

    def __init__(
        self,
        workspace: Workspace,
        theme: Theme,
        reminders: Reminders,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAccessibleName(self.tr("Today"))
        self.theme = theme
        self._workspace = workspace
        self._reminders = reminders
        self._words = TodayWords(theme)
        self._seen_on: date | None = None
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._body = QWidget()
        self._outer.addWidget(self._body)
        self.setProperty("ready", False)
        theme.measures_changed.connect(self._rebuild)
        reminders.updated.connect(self._show)
        shortcuts.bind(self, {"M": lambda: self.unwritten.write()})
        self._build()
        self._show()

    # what stands on it

    def _rebuild(self) -> None:
        had_focus = self._body.isAncestorOf(QApplication.focusWidget() or self)
        chosen = self.queue.current()
        old = self._body
        self._body = QWidget()
        self._outer.replaceWidget(old, self._body)
        old.hide()
        old.deleteLater()
        self._build()
        self._body.show()
        self._legend.setVisible(self.width() >= self._foot_needs)
        self._show()
        if chosen is not None:
            self.queue.choose(chosen.id)
        if had_focus:
            self.setFocus()

    def _build(self) -> None:
        theme = self.theme
        self.header = TodayHeader(theme, self._words)
        self.queue = QueueView(theme, self._words)
        self.queue.reconnected.connect(self._reconnect)
        self.queue.put_off.connect(self._put_off)
        self.queue.skipped.connect(self._skip)
        self.queue.less_often.connect(self._less_often)
        self.queue.as_before.connect(self._as_before)
        self.queue.open_person.connect(self.open_person)
        self.queue.write_to.connect(self.write_to)
        self.queue.seen.connect(self._scroll_to)
        self.done = DoneList(theme, self._words)
        self.done.undo.connect(self._undo)
        self.ahead = AheadList(theme)
        self.ahead.wanted.connect(self.open_gathering)
        self.unwritten = UnwrittenCards(theme)
        self.unwritten.wanted.connect(self.notes_wanted)
        self._empty: EmptyState | None = None
        mend = Button(theme, self.tr("Date them today"))
        mend.clicked.connect(self._mend)
        self.misdated = Notice(
            theme,
            self.tr("Some entries are dated in the future"),
            self.tr(
                "The clock was ahead when they were written. "
                "If the day above is right, they can be dated today."
            ),
            icon="clock",
            buttons=(mend,),
        )
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._scrolled(), 1)
        column.addWidget(self._foot())
        focus.lead(self, self.queue)

    def _scrolled(self) -> QScrollArea:
        px = self.theme.px
        self._card = QueueCard(self.theme, self.queue)
        self._section = SectionHeader(self.theme, self.tr("Reconnect"))
        self._end = self._end_line()
        inner = QWidget()
        inner.setObjectName("page")
        inner.setMaximumWidth(px(_WIDEST))
        lines = QVBoxLayout(inner)
        lines.setSpacing(0)
        lines.addWidget(self.header)
        lines.addSpacing(px(19))
        lines.addWidget(self.misdated)
        self._gap = QWidget()
        self._gap.setFixedHeight(px(19))
        lines.addWidget(self._gap)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self._section)
        left.addSpacing(px(8))
        left.addWidget(self._card)
        self._empty_place = QVBoxLayout()
        left.addLayout(self._empty_place)
        left.addWidget(self._end)
        left.addStretch(1)
        self._beside = QWidget()
        right = QVBoxLayout(self._beside)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(px(24))
        right.addWidget(self.unwritten)
        right.addWidget(self.ahead)
        right.addWidget(self.done)
        right.addStretch(1)
        self._middle = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._middle.setSpacing(px(24))
        self._middle.addLayout(left, 1)
        self._middle.addWidget(self._beside)
        lines.addLayout(self._middle)
        lines.addStretch(1)
        area = _Area(self.theme, lines)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        holder = QWidget()
        holder.setObjectName("page")
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(inner, 1)
        area.setWidget(holder)
        self._area = area
        self._holder = holder
        return area

    def _end_line(self) -> QWidget:
        px = self.theme.px
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, px(14), 0, 0)
        row.setSpacing(px(8))
        row.addStretch(1)
        row.addWidget(IconMark(self.theme, "mark", color="shu"))
        self._end_words = Label(self.theme, "", color="ink2")
        row.addWidget(self._end_words)
        row.addStretch(1)
        holder.setMinimumHeight(px(14 + 34))
        return holder

    def _foot(self) -> QWidget:
        theme, px = self.theme, self.theme.px
        foot = self._foot_line = QWidget()
        row = QHBoxLayout(foot)
        row.setContentsMargins(px(MARGIN), px(8), px(MARGIN), px(18))
        row.setSpacing(px(6))
        hints = KeyHints(
            theme,
            [
                (("Up", "Down"), self.tr("choose")),
                (("Return",), self.tr("open person")),
                (("Ctrl+Z",), self.tr("undo")),
            ],
        )
        hints.setMinimumWidth(hints.sizeHint().width())
        row.addWidget(hints)
        row.addSpacing(px(12))
        row.addStretch(1)
        meaning = self.tr("Knots = from them: replied · reached out · introduced")
        legend = self._legend = QWidget()
        said = QHBoxLayout(legend)
        said.setContentsMargins(0, 0, 0, 0)
        said.setSpacing(px(6))
        glyph = TieGlyph(theme, (True, True, True), meaning, ground="paper")
        glyph.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        said.addWidget(glyph)
        said.addWidget(Label(theme, meaning, role="small", color="ink3"))
        row.addWidget(legend)
        self._foot_needs = (
            hints.sizeHint().width() + legend.sizeHint().width() + px(2 * MARGIN + 18)
        )
        return foot

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Half a sentence is worse than none."""
        super().resizeEvent(event)
        self._legend.setVisible(self.width() >= self._foot_needs)
        self._arrange()

    def _arrange(self) -> None:
        """The right column goes below the queue where the window is narrow."""
        window = self.window()
        beside = self.theme.px(SIDEBAR) if window is self else 0
        narrow = self.theme.narrow(window.width() + beside)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._middle.setDirection(down if narrow else across)
        self._beside.setMaximumWidth(_ANY_WIDTH if narrow else self.theme.px(RIGHT))
        self._beside.setMinimumWidth(0 if narrow else self.theme.px(RIGHT))

    # what it shows

    def _show(self) -> None:
        today = self._reminders.today
        if today is None:
            return
        self.header.show_today(today)
        self.queue.show_today(today)
        self.done.show_today(today)
        self.ahead.show_today(today)
        self.unwritten.show_today(today)
        self.misdated.setVisible(bool(today.misdated))
        self._gap.setVisible(bool(today.misdated))
        # Who comes back after some days finds a few people, and nothing else to be done.
        calm = today.away and bool(today.people) and not today.done
        self._beside.setVisible(not calm and bool(today.done or today.ahead or today.unwritten))
        self._tell_seen(today)
        self._arrange()
        some = bool(today.people)
        had_focus = self._card.isAncestorOf(QApplication.focusWidget() or self)
        self._section.setVisible(some)
        self._card.setVisible(some)
        self._end.setVisible(some)
        self._foot_line.setVisible(some or bool(today.done))
        self._end_words.setText(self._words.end(today) if some else "")
        self._show_empty(today)
        if had_focus and not some:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.setProperty("ready", True)

    @contained
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._reminders.today is not None:
            self._tell_seen(self._reminders.today)

    def _tell_seen(self, today: Today) -> None:
        """Once a day: the person sees it."""
        if self.isVisible() and self._seen_on != today.on:
            self._seen_on = today.on
            self._reminders.set_seen()

    def _show_empty(self, today: Today) -> None:
        if self._empty is not None:
            self._empty.hide()
            self._empty.deleteLater()
            self._empty = None
        if today.people:
            return
        if today.known.total:
            title, words = self._words.nobody(today)
            self._empty = EmptyState(self.theme, title, words, boxed=True)
        else:
            button = Button(self.theme, self.tr("Import cards"), kind="primary", icon="import")
            button.clicked.connect(self.import_cards)
            self._empty = EmptyState(
                self.theme,
                self.tr("Nobody is here yet"),
                self.tr("Bring in your business cards, and Enishi will think of them with you."),
                button=button,
                boxed=True,
            )
        self._empty_place.addWidget(self._empty)

    def _scroll_to(self, place: QRect) -> None:
        top = self.queue.viewport().mapTo(self._holder, QPoint(0, place.top())).y()
        bar = self._area.verticalScrollBar()
        pad, high = self.theme.px(24), self._area.viewport().height()
        if top - pad < bar.value():
            bar.setValue(top - pad)
        elif top + place.height() + pad > bar.value() + high:
            bar.setValue(top + place.height() + pad - high)

    # what the person does

    def _reconnect(self, contact_id: str, initiative: Initiative, line: str) -> None:
        now = self._workspace.now()
        self._workspace.do(
            lambda store: reconnect.done(
                store, contact_id, now=now, initiative=initiative, note=line
            )
        ).or_else(partial(self._not_reconnected, contact_id, line))

    def _not_reconnected(self, contact_id: str, line: str, error: ExpectedError) -> None:
        self._workspace.failed.emit(error)
        self.queue.ask_again(contact_id, line)

    def _put_off(self, contact_id: str, until: date) -> None:
        now = self._workspace.now()
        self._workspace.do(lambda store: reconnect.later(store, contact_id, until, now=now))

    def _skip(self, contact_id: str) -> None:
        now = self._workspace.now()
        self._workspace.do(lambda store: reconnect.skip(store, contact_id, now=now))

    def _less_often(self, contact_id: str, rhythm: Rhythm) -> None:
        now = self._workspace.now()
        self._workspace.do(lambda store: rhythms.thin(store, contact_id, rhythm, now=now))

    def _as_before(self, contact_id: str) -> None:
        now = self._workspace.now()
        self._workspace.do(lambda store: rhythms.keep(store, contact_id, now=now))

    def _mend(self) -> None:
        now = self._workspace.now()
        self._workspace.do(lambda store: misdated.mend(store, now))

    def _undo(self, seq: int) -> None:
        now = self._workspace.now()
        self._workspace.do(lambda store: undoing.undo(store, now=now, seq=seq))
