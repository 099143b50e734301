"""The words of e-mail signatures and business cards, Japanese and English: what tells a company
from a department, a title from a name, and which words only name a field.
"""

import re

_CJK = "\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"


def _one_of(text: str) -> str:
    """A pattern of any of the words."""
    return "|".join(text.split())


def _ends(text: str) -> re.Pattern[str]:
    return re.compile(f"(?:{_one_of(text)})$")


COMPANY_FORM = _one_of(r"""
株式会社 有限会社 合同会社 合資会社 合名会社 一般社団法人 公益社団法人 一般財団法人 公益財団法人
特定非営利活動法人 NPO法人 独立行政法人 国立研究開発法人 国立大学法人 学校法人 医療法人 医療法人社団
社会福祉法人 宗教法人 弁護士法人 税理士法人 司法書士法人 監査法人
[㈱㈲㈳㈶] \((?:株|有|同|資|名|社|財|一社|一財)\)
""")
COMPANY = re.compile(COMPANY_FORM)
FORM_ALONE = re.compile(f"(?:{COMPANY_FORM})+")
PLACE_OF_WORK = _ends("""
大学 大学院 高等学校 高校 中学校 小学校 学園 学院 専門学校 病院 医院 クリニック 銀行 信用金庫
信用組合 農協 協同組合 組合 協会 連盟 連合会 財団 機構 公社 公団 商工会議所 商工会 事務所 工房
商店 商会 製作所 製材 酒造 醸造 書店 出版 新聞社 農園 旅館 温泉 食堂 珈琲店 珈琲 美術館 博物館
図書館 市役所 区役所 町役場 村役場 県庁 都庁 府庁 道庁 スタジオ 製菓 製薬 建設 工務店 本舗
有限公司 ..堂 ..屋 ..省 ..庁 ..[^支本]店
""")
TITLE = _ends("""
代表 取締役 会長 社長 専務 常務 執行役員? 役員 監査役 部長 次長 課長 係長 所長 店長 室長 局長
院長 校長 学長 館長 園長 支店長 支社長 本部長 工場長 編集長 グループ長 チーム長 センター長 隊長
組合長 理事長 理事 監事 幹事 顧問 相談役 参与 参事 主任 主査 主幹 主事 主席 主管 担当 代理 補佐
心得 秘書 教授 准教授 助教 講師 研究員 研究者 学芸員 司書 弁護士 税理士 会計士 司法書士 行政書士
社労士 労務士 弁理士 建築士 建築家 診断士 鑑定士 医師 獣医師 看護師 薬剤師 技師 技術士 整体師
デザイナー エンジニア マネージャー マネジャー リーダー ディレクター プロデューサー
コンサルタント プランナー アドバイザー アナリスト プログラマー ライター 編集者 記者 カメラマン
フォトグラファー イラストレーター アーキテクト スペシャリスト オーナー シェフ 店主 女将 杜氏
蔵元 職人 作家 棟梁 住職 スタッフ アシスタント パートナー ファウンダー エバンジェリスト 営業
広報
""")
DEPARTMENT = _ends("""
部 課 室 局 係 科 班 グループ チーム センター 本部 事業部 部門 支店 支社 支部 支局 営業所 出張所
研究所 研究室 工場 学部 研究科 学科 専攻 編集部 ユニット ラボ オフィス 委員会 事務局 本社 本店
本社営業 医局 病棟 コース
""")
TITLES = frozenset(
    """
accountant administrator adviser advisor analyst architect artist assistant associate attorney
buyer ceo cfo chair chairman chairperson chairwoman chef chro cio ciso cmo co-founder cofounder
consultant coo coordinator counsel cpo cto curator designer developer director editor engineer
evangelist evp executive fellow founder head journalist lawyer lead leader lecturer librarian
manager nurse officer owner partner pharmacist photographer physician planner president
principal producer professor recruiter representative researcher sales salesman scientist
secretary specialist strategist supervisor svp teacher technician vice vp writer
""".split()
)
COMPANIES = frozenset(
    """
ab ag agency association b.v. bank brewery bv clinic co. college company corp corp. corporation
farm foundation gallery gmbh group holdings hospital inc inc. incorporated institute k.k. kk
l.l.c. laboratories labs limited llc llp ltd ltd. ministry museum oy partners plc pty s.a.
s.a.r.l. s.p.a. sa sarl sas school society srl studio studios university workshop
""".split()
)
SURE_COMPANIES = frozenset(COMPANIES - {"partners", "society", "school", "farm", "workshop"})
_DEPARTMENTS = "department dept dept. division div. div team section bureau faculty"
DEPARTMENTS = frozenset(_DEPARTMENTS.split())
FIELDS_OF_WORK = frozenset("marketing engineering operations affairs finance logistics".split())
DEGREE = re.compile(r",? (?:Ph\.?D\.?|M\.?D\.?|MBA|CPA|Esq\.?|Jr\.?|Sr\.?)$")
NO_NAMES = frozenset(
    """
and android at avenue berlin best building cheers confidential consider cordially dear
environment facebook floor follow for from hello hi in instagram ipad iphone japan kind kingdom
kyoto linkedin london mobile my new notice of on osaka outlook paris please regards respectfully
road sent sincerely states street thank thanks that the this to tokyo tower twitter uk united
usa warm with york you yours
""".split()
)
STREET = re.compile(
    r"\b(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Lane|Ln|Drive|Way|Square|Sq|Place|Court|"
    r"Suite|Parkway|Highway|rue|allée|Platz|P\.?O\.? Box)\b|(?:straße|strasse|str\.) ?\d|"
    r"-(?:ku|shi|cho|machi|chome|ken|gun|mura)\b",
    re.IGNORECASE,
)
BUILDING = re.compile(
    _one_of("ビル タワー マンション ハイツ コーポ 会館 プラザ スクエア ヒルズ 階 号室 号館 棟")
    + r"|\d ?F\b|\b(?:Bldg|Building|Floor|Tower|Suite|Room|Unit)\b",
    re.IGNORECASE,
)
PREFECTURE = re.compile(f"東京都|北海道|(?:京都|大阪)府|[{_CJK}]{{2,3}}県")
CITY = re.compile(
    r"[^\d\s]{1,8}?郡[^\d\s]{1,8}?[町村]|[^\d\s]{1,8}?市[^\d\s]{1,6}?区|[^\d\s]{1,8}?[市区町村]"
)
POSTAL = re.compile(r"(?P<mark>〒|郵便番号)?[ :]{0,3}(?P<code>\d{3}-?\d{4})(?!\d|-\d)")

