"""Fails where a library that the package would bring is older than is safe (R75).

`python packaging/floors.py`; packaging/build.sh asks it before anything is built. What is read is
what is loaded, not what a lock says.
"""

import re
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from cryptography.hazmat.backends.openssl import backend
from PIL import features
from PySide6.QtCore import qVersion
from sqlcipher3 import dbapi2 as sqlcipher

from app.store.engine import OLDEST_SQLITE

Version = tuple[int, ...]


@dataclass(frozen=True)
class Floor:
    """The oldest version, why it is that, and how it is asked for."""

    least: Version
    why: str
    found: Callable[[], str]


def _cipher() -> str:
    memory = sqlcipher.connect(":memory:")
    try:
        return str(memory.execute("PRAGMA cipher_version").fetchone()[0])
    finally:
        memory.close()


def _openssl() -> str:
    return str(backend.openssl_version_text())


def _part(name: str) -> Callable[[], str]:
    return lambda: str(features.version(name) or "")


FLOORS: Mapping[str, Floor] = {
    "SQLite": Floor(
        OLDEST_SQLITE,
        "earlier ones can corrupt a database when two write or checkpoint at once",
        lambda: str(sqlcipher.sqlite_version),
    ),
    "SQLCipher": Floor((4, 19, 0), "SECURITY.md was measured with it", _cipher),
    "OpenSSL": Floor((3, 5), "of the lines before none is mended any more", _openssl),
    "Qt": Floor((6, 11, 3), "SECURITY.md was measured with it", qVersion),
    "Pillow": Floor((13, 0), "SECURITY.md was measured with it", _part("pil")),
    "libwebp": Floor((1, 3, 2), "CVE-2023-4863: a picture writes behind its memory", _part("webp")),
    "zlib": Floor((1, 2, 13), "CVE-2022-37434: a header writes behind its memory", _part("zlib")),
    "FreeType": Floor((2, 13, 1), "CVE-2025-27363: so does a font", _part("freetype2")),
}


def version_of(text: str) -> Version:
    """The first numbers with points between in a text; empty for none."""
    found = re.search(r"\d+(?:\.\d+)+", text)
    return tuple(int(part) for part in found.group().split(".")) if found else ()


def below() -> list[str]:
    """A sentence for each that is too old, or says no version."""
    wrong = []
    for name, floor in FLOORS.items():
        text = floor.found()
        if version_of(text) < floor.least:
            least = ".".join(map(str, floor.least))
            wrong.append(f"{name} {text or 'of no version'}: {least} is the oldest, {floor.why}")
    return wrong


def main() -> int:
    """Print what is too old; the exit code."""
    wrong = below()
    for line in wrong:
        print(line, file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
