"""R25, R46, R47, R49: a session by window and command line, with failures and a crash in it; then
nothing of what was typed, imported or shown stands anywhere in plain.
"""

import os
import stat
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from random import Random

from app.store.folder import StoreFolder
from app.store.vault import unlock
from tests.desk.cards import picture
from tests.desk.desk import Desk
from tests.desk.program import PASSPHRASE, ROOT, Program
from tests.desk.secrets import Secrets
from tests.desk.waiting import WaitedInVainError, until
from tests.journeys.story import CHOICE, ENGLISH, FIELD, Story
from tests.soak import sentinels
from tests.soak.faults import KINDS
from tests.soak.journal import Journal
from tests.soak.sentinels import Lookout

FAULTS = 20
ENOUGH = 100
"""Steps of a session after which it is worth counting all that is kept."""
SETTINGS = "enishi"
WRONG = "not the passphrase of this"
CHOOSE = """
import sys
from pathlib import Path
from app.store.folder import StoreFolder
from app.store.store import open_store
from app.store.vault import unlock
from app.usecases import second_place
folder = StoreFolder(Path(sys.argv[1]))
with open_store(folder, unlock(folder)) as store:
    second_place.choose(store, Path(sys.argv[2]))
"""


class Session:
    """One person, one desk, and words that stand nowhere else."""

    def __init__(self, desk: Desk, place: Path, seed: int, guard: str) -> None:
        self.desk, self.random = desk, Random(seed)
        self.story = Story(Program(desk), place / "pictures", "scan")
        self.program = self.story.program
        self.program.passphrase_file.unlink()
        self.orders = place / "orders"  # outside of what is looked through
        self.program.argv = [sys.executable, "-m", "tests.soak.faults", str(self.orders), guard]
        self.temp = desk.home / "tmp"
        self.temp.mkdir()
        desk.environment["TMPDIR"] = str(self.temp)
        self.secrets: dict[str, str | bytes] = {"passphrase": PASSPHRASE, "wrong one": WRONG}
        self.exported = desk.home / "exported.vcf"
        self.done: Counter[str] = Counter()
        self.window: subprocess.Popen[bytes] | None = None
        self.found: set[tuple[str, str]] = set()
        self.looks = 0
        self.kept = 0
        self.families: list[str] = []
        self.words: dict[str, str] = {}

    @property
    def steps(self) -> int:
        return self.done.total()

    def new(self, name: str, *, japanese: bool = False) -> str:
        """A new word for a field."""
        made = sentinels.kana(self.random) if japanese else sentinels.word(self.random)
        self.secrets[f"{name} {len(self.secrets)}"] = made
        self.words[name] = made
        return made

    def count(self, what: str, steps: int = 1) -> None:
        self.done[what] += steps

    # looking

    def look(self) -> None:
        """Everything that could keep a word, now."""
        self.looks += 1
        lookout = Lookout(self.secrets)
        runtime = Path(self.desk.environment["XDG_RUNTIME_DIR"])
        self.found |= lookout.in_files([self.desk.home, runtime], [self.exported])
        self.found |= lookout.in_processes(f"XDG_RUNTIME_DIR={runtime}\0".encode())

    # beginning

    def begin(self) -> None:
        """The first run, by keyboard and mouse; then cards and a second place."""
        self.window = self.program.start()
        groups = self.story.first_run(language="English", words=ENGLISH)
        whole = "".join(groups[number] for number in sorted(groups))
        self.secrets |= {
            "recovery key": whole,
            "recovery key in groups": "-".join(groups[number] for number in sorted(groups)),
            "recovery key as read": " ".join(groups[number] for number in sorted(groups)),
        }
        self.count("first run", 9)
        self.story.press(ENGLISH.later)
        self.story.see("Nobody is here yet")
        self.leave()
        key = unlock(StoreFolder(self.program.store), passphrase=PASSPHRASE)
        (item,) = Secrets(self.desk).items().values()
        self.secrets |= {"data key": key.secret, "item of the keyring": item.decode()}
        self.secrets["key in the keyring"] = bytes.fromhex(item.decode().partition(":")[2])
        cards = self.desk.home / "cards.vcf"
        cards.write_text("".join(self._card(n) for n in range(3)), "utf-8", newline="")
        self.command("import", cards)
        cards.unlink()

    def _card(self, number: int) -> str:
        family, given = self.new("family"), self.new("given", japanese=True)
        self.families.append(family)
        lines = [
            "BEGIN:VCARD", "VERSION:3.0", f"N:{family};{given};{self.new('middle')};;",
            f"FN:{family} {given}", f"NICKNAME:{self.new('nickname')}",
            f"X-PHONETIC-LAST-NAME:{self.new('reading', japanese=True)}",
            f"ORG:{self.new('company')};{self.new('department', japanese=True)}",
            f"TITLE:{self.new('title', japanese=True)}",
            f"EMAIL;TYPE={self.new('label')}:{self.new('mail')}@example.com",
            f"TEL;TYPE=CELL:{self.new('phone')}", f"URL:https://{self.new('url')}.example",
            f"ADR:;;{self.new('street')};{self.new('city')};;{self.new('code')};",
            f"NOTE:{self.new('note of the card', japanese=True)}", f"UID:{self.new('uid')}",
            f"CATEGORIES:{self.new('tag')}", f"X-{self.new('header').upper()}:{self.new('line')}",
            picture("PHOTO;ENCODING=b;TYPE=PNG:"), "END:VCARD",
        ]  # fmt: skip
        return "\r\n".join(lines) + "\r\n"

    # the command line

    def command(self, *arguments: str | Path, codes: tuple[int, ...] = (0,)) -> str:
        """One command, opened by the keyring; what it says goes to the person, who asked for it."""
        done = self.program.run(*arguments, key=False)
        assert done.returncode in codes, f"{arguments[0]} ended with {done.returncode}"
        keys = {name: what for name, what in self.secrets.items() if not name[-1].isdigit()}
        leaked = Lookout(keys).among((done.stdout + done.stderr).encode())
        assert not leaked, f"{arguments[0]} says {leaked}"
        self.count(f"command {arguments[0]}")
        return done.stdout

    def commands(self) -> None:
        """Each command once, with the window closed."""
        who, home = self.words["family"], self.desk.home
        self.command("find", who)
        self.command("show", who)
        self.command("note", who, self.new("note by command"), "--kind", "call")
        self.command("due")
        self.command("undo")
        self.command("export", self.exported, "--force")
        self.command("export", self.exported, codes=(2,))
        self.command("backup", home / "mine.enishi", "--force")
        self.command("check")
        (home / "broken.vcf").write_bytes(b"BEGIN:VCARD\r\nFN:x")
        self.command("import", home / "broken.vcf", codes=(1, 2))

    def choose_second(self) -> None:
        """A stick, which is filled after the next import."""
        stick = self.desk.home / "stick"
        stick.mkdir()
        done = subprocess.run(
            [sys.executable, "-c", CHOOSE, str(self.program.store), str(stick)], cwd=ROOT,
            env=self.program.environment, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        self.count("second place")

    def see_what_is_kept(self) -> None:
        """That what was typed is in the store: else it could not have been anywhere."""
        lookout = Lookout({name: what for name, what in self.secrets.items() if name[:2] == "a "})
        for person in self.program.json("find", key=False)["people"]:
            self.kept += len(lookout.among(self.command("show", person["id"]).encode()))
            if self.kept and self.steps < ENOUGH:
                break
        assert self.kept, "nothing of what was typed was kept"

    # the window

    def open(self) -> None:
        self.window = self.program.start()
        self.story.see("Today", CHOICE)
        self.story.in_front()
        self.count("opened by the keyring")

    def leave(self) -> None:
        window, self.window = self.window, None
        assert window is not None
        self.story.hands.key("ctrl+q")
        assert self.program.wait_ended(window) == 0
        self.count("quit")

    def alive(self) -> None:
        assert self.window is not None
        assert self.window.poll() is None, "the program has ended"

    def keys(self, what: str, *keys: str) -> None:
        self.story.hands.key(*keys)
        self.count(what, len(keys))

    def type(self, what: str, *, known: bool = False) -> None:
        """A new word, or one that is somebody's."""
        names = [self.words[name] for name in ("family", "company", "mail", "tag")]
        self.story.hands.type(self.random.choice(names) if known else self.new(what))
        self.count(what)

    def to_people(self) -> None:
        self.keys("go", "Escape", "Escape", "ctrl+2")
        with suppress(WaitedInVainError):  # a search may still hide everybody
            self.story.see(lambda _: True, "cell", seconds=3)
        self.alive()

    def acts(self) -> dict[str, Callable[[], None]]:
        """What is done again and again; each begins on the page of people."""
        return {
            "search": self._search, "walk": self._walk, "note": self._note, "tag": self._tag,
            "draft": self._draft, "quick log": self._quick_log, "finder": self._finder,
            "undo": self._undo, "pages": self._pages, "promise": self._promise,
            "edit": self._edit, "export given up": self._export_given_up,
        }  # fmt: skip

    def _search(self) -> None:
        self.keys("search", "slash")
        self.type("what was searched", known=self.random.random() < 0.5)
        self.keys("search", "Down", "Escape")

    def _walk(self) -> None:
        self.keys("walk", "Down", "Down", "Up", "Right", "Left")

    def _note(self) -> None:
        self.keys("note", "Down", "Return")
        until(lambda: self.story.has_focus("A quick note"), "a note can be written")
        self.type("a note")
        self.keys("note", "Return")
        self.story.see_part(self.words["a note"], "list item")

    def _draft(self) -> None:
        self.keys("draft", "Down", "Return")
        self.type("a draft")
        self.keys("draft", "ctrl+1", "ctrl+2")

    def _promise(self) -> None:
        self.keys("promise", "p")
        self.type("a promise")
        self.keys("promise", "Return")

    def _tag(self) -> None:
        self.keys("tag", "t")
        self.type("a tag")
        self.keys("tag", "Return", "Escape")

    def _edit(self) -> None:
        self.keys("edit", "e", "ctrl+a")
        self.type("an edited field")
        self.keys("edit", "ctrl+Return", "Escape")

    def _quick_log(self) -> None:
        self.keys("quick log", "ctrl+j")
        self.type("who the log is of", known=True)
        self.story.hands.type(" lunch ")
        self.type("a short line")
        self.keys("quick log", "Return", "Escape")

    def _finder(self) -> None:
        self.keys("finder", "ctrl+k")
        self.type("what was looked for", known=True)
        self.keys("finder", "Down", "Escape")

    def _undo(self) -> None:
        self.keys("undo", "ctrl+z", "ctrl+shift+z")

    def _pages(self) -> None:
        self.keys("pages", "ctrl+1", "ctrl+3", "ctrl+comma", "F1", "Escape", "ctrl+2")

    def _export_given_up(self) -> None:
        self.keys("export given up", "ctrl+a", "ctrl+k")
        self.story.hands.type("export")
        self.keys("export given up", "Return", "Escape", "Escape", "Escape")

    # what goes wrong

    def fail(self, number: int) -> None:
        """One forced exception with somebody's word in its hands, and going on."""
        kind = KINDS[number % len(KINDS)]
        before = self._reports()
        with self.orders.open("a", encoding="utf-8") as stream:
            stream.write(f"{kind} {self.words['family']}\n")
        self.count(f"failed: {kind}")
        until(lambda: self._reports() > before, f"a report of {kind}")
        time.sleep(0.2)
        self.story.hands.key("Escape", "Escape")
        self.alive()

    def _reports(self) -> int:
        log = self.program.log
        return log.read_text("utf-8", "replace").count("Error") if log.exists() else 0

    def abort(self) -> None:
        """The program ends as by a fault of the machine."""
        with self.orders.open("a", encoding="utf-8") as stream:
            stream.write(f"abort {self.words['family']}\n")
        window, self.window = self.window, None
        assert window is not None
        until(lambda: window.poll() is not None, "it has aborted")
        assert window.wait() != 0
        self.orders.unlink()
        self.count("aborted")

    def lock_and_open(self, *, by_recovery: bool) -> None:
        """Locked by hand; a wrong passphrase, then what opens."""
        story = self.story
        self.keys("lock", "Escape", "Escape", "ctrl+l")
        story.see("Passphrase", FIELD)
        self.look()
        story.write("Passphrase", WRONG)
        story.hands.key("Return")
        story.see_part("That passphrase does not fit")
        if by_recovery:
            story.press("Use the recovery key")
            story.write("Recovery key", str(self.secrets["recovery key as read"]).lower())
        else:
            story.hands.key("ctrl+a")
            story.hands.type(PASSPHRASE)
        story.hands.key("Return")
        story.see("Today", CHOICE)
        self.count("opened again", 4)
        story.in_front()


def play(session: Session, steps: int, faults: int, *, by_command: bool = True) -> None:
    """So many steps at least, with looks in between and at the end."""
    session.begin()
    if by_command:
        session.choose_second()
        session.commands()
    session.open()
    session.to_people()
    acts = session.acts()
    failed = 0
    order = ["note"]
    while session.steps < steps or failed < faults:
        if not order:
            order = session.random.sample(list(acts), len(acts))
            if session.steps > steps // 2 and not session.done["lock"]:
                session.lock_and_open(by_recovery=by_command)
        name = order.pop()
        session.to_people()
        acts[name]()
        session.alive()
        if failed < faults:
            session.fail(failed)
            failed += 1
    session.look()
    session.abort()
    session.look()
    session.open()
    session.look()
    session.leave()
    session.look()
    session.see_what_is_kept()


def nothing_found_without(guard: str, folder: Path) -> bool:
    """The sabotage twin: a short session of a program that lacks a guard, and the same look."""
    scan = sweep(1, 1, 40, folder, guard=guard, faults=1, by_command=False)
    (journal,) = folder.glob("scan-*.jsonl")
    return scan or '"outcome": "found"' not in journal.read_text("utf-8")


class Modes(threading.Thread):
    """Watches what is made in folders of ours, and whether others may read it."""

    def __init__(self, places: list[Path]) -> None:
        super().__init__(name="modes", daemon=True)
        self._places, self._over = places, threading.Event()
        self.seen: set[str] = set()
        self.open: set[str] = set()

    def run(self) -> None:
        while not self._over.wait(0.02):
            for place in self._places:
                self._look(place)

    def _look(self, place: Path) -> None:
        with suppress(OSError), closing(os.scandir(place)) as entries:
            self._note(str(place), place.stat())
            for entry in entries:
                with suppress(OSError):
                    info = entry.stat(follow_symlinks=False)
                    if place.name != SETTINGS:  # Qt's own files, which others cannot reach
                        self._note(entry.path, info)
                    if stat.S_ISDIR(info.st_mode):
                        self._look(Path(entry.path))

    def _note(self, path: str, info: os.stat_result) -> None:
        self.seen.add(path)
        if info.st_mode & 0o077 and not stat.S_ISLNK(info.st_mode):
            self.open.add(path)

    def stop(self) -> None:
        self._over.set()
        self.join()


@contextmanager
def session_on_a_desk(seed: int, guard: str = "-") -> Iterator[Session]:
    """A desk for a session."""
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        home = place / "home"
        home.mkdir()
        with Desk(home, tray=False, notifications=True) as desk:
            made = Session(desk, place, seed, guard)
            try:
                yield made
            finally:
                made.program.close()


def sweep(
    count: int,
    seed: int,
    steps: int,
    folder: Path | None = None,
    *,
    guard: str = "-",
    faults: int = FAULTS,
    by_command: bool = True,
) -> bool:
    """Sessions of so many steps each, with forced exceptions and one abort."""
    journal = Journal("scan", seed, steps, **({"folder": folder} if folder else {}))
    for number in journal.left(count):
        with session_on_a_desk(seed + number, guard) as session:
            home = session.desk.home
            watch = Modes([session.program.store, home / ".config" / SETTINGS])
            watch.start()
            outcome = "clean"
            try:
                play(session, steps, faults, by_command=by_command)
            except (AssertionError, WaitedInVainError) as error:
                outcome = str(error).splitlines()[0]
            finally:
                watch.stop()
            if outcome == "clean":
                wrong = {"found": session.found, "open to others": watch.open}
                outcome = next((name for name, there in wrong.items() if there), outcome)
            journal.note(
                number, well=outcome == "clean", outcome=outcome, steps=session.steps,
                secrets=len(session.secrets), looks=session.looks, files=len(watch.seen),
                kept=session.kept, found=sorted(session.found), open=sorted(watch.open),
                done=dict(session.done),
            )  # fmt: skip
    return journal.ended(count, "outcome")
