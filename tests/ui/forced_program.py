"""The whole program and the command line while everything goes wrong, everything logged; says as
JSON what was done and found.

    python -m tests.ui.forced_program STORE PASSPHRASE-FILE SEED [HOW-MANY]
"""

import json
import logging
import sys
import threading
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import cycle
from pathlib import Path
from random import Random
from traceback import StackSummary, walk_tb
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from app.cli import command, mistakes
from app.domain.contact import Contact, Name
from app.domain.errors import ExpectedError
from app.program import Enishi
from app.store import engine as store_engine
from app.ui import clock, crash
from app.ui.background import MistakeError
from app.ui.pages.names import Page
from app.ui.plain import Label
from app.ui.restore.recovery_page import DAMAGE
from app.ui.widgets.dialog import Dialog
from app.usecases import people
from tests.soak.sentinels import Lookout
from tests.ui import forced
from tests.ui.restore.restore_program import is_open, start, until

WORD, HELD = "zqxvゑぬねのは", "zqkpゑまみむめも"
"""What stands in the words of an exception, or is bound to a statement; and in its frames alone."""
GUARDS = ("words", "values hidden", "values", "locals", "rows")
Raise = Callable[[], object]
Forced = tuple[str, Callable[[Raise], None], Raise]
"""What it is called, by which way it comes, and what does it."""


class Heard:
    """Standard error, listened to."""

    encoding = "utf-8"

    def __init__(self) -> None:
        self.text = ""

    def write(self, text: str) -> int:
        self.text += text
        return len(text)

    def flush(self) -> None:
        pass


class Falls(QWidget):
    """Goes wrong in a slot, in an event and at its end."""

    wanted = Signal()

    def __init__(self, does: Raise) -> None:
        super().__init__()
        self._does = does
        self.went = False
        self.wanted.connect(self._go)

    def _go(self) -> None:
        held = [HELD]
        self.went = True
        self._does()
        del held

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.User:
            self._go()
            return True
        return super().event(event)


class Ends:
    """Goes wrong where nobody can catch it."""

    def __init__(self, does: Raise) -> None:
        self._does = does

    def __del__(self) -> None:
        held = [HELD]
        self._does()
        del held


class Player:
    """Forces one after the other, each on a way of its own."""

    def __init__(self, enishi: Enishi, place: Path, heard: Heard) -> None:
        self.enishi, self.place, self.heard = enishi, place, heard
        self.shown = ""
        self.silent: list[str] = []
        self.done: dict[str, int] = {}

    @property
    def _workspace(self) -> Any:
        assert self.enishi._opened is not None
        return self.enishi._opened.workspace

    # the ways

    def slot(self, does: Raise) -> None:
        made = Falls(does)
        made.wanted.emit()

    def timer(self, does: Raise) -> None:
        ran: list[bool] = []

        def go() -> None:
            held = [HELD]
            ran.append(True)
            does()
            del held

        QTimer.singleShot(0, go)
        until(lambda: ran)

    def event(self, does: Raise) -> None:
        made = Falls(does)
        QCoreApplication.postEvent(made, QEvent(QEvent.Type.User))
        until(lambda: made.went)

    def lane(self, does: Raise) -> None:
        self._answered(self._workspace.do(lambda _store: does()))

    def question(self, does: Raise) -> None:
        self._answered(self._workspace.ask(lambda _reader: does()))

    def apart(self, does: Raise) -> None:
        self._answered(self._workspace.apart(lambda _reader, _task: does()))

    def read_anew(self) -> None:
        """Everybody, on a connection that is opened now."""
        self._answered(
            self._workspace.apart(lambda reader, _task: reader.contacts(reader.people().ids))
        )

    def free(self, does: Raise) -> None:
        self._answered(self._workspace.free(lambda _task: does()))

    def thread(self, does: Raise) -> None:
        started = threading.Thread(target=does, name=WORD)
        started.start()
        started.join()

    def end(self, does: Raise) -> None:
        Ends(does)

    def command(self, does: Raise) -> None:
        before = command._command
        command._command = lambda _name: lambda *_: does()  # type: ignore[assignment,return-value]
        try:
            store = ["--store", str(self.place)]
            assert command.run([*store, "find"]) == 2
        finally:
            command._command = before

    def top(self, does: Raise) -> None:
        """Whatever comes to the very top of a command."""
        try:
            does()
        except BaseException as error:  # noqa: BLE001 - as Python itself would
            with hooks_kept():
                mistakes.install()
                sys.excepthook(type(error), error, error.__traceback__)

    def _answered(self, reply: Any) -> None:
        until(
            lambda: reply.future.done() and not self.enishi._opened.workspace._background._pending
        )

    # one

    def force(self, name: str, way: Callable[[Raise], None], does: Raise) -> None:
        """Once; whether anybody was told of it."""
        before = len(self.heard.text)
        way(does)
        QApplication.processEvents()
        told = self._read()
        if len(self.heard.text) == before and not told:
            self.silent.append(f"{name} by {way.__name__}")
        self.done[way.__name__] = self.done.get(way.__name__, 0) + 1

    def _read(self) -> bool:
        """What the crash box says is read, and let go; so is the toast."""
        told = False
        for box in [w for w in QApplication.topLevelWidgets() if isinstance(w, Dialog)]:
            if box.isVisible():
                self.shown += "\n".join(label.text() for label in box.findChildren(Label))
                box.done(0)
                box.deleteLater()
                told = True
        shell = self.enishi._opened.shell if self.enishi._opened else None
        if shell is not None and shell.toast.isVisible():
            shell.toast.dismiss()
            told = True
        return told


