"""Days off and the rhythms of tags in the settings: each is kept at once."""

from datetime import date

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.days_off import Vacation
from app.domain.rhythm import Rhythm
from app.ui.pages.settings.days_off import AwayDialog
from app.ui.pages.settings.page import REMINDERS, SettingsPage
from app.ui.plain import Label
from app.ui.widgets.button import Button
from app.ui.workspace import Workspace
from app.usecases import days_off, rhythms
from app.usecases.days_off import COUNTRIES, Resting
from tests.ui.pages.settings.conftest import answer, keep_in_store
from tests.ui.pages.settings.home import NOW


def said(page: SettingsPage) -> list[str]:
    return [label.text() for label in page.reminders.findChildren(Label) if label.isVisible()]


def resting(qtbot: QtBot, workspace: Workspace) -> Resting:
    found = answer(qtbot, workspace, days_off.resting)
    assert isinstance(found, Resting)
    return found


def dialog_of(qtbot: QtBot, page: SettingsPage) -> AwayDialog:
    page.reminders.days_off.add.click()
    qtbot.waitUntil(lambda: bool(page.window().findChildren(AwayDialog)))
    return page.window().findChildren(AwayDialog)[-1]


def test_weekends_and_holidays(qtbot: QtBot, page: SettingsPage, workspace: Workspace) -> None:
    rows = page.reminders.days_off
    assert (rows.weekends.isChecked(), rows.country.value()) == (False, "")
    with qtbot.waitSignal(page.reminders_changed):
        rows.weekends.click()
    with qtbot.waitSignal(page.reminders_changed, timeout=20_000):
        rows.country.chosen.emit("JP")
    assert resting(qtbot, workspace) == Resting(True, "JP")
    off = answer(qtbot, workspace, lambda reader: days_off.days_off(reader, NOW.today))
    assert off.rests(date(2026, 11, 3))
    qtbot.waitUntil(lambda: rows.country.value() == "JP")
    assert {"", *COUNTRIES} <= {value for value, _ in rows.country._options}


def test_days_away_are_added_by_keyboard_and_taken_away(
    qtbot: QtBot, page: SettingsPage, workspace: Workspace
) -> None:
    page.show_part(REMINDERS)
    box = dialog_of(qtbot, page)
    qtbot.waitUntil(box.first.edit.hasFocus)
    for line, words in ((box.first, "2026-12-28"), (box.last, "2026-12-20")):
        line.edit.selectAll()
        qtbot.keyClicks(line.edit, words)
    qtbot.keyClick(box.last.edit, Qt.Key.Key_Return)
    assert box.isVisible(), "it would end before it begins"
    box.last.edit.selectAll()
    qtbot.keyClicks(box.last.edit, "2027-01-04")
    with qtbot.waitSignal(page.reminders_changed):
        qtbot.keyClick(box.last.edit, Qt.Key.Key_Return)
    away = Vacation(date(2026, 12, 28), date(2027, 1, 4))
    assert resting(qtbot, workspace).vacations == (away,)
    words = "Mon 28 Dec – Mon 4 Jan 2027"
    qtbot.waitUntil(lambda: words in said(page))
    drop = next(
        b
        for b in page.reminders.findChildren(Button)
        if b.accessibleName() == f"Take away: {words}"
    )
    with qtbot.waitSignal(page.reminders_changed):
        drop.click()
    qtbot.waitUntil(lambda: words not in said(page))
    assert resting(qtbot, workspace).vacations == ()


def test_days_away_by_their_command_keep_what_is_there(
    qtbot: QtBot, page: SettingsPage, workspace: Workspace
) -> None:
    first = Vacation(date(2026, 12, 28), date(2027, 1, 4))
    keep_in_store(qtbot, workspace, lambda store: days_off.add_vacation(store, first))
    page.add_days_away()
    qtbot.waitUntil(lambda: bool(page.window().findChildren(AwayDialog)))
    box = page.window().findChildren(AwayDialog)[-1]
    assert (box.first.day(), box.last.day()) == (NOW.today, NOW.today)
    with qtbot.waitSignal(page.reminders_changed):
        box._keep()
    today = Vacation(NOW.today, NOW.today)
    assert resting(qtbot, workspace).vacations == (today, first)


def test_a_day_that_is_none_is_asked_for_again(qtbot: QtBot, page: SettingsPage) -> None:
    box = dialog_of(qtbot, page)
    box.first.set_text("someday")
    box._keep()
    assert box.isVisible()
    assert box.first.is_wrong()
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not box.isVisible())


def test_what_is_over_is_not_listed(qtbot: QtBot, page: SettingsPage, workspace: Workspace) -> None:
    past = Vacation(date(2026, 8, 1), date(2026, 8, 9))
    keep_in_store(qtbot, workspace, lambda store: days_off.add_vacation(store, past))
    page.show_part(REMINDERS)
    page._ask()
    qtbot.waitUntil(lambda: page._kept is not None and page._kept.resting.vacations == (past,))
    assert not [words for words in said(page) if "Aug" in words]


def test_tags_with_a_rhythm_are_listed_and_changed(
    qtbot: QtBot, page: SettingsPage, workspace: Workspace
) -> None:
    page.show_part(REMINDERS)
    assert "How often, by tag" not in said(page)
    keep_in_store(
        qtbot, workspace, lambda store: rhythms.set_for_tag(store, "<b>朝活", Rhythm(2, 3), now=NOW)
    )
    tags = page.reminders.tags
    qtbot.waitUntil(lambda: list(tags.tags) == ["<b>朝活"])
    assert {"How often, by tag", "<b>朝活"} <= set(said(page))
    assert tags.tags["<b>朝活"].value() == "2-3"
    with qtbot.waitSignal(workspace.changed):
        tags.tags["<b>朝活"].chosen.emit("6-8")
    found = answer(qtbot, workspace, lambda reader: reader.tag_rhythms())
    assert [(r.tag, r.rhythm) for r in found] == [("<b>朝活", Rhythm(6, 8))]
    qtbot.waitUntil(lambda: tags.tags["<b>朝活"].value() == "6-8")
    with qtbot.waitSignal(workspace.changed):
        tags.tags["<b>朝活"].chosen.emit("")
    qtbot.waitUntil(lambda: not tags.tags)
    assert "How often, by tag" not in said(page)
