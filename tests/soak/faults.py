"""`python -m tests.soak.faults FILE GUARD …`: the program that fails when a line in FILE says so, a
word of the line in its hands; logging everything; without the guards that GUARD names ("-": none).
"""

import logging
import os
import sys
from collections.abc import Callable
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from app.program import Enishi
    from app.store.folder import StoreFolder
    from app.store.store import Store
    from app.usecases.handover import Message

LOOK_EVERY_MS = 50
KINDS = ("slot", "key", "sql", "parse", "thread", "finder")


class Faults:
    """Fails as each new line says: kind, a space, a word."""

    def __init__(self, enishi: "Enishi", path: Path) -> None:
        from PySide6.QtCore import QTimer

        self._enishi, self._path, self._done = enishi, path, 0
        self._timer = QTimer(enishi)
        self._timer.timeout.connect(self._look)
        self._timer.start(LOOK_EVERY_MS)

    def _look(self) -> None:
        lines = self._path.read_text("utf-8").splitlines() if self._path.exists() else []
        for line in lines[self._done :]:
            kind, _, word = line.partition(" ")
            if kind == "sql" and self._enishi._opened is None:
                return  # it will be
            self._done += 1
            getattr(self, f"_{kind}")(word)

    def _slot(self, word: str) -> None:
        note = f"a note about {word}"
        raise RuntimeError(note)

    def _key(self, word: str) -> None:
        people: dict[str, int] = {}
        people[word] += 1

    def _sql(self, word: str) -> None:
        def write(store: "Store") -> None:
            with store._question() as connection:
                insert = "INSERT INTO contact (id, json) VALUES (?, ?)"
                connection.exec_driver_sql(insert, (word, word))

        assert self._enishi._opened is not None
        self._enishi._opened.workspace.do(write)

    def _parse(self, word: str) -> None:
        self._enishi._background.run(lambda _task: int(word))

    def _thread(self, word: str) -> None:
        Thread(target=lambda: [].index(word), name=word).start()  # type: ignore[arg-type]

    def _finder(self, word: str) -> None:
        from app.domain.contact import Name

        Name(word, word, word, word, word, word, word, word)  # type: ignore[call-arg]

    def _abort(self, word: str) -> None:
        held = [word]
        os.abort()
        del held


def _reports_messages() -> None:
    """R49: a bug is told as Python does, with what the exception says."""
    from app.cli import mistakes
    from app.ui import crash

    mistakes.install = lambda: None
    crash.install = lambda told: None


def _remembers_passphrases() -> None:
    """R25: what opened the data is written down beside the settings."""
    from PySide6.QtCore import QSettings

    from app.store import vault

    unlock = vault.unlock

    def note(folder: "StoreFolder", *, passphrase: str | None = None, **more: Any) -> vault.DataKey:
        if passphrase:
            QSettings("enishi", "enishi").setValue("last", passphrase.encode().hex())
        return unlock(folder, passphrase=passphrase, **more)

    vault.unlock = note


GUARDS: dict[str, Callable[[], None]] = {
    "-": lambda: None,
    "reports": _reports_messages,
    "passphrase": _remembers_passphrases,
}


def main() -> int:
    """The program, ready to fail."""
    path, guard = Path(sys.argv.pop(1)), sys.argv.pop(1)
    logging.basicConfig(level=logging.DEBUG, stream=sys.stderr)
    for one in guard.split(","):
        GUARDS[one]()
    if all(word.startswith("--") for word in sys.argv[1:]):  # no command, but the window
        from app.program import Enishi

        begin = Enishi.begin

        def ready(self: Enishi, wish: "Message") -> None:
            self._faults = Faults(self, path)  # type: ignore[attr-defined]
            begin(self, wish)

        Enishi.begin = ready  # type: ignore[method-assign]
    from app.__main__ import main as program

    return program()


if __name__ == "__main__":
    sys.exit(main())
