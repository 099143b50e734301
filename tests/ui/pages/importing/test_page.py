"""Importing on the screen: real files, a real store, keys and drops as a person uses them."""

from base64 import b64encode
from collections.abc import Iterator
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from threading import Event, Semaphore
from typing import Any

import pytest
from PIL import Image
from PySide6.QtCore import QEvent, QMimeData, QObject, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QFileDialog, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from app.ui.look.theme import Theme
from app.ui.models.import_rows import ROW, CardLine, Fold, ImportRows
from app.ui.models.import_session import Group
from app.ui.pages.importing.compare import Question
from app.ui.pages.importing.listing import ImportList
from app.ui.pages.importing.page import ImportPage, State
from app.ui.pages.importing.panel import CardPanel
from app.ui.plain import Label
from app.ui.widgets.button import Button
from app.ui.widgets.choice import Dropdown
from app.ui.widgets.pairs import ValueBox
from app.ui.workspace import Workspace
from app.usecases import importing, planning
from tests.ui.pages.importing.conftest import (
    BROKEN,
    MOVED,
    NEW,
    OTHER,
    CardFile,
    card,
    compared,
)

pytestmark = pytest.mark.timeout(120)


def answer(qtbot: QtBot, workspace: Workspace, question):
    got: list[Any] = []
    workspace.ask(question).then(got.append)
    qtbot.waitUntil(lambda: bool(got))
    return got[0]


def everyone(reader):
    from app.store.answers import PeopleFilter

    return reader.contacts(reader.people(PeopleFilter(), "ja").ids)


def list_of(page: ImportPage) -> ImportList:
    found = page.findChild(ImportList)
    assert found is not None
    return found


def shown(page: ImportPage) -> str:
    return page.state.name


def words_of(widget: QWidget) -> list[str]:
    return [w.text() for w in widget.findChildren(Label) if w.isVisible() and w.text()]


def button(page: QWidget, words: str) -> Button:
    return next(b for b in page.findChildren(Button) if b.words() == words and b.isVisible())


def test_counts_always_add_up(qtbot: QtBot, page: ImportPage, card_file: CardFile) -> None:
    compared(qtbot, page, card_file(MOVED, NEW, OTHER, BROKEN))
    session = page.session
    assert session is not None
    counts = session.counts()
    assert (counts.new, counts.same, counts.review, counts.unreadable) == (2, 0, 1, 1)
    assert counts.cards == 4
    assert counts.lines == 1
    seen = list_of(page)
    for key in (Qt.Key.Key_M, Qt.Key.Key_N, Qt.Key.Key_Space):
        qtbot.keyClick(seen, key)
        assert session.counts().cards == 4


def test_the_whole_way_by_keyboard(
    qtbot: QtBot, page: ImportPage, workspace: Workspace, card_file: CardFile
) -> None:
    compared(qtbot, page, card_file(MOVED, NEW))
    seen = list_of(page)
    assert QApplication.focusWidget() is seen
    assert seen.card() is not None
    qtbot.keyClick(seen, Qt.Key.Key_Left)  # keep what is known
    qtbot.keyClick(seen, Qt.Key.Key_Right)  # take what the card says
    qtbot.keyClick(seen, Qt.Key.Key_M)
    assert page.session is not None
    assert page.session.counts().review == 0
    qtbot.keyClick(seen, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: page.state is State.DONE, timeout=10_000)
    found = {c.name.full: c for c in answer(qtbot, workspace, everyone)}
    assert set(found) == {"相原 みどり", "荒井 康平"}
    midori = found["相原 みどり"]
    assert midori.organization == "Aihara Foil 株式会社"
    assert [e.value for e in midori.emails] == ["midori@aihara.example.jp", "hello@foil.example.jp"]
    assert {d.value for d in midori.earlier} == {"箔押し相原", "職人"}
    assert found["荒井 康平"].met.on is not None  # "just met" is proposed for few cards


