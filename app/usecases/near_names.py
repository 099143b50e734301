"""Whether a card bears a name like that of somebody known at the same place: worth a question."""

from collections import Counter
from collections.abc import Iterable

from app.domain.contact import Contact
from app.domain.kana import to_romaji
from app.domain.matching import Agreement
from app.domain.near_names import (
    NameForms,
    forms,
    japanese_sound,
    places,
    same_kana,
    same_sound,
)

_OF_A_GENERATION = frozenset("jr sr junior senior ii iii iv".split())
_SHORTEST_WITH_A_SLIP = 5
_LONG_GIVEN_NAME = 8
_VOWELS = str.maketrans("", "", "aeiouy")


def near(one: Contact, other: Contact) -> tuple[Agreement, ...]:
    """A similar name, and the company or mail domain that both share; else nothing."""
    if not alike(forms(one), forms(other)):  # first, for who is compared mostly shares a place
        return ()
    shared = places(one) & places(other)
    if not shared:
        return ()
    company = any(place.startswith("c:") for place in shared)
    return Agreement.NEAR_NAME, Agreement.COMPANY if company else Agreement.DOMAIN


def alike(one: NameForms, other: NameForms) -> bool:
    """Whether two names may be one, written in another way or with a slip."""
    if one == other:
        return one != NameForms()
    if one.written and other.written:
        return _kanji_alike(one, other)
    if one.sounds and other.sounds and not (one.family and other.family):
        return _long(one.sounds) and _parts(one.sounds) == _parts(other.sounds)
    if one.family and other.family:
        return _letters_alike(one, other)
    if one.family or other.family:
        letters, kana = (one, other) if one.family else (other, one)
        return len(kana.sounds) > 1 and _heard(letters.given + letters.family) == _heard(
            map(to_romaji, kana.sounds)
        )
    return False


def _long(sounds: tuple[str, ...]) -> bool:
    """Whether it is more than a family name or a given name alone."""
    return len(sounds) > 1 or len(sounds[0]) >= _SHORTEST_WITH_A_SLIP


def _parts(sounds: Iterable[str]) -> list[str]:
    return sorted(map(same_kana, sounds))


def _heard(words: Iterable[str]) -> list[str]:
    return sorted(japanese_sound(w) or same_sound(w) for w in words)


def _kanji_alike(one: NameForms, other: NameForms) -> bool:
    """The same kanji in other forms or the other order; or the same reading and a part of the
    kanji: what a slip of the input method leaves.
    """
    ours, theirs = "".join(one.written), "".join(other.written)
    read = len(one.sounds) > 1 and len(other.sounds) > 1
    same_reading = read and _parts(one.sounds) == _parts(other.sounds)
    if ours == theirs:
        return same_reading or not read
    if len(ours) == len(theirs) > 2 and (_turned(one, theirs) or _turned(other, ours)):
        return True
    return same_reading and (ours[0] == theirs[0] or ours[-1] == theirs[-1])


def _turned(one: NameForms, text: str) -> bool:
    """Given name before family name; where the parts are not told apart, anywhere."""
    whole = "".join(one.written)
    if len(one.written) == 2:
        return one.written[1] + one.written[0] == text
    return text in whole + whole


def _letters_alike(one: NameForms, other: NameForms) -> bool:
    """Words that sound the same; all but a middle name; or all but one, which is an initial or has
    one slip in it.
    """
    ours, theirs = one.given + one.family, other.given + other.family
    left, right = list(ours), list(theirs)
    for word in ours:
        match = next((w for w in right if _sounds_same(word, w)), None)
        if match is not None:
            left.remove(word)
            right.remove(match)
    if not left and not right:
        return len(ours) > 1
    common = len(ours) - len(left)
    if not left or not right:
        rest = left or right
        return common > 1 and _OF_A_GENERATION.isdisjoint(rest)
    if len(left) != 1 or len(right) != 1 or not common:
        return False
    given = left[0] in one.given and right[0] in other.given
    return _initial(left[0], right[0]) or _slip(left[0], right[0], given=given)


def _sounds_same(one: str, other: str) -> bool:
    if one == other or same_sound(one) == same_sound(other):
        return True
    return bool(japanese_sound(one)) and japanese_sound(one) == japanese_sound(other)


def _initial(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return len(short) == 1 < len(long) and long.startswith(short)


def _slip(one: str, other: str, *, given: bool) -> bool:
    """One letter more, less, another, or two turned; the first stays. In a given name the last
    stays too, and in a short one the consonants: Maria and Mario, Marina and Martina are two
    people. So are Japanese names that differ by a letter, Takashi and Takeshi.
    """
    if min(len(one), len(other)) < _SHORTEST_WITH_A_SLIP or one[0] != other[0]:
        return False
    if japanese_sound(one) and japanese_sound(other):
        return False
    short = min(len(one), len(other)) < _LONG_GIVEN_NAME
    if given and (one[-1] != other[-1] or (short and _consonants(one) != _consonants(other))):
        return False
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - 20 ms that most imports do not need

    return OSA.distance(one, other, score_cutoff=1) == 1


def _consonants(word: str) -> Counter[str]:
    return Counter(word.translate(_VOWELS))
