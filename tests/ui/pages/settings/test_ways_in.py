"""Ways in from the settings page: passphrase, recovery key, keyring; by mouse and by keys."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.store import slots
from app.store.errors import WrongPassphraseError, WrongRecoveryKeyError
from app.store.vault import unlock
from app.ui.pages.settings.keyring_dialog import KeyringDialog
from app.ui.pages.settings.page import SECURITY, SettingsPage
from app.ui.pages.settings.passphrase_dialog import PassphraseDialog
from app.ui.pages.settings.recovery_dialog import CheckKeyDialog, NewKeyDialog
from app.ui.widgets.button import Button
from app.usecases.recovery_note import recovery_note
from tests.ui.pages.settings.home import CHEAP, Home

OLD, NEW = "open sesame", "seven lamps by the sea"
LEFT = Qt.MouseButton.LeftButton
RETURN = Qt.Key.Key_Return


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """A passphrase that costs nothing to stretch: what it costs is tested in tests/store."""
    monkeypatch.setattr(slots, "PassphraseCost", lambda: CHEAP)


@pytest.fixture
def page(qtbot: QtBot, home_page: SettingsPage) -> SettingsPage:
    with qtbot.waitActive(home_page):
        home_page.activateWindow()
    qtbot.waitUntil(lambda: home_page._ways is not None)
    home_page.show_part(SECURITY)
    return home_page


def press(qtbot: QtBot, place: QWidget, words: str) -> None:
    (button,) = (b for b in place.findChildren(Button) if b.words() == words and b.isVisible())
    qtbot.mouseClick(button, LEFT)


def opened(qtbot: QtBot, page: SettingsPage, kind: type[Any]) -> Any:
    box = page.findChild(kind)
    assert box is not None
    qtbot.waitUntil(box.isVisible)
    return box


def titled(box: Any, title: str) -> Callable[[], bool]:
    return lambda: box.heading.isVisible() and box.heading.text() == title


def test_another_passphrase_by_keys_alone(qtbot: QtBot, page: SettingsPage, home: Home) -> None:
    press(qtbot, page, "Change…")
    box = opened(qtbot, page, PassphraseDialog)
    qtbot.waitUntil(box.way.field.edit.hasFocus)
    qtbot.keyClicks(box.way.field.edit, OLD)
    qtbot.keyClick(box.way.field.edit, RETURN)
    assert box.new.field.edit.hasFocus()
    qtbot.keyClicks(box.new.field.edit, "short")
    qtbot.keyClick(box.new.field.edit, RETURN)
    assert "12 characters" in box.new.field._error.text()
    box.new.field.edit.clear()
    qtbot.keyClicks(box.new.field.edit, NEW)
    qtbot.keyClick(box.new.field.edit, RETURN)
    qtbot.waitUntil(titled(box, "Changed"))
    assert "passphrase of their time" in box.words.text()
    assert box.way.field.text() == box.new.field.text() == ""
    unlock(home.folder, passphrase=NEW)
    with pytest.raises(WrongPassphraseError):
        unlock(home.folder, passphrase=OLD)
    qtbot.keyClick(box.go_on, RETURN)
    assert not box.isVisible()


def test_a_wrong_passphrase_is_said_where_it_was_typed(
    qtbot: QtBot, page: SettingsPage, home: Home
) -> None:
    page.change_passphrase()
    box = opened(qtbot, page, PassphraseDialog)
    qtbot.keyClicks(box.way.field.edit, "something else")
    qtbot.keyClicks(box.new.field.edit, NEW)
    qtbot.mouseClick(box.go_on, LEFT)
    qtbot.waitUntil(lambda: bool(box.way.field._error.text()))
    assert box.way.field.edit.hasFocus()
    assert box.new.text() == NEW
    qtbot.mouseClick(box.way.other, LEFT)
    qtbot.keyClicks(box.way.field.edit, home.vault.recovery_key.lower())
    qtbot.mouseClick(box.go_on, LEFT)
    qtbot.waitUntil(titled(box, "Changed"))
    unlock(home.folder, passphrase=NEW)


def test_esc_changes_nothing(qtbot: QtBot, page: SettingsPage, home: Home) -> None:
    page.change_passphrase()
    box = opened(qtbot, page, PassphraseDialog)
    qtbot.keyClicks(box.way.field.edit, OLD)
    qtbot.keyClicks(box.new.field.edit, NEW)
    qtbot.keyClick(box.new.field.edit, Qt.Key.Key_Escape)
    assert not box.isVisible()
    unlock(home.folder, passphrase=OLD)


def test_the_copy_on_paper_is_checked(qtbot: QtBot, page: SettingsPage, home: Home) -> None:
    qtbot.waitUntil(lambda: page.security.written.words() == "Not checked")
    press(qtbot, page, "Check my copy…")
    box = opened(qtbot, page, CheckKeyDialog)
    key = home.vault.recovery_key
    wrong = key[:-1] + ("0" if key[-1] != "0" else "1")
    qtbot.keyClicks(box.way.field.edit, wrong)
    qtbot.keyClick(box.way.field.edit, RETURN)
    qtbot.waitUntil(lambda: "slip" in box.way.field._error.text())
    assert home.workspace.ask(recovery_note).future.result(10) is None
    box.way.field.edit.clear()
    qtbot.keyClicks(box.way.field.edit, key)
    qtbot.keyClick(box.way.field.edit, RETURN)
    qtbot.waitUntil(titled(box, "Your copy is right"))
    qtbot.waitUntil(lambda: page.security.written.words().startswith("Written down on"))


def test_a_new_recovery_key_is_shown_asked_back_and_counts(
    qtbot: QtBot, page: SettingsPage, home: Home
) -> None:
    press(qtbot, page, "Make a new key…")
    box = opened(qtbot, page, NewKeyDialog)
    qtbot.keyClicks(box.way.field.edit, OLD)
    qtbot.keyClick(box.way.field.edit, RETURN)
    qtbot.waitUntil(lambda: box.step is not None and box.step.isVisible())
    new = box.step._key
    unlock(home.folder, recovery_key=home.vault.recovery_key)  # until it is written down
    press(qtbot, box, "Copy")
    assert QGuiApplication.clipboard().text() == new
    press(qtbot, box, "I have a copy")
    assert QGuiApplication.clipboard().text() != new
    for field, at in zip(box.step._fields, box._asked, strict=True):
        field.set_text(new.split("-")[at].lower())
    press(qtbot, box, "Next")
    qtbot.waitUntil(titled(box, "The new recovery key counts"))
    assert new not in words_of(box)
    unlock(home.folder, recovery_key=new)
    with pytest.raises(WrongRecoveryKeyError):
        unlock(home.folder, recovery_key=home.vault.recovery_key)
    qtbot.waitUntil(lambda: page.security.written.words().startswith("Written down on"))


@pytest.mark.parametrize("after", ["shown", "asked"])
def test_a_new_key_that_was_not_written_down_never_counts(
    qtbot: QtBot, page: SettingsPage, home: Home, after: str
) -> None:
    page.make_recovery_key()
    box = opened(qtbot, page, NewKeyDialog)
    qtbot.keyClicks(box.way.field.edit, OLD)
    qtbot.keyClick(box.way.field.edit, RETURN)
    qtbot.waitUntil(lambda: box.step is not None and box.step.isVisible())
    new = box.step._key
    press(qtbot, box, "Copy")
    if after == "asked":
        press(qtbot, box, "I have a copy")
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert not box.isVisible()
    assert QGuiApplication.clipboard().text() != new
    unlock(home.folder, recovery_key=home.vault.recovery_key)
    with pytest.raises(WrongRecoveryKeyError):
        unlock(home.folder, recovery_key=new)


def test_the_keyring_goes_on_only_for_who_knows_a_way_and_says_why_it_cannot(
    qtbot: QtBot, page: SettingsPage, home: Home
) -> None:
    qtbot.mouseClick(page.security.keyring, LEFT)
    box = opened(qtbot, page, KeyringDialog)
    qtbot.keyClicks(box.way.field.edit, "something else")
    qtbot.keyClick(box.way.field.edit, RETURN)
    qtbot.waitUntil(lambda: bool(box.way.field._error.text()))
    box.way.field.edit.clear()
    qtbot.keyClicks(box.way.field.edit, OLD)
    qtbot.keyClick(box.way.field.edit, RETURN)
    qtbot.waitUntil(box.trouble.isVisible)  # there is no keyring here
    assert "keyring" in box.trouble.title.text()
    qtbot.keyClick(box.way.field.edit, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not page.security.keyring.isChecked())
    ways = home.workspace.do(lambda store: store.slots.ways()).future.result(10)
    assert ways.keyring is None


def test_the_keyring_goes_off_only_for_who_can_answer(
    qtbot: QtBot, page: SettingsPage, home: Home
) -> None:
    key = home.vault.data_key

    def put(store: Any) -> None:
        store.slots._put({"kind": "keyring", "backend": "x"})

    home.workspace.do(put).future.result(10)
    page._ask_ways()
    qtbot.waitUntil(page.security.keyring.isChecked)
    qtbot.mouseClick(page.security.keyring, LEFT)
    box = opened(qtbot, page, KeyringDialog)
    qtbot.keyClick(box.way.field.edit, Qt.Key.Key_Escape)
    qtbot.waitUntil(page.security.keyring.isChecked)
    qtbot.mouseClick(page.security.keyring, LEFT)
    box = next(b for b in page.findChildren(KeyringDialog) if b.isVisible())
    qtbot.keyClicks(box.way.field.edit, OLD)
    qtbot.keyClick(box.way.field.edit, RETURN)
    qtbot.waitUntil(lambda: not page.security.keyring.isChecked())
    ways = home.workspace.do(lambda store: store.slots.ways()).future.result(10)
    assert ways.keyring is None
    assert unlock(home.folder, passphrase=OLD).secret == key.secret


def words_of(place: QWidget) -> str:
    """Everything that is in sight or read aloud."""
    seen = [w for w in (place, *place.findChildren(QWidget)) if w.isVisible()]
    said = [getattr(w, "text", str)() for w in seen] + [w.accessibleName() for w in seen]
    return " ".join(said).replace(" ", "-")
