"""What the log holds is read from the log: a page that a crash left half written in the database is
no damage as long as the log has it.
"""

import shutil
from dataclasses import replace

import pytest

from app.store import check as checking
from app.store.advice import Advice
from app.store.check import Problem, check
from app.store.folder import StoreFolder
from app.store.log import pages_in
from app.store.store import open_store
from app.usecases import people
from tests.store.conftest import MIO, TARO, at

PAGE = 4096


@pytest.fixture
def crashed(home, tmp_path):
    """A copy of the folder as a crash leaves it: some pages are in the log."""
    with home.open() as store:
        people.add(store, TARO, now=at())
    with home.open() as store:
        people.add(store, replace(MIO, note="x" * 20_000), now=at())
        shutil.copytree(home.folder.path, tmp_path / "crashed")
    return StoreFolder(tmp_path / "crashed")


def spoil(folder, page):
    with folder.db.open("r+b") as stream:
        stream.seek((page - 1) * PAGE + 100)
        stream.write(b"half written")


def test_a_page_that_the_log_has_is_no_damage(crashed, home):
    inside = pages_in(crashed.wal)
    last = crashed.db.stat().st_size // PAGE
    for page in inside & frozenset(range(2, last + 1)):
        spoil(crashed, page)
    with crashed.db.open("ab") as stream:  # the file grew, and its new page came in part
        assert last + 1 in inside
        stream.write(b"half a page")
    report = check(crashed, home.vault.data_key)
    assert report.problems == ()
    assert report.advice == (Advice.RECOVERED,)
    with open_store(crashed, home.vault.data_key) as store:
        names = {one.name for one in store.contacts(store.people().ids)}
    assert names == {TARO.name, MIO.name}
    assert check(crashed, home.vault.data_key).is_sound


def test_a_page_that_it_has_not_is(crashed, home):
    inside = pages_in(crashed.wal)
    last = crashed.db.stat().st_size // PAGE
    spoil(crashed, next(page for page in range(2, last + 1) if page not in inside))
    assert Problem.PAGES in check(crashed, home.vault.data_key).problems


def test_without_a_look_into_the_log_it_would_be_told_as_damage(crashed, home, monkeypatch):
    """The sabotage twin."""
    monkeypatch.setattr(checking, "pages_in", lambda _: frozenset())
    with pytest.raises(AssertionError):
        test_a_page_that_the_log_has_is_no_damage(crashed, home)


def test_no_log_one_cut_off_and_frames_of_an_earlier_round_hold_nothing(crashed, tmp_path):
    assert pages_in(tmp_path / "none") == frozenset()
    whole = crashed.wal.read_bytes()
    crashed.wal.write_bytes(whole[:20])
    assert pages_in(crashed.wal) == frozenset()
    crashed.wal.write_bytes(whole[:32] + bytes(4) + whole[36:40] + b"other st" + whole[48:])
    assert pages_in(crashed.wal) == frozenset()
