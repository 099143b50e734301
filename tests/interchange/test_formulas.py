"""R42 and R43: an export runs nothing, and nothing in it breaks out; each with its twin."""

from __future__ import annotations

import csv
import io
from itertools import product

import pytest

from app.domain.contact import Contact, Email, Name, Phone
from app.interchange import content_lines, csv_write, new_lines
from app.interchange.csv_write import write_csv
from app.interchange.vcard_write import VERSIONS, write_card
from tests.interchange.targets import TRIGGERS, cards, check_written

BEFORE = ("", " ", "\u3000", '"', "'", "\u00a0", "  ", '" ')
AFTER = ("cmd|' /C calc'!A0", "SUM(1)", "1+1", "49 30 5550", "", "a\nb", "\tx", "=1", '"x"', "é")
CELLS = [b + t + a for b, t, a in product(BEFORE, TRIGGERS, AFTER)]
WALLS = [
    *("END:VCARD", "a\r\nEND:VCARD\r\nBEGIN:VCARD", "a\nTEL:1", "a\rTEL:1", ";", ",", "\\", "\\n"),
    *("a;b;c", "a,b", "a\\", "\\;", "é" * 90, "x" * 400, "a\u2028b", "=0D=0A=", 'a"b', "a:b"),
]


def run_by_a_spreadsheet(people: list[Contact]) -> list[str]:
    """Cells that a spreadsheet would run; the blanks that it skips do not count."""
    text = write_csv(people).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline="")))
    assert len(rows) == len(people) + 1
    return [
        cell
        for row in rows
        for cell in row
        if cell[:1] != "'" and cell.lstrip(' "\u00a0\u3000')[:1] in tuple(TRIGGERS) and cell
        if cell.strip(' "\u00a0\u3000')
    ]


def people_of(cells: list[str]) -> list[Contact]:
    return [
        Contact(name=Name(full=c), organization=c, note=c, phones=(Phone(c),), tags=(c,))
        for c in cells
    ]


def test_a_thousand_cells_run_nothing() -> None:
    assert len(CELLS) >= 800
    wide = [c for c in CELLS if c[:1] in TRIGGERS]
    assert run_by_a_spreadsheet(people_of(CELLS + wide)) == []


def test_without_its_guard_a_cell_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sabotage twin of R42."""
    monkeypatch.setattr(csv_write, "safe", lambda cell: cell)
    assert run_by_a_spreadsheet(people_of(["=1+1"]))


def breaks_out(text: str, version: str) -> None:
    """Written, a text stays in its value; AssertionError where it does not."""
    clean = content_lines.clean(text).strip()
    contact = Contact(
        uid="u", name=Name(full=clean, family=clean), note=clean, emails=(Email("a@b.example"),)
    )
    check_written(write_card(contact, version=version), contact)


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("text", WALLS)
def test_nothing_breaks_out_of_a_card(text: str, version: str) -> None:
    breaks_out(text, version)


@pytest.mark.parametrize("version", VERSIONS)
def test_without_escapes_a_text_breaks_out(version: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Sabotage twin of R43."""
    monkeypatch.setattr(new_lines, "escape", lambda text: text)
    failed = 0
    for text in WALLS:
        try:
            breaks_out(text, version)
        except AssertionError:
            failed += 1
    assert failed > 3


def test_a_number_with_a_plus_comes_back_through_our_own_import() -> None:
    (row,) = list(
        csv.DictReader(
            io.StringIO(write_csv(people_of(["+49 30 5550"])).decode("utf-8-sig"), newline="")
        )
    )
    assert csv_write.unsafe(row["Phone 1 - Value"]) == "+49 30 5550"
    assert cards(write_card(Contact(uid="u", phones=(Phone("+49 30 5550"),)))) != []
