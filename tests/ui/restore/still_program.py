"""The whole program on a store that cannot be written; says as JSON what was seen.

python -m tests.ui.restore.still_program STORES PASSPHRASE-FILE [AGAIN]

AGAIN names a file: when it is gone the store can be written, and is tried again.
"""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.program import Enishi
from app.ui.pages.names import Page
from app.ui.pages.people.promise_editor import PromiseEditor
from app.ui.pages.settings.page import SettingsPage
from app.ui.shell.banner import Banner
from app.ui.widgets.button import Button
from tests.ui.restore.restore_program import is_open, listing, names, start, type_in, until

TYPED = "typed where nothing can be written"


def banner(enishi: Enishi) -> Banner | None:
    """What stands above the pages."""
    assert enishi._opened is not None
    return next((b for b in enishi._opened.shell.findChildren(Banner) if b.isVisible()), None)


def toast(enishi: Enishi) -> str:
    """What is said, and let go of again."""
    assert enishi._opened is not None
    box = enishi._opened.shell.toast
    until(box.isVisible)
    words = box.accessibleName()
    box.dismiss()
    until(lambda: not box.isVisible())
    return words


def holds(what: Callable[[], bool]) -> bool:
    """Whether it is so, now or once an answer came: what was said may be of the draft behind it."""
    try:
        until(what)
    except TimeoutError:
        return False
    return True


def act(enishi: Enishi) -> dict[str, Any]:
    """A note, a line about somebody and a setting: each answered plainly, what was typed there."""
    assert enishi._opened is not None
    shell = enishi._opened.shell
    page: Any = shell.show_page(Page.PEOPLE)
    until(lambda: page.shown_person() is not None and page.stage.detail.isVisible())
    detail = page.stage.detail
    seen: dict[str, Any] = {}
    type_in(detail.composer.edit, TYPED)
    seen["note"] = toast(enishi)
    until(lambda: detail.composer.edit.text() == TYPED)
    detail.begin_promise()
    (promise,) = detail.findChildren(PromiseEditor)
    promise.what.edit.insert(TYPED)
    QTest.mouseClick(promise.keep, Qt.MouseButton.LeftButton)
    seen["promise"] = toast(enishi)
    seen["promise_kept"] = holds(
        lambda: any(e.what.text() == TYPED for e in detail.findChildren(PromiseEditor))
    )
    detail.remarks.begin(next(iter(detail.remarks.names())))
    until(lambda: detail.remarks.field is not None)
    type_in(detail.remarks.field.edit, TYPED)
    seen["remark"] = toast(enishi)
    field = detail.remarks
    seen["remark_kept"] = holds(lambda: field.field is not None and field.field.text() == TYPED)
    settings = shell.show_page(Page.SETTINGS)
    assert isinstance(settings, SettingsPage)
    settings.reminders.daily_chosen.emit(9)
    seen["setting"] = toast(enishi)
    return seen


def contents(place: Path) -> "Contents":
    """Every name, and every file's hash."""
    return sorted(p.name for p in place.rglob("*")), listing(place)


Contents = tuple[list[str], dict[str, str]]


def differs(before: Contents, after: Contents) -> list[str]:
    """Names that came or went, and files whose bytes are others."""
    names = set(before[0]) ^ set(after[0])
    files = {n for n in before[1].keys() & after[1].keys() if before[1][n] != after[1][n]}
    return sorted(names | files)


def play(app: QApplication, place: Path, passphrase_file: Path, again: str = "") -> dict[str, Any]:
    """One store."""
    before = contents(place)
    enishi = start(app, place, passphrase_file)
    until(lambda: is_open(enishi) and banner(enishi) is not None)
    shown = banner(enishi)
    assert shown is not None
    seen: dict[str, Any] = {"banner": shown.accessibleName(), "names": names(enishi)}
    seen.update(act(enishi))
    seen["changed"] = differs(before, contents(place))
    if again:
        Path(again).unlink()
        (button,) = shown.findChildren(Button)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        until(lambda: is_open(enishi) and banner(enishi) is None and enishi._reception is not None)
        assert enishi._opened is not None
        page: Any = enishi._opened.shell.show_page(Page.PEOPLE)
        until(lambda: page.shown_person() is not None)
        until(lambda: page.stage.detail.composer.edit.text() == TYPED)
        seen["carried"] = True
    enishi.end()
    if not again:
        seen["changed"] += differs(before, contents(place))
    return seen


def main(stores: str, passphrase_file: str, again: str = "") -> None:
    """Print what was seen of each store in a folder of stores."""
    app = QApplication(sys.argv[:1])
    app.setQuitOnLastWindowClosed(False)
    places = sorted(Path(stores).iterdir())
    answer = {place.name: play(app, place, Path(passphrase_file), again) for place in places}
    sys.stdout.write(json.dumps(answer) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