def test_different_person_is_another_person(
    qtbot: QtBot, page: ImportPage, workspace: Workspace, card_file: CardFile
) -> None:
    compared(qtbot, page, card_file(MOVED))
    qtbot.keyClick(list_of(page), Qt.Key.Key_N)
    page.accept()
    qtbot.waitUntil(lambda: page.state is State.DONE, timeout=10_000)
    assert len(answer(qtbot, workspace, everyone)) == 2


def test_space_leaves_a_card_out(
    qtbot: QtBot, page: ImportPage, workspace: Workspace, card_file: CardFile
) -> None:
    compared(qtbot, page, card_file(NEW, OTHER))
    seen = list_of(page)
    qtbot.keyClick(seen, Qt.Key.Key_Space)
    assert page.session is not None
    assert page.session.counts().left_out == 1
    qtbot.keyClick(seen, Qt.Key.Key_Space)
    assert page.session.counts().left_out == 0
    qtbot.keyClick(seen, Qt.Key.Key_Space)
    page.accept()
    qtbot.waitUntil(lambda: page.state is State.DONE, timeout=10_000)
    names = {c.name.full for c in answer(qtbot, workspace, everyone)}
    assert names == {"相原 みどり", "石塚 さやか"}


def test_one_undo_takes_the_whole_import_back(
    qtbot: QtBot, page: ImportPage, workspace: Workspace, card_file: CardFile
) -> None:
    compared(qtbot, page, card_file(NEW, OTHER))
    page.accept()
    qtbot.waitUntil(lambda: page.state is State.DONE, timeout=10_000)
    assert len(answer(qtbot, workspace, everyone)) == 3
    button(page, "Undo").click()
    qtbot.waitUntil(lambda: page.state is State.COMPARE, timeout=10_000)
    assert len(answer(qtbot, workspace, everyone)) == 1


def test_undone_from_elsewhere_the_comparison_comes_back(
    qtbot: QtBot, page: ImportPage, workspace: Workspace, card_file: CardFile
) -> None:
    from app.usecases import undoing

    compared(qtbot, page, card_file(NEW))
    page.accept()
    qtbot.waitUntil(lambda: page.state is State.DONE, timeout=10_000)
    now = workspace.now()
    workspace.do(lambda store: undoing.undo(store, now=now))
    qtbot.waitUntil(lambda: page.state is State.COMPARE, timeout=10_000)


def test_the_same_file_again_changes_nothing(
    qtbot: QtBot, page: ImportPage, workspace: Workspace, card_file: CardFile
) -> None:
    path = card_file(NEW, OTHER)
    for _ in range(2):
        compared(qtbot, page, path)
        page.accept()
        qtbot.waitUntil(lambda: page.state is State.DONE, timeout=10_000)
    assert len(answer(qtbot, workspace, everyone)) == 3
    assert "Everything is here already" in words_of(page)


def test_cards_in_doubt_wait_for_the_next_start(
    qtbot: QtBot, page: ImportPage, workspace: Workspace, theme: Theme, card_file: CardFile
) -> None:
    compared(qtbot, page, card_file(MOVED, NEW))
    page.accept()
    qtbot.waitUntil(lambda: page.state is State.DONE, timeout=10_000)
    later = ImportPage(workspace, theme)
    later.resize(1072, 820)
    qtbot.addWidget(later)
    later.show()
    qtbot.waitUntil(lambda: "1 card waits for your look" in words_of(later))
    button(later, "Look at them").click()
    qtbot.waitUntil(lambda: later.state is State.WAITING)
    qtbot.keyClick(list_of(later), Qt.Key.Key_M)
    qtbot.waitUntil(lambda: later.state is State.CHOOSE, timeout=10_000)
    found = {c.name.full: c for c in answer(qtbot, workspace, everyone)}
    assert found["相原 みどり"].organization == "Aihara Foil 株式会社"


