"""Answers to cards: keys and buttons become choices of the session, or are done at once.

Cards of a new import are answered in the session and imported later, all in one change. Cards that
wait since an earlier import are answered in the store, each as a change of its own.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QPixmap

from app.domain import merge
from app.ui.models.import_session import Entry, Group, Session
from app.ui.pages.importing.compare import CompareView
from app.ui.photos import read_photos
from app.ui.workspace import Workspace
from app.usecases import review
from app.usecases.import_plan import Outcome, PlannedCard

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from app.store.reader import Reader


class Answering(QObject):
    """Stands between the comparing view and the session; `answered` follows every answer in it."""

    answered = Signal()

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._compare: CompareView | None = None
        self._session: Session | None = None
        self._waiting_ids: tuple[str, ...] = ()
        self._waiting = False
        self._photos: dict[str, QPixmap] = {}

    def attach(self, compare: CompareView) -> None:
        """Listen to a view (made anew with every change of language or size)."""
        self._compare = compare
        panel = compare.panel
        panel.photos_from(self._photos.get)
        compare.left_out.connect(self.leave_out)
        compare.taken.connect(self.take_all)
        compare.looked_at.connect(self.looked_at)
        panel.merged.connect(self.merge)
        panel.different.connect(self.different)
        panel.later.connect(self.later)
        panel.left_out.connect(self.leave_out_current)
        panel.value_chosen.connect(self.take)
        panel.person_chosen.connect(self.look_at)

    def begin(self, session: Session | None, waiting_ids: tuple[str, ...] = ()) -> None:
        """Answer the cards of a session; with ids, of cards that wait in the store."""
        self._session = session
        self._waiting_ids = waiting_ids
        self._waiting = bool(waiting_ids)

    def _show_again(self) -> None:
        if self._compare is not None:
            self._compare.show_again()

    def _go_on(self, card: PlannedCard) -> None:
        if self._compare is not None:
            self._compare.go_on(card)

    def _current(self) -> PlannedCard | None:
        """The card that is looked at; None while the comparing view is not shown."""
        if self._compare is None or not self._compare.isVisible():
            return None
        return self._compare.list.card()

    def _at_doubts(self) -> bool:
        """Whether the header of what needs a look is current."""
        shown = self._compare is not None and self._compare.isVisible()
        return shown and self._compare is not None and self._compare.list.entry() is Group.REVIEW

    def merge(self) -> None:
        """The current card is the person shown; on a header, all of whom it is certain are."""
        card, session = self._current(), self._session
        if card is None and session is not None and self._at_doubts():
            for sure in session.sure():
                session.merge(sure)
            self.answered.emit()
            self._show_again()
            return
        if card is None or session is None or session.known(card) is None or card.kept:
            return
        if self._waiting:
            card_id, person = self._waiting_ids[card.index], session.person(card) or ""
            taken, now = session.taken(card), self._workspace.now()
            self._workspace.do(lambda store: review.merge(store, card_id, person, taken, now=now))
        elif card.outcome is Outcome.REVIEW:
            session.merge(card)
            self._answered(card)
        else:
            session.later(card)
            self._answered(card)

    def different(self) -> None:
        """The current card is nobody who is known."""
        card, session = self._current(), self._session
        if card is None or session is None or card.kept or card.outcome is Outcome.NEW:
            return
        if card.contact is None:
            return
        if self._waiting:
            card_id, now = self._waiting_ids[card.index], self._workspace.now()
            self._workspace.do(lambda store: review.different(store, card_id, now=now))
        else:
            session.different(card)
            self._answered(card)

    def later(self) -> None:
        card, session = self._current(), self._session
        if card is not None and session is not None and not self._waiting:
            session.later(card)
            self._answered(card)

    def leave_out_current(self) -> None:
        self.leave_out(self._current())

    def leave_out(self, card: PlannedCard | None) -> None:
        session = self._session
        if card is None or session is None:
            return
        if self._waiting:
            card_id, now = self._waiting_ids[card.index], self._workspace.now()
            self._workspace.do(lambda store: review.discard(store, card_id, now=now))
        else:
            session.leave_out(card, card.index not in session.left_out)
            self.answered.emit()
            self._show_again()

    def take(self, field: str, on: bool) -> None:
        card, session = self._current(), self._session
        if card is not None and session is not None:
            session.take(card, field, on)

    def take_all(self, card: PlannedCard, on: bool) -> None:
        session = self._session
        comparison = session.comparison(card) if session is not None else None
        if session is None or comparison is None or card.outcome is not Outcome.REVIEW:
            return
        for difference in comparison.differences:
            session.take(card, difference.field, on)
        self._show_again()

    def look_at(self, person: str) -> None:
        card, session = self._current(), self._session
        if card is not None and session is not None:
            session.look_at(card, person)
            self._show_again()

    def _answered(self, card: PlannedCard) -> None:
        self.answered.emit()
        self._go_on(card)

    def looked_at(self, entry: Group | Entry | None) -> None:
        """Fetch the picture of the person known, where the two pictures differ."""
        session = self._session
        comparison = (
            session.comparison(entry)
            if session is not None and isinstance(entry, PlannedCard)
            else None
        )
        wanted = [
            d.known
            for d in (comparison.differences if comparison else ())
            if d.field == merge.PHOTO and d.known not in self._photos
        ]
        if wanted:

            def ask(reader: "Reader") -> "dict[str, QImage]":
                return read_photos(reader, wanted)

            self._workspace.ask(ask).then(self._photos_come)

    def _photos_come(self, images: "dict[str, QImage]") -> None:
        for digest, image in images.items():
            self._photos[digest] = QPixmap.fromImage(image)
        if images and self._session is not None:
            self._show_again()
