"""Possible duplicates, one pair after the other: one person, two people, or later."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.domain.change import Change, Edit, Verb
from app.domain.contact import Contact
from app.domain.duplicates import Pair
from app.domain.errors import ExpectedError
from app.ui import shortcuts
from app.ui.look import focus
from app.ui.look.theme import Theme
from app.ui.models.import_session import PROPOSED
from app.ui.pages.people.duplicate_words import DuplicateWords
from app.ui.pages.people.two_people import Two, TwoPeople, look
from app.ui.plain import Label
from app.ui.widgets.button import Button
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.notice import EmptyState
from app.ui.workspace import Workspace
from app.usecases import duplicates

if TYPE_CHECKING:
    from app.store.reader import Reader
    from app.store.store import Store
    from app.ui.background import Reply

WIDEST = 760
_BELOW = 520
"""A narrower view has the names of the fields above the values."""
_OURS = {Verb.MERGE_CONTACT, Verb.DIFFERENT_PEOPLE}


@dataclass(frozen=True, slots=True)
class Found:
    """Pairs that wait for an answer, and the one that is shown."""

    waiting: tuple[Pair, ...]
    two: Two | None


class DuplicatesPane(QWidget):
    """Stands in the place of list and person until the last pair, or until it is left."""

    left = Signal(str)
    """Back to the list, to the person who was shown or came of two."""

    def __init__(
        self,
        workspace: Workspace,
        theme: Theme,
        later: frozenset[frozenset[str]] = frozenset(),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.later = later
        self._workspace = workspace
        self._theme = theme
        self._words = DuplicateWords(self)
        self._waiting: tuple[Pair, ...] = ()
        self._two: Two | None = None
        self._taken: frozenset[str] = frozenset()
        self._done = 0
        self._person = ""
        self._below = False
        self._asking: Reply[Found] | None = None
        self._beside: TwoPeople | None = None
        self._lay_out()
        shortcuts.bind(
            self,
            {
                "M": self.merge,
                "N": self.different,
                "Z": self.put_off,
                "Esc": self._leave,
                "PgDown": partial(self._page, 1),
                "PgUp": partial(self._page, -1),
            },
        )
        workspace.changed.connect(self._changed)
        self.search()

    # what can be said of a pair

    def merge(self) -> None:
        """They are one person: the first stays, with all of the second."""
        two = self._answered()
        if two is not None:
            now, taken = self._workspace.now(), self._taken
            keep, other = two.first.id, two.second.id
            self._person = keep
            self._answer(two, lambda s: duplicates.merge(s, keep, other, taken, now=now))

    def different(self) -> None:
        """They are two people, for ever."""
        two = self._answered()
        if two is not None:
            now, one, other = self._workspace.now(), two.first.id, two.second.id
            self._answer(two, lambda s: duplicates.different(s, one, other, now=now))

    def put_off(self) -> None:
        """Not now; the pair comes again when duplicates are looked for the next time."""
        two = self._answered()
        if two is not None:
            self.later |= {two.pair.people}
            self._go_on(tuple(p for p in self._waiting if p != two.pair))

    def _answered(self) -> Two | None:
        """The pair that is shown; it can be answered once."""
        two, self._two = self._two, None
        if two is not None:
            self._done += 1
            self._person = two.first.id
        return two

    def _answer(self, two: Two, use_case: "Callable[[Store], Change]") -> None:
        self._workspace.do(use_case).or_else(partial(self._refused, two))

    def _refused(self, two: Two, error: ExpectedError) -> None:
        """It was no answer: the pair stands there still, with what was chosen."""
        self._two, self._done = two, self._done - 1
        self._workspace.failed.emit(error)
        self.search()

    # which pair

    def search(self) -> None:
        """Look through everybody, and stay with the pair that is shown if it is still one."""
        later, stay = self.later, self._two.pair.people if self._two else None

        def ask(reader: "Reader") -> Found:
            waiting = [p for p in duplicates.pairs(reader) if p.people not in later]
            waiting.sort(key=lambda p: p.people != stay)
            return _first_of(reader, tuple(waiting))

        self._ask(ask)

    def _go_on(self, waiting: tuple[Pair, ...]) -> None:
        if waiting:
            self._ask(lambda reader: _first_of(reader, waiting))
        else:
            self.search()

    def _ask(self, question: Callable[["Reader"], Found]) -> None:
        if self._asking is not None:
            self._asking.drop()
        self._asking = self._workspace.ask(question)
        self._asking.then(self._came)

    def _came(self, found: Found) -> None:
        self._asking = None
        self._waiting = found.waiting
        if found.two is None and found.waiting:
            self.search()  # who stood there is gone
            return
        if found.two is not None and found.two == self._two:
            self._say_place()
            return
        self._two = found.two
        self._taken = frozenset()
        if found.two is not None:
            fields = {d.field for d in found.two.comparison.differences}
            self._taken = frozenset(fields & PROPOSED)
        self._show()

    def _changed(self, change: Change) -> None:
        two = self._two
        if change.verb in _OURS and not change.undone and two is None:
            gone = {e.record.id for e in change.edits if _is_gone(e)}
            if change.verb is Verb.DIFFERENT_PEOPLE:
                self._go_on(tuple(p for p in self._waiting if not p.people <= change.people()))
            else:
                self._go_on(tuple(p for p in self._waiting if p.people.isdisjoint(gone)))
        elif change.people():
            if change.undone and change.verb in _OURS:
                self._done = max(0, self._done - 1)
            self.search()

    # how it looks

    def _lay_out(self) -> None:
        theme, px = self._theme, self._theme.px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(36), px(28), px(36), px(24))
        column.setSpacing(px(14))
        head = QHBoxLayout()
        head.setSpacing(px(12))
        self.back = Button(theme, icon="back", kind="ghost", name=self.tr("Back to people"))
        self.back.clicked.connect(self._leave)
        self._place = Label(theme, "", role="small", color="ink3")
        head.addWidget(self.back)
        head.addWidget(Label(theme, self.tr("Possible duplicates"), role="title", elide=True), 1)
        head.addWidget(self._place)
        column.addLayout(head)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.viewport().setAutoFillBackground(False)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column.addWidget(self._scroll, 1)
        self._buttons = self._make_buttons()
        column.addWidget(self._buttons)
        self._said = Label(theme, self.tr("Looking through everybody…"), color="ink2")
        column.addWidget(self._said, 1, Qt.AlignmentFlag.AlignTop)
        back = Button(theme, self.tr("Back to people"), kind="primary", key="Esc")
        back.clicked.connect(self._leave)
        self._nothing = EmptyState(theme, "", " ", button=back)
        self._end = back
        column.addWidget(self._nothing, 1)
        for part in (self._scroll, self._buttons, self._nothing):
            part.hide()
        focus.lead(self, self.back)

    def _make_buttons(self) -> QWidget:
        theme, buttons = self._theme, QWidget()
        row = FlowLayout(buttons)
        row.set_gaps(theme.px(8), theme.px(8))
        self.one = Button(theme, self.tr("Merge"), kind="second", icon="same", key="M")
        self.two = Button(theme, self.tr("Different people"), key="N")
        self.not_now = Button(theme, self.tr("Later"), kind="ghost", key="Z")
        for button, act in (
            (self.one, self.merge),
            (self.two, self.different),
            (self.not_now, self.put_off),
        ):
            button.clicked.connect(act)
            row.addWidget(button)
        return buttons

    def _show(self) -> None:
        """The pair of the moment, or that there is none."""
        two, had_focus = self._two, self._holds_focus()
        self._said.hide()
        self._scroll.setVisible(two is not None)
        self._buttons.setVisible(two is not None)
        self._nothing.setVisible(two is None)
        self._say_place()
        if two is None:
            self._say_end(had_focus=had_focus)
            return
        self._beside = TwoPeople(self._theme, self._words, two, self._taken, below=self._below)
        self._beside.value_chosen.connect(self._take)
        self._beside.setMaximumWidth(self._theme.px(WIDEST))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self._beside.setSizePolicy(policy)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, self._theme.px(8), 0)
        column.addWidget(self._beside)
        column.addStretch(1)
        self._scroll.setWidget(content)  # deletes the one before
        content.setAutoFillBackground(False)
        content.show()
        focus.in_order(self.back, content, self._buttons)
        first = self._beside.first_choice() or self.two
        focus.lead(self, first)
        if had_focus:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_place(self) -> None:
        count = self._done + len(self._waiting)
        here = self._two is not None
        self._place.setText(self._words.place(self._done + 1, count) if here else "")

    def _say_end(self, *, had_focus: bool) -> None:
        if self.later:
            title = self.tr("That is all for now")
            words = self.tr("%n pair(s) wait for later.", "", len(self.later))
        else:
            title = self.tr("Everybody is here once")
            words = self.tr("Nobody else looks like a duplicate.")
        self._nothing.title.setText(title)
        self._nothing.words.setText(words)
        focus.lead(self, self._end)
        if had_focus:
            self._end.setFocus(Qt.FocusReason.OtherFocusReason)

    def _holds_focus(self) -> bool:
        """Whether the focus is here, or nowhere since what had it is gone."""
        focused = QApplication.focusWidget()
        return focused is None or focused is self or self.isAncestorOf(focused)

    def _take(self, field: str, on: bool) -> None:
        self._taken = self._taken | {field} if on else self._taken - {field}

    def _page(self, way: int) -> None:
        bar = self._scroll.verticalScrollBar()
        bar.setValue(bar.value() + way * bar.pageStep() * 3 // 4)

    def _leave(self) -> None:
        self.left.emit(self._two.first.id if self._two else self._person)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        below = self.width() < self._theme.px(_BELOW)
        if below != self._below:
            self._below = below
            if self._two is not None:
                self._show()


def _is_gone(edit: Edit) -> bool:
    return isinstance(edit.before, Contact) and edit.after is None


def _first_of(reader: "Reader", waiting: tuple[Pair, ...]) -> Found:
    return Found(waiting, look(reader, waiting[0]) if waiting else None)
