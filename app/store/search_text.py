"""Search text: the words under which a person or a note is found, and a typed query as words of
the same kind.

Everything is folded, then cut: a run of kanji and kana into overlapping pairs (a query of two and
more is a phrase of pairs, rare enough to be fast) and, once each, its single characters; a run of
other letters or digits is one token, and its first one to three letters are added, marked with a
character nobody types: a short beginning is then one look-up, not a walk over all words. Positions
matter among pairs and words only.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from operator import add

from app.domain.contact import Contact
from app.domain.folding import fold, fold_company, fold_name, is_cjk
from app.domain.gathering import Gathering
from app.domain.interaction import Interaction
from app.domain.kana import is_kana, to_romaji
from app.domain.names import shown
from app.domain.remembered import remembered

BEGINNING = "\ue000"
"""Marks a token that is the beginning of a longer one."""
SHORT = 3
_LONGEST = 20_000
_MOST_WORDS = 12
_PRIVATE = re.compile(r"[\ud800-\udfff\ue000-\uf8ff\x00]")
_CJK = (
    "\u3005-\u3007\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\U00020000-\U0003ffff"
)
_PIECES = re.compile(f"[{_CJK}]+|[^\\W_{_CJK}]+")
_FIRST = re.compile(f"[{_CJK}]")
_GAP = re.compile(f"(?<=[{_CJK}])\\s+(?=[{_CJK}])")
_BETWEEN_FIELDS = " | "
_MARKED = re.compile(r"[\u00c0-\u024f\u1e00-\u1eff]")
_APOSTROPHE = re.compile("['’`]")
_NO_DIGITS = re.compile(r"\D+")
_DIGITS_ONLY = re.compile(r"[\d\s()+\-‐－.]+")


def _bare(match: re.Match[str]) -> str:
    """A Latin letter without its marks."""
    first = unicodedata.normalize("NFD", match[0])[0]
    return first if first.isascii() else match[0]


def flat(text: str) -> str:
    """Folded, and Latin letters without their marks (José: jose; kana keep theirs)."""
    return _MARKED.sub(_bare, fold(_PRIVATE.sub(" ", text)))


def pieces(text: str) -> list[str]:
    """Runs of kanji and kana (spaces between them do not count), and runs of other letters or
    digits.
    """
    return _PIECES.findall(_GAP.sub("", flat(text)))


def _is_cjk(piece: str) -> bool:
    return piece[0] >= "\u3005" and _FIRST.match(piece) is not None


def _pairs(run: str) -> list[str]:
    return list(map(add, run, run[1:]))


@remembered(8192)
def _beginnings(first: str) -> tuple[str, ...]:
    """The marked beginnings of a word, of its first letters."""
    return tuple([first[: n + 1] + BEGINNING for n in range(len(first))])


def document(fields: Iterable[str]) -> str:
    """The text that goes into the index."""
    words: list[str] = []
    alone: set[str] = set()
    first = _FIRST.match
    for piece in pieces(_BETWEEN_FIELDS.join(field[:_LONGEST] for field in fields)):
        if piece[0] >= "\u3005" and first(piece):  # `_is_cjk`, without the call
            words += map(add, piece, piece[1:])
            alone.update(piece)
        else:
            words.append(piece)
            alone.update(_beginnings(piece[:SHORT]))
    return " ".join((*words, *sorted(alone)))


Heard = dict[tuple[str | None, str | None], tuple[str, ...]]
"""Spellings worked out already while many people are written: names repeat."""
_HEARD_AT_MOST = 4_096


def _spellings(family: str | None, given: str | None, heard: Heard) -> tuple[str, ...]:
    """A name or reading in both orders, with and without a space, kana also in romaji."""
    known = heard.get((family, given))
    if known is None:
        if len(heard) >= _HEARD_AT_MOST:
            heard.clear()
        known = heard[family, given] = tuple(_spelled([p for p in (family, given) if p]))
    return known


def _spelled(parts: list[str]) -> Iterator[str]:
    if not parts:
        return
    yield " ".join(parts)
    if not all(is_cjk(p) for p in parts):
        bare = [fold_name(p) for p in parts]
        yield " ".join(bare)
        yield from _run_together(bare)
    if all(is_kana(p) for p in parts):
        long = [to_romaji(p, long_vowels=True) for p in parts]
        short = [to_romaji(p) for p in parts]
        for romaji in (long, short) if short != long else (long,):
            yield " ".join(romaji)
            yield from _run_together(romaji)


def _digits(text: str) -> str:
    return _NO_DIGITS.sub("", fold(text))


def _run_together(parts: list[str]) -> Iterator[str]:
    if len(parts) > 1:
        yield "".join(parts)
        yield "".join(reversed(parts))


def person_words(contact: Contact, heard: Heard | None = None) -> str:
    """Everything by which a person is found."""
    spelled: Heard = {} if heard is None else heard
    name, reading = contact.name, contact.reading
    fields: list[str | None] = [shown(contact), *_spellings(name.family, name.given, spelled)]
    fields += _spellings(reading.family, reading.given, spelled)
    if name.full and not name.family:
        fields.append(name.full.replace(" ", ""))
        if is_kana(name.full):
            fields += _spellings(name.full, None, spelled)
    fields += [name.nickname, name.middle, contact.department, contact.title]
    if contact.organization:
        bare = fold_company(contact.organization)
        fields += [contact.organization, bare]
        if is_kana(bare):
            fields += _spellings(bare, None, spelled)
    fields += [email.value for email in contact.emails]
    for phone in contact.phones:
        fields += [phone.value, _digits(phone.value), phone.e164]
    for address in contact.addresses:
        parts = (address.region, address.city, address.street, address.postal_code, address.country)
        fields.append(" ".join(p for p in parts if p))
        fields.append(_digits(address.postal_code or ""))
    fields += [url.value for url in contact.urls]
    fields += [related.value for related in contact.related]
    fields += [account.value for account in contact.accounts]
    for position in contact.positions:
        fields += [position.organization, position.department, position.title]
    fields += [detail.value for detail in contact.more]
    fields += contact.tags
    fields += [contact.met.gathering, contact.met.introduced_by]
    return document(dict.fromkeys(f for f in fields if f))


def note_words(text: str | None, place: str | None = None) -> str:
    """Words of a note; empty where there is nothing to find."""
    return document(t for t in (text, place) if t)


def interaction_words(act: Interaction) -> str:
    """Words of one entry of a timeline."""
    return note_words(act.note, act.place) if act.note or act.place else ""


def gathering_words(gathering: Gathering) -> str:
    """Words of a gathering: all that is written of it."""
    name, place, about = gathering.name, gathering.place, gathering.about
    own = (name, place, gathering.series, gathering.purpose, gathering.note, about)
    return document(text for text in (*own, *gathering.interests) if text)


@dataclass(frozen=True, slots=True)
class Query:
    """A typed query as an FTS5 expression; `first` is its first word, for cutting an excerpt."""

    expression: str
    first: str


def _quoted(phrase: str) -> str:
    return '"' + phrase.replace('"', '""') + '"'


def _phrase(text: str) -> str:
    """All of a typed word: its runs of kanji and kana, and its letters in order, which may break
    off at the end.
    """
    terms: list[str] = []
    letters: list[str] = []
    for piece in pieces(text):
        if not _is_cjk(piece):
            letters.append(piece)
            continue
        if letters:
            terms.append(_quoted(" ".join(letters)))
            letters = []
        terms.append(_quoted(" ".join(_pairs(piece)) or piece))
    if len(letters) == 1 and len(letters[0]) <= SHORT:
        terms.append(_quoted(letters[0] + BEGINNING))
    elif letters:
        terms.append(_quoted(" ".join(letters)) + " *")
    return " AND ".join(terms)


def _word(word: str) -> str:
    """One typed word, or what else it may be called: kana in romaji, a company without its legal
    form.
    """
    forms = [word]
    if len(word) > 1:
        if is_kana(word) and (romaji := to_romaji(word)).isascii():
            forms.append(romaji)
        if fold_company(word) != fold_name(word):
            forms.append(fold_company(word))
        if _APOSTROPHE.search(word):
            forms.append(_APOSTROPHE.sub("", word))
    phrases = [f"({phrase})" for form in forms if (phrase := _phrase(form))]
    return f"({' OR '.join(phrases)})" if phrases else ""


def query(words: str) -> Query | None:
    """What a person typed, as data: nothing in it is ever syntax. None where there is nothing to
    look for.
    """
    typed = words[:1000]
    found = [w for w in (_word(word) for word in typed.split()[:_MOST_WORDS]) if w]
    if not found:
        return None
    expression = " AND ".join(found)
    if _DIGITS_ONLY.fullmatch(typed.strip()):
        digits = _word(_digits(typed))
        if digits and digits != expression:
            expression = f"({expression}) OR {digits}"
    return Query(expression, fold(typed).split(" ")[0])


def exact_query(name: str) -> tuple[str, str] | None:
    """A written name as two expressions: whole words anywhere, and where the text begins with
    it (a person's begins with the name that is shown). None where it holds no letter.
    """
    found = pieces(name)
    if not found:
        return None
    terms = [_quoted(" ".join(_pairs(p)) or p) if _is_cjk(p) else _quoted(p) for p in found]
    # A text begins with pairs: 林 is the beginning of its first one.
    alone = _is_cjk(found[0]) and len(found[0]) == 1
    return " AND ".join(terms), f"^ {terms[0]}{' *' if alone else ''}"
