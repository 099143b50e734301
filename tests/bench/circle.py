"""A store as somebody keeps it for years: a circle of people written to often, most letters
answered, and everybody else a card with a few entries.
"""

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import islice

from app.domain.change import Record
from app.domain.contact import Contact
from app.domain.interaction import Initiative, Interaction, Kind
from app.domain.promise import Promise, Side
from app.domain.reminder import Closed, FollowUp, FollowUpKind, Skip, Snooze
from app.domain.rhythm import OFFERED
from tests.bench import words
from tests.bench.population import TODAY, Population

_THEM, _ME, _BOTH = Initiative.THEM, Initiative.ME, Initiative.BOTH
_YEARS = 5
_OFTEN = 0.6
"""So much of everything happens within the circle."""
_TALKS = (
    (((Kind.MAIL, _THEM), (Kind.MAIL, _ME)), 40),
    (((Kind.MAIL, _ME), (Kind.MAIL, _THEM)), 34),
    (((Kind.MET, _BOTH),), 16),
    (((Kind.CALL, _ME),), 8),
    (((Kind.MAIL, _THEM),), 1),
    (((Kind.LETTER, _ME),), 1),
)
"""What belongs together, the second an answer to the first, and how often of a hundred."""


class Circle(Population):
    """One person in 33 has a rhythm and sees most of what happens."""

    @property
    def near(self) -> int:
        """How many are in the circle: those with the lowest numbers."""
        return max(self.count * 3 // 100, 1)

    def people(self) -> Iterator[Contact]:
        """All people; those of the circle have a rhythm."""
        rng = random.Random(self.count)
        for index, person in enumerate(super().people()):
            yield replace(person, rhythm=rng.choice(OFFERED)) if index < self.near else person

    def entries(self) -> Iterator[Interaction]:
        """All entries, over five years."""
        return islice(self._entries(), self.acts)

    def _entries(self) -> Iterator[Interaction]:
        rng = random.Random(self.acts)
        talks, often = zip(*_TALKS, strict=True)
        index = 0
        while True:
            who = rng.randrange(self.near if rng.random() < _OFTEN else self.count)
            day = TODAY - timedelta(rng.randrange(_YEARS * 365))
            answers = None
            for kind, initiative in rng.choices(talks, often)[0]:
                act = self.entry_id(index)
                note = f"{rng.choice(words.SUBJECTS)} {rng.randrange(1000)}"
                who_id = self.person_id(who)
                yield Interaction(act, kind, initiative, day, (who_id,), note, answers=answers)
                index, answers = index + 1, act
                day = min(day + timedelta(rng.randrange(4)), TODAY)

    def reminders(self) -> Iterator[Record]:
        """Promises, follow-ups, snoozes and skips of five years; few of them still open."""
        rng = random.Random(-1)
        for number in range(self.near // 2):
            who = self.person_id(rng.randrange(self.near))
            ago = rng.randrange(_YEARS * 365)
            day, kept = TODAY - timedelta(ago), ago > 90 or number % 3 > 0
            after = min(day + timedelta(rng.randrange(1, 60)), TODAY)
            by = Side.ME if number % 3 else Side.THEM
            text = rng.choice(words.SUBJECTS)
            yield Promise(f"promise-{number}", who, by, text, day, after, day if kept else None)
            closed = Closed.DONE if kept else None
            kind = FollowUpKind.TYPED
            yield FollowUp(f"follow-up-{number}", who, kind, after, day, text, closed, after)
            yield Snooze(f"snooze-{number}", who, day, _later(rng, day))
            yield Skip(f"skip-{number}", who, day)


def _later(rng: random.Random, day: date) -> date:
    return day + timedelta(rng.choice((1, 3, 30)))
