"""East Asian text without a declared charset: which of the languages its characters are common in.

The same bytes are Japanese, Chinese and Korean characters, but in the wrong one of them they are
rare ones. What is common was collected by hand from names, companies and addresses.
"""

import codecs
import math
import re
from collections.abc import Callable
from functools import cache

from app.domain import japanese_names

_SAMPLE = 2000
"""Bytes that are looked at; more say nothing new."""
_FOREIGN, _EUC_JP = 7.0, 2.0
"""How much likelier (natural logarithm) what is not Japanese, and EUC-JP, has to be."""

_BUSINESS = (
    "株式会社有限公司代表取締役社長部課係営業店工場所製作商事務総経理技術開発研究東京都道府県市"
    "区町村丁目番地号大学院病電話名刺自宅携帯様御中年月日一二三四五六七八九十〒（）・、。ー"
)
_SIMPLIFIED = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾"
    "丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤"
    "尹黎易常武乔贺赖龚文伟芳娜敏静秀丽强磊军洋勇艳杰娟涛明超兰霞平刚桂英华建国玉红春梅海燕鹏飞"
    "云小晓志新东西南北京上广州深圳天津重庆市省区县路街号楼室有限公司集团股份科技贸易实业发展投"
    "资工电子网络信息总经理事长销售部主任程师中人民大学银行际术责手机话"
)
_TRADITIONAL = (
    "陳林黃張李王吳劉蔡楊許鄭謝郭洪曾邱廖賴周徐蘇葉莊呂江何蕭羅高潘簡朱鍾游彭詹胡施沈余趙盧梁顏"
    "柯孫魏翁戴范宋方鄧杜傅侯曹薛丁卓阮馬董唐溫藍石蔣田康鄒白志明俊傑建宏家豪文雄淑芬美玲雅婷怡"
    "君惠麗華秀英玉珍小大信義忠孝仁愛和平國中正民生台臺北市新縣區路街號樓段香港九龍股份有限公司"
    "科技實業際企工電子總經理事長務部銷主任程師學銀行話"
)
_HANGUL = (
    "김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민진지나엄채"
    "원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국어은편용영수경희미숙순호"
    "철상준재동훈혜태아빈율열필시특별광역로번식회사대표과부사전자삼울산청학교병행"
)
_KANA = re.compile(r"[\u3041-\u30fe]")
_NO_ASCII = re.compile(r"[^\x00-\x7f]+")
_HALF_WORD = re.compile(r"[ｱ-ﾜｦ](?:[ｱ-ﾝｦｧ-ｯｰ･]|(?<=[ｳｶ-ﾄﾊ-ﾎ])ﾞ|(?<=[ﾊ-ﾎ])ﾟ)*")
"""Half-width kana in an order in which they can be read."""
_RUN = re.compile(rb"[\x80-\xff]+")

_Weigh = Callable[[str], float]


class _Weights(dict[str, float]):
    """How likely a character is in a language, as logarithms; each is worked out once."""

    def __init__(self, weigh: _Weigh) -> None:
        super().__init__()
        self._weigh = weigh

    def __missing__(self, char: str) -> float:
        self[char] = made = math.log(self._weigh(char))
        return made

    def of(self, text: str) -> float:
        """How likely a text is, by all of it that is not ASCII."""
        return sum(self[char] for run in _NO_ASCII.findall(text) for char in run)


def _place(char: str, codec: str) -> int:
    """The two bytes of a character in a national set as a number; 0 where it is not in it."""
    try:
        data = char.encode(codec)
    except UnicodeEncodeError:
        return 0
    return int.from_bytes(data, "big") if len(data) == 2 else 0


_NEVER = 1e-7
_KANA_ROWS = frozenset({4, 5})


def _of_row(char: str, row: int) -> float:
    """By the row of JIS X 0208 that a character stands in."""
    if row in _KANA_ROWS:
        return 0.25 / 170
    if 16 <= row <= 47:  # level 1
        return 0.07 / 2000
    if 48 <= row <= 84:  # level 2
        return 0.006 / 3390
    if row > 0:
        return 0.01 / 500
    return 0.002 / 400 if "\u4e00" <= char <= "\u9fff" else _NEVER


