"""What a series of gatherings is called, as far as the name of one of them tells."""

import re

_NUMBERED = re.compile(
    r"(?:第\s*[0-9０-９一二三四五六七八九十百]+\s*回|[#＃]\s*[0-9０-９]+|\bvol\.?\s*[0-9]+"
    r"|\bno\.?\s*[0-9]+|\b[0-9]+(?:st|nd|rd|th)\b|[0-9０-９]+\s*回目)",
    re.IGNORECASE,
)
_EDGES = " \t　-‐–—―~～:：|｜/／・,、()（）[]【】「」『』"


def series_of(name: str) -> str | None:
    """A name without its number (第14回 蔵前 異業種交流会, Craft Night #3); None where there is no
    number, or nothing but it.
    """
    if _NUMBERED.search(name) is None:
        return None
    return " ".join(_NUMBERED.sub(" ", name, count=1).split()).strip(_EDGES) or None
