"""How we met leads on: to the gathering's page and back, and to whoever introduced us."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.domain.contact import Contact, Met, Name
from app.ui.pages.people.channel import Channel
from app.usecases import gatherings, undoing
from tests.screens.gatherings import EVENING
from tests.screens.kept import NOW
from tests.ui.pages.gatherings.conftest import Hall, empty, hall  # noqa: F401
from tests.ui.pages.people.hands import LEFT


def leads(house, whither):
    facts = house.page.detail.facts
    found = [c for c in facts.findChildren(Channel) if c.isVisible()]
    return [c for c in found if c.accessibleDescription() == whither]


def show(house, contact_id):
    house.page.show_person(contact_id)
    house.settle()


@pytest.fixture
def met(hall: Hall) -> Hall:  # noqa: F811
    hall.open()
    return hall


def test_the_gathering_is_a_link(met):
    show(met, "n1")
    (lead,) = leads(met, "To the gathering")
    asked: list[str] = []
    met.page.open_gathering.connect(asked.append)
    lead.setFocus()
    QTest.keyClick(lead, Qt.Key.Key_Return)
    QTest.mouseClick(lead, LEFT)
    assert asked == [EVENING, EVENING]


def test_a_gathering_that_is_gone_is_a_name(met):
    show(met, "n1")
    met.do(lambda store: gatherings.delete(store, EVENING, now=NOW))
    met.settle()
    assert leads(met, "To the gathering") == []
    met.do(lambda store: undoing.undo(store, now=NOW))
    met.settle()
    assert len(leads(met, "To the gathering")) == 1


def test_whoever_introduced_us_is_a_link_where_it_is_one_person(met):
    show(met, "p25")  # introduced by Todo Kenichiro, who is called 藤堂 健一郎 here
    before = met.ask(lambda r: r.contact("p25"))
    after = replace(before, met=replace(before.met, introduced_by="藤堂健一郎"))
    met.do(lambda store: _edited(store, before, after))
    met.settle()
    (lead,) = leads(met, "To whoever introduced you")
    QTest.mouseClick(lead, LEFT)
    met.settle()
    assert met.page.shown_person().id == "p-todo"
    met.put(Contact(id="twin", name=Name("藤堂 健一郎", "藤堂", "健一郎"), met=Met()))
    show(met, "p25")
    assert leads(met, "To whoever introduced you") == []


def _edited(store, before, after):
    from app.usecases import people

    return people.edit(store, before, after, now=NOW)
