"""Dates as tables write them, in a form that a card can hold; what is in doubt stays as it is."""

import re
import unicodedata

_NONE = re.compile(r"0{1,4}([/.-]0{1,4}){2}(?: .*)?")
_DOTS = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_STROKES = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})(?: .*)?")
_WORDS = re.compile(
    r"(\d{1,2}) ([A-Za-z]{3,9})\.?,? (\d{4})|([A-Za-z]{3,9})\.? (\d{1,2}),? (\d{4})"
)
_NO_YEAR = re.compile(r"(\d{1,2})月(\d{1,2})日")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def iso(text: str, *, month_first: bool | None = None) -> str:
    """A date in ISO 8601 (a day without a year as `--MM-DD`) where it can be nothing else.

    Empty for 0/0/00 and its like, which mean none. Anything else comes back as it was, for the
    reader of cards, which knows years first and Japanese eras.
    """
    bare = unicodedata.normalize("NFKC", text).strip()
    if _NONE.fullmatch(bare):
        return ""
    if found := _DOTS.fullmatch(bare):
        return _iso(found[3], found[2], found[1])
    if found := _STROKES.fullmatch(bare):
        return _strokes(found[1], found[2], found[3], text, month_first=month_first)
    if found := _WORDS.fullmatch(bare):
        day, word, year = (
            (found[1], found[2], found[3]) if found[1] else (found[5], found[4], found[6])
        )
        month = word[:3].lower()
        return _iso(year, str(_MONTHS.index(month) + 1), day) if month in _MONTHS else text
    if found := _NO_YEAR.fullmatch(bare):
        return f"--{int(found[1]):02d}-{int(found[2]):02d}"
    return text


def _strokes(first: str, second: str, year: str, text: str, *, month_first: bool | None) -> str:
    if int(first) > 12 or (month_first is False and int(second) <= 12):
        return _iso(year, second, first)
    if int(second) > 12 or month_first:
        return _iso(year, first, second)
    return _iso(year, first, second) if first == second else text


def _iso(year: str, month: str, day: str) -> str:
    return f"{int(year):04d}-{int(month):02d}-{int(day):02d}"
