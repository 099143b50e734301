"""Rows of a table: every byte in one row, and a quote that nobody closed costs one line."""

import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.card import Unreadable
from app.interchange.limits import DEFAULT
from app.interchange.scan import Start
from app.interchange.table import Dialect, Record, Records

SMALL = replace(DEFAULT, text=2_000)
PLAIN = Dialect()
BEGINNING = Start()


def rows(data: bytes, dialect: Dialect = PLAIN, start: Start = BEGINNING) -> list[Record]:
    return list(Records(io.BytesIO(data[start.offset :]), dialect, start, SMALL))


def cells(data: bytes, dialect: Dialect = PLAIN) -> list[tuple[str, ...]]:
    return [record.cells for record in rows(data, dialect)]


@pytest.mark.parametrize("end", [b"\r\n", b"\n", b"\r"])
def test_any_line_end(end: bytes) -> None:
    assert cells(b"a,b" + end + b"c,d" + end) == [("a", "b"), ("c", "d")]


def test_a_cell_may_hold_lines_quotes_and_delimiters() -> None:
    found = rows(b'a,"one\r\ntwo, ""three"""\r\nb,c\r\n')

    assert [r.cells for r in found] == [("a", 'one\r\ntwo, "three"'), ("b", "c")]
    assert [r.line for r in found] == [1, 3]


def test_an_open_quote_costs_its_own_line_and_no_other() -> None:
    found = rows(b'a,1\n"b,2\nc,"3"\nd,4\n')

    assert [r.cells for r in found] == [("a", "1"), (), ("c", "3"), ("d", "4")]
    assert found[1].reason is Unreadable.BAD_LINE
    assert found[1].data == b'"b,2\n'
    assert found[1].line == 2


def test_an_open_quote_at_the_end_takes_nobody_along() -> None:
    found = rows(b'a,1\nb,"2\nc,3\nd,4')

    assert [r.cells for r in found] == [("a", "1"), (), ("c", "3"), ("d", "4")]


def test_an_open_quote_before_much_text_is_given_up_early() -> None:
    found = rows(b'"a,1\n' + b"b,2\n" * 5_000)

    assert found[0].reason is Unreadable.BAD_LINE
    assert [r.cells for r in found[1:]] == [("b", "2")] * 5_000


def test_a_line_over_the_limit_is_named_and_the_next_one_read() -> None:
    found = rows(b"a,1\n" + b"x" * 900_000 + b"\nb,2\n")

    assert [r.reason for r in found] == [None, Unreadable.TOO_LARGE, None]
    assert found[2].cells == ("b", "2")
    assert sum(r.length for r in found) == 4 + 900_001 + 4


def test_a_lone_bad_byte_is_read_as_something() -> None:
    data = "青葉,髙橋\n".encode("cp932") + b"\xff\xff,b\n"

    assert cells(data, Dialect("cp932"))[0] == ("青葉", "髙橋")
    assert cells(data, Dialect("cp932"))[1][1] == "b"


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_utf_16_is_measured_in_the_bytes_of_the_file(codec: str) -> None:
    data = "姓,名\r\n髙橋,𠮷\r\n".encode(codec)
    found = rows(data, Dialect("utf-8"), Start(0, 1, 0, codec))

    assert [r.cells for r in found] == [("姓", "名"), ("髙橋", "𠮷")]
    assert sum(r.length for r in found) == len(data)


@given(
    st.lists(
        st.lists(
            st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")), min_size=2
        ),
        min_size=1,
        max_size=8,
    ),
    st.sampled_from(",\t;|"),
)
def test_what_a_careful_writer_wrote_comes_back(table: list[list[str]], delimiter: str) -> None:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerows(
        table
    )
    data = out.getvalue().encode()

    assert cells(data, Dialect("utf-8", delimiter)) == [tuple(row) for row in table]


@given(st.binary(max_size=600), st.sampled_from(["utf-8", "cp932", "euc_jp", "cp1252"]))
def test_every_byte_lies_in_one_row(data: bytes, codec: str) -> None:
    found = rows(data, Dialect(codec))

    assert sum(r.length for r in found) == len(data)
    assert [r.offset for r in found] == [
        sum(p.length for p in found[:i]) for i in range(len(found))
    ]
    assert b"".join(r.data for r in found) == data
