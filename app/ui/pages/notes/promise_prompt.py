"""The third question: what was promised, and by when; days at a press."""

from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from app.domain import promise_days
from app.ui.look.theme import Theme
from app.ui.pages.notes.prompt import Prompt
from app.ui.widgets.chip import Chip, ChipRow
from app.ui.widgets.day_field import DayField
from app.ui.widgets.field import LineField
from app.ui.words.notes import NotesWords


class PromisePrompt(Prompt):
    """Words and a day; the chip of the chosen day is marked."""

    changed = Signal()

    def __init__(self, theme: Theme, words: NotesWords, today: date, key: str) -> None:
        super().__init__(theme, "promise", self.tr("Promise"), "", key)
        px = theme.px
        self.what = LineField(theme, name=self.tr("What you promised"), height=40)
        self.day = DayField(
            theme, today, name=self.tr("By when"), past=False, height=40,
            say=lambda day: words.weekday(day, today),
        )  # fmt: skip
        self.day.set_hint(self.tr("by when"))
        self.day.setFixedWidth(px(188))
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addWidget(self.what, 1)
        row.addWidget(self.day)
        self.column.addLayout(row)
        self.column.addSpacing(px(2))
        self._days: list[tuple[Chip, date]] = []
        chips = ChipRow(theme)
        for name, day in (
            (self.tr("Tomorrow"), promise_days.tomorrow(today)),
            (self.tr("Friday next week"), promise_days.friday_next_week(today)),
            (self.tr("End of the month"), promise_days.end_of_month(today)),
        ):
            chip = Chip(theme, name, checkable=True)
            chip.clicked.connect(partial(self._choose, day))
            self._days.append((chip, day))
            chips.add(chip)
        self.none = Chip(theme, self.tr("No promise"))
        self.none.clicked.connect(self._clear)
        chips.add(self.none)
        self.column.addWidget(chips)
        self.what.changed.connect(self._typed)
        self.day.day_changed.connect(self._typed)

    def promise(self) -> tuple[str, date | None]:
        """The words and the day, as they stand."""
        return self.what.text(), self.day.day()

    def set_promise(self, words: str, day: date | None, *, fresh: bool) -> None:
        """Show a promise; what is shown already stays as it is being typed."""
        if fresh or words != self.what.text():
            self.what.set_text(words)
        if fresh or day != self.day.day():
            self.day.set_day(day)
        self._mark()

    def _typed(self, *_words: object) -> None:
        self._mark()
        self.changed.emit()

    def _choose(self, day: date, *_on: object) -> None:
        self.day.set_day(None if self.day.day() == day else day)
        self._mark()
        if not self.what.text().strip():
            self.what.setFocus(Qt.FocusReason.OtherFocusReason)

    def _clear(self) -> None:
        self.what.set_text("")
        self.day.set_day(None)

    def _mark(self) -> None:
        chosen, found = self.day.day(), False
        for chip, day in self._days:
            on = day == chosen and not found
            found = found or on
            if chip.isChecked() != on:
                chip.setChecked(on)
