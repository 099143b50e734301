"""Near names: the forms by which two names may be one person's, written another way or with a slip.

A near name identifies nobody. Where two people share a company, or a mail domain of their own, it
is worth a question; so only they are ever compared.
"""

import re
import unicodedata
from dataclasses import dataclass

from app.domain.contact import Contact, Name, Reading
from app.domain.folding import fold, fold_company, fold_name, is_cjk
from app.domain.kana import from_romaji, is_kana, to_hiragana, to_romaji
from app.domain.remembered import remembered

_NO_COMPANY = frozenset(
    "個人 個人事業主 自営業 ふりいらんす ふりらんす 無職 なし 無し 学生 主婦 freelance freelancer "
    "selfemployed self none na private personal retired student".split()
)
_ANYBODY = frozenset(
    """
    gmail.com googlemail.com outlook.com outlook.jp hotmail.com hotmail.co.jp live.com live.jp
    msn.com icloud.com me.com mac.com aol.com aol.jp proton.me protonmail.com pm.me gmx.de gmx.net
    gmx.com web.de t-online.de freenet.de mail.com mail.ru yandex.ru yandex.com qq.com 163.com
    126.com naver.com hanmail.net daum.net zoho.com fastmail.com tutanota.com orange.fr wanadoo.fr
    free.fr laposte.net sfr.fr libero.it virgilio.it comcast.net verizon.net att.net sbcglobal.net
    btinternet.com docomo.ne.jp ezweb.ne.jp au.com softbank.ne.jp i.softbank.jp vodafone.ne.jp
    disney.ne.jp ymobile.ne.jp ymobile1.ne.jp willcom.com pdx.ne.jp emobile.ne.jp rakuten.jp
    uqmobile.jp nifty.com nifty.ne.jp ocn.ne.jp biglobe.ne.jp so-net.ne.jp plala.or.jp dion.ne.jp
    jcom.home.ne.jp jcom.zaq.ne.jp zaq.ne.jp odn.ne.jp asahi-net.or.jp infoweb.ne.jp hi-ho.ne.jp
    dti.ne.jp wakwak.com eonet.ne.jp bbiq.jp commufa.jp tiki.ne.jp excite.co.jp goo.jp infoseek.jp
    mineo.jp ybb.ne.jp home.ne.jp example.com example.org example.net
    """.split()
)
_BREAKS = re.compile(r"[\s,.·・･\-‐]+")
_APOSTROPHES = str.maketrans("", "", "'’‘`´")
_LETTERS = str.maketrans({"ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th"})
_SAME_SOUND = tuple(
    (re.compile(pattern), letter)
    for pattern, letter in (
        ("ph", "f"),
        ("ck|q|c(?![eiyh])|ch(?=[rlaou])", "k"),
        ("v", "f"),
        ("dt|th", "t"),
        ("(?<=[aeiou])h(?![aeiouy])", ""),
        ("(?<=[aou])e", ""),
        ("(?<=.)y", "i"),
        ("m(?=[bp])", "n"),
        (r"(.)\1+", r"\1"),
    )
)
_MUTE = re.compile("(?<=[aeiou])h(?![aeiouy])")
_LAST_SOUNDS = frozenset("aiueon")
_HARD = re.compile("m(?=[bp])")
_SMALL = str.maketrans("ぁぃぅぇぉゃゅょゎ", "あいうえおやゆよわ")
_ONE_SOUND = str.maketrans("ぢづをゐゑゔ", "じずおいえぶ")
_LONG_AFTER = {"a": "あ", "i": "い", "u": "う", "e": "い", "o": "う"}
_OTHER_FORMS = str.maketrans(
    "冨舘瀨渕嵜圓兒關鐵豐濟澁增來莊桒髮", "富館瀬淵崎円児関鉄豊済渋増来荘桑髪"
)
_SELECTORS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")


@dataclass(frozen=True, slots=True)
class NameForms:
    """A name in the forms that are compared; what is unknown is empty.

    `written` is the name in kanji, family and given name apart where the card says so. `sounds`
    are the parts of its reading, or of a name in kana. `given` and `family` are the words of a
    name in Latin letters.
    """

    written: tuple[str, ...] = ()
    sounds: tuple[str, ...] = ()
    given: tuple[str, ...] = ()
    family: tuple[str, ...] = ()


def forms(contact: Contact) -> NameForms:
    """The forms of a person's name."""
    return _forms(contact.name, contact.reading)


@remembered(4096)
def _forms(name: Name, reading: Reading) -> NameForms:
    parts = _parts(name)
    text = "".join(parts)
    if not text:
        return NameForms()
    read = tuple(p for p in (reading.family, reading.given) if p and is_kana(p))
    if not is_cjk(text):
        family, given = (_words(parts[0]), _words(parts[1])) if len(parts) > 1 else ((), ())
        words = _words(text)
        return NameForms((), read, given or words[:-1], family or words[-1:])
    if is_kana(text):
        return NameForms((), read if len(read) > len(parts) else parts)
    return NameForms(tuple(_kanji(p) for p in parts), read)


