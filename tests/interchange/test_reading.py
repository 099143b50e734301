"""Reading a file through the child: what comes out, what is refused, what a dying child costs."""

from __future__ import annotations

import io
import os
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from app.domain.card import ReadCard, Unreadable
from app.domain.errors import ExpectedError
from app.interchange import child, reading
from app.interchange.errors import (
    Content,
    FileNotReadableError,
    NotCardsError,
    ReadingCancelledError,
)
from app.interchange.limits import Limits
from app.interchange.protocol import Cards, End, Now, Piece, encode
from app.interchange.reading import read_cards
from app.interchange.scan import Scanner, Start
from app.interchange.vcard_read import read_block

HERE = Path(__file__).resolve().parent
MUSEUM = HERE.parent / "data" / "cards"
GOOD = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Good {0}\r\nTEL:03-5550-{0:04}\r\nEND:VCARD\r\n"
TRAP = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:TRAP\r\nEND:VCARD\r\n"
QUICK = Limits(cpu_seconds=1)


def bad(way: str) -> list[str]:
    return [sys.executable, str(HERE / "bad_child.py"), way, child.FLAG]


def write(path: Path, text: str | bytes) -> Path:
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def in_process(path: Path) -> Iterator[ReadCard]:
    data = path.read_bytes()
    scanner = Scanner(io.BytesIO(data))
    for block in scanner.blocks():
        if block.position:
            card = read_block(block, scanner.wide)
            yield replace(card, source=data[block.offset : block.offset + block.length])


@pytest.mark.parametrize(
    "name", ["plain-4.0", "utf-16-bom", "utf-16-no-bom", "missing-end", "photo-2.1"]
)
def test_the_child_says_what_reading_here_says_with_the_bytes_of_the_file(name: str) -> None:
    path = MUSEUM / f"{name}.vcf"

    assert list(read_cards(path)) == list(in_process(path))


def test_a_large_file_comes_in_order_with_progress(tmp_path: Path) -> None:
    path = write(tmp_path / "many.vcf", "".join(GOOD.format(n) for n in range(1000)))
    told: list[tuple[int, int, int]] = []

    cards = list(read_cards(path, progress=lambda *now: told.append(now)))

    assert [c.position for c in cards] == list(range(1, 1001))
    assert [c.line for c in cards] == [1 + 5 * n for n in range(1000)]
    assert b"".join(c.source for c in cards) == path.read_bytes()
    assert told == sorted(told)
    assert told[-1] == (path.stat().st_size, path.stat().st_size, 1000)


@pytest.mark.parametrize(
    ("data", "content"),
    [
        (b"", Content.EMPTY),
        (b"\xef\xbb\xbf", Content.EMPTY),
        (b" \r\n\r\n", Content.EMPTY),
        ("氏名,会社\r\n".encode(), Content.EMPTY),
        ("商品,在庫,色\r\n青葉,高橋,03\r\n".encode("cp932"), Content.CSV),
        ("作った人\r\n\r\n商品,在庫,色\r\n青葉,高橋,03\r\n".encode(), Content.CSV),
        ("a\tb\n1\t2\n".encode("utf-16"), Content.CSV),
        (b'{"a": 1, "b": 2,\n "c": 3, "d": 4}\n', Content.OTHER),
        (b"hello\n", Content.OTHER),
        (b"\x00\x01\x02,,\n,,\n", Content.OTHER),
        (b"Dear all,\nno cards here.\n", Content.OTHER),
    ],
)
def test_a_file_without_cards_never_looks_like_success(
    tmp_path: Path, data: bytes, content: Content
) -> None:
    path = write(tmp_path / "cards.vcf", data)

    with pytest.raises(NotCardsError) as failed:
        list(read_cards(path))

    assert failed.value.content is content
    assert failed.value.path == path
    assert isinstance(failed.value, ExpectedError)


def test_progress_goes_on_while_nothing_is_found(tmp_path: Path) -> None:
    path = write(tmp_path / "a.vcf", b"-" * (9 << 20) + b"\n" + GOOD.format(1).encode())
    told: list[int] = []

    cards = list(read_cards(path, progress=lambda done, total, cards: told.append(cards)))

    assert len(cards) == 1
    assert told[:2] == [0, 0]


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path, tmp_path / "absent.vcf", tmp_path / "pipe"):
        with pytest.raises(FileNotReadableError):
            list(read_cards(path))


def test_a_file_without_permission_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path / "a.vcf", TRAP)

    def refuse(*_: object, **__: object) -> Any:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(FileNotReadableError) as failed:
        list(read_cards(path))
    assert failed.value.cause == "Permission denied"


@pytest.mark.parametrize(
    ("way", "reason"),
    [
        ("spin", Unreadable.TOO_SLOW),
        ("crash", Unreadable.BAD_LINE),
        ("exit", Unreadable.BAD_LINE),
        ("eat", Unreadable.TOO_LARGE),
        ("raise", Unreadable.BAD_LINE),
        ("garbage", Unreadable.BAD_LINE),
        ("flood", Unreadable.BAD_LINE),
    ],
)
def test_a_card_that_breaks_the_child_costs_itself_only(
    tmp_path: Path, way: str, reason: Unreadable
) -> None:
    text = [GOOD.format(n) for n in range(9)]
    path = write(tmp_path / "trap.vcf", "".join([*text[:4], TRAP, *text[4:]]))

    # Taking 512 MB may need more than a second.
    limits = Limits() if way == "eat" else QUICK
    cards = list(read_cards(path, limits=limits, argv=bad(way)))

    assert [c.reason for c in cards] == [None] * 4 + [reason] + [None] * 5
    assert cards[4].source == TRAP.encode()
    assert [c.position for c in cards] == list(range(1, 11))
    assert [c.line for c in cards] == [1, 6, 11, 16, 21, 25, 30, 35, 40, 45]
    assert b"".join(c.source for c in cards) == path.read_bytes()


