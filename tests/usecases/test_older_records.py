"""People kept by an earlier version, which knew fewer fields: what their cards say comes back."""

from dataclasses import replace
from datetime import date

import pytest

from app.domain.contact import Occasion, Related
from app.store import codec
from app.usecases import exporting, importing, people, undoing
from app.usecases.exporting import Format
from tests.interchange.test_further import CARD, body
from tests.usecases.conftest import at, everyone

NOW = at(date(2026, 10, 15))
NEWER = ("related", "dates", "accounts", "positions", "more", "shallow")


def older(store, tmp_path):
    """Import the card, and keep its person as it was kept before these fields were known."""
    path = tmp_path / "cards.vcf"
    path.write_bytes(CARD.encode())
    importing.accept(store, importing.preview(store, importing.read_files([path])), now=NOW)
    with store._writing() as c:
        for name in NEWER:
            c.exec_driver_sql("UPDATE contact SET json = json_remove(json, ?)", (f"$.{name}",))
    (ann,) = everyone(store)
    assert ann.shallow
    assert [getattr(ann, name) for name in NEWER[:-1]] == [()] * 5
    return ann


def exported(store, tmp_path):
    path = tmp_path / "out.vcf"
    exporting.export(store, path, form=Format.VCARD_3, replace=True)
    return body(path.read_bytes())


def test_what_was_never_read_was_not_taken_away(store, tmp_path):
    older(store, tmp_path)
    assert exported(store, tmp_path) == body(CARD)


def test_nor_is_it_after_an_edit_and_its_undo(store, tmp_path):
    ann = older(store, tmp_path)
    people.edit(store, ann, replace(ann, title="Founder"), now=NOW)
    lost = body(CARD) - exported(store, tmp_path)
    assert set(lost) == {"item2.TITLE:Adviser"}
    undoing.undo(store, now=NOW)
    assert exported(store, tmp_path) == body(CARD)


def test_what_is_added_stands_beside_it_once(store, tmp_path):
    ann = older(store, tmp_path)
    added = replace(ann, related=(Related("Bob Lee", "spouse"), Related("Eve", "child")))
    people.edit(store, ann, replace(added, dates=(Occasion("2020"),)), now=NOW)
    found = exported(store, tmp_path)
    assert not body(CARD) - found
    more = sorted(line for line in (found - body(CARD)).elements())
    assert [line.partition(":")[2] for line in more] == ["2020", "_$!<Child>!$_", "Eve"]


def test_a_note_that_names_the_field_is_no_field(store, tmp_path):
    ann = older(store, tmp_path)
    text = codec.encode(replace(ann, note='"related":', shallow=False))
    assert not codec.contact(text).shallow
    assert codec.contact(text.replace(',"related":[]', "")).shallow


def test_without_the_guard_the_lines_are_lost(store, tmp_path, monkeypatch):
    """Sabotage twin."""
    older(store, tmp_path)
    monkeypatch.setattr(codec, "_RELATED", "")
    with pytest.raises(AssertionError):
        assert exported(store, tmp_path) == body(CARD)
