"""The notes page: one card after the other, written while it is fresh."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QImage, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.domain.card_notes import CardNotes
from app.domain.change import Change
from app.domain.errors import ExpectedError
from app.domain.gathering import Gathering
from app.store.settings import DraftSetting
from app.ui import shortcuts
from app.ui.crash import contained
from app.ui.kept_draft import KeptDraft
from app.ui.look import focus
from app.ui.look.theme import Theme
from app.ui.models.evening import StripCard
from app.ui.pages.notes.drafts import Draft, NoteDrafts, draft_of
from app.ui.pages.notes.evening_state import EveningState
from app.ui.pages.notes.layout import NotesLayout
from app.ui.pages.notes.naming import NamingDialog
from app.ui.pages.notes.questions import Laid, lay_out
from app.ui.words.notes import NotesWords
from app.ui.workspace import Workspace
from app.usecases import evening_notes, gatherings
from app.usecases.evenings import Evening, Of

if TYPE_CHECKING:
    from app.store.reader import Reader
    from app.ui.background import Reply

FRAME_MS = 30
"""So long a finished card waits before it is written; its draft is kept meanwhile."""


class NotesPage(QWidget):
    """Shows the cards of an evening. What is typed is kept at once; finishing a card writes it."""

    left = Signal()
    """The person is through, or writes later."""

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Notes after a meeting"))
        self.setProperty("ready", False)
        self._workspace = workspace
        self._theme = theme
        self._words = NotesWords(theme)
        self._state = EveningState()
        self._photos: dict[str, QImage] = {}
        self._finished: dict[int, tuple[str, Draft]] = {}
        self._asking: Reply[Laid | None] | None = None
        self._wanted = False
        self._showing = False
        self._to_write: list[Callable[[], None]] = []
        self._writing = QTimer(self)
        self._writing.setSingleShot(True)
        self._writing.setInterval(FRAME_MS)
        self._writing.timeout.connect(self._write)
        self.naming: NamingDialog | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.keeping = KeptDraft(
            workspace, DraftSetting.EVENINGS, lambda: self._state.drafts.to_text(), self
        )
        self._build()
        self._bind()
        self.keeping.came.connect(self._drafts_came)
        workspace.changed.connect(self._changed)
        workspace.gone.connect(self._gone)
        theme.measures_changed.connect(self._rebuild)

    # what others ask of it

    def open_evening(self, evening: Evening | None = None) -> None:
        """Show an evening, at the card where it was left; without one the evening of last time."""
        self._leave_evening()
        self._state.begin(evening)
        self._wanted = True
        self.setProperty("ready", False)
        if self.keeping.ready:
            self._begin_evening()

    @property
    def shown(self) -> str:
        """Whose card is shown, by id; empty for none."""
        return self._state.current if self._state.laid is not None else ""

    # parts

    def _build(self) -> None:
        parts = self.parts = NotesLayout(self._theme, self._words, self._workspace.now().today)
        self._column.addWidget(parts)
        focus.lead(self, parts)
        parts.header.back.connect(self.later)
        parts.strip.chosen.connect(self._show_card)
        parts.prompts.changed.connect(self._typed)
        parts.beside.changed.connect(self._typed)
        parts.beside.shared_typed.connect(self._shared_typed)
        parts.beside.shared_left.connect(self._keep_shared)
        parts.beside.name_wanted.connect(self.name_evening)
        parts.footer.next_wanted.connect(self.finish)

    def _bind(self) -> None:
        prompts = {f"Alt+{n}": partial(self._go_to_prompt, n) for n in range(1, 5)}
        shortcuts.bind(
            self,
            {
                **prompts,
                "Ctrl+Up": partial(self.step, -1),
                "Ctrl+Down": partial(self.step, 1),
                "Ctrl+Return": self.finish,
                "Ctrl+Enter": self.finish,
            },
        )

    def _rebuild(self) -> None:
        """New measures or words: make the parts anew and show the same card."""
        focused = QApplication.focusWidget()
        had_focus = focused is not None and self.isAncestorOf(focused)
        old = self.parts
        self._column.removeWidget(old)
        old.hide()
        old.setParent(None)
        old.deleteLater()
        self._build()
        if self._state.laid is not None:
            self._show_evening()
            self._show_card(self._state.current)
        if had_focus:
            self.setFocus()

    # what it shows

    def _drafts_came(self, text: str) -> None:
        self._state.drafts = NoteDrafts.from_text(text)
        if self._wanted:
            self._begin_evening()

    def _begin_evening(self) -> None:
        state = self._state
        if state.evening is None:
            state.evening = Evening.parse(state.drafts.last)
        if state.evening is None:
            self.left.emit()
        else:
            self._ask()

    def _ask(self) -> None:
        evening, now = self._state.evening, self._workspace.now()
        if evening is None:
            return
        if self._asking is not None:
            self._asking.drop()
        have = frozenset(self._photos)

        def ask(reader: "Reader") -> Laid | None:
            return lay_out(reader, evening, now, have)

        self._asking = self._workspace.ask(ask)
        self._asking.then(self._came)

    def _came(self, laid: Laid | None) -> None:
        self._asking = None
        if laid is None:
            self._state.laid = None
            self.left.emit()
            return
        self._photos.update(laid.photos)
        fresh = self._state.came(laid, self._wrote())
        self._show_evening()
        self._show_card(self._state.current, fresh=fresh)
        self.setProperty("ready", True)

    def _show_evening(self) -> None:
        if self._state.laid is None:
            return
        known, today, parts = self._state.laid.known, self._workspace.now().today, self.parts
        gathering, words = known.gathering, self._words
        parts.header.show_evening(words.title(gathering, today), words.head(gathering, today))
        parts.beside.show_evening(known, today)
        shared, typed = parts.beside.shared, self._state.own().shared
        note = typed if typed is not None else gathering.note or ""
        if not shared.edit.hasFocus() and shared.text() != note:
            shared.set_text(note)
        parts.strip.model.show(
            [
                StripCard(
                    card.contact.id,
                    words.name(card.contact),
                    words.spoken(card.contact),
                    self._state.state(card),
                )
                for card in known.cards
            ]
        )

    def _mark(self, contact_id: str) -> None:
        """How far the notes of one card are now, without a look at the others."""
        card = self._state.card(contact_id)
        if card is not None:
            self.parts.strip.model.set_state(contact_id, self._state.state(card))

    def _show_card(self, contact_id: str, *, fresh: bool = True) -> None:
        state, parts = self._state, self.parts
        card = state.card(contact_id)
        if card is None:
            return
        state.current = contact_id
        state.own().at = contact_id
        notes = state.notes(card)
        self._showing = True  # what fields say of it is not typed
        parts.prompts.set_notes(notes, fresh=fresh)
        if fresh:
            parts.beside.faces.set_faces(notes.faces)
        else:
            parts.beside.faces.renew(notes.faces)
        self._showing = False
        parts.beside.show_person(card.contact, self._photos.get(card.contact.photo or ""))
        parts.prompts.offer(state.lines_of_others())
        parts.strip.go_to(contact_id)
        parts.header.show_progress(state.done(), state.place())
        parts.footer.show_last(last=state.following() is None)
        self.keeping.soon()
        if fresh:
            parts.area.verticalScrollBar().setValue(0)

    # what is typed

    def _wrote(self) -> CardNotes:
        return self.parts.prompts.notes(self.parts.beside.faces.faces())

    def _typed(self) -> None:
        state = self._state
        card = state.card()
        if card is None or self._showing or state.current in state.finishing:
            return
        begun, draft = state.current in state.own().cards, draft_of(card.notes, self._wrote())
        state.remember(state.current, draft)
        if begun != bool(draft):
            self._mark(state.current)
        self.keeping.soon()

    def _shared_typed(self) -> None:
        if self._state.laid is not None:
            words, kept = self.parts.beside.shared.text(), self._state.laid.known.gathering.note
            self._state.own().shared = words if words != (kept or "") else None
            self.keeping.soon()

    def _keep_shared(self) -> None:
        """The note for all goes to the gathering."""
        gathering = self._state.laid.known.gathering if self._state.laid is not None else None
        words = self._state.own().shared
        if gathering is None or not gathering.id or words is None:
            return
        if words.strip() != (gathering.note or ""):
            now, of = self._workspace.now(), gathering.id
            self._workspace.do(lambda store: gatherings.write_note(store, of, words, now=now))

    # what the person does

    def finish(self) -> None:
        """Write this card, and show the next one or leave; not while an input method composes."""
        state, day = self._state, self.parts.prompts.promise.day
        card = state.card()
        if card is None or _composing():
            return
        if day.is_wrong():
            day.set_error(self.tr("A day like 2026-10-15 or 10/15"))
            day.setFocus()
            return
        self._keep_shared()
        wrote, following = self._wrote(), state.following()
        draft = draft_of(card.notes, wrote)
        if draft or not card.is_done:
            state.remember(state.current, draft)
            state.finishing.add(state.current)
            self._write_behind_the_frame(state.current, card.notes, wrote)
        self._mark(state.current)
        if following is None:
            self.later()
        else:
            self._go_to(following)

    def _write_behind_the_frame(self, contact_id: str, seen: CardNotes, wrote: CardNotes) -> None:
        """Once the next card is on the screen: writing and screen share one interpreter."""
        evening, laid, now = self._state.evening, self._state.laid, self._workspace.now()
        if evening is None or laid is None:
            return
        gathering = laid.known.gathering
        kept = partial(self._kept, contact_id, draft_of(seen, wrote))

        def write() -> None:
            self._workspace.do(
                lambda store: evening_notes.finish(
                    store, evening, gathering, contact_id, seen, wrote, now=now
                )
            ).then(kept, partial(self._refused, contact_id))

        self._to_write.append(write)
        self._writing.start()

    def _write(self) -> None:
        self._writing.stop()
        waiting, self._to_write = self._to_write, []
        for write in waiting:
            write()

    def _kept(self, contact_id: str, draft: Draft, change: Change) -> None:
        self._state.forget(contact_id, draft)
        if change.seq is not None:
            self._finished[change.seq] = (contact_id, draft)
        else:
            self._state.finishing.discard(contact_id)
        self.keeping.keep()

    def _refused(self, contact_id: str, error: ExpectedError) -> None:
        """What was typed is still there; the card counts as not done."""
        self._state.finishing.discard(contact_id)
        self._workspace.failed.emit(error)
        self._ask()

    def step(self, by: int) -> None:
        """The card above or below."""
        target = self._state.beside(by)
        if target is not None and not _composing():
            self._go_to(target)

    def later(self) -> None:
        """Leave; what was typed waits."""
        if not _composing():
            self.left.emit()

    def name_evening(self) -> None:
        """Make a gathering of this evening."""
        if self._state.laid is None:
            return
        known = self._state.laid.known
        self._ask_name(tuple(card.contact.id for card in known.cards), known.gathering)

    def _ask_name(self, ids: tuple[str, ...], proposed: Gathering) -> None:
        today = self._workspace.now().today
        box = self.naming = NamingDialog(self._theme, self, proposed, today)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.named.connect(partial(self._named, ids))
        box.open()

    def _named(self, ids: tuple[str, ...], name: str, on: date) -> None:
        now = self._workspace.now()
        wanted = Gathering("", name, on)
        self._workspace.do(lambda store: gatherings.receive(store, wanted, ids, now=now)).then(
            self._is_named, partial(self._not_named, ids, wanted)
        )

    def _not_named(self, ids: tuple[str, ...], wanted: Gathering, error: ExpectedError) -> None:
        """Ask again, with what was typed."""
        self._workspace.failed.emit(error)
        self._ask_name(ids, wanted)

    def _is_named(self, change: Change) -> None:
        made = next((e.after for e in change.edits if isinstance(e.after, Gathering)), None)
        if made is not None and self._state.evening is not None:
            self._state.become(Evening(Of.GATHERING, made.id))
            self._ask()

    def _go_to(self, contact_id: str) -> None:
        self._show_card(contact_id)
        self.parts.prompts.talked.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_to_prompt(self, number: int) -> None:
        self.parts.prompts.go_to(number)

    # coming and going

    def _changed(self, change: Change) -> None:
        state = self._state
        if state.evening is None or state.laid is None:
            return
        if change.undone and change.seq in self._finished:
            self._typed()
            state.give_back(*self._finished.pop(change.seq or 0))
        self._ask()

    def _gone(self, people: tuple[str, ...]) -> None:
        self._state.drafts.forget(people)
        self.keeping.soon()

    def _leave_evening(self) -> None:
        self._write()
        self._keep_shared()
        self.keeping.keep()

    @contained
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._wanted:  # as after unlocking: where it was left
            self.open_evening()

    @contained
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._leave_evening()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.later()
            return
        super().keyPressEvent(event)


def _composing() -> bool:
    """Whether an input method holds text that is not yet entered, so that every key is its own."""
    return bool(getattr(QApplication.focusWidget(), "composing", False))
