"""R17, R18, R20: a real gnome-keyring in every state it may be found in, and hostile ones.

Whatever it does: nothing is minted, nothing changes, the window lives and says why, in both
languages, and the passphrase opens.
"""

import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.desk.desk import Desk
from tests.desk.program import PASSPHRASE, ROOT, Program
from tests.desk.secrets import Secrets
from tests.desk.waiting import until
from tests.journeys.story import BUTTON, CHOICE, FIELD, Story
from tests.journeys.test_lock import fingerprint
from tests.soak import ticking
from tests.soak.journal import Journal
from tests.ui.notify.bus import Bus

QUIET = 1.5
"""Seconds in which nobody looks at the window: eyes make it work as well."""
MAKE = """
import sys
from pathlib import Path
from app.store.folder import StoreFolder
from app.store.store import create_store
from app.store.vault import create_vault
from app.store.wrap import PassphraseCost
folder = StoreFolder(Path(sys.argv[1]))
cost = PassphraseCost(memory_kib=8, passes=1, lanes=1)
vault = create_vault(folder, sys.argv[2], use_keyring=True, cost=cost)
assert vault.keyring_trouble is None, vault.keyring_trouble
create_store(folder, vault)
"""
EVIL = """
import os
from pathlib import Path
from keyring.backend import KeyringBackend
def note(what):
    with Path(os.environ["HOME"], "evil-was-here").open("a") as stream:
        stream.write(what + "\\n")
note("imported")
class Keyring(KeyringBackend):
    priority = 1000
    def get_password(self, service, username): note("asked")
    def set_password(self, service, username, password): note("told " + password)
    def delete_password(self, service, username): note("told to forget")
"""
LANGUAGES = {
    "en": ("C.UTF-8", "Passphrase", "Today"),
    "ja": ("ja_JP.UTF-8", "合言葉", "今日"),
}
NONE = ("none that Enishi trusts", "信頼できる鍵束がありません")
GONE = ("keeps the key, and is not here", "ここにはそれがありません")
SILENT = ("does not answer", "返事がありません")
REFUSED = ("It is locked, or it refused", "錠がかかっているか、断られました")
HOLDS_NONE = ("holds no key", "鍵がないか、錠がかかっています")
WRONG = ("does not open this data", "合いません")
EVIL_NAMED = ("evil.Keyring is set as the keyring", "「evil.Keyring」は")


