"""import, export."""

import gc
import time
from argparse import Namespace
from bisect import bisect_right
from concurrent.futures import Future, wait
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import accumulate
from threading import Event
from typing import TYPE_CHECKING, Any

from app.cli.output import file_name
from app.cli.reasons import reason
from app.cli.session import DONE, NEEDS_A_LOOK, REFUSED, Session
from app.cli.stopping import asked_to_stop, awaited, beside
from app.interchange.charset import CHOICES
from app.usecases import exporting, importing, second_place, table_columns
from app.usecases.handover import Message, Wish
from app.usecases.import_plan import ImportPlan, Outcome, PlannedCard, ReadFile

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from app.store.store import Store

_KEPT_SAID = 20
_KNOWN_SAID = 100
_SECONDS_DIGITS = 3
_ENDS_WITHIN = 0.2
"""Seconds that a reading has to end its child, when it is not wanted any more."""


def import_cards(session: Session, typed: Namespace) -> int:
    """Import cards, or say what would happen."""
    started = time.monotonic()
    if not typed.preview:
        paths = tuple(path.absolute() for path in typed.files)
        if session.hand_over(Message(Wish.OPEN, paths, typed.met)):
            return _handed_over(session, typed)
    import_id: str | None = None
    if typed.preview:
        with session.reading() as reader:
            files = importing.read_files(typed.files, codec=typed.charset)
            files = table_columns.read_again(reader, typed.files, files, typed.charset)
            plan = importing.preview(reader, files)
    else:
        with _reading(typed.files, typed.charset) as reading, session.writing() as store:
            files = awaited(reading)
            files = table_columns.read_again(store, typed.files, files, typed.charset)
            with asked_to_stop(second_breaks_off=True) as stopped:
                plan = importing.preview(store, files, cancelled=stopped)
                outcome = importing.accept(
                    store, plan, now=session.now, met_on=typed.met, cancelled=stopped
                )
                if outcome.change is not None:
                    stopped.count()
                    _bring(session, store, stopped)
        plan = outcome.plan
        import_id = outcome.batch.id if outcome.batch else None
    report = _Report(plan, typed.files)
    if typed.json:
        seconds = round(time.monotonic() - started, _SECONDS_DIGITS)
        session.out.json({**report.json(), "import_id": import_id, "seconds": seconds})
    else:
        report.show(session)
    if typed.preview:
        session.say("import_preview")
    elif import_id is None:
        session.say("import_nothing")
    return report.say(session, preview=typed.preview)


def _bring(session: Session, store: "Store", stopped: "Callable[[], bool]") -> None:
    """To the second place, now that the import counts, whatever comes of it."""
    how = second_place.bring(store, now=session.now, stopped=stopped)
    if how is not None:
        second_place.note(store, how)
        if how.trouble is not None:
            session.say("second_place", path=file_name(how.path))


@contextmanager
def _reading(
    paths: "Sequence[Path]", codec: str | None
) -> "Iterator[Future[tuple[ReadFile, ...]]]":
    """The child reads while this process derives the key and opens the store.

    What is made meanwhile has no cycles and is used to the end: the collector would only look at
    it again and again (a seventh of the whole time).
    """
    gc.disable()
    left = Event()
    reading = beside(
        "reading", lambda: importing.read_files(paths, cancelled=left.is_set, codec=codec)
    )
    try:
        yield reading
    finally:
        left.set()
        # Then it ends its child. While it loads modules it looks at nothing: it is left behind.
        wait([reading], timeout=_ENDS_WITHIN)


def _handed_over(session: Session, typed: Namespace) -> int:
    if typed.json:
        empty = _Report(ImportPlan((), ()), ())
        unread = dict.fromkeys(("cards", "charset", "guessed", "names_split", "names_whole"))
        files = [{"file": file_name(p), **unread} for p in typed.files]
        content = {**empty.json(), "import_id": None, "files": files, "seconds": 0.0}
        session.out.json({**content, "handed_over": True})
    session.say("import_handed_over")
    return NEEDS_A_LOOK


