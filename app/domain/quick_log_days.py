"""Days as they are said: of an entry (today or past) and of a promise (today or to come).

A weekday alone is the last one before today in an entry, the next one after today in a promise.
A day without a year is the nearest one on that side. Weeks begin on Monday.
"""

import re
import unicodedata
from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta

from app.domain.dates import add_months

MOST_WORDS = 4
"""The longest way to say a day, in words: `the day before yesterday`."""

_JA = "月火水木金土日"
_WEEKDAYS = {
    word: at
    for at, words in enumerate(
        (
            "mon monday", "tue tues tuesday", "wed weds wednesday", "thu thur thurs thursday",
            "fri friday", "sat saturday", "sun sunday",
        )
    )
    for word in words.split()
}  # fmt: skip
_NEED_A_CAPITAL = frozenset({"sat", "sun", "wed"})
_MONTHS = {
    word: at
    for at, words in enumerate(
        (
            "jan january", "feb february", "mar march", "apr april", "may", "jun june",
            "jul july", "aug august", "sep sept september", "oct october", "nov november",
            "dec december",
        ),
        1,
    )
    for word in words.split()
}  # fmt: skip
_COUNTS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_PAST = {
    **dict.fromkeys(("今日", "きょう", "本日", "today"), 0),
    **dict.fromkeys(("昨日", "きのう", "yesterday"), 1),
    **dict.fromkeys(
        ("一昨日", "おととい", "おとつい", "day before yesterday", "the day before yesterday"), 2
    ),
    **dict.fromkeys(("先週", "last week"), 7),
}
_TO_COME = {
    **dict.fromkeys(("今日", "きょう", "本日", "today"), 0),
    **dict.fromkeys(("明日", "あした", "あす", "tomorrow"), 1),
    **dict.fromkeys(
        ("明後日", "あさって", "day after tomorrow", "the day after tomorrow"), 2
    ),
    **dict.fromkeys(("来週", "next week"), 7),
    "再来週": 14,
}  # fmt: skip
_COUNTED_JA = re.compile(r"(\d{1,3})(日|週間|[かヶケカ箇ヵ]月)(前|後)")
_COUNTED_EN = re.compile(r"(in )?(\w{1,5}) (day|week|month)s?( ago)?")
_WEEKDAY_JA = re.compile(rf"(先週|今週|来週|再来週)?の?([{_JA}])(曜日?)?")
_WEEKDAY_EN = re.compile(r"(last |this |next )?([a-z]+)\.?")
_ISO = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?")
_NUMBERS = re.compile(r"(\d{1,2})/(\d{1,2})|(\d{1,2})月(\d{1,2})日?")
_NAMED = re.compile(
    r"([a-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?(?:,? (\d{4}))?"
    r"|(\d{1,2})(?:st|nd|rd|th)? ([a-z]+)\.?(?:,? (\d{4}))?"
)
_DAY_ALONE = re.compile(r"(\d{1,2})日")
_IN_BRACKETS = re.compile(rf"\(?\([{_JA}]\)?(?:曜日?)?\)$|\([{_JA}]曜日?\)$")
_BEHIND_PAST = re.compile(r"(?:は|に|の|、|,|:)$")
_JOINED = re.compile("[にはの、,]")
_BEHIND_DUE = re.compile(r"(?:までに|まで|迄に|迄|に|頃|ごろ|〆|[、,。.])$")
_BEFORE_DUE = re.compile(r"(?:by|until|till|before|on) ")
_UNTIL_JA = re.compile(r"(.{1,14}?)(?:までに|迄に)")
_AT_FRONT = re.compile(
    rf"一昨日|昨日|今日|本日|おととい|おとつい|きのう|きょう|先週の?[{_JA}]曜日?|先週|[{_JA}]曜日?"
    r"|\d{4}年\d{1,2}月\d{1,2}日|\d{4}[-/]\d{1,2}[-/]\d{1,2}|\d{1,2}月\d{1,2}日|\d{1,2}/\d{1,2}"
    r"|\d{1,3}(?:日|週間|[かヶ]月)前|\d{1,2}日"
)


_OF_CALENDAR = re.compile(
    r"^\d{1,2}[/月]|^\d{1,2}日|^\d{1,2}(?:st|nd|rd|th)? [a-z]|^[a-z]+\.? \d", re.IGNORECASE
)
_BRACKETS = re.compile(r"(.+?)[(（]([^()（）]{1,14})[)）][。.]?")


