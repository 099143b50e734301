"""The whole program, used by somebody who wants their data back; says as JSON what was seen.

python -m tests.ui.restore.restore_program SCENE STORE PASSPHRASE-FILE [WORDS...]
"""

import hashlib
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.cli.arguments import WindowRequest
from app.main import Start
from app.program import Enishi
from app.ui.first_run.scene import FirstRun
from app.ui.pages.names import Page
from app.ui.pages.settings.page import SECURITY, SettingsPage
from app.ui.restore.dialog import RestoreDialog
from app.ui.restore.recovery_page import RecoveryPage
from app.ui.unlock import Unlock
from app.ui.widgets.dialog import Dialog

_PATIENCE = 60.0
PASS = "open sesame"
Seen = dict[str, Any]


def until(holds: Callable[[], Any]) -> None:
    """Let the program work until something holds."""
    end = time.monotonic() + _PATIENCE
    while not holds():
        if time.monotonic() > end:
            raise TimeoutError
        QApplication.processEvents()
        time.sleep(0.005)


def listing(place: Path) -> dict[str, str]:
    """Hashes of all files, but for what an open store has of its own."""
    own = {"window.json", "window.sock", "store.db-shm", "lock"}
    return {
        str(p.relative_to(place)): hashlib.sha256(p.read_bytes()).hexdigest()
        for p in sorted(place.rglob("*"))
        if p.is_file() and p.name not in own
    }


def start(app: QApplication, store: Path, passphrase_file: Path | None) -> Enishi:
    """The program at its first scene."""
    made = Start(app, WindowRequest(store, passphrase_file)).go_on()
    until(lambda: made.window.scene is not None)
    return made


def is_open(enishi: Enishi) -> bool:
    """Whether a store is open and its day was looked at."""
    return enishi._opened is not None and enishi._reminders.today is not None


def names(enishi: Enishi) -> list[str]:
    """Everybody in the store that is open."""
    until(lambda: is_open(enishi))
    assert enishi._opened is not None
    found: list[list[str]] = []

    def ask(reader: Any) -> list[str]:
        return sorted(reader.contact(i).name.full for i in reader.people().ids)

    enishi._opened.workspace.ask(ask).then(found.append)
    until(lambda: found)
    return found[0]


def box_of(kind: type[Any]) -> Any:
    """The dialog of a kind that is shown."""

    def shown() -> list[QWidget]:
        tops = QApplication.topLevelWidgets()
        return [w for w in tops if isinstance(w, kind) and w.isVisible()]

    until(shown)
    return shown()[0]


def type_in(field: QWidget, words: str) -> None:
    """As somebody does it, with Enter."""
    QTest.keyClicks(field, words)
    QTest.keyClick(field, Qt.Key.Key_Return)


def through(box: RestoreDialog, words: str, *, recovery: bool = False) -> list[str]:
    """Look into what is chosen and agree; what was said before that."""
    until(lambda: box.choices.rows and box.choices.value())
    if recovery:
        QTest.mouseClick(box.way.other, Qt.MouseButton.LeftButton)
    type_in(box.way.field.edit, words)
    until(lambda: box.go_on.words() == "Bring it back")
    said = box.words.text().splitlines()
    QTest.keyClick(box.go_on, Qt.Key.Key_Space)
    return said


def told() -> str:
    """What is said after it, read and closed."""
    until(lambda: not any(type(w) is RestoreDialog for w in _shown()))
    until(lambda: any(type(w) is Dialog for w in _shown()))
    box = next(w for w in _shown() if type(w) is Dialog)
    words = str(box.words.text())
    QTest.keyClick(box, Qt.Key.Key_Return)
    until(lambda: not box.isVisible())
    return words


def _shown() -> list[QWidget]:
    return [w for w in QApplication.topLevelWidgets() if w.isVisible()]


def settings(app: QApplication, store: Path, passphrase_file: Path) -> Seen:
    """There and back again from the settings page."""
    enishi = start(app, store, passphrase_file)
    seen: Seen = {"before": names(enishi)}
    assert enishi._opened is not None
    page = enishi._opened.shell.show_page(Page.SETTINGS)
    assert isinstance(page, SettingsPage)
    page.show_part(SECURITY)
    page.security.restore.click()
    box = box_of(RestoreDialog)
    until(lambda: box.choices.rows)
    seen["rows"] = [(row.words(), row.accessibleDescription()) for row in box.choices.rows]
    type_in(box.way.field.edit, "not it")
    until(lambda: box.way.field._error.text())
    seen["refused"] = box.way.field._error.text()
    box.way.field.edit.selectAll()
    seen["said"] = through(box, PASS)
    seen["told"] = told()
    seen["after"] = names(enishi)
    shell = enishi._opened.shell
    shell.restore_backup()
    box = box_of(RestoreDialog)
    until(lambda: box.choices.rows)
    aside = next(row for row in box.choices.rows if "put aside" in row.accessibleDescription())
    aside.setChecked(True)
    through(box, PASS)
    told()
    seen["again"] = names(enishi)
    enishi.end()
    return seen


