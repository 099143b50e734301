"""Who is it: whether a card and a known person are the same (PRODUCT, "Identity")."""

import re
from dataclasses import dataclass
from enum import StrEnum

from app.domain.card import ReviewKind
from app.domain.contact import Contact, Phone
from app.domain.folding import fold, fold_name, is_cjk

_ROLES = frozenset(
    """
    account accounting admin administrator billing career contact contacts customer eigyo enquiry
    feedback general help helpdesk hostmaster hr info inquiry jinji jobs keiri kouhou mail main
    marketing media no-reply noreply donotreply office order orders otoiawase postmaster pr press
    reception recruit recruiting sales service services shop soumu store support team toiawase
    webmaster
    """.split()
)
_SHARED_LABEL = re.compile(r"fax|main|switch|代表|ふぁ(?:っ|く)")
_NAME_PARTS = re.compile(r"[\s,.·・'’\"()\-‐]+")
_SHORTEST_NUMBER = 9


@dataclass(frozen=True, slots=True)
class Keys:
    """What may identify a person. Role addresses and shared numbers are left out: they never do."""

    uid: str | None
    emails: frozenset[str]
    phones: frozenset[str]
    name: str | None

    def texts(self) -> frozenset[str]:
        """The keys as texts with a mark of their kind, for an index."""
        texts = {f"m:{e}" for e in self.emails} | {f"p:{p}" for p in self.phones}
        if self.uid:
            texts.add(f"u:{self.uid}")
        if self.name:
            texts.add(f"n:{self.name}")
        return frozenset(texts)


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
    )


class Verdict(StrEnum):
    """What comparing a card with a known person says."""

    SAME = "same"
    QUESTION = "question"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True)
class Judgement:
    """The verdict, and for a question why it is one."""

    verdict: Verdict
    review: ReviewKind | None = None


def judge(card: Keys, known: Keys, *, same_file: bool = False) -> Judgement:
    """Compare a card with a known person, or with an earlier card of the same file.

    Same: the UID, or e-mail or phone plus a name that agrees. Question: name, e-mail or phone
    alone; within one file cards that agree by the name only are different people.
    """
    if card.uid and card.uid == known.uid:
        return Judgement(Verdict.SAME)
    mail = bool(card.emails & known.emails)
    phone = bool(card.phones & known.phones)
    name = card.name is not None and card.name == known.name
    if name and (mail or phone):
        return Judgement(Verdict.SAME)
    if mail:
        return Judgement(Verdict.QUESTION, ReviewKind.SAME_EMAIL)
    if phone:
        return Judgement(Verdict.QUESTION, ReviewKind.SAME_PHONE)
    if name and not same_file:
        return Judgement(Verdict.QUESTION, ReviewKind.SAME_NAME)
    return Judgement(Verdict.DIFFERENT)
