"""Reminders: who is due today, kept true at every tick, change, midnight, waking and unlocking.

Nothing is scheduled: each look computes the day anew, so a clock that jumps or a night asleep loses
nothing. Tray, Today page, reconnect window and notification all show the one value held here.
"""

import time
from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from app.domain.change import Change
from app.domain.errors import ExpectedError
from app.domain.now import Now
from app.ui import clock
from app.ui.today import Looked, Today, look
from app.ui.workspace import Workspace
from app.usecases import notifying, presence, reconnect

if TYPE_CHECKING:
    from app.ui.background import Reply

TICK_MS = 30_000
"""The longest time between two looks; at midnight it is shorter."""


class Reminders(QObject):
    """Today's people while a workspace is attached, and only their number while it is locked."""

    updated = Signal()
    """Today changed, or the program was locked or unlocked."""
    looked = Signal()
    """Today was looked at anew (or could not be, as it is locked), changed or not."""
    ticked = Signal(Now)
    """The clock was read (at least every 30 seconds of awake time)."""

    def __init__(self, now: Callable[[], Now] = clock.now, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._workspace: Workspace | None = None
        self._today: Today | None = None
        self._count = 0
        self._reply: Reply[Looked] | None = None
        self._looked: Looked | None = None
        self._again = False
        self._told: type[ExpectedError] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.CoarseTimer)
        self._timer.timeout.connect(self.tick)
        app = QCoreApplication.instance()
        if isinstance(app, QGuiApplication):
            app.applicationStateChanged.connect(self._activated)

    @property
    def today(self) -> Today | None:
        """Today as last seen; None while locked, and before the first answer."""
        return self._today

    @property
    def count(self) -> int:
        """How many people are due; while locked, how many there were."""
        return self._count

    def now(self) -> Now:
        """The clock that the reminders go by."""
        return self._now()

    @property
    def locked(self) -> bool:
        """Whether there is no open store to ask."""
        return self._workspace is None

    def attach(self, workspace: Workspace | None) -> None:
        """Begin with an open store, or (None) forget everything but the number: it was locked."""
        if self._workspace is not None:
            self._workspace.changed.disconnect(self._changed)
        if self._reply is not None:
            self._reply.drop()
        self._reply, self._again, self._today, self._looked = None, False, None, None
        self._workspace = workspace
        if workspace is None:
            self.updated.emit()
        else:
            workspace.changed.connect(self._changed)
        self.tick()

    def set_quiet(self, *, on: bool) -> None:
        """No notification for the rest of today, or again."""
        if self._workspace is not None:
            today = self._now().today
            reply = self._workspace.do(lambda store: notifying.quiet(store, today, on=on))
            reply.then(self._set, self._not_set)

    def set_given(self) -> None:
        """Today's notification was taken by the service."""
        if self._workspace is not None:
            today = self._now().today
            self._workspace.do(lambda store: notifying.given(store, today)).then(self._set)

    def set_seen(self) -> None:
        """The person looks at the day, and not only the tray."""
        if self._workspace is not None:
            today = self._now().today
            self._workspace.do(lambda store: presence.seen(store, today))

    def put_off(self, contact_id: str) -> None:
        """Later, where nothing more can be asked: tomorrow."""
        if self._workspace is not None:
            now = self._now()
            until = now.today + timedelta(1)
            self._workspace.do(lambda store: reconnect.later(store, contact_id, until, now=now))

    def stop(self) -> None:
        """Tick no more; before the workspace closes for good."""
        self.attach(None)
        self._timer.stop()

    def tick(self) -> None:
        """Read clock and time zone, look anew, and wait again; also after waking."""
        if hasattr(time, "tzset"):
            time.tzset()
        now = self._now()
        self._timer.start(min(TICK_MS, _until_midnight(now)))
        self.ticked.emit(now)
        self.refresh()

    def refresh(self) -> None:
        """Look anew; asked again meanwhile, once more afterwards."""
        if self._workspace is None:
            self.looked.emit()
            return
        if self._reply is not None:  # under way, or on its way here: the next look builds on it
            self._again = True
            return
        now, before = self._now(), self._looked
        self._reply = self._workspace.do(lambda store: look(store, now, before))
        self._reply.then(self._seen, self._not_seen)

    def _seen(self, looked: Looked) -> None:
        self._told, self._looked = None, looked
        today = looked.today
        if today != self._today:
            self._today = today
            self._count = len(today.people)
            self.updated.emit()
        self.looked.emit()
        self._next()

    def _not_seen(self, error: ExpectedError) -> None:
        """Tell the person once, not at every tick."""
        if self._workspace is not None and type(error) is not self._told:
            self._told = type(error)
            self._workspace.failed.emit(error)
        self._next()

    def _next(self) -> None:
        self._reply = None
        if self._again:
            self._again = False
            self.refresh()

    def _set(self, _nothing: None) -> None:
        self.refresh()

    def _not_set(self, error: ExpectedError) -> None:
        """Menus say again what is kept."""
        if self._workspace is not None:
            self._workspace.failed.emit(error)
        self.updated.emit()

    def _changed(self, change: Change) -> None:
        self.refresh()

    def _activated(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationActive and not self.locked:
            self.tick()


def _until_midnight(now: Now) -> int:
    """Milliseconds until a little after the next civil midnight."""
    local = now.local
    seconds = 86_400 - (local.hour * 3600 + local.minute * 60 + local.second)
    return seconds * 1000 + 50
