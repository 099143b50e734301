"""R28: files that ask for more than there is, in full size, with the memory that reading them took.

A whole line of a gigabyte, ten million folds, a hundred thousand nested cards, a million
properties, a hundred thousand parameters, a million tiny cards, a card that never ends.
"""

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from app.domain.card import Unreadable
from app.interchange.limits import MIB
from tests.interchange.test_hostile import read_apart
from tests.soak.journal import Journal

GOOD = b"BEGIN:VCARD\r\nFN:Good\r\nEND:VCARD\r\n"
_HEAD, _TAIL = b"BEGIN:VCARD\r\nFN:x\r\n", b"END:VCARD\r\n"
_PARENT, _CHILD = 200 * MIB, 512 * MIB
_AT_ONCE = 1 << 16


def _times(piece: bytes, count: int) -> Iterator[bytes]:
    """A piece `count` times, in handfuls."""
    for start in range(0, count, _AT_ONCE):
        yield piece * min(_AT_ONCE, count - start)


def _line(scale: float) -> Iterator[bytes]:
    yield _HEAD + b"NOTE:"
    yield from _times(b"x" * 1024, int(1024 * 1024 * scale))
    yield b"\r\n" + _TAIL


def _folds(scale: float) -> Iterator[bytes]:
    yield _HEAD + b"NOTE:a\r\n"
    yield from _times(b" b\r\n", int(10**7 * scale))
    yield _TAIL


def _nested(scale: float) -> Iterator[bytes]:
    yield from _times(b"BEGIN:VCARD\r\n", int(10**5 * scale))
    yield from _times(_TAIL, int(10**5 * scale))


def _properties(scale: float) -> Iterator[bytes]:
    yield _HEAD
    yield from _times(b"TEL:1\r\n", int(10**6 * scale))
    yield _TAIL


def _parameters(scale: float) -> Iterator[bytes]:
    yield _HEAD + b"TEL"
    yield from _times(b";A=b", int(10**5 * scale))
    yield b":1\r\n" + _TAIL


def _endless(scale: float) -> Iterator[bytes]:
    yield _HEAD
    yield from _times(b"NOTE:x\r\n", int(3 * 10**7 * scale))


def _tiny(scale: float) -> Iterator[bytes]:
    yield from _times(b"BEGIN:VCARD\r\nN:a\r\nEND:VCARD\r\n", int(10**6 * scale))


CAPS: dict[str, Callable[[float], Iterator[bytes]]] = {
    "line": _line,
    "folds": _folds,
    "nested": _nested,
    "properties": _properties,
    "parameters": _parameters,
    "endless": _endless,
    "tiny": _tiny,
}


def sweep(count: int, seed: int, percent: int, folder: Path | None = None) -> bool:
    """The files at `percent` of the sizes of SAFETY; whether each stayed within its memory."""
    journal = Journal("caps", seed, percent, **({"folder": folder} if folder else {}))
    with tempfile.TemporaryDirectory() as place:
        for number in journal.left(min(count, len(CAPS))):
            name = list(CAPS)[number]
            path = Path(place, "hostile.vcf")
            with path.open("wb") as file:
                file.write(GOOD)
                for piece in CAPS[name](percent / 100):
                    file.write(piece)
                file.write(GOOD)
            _round(journal, number, name, path)
            path.unlink()
    return journal.ended(min(count, len(CAPS)), "name")


def _round(journal: Journal, number: int, name: str, path: Path) -> None:
    size = path.stat().st_size
    read = read_apart(path, keep=name != "tiny")
    reasons = {reason for reason, _, _ in read.cards}
    within = read.growth <= _PARENT and read.peak_of_child <= _CHILD
    named = (reasons - {None}) <= set(Unreadable) and bool(read.cards)
    journal.note(
        number,
        well=within and named,
        name=name,
        megabytes=size // MIB,
        parent=read.growth // MIB,
        child=read.peak_of_child // MIB,
        reasons=sorted(reason for reason in reasons if reason),
    )
