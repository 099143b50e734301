"""What the columns of a table mean where the person said so, remembered for every table with that
header.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from app.interchange.columns import Field
from app.interchange.table_scan import Table
from app.store.settings import Setting
from app.usecases.import_plan import ReadFile
from app.usecases.importing import read_files

if TYPE_CHECKING:
    from app.store.reader import Reader
    from app.store.store import Store

Columns = Mapping[tuple[str, ...], tuple[Field, ...]]
"""The meanings of the columns of a table, by its header."""

_AT_MOST = 50
_Kept = list[tuple[tuple[str, ...], tuple[Field, ...]]]


def remembered(reader: "Reader") -> Columns:
    """All that was said of tables so far."""
    text = reader.setting(Setting.COLUMNS)
    return dict(msgspec.json.decode(text, type=_Kept)) if text else {}


def remember(store: "Store", table: Table) -> None:
    """Read tables with this header so from now on; of the oldest ones nothing is kept."""
    kept = {h: f for h, f in remembered(store).items() if h != table.header}
    kept[table.header] = table.fields
    text = msgspec.json.encode(list(kept.items())[-_AT_MOST:]).decode("utf-8")
    store.set_setting(Setting.COLUMNS, text)


def as_said(table: Table, columns: Columns) -> Table:
    """The table with the columns that were said for its header."""
    fields = columns.get(table.header)
    return table if fields is None else table.with_fields(fields)


def read_again(
    reader: "Reader", paths: Sequence[Path], files: Sequence[ReadFile], codec: str | None = None
) -> tuple[ReadFile, ...]:
    """The files; those whose columns mean something else, as was said earlier, read once more."""
    columns = remembered(reader)
    found: list[ReadFile] = []
    for path, file in zip(paths, files, strict=True):
        if file.table is None or as_said(file.table, columns) == file.table:
            found.append(file)
        else:
            found += read_files([path], codec=codec, choose=lambda table: as_said(table, columns))
    return tuple(found)
