"""What is typed to get a window."""

from pathlib import Path

import pytest

from app.cli import command
from app.cli.arguments import WindowRequest


def test_open_without_a_file_is_the_window(tmp_path: Path) -> None:
    """A menu entry of the desktop starts it so."""
    asked = command.run(["--store", str(tmp_path / "store"), "open"])
    assert asked == WindowRequest(tmp_path / "store")


def test_open_names_its_files_in_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.vcf").write_text("BEGIN:VCARD\nEND:VCARD\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    asked = command.run(["--store", str(tmp_path / "store"), "open", "a.vcf"])
    assert asked == WindowRequest(tmp_path / "store", files=(tmp_path / "a.vcf",))


def test_a_passphrase_file_that_is_not_there_opens_no_window(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    missing = tmp_path / "gone"
    assert command.run(["--passphrase-file", str(missing)]) == 2
    assert str(missing) in capsys.readouterr().err
