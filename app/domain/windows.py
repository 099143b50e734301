"""When the softer reasons hold: a birthday, letters unanswered on either side.

Every day is counted from its anchor, never from the occurrence before it: nothing drifts.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from app.domain.dates import Birthday, LeapDay
from app.domain.days_off import EVERY_DAY_COUNTS, DaysOff
from app.domain.interaction import NO_CONTACT, WRITTEN_OR_CALLED, Initiative, Interaction, Kind
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
_TALK = frozenset({Kind.MET, Kind.CALL})
_WRITTEN = WRITTEN_OR_CALLED - _TALK


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


def their_letter(acts: Iterable[Interaction]) -> Interaction | None:
    """Their newest letter that nothing of mine followed; `acts` in timeline order.

    Who met or spoke on the telephone has answered, whoever began it.
    """
    waiting: Interaction | None = None
    for act in acts:
        if _answers(act):
            waiting = None
        elif _waits(act):
            waiting = act
    return waiting


def _answers(act: Interaction) -> bool:
    """Whether nothing that came before it waits for an answer of mine."""
    return act.kind not in NO_CONTACT and (
        act.initiative in {Initiative.ME, Initiative.BOTH} or act.kind in _TALK
    )


def _waits(act: Interaction) -> bool:
    return act.initiative is Initiative.THEM and act.kind in _WRITTEN and not act.answers


def my_letter(acts: Iterable[Interaction]) -> Interaction | None:
    """My newest letter that nothing followed; `acts` in timeline order.

    Silence is a normal state: one second note is proposed, and none after that one.
    """
    mine: list[Interaction] = []
    for act in acts:
        if act.kind in NO_CONTACT:
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
    return letter


def tells_letters(acts: Iterable[Interaction]) -> bool:
    """Whether these newest entries of a timeline are enough to tell either letter: the entries
    before them would change nothing.
    """
    contacts = [act for act in acts if act.kind not in NO_CONTACT]
    return len(contacts) > 1 and any(_answers(act) or _waits(act) for act in contacts)


def silence_from(letter: Interaction) -> date:
    """From which day on a letter of mine asks. A skip before it was meant for something else."""
    return letter.on + timedelta(SILENCE_DAYS)


def silent_letter(
    acts: Sequence[Interaction],
    skips: Iterable[Skip],
    today: date,
    days_off: DaysOff = EVERY_DAY_COUNTS,
) -> Interaction | None:
    """My newest letter that nothing followed, three weeks old; `acts` in timeline order. Those
    from `acts_from` on are enough to tell.
    """
    letter = my_letter(act for act in acts if act.on <= today)
    if letter is None or today - letter.on < timedelta(SILENCE_DAYS):
        return None
    first = silence_from(letter)
    if not days_off.is_open(first, LETTER_DAYS - SILENCE_DAYS + 1, today):
        return None
    return None if any(first <= skip.on <= today for skip in skips) else letter
