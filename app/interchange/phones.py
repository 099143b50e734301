"""Phones: the E.164 form of a number, where it is one. Numbers without a country are Japanese."""

import re
import unicodedata
from functools import lru_cache

REGION = "JP"
_LONGEST = 60
_MARKS = str.maketrans("", "", " -.()/\u2010\u2011\u2012\u2013\u2015\u2212\u30fc\u00a0\u3000")
_PLAIN = re.compile(r"\+?[0-9]+")


def written(text: str) -> str:
    """A number as written, with ordinary blanks and without invisible marks (phones put both into
    it).
    """
    if text.isascii():
        return text.strip()
    text = text.replace("\u00a0", " ")
    return "".join(c for c in text if unicodedata.category(c) != "Cf").strip()


def e164(text: str) -> str | None:
    """The number in E.164; None where it is none.

    Ordinary numbers do not need the library, which is slow.
    """
    if len(text) > _LONGEST:
        return None
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text)
    text = text.partition("内線")[0]
    bare = text.translate(_MARKS)
    if not _PLAIN.fullmatch(bare):
        return _by_library(text) if any(c.isdigit() for c in bare) else None
    if bare[0] == "0" and bare[1:2] != "0" and not bare.startswith("010"):
        mobile = len(bare) == 11 and bare[1] in "2356789" and bare[2] == "0"
        toll_free = len(bare) == 11 and bare.startswith("0800")
        if len(bare) == 10 or mobile or toll_free:
            return f"+81{bare[1:]}"
        return None
    if bare.startswith("+81") and bare[3:4] != "0" and len(bare) in {12, 13} and "(0" not in text:
        return bare
    if bare[0] not in "+0":
        return None
    return _by_library(text)


@lru_cache(maxsize=2048)
def _by_library(text: str) -> str | None:
    import phonenumbers  # noqa: PLC0415 - 20 ms that most files do not need

    try:
        number = phonenumbers.parse(text, REGION)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_possible_number(number):
        return None
    if not text.strip().startswith(("+", "0", "(")):
        return None
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
