"""Exporting from the page: one person, who is selected, who is listed, everyone."""

import csv
import io

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu

from app.ui.pages.people.export_dialog import ExportDialog
from app.ui.plain import Label
from app.ui.widgets.button import Button
from app.usecases import exporting, undoing
from app.usecases.exporting import Format
from tests.screens.kept import NOW
from tests.ui.pages.people.hands import LEFT, Key, press, type_in
from tests.ui.pages.people.test_page import CTRL, shown_name

SHIFT = Qt.KeyboardModifier.ShiftModifier


def dialog_of(house):
    house.settle()
    found = [d for d in house.page.findChildren(ExportDialog) if d.isVisible()]
    assert len(found) == 1
    return found[0]


def said(widget):
    return [label.text() for label in widget.findChildren(Label) if label.isVisible()]


def whom(dialog):
    return [choice.words for choice in dialog._choices]


def save_as(house, dialog, path):
    """Press the button, and name the file in the dialog that comes."""
    dialog.go_on.click()
    house.settle()
    asks = dialog.findChild(QFileDialog)
    assert asks is not None
    assert asks.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    assert not asks.testOption(QFileDialog.Option.DontConfirmOverwrite)
    name = asks.selectedFiles()[0]
    asks.fileSelected.emit(str(path))
    asks.close()
    house.settle()
    return name


def names_in(path):
    lines = path.read_text("utf-8").splitlines()
    return [line.partition(":")[2] for line in lines if line.startswith("FN")]


def select(house, more):
    house.page.list.list.setFocus()
    for _ in range(more):
        press(house, Key.Key_Down, SHIFT)


# several people


def test_shift_and_arrows_select_several(peopled):
    select(peopled, 2)
    stage = peopled.page.stage
    assert stage.shows_several
    assert "3 people are selected" in said(stage.several)
    assert peopled.page.list.selected == peopled.page.list.model.listing.ids[:3]
    assert any("早坂 美緒" in words for words in said(stage.several))
    press(peopled, Key.Key_Escape)
    assert not stage.shows_several
    assert shown_name(peopled) == "Claire Martin"  # who was current stays so
    assert len(peopled.page.list.selected) == 1


def test_an_arrow_goes_on_with_one(peopled):
    select(peopled, 1)
    press(peopled, Key.Key_Down)
    assert not peopled.page.stage.shows_several
    assert shown_name(peopled) == "Claire Martin"


def test_everyone_is_selected_and_the_ends_are_reached(peopled):
    press(peopled, Key.Key_A, CTRL)
    assert "9 people are selected" in said(peopled.page.stage.several)
    press(peopled, Key.Key_Home)
    assert shown_name(peopled) == "原田 渉"
    press(peopled, Key.Key_End, SHIFT)
    assert peopled.page.list.selected == peopled.page.list.model.listing.ids


def test_ctrl_and_a_click_never_leave_nobody(peopled):
    view = peopled.page.list.list
    places = [
        view.visualRect(view.model().index(peopled.page.list.model.listing.row(n), 0)).center()
        for n in range(2)
    ]
    QTest.mouseClick(view.viewport(), LEFT, CTRL, pos=places[0])
    peopled.settle()
    assert len(peopled.page.list.selected) == 1
    QTest.mouseClick(view.viewport(), LEFT, CTRL, pos=places[1])
    peopled.settle()
    assert len(peopled.page.list.selected) == 2
    QTest.mouseClick(view.viewport(), LEFT, pos=places[1])
    peopled.settle()
    assert shown_name(peopled) == "早坂 美緒"


def test_keys_of_one_person_mean_nobody_of_several(peopled):
    select(peopled, 1)
    press(peopled, Key.Key_R)
    press(peopled, Key.Key_T)
    assert peopled.changes == []
    assert peopled.page.stage.shows_several


def test_several_go_to_the_bin_at_once_and_come_back_at_once(peopled):
    select(peopled, 2)
    gone = peopled.page.list.selected
    press(peopled, Key.Key_Delete)
    assert len(peopled.changes) == 1
    assert not set(gone) & set(peopled.page.list.model.listing.ids)
    assert not peopled.page.stage.shows_several
    assert shown_name(peopled) not in {"原田 渉", "早坂 美緒", "Claire Martin"}
    peopled.do(lambda store: undoing.undo(store, now=NOW))
    peopled.settle()
    assert set(gone) <= set(peopled.page.list.model.listing.ids)


def test_the_menu_of_several(peopled):
    select(peopled, 1)
    view = peopled.page.list.list
    view.customContextMenuRequested.emit(view.visualRect(view.currentIndex()).center())
    peopled.settle()
    menu = next(m for m in peopled.page.findChildren(QMenu) if m.isVisible())
    assert [a.text().split("\t")[0] for a in menu.actions() if a.text()] == [
        "Export…",
        "Move to the bin",
    ]
    menu.actions()[0].trigger()
    menu.close()
    peopled.settle()
    assert whom(dialog_of(peopled)) == ["Selected (2)", "Everyone (9)"]


