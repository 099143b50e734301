"""Short texts that nothing declares, in the charsets of East Asia and of the west: what is read."""

from __future__ import annotations

import math

import pytest

from app.domain import japanese_names
from app.interchange import charset, east_asian

JAPANESE = """山田太郎|山田 太郎|佐藤|鈴木一郎|高橋 健|株式会社青葉商事
東京都千代田区丸の内1-2-3|渡邊|渡辺 真理子|林|林 修|森 進一|代表取締役
代表取締役社長 中村 修|営業部 部長|斎藤さくら|サトウ|サイトウ 健|田中|田中 一|中島|長谷川 潤
王 健|李|金 英姫|大阪市北区梅田|福岡県福岡市博多区|有限会社山本工業|二宮 尊徳|小林|加藤 清
木村|清水 陽介|吉田 松陰|伊藤 博文|名古屋大学|国立研究開発法人|〒100-0005 東京|携帯|自宅
ヤマダ|はやさか みお|五十嵐|齋藤 飛鳥|近藤 勇"""
ONLY_CP932 = "ﾔﾏﾀﾞ ﾀﾛｳ|ﾅｶｲ|ｽｽﾞｷ|髙﨑|㈱青葉"
WESTERN = """Müller|Größe|Hélène|François Lefèvre|Åse Bjørk|José Ñandú|Straße 5|“quoted”
Café|Søren Kierkegård|ÄÖÜ GmbH|Zoë|Renée|Élysée|Çelik|São Paulo|MÜLLER|FRANÇOIS|GÖTEBORG
Österreichische Länderbank AG|Universität Zürich|Rue de l’Église
Mädchenstraße 12, 80331 München|Ærø|Núñez Ibáñez|Nº 5|25 °C|Übergröße|naïve café|Señor Muñoz"""
SIMPLIFIED = """王伟|李娜|张三|刘洋|陈静|北京市朝阳区|上海贸易有限公司|总经理
华为技术有限公司|欧阳修|深圳市南山区科技园|赵敏 销售部|周杰伦|李小龙|杨洋|黄晓明
中国移动通信|孙悟空|马云"""
TRADITIONAL = """王小明|陳美玲|台北市信義區|台灣股份有限公司|林志豪|張學友|香港中環|總經理
黃建宏|李大同|周星馳|臺中市西屯區|陳水扁|吳宗憲"""
KOREAN = """김영희|이민호|박지성|서울특별시 강남구|주식회사 삼성|최수진|정우성|대표이사
한국전자|부산광역시|홍길동|강동원 과장|윤석열|조용필"""
TABLE = {
    "cp932": f"{JAPANESE}|{ONLY_CP932}",
    "euc_jp": JAPANESE,
    "cp1252": WESTERN,
    "gb18030": SIMPLIFIED,
    "big5": TRADITIONAL,
    "cp949": KOREAN,
}
AMONG = {
    "euc_jp": "山田太郎|山田 太郎|林|小林|木村|携帯",
    "cp1252": "ÄÖÜ GmbH",
    "gb18030": "王伟|李娜|陈静|周杰伦",
    "big5": "總經理|黃建宏|周星馳|吳宗憲",
    "cp949": "윤석열",
}
"""Those whose few bytes say something likelier in another: read wrongly, said, and correctable."""
SAMPLES = [
    (codec, text)
    for codec, texts in TABLE.items()
    for text in texts.replace("\n", "|").split("|")
    if text not in AMONG.get(codec, "").split("|")
]


@pytest.mark.parametrize(("codec", "text"), SAMPLES)
def test_what_nothing_declares_is_read_as_it_was_written(codec: str, text: str) -> None:
    found = charset.decode(text.encode(codec))
    assert found.text == text
    assert found.guessed


@pytest.mark.parametrize(("codec", "texts"), AMONG.items())
def test_what_is_read_wrongly_is_said_to_be_a_guess(codec: str, texts: str) -> None:
    for text in texts.split("|"):
        found = charset.decode(text.encode(codec))
        assert found.text != text  # read rightly: it belongs in the table above
        assert found.guessed


def _worse(codec: str) -> list[str]:
    """Japanese names that bytes alone told rightly, and what is common in a language does not."""
    names = {*japanese_names._FAMILY.split(), *japanese_names._GIVEN.split()}
    worse = []
    for name in sorted(names):
        try:
            data = name.encode(codec)
        except UnicodeEncodeError:
            continue
        before, now = charset._japanese_or_western(data), charset.guess(data)
        if charset.strict(data, before) == name != charset.strict(data, now):
            worse.append(name)
    return worse


@pytest.mark.parametrize("codec", ["cp932", "euc_jp"])
def test_no_japanese_name_is_read_worse_for_it(codec: str) -> None:
    assert _worse(codec) == []


def test_without_its_margin_japanese_names_are_read_worse(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sabotage twin."""
    monkeypatch.setattr(east_asian, "_FOREIGN", -math.log(1000))
    assert _worse("euc_jp")


def test_a_long_text_is_told_by_its_beginning_wherever_that_ends() -> None:
    for odd in ("", "x"):
        text = odd + "上海贸易有限公司" * 300
        assert charset.guess(text.encode("gb18030")) == "gb18030"


def test_a_whole_card_in_chinese_or_korean_is_read() -> None:
    for codec, name, company in (
        ("gb18030", "王伟", "北京科技有限公司"),
        ("big5", "黃建宏", "台北科技股份有限公司"),
        ("cp949", "윤석열", "주식회사 한국전자"),
    ):
        lines = f"BEGIN:VCARD\nVERSION:2.1\nN:{name}\nORG:{company}\nEND:VCARD\n"
        assert charset.likeliest(lines.encode(codec)) == (codec, True)


def test_no_bytes_are_kana_in_both_japanese_charsets() -> None:
    """So kana that EUC-JP reads decide at once, whatever Shift JIS would make of the bytes."""
    kana = range(0x3041, 0x30FF)
    ends = {char.encode("cp932", "replace")[:1] for char in map(chr, kana)} - {b"?"}

    for lead in ends:
        for second in range(256):
            assert charset.strict(lead + bytes([second]) + b"A", "euc_jp") is None


def test_kana_among_western_letters_are_weighed_as_what_they_are() -> None:
    french = b"r\xe9sum\xe9e \x82\xa0t\xe9l\xe9phone"
    assert charset.strict(french, "cp932") is not None

    assert charset.guess(french) == "cp1252"
