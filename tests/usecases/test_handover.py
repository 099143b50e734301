"""Handing over to the running window (R38, R62)."""

import errno
import json
import os
import stat
import sys
import threading
import time
from datetime import date
from multiprocessing.connection import Client
from pathlib import Path
from queue import Queue

import pytest

from app.usecases.handover import LARGEST, Message, TooManyFilesError, Wish, is_open, send
from app.usecases.reception import Reception

DAY = date(2026, 10, 14)


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "store"
    folder.mkdir(mode=0o700)
    return folder


@pytest.fixture
def taken():
    return Queue()


@pytest.fixture
def reception(folder, taken):
    reception = Reception(folder, taken.put)
    yield reception
    reception.close()


def test_nobody_is_there(folder):
    assert send(folder, Message(Wish.SHOW)) is False


def test_a_message_arrives(folder, reception, taken):
    message = Message(Wish.OPEN, (Path("/a b/名刺.vcf"), Path(os.fsdecode(b"/x\xff.vcf"))), DAY)
    assert send(folder, message) is True
    assert taken.get(timeout=5) == message


@pytest.mark.skipif(sys.platform == "win32", reason="modes mean nothing on Windows")
def test_its_files_are_the_owners_alone(folder, reception):
    modes = {p.name: stat.S_IMODE(p.stat().st_mode) for p in folder.iterdir()}
    assert modes == {"window.json": 0o600, "window.sock": 0o700}


def test_after_closing_nothing_is_left(folder, taken):
    Reception(folder, taken.put).close()
    assert list(folder.iterdir()) == []
    assert send(folder, Message(Wish.SHOW)) is False


def test_a_failure_to_accept_does_not_end_it_and_is_not_tried_without_end(
    folder, taken, monkeypatch
):
    """Where no descriptor is left `accept` fails at once, each time."""
    reception = Reception(folder, taken.put)
    real, mended, tries = reception._listener.accept, threading.Event(), []

    def accept():
        if not mended.is_set():
            tries.append(1)
            raise OSError(errno.EMFILE, "too many open files")
        return real()

    monkeypatch.setattr(reception._listener, "accept", accept)
    send(folder, Message(Wish.NOTHING))  # the thread that waits in the real one comes out of it
    time.sleep(0.5)  # long enough for thousands of tries, were there no rest between them
    assert 1 <= len(tries) < 50
    mended.set()
    assert send(folder, Message(Wish.SHOW)) is True
    assert taken.get(timeout=5).wish is Wish.SHOW
    reception.close()


def test_what_a_killed_window_left_does_not_stop_the_next(folder, taken):
    (folder / "window.json").write_text('{"address": "/nowhere/sock", "key": "00"}')
    (folder / "window.sock").write_text("")
    assert send(folder, Message(Wish.SHOW)) is False
    reception = Reception(folder, taken.put)
    assert send(folder, Message(Wish.SHOW)) is True
    reception.close()


AS_ROOT = pytest.mark.skipif(
    not hasattr(os, "getuid") or os.getuid() != 0, reason="only the superuser acts as somebody else"
)


@AS_ROOT
def test_a_window_of_another_user_is_none(folder, reception, taken):
    """R62: what lies there before us gets no message, and keeps no start away."""
    assert send(folder, Message(Wish.SHOW)) is True
    assert taken.get(timeout=5).wish is Wish.SHOW
    os.chown(folder / "window.json", 65_534, 65_534)
    assert send(folder, Message(Wish.SHOW)) is False
    assert not is_open(folder)
    assert taken.empty()


def test_a_place_without_sockets_gets_an_address_of_its_own(folder, taken):
    """As where a share has none: here something that cannot be taken away lies in the place."""
    (folder / "window.sock" / "x").mkdir(parents=True)
    reception = Reception(folder, taken.put)
    assert send(folder, Message(Wish.SHOW)) is True
    reception.close()
    assert [path.name for path in folder.iterdir()] == ["window.sock"]


def test_a_long_folder_gets_a_short_address(tmp_path, taken):
    folder = tmp_path / ("deep" * 40)
    folder.mkdir()
    reception = Reception(folder, taken.put)
    assert send(folder, Message(Wish.RECONNECT)) is True
    address = Path(json.loads((folder / "window.json").read_text())["address"])
    reception.close()
    assert not address.parent.exists()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b"{}",
        b'{"wish": "open"}',
        b'{"wish": "delete", "paths": []}',
        b'{"wish": "open", "paths": ["relative.vcf"]}',
        b'{"wish": "open", "paths": ["/a\\u0000b"]}',
        b'{"wish": "open", "paths": [1]}',
        b"\xff\xfe",
        b"x" * (LARGEST + 1),
    ],
)
def test_anything_else_is_not_taken(folder, reception, taken, data):
    told = json.loads((folder / "window.json").read_text())
    client = Client(told["address"], authkey=bytes.fromhex(told["key"]))
    with client as connection, pytest.raises((EOFError, OSError)):
        _say_and_hear(connection, data)
    assert taken.empty()
    assert send(folder, Message(Wish.SHOW)) is True


def _say_and_hear(connection, data):
    connection.send_bytes(data)
    return connection.recv_bytes()


def test_without_the_key_nothing_is_taken(folder, reception, taken):
    told = json.loads((folder / "window.json").read_text())
    told["key"] = "ab" * 32
    good = (folder / "window.json").read_bytes()
    (folder / "window.json").write_text(json.dumps(told))
    assert send(folder, Message(Wish.SHOW)) is False
    (folder / "window.json").write_bytes(good)
    assert send(folder, Message(Wish.SHOW)) is True
    assert taken.get(timeout=5).wish is Wish.SHOW
    assert taken.empty()


def test_a_silent_visitor_stops_nobody(folder, reception):
    told = json.loads((folder / "window.json").read_text())
    with Client(told["address"]):
        assert send(folder, Message(Wish.SHOW)) is True


def test_who_proves_itself_and_then_says_nothing_is_let_go(monkeypatch, folder, taken):
    monkeypatch.setattr("app.usecases.reception.WAIT", 0.05)
    reception = Reception(folder, taken.put)
    told = json.loads((folder / "window.json").read_text())
    key = bytes.fromhex(told["key"])
    with Client(told["address"], authkey=key) as visitor, pytest.raises(EOFError):
        visitor.recv_bytes()
    reception.close()
    reception.close()  # a second time does nothing
    assert taken.empty()


def test_a_message_is_never_larger_than_64_kb(folder):
    with pytest.raises(TooManyFilesError):
        send(folder, Message(Wish.OPEN, tuple(Path(f"/{n:0100}") for n in range(700))))


def test_many_starts_at_once_are_all_heard(folder, reception, taken):
    results: Queue[bool] = Queue()
    threads = [
        threading.Thread(target=lambda: results.put(send(folder, Message(Wish.SHOW))))
        for _ in range(40)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [results.get_nowait() for _ in threads] == [True] * 40
