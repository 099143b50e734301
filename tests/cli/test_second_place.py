"""An import on the command line and the second place for backups: filled, and never in its way."""

import shutil

import pytest

from app.store.folder import StoreFolder
from app.store.store import open_reader, open_store
from app.store.vault import unlock
from app.usecases import second_place
from tests.cli.conftest import MIO, PASSPHRASE, WATARU


@pytest.fixture
def place(program, tmp_path):
    made = tmp_path / "stick"
    made.mkdir()
    folder = StoreFolder(program.folder)
    with open_store(folder, unlock(folder, passphrase=PASSPHRASE)) as store:
        second_place.choose(store, made)
    return made


def copies(place):
    return sorted(place.rglob("*.enishi"), key=lambda path: (path.stem[:15], path.stem))


def remembered(program):
    folder = StoreFolder(program.folder)
    with open_reader(folder, unlock(folder, passphrase=PASSPHRASE)) as reader:
        return second_place.second_place(reader)


def test_an_import_brings_its_backup_there(program, cards, place):
    done = program("import", cards(MIO), "--json")
    assert (done.code, done.err) == (0, "")
    (copy,) = copies(place)
    assert copy.read_bytes() == (program.folder / "backups" / copy.name).read_bytes()
    assert remembered(program).copied is not None
    assert program("import", cards(MIO)).code == 0  # nothing new: no backup, no copy
    assert copies(place) == [copy]


def test_a_stick_that_is_away_is_said_and_fails_nothing(program, cards, place):
    shutil.rmtree(place)
    done = program("import", cards(MIO), "--json")
    assert (done.code, done.json["new"]) == (0, 1)
    assert "second place" in done.err
    assert str(place) in done.err
    assert not place.exists()


def test_a_preview_and_a_backup_by_hand_leave_it_alone(program, cards, place, tmp_path):
    program("import", cards(WATARU), "--preview")
    assert program("backup", tmp_path / "b.enishi").code == 0
    assert copies(place) == []


def test_what_is_copied_can_be_restored(program, cards, place, tmp_path):
    program("import", cards(MIO))
    program("import", cards(WATARU))
    newest = copies(place)[-1]
    options = ("--store", tmp_path / "new", "--passphrase-file", program.passphrase_file)
    assert program.bare(*options, "restore", newest).code == 0
    names = [one["name"]["full"] for one in program.bare(*options, "find", "--json").json["people"]]
    assert len(names) == 1
