"""Names: how a person is shown, called, read and sorted."""

import unicodedata

from app.domain.contact import Contact, Name, Reading
from app.domain.folding import fold, is_cjk
from app.domain.kana import is_kana, row_of, sound_order, to_romaji

OTHER_SECTION = "#"


def build_full(name: Name) -> str | None:
    """A full name from its parts: family given where it is CJK, else prefix given middle family
    suffix.
    """
    parts: tuple[str | None, ...]
    if is_cjk(f"{name.family or ''}{name.given or ''}"):
        parts = (name.family, name.given)
    else:
        parts = (name.prefix, name.given, name.middle, name.family, name.suffix)
    return " ".join(p for p in parts if p) or name.nickname


def shown(contact: Contact) -> str:
    """The line that stands for a person: the name, else company, address or number; empty if there
    is nothing.
    """
    if contact.name.full:
        return contact.name.full
    candidates = [
        build_full(contact.name),
        contact.organization,
        *(e.value for e in contact.emails),
        *(p.value for p in contact.phones),
        *(u.value for u in contact.urls),
        contact.note.splitlines()[0] if contact.note and contact.note.strip() else None,
    ]
    return next((c for c in candidates if c), "")


def called(contact: Contact) -> str:
    """The name for a sentence, before さん or -san: the family name where it is CJK, else the
    whole.
    """
    family = contact.name.family
    return family if family and is_cjk(family) else shown(contact)


def spoken(reading: Reading, language: str) -> str:
    """The reading as shown: kana in Japanese, Hepburn in English; empty if unknown."""
    parts = [p for p in (reading.family, reading.given) if p]
    if language == "ja":
        return " ".join(parts)
    return " ".join(to_romaji(p).capitalize() if is_kana(p) else p for p in parts)


def monogram(contact: Contact) -> str:
    """The one letter on the round field."""
    text = contact.name.family or shown(contact)
    return text.strip()[:1].upper() or "?"


def _sounds(contact: Contact) -> str:
    """What a name is sorted by: the reading; a name in kana or Latin letters is its own."""
    reading, name = contact.reading, contact.name
    if reading.family or reading.given:
        return f"{reading.family or ''} {reading.given or ''}".strip()
    return " ".join(p for p in (name.family, name.given) if p) or shown(contact)


def sort_key(contact: Contact, language: str) -> tuple[str, str]:
    """(section, key): あ to わ, then A to Z, then # in Japanese; A to Z, then # in English.

    Keys sort by code point; the section is part of the order through its first character.
    """
    sounds = _sounds(contact)
    if language == "ja":
        row = row_of(sounds)
        if row is not None:
            return row, f"1{sound_order(sounds)}"
        letters = fold(sounds)
    else:
        letters = fold(to_romaji(sounds)) if is_kana(sounds) else fold(sounds)
    initial = _latin_initial(letters)
    if initial is not None:
        return initial, f"2{letters}"
    return OTHER_SECTION, f"3{letters}"


def _latin_initial(letters: str) -> str | None:
    first = letters[:1]
    if not first:
        return None
    base = unicodedata.normalize("NFD", first)[0].upper()
    return base if "A" <= base <= "Z" else None
