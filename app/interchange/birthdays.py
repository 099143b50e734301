"""Birthdays as cards write them: ISO, basic, without a year, Apple's 1604, Japanese eras.
Impossible days are none.
"""

import re
import unicodedata

from app.domain.dates import Birthday

_DATE = re.compile(r"(\d{4})([-/.]?)(\d{1,2})\2(\d{1,2})(?:[T ].*)?", re.ASCII)
_BASIC = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T.*)?", re.ASCII)
_YEARLESS = re.compile(r"--(\d{2})-?(\d{2})(?:T.*)?", re.ASCII)
_JAPANESE = re.compile(
    r"(?:(\d{4})|(明治|大正|昭和|平成|令和|[MTSHR])(\d{1,2}|元))[年.](\d{1,2})[月.](\d{1,2})日?"
)
_ERAS = {
    "明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018,
    "M": 1867, "T": 1911, "S": 1925, "H": 1988, "R": 2018,
}  # fmt: skip
_APPLE_NO_YEAR = 1604


def _birthday(year: int | None, month: str, day: str) -> Birthday | None:
    try:
        return Birthday(int(month), int(day), year or None)
    except ValueError:
        return None


def parse(text: str, omitted_year: str | None = None) -> Birthday | None:
    """A birthday; None for a day that cannot be.

    `omitted_year` is Apple's word for a year that means none.
    """
    text = unicodedata.normalize("NFKC", text).strip()
    found = _BASIC.fullmatch(text)
    if found is not None:
        year, month, day = found.groups()
    elif (found := _DATE.fullmatch(text)) is not None and found[2]:
        year, month, day = found[1], found[3], found[4]
    elif (found := _YEARLESS.fullmatch(text)) is not None:
        return _birthday(None, found[1], found[2])
    elif (found := _JAPANESE.fullmatch(text)) is not None:
        plain, era, era_year, month, day = found.groups()
        year = plain or str(_ERAS[era] + (1 if era_year == "元" else int(era_year)))
    else:
        return None
    number = int(year)
    if number == _APPLE_NO_YEAR or year == omitted_year or number == 0:
        return _birthday(None, month, day)
    return _birthday(number, month, day)
