"""Names as many as a country has: common ones, and families and given names put together.

A hundred thousand people of eleven thousand names would have nine namesakes each, and an import
beside them would be nothing but questions.
"""

import random

from tests.bench import words

_COMMON = 0.3
"""Part of the families and of the given names that are common ones."""


def _pairs(text: str) -> tuple[tuple[str, str], ...]:
    parts = (pair.split("/") for pair in text.split())
    return tuple((written, read) for written, read in parts)


_FAMILY_FIRST = _pairs(
    "大/おお 小/お 高/たか 中/なか 山/やま 石/いし 松/まつ 竹/たけ 西/にし 東/ひがし 北/きた "
    "南/みなみ 上/うえ 岡/おか 藤/ふじ 水/みず 森/もり 島/しま 宮/みや 橋/はし 青/あお "
    "黒/くろ 白/しら 赤/あか 金/かね 杉/すぎ 桜/さくら 梅/うめ 花/はな 鈴/すず 谷/たに "
    "沢/さわ 戸/と 寺/てら 堀/ほり 坂/さか 浜/はま 福/ふく 吉/よし 長/なが"
)
_FAMILY_LAST = _pairs(
    "田/だ 山/やま 川/かわ 野/の 村/むら 本/もと 井/い 島/しま 原/はら 崎/さき 木/き 沢/さわ "
    "谷/たに 口/ぐち 内/うち 上/がみ 下/した 尾/お 森/もり 橋/はし 岡/おか 場/ば 浦/うら "
    "瀬/せ 塚/づか 倉/くら 宮/みや 津/つ 永/なが 見/み"
)
_GIVEN_FIRST = _pairs(
    "健/けん 翔/しょう 大/だい 雄/ゆう 直/なお 和/かず 智/とも 美/み 真/ま 由/ゆ 恵/え 千/ち "
    "春/はる 秋/あき 冬/ふゆ 夏/なつ 奈/な 沙/さ 理/り 優/ゆう 光/みつ 康/やす 正/まさ "
    "孝/たか 久/ひさ 英/ひで 義/よし 信/のぶ 勝/かつ 志/し"
)
_GIVEN_LAST = _pairs(
    "一/いち 太/た 人/と 樹/き 也/や 介/すけ 平/へい 子/こ 美/み 香/か 奈/な 恵/え 代/よ "
    "江/え 里/り 花/か 希/き 穂/ほ 音/ね 菜/な 輔/すけ 彦/ひこ 夫/お 雄/お 郎/ろう 司/じ "
    "志/し 弥/や 乃/の 帆/ほ"
)
_ENGLISH_FIRST = (
    "Hart Wood Stan Ash Brad Clay Dal East Fair Glen Hal Kings Lang Mar Nor Oak Park Queens Rad "
    "Sand Thorn Under Wal West Win York Ald Bar Cole Den"
).split()
_ENGLISH_LAST = "son ton field ley man ford well berg worth wick ham more stead by shaw low".split()


def _joined(rng: random.Random, *of: tuple[tuple[str, str], ...]) -> tuple[str, str]:
    parts = [rng.choice(some) for some in of]
    return "".join(p[0] for p in parts), "".join(p[1] for p in parts)


def family(rng: random.Random) -> tuple[str, str]:
    """A Japanese family name and its reading."""
    if rng.random() < _COMMON:
        written, read = rng.choice(words.FAMILY)
        return written, read
    return _joined(rng, _FAMILY_FIRST, _FAMILY_LAST)


def given(rng: random.Random) -> tuple[str, str]:
    """A Japanese given name and its reading."""
    if rng.random() < _COMMON:
        written, read = rng.choice(words.GIVEN)
        return written, read
    return _joined(rng, _GIVEN_FIRST, _GIVEN_LAST)


def english(rng: random.Random) -> tuple[str, str]:
    """An English given and family name; many have a second given name."""
    name = rng.choice(words.ENGLISH_GIVEN)
    if rng.random() > _COMMON:
        name += f" {rng.choice(words.ENGLISH_GIVEN)}"
    if rng.random() < _COMMON:
        return name, rng.choice(words.ENGLISH_FAMILY)
    return name, rng.choice(_ENGLISH_FIRST) + rng.choice(_ENGLISH_LAST)
