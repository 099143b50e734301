"""Where the words of a search stand in a text, as it is written."""

from collections.abc import Sequence
from functools import lru_cache

from app.domain.folding import fold_name
from app.domain.within import words_of
from app.ui.look.paragraph import Run
from app.ui.look.text import LONGEST

__all__ = ["Span", "around", "runs", "spans", "words_of"]

Span = tuple[int, int]


def spans(text: str, words: Sequence[str], most: int = 4 * LONGEST) -> list[Span]:
    """The places (start, end) of folded words in the first `most` characters of a text, from left
    to right, none overlapping.

    Characters are folded one by one, so a mark that stands apart (ｶﾞ) does not light up; what was
    found is right all the same.
    """
    if not words:
        return []
    parts = [*map(_folded, text[:most])]
    folded = "".join(parts)
    origin: Sequence[int] = range(len(parts))
    if any(len(part) != 1 for part in parts):
        origin = [at for at, part in enumerate(parts) for _ in part]
    found: list[Span] = []
    for word in words:
        start = folded.find(word)
        while start >= 0:
            end = start + len(word)
            found.append((origin[start], origin[end - 1] + 1))
            start = folded.find(word, end)
    return _merged(found)


@lru_cache(maxsize=8192)
def _folded(char: str) -> str:
    # A word joiner of the layout is no part of what is written.
    return "" if char == "\u2060" else fold_name(char)


def _merged(found: list[Span]) -> list[Span]:
    merged: list[Span] = []
    for start, end in sorted(found):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def around(text: str, words: Sequence[str], before: int = 12) -> str:
    """The text from shortly before the first hit, so that it is in sight."""
    flat = " ".join(text.split())
    found = spans(flat, words)
    if not found or found[0][0] <= 2 * before:
        return flat
    return "…" + flat[found[0][0] - before :]


def runs(text: str, words: Sequence[str], color: str) -> tuple[Run, ...]:
    """The text with every hit in bold ink."""
    made: list[Run] = []
    at = 0
    for start, end in spans(text, words):
        if start > at:
            made.append(Run(text[at:start], color))
        made.append(Run(text[start:end], "ink", bold=True))
        at = end
    if at < len(text):
        made.append(Run(text[at:], color))
    return tuple(made)
