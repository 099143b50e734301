"""What cards say beyond name, company and channels: people close to somebody, dates, accounts on
services, and what is only to be read. One small function for each kind of property.
"""

import re
from collections.abc import Callable
from urllib.parse import unquote

from app.domain.services import service_of
from app.interchange.card_lines import Line
from app.interchange.content_lines import clean
from app.interchange.fields import Draft, add_date, parts_of, text_of

Reader = Callable[[Draft, Line], None]

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):(?!//)(.*)", re.DOTALL)
_PLACES = frozenset({"home", "work", "pref", "internet", "other", "uri", "text"})


def _named(line: Line) -> str | None:
    """The service that a parameter names."""
    for key in ("X-SERVICE-TYPE", "SERVICE-TYPE", "X-SERVICE"):
        value = line.param(key)
        if value:
            return service_of(clean(value))
    return None


def _impp(draft: Draft, line: Line) -> None:
    value = text_of(line)
    if not value:
        return
    service, found = _named(line), _SCHEME.fullmatch(value)
    if found is not None and found[1].lower() not in {"http", "https"}:
        scheme, value = found[1].lower(), clean(unquote(found[2])).strip() or value
        service = service or (None if scheme == "x-apple" else service_of(scheme))
    draft.accounts.append((line, value, service))


def _profile(draft: Draft, line: Line) -> None:
    value = text_of(line)
    service = _named(line) or next(
        (service_of(clean(t)) for t in line.types if t not in _PLACES), None
    )
    user = line.param("X-USER") or line.param("USERNAME") or ""
    found = _SCHEME.fullmatch(value)
    if found is not None and found[1].lower() == "x-apple":
        value = clean(unquote(found[2])).strip()
    value = value or clean(user).strip()
    if value:
        draft.accounts.append((line, value, service))


def _account(service: str | None) -> Reader:
    def read(draft: Draft, line: Line) -> None:
        value = text_of(line)
        if value:
            draft.accounts.append((line, value, service))

    return read


def _relative(label: str | None) -> Reader:
    def read(draft: Draft, line: Line) -> None:
        value = text_of(line)
        if value:
            draft.related.append((line, value, label))

    return read


def _date(label: str | None) -> Reader:
    def read(draft: Draft, line: Line) -> None:
        value = text_of(line)
        if value:
            add_date(draft, line, value, label)

    return read


def _detail(label: str) -> Reader:
    def read(draft: Draft, line: Line) -> None:
        value = " ".join(part for part in parts_of(line) if part)
        if value:
            draft.more.append((label, value))

    return read


_SEX = {"m": "male", "f": "female", "o": "other", "n": "none", "u": "", "1": "female", "2": "male"}


def _gender(draft: Draft, line: Line) -> None:
    """RFC 6350, 6.2.7: a letter, then words of the person's own; Windows writes 1 and 2."""
    sex, own = [*parts_of(line), ""][:2]
    value = own or _SEX.get(sex.lower(), sex)
    if value:
        draft.more.append(("gender", value))


def _many(names: str, make: Callable[[str], Reader]) -> dict[str, Reader]:
    """Readers for `NAME=label` pairs."""
    pairs = (pair.partition("=") for pair in names.split())
    return {name: make(label.replace("_", " ")) for name, _, label in pairs}


READERS: dict[str, Reader] = {
    "RELATED": _relative(None), "X-ABRELATEDNAMES": _relative(None),
    "ANNIVERSARY": _date("anniversary"), "DEATHDATE": _date("death"), "X-ABDATE": _date(None),
    "IMPP": _impp, "X-SOCIALPROFILE": _profile, "SOCIALPROFILE": _profile,
    "X-MS-IMADDRESS": _account(None), "X-KADDRESSBOOK-X-IMADDRESS": _account(None),
    "GENDER": _gender, "X-GENDER": _gender, "X-WAB-GENDER": _gender,
    **_many(
        """X-MS-SPOUSE=spouse X-EVOLUTION-SPOUSE=spouse X-KADDRESSBOOK-X-SPOUSESNAME=spouse
        X-SPOUSE=spouse X-CHILDREN=child X-MS-CHILD=child X-MANAGER=manager X-MS-MANAGER=manager
        X-EVOLUTION-MANAGER=manager X-KADDRESSBOOK-X-MANAGERSNAME=manager
        X-ASSISTANT=assistant X-MS-ASSISTANT=assistant X-EVOLUTION-ASSISTANT=assistant
        X-KADDRESSBOOK-X-ASSISTANTSNAME=assistant""",
        _relative,
    ),
    **_many(
        """X-ANNIVERSARY=anniversary X-MS-ANNIVERSARY=anniversary
        X-EVOLUTION-ANNIVERSARY=anniversary X-KADDRESSBOOK-X-ANNIVERSARY=anniversary""",
        _date,
    ),
    **_many(
        """X-AIM=aim X-ICQ=icq X-JABBER=jabber X-XMPP=jabber X-MSN=msn X-YAHOO=yahoo X-SKYPE=skype
        X-SKYPE-USERNAME=skype X-GADUGADU=gadu-gadu X-GADU-GADU=gadu-gadu X-QQ=qq
        X-GOOGLE-TALK=google_talk X-GTALK=google_talk X-TWITTER=twitter X-FACEBOOK=facebook
        X-LINKEDIN=linkedin X-GROUPWISE=groupwise X-SIP=sip X-MATRIX=matrix X-TELEGRAM=telegram
        X-LINE=line X-EVOLUTION-TWITTER=twitter X-MESSAGING/XMPP-ALL=jabber
        X-MESSAGING/SKYPE-ALL=skype X-MESSAGING/GADU-ALL=gadu-gadu X-MESSAGING/AIM-ALL=aim
        X-MESSAGING/ICQ-ALL=icq X-MESSAGING/MSN-ALL=msn X-MESSAGING/YAHOO-ALL=yahoo
        X-MESSAGING/IRC-ALL=irc""",
        lambda name: _account(name),
    ),
    **_many(
        """LANG=language LANGUAGE=language TZ=time_zone GEO=place HOBBY=hobby INTEREST=interest
        EXPERTISE=expertise BIRTHPLACE=birthplace DEATHPLACE=place_of_death
        PRONOUNS=pronouns X-PHONETIC-ORG=reading_of_the_company
        X-PHONETIC-MIDDLE-NAME=reading_of_the_middle_name
        X-MAIDENNAME=maiden_name X-KADDRESSBOOK-X-PROFESSION=profession X-PROFESSION=profession
        X-KADDRESSBOOK-X-OFFICE=office""",
        _detail,
    ),
}  # fmt: skip
