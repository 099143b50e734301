"""What any bytes may do to the interchange: one function a fuzz target (SAFETY 5), bytes in,
AssertionError for a breach of an invariant, any other exception a breach of I3.

Hypothesis calls them with structured files in `make test`, a coverage-guided fuzzer in `make soak`.
"""

from __future__ import annotations

import csv
import io
import re
import tempfile
from collections import Counter
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from app.interchange.card_lines import read_lines
from app.interchange.codes import is_code_text, text_cards
from app.interchange.content_lines import (
    clean,
    end_of_head,
    escape,
    escape_param,
    fold,
    parse_head,
    split_escaped,
    unescape,
)
from app.interchange.csv_write import write_csv
from app.interchange.export_check import verify
from app.interchange.limits import KIB, Limits
from app.interchange.new_lines import uid_of
from app.interchange.scan import Block, Scanner
from app.interchange.table_scan import TableScanner, find_table
from app.interchange.vcard_read import read_block
from app.interchange.vcard_write import VERSIONS, write_card
from app.store.backup import read_header, unpack
from app.store.errors import NewerStoreError, NotABackupError
from app.store.header import decode

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.domain.card import ReadCard
    from app.domain.contact import Contact

ID = "01900000-0000-7000-8000-000000000001"
SMALL = Limits(card=64 * KIB, text=16 * KIB, properties=200, cards=200)
CONTROLS = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|\xc2[\x80-\x9f]")
TRIGGERS = "=+-@\t\r\x00＝＋－＠"
GOOD = b"BEGIN:VCARD\r\nVERSION:3.0\r\nUID:%d\r\nFN:Good %d\r\nTEL:+8135550%05d\r\nEND:VCARD\r\n"


def blocks(data: bytes, limits: Limits = SMALL) -> tuple[list[Block], str | None]:
    """All blocks of a file, and its codec where it is UTF-16."""
    scanner = Scanner(io.BytesIO(data), limits)
    return list(scanner.blocks()), scanner.wide


def cards(data: bytes, limits: Limits = SMALL) -> list[ReadCard]:
    """All cards of a file, with the bytes that the parent would keep."""
    found, wide = blocks(data, limits)
    return [
        replace(
            read_block(block, wide, limits),
            source=data[block.offset : block.offset + block.length],
        )
        for block in found
        if block.position
    ]


