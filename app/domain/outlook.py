"""When somebody will ask, as long as nothing more is written about them.

All that reminders ask of a person follows from what is known of them, so that it can be told for
every day to come; only which of these days rest, and when 29 February is kept, is left open. It
holds from `latest` on: on an earlier day some of what is known has not happened yet.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from app.domain.dates import Birthday
from app.domain.due import Known, Reason, ReasonKind, is_handled, next_round
from app.domain.interaction import NO_CONTACT
from app.domain.promise import Side
from app.domain.reminder import FollowUpKind
from app.domain.windows import my_letter, silence_from, their_letter

_FOLLOW_UPS = {
    FollowUpKind.TYPED: ReasonKind.FOLLOW_UP,
    FollowUpKind.FIRST: ReasonKind.FIRST_FOLLOW_UP,
}


@dataclass(frozen=True, slots=True)
class Outlook:
    """What asks (`due` says on which days from its `since` on), without words; whose birthday, if
    it falls after `wished`; nothing before `later`, if anything.
    """

    asks: tuple[Reason, ...] = ()
    birthday: Birthday | None = None
    wished: date = date.min
    later: date | None = None
    latest: date | None = None


def outlook(known: Known) -> Outlook:
    """The outlook of a person of whom all is known, whatever its day. Of the entries those that
    tell the letters (`windows.tells_letters`) are enough, if they are all of their days.
    """
    birthday = None if known.last is None and known.rhythm is None else known.birthday
    return Outlook(
        (*_given_a_day(known), *_letters(known), *_rhythm(known)),
        birthday,
        _wished(known),
        max((s.until for s in known.snoozes), default=None),
        _latest(known),
    )


def _given_a_day(known: Known) -> list[Reason]:
    found = [
        Reason(_FOLLOW_UPS[f.kind], f.due, None, f.id)
        for f in known.follow_ups
        if not is_handled(f, known.acts)
    ]
    owed = [p for p in known.promises if p.by is Side.ME and p.kept_on is None]
    return found + [Reason(ReasonKind.PROMISE, p.due, None, p.id) for p in owed if p.due]


def _letters(known: Known) -> list[Reason]:
    found = []
    theirs, mine = their_letter(known.acts), my_letter(known.acts)
    if theirs is not None and all(skip.on <= theirs.on for skip in known.skips):
        found.append(Reason(ReasonKind.WAITS_FOR_ME, theirs.on, None, theirs.id))
    if mine is not None and all(skip.on < silence_from(mine) for skip in known.skips):
        found.append(Reason(ReasonKind.UNANSWERED, mine.on, None, mine.id))
    return found


def _rhythm(known: Known) -> list[Reason]:
    found = next_round(known)
    return [] if found is None else [found]


def _wished(known: Known) -> date:
    """A birthday asks if nothing came of it yet, and of nobody before they are born."""
    days = [skip.on for skip in known.skips]
    if known.last is not None:
        days.append(known.last)
    born = known.birthday.year if known.birthday is not None else None
    if born is not None and born > date.min.year:
        days.append(date(born, 1, 1) - timedelta(1))
    return max(days, default=date.min)


def _latest(known: Known) -> date | None:
    days = [act.on for act in known.acts if act.kind not in NO_CONTACT]
    days += [skip.on for skip in known.skips] + [snooze.made_on for snooze in known.snoozes]
    if known.last is not None:
        days.append(known.last)
    elif known.rhythm is not None and known.since is not None:
        days.append(known.since)
    return max(days, default=None)
