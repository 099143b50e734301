"""A long timeline is grouped by month; what can be pressed lies where it is seen."""

from datetime import date, timedelta

from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from app.domain.interaction import Initiative, Interaction, Kind
from app.domain.promise import Promise, Side
from app.ui.delegates import pledge as pledges
from app.ui.models.timeline import ENTRY, GROUPED, Pledge
from tests.screens.kept import TODAY
from tests.ui.pages.people.hands import LEFT

OTHERS = ("p25", "p-todo")


def fill(house, count=GROUPED, apart=5):
    house.put(
        *(
            Interaction(
                f"m{at}", Kind.MET, Initiative.BOTH, TODAY - timedelta(at * apart), OTHERS, "tea"
            )
            for at in range(count)
        )
    )
    house.page.refresh()
    house.settle()
    return house.page.detail.timeline


def rows(view):
    model = view.model()
    return [model.index(row, 0).data(ENTRY) for row in range(model.rowCount())]


def months(view):
    return [row.month for row in rows(view) if row.month]


def test_a_short_timeline_has_no_headings(mio):
    view = fill(mio, GROUPED - 6)
    assert len(rows(view)) == GROUPED
    assert months(view) == []
    assert rows(view)[-1].year == "2025"


def test_a_long_one_says_each_month_once(mio):
    view = fill(mio)
    assert months(view) == ["October", "September", "August", "July", "June", "May 2025"]
    assert all(row.year == "" for row in rows(view))
    spoken = [view.model().index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in (0, 1)]
    assert [words.split(", ")[0] for words in spoken] == ["October", "10 Oct"]


def test_a_promise_made_in_a_month_of_its_own_has_its_heading(mio):
    fill(mio)
    mio.put(Promise("q", "p25", Side.ME, "the samples", date(2026, 1, 5), date(2026, 10, 20)))
    mio.page.refresh()
    mio.settle()
    view = mio.page.detail.timeline
    at = next(i for i, row in enumerate(rows(view)) if isinstance(row, Pledge))
    assert rows(view)[at].month == "January"
    index = view.model().index(at, 0)
    inner = view._delegate.below_month(index, view.visualRect(index))
    content = view._delegate.content(inner)
    button = pledges.action_rect(mio.theme, index.data(ENTRY), content)
    QTest.mouseClick(view.viewport(), LEFT, pos=button.center())
    mio.settle()
    (promise,) = mio.ask(lambda reader: reader.promises("p25"))
    assert promise.kept_on == TODAY


def test_names_are_pressed_below_the_heading_and_not_in_it(mio):
    view = fill(mio)
    index = view.model().index(0, 0)
    row = view.visualRect(index)
    inner = view._delegate.below_month(index, row)
    box = view._delegate._links(index.data(ENTRY), inner)[0]
    where = QPointF(box.center())
    assert where.y() > inner.y() > row.y()
    in_heading = where - QPointF(0, inner.y() - row.y())
    QTest.mouseClick(view.viewport(), LEFT, pos=in_heading.toPoint())
    mio.settle()
    assert mio.page.detail.timeline is view
    assert mio.page.shown_person().id == "p25"
    QTest.mouseClick(view.viewport(), LEFT, pos=where.toPoint())
    mio.settle()
    assert mio.page.shown_person().id == "p-todo"


def test_the_editor_stands_below_the_heading(mio):
    view = fill(mio)
    before = view.visualRect(view.model().index(1, 0)).y()
    mio.page.detail.editors.edit_entry(mio.ask(lambda reader: reader.interaction("m0")))
    mio.settle()
    editor, row = view.editor, view.visualRect(view.model().index(0, 0))
    assert editor.y() > row.y()
    assert editor.geometry().bottom() <= row.bottom()
    mio.page.detail.timeline.close_editor()
    mio.settle()
    assert view.visualRect(view.model().index(1, 0)).y() == before
