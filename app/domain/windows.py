"""When the softer reasons hold: a birthday, a letter of mine unanswered.

Every day is counted from its anchor, never from the occurrence before it: nothing drifts.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from app.domain.dates import Birthday, LeapDay
from app.domain.interaction import NO_CONTACT, Initiative, Interaction, Kind
from app.domain.reminder import Skip

BELATED_DAYS = 30
"""A birthday that nobody wished for stops asking after this many days."""
SILENCE_DAYS = 21
"""A letter of mine asks for a second note from this many days on."""
LETTER_DAYS = 90
"""And stops asking after this many."""

_LETTERS = frozenset({Kind.MAIL, Kind.LETTER})


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
    acts: Sequence[Interaction], skips: Iterable[Skip], today: date
) -> Interaction | None:
    """My newest letter that nothing followed, three weeks old; `acts` in timeline order.

    Silence is a normal state: one second note is proposed, and none after that one.
    Acts from twice LETTER_DAYS on are enough to tell.
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
    if not timedelta(SILENCE_DAYS) <= today - letter.on <= timedelta(LETTER_DAYS):
        return None
    # A skip before it asked was meant for something else.
    asks_from = letter.on + timedelta(SILENCE_DAYS)
    return None if any(asks_from <= skip.on <= today for skip in skips) else letter
