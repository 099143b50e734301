"""Promises on a person's page: written, kept, mended and taken away by keyboard and by mouse."""

from datetime import date, timedelta

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.domain.promise import Promise, Side
from app.ui.models.timeline import ENTRY, Pledge, woven
from tests.screens.kept import TODAY
from tests.screens.people import promises, timeline
from tests.ui.pages.people.hands import LEFT, Key, focus, press, type_in

SEP = "h-sep"


def kept(house):
    return house.ask(lambda reader: reader.promises("p25"))


def rows(house):
    model = house.page.detail.model
    return [model.index(row, 0).data(ENTRY) for row in range(model.rowCount())]


def row_of(house, text):
    at = (i for i, row in enumerate(rows(house)) if isinstance(row, Pledge))
    return next(i for i in at if rows(house)[i].promise.text == text)


def on_row(house, text):
    view = house.page.detail.timeline
    view.setFocus()
    view.setCurrentIndex(house.page.detail.model.index(row_of(house, text), 0))
    house.settle()
    return view


def write(house, text, day=""):
    press(house, Key.Key_P)
    type_in(house, text)
    if day:
        press(house, Key.Key_Tab)
        type_in(house, day)
    press(house, Key.Key_Return)


def test_p_writes_a_promise_with_its_day_and_space_keeps_it(mio):
    write(mio, "send the samples", "10/20")
    (promise,) = kept(mio)
    assert (promise.text, promise.due, promise.by) == (
        "send the samples",
        date(2026, 10, 20),
        Side.ME,
    )
    view = on_row(mio, "send the samples")
    assert "Promise" in view.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    press(mio, Key.Key_Space)
    assert kept(mio)[0].kept_on == TODAY
    press(mio, Key.Key_Space)  # twice does no harm
    assert kept(mio)[0].kept_on == TODAY


def test_a_promise_needs_words_and_a_day_that_is_one(mio):
    press(mio, Key.Key_P)
    press(mio, Key.Key_Return)
    assert kept(mio) == ()
    type_in(mio, "x")
    press(mio, Key.Key_Tab)
    type_in(mio, "soon")
    press(mio, Key.Key_Return)
    assert kept(mio) == ()
    press(mio, Key.Key_Escape)
    assert mio.page.detail.editors.promising is None
    assert kept(mio) == ()


def test_enter_while_composing_keeps_nothing(mio):
    press(mio, Key.Key_P)
    field = focus()
    QApplication.sendEvent(field, QInputMethodEvent("みほん", []))
    QTest.keyClick(field, Key.Key_Return)
    mio.settle()
    assert kept(mio) == ()
    done = QInputMethodEvent("", [])
    done.setCommitString("見本を送る")
    QApplication.sendEvent(field, done)
    press(mio, Key.Key_Return)
    assert [p.text for p in kept(mio)] == ["見本を送る"]


def test_the_button_in_the_row_keeps_it_and_undo_brings_it_back(mio):
    write(mio, "send the samples")
    detail = mio.page.detail
    detail.timeline.grab()
    row = row_of(mio, "send the samples")
    rect = detail.timeline.visualRect(detail.model.index(row, 0))
    QTest.mouseClick(detail.timeline.viewport(), LEFT, pos=QPoint(rect.right() - 30, rect.y() + 17))
    mio.settle()
    assert kept(mio)[0].kept_on == TODAY


def test_e_mends_and_delete_takes_away(mio):
    write(mio, "send the samples")
    on_row(mio, "send the samples")
    press(mio, Key.Key_E)
    type_in(mio, " of oak")
    press(mio, Key.Key_Return)
    assert [p.text for p in kept(mio)] == ["send the samples of oak"]
    on_row(mio, "send the samples of oak")
    press(mio, Key.Key_Delete)
    assert kept(mio) == ()


def test_a_promise_stands_below_its_entry_and_the_beginning_stays_last():
    acts = timeline(ja=False)
    found = [item.id for item in woven(acts, promises(ja=False))]
    assert found == [
        "h-oct", "h-sep", "h-p1", "h-p2", "h-aug21", "h-p3", "h-aug18", "h-jun", "h-may",
    ]  # fmt: skip
    old = Promise("old", "p25", Side.ME, "x", date(2020, 1, 1))
    first = Promise("first", "p25", Side.ME, "x", acts[-1].on, act="h-may")
    assert [item.id for item in woven(acts, [old, first])][-3:] == ["first", "old", "h-may"]
    assert woven([], [old]) == (old,)
    day = acts[1].on
    same = Promise("same", "p25", Side.ME, "x", day)
    later = Promise("later", "p25", Side.ME, "x", day + timedelta(1))
    assert [item.id for item in woven(acts, [same, later])][:4] == ["h-oct", "later", "same", SEP]


def test_what_is_new_since_last_time_is_said_above_the_timeline(mio):
    news = mio.page.detail.news
    assert news.text() == "Since 8 Sep: once from them"
    write(mio, "send the samples", "10/16")
    assert news.text() == "Since 8 Sep: once from them · one promise"
    assert "Promise send the samples tomorrow, Fri 16 Oct" in news.toolTip()
