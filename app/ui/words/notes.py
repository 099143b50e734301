"""Notes after a meeting in words: which evening, whose card, how often."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QObject

from app.domain import names
from app.domain.contact import Address, Contact
from app.domain.folding import fold_company, is_cjk
from app.domain.gathering import Gathering
from app.domain.rhythm import Rhythm
from app.ui.look import text
from app.ui.look.theme import Theme
from app.ui.widgets.business_card import BESIDE, CardWords
from app.ui.words.gatherings import GatheringWords
from app.ui.words.wording import Wording

_LINES = 2
"""So many lines stand at the foot of a card."""


class NotesWords(QObject):
    """Made with the theme, whose language it follows."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()  # the theme would keep every one that was ever made
        self._theme = theme
        self._wording = Wording(theme)
        self._gatherings = GatheringWords(theme)

    # the evening

    def title(self, gathering: Gathering, today: date) -> str:
        """The name of the gathering, or whose day the cards are of."""
        if gathering.name:
            return text.single(gathering.name)
        day = self._wording.day(gathering.on, today)
        return self.tr("Cards of {day}").format(day=day)

    def head(self, gathering: Gathering, today: date) -> str:
        """When and where."""
        return text.single(self._gatherings.head(gathering, today))

    def weekday(self, day: date, today: date) -> str:
        """10月23日（金）, Fri 23 Oct."""
        return self._wording.weekday(day, today)

    def left(self, count: int) -> str:
        """How many cards have no notes."""
        return self.tr("%n card(s) without notes", "", count)

    def asked(self, gathering: Gathering, today: date) -> str:
        """The header of what Today asks: 昨日の名刺, 10月12日の名刺."""
        near = {0: self.tr("Today’s cards"), 1: self.tr("Yesterday’s cards")}
        found = near.get((today - gathering.on).days)
        day = self._wording.day(gathering.on, today)
        return found or self.tr("Cards of {day}").format(day=day)

    # a person

    def name(self, contact: Contact) -> str:
        """The name as shown."""
        return text.single(names.shown(contact))

    def spoken(self, contact: Contact) -> str:
        """The reading above the name."""
        return text.single(names.spoken(contact, self._theme.language))

    def people(self, people: Sequence[Contact], most: int) -> str:
        """大城さん・田村さん, and how many more."""
        said = self._wording.names([self._wording.address(c) for c in people[:most]])
        if len(people) <= most:
            return said
        return self.tr("{names} and %n more", "", len(people) - most).format(names=said)

    def card(self, contact: Contact) -> CardWords:
        """What is printed on the drawn card."""
        gap = "\u3000" if self._theme.language == "ja" else ", "
        shown = self.name(contact)
        company = contact.organization or ""
        company = "" if company == shown else company
        work = gap.join(p for p in (contact.department, contact.title) if p)
        phone = contact.phones[0].value if contact.phones else ""
        numbered = self.tr("Tel. {number}").format(number=phone) if phone else ""
        address = _address(contact.addresses[0]) if contact.addresses else ""
        mail = contact.emails[0].value if contact.emails else ""
        lines = (BESIDE.join(p for p in (address, numbered) if p), mail)
        return CardWords(
            shown,
            self.spoken(contact),
            company,
            work,
            tuple(line for line in lines if line)[:_LINES],
            fold_company(company)[:1].upper(),
        )

    # how often

    def rhythm(self, rhythm: Rhythm | None) -> str:
        """1か月, 3か月, 半年, 1年, 決めない."""
        if rhythm is None:
            return self.tr("Open")
        return {
            1: self.tr("1 month"),
            6: self.tr("Half a year"),
            12: self.tr("1 year"),
        }.get(rhythm.least) or self.tr("%n month(s)", "", rhythm.least)

    def day(self, day: date, today: date) -> str:
        """The day of a promise: 10月23日（金）."""
        return self._wording.weekday(day, today)


def _address(address: Address) -> str:
    """In the order of its country: Japanese from the large to the small, without gaps."""
    large_first = [p for p in (address.region, address.city, address.street) if p]
    if is_cjk("".join(large_first)):
        return "".join(large_first)
    return ", ".join(reversed(large_first))
