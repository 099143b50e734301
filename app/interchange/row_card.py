"""Row card: one row of a table as a vCard of its own, in UTF-8, so that everything behind the
scanner knows one kind of card.

A cell is either the value that its column means, or a line of its own under its header
(X-ENISHI-COLUMN): nothing of the row is dropped.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from app.domain import partial_date
from app.domain.contact import Account, Occasion, Position, Related
from app.domain.folding import fold, fold_name
from app.domain.services import service_of
from app.interchange import birthdays
from app.interchange.columns import PLACE, Column, Field
from app.interchange.content_lines import clean, escape
from app.interchange.convert import Out, head_text, write_birthday
from app.interchange.csv_write import unsafe
from app.interchange.fields import COLUMN, GATHERING, INTRODUCED_BY, MET_ON, label_words
from app.interchange.further_lines import Further, further_lines
from app.interchange.table_dates import iso

_NAME = (Field.FAMILY, Field.GIVEN, Field.MIDDLE, Field.PREFIX, Field.SUFFIX)
_TEXTS = {
    Field.FULL: "FN", Field.NICKNAME: "NICKNAME", Field.TITLE: "TITLE", Field.NOTE: "NOTE",
    Field.READING_FAMILY: "X-PHONETIC-LAST-NAME", Field.READING_GIVEN: "X-PHONETIC-FIRST-NAME",
    Field.GATHERING: GATHERING, Field.INTRODUCED_BY: INTRODUCED_BY,
}  # fmt: skip
_DATES = {Field.BIRTHDAY: "BDAY", Field.MET_ON: MET_ON}
_VALUES = {Field.EMAIL: "EMAIL", Field.PHONE: "TEL", Field.URL: "URL"}
_FURTHER_COMPANY = (Field.FURTHER_COMPANY, Field.FURTHER_DEPARTMENT, Field.FURTHER_TITLE)
_FURTHER = frozenset({Field.RELATED, Field.DATE, Field.ACCOUNT, Field.SERVICE, *_FURTHER_COMPANY})
_ONCE = frozenset({Field.FULL, Field.NICKNAME, Field.TITLE})
_SEVERAL = ":::"
_ADDRESSES = re.compile(r"[;,\s]+")
_TAGS = re.compile(r"[,;、]|:::")
_GOOGLE_ONLY = frozenset({"* mycontacts", "* my contacts"})
_WORDS = re.compile(r"\w+")


def row_card(columns: Sequence[Column], cells: Sequence[str]) -> bytes:
    """The row as a card, between BEGIN and END, unfolded."""
    lines = _Row(columns, cells).lines()
    body = "".join(f"{line.text}\r\n" for line in lines)
    return f"BEGIN:VCARD\r\nVERSION:4.0\r\n{body}END:VCARD\r\n".encode("utf-8", "replace")


class _Row:
    """One row, its cells by what they mean."""

    def __init__(self, columns: Sequence[Column], cells: Sequence[str]) -> None:
        self._cells: list[tuple[Column, str]] = []
        self._kept: list[Out] = []
        self._once: dict[Field, str] = {}
        """What was said of what a person has one of: columns of one header are equal."""
        self._group = 0
        for at, cell in enumerate(cells):
            text = clean(unsafe(cell)).strip()
            if text:
                column = columns[at] if at < len(columns) else Column(str(at + 1))
                self._cells.append((column, text))
        self._labels = {
            column.group: _bare_label(text)
            for column, text in self._cells
            if column.field is Field.LABEL
        }

    def lines(self) -> Iterator[Out]:
        """Everything that the row says."""
        yield from self._name()
        yield from self._organization()
        for column, text in self._cells:
            yield from self._one(column, text)
        yield from self._addresses()
        for item in self._further():
            self._group += 1
            yield from further_lines(item, "4.0", f"item{self._group}")
        yield from self._kept

    def _of(self, field: Field) -> list[tuple[Column, str]]:
        return [(c, t) for c, t in self._cells if c.field is field]

    def _first(self, field: Field) -> str:
        """The first value of a field; further ones that say something else are kept as they are."""
        found = self._of(field)
        for column, text in found[1:]:
            if text != found[0][1]:
                self._keep(column, text)
        return found[0][1] if found else ""

    def _keep(self, column: Column, text: str) -> None:
        if iso(text):  # 0/0/00 says nothing
            name = self._labels.get(column.group, "") or column.header
            self._kept.append(Out(head_text(COLUMN, [("NAME", (name,))]), escape(text)))

    def _name(self) -> Iterator[Out]:
        parts = [self._first(field) for field in _NAME]
        yield Out("N", ";".join(escape(part) for part in parts))  # vCard 3.0 wants one
        if self._of(Field.READING_FAMILY) or self._of(Field.READING_GIVEN):
            parts = [self._first(field) for field in (Field.READING_FAMILY, Field.READING_GIVEN)]
            for column, text in self._of(Field.READING):
                if fold_name(text) != fold_name("".join(parts)):
                    self._keep(column, text)
            return
        reading = self._first(Field.READING).split(None, 1)
        for name, part in zip(
            ("X-PHONETIC-LAST-NAME", "X-PHONETIC-FIRST-NAME"), reading, strict=False
        ):
            yield Out(name, escape(part))

    def _organization(self) -> Iterator[Out]:
        names = self._of(Field.ORGANIZATION)
        units = [text for _, text in self._of(Field.DEPARTMENT)]
        if names or units:
            parts = [self._first(Field.ORGANIZATION), *units]
            yield Out("ORG", ";".join(escape(part) for part in parts))

    def _one(self, column: Column, text: str) -> Iterator[Out]:
        field = column.field
        if field in _VALUES:
            yield from self._values(column, text)
        elif field in _DATES:
            yield from _date(column, text)
        elif field in _TEXTS:
            yield from self._text(column, text)
        elif field is Field.TAGS:
            yield from _tags(text)
        elif field is Field.KEPT or (field is Field.LABEL and not self._is_used(column)):
            self._keep(column, text)

    def _text(self, column: Column, text: str) -> Iterator[Out]:
        if column.field in _ONCE and column.field in self._once:
            if text != self._once[column.field]:
                self._keep(column, text)
            return
        self._once[column.field] = text
        yield Out(_TEXTS[column.field], escape(text))

    def _is_used(self, label: Column) -> bool:
        return any(c.group == label.group and c.field is not Field.LABEL for c, _ in self._cells)

    def _values(self, column: Column, text: str) -> Iterator[Out]:
        parts = [part.strip() for part in text.split(_SEVERAL)]
        if column.field is Field.EMAIL and text.count("@") > 1:
            apart = [p for p in _ADDRESSES.split(text) if p and p != _SEVERAL]
            parts = apart if all("@" in p for p in apart) else parts
        label = self._labels.get(column.group, column.label)
        for part in filter(None, parts):
            yield from self._labelled(_VALUES[column.field], escape(part), label)

    def _labelled(self, name: str, value: str, label: str) -> Iterator[Out]:
        words = label_words(label.lower()) if label else ()
        if words is not None:
            yield Out(head_text(name, [("TYPE", words)] if words else []), value)
            return
        self._group += 1
        yield Out(f"item{self._group}.{name}", value)
        yield Out(f"item{self._group}.X-ABLabel", escape(label))

    def _further(self) -> Iterator[Further]:
        """People close to them, days, accounts and further companies, each from its columns."""
        groups: dict[str, list[tuple[Column, str]]] = {}
        for column, text in self._cells:
            if column.field in _FURTHER:
                groups.setdefault(column.group, []).append((column, text))
        for group, cells in groups.items():
            parts = {field: _of_place(cells, field) for field in _FURTHER}
            yield from _further(parts, self._labels.get(group) or None)
            if parts[Field.SERVICE] and not parts[Field.ACCOUNT]:
                self._keep(Column(group), parts[Field.SERVICE])

    def _addresses(self) -> Iterator[Out]:
        groups: dict[str, list[tuple[Column, str]]] = {}
        for column, text in self._cells:
            if column.field in PLACE:
                groups.setdefault(column.group, []).append((column, text))
        for group, cells in groups.items():
            label = self._labels.get(group, cells[0][0].label)
            parts = {field: _of_place(cells, field) for field in PLACE}
            whole = parts.pop(Field.ADDRESS)
            if whole and not _says(parts.values(), whole):
                street = [*filter(None, [whole, parts[Field.STREET]])]
                parts[Field.STREET] = " ".join(street)
            order = (Field.STREET, Field.CITY, Field.REGION, Field.POSTAL_CODE, Field.COUNTRY)
            value = ";".join(["", "", *(escape(parts[field]) for field in order)])
            yield from self._labelled("ADR", value, label)


def _further(parts: Mapping[Field, str], label: str | None) -> Iterator[Further]:
    """What the columns of one group say."""
    company = Position(*(parts[field] or None for field in _FURTHER_COMPANY))
    if company != Position():
        yield company
    if parts[Field.RELATED]:
        yield Related(parts[Field.RELATED], label)
    if day := iso(parts[Field.DATE]):
        yield Occasion(str(partial_date.read(day) or day), label)
    if parts[Field.ACCOUNT]:
        yield Account(parts[Field.ACCOUNT], service_of(parts[Field.SERVICE]), label)


def _date(column: Column, text: str) -> Iterator[Out]:
    day = iso(text, month_first=column.month_first)
    known = birthdays.parse(day)
    if day:
        value = write_birthday(known, "4.0").value if known else escape(day)
        yield Out(_DATES[column.field], value)


def _tags(text: str) -> Iterator[Out]:
    parts = (part.strip() for part in _TAGS.split(text))
    tags = [_bare_label(p) for p in parts if fold(p) not in _GOOGLE_ONLY and _bare_label(p)]
    if tags:
        yield Out("CATEGORIES", ",".join(escape(tag) for tag in tags))


def _of_place(cells: Iterable[tuple[Column, str]], field: Field) -> str:
    return " ".join(text for column, text in cells if column.field is field)


def _says(parts: Iterable[str], whole: str) -> bool:
    """Whether the parts of an address say every word of the whole already."""
    said = {word for part in parts for word in _WORDS.findall(part)}
    return bool(said) and said >= set(_WORDS.findall(whole))


def _bare_label(text: str) -> str:
    """A label without the star by which Google marks the preferred one and its own groups."""
    return text.strip().removeprefix("*").strip()
