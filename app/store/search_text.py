"""Search text: the words under which a person or a note is found, and a typed query as words of the same kind.

Everything is folded, then cut into tokens: each kanji or kana is one (so that any run of them is a phrase), each run of
other letters or digits is one. A token's first one to three letters are added as tokens of their own, marked with a
character nobody types: a short beginning is then one look-up, not a walk over all words.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from app.domain.contact import Contact
from app.domain.folding import fold, fold_company, fold_name, is_cjk
from app.domain.interaction import Interaction
from app.domain.kana import is_kana, to_romaji
from app.domain.names import shown

BEGINNING = "\ue000"
"""Marks a token that is the beginning of a longer one."""
BETWEEN = "\ue001"
"""Stands between fields, so that no phrase reaches from one into the next."""
SHORT = 3
_LONGEST = 20_000
_MOST_WORDS = 12
_PRIVATE = re.compile(r"[\ud800-\udfff\ue000-\uf8ff\x00]")
_PIECES = re.compile(
    r"[\u3005-\u3007\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    r"\U00020000-\U0003ffff]|[^\W_]"
)
_DIGITS_ONLY = re.compile(r"[\d\s()+\-‐－.]+")


def _flat(text: str) -> str:
    """Folded, and Latin letters without their marks (José: jose; kana keep theirs)."""
    folded = fold(_PRIVATE.sub(" ", text))
    if folded.isascii():
        return folded
    return "".join(_base(c) for c in folded)


def _base(char: str) -> str:
    if char < "\u00c0" or char > "\u024f" and not "\u1e00" <= char <= "\u1eff":
        return char
    first = unicodedata.normalize("NFD", char)[0]
    return first if first.isascii() else char


def tokens(text: str) -> list[str]:
    """The tokens of a text, in order."""
    found: list[str] = []
    run: list[str] = []
    end = -1
    for match in _PIECES.finditer(_flat(text[:_LONGEST])):
        char, start = match[0], match.start()
        single = is_cjk(char)
        if run and (single or start != end):
            found.append("".join(run))
            run = []
        if single:
            found.append(char)
        else:
            run.append(char)
        end = match.end()
    if run:
        found.append("".join(run))
    return found


def _beginnings(words: Iterable[str]) -> set[str]:
    return {
        word[:length] + BEGINNING
        for word in words
        if not is_cjk(word[0])
        for length in range(1, min(SHORT, len(word)) + 1)
    }


def _document(fields: Iterable[str]) -> str:
    """The text that goes into the index."""
    words: list[str] = []
    for field in fields:
        if field:
            words += tokens(field)
            words.append(BETWEEN)
    return " ".join((*words, *sorted(_beginnings(w for w in words if w != BETWEEN))))


def _spellings(family: str | None, given: str | None) -> Iterator[str]:
    """A name or reading in both orders, with and without a space, kana also in romaji, long and short."""
    parts = [p for p in (family, given) if p]
    if not parts:
        return
    forms = {" ".join(parts)}
    if not all(is_cjk(p) for p in parts):
        forms |= {"".join(parts), "".join(reversed(parts))}
    if all(is_kana(p) for p in parts):
        for long_vowels in (False, True):
            romaji = [to_romaji(p, long_vowels=long_vowels) for p in parts]
            forms |= {" ".join(romaji), "".join(romaji), "".join(reversed(romaji))}
    yield from sorted(forms)


def person_words(contact: Contact) -> str:
    """Everything by which a person is found."""
    name = contact.name
    fields: list[str] = [shown(contact), *_spellings(name.family, name.given)]
    fields += _spellings(contact.reading.family, contact.reading.given)
    if name.full and not name.family:
        full = name.full
        fields.append(full.replace(" ", ""))
        if is_kana(full):
            fields += _spellings(full, None)
    fields += [t for t in (name.nickname, name.middle, contact.department, contact.title) if t]
    if contact.organization:
        fields += [contact.organization, fold_company(contact.organization)]
        if is_kana(fold_company(contact.organization)):
            fields += _spellings(fold_company(contact.organization), None)
    for email in contact.emails:
        fields.append(email.value)
    for phone in contact.phones:
        fields += [phone.value, re.sub(r"\D", "", fold(phone.value)), phone.e164 or ""]
    for address in contact.addresses:
        parts = (address.region, address.city, address.street, address.postal_code, address.country)
        fields.append(" ".join(p for p in parts if p))
    fields += [url.value for url in contact.urls]
    fields += contact.tags
    fields += [t for t in (contact.met.gathering, contact.met.introduced_by) if t]
    return _document(dict.fromkeys(fields))


def note_words(text: str | None, place: str | None = None) -> str:
    """Words of a note; empty where there is nothing to find."""
    return _document(t for t in (text, place) if t)


def interaction_words(act: Interaction) -> str:
    """Words of one entry of a timeline."""
    return note_words(act.note, act.place) if act.note or act.place else ""


@dataclass(frozen=True, slots=True)
class Query:
    """A typed query as an FTS5 expression; `first` is its first word, for cutting an excerpt."""

    expression: str
    first: str


def _quoted(phrase: str) -> str:
    return '"' + phrase.replace('"', '""') + '"'


def _phrase(text: str) -> str:
    """A phrase of all tokens; where it ends in letters, they may be the beginning of a word."""
    parts = tokens(text)
    if not parts:
        return ""
    if is_cjk(parts[-1]):
        return _quoted(" ".join(parts))
    if len(parts) == 1 and len(parts[0]) <= SHORT:
        return _quoted(parts[0] + BEGINNING)
    return _quoted(" ".join(parts)) + " *"


def _word(word: str) -> str:
    """One typed word, or what else it may be called: kana in romaji, a company without its legal form."""
    forms = [word]
    if len(tokens(word)) > 1:
        if is_kana(word) and (romaji := to_romaji(word)).isascii():
            forms.append(romaji)
        if fold_company(word) != fold_name(word):
            forms.append(fold_company(word))
    phrases = [phrase for form in forms if (phrase := _phrase(form))]
    return phrases[0] if len(phrases) == 1 else f"({' OR '.join(phrases)})" if phrases else ""


def query(words: str) -> Query | None:
    """What a person typed, as data: nothing in it is ever syntax. None where there is nothing to look for."""
    typed = words[:1000]
    found = [w for w in (_word(word) for word in typed.split()[:_MOST_WORDS]) if w]
    if not found:
        return None
    expression = " AND ".join(found)
    if _DIGITS_ONLY.fullmatch(typed.strip()):
        digits = _word(re.sub(r"\D", "", fold(typed)))
        if digits and digits != expression:
            expression = f"({expression}) OR {digits}"
    return Query(expression, fold(typed).split(" ")[0])
