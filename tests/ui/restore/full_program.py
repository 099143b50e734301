"""The whole program on a disk that fills up under it; says as JSON what was seen.

python -m tests.ui.restore.full_program STORE PASSPHRASE-FILE FILLER
"""

import json
import os
import sys
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.store.check import check
from app.store.folder import StoreFolder
from app.store.vault import unlock
from app.ui.pages.names import Page
from app.ui.pages.people.promise_editor import PromiseEditor
from tests.ui.restore.restore_program import is_open, names, start, until
from tests.ui.restore.still_program import act

_PIECE = 4096


def fill(filler: Path) -> None:
    """Until not a byte more can be written."""
    with filler.open("wb", buffering=0) as stream:
        while (there := os.statvfs(filler.parent)).f_bavail:
            stream.write(bytes(min(there.f_bavail * there.f_frsize, 256 * _PIECE)))


def again(detail: Any) -> None:
    """What is still there is kept by the same keys."""
    before = detail.known
    QTest.keyClick(detail.composer.edit, Qt.Key.Key_Return)
    until(lambda: detail.known is not before and not detail.composer.edit.text())
    promise = next(box for box in detail.findChildren(PromiseEditor) if box.isVisible())
    QTest.mouseClick(promise.keep, Qt.MouseButton.LeftButton)
    until(lambda: not promise.isVisible())
    QTest.keyClick(detail.remarks.field.edit, Qt.Key.Key_Return)
    until(lambda: detail.remarks.field is None)


def main(store: str, passphrase_file: str, filler: str) -> None:
    """Print what was seen before there was room again, and what was kept afterwards."""
    app = QApplication(sys.argv[:1])
    app.setQuitOnLastWindowClosed(False)
    enishi = start(app, Path(store), Path(passphrase_file))
    until(lambda: is_open(enishi))
    fill(Path(filler))
    seen = act(enishi)
    seen["names"] = names(enishi)
    Path(filler).unlink()
    assert enishi._opened is not None
    page: Any = enishi._opened.shell.show_page(Page.PEOPLE)
    until(lambda: page.shown_person() is not None)
    again(page.stage.detail)
    enishi.window.let_close()
    enishi.window.close()
    enishi.end()
    folder = StoreFolder(Path(store))
    key = unlock(folder, passphrase=Path(passphrase_file).read_text("utf-8").strip())
    seen["sound"] = check(folder, key).is_sound
    sys.stdout.write(json.dumps(seen) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