@pytest.mark.parametrize(("key", "people"), [(Qt.Key.Key_N, 2), (Qt.Key.Key_Space, 1)])
def test_a_waiting_card_is_someone_else_or_let_go(
    qtbot: QtBot, page: ImportPage, workspace: Workspace, card_file: CardFile, key, people: int
) -> None:
    compared(qtbot, page, card_file(MOVED))
    page.accept()
    qtbot.waitUntil(lambda: page.state is State.DONE, timeout=10_000)
    button(page, "Cards that need a look").click()
    qtbot.waitUntil(lambda: page.state is State.WAITING)
    qtbot.keyClick(list_of(page), key)
    qtbot.waitUntil(lambda: page.state is State.CHOOSE, timeout=10_000)
    assert len(answer(qtbot, workspace, everyone)) == people
    assert answer(qtbot, workspace, lambda r: r.waiting_cards()) == ()


def drop(page: QWidget, *urls: QUrl) -> bool:
    data = QMimeData()
    data.setUrls(list(urls))
    middle = QPointF(page.rect().center())
    none, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(middle.toPoint(), Qt.DropAction.CopyAction, data, left, none)
    QApplication.sendEvent(page, enter)
    if not enter.isAccepted():
        return False
    fall = QDropEvent(middle, Qt.DropAction.CopyAction, data, left, none)
    QApplication.sendEvent(page, fall)
    return fall.isAccepted()


def test_files_dropped_anywhere_are_read(
    qtbot: QtBot, page: ImportPage, card_file: CardFile
) -> None:
    assert drop(page, QUrl.fromLocalFile(str(card_file(NEW))))
    qtbot.waitUntil(lambda: page.state is State.COMPARE, timeout=20_000)
    assert drop(page, QUrl.fromLocalFile(str(card_file(OTHER, name="more.vcf"))))
    qtbot.waitUntil(
        lambda: page.session is not None and page.session.counts().cards == 2, timeout=20_000
    )


@pytest.mark.parametrize("url", ["https://example.com/a.vcf", "file://server/share/a.vcf", "x:"])
def test_only_local_files_are_taken(qtbot: QtBot, page: ImportPage, url: str) -> None:
    assert not drop(page, QUrl(url))
    assert page.state is State.CHOOSE


def test_a_bad_file_does_not_keep_the_others_back(
    qtbot: QtBot, page: ImportPage, card_file: CardFile, tmp_path: Path
) -> None:
    csv = tmp_path / "people.csv"
    csv.write_text("part,stock\nA,12\nB,40\n")
    picture = tmp_path / "cat.jpg"
    picture.write_bytes(b"\xff\xd8\xff\xe0 not a card")
    compared(qtbot, page, csv, picture, tmp_path / "gone.vcf", card_file(NEW))
    qtbot.waitUntil(lambda: "people.csv" in " ".join(words_of(page)))
    said = " ".join(words_of(page))
    assert "table (CSV)" in said
    assert "cat.jpg" in said
    assert "3 files could not be read" in said
    assert "gone.vcf" in said
    assert page.session is not None
    assert page.session.counts().cards == 1


def test_only_bad_files_say_why_and_stay_at_choosing(
    qtbot: QtBot, page: ImportPage, tmp_path: Path
) -> None:
    page.add_files([tmp_path / "gone.vcf"])
    qtbot.waitUntil(
        lambda: page.state is State.CHOOSE and any("gone.vcf" in w for w in words_of(page)),
        timeout=20_000,
    )


def test_cancel_while_reading_is_immediate(
    qtbot: QtBot, page: ImportPage, workspace: Workspace, card_file: CardFile
) -> None:
    many = "".join(card(f"NOTE:{n}", name=f"人 {n}") for n in range(5000))
    page.add_files([card_file(many)])
    assert shown(page) == "READING"
    qtbot.wait(50)
    qtbot.keyClick(QApplication.focusWidget() or page, Qt.Key.Key_Escape)
    assert shown(page) == "CHOOSE"
    assert len(answer(qtbot, workspace, everyone)) == 1


