"""What a person said of the columns of a table holds for every table with that header."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.interchange.columns import Field
from app.usecases.importing import read_files
from app.usecases.table_columns import as_said, read_again, remember, remembered

if TYPE_CHECKING:
    from pathlib import Path

    from app.store.store import Store

ODD = "Name,Handle,Haunt\nAya,ayaya,Leeds\nBen,benben,York\n"


def written(folder: Path, text: str = ODD, name: str = "odd.csv") -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def test_a_table_is_read_as_somebody_said(tmp_path: Path) -> None:
    wanted = (Field.FULL, Field.NICKNAME, Field.GATHERING)
    (file,) = read_files([written(tmp_path)], choose=lambda table: table.with_fields(wanted))
    contacts = [card.contact for card in file.cards if card.contact is not None]

    assert [c.name.nickname for c in contacts] == ["ayaya", "benben"]
    assert [c.met.gathering for c in contacts] == ["Leeds", "York"]
    assert file.table is not None
    assert file.table.fields == wanted


def test_a_file_of_cards_has_no_table(tmp_path: Path) -> None:
    text = "BEGIN:VCARD\nVERSION:4.0\nFN:Aya\nEND:VCARD\n"
    (file,) = read_files([written(tmp_path, text, "cards.vcf")])

    assert file.table is None


def test_what_was_said_is_remembered_by_the_header(store: Store, tmp_path: Path) -> None:
    path, other = written(tmp_path), written(tmp_path, "Name,Haunt\nCy,Ely\n", "other.csv")
    files = read_files([path, other])
    table = files[0].table
    assert table is not None
    said = table.with_fields((Field.FULL, Field.KEPT, Field.CITY))
    remember(store, said)

    assert remembered(store) == {table.header: said.fields}
    again = read_again(store, [path, other], files)
    assert again[0].table == as_said(table, remembered(store))
    assert again[0].cards[0].contact is not None
    assert again[0].cards[0].contact.addresses[0].city == "Leeds"
    assert again[1] is files[1]


def test_the_newest_fifty_are_remembered(store: Store, tmp_path: Path) -> None:
    (file,) = read_files([written(tmp_path)])
    assert file.table is not None
    for number in range(52):
        name = f"Name{number}"
        columns = (file.table.columns[0], *(c for c in file.table.columns[1:]))
        first = type(columns[0])(name, Field.FULL, "", name)
        remember(
            store, type(file.table)(file.table.dialect, (first, *columns[1:]), file.table.rows)
        )

    headers = [header[0] for header in remembered(store)]
    assert len(headers) == 50
    assert headers[-1] == "Name51"
    assert "Name1" not in headers


def test_another_number_of_columns_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="shorter"):
        read_files([written(tmp_path)], choose=lambda table: table.with_fields([Field.FULL]))
