"""Contact: a person, with everything known of them."""

from dataclasses import dataclass, field
from datetime import date, datetime

from app.domain.dates import Birthday
from app.domain.partial_date import PartialDate
from app.domain.rhythm import Rhythm


@dataclass(frozen=True, slots=True)
class Name:
    """A name as the card says it; `full` is what the card says or is built from the parts."""

    full: str | None = None
    family: str | None = None
    given: str | None = None
    middle: str | None = None
    prefix: str | None = None
    suffix: str | None = None
    nickname: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """How family and given name are read (ふりがな), as written on the card."""

    family: str | None = None
    given: str | None = None


@dataclass(frozen=True, slots=True)
class Email:
    """An e-mail address, as written; `label` is the card's own word (work, home, …)."""

    value: str
    label: str | None = None


@dataclass(frozen=True, slots=True)
class Phone:
    """A telephone number as written, and in E.164 where it is one."""

    value: str
    label: str | None = None
    e164: str | None = None


@dataclass(frozen=True, slots=True)
class Address:
    """A postal address."""

    street: str | None = None
    city: str | None = None
    region: str | None = None
    postal_code: str | None = None
    country: str | None = None
    label: str | None = None


@dataclass(frozen=True, slots=True)
class Url:
    """A link, as written. Only `ui/links.py` decides whether it may be opened."""

    value: str
    label: str | None = None


@dataclass(frozen=True, slots=True)
class Related:
    """Somebody close to a person: a name, or the UID or URI by which a card names them; `label` is
    who they are (spouse, child, manager…).
    """

    value: str
    label: str | None = None


@dataclass(frozen=True, slots=True)
class Occasion:
    """A day of a person's life: `value` is a PartialDate as text where it can be read as one, else
    as written; `label` is what happens then (anniversary…).
    """

    value: str
    label: str | None = None

    @property
    def date(self) -> PartialDate | None:
        """The date; None where it is only text."""
        return PartialDate.parse(self.value)


@dataclass(frozen=True, slots=True)
class Account:
    """A name or page on some service (skype, xmpp, twitter…), as written. Only `ui/links.py`
    decides whether it may be opened.
    """

    value: str
    service: str | None = None
    label: str | None = None


@dataclass(frozen=True, slots=True)
class Position:
    """A company or title beside the current one, which the contact's own three fields hold."""

    organization: str | None = None
    department: str | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Detail:
    """What else a card says, for reading alone: its line stays in the card and is never edited."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Met:
    """How we met. `gathering` is its name as the card or the person says it, `gathering_id` the
    Gathering of that name, where there is one.
    """

    on: date | None = None
    gathering: str | None = None
    introduced_by: str | None = None
    gathering_id: str | None = None


@dataclass(frozen=True, slots=True)
class EarlierDetail:
    """A value that a newer card replaced: `name` is the field, as in `merge.FIELDS`."""

    name: str
    value: str
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Contact:
    """A person. `id` is ours and stays; `uid` is the card's own. Empty id: not kept yet.

    `photo` is the SHA-256 of the picture for the screen. `deleted_at` is set while it lies in the
    bin. `shallow`: kept before `related` to `more` were known, so that its card may say more of
    these than it does.
    """

    id: str = ""
    uid: str | None = None
    name: Name = field(default_factory=Name)
    reading: Reading = field(default_factory=Reading)
    organization: str | None = None
    department: str | None = None
    title: str | None = None
    emails: tuple[Email, ...] = ()
    phones: tuple[Phone, ...] = ()
    addresses: tuple[Address, ...] = ()
    urls: tuple[Url, ...] = ()
    birthday: Birthday | None = None
    note: str | None = None
    tags: tuple[str, ...] = ()
    photo: str | None = None
    met: Met = field(default_factory=Met)
    earlier: tuple[EarlierDetail, ...] = ()
    deleted_at: datetime | None = None
    related: tuple[Related, ...] = ()
    dates: tuple[Occasion, ...] = ()
    accounts: tuple[Account, ...] = ()
    positions: tuple[Position, ...] = ()
    more: tuple[Detail, ...] = ()
    shallow: bool = False
    rhythm: Rhythm | None = None
