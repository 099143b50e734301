"""Kinds as they are said: 電話した, 昼食, called, lunch.

A word that says no more than its kind (電話した, called) leaves the note; one that says more (昼食,
lunch, LINE) stays in it.
"""

import re
import unicodedata
from dataclasses import dataclass

from app.domain.interaction import Kind

# By kind: words that say no more than the kind | words that say more.
_JA = {
    Kind.CARDS: "名刺交換 名刺を交換 | ",
    Kind.MET: (
        "会った 会いました お会いした お会いしました 面会 対面 | 昼食 夕食 朝食 食事 会食 ランチ "
        "ディナー お茶 コーヒー 飲み会 飲み 懇親会 打ち合わせ 打合せ 打合わせ 打ちあわせ 面談 "
        "会議 ミーティング 訪問 来訪 来社"
    ),
    Kind.CALL: "電話 お電話 通話 TEL tel | ",
    Kind.MAIL: "メール メイル | ",
    Kind.MESSAGE: "メッセージ | LINE ライン DM SNS チャット",
    Kind.LETTER: "手紙 お手紙 | はがき 葉書 ハガキ 絵はがき 年賀状 礼状 お礼状",
    Kind.INTRODUCTION: "紹介 ご紹介 | ",
    Kind.GIFT: "贈り物 ギフト | お土産 おみやげ 手土産 プレゼント 差し入れ お中元 お歳暮",
    Kind.HELP: "手伝い お手伝い 手伝った | 手伝って 助けて",
}
_EN = {
    Kind.CARDS: "exchanged_cards swapped_cards traded_cards exchanged_business_cards | ",
    Kind.MET: "met | lunch dinner breakfast brunch coffee tea drinks beer meeting visit visited",
    Kind.CALL: "call called phoned rang phone | ",
    Kind.MAIL: "mail mailed email emailed e-mail e-mailed | ",
    Kind.MESSAGE: "message messaged | dm dmed sns text texted whatsapp",
    Kind.LETTER: "letter | postcard",
    Kind.INTRODUCTION: "introduction introduced intro | ",
    Kind.GIFT: "gift | present",
    Kind.HELP: "help helped | ",
}


@dataclass(frozen=True, slots=True)
class Said:
    """A kind, in how many words, and whether they say more than the kind."""

    kind: Kind
    words: int
    more: bool


def _table(by_kind: dict[Kind, str]) -> dict[str, tuple[Kind, bool]]:
    found: dict[str, tuple[Kind, bool]] = {}
    for kind, words in by_kind.items():
        bare, _, more = words.partition("|")
        found |= {w.replace("_", " "): (kind, False) for w in bare.split()}
        found |= {w.replace("_", " "): (kind, True) for w in more.split()}
    return found


_JAPANESE, _ENGLISH = _table(_JA), _table(_EN)
_STEMS = "|".join(sorted(map(re.escape, _JAPANESE), key=len, reverse=True))
_DID = "(?:を?(?:した|しました|する))?"
_BARE = re.compile(f"({_STEMS}){_DID}[、。,.!]?")
# What may follow a word that is a kind; 電話番号, メールアドレス, 昼食の約束 are none.
_GOES_ON = (
    "(?:$|[、。,(で]|した|して|しま|する|され|もら|いただ|頂|くれ|来た|きた|届|あり|に行|に来"
    "|を(?:した|して|しま|する|もら|いただ|頂|受け|くれ|送|出|書|渡)|が(?:あ|来|き|届))"
)
_AT_FRONT = re.compile(f"({_STEMS}){_GOES_ON}")
_AT_END = re.compile(f"[でにとをがはもへて、]({_STEMS}){_DID}[。.!]?$")


def exact(word: str) -> Said | None:
    """A Japanese word that is a kind and nothing else."""
    match = _BARE.fullmatch(unicodedata.normalize("NFKC", word))
    if match is None:
        return None
    kind, more = _JAPANESE[match[1]]
    return Said(kind, 1, more)


def within(word: str) -> Said | None:
    """A Japanese word that begins or ends with a kind: 電話で聞いた, 銀座で昼食."""
    text = unicodedata.normalize("NFKC", word)
    match = _AT_FRONT.match(text) or _AT_END.search(text)
    return Said(_JAPANESE[match[1]][0], 1, more=True) if match else None


def english(words: list[str]) -> Said | None:
    """The kind that these words begin with."""
    plain = [unicodedata.normalize("NFKC", w).lower().rstrip(".,:;!") for w in words[:3]]
    for count in range(len(plain), 0, -1):
        found = _ENGLISH.get(" ".join(plain[:count]))
        if found is not None:
            return Said(found[0], count, found[1])
    return None
