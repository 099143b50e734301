"""One person, one desk, and words that stand nowhere else: what every scan begins with and does."""

import sys
import time
from collections import Counter
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from random import Random

from app.store.folder import StoreFolder
from app.store.store import Store, open_store
from app.store.vault import unlock
from app.usecases import second_place
from tests.desk.desk import Desk
from tests.desk.program import PASSPHRASE, Program
from tests.desk.secrets import Secrets
from tests.desk.waiting import WaitedInVainError, until
from tests.journeys.story import CHOICE, ENGLISH, Process, Story
from tests.soak import sentinels
from tests.soak.faults import KINDS
from tests.soak.sentinels import Lookout, Words

ENOUGH = 100
"""Steps of a session after which it is worth counting all that is kept."""
WRONG = "not the passphrase of this"


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
        self._sentinels = Words(self.random)
        self.secrets.update(sentinels.PICTURES)
        self.secrets.update({"passphrase": PASSPHRASE, "wrong one": WRONG})
        self.exported = desk.home / "exported.vcf"
        self.done: Counter[str] = Counter()
        self.window: Process | None = None
        self.found: set[tuple[str, str]] = set()
        self.looks = 0
        self.kept = 0

    @property
    def steps(self) -> int:
        return self.done.total()

    @property
    def secrets(self) -> dict[str, str | bytes]:
        return self._sentinels.secrets

    @property
    def words(self) -> dict[str, str]:
        """The newest word for each field."""
        return self._sentinels.last

    def new(self, name: str) -> str:
        """A new word for a field."""
        return self._sentinels.new(name)

    def know_recovery_key(self, name: str, groups: Mapping[int, str]) -> None:
        """Look for it in each form in which it is read."""
        in_order = [groups[number] for number in sorted(groups)]
        self.secrets[name] = "".join(in_order)
        self.secrets[f"{name} in groups"] = "-".join(in_order)
        self.secrets[f"{name} as read"] = " ".join(in_order)

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
        self.know_recovery_key("recovery key", groups)
        self.count("first run", 9)
        self.story.press(ENGLISH.later)
        self.story.see("Nobody is here yet")
        self.leave()
        key = unlock(StoreFolder(self.program.store), passphrase=PASSPHRASE)
        (item,) = Secrets(self.desk).items().values()
        self.secrets.update({"data key": key.secret, "item of the keyring": item.decode()})
        self.secrets["key in the keyring"] = bytes.fromhex(item.decode().partition(":")[2])
        self.bring_cards(3)

    def bring_cards(self, count: int) -> None:
        """A file of cards, imported and thrown away."""
        cards = self.desk.home / "cards.vcf"
        made = "".join(self._sentinels.card() for _ in range(count))
        cards.write_text(made, "utf-8", newline="")
        self.command("import", cards)
        cards.unlink()

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
        with self.opened() as store:
            second_place.choose(store, stick)
        self.count("second place")

    def opened(self) -> Store:
        """The store, while no window has it."""
        folder = StoreFolder(self.program.store)
        return open_store(folder, unlock(folder, passphrase=PASSPHRASE))

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