def _parts(name: Name) -> tuple[str, ...]:
    """Family and given name where the card tells them apart, else the whole."""
    if name.family and name.given:
        return (name.family, name.given)
    text = name.full or name.family or name.given or ""
    if is_cjk(text):
        return tuple(p for p in _BREAKS.split(to_hiragana(text) if is_kana(text) else text) if p)
    family, comma, given = text.partition(",")
    return (family, given) if comma and family.strip() and given.strip() else (text,)


def _kanji(text: str) -> str:
    return fold_name(_SELECTORS.sub("", text).translate(_OTHER_FORMS))


@remembered(4096)
def _words(text: str) -> tuple[str, ...]:
    """Folded words in Latin letters without their marks."""
    bare = unicodedata.normalize("NFD", fold(text).translate(_LETTERS).translate(_APOSTROPHES))
    letters = "".join(c for c in bare if not unicodedata.combining(c))
    return tuple(w for w in _BREAKS.split(letters) if w)


@remembered(4096)
def same_sound(word: str) -> str:
    """A word in Latin letters as it is heard: John and Jon, Müller and Mueller are one."""
    for pattern, letter in _SAME_SOUND:
        word = pattern.sub(letter, word)
    return word


@remembered(4096)
def japanese_sound(word: str) -> str:
    """A word in Latin letters as Japanese sounds without long vowels; empty where it is none."""
    kana = _kana(_HARD.sub("n", _MUTE.sub("", word)))
    return same_kana(_kana(to_romaji(kana)))


def _kana(letters: str) -> str:
    """Letters as kana; empty where they are no Japanese sounds to their end."""
    if letters[-1:] not in _LAST_SOUNDS:
        return ""
    return from_romaji(f"{letters}'" if letters.endswith("n") else letters) or ""


@remembered(4096)
def same_kana(text: str) -> str:
    """Kana as it is heard: サイトー is サイトウ, づ is ず, and within a word ばら is はら."""
    out: list[str] = []
    for kana in to_hiragana(text).translate(_SMALL).translate(_ONE_SOUND):
        vowel = to_romaji(out[-1])[-1:] if out else ""
        if kana == "ー":
            out.append(_LONG_AFTER.get(vowel, ""))
        elif kana == "お" and vowel == "o":
            out.append("う")
        elif kana == "え" and vowel == "e":
            out.append("い")
        else:
            out.append(unicodedata.normalize("NFD", kana)[:1] if out else kana)
    return "".join(out)


# ------------------------------------------------------------------------------------- the index


def texts(contact: Contact) -> frozenset[str]:
    """Keys for an index: whoever is near shares one. Company or mail domain, and initials."""
    shared = places(contact)
    initials = _initials(contact) if shared else ""
    return frozenset([f"s:{place}:{initials}" for place in shared]) if initials else frozenset()


def turned(contact: Contact) -> str | None:
    """A name in kanji whose reading the card does not say, given name first: whoever has it so and
    has a reading stands elsewhere in the index.
    """
    name, reading = contact.name, contact.reading
    if not name.family or not name.given or (reading.family and reading.given):
        return None
    text = name.given + name.family
    return fold_name(text) if is_cjk(text) and not is_kana(text) else None


def places(contact: Contact) -> frozenset[str]:
    """Where a person belongs: the company, and mail domains that are not anybody's."""
    company = _company(contact.organization) if contact.organization else ""
    found = [f"c:{company}"] if company else []
    for email in contact.emails:
        _, mark, domain = email.value.rpartition("@")
        domain = domain.strip().lower()
        if mark and domain and not is_anybodys(domain):
            found.append(f"d:{domain}")
    return frozenset(found)


@remembered(4096)
def _company(text: str) -> str:
    company = fold_company(text)
    return "" if company in _NO_COMPANY else company


@remembered(4096)
def is_anybodys(domain: str) -> bool:
    """Whether anybody may have an address there, so that it says nothing of where one belongs."""
    while domain:
        if domain in _ANYBODY or domain.startswith("yahoo."):
            return True
        domain = domain.partition(".")[2]
    return False


def _initials(contact: Contact) -> str:
    """The first sounds of family and given name in any order; of kanji unread, all of them."""
    name, reading = contact.name, contact.reading
    if reading.family and reading.given and name.family and is_cjk(name.family):
        return _two(_first(reading.family), _first(reading.given))  # so it is with most
    found = forms(contact)
    if found.family:
        words = found.family[:1] + found.given[:1]
        return "".join(sorted(same_sound(w)[:1] for w in words))
    if found.sounds:
        return "".join(sorted(map(_first, found.sounds)))
    return "".join(sorted("".join(found.written)))


def _two(one: str, other: str) -> str:
    return one + other if one < other else other + one


@remembered(4096)
def _first(sound: str) -> str:
    """The first letter of a reading, as it is heard."""
    return same_sound(to_romaji(sound[:2]).lower())[:1]
