"""Sniff: what a file that holds no card looks like."""

from app.interchange import charset
from app.interchange.errors import Content
from app.interchange.photo import format_of

_LINES = 40
_OPENINGS = ("{", "[", "<", "%PDF", "PK")


def content_of(head: bytes) -> Content:
    """The kind of content, from the first bytes of a file."""
    if format_of(head) is not None:
        return Content.PICTURE
    wide, mark = charset.of_file(head)
    text = head[mark:].decode(wide, "replace") if wide else charset.decode(head[mark:]).text
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
