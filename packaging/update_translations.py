"""Collects the strings of `self.tr` into resources/i18n, keeping what was translated by hand.

Strings that the program no longer has are kept as vanished, in case a module is only half written;
`--drop` removes them. English has a catalogue for plurals alone.
"""

import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from build_resources import ROOT, SOURCES, tool

LANGUAGES = {"ja": "ja_JP", "en": "en_GB"}


def sources() -> list[str]:
    """Every module of the screen, in a steady order."""
    return sorted(str(path.relative_to(ROOT)) for path in (ROOT / "app" / "ui").rglob("*.py"))


def update(
    language: str, target: Path, modules: list[str] | None = None, *, drop: bool = False
) -> None:
    """Bring one catalogue up to date."""
    command = [
        tool("lupdate"),
        "-locations", "none",
        "-silent",
        "-source-language", "en",
        "-target-language", LANGUAGES[language],
    ]  # fmt: skip
    if language == "en":
        command.append("-pluralonly")
    if drop:
        command.append("-no-obsolete")
    command += [*(modules or sources()), "-ts", str(target)]
    subprocess.run(command, cwd=ROOT, check=True)


if __name__ == "__main__":
    for code in LANGUAGES:
        update(code, SOURCES / "i18n" / f"app_{code}.ts", drop="--drop" in sys.argv[1:])
