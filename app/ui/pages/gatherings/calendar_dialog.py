"""What a calendar holds, to be looked through before anything of it is taken."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFrame, QScrollArea, QVBoxLayout, QWidget

from app.ui.look import text
from app.ui.look.theme import Theme
from app.ui.plain import Label
from app.ui.widgets.choice import CheckBox
from app.ui.widgets.dialog import Dialog
from app.ui.words.gatherings import GatheringWords
from app.usecases.gathering_import import Outcome, PlannedGathering

_MOST = 300
"""So many are offered, those still to come before those that are over."""
_HIGH = 360


class CalendarDialog(Dialog):
    """Ticks for what is taken; `taken` tells what was ticked."""

    taken = Signal(object)

    def __init__(
        self,
        theme: Theme,
        parent: QWidget,
        planned: Sequence[PlannedGathering],
        unread: int,
        today: date,
    ) -> None:
        super().__init__(theme, parent, self.tr("From the calendar"))
        self._today = today
        self._words_of = GatheringWords(theme)
        self._words_of.setParent(self)
        news = [p for p in planned if p.outcome is not Outcome.SAME]
        news.sort(key=lambda p: (not p.read.is_ahead(today), abs((p.read.on - today).days)))
        self.ticks: list[tuple[CheckBox, PlannedGathering]] = []
        self._say(len(planned) - len(news), max(0, len(news) - _MOST), unread)
        inside = QWidget()
        inside.setObjectName("page")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, theme.px(8), 0)
        column.setSpacing(theme.px(2))
        for one in news[:_MOST]:
            column.addWidget(self._row(one))
        column.addStretch(1)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        area.setFixedHeight(min(theme.px(_HIGH), inside.sizeHint().height() + theme.px(4)))
        area.setVisible(bool(news))
        self.body.addWidget(area)
        self.add_button(self.tr("Cancel"), kind="ghost", result=QDialog.DialogCode.Rejected)
        self.take = self.add_button(self.tr("Take them"), kind="primary")
        self.take.setDefault(True)
        self.take.clicked.connect(self._take)
        self._count()
        first = next((tick for tick, _ in self.ticks), self.take)
        first.setFocus()

    def _say(self, same: int, left_out: int, unread: int) -> None:
        parts = [self.tr("What is ticked becomes a gathering. Nothing is written before that.")]
        if same:
            parts.append(self.tr("%n is here already.", "", same))
        if left_out:
            parts.append(self.tr("%n more that are far off are not shown.", "", left_out))
        if unread:
            parts.append(self.tr("%n could not be read.", "", unread))
        self.words.setText(" ".join(parts))
        self.words.show()

    def _row(self, planned: PlannedGathering) -> QWidget:
        theme, px = self.theme, self.theme.px
        gathering = planned.read
        tick = CheckBox(theme, text.single(gathering.name), on=planned.is_proposed(self._today))
        tick.toggled.connect(lambda _on: self._count())
        self.ticks.append((tick, planned))
        when = self._words_of.when(gathering, self._today)
        said = [when, gathering.place or ""]
        if gathering.called_off:
            said.append(self.tr("called off"))
        if planned.outcome is Outcome.CHANGED and planned.known is not None:
            before = self._words_of.head(planned.known, self._today)
            said.append(self.tr("until now: {before}").format(before=before))
        if planned.outcome is Outcome.MAYBE:
            said.append(self.tr("you have one of this name that day: ticked, it is that one"))
        below = text.single("\u3000".join(part for part in said if part))
        tick.setAccessibleDescription(below)
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, px(4), 0, px(4))
        column.setSpacing(0)
        column.addWidget(tick)
        line = Label(theme, below, role="small", color="ink2", wrap=True)
        line.setContentsMargins(px(28), 0, 0, 0)
        inset = QVBoxLayout()
        inset.setContentsMargins(px(28), 0, 0, 0)
        inset.addWidget(line)
        column.addLayout(inset)
        return row

    def wanted(self) -> list[PlannedGathering]:
        """What is ticked."""
        return [planned for tick, planned in self.ticks if tick.isChecked()]

    def _count(self) -> None:
        count = len(self.wanted())
        self.take.setEnabled(bool(count))
        self.take.setText(self.tr("Take %n", "", count) if count else self.tr("Take them"))

    def _take(self) -> None:
        self.taken.emit(self.wanted())
        self.accept()
