"""A copy a day while the window is open: made when something was written, told of when it fails."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pytestqt.qtbot import QtBot

from app.domain.contact import Contact, Name
from app.domain.now import Now
from app.store import backup
from app.store.check import Problem
from app.store.errors import BackupFailedError, DatabaseDamagedError
from app.store.folder import StoreFolder
from app.store.store import Store, create_store, open_reader, open_store
from app.store.vault import create_vault
from app.ui.care import Care
from app.ui.workspace import Workspace
from app.usecases import people
from tests.store.conftest import CHEAP, PASSPHRASE, TODAY, at

if TYPE_CHECKING:
    from app.domain.errors import ExpectedError


class Home:
    """A workspace whose day can be chosen."""

    def __init__(self, place: Path) -> None:
        self.folder = StoreFolder(place / "store")
        vault = create_vault(self.folder, PASSPHRASE, use_keyring=False, cost=CHEAP)
        create_store(self.folder, vault)
        self.day = TODAY
        self.closed = False
        key = vault.data_key
        self.workspace = Workspace(
            lambda: open_store(self.folder, key), lambda: open_reader(self.folder, key), self.now
        )
        self.care = Care(self.workspace, self.workspace)

    def now(self) -> Now:
        return at(self.day)

    def close(self) -> None:
        if not self.closed:
            self.closed = True
            self.care.stop()
            self.workspace.close()
            self.workspace.deleteLater()

    def write(self, name: str) -> None:
        now = self.now()
        self.workspace.do(
            lambda store: people.add(store, Contact(name=Name(name)), now=now)
        ).future.result(10)

    def look(self, qtbot: QtBot) -> list[date]:
        """The days of the copies after a look, the newest first."""
        with qtbot.waitSignal(self.care.looked, timeout=20_000):
            self.care.look()
        return sorted((made.day for made in backup.dated(self.folder.backups)), reverse=True)


@pytest.fixture
def home(tmp_path: Path, qtbot: QtBot) -> Iterator[Home]:
    made = Home(tmp_path)
    yield made
    made.close()


def test_a_copy_a_day_if_something_was_written(home: Home, qtbot: QtBot) -> None:
    assert home.look(qtbot) == []
    home.write("Mio")
    with qtbot.waitSignal(home.care.copied):
        assert home.look(qtbot) == [TODAY]
    home.write("Taro")
    assert home.look(qtbot) == [TODAY]  # one of today is there
    home.day += timedelta(1)
    assert home.look(qtbot) == [TODAY + timedelta(1), TODAY]
    home.day += timedelta(1)
    assert home.look(qtbot) == [TODAY + timedelta(1), TODAY]  # nothing was written since
    home.workspace.do(lambda store: store.undo(home.now())).future.result(10)
    assert len(home.look(qtbot)) == 3


def test_a_copy_that_fails_is_told_of_once_a_day_and_tried_again(
    home: Home, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[ExpectedError] = []
    home.workspace.failed.connect(told.append)
    home.write("Mio")
    monkeypatch.setattr(backup, "database_problems", lambda _connection: (Problem.PAGES,))
    assert home.look(qtbot) == []
    assert home.look(qtbot) == []
    (error,) = told
    assert isinstance(error, BackupFailedError)
    home.day += timedelta(1)
    assert home.look(qtbot) == []
    assert len(told) == 2
    monkeypatch.undo()
    assert home.look(qtbot) == [home.day]


def test_who_lay_in_the_bin_long_enough_goes_behind_the_copy(home: Home, qtbot: QtBot) -> None:
    gone: list[tuple[str, ...]] = []
    home.workspace.gone.connect(gone.append)
    home.write("Mio")
    home.write("Taro")
    now = home.now()

    def delete_mio(store: Store) -> str:
        mio = next(i for i in store.people().ids if store.contact(i).name.full == "Mio")
        people.delete(store, [mio], now=now)
        return mio

    mio = home.workspace.do(delete_mio).future.result(10)
    home.look(qtbot)
    home.day += timedelta(31)
    home.look(qtbot)
    assert gone == []
    home.day += timedelta(1)
    home.look(qtbot)
    assert gone == [(mio,)]
    kept = home.workspace.ask(lambda reader: (reader.contact(mio), len(reader.people().ids)))
    assert kept.future.result(10) == (None, 1)
    assert home.look(qtbot)
    assert len(gone) == 1


def test_closing_gives_a_copy_up(home: Home, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    home.write("Mio")

    def slow(*arguments: object) -> int:
        look = arguments[-1]
        assert isinstance(look, backup.Look)
        while True:
            look()

    monkeypatch.setattr(backup, "copied", slow)
    home.care.look()
    qtbot.waitUntil(lambda: (home.folder.backups).exists())
    home.close()
    assert list(home.folder.backups.iterdir()) == []


def test_it_looks_by_itself(home: Home) -> None:
    assert home.care._timer.isActive()
    assert home.care._timer.interval() <= 60_000


def test_a_copy_that_fails_on_damage_says_that_the_store_is_damaged(
    home: Home, qtbot: QtBot
) -> None:
    told: list[ExpectedError] = []
    home.workspace.failed.connect(told.append)
    home.write("Mio")
    data = bytearray(home.folder.db.read_bytes())
    for page in range(4096 * 12, len(data), 4096):
        data[page + 17] ^= 1
    with home.folder.db.open("r+b") as stream:
        stream.write(data)
    assert home.look(qtbot) == []
    assert [type(error) for error in told] == [DatabaseDamagedError]
