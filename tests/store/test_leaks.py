"""Nothing of anybody, and no key, stands anywhere in plain (R25, R46, R47, R49)."""

import base64
import logging
import os
import subprocess
import sys

import pytest
from sqlalchemy.exc import DBAPIError

from app.domain.change import Change, Edit, Verb
from app.domain.contact import (
    Address,
    Contact,
    EarlierDetail,
    Email,
    Met,
    Name,
    Phone,
    Reading,
    Url,
)
from app.domain.ids import new_id
from app.store import backup, second_place
from app.store import folder as folders
from app.store.errors import NotOwnedError, StaleError
from app.store.folder import StoreFolder
from app.store.store import create_store, open_reader, open_store
from app.store.vault import create_vault
from tests.store.conftest import CHEAP, PASSPHRASE, TODAY, act, at, batch_of

MARK = "Sentinelへのへの"


def sentinel():
    def word(n):
        return f"{MARK}{n}"

    return Contact(
        id=new_id(at()),
        uid=word(0),
        name=Name(*(word(n) for n in range(1, 8))),
        reading=Reading(word(8), word(9)),
        organization=word(10),
        department=word(11),
        title=word(12),
        emails=(Email(f"{word(13)}@sentinel.example", word(14)),),
        phones=(Phone("+81 3 9999 0000", word(15), "+81399990000"),),
        addresses=(Address(*(word(n) for n in range(16, 22))),),
        urls=(Url(word(22)),),
        note=word(23),
        tags=(word(24),),
        met=Met(TODAY, word(25), word(26)),
        earlier=(EarlierDetail("title", word(27)),),
    )


def spellings(text):
    raw = text.encode()
    return {
        raw,
        text.encode("utf-16-le"),
        base64.b64encode(raw)[2:-4],
        raw.hex().encode(),
        repr(text).encode(),
    }


def test_a_session_leaves_no_plain_text(home, tmp_path, caplog, capfd):
    caplog.set_level(logging.DEBUG)
    contact = sentinel()
    batch, cards, blobs = batch_of((contact, f"BEGIN:VCARD {MARK}".encode()))
    store = home.open()
    edits = (Edit(None, contact), Edit(None, batch), Edit(None, cards[0]))
    store.apply(Change(Verb.IMPORT, edits), now=at(), blobs=blobs)
    entry = act(contact, note=MARK, place=MARK)
    store.apply(Change(Verb.LOG, (Edit(None, entry),)), now=at())
    store.search(MARK, "ja")
    store.people()
    store.undo(at())
    store.redo(at())
    errors = forced(store, contact)
    backup.automatic(home.folder, home.vault.data_key, at())
    backup.make(home.folder, home.vault.data_key, tmp_path / "copy.enishi")
    seen = "".join(errors) + caplog.text + "".join(capfd.readouterr())
    everything = {"said": seen.encode()}
    everything.update({str(p): p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()})
    assert any(name.endswith("-wal") for name in everything)
    words = [MARK, "sentinel.example", "99990000", PASSPHRASE, home.vault.recovery_key]
    words.append(home.vault.recovery_key.replace("-", ""))
    keys = {home.vault.data_key.secret, home.vault.data_key.secret.hex().encode()}
    keys.add(base64.b64encode(home.vault.data_key.secret))
    for name, data in everything.items():
        for word in words:
            for spelling in spellings(word):
                assert spelling not in data, (name, word)
        for key in keys:
            assert key not in data, name
        assert b"CREATE TABLE" not in data


def forced(store, contact):
    """What exceptions say, when the engine refuses values."""
    said = []
    for edits in (
        (Edit(contact, None),),
        (Edit(None, contact),),
        (Edit(None, act(contact, note=MARK)), Edit(contact, None)),
    ):
        with pytest.raises((DBAPIError, StaleError)) as caught:
            store.apply(Change(Verb.IMPORT, edits), now=at())
        said += [str(caught.value), repr(caught.value)]
    with pytest.raises(DBAPIError) as caught, store._question() as c:
        c.exec_driver_sql("INSERT INTO contact (id, json) VALUES (?, ?)", (MARK, MARK))
    said += [str(caught.value), repr(caught.value)]
    with pytest.raises(DBAPIError) as caught, store._question() as c:
        c.exec_driver_sql("INSERT INTO meta (name, value) VALUES (?, ?)", ("store", MARK))
    said += [str(caught.value), repr(caught.value.__context__)]
    return said


