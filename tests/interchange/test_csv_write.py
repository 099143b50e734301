"""CSV out: every value in its cell, and no cell that runs."""

from __future__ import annotations

import csv
import io
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.contact import Address, Contact, Email, Met, Name, Phone, Url
from app.domain.dates import Birthday
from app.interchange.csv_write import safe, write_csv
from tests.interchange.strategies import CONTACTS

TRIGGERS = "=+-@\t\r\x00＝＋－＠"


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_values_stand_under_their_names() -> None:
    full = Contact(
        name=Name("Ruth Calder", "Calder", "Ruth"),
        emails=(Email("a@x.example", "work"), Email("b@x.example")),
        phones=(Phone("03-5550-0001"),),
        addresses=(Address("12 Mill Lane", "Leeds", label="home"),),
        urls=(Url("https://x.example/"),),
        birthday=Birthday(2, 29),
        tags=("tea", "books"),
        met=Met(date(2026, 10, 14), "Tea fair", "Max"),
    )

    first, second = rows(write_csv([full, Contact(note="a\nb")]))

    assert first["Full Name"] == "Ruth Calder"
    assert first["E-mail 2 - Value"] == "b@x.example"
    assert first["E-mail 1 - Label"] == "work"
    assert first["Address 1 - City"] == "Leeds"
    assert first["Birthday"] == "'--02-29"
    assert first["Labels"] == "tea, books"
    assert (first["Met On"], first["Met At"]) == ("2026-10-14", "Tea fair")
    assert second["Notes"] == "a\nb"
    assert second["E-mail 2 - Value"] == ""


@pytest.mark.parametrize("before", ["", " ", '"', "'", "\u3000"])
@pytest.mark.parametrize("trigger", TRIGGERS)
def test_no_cell_begins_with_what_a_spreadsheet_runs(trigger: str, before: str) -> None:
    cell = safe(f"{before}{trigger}cmd|' /C calc'!A0")

    assert not cell.lstrip(' "\u3000')[:1] or cell.lstrip(' "\u3000')[0] not in TRIGGERS


def test_a_number_with_a_plus_can_be_read_back() -> None:
    (row,) = rows(write_csv([Contact(phones=(Phone("+49 30 5550"),))]))

    assert row["Phone 1 - Value"].removeprefix("'") == "+49 30 5550"


@given(st.lists(CONTACTS, max_size=4))
def test_every_cell_is_safe_and_every_person_has_a_row(people: list[Contact]) -> None:
    table = list(csv.reader(io.StringIO(write_csv(people).decode("utf-8-sig"), newline="")))

    assert len(table) == len(people) + 1
    assert len({len(row) for row in table}) == 1
    assert not any(cell[0] in TRIGGERS for row in table for cell in row if cell)
