"""Short lines about a person, written and mended in place."""

from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from app.domain.remark import RemarkKind
from app.ui.pages.people.remark_rows import RemarkLine
from app.ui.plain import Label
from tests.screens.kept import TODAY
from tests.ui.pages.people.hands import LEFT, Key, focus, press, type_in


def kept(house):
    return house.ask(lambda reader: reader.remarks("p25"))


def shown(house):
    found = house.page.detail.remarks.findChildren(RemarkLine)
    return [line for line in found if line.isVisible()]


def lines(house):
    return [line.words() for line in shown(house)]


def line(house, words):
    return next(one for one in shown(house) if one.words() == words)


def menu_of(house, widget):
    by_key = QContextMenuEvent.Reason.Keyboard
    QApplication.sendEvent(widget, QContextMenuEvent(by_key, QPoint(1, 1), QPoint(1, 1)))
    house.settle()
    (menu,) = (m for m in widget.findChildren(QMenu) if m.isVisible())
    return {action.text(): action for action in menu.actions()}


def test_l_writes_what_would_please_them(mio):
    assert not mio.page.detail.remarks.isVisible()
    press(mio, Key.Key_L)
    type_in(mio, "light-roasted beans")
    press(mio, Key.Key_Return)
    (remark,) = kept(mio)
    assert (remark.kind, remark.text, remark.said_on) == (
        RemarkKind.PLEASES,
        "light-roasted beans",
        TODAY,
    )
    assert lines(mio) == ["light-roasted beans"]


def test_escape_and_an_empty_line_write_nothing(mio):
    press(mio, Key.Key_L)
    type_in(mio, "x")
    press(mio, Key.Key_Escape)
    press(mio, Key.Key_L)
    press(mio, Key.Key_Return)
    assert kept(mio) == ()
    assert not mio.page.detail.remarks.isVisible()


def test_a_press_mends_a_line_and_delete_takes_it_away(mio):
    press(mio, Key.Key_L)
    type_in(mio, "beans")
    press(mio, Key.Key_Return)
    QTest.mouseClick(line(mio, "beans"), LEFT)
    mio.settle()
    assert focus() is mio.page.detail.remarks.field.edit
    type_in(mio, " from Kenya")
    press(mio, Key.Key_Return)
    assert lines(mio) == ["beans from Kenya"]
    line(mio, "beans from Kenya").setFocus()
    press(mio, Key.Key_Delete)
    assert kept(mio) == ()


def test_what_is_no_longer_so_is_read_below(mio):
    mio.page.commands.begin_remark(RemarkKind.FACE)
    type_in(mio, "short hair")
    press(mio, Key.Key_Return)
    line(mio, "short hair").laid_aside.emit()
    mio.settle()
    assert kept(mio)[0].past_on == TODAY
    assert lines(mio) == []
    (words,) = (
        label.text()
        for label in mio.page.detail.remarks.past.findChildren(Label)
        if "short hair" in label.text()
    )
    assert words == "To know again: short hair (until 15 Oct)"


def test_the_menu_of_a_line(mio):
    press(mio, Key.Key_L)
    type_in(mio, "beans")
    press(mio, Key.Key_Return)
    actions = menu_of(mio, line(mio, "beans"))
    assert list(actions) == ["Edit", "Copy", "No longer so", "Delete"]
    actions["No longer so"].trigger()
    mio.settle()
    assert kept(mio)[0].past_on == TODAY
