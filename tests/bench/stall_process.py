"""The program itself at work; tells how long its window ever stood still (R64).

`python -m tests.bench.stall_process FOLDER PASSPHRASE_FILE CARDS QUERIES APART SETTLE`: somebody
types into the search (so many queries of each length, a key each `APART` ms), the copy of the day
is made, the store is checked, the drill is done, a file is imported; `SETTLE` ms are left to each
for what comes behind it. The store is written to.
"""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.cli.arguments import WindowRequest
from app.main import Start
from app.ui.care import Care
from app.ui.pages.importing.page import State
from app.ui.pages.names import Page
from app.ui.pages.settings.drill_dialog import DrillDialog
from app.ui.shell.shell import Shell
from app.ui.workspace import Workspace
from tests.bench.events import tell_value
from tests.bench.heart import Stalls
from tests.bench.page_process import type_into
from tests.bench.questions import QUERIES

_LOOK_MS = 10
_LONGEST_MS = 500_000


def until(done: Callable[[], bool]) -> None:
    """Rest in the event loop, as a program does, until something is so."""
    if done():
        return
    loop, late, look = QEventLoop(), QTimer(), QTimer()
    look.timeout.connect(lambda: loop.quit() if done() else None)
    late.setSingleShot(True)
    late.timeout.connect(lambda: loop.exit(1))
    late.start(_LONGEST_MS)
    look.start(_LOOK_MS)
    if loop.exec():
        raise TimeoutError


def pause(milliseconds: int) -> None:
    """Rest in the event loop for so long."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def the(kind: type[Any]) -> Any:
    """The one widget of a kind, or None where there is none yet."""
    return next((w for w in QApplication.allWidgets() if isinstance(w, kind)), None)


def type_slowly(edit: Any, words: str, apart: int) -> None:
    """A key at a time."""
    for key in words:
        type_into(edit, key)
        pause(apart)


def search(shell: Any, each: int, apart: int) -> None:
    """Type what stands for many and for nobody, a key at a time, and take it back."""
    page = shell.show_page(Page.PEOPLE)
    edit = page.list.search.edit
    for queries in QUERIES.values():
        for query in queries[:each]:
            page.focus_search()
            type_slowly(edit, query, apart)
            pause(4 * apart)
            QTest.keyClick(edit, Qt.Key.Key_Escape)
            pause(apart)


def copy(care: Care) -> None:
    """The copy of the day, as its timer asks for one."""
    told: list[str] = []
    care.copied.connect(lambda: told.append("copied"))
    care.looked.connect(lambda: told.append("looked"))
    care.look()
    until(lambda: "looked" in told)
    assert "copied" in told


def check(workspace: Workspace) -> None:
    """The check of all that is there, as it is asked for when a copy failed."""
    sound: list[object] = []
    workspace.do(lambda store: store.prove()).then(sound.append)
    until(lambda: bool(sound))


def drill(shell: Any, passphrase: str, apart: int) -> None:
    """The drill, from the settings page."""
    shell.try_backup()
    until(lambda: the(DrillDialog) is not None)
    box = the(DrillDialog)
    pause(apart)
    type_slowly(box.way.field.edit, passphrase, apart)
    box.go_on.click()
    until(lambda: box.form.isHidden())
    box.accept()


def bring_in(shell: Any, cards: Path, settle: int) -> None:
    """A file read, compared, looked at, imported."""
    page = shell.show_page(Page.IMPORT)
    page.add_files([cards])
    until(lambda: page.state is State.COMPARE)
    pause(settle)
    page.accept()
    until(lambda: page.state is State.DONE)


def main() -> int:
    """Do all of it, and end."""
    folder, passphrase_file, cards = (Path(name) for name in sys.argv[1:4])
    queries, apart, settle = (int(number) for number in sys.argv[4:7])
    app = QApplication(sys.argv[:1])
    start = Start(app, WindowRequest(folder, passphrase_file))
    program: Any = start.go_on()
    until(lambda: the(Shell) is not None)
    shell, opened = the(Shell), program._opened
    for page in (Page.IMPORT, Page.SETTINGS, Page.PEOPLE):  # made when they are first shown
        shell.show_page(page)
        pause(settle)
    until(lambda: shell.page(Page.PEOPLE).list.model.rowCount() > 0)
    passphrase = passphrase_file.read_text("utf-8").strip()
    acts: dict[str, Callable[[], None]] = {
        "search": lambda: search(shell, queries, apart),
        "copy": lambda: copy(opened._care),
        "check": lambda: check(opened.workspace),
        "drill": lambda: drill(shell, passphrase, apart),
        "import": lambda: bring_in(shell, cards, settle),
    }
    stalls = Stalls()
    for name, act in acts.items():
        stalls.begin(name)
        act()
        pause(settle)
    stalls.stop()
    for name in acts:
        tell_value(name, stalls.longest[name])
        tell_value(f"{name}-alone", stalls.alone[name])
        tell_value(f"{name}-withheld", stalls.withheld[name])
        tell_value(f"{name}-worked", stalls.worked[name])
    program.quit()
    return 0


if __name__ == "__main__":
    sys.exit(main())
