"""A copied signature fills the fields of a new person, seen before it is kept."""

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from app.domain.contact import Contact, Email, Name
from app.interchange.signature import read_signature
from app.ui.pages.people.contact_form import ContactTexts, texts_of
from app.ui.pages.people.pasting import LONGEST, joined
from tests.interchange.signatures import TABLE
from tests.ui.pages.people.hands import LEFT, Key, press, type_in

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
SIGNATURE = TABLE[0][0] + "\n趣味は釣り"


def copy(text):
    QGuiApplication.clipboard().setText(text)


@pytest.fixture
def new(peopled):
    peopled.page.new_person()
    peopled.settle()
    return peopled


def editor(house):
    return house.page.detail.editor


def test_ctrl_v_of_several_lines_fills_the_fields_and_keeping_keeps_them(new):
    copy(SIGNATURE)
    press(new, Key.Key_V, CTRL)
    texts = editor(new).texts()
    assert texts.single["family"] == "早坂"
    assert texts.single["reading_given"] == "みお"
    assert [row["value"] for row in texts.phones] == [
        "0263-55-0142", "0263-55-0143", "090-5550-0142",
    ]  # fmt: skip
    assert texts.single["note"] == "趣味は釣り"
    assert "note" in editor(new).paste_bar.words.text()
    assert new.changes == []  # shown before it is kept
    press(new, Key.Key_Return, CTRL)
    (change,) = new.changes
    made = new.ask(lambda r: r.contact(change.subject))
    assert made.organization == "株式会社こもれび工房"
    assert made.phones[2].e164 == "+819055500142"
    assert made.addresses[0].city == "松本市"


def test_one_line_is_pasted_as_one_line(new):
    copy("早坂")
    press(new, Key.Key_V, CTRL)
    assert editor(new).texts().single["family"] == "早坂"
    assert editor(new).texts().single["full"] == ""


def test_the_button_and_the_way_back(new):
    type_in(new, "Mio")
    before = editor(new).texts()
    copy(SIGNATURE)
    bar = editor(new).paste_bar
    QTest.mouseClick(bar._paste, LEFT)
    new.settle()
    texts = editor(new).texts()
    assert texts.single["family"] == "Mio"  # what was typed stays
    assert "早坂" in texts.single["note"]
    QTest.mouseClick(bar._back, LEFT)
    new.settle()
    assert editor(new).texts() == before


@pytest.mark.parametrize(
    ("text", "said"), [("", "Nothing is copied"), ("x\n" * LONGEST, "too long")]
)
def test_what_cannot_be_pasted_is_said(new, text, said):
    copy(text)
    press(new, Key.Key_V, CTRL | SHIFT)
    assert said in editor(new).paste_bar.words.text()
    assert not editor(new).is_touched()


def test_what_becomes_too_long_with_what_stands_there_is_said(new):
    long = "\n".join(["趣味は釣りと山歩き、"] * 1_500)
    assert len(long) < LONGEST
    for said in ("Filled in", "too long"):
        copy(long)
        press(new, Key.Key_V, CTRL | SHIFT)
        assert said in editor(new).paste_bar.words.text()
        copy(long.replace("釣り", "読書"))
    assert "読書" not in editor(new).texts().single["note"]
    QTest.mouseClick(editor(new).paste_bar._back, LEFT)
    new.settle()
    assert editor(new).texts().single["note"] == ""


def test_what_was_read_too_late_fills_nobody_elses_fields(new):
    detail = new.page.detail
    copy(SIGNATURE)
    editor(new).paste_bar.paste()
    known = new.ask(lambda r: r.contact("p25"))
    detail.edit_contact(known, None, "family")  # before the answer is there
    new.settle()
    assert detail.editor.contact.id == "p25"
    assert not detail.editor.is_touched()


def test_somebody_known_is_edited_without_it(mio):
    press(mio, Key.Key_E)
    copy(SIGNATURE)
    assert not editor(mio).paste_bar.isVisible()
    press(mio, Key.Key_V, CTRL | SHIFT)
    assert not editor(mio).is_touched()


def everything(texts: ContactTexts) -> str:
    rows = [*texts.emails, *texts.phones, *texts.urls, *texts.addresses]
    parts = [*texts.single.values(), *(text for row in rows for text in row.values())]
    return normalize("NFKC", "\n".join(parts))


@given(st.sampled_from(TABLE), st.sampled_from(TABLE))
def test_nothing_that_stands_or_is_read_is_lost(first, second):
    shown = texts_of(read_signature(first[0]).contact)
    read = read_signature(second[0]).contact
    made = everything(joined(shown, read))
    wanted = [*everything(shown).split("\n"), *everything(texts_of(read)).split("\n")]
    assert all(text in made for text in wanted)


def test_the_same_twice_changes_nothing():
    person = Contact(name=Name("Claire Martin", "Martin", "Claire"), emails=(Email("c@x.example"),))
    once = joined(texts_of(Contact()), person)
    assert joined(once, person) == once