def texts(value: object) -> list[str]:
    """Every text in a record."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, tuple):
        return [text for part in value for text in texts(part)]
    if is_dataclass(value):
        return [text for f in fields(value) for text in texts(getattr(value, f.name))]
    return []


def same(ours: Contact, theirs: Contact) -> bool:
    """Whether two contacts say the same; a picture may be packed anew."""
    bare = replace(ours, id="", photo=None) == replace(theirs, id="", photo=None)
    return bare and (ours.photo is None) == (theirs.photo is None)


def split(data: bytes) -> None:
    """1: I4, every byte in one card, block or gap; I9, the same again."""
    found, _ = blocks(data)
    at, line = 0, 1
    for block in found:
        assert block.offset == at, "a byte belongs to nothing, or twice"
        assert block.length > 0
        assert block.line >= line
        at, line = at + block.length, block.line
    assert at == len(data), "a byte is lost"
    numbers = [block.position for block in found if block.position]
    assert numbers == list(range(1, len(numbers) + 1)), "cards are numbered"
    assert blocks(data)[0] == found


def independent(data: bytes) -> None:
    """1: I5, a bad card between good ones leaves them as they are."""
    good = [GOOD % (n, n, n) for n in range(3)]
    bad = b"BEGIN:VCARD\r\n" + data + b"\r\n"
    wanted = [card.contact for card in cards(b"".join(good))]
    many = replace(SMALL, cards=10**6)
    found = [card.contact for card in cards(good[0] + bad + good[1] + good[2], many)]
    assert all(contact in found for contact in wanted), "a good card is lost"


def line(data: bytes) -> None:
    """2: the tokenizer takes any text; what it escapes comes back."""
    text = data.decode("utf-8", "surrogateescape")
    colon = end_of_head(text)
    assert colon == -1 or text[colon] == ":"
    head = parse_head(text[:colon] if colon > 0 else text)
    if head is not None:
        assert head.name == head.name.upper()
        assert all(type_ == type_.lower() for type_ in head.types)
    plain = clean(text)
    assert clean(plain) == plain
    assert unescape(escape(plain)) == plain
    assert ";".join(split_escaped(text, ";")) == text
    folded = fold(f"NOTE:{escape(plain)}")
    assert all(len(physical) <= 75 for physical in folded.split(b"\r\n"))
    assert folded.replace(b"\r\n ", b"") == f"NOTE:{escape(plain)}\r\n".encode()
    made = parse_head(f"X-A;X-B={escape_param(plain)}")
    assert made is not None
    assert made.param("X-B") == plain.strip() or '"' in plain or plain != plain.strip()


def model(data: bytes) -> None:
    """3: a person or a reason (I4), clean text (I8), the same again (I9)."""
    found = cards(data)
    for card in found:
        assert (card.contact is None) != (card.reason is None), "neither person nor reason"
        for text in texts(card.contact):
            assert clean(text) == text, "a control character in a person"
    assert cards(data) == found


def round_trip(data: bytes) -> None:
    """5: I6, what is written is read again as the same person; I8, lines are sound."""
    for card in cards(data):
        if card.contact is None:
            continue
        for version in VERSIONS:
            contact = replace(card.contact, id=ID)
            written = write_card(contact, card.source, card.charset, version, card.photo)
            check_written(written, replace(contact, uid=uid_of(contact)))
            (back,) = cards(written, Limits())
            assert back.contact is not None
            again = write_card(replace(back.contact, id=ID), written, "utf-8", version, back.photo)
            # What control characters hid (I8) may be understood once they are gone.
            if not CONTROLS.search(card.source):
                assert properties(again) == properties(written), "writing again is not the same"


def check_written(written: bytes, contact: Contact) -> None:
    """What was written for one person stays in its lines, and is that person for two readers."""
    bare = written.replace(b"\r\n", b"")
    assert b"\r" not in bare, "a bare line end"
    assert b"\n" not in bare, "a bare line end"
    assert all(len(physical) <= 75 for physical in written.split(b"\r\n"))
    back = cards(written, Limits())
    assert len(back) == 1, "not one card"
    assert back[0].contact is not None, f"unreadable: {back[0].reason}"
    assert same(back[0].contact, contact), f"{back[0].contact}\n{contact}"
    assert verify(written, [contact]) == [], "the second reader disagrees"


def properties(data: bytes) -> Counter[tuple[object, ...]]:
    """All lines of a card without their order; what is written is UTF-8, said or not."""
    return Counter(
        (
            own.head.group,
            own.head.name,
            tuple(param for param in own.head.params if param[0] != "CHARSET"),
            own.value,
        )
        if own.head
        else ("", own.text)
        for own in read_lines(data).lines
        if not own.nested
    )


def table(data: bytes) -> None:
    """6: a table gives each of its bytes to one row or gap, and a person or a reason for a row."""
    stream = io.BytesIO(data)
    found = find_table(stream, SMALL)
    if found is None:
        return
    assert 0 <= found.rows.offset <= len(data)
    stream.seek(found.rows.offset)
    at = found.rows.offset
    for block in TableScanner(stream, found, SMALL).blocks():
        assert block.offset == at, "a byte belongs to nothing, or twice"
        at += block.length
        if block.position:
            read = read_block(block, None, SMALL)
            assert (read.contact is None) != (read.reason is None)
            for text in texts(read.contact):
                assert clean(text) == text, "a control character in a person"
    assert at == len(data), "a byte is lost"


def csv_out(data: bytes) -> None:
    """6: a row for each person, and no cell that a spreadsheet runs (R42)."""
    people = [card.contact for card in cards(data) if card.contact is not None]
    text = write_csv(people).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline="")))
    assert len(rows) == len(people) + 1
    assert len({len(row) for row in rows}) == 1
    for cell in (cell for row in rows for cell in row):
        assert cell[:1] not in tuple(TRIGGERS) or not cell
        assert cell.lstrip(" \"'\u00a0\u3000")[:1] not in tuple(TRIGGERS) or cell[:1] == "'"


def code(data: bytes) -> None:
    """The text of a QR code that says a person: MeCard and vCard."""
    if is_code_text(data[:32]):
        for card in text_cards(data):
            model(card)
            round_trip(card)


def header(data: bytes) -> None:
    """8: a header is read, damaged, or of a newer version."""
    try:
        found = decode(data, Path("vault.json"))
    except NewerStoreError:
        return
    assert found is None or isinstance(found.header.revision, int)


def backup(data: bytes) -> None:
    """8: a backup is opened, or refused in one way; nothing is written beside it."""
    with tempfile.TemporaryDirectory() as place:
        path = Path(place, "a.enishi")
        path.write_bytes(data)
        try:
            read_header(path)
            unpack(path, Path(place, "store.db"))
        except (NotABackupError, NewerStoreError):
            pass
        assert {p.name for p in Path(place).iterdir()} <= {"a.enishi", "store.db"}


TARGETS: dict[str, Callable[[bytes], None]] = {
    "split": split,
    "independent": independent,
    "line": line,
    "model": model,
    "round trip": round_trip,
    "table": table,
    "csv": csv_out,
    "code": code,
    "header": header,
    "backup": backup,
}
