"""What goes wrong with somebody's words in its hands, and the ways on which it comes up (R49)."""

import base64
import importlib
import io
import ipaddress
import json
import os
import re
import subprocess
import uuid
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from inspect import Parameter, signature
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import msgspec
import phonenumbers
import vobject
from icalendar import Calendar
from PIL import Image
from PySide6.QtWidgets import QWidget

from app.domain.contact import Contact, Name
from app.domain.interaction import Kind
from app.store import codec
from app.store.derived import TABLES

Force = Callable[[str], object]
FOREIGN = (
    "builtins", "sqlalchemy.exc", "sqlcipher3.dbapi2", "keyring.errors", "msgspec", "json",
    "zipfile", "cryptography.exceptions", "PIL", "vobject.base", "icalendar.error",
    "phonenumbers.phonenumberutil", "jeepney.wrappers", "subprocess", "concurrent.futures",
    "queue", "multiprocessing", "alembic.util.exc", "xml.parsers.expat", "ssl", "socket",
    "configparser", "shutil", "unicodedata", "struct", "binascii", "ctypes", "dataclasses",
    "email.errors", "http.client", "urllib.error", "locale", "copy", "csv", "gettext",
)  # fmt: skip
"""Whose errors the program may meet."""

NOWHERE = "SELECT * FROM {}"
NULL = "INSERT INTO {} (id, json) VALUES (?, NULL)"
TWICE = "INSERT INTO {} (n, id, json) VALUES (?, ?, ?)"


def below(root: type[BaseException]) -> Iterator[type[BaseException]]:
    """All kinds below one that are loaded, each once."""
    seen: set[type[BaseException]] = set()
    waiting = [root]
    while waiting:
        for kind in waiting.pop().__subclasses__():
            if kind not in seen:
                seen.add(kind)
                waiting.append(kind)
                yield kind


def kinds() -> list[type[BaseException]]:
    """Every kind of exception of the program, of Python and of what the program stands on."""
    for name in FOREIGN:
        importlib.import_module(name)
    found = [
        kind
        for kind in below(Exception)
        if kind.__module__.startswith("app.") or kind.__module__ in FOREIGN
        if not issubclass(kind, Warning)
    ]
    return sorted({f"{k.__module__}.{k.__qualname__}": k for k in found}.values(), key=str)


def made(kind: type[BaseException], word: str) -> BaseException:
    """One with the word wherever a text may stand, made as it is made, else by its bare root."""
    try:
        asked = signature(kind).parameters.values()
        named = {p.name: False for p in asked if p.kind is Parameter.KEYWORD_ONLY}
        error = kind(*[_value(p, word) for p in asked if _is_asked(p)], **named)
        str(error)
    except Exception:  # noqa: BLE001 - whatever it wants, it has the word at least
        return kind.__new__(kind, word)
    if word not in str(error):
        error.args = (*error.args, word)
    return error


def _is_asked(parameter: Parameter) -> bool:
    positional = parameter.kind in {Parameter.POSITIONAL_ONLY, Parameter.POSITIONAL_OR_KEYWORD}
    return positional and (parameter.default is Parameter.empty or parameter.name == "by")


def _value(parameter: Parameter, word: str) -> object:
    wanted = parameter.annotation
    if wanted is Path:
        return Path("/", word)
    if isinstance(wanted, type) and issubclass(wanted, Enum):
        return next(iter(wanted))
    if wanted is int:
        return 7
    return (word,) if str(wanted).startswith("tuple") else word


@dataclass
class Bad:
    """A value of ours that the engine cannot take."""

    word: str


def _ask(statement: str, *values: object) -> Callable[[Any], object]:
    """What a use case asks of the store's own connection."""

    def ask(store: Any) -> object:
        with store._question() as c:
            return c.exec_driver_sql(statement, values).all()

    return ask


