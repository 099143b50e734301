"""Seven days of the program in some minutes: `python -m tests.soak.week_program STORE PASSFILE SEED
CYCLES DEEDS LEAK`. After each cycle (ten ticks a deed, a sleep that locks, an unlocking) it says as
JSON what the process holds. LEAK: "-", or what every deed leaves behind: the sabotage twins.
"""

import gc
import json
import os
import sys
import threading
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.domain.idle import Moment
from app.domain.now import Now
from app.ui import clock
from app.ui.collecting import Collector
from app.ui.pages.names import Page
from app.ui.words.wording import Wording

_TICKS = 10
"""So many a deed."""
_TICK = timedelta(seconds=2.5)
_SLEEP = timedelta(minutes=61)
_PATIENCE = 60.0
_passed = timedelta()
_begun = clock.now().instant


def _now() -> Now:
    instant = _begun + _passed
    return Now(instant, instant.astimezone())


def _moment() -> Moment:
    passed = _passed.total_seconds()
    return Moment(_begun.timestamp() + passed, passed)


class Week:
    """Who sits at the program all week."""

    def __init__(self, enishi: Any, seed: int, deeds: int, leak: str) -> None:
        self.enishi, self.deeds, self.leak = enishi, deeds, leak
        self.chance = Random(seed)
        self.left: list[object] = []
        self.written = 0
        self.deeds_known = (
            self.note, self.undo, self.walk, self.find, self.reconnect, self.edit,
        )  # fmt: skip

    def warm_up(self) -> None:
        """Each deed once: what is loaded for the first time is no growth."""
        for deed in self.deeds_known:
            deed()
            self.rest()
        until(lambda: QApplication.instance().findChild(Collector) is not None)

    def cycle(self) -> dict[str, int]:
        """Ticks and deeds, then the computer sleeps, and the person comes back."""
        for _ in range(self.deeds):
            for _ in range(_TICKS):
                _pass(_TICK)
                self.enishi._reminders.tick()
                QCoreApplication.processEvents()
            self.deed()
        # The same page is shown after each unlocking: only then what is held can be compared.
        self.enishi._opened.shell.show_page(Page.TODAY)
        self.rest()
        _pass(_SLEEP)
        self.enishi._lock_watch._auto_lock.look()
        until(lambda: self.enishi._opened is None and self.enishi.window.scene is not None)
        self.enishi._open(self.enishi._unlock(None, None))
        self.rest()
        return held()

    def rest(self) -> None:
        """Until all is answered."""
        until(lambda: self.enishi._opened is not None and self.enishi._reminders.today is not None)
        pending = self.enishi._opened.workspace._background._pending
        until(lambda: not pending)

    def deed(self) -> None:
        """One of what people do all day; as many writes are taken back as there are."""
        self.chance.choice(self.deeds_known)()
        self.rest()
        if self.leak == "widget":
            self.left += [QWidget() for _ in range(20)]
        elif self.leak == "file":
            self.left.append(os.open(os.devnull, os.O_RDONLY))
        elif self.leak == "words":  # as it was until it was looked for
            for _ in range(5):
                Wording(self.enishi._theme).setParent(self.enishi._theme)

    def note(self) -> None:
        page = self._people()
        page.stage.detail.composer.edit.insert("met by the river")
        QTest.keyClick(page.stage.detail.composer.edit, Qt.Key.Key_Return)
        self.written += 1

    def undo(self) -> None:
        if self.written:
            self.written -= 1
            self.enishi._opened.shell.undo()

    def walk(self) -> None:
        for name in Page:
            self.enishi._opened.shell.show_page(name)
            self.rest()

    def find(self) -> None:
        shell = self.enishi._opened.shell
        shell.open_finder()
        finder = shell._finder
        QTest.keyClicks(finder._field.edit, "an")
        self.rest()
        QTest.keyClick(finder._field.edit, Qt.Key.Key_Escape)

    def reconnect(self) -> None:
        self.enishi._opened.reconnect()
        self.rest()
        self.enishi._opened._reconnect.close()

    def edit(self) -> None:
        page = self._people()
        page.edit("title")
        QTest.keyClicks(QApplication.focusWidget() or page, "x")
        page.unfinished.leave()

    def _people(self) -> Any:
        page = self.enishi._opened.shell.show_page(Page.PEOPLE)
        ids = self.enishi._opened.workspace.ask(lambda reader: reader.people().ids)
        page.show_person(self.chance.choice(ids.future.result(_PATIENCE)))
        until(lambda: page.shown_person() is not None and page.stage.detail.isVisible())
        self.rest()
        return page


def held() -> dict[str, int]:
    """What this process holds, once what is let go is gone."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QCoreApplication.processEvents()
    collector = QApplication.instance().findChild(Collector)
    for _ in range(2):  # what it does within two seconds of a lock
        collector.look()
    gc.collect()
    status = Path("/proc/self/status").read_text("ascii")
    resident = next(line for line in status.splitlines() if line.startswith("VmRSS"))
    app = QCoreApplication.instance()
    return {
        "resident": int(resident.split()[1]),
        "files": sum(1 for _ in Path("/proc/self/fd").iterdir()),
        "threads": threading.active_count(),
        "widgets": len(QApplication.allWidgets()),
        "objects": len(app.findChildren(QObject)) if app is not None else 0,
        "living": len(gc.get_objects()) + gc.get_freeze_count(),
    }


def until(holds: Callable[[], object]) -> None:
    """Let the program work until something holds."""
    end = time.monotonic() + _PATIENCE
    while not holds():
        if time.monotonic() > end:
            raise TimeoutError
        QCoreApplication.processEvents()
        time.sleep(0.0005)  # the lanes want the interpreter as well


def _pass(time_: timedelta) -> None:
    global _passed
    _passed += time_


def main(store: str, passphrase_file: str, seed: str, cycles: str, deeds: str, leak: str) -> None:
    """Print a line of JSON a cycle."""
    clock.now, clock.moment = _now, _moment
    from app.cli.arguments import WindowRequest
    from app.main import Start

    application = QApplication(sys.argv[:1])
    application.setQuitOnLastWindowClosed(False)
    enishi = Start(application, WindowRequest(Path(store), Path(passphrase_file))).go_on()
    week = Week(enishi, int(seed), int(deeds), leak)
    until(lambda: enishi._opened is not None)
    week.rest()
    week.warm_up()
    for _ in range(int(cycles)):
        print(json.dumps(week.cycle()), flush=True)
    enishi.end()


if __name__ == "__main__":
    main(*sys.argv[1:])
