"""R25, R46, R47, R49, R50: a session by window and command line, with failures and a crash in it;
then nothing of what was typed, imported or shown stands anywhere in plain.
"""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.bench import stores
from tests.desk.desk import Desk
from tests.desk.waiting import WaitedInVainError
from tests.journeys.story import CHOICE
from tests.soak import once
from tests.soak.acts import Acts
from tests.soak.journal import Journal
from tests.soak.modes import SETTINGS, Modes
from tests.soak.session import Session

FAULTS = 20
LONG = 300
"""Seconds that a page or a command may take with very many people on a busy computer."""


def play(session: Session, steps: int, faults: int, *, whole: bool = True) -> None:
    """So many steps at least, with looks in between and at the end. `whole`: also what is done by
    command and what is done once.
    """
    session.begin()
    if whole:
        session.choose_second()
        session.commands()
        once.make_due(session)
    session.open()
    if whole:
        once.be_told(session)
        once.bring_back(session)
        once.copy_a_new_key(session)
        once.give_up_an_export(session)
    session.to_people()
    acts = Acts(session).all()
    failed = 0
    order = ["note"]
    while session.steps < steps or failed < faults:
        if not order:
            order = session.random.sample(list(acts), len(acts))
            if session.steps > steps // 2 and not session.done["lock"]:
                once.lock_and_open(session, by_recovery=whole)
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
    if whole:
        once.stand_before_damage(session)


def nothing_found_without(guard: str, folder: Path) -> bool:
    """The sabotage twin: a short session of a program that lacks a guard, and the same look."""
    scan = sweep(1, 1, 40, folder, guard=guard, faults=1, whole=False)
    (journal,) = folder.glob("scan-*.jsonl")
    return scan or '"outcome": "found"' not in journal.read_text("utf-8")


def crowded(count: int, seed: int, people: int, folder: Path | None = None) -> bool:
    """R46: a session among so many people: a card imported, sorted, searched, listed, aborted."""
    journal = Journal("crowded", seed, people, **({"folder": folder} if folder else {}))
    made = stores.made(people, 1, seed)
    for number in journal.left(count):
        with session_on_a_desk(seed + number) as session:
            copied = made.copied(session.desk.home / "kept")
            outcome = "clean"
            try:
                _crowd(session, copied)
            except (AssertionError, WaitedInVainError) as error:
                outcome = str(error).splitlines()[0]
            if outcome == "clean" and session.found:
                outcome = "found"
            journal.note(
                number, well=outcome == "clean", outcome=outcome, steps=session.steps,
                secrets=len(session.secrets), looks=session.looks, found=sorted(session.found),
                done=dict(session.done),
            )  # fmt: skip
    return journal.ended(count, "outcome")


def _crowd(session: Session, made: stores.Made) -> None:
    program, story = session.program, session.story
    program.store = made.folder.path
    program.passphrase_file = session.orders.with_name("passphrase")
    made.passphrase_file.rename(program.passphrase_file)
    session.secrets.update({"passphrase": stores.PASSPHRASE, "data key": made.key().secret})
    program.argv.append(f"--passphrase-file={program.passphrase_file}")
    program.within = LONG
    session.bring_cards(1)
    session.command("find", session.words["family"])
    session.window = story.program.start()
    story.see("Today", CHOICE, seconds=LONG)
    story.in_front()
    session.to_people()
    session.keys("walk", "End", "Up", "Home", "Down", "Next", "Next", "Prior")
    for words in ("a", "s", session.words["family"], session.words["company"]):
        session.keys("search", "slash", "ctrl+a")
        story.hands.type(words)
        session.keys("search", "Down", "Down", "Escape", "Escape")
        session.count("search")
    session.keys("search", "slash", "ctrl+a")
    story.hands.type(session.words["family"])
    story.see_part(session.words["family"], "cell", seconds=LONG)
    session.look()
    session.abort()
    session.look()
    session.command("check")


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
    whole: bool = True,
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
                play(session, steps, faults, whole=whole)
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