class _Report:
    """What is told of an import, as JSON and in words."""

    def __init__(self, plan: ImportPlan, paths: "Sequence[Path]") -> None:
        self._plan = plan
        names = [file_name(path) for path in paths]
        self._names = names
        self._ends = list(accumulate(len(file.cards) for file in plan.files))

    def json(self) -> dict[str, Any]:
        """All but the id and the time."""
        plan, counts = self._plan, self._plan.counts()
        return {
            "import_id": None,
            "files": [
                {
                    "file": name,
                    "cards": len(file.cards),
                    "charset": file.cards.charset,
                    "guessed": file.cards.guessed,
                    "names_split": file.cards.names_split,
                    "names_whole": file.cards.names_whole,
                }
                for name, file in zip(self._names, plan.files, strict=False)
            ],
            "cards": len(plan.cards),
            "new": counts[Outcome.NEW],
            "same": counts[Outcome.SAME],
            "changed": counts[Outcome.CHANGED],
            "review": counts[Outcome.REVIEW],
            "unreadable": [
                {**self._place(card, card.read.line), "reason": card.read.reason}
                for card in plan.of(Outcome.UNREADABLE)
            ],
            "kept_lines": [
                {**self._place(card, kept.line), "text": kept.text}
                for card in plan.cards
                if card.keeps_lines
                for kept in card.read.kept
            ],
        }

    def _place(self, card: PlannedCard, line: int) -> dict[str, Any]:
        file = self._names[bisect_right(self._ends, card.index)]
        return {"file": file, "card": card.read.position, "line": line}

    def show(self, session: Session) -> None:
        """The figures in one line; and of the cards of people known why they are theirs."""
        found = self._plan.counts()
        counts = {o.value: found[o] for o in Outcome}
        session.out.line(session.words("import_cards", cards=len(self._plan.cards), **counts))
        split = sum(file.cards.names_split for file in self._plan.files)
        whole = sum(file.cards.names_whole for file in self._plan.files)
        if split or whole:
            session.out.line(session.words("import_names", split=split, whole=whole))
        for outcome in (Outcome.CHANGED, Outcome.SAME):
            known = [card for card in self._plan.of(outcome) if not card.kept]
            for card in known[:_KNOWN_SAID]:
                place = self._place(card, card.read.line)
                why = reason(session.words, card)
                session.out.line(session.words(f"import_{outcome}", **place, reason=why))
            if len(known) > _KNOWN_SAID:
                more = len(known) - _KNOWN_SAID
                session.out.line(session.words("import_known_more", count=more))

    def say(self, session: Session, *, preview: bool) -> int:
        """Name what needs a look; the exit code that follows from it. A guess alone needs none."""
        for name, file in zip(self._names, self._plan.files, strict=False):
            charset = file.cards.charset
            if file.cards.guessed:
                known = CHOICES.get(charset or "", charset)
                session.say("import_guessed", file=name, charset=known)
        for card in self._plan.of(Outcome.REVIEW):
            why = reason(session.words, card)
            session.say("import_review", **self._place(card, card.read.line), reason=why)
        unreadable = "import_unreadable_preview" if preview else "import_unreadable"
        for card in self._plan.of(Outcome.UNREADABLE):
            why = session.words(f"unreadable_{card.read.reason}")
            session.say(unreadable, **self._place(card, card.read.line), reason=why)
        odd = [(card, line) for card in self._plan.cards for line in card.lines]
        for card, kept in odd[:_KEPT_SAID]:
            session.say("import_kept", **self._place(card, kept.line))
        if len(odd) > _KEPT_SAID:
            session.say("import_kept_more", count=len(odd) - _KEPT_SAID)
        needs = odd or self._plan.count(Outcome.REVIEW) or self._plan.count(Outcome.UNREADABLE)
        return NEEDS_A_LOOK if needs else DONE


@dataclass(frozen=True, slots=True)
class _Watch:
    """Asks whether to stop; how far it is nobody wants to know."""

    cancelled: "Callable[[], bool]"

    def report(self, progress: tuple[int, int], /) -> None:
        pass


def export(session: Session, typed: Namespace) -> int:
    """Write everyone into a file."""
    ending = typed.file.suffix.lower()
    if ending not in {".vcf", ".csv"} or (ending == ".csv" and typed.vcard):
        session.say("export_ending")
        return REFUSED
    wanted = typed.vcard or exporting.Format.VCARD_3.value
    form = exporting.Format.CSV if ending == ".csv" else exporting.Format(wanted)
    with session.reading() as reader, asked_to_stop() as stopped:
        outcome = exporting.export(
            reader, typed.file, form=form, replace=typed.force, watch=_Watch(stopped)
        )
    session.say("exported", count=outcome.people, file=file_name(typed.file))
    return DONE
