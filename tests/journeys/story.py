"""What a person does again and again: start, look, press, leave."""

import re
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.desk.eyes import Eyes, Seen
from tests.desk.hands import Hands
from tests.desk.program import PASSPHRASE, ROOT, Program
from tests.desk.waiting import until

GROUP = re.compile(r"([1-7]): (\S) (\S) (\S) (\S)")
BUTTON, FIELD, CHOICE, TICK = "push button", "text", "radio button", "check box"
CROSS = 11
"""So far from the upper right corner of the window's inside is openbox's cross."""
_STANDS = 0.15
"""Seconds: a window manager may still be moving what is read twice in one moment."""
Process = subprocess.Popen[bytes]


class Story:
    """One person at one desk with the program."""

    def __init__(self, program: Program, pictures: Path, name: str) -> None:
        self.program = program
        self.desk = program.desk
        self._pictures = pictures
        self._name = name
        self._taken = 0

    @property
    def eyes(self) -> Eyes:
        return self.desk.eyes

    @property
    def hands(self) -> Hands:
        return self.desk.hands

    def picture(self, of: str) -> None:
        """A picture of the screen, numbered in order."""
        self._taken += 1
        self.desk.picture(self._pictures / f"{self._name}-{self._taken}-{of}.png")

    def leave_traces(self) -> None:
        """What there was to see when it failed."""
        self.desk.picture(self._pictures / f"{self._name}-FAILED.png")
        traces = [self.eyes.described(), *self.program.complaints()]
        (self._pictures / f"{self._name}-FAILED.txt").write_text("\n".join(traces), "utf-8")

    # looking and doing

    def see(self, name: str | Callable[[Seen], bool], role: str | None = None, **how: Any) -> Seen:
        """Wait for something to be seen."""
        return self.eyes.wait_for(name, role, **how)

    def see_part(self, part: str, role: str | None = None, **how: Any) -> Seen:
        """Wait for something whose name or description holds this."""

        def holds(seen: Seen) -> bool:
            return part in seen.name or part in seen.description

        holds.__doc__ = f"…{part}…"
        return self.eyes.wait_for(holds, role, **how)

    def press(self, name: str | Callable[[Seen], bool], role: str = BUTTON) -> None:
        """Click something once it can be clicked."""

        def ready() -> Seen | None:
            found = self.eyes.find(name, role)
            return found if found is not None and found.is_("enabled") else None

        self.see(name, role)
        self.hands.click(until(ready, f"{role} {name} can be pressed"))

    def press_part(self, part: str, role: str = BUTTON) -> None:
        """Click something whose name holds this."""

        def holds(seen: Seen) -> bool:
            return part in seen.name

        holds.__doc__ = f"…{part}…"
        self.press(holds, role)

    def balloon(self) -> tuple[int, int] | None:
        """The middle of the message of the tray icon: a window of the program without a frame that
        no screen reader is told of.
        """
        for window in self.hands.windows("enishi"):
            x, y, width, height = self.desk.box_of(window)
            if 100 < width < 600 and 30 < height < 300:
                return x + width // 2, y + height // 2
        return None

    def write(self, name: str, words: str) -> None:
        """Click into a field and type."""
        self.hands.click(self.see(name, FIELD))
        until(lambda: self.has_focus(name), f"{name} has the focus")
        self.hands.type(words)

    def paste(self, words: str) -> None:
        """Paste a text that was copied elsewhere: keyboards of the desk have no kanji."""
        copied = [sys.executable, "-m", "tests.desk.clipboard", words]
        self.desk.begin_part("clipboard", copied, folder=ROOT)
        until(lambda: self.desk.log_of("clipboard").endswith("copied\n"), "the text is copied")
        self.hands.key("ctrl+v")

    def copy_code(self, words: str) -> None:
        """Copy a picture of a QR code elsewhere."""
        copied = [sys.executable, "-m", "tests.desk.clipboard", "--code", words]
        self.desk.begin_part("clipboard", copied, folder=ROOT)
        until(lambda: self.desk.log_of("clipboard").endswith("copied\n"), "the code is copied")

    def has_focus(self, name: str) -> bool:
        """Whether it has the keyboard. The current row of a list says so as well, always."""
        return any(seen.is_("focused") and seen.name == name for seen in self.eyes.look())

    def in_front(self) -> None:
        """Wait until a window of the program has the keyboard."""
        until(lambda: any(seen.is_("active") for seen in self.eyes.windows()), "a window in front")

    # the program

    def first_run(
        self, *, language: str, words: "FirstRunWords", keyring: bool = True
    ) -> dict[int, str]:
        """Language, passphrase, recovery key, which it answers; up to the first cards."""
        self.press(language, CHOICE)
        self.see(words.passphrase, FIELD)
        self.write(words.passphrase, PASSPHRASE)
        box = self.see(words.keyring, TICK)
        until(lambda: self.see(words.keyring, TICK).is_("checked"), "the keyring is proposed")
        if not keyring:
            self.hands.click(box)
        self.picture("passphrase")
        self.press(words.go_on)
        groups = self.read_recovery_key()
        self.picture("recovery-key")
        self.press(words.have_copy)
        self.see_part(words.group, FIELD)
        asked = [
            seen for seen in self.eyes.look() if seen.role == FIELD and words.group in seen.name
        ]
        assert len(asked) == 2, self.eyes.described()
        for seen in asked:
            number = re.search(r"\d", seen.name)
            assert number is not None
            self.write(seen.name, groups[int(number[0])].lower())
        self.picture("recovery-key-typed-back")
        self.press(words.go_on)
        until(
            lambda: (found := self.eyes.find(words.later, BUTTON)) and found.is_("enabled"),
            "the first cards are asked for",
        )
        return groups

    def read_recovery_key(self) -> dict[int, str]:
        """The seven groups, as a screen reader says them."""
        self.see(lambda seen: GROUP.fullmatch(seen.name) is not None)
        read = [GROUP.fullmatch(seen.name) for seen in self.eyes.look()]
        groups = {int(found[1]): "".join(found.groups()[1:]) for found in read if found}
        assert sorted(groups) == list(range(1, 8)), groups
        return groups

    def open_window(self, *arguments: str) -> Process:
        """Start it on the store that is there, in English, and wait for the shell."""
        window = self.start(*arguments)
        self.see("Today", CHOICE)
        return window

    def start(self, *arguments: str, environment: Mapping[str, str] = {}) -> Process:
        """Start it with the passphrase file, and do not wait."""
        named = ("--passphrase-file", str(self.program.passphrase_file))
        return self.program.start(*named, *arguments, environment=environment)

    def ended(self, window: Process) -> Process:
        """End it as the session does at logout."""
        window.terminate()
        return window

    def close_window(self) -> None:
        """Press the cross in the frame that the window manager draws."""

        def standing() -> tuple[int, int, int, int] | None:
            boxes = [seen.box for seen in self.eyes.windows()]
            time.sleep(_STANDS)
            boxes += [seen.box for seen in self.eyes.windows()]
            return boxes[0] if len(boxes) == 2 and boxes[0] == boxes[1] and boxes[0][1] else None

        x, y, width, _ = until(standing, "one window that stands where it stands")
        self.hands.click((x + width - CROSS, y - CROSS))
        self.hands.rest()

    def leave(self, window: Process) -> None:
        """Quit by the keyboard, and wait until it has gone."""
        self.hands.key("ctrl+q")
        assert self.program.wait_ended(window) == 0


@dataclass(frozen=True)
class FirstRunWords:
    """What the first run says, in one language."""

    passphrase: str
    keyring: str
    go_on: str
    have_copy: str
    group: str
    later: str


JAPANESE = FirstRunWords(
    passphrase="合言葉",
    keyring="このパソコンでは尋ねずに開く",
    go_on="次へ",
    have_copy="控えました",
    group="番目の組",
    later="あとで",
)
ENGLISH = FirstRunWords(
    passphrase="Passphrase",
    keyring="Open without asking on this computer",
    go_on="Next",
    have_copy="I have a copy",
    group="Group",
    later="Later",
)
