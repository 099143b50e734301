"""What the mouse finds on a person's page: menus, double clicks and the hand over what leads on."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from app.domain.contact import Account, Contact, Name
from app.domain.gathering import Gathering
from app.domain.interaction import Initiative, Interaction, Kind
from app.domain.promise import Promise, Side
from app.ui.models.timeline import ENTRY, Entry, Pledge
from app.ui.pages.people.channel import Channel
from app.ui.widgets.chip import Chip
from tests.screens.kept import NOW, TODAY
from tests.ui.pages.people.hands import LEFT, Key, press

BY_KEY = QContextMenuEvent.Reason.Keyboard
BY_MOUSE = QContextMenuEvent.Reason.Mouse


def menus(house, widget):
    house.settle()
    return [m for m in widget.findChildren(QMenu) if m.isVisible()]


def open_menu(house, widget, place, reason=BY_MOUSE):
    target = widget.viewport() if hasattr(widget, "viewport") and reason is BY_MOUSE else widget
    event = QContextMenuEvent(reason, place, target.mapToGlobal(place))
    QApplication.sendEvent(target, event)
    (menu,) = menus(house, widget)
    return {a.text().split("\t")[0]: a for a in menu.actions() if a.text()}, menu


def row_of(house, kind):
    """The first row of a kind, and a place upon its words."""
    view = house.page.detail.timeline
    model = view.model()
    for row in range(model.rowCount()):
        index = model.index(row, 0)
        if isinstance(index.data(ENTRY), kind):
            return index, view._row(index).center()
    raise AssertionError(kind)


def acts(house):
    return house.ask(lambda reader: reader.timeline("p25"))


def test_the_menu_of_an_entry_by_the_mouse(mio):
    view = mio.page.detail.timeline
    index, place = row_of(mio, Entry)
    newest = view._record_at(index)

    actions, menu = open_menu(mio, view, place)
    assert list(actions) == ["Edit", "Delete"]
    assert view.currentIndex() == index
    actions["Edit"].trigger()
    menu.close()
    mio.settle()
    assert view.editor is not None
    press(mio, Key.Key_Escape)

    actions, menu = open_menu(mio, view, place)
    actions["Delete"].trigger()
    menu.close()
    mio.settle()
    assert newest.id not in {act.id for act in acts(mio)}


def test_the_menu_of_an_entry_by_the_keyboard_and_of_none(mio):
    view = mio.page.detail.timeline
    view.setFocus()
    press(mio, Key.Key_Down)
    row = view.currentIndex().row()
    actions, menu = open_menu(mio, view, QPoint(1, 1), BY_KEY)
    assert "Edit" in actions
    assert view.currentIndex().row() == row
    menu.close()

    view.setCurrentIndex(view.model().index(-1, 0))
    QApplication.sendEvent(view, QContextMenuEvent(BY_KEY, QPoint(), QPoint()))
    assert menus(mio, view) == []


def test_an_entry_with_others_leads_to_them(mio):
    others = ("p25", "p1")
    mio.put(
        Contact(id="p1", name=Name("Tom & Co", "Co", "Tom")),
        Interaction("both", Kind.MET, Initiative.BOTH, TODAY, others, "both"),
    )
    mio.settle()
    index, place = row_of(mio, Entry)
    assert index.data(ENTRY).others

    actions, menu = open_menu(mio, mio.page.detail.timeline, place)
    assert "Go to Tom && Co" in actions
    actions["Go to Tom && Co"].trigger()
    menu.close()
    mio.settle()
    assert mio.page.shown_person().id == "p1"


def test_the_menu_of_a_promise_keeps_it(mio):
    mio.put(Promise("vow", "p25", Side.ME, "a catalogue", TODAY, None))
    mio.settle()
    _, place = row_of(mio, Pledge)

    actions, menu = open_menu(mio, mio.page.detail.timeline, place)
    first = next(iter(actions))
    assert first not in {"Edit", "Delete"}
    actions[first].trigger()
    menu.close()
    mio.settle()
    kept = {p.id: p.kept_on for p in mio.ask(lambda reader: reader.promises("p25"))}
    assert kept["vow"] == NOW.today


def test_a_double_click_mends_an_entry(mio):
    view = mio.page.detail.timeline
    _, place = row_of(mio, Entry)
    QTest.mouseDClick(view.viewport(), LEFT, pos=place)
    mio.settle()
    assert view.editor is not None


def moved_to(view, place):
    """The shape of the pointer over a place."""
    at = QPointF(place)
    event = QMouseEvent(
        QEvent.Type.MouseMove, at, view.viewport().mapToGlobal(at), Qt.MouseButton.NoButton,
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QApplication.sendEvent(view.viewport(), event)
    return view.viewport().cursor().shape()


def test_the_pointer_is_a_hand_over_what_leads_on_alone(mio):
    view = mio.page.detail.timeline
    index, place = row_of(mio, Entry)
    more = view._delegate.more_rect(view._row(index)).center()

    assert moved_to(view, more) == Qt.CursorShape.PointingHandCursor
    assert moved_to(view, place) == Qt.CursorShape.ArrowCursor

    QTest.mouseClick(view.viewport(), LEFT, pos=more)
    (menu,) = menus(mio, view)
    menu.close()


@pytest.fixture
def netted(house):
    """Somebody with a link, a handle, a tag and a gathering."""
    accounts = (Account("https://social.example/aya", "mastodon"), Account("aya", "line"))
    house.put(
        Gathering("g1", "蔵前の会", TODAY),
        Contact(
            id="x", name=Name("本間 彩"), accounts=accounts, tags=("wood", "Kuramae"),
        ),
        Contact(id="y", name=Name("Ben"), tags=("wood",)),
    )  # fmt: skip
    house.open()
    house.page.show_person("x")
    house.settle()
    return house


def channel(house, words):
    return next(c for c in house.page.findChildren(Channel) if c.words() == words)


def test_the_menu_of_a_link_opens_and_copies_and_of_a_handle_copies(netted):
    link, handle = channel(netted, "https://social.example/aya"), channel(netted, "aya")
    for reason in (BY_KEY, BY_MOUSE):
        actions, menu = open_menu(netted, link, QPoint(2, 2), reason)
        assert list(actions) == ["Open", "Copy"]
        actions["Copy"].trigger()
        menu.close()
        assert QApplication.clipboard().text() == "https://social.example/aya"
        QApplication.clipboard().clear()

    link.setFocus()
    press(netted, Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == "https://social.example/aya"

    actions, menu = open_menu(netted, handle, QPoint(2, 2))
    assert list(actions) == ["Copy"]
    actions["Copy"].trigger()
    menu.close()
    assert QApplication.clipboard().text() == "aya"


def test_the_menu_of_a_tag_shows_everyone_or_takes_it_away(netted):
    row = netted.page.detail.findChild(Chip).parent()
    while not hasattr(row, "tag_wanted"):
        row = row.parent()

    def opened(words):
        chip = next(c for c in netted.page.findChildren(Chip) if c.property("tag") == words)
        QTest.mouseClick(chip, LEFT)
        (menu,) = menus(netted, row)
        return {a.text(): a for a in menu.actions()}, menu

    actions, menu = opened("Kuramae")
    assert list(actions) == ["Everyone with this tag", "Take the tag away"]
    actions["Take the tag away"].trigger()
    menu.close()
    netted.settle()
    assert netted.ask(lambda reader: reader.contact("x")).tags == ("wood",)

    actions, menu = opened("wood")
    actions["Everyone with this tag"].trigger()
    menu.close()
    netted.settle()
    assert netted.page.list.model.listing.count == 2
