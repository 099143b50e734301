"""Phones: the E.164 form of a number, where it is one.

A number without a country is of the country of whoever has it: of the addresses, else of the other
numbers, of the script, of mail and links; where nothing tells, it is Japanese.
"""

import re
import unicodedata
from dataclasses import replace

from app.domain.contact import Contact
from app.domain.folding import is_cjk
from app.domain.remembered import remembered
from app.interchange.countries import region as region_of_country
from app.interchange.countries import region_of_host

REGION = "JP"
_LONGEST = 60
_MARKS = str.maketrans("", "", " -.()/\u2010\u2011\u2012\u2013\u2015\u2212\u30fc\u00a0\u3000")
_PLAIN = re.compile(r"\+?[0-9]+")
_AMERICAN = re.compile(r"(?:\([2-9]\d\d\) ?|[2-9]\d\d-)[2-9]\d\d-\d{4}")
"""As nobody writes a number elsewhere."""


def written(text: str) -> str:
    """A number as written, with ordinary blanks and without invisible marks (phones put both into
    it).
    """
    if text.isascii():
        return text.strip()
    text = text.replace("\u00a0", " ")
    return "".join(c for c in text if unicodedata.category(c) != "Cf").strip()


def numbered(contact: Contact) -> Contact:
    """The contact with the E.164 form of each of its numbers."""
    if not contact.phones:
        return contact
    region = ""
    phones = []
    for phone in contact.phones:
        if not region and not phone.value.startswith("+"):
            region = region_of(contact)
        phones.append(replace(phone, e164=e164(phone.value, region)))
    return replace(contact, phones=tuple(phones))


def region_of(contact: Contact) -> str:
    """Where numbers that name no country belong (ISO 3166-1); empty where nothing tells."""
    countries = {region_of_country(a.country) for a in contact.addresses if a.country} - {None}
    if len(countries) == 1:
        return countries.pop() or ""
    others = {_region_of_code(p.value) for p in contact.phones if p.value.startswith("+")} - {None}
    if len(others) == 1:
        return others.pop() or ""
    name, texts = contact.name, [contact.organization, contact.title, contact.department]
    texts += [name.full, name.family, name.given, contact.reading.family]
    texts += [part for a in contact.addresses for part in (a.region, a.city, a.street)]
    if any(text and not text.isascii() and is_cjk(text) for text in texts):
        return REGION
    hosts = [e.value.rpartition("@")[2] for e in contact.emails]
    hosts += [u.value.partition("://")[2].partition("/")[0] or u.value for u in contact.urls]
    ends = {region_of_host(host) for host in hosts} - {None}
    return (ends.pop() or "") if len(ends) == 1 else ""


def e164(text: str, region: str = "") -> str | None:
    """The number in E.164; None where it is none. `region` is whose it is where it names no
    country; Japan's by default.

    Ordinary numbers do not need the library, which is slow.
    """
    if len(text) > _LONGEST:
        return None
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text)
    text = text.partition("内線")[0]
    bare = text.translate(_MARKS)
    if region not in {"", REGION} and not bare.startswith("+"):
        return _elsewhere(text, bare, region)
    if not _PLAIN.fullmatch(bare):
        return _by_library(text, REGION) if any(c.isdigit() for c in bare) else None
    return _at_home(text, bare, told=bool(region))


def _at_home(text: str, bare: str, *, told: bool) -> str | None:
    """A number of Japan, or one that says its country; `told`: the card says that it is Japan."""
    if not told and _AMERICAN.fullmatch(text.strip()):
        return f"+1{bare}"
    if bare[0] == "0" and bare[1:2] != "0" and not bare.startswith("010"):
        return _japanese(bare)
    if bare.startswith("+81") and bare[3:4] != "0" and len(bare) in {12, 13} and "(0" not in text:
        return bare
    if bare[0] not in "+0":
        return None
    return _by_library(text, REGION)


def _japanese(bare: str) -> str | None:
    mobile = len(bare) == 11 and bare[1] in "2356789" and bare[2] == "0"
    toll_free = len(bare) == 11 and bare.startswith("0800")
    return f"+81{bare[1:]}" if len(bare) == 10 or mobile or toll_free else None


def _elsewhere(text: str, bare: str, region: str) -> str | None:
    """A number of another country; one that can only be Japanese is, on a foreign card too."""
    if not any(c.isdigit() for c in bare):
        return None
    found = _by_library(text, region, valid=True)
    if found is None and bare.isdigit() and bare[0] == "0":
        found = _japanese(bare) if _by_library(text, REGION, valid=True) else None
    return found or _by_library(text, region)


def _region_of_code(text: str) -> str | None:
    """The country whose code a number begins with."""
    if text.translate(_MARKS).startswith("+81"):
        return REGION
    import phonenumbers  # noqa: PLC0415 - 20 ms that most files do not need

    try:
        number = phonenumbers.parse(text[:_LONGEST], None)
    except phonenumbers.NumberParseException:
        return None
    code: str | None = phonenumbers.region_code_for_country_code(number.country_code or 0)
    return code if code and code.isalpha() and code != "ZZ" else None


@remembered(2048)
def _by_library(text: str, region: str, *, valid: bool = False) -> str | None:
    import phonenumbers  # noqa: PLC0415 - 20 ms that most files do not need

    try:
        number = phonenumbers.parse(text, region)
    except phonenumbers.NumberParseException:
        return None
    is_one = phonenumbers.is_valid_number if valid else phonenumbers.is_possible_number
    if not is_one(number):
        return None
    if region == REGION and not text.strip().startswith(("+", "0", "(")):
        return None
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
