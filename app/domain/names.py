"""Names: how a person is shown, called, read and sorted."""

import re
import unicodedata
from collections.abc import Iterator

from app.domain.contact import Contact, Name
from app.domain.folding import fold, is_cjk
from app.domain.japanese_names import told_apart
from app.domain.kana import is_kana, row_of, sound_order, to_romaji

OTHER_SECTION = "#"
_WORD_ENDS = re.compile(r"[\s・]+")
_LATIN = str.maketrans({"ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th"})


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
    """The line that stands for a person: the name, else company, address, number, or what there is.

    Empty if there is nothing.
    """
    return next((text for text in _lines(contact) if text), "")


def _lines(contact: Contact) -> Iterator[str | None]:
    yield contact.name.full
    yield build_full(contact.name)
    yield contact.organization
    yield from (e.value for e in contact.emails)
    yield from (p.value for p in contact.phones)
    yield from (u.value for u in contact.urls)
    yield " ".join(p for p in (contact.reading.family, contact.reading.given) if p)
    yield contact.department
    yield contact.title
    for a in contact.addresses:
        yield " ".join(p for p in (a.region, a.city, a.street, a.postal_code, a.country) if p)
    yield from (line.strip() for line in (contact.note or "").splitlines())


def kept_whole(name: Name) -> bool:
    """Whether a card gave family and given name in kanji or kana as one."""
    if name.family and name.given:
        return False
    whole = (name.full or "").strip()
    return is_cjk(whole) and whole in {name.family or whole, name.given or whole}


def split(name: Name) -> tuple[str, str] | None:
    """Family and given name of one that was kept whole, where that is certain. It is found anew
    each time and never written into the name, which stays as the card has it.
    """
    return told_apart((name.full or "").strip()) if kept_whole(name) else None


def called(contact: Contact) -> str:
    """The name for a sentence, before さん or -san: the family name where it is CJK, else the
    whole.
    """
    apart = split(contact.name)
    family = apart[0] if apart else contact.name.family
    return family if family and is_cjk(family) else shown(contact)


def spoken(contact: Contact, language: str) -> str:
    """The reading as shown: kana in Japanese, Hepburn in English; empty if unknown.

    A name in Latin letters is read in its own order, クレール・マルタン; English needs no reading
    of it.
    """
    reading = contact.reading
    latin = bool(contact.name.full) and not is_cjk(contact.name.full or "")
    parts = [p for p in (reading.family, reading.given) if p]
    if latin:
        parts.reverse()
        if language != "ja":
            return ""
    if language == "ja":
        return ("・" if latin and all(map(is_kana, parts)) else " ").join(parts)
    words = (w for w in _WORD_ENDS.split(" ".join(parts)) if w)
    return " ".join(to_romaji(w).capitalize() if is_kana(w) else w for w in words)


def lacks_reading(contact: Contact) -> bool:
    """Whether only whoever knows the person can tell how the name is read."""
    name, reading = contact.name.full or "", contact.reading
    return is_cjk(name) and not is_kana(name) and not (reading.family or reading.given)


def monogram(contact: Contact) -> str:
    """The one letter on the round field: of the family name where it is CJK, else of the name."""
    return called(contact).strip()[:1].upper()[:1] or "?"


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
        letters = _plain(sounds)
    else:
        letters = _plain(to_romaji(sounds) if is_kana(sounds) else sounds)
    initial = letters[:1].upper()
    if "A" <= initial <= "Z":
        return initial, f"2{letters}"
    return OTHER_SECTION, f"3{letters}"


def _plain(text: str) -> str:
    """Folded, and Latin letters without their marks, so that É stands between E and F."""
    letters = unicodedata.normalize("NFD", fold(text).translate(_LATIN))
    return "".join(c for c in letters if not unicodedata.combining(c))
