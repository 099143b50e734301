"""The locked window on a real store: every way in, every reason why not, nothing changed."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.store.errors import KeyringError, KeyringTrouble, StoreInUseError
from app.store.folder import StoreFolder
from app.store.store import create_store, open_store
from app.store.vault import DataKey, NewVault, create_vault, unlock
from app.store.wrap import PassphraseCost
from app.ui.background import Background
from app.ui.look.theme import Theme
from app.ui.plain import Label
from app.ui.unlock import OpenBy, Unlock
from app.ui.widgets.button import Button
from app.ui.widgets.field import FieldFrame
from app.ui.widgets.marks import Logo

WORDS = "seven lamps by the sea"
CHEAP = PassphraseCost(memory_kib=8, passes=1, lanes=1)


@pytest.fixture
def folder(tmp_path: Path) -> StoreFolder:
    return StoreFolder(tmp_path / "store")


@pytest.fixture
def vault(folder: StoreFolder) -> NewVault:
    made = create_vault(folder, WORDS, use_keyring=False, cost=CHEAP)
    create_store(folder, made)
    return made


@pytest.fixture
def background(qtbot: QtBot) -> Iterator[Background]:
    made = Background()
    yield made
    made.close()


Show = Callable[..., Unlock]


@pytest.fixture
def show(qtbot: QtBot, background: Background, theme: Theme, folder: StoreFolder) -> Show:
    def by(passphrase: str | None, recovery_key: str | None) -> DataKey:
        return unlock(folder, passphrase=passphrase, recovery_key=recovery_key)

    def make(open_by: OpenBy = by, *, keyring: bool = False) -> Unlock:
        asking = background.run(lambda _task: open_by(None, None)) if keyring else None
        made = Unlock(background, theme, open_by, asking=asking)
        made.resize(1024, 680)
        qtbot.addWidget(made)
        made.show()
        made.activateWindow()
        made.setFocus()
        qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
        return made

    return make


def words_of(widget: QWidget) -> str:
    return " ".join(w.text() for w in widget.findChildren(Label) if w.isVisible())


def press(page: QWidget, words: str) -> None:
    next(b for b in page.findChildren(Button) if b.words() == words).click()


def type_in(qtbot: QtBot, page: Unlock, words: str) -> None:
    field = QApplication.focusWidget()
    assert field is not None
    assert page.isAncestorOf(field)
    qtbot.keyClicks(field, words)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def test_the_passphrase_opens(
    qtbot: QtBot, vault: NewVault, folder: StoreFolder, show: Show
) -> None:
    page = show()
    with qtbot.waitSignal(page.opened, timeout=10_000) as opened:
        type_in(qtbot, page, WORDS)
    open_store(folder, opened.args[0]).close()
    assert page._field.text() == ""


def test_quit_by_its_key(qtbot: QtBot, vault: NewVault, show: Show) -> None:
    """As in the open window, also while a field has the focus."""
    page = show()
    with qtbot.waitSignal(page.quit_wanted):
        qtbot.keyClick(
            QApplication.focusWidget(), Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier
        )


def test_the_recovery_key_opens(qtbot: QtBot, vault: NewVault, show: Show) -> None:
    page = show()
    press(page, "Use the recovery key")
    with qtbot.waitSignal(page.opened, timeout=10_000):
        type_in(qtbot, page, vault.recovery_key.lower().replace("-", " "))


def test_a_wrong_passphrase_is_said_calmly_and_changes_nothing(
    qtbot: QtBot, vault: NewVault, folder: StoreFolder, show: Show
) -> None:
    page = show()
    before = {p.name: p.read_bytes() for p in folder.path.iterdir() if p.is_file()}
    type_in(qtbot, page, "another one")
    qtbot.waitUntil(lambda: "does not fit" in words_of(page), timeout=10_000)
    assert {p.name: p.read_bytes() for p in folder.path.iterdir() if p.is_file()} == before
    assert page._field.edit.selectedText() == "another one"
    with qtbot.waitSignal(page.opened, timeout=10_000):
        type_in(qtbot, page, WORDS)


def test_what_is_said_has_the_room_it_needs(qtbot: QtBot, vault: NewVault, show: Show) -> None:
    page = show()
    type_in(qtbot, page, "not it, not it at all")
    qtbot.waitUntil(lambda: "does not fit" in words_of(page))
    assert_room(page)
    page.show_error(KeyringError(KeyringTrouble.TOO_SLOW))
    qtbot.waitUntil(lambda: "keyring" in words_of(page))
    assert_room(page)


def assert_room(page: Unlock) -> None:
    """No line is cut, and nothing lies over the frame of the field."""
    labels = [label for label in page.findChildren(Label) if label.isVisible() and label.text()]
    for label in labels:
        assert label.height() >= label.heightForWidth(label.width()), label.text()
    frame, logo = page.findChild(FieldFrame), page.findChild(Logo)
    assert frame is not None
    assert logo is not None
    taken = frame.rect().translated(frame.mapTo(page, QPoint()))
    for label in labels:
        place = label.rect().translated(label.mapTo(page, QPoint()))
        assert not place.intersects(taken), label.text()
    assert logo.height() >= logo.sizeHint().height()


def test_a_slip_in_the_recovery_key_names_its_group(
    qtbot: QtBot, vault: NewVault, show: Show
) -> None:
    page = show()
    press(page, "Use the recovery key")
    groups = vault.recovery_key.split("-")
    groups[4] = ("2" if groups[4][0] != "2" else "3") + groups[4][1:]
    type_in(qtbot, page, "-".join(groups))
    qtbot.waitUntil(lambda: "group 5" in words_of(page), timeout=10_000)


def test_the_keyring_opens_by_itself(qtbot: QtBot, show: Show) -> None:
    asked: list[tuple[str | None, str | None]] = []

    def by(passphrase: str | None, recovery: str | None) -> str:
        asked.append((passphrase, recovery))
        return "key"

    page = show(by, keyring=True)
    qtbot.waitUntil(lambda: page._open)
    assert asked == [(None, None)]


def test_a_slow_keyring_keeps_nobody_waiting(qtbot: QtBot, show: Show) -> None:
    release = threading.Event()

    def by(passphrase: str | None, recovery: str | None) -> str:
        if passphrase is None:
            release.wait(10)
            raise KeyringError(KeyringTrouble.TOO_SLOW)
        return passphrase

    page = show(by, keyring=True)
    assert "Asking the keyring" in words_of(page)
    with qtbot.waitSignal(page.opened, timeout=5_000) as opened:
        type_in(qtbot, page, WORDS)
    assert opened.args == [WORDS]
    with qtbot.assertNotEmitted(page.opened, wait=50):
        release.set()


def test_a_keyring_without_a_slot_is_not_worth_a_word(qtbot: QtBot, show: Show) -> None:
    def by(passphrase: str | None, recovery: str | None) -> str:
        raise KeyringError(KeyringTrouble.NO_SLOT)

    page = show(by, keyring=True)
    qtbot.waitUntil(lambda: "Asking" not in words_of(page))
    assert "keyring" not in words_of(page)


@pytest.mark.parametrize(
    ("damage", "words"),
    [
        (lambda f: (f.header.write_bytes(b"{"), f.header_copy.write_bytes(b"{")), "damaged"),
        (lambda f: (f.header.unlink(), f.header_copy.unlink()), "missing"),
    ],
)
def test_damage_is_said_and_nothing_is_made(
    qtbot: QtBot,
    vault: NewVault,
    folder: StoreFolder,
    show: Show,
    damage: Callable[[StoreFolder], object],
    words: str,
) -> None:
    damage(folder)
    before = {p.name: p.read_bytes() for p in folder.path.iterdir() if p.is_file()}
    page = show()
    type_in(qtbot, page, WORDS)
    qtbot.waitUntil(lambda: words in words_of(page), timeout=10_000)
    assert {p.name: p.read_bytes() for p in folder.path.iterdir() if p.is_file()} == before


def test_what_happens_after_the_key_is_found_is_said_here_too(
    qtbot: QtBot, vault: NewVault, folder: StoreFolder, show: Show
) -> None:
    page = show()
    with qtbot.waitSignal(page.opened, timeout=10_000):
        type_in(qtbot, page, WORDS)
    page.show_error(StoreInUseError(folder.path))
    qtbot.waitUntil(lambda: "open already" in words_of(page))
    with qtbot.waitSignal(page.opened, timeout=10_000):
        type_in(qtbot, page, WORDS)


def test_language_and_sizes_change_and_keep_what_was_typed(
    qtbot: QtBot, vault: NewVault, show: Show, theme: Theme
) -> None:
    page = show()
    page._field.set_text("half a pass")
    theme.set_language("ja")
    theme.set_scale(1.4)
    assert page._field.text() == "half a pass"
    assert not [b.words() for b in page.findChildren(Button) if b.words().isascii()]


def test_there_is_a_way_to_quit(qtbot: QtBot, show: Show) -> None:
    page = show()
    with qtbot.waitSignal(page.quit_wanted):
        press(page, "Quit")
