"""The reconnect window: one person of today after the other, with all that is needed to write."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPixmap
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.domain.change import Change, Verb
from app.domain.errors import ExpectedError
from app.domain.interaction import Initiative, Kind
from app.ui import plain, shortcuts
from app.ui.links import Link, LinkOpener
from app.ui.look import icons
from app.ui.look.theme import Theme
from app.ui.plain import Label
from app.ui.reconnect.later_menu import LaterMenu
from app.ui.reconnect.parts import (
    Counter,
    Fact,
    KeyLink,
    PersonHead,
    ReasonBox,
    channels,
)
from app.ui.reconnect.prompt import ReconnectPrompt
from app.ui.reminders import Reminders
from app.ui.today import DuePerson
from app.ui.widgets.box import Separator
from app.ui.widgets.button import Button
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.marks import IconMark
from app.ui.words.notices import Notices
from app.ui.words.today import TodayWords
from app.ui.workspace import Workspace
from app.usecases import reconnect, undoing

if TYPE_CHECKING:
    from app.store.store import Store

SIZE = (420, 560)
TOLD_MS = 8000
_KINDS = {"mailto": Kind.MAIL, "tel": Kind.CALL}
_TOLD = {Verb.RECONNECT, Verb.LATER, Verb.SKIP}


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
        self._busy = False
        self._used: dict[str, Kind] = {}
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
        self.show()
        self.raise_()
        self.activateWindow()
        self.reconnected.setFocus(Qt.FocusReason.OtherFocusReason)
        if ask:
            self._ask()

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
        column.addWidget(self._head())
        column.addWidget(Separator(self.theme))
        self._stack = QStackedWidget()
        self._stack.addWidget(self._due())
        self._stack.addWidget(self._end())
        column.addWidget(self._stack, 1)
        column.addWidget(Separator(self.theme))
        column.addWidget(self._foot())

    def _head(self) -> QWidget:
        theme, px = self.theme, self.theme.px
        head = QWidget()
        head.setFixedHeight(px(43))
        row = QHBoxLayout(head)
        row.setContentsMargins(px(16), 0, px(8), 0)
        row.setSpacing(px(10))
        row.addWidget(IconMark(theme, "mark", color="shu", size=18))
        self._title = Label(theme, self.tr("Perhaps a good moment?"), color="ink2", elide=True)
        row.addWidget(self._title, 1)
        self.undo_button = Button(theme, self.tr("Undo"), kind="link")
        self.undo_button.clicked.connect(self.undo)
        self.undo_button.hide()
        row.addWidget(self.undo_button)
        self.counter = Counter(theme)
        self.counter.setAccessibleName(self.tr("Next person"))
        plain.set_tooltip(self.counter, self.tr("Next person (→)"))
        self.counter.clicked.connect(self.next)
        row.addWidget(self.counter)
        shut = Button(theme, kind="ghost", icon="x", name=self.tr("Close"))
        shut.setFixedSize(px(28), px(28))
        shut.clicked.connect(self.close)
        row.addSpacing(-px(12))
        row.addWidget(shut)
        return head

    def _due(self) -> QWidget:
        theme, px = self.theme, self.theme.px
        inner = QWidget()
        inner.setObjectName("page")
        self._about = QVBoxLayout(inner)
        self._about.setContentsMargins(px(24), px(22), px(24), 0)
        self._about.setSpacing(0)
        self.head = PersonHead(theme, self._words)
        self._about.addWidget(self.head)
        self._about.addSpacing(px(14))
        self.reason = ReasonBox(theme)
        self._about.addWidget(self.reason)
        self._about.addSpacing(px(16))
        self._facts = QVBoxLayout()
        self._facts.setSpacing(px(8))
        self._about.addLayout(self._facts)
        self._about.addStretch(1)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(area, 1)
        column.addWidget(self._acts())
        return page

    def _acts(self) -> QWidget:
        theme, px = self.theme, self.theme.px
        self.reconnected = Button(
            theme, self.tr("Reconnected"), kind="primary", size="action", icon="check", key="R"
        )
        self.writing = Button(theme, self.tr("Write"), size="action", icon="pen", key="W")
        self.later = Button(theme, self.tr("Later"), size="action", icon="clock", key="Z")
        self.skip = Button(theme, self.tr("Skip"), size="action", icon="skip", key="S")
        self.reconnected.clicked.connect(self._ask)
        self.writing.clicked.connect(self._write)
        self.later.clicked.connect(self._later)
        self.skip.clicked.connect(self._skip)
        buttons = QWidget()
        column = QVBoxLayout(buttons)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addWidget(self.reconnected)
        column.addWidget(self.writing)
        pair = QHBoxLayout()
        pair.setSpacing(px(8))
        pair.addWidget(self.later, 1)
        pair.addWidget(self.skip, 1)
        column.addLayout(pair)
        self.prompt = ReconnectPrompt(theme)
        self.prompt.chosen.connect(self._done)
        self.prompt.cancelled.connect(self._leave_prompt)
        self._acting = QStackedWidget()
        self._acting.addWidget(buttons)
        self._acting.addWidget(self._asking())
        self._acting.setContentsMargins(px(24), 0, px(24), px(20))
        self._acting.setFixedHeight(px(3 * 44 + 2 * 8 + 20))
        return self._acting

    def _asking(self) -> QWidget:
        theme, px = self.theme, self.theme.px
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        self._question = Label(theme, self.tr("Who began?"), role="ui-bold", color="ink2")
        column.addStretch(1)
        column.addWidget(self._question)
        column.addWidget(self.prompt)
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
        column.addWidget(
            Label(theme, self.tr("That is all for today"), role="empty", align="center", wrap=True)
        )
        column.addWidget(
            Label(
                theme,
                self.tr("Tomorrow morning there may be one or two people again."),
                role="small",
                color="ink2",
                align="center",
                wrap=True,
            )
        )
        column.addStretch(1)
        return page

    def _foot(self) -> QWidget:
        theme, px = self.theme, self.theme.px
        foot = QWidget()
        foot.setFixedHeight(px(39))
        row = QHBoxLayout(foot)
        row.setContentsMargins(px(24), 0, px(24), 0)
        self.opening = KeyLink(theme, "O", self.tr("Open their page"))
        self.opening.clicked.connect(self._open)
        row.addWidget(self.opening, 0)
        row.addStretch(1)
        self.closing = KeyLink(theme, "Esc", self.tr("Close"))
        self.closing.clicked.connect(self.close)
        row.addWidget(self.closing)
        return foot

    def _keys(self) -> None:
        self._letters = shortcuts.bind(
            self,
            {
                "R": self._ask,
                "W": self._write,
                "Z": self._later,
                "S": self._skip,
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
        self._show(people[self._place] if people else None, len(people))

    def _show(self, person: DuePerson | None, total: int) -> None:
        self.counter.setVisible(total > 1)
        self.counter.setText(f"{self._place + 1} / {total}")
        self.counter.setAccessibleDescription(
            self.tr("{number} of {total}").format(number=self._place + 1, total=total)
        )
        if person == self._shown and person is not None:
            return
        same = person is not None and self._shown is not None and person.id == self._shown.id
        self._shown = person
        self._stack.setCurrentIndex(0 if person is not None else 1)
        if not self._telling.isActive():
            self._untell()
        self.opening.setVisible(person is not None)
        if not same:
            self._leave_prompt()
        if person is None:
            self.closing.setFocus()
            return
        self._fill(person)

    def _fill(self, person: DuePerson) -> None:
        today = self._reminders.today
        if today is None:
            return
        words, on = self._words, today.on
        image = today.photos.get(person.contact.photo or "")
        photo = QPixmap.fromImage(image) if image is not None else None
        self.head.show_person(person, photo, words.wording.tie_sentence(person.tie, on))
        first = person.reasons[0]
        self.reason.show_reason(
            words.wording.reason_icon(first),
            words.reason_title(person, on),
            words.reason_fact(person, on),
            red=words.reason_color(first) == "shu",
        )
        who = words.wording.address(person.contact)
        self.opening.setText(self.tr("Open the page of {who}").format(who=who))
        mail = bool(person.contact.emails)
        self.writing.setEnabled(mail)
        plain.set_tooltip(self.writing, "" if mail else self.tr("No mail address is known"))
        self._fill_facts(person, on)

    def _fill_facts(self, person: DuePerson, on: date) -> None:
        while (item := self._facts.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        words = self._words
        if person.words is not None and person.words.note:
            label = self.tr("Their last words {day}").format(
                day=words.wording.day(person.words.on, on)
            )
            said = words.quoted(person.words.note)
            self._facts.addWidget(Fact(self.theme, "call", label, said))
        elif person.last is not None:
            said = words.last_contact(person.last, person.contact, on)
            icon = words.wording.entry_icon(person.last)
            self._facts.addWidget(Fact(self.theme, icon, self.tr("Last contact"), said))
        ways = QWidget()
        flow = FlowLayout(ways)
        flow.set_gaps(self.theme.px(6), 0)
        for channel in channels(self.theme, person.contact):
            channel.opened.connect(self._open_link)
            flow.addWidget(channel)
        self._facts.addWidget(ways)

    # what the person does

    def next(self) -> None:
        """The next person, and after the last the first again."""
        today = self._reminders.today
        if today is not None and len(today.people) > 1:
            self._place = (self._place + 1) % len(today.people)
            self._show(today.people[self._place], len(today.people))

    def undo(self) -> None:
        """Take the newest change back; whoever it was about is shown again."""
        now = self._workspace.now()
        self._workspace.do(lambda store: undoing.undo(store, now=now))

    def _ask(self) -> None:
        if self._shown is None or self._busy:
            return
        self._acting.setCurrentIndex(1)
        for shortcut in self._letters:
            shortcut.setEnabled(False)
        self.prompt.ask(self._words.wording.address(self._shown.contact))

    def _leave_prompt(self) -> None:
        for shortcut in self._letters:
            shortcut.setEnabled(True)
        if self._acting.currentIndex() != 0:
            self._acting.setCurrentIndex(0)
            self.reconnected.setFocus(Qt.FocusReason.OtherFocusReason)

    def _done(self, initiative: Initiative, line: str) -> None:
        if self._shown is None:
            return
        contact_id, now = self._shown.id, self._workspace.now()
        kind = self._used.get(contact_id, Kind.MESSAGE)
        self._leave_prompt()
        self._do(
            lambda store: reconnect.done(
                store, contact_id, now=now, kind=kind, initiative=initiative, note=line
            )
        )

    def _later(self) -> None:
        today = self._reminders.today
        if self._shown is not None and today is not None and not self._busy:
            corner = self.later.mapToGlobal(QPoint(0, self.later.height() + self.theme.px(4)))
            self._menu.ask(today.on, corner)

    def _put_off(self, until: date) -> None:
        if self._shown is not None:
            contact_id, now = self._shown.id, self._workspace.now()
            self._do(lambda store: reconnect.later(store, contact_id, until, now=now))

    def _skip(self) -> None:
        if self._shown is not None and not self._busy:
            contact_id, now = self._shown.id, self._workspace.now()
            self._do(lambda store: reconnect.skip(store, contact_id, now=now))

    def _do(self, use_case: Callable[["Store"], Change]) -> None:
        self._busy = True
        self._workspace.do(use_case).then(self._written, self._not_written)

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
        name = ""
        if self._shown is not None and self._shown.id == change.subject:
            name = self._words.wording.address(self._shown.contact)
        tell = self._notices.undone if change.undone else self._notices.done
        self._title.setText(tell(change, name))
        self.undo_button.setVisible(not change.undone)
        self._telling.start(TOLD_MS)

    def _untell(self) -> None:
        some = self._shown is not None
        self._title.setText(self.tr("Perhaps a good moment?") if some else self.tr("Today"))
        self.undo_button.hide()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._untell()
        self._telling.stop()
        super().closeEvent(event)