@contextmanager
def hooks_kept() -> Iterator[None]:
    """Whatever is installed inside goes."""
    before = sys.excepthook, threading.excepthook, sys.unraisablehook
    try:
        yield
    finally:
        sys.excepthook, threading.excepthook, sys.unraisablehook = before


def raiser(kind: type[BaseException], word: str) -> Raise:
    def does() -> None:
        names = [word, HELD]
        raise forced.made(kind, names[0])

    return does


def round_of(player: Player, seed: int, enough: int) -> list[Forced]:
    """What is called, and a sample of the kinds that makes it enough, by ways of the seed."""
    rng = Random(seed)
    ways = [
        player.slot, player.timer, player.event, player.lane, player.question, player.apart,
        player.free, player.thread, player.end, player.command, player.top,
    ]  # fmt: skip
    rng.shuffle(ways)
    turn = cycle(ways)
    told_in_words = {player.lane, player.question, player.apart, player.free}
    every: list[Forced] = []
    called = {**forced.calls(WORD), **forced.chained(WORD)}
    kinds = [k for k in forced.kinds() if k is not MistakeError]  # it only stands for another
    left = enough - len(called) - len(forced.sql(WORD)) - 1
    for kind in rng.sample(kinds, min(left, len(kinds))):
        way = next(turn)
        while issubclass(kind, ExpectedError) and way not in told_in_words:
            way = next(turn)
        if issubclass(kind, DAMAGE):  # on a lane it would close the store
            way = player.slot
        every.append((kind.__name__, way, raiser(kind, WORD)))
    for name, does in called.items():
        every.append((name, next(turn), does))
    return every


def known_everywhere(player: Player) -> None:
    """Somebody of that name is in the store and on the screen."""
    person = Contact(name=Name(WORD), note=WORD, organization=WORD)
    player._answered(player._workspace.do(lambda store: people.add(store, person, now=clock.now())))
    shell = player.enishi._opened.shell
    shell.show_page(Page.PEOPLE)
    until(lambda: shell.page(Page.PEOPLE).shown_person() is not None)


def asked(player: Player, ask: Any) -> Callable[[Raise], None]:
    def on_the_lane(_does: Raise) -> None:
        player._answered(player._workspace.do(ask))

    return on_the_lane


def play(player: Player, seed: int, enough: int) -> dict[str, Any]:
    """All of a round."""
    known_everywhere(player)
    for name, way, does in round_of(player, seed, enough):
        player.force(name, way, does)
    player.force("interrupted", player.slot, lambda: forced.interrupted(WORD))
    for name, ask in forced.sql(WORD).items():
        player.force(name, asked(player, ask), lambda: None)
    return {
        "forced": sum(player.done.values()),
        "ways": player.done,
        "silent": player.silent,
        "boxes": player.shown.count("Qt "),
        "found": found_in(player.heard.text + player.shown),
    }


def found_in(text: str) -> list[str]:
    """Which of the two stand in there, in whatever form."""
    return sorted(Lookout({"word": WORD, "held": HELD}).among(text.encode("utf-8", "replace")))


def without(guard: str, player: Player) -> list[str]:
    """The sabotage twins: some of it once more without a guard, and what is then seen."""
    begin = len(player.heard.text)
    refused = [ask for name, ask in forced.sql(WORD).items() if name.startswith("null in")]
    with hooks_kept():
        if guard in {"words", "values hidden", "values"}:
            sys.excepthook = sys.__excepthook__
        if guard == "values":
            player._answered(player._workspace.do(show_values))
        if guard == "locals":
            crash.report = with_locals
        if guard == "rows":
            store_engine._keep_rows_out_of_logs = talk
            player.read_anew()
        elif guard == "words":
            player.slot(raiser(ValueError, WORD))
        elif guard == "locals":
            player.timer(raiser(ValueError, "x"))
        else:
            for ask in refused:
                player._answered(player._workspace.do(ask))
        QApplication.processEvents()
    return found_in(player.heard.text[begin:])


def show_values(store: Any) -> None:
    store._connection.engine.hide_parameters = False


def talk() -> None:
    logging.getLogger("sqlalchemy.engine.Engine").disabled = False


def with_locals(kind: type[BaseException], trace: Any) -> str:
    frames = StackSummary.extract(walk_tb(trace), capture_locals=True)
    return "".join([kind.__name__, *frames.format()])


def main(store: str, passphrase_file: str, seed: str, enough: str = "200") -> None:
    """Print what was found."""
    heard = Heard()
    sys.stderr = heard
    logging.basicConfig(level=logging.DEBUG, stream=sys.stderr)
    for name in (*logging.root.manager.loggerDict, "sqlalchemy", "sqlalchemy.engine.Engine"):
        logging.getLogger(name).setLevel(logging.DEBUG)
    app = QApplication(sys.argv[:1])
    app.setQuitOnLastWindowClosed(False)
    enishi = start(app, Path(store), Path(passphrase_file))
    until(lambda: is_open(enishi))
    player = Player(enishi, Path(store), heard)
    try:
        said = play(player, int(seed), int(enough))
        said["twins"] = {guard: without(guard, player) for guard in GUARDS}
    except BaseException:  # what is wrong here is to be read
        traceback.print_exc(file=sys.__stderr__)
        raise
    enishi.end()
    sys.stdout.write(json.dumps(said) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
