"""When the softer reasons hold: the rhythm's window, a birthday, a letter of mine unanswered.

Every day is counted from its anchor, never from the occurrence before it, so that nothing drifts.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from app.domain.dates import Birthday, LeapDay, add_months
from app.domain.interaction import NO_CONTACT, Initiative, Interaction, Kind
from app.domain.reminder import Skip
from app.domain.rhythm import OFFERED, Rhythm

BELATED_DAYS = 30
"""A birthday that nobody wished for stops asking after this many days."""
SILENCE_DAYS = 21
"""A letter of mine asks for a second note from this many days on."""
LETTER_DAYS = 90
"""And stops asking after this many."""
SKIPS_IN_A_ROW = 3

_LETTERS = frozenset({Kind.MAIL, Kind.LETTER})


def rhythm_opens(anchor: date, rhythm: Rhythm, skips: Iterable[Skip]) -> date | None:
    """The day from which a rhythm asks: the first round after the anchor that was not skipped.

    The n-th round begins n times the rhythm after the anchor. None where the calendar ends first.
    """
    skipped = max((skip.on for skip in skips), default=date.min)
    step = months = max(rhythm.least, 1)
    try:
        while (opens := add_months(anchor, months)) <= skipped:
            months += step
    except ValueError:
        return None
    return opens


def pressing(anchor: date, rhythm: Rhythm, today: date) -> float:
    """The time since the anchor in rhythms: 1 on the day when the window opens."""
    whole = (add_months(anchor, max(rhythm.least, 1)) - anchor).days
    return (today - anchor).days / whole


def thinner(rhythm: Rhythm, last: date | None, skips: Iterable[Skip], today: date) -> Rhythm | None:
    """The next thinner rhythm, once three skips followed each other without a contact between."""
    since = date.min if last is None else last
    in_a_row = {skip.on for skip in skips if since < skip.on <= today}
    if len(in_a_row) < SKIPS_IN_A_ROW:
        return None
    return next((offered for offered in OFFERED if offered.least > rhythm.least), None)


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
    return None if any(letter.on <= skip.on <= today for skip in skips) else letter
