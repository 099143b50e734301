"""The import page: what is going on, and every wish of its parts turned into work."""

from collections.abc import Sequence
from datetime import date
from enum import Enum, auto
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
)
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.domain.change import Change
from app.domain.errors import ExpectedError
from app.domain.imports import ImportBatch
from app.interchange.source import InMemory, Source
from app.interchange.table_scan import Table
from app.ui import copied, shortcuts
from app.ui.background import Reply, Task
from app.ui.chosen_files import ChooseCards
from app.ui.look import focus
from app.ui.look.theme import Theme
from app.ui.models.import_session import Session
from app.ui.pages.importing import reading
from app.ui.pages.importing.answering import Answering
from app.ui.pages.importing.columns import ColumnsDialog
from app.ui.pages.importing.earlier import Earlier
from app.ui.pages.importing.from_gathering import FromGathering
from app.ui.pages.importing.layout import ImportLayout
from app.ui.pages.importing.reading import Files, FileTrouble, Waiting
from app.ui.pages.importing.saving import Saving
from app.ui.widgets import dialog
from app.ui.workspace import Workspace
from app.usecases import rejected, table_columns, undoing
from app.usecases.import_plan import Outcome, PlannedCard, ReadFile
from app.usecases.importing import JUST_MET_PROPOSED_UP_TO, ImportOutcome
from app.usecases.table_columns import Columns

if TYPE_CHECKING:
    from app.store.reader import Reader


class State(Enum):
    """What the page shows."""

    CHOOSE = auto()
    READING = auto()
    COMPARE = auto()
    WAITING = auto()
    DONE = auto()
    EARLIER = auto()


