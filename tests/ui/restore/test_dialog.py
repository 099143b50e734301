"""The dialog that asks for a backup, and the scene that puts it in place: keys, words, ways out."""

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from keyring.backend import KeyringBackend
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.errors import ExpectedError
from app.store import backup
from app.store import drill as drills
from app.store.errors import WrongPassphraseError
from app.ui.background import Background
from app.ui.look.theme import Theme
from app.ui.restore.dialog import RestoreDialog
from app.ui.restore.restoring import Restoring
from app.usecases.restoring import Restored, Wanted
from tests.ui.restore.test_restoring import PASS, Kept, now

KEY = Qt.Key


@pytest.fixture
def background(qtbot: QtBot) -> Iterator[Background]:
    made = Background()
    yield made
    made.close()


Ask = Callable[..., RestoreDialog]


@pytest.fixture
def ask(qtbot: QtBot, background: Background, theme: Theme) -> Ask:
    def make(kept: Kept, **more: Any) -> RestoreDialog:
        box = RestoreDialog(background.run, theme, kept.folder, now().today, None, **more)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        qtbot.addWidget(box)
        with qtbot.waitActive(box):
            box.open()
            box.activateWindow()
        qtbot.waitUntil(lambda: "Looking" not in box.none.text())
        return box

    return make


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    return Kept(tmp_path)


def test_by_the_keyboard_alone(qtbot: QtBot, kept: Kept, ask: Ask) -> None:
    older = kept.backup.rename(kept.backup.with_name("20200101-090000.enishi"))
    newer = backup.automatic(kept.folder, kept.vault.data_key, now())
    kept.folder.backups.joinpath("20200102-090000.enishi").write_bytes(b"damaged")
    box = ask(kept)
    first, bad, last = box.choices.rows
    assert (first.one.path, last.one.path) == (newer, older)
    assert not bad.isEnabled()
    assert bad.accessibleDescription().endswith("cannot be read")
    assert first.accessibleDescription().startswith("3 people · ")
    assert box.choices.accessibleName() == "Backups"
    qtbot.waitUntil(box.way.field.edit.hasFocus)
    first.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(first, KEY.Key_Down)
    assert last.isChecked()
    box.way.setFocus()
    qtbot.keyClicks(box.way.field.edit, PASS)
    qtbot.keyClick(box.way.field.edit, KEY.Key_Return)
    qtbot.waitUntil(lambda: box.heading.text() == "It opens. Bring it back?")
    assert box.words.text().startswith("Wed 1 Jan 2020, 09:00: 2 people.")
    qtbot.waitUntil(box.go_on.hasFocus)
    with qtbot.waitSignal(box.agreed) as agreed:
        qtbot.keyClick(box.go_on, KEY.Key_Return)
    assert agreed.args == [Wanted(older, {"passphrase": PASS})]
    assert not box.isVisible()


def test_given_up_while_it_is_opened(
    qtbot: QtBot, kept: Kept, ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    inside, go_on = Event(), Event()
    real = backup.unpack

    def held(path: Path, target: Path, look: backup.Look) -> Path:
        inside.set()
        go_on.wait(10)
        return real(path, target, look)

    monkeypatch.setattr(drills, "unpack", held)
    box = ask(kept)
    before = sorted(kept.folder.path.rglob("*"))
    qtbot.keyClicks(box.way.field.edit, PASS)
    qtbot.keyClick(box.way.field.edit, KEY.Key_Return)
    running = box._running
    assert running is not None
    assert running.future is not None
    qtbot.waitUntil(inside.is_set)
    with qtbot.assertNotEmitted(box.agreed):
        qtbot.keyClick(box, KEY.Key_Escape)
        go_on.set()
        assert running.future.result(10) is None
    assert not box.isVisible()
    assert sorted(kept.folder.path.rglob("*")) == before


def test_the_keyring_opens_only_where_nothing_else_is_open(
    qtbot: QtBot, tmp_path: Path, ask: Ask, memory_keyring: KeyringBackend
) -> None:
    kept = Kept(tmp_path, memory_keyring)
    assert not ask(kept).keyring.isVisible()
    box = ask(kept, by_keyring=True)
    assert box.keyring.isVisible()
    qtbot.mouseClick(box.keyring, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(box.trouble.isVisible)  # no trusted one answers in a test
    assert box.trouble.title.text() == "The keyring of this computer is of no help now"


def scene(
    qtbot: QtBot, background: Background, theme: Theme, kept: Kept, way: str
) -> tuple[Restoring, list[ExpectedError | None], list[Restored]]:
    wanted = Wanted(kept.backup, {"passphrase": way})
    made = Restoring(background, theme, kept.folder, wanted, now().local)
    qtbot.addWidget(made)
    made.show()
    failed: list[ExpectedError | None] = []
    done: list[Restored] = []
    made.not_done.connect(failed.append)
    made.done.connect(done.append)
    return made, failed, done


def test_put_in_place_and_the_way_that_was_wrong(
    qtbot: QtBot, background: Background, theme: Theme, kept: Kept
) -> None:
    _, failed, done = scene(qtbot, background, theme, kept, "wrong")
    qtbot.waitUntil(lambda: bool(failed))
    assert isinstance(failed[0], WrongPassphraseError)
    assert list(kept.folder.backups.iterdir()) == [kept.backup]
    made, failed, done = scene(qtbot, background, theme, kept, PASS)
    qtbot.waitUntil(lambda: bool(done))
    assert made.progress.value() == 100
    assert done[0].aside is not None
    assert (done[0].aside / "store.db").exists()
    assert failed == []


def test_left_before_it_counts_everything_is_as_before(
    qtbot: QtBot,
    background: Background,
    theme: Theme,
    kept: Kept,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    inside, go_on = Event(), Event()
    real = backup.unpack

    def held(path: Path, target: Path, look: backup.Look) -> Path:
        inside.set()
        go_on.wait(10)
        return real(path, target, look)

    monkeypatch.setattr(backup, "unpack", held)
    data = kept.folder.db.read_bytes()
    made, failed, done = scene(qtbot, background, theme, kept, PASS)
    qtbot.waitUntil(inside.is_set)
    qtbot.mouseClick(made.cancel, Qt.MouseButton.LeftButton)
    go_on.set()
    qtbot.waitUntil(lambda: bool(failed))
    assert failed == [None]
    assert done == []
    assert kept.folder.db.read_bytes() == data
    assert list(kept.folder.backups.iterdir()) == [kept.backup]
