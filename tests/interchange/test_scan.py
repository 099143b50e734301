"""Framing: no byte is lost, no card costs another, memory stays flat."""

from __future__ import annotations

import io
import tracemalloc
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.card import Unreadable
from app.interchange.eight_bit import CHUNK
from app.interchange.limits import DEFAULT, Limits
from app.interchange.scan import Block, Scanner, Start

GOOD = b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Good %d\r\nTEL:%d\r\nEND:VCARD\r\n"


class Trickle(io.BytesIO):
    """Gives only so many bytes at a time."""

    def __init__(self, data: bytes, size: int) -> None:
        super().__init__(data)
        self.size = size

    def read(self, size: int | None = -1, /) -> bytes:
        return super().read(self.size)


class Repeated:
    """An endless file, up to `total` bytes, that is nowhere as a whole."""

    def __init__(self, head: bytes, body: bytes, total: int, tail: bytes = b"") -> None:
        self.head, self.body, self.left, self.tail = head, body, total, tail

    def read(self, size: int = -1, /) -> bytes:
        if self.head:
            head, self.head = self.head, b""
            return head
        if self.left > 0:
            self.left -= len(self.body)
            return self.body
        tail, self.tail = self.tail, b""
        return tail


def blocks(data: bytes, limits: Limits = DEFAULT, chunk: int = 0) -> list[Block]:
    stream = Trickle(data, chunk) if chunk else io.BytesIO(data)
    return list(Scanner(stream, limits).blocks())


def cards(data: bytes, limits: Limits = DEFAULT) -> list[Block]:
    return [block for block in blocks(data, limits) if block.position]


def assert_whole(data: bytes, found: list[Block]) -> None:
    """Every byte belongs to exactly one block, in order, and lines and positions count up."""
    at = 0
    for block in found:
        assert block.offset == at
        assert block.length > 0
        at += block.length
    assert at == len(data)
    numbered = [block for block in found if block.position]
    assert [block.position for block in numbered] == list(range(1, len(numbered) + 1))
    assert all(a.line <= b.line for a, b in pairwise(found))


PIECES = st.lists(
    st.one_of(
        st.sampled_from(
            [
                b"BEGIN:VCARD\r\n",
                b"END:VCARD\r\n",
                b"begin : vcard\n",
                b"END:VCARD",
                b"BEGIN:VCARD\r",
                b"\r\n",
                b"AGENT:\r\n",
                b"FN:x\r\n",
                b"VERSION:3.0\r\n",
                b" folded\r\n",
                b"\xef\xbb\xbf",
                b"stray",
                b"\r\r\n",
                b"\xff\xfe",
                b"END:VCARDx\n",
                b"\x00",
            ]
        ),
        st.binary(max_size=12),
    ),
    max_size=30,
)


@given(PIECES, st.integers(1, 40))
def test_every_byte_belongs_to_one_card_one_gap_or_one_rejected_block(
    pieces: list[bytes], chunk: int
) -> None:
    data = b"".join(pieces)

    found = blocks(data)

    assert_whole(data, found)
    if not data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")) and b"\x00" not in data:
        framed = [(b.offset, b.length, b.line, b.reason, b.data) for b in found if b.position]
        again = [b for b in blocks(data, chunk=chunk) if b.position]
        assert [(b.offset, b.length, b.line, b.reason, b.data) for b in again] == framed
        for block in found:
            if block.position:
                assert block.data == data[block.offset : block.offset + block.length]


@given(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=60), st.sampled_from(["le", "be"])
)
def test_utf_16_files_are_counted_in_their_own_bytes(text: str, order: str) -> None:
    whole = f"BEGIN:VCARD\r\nVERSION:3.0\r\nNOTE:{text}\r\nEND:VCARD\r\n"
    data = ("\ufeff" + whole * 2).encode(f"utf-16-{order}") + b"\x00"

    found = blocks(data)

    assert_whole(data, found)
    assert sum(1 for b in found if b.position) >= 2


