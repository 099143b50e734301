"""`python -m tests.soak.slots_program SEED SLOTS STATEMENTS GUARD ROUND …`: plays acts in a window
without a screen, fails in each slot and at statements of the write, and says as JSON what came of
it.

A ROUND is the name of an act, `press PLACE` or `keys PLACE`. What was failed in before is read from
the standard input, a name a line. GUARD: "-", or which guard is taken away.
"""

import gc
import json
import shutil
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from random import Random
from typing import Any

from PySide6.QtWidgets import QApplication

from app.domain import ids
from app.store import store as store_module
from app.store.reader import Reader
from app.store.settings import Setting
from app.store.still import QUIET
from app.ui import crash
from app.ui.background import Reply
from app.ui.look.theme import Theme
from tests.soak.house import quick_place, rows_of
from tests.soak.slot_acts import ACTS, BY
from tests.soak.slot_faults import SECRET, Faults, watching
from tests.soak.slot_sitting import TYPED, Act, make_store, sitting

OWN = {*QUIET, Setting.COPIED_UPTO}
"""What the program keeps by itself: it is not what the person did."""
NAMES = (SECRET, "Quagmire", "早坂", "komorebi", TYPED)


_WRITES = ("INSERT", "UPDATE", "DELETE", "REPLACE")


class Counted:
    """In the place of `secrets`: the same ids in each run."""

    def __init__(self) -> None:
        self.randbits = Random(0).getrandbits


class Play:
    """One act, again and again."""

    def __init__(self, theme: Theme, faults: Faults) -> None:
        self.theme, self.faults = theme, faults
        self.place = Path(tempfile.mkdtemp(dir=quick_place()))
        self.key = make_store(self.place / "whole")
        self.met: list[str] = []
        self.wrong: list[str] = []
        self.called: set[str] = set()

    def run(self, act: Act, how: str = "", where: str = "") -> tuple[str, str, str]:
        """Content before and after the deed, and what is wrong with how it was told."""
        here = self.place / "run"
        shutil.rmtree(here, ignore_errors=True)
        shutil.copytree(self.place / "whole", here)
        vars(ids)["secrets"] = Counted()
        said, sys.stderr = sys.stderr, StringIO()
        hook = sys.excepthook
        try:
            with sitting(self.theme, here, self.key) as s:
                deed = act(s)
                typed = TYPED in s.fields()
                before = s.ask(lambda store: rows_of(store, OWN))
                self.faults.begin(how, where)
                try:
                    s.do(deed)
                    s.rest()
                finally:
                    self.faults.end()
                if self.faults.failed and how in {"enter", "leave"}:
                    self.called.add(where)
                after = s.ask(lambda store: rows_of(store, OWN))
                told, fields = s.told(), s.fields()
                s.opened.shell.hide()  # as locking does: what was typed is kept
                s.rest()
                kept = fields + told + s.ask(everything)
            log = sys.stderr.getvalue()
        finally:
            sys.stderr, sys.excepthook = said, hook
        gc.collect()
        trouble = ""
        if self.faults.failed:
            report = told.replace(TYPED, "")
            if "InjectedError" not in told:
                trouble = "not told"
            elif any(name in log + report for name in NAMES):
                trouble = "names in the log"
            elif typed and how == "statement" and TYPED not in kept:
                trouble = "typed text lost"
        elif log:
            trouble = f"failed by itself: {log[-300:]}"
        return before, after, trouble

    def all_of(self, name: str, act: Act, known: set[str], most: "Most", seed: int) -> None:
        """Undisturbed, then with a failure at each place that is not known yet, `most` at most."""
        before, after, trouble = self.run(act)
        if trouble:
            self.wrong.append(f"{name}: {trouble}")
            return
        slots, statements = set(self.faults.called), self.faults.statements
        self.met.append("a change" if before != after else "no change")
        chance = Random(f"{seed} {name}")
        new = chance.sample(sorted(slots - known), min(most.slots, len(slots - known)))
        known |= set(new)
        places = [(how, slot) for slot in sorted(new) for how in ("enter", "leave")]
        places += [("statement", str(at)) for at in _chosen(statements, most.statements, chance)]
        for how, where in places:
            _, now, trouble = self.run(act, how, where)
            if not self.faults.failed:
                self.met.append(f"{how} not again")
                continue
            state = {before: "before", after: "after"}.get(now, "between")
            self.met.append(f"{how} {state}")
            if state == "between" or trouble:
                self.wrong.append(f"{name}, {how} {where}: {state}, {trouble}")

    def end(self) -> None:
        shutil.rmtree(self.place, ignore_errors=True)