def test_the_menu_of_somebody_not_shown_yet(peopled):
    """A right click chooses a person and asks for their menu before they are known."""
    view, model = peopled.page.list.list, peopled.page.list.model
    place = view.visualRect(model.index(model.listing.row_of("p-todo"), 0)).center()
    QTest.mousePress(view.viewport(), Qt.MouseButton.RightButton, pos=place)
    view.customContextMenuRequested.emit(place)
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.RightButton, pos=place)
    peopled.settle()
    assert shown_name(peopled) == "藤堂 健一郎"
    menus = [m for m in peopled.page.findChildren(QMenu) if m.isVisible()]
    assert len(menus) == 1
    menus[0].close()
    peopled.settle()


def test_the_bin_selects_one_by_one(mio):
    mio.page.list.list.setFocus()
    press(mio, Key.Key_Delete)
    press(mio, Key.Key_Delete)
    mio.page.list.show_bin()
    mio.settle()
    select(mio, 1)
    assert len(mio.page.list.selected) == 1


# the file


def test_the_selected_are_written_and_it_is_said(peopled, tmp_path):
    select(peopled, 1)
    peopled.page.stage.several.export.click()
    dialog = dialog_of(peopled)
    assert "The file will not be encrypted" in said(dialog)
    target = tmp_path / "some.vcf"
    proposed = save_as(peopled, dialog, target)
    assert proposed.endswith("people.vcf")
    assert names_in(target) == ["原田 渉", "早坂 美緒"]
    assert b"VERSION:3.0" in target.read_bytes()
    assert {"2 people written", str(target), "The file is not encrypted"} <= set(said(dialog))
    assert dialog.focusWidget() is dialog.go_on
    dialog.go_on.click()
    peopled.settle()
    assert not peopled.page.findChildren(ExportDialog)


def test_a_person_is_written_in_another_form(mio, tmp_path):
    mio.page.commands.export()
    dialog = dialog_of(mio)
    dialog.choose(Format.VCARD_4)
    target = tmp_path / "mio.vcf"
    proposed = save_as(mio, dialog, target)
    assert proposed.endswith("早坂_美緒.vcf")
    assert b"VERSION:4.0" in target.read_bytes()
    assert "mio@komorebi.example.jp" in target.read_text("utf-8")


def test_photos_go_along(peopled, tmp_path):
    with_photo = [
        c for c in peopled.ask(lambda r: r.contacts(peopled.page.list.model.listing.ids)) if c.photo
    ]
    peopled.page.export_people()
    target = tmp_path / "all.vcf"
    save_as(peopled, dialog_of(peopled), target)
    text = target.read_text("utf-8")
    assert text.count("\nPHOTO") == len(with_photo)
    assert text.count("BEGIN:VCARD") == 9


def test_who_is_found_is_written_as_a_table(peopled, tmp_path):
    press(peopled, Key.Key_Slash)
    type_in(peopled, "早坂")
    peopled.page.export_people()
    dialog = dialog_of(peopled)
    assert whom(dialog) == ["In the list (1)", "Everyone (9)"]
    dialog.choose(Format.CSV)
    assert any("without photos" in words for words in said(dialog))
    target = tmp_path / "found.csv"
    assert save_as(peopled, dialog, target).endswith("people.csv")
    rows = list(csv.reader(io.StringIO(target.read_text("utf-8-sig"))))
    assert len(rows) == 2
    assert "早坂" in "".join(rows[1])


def test_everyone_from_the_menu_above_the_list(peopled):
    peopled.page.list.filters.menu.click()
    peopled.settle()
    menu = next(m for m in peopled.page.findChildren(QMenu) if m.isVisible())
    action = next(a for a in menu.actions() if a.text() == "Export people…")
    action.trigger()
    menu.close()
    peopled.settle()
    assert whom(dialog_of(peopled)) == ["Everyone (9)"]


def test_a_file_that_cannot_be_written_is_said_where_the_person_is(peopled, tmp_path):
    peopled.page.export_people()
    dialog = dialog_of(peopled)
    save_as(peopled, dialog, tmp_path / "no such folder" / "all.vcf")
    assert dialog.isVisible()
    assert "The file could not be written" in said(dialog)
    assert peopled.errors == []
    right = tmp_path / "all.vcf"
    save_as(peopled, dialog, right)
    assert len(names_in(right)) == 9
    assert "The file could not be written" not in said(dialog)


def test_escape_stops_the_writing(peopled, tmp_path, monkeypatch):
    monkeypatch.setattr(exporting, "_AT_ONCE", 1)
    target = tmp_path / "all.vcf"
    target.write_bytes(b"what was there")
    peopled.page.export_people()
    dialog = dialog_of(peopled)
    peopled.page.exporting.write(dialog.whom, dialog.form, str(target))
    assert dialog.bar.isVisible()
    assert not dialog.go_on.isVisible()
    QTest.keyClick(dialog, Key.Key_Escape)
    peopled.settle()
    assert peopled.errors == []
    assert target.read_bytes() == b"what was there"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["all.vcf", "store"]


def test_the_dialog_is_used_by_keyboard(mio):
    mio.page.commands.export()
    dialog = dialog_of(mio)
    assert QApplication.focusWidget() is dialog.go_on
    reached = []
    for _ in range(4):
        press(mio, Key.Key_Tab)
        focused = QApplication.focusWidget()
        reached.append(focused.text() if isinstance(focused, Button) else focused.words())
    assert set(reached) >= {"vCard 3.0", "Cancel", "Choose where…"}
