"""The comparing part of the import page: counts, the one question, the list and the panel."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.ui import panes
from app.ui.frame import FRAME_MS
from app.ui.look import focus, fonts, text
from app.ui.look.theme import Theme
from app.ui.models.import_rows import ImportRows
from app.ui.models.import_session import Counts, Entry, Group, Session
from app.ui.pages.importing.listing import ImportList
from app.ui.pages.importing.panel import CardPanel
from app.ui.pages.importing.words import ImportWords
from app.ui.widgets.box import Box
from app.ui.widgets.choice import Segments
from app.ui.widgets.day_field import DayField
from app.ui.widgets.painted import Painted
from app.usecases.import_plan import PlannedCard

STACKED = 540
"""Below this width (divided by the scale) the panel stands under the list."""

_APART, _CLOSE = 24, 12
"""Between two figures."""
_GAP = 5.5
"""Between a number and its words, as in the design."""

JUST_MET, ADDRESS_BOOK = "met", "book"

FigureWords = Callable[[Counts], list[tuple[int, str, str]]]


class Figures(Painted):
    """Large numbers with what they count."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._figures: list[tuple[int, str, str]] = []
        self._close = False

    def set_figures(self, figures: list[tuple[int, str, str]]) -> None:
        """(number, words, colour of the number)."""
        self._figures = figures
        self.setAccessibleName(", ".join(f"{words}: {n}" for n, words, _ in figures))
        self.restyle()

    def measure(self) -> QSize:
        return QSize(self.wide(close=self._close), self.theme.px(34))

    def wide(self, *, close: bool) -> int:
        """How wide all figures are, with the usual or with little room between them."""
        wide = sum(self._wide(n, words) for n, words, _ in self._figures)
        between = self.theme.px(_CLOSE if close else _APART)
        return round(wide) + between * max(0, len(self._figures) - 1)

    def set_close(self, on: bool) -> None:
        """Stand close to each other, where there is little room."""
        if on != self._close:
            self._close = on
            self.restyle()

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(120), self.theme.px(34))

    def _wide(self, number: int, words: str) -> float:
        theme = self.theme
        return (
            text.width(theme, "person", str(number))
            + _GAP * theme.scale
            + text.width(theme, "ui", words)
        )

    def draw(self, p: QPainter) -> None:
        theme, x = self.theme, 0.0
        between = theme.px(_CLOSE if self._close else _APART)
        gap = _GAP * theme.scale
        base = fonts.baseline(theme.font("person"), self.height())
        for number, words, color in self._figures:
            x += text.line_at(p, theme, x, base, str(number), role="person", color=color) + gap
            x += text.line_at(p, theme, x, base + 1, words, color="ink2") + between


class Question(QWidget):
    """The one question of an import: were these people just met, and on which day?"""

    answered = Signal()

    def __init__(self, theme: Theme, today: date) -> None:
        super().__init__()
        self.theme = theme
        self._today = today
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        options = [(JUST_MET, self.tr("Just met")), (ADDRESS_BOOK, self.tr("An address book"))]
        self._kind = Segments(theme, options, name=self.tr("Where these cards come from"))
        self._kind.chosen.connect(self._chosen)
        self._day = DayField(theme, today, name=self.tr("The day we met"), day=today, height=34)
        self._day.day_changed.connect(self.answered)
        self._day.setFixedWidth(theme.px(142))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addWidget(self._kind)
        row.addWidget(self._day)

    def ask(self, *, just_met: bool, day: date) -> None:
        """Show an answer."""
        self._day.set_day(day)
        self._kind.set_value(JUST_MET if just_met else ADDRESS_BOOK)
        self._day.setVisible(just_met)

    def met_on(self) -> date | None:
        """The day, or None for an address book."""
        return self.day() if self._kind.value() == JUST_MET else None

    def day(self) -> date:
        """The day in the field, whether it counts or not; nobody was met after today."""
        return min(self._day.day() or self._today, self._today)

    def is_wrong(self) -> bool:
        """Whether something stands there that is no day."""
        return self._kind.value() == JUST_MET and self._day.is_wrong()

    def set_error(self) -> None:
        """Go to the field that is wrong."""
        self._day.setFocus(Qt.FocusReason.OtherFocusReason)
        self._day.edit.selectAll()

    def _chosen(self, kind: str) -> None:
        self._day.setVisible(kind == JUST_MET)
        self.answered.emit()


