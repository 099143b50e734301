"""The one-line composer above the timeline: a remark, or what happened, written with Enter."""

from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from app.domain.interaction import Initiative, Kind
from app.ui import shortcuts
from app.ui.delegates.timeline import DATES, ICON, node_x
from app.ui.look import icons, paint, text
from app.ui.look.focus import shows_ring
from app.ui.look.theme import Theme
from app.ui.widgets.calendar import DayPopup
from app.ui.widgets.chip import Chip
from app.ui.widgets.field import FieldFrame, LineEdit
from app.ui.widgets.marks import IconMark, KeyCap
from app.ui.widgets.painted import PaintedButton
from app.ui.words.wording import Wording

HEIGHT = 56
KINDS = (
    Kind.NOTE,
    Kind.MET,
    Kind.CALL,
    Kind.MAIL,
    Kind.MESSAGE,
    Kind.LETTER,
    Kind.INTRODUCTION,
    Kind.GIFT,
    Kind.HELP,
    Kind.CARDS,
)
_TWO_SIDED = frozenset({Kind.NOTE, Kind.MET, Kind.CARDS})
"""Kinds that nobody starts alone unless the person says so."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What stands in the composer. Without `on` it means today."""

    words: str = ""
    kind: Kind = Kind.NOTE
    initiative: Initiative | None = None
    on: date | None = None

    @property
    def empty(self) -> bool:
        """Whether nothing was typed."""
        return not self.words.strip()


class DateButton(PaintedButton):
    """The day at the left of the thread; pressed to choose another."""

    def measure(self) -> QSize:
        return QSize(self.theme.px(DATES), self.theme.px(22))

    def draw(self, p: QPainter) -> None:
        theme = self.theme
        tone = "ai" if self.hovered() else "ink3"
        text.line(
            p, theme, 0, 0, self.words(), role="small", color=tone, align="right",
            room=self.width(), height=self.height(),
        )  # fmt: skip
        if shows_ring(self):
            paint.focus_ring(p, theme, QRectF(self.rect()), theme.px(6))


