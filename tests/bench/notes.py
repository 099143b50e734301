"""Notes after a meeting: from the key that finishes a card to the next one on the screen."""

import json
import shutil
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from app.domain.contact import Met
from app.domain.gathering import Gathering
from app.usecases import gatherings
from app.usecases import people as people_usecase
from app.usecases.evenings import Evening, Of
from tests.bench.measuring import Figure, run
from tests.bench.stores import BUILD, NOW, Made
from tests.bench.windows import desk

FRAME = 16.0


def figures(big: Made, cards: int, rounds: int) -> list[Figure]:
    """So many people of a large store met on one evening."""
    copy = big.copied(BUILD / "work" / "notes")
    try:
        evening = _evening(copy, cards)
        copy.warm()
        said = _process(copy, evening, cards, rounds)
    finally:
        shutil.rmtree(copy.folder.path.parent)
    size = f"{big.population.count:,} people, {cards} cards of one evening, file in memory"
    return [
        Figure(
            key,
            what,
            start,
            "the next frame, all of the next card painted",
            size,
            "no",
            whole_process=False,
            values=said[values],
            judged="p95",
            aim=FRAME,
        )
        for key, what, start, values in (
            ("i", "next card appears: finished", "Ctrl Enter, words in a field", "finished"),
            ("i2", "next card appears: walked", "Ctrl Up or Ctrl Down", "walked"),
        )
    ]


def _evening(made: Made, cards: int) -> Evening:
    with made.store() as store:
        people = store.contacts(store.people().ids[:cards])
        for one in people:
            bare = replace(one, met=Met())
            if bare != one:
                people_usecase.edit(store, one, bare, now=NOW)
        at = Gathering("", "蔵前 異業種交流会", NOW.today, place="旧紙問屋ホール")
        change = gatherings.receive(store, at, [one.id for one in people], now=NOW)
    kept = next(e.after for e in change.edits if isinstance(e.after, Gathering))
    return Evening(Of.GATHERING, kept.id)


def _process(made: Made, evening: Evening, cards: int, rounds: int) -> dict[str, list[float]]:
    with tempfile.TemporaryDirectory() as folder, desk() as environment:
        request, answer = Path(folder, "request"), Path(folder, "answer")
        request.write_text(
            json.dumps(
                {
                    "folder": str(made.folder.path),
                    "recovery_key": made.recovery_key,
                    "evening": str(evening),
                    "cards": cards,
                    "rounds": rounds,
                }
            )
        )
        command = [sys.executable, "-m", "tests.bench.notes_process", str(request), str(answer)]
        run(command, environment)
        found: dict[str, list[float]] = json.loads(answer.read_text())
        return found
