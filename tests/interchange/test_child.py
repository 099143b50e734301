"""The reading child from inside: frames, announcements, and what it does with a bug."""

from __future__ import annotations

import io
import signal
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import msgspec
import pytest

from app.domain.card import ReadCard, Unreadable
from app.interchange import calendar_child, child, vcard_read
from app.interchange.calendar_answer import CalendarRead
from app.interchange.calendar_read import read_calendar
from app.interchange.limits import Limits
from app.interchange.protocol import (
    Alive,
    Cards,
    End,
    Found,
    Message,
    Now,
    ProtocolError,
    Request,
    encode,
    frames,
)
from app.interchange.scan import Start

PLAIN = Request()
GOOD = b"BEGIN:VCARD\r\nFN:Good\r\nEND:VCARD\r\n"


def serve(data: bytes, request: Request = PLAIN) -> tuple[list[Message], int]:
    said = io.BytesIO()
    armed: list[None] = []
    child.serve(io.BytesIO(data), said.write, request, lambda: armed.append(None))
    said.seek(0)
    heard: list[Message] = []
    assert frames(said, heard.append)
    return heard, len(armed)


def test_many_cards_come_in_few_frames_and_each_starts_the_clock() -> None:
    heard, armed = serve(GOOD * 450)

    assert [len(m.pieces) for m in heard if isinstance(m, Cards)] == [200, 200, 50]
    assert isinstance(heard[-1], End)
    assert armed >= 450


def test_a_careful_child_announces_each_card() -> None:
    heard, _ = serve(b"gap\r\n" + GOOD * 2, Request(careful=True))

    assert [type(m) for m in heard] == [Now, Cards, Now, Cards, End]
    first = heard[0]
    assert isinstance(first, Now)
    assert (first.offset, first.length, first.line, first.position) == (5, len(GOOD), 2, 1)
    assert first.after == Start(5 + len(GOOD), 5, 1)


def test_a_large_card_is_announced_and_sent_alone() -> None:
    large = GOOD.replace(b"END", b"NOTE:" + b"x" * 70_000 + b"\r\nEND")

    heard, _ = serve(GOOD + large + GOOD)

    assert [type(m) for m in heard] == [Cards, Now, Cards, Cards, End]


def test_a_large_gap_says_that_the_child_is_alive() -> None:
    heard, _ = serve(b"x" * (9 << 20))

    assert [type(m) for m in heard] == [Alive, Alive, End]


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (MemoryError, Unreadable.TOO_LARGE),
        (RecursionError, Unreadable.TOO_LARGE),
        (KeyError, Unreadable.BAD_LINE),
    ],
)
def test_a_bug_stays_with_its_card(
    monkeypatch: pytest.MonkeyPatch, error: type[Exception], reason: Unreadable
) -> None:
    honest = vcard_read.read_block

    def read_block(block: Any, wide: str | None, limits: Limits, codec: str | None) -> ReadCard:
        if b"BUG" in block.data and block.reason is None:
            raise error
        return honest(block, wide, limits, codec)

    monkeypatch.setattr(child, "read_block", read_block)
    heard, _ = serve(GOOD + GOOD.replace(b"Good", b"BUG") + GOOD)

    cards = heard[0]
    assert isinstance(cards, Cards)
    assert [p.reason for p in cards.pieces] == [None, reason, None]


