"""R75: nothing is packed that is older than is safe."""

import subprocess
import sys
from dataclasses import replace
from importlib import import_module
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "packaging"))
floors = import_module("floors")


def test_what_is_installed_is_new_enough():
    assert floors.below() == []
    assert all(floors.version_of(floor.found()) for floor in floors.FLOORS.values())


@pytest.mark.parametrize("name", floors.FLOORS)
def test_each_one_that_is_too_old_is_named(name, monkeypatch, capsys):
    """The twin of each: the same library under a floor above it."""
    newer = (*floors.version_of(floors.FLOORS[name].found()), 1)
    monkeypatch.setattr(
        floors, "FLOORS", {**floors.FLOORS, name: replace(floors.FLOORS[name], least=newer)}
    )
    assert floors.main() == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith(name)


@pytest.mark.parametrize(
    ("text", "version"),
    [
        ("4.19.0 community", (4, 19, 0)),
        ("OpenSSL 3.5.1 1 Jul 2025", (3, 5, 1)),
        ("no version", ()),
        ("", ()),
    ],
)
def test_a_version_is_read_out_of_what_a_library_says(text, version):
    assert floors.version_of(text) == version


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script")
@pytest.mark.parametrize("floor", [0, 1])
def test_the_build_ends_where_a_floor_is_not_met(tmp_path, floor):
    """The script itself, with a Python that only notes what it is asked."""
    (tmp_path / "packaging").mkdir()
    (tmp_path / "packaging/build.sh").write_text(
        (ROOT / "packaging/build.sh").read_text("utf-8"), "utf-8"
    )
    python = tmp_path / ".venv/bin/python"
    python.parent.mkdir(parents=True)
    asked = tmp_path / "asked"
    ends = f'case "$*" in *floors*) exit {floor};; *) exit 3;; esac'
    python.write_text(f'#!/bin/sh\necho "$*" >> "{asked}"\n{ends}\n', "utf-8")
    python.chmod(0o755)
    built = tmp_path / "dist/enishi"
    built.mkdir(parents=True)
    done = subprocess.run(["bash", str(tmp_path / "packaging/build.sh")], check=False)
    commands = asked.read_text("utf-8").splitlines()
    assert commands[0] == "packaging/floors.py"
    assert (done.returncode, len(commands)) == ((1, 1) if floor else (3, 2))
    assert built.exists() is bool(floor)
