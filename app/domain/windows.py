"""When the softer reasons hold: a birthday, letters unanswered on either side.

Every day is counted from its anchor, never from the occurrence before it: nothing drifts.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from app.domain.dates import Birthday, LeapDay
from app.domain.days_off import EVERY_DAY_COUNTS, DaysOff
from app.domain.interaction import NO_CONTACT, Initiative, Interaction, Kind
from app.domain.reminder import Skip

BELATED_DAYS = 30
"""A birthday that nobody wished for stops asking after this many days."""
ANSWER_WINDOW_DAYS = 90
"""A message of theirs that I never answered stops asking after this many days, where no days off
lie before it begins.
"""
SILENCE_DAYS = 21
"""A letter of mine asks for a second note from this many days on."""
LETTER_DAYS = 90
"""And stops asking after this many, where no days off lie before it begins."""

_LETTERS = frozenset({Kind.MAIL, Kind.LETTER})


def messages_from(today: date, days_off: DaysOff = EVERY_DAY_COUNTS) -> date:
    """The earliest day of a message of theirs that may ask today."""
    return _before(days_off.opening_by(_before(today, ANSWER_WINDOW_DAYS - 1)), 1)


def letters_from(today: date, days_off: DaysOff = EVERY_DAY_COUNTS) -> date:
    """The earliest day of a letter of mine that may ask today."""
    days = LETTER_DAYS - SILENCE_DAYS
    return _before(days_off.opening_by(_before(today, days)), SILENCE_DAYS)


def acts_from(today: date, days_off: DaysOff = EVERY_DAY_COUNTS) -> date:
    """From which day on acts are needed, to tell whether letters ask today."""
    before = _before(letters_from(today, days_off), LETTER_DAYS)
    return min(messages_from(today, days_off), before)


def _before(day: date, days: int) -> date:
    """So many days earlier, or the first day of the calendar."""
    return date.fromordinal(max(day.toordinal() - days, 1))


def birthday_kept(birthday: Birthday, leap_day: LeapDay, today: date) -> date | None:
    """The last birthday that there was, if it may still be wished for."""
    for year in (today.year, today.year - 1):
        if year < max(birthday.year or date.min.year, date.min.year):
            continue
        day = birthday.in_year(year, leap_day)
        if timedelta(0) <= today - day <= timedelta(BELATED_DAYS):
            return day
    return None


def silent_letter(
    acts: Sequence[Interaction],
    skips: Iterable[Skip],
    today: date,
    days_off: DaysOff = EVERY_DAY_COUNTS,
) -> Interaction | None:
    """My newest letter that nothing followed, three weeks old; `acts` in timeline order.

    Silence is a normal state: one second note is proposed, and none after that one.
    Acts from `acts_from` on are enough to tell.
    """
    mine: list[Interaction] = []
    for act in acts:
        if act.on > today or act.kind in NO_CONTACT:
            continue
        if act.initiative is not Initiative.ME or act.kind is Kind.MET:
            mine = []
        else:
            mine.append(act)
    if not mine or mine[-1].kind not in _LETTERS or mine[-1].answers:
        return None
    letter = mine[-1]
    if any(letter.on - before.on <= timedelta(LETTER_DAYS) for before in mine[:-1]):
        return None
    if today - letter.on < timedelta(SILENCE_DAYS):
        return None
    first = letter.on + timedelta(SILENCE_DAYS)
    if not days_off.is_open(first, LETTER_DAYS - SILENCE_DAYS + 1, today):
        return None
    # A skip before it asked was meant for something else.
    asks_from = letter.on + timedelta(SILENCE_DAYS)
    return None if any(asks_from <= skip.on <= today for skip in skips) else letter
