"""The calendar for a phone: what goes into it, how much it says, and where it was written."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.calendar_day import Form
from app.domain.errors import ExpectedError
from app.ui import plain
from app.ui.background import Task
from app.ui.chosen_files import ask_where
from app.ui.look.theme import Theme
from app.ui.plain import Label
from app.ui.widgets.choice import CheckBox, Segments
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.notice import Notice
from app.ui.words.notices import Notices
from app.ui.workspace import Workspace
from app.usecases import calendar_feed
from app.usecases.calendar_feed import FeedOutcome, FeedWords, Wanted, What

if TYPE_CHECKING:
    from app.store.reader import Reader


class FeedDialog(Dialog):
    """Chooses, writes, and says what was written. Begins with the least that is of use."""

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None) -> None:
        super().__init__(theme, parent, "")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._workspace = workspace
        self._names = {
            What.PROMISES: self.tr("My promises"),
            What.FOLLOW_UPS: self.tr("Next contacts"),
            What.BIRTHDAYS: self.tr("Birthdays"),
        }
        self._form_place = QWidget()
        column = QVBoxLayout(self._form_place)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        self.what = {kind: CheckBox(theme, words, on=True) for kind, words in self._names.items()}
        for tick in self.what.values():
            tick.toggled.connect(self._ticked)
            column.addWidget(tick, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(theme.px(8))
        self.form = Segments(
            theme,
            [
                (Form.EVENTS.value, self.tr("Days in the calendar")),
                (Form.TASKS.value, self.tr("Tasks")),
            ],
            Form.EVENTS.value,
            name=self.tr("In which form"),
        )
        self.form.chosen.connect(self._explain)
        self._about = Label(theme, "", color="ink2", wrap=True)
        self.said = CheckBox(theme, self.tr("With what was promised and noted"))
        self.said.toggled.connect(self._explain)
        self._private = Label(theme, "", color="ink2", wrap=True)
        column.addWidget(self.form)
        column.addWidget(self._about)
        column.addSpacing(theme.px(8))
        column.addWidget(self.said, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._private)
        column.addSpacing(theme.px(10))
        self.trouble = Notice(theme, " ", " ", icon="warn")
        self.trouble.hide()
        self._open = Notice(
            theme,
            self.tr("The file will not be encrypted"),
            self.tr(
                "Whoever has it can read the names in it, and most phones send their calendar to "
                "their maker. Delete it when it has served its purpose."
            ),
            icon="lock",
        )
        self.body.addSpacing(theme.px(8))
        for part in (self._form_place, self.trouble, self._open):
            self.body.addWidget(part)
        self.cancel = self.add_button(self.tr("Cancel"), kind="ghost")
        self.cancel.clicked.connect(self.reject)
        self.go_on = self.add_button(self.tr("Choose where…"), kind="primary")
        self.go_on.setDefault(True)
        self.go_on.clicked.connect(self._ask_where)
        self._title(self.tr("Calendar for your phone"))
        self._explain()
        self.go_on.setFocus()
        now = workspace.now()

        def count(reader: "Reader", _task: Task) -> dict[What, int]:
            return calendar_feed.count(reader, now)

        workspace.apart(count).then(self._counted)

    # what is asked for

    @property
    def wanted(self) -> Wanted:
        """What is chosen."""
        what = frozenset(kind for kind, tick in self.what.items() if tick.isChecked())
        return Wanted(what, Form(self.form.value()), self.said.isChecked())

    def _counted(self, counts: dict[What, int]) -> None:
        for kind, tick in self.what.items():
            words = self.tr("{kind} ({count})").format(kind=self._names[kind], count=counts[kind])
            tick.setText(words)
            tick.setEnabled(counts[kind] > 0)
            if not counts[kind]:
                tick.setChecked(False)
        self._ticked()

    def _ticked(self) -> None:
        self.go_on.setEnabled(bool(self.wanted.what))

    def _explain(self) -> None:
        tasks = self.wanted.form is Form.TASKS
        self._about.setText(
            self.tr("For programs that tick off tasks; most phones show none. Birthdays stay days.")
            if tasks
            else self.tr("All-day entries, which every phone shows. They make nobody busy.")
        )
        self._private.setText(
            self.tr("The words stand inside the entry. Its title has only the name and the kind.")
            if self.said.isChecked()
            else self.tr("Only the name and the kind, such as “Birthday: Mio Hayasaka”.")
        )
        self._fit()

    # writing

    def _ask_where(self) -> None:
        name, kinds = "enishi.ics", self.tr("Calendar (*.ics)")
        ask_where(self, self.tr("Calendar for your phone"), name, self.write, kinds)

    def write(self, path: str) -> None:
        """Write a file. The dialog of its place asked whether one that is there may go."""
        wanted, now = self.wanted, self._workspace.now()
        words = FeedWords(
            calendar="Enishi",
            promise=self.tr("Promise: {name}"),
            follow_up=self.tr("Be in touch: {name}"),
            birthday=self.tr("Birthday: {name}"),
        )

        def work(reader: "Reader", _task: Task) -> FeedOutcome:
            return calendar_feed.write(reader, Path(path), wanted, words, now=now, replace=True)

        self.trouble.hide()
        self._form_place.setEnabled(False)
        self.go_on.set_busy(self.tr("Writing…"))
        self._workspace.apart(work).then(self._written, self._failed)

    def _written(self, outcome: FeedOutcome) -> None:
        self.go_on.set_busy("")
        self._form_place.hide()
        self.cancel.hide()
        self._title(self.tr("%n day(s) written", "", outcome.days))
        how = self.tr(
            "Send the file to your phone and open it there. Written again later, it brings the "
            "days up to date and doubles none; what is done meanwhile you delete there."
        )
        self.words.setText(f"{outcome.path}\n\n{how}")
        self.words.show()
        self.setAccessibleDescription(self.words.text())
        self._open.title.setText(self.tr("The file is not encrypted"))
        self.go_on.setText(self.tr("Close"))
        self.go_on.clicked.disconnect(self._ask_where)
        self.go_on.clicked.connect(self.accept)
        self.go_on.setFocus()
        self._fit()
        self.activateWindow()

    def _failed(self, error: ExpectedError) -> None:
        self.go_on.set_busy("")
        self._form_place.setEnabled(True)
        notice = Notices(self).error(error)
        self.trouble.tell(notice.title, notice.words)
        self.trouble.setVisible(True)
        self._fit()

    # saying

    def _title(self, words: str) -> None:
        self.heading.setText(words)
        self.setWindowTitle(plain.window_title(words))

    def _fit(self) -> None:
        self._outer.activate()
        if self.isVisible():
            self.resize(self.sizeHint())
