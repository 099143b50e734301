"""Care of the store: once a day a proven copy, if something was written since the last one, and
behind it an end for who lay in the bin long enough.

Imports bring a copy of their own; this is for notes, promises and all else that is typed. Making a
copy reads and proves every page, so that damage is found on the day it comes.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.now import Now
from app.store.settings import Setting
from app.usecases import people

if TYPE_CHECKING:
    from app.store.reader import Reader
    from app.store.store import Store

Copier = Callable[[Callable[[], bool]], Path]
"""Makes the copy, on any thread; what it is given says whether to give up."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A copy that is due: how to make it, and of which change it is the newest."""

    make: Copier
    upto: str


def wanted(store: "Store", now: Now) -> Wanted | None:
    """The copy that is due; None where one of today is there, or nothing was written since."""
    upto = _newest(store)
    if upto in {"", store.setting(Setting.COPIED_UPTO)} or _copied_today(store, now):
        return None
    return Wanted(store.copier(now), upto)


def done(store: "Store", copied: Wanted) -> None:
    """The copy is there."""
    store.set_setting(Setting.COPIED_UPTO, copied.upto)


def let_go(store: "Store", now: Now) -> tuple[str, ...]:
    """Empty the bin of those whose time is over; who they were. Only where a copy holds them, and
    by the day before this one on which it was looked: a clock that leaps ahead lets go of nobody on
    its first day.
    """
    earlier = _earlier(store, now.today)
    if earlier is None or newest_copy(store) is None or wanted(store, now) is not None:
        return ()
    passed = now.today - earlier
    return people.empty_old_bin(store, now=Now(now.instant - passed, now.local - passed))


def newest_copy(reader: "Reader") -> date | None:
    """The day of the newest copy that was made by itself."""
    from app.store.backup import dated  # noqa: PLC0415 - with the store

    return max((made.day for made in dated(reader.folder.backups)), default=None)


def _earlier(store: "Store", today: date) -> date | None:
    """The last day before today on which it was looked, as far as the clock was not set back."""
    try:
        days = [date.fromisoformat(day) for day in (store.setting(Setting.CARED_ON) or "").split()]
    except ValueError:
        days = []
    again = days[:1] == [today]
    before = (days[1:] if again else days)[:1]
    earlier = before[0] if before and before[0] < today else None
    if not again:
        store.set_setting(Setting.CARED_ON, " ".join(str(day) for day in (today, earlier) if day))
    return earlier


def _newest(reader: "Reader") -> str:
    last = reader.last_change()
    return "" if last is None else str(last.seq)


def _copied_today(reader: "Reader", now: Now) -> bool:
    return newest_copy(reader) == now.today
