"""A pasted e-mail signature or the text of a business card, read into a person. Pure.

What is not understood stands in the note, so that no word is lost: every letter and digit of the
text is in a field, in the note, or among the marks (words that only name a field: TEL:, 〒). The
text is a stranger's: lines are looked at one by one, long ones and those behind the first so many
not at all, so that the time is linear.
"""

import re
import unicodedata
from dataclasses import dataclass, field

from app.domain.contact import Contact
from app.domain.folding import is_cjk
from app.domain.kana import is_kana
from app.interchange import signature_words as words
from app.interchange.signature_forms import EDGES, with_more
from app.interchange.signature_names import BEHIND_NAME, Names

MOST_LINES = 120
LONGEST_LINE = 300
_LONGEST_VALUE = 200
_AND = "兼"
_ASCII = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
_DISTURBING = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
_BREAKS = re.compile(r"\n|\t| {2,}| ?[|│┃] ?| / ")
_COMMAS = re.compile(r", (?!(?:Inc|Ltd|LLC|L\.L\.C|Corp|Co|GmbH|S\.A|PLC|Jr|Sr|PhD|Ph\.D|MD)\b)")
_WORDS = re.compile(r" +|(?<![\d ])/(?![\d ])")


@dataclass(frozen=True, slots=True)
class Signature:
    """The person that a text speaks of (without id), and the words that only named a field."""

    contact: Contact
    marks: tuple[str, ...] = ()


def read_signature(text: str) -> Signature:
    """Read a signature. Never raises; what it does not understand stands in `contact.note`."""
    lines = [_tidy(line) for line in text.splitlines()]
    reading = _Reading()
    for line in lines[:MOST_LINES]:
        if len(line) > LONGEST_LINE:
            reading.left.append(line)
        else:
            reading.take(line)
    reading.left += lines[MOST_LINES:]
    return reading.signature()


def _tidy(line: str) -> str:
    """ASCII in its own width, control and format characters as blanks."""
    line = line.translate(_ASCII)
    if not line.isprintable():
        line = "".join(" " if unicodedata.category(c) in _DISTURBING else c for c in line)
    return line.strip()


def _says(text: str) -> bool:
    return any(c.isalnum() for c in unicodedata.normalize("NFKC", text))


