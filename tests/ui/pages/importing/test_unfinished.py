"""What was answered of an import outlives a lock, the end of the program, and a walk elsewhere."""

import os
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.interchange.source import InMemory
from app.ui.look.theme import Theme
from app.ui.models.begun_import import Begun, BegunFile, carried_over, from_text, to_text
from app.ui.models.import_session import Answers
from app.ui.pages.importing.listing import ImportList
from app.ui.pages.importing.page import ImportPage, State
from app.ui.pages.importing.unfinished import Unfinished
from app.ui.workspace import Workspace
from app.usecases.import_plan import Answer, Choice
from tests.ui.pages.importing.conftest import (
    MOVED,
    NEW,
    NOW,
    OTHER,
    CardFile,
    Kept,
    compared,
)
from tests.ui.pages.importing.test_page import answer, button, everyone, words_of

Sit = Callable[[], ImportPage]


@pytest.fixture
def sit(qtbot: QtBot, kept: Kept, theme: Theme) -> Iterator[tuple[Sit, Callable[[], Workspace]]]:
    """Sit down at the page: the sitting before ends as locking ends it."""
    now: list[Workspace] = []
    pages: list[ImportPage] = []

    def lock() -> None:
        for page in pages:
            page.hide()
        while now:
            now.pop().close()

    def down() -> ImportPage:
        lock()
        here = kept.workspace()
        now.append(here)
        page = ImportPage(here, theme)
        page.resize(1072, 820)
        pages.append(page)
        qtbot.addWidget(page)
        page.show()
        qtbot.waitExposed(page)
        answer(qtbot, here, lambda reader: reader.setting("import_begun"))
        return page

    yield down, lambda: now[0]
    lock()


def press(qtbot: QtBot, page: ImportPage, *keys: Qt.Key) -> None:
    seen = page.findChild(ImportList)
    assert seen is not None
    for key in keys:
        qtbot.keyClick(seen, key)


