"""Preferences come back after a restart, and nonsense in the file reads as the default."""

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QSettings

from app.ui.preferences import Preferences


def at(path: Path) -> Preferences:
    return Preferences(QSettings(str(path), QSettings.Format.IniFormat))


def test_what_was_chosen_is_there_after_a_restart(tmp_path: Path) -> None:
    first = at(tmp_path / "p.ini")
    first.language = "en"
    first.mode = "dark"
    first.scale = 1.4
    first.strong_lines = True
    first.start_hidden = False
    first.geometry = QByteArray(b"\x01\x00\xff")
    first.save()
    again = at(tmp_path / "p.ini")
    assert (again.language, again.mode, again.scale) == ("en", "dark", 1.4)
    assert (again.strong_lines, again.start_hidden) == (True, False)
    assert again.geometry == QByteArray(b"\x01\x00\xff")


def test_defaults_of_an_empty_file(tmp_path: Path) -> None:
    fresh = at(tmp_path / "p.ini")
    assert (fresh.language, fresh.mode, fresh.scale) == (None, "system", 1.0)
    assert (fresh.strong_lines, fresh.start_hidden) == (False, True)
    assert fresh.geometry.isEmpty()


@pytest.mark.parametrize(
    "text",
    [
        "[General]\nlanguage=tlh\nmode=purple\ntext_percent=900\nstrong_lines=maybe\ngeometry=1",
        "[General]\nlanguage=ja, en\ntext_percent=-3\nmode=\ngeometry=@Variant(x)",
        "[General]\ntext_percent=nan\nlanguage=@Invalid()",
        "\x00\x01 not a settings file",
    ],
)
def test_nonsense_reads_as_the_default(tmp_path: Path, text: str) -> None:
    (tmp_path / "p.ini").write_text(text)
    found = at(tmp_path / "p.ini")
    assert (found.language, found.mode, found.scale) == (None, "system", 1.0)
    assert found.strong_lines is False
    assert found.geometry.isEmpty()


def test_the_language_can_follow_the_system_again(tmp_path: Path) -> None:
    found = at(tmp_path / "p.ini")
    found.language = "ja"
    found.language = None
    assert found.language is None
