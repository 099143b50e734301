"""The whole program, used by somebody who moves their data; says as JSON what was seen.

python -m tests.ui.moving.moving_program SCENE STORE PASSPHRASE-FILE [WORDS...]
"""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.store.folder import StoreFolder
from app.store.following import followed
from app.ui.pages.names import Page
from app.ui.pages.settings.move_dialog import MoveDialog
from app.ui.pages.settings.page import SettingsPage
from app.ui.restore.recovery_page import RecoveryPage
from app.ui.shell.banner import Banner
from app.ui.unlock import Unlock
from app.ui.widgets.button import Button
from tests.ui.restore.restore_program import (
    PASS,
    Seen,
    box_of,
    is_open,
    names,
    start,
    told,
    type_in,
    until,
)


def _enishi(*arguments: str) -> list[str]:
    """A command beside the window, which goes on meanwhile."""
    running = subprocess.Popen(
        [sys.executable, "-m", "app", *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        text=True,
    )  # fmt: skip
    until(lambda: running.poll() is not None)
    out, err = running.communicate()
    return [str(running.returncode), out, err]


def _press(button: Button) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def moved(app: QApplication, store: Path, passphrase_file: Path, card: str) -> Seen:
    """From the banner to the new place; a command, a second start and a lock afterwards."""
    enishi = start(app, store, passphrase_file)
    seen: Seen = {"before": names(enishi)}
    assert enishi._opened is not None
    shell = enishi._opened.shell
    until(lambda: [b for b in shell.findChildren(Banner) if b.isVisible()])
    (banner,) = (b for b in shell.findChildren(Banner) if b.isVisible())
    seen["banner"] = banner.accessibleName()
    (button,) = (b for b in banner.findChildren(Button) if b.words() == "Move it…")
    _press(button)
    box = box_of(MoveDialog)
    until(lambda: box.go_on.isEnabled())
    seen["proposed"] = box.where.text()
    seen["copies"] = box.copies.isChecked()
    box.take(str(store))
    until(lambda: box.where.text() == str(store / "Enishi"))
    _press(box.go_on)
    until(box.trouble.isVisible)
    seen["unfit"] = box.trouble.accessibleName()
    box.take(str(Path(seen["proposed"]).parent.parent))
    until(lambda: box.where.text().endswith("Enishi") and not box.trouble.isVisible())
    box._take(Path(seen["proposed"]))
    QTest.keyClick(box.go_on, Qt.Key.Key_Space)
    seen["told"] = told()
    seen["after"] = names(enishi)
    until(lambda: any(store.glob("Enishi-*/*.enishi")))
    until(lambda: enishi._reception is not None)
    seen["find"] = _enishi(
        "--store", str(store), "--passphrase-file", str(passphrase_file), "find", "--json"
    )
    seen["open"] = _enishi("--store", str(store), "open", card)
    until(lambda: enishi._opened is not None and enishi._opened.shell.current is Page.IMPORT)
    page = enishi._opened.shell.show_page(Page.SETTINGS)
    assert isinstance(page, SettingsPage)
    until(lambda: page._kept is not None and page._ways is not None)
    seen["lies"] = page.security.place.words.text()
    seen["second"] = page.security.second.words.text()
    enishi.lock()
    scene = enishi.window.scene
    assert isinstance(scene, Unlock)
    type_in(scene._field.edit, PASS)
    seen["unlocked"] = names(enishi)
    enishi.end()
    return seen


def away(app: QApplication, store: Path, passphrase_file: Path, there: str) -> Seen:
    """The new place is not there, then it is."""
    disk = Path(there)
    disk.rename(disk.with_name("unplugged"))
    enishi = start(app, Path(followed(store)), passphrase_file)
    until(lambda: isinstance(enishi.window.scene, RecoveryPage))
    page = enishi.window.scene
    assert isinstance(page, RecoveryPage)
    until(lambda: page._found is not None)
    seen: Seen = {"title": page.heading.text(), "words": page.words.text()}
    _press(page.again)
    until(lambda: enishi.window.scene is not page)
    until(lambda: isinstance(enishi.window.scene, RecoveryPage))
    page = enishi.window.scene
    assert isinstance(page, RecoveryPage)
    disk.with_name("unplugged").rename(disk)
    _press(page.again)
    seen["names"] = names(enishi)
    seen["folder"] = str(enishi._folder.path)
    enishi.end()
    return seen


def refused(app: QApplication, store: Path, passphrase_file: Path, target: str) -> Seen:
    """A disk that fails in the middle: the same store again, with what happened."""
    from app.store import moving
    from app.usecases.moving import Relocation

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    moving.copied = full  # type: ignore[attr-defined,assignment]
    enishi = start(app, store, passphrase_file)
    names(enishi)
    enishi._move(Relocation(Path(target), copies=True))
    seen: Seen = {"told": told()}
    until(lambda: is_open(enishi))
    seen["names"] = names(enishi)
    seen["folder"] = str(enishi._folder.path)
    seen["state"] = StoreFolder(store).state()
    enishi.end()
    return seen


def main(scene: str, store: str, passphrase_file: str, *words: str) -> None:
    """Play one."""
    app = QApplication(sys.argv[:1])
    app.setQuitOnLastWindowClosed(False)
    play: Any = {one.__name__: one for one in (moved, away, refused)}[scene]
    answer = play(app, Path(store), Path(passphrase_file), *words)
    sys.stdout.write(json.dumps(answer) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
