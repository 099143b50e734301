"""R53, R59: ten years with people, asleep and awake, held against a diary kept by hand.

A real store, the use cases of the window and its look at the day, under a clock that jumps over
every sleep. After each look all that is asked must be what the diary asks (`by_hand.py`), and the
handful of the day must be small, the most pressing, and stable. All of it runs in one process; the
store is closed and opened again at restarts. `killed.py` does a part of it in a process that is
killed.
"""

import tempfile
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from zoneinfo import ZoneInfo

from app.domain.asking import Asking
from app.domain.change import Change, Edit, Verb
from app.domain.contact import Contact, Met, Name
from app.domain.dates import Birthday, LeapDay
from app.domain.days_off import Vacation
from app.domain.due import ORDER, ReasonKind
from app.domain.errors import ExpectedError
from app.domain.interaction import Initiative, Kind
from app.domain.now import Now
from app.domain.reminder import FollowUp, FollowUpKind
from app.domain.rhythm import OFFERED
from app.store.folder import StoreFolder
from app.store.settings import Setting
from app.store.store import Store, create_store, open_store
from app.store.vault import DataKey, create_vault
from app.store.wrap import PassphraseCost
from app.usecases import days_off, log, people, promises, reconnect, rhythms, today, undoing
from app.usecases.daily import daily_number, set_daily_number
from app.usecases.leap_days import leap_day
from tests.soak.by_hand import Ask, Diary
from tests.soak.house import quick_place
from tests.soak.journal import Journal

