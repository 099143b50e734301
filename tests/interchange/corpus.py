"""The big collection of foreign files beside the checkout, and how ours agrees with its ground
truth.
"""

import json
import os
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from app.domain.card import ReadCard
from app.domain.contact import Address, Contact
from app.interchange.errors import NotCardsError
from app.interchange.reading import read_cards

_REPOSITORY = Path(__file__).resolve().parents[2]
FOLDER = Path(os.environ.get("ENISHI_CORPUS") or _REPOSITORY.parent / "shared" / "corpus")
_EXAMINED_IN_PART = ("linkedin-fixture/",)
_NOT_CARDS = {".tsv", ".json", ".ldif", ".xml"}


def files() -> Iterator[Path]:
    """Every file of the collection that claims to hold cards."""
    for path in sorted(FOLDER.rglob("*")):
        if path.is_file() and path.suffix.lower() not in _NOT_CARDS:
            yield path


def read(path: Path) -> list[ReadCard]:
    """All cards; none where it is not vCard."""
    try:
        return list(read_cards(path))
    except NotCardsError:
        return []


@dataclass
class File:
    """What became of one file, for the report."""

    name: str
    refused: str = ""
    cards: int = 0
    people: int = 0
    unreadable: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    compared: int = 0
    agreed: int = 0

    def line(self) -> str:
        """One line of the report."""
        truth = f"{self.agreed}/{self.compared}" if self.compared else "-"
        said = self.refused or ", ".join(self.unreadable) or "-"
        return (
            f"{self.name:58} {self.cards:5} {self.people:6} {truth:>8} {len(self.kept):5}  {said}"
        )


def look(path: Path, people: list[dict[str, Any]]) -> File:
    """One file, compared with its truth where there is one."""
    found = File(path.relative_to(FOLDER).as_posix())
    try:
        cards = list(read_cards(path))
    except NotCardsError as error:
        found.refused = f"no cards ({error.content})"
        return found
    found.cards = len(cards)
    found.people = sum(card.contact is not None for card in cards)
    found.unreadable = [f"card {c.position}: {c.reason}" for c in cards if c.reason is not None]
    found.kept = [f"line {k.line}: {k.text[:100]}" for card in cards for k in card.kept]
    for card, expected in zip(cards, people, strict=False):
        for _, theirs, ours in _fields(card.contact or Contact(), expected):
            found.compared += 1
            found.agreed += theirs == ours
    return found


def report() -> None:
    """Every file in a line: cards, people, fields that agree with the truth, kept lines, losses."""
    truth = json.loads((FOLDER / "truth.json").read_text("utf-8"))
    print(f"{'file':58} cards people    truth  kept  without a person, and why")
    for path in sorted(FOLDER.rglob("*")):
        if path.is_file() and path.name not in {"truth.json", "MANIFEST.tsv"}:
            name = path.relative_to(FOLDER).as_posix()
            print(look(path, [p for p in truth.get(name, []) if set(p) != {"remark"}]).line())


@dataclass
class Agreement:
    """How often each field agreed, and where it did not."""

    agreed: Counter[str] = field(default_factory=Counter)
    compared: Counter[str] = field(default_factory=Counter)
    differences: list[str] = field(default_factory=list)
    files: int = 0
    files_agreed: int = 0


def _known_address(address: Address, parts: dict[str, str]) -> bool:
    ours = {
        "street": address.street,
        "city": address.city,
        "region": address.region,
        "postal": address.postal_code,
        "country": address.country,
    }
    return all(
        value in (ours[key] or "") if key == "street" else ours[key] == value
        for key, value in parts.items()
        if key in ours
    ) and all(
        str(parts[k]).split(" (")[0] in (address.street or "")
        for k in ("pobox", "extended")
        if k in parts
    )


def _fields(c: Contact, truth: dict[str, Any]) -> Iterator[tuple[str, Any, Any]]:
    """(field, expected, ours) for everything the truth speaks of and a contact has a place for."""
    ours: dict[str, Any] = {
        "family": c.name.family,
        "given": c.name.given,
        "additional": c.name.middle,
        "prefix": c.name.prefix,
        "org": c.organization,
        "title": c.title,
        "nickname": c.name.nickname,
        "kana_family": c.reading.family,
        "kana_given": c.reading.given,
        "suffix": c.name.suffix,
        "department": c.department,
        "met_on": c.met.on.isoformat() if c.met.on else None,
        "connected_on": c.met.on.isoformat() if c.met.on else None,
        "postal": c.addresses[0].postal_code if c.addresses else None,
        "fax": next((p.value for p in c.phones if "fax" in (p.label or "")), None),
        "emails": [e.value for e in c.emails],
        "tels": [p.value for p in c.phones if "fax" not in truth or "fax" not in (p.label or "")],
        "bday": str(c.birthday) if c.birthday else None,
        "categories": list(c.tags),
        "url": [u.value for u in c.urls],
        "adr_city": c.addresses[0].city if c.addresses else None,
        "adr_streets": [a.street for a in c.addresses],
    }
    for key, value in ours.items():
        if key in truth:
            yield key, truth[key] or None, value or None
    yield from _loosely(c, truth)


def _loosely(c: Contact, truth: dict[str, Any]) -> Iterator[tuple[str, Any, Any]]:
    """Fields that the truth describes in its own way."""
    if truth.get("fn") is not None:
        yield "fn", truth["fn"], c.name.full
    if "org_units" in truth:
        yield "org_units", " ".join(u.strip() for u in truth["org_units"]), c.department
    if "note_contains" in truth:
        said = truth["note_contains"]
        yield "note", said, said if said and said in (c.note or "") else c.note
    if truth.get("has_photo") is not None:
        yield "photo", truth["has_photo"], c.photo is not None
    for key in {"adr_home", "adr_work"} & truth.keys():
        yield key, True, any(_known_address(a, truth[key]) for a in c.addresses)
    if "adr_parts" in truth:
        text = "\n".join(a.street or "" for a in c.addresses)
        yield "adr_parts", True, all(p in text for p in truth["adr_parts"])


def compare() -> Agreement:
    """Every vCard file of the truth against what we read."""
    result = Agreement()
    truth = json.loads((FOLDER / "truth.json").read_text("utf-8"))
    for name, people in truth.items():
        if name.startswith("_"):
            continue
        cards = read(FOLDER / name)
        people = [person for person in people if set(person) != {"remark"}]
        before = len(result.differences)
        if len(cards) != len(people) and not name.startswith(_EXAMINED_IN_PART):
            result.differences.append(f"{name}: {len(people)} cards expected, {len(cards)} read")
        for card, expected in zip(cards, people, strict=False):
            contact = card.contact or Contact()
            for key, theirs, ours in _fields(contact, expected):
                result.compared[key] += 1
                if theirs == ours:
                    result.agreed[key] += 1
                else:
                    where = f"{name} card {card.position} {key}"
                    result.differences.append(f"{where}: expected {theirs!r}, read {ours!r}")
        result.files += 1
        result.files_agreed += len(result.differences) == before
    return result


if __name__ == "__main__":
    report()