def test_leaving_with_answers_asks_first(
    qtbot: QtBot, page: ImportPage, card_file: CardFile
) -> None:
    from app.ui.widgets.dialog import Dialog

    compared(qtbot, page, card_file(MOVED))
    qtbot.keyClick(list_of(page), Qt.Key.Key_M)
    qtbot.keyClick(list_of(page), Qt.Key.Key_Escape)
    box = page.findChild(Dialog)
    assert box is not None
    assert shown(page) == "COMPARE"
    box.accept()
    assert shown(page) == "CHOOSE"


def test_rejected_cards_come_back_byte_for_byte(
    qtbot: QtBot, page: ImportPage, tmp_path: Path, card_file: CardFile
) -> None:
    compared(qtbot, page, card_file(NEW, BROKEN))
    seen = list_of(page)
    while (at := seen.card()) is None or at.contact is not None:
        qtbot.keyClick(seen, Qt.Key.Key_Down)
    panel = page.findChild(CardPanel)
    assert panel is not None
    (save,) = (b for b in panel.findChildren(Button) if "rejected" in b.words())
    qtbot.waitUntil(save.isVisible)
    qtbot.mouseClick(save, Qt.MouseButton.LeftButton)
    box = page.findChild(QFileDialog)
    assert box is not None
    assert Path(box.selectedFiles()[0]).name == "rejected.vcf"
    box.fileSelected.emit(str(tmp_path / "back.vcf"))
    box.close()
    qtbot.waitUntil(lambda: (tmp_path / "back.vcf").exists())
    assert (tmp_path / "back.vcf").read_bytes() == BROKEN.encode()


def test_one_value_is_chosen_in_the_panel(
    qtbot: QtBot, page: ImportPage, workspace: Workspace, card_file: CardFile
) -> None:
    compared(qtbot, page, card_file(MOVED))
    seen = list_of(page)
    qtbot.keyClick(seen, Qt.Key.Key_Return)  # into the panel
    box = QApplication.focusWidget()
    assert isinstance(box, ValueBox)
    assert not box.isChecked()
    qtbot.keyClick(box, Qt.Key.Key_Space)
    assert box.isChecked()
    qtbot.keyClick(box, Qt.Key.Key_M)
    page.accept()
    qtbot.waitUntil(lambda: page.state is State.DONE, timeout=10_000)
    midori = answer(qtbot, workspace, everyone)[0]
    assert (midori.organization, midori.title) == ("箔押し相原", "代表取締役")


