"""Facts beyond the channels: other companies, accounts, days, people close to them, and what else
the card says; each as a label and its lines.
"""

from PySide6.QtCore import QObject

from app.domain.contact import Contact, Position
from app.domain.folding import fold
from app.domain.partial_date import PartialDate
from app.ui.look import text
from app.ui.words.fields import FieldWords
from app.ui.words.wording import Wording

_BRANDS = {
    "aim": "AIM", "icq": "ICQ", "qq": "QQ", "msn": "MSN", "sip": "SIP", "irc": "IRC",
    "jabber": "XMPP", "linkedin": "LinkedIn", "line": "LINE",
}  # fmt: skip
_LINES_AT_MOST = 30

Lines = list[tuple[str, str]]
"""Values to show, each with what it is called."""


class FurtherFacts(QObject):
    """What there is to show, in words; nothing of it is asked for where the card is silent."""

    def __init__(self, wording: Wording, fields: FieldWords, parent: QObject) -> None:
        super().__init__(parent)
        self._wording = wording
        self._fields = fields

    def companies(self, contact: Contact) -> Lines:
        """Companies and titles beside the current ones."""
        return [(self.position(p), "") for p in contact.positions[:_LINES_AT_MOST]]

    def accounts(self, contact: Contact) -> Lines:
        """Accounts, each once, with their service and label."""
        found: dict[tuple[str, str], tuple[str, str]] = {}
        for one in contact.accounts[:_LINES_AT_MOST]:
            words = (self.service(one.service), self._fields.label(one.label))
            label = "\u3000".join(word for word in words if word)
            found.setdefault((fold(one.value), one.service or ""), (one.value, label))
        return list(found.values())

    def dates(self, contact: Contact) -> Lines:
        """Days of their life, as much of each as is known."""
        return [
            (self.day(one.date) if one.date else text.single(one.value), self._label(one.label))
            for one in contact.dates[:_LINES_AT_MOST]
        ]

    def related(self, contact: Contact) -> Lines:
        """People close to them."""
        return [
            (text.single(one.value), self._label(one.label))
            for one in contact.related[:_LINES_AT_MOST]
        ]

    def more(self, contact: Contact) -> Lines:
        """What else the card says."""
        return [
            (text.single(one.value), self._label(one.label))
            for one in contact.more[:_LINES_AT_MOST]
        ]

    def position(self, position: Position) -> str:
        """A company, a department and a title on one line."""
        parts = (position.organization, position.department, position.title)
        return "\u3000".join(text.single(part) for part in parts if part)

    def service(self, service: str | None) -> str:
        """A service as it writes itself."""
        return _BRANDS.get(service or "", (service or "").title())

    def day(self, day: PartialDate) -> str:
        """As much of a date as is known: 1985年4月, April 1985."""
        return self._wording.partial(day)

    def _label(self, label: str | None) -> str:
        known = {
            "anniversary": self.tr("anniversary"),
            "assistant": self.tr("assistant"),
            "birthday": self.tr("birthday"),
            "birthplace": self.tr("birthplace"),
            "brother": self.tr("brother"),
            "child": self.tr("child"),
            "colleague": self.tr("colleague"),
            "death": self.tr("day of death"),
            "expertise": self.tr("expertise"),
            "father": self.tr("father"),
            "friend": self.tr("friend"),
            "gender": self.tr("gender"),
            "hobby": self.tr("hobby"),
            "interest": self.tr("interest"),
            "language": self.tr("language"),
            "maiden name": self.tr("maiden name"),
            "manager": self.tr("manager"),
            "mother": self.tr("mother"),
            "office": self.tr("office"),
            "parent": self.tr("parent"),
            "partner": self.tr("partner"),
            "place": self.tr("position on the map"),
            "place of death": self.tr("place of death"),
            "profession": self.tr("profession"),
            "pronouns": self.tr("pronouns"),
            "reading of the company": self.tr("reading of the company"),
            "reading of the middle name": self.tr("reading of the middle name"),
            "relative": self.tr("relative"),
            "role": self.tr("role"),
            "sister": self.tr("sister"),
            "spouse": self.tr("spouse"),
            "time zone": self.tr("time zone"),
        }
        return known.get((label or "").casefold(), "") or self._fields.label(label)