BAD = st.one_of(
    st.binary(max_size=60).map(lambda b: b"BEGIN:VCARD\r\n" + b + b"\r\n"),
    st.binary(max_size=60).map(lambda b: b"VERSION:3.0\r\n" + b + b"\r\nEND:VCARD\r\n"),
    st.integers(1, 30).map(lambda n: b"BEGIN:VCARD\r\n" * n),
    st.integers(1, 30).map(lambda n: b"BEGIN:VCARD\r\n" * n + b"END:VCARD\r\n" * n),
    st.integers(1, 9).map(lambda n: b"END:VCARD\r\n" * n),
    st.just(b"BEGIN:VCARD\r\nVERSION:2.1\r\nAGENT:\r\n"),
    st.just(b"BEGIN:VCARD\r\nNOTE;ENCODING=QUOTED-PRINTABLE:x=\r\n"),
    st.just(b"BEGIN:VCARD\r\nPHOTO;ENCODING=b:AAAA\r\n"),
)


@given(BAD, st.integers(0, 7), st.integers(2, 7))
def test_one_bad_card_leaves_the_good_ones_as_they_are(bad: bytes, at: int, count: int) -> None:
    good = [GOOD % (n, n) for n in range(count)]
    at = min(at, count)
    data = b"".join([*good[:at], bad, *good[at:]])

    found = cards(data)

    texts = [block.data for block in found if block.reason is None]
    assert [text for text in texts if text in good] == good
    assert_whole(data, blocks(data))


def test_missing_end_is_named_and_the_next_card_is_whole() -> None:
    no_end = b"BEGIN:VCARD\r\nFN:x\r\n"

    found = cards(GOOD % (1, 1) + no_end + GOOD % (2, 2) + no_end)

    assert [b.reason for b in found] == [None, Unreadable.NO_END, None, Unreadable.NO_END]
    assert found[1].data == found[3].data == no_end
    assert [b.line for b in found] == [1, 6, 8, 13]


def test_many_missing_ends_in_a_row_are_each_named() -> None:
    found = cards(b"BEGIN:VCARD\nFN:x\n" * 40 + GOOD % (1, 1))

    assert [b.reason for b in found] == [Unreadable.NO_END] * 40 + [None]


@pytest.mark.parametrize("before", [b"", b"BEGIN:VCARD\r\nFN:x\r\n"])
def test_a_card_that_lost_its_begin_is_rejected_with_its_bytes(before: bytes) -> None:
    lost = b"VERSION:3.0\r\nFN:Lost\r\nEND:VCARD\r\n"

    found = cards(before + GOOD % (1, 1) + lost + GOOD % (2, 2))

    rejected = [b for b in found if b.reason is Unreadable.BAD_LINE]
    assert [b.data for b in rejected] == [lost]
    assert [b.data for b in found if b.reason is None] == [GOOD % (1, 1), GOOD % (2, 2)]


def test_nested_cards_stay_with_their_card_up_to_two_deep() -> None:
    def nest(depth: int) -> bytes:
        begin = b"BEGIN:VCARD\r\nFN:x\r\n"
        return begin + (b"AGENT:\r\n" + begin) * depth + b"END:VCARD\r\n" * (depth + 1)

    assert [b.reason for b in cards(nest(2))] == [None]
    assert [b.reason for b in cards(nest(3))] == [Unreadable.TOO_DEEP]
    assert [b.reason for b in cards(nest(1000))] == [Unreadable.TOO_DEEP]


def test_more_agents_than_bare_nested_cards_are_allowed() -> None:
    agent = b"AGENT:\r\n" + GOOD % (1, 1)
    data = b"BEGIN:VCARD\r\n" + agent * 9 + b"END:VCARD\r\n"

    assert [b.reason for b in cards(data)] == [None]


