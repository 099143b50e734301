"""The next contact with a person: a day, and what for."""

from collections.abc import Mapping
from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QWidget

from app.domain.reminder import FollowUp
from app.ui.crash import contained
from app.ui.look.theme import Theme
from app.ui.pages.people.begun import Begun, Place
from app.ui.widgets.calendar import Calendar
from app.ui.widgets.day_field import DayField
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.field import LineField

_USUAL_DAYS = 7


class FollowUpDialog(Dialog):
    """Emits `kept(day, note)` or `dropped()`, and closes."""

    kept = Signal(object, str)
    dropped = Signal()
    edited = Signal()
    """Something else stands in a field."""
    left = Signal()
    """It was answered or cancelled: what stands in it is wanted no more."""

    def __init__(
        self,
        theme: Theme,
        parent: QWidget | None,
        person: str,
        today: date,
        follow_up: FollowUp | None,
    ) -> None:
        """`person` is how a sentence calls them."""
        super().__init__(theme, parent, self.tr("Next contact with {person}").format(person=person))
        self.key = (Place.NEXT, follow_up.id if follow_up is not None else "")
        day = follow_up.due if follow_up is not None else today + timedelta(_USUAL_DAYS)
        self.note = LineField(theme, name=self.tr("What for"), hint=self.tr("What for"))
        self.note.set_text((follow_up.note or "") if follow_up is not None else "")
        self.day = DayField(theme, today, name=self.tr("Day"), day=day, past=False)
        self.calendar = Calendar(theme, max(day, today), today, earliest=today)
        self.body.addWidget(self.note)
        self.body.addWidget(self.day)
        self.body.addWidget(self.calendar)
        if follow_up is not None:
            drop = self.add_button(self.tr("Take it away"), kind="ghost")
            drop.clicked.connect(self._drop)
        self.add_button(self.tr("Cancel"), result=QDialog.DialogCode.Rejected)
        keep = self.add_button(self.tr("Keep"), kind="primary")
        keep.setDefault(True)
        keep.clicked.connect(self._keep)
        self.note.submitted.connect(self._keep)
        self.day.submitted.connect(self._keep)
        self.calendar.moved.connect(self.day.set_day)
        self.calendar.chosen.connect(self._chosen)
        self.day.day_changed.connect(self._typed)
        self._as_it_was = self.texts()
        for field in (self.note, self.day):
            field.changed.connect(self.edited)
        self.finished.connect(self._ended)
        self._closed = False
        self.note.setFocus()

    def texts(self) -> dict[str, str]:
        """What stands in the fields, by their names."""
        return {"words": self.note.text(), "day": self.day.text()}

    def show_texts(self, texts: Mapping[str, str]) -> None:
        """Show what once stood in the fields."""
        self.note.set_text(texts["words"])
        self.day.set_text(texts["day"])

    def is_touched(self) -> bool:
        """Whether anything was typed or chosen."""
        return self.texts() != self._as_it_was

    def begun(self) -> Begun:
        """What stands here, for taking it up again."""
        return Begun(*self.key, self.texts())

    @contained
    def closeEvent(self, event: QCloseEvent) -> None:
        self._closed = True  # as the program ends: that is no answer
        super().closeEvent(event)

    def _ended(self) -> None:
        if not self._closed:
            self.left.emit()

    def show_typed(self, due: date, note: str) -> None:
        """Show what was typed and could not be kept."""
        self.day.set_day(due)
        self.note.set_text(note)

    def _typed(self) -> None:
        day = self.day.day()
        if day is not None:
            self.day.set_error("")
            self.calendar.blockSignals(True)
            self.calendar.set_day(day)
            self.calendar.blockSignals(False)

    def _chosen(self, day: date) -> None:
        self.day.set_day(day)

    def _keep(self) -> None:
        day = self.day.day()
        if day is None:
            self.day.set_error(self.tr("A day like 2026-10-15 or 10/15"))
            self.day.setFocus()
            return
        self.kept.emit(day, self.note.text().strip())
        self.accept()

    def _drop(self) -> None:
        self.dropped.emit()
        self.accept()
