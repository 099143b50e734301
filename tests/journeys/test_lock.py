"""The lock: opened by keyring, passphrase or recovery key, and by nothing else."""

import hashlib
from pathlib import Path

import pytest

from tests.desk.cards import PEOPLE, write_cards
from tests.desk.program import PASSPHRASE
from tests.desk.waiting import until
from tests.journeys.story import CHOICE, ENGLISH, FIELD, Story

pytestmark = pytest.mark.journey


def fingerprint(folder: Path) -> dict[str, str]:
    """What lies in a folder, byte for byte."""
    files = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    return {str(p.relative_to(folder)): hashlib.sha256(p.read_bytes()).hexdigest() for p in files}


def try_to_open(story: Story, passphrase: str) -> None:
    """Type a passphrase into the locked window."""
    story.see("Passphrase", FIELD)
    story.hands.click(story.see("Passphrase", FIELD))
    until(lambda: story.has_focus("Passphrase"), "the field has the focus")
    story.hands.key("ctrl+a")
    story.hands.type(passphrase)
    story.hands.key("Return")


def test_keyring_lock_and_passphrase(story: Story) -> None:
    program, desk, eyes, hands = story.program, story.desk, story.eyes, story.hands
    window = program.start()
    story.first_run(language="English", words=ENGLISH)
    story.press(ENGLISH.later)
    story.see("Nobody is here yet")
    story.leave(window)

    # The keyring opens it, and the command line too.
    program.command("import", write_cards(desk.home / "cards.vcf", PEOPLE[:3]), key=False)
    window = program.start()
    story.see("Today", CHOICE)
    hands.key("ctrl+2")
    story.see_part("Takahashi Misaki", "cell")

    # Locked by hand: the keyring is not asked, nobody is on the screen.
    hands.key("ctrl+l")
    story.see("Passphrase", FIELD)
    until(lambda: eyes.find("People") is None, "nothing of the store is on the screen")
    story.picture("locked")
    try_to_open(story, "not the passphrase")
    story.see_part("That passphrase does not fit")
    story.picture("wrong")
    try_to_open(story, PASSPHRASE)
    story.see("Today", CHOICE)
    story.leave(window)

    # The keyring is gone; whoever asks for it wakes a locked one, which may ask for its password.
    desk.end_part("keyring")
    before = fingerprint(program.store)
    window = program.start()
    story.see_part("The keyring of this computer is of no help now")
    story.picture("keyring-gone")
    if hands.windows("gcr-prompter"):
        hands.key("Escape")
        until(lambda: not hands.windows("gcr-prompter"), "the keyring's own question is gone")
    try_to_open(story, "not the passphrase")
    story.see_part("That passphrase does not fit")
    assert fingerprint(program.store) == before, "a refused key changed the folder"
    try_to_open(story, PASSPHRASE)
    story.see("Today", CHOICE)
    hands.key("ctrl+2")
    story.see_part("Takahashi Misaki", "cell")
    story.leave(window)

    refused = program.run("find", key=False)
    assert refused.returncode == 2, refused.stdout
    assert "Traceback" not in refused.stderr
    assert len(program.json("find")["people"]) == 3


def test_recovery_key(story: Story) -> None:
    """Passphrase and keyring are both lost: the paper opens it."""
    program = story.program
    window = program.start()
    groups = story.first_run(language="English", words=ENGLISH, keyring=False)
    story.press(ENGLISH.later)
    story.see("Nobody is here yet")
    story.leave(window)
    window = program.start()
    story.press("Use the recovery key")
    story.write("Recovery key", " ".join(groups[number] for number in range(1, 8)).lower())
    story.picture("recovery-key")
    story.hands.key("Return")
    story.see("Today", CHOICE)
    story.leave(window)
