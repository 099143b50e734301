"""Signatures and cards made up after real shapes, and what is to be read of each.

Keys: name, reading, org, dept, title, mail, tel, url, at (addresses), note. What is not named is
to be empty.
"""

TABLE: list[tuple[str, dict[str, object]]] = [
    (
        """\
――――――――――――――――――――
株式会社こもれび工房
営業部 課長
早坂 美緒（はやさか みお）
〒390-0811 長野県松本市中央1-2-3 こもれびビル2F
TEL：0263-55-0142　FAX：0263-55-0143
携帯：090-5550-0142
E-mail：mio@komorebi.example.jp
URL：https://komorebi.example.jp/
――――――――――――――――――――""",
        {
            "name": ("早坂 美緒", "早坂", "美緒"),
            "reading": ("はやさか", "みお"),
            "org": "株式会社こもれび工房",
            "dept": "営業部",
            "title": "課長",
            "mail": ["mio@komorebi.example.jp"],
            "tel": [("0263-55-0142", "TEL"), ("0263-55-0143", "FAX"), ("090-5550-0142", "携帯")],
            "url": ["https://komorebi.example.jp/"],
            "at": [("390-0811", "長野県", "松本市", "中央1-2-3 こもれびビル2F")],
        },
    ),
    (
        """\
藤堂 健一郎
北辰精密工業㈱ 技術開発部 部長
〒144-0052
東京都大田区蒲田5-6-7
北辰ビル3階
電話 03-5555-0100（代表）
直通 03-5555-0111
todo@hokushin.example.co.jp""",
        {
            "name": ("藤堂 健一郎", "藤堂", "健一郎"),
            "org": "北辰精密工業㈱",
            "dept": "技術開発部",
            "title": "部長",
            "mail": ["todo@hokushin.example.co.jp"],
            "tel": [("03-5555-0100", "電話 代表"), ("03-5555-0111", "直通")],
            "at": [("144-0052", "東京都", "大田区", "蒲田5-6-7 北辰ビル3階")],
        },
    ),
    (
        """\
Claire Martin
Head of Partnerships | Maison Orme
12 rue des Archives, 75004 Paris
+33 1 55 55 01 42
claire.martin@orme.example.fr
www.orme.example.fr""",
        {
            "name": ("Claire Martin", "Martin", "Claire"),
            "title": "Head of Partnerships",
            "mail": ["claire.martin@orme.example.fr"],
            "tel": [("+33 1 55 55 01 42", None)],
            "url": ["www.orme.example.fr"],
            "at": [(None, None, None, "12 rue des Archives, 75004 Paris")],
            "note": "Maison Orme",
        },
    ),
    (
        """\
Thomas Walker, PhD
Senior Software Engineer
Acme Widgets, Inc.
123 Main Street, Springfield, IL 62704
Office: (555) 123-4567 x89
Mobile: +1 555-123-9999
thomas@acme.example.com""",
        {
            "name": ("Thomas Walker, PhD", "Walker", "Thomas"),
            "org": "Acme Widgets, Inc.",
            "title": "Senior Software Engineer",
            "mail": ["thomas@acme.example.com"],
            "tel": [("(555) 123-4567 x89", "Office"), ("+1 555-123-9999", "Mobile")],
            "at": [(None, None, None, "123 Main Street, Springfield, IL 62704")],
        },
    ),
    (
        """\
(株)みらい商事　東京支店　営業第一課
佐藤　花子
Hanako SATO
TEL 03-1234-5678 / FAX 03-1234-5679
hanako.sato@mirai.example.jp""",
        {
            "name": ("佐藤 花子", "佐藤", "花子"),
            "org": "(株)みらい商事",
            "dept": "東京支店 営業第一課",
            "mail": ["hanako.sato@mirai.example.jp"],
            "tel": [("03-1234-5678", "TEL"), ("03-1234-5679", "FAX")],
            "note": "Hanako SATO",
        },
    ),
    (
        """\
宮下酒造有限会社
代表取締役社長 宮下あかり
岐阜県高山市上三之町1-1
0577-55-0123""",
        {
            "name": ("宮下あかり", None, None),
            "org": "宮下酒造有限会社",
            "title": "代表取締役社長",
            "tel": [("0577-55-0123", None)],
            "at": [(None, "岐阜県", "高山市", "上三之町1-1")],
        },
    ),
    (
        """\
服部 渡
東京大学 工学部 機械工学科 准教授
〒113-8656 東京都文京区本郷7-3-1
Tel: 03-5841-0000 (内線 21234)
hattori@u.example.ac.jp""",
        {
            "name": ("服部 渡", "服部", "渡"),
            "org": "東京大学",
            "dept": "工学部 機械工学科",
            "title": "准教授",
            "mail": ["hattori@u.example.ac.jp"],
            "tel": [("03-5841-0000 (内線 21234)", "Tel")],
            "at": [("113-8656", "東京都", "文京区", "本郷7-3-1")],
        },
    ),
    (
        """\
土屋 さくら
フリーランス デザイナー
sakura@example.com
https://sakura.example.com
X: @sakura_design""",
        {
            "name": ("土屋 さくら", "土屋", "さくら"),
            "title": "デザイナー",
            "mail": ["sakura@example.com"],
            "url": ["https://sakura.example.com"],
            "note": "フリーランス\nX: @sakura_design",
        },
    ),
    (
        """\
Best regards,

Maria Lopez
Marketing Manager
Blue Harbor LLC
T: 212-555-0100 | M: 917-555-0101
maria@blueharbor.example
Sent from my iPhone""",
        {
            "name": ("Maria Lopez", "Lopez", "Maria"),
            "org": "Blue Harbor LLC",
            "title": "Marketing Manager",
            "mail": ["maria@blueharbor.example"],
            "tel": [("212-555-0100", "T"), ("917-555-0101", "M")],
            "note": "Best regards\nSent from my iPhone",
        },
    ),
    (
        """\
お世話になっております。
先日の件、よろしくお願いいたします。
==============================
合同会社ツナグ
山田太郎
〒530-0001 大阪府大阪市北区梅田2-4-9 ブリーゼタワー15F
☎ 06-1234-5678 📱 080-1234-5678
✉ yamada@tsunagu.example
==============================""",
        {
            "name": ("山田太郎", None, None),
            "org": "合同会社ツナグ",
            "mail": ["yamada@tsunagu.example"],
            "tel": [("06-1234-5678", None), ("080-1234-5678", None)],
            "at": [("530-0001", "大阪府", "大阪市北区", "梅田2-4-9 ブリーゼタワー15F")],
            "note": "お世話になっております。\n先日の件、よろしくお願いいたします。",
        },
    ),
    (
        """\
会社名：株式会社オリーブ
部署名：商品企画部
役職：主任
氏名：中島 由紀子
ふりがな：なかじま ゆきこ
住所：〒761-0101 香川県高松市春日町100
TEL：087-555-0100
メール：y.nakajima@olive.example.jp""",
        {
            "name": ("中島 由紀子", "中島", "由紀子"),
            "reading": ("なかじま", "ゆきこ"),
            "org": "株式会社オリーブ",
            "dept": "商品企画部",
            "title": "主任",
            "mail": ["y.nakajima@olive.example.jp"],
            "tel": [("087-555-0100", "TEL")],
            "at": [("761-0101", "香川県", "高松市", "春日町100")],
        },
    ),
    (
        """\
Name: Kenji Sato
Company: Sato Lumber Co., Ltd.
Title: President
Phone: +81-3-5555-1234
Email: kenji@satolumber.example
Web: https://satolumber.example""",
        {
            "name": ("Kenji Sato", "Sato", "Kenji"),
            "org": "Sato Lumber Co., Ltd.",
            "title": "President",
            "mail": ["kenji@satolumber.example"],
            "tel": [("+81-3-5555-1234", "Phone")],
            "url": ["https://satolumber.example"],
        },
    ),
    (
        """\
代表取締役　島田 惣一
島田製材
〒９３９－８２０１
富山県富山市花園町１－２－３
ＴＥＬ　０７６－５５５－０１２３
ｍａｉｌ　ｓｈｉｍａｄａ＠ｌｕｍｂｅｒ．ｅｘａｍｐｌｅ""",
        {
            "name": ("島田 惣一", "島田", "惣一"),
            "org": "島田製材",
            "title": "代表取締役",
            "mail": ["shimada@lumber.example"],
            "tel": [("076-555-0123", "TEL")],
            "at": [("939-8201", "富山県", "富山市", "花園町1-2-3")],
        },
    ),
    (
        """\
青葉司法書士事務所
司法書士　佐久間 理恵
横浜市中区山下町1-2-3
TEL/FAX 045-555-0100""",
        {
            "name": ("佐久間 理恵", "佐久間", "理恵"),
            "org": "青葉司法書士事務所",
            "title": "司法書士",
            "tel": [("045-555-0100", "TEL/FAX")],
            "at": [(None, None, "横浜市中区", "山下町1-2-3")],
        },
    ),
    (
        """\
Dr. Anna Schmidt
Abteilung Vertrieb
Holzwerk GmbH
Hauptstraße 12, 80331 München
Tel.: +49 89 5550100
a.schmidt@holzwerk.example.de""",
        {
            "name": ("Dr. Anna Schmidt", "Schmidt", "Anna"),
            "org": "Holzwerk GmbH",
            "mail": ["a.schmidt@holzwerk.example.de"],
            "tel": [("+49 89 5550100", "Tel")],
            "at": [(None, None, None, "Hauptstraße 12, 80331 München")],
            "note": "Abteilung Vertrieb",
        },
    ),
    (
        """\
TANAKA Taro
General Manager, Overseas Division
Nippon Rail Co., Ltd.
1-2-3 Marunouchi, Chiyoda-ku, Tokyo 100-0005
Phone +81-3-5555-0000""",
        {
            "name": ("TANAKA Taro", "TANAKA", "Taro"),
            "org": "Nippon Rail Co., Ltd.",
            "dept": "Overseas Division",
            "title": "General Manager",
            "tel": [("+81-3-5555-0000", "Phone")],
            "at": [(None, None, None, "1-2-3 Marunouchi, Chiyoda-ku, Tokyo 100-0005")],
        },
    ),
    (
        """\
一般社団法人 蔵前朝活
事務局長 原田 渉
harada@asakatsu.example.org""",
        {
            "name": ("原田 渉", "原田", "渉"),
            "org": "一般社団法人 蔵前朝活",
            "title": "事務局長",
            "mail": ["harada@asakatsu.example.org"],
        },
    ),
    (
        """\
はやさか みお
早坂 美緒
こもれび工房
090-5550-0142""",
        {
            "name": ("早坂 美緒", "早坂", "美緒"),
            "reading": ("はやさか", "みお"),
            "org": "こもれび工房",
            "tel": [("090-5550-0142", None)],
        },
    ),
    (
        """\
高橋 (たかはし)
090-1111-2222""",
        {"tel": [("090-1111-2222", None)], "note": "高橋 (たかはし)"},
    ),
    (
        """\
John Smith <john@smith.example>
Acme Corp
555-123-4567""",
        {
            "name": ("John Smith", "Smith", "John"),
            "org": "Acme Corp",
            "mail": ["john@smith.example"],
            "tel": [("555-123-4567", None)],
        },
    ),
    (
        """\
㈱ 春風
取締役 兼 CTO
渡部 健太
watanabe@harukaze.example""",
        {
            "name": ("渡部 健太", "渡部", "健太"),
            "org": "㈱ 春風",
            "title": "取締役 兼 CTO",
            "mail": ["watanabe@harukaze.example"],
        },
    ),
    (
        """\
国立研究開発法人 産業技術研究所
エネルギー部門 主任研究員
岡部　誠
okabe@aist.example.jp
つくば市梅園1-1-1""",
        {
            "name": ("岡部 誠", "岡部", "誠"),
            "org": "国立研究開発法人 産業技術研究所",
            "dept": "エネルギー部門",
            "title": "主任研究員",
            "mail": ["okabe@aist.example.jp"],
            "at": [(None, None, "つくば市", "梅園1-1-1")],
        },
    ),
    (
        """\
--
Jane Doe (she/her)
Product Designer
Studio North
jane@north.example
linkedin.com/in/janedoe""",
        {
            "name": ("Jane Doe", "Doe", "Jane"),
            "org": "Studio North",
            "title": "Product Designer",
            "mail": ["jane@north.example"],
            "note": "(she/her)\nlinkedin.com/in/janedoe",
        },
    ),
    (
        """\
李 明
上海電子有限公司
liming@sh.example.cn
+86 21 5555 0100""",
        {
            "name": ("李 明", "李", "明"),
            "org": "上海電子有限公司",
            "mail": ["liming@sh.example.cn"],
            "tel": [("+86 21 5555 0100", None)],
        },
    ),
    (
        """\
鈴木一郎
090-2222-3333
suzuki@example.jp
趣味は釣りです。""",
        {
            "name": ("鈴木一郎", None, None),
            "mail": ["suzuki@example.jp"],
            "tel": [("090-2222-3333", None)],
            "note": "趣味は釣りです。",
        },
    ),
    (
        """\
株式会社テスト／開発本部／第二グループ
リーダー　阿部 翔
abe@test.example""",
        {
            "name": ("阿部 翔", "阿部", "翔"),
            "org": "株式会社テスト",
            "dept": "開発本部 第二グループ",
            "title": "リーダー",
            "mail": ["abe@test.example"],
        },
    ),
    (
        """\
小林 直子 様
NPO法人まちの灯
kobayashi@machi.example.org
TEL：0120-555-010（フリーダイヤル）""",
        {
            "name": ("小林 直子", "小林", "直子"),
            "org": "NPO法人まちの灯",
            "mail": ["kobayashi@machi.example.org"],
            "tel": [("0120-555-010", "TEL")],
            "note": "様\n(フリーダイヤル)",
        },
    ),
    (
        """\
日本語名刺
田村 灯
TAMURA AKARI
灯和紙店
店主
〒501-3700 岐阜県美濃市泉町1883-3
Tel 0575-55-0100 Mobile 080-5555-0100
Mail akari@tomoshibi.example
HP http://tomoshibi.example""",
        {
            "name": ("田村 灯", "田村", "灯"),
            "org": "灯和紙店",
            "title": "店主",
            "mail": ["akari@tomoshibi.example"],
            "tel": [("0575-55-0100", "Tel"), ("080-5555-0100", "Mobile")],
            "url": ["http://tomoshibi.example"],
            "at": [("501-3700", "岐阜県", "美濃市", "泉町1883-3")],
            "note": "日本語名刺\nTAMURA AKARI",
        },
    ),
    (
        """\
Sarah O'Connor
Vice President of Sales
Green Valley Foods, Ltd.
sarah.oconnor@greenvalley.example
Direct: 020 7946 0018
Cell: 07700 900123""",
        {
            "name": ("Sarah O'Connor", "O'Connor", "Sarah"),
            "org": "Green Valley Foods, Ltd.",
            "title": "Vice President of Sales",
            "mail": ["sarah.oconnor@greenvalley.example"],
            "tel": [("020 7946 0018", "Direct"), ("07700 900123", "Cell")],
        },
    ),
    (
        """\
Jean-Pierre Dupont
Directeur commercial
SARL Dupont et fils
Tél. : 01 55 55 01 42
jp.dupont@dupont.example.fr""",
        {
            "name": ("Jean-Pierre Dupont", "Dupont", "Jean-Pierre"),
            "org": "SARL Dupont et fils",
            "mail": ["jp.dupont@dupont.example.fr"],
            "tel": [("01 55 55 01 42", "Tél")],
            "note": "Directeur commercial",
        },
    ),
    (
        """\
金子彰
木曽漆器工房 塗師
長野県塩尻市木曽平沢2-1
0264-55-0100""",
        {
            "name": ("金子彰", None, None),
            "org": "木曽漆器工房",
            "tel": [("0264-55-0100", None)],
            "at": [(None, "長野県", "塩尻市", "木曽平沢2-1")],
            "note": "塗師",
        },
    ),
    (
        """\
㈲まるや　代表　大橋みどり
Fax 0776-55-0101 Tel 0776-55-0100
maruya@example.jp""",
        {
            "name": ("大橋みどり", None, None),
            "org": "㈲まるや",
            "title": "代表",
            "mail": ["maruya@example.jp"],
            "tel": [("0776-55-0101", "Fax"), ("0776-55-0100", "Tel")],
        },
    ),
    (
        """\
学校法人青空学園
理事長　石川 博
〒981-0912 宮城県仙台市青葉区堤町1-2
電話番号：022-555-0100
ファックス：022-555-0101""",
        {
            "name": ("石川 博", "石川", "博"),
            "org": "学校法人青空学園",
            "title": "理事長",
            "tel": [("022-555-0100", "電話番号"), ("022-555-0101", "ファックス")],
            "at": [("981-0912", "宮城県", "仙台市青葉区", "堤町1-2")],
        },
    ),
    (
        """\
Emily Chen | Director | Lotus Bank
E: emily.chen@lotus.example
M: +65 8555 0100""",
        {
            "name": ("Emily Chen", "Chen", "Emily"),
            "org": "Lotus Bank",
            "title": "Director",
            "mail": ["emily.chen@lotus.example"],
            "tel": [("+65 8555 0100", "M")],
        },
    ),
    (
        """\
森
mori@example.jp""",
        {"mail": ["mori@example.jp"], "note": "森"},
    ),
    (
        """\
営業時間 9:00-18:00
定休日 水曜
カフェひだまり
店長 西村 優
0467-55-0100
https://hidamari.example
@hidamari_cafe""",
        {
            "name": ("西村 優", "西村", "優"),
            "title": "店長",
            "tel": [("0467-55-0100", None)],
            "url": ["https://hidamari.example"],
            "note": "営業時間 9:00-18:00\n定休日 水曜\n@hidamari_cafe\nカフェひだまり",
        },
    ),
    (
        """\
医療法人社団さくら会 さくら病院
内科 医師 清水 健
〒604-8006 京都府京都市中京区河原町通1-2
075-555-0100""",
        {
            "name": ("清水 健", "清水", "健"),
            "org": "医療法人社団さくら会",
            "dept": "内科",
            "title": "医師",
            "tel": [("075-555-0100", None)],
            "at": [("604-8006", "京都府", "京都市中京区", "河原町通1-2")],
            "note": "さくら病院",
        },
    ),
    (
        """\
Prof. Hiroshi Yamamoto
Graduate School of Science, Kyoto University
hiroshi@kyoto-u.example.ac.jp""",
        {
            "name": ("Prof. Hiroshi Yamamoto", "Yamamoto", "Hiroshi"),
            "org": "Kyoto University",
            "mail": ["hiroshi@kyoto-u.example.ac.jp"],
            "note": "Graduate School of Science",
        },
    ),
    (
        """\
富士山株式会社
東日本事業部 静岡営業所 所長
望月 大輔
モチヅキ ダイスケ
〒420-0851 静岡県静岡市葵区黒金町1-1
054-555-0100（直通）""",
        {
            "name": ("望月 大輔", "望月", "大輔"),
            "reading": ("モチヅキ", "ダイスケ"),
            "org": "富士山株式会社",
            "dept": "東日本事業部 静岡営業所",
            "title": "所長",
            "tel": [("054-555-0100", "直通")],
            "at": [("420-0851", "静岡県", "静岡市葵区", "黒金町1-1")],
        },
    ),
    (
        """\
川口 真央
株式会社 川口デザイン
〒150-0001
渋谷区神宮前1-2-3
03.5555.0199
mao@kawaguchi.example""",
        {
            "name": ("川口 真央", "川口", "真央"),
            "org": "株式会社 川口デザイン",
            "mail": ["mao@kawaguchi.example"],
            "tel": [("03.5555.0199", None)],
            "at": [("150-0001", None, "渋谷区", "神宮前1-2-3")],
        },
    ),
    (
        """\
Tel 03-5555-0100
Fax 03-5555-0101""",
        {"tel": [("03-5555-0100", "Tel"), ("03-5555-0101", "Fax")]},
    ),
    (
        """\
ただの文章です。明日の会議は10時からです。""",
        {"note": "ただの文章です。明日の会議は10時からです。"},
    ),
    (
        """\
会社名: こもれび工房
会社名: 川口デザイン
ふりがな: たかはし あや
氏名: 高橋 彩(タカハシ アヤ)
氏名: 鈴木 健""",
        {
            "name": ("高橋 彩", "高橋", "彩"),
            "reading": ("たかはし", "あや"),
            "org": "こもれび工房",
            "note": "会社名: 川口デザイン\n氏名: 鈴木 健",
        },
    ),
    (
        """\
ふりがな: たかはし あや
氏名: 高橋 彩(こうはし さい)""",
        {
            "name": ("高橋 彩", "高橋", "彩"),
            "reading": ("たかはし", "あや"),
            "note": "こうはし さい",
        },
    ),
    (
        """\
Name: Bob 3rd (ボブ)
Address: 12 High Street
以上""",
        {"at": [(None, None, None, "12 High Street")], "note": "Name: Bob 3rd (ボブ)\n以上"},
    ),
    (
        """\
〒150-0001
〒150-0002 東京都渋谷区神宮前1-2-3""",
        {"at": [("150-0001", "東京都", "渋谷区", "神宮前1-2-3")], "note": "150-0002"},
    ),
    (
        """\
〒150-0001
〒150-0001 東京都渋谷区神宮前1-2-3""",
        {"at": [("150-0001", "東京都", "渋谷区", "神宮前1-2-3")]},
    ),
    (
        """\
たかはし
あやの
Phone booth at 12 High Street
Acme Inc., , Beta Ltd.""",
        {"org": "Acme Inc.", "note": "あやの\nPhone booth at 12 High Street\nBeta Ltd.\nたかはし"},
    ),
    (
        "株式会社" + "み" * 40,
        {"note": "株式会社" + "み" * 40},
    ),
    (
        "\n".join(["Sales department"] * 20),
        {
            "dept": " ".join(["Sales department"] * 12),
            "note": "\n".join(["Sales department"] * 8),
        },
    ),
]
