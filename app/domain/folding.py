"""Folding: texts that a person would call the same become equal. For comparing and finding, never
for showing.
"""

import re
import unicodedata

from app.domain.kana import to_hiragana

_VARIANTS = str.maketrans(
    "髙﨑齋齊斎邊邉澤濱濵廣德櫻國學會嶋嶌峯龍瀧淺榮惠彌眞曾莊禎祐槇靜穗藏繩條鄕佛拂寬薰黑聰萬壽與禮邦塚﨟栁𠮷㟢",
    "高崎斉斉斉辺辺沢浜浜広徳桜国学会島島峰竜滝浅栄恵弥真曽荘禎祐槙静穂蔵縄条郷仏払寛薫黒聡万寿与礼邦塚蝋柳吉崎",
)
_VARIANT = re.compile(f"[{''.join(map(chr, _VARIANTS))}]")
_COMPANY_FORMS = re.compile(
    r"株式会社|有限会社|合同会社|合資会社|合名会社|一般社団法人|公益社団法人|一般財団法人|公益財団法人|特定非営利活動法人|npo法人"
    r"|\((?:株|有|同|資|名|社|財|一社|一財)\)"
    r"|\b(?:inc|incorporated|corp|corporation|co|company|ltd|limited|llc|llp|plc|gmbh|ag|kk|k\.k|s\.a|sarl|bv|oy|ab)\b\.?"
)
_PUNCTUATION = re.compile(r"[\s,.·・、。'’\"“”()（）&＆\-‐-―ー]+")


def fold(text: str) -> str:
    """NFKC, small letters, new forms of kanji (髙 高), hiragana, single spaces."""
    if text.isascii():
        return " ".join(text.casefold().split())
    small = _fold_once(text)
    if small != text:
        # Small letters of a normal form need not be in normal form themselves.
        small = _fold_once(small)
    return " ".join(small.split())


def _fold_once(text: str) -> str:
    small = to_hiragana(text).casefold()
    return small.translate(_VARIANTS) if _VARIANT.search(small) else small


def fold_name(text: str) -> str:
    """A personal name without any space or mark, so that 山田 太郎 and 山田太郎 meet."""
    return unicodedata.normalize("NFKC", _PUNCTUATION.sub("", fold(text)))


def fold_company(text: str) -> str:
    """A company without its legal form (㈱, (株), 株式会社, Inc.), spaces or marks."""
    bare = _COMPANY_FORMS.sub(" ", fold(text))
    return _PUNCTUATION.sub("", bare) or _PUNCTUATION.sub("", fold(text))


_DISTURBING = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_CJK = re.compile(
    "[\u3005\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff]"
)


def is_cjk(text: str) -> bool:
    """Whether a name is written in kanji or kana, half-width ones included."""
    return _CJK.search(text) is not None


def visible(text: str) -> str:
    """The text on one line, without control, format and unassigned characters (R44)."""
    return "".join(" " if unicodedata.category(c) in _DISTURBING else c for c in text).strip()