BEGUN = date(2027, 1, 31)
YEARS = 10
ZONES = ("Asia/Tokyo", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Africa/Cairo")
AT_LEAST = 20
"""So often each kind of reminder and of sleep comes up in a sweep."""
KINDS = tuple(kind.value for kind in ReasonKind)
SLEEPS = ("up to an hour", "up to a day", "up to a week", "up to 90 days")
OFTEN = {
    "entry": 40,
    "promise": 8,
    "keep": 4,
    "follow_up": 8,
    "drop": 4,
    "rhythm": 4,
    "tag_rhythm": 1,
    "days_off": 1,
    "undo": 4,
}
"""What a person does, and how often beside the others."""
CHEAP = PassphraseCost(memory_kib=8, passes=1, lanes=1)
_ENDS = (31, 30, 29, 28, 1)
_MINUTE, _DAY = 60, 86_400


class WrongError(AssertionError):
    """What is asked is not what the diary asks."""


@dataclass
class Seen:
    """What happened, for the histogram."""

    delivered: Counter[str] = field(default_factory=Counter)
    sleeps: Counter[str] = field(default_factory=Counter)
    did: Counter[str] = field(default_factory=Counter)
    looks: int = 0
    missed: int = 0
    early: int = 0
    doubled: int = 0


class Years:
    """One life with a store: `live` walks through it."""

    def __init__(self, place: Path, key: DataKey, seed: int, since: datetime | None = None) -> None:
        """Goes on with a store that is there, in the zone of the seed; the first morning, or since
        an instant.
        """
        self.rnd = Random(f"{seed} {since}")
        self.seen = Seen()
        self.zone = ZoneInfo(ZONES[seed % len(ZONES)])
        begun = datetime(BEGUN.year, BEGUN.month, BEGUN.day, 9, tzinfo=self.zone)
        self.instant = since or begun.astimezone(UTC)
        self._place, self.key, self.recovery_key = place, key, ""
        self.store = open_store(StoreFolder(place), key)
        self.diary = Diary(BEGUN - timedelta(60), leap_day(self.store))
        self.held: today.Judged | None = None
        self.diary.rest(*_resting(self.store))
        for tagged in self.store.tag_rhythms():
            self.diary.heard(Change(Verb.TAG_RHYTHM, (Edit(None, tagged),)))
        self._asked: dict[str, set[Ask]] = {}
        self._handful: tuple[date, tuple[str, ...]] | None = None
        self.ids = list(self.store.people().ids)
        for who in self.ids:
            for record in (*self.store.contacts([who]), *self.store.records_about(who)):
                self.diary.heard(Change(Verb.IMPORT, (Edit(None, record),)))

    @classmethod
    def of(cls, place: Path, seed: int, count: int) -> "Years":
        """With a new store and so many people."""
        folder = StoreFolder(place)
        vault = create_vault(folder, "pass", use_keyring=False, cost=CHEAP)
        create_store(folder, vault)
        with open_store(folder, vault.data_key) as store:
            store.set_setting(Setting.LEAP_DAY, list(LeapDay)[seed // len(ZONES) % 2])
            set_daily_number(store, (3, 5, 10)[seed % 3])
        made = cls(place, vault.data_key, seed)
        made.recovery_key = vault.recovery_key
        made.ids = [made._meet(number) for number in range(count)]
        return made

    def now(self) -> Now:
        """The clock: UTC, and what stands on the wall."""
        return Now(self.instant, self.instant.astimezone(self.zone))

    @property
    def day(self) -> date:
        """The civil day, worked out without `Now`."""
        local = self.instant.astimezone(self.zone)
        return date(local.year, local.month, local.day)

    def live(self, years: float) -> None:
        """Sleep and wake until so many years are over."""
        end = self.instant + timedelta(years * 365.25)
        while self.instant < end:
            self.wake()
            self.sleep()
        self.look()
        self.store.close()

    # asleep and awake

    def sleep(self) -> None:
        """From a minute to 90 days; sometimes the program is started anew afterwards."""
        kind = self.rnd.random()
        if kind < 0.6:
            seconds = self.rnd.uniform(6 * 3600, 20 * 3600)
        elif kind < 0.8:
            seconds = self.rnd.uniform(_MINUTE, 3600)
        else:
            seconds = _MINUTE * (90 * 1440) ** self.rnd.random()
        place = sum(seconds > limit for limit in (3600, _DAY, 7 * _DAY))
        self.seen.sleeps[SLEEPS[place]] += 1
        self.instant += timedelta(seconds=seconds)
        if self.rnd.random() < 0.1:
            self._restart()

    def _restart(self) -> None:
        self.store.close()
        self.store = open_store(StoreFolder(self._place), self.key)
        self.held = None
        self.seen.did["restart"] += 1

    def wake(self) -> None:
        """A look, then a while of doing things, with a look after each."""
        due = self.look()
        for contact_id in due:
            if self.rnd.random() < 0.75:
                self._handle(contact_id)
                self.look()
        for _ in range(self.rnd.choice((0, 1, 1, 2, 4))):
            self.instant += timedelta(minutes=self.rnd.randrange(90))  # over midnight as well
            self._something()
            self.look()

    # looking

    def look(self) -> tuple[str, ...]:
        """Today's handful, after all that is asked was compared."""
        now = self.now()
        self.held = today.judge(self.store, now.today, self.held)
        asked = {
            p.contact_id: {(r.kind.value, r.since, r.evidence) for r in p.reasons}
            for p in today.why(self.store, self.held, [p.contact_id for p in self.held.people])
        }
        wanted = {who: self.diary.asks(who, self.day) for who in self.ids}
        wanted = {who: asks for who, asks in wanted.items() if asks}
        self.seen.looks += 1
        if asked != wanted:
            self._complain(asked, wanted)
        for who, asks in asked.items():
            for ask in asks - self._asked.get(who, set()):
                self.seen.delivered[ask[0]] += 1
        self._asked = asked
        if self._handful is None or self._handful[0] != self.day:
            # A child that was killed may have seen this day already.
            chosen = self.store.choice(self.day)
            self._handful = (self.day, chosen) if chosen else None
        found = today.settle(self.store, self.held)
        shown = tuple(p.contact_id for p in found.people)
        self._check_handful(shown, self.held.people, found.waiting)
        return shown

    def _complain(self, asked: dict[str, set[Ask]], wanted: dict[str, set[Ask]]) -> None:
        lines = []
        for who in sorted({*asked, *wanted}):
            more = asked.get(who, set()) - wanted.get(who, set())
            less = wanted.get(who, set()) - asked.get(who, set())
            again = {ask for ask in more if ask[1] < self.day}
            self.seen.missed += len(less)
            self.seen.doubled += len(again)
            self.seen.early += len(more) - len(again)
            lines += [f"{who} on {self.day}: missed {less}, too much {more}"] if more | less else []
        raise WrongError("\n".join(lines))

    def _check_handful(
        self, shown: tuple[str, ...], people: Sequence[Asking], waiting: int
    ) -> None:
        """Those whom a rhythm alone brings take turns, behind all others."""
        most = daily_number(self.store)
        ranked = [p.contact_id for p in people]
        pressing = [p.contact_id for p in people if p.kind < ORDER[ReasonKind.RHYTHM]]
        if self._handful is None:
            self._handful = (self.day, shown)
            first = tuple(pressing[:most])
            if shown[: len(first)] != first or len(shown) != min(most, len(ranked)):
                raise WrongError(f"{self.day}: not the most pressing: {shown} of {ranked[:20]}")
        kept = self._handful[1]
        new = [who for who in shown if who not in kept]
        if len(kept) + len(new) > most:
            raise WrongError(
                f"{self.day}: more than {most}, or one that is done was replaced: {new}"
            )
        gone = [who for who in kept if who in ranked and who not in shown]
        if gone or len(shown) + waiting != len(ranked):
            raise WrongError(f"{self.day}: of those chosen {gone} went, {waiting} wait")
        self._handful = (self.day, (*kept, *new))

    # what a person does

    def wrote(self, change: Change) -> Change:
        """Every change goes through here."""
        self.diary.heard(change)
        return change

    def _meet(self, number: int) -> str:
        rnd, now = self.rnd, self.now()
        born = None
        if rnd.random() < 0.6:
            month = rnd.randrange(1, 13)
            born = Birthday(month, rnd.randrange(1, 29), rnd.choice([None, 1980]))
            born = Birthday(2, 29) if rnd.random() < 0.2 else born
        met = Met(self.day) if rnd.random() < 0.5 else Met()
        contact = Contact(
            name=Name(f"p{number}"),
            rhythm=rnd.choice((OFFERED[0], *OFFERED)) if rnd.random() < 0.5 else None,
            birthday=born,
            met=met,
            tags=rnd.choice(((), (), ("a",), ("a", "b"))),
        )
        who = self.wrote(people.add(self.store, contact, now=now)).subject
        assert who is not None
        if met.on is not None and rnd.random() < 0.7:
            due = self.day + timedelta(rnd.randrange(1, 30))
            first = FollowUp(f"first-{number}", who, FollowUpKind.FIRST, due, met.on)
            change = Change(Verb.IMPORT, (Edit(None, first),), who)
            self.wrote(self.store.apply(change, now=now))
        return who

    def _handle(self, who: str) -> None:
        """Done, later or not this time; and what is to hold right after it."""
        store, now, rnd = self.store, self.now(), self.rnd
        what = rnd.random()
        if what < 0.6:
            kind = rnd.choice((Kind.MESSAGE, Kind.MAIL, Kind.LETTER, Kind.CALL, Kind.MET))
            by = Initiative.ME if rnd.random() < 0.9 else Initiative.BOTH
            self.wrote(reconnect.done(store, who, now=now, kind=kind, initiative=by))
            self.seen.did["done"] += 1
            left = self.diary.asks(who, self.day)
            if left:
                raise WrongError(f"{self.day}: done, and still wanted: {left}")
        elif what < 0.8:
            until = self.day + timedelta(rnd.choice((1, 1, 3, 30)))
            self.wrote(reconnect.later(store, who, until, now=now))
            self.seen.did["later"] += 1
        else:
            self.wrote(reconnect.skip(store, who, now=now))
            self.seen.did["skip"] += 1
            left = {ask for ask in self.diary.asks(who, self.day) if ask[0] != "promise"}
            if left:
                raise WrongError(f"{self.day}: not this time, and still wanted: {left}")

    def _something(self) -> None:
        """Anything that a person does, or that is heard of somebody."""
        does: dict[str, Callable[[str], Change | None]] = {
            "entry": self._entry,
            "promise": self._promise,
            "keep": self._keep,
            "follow_up": self._follow_up,
            "drop": self._drop,
            "rhythm": self._rhythm,
            "tag_rhythm": self._tag_rhythm,
            "days_off": self._days_off,
            "undo": lambda _: undoing.undo(self.store, now=self.now()),
        }
        name = self.rnd.choices(list(OFTEN), list(OFTEN.values()))[0]
        do = does[name]
        with suppress(ExpectedError):
            change = do(self.rnd.choice(self.ids))
            if change is not None:
                self.wrote(change)
                self.seen.did[name] += 1

    def _entry(self, who: str) -> Change:
        rnd = self.rnd
        whom = [who, rnd.choice(self.ids)] if rnd.random() < 0.1 else [who]
        kinds = (*[Kind.MAIL] * 4, Kind.LETTER, Kind.MESSAGE, Kind.MET, Kind.CALL, Kind.NOTE)
        by = rnd.choice((Initiative.THEM, Initiative.THEM, Initiative.ME, Initiative.BOTH))
        ago = rnd.choice((0, 0, 0, 0, 0, 1, 5, 40, 200))
        on = max(self.day - timedelta(ago), BEGUN)
        kind = rnd.choice((*kinds, Kind.GIFT))
        return log.note(self.store, whom, "x", now=self.now(), kind=kind, initiative=by, on=on)

    def _promise(self, who: str) -> Change:
        due = self.rnd.choice([None, self.day + timedelta(self.rnd.randrange(60))])
        return promises.make(self.store, who, "x", now=self.now(), due=due)

    def _keep(self, who: str) -> Change | None:
        found = [p for p in self.store.promises(who) if p.kept_on is None]
        return promises.keep(self.store, found[0], now=self.now()) if found else None

    def _follow_up(self, who: str) -> Change:
        due = self.day + timedelta(self.rnd.choice((0, 1, 7, 31, 90, 365)))
        return reconnect.set_follow_up(self.store, who, due, now=self.now())

    def _drop(self, who: str) -> Change | None:
        acts = self.store.timeline(who)
        return log.delete(self.store, acts[0].id, now=self.now()) if acts else None

    def _rhythm(self, who: str) -> Change:
        rhythm = self.rnd.choice((None, *OFFERED))
        return people.set_rhythm(self.store, who, rhythm, now=self.now())

    def _tag_rhythm(self, _who: str) -> Change:
        tag, rhythm = self.rnd.choice("ab"), self.rnd.choice((None, *OFFERED))
        return rhythms.set_for_tag(self.store, tag, rhythm, now=self.now())

    def _days_off(self, _who: str) -> None:
        """A setting, so no change that can be taken back."""
        store, rnd, what = self.store, self.rnd, self.rnd.randrange(4)
        if what == 0:
            days_off.rest_on_weekends(store, on=rnd.random() < 0.7)
        elif what == 1:
            days_off.rest_on_holidays_of(store, rnd.choice(("", "JP", "US", "DE")), self.day)
        elif what == 2:
            first = self.day + timedelta(rnd.randrange(-3, 40))
            away = Vacation(first, first + timedelta(rnd.choice((0, 4, 13, 100))))
            days_off.add_vacation(store, away)
        else:
            for away in days_off.resting(store).vacations[:1]:
                days_off.drop_vacation(store, away)
        self.diary.rest(*_resting(store))
        self.seen.did["days_off"] += 1


def _resting(store: Store) -> tuple[bool, str, list[tuple[date, date]]]:
    set_ = days_off.resting(store)
    return set_.weekends, set_.country, [(v.first, v.last) for v in set_.vacations]


def life(seed: int, count: int, years: float) -> Seen:
    """So many years of one seed. Raises WrongError."""
    with tempfile.TemporaryDirectory(dir=quick_place()) as place:
        lived = Years.of(Path(place) / "store", seed, count)
        try:
            lived.live(years)
        finally:
            lived.store.close()
        return lived.seen


def sweep(count: int, seed: int, each: int, folder: Path | None = None) -> bool:
    """Lives of ten years with so many people each; whether nothing was missed, doubled or early,
    and every kind of reminder and of sleep came up often enough.
    """
    journal = Journal("years", seed, each, **({"folder": folder} if folder else {}))
    for number in journal.left(count):
        own = seed * 1000 + number
        try:
            seen = life(own, each, YEARS)
        except WrongError as error:
            journal.note(number, well=False, seed=own, outcome="wrong", said=str(error)[:2000])
            continue
        facts = {"delivered": seen.delivered, "sleeps": seen.sleeps, "did": seen.did}
        journal.note(number, well=True, seed=own, outcome="as by hand", looks=seen.looks, **facts)
    enough = journal.ended(count, "outcome")
    for name, least, wanted in (("delivered", AT_LEAST, KINDS), ("sleeps", AT_LEAST, SLEEPS)):
        total: Counter[str] = Counter()
        for said in journal.rounds.values():
            total.update(said.get(name, {}))
        print(f"{name}:", *(f"{kind} {total[kind]:,};" for kind in wanted))
        enough = enough and all(total[kind] >= least for kind in wanted)
    return enough
