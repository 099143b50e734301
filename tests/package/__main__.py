"""Copies the package away, installs it for an invented user, and uses it on a desk with real parts.

Nothing of the checkout is in its environment: no virtual environment, no Python, no Qt of ours.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.desk.cards import PEOPLE, write_cards
from tests.desk.desk import Desk
from tests.desk.program import Program
from tests.desk.waiting import until

PATH = "/usr/local/bin:/usr/bin:/bin"
CARD = PEOPLE[0]


def main() -> int:
    built = Path(sys.argv[1]).resolve()
    with tempfile.TemporaryDirectory(prefix="enishi-package-") as made:
        away = Path(made)
        home = away / "home"
        home.mkdir(mode=0o700)
        # A folder with a space, as people have them.
        copy = Path(shutil.copytree(built, away / "my programs" / "enishi", symlinks=True))
        with Desk(home) as desk:
            desk.environment["PATH"] = PATH
            program = Program(desk, executable=copy / "enishi")
            try:
                self_test(program)
                install(program, copy)
                keyring(program)
                double_click(program)
                remove(program, copy)
            finally:
                program.close()
    return 0


def self_test(program: Program) -> None:
    """Its own test, with tray and keyring; nothing may be left behind."""
    began = time.monotonic()
    said = program.command("--self-test", key=False).rstrip()
    print(said)
    assert "tray icon shown" in said, said
    assert "SecretService" in said, said
    assert not program.store.exists(), "the test of a package made a store of the user's"
    print(f"ok  self-test outside the checkout, {time.monotonic() - began:.1f} s")


def install(program: Program, copy: Path) -> None:
    """Menu entry, icon, and .vcf opening with it."""
    run(program, str(copy / "install.sh"))
    home = program.desk.home
    entry = home / ".local/share/applications/enishi.desktop"
    run(program, "desktop-file-validate", str(entry))
    assert run(program, "xdg-mime", "query", "default", "text/vcard") == "enishi.desktop"
    assert (home / ".local/share/icons/hicolor/48x48/apps/enishi.png").is_file()
    assert "enishi" in run(program, str(home / ".local/bin/enishi"), "--help")
    print("ok  installed for one user: menu entry valid, .vcf opens with it")


def keyring(program: Program) -> None:
    """A store whose key is in the keyring, written and read by the package alone."""
    program.command("init", key=False)
    cards = write_cards(program.desk.home / "one card.vcf", PEOPLE[1:2])
    assert program.json("import", cards, key=False)["new"] == 1
    found = program.json("find", key=False)["people"]
    assert [person["name"]["full"] for person in found] == [PEOPLE[1].full]
    assert program.json("check", key=False), "no answer"
    print("ok  store with its key in the keyring, card imported and found")


def double_click(program: Program) -> None:
    """A .vcf file opened by the desktop: the window comes up with its preview."""
    desk = program.desk
    cards = write_cards(desk.home / "名刺 2026.vcf", [CARD])
    before = set(windows_of(program))
    opener = subprocess.Popen(
        ["xdg-open", str(cards)],
        env=program.environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    desk.eyes.wait_for(lambda seen: CARD.full in seen.name, seconds=30)
    desk.picture(Path("build/journeys/package-double-click.png"))
    window = next(iter(set(windows_of(program)) - before))
    began = time.monotonic()
    subprocess.run(["kill", "-TERM", str(window)], check=True)
    until(lambda: window not in windows_of(program), "the program ends", 5)
    took = time.monotonic() - began
    opener.wait(10)
    print(f"ok  double-click on a card opened the window with its preview; ended in {took:.1f} s")


def windows_of(program: Program) -> list[int]:
    """The numbers of the processes that run the package."""
    found = []
    for folder in Path("/proc").iterdir():
        try:
            if folder.name.isdigit() and (folder / "exe").resolve() == Path(program.argv[0]):
                found.append(int(folder.name))
        except OSError:
            continue
    return sorted(found)


def remove(program: Program, copy: Path) -> None:
    """Taken back: the entry, the icons and the command are gone, the data is not."""
    run(program, str(copy / "install.sh"), "--remove")
    home = program.desk.home
    left = [path for path in (home / ".local").rglob("*enishi*") if path.name != "store"]
    assert not left, f"left behind: {left}"
    assert program.json("find", key=False)["people"], "the data is gone"
    print("ok  removed; the data stays")


def run(program: Program, *command: str) -> str:
    done = subprocess.run(
        command, env=program.environment, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, f"{command}: {done.returncode}\n{done.stdout}\n{done.stderr}"
    return done.stdout.strip()


if __name__ == "__main__":
    sys.exit(main())
