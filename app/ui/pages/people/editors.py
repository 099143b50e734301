"""The editors within a person's page: a promise, an entry or a line in its place, and the question
after R. What is half-typed in them can be taken up again.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.interaction import WRITTEN_OR_CALLED, Initiative, Interaction
from app.domain.promise import Promise, Side
from app.ui.look.theme import Theme
from app.ui.models.timeline import TimelineModel
from app.ui.pages.people.begun import Begun, Place
from app.ui.pages.people.composer import Composer
from app.ui.pages.people.entry_editor import EntryEditor
from app.ui.pages.people.follow_up_dialog import FollowUpDialog
from app.ui.pages.people.promise_editor import OnThread, PromiseEditor
from app.ui.pages.people.questions import Known
from app.ui.pages.people.remark_rows import RemarkRows
from app.ui.pages.people.row_editor import RowEditor
from app.ui.pages.people.timeline_view import TimelineView
from app.ui.reconnect.prompt import ReconnectPrompt
from app.ui.still import refused
from app.ui.words.wording import Wording


@dataclass(frozen=True, slots=True)
class Parts:
    """Where it is written: `asking` holds the prompt, `past` the composer and the timeline."""

    composer: Composer
    remarks: RemarkRows
    prompt: ReconnectPrompt
    asking: QWidget
    past: QVBoxLayout
    timeline: TimelineView
    model: TimelineModel


class Editors(QObject):
    """They show and ask; the page writes."""

    promise_saved = Signal(object, object)
    entry_saved = Signal(object, object)
    """As it was, and as it is to be; without an id it is a new one."""
    reconnected = Signal(object, str)
    """The initiative and a line, after R."""
    opened = Signal(QWidget)
    """It should come into sight."""
    left_sideways = Signal()
    begun_changed = Signal()
    """What is `begun` is something else now."""
    next_wanted = Signal(object)
    """The dialog of this next contact, or of a new one for None."""
    homeless = Signal(str)
    """Words that were begun in something that is no more."""

    def __init__(
        self, theme: Theme, today: Callable[[], date], parts: Parts, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._wording = Wording(theme)
        self._today = today
        self._parts = parts
        self._known: Known | None = None
        self._promising: OnThread | None = None
        self._dialog: tuple[Place, str] | None = None
        self._waiting: dict[tuple[Place, str], Begun] = {}
        parts.prompt.chosen.connect(self._chosen)
        parts.prompt.cancelled.connect(self._prompt_left)
        parts.prompt.edited.connect(self._prompt_edited)
        parts.remarks.edited.connect(self._line_edited)
        parts.remarks.ended.connect(self._let_go)
        parts.remarks.opened.connect(self._line_opened)

    def show_person(self, known: Known, *, same: bool) -> None:
        """Another person is shown, or the same one anew."""
        self._known = known
        if not same:
            self._waiting = {}
            self._parts.asking.hide()
            self.end_promise()
            self._parts.timeline.close_editor()

    # what is begun

    @property
    def begun(self) -> tuple[Begun, ...]:
        """What is half-typed, whether its editor is open or not."""
        return tuple(self._waiting.values())

    @property
    def waiting(self) -> tuple[Begun, ...]:
        """What is half-typed and not to be seen."""
        live = self._open_ones()
        return tuple(one for one in self._waiting.values() if one.key not in live)

    def await_person(self, begun: Iterable[Begun]) -> None:
        """What was begun about the person shown."""
        self._waiting = {one.key: one for one in begun}

    def take_up(self) -> None:
        """Open what waits, as it was left."""
        for one in self.waiting:
            if not self._open(one):
                self._waiting.pop(one.key)
                if one.words:
                    self.homeless.emit(one.words)
        self.begun_changed.emit()

    def let_go(self) -> None:
        """What waits is wanted no more."""
        for one in self.waiting:
            self._waiting.pop(one.key)
        self.begun_changed.emit()

    def _open(self, begun: Begun) -> bool:
        match begun.place:
            case Place.RECONNECT:
                self.ask_reconnect()
            case Place.NEXT:
                return self._open_next(begun.record)
            case Place.REMARK:
                return self._parts.remarks.open(begun)
            case Place.PROMISE if not begun.record:
                self.begin_promise()
            case Place.PROMISE | Place.ENTRY:
                record = self._parts.model.record(begun.record)
                if record is None:
                    return False
                self.edit_entry(record)
        return True

    def _open_ones(self) -> set[tuple[Place, str]]:
        live = {editor.key for editor in self._row_editors()}
        if not self._parts.asking.isHidden():
            live.add((Place.RECONNECT, ""))
        if self._dialog is not None:
            live.add(self._dialog)
        writing = self._parts.remarks.begun()
        return live | ({writing.key} if writing is not None else set())

    def _row_editors(self) -> list[RowEditor]:
        beside = self._promising.inner if self._promising is not None else None
        return [e for e in (beside, self._parts.timeline.editor) if e is not None]

    def _remember(self, begun: Begun, *, touched: bool) -> None:
        if touched:
            self._waiting[begun.key] = begun
        else:
            self._waiting.pop(begun.key, None)
        self.begun_changed.emit()

    def _let_go(self, place: Place, record: str) -> None:
        if self._waiting.pop((place, record), None) is not None:
            self.begun_changed.emit()

    def _watch(self, editor: RowEditor | FollowUpDialog) -> None:
        """Show what waits for it, and remember from now on what is typed in it."""
        if (waiting := self._waiting.get(editor.key)) is not None:
            editor.show_texts(waiting.texts)
        editor.edited.connect(lambda: self._remember(editor.begun(), touched=editor.is_touched()))
        self.begun_changed.emit()

    # the next contact

    def watch_next(self, dialog: FollowUpDialog) -> None:
        """It asks about the person shown: what stands in it waits if it goes unanswered."""
        self._dialog = dialog.key
        self._watch(dialog)
        dialog.left.connect(lambda: self._let_go(*dialog.key))
        dialog.finished.connect(self._next_ended)

    def _next_ended(self) -> None:
        self._dialog = None
        self.begun_changed.emit()

    def _open_next(self, record: str) -> bool:
        known = self._known.follow_ups if self._known is not None else ()
        found = next((f for f in known if f.id == record and f.closed is None), None)
        if record and found is None:
            return False
        self.next_wanted.emit(found)
        return True

    # the question after R

    def ask_reconnect(self, line: str = "") -> None:
        """Ask who started it (R); with a line that was typed before."""
        if self._known is None:
            return
        waiting = self._waiting.get((Place.RECONNECT, ""))
        prompt = self._parts.prompt
        self._parts.asking.show()
        words = line or (waiting.texts["words"] if waiting is not None else "")
        prompt.ask(self._wording.address(self._known.contact), words)
        self.opened.emit(prompt)
        self.begun_changed.emit()

    def _prompt_edited(self, words: str) -> None:
        begun = Begun(Place.RECONNECT, "", {"words": words})
        self._remember(begun, touched=bool(begun.words))

    def _chosen(self, initiative: Initiative, line: str) -> None:
        self._parts.asking.hide()
        self._let_go(Place.RECONNECT, "")
        self.reconnected.emit(initiative, line)

    def _prompt_left(self) -> None:
        self._parts.asking.hide()
        self._let_go(Place.RECONNECT, "")
        self.left_sideways.emit()

    # short lines

    def _line_opened(self) -> None:
        begun = self._parts.remarks.begun()
        if begun is not None and (waiting := self._waiting.get(begun.key)) is not None:
            self._parts.remarks.show_texts(waiting)
        self.begun_changed.emit()

    def _line_edited(self) -> None:
        begun = self._parts.remarks.begun()
        if begun is not None:
            self._remember(begun, touched=self._parts.remarks.is_touched())

    # promises and entries

    def begin_promise(self) -> None:
        """Write a promise, above the timeline (P)."""
        if self._known is None:
            return
        self.end_promise()
        nothing = Promise("", self._known.contact.id, Side.ME, "", self._today())
        editor = self._promise_editor(nothing)
        past = self._parts.past
        self._promising = OnThread(self._theme, editor)
        past.insertWidget(past.indexOf(self._parts.timeline), self._promising)
        self._watch(editor)
        editor.begin()
        self.opened.emit(editor)

    def end_promise(self) -> None:
        """Put the new promise away."""
        if self._promising is not None:
            editor, self._promising = self._promising, None
            self._parts.past.removeWidget(editor)
            editor.hide()
            editor.deleteLater()

    def edit_entry(self, record: Interaction | Promise) -> None:
        """Open an entry or a promise in its row."""
        row = self._parts.model.row_of(record.id)
        if self._known is None or row < 0:
            return
        if isinstance(record, Promise):
            editor: RowEditor = self._promise_editor(record)
        else:
            editor = self._entry_editor(record, self._known)
        self._parts.timeline.open_editor(row, editor)
        self._watch(editor)
        editor.begin()
        self.opened.emit(editor)

    def give_back(self, before: Interaction | Promise, typed: Interaction | Promise) -> None:
        """Show what was typed and could not be kept, in its editor."""
        if before.id:
            self.edit_entry(before)
            editor = self._parts.timeline.editor
        else:
            self.begin_promise()
            editor = self._promising.inner if self._promising is not None else None
        if editor is not None:
            editor.show_typed(typed)

    @property
    def promising(self) -> RowEditor | None:
        """Where a new promise is written, while one is."""
        return self._promising.inner if self._promising is not None else None

    def _promise_editor(self, promise: Promise) -> PromiseEditor:
        editor = PromiseEditor(self._theme, promise, self._today())
        editor.saved.connect(self._promise_written)
        editor.cancelled.connect(lambda: self._promise_left(promise.id))
        return editor

    def _promise_left(self, promise_id: str) -> None:
        self._let_go(Place.PROMISE, promise_id)
        if promise_id:
            self._close_row()
        else:
            self.end_promise()
            self._parts.composer.focus()

    def _promise_written(self, before: Promise, after: Promise) -> None:
        if before != after and refused(self._parts.timeline):
            return
        self._promise_left(before.id)
        if before != after:
            self.promise_saved.emit(before, after)

    def _entry_editor(self, act: Interaction, known: Known) -> EntryEditor:
        owner, answerable = known.contact.id, _answerable(known, act)
        editor = EntryEditor(self._theme, act, owner, known.names, self._today(), answerable)
        editor.saved.connect(self._entry_saved)
        editor.cancelled.connect(lambda: self._entry_left(act.id))
        return editor

    def _entry_saved(self, before: Interaction, after: Interaction) -> None:
        if before != after and refused(self._parts.timeline):
            return
        self._entry_left(before.id)
        if before != after:
            self.entry_saved.emit(before, after)

    def _entry_left(self, act_id: str) -> None:
        self._let_go(Place.ENTRY, act_id)
        self._close_row()

    def _close_row(self) -> None:
        self._parts.timeline.close_editor()
        self._parts.timeline.setFocus(Qt.FocusReason.OtherFocusReason)


def _answerable(known: Known, act: Interaction) -> str | None:
    """My newest letter before an entry, which that may reply to."""
    for other in known.acts:
        mine = other.initiative is Initiative.ME and other.id != act.id
        if mine and other.on <= act.on and other.kind in WRITTEN_OR_CALLED:
            return other.id
    return None
