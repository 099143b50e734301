"""Ctrl+F on a person: what was written is found, lit up and gone through."""

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.domain.interaction import Initiative, Interaction, Kind
from app.domain.promise import Promise, Side
from app.domain.remark import Remark, RemarkKind
from app.ui.models.timeline import ENTRY, STEP, Entry, Gap
from tests.screens.kept import TODAY
from tests.ui.pages.people.hands import LEFT, Key, focus, press, type_in

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def current(house):
    """The id of the entry or promise that is gone to."""
    shown = house.page.detail.timeline.currentIndex().data(ENTRY)
    return shown.act.id if isinstance(shown, Entry) else shown.promise.id


def find(house, words):
    press(house, Key.Key_F, CTRL)
    type_in(house, words)
    return house.page.detail.find_bar


def colors(widget, name):
    """Whether a colour of the theme is painted."""
    wanted = (
        widget._theme.c(name).rgb() if hasattr(widget, "_theme") else widget.theme.c(name).rgb()
    )
    seen = widget.grab().toImage()
    return any(
        seen.pixel(x, y) == wanted for x in range(seen.width()) for y in range(seen.height())
    )


def test_enter_goes_through_the_hits_and_round(mio):
    bar = find(mio, "summer")
    assert bar.count.text() == "1 of 1"
    assert current(mio) == "h-aug18"
    bar.field.set_text("the")
    mio.settle()
    assert bar.count.text() == "4 of 5"  # it stays while it holds the words
    seen = [current(mio)]
    for _ in range(5):
        press(mio, Key.Key_Return)
        seen.append(current(mio))
    assert seen == ["h-aug18", "h-jun", "h-oct", "h-sep", "h-aug21", "h-aug18"]
    press(mio, Key.Key_Return)
    press(mio, Key.Key_Return, SHIFT)
    assert current(mio) == "h-aug18"
    press(mio, Key.Key_F3)
    assert current(mio) == "h-jun"
    press(mio, Key.Key_F3, SHIFT)
    assert current(mio) == "h-aug18"
    assert bar.field.edit.hasFocus()


def test_hits_are_lit_and_go_dark_with_the_bar(mio):
    timeline = mio.page.detail.timeline
    assert not colors(timeline, "kin-line")
    find(mio, "the")
    assert colors(timeline, "kin-line")
    assert colors(timeline, "kin")
    press(mio, Key.Key_Escape)
    assert not colors(timeline, "kin-line")
    assert not colors(timeline, "kin")
    assert timeline.hasFocus()
    assert current(mio) == "h-oct"
    assert mio.page.detail.find_bar.isHidden()


def test_places_names_promises_and_short_lines_are_found(mio):
    mio.put(
        Promise("q", "p25", Side.ME, "send walnut offcuts", TODAY, act="h-sep"),
        Remark("r", "p25", RemarkKind.PLEASES, "walnut, in any form", TODAY),
        Interaction("x", Kind.MET, Initiative.BOTH, TODAY, ("p25", "p-todo"), "short"),
    )
    mio.page.refresh()
    mio.settle()
    bar = find(mio, "walnut")
    assert bar.count.text() == "1 of 3"
    line = mio.page.detail.remarks.line_of("r")
    assert colors(line, "kin")
    press(mio, Key.Key_Return)
    assert current(mio) == "h-sep"
    assert colors(line, "kin-line")
    press(mio, Key.Key_Return)
    assert current(mio) == "q"
    bar.field.set_text("kuramae")
    mio.settle()
    assert current(mio) == "h-sep"
    bar.field.set_text("健一郎")
    mio.settle()
    assert current(mio) == "x"


def test_nothing_is_said_where_nothing_is_found(mio):
    bar = find(mio, "zebra")
    assert bar.count.text() == "Not found"
    assert bar.field.edit.accessibleDescription() == "Not found"
    assert not bar.next.isEnabled()
    press(mio, Key.Key_Return)
    press(mio, Key.Key_Escape)
    assert mio.page.list.list.hasFocus()


def test_buttons_do_the_same(mio):
    bar = find(mio, "the")
    QTest.mouseClick(bar.next, LEFT)
    assert current(mio) == "h-sep"
    QTest.mouseClick(bar.back, LEFT)
    assert current(mio) == "h-oct"
    QTest.mouseClick(bar.leave, LEFT)
    mio.settle()
    assert bar.isHidden()


def test_an_input_method_keeps_its_keys(mio):
    bar = find(mio, "")
    QApplication.sendEvent(bar.field.edit, QInputMethodEvent("さま", []))
    for key in (Key.Key_Return, Key.Key_Escape):
        press(mio, key)
    assert bar.isVisible()
    done = QInputMethodEvent("", [])
    done.setCommitString("summer")
    QApplication.sendEvent(bar.field.edit, done)
    mio.settle()
    assert current(mio) == "h-aug18"


def test_a_far_hit_is_shown_and_the_way_back(mio):
    acts = [
        Interaction(
            f"a{at}", Kind.NOTE, Initiative.ME, TODAY - timedelta(at), ("p25",), f"no {at}."
        )
        for at in range(6 * STEP)
    ]
    mio.put(*acts)
    mio.page.refresh()
    mio.settle()
    find(mio, f"no{5 * STEP}")
    assert current(mio) == f"a{5 * STEP}"
    detail = mio.page.detail
    view = detail.timeline
    rect = view.visualRect(view.currentIndex())
    top = view.mapTo(detail.viewport(), rect.topLeft()).y()
    assert 0 <= top <= detail.viewport().height() - rect.height()
    press(mio, Key.Key_Escape)
    view.setCurrentIndex(detail.model.index(0, 0))
    assert isinstance(view.currentIndex().data(ENTRY), Gap)
    press(mio, Key.Key_Return)
    assert current(mio) == "a0"


def test_the_hit_stays_where_something_else_changes(mio):
    find(mio, "the")
    press(mio, Key.Key_Return)
    mio.put(Interaction("new", Kind.NOTE, Initiative.ME, TODAY, ("p25",), "the newest"))
    mio.page.refresh()
    mio.settle()
    assert mio.page.detail.find_bar.count.text() == "3 of 6"
    assert current(mio) == "h-sep"


def test_another_person_closes_the_bar(mio):
    find(mio, "the")
    mio.page.show_person("p-todo")
    mio.settle()
    assert mio.page.detail.find_bar.isHidden()


def test_what_is_being_edited_is_left_alone(mio):
    press(mio, Key.Key_F, CTRL)
    type_in(mio, "the")
    press(mio, Key.Key_Escape)
    press(mio, Key.Key_E)
    editor = focus()
    press(mio, Key.Key_F, CTRL)
    press(mio, Key.Key_F3)
    assert mio.page.detail.find_bar.isHidden()
    assert focus() is editor


def test_a_long_timeline_lays_out_what_is_scrolled_to_alone(mio):
    acts = [
        Interaction(
            f"a{at}", Kind.NOTE, Initiative.ME, TODAY - timedelta(at), ("p25",), f"no {at}."
        )
        for at in range(6 * STEP)
    ]
    mio.put(*acts)
    mio.page.refresh()
    mio.settle()
    detail = mio.page.detail
    assert detail.model.rowCount() == STEP
    bar = detail.verticalScrollBar()
    bar.setValue(bar.maximum())
    mio.settle()
    assert detail.model.rowCount() == 2 * STEP
