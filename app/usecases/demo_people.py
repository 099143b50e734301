"""The invented people of the demonstration store, and what happened with them.

Days count back from the day the store is filled. An entry is (days ago, kind, initiative, note,
place); an initiative of `answer` is theirs and answers the entry of mine before it.
"""

from typing import NamedTuple

Entry = tuple[int, str, str, str, str]


class Invented(NamedTuple):
    """One invented person. `met` is days ago, gathering, who introduced us."""

    name: str
    reading: str
    organization: str
    title: str
    mail: str
    phone: str
    city: str
    tags: str
    note: str
    met: tuple[int, str, str]
    acts: tuple[Entry, ...] = ()
    birthday: str = ""


JAPANESE = (
    Invented(
        "早坂 美緒", "はやさか みお", "こもれび工房", "代表・家具デザイナー",
        "mio@komorebi.example.jp", "090-5550-0142", "長野県 松本市", "家具 松本 野球の話",
        "浅煎りの豆。国産材の端材の活かし方。\n息子さんの野球の話（小5・捕手）",
        (509, "松本クラフト交流会", "藤堂 健一郎"),
        (
            (509, "cards", "both", "松本クラフト交流会。藤堂さんが「手の早い人だよ」と。", ""),
            (125, "introduction", "them", "金子 彰さん（木曽の塗師）。来月、三人で工房へ。", ""),
            (58, "letter", "me", "暑中見舞い。新しい試作の写真を一枚。", ""),
            (55, "letter", "answer", "息子さんの野球、県大会でベスト8とのこと。", ""),
            (37, "met", "both", "オイル仕上げの見本を3種。香りより手触りを気にされていた。",
             "蔵前の試作室"),
            (13, "mail", "them", "「欧州向けの器、仕上げのことで相談させてください」", ""),
        ),
    ),
    Invented(
        "宮下 あかり", "みやした あかり", "みやした酒造", "六代目", "akari@miyashita.example.jp",
        "090-5550-0118", "長野県 諏訪市", "日本酒 諏訪", "酒粕の新しい使い道",
        (640, "諏訪 ものづくり交流会", ""),
        (
            (640, "cards", "both", "", "諏訪 ものづくり交流会"),
            (410, "help", "them", "蔵の一角を、器の展示に貸してくれた。", ""),
            (330, "letter", "me", "展示のお礼。", ""),
            (324, "letter", "answer", "「器で飲むと、粕汁まで違います」", ""),
            (96, "met", "both", "蔵開き。新酒の仕込み水を見せてもらった。", "みやした酒造"),
        ),
        birthday="+3",
    ),
    Invented(
        "藤堂 健一郎", "とうどう けんいちろう", "北辰精密工業", "技術部長",
        "todo@hokushin.example.jp", "03-5550-0163", "東京都 大田区", "製造 治具", "若手の採用",
        (700, "蒲田 ものづくり朝会", ""),
        (
            (700, "cards", "both", "", "蒲田 ものづくり朝会"),
            (509, "introduction", "them", "早坂 美緒さんを紹介してくれた。", "松本クラフト交流会"),
            (240, "mail", "me", "治具の図面を送った。", ""),
            (238, "mail", "answer", "「若いのに見せたら、目の色が変わりました」", ""),
            (148, "met", "both", "工場見学。三次元測定機の話。", "北辰精密工業"),
        ),
    ),
    Invented(
        "佐久間 理恵", "さくま りえ", "青葉司法書士事務所", "司法書士", "rie@aoba.example.jp",
        "03-5550-0174", "東京都 台東区", "法務 蔵前", "山歩き。静かな喫茶店。",
        (460, "蔵前 異業種交流会", ""),
        (
            (460, "cards", "both", "", "蔵前 異業種交流会"),
            (300, "mail", "me", "商標のことを尋ねた。", ""),
            (299, "mail", "answer", "類似の例を三つ調べてくれた。", ""),
            (200, "call", "them", "登記の期限を知らせてくれた。", ""),
        ),
    ),
    Invented(
        "島田 惣一", "しまだ そういち", "島田製材", "三代目", "shimada@lumber.example.jp",
        "0265-55-0127", "長野県 飯田市", "木材", "端材を捨てずに済む話",
        (520, "木と暮らしの朝活", "早坂 美緒"),
        (
            (520, "cards", "both", "", "木と暮らしの朝活"),
            (310, "letter", "me", "見学のお礼と、できた匙。", ""),
            (302, "letter", "answer", "「うちの栗が、こんなになるとは」", ""),
            (61, "met", "both", "製材所で栗と楢を選んだ。", "島田製材"),
        ),
    ),
    Invented(
        "田村 灯", "たむら あかり", "灯和紙店", "店主", "akari@towashi.example.jp",
        "090-5550-0131", "長野県 飯山市", "和紙", "照明に使える厚い紙の需要",
        (430, "松本クラフト交流会", ""),
        (
            (430, "cards", "both", "", "松本クラフト交流会"),
            (280, "gift", "them", "試し漉きの紙を十枚。", ""),
            (190, "mail", "them", "「紙の箱を探している人はいませんか」", ""),
            (189, "mail", "me", "箱屋の桑原さんの話を伝えた。", ""),
            (150, "letter", "me", "紙で包んだ匙を一本。", ""),
            (144, "letter", "answer", "包みをそのまま飾ってあるとのこと。", ""),
            (21, "met", "both", "漉き場を見せてもらった。冬の水の話。", "灯和紙店"),
        ),
    ),
    Invented(
        "中島 由紀子", "なかじま ゆきこ", "信州まちづくり公社", "企画課長",
        "nakajima@machi.example.jp", "026-555-0158", "長野県 長野市", "まちづくり",
        "空き店舗を使いたい若い人", (390, "諏訪 ものづくり交流会", ""),
        (
            (390, "cards", "both", "", "諏訪 ものづくり交流会"),
            (260, "mail", "them", "「催しの出展者を探しています」", ""),
            (259, "mail", "me", "三人の名前を送った。", ""),
            (257, "mail", "answer", "三人とも出てくれることに。", ""),
            (32, "met", "both", "来春の催しの下見。", "善光寺門前"),
        ),
    ),
    Invented(
        "原田 渉", "はらだ わたる", "はらだ農園", "園主", "wataru@harada-farm.example.jp",
        "090-5550-0109", "長野県 小布施町", "農業 りんご", "",
        (186, "木と暮らしの朝活", ""),
        (
            (186, "cards", "both", "", "木と暮らしの朝活"),
            (183, "mail", "me", "木箱の写真を送った。", ""),
        ),
    ),
    Invented(
        "青木 冬馬", "あおき とうま", "青木設計室", "建築士", "toma@aoki-arch.example.jp",
        "03-5550-0181", "東京都 墨田区", "建築", "古い建具の行き先", (355, "蔵前 異業種交流会", ""),
        (
            (355, "cards", "both", "", "蔵前 異業種交流会"),
            (220, "mail", "me", "建具屋の話を伝えた。", ""),
            (218, "mail", "answer", "「さっそく訪ねます」", ""),
        ),
    ),
    Invented(
        "秋山 佳代", "あきやま かよ", "喫茶 つぐみ", "店主", "kayo@tsugumi.example.jp",
        "03-5550-0112", "東京都 台東区", "珈琲 蔵前", "静かな時間に来てくれる人",
        (610, "", "佐久間 理恵"),
        (
            (610, "cards", "both", "", ""),
            (400, "message", "them", "「新しい豆が入りました」", ""),
            (399, "met", "both", "浅煎りのエチオピア。", "喫茶 つぐみ"),
            (45, "met", "both", "窓辺の席で一時間。", "喫茶 つぐみ"),
        ),
    ),
    Invented(
        "安西 透", "あんざい とおる", "安西硝子", "吹きガラス作家", "toru@anzai.example.jp",
        "090-5550-0150", "千葉県 九十九里町", "硝子", "炉を一緒に使える人",
        (270, "松本クラフト交流会", ""),
        ((270, "cards", "both", "", "松本クラフト交流会"),
         (265, "letter", "me", "展示の感想。", "")),
    ),
    Invented(
        "伊東 奈々", "いとう なな", "月刊 手と道具", "編集者", "nana@tetodogu.example.jp",
        "03-5550-0135", "東京都 文京区", "編集 取材", "職人の失敗談",
        (240, "", "田村 灯"),
        (
            (240, "cards", "both", "", ""),
            (70, "mail", "me", "塗りの工程の写真を送った。", ""),
            (68, "mail", "answer", "「次号で使わせてください」", ""),
        ),
    ),
    Invented(
        "上原 健", "うえはら たけし", "上原木型", "木型職人", "uehara@kigata.example.jp",
        "048-555-0119", "埼玉県 川口市", "製造 木型", "", (480, "蒲田 ものづくり朝会", ""),
        (
            (480, "cards", "both", "", "蒲田 ものづくり朝会"),
            (350, "help", "them", "鉋の刃の研ぎ方を教えてくれた。", ""),
        ),
    ),
    Invented(
        "江口 真帆", "えぐち まほ", "港北信用金庫", "融資課", "eguchi@kohoku.example.jp",
        "045-555-0144", "神奈川県 横浜市", "金融", "", (130, "蔵前 異業種交流会", ""),
        ((130, "cards", "both", "", "蔵前 異業種交流会"),),
    ),
    Invented(
        "遠藤 修", "えんどう おさむ", "遠藤金物店", "店主", "endo@kanamono.example.jp",
        "0263-55-0170", "長野県 松本市", "金物 松本", "古い錠前", (560, "松本クラフト交流会", ""),
        (
            (560, "cards", "both", "", "松本クラフト交流会"),
            (420, "call", "them", "真鍮の丁番が出たと知らせてくれた。", ""),
            (418, "met", "both", "丁番を十組。", "遠藤金物店"),
        ),
    ),
    Invented(
        "大城 拓海", "おおしろ たくみ", "大城船大工", "棟梁", "takumi@oshiro.example.jp",
        "098-555-0126", "沖縄県 うるま市", "木工 船", "道具の話ができる若い人",
        (380, "木と暮らしの朝活", ""),
        (
            (380, "cards", "both", "", "木と暮らしの朝活"),
            (210, "mail", "me", "曲げ木の文献を送った。", ""),
            (206, "mail", "answer", "「これは探していた本です」", ""),
            (120, "introduction", "them", "道具鍛冶の方を紹介してくれた。", ""),
        ),
    ),
    Invented(
        "小野寺 薫", "おのでら かおる", "小野寺染織", "染織家", "kaoru@onodera.example.jp",
        "019-555-0133", "岩手県 盛岡市", "染織", "草木の灰", (340, "木と暮らしの朝活", ""),
        (
            (340, "cards", "both", "", "木と暮らしの朝活"),
            (170, "mail", "them", "「栗の灰を分けてもらえませんか」", ""),
            (169, "mail", "me", "二袋送った。", ""),
        ),
    ),
    Invented(
        "柿沼 静", "かきぬま しずか", "静の器", "料理家", "shizuka@utsuwa.example.jp",
        "03-5550-0199", "東京都 世田谷区", "料理 器", "重くない鉢", (85, "", "秋山 佳代"),
        (
            (85, "cards", "both", "", ""),
            (60, "message", "them", "「あの鉢、教室で好評です」", ""),
            (59, "message", "me", "次の寸法を尋ねた。", ""),
        ),
    ),
    Invented(
        "金子 彰", "かねこ あきら", "金子漆工房", "塗師", "kaneko@urushi.example.jp",
        "0264-55-0105", "長野県 木曽町", "漆 木曽", "漆掻きの道具を作れる鍛冶",
        (125, "", "早坂 美緒"),
        ((92, "met", "both", "三人で工房へ。下地の話。", "こもれび工房"),),
    ),
    Invented(
        "川端 千尋", "かわばた ちひろ", "川端翻訳事務所", "翻訳者", "chihiro@kawabata.example.jp",
        "075-555-0140", "京都府 京都市", "翻訳 フランス語", "", (500, "", "佐久間 理恵"),
        (
            (500, "cards", "both", "", ""),
            (290, "mail", "me", "仏語の手紙をお願いした。", ""),
            (288, "mail", "answer", "言い回しを二通り。", ""),
        ),
    ),
    Invented(
        "北沢 萌", "きたざわ もえ", "信濃写真室", "写真家", "moe@shinano-photo.example.jp",
        "090-5550-0177", "長野県 茅野市", "写真", "朝の光が入る工房",
        (75, "松本クラフト交流会", ""),
        (
            (75, "cards", "both", "", "松本クラフト交流会"),
            (40, "mail", "me", "撮影のお礼。", ""),
            (38, "mail", "answer", "「次は雪の日に」", ""),
        ),
    ),
    Invented(
        "木村 悠", "きむら ゆう", "木村電装", "代表",
        "yu@kimura-denso.example.jp", "052-555-0161", "愛知県 名古屋市", "電装", "",
        (330, "蒲田 ものづくり朝会", ""),
        ((330, "cards", "both", "", "蒲田 ものづくり朝会"),),
    ),
    Invented(
        "桑原 恒一", "くわばら こういち", "桑原紙器", "専務", "kuwabara@shiki.example.jp",
        "03-5550-0122", "東京都 荒川区", "紙器 箱", "少部数の箱", (450, "蔵前 異業種交流会", ""),
        (
            (450, "cards", "both", "", "蔵前 異業種交流会"),
            (188, "introduction", "them", "活版の工房を紹介してくれた。", ""),
        ),
    ),
    Invented(
        "小林 芳江", "こばやし よしえ", "こばやし旅館", "女将", "yoshie@kobayashi-inn.example.jp",
        "0261-55-0138", "長野県 白馬村", "宿 白馬", "", (590, "諏訪 ものづくり交流会", ""),
        (
            (590, "cards", "both", "", "諏訪 ものづくり交流会"),
            (500, "letter", "me", "宿の椀のお礼。", ""),
            (495, "letter", "answer", "「次は雪のころに」", ""),
        ),
    ),
    Invented(
        "村上 航", "むらかみ わたる", "港町珈琲", "焙煎士", "wataru@minatomachi.example.jp",
        "090-5550-0183", "神奈川県 横須賀市", "珈琲", "", (9, "蔵前 異業種交流会", ""),
        ((9, "cards", "both", "焙煎所の二階が空いているとのこと。", "蔵前 異業種交流会"),),
    ),
    Invented(
        "望月 晴子", "もちづき はるこ", "望月茶園", "四代目", "haruko@mochizuki.example.jp",
        "054-555-0129", "静岡県 静岡市", "茶", "茶箱の直し", (360, "", "伊東 奈々"),
        (
            (360, "cards", "both", "", ""),
            (250, "gift", "them", "新茶を一缶。", ""),
            (249, "letter", "me", "お礼の葉書。", ""),
        ),
    ),
    Invented(
        "森 宗一郎", "もり そういちろう", "森漆器店", "会長", "mori@shikki.example.jp",
        "0778-55-0111", "福井県 鯖江市", "漆", "", (680, "諏訪 ものづくり交流会", ""),
        ((680, "cards", "both", "", "諏訪 ものづくり交流会"),),
    ),
    Invented(
        "矢島 ひかる", "やじま ひかる", "やじま保育園", "園長", "hikaru@yajima.example.jp",
        "0266-55-0155", "長野県 岡谷市", "教育", "", (220, "木と暮らしの朝活", ""),
        (
            (220, "cards", "both", "", "木と暮らしの朝活"),
            (110, "mail", "them", "「積み木を見に来てください」", ""),
            (108, "met", "both", "園庭で積み木。", "やじま保育園"),
        ),
    ),
    Invented(
        "山岸 徹", "やまぎし とおる", "山岸運輸", "社長", "toru@yamagishi.example.jp",
        "026-555-0192", "長野県 千曲市", "物流", "", (300, "諏訪 ものづくり交流会", ""),
        ((300, "cards", "both", "", "諏訪 ものづくり交流会"),
         (296, "mail", "me", "見積りのお願い。", "")),
    ),
    Invented(
        "吉田 環", "よしだ たまき", "環鍼灸院", "院長", "tamaki@kan.example.jp", "03-5550-0103",
        "東京都 江東区", "健康", "", (415, "", "秋山 佳代"),
        ((415, "cards", "both", "", ""), (370, "met", "both", "首と肩。", "環鍼灸院")),
    ),
    Invented(
        "林 佳慧", "りん かけい", "台湾木芸交流会", "事務局", "lin@mokugei.example",
        "+886-2-5550-0148", "台北市", "台湾 木工", "", (205, "松本クラフト交流会", ""),
        (
            (205, "cards", "both", "", "松本クラフト交流会"),
            (160, "mail", "me", "会場の写真を送った。", ""),
            (157, "mail", "answer", "「来年は台北でお会いしましょう」", ""),
        ),
    ),
    Invented(
        "若林 律", "わかばやし りつ", "律楽器", "製作家", "ritsu@gakki.example.jp",
        "090-5550-0166", "長野県 塩尻市", "楽器 木工", "よく鳴る板", (8, "松本クラフト交流会", ""),
        ((8, "cards", "both", "表板の木目の話で長くなった。", "松本クラフト交流会"),),
    ),
    Invented(
        "渡辺 敏子", "わたなべ としこ", "渡辺会計事務所", "税理士", "toshiko@watanabe.example.jp",
        "03-5550-0188", "東京都 台東区", "会計 蔵前", "", (640, "蔵前 異業種交流会", ""),
        (
            (640, "cards", "both", "", "蔵前 異業種交流会"),
            (230, "mail", "me", "年末調整の書類。", ""),
            (229, "mail", "answer", "一点だけ直しの知らせ。", ""),
        ),
    ),
)  # fmt: skip

