"""What is typed into the search: common and rare, kanji, kana, romaji and English, by length."""

QUERIES: dict[int, tuple[str, ...]] = {
    1: tuple("田山木のさま藤amsk19髙嵐邊zqー話"),
    2: tuple(
        "田中 佐藤 工房 さと ゆみ たか さん ta ma cl in 09 松本 泉州 珈琲 zw ex 嵐山 展示 野球"
        "".split()
    ),
    3: tuple(
        "佐々木 さくら さとう sat mar com 090 工房へ デザイ つもと the exa jp5 五十嵐 ささき yam "
        "wal qqx ベスト 研究所".split()
    ),
    8: (
        "展示会で木の器を",
        "example.",
        "lindqvis",
        "やまだ たろう ",
        "watanabe",
        "佐藤 健一 工房",
        "工房へ行く約束 ",
        "090-1234",
        "samples,",
        "station;",
        "はせがわ みほ ",
        "hasegawa",
        "design さ",
        "まつもと さくら",
        "Claire M",
        "さん よろしく ",
        "長谷川 明日香 ",
        "matsumot",
        "supercal",
        "所を紹介してくれ",
    ),
}
"""By length, but for spaces at an end. Some stand for nobody: typing those must be fast as well."""
