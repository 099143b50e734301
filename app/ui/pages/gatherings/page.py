"""The gatherings page: the list at the left, one gathering at the right."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QHideEvent,
    QKeyEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QWidget

from app.domain.change import Change
from app.domain.errors import ExpectedError
from app.domain.gathering import Gathering
from app.ui import panes, shortcuts
from app.ui.chosen_files import ChooseCalendars
from app.ui.crash import contained
from app.ui.look import focus
from app.ui.look.theme import Theme
from app.ui.pages.gatherings import questions
from app.ui.pages.gatherings.begun_form import Begun, BegunForm
from app.ui.pages.gatherings.calendar_dialog import CalendarDialog
from app.ui.pages.gatherings.detail_pane import GatheringPane
from app.ui.pages.gatherings.list_pane import GatheringsPane
from app.ui.pages.gatherings.picker import PeoplePicker, Picked
from app.ui.pages.gatherings.questions import Known, Listed
from app.ui.recall.dialog import RecallDialog
from app.ui.still import refused
from app.ui.widgets.button import Button
from app.ui.widgets.drop import dropped_files
from app.ui.widgets.notice import EmptyState
from app.ui.workspace import Workspace
from app.usecases import gathering_import, gatherings
from app.usecases.evenings import Evening, Of
from app.usecases.gathering_import import CalendarsRead, PlannedGathering
from app.usecases.gathering_proposals import Proposal

if TYPE_CHECKING:
    from app.store.reader import Reader
    from app.ui.background import Reply, Task

SIDEBAR = 208


class GatheringsPage(QWidget):
    """Chooses, shows and edits gatherings. Every write is a use case; the window tells of it."""

    open_person = Signal(str)
    notes_wanted = Signal(str)
    """The evening whose cards are to be written of, as text."""

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Gatherings"))
        self.setAcceptDrops(True)
        self.setProperty("ready", False)
        self._workspace = workspace
        self._theme = theme
        self._unkept: dict[str, tuple[str | None, str]] = {}
        """Notes that were refused, by their gathering: what was kept then, and what was typed."""
        self._current: str | None = None
        self._asking: Reply[Known | None] | None = None
        self._reading: Reply[CalendarsRead] | None = None
        self._proposal: Proposal | None = None
        self._going_to_made = False
        self._form = BegunForm(workspace, self._begun, self)
        self._form.came.connect(self._form_came)
        self.calendar: CalendarDialog | None = None
        self.picker: PeoplePicker | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._build()
        shortcuts.bind(
            self,
            {
                "/": self._to_search,
                "A": self.add_people,
                "E": self.edit,
                "M": self.write_notes,
                "Ctrl+O": self.choose_calendars,
            },
        )
        workspace.changed.connect(self._changed)
        theme.measures_changed.connect(self._rebuild)
        self.list.reload()

    # what others ask of it

    def show_gathering(self, gathering_id: str) -> None:
        """Show one gathering, out of a search that hides it."""
        self._settle_editor()
        self.list.select(gathering_id)

    def new_gathering(self) -> None:
        """Begin a new gathering."""
        self._settle_editor()
        self.detail.keep_note()
        today = self._workspace.now().today
        self._stack.setCurrentWidget(self.detail)
        self.detail.edit(Gathering("", "", today), today)

    def recall_faces(self) -> None:
        """The faces of who was or will be there."""
        known = self.detail.known
        if known is not None:
            RecallDialog(self._workspace, self._theme, self, known.gathering.id).begin()

    def name_proposal(self, proposal: Proposal) -> None:
        """Begin with a gathering whose people are known already."""
        self._settle_editor()
        self.detail.keep_note()
        self._proposal = proposal
        self._stack.setCurrentWidget(self.detail)
        self.detail.edit(proposal.gathering, self._workspace.now().today)

    def take_files(self, files: Sequence[Path]) -> None:
        """Read calendars, and offer what they hold."""
        today = self._workspace.now().today

        def read(task: "Task") -> CalendarsRead:
            return gathering_import.read(files, today, cancelled=task.cancelled)

        self._drop_reading()
        self._reading = self._workspace.free(read).then(self._calendars_read)

    def choose_calendars(self) -> None:
        """Ask for files."""
        box = ChooseCalendars(self)
        box.filesSelected.connect(lambda names: self.take_files([Path(name) for name in names]))
        box.open()

    # parts

    def _build(self) -> None:
        workspace, theme = self._workspace, self._theme
        self.list = GatheringsPane(workspace, theme)
        self.detail = GatheringPane(theme)
        start = Button(theme, self.tr("New gathering"), kind="primary", icon="plus", key="Ctrl+N")
        start.clicked.connect(self.new_gathering)
        self._empty = EmptyState(
            theme,
            self.tr("No gathering yet"),
            self.tr("Write down where you go, or drop a calendar (.ics) here"),
            button=start,
        )
        self._blank = QWidget()
        self._stack = QStackedWidget()
        for part in (self._blank, self._empty, self.detail):
            self._stack.addWidget(part)
        self._row.addWidget(self.list)
        self._row.addWidget(self._stack, 1)
        focus.lead(self, self.list.list)
        panes.mark(self.list, self._stack)
        left, right = self.list, self.detail
        left.chosen.connect(self._chosen)
        left.came.connect(self._listed)
        left.opened.connect(self._to_detail)
        left.new_wanted.connect(self.new_gathering)
        left.proposal_taken.connect(self.name_proposal)
        left.calendar_wanted.connect(self.choose_calendars)
        right.edit_wanted.connect(self.edit)
        right.people_wanted.connect(self.add_people)
        right.recall_wanted.connect(self.recall_faces)
        right.delete_wanted.connect(self.delete)
        right.notes_wanted.connect(self.write_notes)
        right.person_wanted.connect(self.open_person)
        right.taken_out.connect(self._take_out)
        right.note_written.connect(self._note_written)
        right.saved.connect(self._saved)
        right.edit_left.connect(self._leave_editor)
        right.form_changed.connect(self._form.soon)

    def _rebuild(self) -> None:
        """New measures or words: make the parts anew and show the same gathering."""
        focused = QApplication.focusWidget()
        had_focus = focused is not None and self.isAncestorOf(focused)
        self.detail.keep_note()
        editor = self.detail.editor
        left = (editor.before, editor.texts()) if editor is not None else None
        for old in (self.list, self._stack):
            self._row.removeWidget(old)
            old.hide()
            old.setParent(None)
            old.deleteLater()
        current, self._current = self._current, None
        self._build()
        self._fit()
        if current is not None:
            self.list.select(current)
        else:
            self.list.reload()
        if left is not None:
            self._open_form(*left)
        elif had_focus:
            self.setFocus()

    # what it shows

    def _listed(self, found: Listed) -> None:
        if not found.any and self.detail.editor is None:
            self._stack.setCurrentWidget(self._empty)
            self.setProperty("ready", True)

    def _chosen(self, gathering_id: str) -> None:
        if gathering_id != self._current:
            if self._current is not None:
                self._settle_editor()
            self.detail.keep_note()
            self._current = gathering_id or None
        if self._current is not None:
            self._ask()
        elif self.detail.editor is None and self._stack.currentWidget() is self.detail:
            self._stack.setCurrentWidget(self._blank)

    def _ask(self) -> None:
        if self._asking is not None:
            self._asking.drop()
        gathering_id, today = self._current, self._workspace.now().today
        if gathering_id is None:
            return

        def know(reader: "Reader") -> Known | None:
            return questions.know(reader, gathering_id, today)

        self._asking = self._workspace.ask(know)
        self._asking.then(self._answered)

    def _answered(self, known: Known | None) -> None:
        self._asking = None
        self.setProperty("ready", True)
        if known is None:
            return
        self.detail.show_gathering(
            known, self._workspace.now().today, self._unkept_of(known.gathering)
        )
        self._stack.setCurrentWidget(self.detail)

    def _unkept_of(self, gathering: Gathering) -> str | None:
        """Its note that was refused, below what was written elsewhere meanwhile."""
        if gathering.id not in self._unkept:
            return None
        seen, typed = self._unkept[gathering.id]
        return typed if gathering.note in {seen, None} else f"{gathering.note}\n{typed}"

    def _changed(self, change: Change) -> None:
        made = [e.after for e in change.edits if isinstance(e.record, Gathering) and not e.before]
        if self._going_to_made and len(made) == 1 and made[0] is not None:
            self._going_to_made = False
            self.list.select(made[0].id)
        self.list.reload()

    def _shown(self) -> Gathering | None:
        """The gathering that commands mean."""
        known = self.detail.known
        shows = self._stack.currentWidget() is self.detail and self.detail.editor is None
        if not shows or known is None or known.gathering.id != self._current:
            return None
        return known.gathering

    # what the person does

    def edit(self) -> None:
        """Mend the gathering that is shown."""
        gathering = self._shown()
        if gathering is not None:
            self.detail.keep_note()
            note = self.detail.note.text()
            self.detail.edit(replace(gathering, note=note), self._workspace.now().today)

    def delete(self) -> None:
        """Take it away; undo brings it back."""
        gathering, now = self._shown(), self._workspace.now()
        if gathering is not None:
            self._current = None
            self._workspace.do(
                lambda store: gatherings.delete(store, gathering.id, now=now)
            ).or_else(partial(self._not_deleted, gathering.id))

    def _not_deleted(self, gathering_id: str, error: ExpectedError) -> None:
        self._workspace.failed.emit(error)
        if self._current is None:
            self._current = gathering_id  # it is shown still

    def write_notes(self) -> None:
        """Write of the cards that were received there."""
        gathering, known = self._shown(), self.detail.known
        if gathering is not None and known is not None and known.received:
            self.detail.keep_note()
            self.notes_wanted.emit(str(Evening(Of.GATHERING, gathering.id)))

    def add_people(self) -> None:
        """Choose who was there, or will be."""
        gathering = self._shown()
        if gathering is not None:
            ahead = gathering.on > self._workspace.now().today
            box = self.picker = PeoplePicker(self._workspace, self._theme, self, ahead=ahead)
            box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            box.picked.connect(partial(self._picked, gathering.id))
            box.open()

    def _picked(self, gathering_id: str, picked: Picked) -> None:
        now, who = self._workspace.now(), [picked.contact_id]
        if picked.card:
            self._workspace.do(
                lambda store: gatherings.receive(
                    store, gatherings.known_gathering(store, gathering_id), who, now=now
                )
            )
        else:
            self._workspace.do(lambda store: gatherings.put_down(store, gathering_id, who, now=now))

    def _take_out(self, contact_id: str) -> None:
        gathering, now = self._shown(), self._workspace.now()
        if gathering is not None:
            self._workspace.do(
                lambda store: gatherings.take_out(store, gathering.id, [contact_id], now=now)
            )

    def _note_written(self, before: Gathering, note: str) -> None:
        now = self._workspace.now()
        self._unkept.pop(before.id, None)
        if (note.strip() or None) != before.note:
            self._workspace.do(
                lambda store: gatherings.write_note(store, before.id, note, now=now)
            ).or_else(partial(self._note_not_written, before, note))

    def _note_not_written(self, before: Gathering, note: str, error: ExpectedError) -> None:
        """It stands there again when its gathering is shown."""
        self._unkept[before.id] = (before.note, note)
        self._workspace.failed.emit(error)

    def _settle_editor(self) -> None:
        """Going on to another: what was typed is kept where it can be; undo takes it back."""
        editor = self.detail.editor
        if editor is not None:
            if editor.save_by_itself():
                self._going_to_made = False
            self._proposal = None
            self.detail.close_editor()

    def _saved(self, before: Gathering, after: Gathering) -> None:
        if before != after and refused(self):
            return
        now = self._workspace.now()
        self.detail.close_editor()
        self._going_to_made = not before.id
        proposal, self._proposal = self._proposal, None
        if proposal is not None and before.id == proposal.gathering.id:
            ids = proposal.contact_ids
            reply = self._workspace.do(lambda store: gatherings.receive(store, after, ids, now=now))
        elif before.id:
            reply = self._workspace.do(
                lambda store: gatherings.edit_as_seen(store, before, after, now=now)
            )
        else:
            reply = self._workspace.do(lambda store: gatherings.make(store, after, now=now))
        reply.or_else(partial(self._not_saved, before, after, proposal))
        self.list.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _not_saved(
        self,
        before: Gathering,
        typed: Gathering,
        proposal: Proposal | None,
        error: ExpectedError,
    ) -> None:
        self._workspace.failed.emit(error)
        if self.detail.editor is None:
            self._proposal, self._going_to_made = proposal, False
            self._stack.setCurrentWidget(self.detail)
            self.detail.edit(before, self._workspace.now().today)
            self.detail.show_typed(typed)

    # a form that was begun

    def _begun(self) -> Begun | None:
        editor = self.detail.editor
        if editor is None or not editor.is_touched():
            return None
        people = self._proposal.contact_ids if self._proposal is not None else ()
        return Begun(editor.before.id, editor.texts(), people)

    def _form_came(self, begun: Begun) -> None:
        self._workspace.ask(lambda reader: reader.gathering(begun.gathering_id)).then(
            partial(self._take_up, begun)
        )

    def _take_up(self, begun: Begun, kept: Gathering | None) -> None:
        if self.detail.editor is None:
            before = kept or Gathering("", "", self._workspace.now().today)
            if begun.contact_ids:
                self._proposal = Proposal(before, begun.contact_ids)
            self._open_form(before, begun.texts)

    def _open_form(self, before: Gathering, texts: Mapping[str, str]) -> None:
        self._stack.setCurrentWidget(self.detail)
        self.detail.edit(before, self._workspace.now().today)
        if self.detail.editor is not None:
            self.detail.editor.show_texts(texts)

    def _leave_editor(self) -> None:
        self._proposal = None
        if self.detail.editor is None:
            return
        self.detail.close_editor()
        if self.detail.known is None or self._current is None:
            self._stack.setCurrentWidget(self._blank)
            self.list.reload()
        self.list.list.setFocus(Qt.FocusReason.OtherFocusReason)

    # calendars

    def _calendars_read(self, read: CalendarsRead) -> None:
        self._reading = None
        self._workspace.ask(lambda reader: gathering_import.plan(reader, read.gatherings)).then(
            partial(self.offer, read.unread)
        )

    def offer(self, unread: int, planned: tuple[PlannedGathering, ...]) -> None:
        """Show what some calendars hold, to be chosen from."""
        today = self._workspace.now().today
        box = self.calendar = CalendarDialog(self._theme, self, planned, unread, today)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.taken.connect(self._take)
        box.open()

    def _take(self, wanted: list[PlannedGathering]) -> None:
        now = self._workspace.now()
        self._workspace.do(lambda store: gathering_import.take(store, wanted, now=now))

    def _drop_reading(self) -> None:
        if self._reading is not None:
            self._reading.drop()
            self._reading = None

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files = dropped_files(event.mimeData())
        if files:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.take_files(files)

    # keys and places

    def keyPressEvent(self, event: QKeyEvent) -> None:
        in_list = self.list.list.hasFocus()
        if event.key() == Qt.Key.Key_Delete and in_list:
            self.delete()
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Escape) and not in_list:
            self.list.list.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def _to_search(self) -> None:
        self.list.focus_search()

    def _to_detail(self) -> None:
        if self._shown() is not None:
            self.detail.add.setFocus(Qt.FocusReason.TabFocusReason)

    @contained
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.detail.keep_note()
        self._form.keep()

    @contained
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        focused = QApplication.focusWidget()
        if focused is None or not self.isAncestorOf(focused):
            self.list.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        window = self.window()
        # Alone (in a test, in a picture) the page is as wide as a window less its sidebar.
        beside = self._theme.px(SIDEBAR) if window is self else 0
        wide = window.width() + beside
        self.list.set_narrow(narrow=self._theme.narrow(wide), most=wide * 35 // 100)
