"""Settings: each control does what it says, at once, and is there after a restart."""

import re
from datetime import time
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QMenu, QWidget
from pytestqt.qtbot import QtBot

from app.domain.contact import Contact, Name
from app.domain.dates import LeapDay
from app.domain.rhythm import Rhythm
from app.store.errors import DiskFullError
from app.store.store import Store
from app.ui.desktop.autostart import DesktopEntry
from app.ui.look.theme import Theme
from app.ui.pages.settings.page import ABOUT, LANGUAGE, SECURITY, SettingsPage
from app.ui.pages.settings.parts import Installation
from app.ui.plain import Label
from app.ui.widgets.button import Button
from app.ui.workspace import Workspace
from app.usecases import people
from app.usecases.daily import daily_number
from app.usecases.leap_days import leap_day
from app.usecases.locking import Locking, locking
from app.usecases.notifying import notifying
from app.usecases.recovery_note import SETTING, note_recovery, recovery_note
from app.usecases.rhythms import set_for_tag
from app.usecases.ways_in import ways
from tests.ui.pages.settings.conftest import answer, keep_in_store
from tests.ui.pages.settings.home import NOW


def words_of(widget: QWidget) -> str:
    return " ".join(w.text() for w in widget.findChildren(Label) if w.isVisible())


def test_looks_change_at_once_and_are_kept(
    qtbot: QtBot, page: SettingsPage, theme: Theme, here: Installation
) -> None:
    page.general.mode._group.button(2).click()
    page.general.strong.click()
    assert (theme.mode, theme.strong_lines) == ("dark", True)
    page.general.text_size.chosen.emit("140")
    assert theme.scale == 1.4
    assert page.general.text_size.value() == "140"  # built anew, with the same value
    assert (here.preferences.mode, here.preferences.scale) == ("dark", 1.4)
    assert here.preferences.strong_lines


def add_and_delete(store: Any) -> Any:
    made = people.add(store, Contact(name=Name("A B")), now=NOW)
    return people.delete(store, [made.subject or ""], now=NOW)


def test_language_changes_every_word(
    qtbot: QtBot, page: SettingsPage, workspace: Workspace, theme: Theme, here: Installation
) -> None:
    keep_in_store(qtbot, workspace, lambda s: note_recovery(s, NOW.today, typed=True))
    keep_in_store(qtbot, workspace, add_and_delete)
    page.show_part(LANGUAGE)
    page.language.language._group.button(0).click()
    page._ask()
    qtbot.waitUntil(lambda: page._kept is not None and page._kept.deleted == 1)
    assert (theme.language, here.preferences.language) == ("ja", "ja")
    for part in range(5):
        page.show_part(part)
        left = [
            w.text()
            for w in page.findChildren(Label)
            if w.isVisible() and re.search(r"[A-Za-z]{3,} [a-z]{2,} [a-z]{2,}", w.text())
        ]
        assert [w for w in left if not w.startswith("Qt for Python")] == []
        buttons = [b.words() for b in page.findChildren(Button) if b.isVisible()]
        assert [w for w in buttons if w.isascii()] == []


def test_start_at_login(
    qtbot: QtBot, page: SettingsPage, here: Installation, tmp_path: Path
) -> None:
    assert not page.general.login.isChecked()
    assert not page.general.hidden.isEnabled()
    page.general.login.click()
    assert here.autostart is not None
    assert here.autostart.is_on()
    page.general.hidden.click()
    assert not here.preferences.start_hidden
    page.general.login.click()
    assert not here.autostart.is_on()