def test_the_scan_finds_what_is_in_plain(tmp_path):
    """The sabotage twin: the same look does find a sentinel where there is one."""
    file = tmp_path / "x"
    file.write_bytes(b"..." + MARK.encode("utf-16-le"))
    assert any(spelling in file.read_bytes() for spelling in spellings(MARK))


def test_another_tool_sees_noise(home):
    with home.open() as store:
        store.apply(Change(Verb.ADD_CONTACT, (Edit(None, sentinel()),)), now=at())
    import sqlite3

    with pytest.raises(sqlite3.DatabaseError):
        sqlite3.connect(home.folder.db).execute("SELECT * FROM contact")


WRONG_KEY = """
import os, sys
from pathlib import Path
from app.store.engine import Access, connect
from app.store.errors import KeyDoesNotFitError
try:
    connect(Path(sys.argv[1]), os.urandom(32), Access.READ)
except KeyDoesNotFitError:
    print("refused")
"""


def test_the_engine_does_not_chatter(home):
    """SQLCipher writes to standard error by default."""
    done = subprocess.run(
        [sys.executable, "-c", WRONG_KEY, str(home.folder.db)],
        capture_output=True,
        text=True,
        check=True,
    )
    assert (done.stdout, done.stderr) == ("refused\n", "")


def modes_of_a_session(tmp_path):
    """Mode of every file and folder that a session makes where the system would let all read."""
    folder = StoreFolder(tmp_path / "store")
    umask = os.umask(0)
    try:
        vault = create_vault(folder, PASSPHRASE, use_keyring=False, cost=CHEAP)
        create_store(folder, vault)
        with open_store(folder, vault.data_key) as store:
            store.apply(Change(Verb.ADD_CONTACT, (Edit(None, sentinel()),)), now=at())
            made = backup.automatic(folder, vault.data_key, at())
            backup.make(folder, vault.data_key, tmp_path / "store.enishi")
            with open_reader(folder, vault.data_key) as reader:
                reader.people()
                place = tmp_path / "stick"
                place.mkdir(mode=0o700)
                second_place.prepare(folder, place, vault.data_key.store)
                second_place.bring(folder, place, vault.data_key.store)
                found = [folder.path, *folder.path.rglob("*"), *place.rglob("*")]
                found.append(tmp_path / "store.enishi")
                modes = {p.relative_to(tmp_path).as_posix(): p.stat().st_mode for p in found}
    finally:
        os.umask(umask)
    assert {"store/store.db-wal", "store/store.db-shm", f"store/backups/{made.name}"} <= {*modes}
    return {path: mode & 0o777 for path, mode in modes.items()}


def open_to_others(modes):
    return {path: oct(mode) for path, mode in modes.items() if mode & 0o077}


@pytest.mark.skipif(os.name == "nt", reason="modes are another matter there")
def test_every_file_of_a_session_is_the_owners_alone(tmp_path):
    modes = modes_of_a_session(tmp_path)
    assert open_to_others(modes) == {}
    assert set(modes.values()) == {0o600, 0o700}


@pytest.mark.skipif(os.name == "nt", reason="modes are another matter there")
def test_without_the_mask_others_could_read_them(tmp_path, monkeypatch):
    """The sabotage twin of R47: what SQLite makes by itself has no other guard."""
    monkeypatch.setattr(folders._UMASK, "set", lambda: None)
    monkeypatch.setattr(folders._UMASK, "set_back", lambda: None)
    found = open_to_others(modes_of_a_session(tmp_path))
    assert {"store/store.db", "store/store.db-wal", "store/store.db-shm", "store.enishi"} <= {
        *found
    }


@pytest.mark.skipif(os.name == "nt", reason="there the folder lies in the profile")
def test_a_folder_of_somebody_else_is_refused_by_its_owner_alone(home, monkeypatch):
    """R47 with its sabotage twin: without the look at the owner it opens."""
    monkeypatch.setattr(os, "getuid", lambda: home.folder.path.stat().st_uid + 1)
    for door in (open_store, open_reader):
        with pytest.raises(NotOwnedError):
            door(home.folder, home.vault.data_key)
    monkeypatch.setattr(StoreFolder, "check_owner", lambda _: None)
    with open_store(home.folder, home.vault.data_key) as store:
        assert store.people().ids == ()