def test_values_have_room_in_a_small_window_with_large_text(
    qtbot: QtBot, page: ImportPage, card_file: CardFile, theme: Theme
) -> None:
    theme.set_scale(1.4)
    page.resize(946, 680)  # the smallest window less its sidebar
    compared(qtbot, page, card_file(MOVED))
    panel = page.findChild(CardPanel)
    assert panel is not None
    scroll = panel.findChild(QScrollArea)
    qtbot.waitUntil(lambda: scroll.viewport().height() > panel.height() * 3 // 4)

    def merge_scrolls() -> list[bool]:
        seen = [b for b in panel.findChildren(Button) if b.words() == "Merge" and b.isVisible()]
        return [scroll.isAncestorOf(b) for b in seen]

    qtbot.waitUntil(lambda: merge_scrolls() == [True])
    page.resize(1072, 1000)
    qtbot.waitUntil(lambda: merge_scrolls() == [False])


def test_a_name_in_letters_wants_no_reading(
    qtbot: QtBot, page: ImportPage, card_file: CardFile
) -> None:
    compared(qtbot, page, card_file(card(name="Okafor Grace"), card(name="大野 健")))
    model = list_of(page).model()
    rows = [model.index(row, 0).data(ROW) for row in range(model.rowCount())]
    spoken = {row.name: row.spoken for row in rows if isinstance(row, CardLine)}
    assert spoken == {"Okafor Grace": "", "大野 健": "no reading yet"}


def test_groups_fold_by_keyboard(qtbot: QtBot, page: ImportPage, card_file: CardFile) -> None:
    compared(qtbot, page, card_file(*(card(name=f"人 {n}") for n in range(12))))
    seen = list_of(page)
    model = seen.model()
    assert model.rowCount() == 3  # the header and the first ones
    seen.go_to(0)
    qtbot.keyClick(seen, Qt.Key.Key_Right)
    assert model.rowCount() == 13
    qtbot.keyClick(seen, Qt.Key.Key_Left)
    assert model.rowCount() == 1
    qtbot.keyClick(seen, Qt.Key.Key_Return)
    assert model.rowCount() == 13


def test_a_few_cards_all_stand_there(qtbot: QtBot, page: ImportPage, card_file: CardFile) -> None:
    compared(qtbot, page, card_file(*(card(name=f"人 {n}") for n in range(6))))
    assert list_of(page).model().rowCount() == 7


HOSTILE = [
    "<img src='file:///dev/zero'>",
    "<b>bold</b> & <script>",
    "\u202egnirts desrever",
    "a" * 5000,
    "e" + "\u0301" * 2000,
    "{0} %1 %n {who}",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_names_are_only_text(
    qtbot: QtBot, page: ImportPage, card_file: CardFile, text: str
) -> None:
    hostile = card(f"ORG:{text}", f"TITLE:{text}", f"NOTE:{text}", name=text)
    compared(qtbot, page, card_file(hostile, name="cards.vcf"))
    for label in page.findChildren(Label):
        assert label.textFormat() is Qt.TextFormat.PlainText
    index = list_of(page).currentIndex()
    tip = index.data(Qt.ItemDataRole.ToolTipRole)
    assert "<img" not in tip
    assert "<script" not in tip
    page.grab()


def test_the_model_keeps_the_rules_of_models(
    qtbot: QtBot, page: ImportPage, card_file: CardFile
) -> None:
    model = page.findChild(ImportRows)
    assert model is not None
    tester = QAbstractItemModelTester(
        model, QAbstractItemModelTester.FailureReportingMode.Fatal, page
    )
    compared(qtbot, page, card_file(MOVED, NEW, OTHER, *(card(name=f"人 {n}") for n in range(9))))
    seen = list_of(page)
    for row in range(model.rowCount()):
        seen.go_to(row)
    for group in Group:
        for fold in ("closed", "all", "first", "all"):
            model.fold(group, Fold(fold))
    tester.deleteLater()


def test_everything_changes_language(
    qtbot: QtBot, page: ImportPage, theme: Theme, card_file: CardFile
) -> None:
    compared(qtbot, page, card_file(MOVED, NEW, OTHER, BROKEN))
    qtbot.keyClick(list_of(page), Qt.Key.Key_Down)
    row = list_of(page).currentIndex().row()
    theme.set_language("ja")
    qtbot.wait(10)
    assert page.state is State.COMPARE
    assert list_of(page).currentIndex().row() == row
    english = [w for w in words_of(page) if w.isascii() and any(c.isalpha() for c in w)]
    assert [w for w in english if not w.endswith(".vcf")] == []
    buttons = [b.words() for b in page.findChildren(Button) if b.isVisible()]
    assert not [w for w in buttons if w and w.isascii()]


def test_an_address_book_adds_nobody_to_today(
    qtbot: QtBot, page: ImportPage, workspace: Workspace, card_file: CardFile
) -> None:
    compared(qtbot, page, card_file(*(card(name=f"人 {n}") for n in range(61))))
    page.accept()
    qtbot.waitUntil(lambda: page.state is State.DONE, timeout=10_000)
    load = answer(qtbot, workspace, lambda r: r.first_follow_up_load(workspace.now().today))
    assert sum(load.values()) == 0


def test_letters_do_nothing_after_the_import(
    qtbot: QtBot, page: ImportPage, card_file: CardFile
) -> None:
    compared(qtbot, page, card_file(MOVED))
    page.accept()
    qtbot.waitUntil(lambda: page.state is State.DONE, timeout=10_000)
    before = dict(page._comparing.session.choices) if page._comparing.session else {}
    qtbot.keyClick(QApplication.focusWidget() or page, Qt.Key.Key_M)
    assert page._comparing.session is not None
    assert dict(page._comparing.session.choices) == before


def test_one_of_several_people_is_chosen(
    qtbot: QtBot, page: ImportPage, workspace: Workspace, card_file: CardFile
) -> None:
    for mail in ("a@one.example.jp", "b@two.example.jp"):
        compared(qtbot, page, card_file(card(f"EMAIL:{mail}", name="高見 涼子", uid=mail)))
        qtbot.keyClick(list_of(page), Qt.Key.Key_N)
        page.accept()
        qtbot.waitUntil(lambda: page.state is State.DONE, timeout=10_000)
    compared(qtbot, page, card_file(card("TITLE:理事", name="高見 涼子")))
    chooser = page.findChild(Dropdown)
    assert chooser is not None
    second = chooser._options[1][0]
    chooser.chosen.emit(second)
    qtbot.keyClick(list_of(page), Qt.Key.Key_M)
    page.accept()
    qtbot.waitUntil(lambda: page.state is State.DONE, timeout=10_000)
    titled = [c for c in answer(qtbot, workspace, everyone) if c.title == "理事"]
    assert [c.id for c in titled] == [second]


def test_two_photos_are_seen_beside_each_other(
    qtbot: QtBot, page: ImportPage, card_file: CardFile
) -> None:
    def photo(color: str) -> str:
        made = BytesIO()
        Image.new("RGB", (64, 64), color).save(made, "JPEG")
        return "PHOTO;ENCODING=b;TYPE=JPEG:" + b64encode(made.getvalue()).decode()

    mail = "EMAIL:foto@example.jp"
    compared(qtbot, page, card_file(card(mail, photo("red"), name="写真 花子")))
    page.accept()
    qtbot.waitUntil(lambda: page.state is State.DONE, timeout=10_000)
    compared(qtbot, page, card_file(card(mail, photo("blue"), name="写真 花子")))
    qtbot.waitUntil(
        lambda: sum(box._picture is not None for box in page.findChildren(ValueBox)) == 2
    )


def test_the_day_that_came_with_the_files_is_the_answer(
    qtbot: QtBot, page: ImportPage, workspace: Workspace, card_file: CardFile
) -> None:
    first, second = card_file(NEW, name="a.vcf"), card_file(OTHER, name="b.vcf")
    day = workspace.now().today - timedelta(3)
    page.add_files([first])
    qtbot.waitUntil(lambda: page.state is State.COMPARE, timeout=10_000)
    page.add_files([second], met_on=day)
    qtbot.waitUntil(lambda: page.findChild(Question).met_on() == day, timeout=10_000)
    page.accept()
    qtbot.waitUntil(lambda: page.state is State.DONE, timeout=10_000)
    met = {p.name.full: p.met.on for p in answer(qtbot, workspace, everyone)}
    assert (met["荒井 康平"], met["石塚 さやか"]) == (day, day)


def test_all_who_are_certain_are_merged_at_once(
    qtbot: QtBot, page: ImportPage, workspace: Workspace, card_file: CardFile
) -> None:
    mails = [f"p{n}@kappan.example.jp" for n in range(3)]
    compared(qtbot, page, card_file(*(
        card("ORG:前の会社", f"EMAIL:{mail}", "BDAY:--0102", name=f"人 {mail}") for mail in mails
    )))  # fmt: skip
    page.accept()
    qtbot.waitUntil(lambda: page.state is State.DONE, timeout=10_000)
    moved = [
        card("ORG:次の会社", f"EMAIL:{mail}", "BDAY:--0203", name=f"人 {mail}") for mail in mails
    ]
    namesake = card("EMAIL:else@where.example.jp", name="相原 みどり")
    compared(qtbot, page, card_file(*moved, namesake))
    seen, session = list_of(page), page.session
    assert session is not None
    assert session.counts().review == 4
    qtbot.waitUntil(lambda: any(w.endswith(": 3 Feb") for w in names_of(page)))
    qtbot.keyClick(seen, Qt.Key.Key_Home)
    merge = next(b for b in page.findChildren(Button) if b.words() == "Merge these 3")
    qtbot.keyClick(seen, Qt.Key.Key_M)
    assert (session.counts().same, session.counts().review) == (3, 1)
    assert session.counts().cards == 4
    rest = [b.words() for b in page.findChildren(Button) if b is not merge]
    assert not [words for words in rest if "Merge these" in words]
    page.accept()
    qtbot.waitUntil(lambda: page.state is State.DONE, timeout=10_000)
    companies = [p.organization for p in answer(qtbot, workspace, everyone)]
    assert companies.count("次の会社") == 3


def names_of(page: ImportPage) -> list[str]:
    return [box.accessibleName() for box in page.findChildren(ValueBox)]


def test_a_file_that_comes_while_others_are_compared_is_read_too(
    qtbot: QtBot, page: ImportPage, card_file: CardFile
) -> None:
    """It waited in the queue until the next one came."""
    first, second = (
        card_file(card(name="青木 一"), name="a.vcf"),
        card_file(card(name="石田 二"), name="b.vcf"),
    )
    page.add_files([first])
    page._arriving.ended.connect(
        lambda: page.add_files([second]) if len(page._arriving.files) == 1 else None
    )
    qtbot.waitUntil(lambda: page.session is not None and page.session.counts().cards == 2)
    assert page.state is State.COMPARE


def test_what_was_wrong_with_an_earlier_file_is_not_said_of_the_next(
    qtbot: QtBot, page: ImportPage, card_file: CardFile, tmp_path: Path
) -> None:
    wrong = tmp_path / "letter.vcf"
    wrong.write_text("Dear all")
    for _ in range(2):
        page.add_files([wrong])
        qtbot.waitUntil(lambda: page.state is State.READING)
        qtbot.waitUntil(lambda: page.state is State.CHOOSE)
        qtbot.waitUntil(lambda: any("letter.vcf" in words for words in words_of(page)))
        assert sum("letter.vcf" in words for words in words_of(page)) == 1
    compared(qtbot, page, card_file(NEW))
    assert not any("letter.vcf" in words for words in words_of(page))


def test_cards_that_only_wait_lead_to_the_look_at_them(
    qtbot: QtBot, page: ImportPage, card_file: CardFile
) -> None:
    compared(qtbot, page, card_file(MOVED))
    page.accept()
    qtbot.waitUntil(lambda: page.state is State.DONE)
    shown = {b.words(): b for b in page.findChildren(Button) if b.isVisible()}
    assert "Look at the people" not in shown
    assert shown["Cards that need a look"].hasFocus()
    assert "Kept for later" in words_of(page)
    # The very card again: it waits, once.
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    compared(qtbot, page, card_file(MOVED, name="again.vcf"))
    seen = list_of(page)
    row = next(r for r in range(3) if isinstance(seen.model().index(r, 0).data(ROW), CardLine))
    line = seen.model().index(row, 0).data(ROW)
    assert (line.note, line.chip) == ("Waits for your look already", "Waits")
    assert any("does not wait twice" in words for words in words_of(page))
    page.accept()
    qtbot.waitUntil(lambda: page.state is State.DONE)
    shown = {b.words(): b for b in page.findChildren(Button) if b.isVisible()}
    shown["Cards that need a look"].click()
    qtbot.waitUntil(lambda: page.state is State.WAITING)
    assert page.session is not None
    assert page.session.counts().cards == 1


class Gate:
    """Lets an import write one piece each time it is opened."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.steps = Semaphore(0)
        self.free = False
        real = importing._Import.pieces

        def pieces(made: Any) -> Iterator[Any]:
            for piece in real(made):
                if not self.free:
                    assert self.steps.acquire(timeout=60)
                yield piece

        monkeypatch.setattr(importing, "_AT_ONCE", 1)
        monkeypatch.setattr(importing._Import, "pieces", pieces)

    def open(self) -> None:
        """From now on nothing waits."""
        self.free = True
        self.steps.release()


@pytest.mark.parametrize("by_mouse", [False, True])
def test_an_import_that_is_written_can_be_stopped_and_begun_again(
    qtbot: QtBot,
    page: ImportPage,
    workspace: Workspace,
    card_file: CardFile,
    monkeypatch: pytest.MonkeyPatch,
    by_mouse: bool,
) -> None:
    gate = Gate(monkeypatch)
    compared(qtbot, page, card_file(NEW, OTHER))
    before = answer(qtbot, workspace, everyone)
    qtbot.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    gate.steps.release(3)
    qtbot.waitUntil(lambda: "1 / 2" in words_of(page))
    assert "Importing…" in words_of(page)
    page.add_files([card_file(MOVED)])  # what comes meanwhile waits
    if by_mouse:
        qtbot.mouseClick(button(page, "Cancel"), Qt.MouseButton.LeftButton)
    else:
        qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert not button(page, "Cancel").isEnabled()
    assert shown(page) == "COMPARE"
    gate.open()
    qtbot.waitUntil(lambda: page.session is not None and page.session.counts().cards == 3)
    assert answer(qtbot, workspace, everyone) == before
    assert answer(qtbot, workspace, lambda reader: reader.batches()) == ()
    qtbot.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: shown(page) == "DONE")
    assert len(answer(qtbot, workspace, everyone)) == len(before) + 2


class Painted(QObject):
    """Notes when a page was painted, and in which state."""

    def __init__(self, page: ImportPage, log: list[str]) -> None:
        super().__init__(page)
        self._page, self._log = page, log
        for part in page.findChildren(QWidget):
            part.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self._log.append(self._page.state.name)
        return False


def test_what_came_of_an_import_is_on_the_screen_before_every_page_asks_anew(
    qtbot: QtBot, page: ImportPage, workspace: Workspace, card_file: CardFile
) -> None:
    """Else three lanes take the interpreter in the middle of its longest turn (R64)."""
    log: list[str] = []
    compared(qtbot, page, card_file(NEW, OTHER))
    Painted(page, log)
    workspace.changed.connect(lambda _change: log.append("asks"))
    page.accept()
    qtbot.waitUntil(lambda: "asks" in log)
    assert log[log.index("asks") - 1] == "DONE"
    assert log.count("asks") == 1


def test_a_comparison_that_nobody_waits_for_ends_at_once(
    qtbot: QtBot,
    page: ImportPage,
    workspace: Workspace,
    card_file: CardFile,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Else every other question would wait for it, in the same lane."""
    begun, told = Event(), Event()
    real = planning.plan

    def slow(*asked: Any) -> Any:
        cancelled = asked[3]
        begun.set()
        assert cancelled is not None
        while not cancelled():
            assert not told.wait(0.01)
        return real(*asked)

    monkeypatch.setattr("app.usecases.importing.plan", slow)
    page.add_files([card_file(NEW)])
    qtbot.waitUntil(begun.is_set)
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: shown(page) == "CHOOSE")
    assert answer(qtbot, workspace, lambda reader: reader.batches()) == ()
    told.set()


def test_key_caps_go_before_the_buttons_break(
    qtbot: QtBot, page: ImportPage, card_file: CardFile
) -> None:
    compared(qtbot, page, card_file(MOVED))
    panel = page.findChild(CardPanel)
    assert panel is not None

    def rows() -> int:
        return len({b.y() for b in panel._buttons.findChildren(Button) if b.isVisible()})

    page.resize(1600, 820)
    qtbot.waitUntil(lambda: rows() == 1)
    merge = button(page, "Merge")
    with_key = merge.sizeHint().width()
    wide = panel._foot.sizeHint().width()
    for width in range(1600, 900, -20):
        page.resize(width, 820)
        qtbot.wait(1)
        if panel._room().width() < wide:
            break
    merge = button(page, "Merge")
    assert merge.sizeHint().width() < with_key
    qtbot.waitUntil(lambda: rows() == 1)
