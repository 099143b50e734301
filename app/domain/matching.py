"""Who is it: whether a card and a known person are the same (PRODUCT, "Identity")."""

import hashlib
import re
from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from app.domain import near_names
from app.domain.card import ReviewKind
from app.domain.contact import Contact, Phone
from app.domain.folding import fold, fold_company, fold_name, is_cjk
from app.domain.kana import is_kana

_ROLES = frozenset(
    """
    account accounting admin administrator billing career contact contacts customer eigyo enquiry
    feedback general help helpdesk hostmaster hr info inquiry jinji jobs keiri kouhou mail main
    marketing media no-reply noreply donotreply office order orders otoiawase postmaster pr press
    reception recruit recruiting sales service services shop soumu store support team toiawase
    webmaster
    """.split()
)
_SHARED_LABEL = re.compile(r"fax|main|switch|代表|部門|ふぁ(?:っ|く)")
_OWN_LABEL = re.compile(r"cell|mobil|iphone|home|car|pager|handy|携帯|自宅|直通|もばいる")
_OWN_NUMBER = re.compile(r"\+81[5789]0")
_NAME_PARTS = re.compile(r"[\s,.·・'’\"()\-‐]+")
_SHORTEST_NUMBER = 9


@dataclass(frozen=True, slots=True)
class Keys:
    """What may identify a person. Role addresses and shared numbers are left out: they never do.

    `near` are the keys under which people with a similar name are found (`near_names.texts`); to
    share one says nothing yet. `turned` is the name of kanji nobody read, in the other order.
    """

    uid: str | None
    emails: frozenset[str]
    phones: frozenset[str]
    name: str | None
    near: frozenset[str] = frozenset()
    turned: str | None = None

    def texts(self) -> frozenset[str]:
        """The keys as texts with a mark of their kind, for an index."""
        texts = {f"m:{e}" for e in self.emails} | {f"p:{p}" for p in self.phones}
        if self.uid:
            texts.add(f"u:{self.uid}")
        if self.name:
            texts.add(f"n:{self.name}")
        return frozenset(texts)

    def sought(self) -> frozenset[str]:
        """The texts under which whoever this is or may be stands in the index."""
        turned = {f"n:{self.turned}"} if self.turned else set()
        return self.near.union(self.texts(), turned)


def is_role_address(email: str) -> bool:
    """Whether an address belongs to a role (info@, sales@), not to a person."""
    local = email.partition("@")[0].casefold()
    return local in _ROLES or local.rstrip("0123456789-_.") in _ROLES


def _name_key(contact: Contact) -> str | None:
    name = contact.name
    parts = " ".join(p for p in (name.family, name.given) if p)
    text = parts if name.family and name.given else (name.full or parts)
    if not text:
        return None
    if is_cjk(text):
        return fold_name(text) or None
    return " ".join(sorted(p for p in _NAME_PARTS.split(fold(text)) if p)) or None


def _phone_key(phone: Phone) -> str | None:
    if phone.label and _SHARED_LABEL.search(fold(phone.label)):
        return None
    if phone.e164:
        return phone.e164
    digits = re.sub(r"\D", "", fold(phone.value))
    return digits if len(digits) >= _SHORTEST_NUMBER else None


def keys(contact: Contact) -> Keys:
    """The identity keys of a card or a known person."""
    emails = (fold(e.value) for e in contact.emails)
    phones = (_phone_key(p) for p in contact.phones)
    return Keys(
        uid=contact.uid,
        emails=frozenset(e for e in emails if "@" in e and not is_role_address(e)),
        phones=frozenset(p for p in phones if p),
        name=_name_key(contact),
        near=near_names.texts(contact),
        turned=near_names.turned(contact),
    )


def named_otherwise(one: Contact, other: Contact) -> bool:
    """Whether two names are two people's, as far as their writing tells: neither is a part of the
    other, and both are in the same script, for 山田 may be Yamada.
    """
    ours, theirs = _name_key(one), _name_key(other)
    if not ours or not theirs or is_cjk(ours) != is_cjk(theirs):
        return False
    if is_cjk(ours):
        return is_kana(ours) == is_kana(theirs) and ours not in theirs and theirs not in ours
    words, others = set(ours.split()), set(theirs.split())
    return not words <= others and not others <= words