def test_two_breaking_cards_and_a_large_one(tmp_path: Path) -> None:
    large = TRAP.replace("END", "NOTE:" + "x" * 70_000 + "\r\nEND")
    path = write(tmp_path / "a.vcf", "".join([GOOD.format(0), large, TRAP, GOOD.format(1), TRAP]))

    cards = list(read_cards(path, limits=QUICK, argv=bad("crash")))

    assert [c.reason is None for c in cards] == [True, False, False, True, False]


def test_a_sleeping_child_is_not_waited_for_for_ever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """That it, one that spins and one that eats end within their limits is measured by `make bench`
    (h4 to h6).
    """
    monkeypatch.setattr(reading, "_SILENT_AT_MOST", 3.0)
    path = write(tmp_path / "a.vcf", TRAP + GOOD.format(1))

    cards = list(read_cards(path, argv=bad("sleep")))

    assert [c.reason for c in cards] == [Unreadable.TOO_SLOW, None]


def test_a_child_that_does_not_live_is_an_error_not_a_loop(tmp_path: Path) -> None:
    path = write(tmp_path / "a.vcf", GOOD.format(1))

    with pytest.raises(FileNotReadableError):
        list(read_cards(path, argv=bad("dead")))
    with pytest.raises(FileNotReadableError):
        list(read_cards(path, argv=["/nonexistent/enishi"]))


def test_without_its_processor_clock_a_hanging_card_would_hang_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Sabotage twin: with the clock set far away, the same trap is not caught in time."""
    path = write(tmp_path / "a.vcf", TRAP + GOOD.format(1))
    started = time.monotonic()

    def enough() -> bool:
        return time.monotonic() - started > 3

    with pytest.raises(ReadingCancelledError):
        list(read_cards(path, limits=Limits(cpu_seconds=600), argv=bad("spin"), cancelled=enough))


@pytest.mark.parametrize("way", ["sleep", "spin"])
def test_cancel_stops_what_hangs(tmp_path: Path, way: str) -> None:
    path = write(tmp_path / "a.vcf", GOOD.format(1) * 300 + TRAP)
    asked: list[float] = []

    def cancelled() -> bool:
        if not asked and time.monotonic() > begun + 1:
            asked.append(time.monotonic())
        return bool(asked)

    begun = time.monotonic()
    with pytest.raises(ReadingCancelledError):
        list(read_cards(path, argv=bad(way), cancelled=cancelled))

    assert asked


def test_an_iterator_left_early_leaves_no_child(tmp_path: Path) -> None:
    path = write(tmp_path / "a.vcf", "".join(GOOD.format(n) for n in range(5000)))
    cards = read_cards(path)

    assert next(cards).position == 1
    cards.close()  # type: ignore[attr-defined]


def test_a_file_that_shrinks_while_it_is_read_is_an_error(tmp_path: Path) -> None:
    path = write(tmp_path / "a.vcf", "".join(GOOD.format(n) for n in range(3000)))
    cards = read_cards(path)
    next(cards)

    os.truncate(path, 5)
    with pytest.raises(FileNotReadableError):
        list(cards)


PIECE = Piece(0, 10, 1, 1, "utf-8", "0" * 64, None, Unreadable.EMPTY)


@pytest.mark.parametrize(
    "change",
    [
        {"offset": 900},
        {"length": 0},
        {"length": 99_999},
        {"position": 2},
        {"line": 0},
        {"charset": "rot13"},
        {"digest": "x" * 64},
        {"digest": "0"},
        {"reason": None},
        {"photo": b"GIF89a"},
    ],
)
def test_a_child_that_says_what_cannot_be_true_is_not_believed(
    tmp_path: Path, change: dict[str, Any]
) -> None:
    path = write(tmp_path / "a.vcf", GOOD.format(1))
    size = path.stat().st_size
    lie = Piece(**{**{f: getattr(PIECE, f) for f in PIECE.__struct_fields__}, **change})
    for piece, believed in ((PIECE, True), (lie, False)):
        frames = encode(Cards([piece], Start(size, 6, 1))) + encode(End())
        (tmp_path / "frames").write_bytes(frames)
        told = str(tmp_path / "frames")
        code = f"import sys; sys.stdout.buffer.write(open({told!r}, 'rb').read())"
        argv = [sys.executable, "-c", code]
        if believed:
            assert len(list(read_cards(path, argv=argv))) == 1
        else:
            with pytest.raises(FileNotReadableError):
                list(read_cards(path, argv=argv))


@pytest.mark.parametrize(
    "said",
    [
        Cards([PIECE], Start(5, 6, 1)),
        Cards([PIECE], Start(10**6, 6, 1)),
        Now(0, 10, 1, 1, Start(0, 1, 0)),
        Now(-5, 3, 1, 1, Start(10, 1, 0)),
    ],
)
def test_a_child_cannot_send_its_parent_in_circles(tmp_path: Path, said: Cards | Now) -> None:
    path = write(tmp_path / "a.vcf", GOOD.format(1))
    (tmp_path / "frames").write_bytes(encode(said))
    told = str(tmp_path / "frames")
    code = f"import sys; sys.stdout.buffer.write(open({told!r}, 'rb').read())"

    with pytest.raises(FileNotReadableError):
        list(read_cards(path, argv=[sys.executable, "-c", code]))


def test_the_built_program_starts_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    assert reading.command() == [sys.executable, "-m", "app", child.FLAG]
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert reading.command() == [sys.executable, child.FLAG]
