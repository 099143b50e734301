"""Once a day: who is due, told at the chosen time, withdrawn when handled.

Shown is not handled: the notification changes nothing of who is due, and counts as given only when
a service took it. Until then it is tried again, first the best way, then the next.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QMetaObject, QObject, Qt, Signal
from PySide6.QtGui import QImage, QPainter

from app.domain.names import monogram
from app.domain.now import Now
from app.ui.look import icons, paint
from app.ui.look.theme import Theme
from app.ui.notify.notifier import DEFAULT, Notice, Notifier
from app.ui.reminders import Reminders
from app.ui.today import DuePerson
from app.ui.words.today import TodayWords
from app.usecases.notifying import Notifying

if TYPE_CHECKING:
    from datetime import date

OPEN, LATER, DONE = "open", "later", "done"
_PATIENCE_TICKS = 10
"""After every way refused: so many ticks (five minutes) until it is tried again."""
_PICTURE = 64


class DailyNotice(QObject):
    """Follows the reminders; `notifiers` are asked in their order."""

    window_wanted = Signal()
    """The notification without names was clicked."""
    reconnect_wanted = Signal(str)
    """Open the reconnect window at this person."""
    prompt_wanted = Signal(str)
    """Open it and ask at once who began: they were reconnected with."""

    def __init__(
        self,
        theme: Theme,
        reminders: Reminders,
        notifiers: Sequence[Notifier],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._reminders = reminders
        self._words = TodayWords(theme)
        self._notifiers = notifiers
        self._settings = Notifying()
        self._on: date | None = None
        self._given: date | None = None
        self._sending: tuple[int, int] | None = None
        self._shown: tuple[int, int] | None = None
        self._person = ""
        self._wait = 0
        self._ties: list[QMetaObject.Connection] = []
        for way, notifier in enumerate(notifiers):
            self._follow(way, notifier)
        reminders.updated.connect(self._updated)
        reminders.ticked.connect(self._ticked)
        reminders.looked.connect(self._consider)
        self._updated()

    def stop(self) -> None:
        """Withdraw what is shown and let go of the services."""
        self._withdraw()
        for tie in self._ties:
            # Qt holds what it calls: left tied, the two would keep each other for good.
            QObject.disconnect(tie)
        self._ties.clear()
        for notifier in self._notifiers:
            notifier.stop()

    def _follow(self, way: int, notifier: Notifier) -> None:
        self._ties += (
            notifier.accepted.connect(lambda number: self._accepted(way, number)),
            notifier.refused.connect(lambda number: self._refused(way, number)),
            notifier.acted.connect(lambda number, key: self._acted(way, number, key)),
            notifier.closed.connect(lambda number: self._closed(way, number)),
        )

    # when

    def _ticked(self, now: Now) -> None:
        self._wait = max(0, self._wait - 1)
        if self._on is not None and self._on != now.today:
            # Yesterday's does not stay; today's is decided by today's people.
            self._withdraw()
            self._on = None
            self._settings = Notifying(self._settings.at, self._settings.private)
            if self._reminders.locked:
                self._on = now.today

    def _updated(self) -> None:
        today = self._reminders.today
        if today is not None:
            self._on, self._settings = today.on, today.notifying
            if today.notifying.given:
                self._given = today.on
            elif self._given == today.on:
                self._reminders.set_given()  # it was given while locked
        if self._settled():
            self._withdraw()

    def _settled(self) -> bool:
        """Whether what is shown needs no saying any more, or may not be said any more."""
        today = self._reminders.today
        if self._settings.quiet or not self._reminders.count:
            return True
        if not self._person:
            return False
        if self._reminders.locked or self._settings.private:
            return True
        return today is not None and today.person(self._person) is None

    def _consider(self) -> None:
        """Decide by what was just read, never by settings of half a minute ago."""
        now, settings = self._reminders.now(), self._settings
        if self._sending is not None or self._shown is not None or self._wait:
            return
        if self._on != now.today or self._given == now.today or settings.quiet:
            return
        if not settings.is_time(now.local) or not self._reminders.count:
            return
        self._send(0)

    # out

    def _send(self, way: int) -> None:
        if way == len(self._notifiers):
            self._wait = _PATIENCE_TICKS
            return
        self._sending = (way, self._notifiers[way].send(self._notice()))

    def _withdraw(self) -> None:
        for at in (self._sending, self._shown):
            if at is not None:
                self._notifiers[at[0]].withdraw(at[1])
        self._sending = self._shown = None
        self._person = ""

    def _notice(self) -> Notice:
        today, count = self._reminders.today, self._reminders.count
        self._person = ""
        if today is None or not today.people or self._settings.private:
            locked = self._reminders.locked
            words = self.tr("Unlock Enishi to see who") if locked else ""
            only = ((DEFAULT, self.tr("Open")),)
            return Notice(self._words.count(count), words, only, self._picture(None))
        person = today.people[0]
        self._person = person.id
        title = self._words.reason_title(person, today.on)
        who = self._words.name(person.contact)
        fact = self._words.reason_fact(person, today.on)
        words = fact if who in title else self.tr("{who}: {fact}").format(who=who, fact=fact)
        if count > 1:
            more = self.tr("And %n more today", "", count - 1)
            words = f"{words}\n{more}"
        actions = (
            (DEFAULT, self.tr("Open")),
            (OPEN, self.tr("Open")),
            (LATER, self.tr("Later")),
            (DONE, self.tr("Reconnected")),
        )
        return Notice(title, words, actions, self._picture(person))

    def _picture(self, person: DuePerson | None) -> QImage:
        made = QImage(_PICTURE, _PICTURE, QImage.Format.Format_ARGB32_Premultiplied)
        made.fill(Qt.GlobalColor.transparent)
        p = QPainter(made)
        paint.begin(p)
        size = _PICTURE / self._theme.scale
        if person is None:
            icons.draw(p, self._theme, "mark", 0, 0, size=size, color="shu")
        else:
            letter = monogram(person.contact)
            paint.monogram(p, self._theme, 0, 0, size, person.id, letter)
        p.end()
        return made

    # in

    def _accepted(self, way: int, number: int) -> None:
        if self._sending != (way, number):
            return
        self._sending, self._shown = None, (way, number)
        self._given = self._on
        self._reminders.set_given()

    def _refused(self, way: int, number: int) -> None:
        if self._sending == (way, number):
            self._sending = None
            self._send(way + 1)

    def _acted(self, way: int, number: int, key: str) -> None:
        if self._shown != (way, number):
            return
        person = self._person
        self._withdraw()
        if not person:
            self.window_wanted.emit() if self._reminders.locked else self.reconnect_wanted.emit("")
        elif key == LATER:
            self._reminders.put_off(person)
        elif key == DONE:
            self.prompt_wanted.emit(person)
        else:
            self.reconnect_wanted.emit(person)

    def _closed(self, way: int, number: int) -> None:
        if self._shown == (way, number):
            self._shown = None
            self._person = ""
