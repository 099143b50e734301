"""Sniff: what a file that holds no card looks like."""

import re

from app.interchange import charset
from app.interchange.errors import Content
from app.interchange.photo import format_of

_LINES = 40
_CALENDAR = re.compile(r"\ufeff?\s*BEGIN[ \t]*:[ \t]*VCALENDAR\b", re.IGNORECASE)
_OPENINGS = ("{", "[", "<", "%PDF", "PK")


def is_calendar(text: str) -> bool:
    """Whether a text begins as a calendar does (RFC 5545, 3.4)."""
    return _CALENDAR.match(text) is not None


def content_of(head: bytes) -> Content:
    """The kind of content, from the first bytes of a file."""
    if format_of(head) is not None:
        return Content.PICTURE
    wide, mark = charset.of_file(head)
    text = head[mark:].decode(wide, "replace") if wide else charset.decode(head[mark:]).text
    if is_calendar(text):
        return Content.CALENDAR
    lines = [line for line in text.splitlines()[:_LINES] if line.strip()]
    if not lines:
        return Content.EMPTY
    if text.lstrip().startswith(_OPENINGS) or "\x00" in text:
        return Content.OTHER
    for separator in ",\t;":
        # Some exporters put a few lines of words before the header.
        columns = [line.count(separator) for line in lines]
        if sum(c > 1 for c in columns) > 1 or (len(lines) > 1 and min(columns) == max(columns) > 0):
            return Content.CSV
    return Content.OTHER