def sql(word: str) -> dict[str, Callable[[Any], object]]:
    """What the engine refuses, with the word bound to it or in its words."""
    asked = {f"null in {table}": _ask(NULL.format(table), word) for table in TABLES.values()} | {
        f"twice in {table}": _ask(TWICE.format(table), word, word) for table in TABLES.values()
    }
    return asked | {
        "no such table": _ask(NOWHERE.format(word)),
        "no such column": _ask("SELECT contact." + word),
        "no statement": _ask(f"SELECT '{word}"),
        "a search that is none": _ask("SELECT rowid FROM notes WHERE notes MATCH ?", f'"{word}'),
        "a column to search": _ask("SELECT rowid FROM notes WHERE notes MATCH ?", f"{word}:a"),
        "a bad path": _ask("SELECT json_extract('{}', ?)", word),
        "an object": _ask("SELECT ?", Bad(word)),
        "too many values": _ask("SELECT ?", word, word),
        "too few values": _ask(f"SELECT ?, ?, '{word}'", word),
        "a text for a row": _ask("INSERT INTO unsettled (contact) VALUES (?)", word),
        "meta twice": _ask("INSERT INTO meta (name, value) VALUES ('store', ?)", word),
        "a setting that is none": lambda store: store.set_settings({word: Bad(word)}),
        "a choice that is none": lambda store: store.set_choice(date.min, [Bad(word)]),
        "an id that is none": lambda store: store.contacts([Bad(word)]),
        "a record that is none": lambda store: store.set_setting(Bad(word), word),
    }


def calls(word: str) -> dict[str, Callable[[], object]]:
    """What libraries and Python itself refuse."""
    data = word.encode()
    odd: Any = word
    fields: Any = {word: word}
    return {
        "json": lambda: json.loads('{"' + word),
        "codec": lambda: codec.decode("contact", '{"id": 1, "note": "' + word + '"}'),
        "codec, broken": lambda: codec.decode("contact", '{"id": "' + word),
        "msgspec": lambda: msgspec.json.decode(data, type=Contact),
        "int": lambda: int(word),
        "float": lambda: float(word),
        "decimal": lambda: Decimal(word),
        "date": lambda: date.fromisoformat(word),
        "datetime": lambda: datetime.strptime(word, "%Y"),  # noqa: DTZ007
        "zone": lambda: ZoneInfo(word),
        "uuid": lambda: uuid.UUID(word),
        "kind": lambda: Kind(word),
        "ascii": lambda: word.encode("ascii"),
        "decode": lambda: (data + b"\xff").decode("utf-8"),
        "base64": lambda: base64.b64decode(word, validate=True),
        "key": lambda: {"a": 1}[word],
        "index": lambda: [].index(odd),
        "attribute": lambda: getattr(object(), word),
        "module": lambda: importlib.import_module(word),
        "file": lambda: Path("/nowhere", word).read_bytes(),
        "rename": lambda: os.rename(f"/nowhere/{word}", f"/{word}"),  # noqa: PTH104
        "program": lambda: subprocess.run([f"/nowhere/{word}"], check=True),
        "its end": lambda: subprocess.run(["false", word], check=True),
        "pattern": lambda: re.compile(f"({word}"),
        "address": lambda: ipaddress.ip_address(word),
        "card": lambda: vobject.readOne(f"BEGIN:VCARD\r\n{word}\r\n:\r\nEND:VCARD"),
        "calendar": lambda: Calendar.from_ical(f"BEGIN:VCALENDAR\r\n{word}\r\n"),
        "number": lambda: phonenumbers.parse(word, None),
        "picture": lambda: Image.open(io.BytesIO(data)),
        "archive": lambda: zipfile.ZipFile(io.BytesIO(data)),
        "too many names": lambda: Name(*[word] * 9),
        "an unknown field": lambda: Contact(**fields),
        "another field": lambda: replace(Contact(), **fields),
        "frozen": lambda: setattr(Contact(), "note", word),
        "a widget's place": lambda: QWidget.resize(odd, odd),
        "unpacking": lambda: dict([odd]),
        "deep": lambda: _deep(word),
        "text and number": lambda: odd + 1,
        "format": lambda: f"{{{word}}}".format(),
        "compiled": lambda: compile(word + "(", "<text>", "eval"),
    }


def _deep(word: str) -> object:
    return _deep(word)


def chained(word: str) -> dict[str, Callable[[], object]]:
    """What carries another, or a note."""

    def caused() -> None:
        try:
            raise KeyError(word)
        except KeyError as error:
            raise RuntimeError(word) from error

    def meanwhile() -> None:
        try:
            raise KeyError(word)
        except KeyError:
            raise OSError(word)  # noqa: B904

    def noted() -> None:
        error = RuntimeError()
        error.add_note(word)
        raise error

    def grouped() -> None:
        raise ExceptionGroup(word, [ValueError(word), KeyError(word)])

    def checked() -> None:
        names = [word]
        assert not names, word

    return {
        "caused": caused, "meanwhile": meanwhile, "noted": noted, "grouped": grouped,
        "checked": checked,
    }  # fmt: skip


def interrupted(word: str) -> None:
    """Ctrl+C while something else is being dealt with."""
    try:
        raise KeyError(word)
    except KeyError:
        raise KeyboardInterrupt  # noqa: B904
