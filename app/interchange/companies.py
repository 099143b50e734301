"""Companies: which of a card's several companies and titles is the current one, and what stands
beside it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from app.domain.contact import Position
from app.interchange.card_lines import Line
from app.interchange.fields import Draft

BESIDE = "X-ENISHI-BESIDE"
"""Our parameter of an ORG and a TITLE that stand beside the current post: they belong to nothing
but the line of their group. vCard has no other way to say that.
"""


@dataclass(slots=True)
class Companies:
    """The current one, and the others with the lines that say them; `role` is a ROLE that no title
    says.
    """

    current: Position = field(default_factory=Position)
    others: list[tuple[Position, list[Line]]] = field(default_factory=list)
    roles: list[str] = field(default_factory=list)


def companies(draft: Draft) -> Companies:
    """The preferred ORG, else the first; a title belongs to the company of its group, else to the
    one at the same place in the card.
    """
    current = replace(
        draft,
        companies=[one for one in draft.companies if not _is_beside(one[0])],
        titles=[one for one in draft.titles if not _is_beside(one[0])],
    )
    found = _together(current)
    if beside := list(_beside(draft)):
        found.others = sorted([*found.others, *beside], key=lambda one: one[1][0].index)
    return found


def _together(draft: Draft) -> Companies:
    """Of those that say nothing of their place."""
    orgs = draft.companies
    if len(orgs) < 2 and len(draft.titles) < 2:
        return _usual(draft)
    main = next((i for i, (line, _) in enumerate(orgs) if _is_preferred(line)), 0)
    titles = _by_company(draft, main)
    found = Companies()
    for at, (line, parts) in enumerate(orgs):
        title = titles.pop(at, None)
        position = _position(parts, title[1] if title else None)
        if at == main:
            found.current = position
        else:
            found.others.append((position, [line, title[0]] if title else [line]))
    if not orgs and -1 in titles:
        found.current = Position(title=titles.pop(-1)[1])
    for line, text in titles.values():
        found.others.append((Position(title=text), [line]))
    _add_roles(found, draft)
    return found


def _usual(draft: Draft) -> Companies:
    parts = draft.companies[0][1] if draft.companies else []
    found = Companies(_position(parts, draft.titles[0][1] if draft.titles else None))
    if draft.roles:
        _add_roles(found, draft)
    return found


def _add_roles(found: Companies, draft: Draft) -> None:
    for _, role in draft.roles:
        now = found.current
        if now.title is None:
            found.current = Position(now.organization, now.department, role)
        elif role not in {now.title, *(p.title for p, _ in found.others)}:
            found.roles.append(role)


def _position(parts: list[str], title: str | None) -> Position:
    if not parts:
        return Position(title=title)
    return Position(parts[0] or None, " ".join(p for p in parts[1:] if p) or None, title)


def _by_company(draft: Draft, main: int) -> dict[int, tuple[Line, str]]:
    """Titles by the place of their company; those of none under places that no company has."""
    groups = {
        line.group: at for at, (line, _) in enumerate(draft.companies) if line.group is not None
    }
    found: dict[int, tuple[Line, str]] = {}
    left: list[tuple[Line, str]] = []
    for line, text in draft.titles:
        group = line.group
        if group in groups and groups[group] not in found:
            found[groups[group]] = (line, text)
        else:
            left.append((line, text))
    free = [at for at in range(len(draft.companies)) if at not in found]
    if len(left) < len(free) and main in free:  # fewer titles than companies: the current one's
        free.remove(main)
        free.insert(0, main)
    found.update(zip(free, left, strict=False))
    found.update((-number, title) for number, title in enumerate(left[len(free) :], 1))
    return found


def _beside(draft: Draft) -> Iterator[tuple[Position, list[Line]]]:
    """What a company and a title of one group say, or one of them alone."""
    found: dict[str, tuple[list[str], str | None, list[Line]]] = {}
    for line, parts in draft.companies:
        if _is_beside(line):
            group = _group(line)
            found[str(id(line)) if group in found else group] = (parts, None, [line])
    for line, title in draft.titles:
        if _is_beside(line):
            group = _group(line)
            parts, other, lines = found.get(group, ([], None, []))
            if other is None:
                found[group] = (parts, title, [*lines, line])
            else:
                found[str(id(line))] = ([], title, [line])
    for parts, said, lines in found.values():
        yield _position(parts, said), lines


def _is_beside(line: Line) -> bool:
    return line.param(BESIDE) is not None


def _group(line: Line) -> str:
    """By which lines belong together; of one that has none, its own."""
    return line.group or str(id(line))


def _is_preferred(line: Line) -> bool:
    return "pref" in line.types or line.param("PREF") == "1"
