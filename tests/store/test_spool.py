"""Lists that need not fit into memory: what was put in comes back, and nobody else can read it."""

import gc
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlcipher
from hypothesis import given
from hypothesis import strategies as st

from app.domain.card import ReadCard
from app.domain.contact import Contact, Name
from app.store import spool as module
from app.store.errors import DiskFullError
from app.store.spool import Spool

SECRET = "秘密の相手".encode() * 40

linux = pytest.mark.skipif(sys.platform != "linux", reason="looks for open files in /proc")


def card(number: int, size: int = 10) -> ReadCard:
    contact = Contact(name=Name(f"相原 {number}"), note="縁\x00\n")
    source = SECRET[: size or None]
    return ReadCard(number, 1, source, "utf-8", f"{number:064}", contact, photo=b"\x00\xff")


def nameless() -> dict[int, Path]:
    """The nameless files of the engine that this process has open, by their number on the disk."""
    found = {}
    for link in Path("/proc/self/fd").iterdir():
        with suppress(OSError):
            if "etilqs" in link.readlink().name:
                found[link.stat().st_ino] = link
    return found


@pytest.fixture
def spilled() -> Callable[[], list[bytes]]:
    """What those hold that were opened since: an earlier test may have left some."""
    before = nameless()
    return lambda: [p.read_bytes() for number, p in nameless().items() if number not in before]


@given(st.lists(st.lists(st.integers(0, 400), max_size=8), max_size=5))
def test_it_holds_what_a_list_would(handfuls):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_AT_ONCE", 3)
        patch.setattr(module, "_BYTES_AT_ONCE", 600)
        patch.setattr(module, "_RECENT", 2)
        kept: Spool[ReadCard] = Spool(ReadCard)
        wanted: list[ReadCard] = []
        for sizes in handfuls:
            some = [card(len(wanted) + at, size) for at, size in enumerate(sizes)]
            kept.extend(some)
            wanted += some
        assert len(kept) == len(wanted)
        assert list(kept) == wanted
        assert [kept[at] for at in range(-len(wanted), len(wanted))] == [*wanted, *wanted]
        assert kept[1:4] == wanted[1:4]
        assert kept[::-1] == wanted[::-1]
        with pytest.raises(IndexError):
            kept[len(wanted)]


def test_it_is_read_while_it_grows():
    kept: Spool[ReadCard] = Spool(ReadCard, map(card, range(10)))
    seen = iter(kept)
    assert next(seen) == card(0)
    assert kept.append(card(10)) == 10
    assert list(seen) == [card(n) for n in range(1, 10)]


def test_many_threads_read_and_add():
    kept: Spool[ReadCard] = Spool(ReadCard, map(card, range(500)))

    def work(start: int) -> bool:
        kept.extend(map(card, range(start, start + 200)))
        return all(kept[n] == card(n) for n in range(0, 500, 7))

    with ThreadPoolExecutor(4) as lanes:
        assert all(lanes.map(work, range(1000, 5000, 1000)))
    numbers = sorted(one.position for one in kept)
    assert numbers == sorted(
        [*range(500), *(s + n for s in range(1000, 5000, 1000) for n in range(200))]
    )


@linux
def test_a_short_list_never_reaches_the_disk(spilled):
    kept: Spool[ReadCard] = Spool(ReadCard, map(card, range(100)))
    assert len(kept) == 100
    assert spilled() == []


@linux
@pytest.mark.parametrize("broken", [False, True])
def test_what_reaches_the_disk_is_encrypted_and_gone_with_the_list(monkeypatch, spilled, broken):
    monkeypatch.setattr(module, "_IN_MEMORY_KIB", 100)
    if broken:  # the twin: the same list without a key
        monkeypatch.setattr(module, "_ATTACH", "ATTACH '' AS spool KEY ''")
    kept: Spool[ReadCard] = Spool(ReadCard, (card(n, 0) for n in range(3000)))
    (data,) = spilled()
    assert len(data) > 1_000_000
    assert (SECRET[:60] in data) is broken
    assert kept[2999] == card(2999, 0)
    del kept
    gc.collect()
    assert spilled() == []


def test_a_full_temporary_folder_is_said(monkeypatch):
    kept: Spool[ReadCard] = Spool(ReadCard, [card(1)])

    class Full:
        def executemany(self, *_rest: object) -> None:
            raise sqlcipher.OperationalError("database or disk is full")

    monkeypatch.setattr(kept, "_rows", Full())
    with pytest.raises(DiskFullError):
        kept.append(card(2))
    assert len(kept) == 1


def test_a_fault_of_ours_stays_one():
    spool = Spool(int, [1])
    spool._rows.close()
    with pytest.raises(sqlcipher.ProgrammingError, match="closed"):
        spool.append(2)