class ImportPage(QWidget):
    """Files come in by dialog, drop, paste or `add`; all go the same way."""

    people_wanted = Signal(object)
    """Show the people page; the ids of the people that an import brought."""

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAcceptDrops(True)
        self._workspace = workspace
        self._theme = theme
        self._state = State.CHOOSE
        self._files: tuple[ReadFile, ...] = ()
        self._troubles: list[FileTrouble] = []
        self._queue: list[Source] = []
        self._session: Session | None = None
        self._waiting_ids: tuple[str, ...] = ()
        self._outcome: ImportOutcome | None = None
        self._asked_day = False
        self._told_day: date | None = None
        self._importing = False
        self._answering = Answering(workspace, self)
        self._answering.answered.connect(self._refresh)
        self._saving = Saving(workspace, self)
        self._saving.saved.connect(self._saved)
        self._earlier = Earlier(workspace, theme, self._saving, self)
        self._under_way: Reply[Files] | Reply[Session] | Reply[Columns] | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._layout: ImportLayout | None = None
        self._build()
        self._shortcuts()
        theme.measures_changed.connect(self._rebuild)
        workspace.changed.connect(self._changed)
        self._count_waiting()

    # what others may ask

    @property
    def state(self) -> State:
        return self._state

    @property
    def session(self) -> Session | None:
        """The comparison that is shown."""
        return self._session if self._state in {State.COMPARE, State.WAITING} else None

    def add_files(self, paths: Sequence[Path], met_on: date | None = None) -> None:
        """Read files, beside those that are compared already; the one door for all ways in.

        `met_on`, if whoever sent them said so, answers the question where the cards come from.
        """
        self._add([Path(p) for p in paths], met_on)

    def _add(self, given: Sequence[Source], met_on: date | None = None) -> None:
        new = list(dict.fromkeys(given))
        if not new:
            return
        if self._state in {State.DONE, State.WAITING, State.EARLIER}:
            self._forget()
        self._told_day = met_on or self._told_day
        self._queue += [one for one in new if one not in self._queue]
        if not self._importing and self._state is not State.READING:
            self._read()

    def compare_files(self, files: Sequence[ReadFile]) -> None:
        """Compare files that are read already."""
        self._files += tuple(files)
        self._compare()

    def show_waiting(self) -> None:
        """Show the cards of earlier imports that wait for a decision."""
        self._workspace.ask(reading.waiting).then(self._show_waiting)

    def choose_files(self) -> None:
        """Open the file dialog."""
        box = ChooseCards(self)
        box.filesSelected.connect(self._chosen)
        box.open()

    def paste(self) -> None:
        """Read what was copied elsewhere."""
        self._take(QGuiApplication.clipboard().mimeData())

    def _take(self, data: QMimeData | None) -> None:
        """Read files, text or a picture that came from elsewhere; nothing is written to disk."""
        if self._importing:
            return
        name = self.tr("Clipboard")
        try:
            found = copied.copied(data)
        except ExpectedError as error:
            self._troubles = [t for t in self._troubles if t.name != name]
            self._troubles.append(FileTrouble(name, error))
            self._show_troubles()
            return
        if isinstance(found, QImage):
            self._workspace.free(lambda _task: copied.picture_bytes(found)).then(self._pasted)
        elif isinstance(found, bytes):
            self._pasted(found)
        else:
            self.add_files(found)

    def _pasted(self, data: bytes) -> None:
        self._troubles = [t for t in self._troubles if t.name != self.tr("Clipboard")]
        self._add([InMemory(self.tr("Clipboard"), data)])

    def show_earlier(self) -> None:
        """Show the imports of earlier days."""
        if self._state is State.CHOOSE:
            self._show(State.EARLIER)
            self._earlier.refresh()
            self._parts.setFocus()

    # building

    def _build(self) -> None:
        made = ImportLayout(self._theme, self._workspace.now().today, self)
        self._column.addWidget(made)
        self._layout = made
        made.choose.choose_wanted.connect(self.choose_files)
        made.choose.dropped.connect(self.add_files)
        made.choose.paste_wanted.connect(self.paste)
        made.choose.waiting_wanted.connect(self.show_waiting)
        made.choose.earlier_wanted.connect(self.show_earlier)
        made.earlier.left.connect(self.cancel)
        self._earlier.attach(made.earlier)
        made.reading.cancelled.connect(self.cancel)
        made.columns_wanted.connect(self.show_columns)
        made.foot.left.connect(self.cancel)
        made.foot.imported.connect(self.accept)
        self._answering.attach(made.compare)
        made.compare.panel.save_wanted.connect(self._ask_where_to_save)
        made.done.people_wanted.connect(self._people)
        made.done.waiting_wanted.connect(self.show_waiting)
        made.done.undo_wanted.connect(self._undo)
        made.done.again_wanted.connect(self._again)
        made.done.save_wanted.connect(self._ask_where_to_save)
        self._gathering = FromGathering(self._workspace, self._theme)
        made.done.more.addWidget(self._gathering)
        focus.lead(self, made)

    def _shortcuts(self) -> None:
        shortcuts.bind(
            self,
            {
                "Ctrl+O": self.choose_files,
                "Ctrl+V": self.paste,
                "Esc": self.cancel,
                "Ctrl+Return": self.accept,
                "Ctrl+Enter": self.accept,
                "M": self._answering.merge,
                "N": self._answering.different,
            },
        )

    @property
    def _parts(self) -> ImportLayout:
        assert self._layout is not None  # noqa: S101 - made in __init__, replaced at once
        return self._layout

    def _rebuild(self) -> None:
        """Sizes or language changed: the same state in new widgets."""
        old = self._parts
        met = old.compare.question.met_on()
        day = old.compare.question.day()
        row = old.compare.list.currentIndex().row()
        had_focus = old.isAncestorOf(QApplication.focusWidget() or self)
        self._column.removeWidget(old)
        old.hide()
        old.setParent(None)
        old.deleteLater()
        self._build()
        self._show(self._state)
        if self._session is not None and self._state in {State.COMPARE, State.WAITING}:
            self._show_session(self._session)
            if self._asked_day:
                self._parts.compare.question.ask(just_met=met is not None, day=day)
            self._parts.compare.list.go_to(row)
        if self._state is State.DONE and self._outcome is not None:
            self._show_outcome(self._outcome)
        if self._state is State.EARLIER:
            self._earlier.refresh()
        self._show_troubles()
        self._count_waiting()
        if had_focus:
            self._parts.setFocus()

    def _show(self, state: State) -> None:
        self._state = state
        self._parts.show_state(state.name)

    # reading

    def _chosen(self, names: list[str]) -> None:
        self.add_files([Path(name) for name in names])

    def _read(self) -> None:
        self._show(State.READING)
        self._parts.reading.begin()
        self._parts.setFocus()

        asked = self._workspace.ask(table_columns.remembered)
        self._under_way = asked.then(self._read_with, self._not_compared)

    def _read_with(self, columns: Columns) -> None:
        """Read what is queued; `columns` is what was said of tables earlier."""
        paths, self._queue = tuple(self._queue), []

        def work(task: Task) -> Files:
            return reading.read(paths, columns, task)

        reply = self._workspace.free(work)
        reply.on_progress(self._parts_tell).then(self._read_done)
        self._under_way = reply

    def _parts_tell(self, progress: reading.Progress) -> None:
        self._parts.reading.tell(progress)

    def _read_done(self, files: Files) -> None:
        self._under_way = None
        if files.stopped:
            return
        self._troubles += files.troubles
        if self._queue:
            self._files += files.read
            self._read()
        elif self._files or files.read:
            self._parts.reading.tell_comparing()
            self.compare_files(files.read)
        else:
            self._show(State.CHOOSE)
            self._show_troubles()

    def _show_troubles(self) -> None:
        self._parts.show_troubles(self._troubles)

    def _compare(self) -> None:
        """Ask what an import would do; the answers given stay."""
        files = self._files

        def question(reader: "Reader") -> Session:
            return reading.compare(reader, files)

        reply = self._workspace.ask(question)
        reply.then(self._compared, self._not_compared)
        self._under_way = reply

    def _not_compared(self, error: ExpectedError) -> None:
        self._forget()
        self._show(State.CHOOSE)
        self._workspace.failed.emit(error)

    def _compared(self, session: Session) -> None:
        self._under_way = None
        before, self._session = self._session, session
        if before is not None:
            session.carry(before)
        first_time = self._state is not State.COMPARE
        self._show(State.COMPARE)
        row = self._parts.compare.list.currentIndex().row()
        self._show_session(session)
        self._ask_the_question(session)
        if first_time:
            self._parts.compare.list.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._parts.compare.list.go_to(row)
        self._show_troubles()

    def _ask_the_question(self, session: Session) -> None:
        told, self._told_day = self._told_day, None
        if self._asked_day and told is None:
            return
        self._asked_day = True
        just_met = told is not None or session.counts().cards <= JUST_MET_PROPOSED_UP_TO
        day = told or self._workspace.now().today
        self._parts.compare.question.ask(just_met=just_met, day=day)

    def _show_session(self, session: Session) -> None:
        self._answering.begin(session, self._waiting_ids)
        self._parts.show_session(
            session, [file.name for file in self._files], waiting=self._state is State.WAITING
        )
        tables = [(at, f.name) for at, f in enumerate(self._files) if f.table is not None]
        self._parts.show_tables(tables if self._state is State.COMPARE else [])

    def _refresh(self) -> None:
        if self._session is not None:
            self._parts.refresh(self._session, waiting=self._state is State.WAITING)

    # the columns of a table

    def show_columns(self, at: int) -> None:
        """Show what the columns of a file were taken for, to be put right."""
        file = self._files[at]
        if file.table is None or self._state is not State.COMPARE:
            return
        box = ColumnsDialog(self._theme, self, file.name, file.table)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.said.connect(partial(self._columns_said, at))
        box.open()

    def _columns_said(self, at: int, table: Table) -> None:
        """Remember it, and read the file again."""
        file = self._files[at]
        if table == file.table or file.given is None or self._state is not State.COMPARE:
            return
        self._files = tuple(other for other in self._files if other is not file)
        self._queue.append(file.given)
        self._show(State.READING)
        self._workspace.do(lambda store: table_columns.remember(store, table)).then(
            self._remembered, self._not_compared
        )

    def _remembered(self, _nothing: None) -> None:
        if self._state is State.READING:
            self._read()

    # the import

    def accept(self) -> None:
        """Import, with the answers given."""
        session = self._session
        if self._state is not State.COMPARE or session is None or self._importing:
            return
        counts = session.counts()
        if counts.cards == counts.left_out:
            return
        if self._parts.compare.question.is_wrong():
            self._parts.compare.question.set_error()
            return
        self._importing = True
        self._parts.busy(True)
        plan, choices = session.plan, dict(session.choices)
        met_on, now = self._parts.compare.question.met_on(), self._workspace.now()
        self._workspace.do(
            lambda store: reading.accept(store, plan, now=now, choices=choices, met_on=met_on)
        ).then(self._imported, self._not_imported)

    def show_outcome(self, outcome: ImportOutcome) -> None:
        """Show what an import did."""
        self._outcome = outcome
        self._show(State.DONE)
        self._show_outcome(outcome)
        self._parts.setFocus()

    def _show_outcome(self, outcome: ImportOutcome) -> None:
        self._parts.show_outcome(outcome, len(self._rejected()))
        self._gathering.ask_of(outcome.batch)

    def _imported(self, outcome: ImportOutcome) -> None:
        self._importing = False
        self._parts.busy(False)
        self.show_outcome(outcome)
        if self._queue:
            queue, self._queue = self._queue, []
            self._add(queue)

    def _not_imported(self, error: ExpectedError) -> None:
        self._importing = False
        self._parts.busy(False)
        self._workspace.failed.emit(error)

    def _undo(self) -> None:
        change = self._outcome.change if self._outcome else None
        if change is not None:
            self._gathering.take_back()
            seq, now = change.seq, self._workspace.now()
            self._workspace.do(lambda store: undoing.undo(store, now=now, seq=seq))

    def _people(self) -> None:
        change = self._outcome.change if self._outcome else None
        self.people_wanted.emit(tuple(sorted(change.people())) if change else ())

    def _again(self) -> None:
        self._forget()
        self._show(State.CHOOSE)
        self._show_troubles()
        self._count_waiting()
        self._parts.setFocus()

    def _forget(self) -> None:
        """Begin anew; nothing of an import that was not accepted is kept."""
        self._files, self._troubles, self._session = (), [], None
        self._outcome, self._asked_day, self._waiting_ids = None, False, ()
        self._told_day = None
        self._answering.begin(None)

    # the way out

    def cancel(self) -> None:
        """Esc: stop reading; leave the comparison (asking, where answers would be lost)."""
        if self._state is State.READING:
            if self._under_way is not None:
                self._under_way.cancel()
                self._under_way.drop()
                self._under_way = None
            self._queue = []
            if self._session is not None and self._files:
                self._show(State.COMPARE)
            else:
                self._again()
        elif self._state is State.COMPARE and not self._importing:
            if self._session is not None and self._session.choices:
                self._ask_to_leave()
            else:
                self._again()
        elif self._state in {State.WAITING, State.DONE, State.EARLIER}:
            self._again()

    def _ask_to_leave(self) -> None:
        box = dialog.question(
            self._theme,
            self,
            self.tr("Stop this import?"),
            self.tr("Nothing has been imported yet. Your answers to these cards are let go."),
            accept=self.tr("Stop"),
            reject=self.tr("Go on"),
            careful=True,
        )
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.accepted.connect(self._again)
        box.open()

    # cards that wait

    def _count_waiting(self) -> None:
        self._workspace.ask(reading.standing).then(self._waiting_counted)

    def _waiting_counted(self, standing: tuple[int, bool]) -> None:
        waiting, imported = standing
        self._parts.choose.show_waiting(waiting)
        self._parts.choose.earlier.setVisible(imported)

    def _show_waiting(self, waiting: Waiting) -> None:
        if not waiting.ids:
            if self._state is State.WAITING:
                self._again()
            return
        again = self._state is State.WAITING
        row = self._parts.compare.list.currentIndex().row() if again else -1
        self._session, self._waiting_ids = waiting.session, waiting.ids
        self._show(State.WAITING)
        self._show_session(waiting.session)
        if again:
            self._parts.compare.list.go_to(min(row, len(waiting.ids)))
        self._parts.compare.list.setFocus(Qt.FocusReason.OtherFocusReason)

    # what others did

    def _changed(self, change: Change) -> None:
        if self._importing:
            return
        batch = self._outcome.batch if self._outcome else None
        ours = batch is not None and any(
            isinstance(e.record, ImportBatch) and e.record.id == batch.id for e in change.edits
        )
        if self._state is State.DONE and ours:
            self._outcome = None
            self._compare()
        elif self._state is State.COMPARE:
            self._compare()
        elif self._state is State.WAITING:
            self.show_waiting()
        elif self._state is State.EARLIER:
            self._earlier.refresh()
        self._count_waiting()

    # saving what was rejected

    def _rejected(self) -> list[PlannedCard]:
        if self._outcome is not None:
            return list(self._outcome.plan.of(Outcome.UNREADABLE))
        return self._session.rejected if self._session is not None else []

    def _ask_where_to_save(self) -> None:
        self._saving.ask(rejected.of_cards(self._rejected()))

    def _saved(self, trouble: str) -> None:
        self._parts.tell_saved(trouble)

    # dropping anywhere

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if not self._importing and copied.may_be_cards(event.mimeData()):
            event.acceptProposedAction()
            self._parts.choose.zone.set_over(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._parts.choose.zone.set_over(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._parts.choose.zone.set_over(False)
        if copied.may_be_cards(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self._take(event.mimeData())
