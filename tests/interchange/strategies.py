"""Contacts of every kind, also such as a hostile card would make."""

from datetime import date

from hypothesis import strategies as st

from app.domain import partial_date
from app.domain.contact import (
    Account,
    Address,
    Contact,
    Email,
    Name,
    Occasion,
    Phone,
    Position,
    Reading,
    Related,
    Url,
)
from app.domain.dates import Birthday

HOSTILE = st.sampled_from(
    [
        "END:VCARD",
        "a\r\nEND:VCARD\r\nBEGIN:VCARD",
        "x\nTEL:1",
        "\r",
        "\\",
        "\\n",
        "a;b,c",
        ",",
        ";",
        ":",
        '"',
        "^n",
        "\ud800",
        "\x00",
        "\u2028",
        "=0D=0A",
        " lead",
        "trail ",
        "\\,",
        "a\\",
        "\u200b",
        "=1+1",
        "髙橋",
        "é" * 80,
        "data:,x",
        "\t",
        "\x85",
        "\ufeff",
        "BEGIN:VCARD",
    ]
)
TEXT = st.one_of(HOSTILE, st.text(max_size=20), st.lists(HOSTILE, max_size=4).map("".join))


def _clean(text: str) -> str | None:
    """What a card can give back: no control characters, no blanks around, nothing for empty."""
    kept = text.replace("\r\n", "\n").replace("\r", "\n")
    kept = "".join(c for c in kept if c in "\t\n" or not (c < " " or "\x7f" <= c <= "\x9f"))
    kept = "".join(c for c in kept if not "\ud800" <= c <= "\udfff")
    return kept.strip() or None


LINE = TEXT.map(_clean)
PLAIN = LINE.filter(lambda t: t is not None)
LABEL = st.one_of(
    st.none(), st.sampled_from(["work", "home fax", "cell", "私用", "x-y", "pref"]), LINE
)
BIRTHDAYS = st.one_of(
    st.none(),
    st.dates(date(1900, 1, 1), date(2100, 12, 31)).map(lambda d: Birthday(d.month, d.day, d.year)),
    st.dates(date(2000, 1, 1), date(2000, 12, 31)).map(lambda d: Birthday(d.month, d.day)),
)
NAMES = st.builds(Name, LINE, LINE, LINE, LINE, LINE, LINE, LINE)
ADDRESSES = st.builds(Address, LINE, LINE, LINE, LINE, LINE, LABEL).filter(
    lambda a: any((a.street, a.city, a.region, a.postal_code, a.country))
)


def _without_fold(text: str | None) -> str:
    return (text or "x").replace("\n", " ").replace("  ", " ").replace("  ", " ").strip() or "x"


DATES = st.one_of(
    # An era of Japan (M1, 昭和58) is a date as well, and kept as one: see `Occasion`.
    PLAIN.map(lambda words: str(partial_date.read(words) or words) if words else words),
    st.sampled_from(["1985", "1985-04", "--04-12", "--04", "---12", "0/0", "0000-00-00", "2/30"]),
    st.dates(date(1900, 1, 1), date(2100, 12, 31)).map(str),
)
DATE_LABELS = st.one_of(LABEL, st.sampled_from(["anniversary", "death", "birthday"]))
SERVICES = st.one_of(
    st.none(), st.sampled_from(["skype", "jabber", "twitter", "ライン", "my im", 'a"b'])
)
HANDLES = st.one_of(
    PLAIN.map(_without_fold), st.sampled_from(["http://t.example/a", "a%20b", "/x", "sip:a@b"])
)
POSITIONS = st.builds(Position, LINE, LINE, LINE).filter(lambda post: post != Position())
CONTACTS = st.builds(
    Contact,
    id=st.just("01900000-0000-7000-8000-000000000001"),
    uid=st.one_of(st.none(), PLAIN),
    name=NAMES,
    reading=st.builds(Reading, LINE, LINE),
    organization=LINE,
    department=LINE,
    title=LINE,
    emails=st.lists(st.builds(Email, PLAIN.map(_without_fold), LABEL), max_size=3).map(tuple),
    phones=st.lists(st.builds(Phone, PLAIN, LABEL), max_size=3).map(tuple),
    addresses=st.lists(ADDRESSES, max_size=2).map(tuple),
    urls=st.lists(st.builds(Url, PLAIN.map(_without_fold), LABEL), max_size=2).map(tuple),
    birthday=BIRTHDAYS,
    note=LINE,
    tags=st.lists(PLAIN, max_size=3, unique=True).map(tuple),
    related=st.lists(st.builds(Related, PLAIN, LABEL), max_size=2).map(tuple),
    dates=st.lists(st.builds(Occasion, DATES, DATE_LABELS), max_size=2).map(tuple),
    accounts=st.lists(st.builds(Account, HANDLES, SERVICES, LABEL), max_size=2).map(tuple),
    positions=st.lists(POSITIONS, max_size=2).map(tuple),
)
