"""Words that stand nowhere else, and looking for them: on the disk and in processes, in every form
in which a program may write them (R25, R46, R49).
"""

import base64
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from random import Random

from tests.desk.cards import picture

LETTERS = "bcdfghjklmnpqrstvwxz"
KANA = "ぬねのはひふへほまみむめもやゆよ"
LONGEST_FILE = 1 << 30
PICTURES = {"picture (png)": b"\x89PNG\r\n\x1a\n", "picture (jpeg)": b"\xff\xd8\xff\xe0\0\x10JFIF"}
"""How the files begin that somebody would make of a photo."""


def word(random: Random) -> str:
    """One that can be typed on any keyboard."""
    return "q" + "".join(random.choices(LETTERS, k=11))


def kana(random: Random) -> str:
    """One in Japanese."""
    return "ゑ" + "".join(random.choices(KANA, k=7))


def spellings(what: str | bytes) -> set[bytes]:
    """Raw, UTF-16, hexadecimal, base64 however it begins, quoted-printable, escaped."""
    raw = what.encode() if isinstance(what, str) else what
    found = {raw, raw.hex().encode(), raw.hex().upper().encode(), *_base64(raw)}
    found.add("".join(f"={byte:02X}" for byte in raw).encode())
    if isinstance(what, str):
        found |= {what.encode("utf-16-le"), what.encode("utf-16-be"), what.upper().encode()}
        found |= set(_base64(what.encode("utf-16-le")))
        found.add(what.encode("ascii", "backslashreplace"))
    return found


def _base64(raw: bytes) -> Iterator[bytes]:
    """What always stands in base64, wherever the bytes begin."""
    for before in range(3):
        whole = base64.b64encode(b"\0" * before + raw)
        yield whole[(before * 8 + 5) // 6 : (before + len(raw)) * 8 // 6]


class Words:
    """New words, and all that must stand nowhere by what it is called."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self.secrets: dict[str, str | bytes] = {}
        self.last: dict[str, str] = {}
        """The newest word for each field."""

    def new(self, name: str, *, japanese: bool = False) -> str:
        """A new word for a field."""
        made = kana(self._random) if japanese else word(self._random)
        self.secrets[f"{name} {len(self.secrets)}"] = made
        self.last[name] = made
        return made

    def card(self) -> str:
        """A card with a new word in each field, and a photo."""
        new = self.new
        family, given = new("family"), new("given", japanese=True)
        lines = [
            "BEGIN:VCARD", "VERSION:3.0", f"N:{family};{given};{new('middle')};;",
            f"FN:{family} {given}", f"NICKNAME:{new('nickname')}",
            f"X-PHONETIC-LAST-NAME:{new('reading', japanese=True)}",
            f"ORG:{new('company')};{new('department', japanese=True)}",
            f"TITLE:{new('title', japanese=True)}",
            f"EMAIL;TYPE={new('label')}:{new('mail')}@example.com",
            f"TEL;TYPE=CELL:{new('phone')}", f"URL:https://{new('url')}.example",
            f"ADR:;;{new('street')};{new('city')};;{new('code')};",
            f"NOTE:{new('note of the card', japanese=True)}", f"UID:{new('uid')}",
            f"CATEGORIES:{new('tag')}", f"X-{new('header').upper()}:{new('line')}",
            picture("PHOTO;ENCODING=b;TYPE=PNG:"), "END:VCARD",
        ]  # fmt: skip
        return "\r\n".join(lines) + "\r\n"


class Lookout:
    """Looks for all of them at once; tells only which it was and where, never the thing itself."""

    def __init__(self, secrets: dict[str, str | bytes]) -> None:
        """`secrets`: what each is called, and what it is."""
        self._names = {one: name for name, what in secrets.items() for one in spellings(what)}
        patterns = sorted(self._names, key=len, reverse=True)
        self._pattern = re.compile(b"|".join(re.escape(one) for one in patterns))

    def among(self, data: bytes) -> set[str]:
        """Which are in there."""
        return {self._names[found[0]] for found in self._pattern.finditer(data)}

    def in_files(self, places: Iterable[Path], but: Iterable[Path] = ()) -> set[tuple[str, str]]:
        """Which are in files below, and in their names. `but`: what was written on purpose."""
        found = set()
        allowed = set(but)
        for place in places:
            for path in place.rglob("*"):
                with suppress(OSError):
                    data = b""
                    if path.is_file() and not path.is_symlink() and path not in allowed:
                        data = path.read_bytes()[:LONGEST_FILE]
                    named = str(path.relative_to(place)).encode()
                    found |= {(name, str(path)) for name in self.among(data + b"\0" + named)}
        return found

    def in_processes(self, mark: bytes) -> set[tuple[str, str]]:
        """Which are in environment or command line of the processes whose environment has this."""
        found = set()
        for folder in Path("/proc").iterdir():
            if not folder.name.isdigit():
                continue
            with suppress(OSError):
                environment = (folder / "environ").read_bytes()
                if mark in environment:
                    line = (folder / "cmdline").read_bytes()
                    found |= {(n, f"process {line[:60]!r}") for n in self.among(environment + line)}
        return found
