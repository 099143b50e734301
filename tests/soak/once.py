"""What a person of the scan does once: locks, copies the recovery key, is told of somebody, brings
a backup back, stands before data that nothing opens.
"""

import shutil
import subprocess
import sys
from datetime import timedelta

from app.domain.change import Change, Edit, Verb
from app.domain.ids import new_id
from app.domain.reminder import FollowUp, FollowUpKind
from app.ui.first_run.recovery import CLIPBOARD_SECONDS
from tests.desk.program import PASSPHRASE, ROOT
from tests.desk.waiting import until
from tests.journeys.story import CHOICE, FIELD
from tests.screens.kept import NOW
from tests.soak.session import WRONG, Session

SLACK = 5.0
"""Seconds for a busy computer."""


def lock_and_open(session: Session, *, by_recovery: bool) -> None:
    """Locked by hand; a wrong passphrase, then what opens."""
    story = session.story
    session.keys("lock", "Escape", "Escape", "ctrl+l")
    story.see("Passphrase", FIELD)
    session.look()
    story.write("Passphrase", WRONG)
    story.hands.key("Return")
    story.see_part("That passphrase does not fit")
    if by_recovery:
        story.press("Use the recovery key")
        story.write("Recovery key", str(session.secrets["recovery key as read"]).lower())
    else:
        story.hands.key("ctrl+a")
        story.hands.type(PASSPHRASE)
    story.hands.key("Return")
    story.see("Today", CHOICE)
    session.count("opened again", 4)
    story.in_front()


def make_due(session: Session) -> None:
    """Somebody to be told of when the window opens next, at noon."""
    session.program.be_at(12)
    (person, *_) = session.program.json("find", session.words["family"], key=False)["people"]
    today = session.program.today
    note = session.new("what somebody is to be written about")
    due = FollowUp(
        new_id(NOW), person["id"], FollowUpKind.TYPED, today, today - timedelta(30), note
    )
    with session.opened() as store:
        store.apply(Change(Verb.FOLLOW_UP, (Edit(None, due),)), now=NOW)
    session.count("somebody is due")


def be_told(session: Session) -> None:
    """The window was opened on that day."""
    until(session.desk.notifications_ever, "somebody is told of")
    session.look()
    session.count("told of somebody")


def to_security(session: Session) -> None:
    """The settings of what guards the data."""
    session.keys("settings", "Escape", "Escape", "ctrl+comma")
    session.story.press("Security", CHOICE)


def copy_a_new_key(session: Session) -> None:
    """A new recovery key: copied and waited for, printed and saved with no for an answer, copied
    again and left, and in the end given up.
    """
    story = session.story
    to_security(session)
    story.press("Make a new key…")
    story.write("Passphrase", PASSPHRASE)
    story.hands.key("Return")
    session.know_recovery_key("second recovery key", story.read_recovery_key())
    story.press("Copy")
    until(lambda: copied(session) == session.secrets["second recovery key in groups"], "a copy")
    session.look()
    for button, dialog in (("Print…", "Print"), ("Save…", "Save the recovery key")):
        story.press(button)
        seen = story.see_part(dialog, "dialog")
        story.hands.key("Escape")
        story.eyes.wait_gone(seen.name, "dialog")
    until(lambda: not copied(session), "an empty clipboard", CLIPBOARD_SECONDS + SLACK)
    story.press("Copy")
    until(lambda: copied(session), "a copy")
    story.press("I have a copy")
    until(lambda: not copied(session), "an empty clipboard", SLACK)
    story.hands.key("Escape")
    session.count("recovery key copied", 8)


def copied(session: Session) -> str:
    """What another program would paste."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.desk.clipboard", "--read"], cwd=ROOT,
        env=session.program.environment, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return done.stdout.removesuffix("\n")


def give_up_an_export(session: Session) -> None:
    """Everybody, up to the file that is there already, and no."""
    story = session.story
    session.to_people()
    story.hands.key("ctrl+a")
    story.press("Export…")
    story.see("The file will not be encrypted")
    story.press("Choose where…")
    story.see_part("Export", "dialog")
    until(lambda: story.has_focus("File name:"), "the name can be typed")
    story.hands.key("ctrl+a")
    story.hands.type(str(session.exported))
    before = session.exported.read_bytes()
    story.hands.key("Return")
    story.see_part("already exists")
    story.hands.key("alt+n")
    until(lambda: story.has_focus("File name:"), "the name can be typed")
    story.hands.key("Escape", "Escape", "Escape")
    assert session.exported.read_bytes() == before
    session.count("export given up at its file", 8)


def bring_back(session: Session) -> None:
    """The newest backup, by the settings, with a wrong passphrase at first."""
    story = session.story
    to_security(session)
    story.press("Bring one back…")
    for words, comes in ((WRONG, "That passphrase does not fit"), (PASSPHRASE, "It opens.")):
        story.see("Passphrase", FIELD)
        until(lambda: story.has_focus("Passphrase"), "the passphrase can be typed")
        story.hands.key("ctrl+a")
        story.hands.type(words)
        story.hands.key("Return")
        story.see_part(comes)
    session.look()
    story.press("Bring it back")
    story.see("Your data is back")
    session.look()
    story.press("Close")
    story.see("Today", CHOICE)
    session.count("backup brought back", 8)


def stand_before_damage(session: Session) -> None:
    """A copy of the store whose first page is gone: the page that says so, and no further."""
    program, kept = session.program, session.program.store
    program.store = session.desk.home / "hurt"
    shutil.copytree(kept, program.store)
    with (program.store / "store.db").open("r+b") as stream:
        stream.write(bytes(4096))
    session.window = program.start()
    session.story.see_part("The newest backup")
    session.story.in_front()
    session.look()
    session.count("stood before damage")
    session.leave()
    program.store = kept