@dataclass(slots=True)
class _Reading(Names):
    """What was understood so far."""

    organization: str = ""
    department: list[str] = field(default_factory=list)
    title: list[str] = field(default_factory=list)

    def signature(self) -> Signature:
        if self.perhaps and not self.name.full and self.perhaps in self.left:
            self.left.remove(self.perhaps)
            self._name_in(self.perhaps)
        if self.kana:
            self.left.append(self.kana)
        note = "\n".join(line for line in self.left if line.strip())
        contact = Contact(
            name=self.name,
            reading=self.reading,
            organization=self.organization or None,
            department=" ".join(self.department) or None,
            title=" ".join(self.title) or None,
            emails=tuple(self.emails),
            phones=tuple(self.phones),
            urls=tuple(self.urls),
            addresses=(self.address,) if self.address else (),
            note=note or None,
        )
        return Signature(contact, tuple(self.marks))

    def take(self, line: str) -> None:
        """Take mail, links, numbers and the address out of a line, then look at what is left."""
        self.line += 1
        was_open, self.address_open = self.address_open, False
        rest = self._labelled(line)
        rest = self.take_forms(rest)
        if was_open and self.address and rest == line and words.BUILDING.search(line):
            self.address = with_more(self.address, line)
            return
        unknown = [part for segment in _BREAKS.split(rest) for part in self._segment(segment)]
        if unknown:
            self.left.append(" ".join(unknown))

    def _labelled(self, line: str) -> str:
        """会社名: …, Name: …; a line that says what it is."""
        found = words.FIELD.match(line.lstrip(EDGES))
        if found is None:
            return line
        key, value = found["key"], line.lstrip(EDGES)[found.end() :].strip(EDGES)
        if not value or not self._set(words.FIELDS[key.lower()], value):
            return line
        self.marks.append(key)
        return ""

    def _set(self, name: str, value: str) -> bool:
        if name == "organization" and not self.organization:
            self.organization = value
        elif name in {"department", "title"}:
            return _more(self.department if name == "department" else self.title, value)
        elif name == "reading" and not self.reading.family:
            self._read_as(value)
        elif name == "name" and not self.name.full:
            return self._name_in(value)
        else:
            return False
        return True

    def _segment(self, segment: str) -> list[str]:
        """Look at one piece of a line; what of it was not understood."""
        segment = segment.strip(EDGES)
        if not _says(segment):
            return []
        if not is_cjk(segment):
            return self._latin(segment)
        return self._japanese(segment)

    def _japanese(self, segment: str) -> list[str]:
        parts = segment.split()
        kana = len(parts) <= 2 and all(is_kana(w) and len(w) <= 9 for w in parts)
        if kana and not any(map(words.TITLE.search, parts)):
            return self._kana(segment)
        found = BEHIND_NAME.fullmatch(segment)
        if found and is_kana(found[2].replace(" ", "")) and not self.reading.family:
            left = self._japanese(found[1])
            if not left and self.name.full:
                self._read_as(found[2])
                return []
            return [segment] if " ".join(left) == found[1] else [*left, found[2]]
        tokens = self._pair(_joined_forms(_WORDS.split(segment)))
        unknown: list[str] = []
        told = False
        for at, token in enumerate(tokens):
            bare = token.strip("、。,")
            last = at + 1 == len(tokens)
            if self._company(bare) or self._post(bare, last=last):
                told = True
            else:
                unknown.append(token)
        if unknown and self._name_of(unknown, told=told):
            return []
        return unknown

    def _post(self, token: str, *, last: bool) -> bool:
        """A title or a department; 兼 stands between two titles."""
        joins = bool(self.title) and not last and token == _AND
        if joins or words.TITLE.search(token) or token.lower() in words.TITLES:
            return _more(self.title, token)
        if words.DEPARTMENT.search(token) and not is_kana(token):
            return _more(self.department, token)
        return False

    def _company(self, token: str) -> bool:
        is_one = words.COMPANY.search(token) and not words.FORM_ALONE.fullmatch(token)
        if self.organization or not (is_one or words.PLACE_OF_WORK.search(token)):
            return False
        if len(token) > 40 or "。" in token:
            return False
        self.organization = token
        return True

    def _latin(self, segment: str) -> list[str]:
        found = BEHIND_NAME.fullmatch(segment)
        if found and not self.name.full and self._latin_name(found[1]):
            return [f"({found[2]})"]
        parts = _COMMAS.split(segment)
        return [part for part in parts if not self._latin_part(part.strip(EDGES))]

    def _latin_part(self, part: str) -> bool:
        lower = part.lower().split()
        if not lower or len(part) > 80:
            return not _says(part)
        said = {w.strip("&,()") for w in lower}
        bare = {w.strip(".") for w in said}
        few = len(lower) <= 6
        if said & words.SURE_COMPANIES or lower[-1] in words.COMPANIES:
            if self.organization:
                return False
            self.organization = part
            return True
        if few and bare & words.TITLES and not said & words.DEPARTMENTS:
            return _more(self.title, part)
        if few and said & (words.DEPARTMENTS | words.FIELDS_OF_WORK):
            return _more(self.department, part)
        return not self.name.full and self._latin_name(part)


def _more(parts: list[str], value: str) -> bool:
    """One more part of a value, unless it becomes longer than any is."""
    if sum(map(len, parts)) + len(value) > _LONGEST_VALUE:
        return False
    parts.append(value)
    return True


def _joined_forms(tokens: list[str]) -> list[str]:
    """株式会社 みらい is one company, written apart."""
    made: list[str] = []
    for token in tokens:
        if (made and words.FORM_ALONE.fullmatch(made[-1])) or (
            made and words.FORM_ALONE.fullmatch(token) and not words.COMPANY.search(made[-1])
        ):
            made[-1] = f"{made[-1]} {token}"
        else:
            made.append(token)
    return made
