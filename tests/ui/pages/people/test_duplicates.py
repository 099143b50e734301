"""People who are in the list twice: pair after pair, by keys alone and by mouse."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from app.domain.change import Change, Edit, Verb
from app.domain.contact import Contact, EarlierDetail, Email, Name, Phone
from app.domain.interaction import Initiative, Interaction, Kind
from app.ui.plain import Label
from app.ui.widgets.pairs import ValueBox
from app.usecases import people, undoing
from app.usecases.import_plan import digest_of
from tests.screens.kept import NOW
from tests.ui.pages.people.test_not_kept import Disk, refused

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton


def contact(id_, name, mail=None, **more):
    return Contact(id=id_, name=Name(name), emails=(Email(mail),) if mail else (), **more)


AKI = contact("a1", "秋山 澄", "aki@x.example", organization="北辰", title="部長")
AKI_AGAIN = contact("a2", "秋山澄", "aki@x.example", organization="青葉", title="社長")
BEN = contact("b1", "Ben One", phones=(Phone("090-5550-0142"),))
BETTY = contact("b2", "Betty One", phones=(Phone("090-5550-0142"),))
CHO = contact("c1", "長 一", organization="長商店")
CHO_AGAIN = contact("c2", "長 一", organization="長商店")
LETTER = Interaction("act", Kind.LETTER, Initiative.THEM, date(2026, 10, 1), ("a2",), "返事")


@pytest.fixture
def twins(house):
    """Three pairs, and the page as it opens."""
    house.put(AKI, AKI_AGAIN, BEN, BETTY, CHO, CHO_AGAIN, LETTER)
    house.changes.clear()
    house.open()
    return house


def press(house, key, modifier=Qt.KeyboardModifier.NoModifier):
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClick(widget, key, modifier)
    house.settle()


def open_menu(house):
    house.page.list.filters.menu.setFocus()
    press(house, Key.Key_Space)
    (menu,) = (m for m in house.page.findChildren(QMenu) if m.isVisible())
    return menu


def open_pairs(house):
    house.page.show_duplicates()
    house.settle()
    return house.page.duplicates


def shown(house):
    """The two who are compared."""
    two = house.page.duplicates._two
    return (two.first.id, two.second.id) if two else None


def said(house):
    return [label.text() for label in house.page.duplicates.findChildren(Label)]


def test_the_menu_leads_there_and_counts(twins):
    menu = open_menu(twins)
    words = [action.text() for action in menu.actions()]
    at = words.index("Possible duplicates (3)")
    while menu.activeAction() is None or menu.activeAction().text() != words[at]:
        QTest.keyClick(menu, Key.Key_Down)
    QTest.keyClick(menu, Key.Key_Return)
    twins.settle()
    pane = twins.page.duplicates
    assert pane.isVisible()
    assert not twins.page.list.isVisible()
    assert shown(twins) == ("a1", "a2")
    assert "1 of 3" in said(twins)
    assert "The same: mail address, name." in said(twins)
    assert pane.isAncestorOf(QApplication.focusWidget())


def test_the_menu_of_a_list_without_any(house):
    house.put(AKI, BEN)
    house.open()
    (action,) = (a for a in open_menu(house).actions() if "duplicates" in a.text())
    assert action.text() == "No possible duplicates"
    assert not action.isEnabled()


def test_a_pair_is_merged_value_by_value_with_keys_alone(twins):
    open_pairs(twins)
    # Company and title of the newer one are proposed; the arrow takes the company back.
    box = QApplication.focusWidget()
    assert isinstance(box, ValueBox)
    assert box.words() == "青葉"
    press(twins, Key.Key_Left)
    press(twins, Key.Key_Tab)
    assert QApplication.focusWidget().words() == "社長"
    press(twins, Key.Key_M)
    assert [c.verb for c in twins.changes] == [Verb.MERGE_CONTACT]
    merged = twins.ask(lambda reader: reader.contact("a1"))
    assert (merged.organization, merged.title) == ("北辰", "社長")
    assert EarlierDetail("title", "部長", NOW.today) in merged.earlier
    assert EarlierDetail("organization", "青葉", NOW.today) in merged.earlier
    assert twins.ask(lambda reader: reader.contact("a2")) is None
    assert twins.ask(lambda reader: len(reader.timeline("a1"))) == 1
    # The next pair is there, and the keys work on.
    assert shown(twins) == ("c1", "c2")
    assert "2 of 3" in said(twins)
    assert twins.page.duplicates.isAncestorOf(QApplication.focusWidget())


def test_to_the_last_pair(twins):
    open_pairs(twins)
    press(twins, Key.Key_M)
    press(twins, Key.Key_N)
    assert shown(twins) == ("b1", "b2")
    assert "The same: phone number. The names differ." in said(twins)
    press(twins, Key.Key_Z)
    assert shown(twins) is None
    assert "That is all for now" in said(twins)
    assert "1 pair waits for later." in said(twins)
    verbs = [c.verb for c in twins.changes]
    assert verbs == [Verb.MERGE_CONTACT, Verb.DIFFERENT_PEOPLE]
    press(twins, Key.Key_Space)
    assert twins.page.duplicates is None
    assert twins.page.list.isVisible()
    assert twins.page.list.list.hasFocus()
    assert twins.errors == []
    # Later is only later: the pair comes again.
    open_pairs(twins)
    assert shown(twins) == ("b1", "b2")
    press(twins, Key.Key_N)
    assert "Everybody is here once" in said(twins)


def test_undo_brings_the_pair_back(twins):
    open_pairs(twins)
    before = twins.ask(lambda reader: reader.contacts(["a1", "a2"]))
    press(twins, Key.Key_M)
    twins.do(lambda store: undoing.undo(store, now=NOW))
    twins.settle()
    assert twins.ask(lambda reader: reader.contacts(["a1", "a2"])) == before
    assert "1 of 3" in said(twins) or "2 of 4" in said(twins)
    pairs = {p.people for p in twins.page.duplicates._waiting}
    assert frozenset({"a1", "a2"}) in pairs


def test_escape_leads_back_to_who_was_shown(twins):
    open_pairs(twins)
    press(twins, Key.Key_M)
    press(twins, Key.Key_Escape)
    assert twins.page.duplicates is None
    assert twins.page.detail.known.contact.id == "c1"
    # The keys of the page are back: N begins a note.
    press(twins, Key.Key_N)
    assert twins.page.detail.composer.edit.hasFocus()


def test_with_the_mouse(twins):
    pane = open_pairs(twins)
    left = next(b for b in pane.findChildren(ValueBox) if b.words() == "部長")
    QTest.mouseClick(left, LEFT)
    QTest.mouseClick(pane.one, LEFT)
    twins.settle()
    assert twins.ask(lambda reader: reader.contact("a1").title) == "部長"
    QTest.mouseClick(pane.not_now, LEFT)
    twins.settle()
    QTest.mouseClick(pane.two, LEFT)
    twins.settle()
    assert twins.ask(lambda reader: reader.told_apart()) == {frozenset({"b1", "b2"})}
    QTest.mouseClick(pane.back, LEFT)
    twins.settle()
    assert twins.page.duplicates is None


def test_who_goes_meanwhile_is_not_asked_about(twins):
    open_pairs(twins)
    twins.do(lambda store: people.delete(store, ["a2"], now=NOW))
    twins.settle()
    assert shown(twins) == ("c1", "c2")
    twins.do(lambda store: people.delete(store, ["b1"], now=NOW))
    twins.settle()
    assert shown(twins) == ("c1", "c2")
    assert "1 of 1" in said(twins)


def test_a_press_on_who_changed_a_moment_ago_shows_them_anew(twins):
    pane = open_pairs(twins)
    gone = pane._two
    twins.do(lambda store: people.delete(store, ["a2"], now=NOW))
    pane._two = gone  # the press comes before the answer
    pane.merge()
    twins.settle()
    assert len(twins.errors) == 1
    assert shown(twins) == ("c1", "c2")
    press(twins, Key.Key_M)
    assert shown(twins) == ("b1", "b2")


def test_new_words_and_sizes_keep_the_pair_of_the_moment(twins, theme):
    open_pairs(twins)
    press(twins, Key.Key_Z)
    theme.set_language("ja")
    twins.settle()
    assert shown(twins) == ("c1", "c2")
    assert twins.page.duplicates.isVisible()
    assert "同じところ：名前、会社。" in said(twins)
    theme.set_scale(1.4)
    twins.settle()
    assert shown(twins) == ("c1", "c2")
    press(twins, Key.Key_N)
    assert shown(twins) == ("b1", "b2")


def test_asking_for_a_person_leaves_the_pairs(twins):
    open_pairs(twins)
    twins.page.show_person("b1")
    twins.settle()
    assert twins.page.duplicates is None
    assert twins.page.detail.known.contact.id == "b1"


def test_two_photos_are_shown_to_choose_from(house, tmp_path):
    blobs = {}
    for color in ("red", "blue"):
        image = QImage(16, 16, QImage.Format.Format_RGB32)
        image.fill(color)
        assert image.save(str(tmp_path / f"{color}.png"))
        content = (tmp_path / f"{color}.png").read_bytes()
        blobs[digest_of(content)] = content
    first, second = blobs
    people_ = (
        contact("d1", "同 人", "d@x.example", photo=first),
        contact("d2", "同 人", "d@x.example", photo=second),
    )
    edits = tuple(Edit(None, p) for p in people_)
    house.do(lambda store: store.apply(Change(Verb.IMPORT, edits), now=NOW, blobs=blobs))
    house.open()
    pane = open_pairs(house)
    boxes = [b for b in pane.findChildren(ValueBox) if "photo" in b.accessibleName().lower()]
    assert [b._picture is not None for b in boxes] == [True, True]
    press(house, Key.Key_M)
    assert house.ask(lambda reader: reader.contact("d1").photo) == second


def test_an_undo_of_something_else_takes_no_answer_back(twins):
    twins.do(lambda store: people.set_tags(store, "b1", ("wood",), now=NOW))
    open_pairs(twins)
    press(twins, Key.Key_Z)
    assert "2 of 3" in said(twins)

    twins.do(lambda store: undoing.undo(store, now=NOW))
    twins.settle()

    assert "2 of 3" in said(twins)


def test_an_answer_that_is_refused_is_none_and_what_was_chosen_stays(twins, monkeypatch):
    open_pairs(twins)
    press(twins, Key.Key_Left)  # the company of the first
    disk = Disk(monkeypatch)
    disk.fill()
    for key in (Key.Key_M, Key.Key_N):
        press(twins, key)
        refused(twins)
        assert shown(twins) == ("a1", "a2")
        assert "1 of 3" in said(twins)
    disk.make_room()

    press(twins, Key.Key_M)

    merged = twins.ask(lambda reader: reader.contact("a1"))
    assert (merged.organization, merged.title) == ("北辰", "社長")
    assert "2 of 3" in said(twins)