class KindChip(Chip):
    """The kind of what is being written; a press opens the menu of kinds."""

    wanted = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "", ground="card")
        self._wording = Wording(theme)
        self.kind = Kind.NOTE
        self.clicked.connect(self.open)
        self.set_kind(Kind.NOTE)

    def set_kind(self, kind: Kind) -> None:
        self.kind = kind
        self.setText(self._wording.kind(kind))
        self.setAccessibleName(self.tr("Kind: {kind}").format(kind=self._wording.kind(kind)))

    def open(self) -> None:
        """Open the menu of kinds."""
        menu = QMenu(self)
        for kind in KINDS:
            icon = icons.icon(self.theme, self._wording.kind_icon(kind), "ink2")
            action = menu.addAction(icon, self._wording.kind(kind))
            action.triggered.connect(partial(self.wanted.emit, kind))
            if kind is self.kind:
                menu.setActiveAction(action)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(QPoint(0, self.height() + 2)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        self.wanted.emit(KINDS[(KINDS.index(self.kind) + step) % len(KINDS)])


class Composer(QWidget):
    """Enter writes, Escape clears, Tab goes to the kind, Ctrl+D to the day, Alt+arrow says who."""

    written = Signal(object)
    """The `Draft` to write down. The composer clears when the page says so."""
    edited = Signal()
    """The draft is another one now."""
    left_downwards = Signal()
    """Down was pressed: on to the timeline."""

    def __init__(self, theme: Theme, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._wording = Wording(theme)
        self._today = today
        self._initiative: Initiative | None = None
        self._on: date | None = None
        self._thread_on = True
        self.day = DateButton(theme)
        self.day.clicked.connect(self.choose_day)
        self._frame = FieldFrame(theme, 40)
        self.edit = LineEdit(theme)
        self.edit.setAccessibleName(self.tr("A quick note"))
        self.edit.setPlaceholderText(self.tr("A quick note"))
        self.edit.setMaxLength(10_000)
        self.kind = KindChip(theme)
        self.theirs = Chip(theme, self.tr("← from them"), checkable=True)
        self.mine = Chip(theme, self.tr("→ from you"), checkable=True)
        self._frame.watch(self.edit)
        self._icon = IconMark(theme, "note")
        self._down = IconMark(theme, "down")
        self._lay_out()
        self._connect()
        self.set_draft(Draft())

    # the draft

    def draft(self) -> Draft:
        """What stands here."""
        return Draft(self.edit.text(), self.kind.kind, self._initiative, self._on)

    def set_draft(self, draft: Draft) -> None:
        """Show a draft, without telling that it was edited."""
        self.edit.blockSignals(True)
        self.edit.setText(draft.words)
        self.edit.blockSignals(False)
        self._initiative = draft.initiative
        self._on = draft.on
        self._show_kind(draft.kind)

    def set_today(self, today: date) -> None:
        """Another day has begun."""
        self._today = today
        self._say_day()

    def end_thread(self, *, here: bool) -> None:
        """Whether the thread ends at this knot, because nothing happened yet."""
        self._thread_on = not here
        self.update()

    def focus(self) -> None:
        """Put the cursor into the line."""
        self.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # parts

    def _lay_out(self) -> None:
        px = self._theme.px
        self.setFixedHeight(px(HEIGHT))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, px(8), 0, px(8))
        row.setSpacing(0)
        row.addWidget(self.day)
        row.addSpacing(px(ICON - DATES))
        row.addWidget(self._frame, 1)
        inside = QHBoxLayout(self._frame)
        inside.setContentsMargins(px(13), 2, px(13), 2)
        inside.setSpacing(px(8))
        inside.addWidget(self._icon)
        inside.addWidget(self.edit, 1)
        for part in (self.theirs, self.mine, self.kind, self._down):
            inside.addWidget(part)
        inside.addWidget(KeyCap(self._theme, "Return"))
        self.setTabOrder(self.day, self.edit)
        self.setTabOrder(self.edit, self.kind)
        self.setTabOrder(self.kind, self.theirs)
        self.setTabOrder(self.theirs, self.mine)

    def _connect(self) -> None:
        self.edit.submitted.connect(self._submit)
        self.edit.textChanged.connect(self.edited)
        self.edit.installEventFilter(self)
        self.kind.wanted.connect(self._choose_kind)
        self.mine.clicked.connect(partial(self._toggle, Initiative.ME))
        self.theirs.clicked.connect(partial(self._toggle, Initiative.THEM))
        for part in (self.kind, self.mine, self.theirs):
            part.installEventFilter(self)
        shortcuts.bind(
            self,
            {
                "Ctrl+D": self.choose_day,
                "Alt+Left": partial(self._toggle, Initiative.THEM),
                "Alt+Right": partial(self._toggle, Initiative.ME),
            },
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        paint.begin(p)
        x, middle = node_x(self._theme), self.height() / 2
        bottom = self.height() if self._thread_on else middle
        paint.thread(p, self._theme, x, 0, bottom)
        paint.knot(p, self._theme, x, middle, "next")

    # keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter on the chips writes, Escape clears, Down leaves, all unless text is composed."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        key = event.key()
        if self.edit.composing:
            return watched is self.edit and key == Qt.Key.Key_Escape
        if key == Qt.Key.Key_Escape and not self._is_bare():
            self.clear()
            return True
        if watched is self.edit and key == Qt.Key.Key_Down:
            self.left_downwards.emit()
            return True
        if watched is not self.edit and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._submit()
            return True
        return super().eventFilter(watched, event)

    def clear(self) -> None:
        """Begin anew."""
        self.set_draft(Draft())
        self.edited.emit()
        self.focus()

    def _is_bare(self) -> bool:
        return self.draft() == Draft()

    def _submit(self) -> None:
        draft = self.draft()
        if not draft.empty or draft.kind is not Kind.NOTE:
            self.written.emit(draft)

    # kind, side, day

    def _choose_kind(self, kind: Kind) -> None:
        if kind in _TWO_SIDED:
            self._initiative = None
        elif self._initiative is None:
            self._initiative = Initiative.ME
        self._show_kind(kind)
        self.edited.emit()
        if not self.kind.hasFocus():
            self.focus()

    def _show_kind(self, kind: Kind) -> None:
        self.kind.set_kind(kind)
        self._icon.set_icon(self._wording.kind_icon(kind))
        sided = kind is not Kind.NOTE
        self.mine.setVisible(sided)
        self.theirs.setVisible(sided)
        hint = self.tr("A quick note") if kind is Kind.NOTE else self.tr("A line about it")
        self.edit.setPlaceholderText(hint)
        self._show_side()
        self._say_day()

    def _toggle(self, initiative: Initiative) -> None:
        if self.kind.kind is Kind.NOTE:
            return
        self._initiative = None if self._initiative is initiative else initiative
        self._show_side()
        self.edited.emit()

    def _show_side(self) -> None:
        self.mine.setChecked(self._initiative is Initiative.ME)
        self.theirs.setChecked(self._initiative is Initiative.THEM)

    def choose_day(self) -> None:
        """Open the calendar for another day, today at the latest."""
        popup = DayPopup(
            self._theme, self._on or self._today, self._today, latest=self._today, parent=self
        )
        popup.chosen.connect(self._choose_day)
        popup.open_at(self.day.mapToGlobal(QPoint(0, self.day.height() + 2)))

    def _choose_day(self, day: date) -> None:
        self._on = None if day == self._today else day
        self._say_day()
        self.edited.emit()
        self.focus()

    def _say_day(self) -> None:
        day = self._on
        words = self.tr("Today") if day is None else self._wording.day(day, self._today)
        self.day.setText(words)
        self.day.setAccessibleName(self.tr("Day: {day}").format(day=words))
