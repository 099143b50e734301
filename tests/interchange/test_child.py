"""The reading child from inside: frames, announcements, and what it does with a bug."""

from __future__ import annotations

import io
import sys
from typing import Any

import msgspec
import pytest

from app.domain.card import ReadCard, Unreadable
from app.interchange import child, vcard_read
from app.interchange.limits import Limits
from app.interchange.protocol import (
    Alive,
    Cards,
    End,
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


def test_a_child_with_nobody_left_to_tell_ends_quietly(monkeypatch: pytest.MonkeyPatch) -> None:
    class Gone(io.RawIOBase):
        def writable(self) -> bool:
            return True

        def write(self, data: Any, /) -> int:
            raise BrokenPipeError

    class Standard:
        def __init__(self, buffer: Any) -> None:
            self.buffer = buffer

    monkeypatch.setattr(sys, "argv", ["enishi", child.FLAG, "{}"])
    monkeypatch.setattr(sys, "stdin", Standard(io.BytesIO(GOOD)))
    monkeypatch.setattr(sys, "stdout", Standard(Gone()))
    monkeypatch.setattr(child, "limit", lambda _: lambda: None)

    child.run()


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
