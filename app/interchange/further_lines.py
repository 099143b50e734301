"""New content lines for what `further_fields` and `companies` read, as other programs read them:
Apple's labelled groups in 3.0, which Google knows too, the standard's own properties in 4.0.
"""

import re

from app.domain.contact import Account, Occasion, Position, Related
from app.domain.partial_date import says_nothing
from app.interchange.companies import BESIDE
from app.interchange.content_lines import escape
from app.interchange.convert import Out, head_text
from app.interchange.fields import label_words

Further = Related | Occasion | Account | Position
"""A value of one of the lists that several properties may say."""

_APPLE = frozenset(
    "anniversary assistant brother child father friend manager mother other parent partner sister "
    "spouse".split()
)
"""Labels that Apple's own programs show in the reader's language."""
_URI = re.compile(r"(?:urn|https?|mailto|tel):\S+")
_SCHEMES = {
    "skype": "skype", "jabber": "xmpp", "google talk": "xmpp", "aim": "aim", "yahoo": "ymsgr",
    "msn": "msnim", "sip": "sip", "irc": "irc",
}  # fmt: skip
_STANDARD_DATES = {"anniversary": "ANNIVERSARY", "death": "DEATHDATE"}

_Params = list[tuple[str, tuple[str, ...]]]


def further_lines(item: Further, version: str, group: str) -> list[Out]:
    """The lines of one value; `group` is free to be used."""
    match item:
        case Related():
            return _related(item, version, group)
        case Occasion():
            return _occasion(item, version, group)
        case Account():
            return _account(item, group)
        case _:
            return _position(item, group)


def _grouped(name: str, value: str, label: str | None, group: str, params: _Params) -> list[Out]:
    """A line, and its Apple label beside it."""
    if not label:
        return [Out(head_text(name, params), value)]
    words = f"_$!<{label.capitalize()}>!$_" if label in _APPLE else escape(label)
    return [Out(head_text(name, params, group), value), Out(f"{group}.X-ABLabel", words)]


def _related(item: Related, version: str, group: str) -> list[Out]:
    value = escape(item.value)
    if version == "3.0":
        return _grouped("X-ABRELATEDNAMES", value, item.label, group, [])
    params: _Params = [] if _URI.fullmatch(item.value) else [("VALUE", ("text",))]
    words = label_words(item.label) if item.label else ()
    if words is None:
        return _grouped("RELATED", value, item.label, group, params)
    return [Out(head_text("RELATED", [("TYPE", words), *params]), value)]


def _occasion(item: Occasion, version: str, group: str) -> list[Out]:
    day = item.date
    standard = _STANDARD_DATES.get(item.label or "")
    if version == "4.0" and standard is not None:
        if day is None:
            return [Out(f"{standard};VALUE=text", escape(item.value))]
        basic = str(day)
        if day.month is not None and day.day is not None:  # RFC 6350, 4.3.1: no strokes inside
            basic = f"{'--' if day.year is None else f'{day.year:04d}'}{day.month:02d}{day.day:02d}"
        return [Out(standard, basic)]
    if day is None or day.year is not None or day.month is None or day.day is None:
        zeroes: _Params = [("VALUE", ("text",))] if says_nothing(item.value) else []
        return _grouped("X-ABDATE", escape(item.value), item.label, group, zeroes)
    params: _Params = [("X-APPLE-OMIT-YEAR", ("1604",))]
    text = f"1604-{day.month:02d}-{day.day:02d}"
    return _grouped("X-ABDATE", text, item.label, group, params)


def _account(item: Account, group: str) -> list[Out]:
    params: _Params = []
    label = item.label
    places = label_words(label) if label else None
    if places and set(places) <= {"home", "work"}:
        params, label = [("TYPE", places)], None
    if "://" in item.value:
        if item.service is not None:
            own = label_words(item.service) == (item.service,)
            params.append(("TYPE" if own else "X-SERVICE-TYPE", (item.service,)))
        return _grouped("X-SOCIALPROFILE", escape(item.value), label, group, params)
    if item.service is not None:
        params.append(("X-SERVICE-TYPE", (item.service,)))
    handle = item.value.replace("%", "%25")
    if handle.startswith("/"):
        handle = f"%2F{handle[1:]}"
    scheme = _SCHEMES.get(item.service or "", "x-apple")
    return _grouped("IMPP", escape(f"{scheme}:{handle}"), label, group, params)


def _position(item: Position, group: str) -> list[Out]:
    company = escape(item.organization or "")
    if item.department:
        company = f"{company};{escape(item.department)}"
    beside: _Params = [(BESIDE, ("1",))]
    lines = (("ORG", company), ("TITLE", escape(item.title or "")))
    return [Out(head_text(name, beside, group), value) for name, value in lines if value]