def test_a_refused_start_at_login_is_said_and_stays_off(
    qtbot: QtBot, workspace: Workspace, theme: Theme, here: Installation, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    refusing = Installation(
        here.preferences,
        here.folder,
        here.version,
        DesktopEntry(tmp_path / "file" / "x", ["enishi"]),
    )
    page = SettingsPage(workspace, theme, refusing)
    qtbot.addWidget(page)
    page.show()
    page.general.login.click()
    assert not page.general.login.isChecked()
    assert "did not allow it" in words_of(page)


def test_reminders_are_kept_in_the_store(
    qtbot: QtBot, page: SettingsPage, workspace: Workspace
) -> None:
    today = NOW.today
    with qtbot.waitSignal(page.reminders_changed):
        page.reminders.daily.chosen.emit("3")
    assert answer(qtbot, workspace, daily_number) == 3
    assert answer(qtbot, workspace, leap_day) is LeapDay.AFTER
    with qtbot.waitSignal(page.reminders_changed):
        page.reminders.leap.chosen.emit("02-28")
    assert answer(qtbot, workspace, leap_day) is LeapDay.BEFORE
    with qtbot.waitSignal(page.reminders_changed):
        page.reminders.at.chosen.emit("07:30")
    with qtbot.waitSignal(page.reminders_changed):
        page.reminders.private.click()
    with qtbot.waitSignal(page.reminders_changed):
        page.reminders.quiet.click()
    found = answer(qtbot, workspace, lambda r: notifying(r, today))
    assert (found.at, found.private, found.quiet) == (time(7, 30), True, True)
    with qtbot.waitSignal(page.reminders_changed):
        page.reminders.at.chosen.emit("")
    assert answer(qtbot, workspace, lambda r: notifying(r, today)).at is None
    again = SettingsPage(workspace, page._theme, page._here)
    qtbot.addWidget(again)
    qtbot.waitUntil(lambda: again.reminders.daily.value() == "3")
    assert again.reminders.leap.value() == "02-28"
    assert again.reminders.private.isChecked()
    assert again.reminders.quiet.isChecked()
    assert again.reminders.at.value() == ""


def test_what_cannot_be_kept_is_shown_as_it_is_kept(
    qtbot: QtBot, page: SettingsPage, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    wood = Contact(name=Name("A B"), tags=("wood",))
    keep_in_store(qtbot, workspace, lambda s: people.add(s, wood, now=NOW))
    keep_in_store(qtbot, workspace, lambda s: set_for_tag(s, "wood", Rhythm(1, 4), now=NOW))
    qtbot.waitUntil(lambda: "wood" in page.reminders.tags.tags)
    reminders, security = page.reminders, page.security
    toggles = (
        reminders.private, reminders.quiet, reminders.days_off.weekends, security.screen_lock,
    )  # fmt: skip
    choices = [
        (reminders.daily, "3"), (reminders.leap, "02-28"), (reminders.at, "07:30"),
        (reminders.days_off.country, "JP"), (security.after, "60"),
        (reminders.tags.tags["wood"], reminders.tags.tags["wood"]._options[-1][0]),
    ]  # fmt: skip
    was = [*(t.isChecked() for t in toggles), *(c.value() for c, _ in choices)]

    def shown() -> list[object]:
        return [*(t.isChecked() for t in toggles), *(c.value() for c, _ in choices)]

    def full(store: Store, *_how: object, **_more: object) -> None:
        raise DiskFullError(store.folder.path)

    failed: list[object] = []
    workspace.failed.connect(failed.append)
    with monkeypatch.context() as patched:
        for name in ("set_setting", "set_settings", "apply"):
            patched.setattr(Store, name, full)
        for toggle in toggles:
            toggle.click()
        for choice, value in choices:
            assert choice.value() != value
            choice.set_value(value)
            choice.chosen.emit(value)
        assert all(one != before for one, before in zip(shown(), was, strict=True))
        qtbot.waitUntil(lambda: len(failed) == len(was))
        qtbot.waitUntil(lambda: shown() == was)
    assert all(isinstance(error, DiskFullError) for error in failed)


def test_what_was_chosen_for_the_lock_stays_when_the_rest_is_asked_anew(
    qtbot: QtBot, page: SettingsPage, workspace: Workspace
) -> None:
    page.security.after.set_value("60")
    page.security.after.chosen.emit("60")
    qtbot.waitUntil(lambda: answer(qtbot, workspace, locking).after == 60)
    asked: list[Any] = []
    page._workspace.do(ways).then(asked.append)
    page._ask_ways()  # as after the dialog of the keyring
    qtbot.waitUntil(lambda: bool(asked))
    page._told_ways(asked[0])
    assert page.security.after.value() == "60"


def test_security_says_whether_the_key_is_on_paper(
    qtbot: QtBot, page: SettingsPage, workspace: Workspace
) -> None:
    page.show_part(SECURITY)
    assert "cannot be shown again" in words_of(page)
    keep_in_store(qtbot, workspace, lambda s: note_recovery(s, NOW.today, typed=True))
    assert answer(qtbot, workspace, recovery_note).typed
    page._ask()
    qtbot.waitUntil(lambda: page.security.written.words() == "Written down on 15 Oct 2026")
    for odd in ("typed 2026-02-30", "typed", "sung 2026-10-15"):  # of a later version
        keep_in_store(qtbot, workspace, lambda s, odd=odd: s.set_setting(SETTING, odd))
        assert answer(qtbot, workspace, recovery_note) is None


def test_the_bin_is_counted_and_opened(
    qtbot: QtBot, page: SettingsPage, workspace: Workspace
) -> None:
    page.show_part(SECURITY)
    workspace.do(add_and_delete)
    qtbot.waitUntil(lambda: "1 in the bin now" in words_of(page))
    with qtbot.waitSignal(page.bin_wanted):
        next(b for b in page.findChildren(Button) if b.words() == "Open the bin").click()
    with qtbot.waitSignal(page.lock_wanted):
        next(b for b in page.findChildren(Button) if b.words() == "Lock now").click()


def test_about_says_version_and_licences(page: SettingsPage) -> None:
    page.show_part(ABOUT)
    assert "Version 1.2.3" in words_of(page)
    assert "SQLCipher" in words_of(page)


def test_every_control_has_a_name_and_is_reached_by_keyboard(
    qtbot: QtBot, page: SettingsPage
) -> None:
    for part in range(5):
        page.show_part(part)
        for control in page.findChildren(QAbstractButton):
            if control.isVisible() and control.focusPolicy() & Qt.FocusPolicy.TabFocus:
                assert control.accessibleName() or control.text(), control
    page.show_part(0)
    page.activateWindow()
    item = page._items[0]
    item.setFocus()
    qtbot.waitUntil(item.hasFocus)
    qtbot.keyClick(item, Qt.Key.Key_Down)
    assert page._items[1].isChecked()
    assert page._shown == 1


def test_when_it_locks_by_itself_is_kept_and_told(
    qtbot: QtBot, page: SettingsPage, workspace: Workspace
) -> None:
    told: list[Locking] = []
    page.locking_chosen.connect(told.append)
    page.show_part(SECURITY)
    security = page.security
    assert (security.after.value(), security.screen_lock.isChecked()) == ("0", False)
    security.after.open()
    menu = security.after.findChild(QMenu)
    assert menu is not None
    words = [action.text() for action in menu.actions()]
    assert words == ["never", *(f"after {n} minutes" for n in (5, 10, 15, 60))]
    menu.actions()[3].trigger()
    menu.close()
    qtbot.waitUntil(lambda: told == [Locking(15)])
    qtbot.mouseClick(security.screen_lock, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: told[1:] == [Locking(15, with_screen=True)])
    page.hide()
    page.show()  # asks anew
    qtbot.waitUntil(lambda: page._kept is not None and page._kept.locking == told[1])
    assert (security.after.value(), security.screen_lock.isChecked()) == ("15", True)
