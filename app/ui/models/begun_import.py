"""An import that was begun and not accepted, as it is kept: where its cards come from, and what was
answered of each. The cards themselves are read again.
"""

import base64
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from app.interchange.source import InMemory, Source
from app.ui.models.import_session import Answers
from app.usecases.import_plan import PROVISIONAL, Answer, Choice, ReadFile, is_provisional


@dataclass(frozen=True, slots=True)
class BegunFile:
    """A file or what was pasted; by its cards it is known again."""

    name: str
    given: Source
    codec: str | None
    cards: int
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Begun:
    """`met_on` and `day` are what the question of the import says."""

    files: tuple[BegunFile, ...]
    answers: Answers
    met_on: date | None
    day: date

    @property
    def answered(self) -> int:
        """Cards of which something was said."""
        return len(self.answers.choices.keys() | self.answers.takes.keys())

    @property
    def cards(self) -> int:
        """All of them."""
        return sum(file.cards for file in self.files)


def begun_with(
    files: Sequence[ReadFile], answers: Answers, met_on: date | None, day: date
) -> Begun | None:
    """None where nothing was answered, or where something cannot be read again."""
    kept = tuple(
        BegunFile(f.name, f.given, f.codec, len(f.cards), f.cards.fingerprint)
        for f in files
        if f.given is not None
    )
    begun = Begun(kept, answers, met_on, day)
    return begun if begun.answered and len(kept) == len(files) else None


def carried_over(begun: Begun, files: Sequence[ReadFile]) -> tuple[Answers, tuple[str, ...]]:
    """The answers as they fit to what was read again, and the names of the files that were read
    and are not what they were.
    """
    found, first = {}, 0
    for file in files:
        found[file.given] = (first, file)
        first += len(file.cards)
    places: dict[int, int] = {}
    changed: list[str] = []
    before = 0
    for kept in begun.files:
        at, again = found.get(kept.given, (0, None))
        if again is not None and again.cards.fingerprint == kept.fingerprint:
            places |= {before + n: at + n for n in range(kept.cards)}
        elif again is not None:
            changed.append(kept.name)
        before += kept.cards
    return _moved(begun.answers, places), tuple(changed)


def _moved(answers: Answers, places: dict[int, int]) -> Answers:
    def person(who: str) -> str | None:
        if not is_provisional(who):
            return who
        number = who.removeprefix(PROVISIONAL)
        place = places.get(int(number)) if number.isdecimal() else None
        return None if place is None else f"{PROVISIONAL}{place}"

    choices = {}
    for index, choice in answers.choices.items():
        who = None if choice.person is None else person(choice.person)
        if index in places and (who is not None) == (choice.person is not None):
            choices[places[index]] = Choice(choice.answer, who, choice.take)
    persons = {
        places[index]: moved
        for index, who in answers.persons.items()
        if index in places and (moved := person(who)) is not None
    }
    takes = {places[index]: take for index, take in answers.takes.items() if index in places}
    return Answers(choices, takes, persons)


# ------------------------------------------------------------------------------------------ as text


def to_text(begun: Begun | None) -> str:
    """As kept in the store; empty where there is none."""
    if begun is None:
        return ""
    answers = begun.answers
    said = {
        "files": [_file(file) for file in begun.files],
        "choices": {
            index: [choice.answer.value, choice.person, sorted(choice.take)]
            for index, choice in answers.choices.items()
        },
        "takes": {index: sorted(take) for index, take in answers.takes.items()},
        "persons": dict(answers.persons),
        "met": begun.met_on is not None,
        "day": begun.day.isoformat(),
    }
    return json.dumps(said)  # a name of a file may be no text, and is then no UTF-8 either


def _file(file: BegunFile) -> dict[str, Any]:
    given = file.given
    said: dict[str, Any] = {
        "name": file.name, "codec": file.codec, "cards": file.cards,
        "fingerprint": file.fingerprint,
    }  # fmt: skip
    if isinstance(given, Path):
        return said | {"path": str(given)}
    return said | {"called": given.name, "data": base64.b64encode(given.data).decode()}


def from_text(text: str | None) -> Begun | None:
    """Read what `to_text` wrote; what is not understood is none."""
    try:
        said = json.loads(text) if text else None
        if said is None:
            return None
        day = date.fromisoformat(said["day"])
        answers = Answers(
            {int(i): _choice(*choice) for i, choice in dict(said["choices"]).items()},
            {int(i): frozenset(t) for i, t in dict(said["takes"]).items()},
            {int(i): str(p) for i, p in dict(said["persons"]).items()},
        )
        files = tuple(
            BegunFile(f["name"], _given(f), f["codec"], int(f["cards"]), f["fingerprint"])
            for f in said["files"]
        )
    except (ValueError, TypeError, KeyError, AttributeError):
        return None
    return Begun(files, answers, day if said["met"] else None, day)


def _choice(answer: str, person: str | None, take: Iterable[str]) -> Choice:
    return Choice(Answer(answer), None if person is None else str(person), frozenset(take))


def _given(file: dict[str, Any]) -> Source:
    if "path" in file:
        return Path(file["path"])
    return InMemory(file["called"], base64.b64decode(file["data"]))
