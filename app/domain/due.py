"""Who to reconnect with today, and why. Computed from what is known; nothing is scheduled."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from app.domain.dates import Birthday, LeapDay, add_months
from app.domain.days_off import EVERY_DAY_COUNTS, DaysOff
from app.domain.interaction import NO_CONTACT, WRITTEN_OR_CALLED, Interaction
from app.domain.promise import Promise, Side
from app.domain.reminder import FollowUp, FollowUpKind, Skip, Snooze
from app.domain.rhythm import Rhythm, thinner
from app.domain.windows import ANSWER_WINDOW_DAYS, birthday_kept, silent_letter, their_letter

SKIPS_IN_A_ROW = 3
"""After so many a thinner rhythm is proposed."""
LATELY_AHEAD_DAYS = 2
"""What is dated so few days after today happened: it was written before a clock was set back, or a
person flew over the date line. What is dated later counts on its day, or was written under a clock
far ahead.
"""


class ReasonKind(StrEnum):
    """Why a person is due, most pressing first."""

    PROMISE = "promise"
    FOLLOW_UP = "follow_up"
    FIRST_FOLLOW_UP = "first_follow_up"
    WAITS_FOR_ME = "waits_for_me"
    BIRTHDAY = "birthday"
    UNANSWERED = "unanswered"
    RHYTHM = "rhythm"


ORDER = {kind: place for place, kind in enumerate(ReasonKind)}
"""The place of each kind of reason, the most pressing first."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason: since when it holds, the typed note or quoted words, and the record behind it.

    Of a rhythm also when we were last in touch, and from how many months after that it asks.
    """

    kind: ReasonKind
    since: date
    text: str | None
    evidence: str
    last: date | None = None
    every: int = 0


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of one person, as far as reminders need it. `acts` in timeline order, oldest
    first; `last` is when we were last in touch, or met, however long ago; `since` is when they came
    to be known, from which a rhythm counts where nothing came of it yet.
    """

    contact_id: str
    follow_ups: tuple[FollowUp, ...] = ()
    acts: tuple[Interaction, ...] = ()
    snoozes: tuple[Snooze, ...] = ()
    skips: tuple[Skip, ...] = ()
    promises: tuple[Promise, ...] = ()
    rhythm: Rhythm | None = None
    last: date | None = None
    birthday: Birthday | None = None
    since: date | None = None


@dataclass(frozen=True, slots=True)
class DuePerson:
    """A person of today, with every reason, the most pressing first; `thinner` is the rhythm to
    propose after three skips in a row.
    """

    contact_id: str
    reasons: tuple[Reason, ...]
    thinner: Rhythm | None = None


@dataclass(frozen=True, slots=True)
class Due:
    """Today's people, and how many more rest silently. `rests`: it is a day off, so that only what
    was given its day is here; `after` is the next working day.
    """

    on: date
    people: tuple[DuePerson, ...]
    waiting: int
    rests: bool = False
    after: date | None = None


def is_handled(follow_up: FollowUp, acts: Iterable[Interaction]) -> bool:
    """Whether a follow-up needs nothing more: closed by hand, or a contact came about.

    A typed one asks for contact on its day or later; a first one for any contact after the
    exchange of cards.
    """
    if follow_up.closed is not None:
        return True
    for act in acts:
        if act.kind in NO_CONTACT:
            continue
        if follow_up.kind is FollowUpKind.TYPED:
            if act.on >= follow_up.due:
                return True
        elif act.on > follow_up.anchor or (
            act.on == follow_up.anchor and act.kind in WRITTEN_OR_CALLED
        ):
            return True
    return False


def is_due(promise: Promise, today: date) -> bool:
    """Whether a promise of mine is wanted by now: a skip or a talk does not keep it."""
    return (
        promise.by is Side.ME
        and promise.kept_on is None
        and promise.due is not None
        and promise.due <= today
    )


def _unanswered(known: Known, today: date, days_off: DaysOff) -> Interaction | None:
    """Their newest letter that nothing of mine followed, from the day after it came."""
    waiting = their_letter(act for act in known.acts if act.on <= today)
    if waiting is None or waiting.on >= today:
        return None
    if not days_off.is_open(waiting.on + timedelta(1), ANSWER_WINDOW_DAYS, today):
        return None
    # On the day it came it did not ask yet: a skip of that day was meant for something else.
    if any(waiting.on < skip.on <= today for skip in known.skips):
        return None
    return waiting


def _months_after(day: date, months: int) -> date | None:
    """None behind the last day of the calendar."""
    try:
        return add_months(day, months)
    except ValueError:
        return None


def next_round(known: Known) -> Reason | None:
    """From when on the rhythm asks: counted in calendar months from the last contact, or from the
    day they came to be known. A skip lets a round go; whoever is to be written to on a day of its
    own is left to that.
    """
    rhythm, last = known.rhythm, known.last or known.since
    if rhythm is None or last is None:
        return None
    if any(f.closed is None and not is_handled(f, known.acts) for f in known.follow_ups):
        return None
    skipped = max((s.on for s in known.skips if last <= s.on), default=None)
    rounds = 1
    since = _months_after(last, rhythm.least)
    while since is not None and skipped is not None and since <= skipped:
        rounds += 1
        since = _months_after(last, rhythm.least * rounds)
    if since is None:
        return None
    return Reason(ReasonKind.RHYTHM, since, None, known.contact_id, last, rhythm.least)


