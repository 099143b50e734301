"""Carry: lines of a person's older cards that no field of the contact holds go into the card that
is written, each once.
"""

from collections.abc import Iterable, Sequence

from app.interchange.content_lines import Head, parse_head
from app.interchange.convert import Out

_HELPERS = frozenset({"X-ABLABEL", "X-ABADR"})
_ONCE = frozenset(
    "ANNIVERSARY BDAY BIRTHDATE BIRTHPLACE CLASS CREATED DEATHDATE DEATHPLACE GENDER GEO KIND "
    "LANGUAGE MAILER NAME PROFILE TZ".split()
)
"""Properties that a card has at most one of: the newest card's own stays the only one."""
_OF_ITS_CARD = frozenset({"PRODID", "REV"})

_Parsed = tuple[Out, Head | None]


def carry(written: Sequence[Out], older: Iterable[Sequence[Out]]) -> list[Out]:
    """What the older cards (newest first) say beyond what is written already."""
    present = _parsed(written)
    names = {head.name for _, head in present if head is not None}
    groups = {head.group.lower() for _, head in present if head is not None and head.group}
    labels = _helpers(present)
    seen = {_key(out, head, labels) for out, head in present}
    added: list[Out] = []
    for card in older:
        lines = _parsed(card)
        helpers = _helpers(lines)
        renamed: dict[str, str] = {}
        for out, head in lines:
            name = head.name if head else ""
            key = _key(out, head, helpers)
            if name in _HELPERS or name in _OF_ITS_CARD or key in seen:
                continue
            if (name in _ONCE and name in names) or not out.value.strip():
                continue
            seen.add(key)
            names.add(name)
            if head is None or not head.group:
                added.append(out)
                continue
            own = head.group.lower()
            if own in renamed:
                added.append(_in_group(out, renamed[own]))
                continue
            renamed[own] = _free(groups, head.group)
            added.append(_in_group(out, renamed[own]))
            added.extend(_in_group(helper, renamed[own]) for helper in helpers.get(own, ()))
    return added


def _parsed(outs: Iterable[Out]) -> list[_Parsed]:
    return [(out, parse_head(out.head)) for out in outs]


def _helpers(lines: Iterable[_Parsed]) -> dict[str, list[Out]]:
    """The lines that only say something of the others of their group, by group."""
    found: dict[str, list[Out]] = {}
    for out, head in lines:
        if head is not None and head.group and head.name in _HELPERS:
            found.setdefault(head.group.lower(), []).append(out)
    return found


def _key(out: Out, head: Head | None, helpers: dict[str, list[Out]]) -> tuple[str, ...]:
    """What a line says, whatever its group is called."""
    if head is None or not head.group:
        return (out.head.upper(), out.value)
    about = (_in_group(helper, "").text for helper in helpers.get(head.group.lower(), ()))
    return (_in_group(out, "").head.upper(), out.value, *sorted(about))


def _in_group(out: Out, group: str) -> Out:
    bare = out.head.partition(".")[2]
    return Out(f"{group}.{bare}" if group else bare, out.value)


def _free(groups: set[str], wanted: str) -> str:
    """The group's own name where nobody has it, else the next free one."""
    name, number = wanted, 1
    while name.lower() in groups:
        name, number = f"item{number}", number + 1
    groups.add(name.lower())
    return name
