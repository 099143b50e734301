"""The whole program on a store, locked in the middle of work; says as JSON what is left of anybody.

    python -m tests.ui.desktop.locking_program STORE PASSPHRASE-FILE HOW

HOW: `asleep` (both clocks go on by a night), `screen` (waits for the session to be left), `menu`
(by the tray). With `-broken` behind it what stands beside the window is not put away, and garbage
stays.
"""

import gc
import json
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QWidget

from app.cli.arguments import WindowRequest
from app.domain import remembered
from app.domain.idle import Moment
from app.ui import clock, collecting
from app.ui.shell.sidebar import _LockLine
from app.ui.steady import steady

SENTINEL = "Quagmire"
DRAFT = "Quagmire drafted this"
_PATIENCE = 30.0
_SECONDS_TO_LET_GO = 8.0
_skipped = [0.0]


def _moment(real: Callable[[], Moment] = clock.moment) -> Moment:
    now = real()
    return Moment(now.wall + _skipped[0], now.boot + _skipped[0])


def main(store: str, passphrase_file: str, how: str) -> None:
    """Print what was seen."""
    clock.moment = _moment
    from app import program
    from app.main import Start

    application = QApplication(sys.argv[:1])
    application.setQuitOnLastWindowClosed(False)
    if how.endswith("-broken"):
        program.put_away = lambda window: None  # type: ignore[attr-defined]
        collecting.let_go = lambda: None
        how = how.removesuffix("-broken")
    enishi = Start(application, WindowRequest(Path(store), Path(passphrase_file))).go_on()
    until(lambda: enishi._opened is not None and enishi._reminders.today is not None)
    _fill(enishi)
    promised = _lock_line(enishi)
    before, painted, known = _seen(), _painted(enishi), _remembered()
    opened_files = _open_files(store)
    if how == "asleep":
        _skipped[0] += 8 * 3600
        enishi.window.windowHandle().requestUpdate()
    elif how == "screen":
        sys.stdout.write("ready\n")
        sys.stdout.flush()
    else:
        enishi.tray.lock_wanted.emit()
    until(lambda: enishi._opened is None)
    at_once = _seen()
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    after, left = _seen(), _records()
    painted_after, known_after = _painted(enishi), _remembered()
    held = _open_files(store)
    until(lambda: enishi.window.scene is not None)
    enishi._open(enishi._unlock(None, None))
    until(lambda: enishi._opened is not None and enishi._reminders.today is not None)
    draft = _draft(enishi)
    enishi.end()
    answer = {
        "before": before,
        "at_once": at_once,
        "after": after,
        "records": left,
        "painted": (painted, painted_after),
        "remembered": (known, known_after),
        "files_open": opened_files,
        "files_held": held,
        "draft": draft,
        "promised": promised,
    }
    sys.stdout.write(json.dumps(answer) + "\n")


def until(holds: Callable[[], bool]) -> None:
    """Let the program work until something holds."""
    end = time.monotonic() + _PATIENCE
    while not holds():
        if time.monotonic() > end:
            raise TimeoutError
        QApplication.processEvents()
        time.sleep(0.005)


def _fill(enishi: object) -> None:
    """A person with a draft, a question over the page, a menu over that, a name copied."""
    shell = enishi._opened.shell  # type: ignore[attr-defined]
    from app.ui.pages.names import Page

    page = shell.show_page(Page.PEOPLE)
    until(lambda: page.shown_person() is not None)
    _edit(enishi)
    composer = page.stage.detail.composer
    until(lambda: page.stage.detail.isVisible())
    composer.edit.insert(DRAFT)
    page.commands.set_follow_up()
    until(
        lambda: any(isinstance(w, QDialog) for w in QApplication.topLevelWidgets() if w.isVisible())
    )
    QGuiApplication.clipboard().setText(f"{SENTINEL} copied")
    until(lambda: SENTINEL in QGuiApplication.clipboard().text())
    with steady():  # as after an import: no collection looks at what there is then
        pass


def _lock_line(enishi: object) -> str:
    """What the line about the lock says below the pages. As above, the program is no declared part
    of this module: it is loaded after the clock is replaced.
    """
    line = enishi._opened.shell.sidebar.findChild(_LockLine)  # type: ignore[attr-defined]
    return str(line.words())


def _edit(enishi: object) -> None:
    """A change of the person, so that their name is worked out anew."""
    from app.store.store import Store
    from app.usecases import people

    now = clock.now()

    def edit(store: Store) -> None:
        (before,) = store.contacts(store.people().ids)
        people.edit(
            store, before, replace(before, name=replace(before.name, nickname="Z")), now=now
        )

    done: list[object] = []
    enishi._opened.workspace.do(edit).then(done.append)  # type: ignore[attr-defined]
    until(lambda: bool(done))


def _texts(*of: QWidget) -> list[str]:
    """Of what can be seen, every text with the sentinel."""
    found = []
    for top in of:
        for widget in (top, *top.findChildren(QWidget)):
            if not widget.isVisible():
                continue
            texts = [widget.windowTitle(), widget.toolTip(), widget.accessibleName()]
            texts.append(widget.accessibleDescription())
            if isinstance(widget, QLabel | QLineEdit):
                texts.append(widget.text())
            found += [text for text in texts if SENTINEL in text]
    return found


def _painted(enishi: object) -> int:
    """How many texts with the sentinel are kept for painting them again."""
    kept = enishi._theme.text_cache  # type: ignore[attr-defined]
    return sum(SENTINEL in str(key) for key in kept)


def _remembered() -> int:
    """How many answers about names are remembered."""
    return sum(answers.cache_info().currsize for answers in remembered._answers)


def _seen() -> dict[str, object]:
    tops = [w for w in QApplication.topLevelWidgets() if w.isVisible()]
    return {
        "texts": _texts(*tops),
        "windows": len(tops),
        "clipboard": SENTINEL in QGuiApplication.clipboard().text(),
    }


def _records() -> list[str]:
    """What holds somebody in memory some seconds later: the program itself is to let go of it, so
    nothing is collected here.
    """
    end = time.monotonic() + _SECONDS_TO_LET_GO
    while (found := _records_now()) and time.monotonic() < end:
        QApplication.processEvents()
        time.sleep(0.1)  # looking at all objects is dear, and the program is to have its turn
    return found


def _records_now() -> list[str]:
    """Whatever Python knows of, garbage and what its collector does not look at as well."""
    from app.domain.contact import Contact
    from app.domain.interaction import Interaction
    from app.domain.promise import Promise
    from app.domain.remark import Remark
    from app.domain.reminder import FollowUp

    kinds = (Contact, Interaction, Promise, FollowUp, Remark)
    gc.unfreeze()
    found = [type(found).__name__ for found in gc.get_objects() if isinstance(found, kinds)]
    gc.freeze()
    return found


def _open_files(store: str) -> list[str]:
    """Files of the store that this process holds open."""
    found = []
    for descriptor in Path("/proc/self/fd").iterdir():
        try:
            path = descriptor.readlink()
        except OSError:
            continue
        if path.parent == Path(store) and path.name.startswith("store.db"):
            found.append(path.name)
    return sorted(found)


def _draft(enishi: object) -> str:
    from app.ui.pages.names import Page

    page = enishi._opened.shell.show_page(Page.PEOPLE)  # type: ignore[attr-defined]
    until(lambda: page.shown_person() is not None and page.stage.detail.isVisible())
    until(lambda: page.stage.detail.composer.edit.text() != "")
    return str(page.stage.detail.composer.edit.text())


if __name__ == "__main__":
    main(*sys.argv[1:])
