"""Gatherings in words: when and where, how many, and what became of them."""

from collections.abc import Sequence
from datetime import date, datetime, time
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from PySide6.QtCore import QDate, QLocale, QObject, QTime

from app.domain.contact import Contact
from app.domain.gathering import Gathering
from app.domain.gathering_yield import YIELD_DAYS, Yield
from app.ui.look.theme import Theme
from app.ui.words.wording import Wording


class GatheringWords(QObject):
    """Made with the theme, whose language it follows."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()  # the theme would keep every one that was ever made
        self._theme = theme
        self._wording = Wording(theme)

    def _gap(self) -> str:
        return "\u3000" if self._theme.language == "ja" else "  "

    def _locale(self) -> QLocale:
        return QLocale("ja_JP" if self._theme.language == "ja" else "en_US")

    def day_number(self, gathering: Gathering) -> str:
        """The day of the month alone."""
        return str(gathering.on.day)

    def short_weekday(self, gathering: Gathering) -> str:
        """水, Wed."""
        day = QDate(gathering.on.year, gathering.on.month, gathering.on.day)
        return self._locale().toString(day, "ddd")

    def month(self, day: date, today: date) -> str:
        """10月, October; the year only if it is not this one."""
        return self._wording.month(day, today)

    def clock(self, gathering: Gathering) -> str:
        """19:00–21:00, and which place's clock that is where it is not the one here."""
        if gathering.starts is None:
            return ""
        times = [_clock(gathering.starts)]
        if gathering.ends is not None and gathering.until is None:
            times.append(_clock(gathering.ends))
        there = self.elsewhere(gathering)
        return "–".join(times) + (f" ({there})" if there else "")

    def elsewhere(self, gathering: Gathering) -> str:
        """The city whose clock it is, where that differs from the clock here on that day."""
        if gathering.zone is None or gathering.starts is None:
            return ""
        moment = datetime.combine(gathering.on, gathering.starts)
        try:
            there = moment.replace(tzinfo=ZoneInfo(gathering.zone)).utcoffset()
        except (ZoneInfoNotFoundError, ValueError):
            return ""
        if there == moment.astimezone().utcoffset():
            return ""
        return gathering.zone.rsplit("/", 1)[-1].replace("_", " ")

    def when(self, gathering: Gathering, today: date) -> str:
        """Day or days, and the clock: 10月14日（水）　19:00–21:00."""
        first = self._wording.weekday(gathering.on, today)
        if gathering.until is not None:
            first = f"{first} – {self._wording.weekday(gathering.until, today)}"
        return self._gap().join(part for part in (first, self.clock(gathering)) if part)

    def whereabouts(self, gathering: Gathering) -> str:
        """Clock and place: the second line of a row."""
        parts = (self.clock(gathering), gathering.place)
        return self._gap().join(part for part in parts if part)

    def head(self, gathering: Gathering, today: date) -> str:
        """When and where, in one line."""
        parts = [self.when(gathering, today)]
        if gathering.on < today:
            parts.insert(0, self._wording.ago(gathering.on, today))
        if gathering.place:
            parts.append(gathering.place)
        return self._gap().join(parts)

    def cards(self, count: int) -> str:
        """12枚, 12 cards; nothing for none."""
        return self.tr("%n card(s)", "", count) if count else ""

    def became(self, made: Yield, today: date) -> str:
        """How many of those met there answered."""
        if not made.cards:
            return ""
        if made.open_until is not None:
            until = self._wording.day(made.open_until, today)
            return self.tr(
                "So far {some} of {all} wrote back or reached out. Counted until {day}."
            ).format(some=made.answered, all=made.cards, day=until)
        return self.tr("{some} of {all} wrote back or reached out within {days} days.").format(
            some=made.answered, all=made.cards, days=YIELD_DAYS
        )

    def series(self, name: str, times: int, made: Yield) -> str:
        """What a series led to: how often, how many met, how many answered."""
        line = self.tr("%n time(s) so far", "", times)
        if made.cards:
            more = self.tr("{all} people met, {some} of them answered").format(
                all=made.cards, some=made.answered
            )
            line = f"{line}{self._gap()}{more}"
        return f"{name}{self._gap()}{line}"

    def who_comes(self, people: Sequence[Contact]) -> str:
        """大城さん・小野寺さんが来ます."""
        names = [self._wording.address(contact) for contact in people]
        return self.tr("{who} will be there").format(who=self._wording.names(names))


def _clock(moment: time) -> str:
    return QTime(moment.hour, moment.minute).toString("H:mm")
