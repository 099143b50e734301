"""Words of which invented people and notes are made."""

FAMILY = tuple(
    tuple(pair.split("/"))
    for pair in """
    佐藤/さとう 鈴木/すずき 高橋/たかはし 田中/たなか 伊藤/いとう 渡辺/わたなべ 山本/やまもと
    中村/なかむら 小林/こばやし 加藤/かとう 吉田/よしだ 山田/やまだ 佐々木/ささき 山口/やまぐち
    松本/まつもと 井上/いのうえ 木村/きむら 林/はやし 斎藤/さいとう 清水/しみず 山崎/やまざき
    森/もり 池田/いけだ 橋本/はしもと 阿部/あべ 石川/いしかわ 前田/まえだ 藤田/ふじた 後藤/ごとう
    岡田/おかだ 長谷川/はせがわ 村上/むらかみ 近藤/こんどう 石井/いしい 坂本/さかもと
    遠藤/えんどう 青木/あおき 藤井/ふじい 西村/にしむら 福田/ふくだ 太田/おおた 三浦/みうら
    岡本/おかもと 松田/まつだ 中川/なかがわ 中野/なかの 原田/はらだ 小野/おの 田村/たむら
    竹内/たけうち 金子/かねこ 和田/わだ 中山/なかやま 石田/いしだ 上田/うえだ 森田/もりた
    髙木/たかぎ 﨑山/さきやま 早坂/はやさか 宮下/みやした 柴田/しばた 酒井/さかい 工藤/くどう
    横山/よこやま 宮崎/みやざき 宮本/みやもと 内田/うちだ 高木/たかぎ 安藤/あんどう 谷口/たにぐち
    大野/おおの 丸山/まるやま 今井/いまい 河野/こうの 藤本/ふじもと 村田/むらた 武田/たけだ
    上野/うえの 杉山/すぎやま 増田/ますだ 平野/ひらの 大塚/おおつか 千葉/ちば 久保/くぼ
    松井/まつい 小島/こじま 岩崎/いわさき 桜井/さくらい 野口/のぐち 松尾/まつお 野村/のむら
    木下/きのした 菊地/きくち 佐野/さの 大西/おおにし 杉本/すぎもと 新井/あらい 浜田/はまだ
    市川/いちかわ 古川/ふるかわ 水野/みずの 小松/こまつ 島田/しまだ 小山/こやま 高野/たかの
    山内/やまうち 西田/にしだ 菊池/きくち 東/あずま 五十嵐/いがらし 渡邊/わたなべ 齋藤/さいとう
    """.split()
)
GIVEN = tuple(
    tuple(pair.split("/"))
    for pair in """
    陽菜/ひな 結衣/ゆい 蓮/れん 湊/みなと 葵/あおい 美咲/みさき 翔太/しょうた 健一/けんいち
    由美/ゆみ 真由美/まゆみ 直樹/なおき 浩/ひろし 誠/まこと 恵/めぐみ 裕子/ゆうこ 大輔/だいすけ
    拓海/たくみ さくら/さくら 愛/あい 彩/あや 健太/けんた 美穂/みほ 和也/かずや 千尋/ちひろ
    明日香/あすか 修/おさむ 惣一/そういち 理恵/りえ 灯/あかり 渉/わたる 由紀子/ゆきこ 美緒/みお
    太郎/たろう 花子/はなこ 亮/りょう 智子/ともこ 悠人/ゆうと 凛/りん 律/りつ 詩織/しおり
    一郎/いちろう 正/ただし 清/きよし 茂/しげる 実/みのる 進/すすむ 隆/たかし 博/ひろし 幸子/さちこ
    和子/かずこ 洋子/ようこ 京子/きょうこ 恵子/けいこ 久美子/くみこ 直美/なおみ 香織/かおり
    麻衣/まい 愛美/まなみ 七海/ななみ 美月/みつき 莉子/りこ 優奈/ゆうな 結菜/ゆいな 陽翔/はると
    大翔/ひろと 颯太/そうた 悠真/ゆうま 樹/いつき 大和/やまと 駿/しゅん 翼/つばさ 拓也/たくや
    達也/たつや 哲也/てつや 雄太/ゆうた 康平/こうへい 良太/りょうた 慎吾/しんご 剛/つよし
    恭子/きょうこ 真理/まり 早紀/さき 瞳/ひとみ 遥/はるか 楓/かえで 栞/しおり 環/たまき 薫/かおる
    忍/しのぶ 文香/ふみか 小百合/さゆり 桃子/ももこ 春樹/はるき 夏希/なつき 秋生/あきお
    冬馬/とうま 泉/いずみ 純/じゅん 聡/さとし 徹/とおる 豊/ゆたか 昭/あきら みどり/みどり
    """.split()
)
ENGLISH_GIVEN = tuple(
    """
    Claire Oliver Amelia Noah Grace Leo Ruth Omar Ines Hugo Mara Felix Aisha Jonas Elena Marcus
    Priya Daniel Sofia Ewan Nadia Peter Lucy Tomas Hannah Victor Yara Simon Freya Adrian Beatriz
    Callum Dalia Edith Fergus Greta Henrik Isla Joel Katrin Liam Mina Nils Olga Paul Quentin Rosa
    Stefan Thea Ursula Vera Walter Xenia Yusuf Zara
    """.split()
)
ENGLISH_FAMILY = tuple(
    """
    Martin Hughes Okafor Lindqvist Moreau Bauer Novak Silva Rossi Murphy Jensen Costa Walker Fischer
    Dubois Haddad Kovacs Byrne Larsen Fontaine Mercer Ashby Calder Winslow Abbott Brandt Castillo
    Donnelly Eriksen Ferreira Grady Holt Iversen Jarvis Keller Lennox Marsh Nolan Ortega Pryce Quist
    Rahman Sorensen Thorne Ullman Varga Whitaker Yilmaz Zeller Hartley
    """.split()
)
TRADES = tuple(
    """
    工房 製作所 印刷 酒造 農園 設計事務所 商店 製材 食堂 出版 染織 木工 建築 司法書士事務所 珈琲
    陶芸 まちづくり公社 精密工業 システムズ 研究所
    """.split()
)
ENGLISH_TRADES = ("Works", "Studio", "Partners", "Press", "Foods", "Design", "Labs", "Trading")
TITLES = tuple(
    "代表 営業部長 課長 主任 デザイナー 編集者 三代目 技術部長 広報 研究員 店主 取締役".split()
)
ENGLISH_TITLES = ("Owner", "Buyer", "Engineer", "Editor", "Head of sales", "Designer", "Researcher")
TOWNS = (
    ("390-0811", "長野県", "松本市"),
    ("111-0051", "東京都", "台東区蔵前"),
    ("600-8001", "京都府", "京都市下京区"),
    ("920-0853", "石川県", "金沢市"),
    ("980-0811", "宮城県", "仙台市青葉区"),
    ("812-0011", "福岡県", "福岡市博多区"),
)
TAGS = ("家具", "松本", "野球の話", "展示会", "朝活", "出版", "coffee", "design", "大学", "木工")
SUBJECTS = (
    "欧州向けの器、仕上げのことで相談",
    "展示会で木の器を見せてもらった",
    "息子さんの野球、県大会でベスト8とのこと",
    "来月、三人で工房へ行く約束",
    "浅煎りの豆を喜んでくれた",
    "紙の見本を送る。端材の活かし方の話",
    "新しい試作の写真を一枚もらった",
    "若手の採用に悩んでいる様子",
    "春の新作について電話",
    "見積もりの返事、少し待ってほしいとのこと",
    "駅前で昼ごはん。印刷所を紹介してくれた",
    "引っ越しのお知らせが届いた",
    "In Tokyo from November, wants to see lacquer care",
    "Talked about wooden bowls and the spring fair",
    "Sent the samples, asked for prices",
    "Lunch near the station; knows a good printer",
    "Moving to the new workshop in March",
    "Asked whether the catalogue could be bilingual",
)
"""Beginnings of notes."""
ENDINGS = (
    "さんも一緒",
    "さんによろしくとのこと",
    "さんに聞いてみる",
    "さんの紹介",
    "",
    "",
)
"""What follows the name that a note mentions."""