def go_on(qtbot: QtBot, page: ImportPage) -> None:
    qtbot.waitUntil(lambda: offered(page))
    qtbot.mouseClick(button(page, "Go on"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.state is State.COMPARE, timeout=20_000)


def offered(page: ImportPage) -> bool:
    return "An import is not finished" in words_of(page)


def what_is_there(qtbot: QtBot, workspace: Workspace) -> list[Any]:
    found = answer(qtbot, workspace, everyone)
    return sorted((c.name.full, c.organization, c.title, c.met.on) for c in found)


def test_what_was_answered_is_there_after_the_lock_and_is_imported(
    qtbot: QtBot, sit: Any, card_file: CardFile
) -> None:
    down, here = sit
    page = down()
    assert not offered(page)
    compared(qtbot, page, card_file(MOVED, NEW, OTHER))
    press(qtbot, page, Qt.Key.Key_M)
    page.session.leave_out(page.session.plan.cards[2], True)
    counts = page.session.counts()
    page = down()
    assert offered(page)
    assert "cards.vcf: you answered 2 cards of 3. Nothing has been imported yet." in words_of(page)
    go_on(qtbot, page)
    assert page.session is not None
    assert page.session.counts() == counts
    page.accept()
    qtbot.waitUntil(lambda: page.state is State.DONE, timeout=10_000)
    assert what_is_there(qtbot, here()) == [
        ("相原 みどり", "Aihara Foil 株式会社", "代表取締役", None),
        ("荒井 康平", "荒井活版印刷", "三代目", NOW.today),
    ]
    assert not offered(down())


def test_a_value_and_the_day_are_kept_too(qtbot: QtBot, sit: Any, card_file: CardFile) -> None:
    down, here = sit
    page = down()
    compared(qtbot, page, card_file(MOVED))
    press(qtbot, page, Qt.Key.Key_Left)  # the values that are known
    page._parts.compare.question.ask(just_met=True, day=date(2026, 9, 1))
    page = down()
    go_on(qtbot, page)
    assert page._parts.compare.question.met_on() == date(2026, 9, 1)
    press(qtbot, page, Qt.Key.Key_M)
    page.accept()
    qtbot.waitUntil(lambda: page.state is State.DONE, timeout=10_000)
    ((_, organization, title, _),) = what_is_there(qtbot, here())
    assert (organization, title) == ("箔押し相原", "職人")


def test_what_was_pasted_is_kept(qtbot: QtBot, sit: Any) -> None:
    down, _ = sit
    page = down()
    data = QMimeData()
    data.setText(MOVED + NEW)
    QApplication.clipboard().setMimeData(data)
    page.paste()
    qtbot.waitUntil(lambda: page.state is State.COMPARE, timeout=20_000)
    press(qtbot, page, Qt.Key.Key_N)
    QApplication.clipboard().clear()
    page = down()
    go_on(qtbot, page)
    assert page.session is not None
    assert page.session.counts().new == 2


def test_of_a_file_that_changed_the_answers_are_let_go_and_that_is_said(
    qtbot: QtBot, sit: Any, card_file: CardFile
) -> None:
    down, _ = sit
    page = down()
    compared(qtbot, page, card_file(MOVED), card_file(NEW, OTHER, name="other.vcf"))
    press(qtbot, page, Qt.Key.Key_M)
    page.session.leave_out(page.session.plan.cards[2], True)
    page.hide()
    card_file(NEW, MOVED, name="other.vcf")
    page = down()
    go_on(qtbot, page)
    assert page.session is not None
    assert page.session.counts().left_out == 0
    assert page.session.answer(page.session.plan.cards[0]) is Answer.MERGE
    qtbot.waitUntil(lambda: "other.vcf is not what it was" in words_of(page))


def test_a_file_that_is_away_may_come_back(qtbot: QtBot, sit: Any, card_file: CardFile) -> None:
    down, _ = sit
    page = down()
    path = card_file(MOVED)
    compared(qtbot, page, path)
    press(qtbot, page, Qt.Key.Key_M)
    first = page
    qtbot.waitUntil(lambda: first.session is not None and bool(first.session.choices))
    page.hide()
    path.rename(path.with_name("away"))
    page = down()
    again = page
    qtbot.waitUntil(lambda: offered(again))
    qtbot.mouseClick(button(page, "Go on"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: any("cards.vcf: " in w for w in words_of(page)) and page.state
                    is State.CHOOSE)  # fmt: skip
    assert offered(page)
    path.with_name("away").rename(path)
    go_on(qtbot, page)
    assert page.session is not None
    assert page.session.counts().same == 1


def test_it_is_let_go_when_that_is_said(qtbot: QtBot, sit: Any, card_file: CardFile) -> None:
    down, _ = sit
    page = down()
    compared(qtbot, page, card_file(MOVED))
    press(qtbot, page, Qt.Key.Key_M)
    page = down()
    qtbot.mouseClick(button(page, "Let it go…"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
    box = QApplication.activeModalWidget()
    assert box is not None
    qtbot.mouseClick(button(box, "Stop"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not offered(page))
    assert not offered(down())


def test_without_an_answer_nothing_is_offered(qtbot: QtBot, sit: Any, card_file: CardFile) -> None:
    down, _ = sit
    page = down()
    compared(qtbot, page, card_file(MOVED))
    assert not offered(down())


@pytest.mark.parametrize("seconds", [0, 2])
def test_it_is_kept_while_it_is_answered(
    qtbot: QtBot, sit: Any, card_file: CardFile, monkeypatch: pytest.MonkeyPatch, seconds: int
) -> None:
    monkeypatch.setattr("app.ui.pages.importing.unfinished.BEHIND_MS", 20 if seconds else 10**8)
    down, here = sit
    page = down()
    compared(qtbot, page, card_file(MOVED))
    press(qtbot, page, Qt.Key.Key_M)

    def kept() -> Any:
        return answer(qtbot, here(), lambda reader: reader.setting("import_begun"))

    if seconds:
        qtbot.waitUntil(lambda: bool(kept()))
    else:  # the twin
        qtbot.wait(100)
        assert not kept()


# --------------------------------------------------------------------------------------- as text

people = st.sampled_from([None, "p1", "new:0", "new:4"])
answers = st.builds(
    Answers,
    st.dictionaries(
        st.integers(0, 5),
        st.builds(Choice, st.sampled_from(Answer), people, st.frozensets(st.text(max_size=3))),
        min_size=1,
    ),
    st.dictionaries(st.integers(0, 5), st.frozensets(st.text(max_size=3))),
    st.dictionaries(st.integers(0, 5), people.filter(bool)),
)
sources = st.one_of(
    st.text(st.characters(codec="utf-8", exclude_characters="/\0"), min_size=1).map(Path),
    st.binary(min_size=1).map(lambda name: Path(os.fsdecode(name.translate(None, b"/\0") or b"x"))),
    st.builds(InMemory, st.text(), st.binary()),
)
begun = st.builds(
    Begun,
    st.lists(
        st.builds(
            BegunFile, st.text(), sources, st.none() | st.text(), st.integers(0, 3), st.text()
        ),
        max_size=3,
    ).map(tuple),
    answers,
    st.none(),
    st.dates(),
)


@given(begun)
def test_what_is_kept_is_read_again(one: Begun) -> None:
    text = to_text(one)
    assert text.encode()  # as a database takes it; a name on Linux is any bytes
    assert from_text(text) == one


@given(st.one_of(st.none(), st.text(), st.just("[]"), st.just("{}"), st.just('{"files": 1}')))
def test_what_is_not_understood_is_none(text: str | None) -> None:
    assert from_text(text) is None


class Read:
    """What `carried_over` asks of a file that was read."""

    def __init__(self, given: Any, fingerprints: list[str]) -> None:
        self.given = given
        self.cards = self
        self.fingerprint = "".join(fingerprints)
        self._count = len(fingerprints)

    def __len__(self) -> int:
        return self._count


@given(st.permutations(range(3)), st.lists(st.booleans(), min_size=3, max_size=3))
def test_an_answer_stays_with_its_card(order: list[int], same: list[bool]) -> None:
    """Whatever order files come in, and whichever of them changed."""
    sizes = [2, 1, 3]
    cards = [[f"{file}.{n}" for n in range(size)] for file, size in enumerate(sizes)]
    kept = Begun(
        tuple(
            BegunFile(str(f), Path(str(f)), None, len(own), "".join(own))
            for f, own in enumerate(cards)
        ),
        Answers(
            {n: Choice(Answer.MERGE, f"new:{n}") for n in range(6)},
            {n: frozenset({str(n)}) for n in range(6)},
            {n: f"new:{n}" for n in range(6)},
        ),
        None,
        date(2026, 1, 1),
    )
    files = [Read(Path(str(f)), cards[f] if same[f] else ["x"]) for f in order]
    found, changed = carried_over(kept, files)  # type: ignore[arg-type]
    flat_before = [card for own in cards for card in own]
    flat_now = [card for f in order for card in (cards[f] if same[f] else ["x"])]
    wanted = {flat_now.index(c): n for n, c in enumerate(flat_before) if same[int(c[0])]}
    assert {n: c.person for n, c in found.choices.items()} == {n: f"new:{n}" for n in wanted}
    assert found.takes == {n: frozenset({str(was)}) for n, was in wanted.items()}
    assert dict(found.persons) == {n: f"new:{n}" for n in wanted}
    assert changed == tuple(str(f) for f in range(3) if not same[f])


def test_nothing_is_written_where_nothing_changed(
    qtbot: QtBot, page: ImportPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[object] = []
    monkeypatch.setattr(Workspace, "do", lambda _self, act: written.append(act))
    unfinished = Unfinished(page._workspace, lambda: None, page)
    unfinished.keep()
    unfinished.end()
    assert written == []
