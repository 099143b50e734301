"""Putting a file in place: whole or not at all, on every kind of disk."""

import errno
import os
from datetime import date

import pytest

from app.interchange import export_check
from app.interchange.export_check import DifferenceKind, ExportDifference
from app.store.errors import DiskFullError
from app.usecases import people
from app.usecases.exporting import (
    ExportNotFaithfulError,
    FileExistsAlreadyError,
    export,
    put,
)
from tests.usecases.conftest import at, person

NOW = at(date(2026, 10, 15))


@pytest.fixture
def no_links(monkeypatch):
    """A file system without a second name for a file, as on a stick."""

    def link(*_names):
        raise PermissionError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", link)


def test_a_file_system_without_links_gets_its_file(tmp_path, no_links):
    put(tmp_path / "a.vcf", b"cards", replace=False)
    assert [(f.name, f.read_bytes()) for f in tmp_path.iterdir()] == [("a.vcf", b"cards")]


def test_what_took_the_name_meanwhile_stays_there_too(tmp_path, no_links):
    target = tmp_path / "a.vcf"
    target.write_bytes(b"somebody's")
    with pytest.raises(FileExistsAlreadyError):
        put(target, b"cards", replace=False)
    assert [(f.name, f.read_bytes()) for f in tmp_path.iterdir()] == [("a.vcf", b"somebody's")]


def test_without_room_nothing_is_left(tmp_path, monkeypatch):
    def full(_descriptor):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DiskFullError):
        put(tmp_path / "a.vcf", b"cards", replace=False)
    assert list(tmp_path.iterdir()) == []


def test_what_the_second_reader_disagrees_in_is_not_kept(store, tmp_path, monkeypatch):
    people.add(store, person("早坂 美緒"), now=NOW)
    other = ExportDifference(DifferenceKind.NAME, 1, "早坂 美緒", "早坂")
    monkeypatch.setattr(export_check, "verify", lambda _written, _people: [other])
    folder = tmp_path / "out"
    folder.mkdir()
    with pytest.raises(ExportNotFaithfulError) as told:
        export(store, folder / "a.vcf")
    assert told.value.differences == (other,)
    assert list(folder.iterdir()) == []
