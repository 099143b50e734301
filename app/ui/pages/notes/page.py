"""The notes page: one card after the other, written while it is fresh."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QImage, QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.domain.card_notes import CardNotes, tidy
from app.domain.change import Change
from app.domain.errors import ExpectedError
from app.domain.gathering import Gathering
from app.ui import shortcuts
from app.ui.look import focus
from app.ui.look.theme import Theme
from app.ui.models.evening import State, StripCard
from app.ui.pages.notes.drafts import Draft, EveningDrafts, draft_of, restored
from app.ui.pages.notes.keeping import Keeping
from app.ui.pages.notes.layout import NotesLayout
from app.ui.pages.notes.naming import NamingDialog
from app.ui.pages.notes.questions import Laid, lay_out
from app.ui.words.notes import NotesWords
from app.ui.workspace import Workspace
from app.usecases import evening_notes, gatherings
from app.usecases.evenings import Evening, KnownCard, Of

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
        self._evening: Evening | None = None
        self._laid: Laid | None = None
        self._photos: dict[str, QImage] = {}
        self._current = ""
        self._finishing: set[str] = set()
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
        self.keeping = Keeping(workspace, self)
        self._build()
        self._bind()
        self.keeping.came.connect(self._drafts_came)
        workspace.changed.connect(self._changed)
        theme.measures_changed.connect(self._rebuild)

    # what others ask of it

    def open_evening(self, evening: Evening | None = None) -> None:
        """Show an evening, at the card where it was left; without one the evening of last time."""
        self._leave_evening()
        self._evening, self._laid, self._current = evening, None, ""
        self._wanted = True
        self.setProperty("ready", False)
        if self.keeping.ready:
            self._drafts_came()

    @property
    def shown(self) -> str:
        """Whose card is shown, by id; empty for none."""
        return self._current if self._laid is not None else ""

    # parts

    def _build(self) -> None:
        parts = self.parts = NotesLayout(self._theme, self._words, self._workspace.now().today)
        self._column.addWidget(parts)
        focus.lead(self, parts)
        parts.header.back.connect(self.later)
        parts.strip.chosen.connect(self._chosen)
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
        if self._laid is not None:
            self._show_evening()
            self._show_card(self._current)
        if had_focus:
            self.setFocus()

    # what it shows

    def _drafts_came(self) -> None:
        if not self._wanted:
            return
        if self._evening is None:
            self._evening = Evening.parse(self.keeping.drafts.last)
        if self._evening is None:
            self.left.emit()
            return
        self._ask()

    def _ask(self) -> None:
        evening, now = self._evening, self._workspace.now()
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
            self._laid = None
            self.left.emit()
            return
        fresh = self._laid is None
        wrote = self._draft_now()
        self._laid = laid
        self._photos.update(laid.photos)
        self._become(laid.known.evening)
        own = self._own()
        if wrote is not None:
            self._remember(self._current, wrote)
        if laid.known.card(self._current) is None:
            self._current, fresh = self._first(own), True
        self._forget_what_is_kept(own)
        self._show_evening()
        self._show_card(self._current, fresh=fresh)
        self.setProperty("ready", True)

    def _become(self, evening: Evening) -> None:
        """An import or a day whose gathering has a name now: what was typed goes with it."""
        before, drafts = self._evening, self.keeping.drafts
        if before is not None and before != evening:
            moved = drafts.evenings.pop(str(before), EveningDrafts())
            own = drafts.of(evening)
            own.cards = {**own.cards, **moved.cards}
            own.at = own.at or moved.at
        self._evening = evening
        drafts.last = str(evening)

    def _own(self) -> EveningDrafts:
        return self.keeping.drafts.of(self._evening) if self._evening else EveningDrafts()

    def _first(self, own: EveningDrafts) -> str:
        """The card where it was left, else the first without notes."""
        cards = self._cards()
        if any(card.contact.id == own.at for card in cards):
            return own.at
        still = (card.contact.id for card in cards if not card.is_done)
        return next(still, cards[0].contact.id)

    def _forget_what_is_kept(self, own: EveningDrafts) -> None:
        """A draft that says what is kept is none any more (the program may have ended between)."""
        for card in self._cards():
            draft = own.cards.get(card.contact.id)
            if card.is_done:
                self._finishing.discard(card.contact.id)
                if draft is not None and tidy(restored(card.notes, draft)) == tidy(card.notes):
                    del own.cards[card.contact.id]
        if self._laid is not None and own.shared == (self._laid.known.gathering.note or ""):
            own.shared = None

    def _show_evening(self) -> None:
        if self._laid is None:
            return
        known, today, parts = self._laid.known, self._workspace.now().today, self.parts
        gathering = known.gathering
        parts.header.show_evening(
            self._words.title(gathering, today), self._words.head(gathering, today)
        )
        parts.beside.show_evening(known, today)
        shared = parts.beside.shared
        own = self._own().shared
        words = own if own is not None else gathering.note or ""
        if not shared.edit.hasFocus() and shared.text() != words:
            shared.set_text(words)
        self._show_strip()

    def _show_strip(self) -> None:
        own = self._own()
        self.parts.strip.model.show(
            [
                StripCard(
                    card.contact.id,
                    self._words.name(card.contact),
                    self._words.spoken(card.contact),
                    self._state(card, own),
                )
                for card in self._cards()
            ]
        )

    def _mark(self, contact_id: str) -> None:
        """How far the notes of one card are now, without a look at the others."""
        card = self._laid.known.card(contact_id) if self._laid is not None else None
        if card is not None:
            self.parts.strip.model.set_state(contact_id, self._state(card, self._own()))

    def _show_card(self, contact_id: str, *, fresh: bool = True) -> None:
        card = self._laid.known.card(contact_id) if self._laid is not None else None
        if card is None:
            return
        self._current = contact_id
        own = self._own()
        own.at = contact_id
        notes = restored(card.notes, own.cards.get(contact_id, {}))
        parts = self.parts
        self._showing = True  # what fields say of it is not typed
        parts.prompts.set_notes(notes, fresh=fresh)
        if fresh:
            parts.beside.faces.set_faces(notes.faces)
        else:
            parts.beside.faces.renew(notes.faces)
        self._showing = False
        parts.beside.show_person(card.contact, self._photos.get(card.contact.photo or ""))
        parts.prompts.offer(self._lines_of_others(own))
        parts.strip.go_to(contact_id)
        row = parts.strip.model.row_of(contact_id)
        parts.header.show_progress([self._is_done(c) for c in self._cards()], row)
        parts.footer.show_last(last=self._next() is None)
        self.keeping.soon()
        if fresh:
            parts.area.verticalScrollBar().setValue(0)

    def _lines_of_others(self, own: EveningDrafts) -> list[str]:
        """What would please the others of this evening, the cards written last first."""
        lines: list[str] = []
        for card in reversed(self._cards()):
            if card.contact.id != self._current:
                typed = own.cards.get(card.contact.id, {}).get("pleases", card.notes.pleases)
                lines += [line.strip() for line in typed if line.strip()]
        return lines

    # what is known

    def _cards(self) -> tuple[KnownCard, ...]:
        return self._laid.known.cards if self._laid is not None else ()

    def _is_done(self, card: KnownCard) -> bool:
        return card.is_done or card.contact.id in self._finishing

    def _state(self, card: KnownCard, own: EveningDrafts) -> State:
        if self._is_done(card):
            return State.DONE
        return State.BEGUN if card.contact.id in own.cards else State.OPEN

    def _next(self) -> str | None:
        """Who comes after this card: the next without notes, or of one that is mended the next."""
        cards = self._cards()
        at = next((n for n, c in enumerate(cards) if c.contact.id == self._current), 0)
        for card in (*cards[at + 1 :], *cards[:at]):
            if not self._is_done(card):
                return card.contact.id
        after = cards[at + 1 : at + 2]
        return after[0].contact.id if after and cards[at].is_done else None

    # what is typed

    def _wrote(self) -> CardNotes:
        return self.parts.prompts.notes(self.parts.beside.faces.faces())

    def _draft_now(self) -> Draft | None:
        """What stands in the fields, as far as it differs from what was seen."""
        card = self._laid.known.card(self._current) if self._laid is not None else None
        return draft_of(card.notes, self._wrote()) if card is not None else None

    def _remember(self, contact_id: str, draft: Draft) -> None:
        cards = self._own().cards
        if draft:
            cards[contact_id] = draft
        else:
            cards.pop(contact_id, None)

    def _typed(self) -> None:
        draft = self._draft_now()
        if draft is None or self._showing or self._current in self._finishing:
            return
        begun = self._current in self._own().cards
        self._remember(self._current, draft)
        if begun != bool(draft):
            self._mark(self._current)
        self.keeping.soon()

    def _shared_typed(self) -> None:
        if self._laid is None:
            return
        words = self.parts.beside.shared.text()
        kept = self._laid.known.gathering.note or ""
        self._own().shared = words if words != kept else None
        self.keeping.soon()

    def _keep_shared(self) -> None:
        """The note for all goes to the gathering."""
        gathering = self._laid.known.gathering if self._laid is not None else None
        words = self._own().shared
        if gathering is None or not gathering.id or words is None:
            return
        if words.strip() == (gathering.note or ""):
            return
        now, gathering_id = self._workspace.now(), gathering.id
        self._workspace.do(lambda store: gatherings.write_note(store, gathering_id, words, now=now))

    # what the person does

    def finish(self) -> None:
        """Write this card, and show the next one or leave; not while an input method composes."""
        card = self._laid.known.card(self._current) if self._laid is not None else None
        evening, laid = self._evening, self._laid
        if card is None or evening is None or laid is None or _composing():
            return
        day = self.parts.prompts.promise.day
        if day.is_wrong():
            day.set_error(self.tr("A day like 2026-10-15 or 10/15"))
            day.setFocus()
            return
        self._keep_shared()
        contact_id, seen, wrote = self._current, card.notes, self._wrote()
        draft, following = draft_of(seen, wrote), self._next()
        if draft or not card.is_done:
            self._remember(contact_id, draft)
            self._finishing.add(contact_id)
            gathering, now = laid.known.gathering, self._workspace.now()

            def write() -> None:
                self._workspace.do(
                    lambda store: evening_notes.finish(
                        store, evening, gathering, contact_id, seen, wrote, now=now
                    )
                ).then(partial(self._kept, contact_id, draft), partial(self._refused, contact_id))

            self._behind_the_frame(write)
        self._mark(contact_id)
        if following is None:
            self.later()
        else:
            self._go_to(following)

    def _behind_the_frame(self, write: Callable[[], None]) -> None:
        """Write once the next card is on the screen: both share one interpreter."""
        self._to_write.append(write)
        self._writing.start()

    def _write(self) -> None:
        self._writing.stop()
        waiting, self._to_write = self._to_write, []
        for write in waiting:
            write()

    def _kept(self, contact_id: str, draft: Draft, change: Change) -> None:
        cards = self._own().cards
        if cards.get(contact_id) == draft:
            cards.pop(contact_id, None)
        if change.seq is not None:
            self._finished[change.seq] = (contact_id, draft)
        else:
            self._finishing.discard(contact_id)
        self.keeping.keep()

    def _refused(self, contact_id: str, error: ExpectedError) -> None:
        """What was typed is still there; the card counts as not done."""
        self._finishing.discard(contact_id)
        self._workspace.failed.emit(error)
        self._ask()

    def step(self, by: int) -> None:
        """The card above or below."""
        if _composing():
            return
        cards = self._cards()
        at = next((n for n, c in enumerate(cards) if c.contact.id == self._current), -1)
        if at >= 0 and 0 <= at + by < len(cards):
            self._go_to(cards[at + by].contact.id)

    def later(self) -> None:
        """Leave; what was typed waits."""
        if not _composing():
            self.left.emit()

    def name_evening(self) -> None:
        """Make a gathering of this evening."""
        if self._laid is None:
            return
        known, today = self._laid.known, self._workspace.now().today
        ids = tuple(card.contact.id for card in known.cards)
        box = self.naming = NamingDialog(self._theme, self, known.gathering, today)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.named.connect(partial(self._named, ids))
        box.open()

    def _named(self, ids: tuple[str, ...], name: str, on: object) -> None:
        now = self._workspace.now()
        wanted = Gathering("", name, on)  # type: ignore[arg-type]  # a day, says the dialog
        self._workspace.do(lambda store: gatherings.receive(store, wanted, ids, now=now)).then(
            self._is_named
        )

    def _is_named(self, change: Change) -> None:
        made = next((e.after for e in change.edits if isinstance(e.after, Gathering)), None)
        if made is not None and self._evening is not None:
            self._become(Evening(Of.GATHERING, made.id))
            self._ask()

    def _go_to(self, contact_id: str) -> None:
        self._show_card(contact_id)
        self.parts.prompts.talked.setFocus(Qt.FocusReason.OtherFocusReason)

    def _chosen(self, contact_id: str) -> None:
        self._show_card(contact_id)

    def _go_to_prompt(self, number: int) -> None:
        self.parts.prompts.go_to(number)

    # coming and going

    def _changed(self, change: Change) -> None:
        if self._evening is None or self._laid is None:
            return
        if change.undone and change.seq in self._finished:
            contact_id, draft = self._finished.pop(change.seq or 0)
            self._remember(self._current, self._draft_now() or {})
            self._finishing.discard(contact_id)
            if draft:
                self._own().cards[contact_id] = draft
            self._laid, self._current = None, contact_id
        self._ask()

    def _leave_evening(self) -> None:
        self._write()
        if self._laid is not None:
            self._keep_shared()
        self.keeping.keep()

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
