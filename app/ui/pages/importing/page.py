"""The import page: what is going on, and every wish of its parts turned into work."""

from collections.abc import Sequence
from datetime import date
from enum import Enum, auto
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
    QHideEvent,
)
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.domain.change import Change
from app.domain.errors import ExpectedError
from app.interchange.source import Source
from app.interchange.table_scan import Table
from app.ui import copied, shortcuts
from app.ui.chosen_files import ChooseCards
from app.ui.crash import contained
from app.ui.look import focus
from app.ui.look.theme import Theme
from app.ui.models.begun_import import Begun, begun_with, carried_over
from app.ui.models.import_session import Session
from app.ui.pages.importing import reading
from app.ui.pages.importing.answering import Answering
from app.ui.pages.importing.arriving import Arriving
from app.ui.pages.importing.columns import ColumnsDialog
from app.ui.pages.importing.comparing import Comparing
from app.ui.pages.importing.deciding import Deciding
from app.ui.pages.importing.earlier import Earlier
from app.ui.pages.importing.from_gathering import FromGathering
from app.ui.pages.importing.layout import ImportLayout
from app.ui.pages.importing.saving import Saving
from app.ui.pages.importing.unfinished import Unfinished
from app.ui.widgets import dialog
from app.ui.workspace import Workspace
from app.usecases import rejected, table_columns
from app.usecases.import_plan import Outcome, PlannedCard, ReadFile
from app.usecases.importing import JUST_MET_PROPOSED_UP_TO, ImportOutcome


class State(Enum):
    """What the page shows."""

    CHOOSE = auto()
    READING = auto()
    COMPARE = auto()
    WAITING = auto()
    DONE = auto()
    EARLIER = auto()


_COMPARES = frozenset({State.COMPARE, State.WAITING})


