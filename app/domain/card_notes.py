"""Card notes: what is written of one person after a meeting, and how two writings meet."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from app.domain.folding import fold
from app.domain.rhythm import Rhythm


@dataclass(frozen=True, slots=True)
class CardNotes:
    """The four questions and what to know the person by; all of it empty is "just seen".

    `pleases` and `faces` are short lines, one thing each. `due` is the day of the promise.
    """

    talked: str = ""
    pleases: tuple[str, ...] = ()
    promise: str = ""
    due: date | None = None
    faces: tuple[str, ...] = ()
    rhythm: Rhythm | None = None


def tidy(notes: CardNotes) -> CardNotes:
    """As kept: no edges, each line once, no day without a promise."""
    promise = " ".join(notes.promise.split())
    return replace(
        notes,
        talked=notes.talked.strip(),
        pleases=_lines(notes.pleases),
        promise=promise,
        due=notes.due if promise else None,
        faces=_lines(notes.faces),
    )


def merged(kept: CardNotes, seen: CardNotes, wrote: CardNotes) -> CardNotes:
    """What is kept, with all in which `wrote` differs from what was `seen`, and nothing else: what
    was written meanwhile elsewhere stays.
    """
    kept, seen, wrote = tidy(kept), tidy(seen), tidy(wrote)
    promised = (wrote.promise, wrote.due) != (seen.promise, seen.due)
    return CardNotes(
        kept.talked if wrote.talked == seen.talked else wrote.talked,
        _merged(kept.pleases, seen.pleases, wrote.pleases),
        wrote.promise if promised else kept.promise,
        wrote.due if promised else kept.due,
        _merged(kept.faces, seen.faces, wrote.faces),
        kept.rhythm if wrote.rhythm == seen.rhythm else wrote.rhythm,
    )


def _merged(
    kept: tuple[str, ...], seen: tuple[str, ...], wrote: tuple[str, ...]
) -> tuple[str, ...]:
    if kept == seen:
        return wrote
    gone = {fold(line) for line in seen} - {fold(line) for line in wrote}
    known = {fold(line) for line in seen}
    stay = [line for line in kept if fold(line) not in gone]
    return _lines((*stay, *(line for line in wrote if fold(line) not in known)))


def _lines(lines: Iterable[str]) -> tuple[str, ...]:
    """Lines without edges; the first writing of those that say the same."""
    found: dict[str, str] = {}
    for line in lines:
        words = " ".join(line.split())
        if words:
            found.setdefault(fold(words), words)
    return tuple(found.values())