class CompareView(QWidget):
    """Shows a session; the page changes it and calls `refresh`."""

    looked_at = Signal(object)
    left_out = Signal(object)
    taken = Signal(object, bool)

    def __init__(self, theme: Theme, words: ImportWords, today: date) -> None:
        super().__init__()
        self.theme = theme
        self._session: Session | None = None
        self.figures = Figures(theme)
        self.question = Question(theme, today)
        self.rows = ImportRows(words.head, words.entry, self)
        self.list = ImportList(theme, self.rows, self.tr("Cards"))
        self.panel = CardPanel(theme, words)
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._top.setSpacing(theme.px(6))
        self._top.addWidget(self.figures)
        self._top.addStretch(1)
        self._top.addWidget(self.question)
        frame = Box(theme, fill="paper", margins=(1, 1, 1, 1), spacing=0)
        frame.column.addWidget(self.list)
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.setSpacing(theme.px(16))
        self._body.addWidget(frame, 552)
        self._body.addWidget(self.panel, 432)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(14))
        column.addLayout(self._top)
        column.addLayout(self._body, 1)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(FRAME_MS)
        self._soon.timeout.connect(self.show_again)
        self.list.looked_at.connect(self._look)
        self.list.left_out.connect(self.left_out)
        self.list.taken.connect(self.taken)
        self.list.opened.connect(self._open)
        focus.lead(self, self.list)
        panes.mark(self.list, self.panel)

    def show_session(self, session: Session, words: FigureWords) -> None:
        """Another session, from its first card. The list comes at once, and the panel when it has
        its room: making it takes as long as all the rest.
        """
        self._session = session
        self._soon.start()
        self.rows.show(session)
        self.refresh(words)
        self.list.go_to_first()

    def refresh(self, words: FigureWords) -> None:
        """Answers were given."""
        self.rows.refresh()
        if self._session is not None:
            self.figures.set_figures(words(self._session.counts()))
            self._arrange()

    def go_on(self, card: PlannedCard) -> None:
        """After an answer: the next doubtful card without one, else the one below."""
        if self._session is None:
            return
        doubts = [c for c in self._session.groups[Group.REVIEW] if isinstance(c, PlannedCard)]
        after = [c for c in doubts if c.index > card.index] + doubts
        following = next((c for c in after if self._session.answer(c) is None), None)
        if card in doubts and following is not None:
            self.list.go_to(self.rows.row_of(following))
        else:
            self._look(card)

    def show_again(self) -> None:
        """The current entry, with what changed."""
        self._look(self.list.entry())

    def _look(self, entry: Group | Entry | None) -> None:
        if self._soon.isActive():
            return
        place = ""
        if self._session is not None and isinstance(entry, PlannedCard):
            doubts = self._session.groups[Group.REVIEW]
            if entry in doubts:
                place = f"{doubts.index(entry) + 1} / {len(doubts)}"
        self.panel.show_entry(self._session, entry, place)
        focus.in_order(self.question, self.list, *self.panel.parts())
        self.looked_at.emit(entry)

    def _open(self, entry: Entry) -> None:
        if self._soon.isActive():
            self._soon.stop()
            self._look(entry)
        first = self.panel.first_choice()
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()
        super().resizeEvent(event)

    def _arrange(self) -> None:
        """Beside each other where there is room, below each other else."""
        stacked = self.width() < STACKED * self.theme.scale
        way = QBoxLayout.Direction
        self._body.setDirection(way.TopToBottom if stacked else way.LeftToRight)
        # Beside each other, or close to each other, or below each other.
        room = self.width() - self.question.sizeHint().width() - self.theme.px(_CLOSE)
        self.figures.set_close(self.figures.wide(close=False) > room)
        below = self.figures.wide(close=True) > room
        self._top.setDirection(way.TopToBottom if below else way.LeftToRight)
