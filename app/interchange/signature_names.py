"""The name in a signature, and how it is read."""

import re
from dataclasses import dataclass, field

from app.domain.contact import Name, Reading
from app.domain.folding import is_cjk
from app.domain.japanese_names import told_apart
from app.domain.kana import is_kana, to_hiragana
from app.interchange import signature_words as words
from app.interchange.signature_forms import Forms

BEHIND_NAME = re.compile(r"(.{2,30}?) ?\(([^()]{1,40})\)")
_LATIN_WORD = re.compile(r"[^\W\d_][^\W\d_'’.-]*(?:[-'’][^\W\d_]+)*\.?")
_PREFIXES = frozenset({"dr", "dr.", "prof", "prof.", "mr", "mr.", "ms", "ms.", "mrs", "mrs."})
_KANJI = re.compile("[\u3005-\u3007\u30f6\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+")
_WITH_KANA = re.compile(
    "[\u3041-\u3096]{1,3}[子美江代香恵]|[\u3400-\u4dbf\u4e00-\u9fff]{1,3}[\u3041-\u3096]{2,4}"
)
_NO_SURNAMES = frozenset(
    {"以上", "敬具", "草々", "拝啓", "前略", "株式", "会社", "御中", "担当", "営業時間"}
)


@dataclass(slots=True)
class Names(Forms):
    """The first name that a text says, with its reading beside it or in a line beside it."""

    name: Name = field(default_factory=Name)
    reading: Reading = field(default_factory=Reading)
    left: list[str] = field(default_factory=list)
    kana: str = ""  # a line in kana that may be the reading of the name after it
    perhaps: str = ""  # two words that are the name where nothing surer is found
    line: int = 0
    name_line: int = 0

    def _pair(self, tokens: list[str]) -> list[str]:
        """Take a family and a given name out, where one of them is known as such."""
        for at in range(len(tokens) - 2, -1, -1):
            pair = tokens[at : at + 2]
            second = words.TITLE.search(pair[1]) or words.DEPARTMENT.search(pair[1])
            if self.name.full or second or words.TITLE.search(pair[0]):
                continue
            if all(map(_is_name_part, pair)) and told_apart(" ".join(pair)):
                self._name_in(" ".join(pair))
                return tokens[:at] + tokens[at + 2 :]
        return tokens

    def _name_of(self, tokens: list[str], *, told: bool) -> bool:
        """Whether these tokens are the name; `told` where a title or company stands beside."""
        if self.name.full or len(tokens) > 2 or not all(map(_is_name_part, tokens)):
            return False
        text = " ".join(tokens)
        if any(token in _NO_SURNAMES for token in tokens):
            return False
        if len(tokens) == 1 and not (2 <= len(text) <= 6):
            return False
        if len(tokens) == 1 and not told and told_apart(text) is None:
            return False
        if len(tokens) == 2 and not told:
            self.perhaps = self.perhaps or text
            return False
        return self._name_in(text)

    def _name_in(self, text: str) -> bool:
        found = BEHIND_NAME.fullmatch(text)
        beside = found if found and is_kana(found[2].replace(" ", "")) else None
        if not self._bare_name_in(beside[1] if beside else text):
            return False
        if beside and not self.reading.family:
            self._read_as(beside[2])
        elif beside:
            again = _heard(beside[2]) == _heard(self.reading.family, self.reading.given)
            (self.marks if again else self.left).append(beside[2])
        if self.kana and not self.reading.family and _as_many(self.kana, self.name.full):
            self._read_as(self.kana)
            self.kana = ""
        return True

    def _bare_name_in(self, text: str) -> bool:
        if not is_cjk(text):
            return self._latin_name(text)
        parts = text.split()
        self.name_line = self.line
        self.name = Name(text, *parts) if len(parts) == 2 else Name(text)
        return True

    def _kana(self, segment: str) -> list[str]:
        name = self.name.full or ""
        if name and is_cjk(name) and not self.reading.family:
            near = self.line - self.name_line <= 2
            alike = len(segment.split()) in (len(name.split()), 1 + (" " not in name))
            if near and alike and not is_kana(name.replace(" ", "")):
                self._read_as(segment)
                return []
        elif not self.name.full and not self.kana and len(segment) >= 3:
            self.kana = segment
            return []
        return [segment]

    def _read_as(self, text: str) -> None:
        family, _, given = text.strip().partition(" ")
        self.reading = Reading(family, given.strip() or None)

    def _latin_name(self, part: str) -> bool:
        degree = words.DEGREE.search(part)
        typed = (part[: degree.start()] if degree else part).split()
        prefix = typed[0] if typed and typed[0].lower() in _PREFIXES else None
        parts = typed[1:] if prefix else typed
        if not 2 <= len(parts) <= 4 or not all(map(_LATIN_WORD.fullmatch, parts)):
            return False
        if any(w.lower().strip(".") in words.NO_NAMES for w in parts):
            return False
        if not (parts[0][0].isupper() and parts[-1][0].isupper()):
            return False
        capital = [w for w in parts if len(w) > 1 and w.isupper()]
        family = capital[0] if len(capital) == 1 else parts[-1]
        others = [w for w in parts if w is not family]
        suffix = degree[0].strip(" ,") if degree else None
        self.name = Name(part, family, others[0], " ".join(others[1:]) or None, prefix, suffix)
        return True


def _heard(*parts: str | None) -> str:
    """A reading, however its kana are written."""
    return to_hiragana("".join(filter(None, parts))).replace(" ", "")


def _as_many(kana: str, name: str | None) -> bool:
    """Whether a reading has as many parts as the name."""
    return len(kana.split()) == len((name or "").split())


def _is_name_part(token: str) -> bool:
    """Kanji alone, or kana alone: no okurigana, no digits."""
    if not 1 <= len(token) <= 6:
        return False
    return is_kana(token) or any(form.fullmatch(token) for form in (_KANJI, _WITH_KANA))
