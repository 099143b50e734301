"""R31: what a card says comes back, also after an edit; over the collection of foreign files where
it is, else over the cards of tests/data.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from app.interchange import vcard_write
from app.interchange.card_lines import Line, read_lines
from app.interchange.convert import Out, convert
from app.interchange.limits import Limits
from app.interchange.vcard_read import draft_of
from app.interchange.vcard_write import write_card
from tests.interchange import corpus
from tests.interchange.targets import ID, cards

if TYPE_CHECKING:
    from app.domain.card import ReadCard
    from app.domain.contact import Contact

pytestmark = pytest.mark.timeout(300)
OWN = Path(__file__).resolve().parents[1] / "data"
Property = tuple[object, ...]
MADE = frozenset({"VERSION", "UID", "FN", "PRODID", "REV"})
"""What an export may add or renew."""


@cache
def collected() -> list[ReadCard]:
    """Every card that is a person in its own version 3.0 or 4.0, which an export can keep."""
    paths = [*corpus.files(), *(OWN / "cards").glob("*.vcf"), *(OWN / "fuzz").glob("*.vcf")]
    found = (card for path in paths for card in cards(path.read_bytes(), Limits()))
    return [card for card in found if card.contact is not None]


def lines_of(card: ReadCard) -> list[Line]:
    source, charset = card.source, card.charset
    if charset.startswith("utf-16"):
        source, charset = source.decode(charset, "replace").encode(), "utf-8"
    return read_lines(source, charset).lines


def said(lines: list[Line]) -> Counter[Property]:
    """Every property, without those that an export makes; a line that is none by its text."""
    return Counter(
        (line.head.group, line.head.name, line.head.params, line.value)
        for line in lines
        if line.head and not line.nested and line.head.name not in MADE
        if line.head.name != "X-ENISHI-LINE" and line.head.name != "AGENT"
    )


def kept_in_its_version(contact: Contact, card: ReadCard, version: str) -> Counter[Property]:
    """What of the card is missing in its export, and what is there beside it."""
    written = write_card(replace(contact, id=ID), card.source, card.charset, version, card.photo)
    before, after = said(lines_of(card)), said(read_lines(written).lines)
    lost = Counter({("lost", *k): n for k, n in (before - after).items()})
    return lost + Counter({("new", *k): n for k, n in (after - before).items()})


def comparable() -> Iterator[tuple[ReadCard, str]]:
    for card in collected():
        lines = lines_of(card)
        version = draft_of(lines).version
        odd = any(line.head and (line.head.charset or line.head.encoding == "Q") for line in lines)
        if version in {"3.0", "4.0"} and not odd:
            yield card, version


def test_every_property_of_a_card_comes_back() -> None:
    count = 0
    for card, version in comparable():
        count += 1
        assert card.contact is not None
        assert kept_in_its_version(card.contact, card, version) == {}, card.source[:300]
    print(f"\n{count} cards of version 3.0 and 4.0, all properties equal")
    assert count >= (500 if corpus.FOLDER.is_dir() else 20)


def test_after_an_edit_only_that_property_differs() -> None:
    for card, version in comparable():
        assert card.contact is not None
        edited = replace(card.contact, note="edited for R31")
        if card.contact.note == edited.note:
            continue
        names = {str(key[2]) for key in kept_in_its_version(edited, card, version)}
        assert names <= {"NOTE"}, card.source[:300]


def test_every_value_of_a_card_comes_back_in_the_other_versions() -> None:
    """Of 2.1, and of cards in charsets of their own: the person, and every other line."""
    for card in collected():
        assert card.contact is not None
        for version in ("3.0", "4.0"):
            written = write_card(
                replace(card.contact, id=ID), card.source, card.charset, version, card.photo
            )
            sound = [line for line in lines_of(card) if line.head and not line.damaged]
            before = Counter(line.head.name for line in sound if line.head)
            after = Counter(line.head.name for line in read_lines(written).lines if line.head)
            missing = before - after
            assert set(missing) <= MADE | {"AGENT"}, (missing, card.source[:300])


def test_without_the_guard_lines_are_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sabotage twin of R31: only lines that a field holds are written."""

    def forgetful(line: Line, source: str, target: str) -> Out:
        known = line.head is None or not line.head.name.startswith("X-")
        return convert(line, source, target) if known else Out("X-GONE", "")

    monkeypatch.setattr(vcard_write, "convert", forgetful)
    losses = [kept_in_its_version(c.contact, c, v) for c, v in comparable() if c.contact]
    assert any(losses)