class ImportPage(QWidget):
    """Files come in by dialog, drop, paste or `add`; all go the same way."""

    people_wanted = Signal(object)
    """Show the people page; the ids of the people that an import brought."""
    notes_wanted = Signal(str)
    """The evening whose cards are to be written of, as text."""

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAccessibleName(self.tr("Import cards"))
        self.setAcceptDrops(True)
        self._workspace = workspace
        self._theme = theme
        self._state = State.CHOOSE
        self._asked_day = False
        self._told_day: date | None = None
        self._arriving = Arriving(workspace, self)
        self._comparing = Comparing(workspace, self)
        self._deciding = Deciding(workspace, self)
        self._answering = Answering(workspace, self)
        self._answering.answered.connect(self._refresh)
        self._saving = Saving(workspace, self)
        self._saving.saved.connect(self._saved)
        self._earlier = Earlier(workspace, theme, self._saving, self)
        self._unfinished = Unfinished(workspace, self._begun, self)
        self._answering.answered.connect(self._unfinished.soon)
        self._unfinished.found.connect(self._show_unfinished)
        self._goes_on: Begun | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._layout: ImportLayout | None = None
        self._build()
        self._connect()
        self._shortcuts()
        theme.measures_changed.connect(self._rebuild)
        workspace.changed.connect(self._changed)
        self._comparing.count()

    # what others may ask

    @property
    def state(self) -> State:
        return self._state

    @property
    def session(self) -> Session | None:
        """The comparison that is shown."""
        return self._comparing.session if self._state in _COMPARES else None

    def add_files(self, paths: Sequence[Path], met_on: date | None = None) -> None:
        """Read files, beside those that are compared already; the one door for all ways in.

        `met_on`, if whoever sent them said so, answers the question where the cards come from.
        """
        self._add([Path(p) for p in paths], met_on)

    def _add(self, given: Sequence[Source], met_on: date | None = None) -> None:
        new = list(dict.fromkeys(given))
        if not new:
            return
        if self._state not in {State.COMPARE, State.READING}:
            self._forget()
        self._told_day = met_on or self._told_day
        self._arriving.add(new)

    def compare_files(self, files: Sequence[ReadFile]) -> None:
        """Compare files that are read already."""
        self._arriving.put(files)
        self._comparing.compare(self._arriving.files)

    def show_waiting(self) -> None:
        """Show the cards of earlier imports that wait for a decision."""
        self._comparing.ask_waiting()

    def choose_files(self) -> None:
        """Open the file dialog."""
        box = ChooseCards(self)
        box.filesSelected.connect(self._chosen)
        box.open()

    def paste(self) -> None:
        """Read what was copied elsewhere."""
        self._take(QGuiApplication.clipboard().mimeData())

    def _take(self, data: QMimeData | None) -> None:
        if not self._deciding.under_way:
            self._arriving.take(data)

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
        made.choose.go_on_wanted.connect(self._go_on)
        made.choose.let_go_wanted.connect(self._ask_to_leave)
        made.earlier.left.connect(self.cancel)
        self._earlier.attach(made.earlier)
        made.reading.cancelled.connect(self.cancel)
        made.columns_wanted.connect(self.show_columns)
        made.characters.said.connect(self._characters_said)
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
        self._gathering.notes_wanted.connect(self.notes_wanted)
        made.done.more.addWidget(self._gathering)
        focus.lead(self, made)

    def _connect(self) -> None:
        arriving, deciding = self._arriving, self._deciding
        arriving.found.connect(self._add)
        arriving.begun.connect(self._read_begun)
        arriving.told.connect(self._read_told)
        arriving.ended.connect(self._read_ended)
        arriving.troubled.connect(self._show_troubles)
        arriving.failed.connect(self._not_compared)
        comparing = self._comparing
        comparing.compared.connect(self._compared)
        comparing.failed.connect(self._not_compared)
        comparing.waits.connect(self._show_waiting)
        comparing.nothing_waits.connect(self._nothing_waits)
        comparing.counted.connect(self._waiting_counted)
        deciding.busy.connect(arriving.wait)
        deciding.busy.connect(self._busy)
        deciding.written.connect(self._written)
        deciding.stopped.connect(self._stopped)
        deciding.imported.connect(self._imported)

    def _busy(self, on: bool) -> None:
        if on:  # what had the keys is closed meanwhile, and Esc must go on working
            self._parts.foot.cancel.setFocus(Qt.FocusReason.OtherFocusReason)
        self._parts.busy(on)

    def _written(self, done: int, cards: int) -> None:
        self._parts.foot.tell_written(done, cards)

    def _stopped(self) -> None:
        """Nothing is written, and all is as it was before the button."""
        self._refresh()
        self._parts.compare.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self._add(self._arriving.take_queue())

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
        if self.session is not None:
            self._show_session(self.session)
            if self._asked_day:
                self._parts.compare.question.ask(just_met=met is not None, day=day)
            self._parts.compare.list.go_to(row)
        if self._state is State.DONE and self._deciding.outcome is not None:
            self._show_outcome(self._deciding.outcome)
        if self._state is State.EARLIER:
            self._earlier.refresh()
        self._show_troubles()
        self._show_unfinished(self._unfinished.left)
        self._comparing.count()
        if self._deciding.under_way:
            self._busy(True)
        if had_focus:
            self._parts.setFocus()

    def _show(self, state: State) -> None:
        self._state = state
        self._parts.show_state(state.name)

    # reading

    def _chosen(self, names: list[str]) -> None:
        self.add_files([Path(name) for name in names])

    def _read_begun(self) -> None:
        self._comparing.drop()
        self._show(State.READING)
        self._parts.reading.begin()
        self._parts.setFocus()

    def _read_told(self, progress: reading.Progress) -> None:
        self._parts.reading.tell(progress)

    def _read_ended(self) -> None:
        if self._arriving.files:
            self._parts.reading.tell_comparing()
            self._comparing.compare(self._arriving.files)
        else:
            self._show(State.CHOOSE)
            self._show_troubles()

    def _show_troubles(self) -> None:
        self._parts.show_troubles(self._arriving.troubles)

    def _not_compared(self, error: ExpectedError) -> None:
        self._forget()
        self._show(State.CHOOSE)
        self._workspace.failed.emit(error)

    def _compared(self) -> None:
        session = self._comparing.session
        if session is None:
            return
        first_time = self._state is not State.COMPARE
        self._show(State.COMPARE)
        row = self._parts.compare.list.currentIndex().row()
        begun, self._goes_on = self._goes_on, None
        changed: tuple[str, ...] = ()
        if begun is not None:
            answers, changed = carried_over(begun, self._arriving.files)
            session.restore(answers)
        self._show_session(session)
        self._ask_the_question(session, begun)
        if first_time:
            self._parts.compare.list.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._parts.compare.list.go_to(row)
        self._show_troubles()
        self._parts.tell_changed(changed)

    def _ask_the_question(self, session: Session, begun: Begun | None) -> None:
        told, self._told_day = self._told_day, None
        if self._asked_day and told is None:
            return
        self._asked_day = True
        if begun is not None and told is None:
            just_met = begun.met_on is not None
            self._parts.compare.question.ask(just_met=just_met, day=begun.day)
            return
        just_met = told is not None or session.counts().cards <= JUST_MET_PROPOSED_UP_TO
        day = told or self._workspace.now().today
        self._parts.compare.question.ask(just_met=just_met, day=day)

    def _show_session(self, session: Session) -> None:
        self._answering.begin(session, self._comparing.waiting_ids)
        files = self._arriving.files
        waiting = self._state is State.WAITING
        self._parts.show_session(session, [file.name for file in files], waiting=waiting)
        tables = [(at, f.name) for at, f in enumerate(files) if f.table is not None]
        self._parts.show_tables(tables if self._state is State.COMPARE else [])
        self._parts.characters.show_files(files if self._state is State.COMPARE else [])

    def _refresh(self) -> None:
        if self.session is not None:
            self._parts.refresh(self.session, waiting=self._state is State.WAITING)

    # the columns of a table

    def show_columns(self, at: int) -> None:
        """Show what the columns of a file were taken for, to be put right."""
        file = self._arriving.files[at]
        if file.table is None or self._state is not State.COMPARE:
            return
        box = ColumnsDialog(self._theme, self, file.name, file.table)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.said.connect(partial(self._columns_said, at))
        box.open()

    def _columns_said(self, at: int, table: Table) -> None:
        """Remember it, and read the file again."""
        file = self._arriving.files[at]
        if table == file.table or self._state is not State.COMPARE:
            return
        if not self._arriving.put_back(file, table=table):
            return
        self._show(State.READING)
        self._workspace.do(lambda store: table_columns.remember(store, table)).then(
            self._remembered, self._not_remembered
        )

    def _not_remembered(self, error: ExpectedError) -> None:
        """It counts for these files all the same."""
        self._workspace.failed.emit(error)
        self._remembered()

    def _remembered(self, _nothing: None = None) -> None:
        if self._state is State.READING:
            self._arriving.read()

    def _characters_said(self, at: int, codec: str) -> None:
        """Read the file again, in these characters."""
        file = self._arriving.files[at]
        if self._state is State.COMPARE and self._arriving.put_back(file, codec):
            self._arriving.read()

    # the import

    def accept(self) -> None:
        """Import, with the answers given."""
        session = self.session
        if self._state is not State.COMPARE or session is None or self._deciding.under_way:
            return
        counts = session.counts()
        if counts.cards == counts.left_out:
            return
        if self._parts.compare.question.is_wrong():
            self._parts.compare.question.set_error()
            return
        self._deciding.accept(session, self._parts.compare.question.met_on())

    def show_outcome(self, outcome: ImportOutcome) -> None:
        """Show what an import did."""
        self._deciding.outcome = outcome
        self._show(State.DONE)
        self._show_outcome(outcome)
        self._parts.setFocus()

    def _show_outcome(self, outcome: ImportOutcome) -> None:
        self._parts.show_outcome(outcome, len(self._rejected()))
        self._gathering.ask_of(outcome.batch)

    def _imported(self, outcome: ImportOutcome) -> None:
        self._unfinished.end()
        self.show_outcome(outcome)
        self._add(self._arriving.take_queue())

    def _undo(self) -> None:
        self._gathering.take_back()
        self._deciding.undo()

    def _people(self) -> None:
        self.people_wanted.emit(self._deciding.people())

    def _again(self) -> None:
        self._forget()
        self._show(State.CHOOSE)
        self._show_troubles()
        self._comparing.count()
        self._parts.setFocus()

    def _forget(self) -> None:
        """Begin anew; nothing of an import that was not accepted is kept."""
        self._arriving.forget()
        self._comparing.forget()
        self._deciding.outcome = None
        self._asked_day, self._told_day, self._goes_on = False, None, None
        self._answering.begin(None)

    # the way out

    def cancel(self) -> None:
        """Esc: stop reading or writing; leave the comparison (asking, where answers would be
        lost).
        """
        if self._deciding.under_way:
            self._deciding.stop()
            self._parts.foot.stopping()
        elif self._state is State.READING:
            self._arriving.stop()
            self._comparing.drop()
            if self._comparing.session is not None and self._arriving.files:
                self._show(State.COMPARE)
            else:
                self._again()
        elif self._state is State.COMPARE:
            if self.session is not None and self.session.choices:
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
        box.accepted.connect(self._unfinished.end)
        box.accepted.connect(self._again)
        box.open()

    # an import that was begun before

    def _begun(self) -> Begun | None:
        session, question = self.session, self._parts.compare.question
        if self._state is not State.COMPARE or session is None:
            return None
        return begun_with(
            self._arriving.files, session.answers(), question.met_on(), question.day()
        )

    def _show_unfinished(self, begun: Begun | None) -> None:
        self._parts.choose.show_unfinished(begun)

    def _go_on(self) -> None:
        """Read its files again; the answers follow when they are compared."""
        begun = self._unfinished.left
        if begun is not None and self._state is State.CHOOSE:
            self._forget()
            self._goes_on = begun
            codecs = {f.given: f.codec for f in begun.files if f.codec is not None}
            self._arriving.add([f.given for f in begun.files], codecs)

    @contained
    def hideEvent(self, event: QHideEvent) -> None:
        """Out of sight: for another page, locked, or at the end of the program."""
        self._unfinished.keep()
        super().hideEvent(event)

    # cards that wait

    def _waiting_counted(self, waiting: int, imported: bool) -> None:
        self._parts.choose.show_waiting(waiting)
        self._parts.choose.earlier.setVisible(imported)

    def _nothing_waits(self) -> None:
        if self._state is State.WAITING:
            self._again()

    def _show_waiting(self) -> None:
        again = self._state is State.WAITING
        row = self._parts.compare.list.currentIndex().row() if again else -1
        self._show(State.WAITING)
        if self.session is not None:
            self._show_session(self.session)
        if again:
            self._parts.compare.list.go_to(min(row, len(self._comparing.waiting_ids)))
        self._parts.compare.list.setFocus(Qt.FocusReason.OtherFocusReason)

    # what others did

    def _changed(self, change: Change) -> None:
        if self._deciding.under_way:
            return
        if self._state is State.DONE and self._deciding.is_of(change):
            self._deciding.outcome = None
            self._comparing.compare(self._arriving.files)
        elif self._state is State.COMPARE:
            self._comparing.compare(self._arriving.files)
        elif self._state is State.WAITING:
            self.show_waiting()
        elif self._state is State.EARLIER:
            self._earlier.refresh()
        self._comparing.count()

    # saving what was rejected

    def _rejected(self) -> list[PlannedCard]:
        outcome = self._deciding.outcome
        if outcome is not None:
            return list(outcome.plan.of(Outcome.UNREADABLE))
        return self.session.rejected if self.session is not None else []

    def _ask_where_to_save(self) -> None:
        self._saving.ask(rejected.of_cards(self._rejected()))

    def _saved(self, trouble: str) -> None:
        self._parts.tell_saved(trouble)

    # dropping anywhere

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if not self._deciding.under_way and copied.may_be_cards(event.mimeData()):
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
