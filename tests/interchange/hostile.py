"""Files made to hurt: the families of SAFETY R27 and R28, and the sweep of R29."""

import io
import random
import re
import time
from collections.abc import Iterator
from dataclasses import dataclass, field

from app.interchange.limits import MIB, Limits
from app.interchange.scan import Scanner
from app.interchange.table_scan import TableScanner, find_table
from app.interchange.vcard_read import read_block

WIDE = Limits(text=64 * MIB, photo=64 * MIB, properties=10**7)

FRAME = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Hostile\r\n{}\r\nEND:VCARD\r\n"

FAMILIES = {
    "commas": lambda n: "TEL;A=" + "," * n,
    "quoted pairs": lambda n: "TEL;A=" + ',"a"' * n,
    "repeated parameters": lambda n: "TEL" + ";A=b" * n,
    "parameters and a value": lambda n: "TEL" + ";A=b" * n + ":1",
    "semicolons in a value": lambda n: "N:" + ";" * n,
    "escapes": lambda n: "NOTE:" + "\\" * n,
    "escaped semicolons": lambda n: "ADR:" + "\\;" * n,
    "open quote": lambda n: 'TEL;A="' + ";,:" * n,
    "quotes": lambda n: "TEL;A=" + '""' * n + ":1",
    "folds": lambda n: "NOTE:" + "\r\n " * n,
    "soft breaks": lambda n: "NOTE;QUOTED-PRINTABLE:" + "=\r\n" * n,
    "soft breaks and blanks": lambda n: "NOTE;QUOTED-PRINTABLE:" + "=\r\n " * n,
    "base64 lines": lambda n: "PHOTO;BASE64:\r\n" + "AAAA\r\n" * n,
    "dots": lambda n: "a." * n + "TEL:1",
    "carets": lambda n: "TEL;A=" + "^" * n + ":1",
    "carriage returns": lambda n: "\r" * n,
    "categories": lambda n: "CATEGORIES:" + "a," * n,
    "different categories": lambda n: "CATEGORIES:" + ",".join(map(str, range(n // 6))),
    "digits": lambda n: "TEL:" + "0" * n,
    "blanks in an address": lambda n: "EMAIL:" + "  a" * n,
    "agents": lambda n: "AGENT:" * n,
    "half-width": lambda n: "NOTE:" + "\uff76" * n,
    "combining marks": lambda n: "FN:e" + "\u0301" * n,
    "escapes of 2022": lambda n: "NOTE:" + "\x1b$B" * n,
    "charset names": lambda n: "NOTE;CHARSET=" + "x" * n + ":\x80",
    "data uri": lambda n: "PHOTO:data:" + ";a" * n,
}

TABLES = {
    "open quotes": lambda n: 'a,"b\n' * n,
    "quotes alone": lambda n: '"""\n' * n,
    "one open quote": lambda n: '"' + "a\n" * n,
    "many cells": lambda n: "a," * n,
    "a long cell": lambda n: "x" * n,
    "blanks in a cell": lambda n: "a" + " " * n + "b,a" + " " * n + "b:::c\n",
    "dots of an address": lambda n: "a@" + "." * n + "@\n",
    "quoted lines": lambda n: '"' + "\n" * n + '"\n',
    "delimiters": lambda n: ";|\t" * n,
    "strokes": lambda n: "1/" * n + "\n",
    "colons": lambda n: ":::" * n + "\n",
}
"""What stands below the header of a table."""


def table(name: str, size: int) -> bytes:
    """A table of one family, about `size` bytes."""
    unit = len(TABLES[name](1000)) / 1000
    head = "Name,Email,Phone,Labels,Birthday,Shoe\r\n"
    return f"{head}{TABLES[name](int(size / unit))}".encode()


def family(name: str, size: int) -> bytes:
    """A card of one family, about `size` bytes."""
    unit = len(FAMILIES[name](1000)) / 1000
    line = FAMILIES[name](int(size / unit))
    return FRAME.format(line).encode("utf-8", "surrogateescape")


def cards_time(data: bytes) -> float:
    """Processor seconds to read it as cards, without the limits that end it early."""
    started = time.process_time()
    scanner = Scanner(io.BytesIO(data), WIDE)
    for block in scanner.blocks():
        if block.position:
            read_block(block, scanner.wide, WIDE)
    return time.process_time() - started


def table_time(data: bytes) -> float:
    """The same for the rows of a table, with finding it."""
    started = time.process_time()
    stream = io.BytesIO(data)
    found = find_table(stream, WIDE)
    assert found is not None
    stream.seek(found.rows.offset)
    for block in TableScanner(stream, found, WIDE).blocks():
        if block.position:
            read_block(block, None, WIDE)
    return time.process_time() - started


GOOD = (
    "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:{0}\r\nFN:Good {0}\r\n"
    "N:Good;{0};;;\r\nTEL:+8135550{0:05}\r\nEND:VCARD\r\n"
)


@dataclass
class Mixed:
    """A file with good and bad cards, and what the bad ones are."""

    data: bytes
    bad: dict[int, tuple[str, bytes]] = field(default_factory=dict)  # by position
    good: int = 0


def _bad(kind: str, n: int) -> bytes:
    head = f"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Bad {n}\r\n".encode()
    lines = {
        "missing end": b"TEL:1\r\n",
        "no colon": b"TEL 03-5550-0001\r\n",
        "bad base64": b"PHOTO;ENCODING=b:@@@@AAA\r\n",
        "unknown charset": b"NOTE;CHARSET=X-NONE;ENCODING=QUOTED-PRINTABLE:=FF=FE=80\r\n",
        "nul": b"NOTE:a\x00\x00b\r\n",
        "broken fold": b"NOTE:a\r\nbroken off here\r\n",
    }
    return head + lines[kind] + (b"" if kind == "missing end" else b"END:VCARD\r\n")


KINDS = ("missing end", "no colon", "bad base64", "unknown charset", "nul", "broken fold")


def mixed(cards: int, bad: int, seed: int) -> Mixed:
    """A file of `cards` cards, `bad` of them bad at random places."""
    chance = random.Random(seed)
    places = set(chance.sample(range(cards), bad))
    made = Mixed(b"")
    pieces: list[bytes] = []
    for n in range(cards):
        if n in places:
            kind = chance.choice(KINDS)
            pieces.append(_bad(kind, n))
            made.bad[n + 1] = (kind, pieces[-1])
        else:
            pieces.append(GOOD.format(n).encode())
            made.good += 1
    made.data = b"".join(pieces)
    return made


def named(texts: Iterator[str]) -> set[str]:
    """The numbers in the names of cards."""
    return {m[1] for t in texts if (m := re.fullmatch(r"(?:Good|Bad) (\d+)", t))}
