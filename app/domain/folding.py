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
_SPACES = re.compile(r"\s+")
_COMPANY_FORMS = re.compile(
    r"株式会社|有限会社|合同会社|合資会社|合名会社|一般社団法人|公益社団法人|一般財団法人|公益財団法人|特定非営利活動法人|npo法人"
    r"|\((?:株|有|同|資|名|社|財|一社|一財)\)"
    r"|\b(?:inc|incorporated|corp|corporation|co|company|ltd|limited|llc|llp|plc|gmbh|ag|kk|k\.k|s\.a|sarl|bv|oy|ab)\b\.?"
)
_PUNCTUATION = re.compile(r"[\s,.·・、。'’\"“”()（）&＆\-‐-―ー]+")


def fold(text: str) -> str:
    """NFKC, small letters, new forms of kanji (髙 高), hiragana, single spaces."""
    folded = to_hiragana(text).casefold().translate(_VARIANTS)
    return _SPACES.sub(" ", folded).strip()


def fold_name(text: str) -> str:
    """A personal name without any space or mark, so that 山田 太郎 and 山田太郎 meet."""
    return _PUNCTUATION.sub("", fold(text))


def fold_company(text: str) -> str:
    """A company without its legal form (㈱, (株), 株式会社, Inc.), spaces or marks."""
    bare = _COMPANY_FORMS.sub(" ", fold(text))
    return _PUNCTUATION.sub("", bare) or _PUNCTUATION.sub("", fold(text))


def is_cjk(text: str) -> bool:
    """Whether a name is written in kanji or kana."""
    return any(
        "぀" <= c <= "ヿ" or "㐀" <= c <= "鿿" or "豈" <= c <= "﫿" or c >= "\U00020000" or c == "々"
        for c in text
    )


def visible(text: str) -> str:
    """The text without control, format and unassigned characters, which disturb a line (R44)."""
    return "".join(
        c if unicodedata.category(c) not in {"Cc", "Cf", "Cs", "Co", "Cn"} else " " for c in text
    ).strip()