class Rounds:
    """A desk with a keyring, and a store that it opens."""

    def __init__(self, desk: Desk, place: Path, guard: str) -> None:
        self.desk = desk
        self.secrets = Secrets(desk)
        self.program = Program(desk)
        self.story = Story(self.program, place / "pictures", "keyrings")
        self.ticks = place / "ticks.json"
        self.program.argv = [sys.executable, "-m", "tests.soak.ticking", str(self.ticks), guard]
        made = subprocess.run(
            [sys.executable, "-c", MAKE, str(self.program.store), PASSPHRASE],
            cwd=ROOT, env=self.program.environment, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert made.returncode == 0, made.stderr
        self.secrets.keep()
        self._kept = Path(shutil.copytree(self.program.store, place / "kept"))
        config = Path(desk.environment["XDG_CONFIG_HOME"], "python_keyring")
        config.mkdir()
        self.configuration = config / "keyringrc.cfg"
        self.evil = place / "evil"
        self.evil.mkdir()
        (self.evil / "evil.py").write_text(EVIL, "utf-8")
        self.was_here = desk.home / "evil-was-here"
        self.bus = Bus(place)

    def as_it_was(self) -> None:
        """Everything as before the round."""
        self.secrets.bring_back()
        for path in (self.was_here, self.ticks, self.configuration, self.program.log):
            path.unlink(missing_ok=True)
        shutil.rmtree(self.program.store)
        shutil.copytree(self._kept, self.program.store)

    def items(self) -> dict[str, bytes]:
        """What a keyring that answers keeps for us."""
        return self.secrets.items()


State = Callable[[Rounds], dict[str, str]]
"""Brings the state about; what must stand in the environment of the program for it."""


def _nothing(_: Rounds) -> dict[str, str]:
    return {}


def _no_bus(_: Rounds) -> dict[str, str]:
    return {"DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere/bus"}


def _no_service(rounds: Rounds) -> dict[str, str]:
    return {"DBUS_SESSION_BUS_ADDRESS": rounds.bus.address}


def _doing(do: Callable[[Secrets], None]) -> State:
    def bring_about(rounds: Rounds) -> dict[str, str]:
        do(rounds.secrets)
        return {}

    return bring_about


def _named(rounds: Rounds) -> dict[str, str]:
    return {"PYTHONPATH": str(rounds.evil), "PYTHON_KEYRING_BACKEND": "evil.Keyring"}


def _configured(rounds: Rounds) -> dict[str, str]:
    lines = f"[backend]\ndefault-keyring=evil.Keyring\nkeyring-path={rounds.evil}\n"
    rounds.configuration.write_text(lines, "utf-8")
    return {}


def _plugged_in(rounds: Rounds) -> dict[str, str]:
    place = rounds.evil / "evil-1.0.dist-info"
    place.mkdir(exist_ok=True)
    (place / "METADATA").write_text("Metadata-Version: 2.1\nName: evil\nVersion: 1.0\n", "utf-8")
    (place / "entry_points.txt").write_text("[keyring.backends]\nevil = evil\n", "utf-8")
    return {"PYTHONPATH": str(rounds.evil)}


@dataclass(frozen=True)
class Case:
    """A state, what the window says of it, and whether the keyring opens all the same."""

    bring_about: State
    says: tuple[str, str] = ("", "")
    opens: bool = False
    killed: bool = False
    lasts: bool = field(default=True)
    """Whether the keyring can still be asked what it keeps."""


CASES: dict[str, Case] = {
    "no bus": Case(_no_bus, GONE),
    "no service": Case(_no_service, GONE),
    "locked, and nobody answers": Case(_doing(Secrets.lock), SILENT, lasts=False),
    "never made": Case(_doing(Secrets.begin_unmade), HOLDS_NONE, lasts=False),
    "silent": Case(_doing(Secrets.stop), SILENT, lasts=False),
    "killed while it is asked": Case(_doing(Secrets.stop), REFUSED, killed=True, lasts=False),
    "says None": Case(_doing(lambda s: s.change(None)), HOLDS_NONE),
    "says nothing": Case(_doing(lambda s: s.change(b"")), WRONG),
    "says another key": Case(_doing(lambda s: s.change(b"enishi1:" + b"ab" * 32)), WRONG),
    "says garbage": Case(_doing(lambda s: s.change(b"\xff\x00\xfe")), REFUSED),
    "says a megabyte": Case(_doing(lambda s: s.change(b"x" * 1_000_000)), WRONG),
    "a hostile one in a variable": Case(_named, EVIL_NAMED),
    "a hostile one in a file": Case(_configured, EVIL_NAMED),
    "a hostile one plugged in": Case(_plugged_in, opens=True),
    "well": Case(_nothing, opens=True),
}


@contextmanager
def rounds_on_a_desk(guard: str) -> Iterator[Rounds]:
    """A desk for a while."""
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        home = place / "home"
        home.mkdir()
        with Desk(home, tray=False, notifications=False, wakes=False) as desk:
            made = Rounds(desk, place, guard)
            try:
                yield made
            finally:
                made.program.close()
                made.bus.stop()


def sweep(
    count: int,
    seed: int,
    stall: int,
    folder: Path | None = None,
    *,
    guard: str = "-",
    cases: tuple[str, ...] = tuple(CASES),
) -> bool:
    """Each case in both languages. `stall`: milliseconds that the window may stand still."""
    journal = Journal("keyrings", seed, stall, **({"folder": folder} if folder else {}))
    with rounds_on_a_desk(guard) as rounds:
        for number in journal.left(count):
            name = cases[number % len(cases)]
            language = ("en", "ja")[(number // len(cases) + seed) % 2]
            measured: dict[str, float] = {}
            try:
                _round(rounds, CASES[name], language, stall, measured)
                outcome = "well"
            except AssertionError as error:
                outcome = str(error).splitlines()[0]
                rounds.program.close()
            rounds.as_it_was()
            journal.note(
                number, well=outcome == "well", case=name, language=language, outcome=outcome,
                **measured,
            )  # fmt: skip
    for fact in ("stall", "field", "quit"):
        values = [said[fact] for said in journal.rounds.values() if fact in said]
        print(f"{fact}: {max(values, default=0)} at most, of {len(values)}")
    return journal.ended(count, "outcome", "case", cases)


def _round(
    rounds: Rounds, case: Case, language: str, stall: int, measured: dict[str, float]
) -> None:
    story, program = rounds.story, rounds.program
    lang, field_name, today = LANGUAGES[language]
    environment = {**case.bring_about(rounds), "LANG": lang}
    if "DBUS_SESSION_BUS_ADDRESS" in environment:  # the eyes have a bus of their own
        environment["AT_SPI_BUS_ADDRESS"] = rounds.desk.eyes.address
    before = fingerprint(program.store)
    kept = rounds.items() if case.lasts else {}
    began = time.monotonic()
    window = program.start(environment=environment)
    if case.opens:
        story.see(today, CHOICE)
    else:
        story.see(field_name, FIELD)
        seen = time.monotonic()
        measured["field"] = round(seen - began, 1)
        time.sleep(QUIET)
        ticks, stood = ticking.stood_still(rounds.ticks, seen + 0.2, time.monotonic())
        measured["ticks"], measured["stall"] = ticks, stood
        assert ticks > 20, "the event loop hardly turned"
        assert stood <= stall, f"the window stood still for {stood} ms"
        if case.killed:
            rounds.secrets.kill()
        part = case.says[language == "ja"]
        story.see_part(part)
        assert fingerprint(program.store) == before, "something changed"
        if story.hands.windows("gcr-prompter"):  # nobody answered; now somebody sends it away
            story.hands.key("Escape")
            until(lambda: not story.hands.windows("gcr-prompter"), "the keyring's question is gone")
        story.in_front()
        story.hands.click(story.see(field_name, FIELD))
        until(lambda: story.has_focus(field_name), "the field has the focus")
        story.hands.type(PASSPHRASE)
        story.hands.key("Return")
        story.see(today, CHOICE)
    leaving = time.monotonic()
    story.hands.key("ctrl+q")
    assert program.wait_ended(window) == 0, "it did not end well"
    measured["quit"] = round(time.monotonic() - leaving, 1)
    assert not case.lasts or rounds.items() == kept, "the keyring keeps something else"
    _by_command(rounds, case, environment)
    assert not program.complaints(), program.complaints()[0]


def _by_command(rounds: Rounds, case: Case, environment: dict[str, str]) -> None:
    program = rounds.program
    before = fingerprint(program.store)
    done = subprocess.run(
        [*program.argv, "find"], cwd=ROOT, env={**program.environment, **environment},
        stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert not rounds.was_here.exists(), "a hostile keyring was let in"
    assert done.returncode == (0 if case.opens else 2), f"the command ended with {done.returncode}"
    assert "Traceback" not in done.stderr, "a traceback"
    assert case.opens or "--passphrase-file" in done.stderr, done.stderr
    program.command("find")
    assert fingerprint(program.store) == before, "a command changed something"


def leaving(count: int, seed: int, within: int, folder: Path | None = None) -> bool:
    """Leave while a keyring that never answers is being asked. `within`: milliseconds."""
    journal = Journal("leaving", seed, within, **({"folder": folder} if folder else {}))
    with rounds_on_a_desk("-") as rounds:
        for number in journal.left(count):
            rounds.secrets.stop()
            window = rounds.program.start()
            rounds.story.see("Passphrase", FIELD)
            rounds.story.in_front()
            leave = rounds.story.see("Quit", BUTTON)
            began = time.monotonic()
            rounds.story.hands.click(leave)
            code = rounds.program.wait_ended(window)
            took = round((time.monotonic() - began) * 1000)
            well = code == 0 and took <= within
            rounds.as_it_was()
            journal.note(number, well=well, code=code, milliseconds=took)
    return journal.ended(count, "code")