def _rhythm(known: Known, today: date) -> Reason | None:
    """It is time again by the rhythm: from its beginning on."""
    skips = tuple(skip for skip in known.skips if skip.on <= today)
    found = next_round(replace(known, skips=skips))
    return found if found is not None and found.since <= today else None


def in_a_row(skips: Iterable[Skip], last: date | None, today: date) -> tuple[Skip, ...]:
    """The skips since the last contact that no answer about the rhythm followed."""
    return tuple(
        s for s in skips if not s.settled and s.on <= today and (last is None or s.on > last)
    )


def _thinner(known: Known, found: Iterable[Reason], today: date) -> Rhythm | None:
    """The rhythm to propose to whoever is here by the rhythm, after skips on three days."""
    if known.rhythm is None or all(r.kind is not ReasonKind.RHYTHM for r in found):
        return None
    days = {skip.on for skip in in_a_row(known.skips, known.last, today)}
    return thinner(known.rhythm) if len(days) >= SKIPS_IN_A_ROW else None


def _birthday(known: Known, today: date, leap_day: LeapDay) -> Reason | None:
    """Of people one is in touch with, or means to be: an address book has a birthday every day."""
    last = known.last if known.last is not None and known.last <= today else None
    if known.birthday is None or (last is None and known.rhythm is None):
        return None
    day = birthday_kept(known.birthday, leap_day, today)
    if day is None or (last is not None and last >= day):
        return None
    if any(day <= skip.on <= today for skip in known.skips):
        return None
    return Reason(ReasonKind.BIRTHDAY, day, None, known.contact_id)


def _can_wait(known: Known, today: date, days_off: DaysOff) -> list[Reason]:
    """What asks on working days alone: the first follow-up, letters of theirs and of mine, the
    rhythm.
    """
    found = [
        Reason(ReasonKind.FIRST_FOLLOW_UP, f.due, f.note, f.id)
        for f in _due_follow_ups(known, today, FollowUpKind.FIRST)
    ]
    waiting = _unanswered(known, today, days_off)
    if waiting is not None:
        found.append(Reason(ReasonKind.WAITS_FOR_ME, waiting.on, waiting.note, waiting.id))
    letter = silent_letter(known.acts, known.skips, today, days_off)
    if letter is not None:
        found.append(Reason(ReasonKind.UNANSWERED, letter.on, letter.note, letter.id))
    rhythm = _rhythm(known, today)
    return found if rhythm is None else [*found, rhythm]


def _due_follow_ups(known: Known, today: date, kind: FollowUpKind) -> list[FollowUp]:
    acts = [act for act in known.acts if act.on <= today]
    return [
        f for f in known.follow_ups if f.kind is kind and f.due <= today and not is_handled(f, acts)
    ]


def _at_rest(known: Known, today: date, days_off: DaysOff) -> bool:
    """Whether it is a day off for this person. "Later" until one of these very days is the
    person's own word, and such a word is never moved.
    """
    return days_off.rests(today) and not any(
        s.until <= today < days_off.opens(s.until) for s in known.snoozes
    )


def reasons(
    known: Known,
    today: date,
    leap_day: LeapDay = LeapDay.AFTER,
    days_off: DaysOff = EVERY_DAY_COUNTS,
) -> tuple[Reason, ...]:
    """Every reason that holds today, the most pressing first; none while snoozed.

    On a day off a promise, a follow-up of the person's own and a birthday on its day hold as ever:
    they were given a day, and a wish comes on the day itself. All else waits for a working day, a
    late wish too.
    """
    if any(s.made_on <= today < s.until for s in known.snoozes):
        return ()
    found = [
        Reason(ReasonKind.FOLLOW_UP, f.due, f.note, f.id)
        for f in _due_follow_ups(known, today, FollowUpKind.TYPED)
    ]
    found += [
        Reason(ReasonKind.PROMISE, p.due, p.text, p.id)
        for p in known.promises
        if p.due is not None and is_due(p, today)
    ]
    rests = _at_rest(known, today, days_off)
    birthday = _birthday(known, today, leap_day)
    if birthday is not None and (birthday.since == today or not rests):
        found.append(birthday)
    if not rests:
        found += _can_wait(known, today, days_off)
    return tuple(sorted(found, key=lambda r: (ORDER[r.kind], r.since)))


def person_due(
    known: Known,
    today: date,
    leap_day: LeapDay = LeapDay.AFTER,
    days_off: DaysOff = EVERY_DAY_COUNTS,
) -> DuePerson:
    """Somebody with every reason that holds today; with none where none does."""
    found = reasons(known, today, leap_day, days_off)
    return DuePerson(known.contact_id, found, _thinner(known, found, today))


def shown(
    people: Iterable[DuePerson], waiting: int, today: date, days_off: DaysOff = EVERY_DAY_COUNTS
) -> Due:
    """Today with these people, when so many more rest."""
    after = days_off.opens(min(today, date.max - timedelta(1)) + timedelta(1))
    return Due(today, tuple(people), waiting, days_off.rests(today), after)
