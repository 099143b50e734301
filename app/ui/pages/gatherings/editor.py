"""A gathering while it is written down or mended, in the place of its page."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, time

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.gathering import Gathering
from app.domain.series_name import series_of
from app.ui import shortcuts
from app.ui.look.theme import Theme
from app.ui.plain import Label
from app.ui.widgets.button import Button
from app.ui.widgets.day_field import DayField
from app.ui.widgets.field import LineField, TextArea
from app.usecases.gatherings import tidy

_CLOCK = re.compile(r"(\d{1,2})(?:\s*[:.時]\s*(\d{2})?\s*分?)?", re.ASCII)
_BETWEEN = re.compile(r"[,、，]")


def parse_clock(words: str) -> time | None:
    """A clock time as typed: 19:00, 19, 7.30, 19時30分, １９：００; None for anything else."""
    match = _CLOCK.fullmatch(unicodedata.normalize("NFKC", words).strip())
    if match is None:
        return None
    hour, minute = int(match[1]), int(match[2] or 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def clock_text(moment: time | None) -> str:
    """19:00, or nothing."""
    return "" if moment is None else f"{moment.hour}:{moment.minute:02}"


class GatheringEditor(QWidget):
    """Ctrl+Enter keeps it, Escape leaves it as it was."""

    saved = Signal(object, object)
    """The gathering as it was (without an id: a new one), and as it is to be."""
    cancelled = Signal()
    edited = Signal()
    """Something else stands in a field."""

    def __init__(self, theme: Theme, gathering: Gathering, today: date) -> None:
        super().__init__()
        self._theme = theme
        self.before = gathering
        """The gathering as it was."""
        new = not gathering.id
        title = self.tr("New gathering") if new else self.tr("Edit the gathering")
        self.name = LineField(theme, name=self.tr("Name"), hint=self.tr("What it is called"))
        self.on = DayField(theme, today, name=self.tr("Day"), day=gathering.on, past=False)
        self.until = DayField(
            theme, today, name=self.tr("Last day"), day=gathering.until, past=False
        )
        self.until.set_hint(self.tr("the same day"))
        self.starts = LineField(theme, name=self.tr("Begins"), hint="19:00")
        self.ends = LineField(theme, name=self.tr("Ends"), hint="21:00")
        self.place = LineField(theme, name=self.tr("Place"), icon="pin")
        self.series = LineField(
            theme, name=self.tr("Series"), hint=self.tr("The name that its gatherings share")
        )
        self.interests = LineField(
            theme, name=self.tr("Interests"), hint=self.tr("wood, food, …"), icon="tag"
        )
        self.purpose = TextArea(
            theme, name=self.tr("What you go for"), lines=2, role="ui",
            hint=self.tr("Whom you would like to meet, what you bring"),
        )  # fmt: skip
        self.keep = Button(theme, self.tr("Keep"), kind="primary", key="Ctrl+Return")
        self.leave = Button(theme, self.tr("Cancel"), kind="ghost", key="Escape")
        self._fill(gathering)
        self._as_it_was = self.texts()
        self._lay_out(title)
        self.keep.clicked.connect(self.save)
        self.leave.clicked.connect(self.cancelled)
        self.purpose.submitted.connect(self.save)
        for field in self._lines().values():
            field.submitted.connect(lambda _words: self.save())
            field.changed.connect(self.edited)
        self.purpose.changed.connect(self.edited)
        self.name.left.connect(self._propose_series)
        shortcuts.bind(self, {"Ctrl+Return": self.save, "Ctrl+Enter": self.save})

    def begin(self) -> None:
        """Put the cursor into the name."""
        self.name.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _lines(self) -> dict[str, LineField]:
        return {
            "name": self.name, "on": self.on, "until": self.until, "starts": self.starts,
            "ends": self.ends, "place": self.place, "series": self.series,
            "interests": self.interests,
        }  # fmt: skip

    def texts(self) -> dict[str, str]:
        """What stands in the fields, also where it is no day or time yet."""
        typed = {key: field.text() for key, field in self._lines().items()}
        return {**typed, "purpose": self.purpose.text()}

    def is_touched(self) -> bool:
        """Whether anything was typed."""
        return self.texts() != self._as_it_was

    def show_texts(self, texts: Mapping[str, str]) -> None:
        """Show what once stood in the fields; the gathering is still as it was."""
        for key, field in self._lines().items():
            field.set_text(texts.get(key, ""))
        self.purpose.set_text(texts.get("purpose", ""))

    def show_typed(self, typed: Gathering) -> None:
        """Show what could not be kept; the gathering is still as it was."""
        self._fill(typed)
        self.on.set_day(typed.on)
        self.until.set_day(typed.until)

    def gathering(self) -> Gathering:
        """The gathering as it stands here."""
        starts, ends = parse_clock(self.starts.text()), parse_clock(self.ends.text())
        before = self.before
        same_clock = (starts, ends) == (before.starts, before.ends)
        return replace(
            before,
            name=self.name.text(),
            on=self.on.day() or before.on,
            until=self.until.day(),
            starts=starts,
            ends=ends,
            zone=before.zone if same_clock else None,
            place=self.place.text(),
            series=self.series.text(),
            interests=tuple(_BETWEEN.split(self.interests.text())),
            purpose=self.purpose.text(),
        )

    def save(self) -> None:
        """Keep it, if it has a name and its day and times are ones."""
        wrong = self._wrong()
        if wrong:
            wrong[0].setFocus()
            return
        self.saved.emit(self.before, self.gathering())

    def save_by_itself(self) -> bool:
        """Whether it could be kept as it stands: what was typed is not lost where one goes on."""
        if self._wrong() or not self._typed():
            return False
        self.saved.emit(self.before, self.gathering())
        return True

    def _typed(self) -> bool:
        now, before = self.gathering(), self.before
        return tidy(now) != (tidy(before) if before.name.strip() else before)

    def _wrong(self) -> list[LineField]:
        """Mark what cannot be kept, and say why."""
        wrong: list[LineField] = []
        for field, bad, sentence in (
            (self.name, not self.name.text().strip(), self.tr("A gathering needs a name")),
            (self.on, self.on.day() is None, self.tr("A day like 2026-10-15 or 10/15")),
            (self.until, self.until.is_wrong(), self.tr("A day like 2026-10-15 or 10/15")),
            (self.starts, _bad_clock(self.starts), self.tr("A time like 19:00")),
            (self.ends, _bad_clock(self.ends), self.tr("A time like 19:00")),
        ):
            field.set_error(sentence if bad else "")
            if bad:
                wrong.append(field)
        return wrong

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
            return
        super().keyPressEvent(event)

    def _fill(self, gathering: Gathering) -> None:
        self.name.set_text(gathering.name)
        self.starts.set_text(clock_text(gathering.starts))
        self.ends.set_text(clock_text(gathering.ends))
        self.place.set_text(gathering.place or "")
        self.series.set_text(gathering.series or "")
        comma = "、" if self._theme.language == "ja" else ", "
        self.interests.set_text(comma.join(gathering.interests))
        self.purpose.set_text(gathering.purpose or "")

    def _propose_series(self) -> None:
        """A numbered name names its series."""
        if not self.series.text().strip() and not self.before.id:
            self.series.set_text(series_of(self.name.text()) or "")

    def _lay_out(self, title: str) -> None:
        px = self._theme.px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        column.addWidget(Label(self._theme, title, role="heading"))
        self._row(column, self.name)
        self._row(column, self.on, self.until)
        self._row(column, self.starts, self.ends)
        self._row(column, self.place)
        self._row(column, self.series)
        self._row(column, self.interests)
        self._row(column, self.purpose)
        foot = QHBoxLayout()
        foot.setSpacing(px(8))
        foot.addWidget(self.keep)
        foot.addWidget(self.leave)
        foot.addStretch(1)
        column.addLayout(foot)
        column.addStretch(1)

    def _row(self, column: QVBoxLayout, *fields: LineField | TextArea) -> None:
        line = QHBoxLayout()
        line.setSpacing(self._theme.px(16))
        for field in fields:
            cell = QVBoxLayout()
            cell.setSpacing(self._theme.px(2))
            words = field.edit.accessibleName()
            cell.addWidget(Label(self._theme, words, role="small", color="ink3"))
            cell.addWidget(field)
            cell.addStretch(1)
            line.addLayout(cell, 1)
        column.addLayout(line)


def _bad_clock(field: LineField) -> bool:
    return bool(field.text().strip()) and parse_clock(field.text()) is None
