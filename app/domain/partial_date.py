"""Partial dates: as much of a day as somebody knows (RFC 6350, 4.3.1), also in Japanese eras."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

_WRITTEN = re.compile(
    r"(?:(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?"
    r"|--(?P<month2>\d{2})(?:-(?P<day2>\d{2}))?|---(?P<day3>\d{2}))",
    re.ASCII,
)
_BASIC = re.compile(r"(\d{4})(\d{2})(\d{2})|--(\d{2})(\d{2})", re.ASCII)
_LOOSE = re.compile(r"(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?", re.ASCII)
_TIME = re.compile(r"(?<=\d)(?:T| (?=\d{1,2}:)).*", re.ASCII | re.DOTALL)
_NONE = re.compile(r"-{0,2}0{1,4}([/.-]?0{1,4}){1,2}", re.ASCII)
_JAPANESE = re.compile(
    r"(?:(?P<year>\d{4})年?|(?P<era>明治|大正|昭和|平成|令和|[MTSHR])(?P<of>\d{1,2}|元)年?)"
    r"(?:(?<=年)(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})日?)?"
    r"|[-/.](?P<month2>\d{1,2})(?:[-/.](?P<day2>\d{1,2}))?)?"
)
_MONTH_DAY = re.compile(r"(\d{1,2})月(?:(\d{1,2})日?)?")
_PAIR = re.compile(r"(\d{1,2})[-/.](\d{1,2})(?:[-/.]\d{4})?", re.ASCII)
_BLANKS = re.compile(r"\s+")
_ERAS = {
    "明治": (date(1868, 1, 25), date(1912, 7, 30)),
    "大正": (date(1912, 7, 30), date(1926, 12, 25)),
    "昭和": (date(1926, 12, 25), date(1989, 1, 7)),
    "平成": (date(1989, 1, 8), date(2019, 4, 30)),
    "令和": (date(2019, 5, 1), date.max),
}
"""First and last day of each era (the last of one and the first of the next may be one day)."""
_LETTERS = {"M": "明治", "T": "大正", "S": "昭和", "H": "平成", "R": "令和"}
_APPLE_NO_YEAR = 1604


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A year, a month, a day, or what of them is known; a day of a month beside its month.

    Raises ValueError for what no calendar has, for a year and a day without a month, and for
    nothing at all.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        """Refuse what cannot be; without a year it is tried in a leap year."""
        if (self.year, self.month, self.day) == (None, None, None):
            raise ValueError("nothing of a date")
        if self.month is None and self.day is not None and self.year is not None:
            raise ValueError("a day without its month")
        year, month, day = self.year, self.month, self.day
        date(
            2000 if year is None else year,
            1 if month is None else month,
            1 if day is None else day,
        )

    def __str__(self) -> str:
        """ISO 8601 as far as it goes; in front of what is unknown `-` (RFC 6350, 4.3.1)."""
        if self.year is None and self.month is None:
            return f"---{self.day:02d}"
        head = "-" if self.year is None else f"{self.year:04d}"
        known = (part for part in (self.month, self.day) if part is not None)
        return "-".join((head, *(f"{part:02d}" for part in known)))

    @classmethod
    def parse(cls, text: str) -> "PartialDate | None":
        """Read what `str` writes; None for anything else and for impossible dates."""
        found = _WRITTEN.fullmatch(text)
        return None if found is None else _made(**_numbers(found))


def read(text: str, omitted_year: str | None = None) -> PartialDate | None:
    """A date as people and programs write it; None where it is none, or impossible.

    `omitted_year` is Apple's word for a year that means none.
    """
    bare = _TIME.sub("", unicodedata.normalize("NFKC", text).strip())
    if (found := _BASIC.fullmatch(bare)) is not None:
        year, month, day = found[1], found[2] or found[4], found[3] or found[5]
    elif (found := _LOOSE.fullmatch(bare)) is not None:
        year, month, day = found.groups()
    elif (found := _JAPANESE.fullmatch(bare)) is not None and not _is_bare_number(bare):
        return _japanese(found)
    elif (found := _MONTH_DAY.fullmatch(bare)) is not None:
        year, month, day = None, found[1], found[2]
    else:
        return PartialDate.parse(bare)
    if year is not None and (int(year) in {0, _APPLE_NO_YEAR} or year == omitted_year):
        year = None
    return _made(_number(year), _number(month), _number(day))


def says_nothing(text: str) -> bool:
    """Whether a date is the 0/0/00 or 00000000 by which programs say that there is none."""
    bare = _TIME.sub("", unicodedata.normalize("NFKC", text).strip())
    return not bare or _NONE.fullmatch(bare) is not None


def is_impossible(text: str) -> bool:
    """Whether this is written as a day that no calendar has (2/30, 1985-13, 昭和65年, 0/0).

    Other words (spring, about 1985) are no day at all, and not impossible.
    """
    bare = _BLANKS.sub("", unicodedata.normalize("NFKC", text))
    if not bare or read(bare) is not None:
        return False
    if (pair := _PAIR.fullmatch(bare)) is not None:  # a year behind it: which is the month?
        first, second = int(pair[1]), int(pair[2])
        turned = None if pair.end(2) == len(bare) else _made(None, second, first)
        return _made(None, first, second) is None and turned is None
    forms = (_WRITTEN, _BASIC, _LOOSE, _JAPANESE, _MONTH_DAY)
    return says_nothing(bare) or any(form.fullmatch(bare) for form in forms)


def _is_bare_number(text: str) -> bool:
    return text.isascii() and text.isdigit()


def _japanese(found: re.Match[str]) -> PartialDate | None:
    month = _number(found["month"] or found["month2"])
    day = _number(found["day"] or found["day2"])
    if found["era"] is None:
        return _made(_number(found["year"]), month, day)
    first, last = _ERAS[_LETTERS.get(found["era"], found["era"])]
    year = first.year - 1 + (1 if found["of"] == "元" else int(found["of"]))
    made = _made(year, month, day)
    if made is None or not first.year <= year <= last.year or found["of"] in {"0", "00"}:
        return None
    if month is None:
        return made
    if day is None:
        inside = (first.year, first.month) <= (year, month) <= (last.year, last.month)
    else:
        inside = first <= date(year, month, day) <= last
    return made if inside else None


def _numbers(found: re.Match[str]) -> dict[str, int | None]:
    return {
        "year": _number(found["year"]),
        "month": _number(found["month"] or found["month2"]),
        "day": _number(found["day"] or found["day2"] or found["day3"]),
    }


def _number(text: str | None) -> int | None:
    return int(text) if text else None


def _made(year: int | None, month: int | None, day: int | None) -> PartialDate | None:
    try:
        return PartialDate(year, month, day)
    except ValueError:
        return None
