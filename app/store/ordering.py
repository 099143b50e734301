"""Places: row numbers of the search index that sort as the answer is wanted, so that a search may
stop early.

A person's place begins with a code of the sort key: six sounds or letters (or two kanji) as
numbers that never sort against the key. People with one code are tied; the search takes all of a
tie and orders them by the whole key. A note's place counts days backwards, so that the newest
comes first.
"""

from bisect import bisect_right
from datetime import date
from enum import Enum

from app.domain.contact import Contact
from app.domain.names import sort_key
from app.domain.remembered import remembered

N_BITS = 25
_N_MASK = (1 << N_BITS) - 1
_SOUNDS = 6
_SOUND_BITS = 6
_BEHIND = (1 << _SOUND_BITS) - 1
_KANJI_BITS = 18

_KANA = (
    " あいうえおかきくけこさしすせそたちつてと"
    "なにぬねのはひふへほまみむめもやゆよらりるれろわゐゑをん"
)
_LATIN = " 0123456789abcdefghijklmnopqrstuvwxyz"

_NOTE_BITS = 40
_NOTE_MASK = (1 << _NOTE_BITS) - 1
_LATER_KINDS = 38  # the bit of the row number that tells the kinds of note which came later
_LAST_DAY = (1 << 22) - 1


def sorting(contact: Contact, language: str) -> tuple[str, str]:
    """(section, key): the key sorts by section first, whatever marks its letters bear (Ångström
    among A).
    """
    section, key = sort_key(contact, language)
    return section, f"{key[:1]}{section}{key[1:]}"


def person_place(key: str, n: int) -> int:
    """The place of person `n` with this sort key."""
    return _code(key[: 2 + _SOUNDS]) << N_BITS | n


def person_n(place: int) -> int:
    """Who is at a place."""
    return place & _N_MASK


def tie_end(place: int) -> int:
    """The last place that is tied with this one."""
    return place | _N_MASK


# Names begin alike, and each key is coded for the order of either language.
@remembered(4096)
def _code(key: str) -> int:
    group = key[:1]
    body = key[2:]
    if group == "3":
        code = 0
        for at in range(2):
            code = code << _KANJI_BITS | min(ord(body[at]) if at < len(body) else 0, 0x3FFFF)
        return 3 << _SOUNDS * _SOUND_BITS | code
    pivots = _KANA if group == "1" else _LATIN
    code = int(group or "0")
    exact = True
    for at in range(_SOUNDS):
        # A character between two pivots comes after all that begins with the lower one.
        value = 0 if exact else _BEHIND
        if exact and at < len(body):
            value = bisect_right(pivots, body[at])
            exact = value > 0 and pivots[value - 1] == body[at]
        code = code << _SOUND_BITS | value
    return code


class Noted(Enum):
    """What a note that can be found belongs to. The values stand in row numbers of the index."""

    ENTRY = 0
    PERSON = 1
    PROMISE = 2
    REMARK = 3


def note_place(day: int, n: int, of: Noted) -> int:
    """The place of a note of a day (`date.toordinal`, 0 where there is none)."""
    odd, later = of.value & 1, of.value >> 1
    number = n | later << _LATER_KINDS
    return (_LAST_DAY - day) << (_NOTE_BITS + 1) | odd << _NOTE_BITS | (_NOTE_MASK - number)


def note_at(place: int) -> tuple[Noted, int]:
    """(what the note belongs to, row number) of a place."""
    number = _NOTE_MASK - (place & _NOTE_MASK)
    later, n = number >> _LATER_KINDS, number & ((1 << _LATER_KINDS) - 1)
    return Noted(later << 1 | place >> _NOTE_BITS & 1), n


def ordinal(day: date | None) -> int:
    """A day as a number; 0 for none."""
    return 0 if day is None else day.toordinal()
