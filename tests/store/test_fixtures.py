"""R13, R74: what any release wrote opens for ever, by each way in, with all that was in it."""

import shutil
from dataclasses import dataclass

import pytest

from app.domain.secret import Secret
from app.store import backup, schema
from app.store.check import check
from app.store.codec import KINDS
from app.store.folder import StoreFolder
from app.store.migrations import steps
from app.store.store import Store, open_store
from app.store.vault import DataKey, unlock
from tests.store import fixtures
from tests.store.conftest import at, prints
from tests.store.fixtures import ACCOUNT, CHANGELOG, TOKEN, Kept
from tests.store.older import make_older

ALL = fixtures.kept()
MOST = 1_000_000
"""Bytes of one store with its backup: some hundred pages each, which no packing makes smaller."""


@dataclass(frozen=True)
class Opened:
    """A copy, and what opens it."""

    folder: StoreFolder
    key: DataKey


def by_passphrase(one: Kept, folder: StoreFolder) -> DataKey:
    shutil.copytree(one.store, folder.path)
    return unlock(folder, passphrase=one.about().passphrase)


def by_recovery_key(one: Kept, folder: StoreFolder) -> DataKey:
    shutil.copytree(one.store, folder.path)
    return unlock(folder, recovery_key=one.about().recovery_key)


def by_backup(one: Kept, folder: StoreFolder) -> DataKey:
    """Onto a computer that has nothing else."""
    key = one.about().recovery_key
    return backup.restore(one.backup, folder, now=at().local, recovery_key=key)


WAYS = {way.__name__: way for way in (by_passphrase, by_recovery_key, by_backup)}


def judge(one: Kept, store: Store) -> None:
    """All that was in it is there, and can be worked with."""
    said = one.about().content
    assert fixtures.content(store) == said
    assert store.advice == ()
    assert store.credential(ACCOUNT) == Secret(TOKEN)
    (mio,) = store.contacts(["mio"])
    assert (mio.rhythm.least, mio.shallow) == (3, False)
    assert [p.text for p in store.promises("mio")] == ["端材の見本を送る"]
    assert store.search("美緒", "ja").people
    assert len(store.timeline("mio")) == 3
    store.redo(at())
    assert len(store.timeline("mio")) == 4
    store.undo(at())
    assert fixtures.content(store) == said


@pytest.mark.parametrize("one", ALL, ids=lambda one: one.schema)
@pytest.mark.parametrize("way", WAYS)
def test_a_store_of_each_release_opens_by_each_way_with_all_that_was_in_it(tmp_path, one, way):
    before = prints(one.place)
    folder = StoreFolder(tmp_path / "store")
    key = WAYS[way](one, folder)
    with open_store(folder, key) as store:
        judge(one, store)
    assert check(folder, key).is_sound
    assert prints(one.place) == before


def test_no_release_is_without_its_store():
    assert fixtures.lacking(CHANGELOG.read_text("utf-8"), ALL) == set()
    # The twin: a heading for which nobody made one.
    text = "# Changelog\n\n## Unreleased\n\n## [98.0.1] - 2030-01-01\n\n## 99.0.0\n"
    assert fixtures.lacking(text, ALL) == {"98.0.1", "99.0.0"}


def test_the_newest_has_every_kind_of_record_and_all_are_small(tmp_path):
    newest = ALL[-1]
    folder = StoreFolder(tmp_path / "store")
    with open_store(folder, by_passphrase(newest, folder)) as store:
        if newest.schema == schema.VERSION:
            assert fixtures.kinds_in(store) == set(KINDS)
    for one in ALL:
        assert sum(p.stat().st_size for p in one.place.rglob("*") if p.is_file()) < MOST


def others(made: Kept) -> dict[str, tuple[str, int, int]]:
    return {name: one for name, one in prints(made.place).items() if name != "about.json"}


def test_a_release_of_the_same_tables_is_added_and_the_store_stays(tmp_path):
    made = fixtures.make(tmp_path, "1.0.0")
    before = others(made)
    assert fixtures.make(tmp_path, "1.0.1") == made
    assert made.about().releases == ("1.0.0", "1.0.1")
    assert others(made) == before


@pytest.mark.parametrize("broken", [False, True])
def test_tables_of_before_are_brought_up_to_date_with_all_that_was_in_them(
    tmp_path, monkeypatch, broken
):
    folder = StoreFolder(tmp_path / "store")
    key = by_passphrase(ALL[-1], folder)
    make_older(folder, key, "0009")
    upgrade = steps.upgrade

    def forgetful(connection, before, after):  # the twin: a step that takes something away
        upgrade(connection, before, after)
        connection.exec_driver_sql("DELETE FROM remark")

    if broken:
        monkeypatch.setattr(steps, "upgrade", forgetful)
    with open_store(folder, key) as store:
        if broken:
            with pytest.raises(AssertionError):
                judge(ALL[-1], store)
        else:
            judge(ALL[-1], store)