def test_a_card_whose_reading_outgrows_a_frame_is_over_the_limit(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(child, "FRAME_AT_MOST", 60_000)
    large = GOOD.replace(b"END", b"NOTE:" + b"x" * 70_000 + b"\r\nEND")

    heard, _ = serve(GOOD + large + b"BEGIN:VCARD\r\nEND:VCARD\r\n")

    reasons = [p.reason for m in heard if isinstance(m, Cards) for p in m.pieces]
    assert reasons == [None, Unreadable.TOO_LARGE, Unreadable.EMPTY]


def test_small_cards_are_sent_however_much_was_made_of_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A card that the file itself holds in little can never outgrow a frame."""
    monkeypatch.setattr(child, "FRAME_AT_MOST", 10)

    heard, _ = serve(GOOD * 2)

    assert [p.reason for m in heard if isinstance(m, Cards) for p in m.pieces] == [None, None]


def refusing(honest: Callable[..., ReadCard]) -> Callable[..., ReadCard]:
    """A reader to which every card is too large."""
    return lambda block, *rest: honest(replace(block, reason=Unreadable.TOO_LARGE), *rest)


def test_a_table_is_told_of_first_and_its_rows_bear_their_card(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    table = "Name,E-mail,Car\r\n彩,aya@x.example,blue\r\n,,\r\n健,ken@x.example,\r\n".encode(
        "cp932"
    )

    found, cards, end = serve(table)[0]

    assert isinstance(found, Found)
    assert isinstance(cards, Cards)
    assert isinstance(end, End)
    assert found.table is not None
    assert [p.charset for p in cards.pieces] == ["cp932", "cp932"]
    assert [p.line for p in cards.pieces] == [2, 4]
    assert [kept.line for kept in cards.pieces[0].kept] == [2]
    assert ["FN:彩" in (p.text or "") for p in cards.pieces] == [True, False]

    again = Request(found.table.rows, table=found.table)
    rest, _ = serve(table, again)
    assert [type(m) for m in rest] == [Cards, End], "who goes on is told of no table"
    assert rest[0] == cards

    monkeypatch.setattr(child, "read_block", refusing(vcard_read.read_block))
    bare, _ = serve(table, again)
    assert isinstance(bare[0], Cards)
    assert [p.text for p in bare[0].pieces] == [None, None], "nothing is said of what was not read"


CODE = b"MECARD:N:Sato,Hanako;TEL:09012345678;;"


def test_a_code_bears_its_card_and_what_is_none_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    found, cards, end = serve(CODE)[0]

    assert found == Found()
    assert isinstance(cards, Cards)
    assert isinstance(end, End)
    (piece,) = cards.pieces
    assert piece.contact is not None
    assert "TEL" in (piece.text or "")
    assert cards.after == Start(len(CODE), 1, 1)

    assert [type(m) for m in serve(b"\x89PNG\r\n\x1a\n" + b"\x00" * 40)[0]] == [End]
    small = Request(limits=Limits(card=len(CODE) - 1))
    assert [type(m) for m in serve(CODE, small)[0]] == [End], "larger than a card may be"

    monkeypatch.setattr(child, "read_block", refusing(vcard_read.read_block))
    _, bare, _ = serve(CODE)[0]
    assert isinstance(bare, Cards)
    assert [(p.reason, p.text) for p in bare.pieces] == [(Unreadable.TOO_LARGE, None)]


class Standard:
    """Standard input or output, of which a child uses the bytes alone."""

    def __init__(self, buffer: Any) -> None:
        self.buffer = buffer


class Gone(io.RawIOBase):
    """A pipe whose other end is closed."""

    def writable(self) -> bool:
        return True

    def write(self, data: Any, /) -> int:
        raise BrokenPipeError


@pytest.fixture
def as_child(monkeypatch: pytest.MonkeyPatch) -> Callable[..., bytes]:
    """Runs a child here, without its limits: nothing else of this process would survive them."""

    def as_child(module: Any, request: object, data: bytes, said: Any = None) -> bytes:
        out = said or io.BytesIO()
        argument = msgspec.json.encode(request).decode()
        monkeypatch.setattr(sys, "argv", ["enishi", module.FLAG, argument])
        monkeypatch.setattr(sys, "stdin", Standard(io.BytesIO(data)))
        monkeypatch.setattr(sys, "stdout", Standard(out))
        monkeypatch.setattr(module, "limit", lambda _: lambda: None)
        module.run()
        return b"" if said else out.getvalue()

    return as_child


def test_a_child_says_its_frames_and_ends_quietly_where_nobody_is_left_to_tell(
    as_child: Callable[..., bytes],
) -> None:
    for request in (PLAIN, Request(piped=True)):
        heard: list[Message] = []
        assert frames(io.BytesIO(as_child(child, request, GOOD)), heard.append)
        assert [type(m) for m in heard] == [Cards, End]

    as_child(child, PLAIN, GOOD, Gone())


CALENDAR = (
    b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\nSUMMARY:Talk\r\nDTSTART:20261201T100000\r\n"
    b"END:VEVENT\r\nEND:VCALENDAR\r\n"
)


def test_the_calendar_child_says_one_answer(as_child: Callable[..., bytes]) -> None:
    today = date(2026, 11, 29)
    request = calendar_child.Request(today)

    said = as_child(calendar_child, request, CALENDAR)
    as_child(calendar_child, request, CALENDAR, Gone())

    assert read_calendar(CALENDAR, today).gatherings
    assert msgspec.json.decode(said, type=CalendarRead) == read_calendar(CALENDAR, today)


@pytest.mark.skipif(sys.platform == "win32", reason="there the parent limits the child")
def test_what_a_child_binds_itself_to(monkeypatch: pytest.MonkeyPatch) -> None:
    """In a child these cannot be looked at; that they hold is shown by test_hostile.py."""
    import resource

    limits = Limits(memory=1 << 40, cpu_seconds=7)
    bound: dict[int, tuple[int, int]] = {}
    clocks: list[tuple[int, float]] = []
    hard = {resource.RLIMIT_AS: 1 << 30}
    endless = resource.RLIM_INFINITY
    monkeypatch.setattr(resource, "getrlimit", lambda kind: (0, hard.get(kind, endless)))
    monkeypatch.setattr(resource, "setrlimit", bound.__setitem__)
    monkeypatch.setattr(signal, "setitimer", lambda *clock: clocks.append(clock))
    monkeypatch.setattr(sys, "dont_write_bytecode", sys.dont_write_bytecode)
    before = signal.signal(signal.SIGPROF, signal.SIG_IGN)
    try:
        arm = child.limit(limits)
        assert signal.getsignal(signal.SIGPROF) is signal.SIG_DFL, "it ends the process"
    finally:
        signal.signal(signal.SIGPROF, before)
    arm()

    assert bound == {
        resource.RLIMIT_AS: (1 << 30, 1 << 30),
        resource.RLIMIT_CORE: (0, 0),
        resource.RLIMIT_FSIZE: (0, 0),
    }
    assert clocks == [(signal.ITIMER_PROF, 7)]


def test_elsewhere_the_parent_alone_watches_the_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    before = sys.dont_write_bytecode
    try:
        arm = child.limit(Limits())
    finally:
        sys.dont_write_bytecode = before

    arm()


@pytest.mark.parametrize(
    "data",
    [
        b"\xff\xff\xff\xff",
        b"\x02\x00\x00\x00{}",
        b"\x01\x00\x00\x00\xff",
        b'\x10\x00\x00\x00{"type":"lies!"}',
    ],
)
def test_frames_that_are_none_are_refused(data: bytes) -> None:
    with pytest.raises(ProtocolError):
        frames(io.BytesIO(data), lambda _: None)


def test_a_frame_that_breaks_off_is_noticed() -> None:
    whole = encode(End())

    assert frames(io.BytesIO(whole), lambda _: None)
    assert not frames(io.BytesIO(whole[:2]), lambda _: None)
    assert not frames(io.BytesIO(whole[:-1]), lambda _: None)


def test_a_request_survives_its_way() -> None:
    request = Request(Start(5, 2, 1, "utf-16-le"), careful=True, limits=Limits(cards=3))

    assert msgspec.json.decode(msgspec.json.encode(request), type=Request) == request
