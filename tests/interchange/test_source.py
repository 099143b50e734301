"""Bytes that came without a file are read as a file is: over a pipe, never by way of the disk."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from app.domain.card import Unreadable
from app.interchange.columns import Field
from app.interchange.errors import Content, FileNotReadableError, NotCardsError
from app.interchange.limits import Limits
from app.interchange.reading import read_cards
from app.interchange.source import InMemory, opened, path_of
from tests.interchange.test_codes import picture
from tests.interchange.test_reading import GOOD, TRAP, bad, write

if TYPE_CHECKING:
    from app.interchange.table_scan import Table

TABLE = "氏名\t会社名\te-mail\n佐藤 健一\t北山設計\tkenichi@kitayama.example\n"
MECARD = "MECARD:N:佐藤,花子;TEL:09012345678;;"


def pasted(text: str | bytes) -> InMemory:
    return InMemory("Clipboard", text if isinstance(text, bytes) else text.encode())


def names(given: InMemory, **how: object) -> list[str | None]:
    return [
        card.contact.name.full if card.contact else None
        for card in read_cards(given, **how)  # type: ignore[arg-type]
    ]


@pytest.mark.parametrize(
    ("content", "found"),
    [
        pytest.param(GOOD.format(1) + GOOD.format(2), ["Good 1", "Good 2"], id="vCard"),
        pytest.param("> see below\n\n" + GOOD.format(1), ["Good 1"], id="vCard in a mail"),
        pytest.param(TABLE, ["佐藤 健一"], id="cells of a spreadsheet"),
        pytest.param(MECARD, ["佐藤 花子"], id="MeCard"),
        pytest.param(f"\n {MECARD}\n\n{MECARD}\n", ["佐藤 花子"] * 2, id="two MeCards"),
        pytest.param("\ufeff" + MECARD, ["佐藤 花子"], id="MeCard with a mark"),
        pytest.param(picture(MECARD), ["佐藤 花子"], id="picture"),
    ],
)
def test_what_was_pasted_is_read(content: str | bytes, found: list[str]) -> None:
    assert names(pasted(content)) == found


def test_the_same_cards_as_of_a_file(tmp_path: Path) -> None:
    text = GOOD.format(1) + "BEGIN:VCARD\r\nFN:half\r\n" + GOOD.format(2)
    assert list(read_cards(pasted(text))) == list(read_cards(write(tmp_path / "a.vcf", text)))


def test_more_than_a_pipe_holds() -> None:
    cards = "".join(GOOD.format(n) for n in range(20_000))
    assert len(names(pasted(cards))) == 20_000


def test_nothing_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    assert names(pasted(GOOD.format(1))) == ["Good 1"]
    assert list(tmp_path.iterdir()) == []


def test_a_child_that_dies_costs_its_card() -> None:
    text = GOOD.format(1) + TRAP + GOOD.format(2)
    cards = list(read_cards(pasted(text), argv=bad("abort"), limits=Limits(cpu_seconds=1)))
    assert [card.reason for card in cards] == [None, Unreadable.BAD_LINE, None]
    assert cards[1].source == TRAP.encode()


def test_a_child_that_takes_nothing_is_given_up() -> None:
    # It ends at once, while most of what it should take is still on this side of the pipe.
    cards = "".join(GOOD.format(n) for n in range(20_000))
    with pytest.raises(FileNotReadableError, match="Clipboard"):
        list(read_cards(pasted(cards), argv=["true"]))


@pytest.mark.parametrize(
    ("content", "kind"),
    [("", Content.EMPTY), ("just words", Content.OTHER), (picture("words"), Content.PICTURE)],
)
def test_what_holds_no_card_says_so(content: str | bytes, kind: Content) -> None:
    with pytest.raises(NotCardsError) as refused:
        names(pasted(content))
    assert refused.value.content is kind
    assert refused.value.path == Path("Clipboard")


def test_a_table_is_read_as_chosen() -> None:
    asked: list[Table] = []

    def choose(table: Table) -> Table:
        asked.append(table)
        return table.with_fields([*table.fields[:1], table.fields[2], table.fields[1]])

    (card,) = read_cards(pasted(TABLE), choose=choose)
    assert len(asked) == 1
    assert card.contact is not None
    assert card.contact.organization == "kenichi@kitayama.example"


def test_many_columns_with_long_values_are_read_as_chosen() -> None:
    header = "\t".join(["氏名", *(f"備考の列の第{n}番目" for n in range(300))])
    row = "\t".join(["佐藤 健一", *["長い値" * 20] * 300])
    given = pasted(f"{header}\n{row}\n{row}\n")

    def choose(table: Table) -> Table:
        return table.with_fields([Field.NOTE, Field.FULL, *table.fields[2:]])

    assert names(given, choose=choose) == ["長い値" * 20] * 2


HEAD = "会社名,氏名,e-mail\r\n"
ROW = "北山設計,佐藤 健一,kenichi@kitayama.example\r\n"
OPEN = '北山設計,"高橋,\r\n'


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "cp932", "utf-16"])
@pytest.mark.parametrize("before", ["", "名刺一覧\r\n\r\n"])
def test_an_unreadable_row_bears_its_row_of_headers(codec: str, before: str) -> None:
    text = before + HEAD + ROW + OPEN + ROW
    cards = list(read_cards(pasted(text.encode(codec))))
    bad_rows = [card for card in cards if card.contact is None]
    assert len(bad_rows) == 1
    assert all(card.head is None for card in cards if card.contact is not None)
    assert bad_rows[0].head == HEAD.encode(codec)
    put_right = (bad_rows[0].head or b"") + ROW.encode(codec.replace("16", "16-le"))
    assert names(InMemory("a.csv", put_right)) == ["佐藤 健一"]


LIE = """
import sys
from dataclasses import replace
from io import BytesIO
from app.interchange.protocol import Found, encode
from app.interchange.table_scan import find_table
table = find_table(BytesIO(sys.stdin.buffer.read()))
sys.stdout.buffer.write(encode(Found(replace(table, head=(5, 10_000)))))
"""


def test_a_row_of_headers_behind_the_rows_is_not_believed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).resolve().parents[2]))
    with pytest.raises(FileNotReadableError):
        names(pasted(HEAD + ROW), argv=[sys.executable, "-c", LIE])


def test_cards_and_tables_without_headers_bear_none() -> None:
    broken = list(read_cards(pasted("BEGIN:VCARD\r\nFN:half\r\n")))
    assert [card.head for card in broken] == [None]
    rows = "佐藤 健一,kenichi@kitayama.example,03-5550-0127\r\n" * 3
    found = list(read_cards(pasted(rows + '"open,\r\n' + rows)))
    assert {card.head for card in found} == {None}


def test_a_source_is_called_by_its_name(tmp_path: Path) -> None:
    file = write(tmp_path / "a.vcf", "abc")
    assert path_of(file) == file
    with opened(file) as (stream, size):
        assert (stream.read(), size) == (b"abc", 3)
    assert "secret" not in repr(pasted("secret"))
