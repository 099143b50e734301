"""Running one command: what was typed goes in, an exit code comes out, and never a traceback."""

import os
from argparse import Namespace
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from app.cli import mistakes
from app.cli.arguments import SelfTest, UsageRefusedError, WindowRequest, parse
from app.cli.output import Output, OutputFailedError
from app.cli.session import DONE, NEEDS_A_LOOK, REFUSED, Session, clock
from app.cli.stopping import too_late
from app.cli.words import Words, language_of
from app.domain.errors import ExpectedError
from app.store.folder import StoreFolder, default_folder
from app.store.following import followed

T = TypeVar("T")
Command = Callable[[Session, Namespace], int]
_FILES = frozenset({"import", "export"})
_PEOPLE = frozenset({"find", "show", "note", "due"})
_WRITING = frozenset({"import", "note", "undo", "init", "demo", "backup", "restore", "export"})


def run(argv: Sequence[str]) -> int | WindowRequest | SelfTest:
    """Do what was typed; or say what the window or the self-test is asked for."""
    words = Words(language_of(os.environ))
    out = Output()
    try:
        typed = parse(argv, words, out)
    except UsageRefusedError:
        return REFUSED
    except OutputFailedError:
        return DONE
    except SystemExit as left:
        return left.code if isinstance(left.code, int) else REFUSED
    if typed.self_test:
        return SelfTest()
    named = Path(getattr(typed, "store", None) or default_folder()).absolute()
    folder = StoreFolder(followed(named))
    passphrase_file = getattr(typed, "passphrase_file", None)
    session = Session(words, out, folder, passphrase_file, clock())
    if typed.command in {None, "open", "reconnect"}:
        return _guarded(session, typed, _window)
    return _guarded(session, typed, _run)


def _window(session: Session, typed: Namespace) -> int | WindowRequest:
    """The window is asked for: an open one gets the wish, else one is opened."""
    from app.interchange.errors import FileNotReadableError
    from app.usecases.handover import Message, Wish

    files = tuple(path.absolute() for path in getattr(typed, "files", ()))
    for path in files:
        if not path.is_file():
            raise FileNotReadableError(path)
    wishes = {None: Wish.SHOW, "open": Wish.OPEN, "reconnect": Wish.RECONNECT}
    wish = wishes[typed.command]
    if wish is Wish.OPEN and not files:
        wish = Wish.SHOW
    if typed.hidden and typed.command is None:
        wish = Wish.NOTHING
    if session.hand_over(Message(wish, files)):
        session.say("handed_over")
        return DONE
    session.passphrase()  # a file that cannot be read is refused here, in words
    return WindowRequest(
        session.folder.path,
        session.passphrase_file,
        files,
        hidden=typed.hidden,
        reconnect=typed.command == "reconnect",
    )


def _run(session: Session, typed: Namespace) -> int:
    return _command(typed.command)(session, typed)


def _command(name: str) -> Command:
    """The command by its name; only what it needs is loaded."""
    commands: dict[str, Command]
    if name in _FILES:
        from app.cli import cards

        commands = {"import": cards.import_cards, "export": cards.export}
    elif name in _PEOPLE:
        from app.cli import people

        commands = {
            "find": people.find,
            "show": people.show,
            "note": people.note,
            "due": people.due,
        }
    else:
        from app.cli import keeping

        commands = {
            "init": keeping.init,
            "undo": keeping.undo,
            "check": keeping.check,
            "backup": keeping.backup,
            "restore": keeping.restore,
            "demo": keeping.demo,
        }
    return commands[name]


def _guarded(
    session: Session, typed: Namespace, step: Callable[[Session, Namespace], T]
) -> T | int:
    """Run a step; what goes wrong is said in words, never as a traceback (R49)."""
    try:
        return step(session, typed)
    except ExpectedError as error:
        from app.cli.error_words import say

        say(session, error)
        return REFUSED
    except OutputFailedError as failed:
        if failed.gone:
            return DONE
        session.say("output_failed")
        return NEEDS_A_LOOK if typed.command in _WRITING else REFUSED
    except (KeyboardInterrupt, EOFError):  # the second one: a prompt without an answer
        too_late()
        session.say("stopped")
        return REFUSED
    except Exception as error:  # noqa: BLE001 - the last stop: a fault is told without anybody's data
        session.say("unexpected", where=mistakes.where(type(error), error.__traceback__))
        return REFUSED