_NUMBER = _one_of("""
TEL Tél Telephone Phone Ph 電話番号 電話 でんわ 直通 代表番号 代表 代 携帯電話 携帯番号 携帯
けいたい Mobile Mob Cellphone Cell FAX ファックス ファクス ファクシミリ Office Direct Work Home Main
会社 自宅 本社 支社 [TMFCDPOWH](?![a-z])
""")
NUMBER_LABEL = re.compile(
    rf"(?:^|(?<=[^A-Za-z0-9{_CJK}]))((?:{_NUMBER})(?:[ /&・]{{0,3}}\(?(?:{_NUMBER})\)?){{0,3}})"
    r"[ :.)\]】>・]{0,4}$",
    re.IGNORECASE,
)
LABEL_BEHIND = re.compile(
    r" ?\((代表番号|代表|直通|代|携帯|会社|自宅|本社|mobile|direct|main|office|home|cell|fax)\)",
    re.IGNORECASE,
)
MAIL_LABEL = re.compile(
    r"(?:e-?mail(?: address)?|mail|電子メール|eメール|メールアドレス|メール|mailto|(?<![a-z])e)"
    r"[ :.)\]】<]{0,4}$",
    re.IGNORECASE,
)
LINK_LABEL = re.compile(
    r"(?:url|hp|website|web site|webサイト|web|homepage|ホームページ|ウェブサイト|ウェブ|サイト|"
    r"(?<![a-z])w)[ :.)\]】<]{0,4}$",
    re.IGNORECASE,
)
ADDRESS_LABEL = re.compile(
    r"(?:所在地|住所|本社所在地|address|add|〒)[ :.)\]】]{0,4}$", re.IGNORECASE
)
FIELDS = {
    **dict.fromkeys(
        "会社名 社名 企業名 勤務先 所属先 company organization organisation".split(), "organization"
    ),
    **dict.fromkeys("部署名 部署 所属 department".split(), "department"),
    **dict.fromkeys(("役職名", "役職", "肩書", "job title", "title", "position"), "title"),
    **dict.fromkeys("氏名 お名前 名前 担当者 name".split(), "name"),
    **dict.fromkeys("ふりがな フリガナ よみ 読み reading".split(), "reading"),
}
"""Words before a colon that say which field follows, in the order in which they are tried."""
FIELD = re.compile(f"(?P<key>{'|'.join(FIELDS)}) ?[:：] ?", re.IGNORECASE)
