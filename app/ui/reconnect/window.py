"""The reconnect window: one person of today after the other, with all that is needed to write."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.domain.change import Change, Verb
from app.domain.errors import ExpectedError
from app.domain.interaction import Initiative, Kind
from app.ui import shortcuts
from app.ui.background import Reply
from app.ui.crash import contained
from app.ui.links import Link, LinkOpener
from app.ui.look import icons
from app.ui.look.theme import Theme
from app.ui.plain import Label
from app.ui.reconnect.acts import Acts
from app.ui.reconnect.bars import KeyBar, TitleBar
from app.ui.reconnect.begun_lines import BegunLines
from app.ui.reconnect.card import PersonCard, Ways
from app.ui.reconnect.later_menu import LaterMenu
from app.ui.reconnect.thinner import KEEP, LESS
from app.ui.reminders import Reminders
from app.ui.today import DuePerson, Today
from app.ui.widgets.box import Separator
from app.ui.widgets.marks import IconMark
from app.ui.words.notices import Notices
from app.ui.words.today import TodayWords
from app.ui.workspace import Workspace
from app.usecases import reconnect, rhythms, undoing

if TYPE_CHECKING:
    from app.store.store import Store

SIZE = (420, 560)
_FROM_EDGE = 36
TOLD_MS = 8000
_KINDS = {"mailto": Kind.MAIL, "tel": Kind.CALL}
_TOLD = {Verb.RECONNECT, Verb.LATER, Verb.SKIP, Verb.THINNER_RHYTHM, Verb.KEEP_RHYTHM}


class ReconnectWindow(QWidget):
    """An ordinary window. `open_for` shows it; every act is one key, and can be taken back."""

    open_person = Signal(str)
    write_to = Signal(str)

    def __init__(
        self,
        workspace: Workspace,
        theme: Theme,
        reminders: Reminders,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.refuse_writing: Callable[[], bool] = lambda: False
        """Says why, and whether, nothing can be written now (`ui.still`)."""
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle("Enishi")
        self.setWindowIcon(icons.app_icon())
        self.theme = theme
        self._workspace = workspace
        self._reminders = reminders
        self._words = TodayWords(theme)
        self._notices = Notices(self)
        self._opener = LinkOpener(theme, self)
        self._opener.failed.connect(workspace.failed)
        self._shown: DuePerson | None = None
        self._wanted = ""
        self._place = 0
        self._placed = False
        self._busy = False
        self._used: dict[str, Kind] = {}
        self._begun = BegunLines(workspace, self)
        self._telling = QTimer(self)
        self._telling.setSingleShot(True)
        self._telling.timeout.connect(self._untell)
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.setSpacing(0)
        self._menu = LaterMenu(theme, self._words.wording, self)
        self._menu.chosen.connect(self._put_off)
        self._keys()
        self._root = QWidget()
        self._outer.addWidget(self._root)
        self._build()
        theme.measures_changed.connect(self._rebuild)
        reminders.updated.connect(self._update)
        workspace.changed.connect(self._changed)

    def open_for(self, contact_id: str = "", *, ask: bool = False) -> None:
        """Show someone due (the first, if nobody is named) in front of everything.

        `ask` goes on to who began: they were reconnected with already.
        """
        self._wanted = contact_id
        if not contact_id:
            self._place = 0
        self._shown = None
        self._update()
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        if not self._placed:
            self._placed = True
            self._go_to_corner()
        self.show()
        self.raise_()
        self.activateWindow()
        self.acts.reconnected.setFocus(Qt.FocusReason.OtherFocusReason)
        if ask:
            self._ask()

    def _go_to_corner(self) -> None:
        """At first where the tray is on most desktops; Wayland chooses the place itself."""
        room, gap = self.screen().availableGeometry(), self.theme.px(_FROM_EDGE)
        corner = room.bottomRight() - self.rect().bottomRight()
        self.move(max(room.x(), corner.x() - gap), max(room.y(), corner.y() - gap))

    def person(self) -> str:
        """The id of who is shown, or empty."""
        return self._shown.id if self._shown is not None else ""

    # what stands in it

    def _rebuild(self) -> None:
        old = self._root
        self._root = QWidget()
        self._outer.replaceWidget(old, self._root)
        old.hide()
        old.deleteLater()
        self._build()
        self._root.show()
        self._shown = None
        self._update()

    def _build(self) -> None:
        px = self.theme.px
        self.setMinimumSize(px(SIZE[0]), px(SIZE[1]))
        self.resize(px(SIZE[0]), px(SIZE[1]))
        column = QVBoxLayout(self._root)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.title = TitleBar(self.theme)
        self.title.undo.clicked.connect(self.undo)
        self.title.counter.clicked.connect(self.next)
        self.title.shut.clicked.connect(self.close)
        column.addWidget(self.title)
        column.addWidget(Separator(self.theme))
        self._stack = QStackedWidget()
        self._stack.addWidget(self._due())
        self._stack.addWidget(self._end())
        column.addWidget(self._stack, 1)
        column.addWidget(Separator(self.theme))
        self.foot = KeyBar(self.theme)
        self.foot.opening.clicked.connect(self._open)
        self.foot.closing.clicked.connect(self.close)
        column.addWidget(self.foot)

    def _due(self) -> QWidget:
        self.card = PersonCard(self.theme, self._words)
        self.card.verticalScrollBar().rangeChanged.connect(self._grow)
        self.ways = Ways(self.theme)
        self.ways.link_wanted.connect(self._open_link)
        self.card.thinner.less.connect(self._less)
        self.card.thinner.keep.connect(self._keep)
        self.acts = Acts(self.theme)
        self.acts.reconnected.clicked.connect(self._ask)
        self.acts.writing.clicked.connect(self._write)
        self.acts.later.clicked.connect(self._later)
        self.acts.skip.clicked.connect(self._skip)
        self.acts.done.connect(self._done)
        self.acts.left.connect(self._prompt_left)
        self.acts.edited.connect(self._line_edited)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.card, 1)
        column.addWidget(self.ways)
        column.addWidget(self.acts)
        return page

    def _end(self) -> QWidget:
        theme, px = self.theme, self.theme.px
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(px(32), 0, px(32), px(24))
        column.setSpacing(px(8))
        column.addStretch(1)
        centre = Qt.AlignmentFlag.AlignHCenter
        column.addWidget(IconMark(theme, "mark", color="shu", size=36), 0, centre)
        column.addSpacing(px(8))
        self._end_title = Label(theme, "", role="empty", align="center", wrap=True)
        self._end_words = Label(theme, "", role="small", color="ink2", align="center", wrap=True)
        column.addWidget(self._end_title)
        column.addWidget(self._end_words)
        column.addStretch(1)
        return page

    def _keys(self) -> None:
        self._letters = shortcuts.bind(
            self,
            {
                "R": self._ask,
                "W": self._write,
                "Z": self._later,
                "S": self._skip,
                LESS: self._less,
                KEEP: self._keep,
                "O": self._open,
                "Right": self.next,
                "Esc": self.close,
            },
            shortcuts.WINDOW,
        )
        shortcuts.bind(self, {"Ctrl+Z": self.undo}, shortcuts.WINDOW)

    # what it shows

    def _update(self) -> None:
        if self._reminders.locked:
            self._shown = None
            self.close()
            return
        today = self._reminders.today
        if today is None:
            return
        people = today.people
        ids = [person.id for person in people]
        if self._wanted in ids:
            self._place = ids.index(self._wanted)
        elif self._shown is not None and self._shown.id in ids:
            self._place = ids.index(self._shown.id)
        self._wanted = ""
        self._place = min(self._place, max(0, len(people) - 1))
        self._show(people[self._place] if people else None, today)

    def _show(self, person: DuePerson | None, today: Today) -> None:
        self.title.show_place(self._place + 1, len(today.people))
        if person == self._shown and person is not None:
            return
        same = person is not None and self._shown is not None and person.id == self._shown.id
        self._shown = person
        self._stack.setCurrentIndex(0 if person is not None else 1)
        if not self._telling.isActive():
            self._untell()
        self.foot.show_person(self._who())
        if not same:
            self._leave_prompt()
        if person is None:
            title, words = self._words.nobody(today)
            self._end_title.setText(title)
            self._end_words.setText(words)
            self.foot.closing.setFocus()
            return
        self.card.show_person(person, today)
        self.ways.show_person(person.contact)
        self.acts.set_writable(bool(person.contact.emails))

    def _grow(self, _least: int, lacking: int) -> None:
        """Grow where there is more to say, as far as the screen goes. Upwards: what is under the
        mouse stays there; and never smaller again, so that nothing jumps from one to the next.
        """
        room = self.screen().availableGeometry()
        more = min(lacking, room.height() - self.frameGeometry().height())
        if more > 0:
            place = self.pos()
            self.resize(self.width(), self.height() + more)
            self.move(place.x(), max(room.y(), place.y() - more))

    def _who(self) -> str:
        """How a sentence calls who is shown; empty for nobody."""
        return self._words.wording.address(self._shown.contact) if self._shown is not None else ""

    # what the person does

    def next(self) -> None:
        """The next person, and after the last the first again."""
        today = self._reminders.today
        if today is not None and len(today.people) > 1:
            self._place = (self._place + 1) % len(today.people)
            self._show(today.people[self._place], today)

    def undo(self) -> None:
        """Take the newest change back; whoever it was about is shown again."""
        now = self._workspace.now()
        self._workspace.do(lambda store: undoing.undo(store, now=now))

    def _ask(self) -> None:
        self._ask_with(self._begun.of(self.person()))

    def _line_edited(self, line: str) -> None:
        self._begun.set(self.person(), line)

    def _prompt_left(self) -> None:
        self._begun.set(self.person(), "")
        self._leave_prompt()

    def _ask_with(self, line: str) -> None:
        if self._shown is None or self._busy:
            return
        for shortcut in self._letters:
            shortcut.setEnabled(False)
        self.acts.ask(self._who(), line)

    def _leave_prompt(self) -> None:
        for shortcut in self._letters:
            shortcut.setEnabled(True)
        self.acts.leave_prompt()

    def _done(self, initiative: Initiative, line: str) -> None:
        if self._shown is None:
            return
        contact_id, now = self._shown.id, self._workspace.now()
        kind = self._used.get(contact_id, Kind.MESSAGE)
        self._prompt_left()
        self._do(
            lambda store: reconnect.done(
                store, contact_id, now=now, kind=kind, initiative=initiative, note=line
            )
        ).or_else(partial(self._not_done, contact_id, line))

    def _not_done(self, contact_id: str, line: str, error: ExpectedError) -> None:
        self._not_written(error)
        if self._shown is not None and self._shown.id == contact_id:
            self._ask_with(line)

    def _later(self) -> None:
        today = self._reminders.today
        if self._shown is not None and today is not None and not self._busy:
            self._menu.ask(today.on, self.acts.below_later())

    def _put_off(self, until: date) -> None:
        if self._shown is not None:
            contact_id, now = self._shown.id, self._workspace.now()
            self._do(lambda store: reconnect.later(store, contact_id, until, now=now))

    def _skip(self) -> None:
        if self._shown is not None and not self._busy:
            contact_id, now = self._shown.id, self._workspace.now()
            self._do(lambda store: reconnect.skip(store, contact_id, now=now))

    def _less(self) -> None:
        person = self._shown
        if person is not None and (rhythm := person.thinner) is not None and not self._busy:
            contact_id, now = person.id, self._workspace.now()
            self._do(lambda store: rhythms.thin(store, contact_id, rhythm, now=now))

    def _keep(self) -> None:
        if self._shown is not None and self._shown.thinner is not None and not self._busy:
            contact_id, now = self._shown.id, self._workspace.now()
            self._do(lambda store: rhythms.keep(store, contact_id, now=now))

    def _do(self, use_case: Callable[["Store"], Change]) -> Reply[Change]:
        self._busy = True
        return self._workspace.do(use_case).then(self._written, self._not_written)

    def _written(self, change: Change) -> None:
        self._busy = False

    def _not_written(self, error: ExpectedError) -> None:
        self._busy = False
        self._workspace.failed.emit(error)

    def _write(self) -> None:
        if self._shown is not None and self._shown.contact.emails:
            self._used[self._shown.id] = Kind.MAIL
            self.write_to.emit(self._shown.id)

    def _open_link(self, link: Link) -> None:
        if self._shown is not None and link.scheme in _KINDS:
            self._used[self._shown.id] = _KINDS[link.scheme]
        self._opener.open(link)

    def _open(self) -> None:
        if self._shown is not None:
            self.open_person.emit(self._shown.id)

    # what was done

    def _changed(self, change: Change) -> None:
        if not self.isVisible() or change.verb not in _TOLD:
            return
        if change.undone:
            self._wanted = change.subject or ""
        name = self._who() if self.person() == change.subject else ""
        tell = self._notices.undone if change.undone else self._notices.done
        self.title.tell(tell(change, name), undo=not change.undone)
        self._telling.start(TOLD_MS)

    def _untell(self) -> None:
        self.title.untell(someone=self._shown is not None)

    @contained
    def closeEvent(self, event: QCloseEvent) -> None:
        self._untell()
        self._telling.stop()
        self._begun.keep()
        super().closeEvent(event)