def of_entry(
    words: Sequence[str], today: date, *, in_note: bool = False
) -> tuple[int, date] | None:
    """The past day or today that these words begin with: how many words say it, and the day.

    `in_note`: a day of the calendar is what they speak of then (the deadline of 10/14), unless it
    has its year.
    """
    for count in range(min(MOST_WORDS, len(words)), 0, -1):
        said = " ".join(words[:count])
        day = None if in_note and _OF_CALENDAR.search(said) else _past(said, today)
        if day is not None:
            return count, day
    return None


def of_promise(words: Sequence[str], today: date) -> tuple[int, date] | None:
    """The day to come that these words end with: how many words say it, and the day."""
    for count in range(min(MOST_WORDS + 1, len(words)), 0, -1):
        day = _to_come(" ".join(words[-count:]), today)
        if day is not None:
            return count, day
    return None


def ahead(words: Sequence[str], today: date) -> tuple[int, date] | None:
    """The day to come that these words begin with, where it can be no other: 明日, next Fri."""
    for count in range(min(MOST_WORDS, len(words)), 0, -1):
        text = _plain(" ".join(words[:count]))
        for form in (text, _BEHIND_PAST.sub("", text)):
            day = _tried(form, today, back=False) if len(form) > 1 else None
            if day is not None and day > today:
                return count, day
    return None


def until(word: str, today: date) -> tuple[int, date] | None:
    """`金曜までに…`: how many characters say by when, and the day."""
    match = _UNTIL_JA.match(word)
    day = _to_come(match[1], today) if match else None
    return (match.end(), day) if match and day is not None else None


def in_brackets(word: str, today: date) -> tuple[int, date] | None:
    """`資料送付(金)`: where the brackets at the end begin, and the day to come in them."""
    match = _BRACKETS.fullmatch(word)
    day = _to_come(match[2], today) if match else None
    return (match.end(1), day) if match and day is not None else None


def at_front(word: str, today: date) -> tuple[int, date] | None:
    """`昨日田中さんと…`: how many characters of a word are its day, and the day. A sign like 金
    alone is none.
    """
    match = _AT_FRONT.match(word)
    day = _past(match[0], today) if match else None
    if match is None or day is None:
        return None
    behind = _JOINED.match(word, match.end())
    return (behind.end() if behind else match.end()), day


def _plain(said: str) -> str:
    text = unicodedata.normalize("NFKC", said)
    if text[:1] == "(" and text[-1:] == ")":
        text = text[1:-1]
    bare = text.lower()
    first = bare.split(" ")[-1].rstrip(".,")
    if first in _NEED_A_CAPITAL and not text.split(" ")[-1][:1].isupper():
        return ""
    return _IN_BRACKETS.sub("", bare)


def _past(said: str, today: date) -> date | None:
    text = _plain(said)
    for form in (text, _BEHIND_PAST.sub("", text)):
        day = _tried(form, today, back=True)
        if day is not None and day <= today:
            return day
    return None


def _to_come(said: str, today: date) -> date | None:
    text = _BEFORE_DUE.sub("", _plain(said), count=1)
    for form in (text, _BEHIND_DUE.sub("", text)):
        day = _tried(form, today, back=False) or _tried_end(form, today)
        if day is not None and day >= today:
            return day
    return None


def _tried(text: str, today: date, *, back: bool) -> date | None:
    try:
        return _read(text, today, back=back)
    except (ValueError, OverflowError):  # a day that no calendar has
        return None


def _tried_end(text: str, today: date) -> date | None:
    try:
        return _end(text, today)
    except (ValueError, OverflowError):
        return None


def _read(text: str, today: date, *, back: bool) -> date | None:
    if back and text in _PAST:
        return today - timedelta(_PAST[text])
    if not back and text in _TO_COME:
        return today + timedelta(_TO_COME[text])
    for way in (_counted, _weekday_ja, _weekday_en, _calendar):
        day = way(text, today, back=back)
        if day is not None:
            return day
    return None