@dataclass(frozen=True)
class Most:
    """So many places of an act."""

    slots: int
    statements: int


def _chosen(statements: list[str], most: int, chance: Random) -> list[int]:
    """Numbers of statements to fail at, from one on: those that write first, for they matter."""
    writes = [at for at, words in enumerate(statements, 1) if words.startswith(_WRITES)]
    others = [at for at in range(1, len(statements) + 1) if at not in writes]
    chosen = chance.sample(writes, min(most, len(writes)))
    left = min(most - len(chosen), len(others))
    return sorted(chosen + chance.sample(others, left))


def everything(store: Reader) -> str:
    """All rows of what a person can have typed, as text."""
    driver: Any = store._connection.connection.driver_connection
    tables = ("contact", "interaction", "promise", "remark", "gathering", "follow_up", "setting")
    there = {name for (name,) in driver.execute("SELECT name FROM sqlite_master")}
    return "".join(
        str(driver.execute(f"SELECT * FROM {name}").fetchall())  # noqa: S608 - our own names
        for name in tables
        if name in there
    )


# guards that can be taken away


def _write_in_two() -> None:
    """The records count before the log of changes knows of them."""
    write = vars(store_module)["write"]

    def split(connection: Any, edits: Any) -> Any:
        images = write(connection, edits)
        driver = connection.connection.driver_connection
        driver.execute("COMMIT")
        driver.execute("BEGIN IMMEDIATE")
        return images

    vars(store_module)["write"] = split


def _tell_nobody() -> None:
    crash.install = lambda told: None


def _leave_them_waiting() -> None:
    """Who waits for an answer hears nothing of a mistake."""
    Reply._fail = lambda self, error: None  # type: ignore[method-assign]


def _report_messages() -> None:
    """R49: the report says what the exception says."""
    crash.report = lambda kind, trace: f"{kind.__name__} {SECRET if trace else ''}"


GUARDS: dict[str, Callable[[], None]] = {
    "-": lambda: None,
    "whole": _write_in_two,
    "told": _tell_nobody,
    "typed": _leave_them_waiting,
    "clean": _report_messages,
}


def main(argv: list[str]) -> int:
    """Print a line of JSON for each round."""
    seed, slots, statements, guard, *rounds = argv
    most = Most(int(slots), int(statements))
    known = set(sys.stdin.read().split("\n")) if not sys.stdin.isatty() else set()
    app = QApplication(sys.argv[:1])
    app.setQuitOnLastWindowClosed(False)
    gc.disable()  # as in the program (`ui.collecting`): a lane must destroy no widget
    GUARDS[guard]()
    theme = Theme(app, mode="light", language="en")
    with watching() as faults:
        for name in rounds:
            play = Play(theme, faults)
            try:
                play_round(play, name, known, most, int(seed))
            finally:
                play.end()
            said = {
                "round": name, "met": play.met, "wrong": play.wrong,
                "called": sorted(play.called), "connected": sorted(faults.connected),
            }  # fmt: skip
            sys.stdout.write(json.dumps(said, ensure_ascii=False) + "\n")
            sys.stdout.flush()
    return 0


def play_round(play: Play, name: str, known: set[str], most: Most, seed: int) -> None:
    """An act, or one press after the other."""
    what, _, place = name.partition(" ")
    if name in ACTS:
        play.all_of(name, ACTS[name], known, most, seed)
        return
    number, slots = 0, Most(most.slots, 0)
    while True:
        try:
            play.all_of(f"{name} {number}", BY[what](place, number), known, slots, seed)
        except IndexError:
            return
        number += 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