def share_an_office(one: Contact, other: Contact, numbers: Collection[str]) -> bool:
    """Whether numbers that two people share are their company's: both work there, and nothing says
    that a number is anybody's own.
    """
    if not near_names.places(one) & near_names.places(other):
        return False
    phones = (p for contact in (one, other) for p in contact.phones if _phone_key(p) in numbers)
    return not any(
        _OWN_LABEL.search(fold(p.label or "")) or _OWN_NUMBER.match(p.e164 or "") for p in phones
    )


def said(contact: Contact) -> str:
    """A name for what a card says of a person, however it is written down: with other marks in its
    numbers, other forms of letters, or its lines in another order.
    """
    numbers = (p.e164 or re.sub(r"\D", "", fold(p.value)) for p in contact.phones)
    reading = (contact.reading.family, contact.reading.given)
    values = (
        _name_key(contact) or "",
        fold_name("".join(part for part in reading if part)),
        fold_company(contact.organization or ""),
        fold_name(contact.title or ""),
        *sorted({fold(e.value) for e in contact.emails}),
        *sorted(set(numbers)),
    )
    return "says:" + hashlib.sha256("\n".join(values).encode("utf-8", "replace")).hexdigest()


class Verdict(StrEnum):
    """What comparing a card with a known person says."""

    SAME = "same"
    QUESTION = "question"
    DIFFERENT = "different"


class Agreement(StrEnum):
    """What two cards have in common, the strongest first."""

    UID = "uid"
    EMAIL = "email"
    PHONE = "phone"
    NAME = "name"
    NEAR_NAME = "near_name"
    COMPANY = "company"
    DOMAIN = "domain"


@dataclass(frozen=True, slots=True)
class Judgement:
    """The verdict, for a question why it is one, and what agrees, the strongest first."""

    verdict: Verdict
    review: ReviewKind | None = None
    agreed: tuple[Agreement, ...] = ()


def judge(
    card: Keys,
    known: Keys,
    *,
    same_file: bool = False,
    near: tuple[Agreement, ...] = (),
    others: bool = False,
) -> Judgement:
    """Compare a card with a known person, or with an earlier card of the same file.

    Same: the UID, or e-mail or phone plus a name that agrees. Question: name, e-mail or phone
    alone, or a near name at the same place (`near`, if any, says so). Within one file cards that
    agree by the name only are different people, and so are those that agree by a number only,
    which a company or a family shares; unless their names are near.

    `others` says that their names are two people's: then within one file a UID that both bear was
    given twice by its writer, and elsewhere a number that both share is their office's (for who
    asks this has looked).
    """
    uid = bool(card.uid) and card.uid == known.uid
    mail = bool(card.emails & known.emails)
    phone = bool(card.phones & known.phones)
    name = card.name is not None and card.name == known.name
    agreed = _agreed(uid, mail, phone, name)
    if others and not name and ((same_file and uid) or (phone and not uid and not mail)):
        return _DIFFERENT
    if uid or (name and (mail or phone)):
        return Judgement(Verdict.SAME, None, agreed)
    if mail:
        return Judgement(Verdict.QUESTION, ReviewKind.SAME_EMAIL, agreed)
    if phone and (near or not same_file):
        return Judgement(Verdict.QUESTION, ReviewKind.SAME_PHONE, agreed)
    if name and not same_file:
        return Judgement(Verdict.QUESTION, ReviewKind.SAME_NAME, agreed)
    if near and not name and not same_file:
        return Judgement(Verdict.QUESTION, ReviewKind.NEAR_NAME, near)
    return _DIFFERENT


_DIFFERENT = Judgement(Verdict.DIFFERENT)


@cache
def _agreed(*agree: bool) -> tuple[Agreement, ...]:
    return tuple(what for what, agrees in zip(Agreement, agree, strict=False) if agrees)