def _japanese() -> _Weigh:
    names, known = japanese_names.characters()
    common = names | set(_BUSINESS)
    rest = known - common

    def weigh(char: str) -> float:
        if char in common:
            return 0.45 / len(common)
        if "\uff61" <= char <= "\uff9f":
            return 0.04 / 63
        row = (_place(char, "euc_jp") >> 8) - 0xA0
        return 0.15 / len(rest) if char in rest and row not in _KANA_ROWS else _of_row(char, row)

    return weigh


def _chinese(common: str, codec: str, first: int, last: int) -> _Weigh:
    """`first` and `last`: the bytes of the set's level of common characters."""
    often = frozenset(common)

    def weigh(char: str) -> float:
        if char in often:
            return 0.55 / len(often)
        place = _place(char, codec)
        if first <= place <= last:
            return 0.42 / 4500
        return 0.01 / 6000 if place else _NEVER

    return weigh


def _korean() -> _Weigh:
    often = frozenset(_HANGUL)

    def weigh(char: str) -> float:
        if char in often:
            return 0.55 / len(often)
        if "가" <= char <= "힣":
            return 0.42 / 2350 if _place(char, "euc_kr") else 0.001 / 8000
        return _NEVER

    return weigh


@cache
def _weights() -> dict[str, _Weights]:
    japanese = _Weights(_japanese())
    return {
        "cp932": japanese,
        "euc_jp": japanese,
        "gb18030": _Weights(_chinese(_SIMPLIFIED, "gb2312", 0xB0A1, 0xD7FE)),
        "big5": _Weights(_chinese(_TRADITIONAL, "big5", 0xA440, 0xC67E)),
        "cp949": _Weights(_korean()),
    }


def likelier(data: bytes, guessed: str) -> str:
    """The codec of 8-bit text that was taken for `guessed` (CP932, EUC-JP or CP1252): that one,
    unless its characters are far more common in another.

    Kana decide for Japanese, and so do half-width ones in an order in which they can be read.
    """
    texts = {codec: text for codec in _weights() if (text := _text(data, codec)) is not None}
    if guessed in texts and _is_kana(texts[guessed]):
        return guessed
    scores = {codec: _weights()[codec].of(text) for codec, text in texts.items()}
    western = _western(data)
    if "euc_jp" in scores:
        scores["euc_jp"] -= _EUC_JP
    japanese = max(("cp932", "euc_jp"), key=lambda codec: scores.get(codec, -math.inf))
    foreign = max(("gb18030", "big5", "cp949"), key=lambda codec: scores.get(codec, -math.inf))
    known = western if guessed == "cp1252" else -math.inf
    other = max(known, scores.get(japanese, -math.inf)) + _FOREIGN
    if scores.get(foreign, -math.inf) > other:
        return foreign
    if guessed != "cp1252" and japanese in scores:
        return japanese
    if scores.get("euc_jp", -math.inf) > western + _FOREIGN:
        return "euc_jp"
    return guessed


def _text(data: bytes, codec: str) -> str | None:
    """The beginning in this codec; None where all of it is none."""
    try:
        text = data.decode(codec)
    except UnicodeError:
        return None
    if len(data) <= _SAMPLE:
        return text
    return codecs.getincrementaldecoder(codec)().decode(data[:_SAMPLE])


def _is_kana(text: str) -> bool:
    if _KANA.search(text):
        return True
    runs = _NO_ASCII.findall(text)
    return bool(runs) and all(_HALF_WORD.fullmatch(run) for run in runs)


def _western(data: bytes) -> float:
    """How likely it is in Windows-1252: letters that stand alone among those of ASCII."""
    total = 0.0
    for run in _RUN.findall(data[:_SAMPLE]):
        letters = sum(byte >= 0xC0 for byte in run)
        total += letters * math.log(0.9 / 70) + (len(run) - letters) * math.log(0.1 / 64)
        total += (len(run) - 1) * math.log(0.02)
    return total
