"""The calendars of a file. One that as a whole breaks the rules is read event by event, so that a
broken event costs no other.
"""

from collections.abc import Iterator

from icalendar import Calendar

__all__ = ["Calendar", "calendars_in"]

_OF_THE_WHOLE = ("X-WR-TIMEZONE", "METHOD")


def calendars_in(text: str) -> tuple[list[Calendar], int]:
    """Calendars, and how many events were left out because they are not even lines of one.

    Of a file that ends too early the library leaves out the last event without a word.
    """
    lines = text.splitlines()
    whole = _read(text)
    if whole and sum(len(one.walk("VEVENT")) for one in whole) == sum(map(_begins, lines)):
        return whole, 0
    found: list[Calendar] = []
    unread = 0
    kept: dict[str, list[str]] = {"VTIMEZONE": [], "": []}
    blocks = list(_blocks(lines))
    for kind, lines in blocks:
        if kind in kept:
            kept[kind] += lines
    for kind, lines in blocks:
        if kind != "VEVENT":
            continue
        ways = ([*kept[""], *kept["VTIMEZONE"], *lines], [*kept[""], *lines])
        event = next(filter(None, (_read(_calendar(way)) for way in ways)), None)
        found += event or ()
        unread += event is None
    return found, unread


def _read(text: str) -> list[Calendar]:
    """Calendars as the library reads them; none where it refuses."""
    try:
        return Calendar.from_ical(text, multiple=True)
    except Exception:  # noqa: BLE001 - it refuses in many ways
        return []


def _calendar(lines: list[str]) -> str:
    return "\r\n".join(("BEGIN:VCALENDAR", *lines, "END:VCALENDAR", ""))


def _word(line: str) -> str:
    return line.upper().replace(" ", "")


def _begins(line: str) -> bool:
    """Whether an event begins here."""
    return not line.startswith((" ", "\t")) and _word(line) == "BEGIN:VEVENT"


def _blocks(lines: list[str]) -> Iterator[tuple[str, list[str]]]:
    """(kind, lines) of each event and zone, and of the properties that speak of the whole."""
    kind, block = "", list[str]()
    for line in lines:
        word = _word(line)
        if not kind and word in {"BEGIN:VEVENT", "BEGIN:VTIMEZONE"}:
            kind, block = word.removeprefix("BEGIN:"), [line]
        elif kind:
            block.append(line)
            if word == f"END:{kind}":
                yield kind, block
                kind = ""
        elif line.upper().startswith(_OF_THE_WHOLE):
            yield "", [line]
    if kind == "VEVENT":
        yield kind, [*block, "END:VEVENT"]
