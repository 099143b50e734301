"""What can be typed: the grammar of the command line."""

import argparse
import re
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NoReturn

from app.cli.output import Output
from app.cli.words import Words
from app.domain.interaction import Kind
from app.interchange.charset import CHOICES, codec_of

_INITIATIVES = ("them", "me", "both")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_VCARD_VERSIONS = ("3.0", "4.0")


@dataclass(frozen=True, slots=True)
class WindowRequest:
    """What the window is asked for: `app.main.run_window` answers it."""

    folder: Path
    passphrase_file: Path | None = None
    files: tuple[Path, ...] = ()
    hidden: bool = False
    reconnect: bool = False


@dataclass(frozen=True, slots=True)
class SelfTest:
    """What a built package is asked for: `app.main.self_test` answers it."""


class UsageRefusedError(Exception):
    """What was typed makes no sense; it was said."""


class _Parser(argparse.ArgumentParser):
    """Says usage and reason on standard error, and raises instead of leaving the program."""

    def __init__(
        self,
        *,
        words: Words,
        out: Output,
        prog: str | None = None,
        description: str | None = None,
        parents: Sequence["_Parser"] = (),
        add_help: bool = True,
    ) -> None:
        super().__init__(
            prog=prog,
            description=description,
            parents=list(parents),
            add_help=add_help,
            allow_abbrev=False,
        )
        self._words = words
        self._out = out

    def error(self, message: str) -> NoReturn:
        self._out.say(self.format_usage().strip())
        self._out.say(self._words("usage_refused", reason=message))
        raise UsageRefusedError

    def _print_message(self, message: str, file: object = None) -> None:
        if file is sys.stderr:
            self._out.say(message.rstrip())
        else:
            self._out.line(message.rstrip())


_Maker = Callable[[str], _Parser]


def parse(argv: Sequence[str], words: Words, out: Output) -> argparse.Namespace:
    """The arguments as typed; raises UsageRefusedError, or SystemExit after help."""
    return _grammar(words, out).parse_args(argv)


def _day(text: str) -> date:
    if not _DAY.fullmatch(text):
        raise ValueError(text)
    return date.fromisoformat(text)


_day.__name__ = "DATE"


def _limit(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError(text)
    return number


_limit.__name__ = "N"


def _charset(text: str) -> str:
    codec = codec_of(text)
    if codec is None or codec not in CHOICES:
        raise ValueError(text)
    return codec


_charset.__name__ = "NAME"


def _common(words: Words, out: Output) -> _Parser:
    common = _Parser(words=words, out=out, add_help=False)
    for name, metavar in (("--store", "DIR"), ("--passphrase-file", "FILE")):
        common.add_argument(
            name,
            metavar=metavar,
            type=Path,
            default=argparse.SUPPRESS,
            help=words(f"help{name.replace('-', '_')}"),
        )
    return common


def _grammar(words: Words, out: Output) -> _Parser:
    common = _common(words, out)
    main = _Parser(
        prog="enishi", description=words("help_main"), parents=[common], words=words, out=out
    )
    main.add_argument("--hidden", action="store_true", help=words("help_hidden"))
    main.add_argument("--self-test", action="store_true", help=words("help_self_test"))
    commands = main.add_subparsers(dest="command", metavar="COMMAND")

    def command(name: str) -> _Parser:
        text = words(f"help_{name}")
        made: _Parser = commands.add_parser(
            name, help=text, description=text, parents=[common], words=words, out=out
        )
        return made

    _add_files(command, words)
    _add_people(command, words)
    _add_keeping(command, words)
    return main


def _add_files(command: _Maker, words: Words) -> None:
    # A menu entry starts `open` with no file: that is the window.
    command("open").add_argument("files", metavar="FILE", nargs="*", type=Path)
    command("reconnect")
    importing = command("import")
    importing.add_argument("files", metavar="FILE", nargs="+", type=Path)
    importing.add_argument("--preview", action="store_true", help=words("help_preview"))
    importing.add_argument("--met", metavar="DATE", type=_day, help=words("help_met"))
    importing.add_argument("--charset", metavar="NAME", type=_charset, help=words("help_charset"))
    _json(importing, words)
    export = command("export")
    export.add_argument("file", metavar="FILE", type=Path)
    export.add_argument("--vcard", choices=_VCARD_VERSIONS, help=words("help_vcard"))
    _force(export, words)


def _add_people(command: _Maker, words: Words) -> None:
    find = command("find")
    find.add_argument("words", metavar="WORDS", nargs="*")
    find.add_argument("--limit", metavar="N", type=_limit, help=words("help_limit"))
    _json(find, words)
    show = command("show")
    show.add_argument("person", metavar="PERSON")
    _json(show, words)
    note = command("note")
    note.add_argument("person", metavar="PERSON")
    note.add_argument("text", metavar="TEXT")
    kinds = [kind.value for kind in Kind]
    note.add_argument("--kind", metavar="KIND", choices=kinds, default=Kind.NOTE.value)
    note.add_argument("--from", dest="initiative", choices=_INITIATIVES, help=words("help_from"))
    note.add_argument("--on", metavar="DATE", type=_day, help=words("help_on"))
    due = command("due")
    due.add_argument("--on", metavar="DATE", type=_day, help=words("help_on"))
    _json(due, words)


def _add_keeping(command: _Maker, words: Words) -> None:
    init = command("init")
    init.add_argument("--no-keyring", action="store_true", help=words("help_no_keyring"))
    command("undo")
    _json(command("check"), words)
    for name in ("backup", "restore"):
        made = command(name)
        made.add_argument("file", metavar="FILE", type=Path)
        _force(made, words)
    command("demo")


def _json(parser: argparse.ArgumentParser, words: Words) -> None:
    parser.add_argument("--json", action="store_true", help=words("help_json"))


def _force(parser: argparse.ArgumentParser, words: Words) -> None:
    parser.add_argument("--force", action="store_true", help=words("help_force"))
