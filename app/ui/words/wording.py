"""Wording: kinds and data of the domain in words, in the language of the screen.

Every sentence that more than one page needs stands here, so that one thing is called by one name.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QDate, QLocale, QObject

from app.domain.card import ReviewKind, Unreadable
from app.domain.contact import Contact, Reading
from app.domain.dates import Birthday, full_months
from app.domain.due import Reason, ReasonKind
from app.domain.folding import is_cjk
from app.domain.interaction import Initiative, Interaction, Kind
from app.domain.names import called, spoken
from app.domain.partial_date import PartialDate
from app.domain.promise import Promise, Side
from app.domain.since import Since
from app.domain.tie import Knot, Tie, knot_of
from app.ui.look.theme import Theme

_QUOTES = frozenset('「」『』“”„"')
_DAYS_BEFORE_WEEKS = 14
_HALF_YEAR = 6
_YEAR = 12
_LEAP_YEAR = 2000
_ICONS = {
    Kind.MET: "meet",
    Kind.CALL: "phone",
    Kind.MAIL: "letter",
    Kind.MESSAGE: "talk",
    Kind.LETTER: "letter",
    Kind.CARDS: "card",
    Kind.INTRODUCTION: "intro",
    Kind.GIFT: "gift",
    Kind.HELP: "heart",
    Kind.NOTE: "note",
}
_REASON_ICONS = {
    ReasonKind.PROMISE: "promise",
    ReasonKind.FOLLOW_UP: "clock",
    ReasonKind.FIRST_FOLLOW_UP: "card",
    ReasonKind.WAITS_FOR_ME: "call",
    ReasonKind.BIRTHDAY: "cake",
    ReasonKind.UNANSWERED: "letter",
    ReasonKind.RHYTHM: "clock",
}


class Wording(QObject):
    """Words for dates, kinds, ties and reasons. Made with the theme, whose language it follows."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()  # the theme would keep every one that was ever made
        self._theme = theme

    @property
    def language(self) -> str:
        """`ja` or `en`."""
        return self._theme.language

    def _locale(self) -> QLocale:
        return QLocale("ja_JP" if self.language == "ja" else "en_US")

    # days

    def day(self, day: date, today: date) -> str:
        """A day without its weekday; the year only if it is not this one: 10月2日, 2 Oct."""
        pattern = self.tr("d MMM") if day.year == today.year else self.tr("d MMM yyyy")
        return self._locale().toString(QDate(day.year, day.month, day.day), pattern)

    def weekday(self, day: date, today: date) -> str:
        """A day with its short weekday: 10月15日（木）, Thu 15 Oct."""
        pattern = self.tr("ddd d MMM") if day.year == today.year else self.tr("ddd d MMM yyyy")
        return self._locale().toString(QDate(day.year, day.month, day.day), pattern)

    def birthday(self, birthday: Birthday, today: date) -> str:
        """A birthday; without a year where none is known."""
        if birthday.year is None:
            day = date(_LEAP_YEAR, birthday.month, birthday.day)
            return self.day(day, day)
        return self.day(date(birthday.year, birthday.month, birthday.day), today)

    def partial(self, day: PartialDate) -> str:
        """As much of a date as is known: 1985年4月, Apr 1985."""
        shown = date(day.year or _LEAP_YEAR, day.month or 1, day.day or 1)
        if day.month is None and day.day is not None:
            return self.tr("the {day}.").format(day=day.day)
        if day.month is None:
            pattern = self.tr("yyyy")
        elif day.day is None:
            pattern = self.tr("MMMM") if day.year is None else self.tr("MMMM yyyy")
        else:
            pattern = self.tr("d MMM") if day.year is None else self.tr("d MMM yyyy")
        return self._locale().toString(QDate(shown.year, shown.month, shown.day), pattern)

    def headline(self, day: date) -> str:
        """The date at the head of a page: 10月15日　木曜日, Thursday, 15 October."""
        return self._locale().toString(QDate(day.year, day.month, day.day), self.tr("dddd, d MMMM"))

    def year(self, day: date) -> str:
        """The year alone: 2025年, 2025."""
        return self._locale().toString(QDate(day.year, day.month, day.day), self.tr("yyyy"))

    def month(self, day: date, today: date) -> str:
        """10月, October; the year only if it is not this one."""
        pattern = self.tr("MMMM") if day.year == today.year else self.tr("MMMM yyyy")
        return self._locale().toString(QDate(day.year, day.month, day.day), pattern)

    def ago(self, day: date, today: date) -> str:
        """How long since a day: 今日, 昨日, 13日前, 3週間前, 2か月前, 半年前, 3年前."""
        days = (today - day).days
        if days < 0:
            return self.day(day, today)
        if days == 0:
            return self.tr("today")
        if days == 1:
            return self.tr("yesterday")
        if days < _DAYS_BEFORE_WEEKS:
            return self.tr("%n day(s) ago", "", days)
        months = full_months(day, today)
        if months < 1:
            return self.tr("%n week(s) ago", "", days // 7)
        if months == _HALF_YEAR:
            return self.tr("half a year ago")
        if months < _YEAR:
            return self.tr("%n month(s) ago", "", months)
        return self.tr("%n year(s) ago", "", months // _YEAR)

    # people

    def address(self, contact: Contact) -> str:
        """A person in a sentence: 早坂さん, Hayasaka-san, Claire Martin."""
        name = called(contact)
        if self.language != "ja" and is_cjk(name):
            # A name that the reader may not be able to read is said by its sound.
            family = replace(contact, reading=Reading(contact.reading.family))
            name = spoken(family, self.language) or name
            return self.tr("{name}-san").format(name=name)
        honoured = self.language == "ja" or is_cjk(name)
        return self.tr("{name}-san").format(name=name) if honoured else name

    def names(self, names: Sequence[str]) -> str:
        """Several people side by side."""
        return self.tr(", ").join(names)

    # entries of the timeline

    def kind(self, kind: Kind) -> str:
        """A kind, as on the composer's chip."""
        return {
            Kind.MET: self.tr("Met"),
            Kind.CALL: self.tr("Call"),
            Kind.MAIL: self.tr("Mail"),
            Kind.MESSAGE: self.tr("Message"),
            Kind.LETTER: self.tr("Letter"),
            Kind.CARDS: self.tr("Exchanged cards"),
            Kind.INTRODUCTION: self.tr("Introduction"),
            Kind.GIFT: self.tr("Gift"),
            Kind.HELP: self.tr("Help"),
            Kind.NOTE: self.tr("Note"),
        }[kind]

    def kind_icon(self, kind: Kind) -> str:
        """The icon's name of a kind by itself."""
        return _ICONS[kind]

    def initiative(self, initiative: Initiative) -> str:
        """Who started it."""
        return {
            Initiative.THEM: self.tr("from them"),
            Initiative.ME: self.tr("from you"),
            Initiative.BOTH: self.tr("both"),
            Initiative.UNKNOWN: self.tr("not said"),
        }[initiative]

    def entry_title(self, act: Interaction, who: Contact) -> str:
        """What happened, in bold: 早坂さんから声かけ, 返事, 会った, 便りを出した."""
        knot = knot_of(act)
        if knot is Knot.REPLIED:
            return self.tr("Replied")
        if act.initiative is Initiative.THEM:
            if act.kind in {Kind.CALL, Kind.MAIL, Kind.MESSAGE, Kind.LETTER}:
                return self.tr("{who} reached out").format(who=self.address(who))
            if act.kind is Kind.MET:
                return self.tr("{who} came to meet you").format(who=self.address(who))
        return {
            Kind.MET: self.tr("You met"),
            Kind.CALL: self.tr("You called")
            if act.initiative is Initiative.ME
            else self.tr("You talked"),
            Kind.MAIL: self.tr("You wrote"),
            Kind.MESSAGE: self.tr("You wrote"),
            Kind.LETTER: self.tr("You wrote"),
            Kind.CARDS: self.tr("Exchanged cards"),
            Kind.INTRODUCTION: self.tr("Introduced someone to you")
            if act.initiative is Initiative.THEM
            else self.tr("You introduced someone"),
            Kind.GIFT: self.tr("Gave you something")
            if act.initiative is Initiative.THEM
            else self.tr("You gave something"),
            Kind.HELP: self.tr("Helped you")
            if act.initiative is Initiative.THEM
            else self.tr("You helped"),
            Kind.NOTE: self.tr("Note"),
        }[act.kind]

    def entry_channel(self, act: Interaction, *, first: bool = False) -> str:
        """The small word beside the title: the way it came, the place, or where it began."""
        if act.kind is Kind.CARDS:
            return self.tr("where it began") if first else ""
        if act.place:
            return act.place
        if act.kind is Kind.CALL and act.initiative is not Initiative.THEM:
            return ""  # the title says it
        if act.kind in {Kind.CALL, Kind.MAIL, Kind.MESSAGE, Kind.LETTER}:
            return self.kind(act.kind)
        return ""

    def entry_icon(self, act: Interaction) -> str:
        """The icon's name: reply and reaching out have their own."""
        knot = knot_of(act)
        if knot is Knot.REPLIED:
            return "reply"
        return "call" if knot is Knot.REACHED_OUT else _ICONS[act.kind]

    # promises

    def promise_title(self, promise: Promise) -> str:
        """Whose promise it is, in bold."""
        return self.tr("Promise") if promise.by is Side.ME else self.tr("They promised")

    def promise_day(self, promise: Promise, today: date) -> str:
        """The day it is wanted by (明日 10月16日（金）), or was kept on; empty without one."""
        if promise.kept_on is not None:
            return self.tr("kept on {day}").format(day=self.day(promise.kept_on, today))
        if promise.due is None:
            return ""
        day = self.weekday(promise.due, today)
        near = {0: self.tr("today"), 1: self.tr("tomorrow")}.get((promise.due - today).days)
        return self.tr("{near}, {day}").format(near=near, day=day) if near else day

    def promise_action(self, promise: Promise) -> str:
        """What its button says."""
        return self.tr("Kept") if promise.by is Side.ME else self.tr("They kept it")

    def since(self, new: Since, today: date) -> tuple[str, str]:
        """(one line, all of it) of what is new since last time; both empty where nothing is."""
        if new.is_empty:
            return "", ""
        start = self.tr("Since {day}").format(day=self.day(new.last.on, today)) if new.last else ""
        parts: list[str] = []
        lines: list[str] = []
        if new.heard:
            parts.append(self.tr("%n time(s) from them", "", len(new.heard)))
            lines += [
                f"{self.day(act.on, today)}  {act.note or self.kind(act.kind)}" for act in new.heard
            ]
        for promises, words in (
            (new.mine, self.tr("%n promise(s)", "", len(new.mine))),
            (new.theirs, self.tr("%n promise(s) of theirs", "", len(new.theirs))),
        ):
            if promises:
                parts.append(words)
                lines += [
                    " ".join((self.promise_title(p), p.text, self.promise_day(p, today))).strip()
                    for p in promises
                ]
        joined = self.tr(" · ").join(parts)
        line = self.tr("{start}: {what}").format(start=start, what=joined) if start else joined
        return line, "\n".join(lines)

    # the tie

    def knot(self, knot: Knot) -> str:
        """What one knot says."""
        return {
            Knot.REPLIED: self.tr("Replies"),
            Knot.REACHED_OUT: self.tr("Reached out to you"),
            Knot.INTRODUCED: self.tr("Introduced or helped"),
        }[knot]

    def evidence(self, tie: Tie, today: date) -> dict[Knot, str]:
        """The evidence of each knot; empty where there is none."""
        found = dict.fromkeys(Knot, "")
        if tie.replied:
            found[Knot.REPLIED] = (
                self.tr("{replied} of %n letter(s)", "", tie.sent).format(replied=tie.replied)
                if tie.sent >= tie.replied
                else self.times(tie.replied)
            )
        for knot, count, last in (
            (Knot.REACHED_OUT, tie.reached_out, tie.last_reached_out),
            (Knot.INTRODUCED, tie.introduced, tie.last_introduced),
        ):
            if count and last is not None:
                found[knot] = self.tr("{times} · {day}").format(
                    times=self.times(count), day=self.day(last, today)
                )
        return found

    def times(self, count: int) -> str:
        """How often."""
        return self.tr("%n time(s)", "", count)

    def tie_sentence(self, tie: Tie, today: date) -> str:
        """The whole tie in words, for tooltip and screen reader."""
        evidence = self.evidence(tie, today)
        parts = [f"{self.knot(knot)} {words}" for knot, words in evidence.items() if words]
        return self.tr(", ").join(parts) or self.tr("Nothing from them in two years yet")

    # reasons of today

    def quoted(self, words: str) -> str:
        """Words of a person in quotation marks, unless they bear their own."""
        words = words.strip()
        if words[:1] in _QUOTES and words[-1:] in _QUOTES:
            return words
        return self.tr("“{words}”").format(words=words)

    def reason(self, reason: Reason, today: date) -> tuple[str, str]:
        """(kind in bold, the fact): 次に連絡 | 「展示の感想を聞く」— 10月14日."""
        near = 0 <= (today - reason.since).days <= 1
        since = self.ago(reason.since, today) if near else self.day(reason.since, today)
        quoted = self.quoted(reason.text) if reason.text else ""
        if reason.kind is ReasonKind.PROMISE:
            fact = self.tr("by {day}").format(day=since)
            return self.tr("Promise"), self._join(quoted, fact)
        if reason.kind is ReasonKind.FOLLOW_UP:
            fact = self.tr("for {day}").format(day=since)
            return self.tr("Next contact"), self._join(quoted, fact)
        if reason.kind is ReasonKind.FIRST_FOLLOW_UP:
            return self.tr("Newly met"), quoted or self.tr("a first line while it is fresh")
        if reason.kind is ReasonKind.BIRTHDAY:
            return self.tr("Birthday"), since
        if reason.kind is ReasonKind.UNANSWERED:
            return self.tr("Your letter"), self.tr("of {day}, quiet since").format(day=since)
        if reason.kind is ReasonKind.RHYTHM:
            return self._quiet(reason, today)
        fact = self.tr("not answered yet")
        return self.tr("Reached out"), self._join(quoted, fact)

    def _quiet(self, reason: Reason, today: date) -> tuple[str, str]:
        """ご無沙汰 | 5月20日から 5か月（目安は3か月ごと）."""
        last = reason.last or reason.since
        months = full_months(last, today)
        fact = self.tr("{span} since {day} (you chose every {every})").format(
            day=self.day(last, today),
            span=self.tr("%n month(s)", "", months),
            every=self.tr("%n month(s)", "", reason.every),
        )
        return self.tr("Quiet"), fact

    def _join(self, quoted: str, fact: str) -> str:
        return self.tr("{words} – {fact}").format(words=quoted, fact=fact) if quoted else fact

    def reason_short(self, reason: Reason, today: date) -> str:
        """A reason in the tray menu."""
        return {
            ReasonKind.PROMISE: self.tr("Promise · {day}").format(
                day=self.day(reason.since, today)
            ),
            ReasonKind.FOLLOW_UP: self.tr("Next contact · {day}").format(
                day=self.day(reason.since, today)
            ),
            ReasonKind.FIRST_FOLLOW_UP: self.tr("Newly met"),
            ReasonKind.WAITS_FOR_ME: self.tr("Reached out"),
            ReasonKind.BIRTHDAY: self.tr("Birthday · {day}").format(
                day=self.day(reason.since, today)
            ),
            ReasonKind.UNANSWERED: self.tr("Your letter"),
            ReasonKind.RHYTHM: self.tr(
                "%n month(s) quiet", "", full_months(reason.last or reason.since, today)
            ),
        }[reason.kind]

    def reason_icon(self, reason: Reason) -> str:
        """The icon's name."""
        return _REASON_ICONS[reason.kind]

    # import

    def review(self, review: ReviewKind) -> str:
        """Why a card needs a look."""
        return {
            ReviewKind.SAME_NAME: self.tr("Same name as someone you know"),
            ReviewKind.SAME_EMAIL: self.tr("Same mail address, another name"),
            ReviewKind.SAME_PHONE: self.tr("Same phone number, another name"),
            ReviewKind.NEAR_NAME: self.tr("A similar name at the same company"),
            ReviewKind.VALUE_DIFFERS: self.tr("Some details differ"),
            ReviewKind.SEVERAL_PEOPLE: self.tr("It could be several people"),
        }[review]

    def unreadable(self, reason: Unreadable) -> str:
        """Why a card could not be read."""
        return {
            Unreadable.NO_END: self.tr("The card has no end"),
            Unreadable.TOO_LARGE: self.tr("The card is too large"),
            Unreadable.TOO_MANY_LINES: self.tr("The card has too many lines"),
            Unreadable.TOO_DEEP: self.tr("Cards inside cards, too deep"),
            Unreadable.TOO_MANY_CARDS: self.tr("More cards than one file may hold"),
            Unreadable.TOO_SLOW: self.tr("Reading it took too long"),
            Unreadable.BAD_LINE: self.tr("A line could not be read"),
            Unreadable.EMPTY: self.tr("There is nothing on the card"),
        }[reason]