def damaged(app: QApplication, store: Path, passphrase_file: Path, *words: str) -> Seen:
    """The recovery page: tried again, then back with the passphrase, or with the recovery key."""
    before = listing(store)
    enishi = start(app, store, passphrase_file)
    until(lambda: isinstance(enishi.window.scene, RecoveryPage))
    page = enishi.window.scene
    assert isinstance(page, RecoveryPage)
    until(lambda: page._found is not None)
    seen: Seen = {"title": page.heading.text(), "words": page.words.text()}
    seen["newest"] = (page.newest.text(), page.about.text())
    QTest.mouseClick(page.again, Qt.MouseButton.LeftButton)
    until(lambda: enishi.window.scene is not page)
    until(lambda: isinstance(enishi.window.scene, RecoveryPage))
    page = enishi.window.scene
    assert isinstance(page, RecoveryPage)
    until(lambda: page._found is not None)
    seen["untouched"] = listing(store) == before
    QTest.mouseClick(page.restore, Qt.MouseButton.LeftButton)
    through(box_of(RestoreDialog), words[0] if words else PASS, recovery=bool(words))
    seen["told"] = told()
    seen["names"] = names(enishi)
    after = listing(store)
    kept = {Path(name).name: h for name, h in after.items() if "replaced-" in name}
    seen["kept"] = all(kept.get(Path(n).name) == h for n, h in before.items() if "/" not in n)
    enishi.end()
    return seen


def at_work(app: QApplication, store: Path, passphrase_file: Path) -> Seen:
    """Damage that comes while the window is open, found by the copy of the day."""
    enishi = start(app, store, passphrase_file)
    names(enishi)
    database = store / "store.db"
    data = bytearray(database.read_bytes())
    for place in range(4096 * 12, len(data), 4096):
        data[place + 17] ^= 1
    with database.open("r+b") as stream:
        stream.write(data)
    for backup in (store / "backups").iterdir():  # of today: else none is due
        backup.rename(backup.with_name("20200101-090000.enishi"))
    assert enishi._opened is not None
    assert enishi._opened._care is not None
    enishi._opened._care.look()
    until(lambda: isinstance(enishi.window.scene, RecoveryPage))
    page = enishi.window.scene
    assert isinstance(page, RecoveryPage)
    until(lambda: page._found is not None)
    seen: Seen = {"title": page.heading.text(), "newest": page.newest.text()}
    seen["untouched"] = database.read_bytes() == bytes(data)
    QTest.mouseClick(page.restore, Qt.MouseButton.LeftButton)
    through(box_of(RestoreDialog), PASS)
    told()
    seen["names"] = names(enishi)
    enishi.end()
    return seen


def first(app: QApplication, store: Path, _file: Path, backup: str, key: str) -> Seen:
    """A new account: nothing but a backup, and the recovery key on paper."""
    enishi = start(app, store, None)
    until(lambda: isinstance(enishi.window.scene, FirstRun))
    scene = enishi.window.scene
    assert isinstance(scene, FirstRun)
    QTest.mouseClick(scene.lock.backup, Qt.MouseButton.LeftButton)
    box = box_of(RestoreDialog)
    until(lambda: box.none.text().startswith("No backup"))
    box.choose(__file__)
    seen: Seen = {"refused": box.trouble.title.text(), "made": store.exists()}
    box.choose(backup)
    seen["said"] = through(box, key, recovery=True)
    seen["told"] = told()
    seen["names"] = names(enishi)
    enishi.end()
    return seen


def copied(app: QApplication, store: Path, _file: Path, key: str) -> Seen:
    """A store folder on another account, whose keyring knows nothing."""
    enishi = start(app, store, None)
    until(lambda: isinstance(enishi.window.scene, Unlock))
    scene = enishi.window.scene
    assert isinstance(scene, Unlock)
    until(lambda: scene._error is not None)
    seen: Seen = {"keyring": type(scene._error).__name__}
    QTest.mouseClick(scene._other, Qt.MouseButton.LeftButton)
    type_in(scene._field.edit, key)
    seen["names"] = names(enishi)
    enishi.end()
    return seen


def main(scene: str, store: str, passphrase_file: str, *words: str) -> None:
    """Play one, or several of one kind: `damaged STORE FILE` for every folder in STORE."""
    app = QApplication(sys.argv[:1])
    app.setQuitOnLastWindowClosed(False)
    scenes = (settings, first, copied, damaged, at_work)
    play: Any = {scene.__name__: scene for scene in scenes}[scene]
    if scene == "damaged":
        answer: Any = {}
        for place in sorted(Path(store).iterdir()):
            more = words if place.name.endswith("by-key") else ()
            answer[place.name] = play(app, place, Path(passphrase_file), *more)
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    else:
        answer = play(app, Path(store), Path(passphrase_file), *words)
    sys.stdout.write(json.dumps(answer) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