def _counted(text: str, today: date, *, back: bool) -> date | None:
    """3日前, 2週間後, 3 days ago, in 2 weeks."""
    if match := _COUNTED_JA.fullmatch(text):
        if (match[3] == "前") is not back:
            return None
        return _moved(
            today, int(match[1]), {"日": "day", "週間": "week"}.get(match[2], ""), back=back
        )
    match = _COUNTED_EN.fullmatch(text)
    if match is None or (back and not match[4]) or (not back and not match[1]):
        return None
    count = int(match[2]) if match[2].isdecimal() else _COUNTS.get(match[2])
    if count is None or (match[1] and match[4]):
        return None
    return _moved(today, count, match[3], back=back)


def _moved(today: date, count: int, unit: str, *, back: bool) -> date:
    count = -count if back else count
    if unit in {"day", "week"}:
        return today + timedelta(count * (7 if unit == "week" else 1))
    return add_months(today, count)


def _weekday_ja(text: str, today: date, *, back: bool) -> date | None:
    match = _WEEKDAY_JA.fullmatch(text)
    # A single sign may be a surname (金, 木); as the end of a promise it can only be a day.
    if match is None or (back and not match[3]) or (text.startswith("の")):
        return None
    week, weekday = match[1], _JA.index(match[2])
    if week is None:
        return _nearest_weekday(today, weekday, back=back)
    return _of_week(today, {"先週": -1, "今週": 0, "来週": 1, "再来週": 2}[week], weekday)


def _weekday_en(text: str, today: date, *, back: bool) -> date | None:
    match = _WEEKDAY_EN.fullmatch(text)
    weekday = _WEEKDAYS.get(match[2]) if match else None
    if match is None or weekday is None:
        return None
    which = (match[1] or "").strip()
    if which == "this":
        return _of_week(today, 0, weekday)
    if which == ("next" if back else "last"):
        return None
    if which == "next":
        return _of_week(today, 1, weekday)
    return _nearest_weekday(today, weekday, back=back)


def _nearest_weekday(today: date, weekday: int, *, back: bool) -> date:
    days = (today.weekday() - weekday) if back else (weekday - today.weekday())
    return today + timedelta((days % 7 or 7) * (-1 if back else 1))


def _of_week(today: date, weeks: int, weekday: int) -> date:
    return today + timedelta(7 * weeks + weekday - today.weekday())


def _calendar(text: str, today: date, *, back: bool) -> date | None:
    """A day of a month, with or without the year."""
    if match := _ISO.fullmatch(text):
        return date(int(match[1]), int(match[2]), int(match[3]))
    if match := _NUMBERS.fullmatch(text):
        first, second = (int(part) for part in match.groups() if part)
        # Month first, as in Japan and America; where that is none, the day.
        if match[1] and first > 12 >= second:
            first, second = second, first
        return _nearest(first, second, today, back=back)
    if match := _NAMED.fullmatch(text):
        month = _MONTHS.get(match[1] or match[5])
        day, year = int(match[2] or match[4]), match[3] or match[6]
        if month is None:
            return None
        return date(int(year), month, day) if year else _nearest(month, day, today, back=back)
    match = _DAY_ALONE.fullmatch(text)
    return _nearest_day(int(match[1]), today, back=back) if match else None


def _nearest(month: int, day: int, today: date, *, back: bool) -> date | None:
    """This year's, or the next one on that side that there is (29 February)."""
    for years in range(9):
        try:
            found = date(today.year + (-years if back else years), month, day)
        except ValueError:
            if (month, day) != (2, 29):
                return None
            continue
        if found <= today if back else found >= today:
            return found
    return None


def _nearest_day(day: int, today: date, *, back: bool) -> date | None:
    """That day of this month, or of the nearest one that has it."""
    for months in range(3):
        month = add_months(today.replace(day=1), -months if back else months)
        if 1 <= day <= monthrange(month.year, month.month)[1]:
            found = month.replace(day=day)
            if found <= today if back else found >= today:
                return found
    return None


def _end(text: str, today: date) -> date | None:
    """Ends of weeks and months, and next month."""
    if text in {"月末", "今月末", "end of month", "end of the month", "eom"}:
        return today.replace(day=monthrange(today.year, today.month)[1])
    if text == "来月末":
        month = add_months(today.replace(day=1), 1)
        return month.replace(day=monthrange(month.year, month.month)[1])
    if text in {"来月", "next month"}:
        return add_months(today, 1)
    if text in {"今週中", "今週末まで", "this week"}:
        return max(today, _of_week(today, 0, 4))
    if text in {"週末", "今週末", "weekend", "the weekend", "this weekend"}:
        return max(today, _of_week(today, 0, 5))
    return None
