"""People as they are named in a line: which parts of its words may be a name.

Whether one is, only who knows the people can tell; a form of two and three words is asked for as
well, and the longest that somebody is called by is taken.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from app.domain.folding import fold_name, is_cjk
from app.domain.kana import is_kana, to_hiragana

MOST_WORDS = 3
LONGEST = 40

_HONORIFIC = re.compile("さん|様|さま|氏|先生|せんせい|君|くん|ちゃん|殿")
_PARTICLE = re.compile("から|と|に|へ|が|は|を|も|[、,，・/／&＆+]")
_HIRAGANA = re.compile("[ぁ-ゖ]")
_ENDS = " .,;:!?。、)）」』\"'"
_NO_NAME = re.compile(r"[\d@#()\[\]{}<>|\\=*_^~「」『』（）。!?！？:：;]")
_NO_NAMES = frozenset(
    """
    a about after again all also an and any are art as asked at back be been bill but by can chase
    come dear did do drew for frank from gave gene get go good got grace guy had has have he her
    him his hope how i if in into is it its jack join june just know let like long mark may me met
    more much my new nice no not now of off on one or our out over pat rich rob rose said sat saw
    see she so sue sun than that the their them then they this to told too two up us very was we
    well were what when where who will with work would yes yet you young your
    """.split()
)
"""Words of a sentence which somebody may be called as well: a name only with a capital."""


@dataclass(frozen=True, slots=True)
class Called:
    """Ids of people who are called so, those last talked to first; `more` may be as well."""

    ids: tuple[str, ...]
    more: int = 0


Find = Callable[[Sequence[str]], Mapping[str, Called]]
"""Which of several written forms are people, by the form as it was asked."""


@dataclass(frozen=True, slots=True)
class Form:
    """A possible name: its text, how many words it takes, and where it ends in the last one."""

    text: str
    words: int
    end: int


def forms(words: Sequence[str], least: int = 1, most: int = MOST_WORDS) -> list[Form]:
    """What may be a name at the beginning of these words, the longest first."""
    found: list[Form] = []
    for count in range(min(most, len(words)), least - 1, -1):
        head = words[: count - 1]
        if any(not _whole(word) for word in head):
            continue
        for text, end in _cuts(words[count - 1]):
            form = " ".join((*head, text))
            if _may_be(form, alone=count == 1):
                found.append(Form(form, count, end))
    return found


def particle(word: str) -> int:
    """How many characters at the front only join the person before to what follows: と昼食, に.

    とても, にこにこ and the like are words of their own.
    """
    match = _HONORIFIC.match(word)
    start = match.end() if match and match.end() == len(word) else 0
    match = _PARTICLE.match(word, start)
    if match is None:
        return start
    if match.end() == len(word) or not _HIRAGANA.match(word, match.end()):
        return match.end()
    return start


def loose_particle(word: str) -> int:
    """The same where something that is understood follows, in hiragana too: とお茶."""
    match = _PARTICLE.match(word)
    return match.end() if match else 0


def _whole(word: str) -> bool:
    return not _NO_NAME.search(word) and word[-1] not in _ENDS and word[0].isalpha()


def _cuts(word: str) -> list[tuple[str, int]]:
    """(name, end of the name and its honorific) for every name that a word may begin with."""
    bare = word.rstrip(_ENDS)
    if not is_cjk(word):
        return [(bare, len(word))] if bare else []
    found: list[tuple[str, int]] = []
    for at in range(min(len(word), LONGEST), 0, -1):
        name = word[:at]
        polite = _HONORIFIC.match(word, at)
        end = polite.end() if polite else at
        if end == len(word) or word[end:].strip(_ENDS) == "":
            if name == name.rstrip(_ENDS):
                found.append((name, end))
        elif polite or (_PARTICLE.match(word, at) and _stands_before(name, word[at])):
            found.append((name, end))
    return found


def _stands_before(name: str, sign: str) -> bool:
    """Whether a name may run into what follows without an honorific: 心に残る is no 心, and
    さくらが咲いた no さくら.
    """
    hiragana = is_kana(name) and to_hiragana(name) == name
    return sign in "と、,・" or (len(name) > 1 and not hiragana)


def _may_be(form: str, *, alone: bool) -> bool:
    if len(form) > LONGEST or _NO_NAME.search(form) or not fold_name(form):
        return False
    if not form[0].isalpha() or not form.split(" ")[-1][:1].isalpha():
        return False
    if is_cjk(form):
        return not (len(form) == 1 and is_kana(form))
    return not alone or (len(form) > 1 and not (form.islower() and form in _NO_NAMES))