def test_a_fold_that_looks_like_a_frame_is_text() -> None:
    data = b"BEGIN:VCARD\r\nNOTE:a\r\n END:VCARD\r\n BEGIN:VCARD\r\nEND:VCARD\r\n"

    assert [b.data for b in cards(data)] == [data]


def test_a_card_over_the_limit_is_one_block_and_its_neighbours_are_whole() -> None:
    limits = Limits(card=CHUNK)
    huge = b"BEGIN:VCARD\r\nNOTE:" + b"x\r\n" * CHUNK + b"END:VCARD\r\n"
    data = GOOD % (1, 1) + huge + GOOD % (2, 2)

    found = [b for b in blocks(data, limits) if b.position]

    assert [b.reason for b in found] == [None, Unreadable.TOO_LARGE, None]
    assert [b.length for b in found] == [len(GOOD % (1, 1)), len(huge), len(GOOD % (2, 2))]
    assert found[2].line == 6 + CHUNK + 2
    assert_whole(data, blocks(data, limits))


def test_a_card_over_the_limit_without_end_stops_at_the_next_begin() -> None:
    limits = Limits(card=CHUNK)
    huge = b"BEGIN:VCARD\r\nNOTE:" + b"x" * (4 * CHUNK) + b"\r\n"

    found = cards(huge + GOOD % (2, 2), limits)

    assert [b.reason for b in found] == [Unreadable.TOO_LARGE, None]
    assert found[0].length == len(huge)


@pytest.mark.parametrize("nested", [b"", GOOD % (5, 5)])
def test_open_cards_before_a_card_over_the_limit_are_let_go(nested: bytes) -> None:
    limits = Limits(card=CHUNK)
    opened = b"BEGIN:VCARD\r\nFN:a\r\n"
    last = b"" if nested else b"BEGIN:VCARD\r\nNOTE:"
    data = opened + nested + last + b"y" * (4 * CHUNK) + b"\r\n"

    found = blocks(data, limits)

    reasons = [b.reason for b in found if b.position]
    assert reasons == [Unreadable.NO_END, None if nested else Unreadable.TOO_LARGE]
    assert_whole(data, found)


def test_too_many_cards_are_named_not_read() -> None:
    found = cards(b"".join(GOOD % (n, n) for n in range(5)), Limits(cards=3))

    assert [b.reason for b in found] == [None] * 3 + [Unreadable.TOO_MANY_CARDS] * 2


def test_reading_can_begin_anew_behind_any_block() -> None:
    data = b"x\r\n" + b"".join(GOOD % (n, n) for n in range(4)) + b"BEGIN:VCARD\r\n"
    scanner = Scanner(io.BytesIO(data))
    whole: list[Block] = []
    starts: list[Start] = []
    for block in scanner.blocks():
        whole.append(block)
        starts.append(scanner.here)

    for at, start in enumerate(starts[:-1]):
        stream = io.BytesIO(data)
        stream.seek(start.offset)
        assert list(Scanner(stream, start=start).blocks()) == whole[at + 1 :]


@pytest.mark.parametrize(
    ("head", "body"),
    [
        (b"", b"no cards here, and no line ends either "),
        (b"BEGIN:VCARD\r\nNOTE:", b"x" * 999),
        (b"BEGIN:VCARD\r\nNOTE:", b"x\r\n " * 999),
        ("\ufeffBEGIN:VCARD\r\nNOTE:".encode("utf-16"), "あ".encode("utf-16-le") * 999),
    ],
)
def test_memory_stays_flat_whatever_the_file_does(head: bytes, body: bytes) -> None:
    limits = Limits(card=1 << 17)
    body *= (1 << 16) // len(body) + 1
    peaks: list[int] = []
    for total in (1 << 20, 3 << 20):
        tracemalloc.start()
        count = sum(1 for _ in Scanner(Repeated(head, body, total), limits).blocks())
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
        assert count

    assert peaks[1] < peaks[0] * 1.5 + (1 << 20)
