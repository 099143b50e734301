"""Write people as CSV for spreadsheets: UTF-8 with a mark, and no cell that a spreadsheet would
run as a formula.
"""

import csv
import io
from collections.abc import Iterable, Sequence

from app.domain.contact import Contact

_TRIGGERS = frozenset("=+-@\t\r\n\x00＝＋－＠")
_BEFORE = " \"'\u00a0\u3000"
_SINGLE = (
    "Full Name", "Family Name", "Given Name", "Middle Name", "Name Prefix", "Name Suffix",
    "Nickname", "Family Name Yomi", "Given Name Yomi", "Organization", "Department", "Title",
    "Birthday", "Notes", "Labels", "Met On", "Met At", "Introduced By",
)  # fmt: skip
_ADDRESS = ("Street", "City", "Region", "Postal Code", "Country")


def safe(cell: str) -> str:
    """The cell, behind an apostrophe where a spreadsheet would run it (OWASP ASVS 1.2.10)."""
    cell = cell.replace("\x00", "").replace("\r\n", "\n").replace("\r", "\n")
    bare = cell.lstrip(_BEFORE)
    return f"'{cell}" if cell[:1] in _TRIGGERS or bare[:1] in _TRIGGERS else cell


def unsafe(cell: str) -> str:
    """A cell that `safe`, or another careful writer, put behind an apostrophe, as it was."""
    return cell[1:] if cell[:1] == "'" and safe(cell[1:]) != cell[1:] else cell


def _single(contact: Contact) -> list[str | None]:
    name, met = contact.name, contact.met
    return [
        name.full, name.family, name.given, name.middle, name.prefix, name.suffix, name.nickname,
        contact.reading.family, contact.reading.given, contact.organization, contact.department,
        contact.title,
        str(contact.birthday) if contact.birthday else None,
        contact.note, ", ".join(contact.tags),
        met.on.isoformat() if met.on else None, met.gathering, met.introduced_by,
    ]  # fmt: skip


def _addresses(contact: Contact) -> list[Sequence[str | None]]:
    return [
        (a.label, a.street, a.city, a.region, a.postal_code, a.country) for a in contact.addresses
    ]


def _lists(contact: Contact) -> list[list[Sequence[str | None]]]:
    return [
        [(e.label, e.value) for e in contact.emails],
        [(p.label, p.value) for p in contact.phones],
        _addresses(contact),
        [(u.label, u.value) for u in contact.urls],
        [(r.label, r.value) for r in contact.related],
        [(d.label, d.value) for d in contact.dates],
        [(a.label, a.service, a.value) for a in contact.accounts],
        [(None, p.organization, p.department, p.title) for p in contact.positions],
        [(d.label, d.value) for d in contact.more],
    ]


def write_csv(contacts: Iterable[Contact]) -> bytes:
    """All people, one a row, with as many columns as the fullest of them needs."""
    people = list(contacts)
    kinds = (
        ("E-mail", ("Value",)),
        ("Phone", ("Value",)),
        ("Address", _ADDRESS),
        ("Website", ("Value",)),
        ("Relation", ("Value",)),
        ("Event", ("Value",)),
        ("IM", ("Service", "Value")),
        ("Position", ("Organization", "Department", "Title")),
        ("Detail", ("Value",)),
    )
    lists = [_lists(contact) for contact in people]
    widths = [max((len(row[k]) for row in lists), default=0) for k in range(len(kinds))]
    header = list(_SINGLE)
    for (kind, columns), width in zip(kinds, widths, strict=True):
        for number in range(1, width + 1):
            header.extend(f"{kind} {number} - {column}" for column in ("Label", *columns))
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(header)
    for contact, row in zip(people, lists, strict=True):
        cells = _single(contact)
        for (_, columns), width, values in zip(kinds, widths, row, strict=True):
            empty: Sequence[str | None] = [None] * (len(columns) + 1)
            for value in [*values, *[empty] * (width - len(values))]:
                cells.extend(value)
        writer.writerow([safe(cell or "") for cell in cells])
    return out.getvalue().encode("utf-8-sig", "replace")