ENGLISH = (
    Invented(
        "Claire Martin", "クレール・マルタン", "Maison Orme", "買付担当",
        "claire@maison-orme.example", "+33 1 55 50 01 42", "Paris", "器 欧州",
        "漆の手入れを見られる所、静かな喫茶店", (420, "松本クラフト交流会", ""),
        (
            (420, "cards", "both", "", "松本クラフト交流会"),
            (250, "mail", "me", "Photographs of the three finishes.", ""),
            (248, "mail", "answer", "“The matte one, without doubt.”", ""),
            (2, "mail", "them", "「11月5日から東京にいます」", ""),
        ),
    ),
    Invented(
        "Anna Lindqvist", "", "Björk & Ek", "Buyer", "anna@bjork-ek.example",
        "+46 8 555 01 30", "Stockholm", "Europe", "Bowls that stack",
        (400, "", "Claire Martin"),
        (
            (400, "cards", "both", "", ""),
            (215, "mail", "them", "Asked for samples of the oil finish.", ""),
            (214, "mail", "me", "Sent three.", ""),
        ),
    ),
    Invented(
        "Ben Carter", "", "Carter Joinery", "Joiner", "ben@carter-joinery.example",
        "+44 20 5550 0117", "Bristol", "woodwork", "", (310, "Matsumoto Craft Fair", ""),
        ((310, "cards", "both", "", "Matsumoto Craft Fair"),
         (305, "mail", "me", "The book on Japanese saws.", "")),
    ),
    Invented(
        "Elena Rossi", "", "Studio Rossi", "Designer", "elena@studiorossi.example",
        "+39 02 5550 0125", "Milano", "design Europe", "Small workshops that answer letters",
        (470, "Salone preview", ""),
        (
            (470, "cards", "both", "", "Salone preview"),
            (235, "introduction", "them", "Introduced Hugo Moreau.", ""),
        ),
    ),
    Invented(
        "Hugo Moreau", "", "Atelier Moreau", "Cabinetmaker", "hugo@atelier-moreau.example",
        "+33 4 55 50 01 09", "Lyon", "woodwork Europe", "", (235, "", "Elena Rossi"),
        ((180, "mail", "me", "Drawings of the folding stool.", ""),),
    ),
    Invented(
        "James Whitfield", "", "Whitfield & Sons", "Timber merchant", "james@whitfield.example",
        "+44 117 555 0140", "Bath", "timber", "", (530, "Matsumoto Craft Fair", ""),
        ((530, "cards", "both", "", "Matsumoto Craft Fair"),),
    ),
    Invented(
        "Maya Fernandez", "", "Casa Verde", "Owner", "maya@casaverde.example",
        "+34 91 555 01 22", "Madrid", "shop Europe", "", (365, "", "Claire Martin"),
        ((365, "cards", "both", "", ""),),
    ),
    Invented(
        "Oliver Brandt", "", "Brandt Werkzeuge", "Toolmaker", "oliver@brandt.example",
        "+49 30 5550 0171", "Berlin", "tools", "Old plane irons", (260, "", "上原 健"),
        ((260, "cards", "both", "", ""),
         (140, "mail", "me", "Asked about the plane irons.", "")),
    ),
    Invented(
        "Sofia Almeida", "", "Fio", "Weaver", "sofia@fio.example", "+351 21 555 0158",
        "Lisboa", "textile", "", (275, "", "小野寺 薫"),
        ((275, "cards", "both", "", ""),),
    ),
)  # fmt: skip

FOLLOW_UPS = {
    "早坂 美緒": (-2, "端材の見本を送る"),
    "宮下 あかり": (-1, "誕生日のまえに、ひとこと"),
    "藤堂 健一郎": (0, "早坂さんを紹介してくれたお礼"),
    "望月 晴子": (6, "茶箱の寸法を尋ねる"),
    "Anna Lindqvist": (12, "Autumn samples"),
}
"""Days from the day of filling, and the note."""
