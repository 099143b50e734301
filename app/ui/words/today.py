"""The words of today: Today page, reconnect window, tray and notification call things alike."""

from datetime import date, timedelta

from PySide6.QtCore import QObject

from app.domain.contact import Contact
from app.domain.due import Reason, ReasonKind
from app.domain.interaction import Initiative, Interaction, Kind
from app.domain.names import shown, spoken
from app.domain.rhythm import Rhythm
from app.ui.look.paragraph import Run
from app.ui.look.theme import Theme
from app.ui.today import Done, DuePerson, Today
from app.ui.words.wording import Wording

_CALM = {ReasonKind.FIRST_FOLLOW_UP, ReasonKind.UNANSWERED, ReasonKind.RHYTHM}
"""Reasons that nobody waits behind."""
_YEAR = 12


class TodayWords(QObject):
    """Made with the theme, whose language it follows."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()  # the theme would keep every one that was ever made
        self._theme = theme
        self.wording = Wording(theme)

    @property
    def japanese(self) -> bool:
        return self._theme.language == "ja"

    # numbers

    def number(self, count: int) -> str:
        """A number inside a sentence: a digit in Japanese, a word up to ten in English."""
        words = (
            self.tr("no"),
            self.tr("one"),
            self.tr("two"),
            self.tr("three"),
            self.tr("four"),
            self.tr("five"),
            self.tr("six"),
            self.tr("seven"),
            self.tr("eight"),
            self.tr("nine"),
            self.tr("ten"),
        )
        return str(count) if self.japanese or count >= len(words) else words[count]

    def _start(self, count: int) -> str:
        word = self.number(count)
        return word[:1].upper() + word[1:]

    # the head of the page

    def sentence(self, today: Today) -> str:
        """The calm sentence under the title."""
        count = len(today.people)
        if not count:
            return ""
        if today.rests:
            return self.tr("A day off. Only what has its day is here.")
        if today.waiting or today.away:
            if count == 1:
                return self.tr("One person worth a line. The rest can wait.")
            return self.tr("{count} people worth a line. The rest can wait.").format(
                count=self._start(count)
            )
        if count == 1:
            return self.tr("One person worth a thought. No rush.")
        return self.tr("{count} people worth a thought. No rush.").format(count=self._start(count))

    def title(self, today: Today) -> str:
        """The head of the page; after some days away a word of welcome."""
        return self.tr("Welcome back") if today.away else self.tr("Today")

    def nobody(self, today: Today) -> tuple[str, str]:
        """What is said where nobody is due, or any more: in short, and what comes next."""
        title = self.tr("That is all for today")
        if today.rests and not today.done:
            title = self.tr("Today is a day off")
        if today.after is None or today.after <= today.on + timedelta(1):
            return title, self.tr("Tomorrow morning there may be one or two people again.")
        day = self.wording.weekday(today.after, today.on)
        words = self.tr("On {day} there may be one or two people again.")
        return title, words.format(day=day)

    def end(self, today: Today) -> str:
        """The line under the queue: there is no more today."""
        count = len(today.people)
        if today.after is not None and today.after > today.on + timedelta(1):
            day = self.wording.weekday(today.after, today.on)
            if count == 1:
                return self.tr("Only this one today. The rest can wait until {day}.").format(
                    day=day
                )
            words = self.tr("Only these {count} today. The rest can wait until {day}.")
            return words.format(count=self.number(count), day=day)
        if count == 1:
            return self.tr("Only this one today. The rest can wait.")
        return self.tr("Only these {count} today. The rest can wait.").format(
            count=self.number(count)
        )

    def gained(self, count: int) -> str:
        """How many more know you than three months ago; empty where none."""
        if count <= 0:
            return ""
        return self.tr("{count} more in the last 3 months").format(count=count)

    # a person

    def name(self, contact: Contact) -> str:
        """The name, or words where there is none at all."""
        return shown(contact) or self.tr("No name")

    def reading(self, contact: Contact) -> str:
        """The reading in the language of the screen, empty where the name says it already."""
        said = spoken(contact, self._theme.language)
        return "" if said == shown(contact) else said

    def work(self, contact: Contact) -> str:
        """Company and title: こもれび工房 代表, Komorebi Workshop, owner."""
        parts = [p for p in (contact.organization, contact.title) if p and p != shown(contact)]
        return (" " if self.japanese else ", ").join(parts)

    def who(self, person: DuePerson) -> str:
        """Name with reading, for a screen reader."""
        name, reading = self.name(person.contact), self.reading(person.contact)
        return self.tr("{name} ({reading})").format(name=name, reading=reading) if reading else name

    def described(self, person: DuePerson, today: date) -> str:
        """Company, reason, last contact and tie, for a screen reader."""
        parts = [
            self.work(person.contact),
            "".join(run.text for run in self.reason(person.reasons[0], today)),
            "".join(run.text for run in self.facts(person, today)),
            self.wording.tie_sentence(person.tie, today),
        ]
        return self.tr(", ").join(part for part in parts if part)

    # why

    def reason(self, reason: Reason, today: date) -> list[Run]:
        """The reason line: the kind in bold, then the fact."""
        kind, fact = self.wording.reason(reason, today)
        gap = "　" if self.japanese else " – "
        return [Run(kind, "ink", bold=True), Run(f"{gap}{fact}" if fact else "", "ink")]

    def reason_color(self, reason: Reason) -> str:
        """Vermilion for what they did and for what is due to them, gold for a birthday."""
        if reason.kind is ReasonKind.BIRTHDAY:
            return "kin"
        return "ink2" if reason.kind in _CALM else "shu"

    def quoted(self, said: str) -> str:
        """Words of a person, in quotation marks."""
        return self.wording.quoted(said)

    def reason_title(self, person: DuePerson, today: date) -> str:
        """The reason as a sentence, bold in the reconnect window and the notification."""
        reason = person.reasons[0]
        who = self.wording.address(person.contact)
        if reason.kind is ReasonKind.PROMISE:
            return self.tr("You promised: {what}").format(what=self.quoted(reason.text or ""))
        if reason.kind is ReasonKind.FOLLOW_UP:
            if reason.text:
                return self.quoted(reason.text)
            return self.tr("You wanted to be in touch with {who}").format(who=who)
        if reason.kind is ReasonKind.FIRST_FOLLOW_UP:
            return self.tr("You met {who} a short while ago").format(who=who)
        return self._soft_title(reason.kind).format(who=who)

    def _soft_title(self, kind: ReasonKind) -> str:
        return {
            ReasonKind.BIRTHDAY: self.tr("{who} has a birthday"),
            ReasonKind.UNANSWERED: self.tr("You wrote to {who}, and it is quiet"),
            ReasonKind.RHYTHM: self.tr("It may be time for a line to {who}"),
        }.get(kind) or self.tr("{who} wrote, and has no answer yet")

    def reason_fact(self, person: DuePerson, today: date) -> str:
        """The second line of the reason box."""
        reason, contact = person.reasons[0], person.contact
        if reason.kind is ReasonKind.PROMISE:
            if reason.since == today:
                return self.tr("By today. Reconnected also means kept.")
            day = self.wording.weekday(reason.since, today)
            return self.tr("By {day}. Reconnected also means kept.").format(day=day)
        if reason.kind is ReasonKind.FOLLOW_UP:
            if reason.since == today:
                return self.tr("You set it for today.")
            day = self.wording.weekday(reason.since, today)
            return self.tr("Next contact was set for {day}.").format(day=day)
        if reason.kind is ReasonKind.FIRST_FOLLOW_UP:
            return self._met(contact, today)
        day = self.wording.day(reason.since, today)
        return self._soft_fact(reason, today).format(day=day)

    def _soft_fact(self, reason: Reason, today: date) -> str:
        if reason.kind is ReasonKind.BIRTHDAY:
            if reason.since == today:
                return self.tr("It is today.")
            return self.tr("It was on {day}. A late wish is a wish.")
        return {
            ReasonKind.UNANSWERED: self.tr(
                "Sent on {day}. One more gentle line, then let it rest."
            ),
            ReasonKind.RHYTHM: self.tr("By your rhythm, from {day} on."),
        }.get(reason.kind) or self.tr("It came on {day}.")

    def _met(self, contact: Contact, today: date) -> str:
        if contact.met.on is None:
            return self.tr("A first line while it is fresh.")
        day = self.wording.day(contact.met.on, today)
        if contact.met.gathering:
            return self.tr("You exchanged cards on {day}, {place}.").format(
                day=day, place=contact.met.gathering
            )
        return self.tr("You exchanged cards on {day}.").format(day=day)

    def also(self, person: DuePerson, today: date) -> str:
        """The other reasons, in short; empty where there is one."""
        others = [self.wording.reason_short(reason, today) for reason in person.reasons[1:]]
        words = self.tr("Also: {reasons}").format(reasons=self.tr(", ").join(others))
        return words if others else ""

    def facts(self, person: DuePerson, today: date) -> list[Run]:
        """The second line of a row: other reasons, the last contact, what would please them, else
        how you met; empty where nothing is known.
        """
        runs: list[Run] = []
        gap = "　" if self.japanese else "  "
        also = self.also(person, today)
        if also:
            runs.append(Run(f"{also}{gap}", "ink2"))
        if person.last is not None:
            runs.append(Run(self.last_contact(person.last, person.contact, today), "ink2"))
        if person.pleases:
            label = self.tr("Would please them")
            runs.append(Run(f"{gap if runs else ''}{label}{gap}", "ink3"))
            runs.append(Run(person.pleases, "ink2"))
            return runs
        met = person.contact.met
        day = "" if met.on is None else self.wording.day(met.on, today)
        words = ("　" if self.japanese else ", ").join(w for w in (day, met.gathering) if w)
        if words:
            label = self.tr("How you met")
            runs.append(Run(f"{gap if runs else ''}{label}{gap}", "ink3"))
            runs.append(Run(words, "ink2"))
        return runs

    def last_contact(self, act: Interaction, who: Contact, today: date) -> str:
        """The newest contact in one sentence, with who started it."""
        day, them = self.wording.day(act.on, today), act.initiative is Initiative.THEM
        mine = act.initiative is Initiative.ME
        person = self.wording.address(who)
        if act.kind is Kind.MET:
            said = self.tr("Last met {day}.")
        elif act.kind is Kind.CALL:
            if them:
                said = self.tr("Last talked {day}, {who} called.")
            else:
                said = (
                    self.tr("Last talked {day}, you called.")
                    if mine
                    else self.tr("Last talked {day}.")
                )
        elif act.kind in {Kind.MAIL, Kind.MESSAGE, Kind.LETTER}:
            if them:
                said = self.tr("Last wrote {day}, {who} did.")
            else:
                said = (
                    self.tr("Last wrote {day}, you did.") if mine else self.tr("Last wrote {day}.")
                )
        else:
            said = self.tr("Last contact {day}.")
        return said.format(day=day, who=person)

    def thinner(self, rhythm: Rhythm) -> str:
        """What is proposed after three skips in a row."""
        if rhythm.least == _YEAR:
            return self.tr("Not this time, three times. Once a year instead?")
        return self.tr("Not this time, three times. Every %n month(s) instead?", "", rhythm.least)

    # done

    def done(self, done: Done) -> str:
        """佐久間さんに連絡した（9:20）."""
        at = f"{done.at.hour}:{done.at.minute:02d}"
        return self.tr("Reconnected with {who} ({time})").format(
            who=self.wording.address(done.contact), time=at
        )

    # outside the window

    def count(self, count: int) -> str:
        """How many, without a name: 思い出したい人が4人います."""
        if count == 1:
            return self.tr("One person worth a thought")
        return self.tr("{count} people worth a thought").format(count=self._start(count))

    def tray_reason(self, person: DuePerson, today: date) -> str:
        """The short reason in the tray menu."""
        return self.wording.reason_short(person.reasons[0], today)
