"""Columns: what the columns of a table mean, by their headers, and by what stands in them where
the header says nothing we know.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from app.domain.folding import fold
from app.domain.remembered import remembered


class Field(StrEnum):
    """What a column may hold. VALUE fields of one `group` belong together."""

    FULL = "full"
    FAMILY = "family"
    GIVEN = "given"
    MIDDLE = "middle"
    PREFIX = "prefix"
    SUFFIX = "suffix"
    NICKNAME = "nickname"
    READING = "reading"
    READING_FAMILY = "reading_family"
    READING_GIVEN = "reading_given"
    ORGANIZATION = "organization"
    DEPARTMENT = "department"
    TITLE = "title"
    EMAIL = "email"
    PHONE = "phone"
    URL = "url"
    ADDRESS = "address"
    STREET = "street"
    CITY = "city"
    REGION = "region"
    POSTAL_CODE = "postal_code"
    COUNTRY = "country"
    LABEL = "label"
    BIRTHDAY = "birthday"
    NOTE = "note"
    TAGS = "tags"
    MET_ON = "met_on"
    GATHERING = "gathering"
    INTRODUCED_BY = "introduced_by"
    RELATED = "related"
    DATE = "date"
    ACCOUNT = "account"
    SERVICE = "service"
    FURTHER_COMPANY = "further_company"
    FURTHER_DEPARTMENT = "further_department"
    FURTHER_TITLE = "further_title"
    KEPT = "kept"


@dataclass(frozen=True, slots=True)
class Column:
    """One column. `label` is what its header says of a value (work, cell); `group` binds a value to
    its label column, and the parts of one address; `month_first` is how the column's own dates
    with strokes are to be read (None: nothing in it tells).
    """

    header: str
    field: Field = Field.KEPT
    label: str = ""
    group: str = ""
    month_first: bool | None = None

    def meaning(self, field: Field) -> "Column":
        """The column with another meaning than its header was taken for."""
        if field is self.field:
            return self
        group = "" if field in PLACE else self.header
        return Column(self.header, field, self.label if field in _VALUES else "", group)


IDENTIFYING = frozenset(
    {
        Field.FULL, Field.FAMILY, Field.GIVEN, Field.ORGANIZATION, Field.EMAIL, Field.PHONE,
    }
)  # fmt: skip
"""Without one of them a table tells of nobody."""

PLACE = frozenset(
    {Field.STREET, Field.CITY, Field.REGION, Field.POSTAL_CODE, Field.COUNTRY, Field.ADDRESS}
)
_VALUES = frozenset({Field.EMAIL, Field.PHONE, Field.URL})

_HEADERS: dict[Field, str] = {
    Field.FULL: """
        姓名 氏名(漢字)
        氏名 名前 お名前 フルネーム 表示名 宛名 担当 担当者 担当者名 ご担当者 ご担当者名
        name fullname displayname contactname anzeigename ansprechpartner
    """,
    Field.FAMILY: "姓(漢字) last 姓 苗字 名字 familyname lastname surname nachname",
    Field.GIVEN: "名(漢字) first 名 givenname firstname forename vorname",
    Field.MIDDLE: "ミドルネーム additionalname middlename weiterevornamen",
    Field.PREFIX: "敬称 肩書(敬称) nameprefix prefix salutation anrede titel",
    Field.SUFFIX: "namesuffix suffix 接尾辞",
    Field.NICKNAME: "ニックネーム 愛称 nickname spitzname",
    Field.READING: "yominame phoneticname",
    Field.READING_FAMILY: """
        せい セイ familynameyomi lastnameyomi phoneticlastname phoneticfamilyname yomilastname
        ausspracheformnachname
    """,
    Field.READING_GIVEN: """
        めい メイ givennameyomi firstnameyomi phoneticfirstname phoneticgivenname yomifirstname
        ausspracheformvorname
    """,
    Field.ORGANIZATION: """
        会社 会社名 貴社名 御社名 勤務先 勤務先名 所属 所属先 組織 組織名 法人名 企業名 団体名
        company companyname accountname organization organisation organizationname
        organization1name employer firma unternehmen
    """,
    Field.DEPARTMENT: """
        部署 部署名 部門 所属部署 部課名 department organizationdepartment organization1department
        abteilung department1
    """,
    Field.TITLE: """
        role job
        役職 役職名 肩書 肩書き 職名 jobtitle position organizationtitle organization1title title
        berufsbezeichnung
    """,
    Field.EMAIL: """
        メール メールアドレス 電子メール 電子メールアドレス eメール eメールアドレス email mail
        emailaddress emailアドレス mailaddress primaryemail emailadresse
    """,
    Field.PHONE: """
        contactnumber contactno
        電話 電話番号 tel tel番号 phone phonenumber telephone telephonenumber telefon
        telefonnummer primaryphone
    """,
    Field.URL: """
        websiteurl
        url ホームページ webサイト ウェブサイト webページ hp サイト website webpage homepage
        webseite web
    """,
    Field.ADDRESS: "住所 所在地 address adresse postaladdress addressformatted",
    Field.STREET: """
        番地 町名番地 番地ビル名 番地建物名 町域番地 建物 建物名 ビル名 マンション名 street
        streetaddress addressline addressstreet strasse straße
    """,
    Field.CITY: "市区町村 市区郡 市 city town ort stadt addresscity",
    Field.REGION: """
        都道府県 県 region state province bundesland stateprovince addressregion bundeslandkanton
    """,
    Field.POSTAL_CODE: """
        zippostalcode
        郵便番号 〒 postalcode zip zipcode postcode plz postleitzahl addresspostalcode
    """,
    Field.COUNTRY: "国 国名 国/地域 country countryregion land landregion addresscountry",
    Field.BIRTHDAY: "誕生日 生年月日 birthday birthdate dateofbirth geburtstag geburtsdatum",
    Field.NOTE: """
        メモ 備考 コメント ノート note notes comment comments memo remarks notizen bemerkungen
    """,
    Field.TAGS: """
        タグ ラベル 分類 分類項目 グループ カテゴリ カテゴリー labels tags tag categories category
        groupmembership group groups kategorien
    """,
    Field.MET_ON: """
        metdate datemet
        名刺交換日 交換日 出会った日 名刺交換日時 meton connectedon exchangedon dateexchanged
    """,
    Field.GATHERING: """
        出会い 出会った場所 交換場所 名刺交換場所 集まり イベント イベント名
        metat wherewemet event eventname
    """,
    Field.INTRODUCED_BY: "紹介者 紹介 introducedby referredby empfohlenvon",
}
_MARKS = re.compile(r"[\s\-‐－_:：.・*'’\"/]+")


def plain(header: str) -> str:
    """A header without spaces, marks and widths, so that E-mail Address and email_address meet."""
    return _MARKS.sub("", fold(header))


_BY_NAME = {plain(name): field for field, names in _HEADERS.items() for name in names.split()}

_PLACES = {
    "work": """
        business work office company 勤務先 会社 職場 事業所
        geschäftlich arbeitsadresse arbeits arbeit
    """,
    "home": "home personal 自宅 個人 privatadresse privat private",
    "直通": "直通",
    "部門": "部門",
    "mailing": "mailing",
    "billing": "billing",
    "shipping": "shipping",
    "other": "other その他 weitere weiteres weiterer andereadr andere 別の",
}
_PLACE_WORDS = sorted(
    ((plain(word), label) for label, words in _PLACES.items() for word in words.split()),
    key=lambda pair: -len(pair[0]),
)
_PHONES = {
    "cell": """
        携帯 携帯電話 携帯番号 携帯電話番号 モバイル mobile mobilephone mobilenumber cell cellphone
        mobiltelefon handy
    """,
    "fax": "fax ファックス ファクス faxnumber fax番号 faxphone",
    "main": """
        代表 代表電話 会社代表 tel会社 会社tel 会社電話 会社電話番号
        companymainphone main mainphone hauptnummer haupttelefon telefonfirma
    """,
    "pager": "pager ポケベル pagernummer",
    "car": "carphone autotelefon 自動車電話",
}
_PHONE_WORDS = {plain(w): label for label, words in _PHONES.items() for w in words.split()}
_READINGS = sorted(
    map(
        plain,
        """
        ふりがな フリガナ よみ よみがな 読み 読み仮名 読み方 の読み カナ かな カタカナ ひらがな kana
        furigana katakana hiragana
        """.split(),
    ),
    key=len,
    reverse=True,
)
_READ = {
    "": Field.READING, Field.FULL: Field.READING, Field.FAMILY: Field.READING_FAMILY,
    Field.GIVEN: Field.READING_GIVEN,
}  # fmt: skip
_ADDRESSEE = "宛名"
_SEVERAL = frozenset({Field.DEPARTMENT, Field.NOTE, Field.TAGS})
"""Fields that further columns with a number go on with; of others only the first is the field."""
_NUMBERED = re.compile(r"(.+?)\s*(\d{1,2})\s*-\s*(.+)")
_PARTS = re.compile(r"[/／|｜()（）\n]")
_NUMBER = re.compile(r"(?<!\d)\d{1,2}(?!\d)")
_ADDRESS_PARTS = {
    "formatted": Field.ADDRESS, "street": Field.STREET, "city": Field.CITY,
    "region": Field.REGION, "postalcode": Field.POSTAL_CODE, "country": Field.COUNTRY,
}  # fmt: skip
_GROUPS = {
    "email": Field.EMAIL, "phone": Field.PHONE, "website": Field.URL, "address": Field.ADDRESS,
    "relation": Field.RELATED, "event": Field.DATE, "im": Field.ACCOUNT,
}  # fmt: skip
_POSITION_PARTS = {
    "organization": Field.FURTHER_COMPANY, "name": Field.FURTHER_COMPANY,
    "department": Field.FURTHER_DEPARTMENT, "title": Field.FURTHER_TITLE,
}  # fmt: skip
_ALSO_STREET = frozenset({"pobox", "extendedaddress"})

_LONGEST_HEADER = 200
_LONGEST_VALUE = 300
MOST_COLUMNS = 1_000
_EMAIL = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")
_URL = re.compile(r"https?://\S+", re.IGNORECASE)
_PHONE = re.compile(r"(?:\+|0)[\d\s()-]{8,18}")
_STROKES = re.compile(r"\s*(\d{1,2})/(\d{1,2})/\d{2,4}\b")


@remembered(4096)
def of_header(header: str) -> Column:
    """What a header means by itself; KEPT where it says nothing we know."""
    if len(header) > _LONGEST_HEADER:
        return Column(header)
    numbered = _numbered(header)
    if numbered is not None:
        return numbered
    name = plain(header)
    if name in _BY_NAME:
        field = _BY_NAME[name]
        return Column(header, field, group="" if field in PLACE else header)
    if name in _PHONE_WORDS:
        return Column(header, Field.PHONE, _PHONE_WORDS[name], header)
    return _reading(header, name) or _qualified(header, name)


def _reading(header: str, name: str) -> Column | None:
    """How a name is read: フリガナ, 姓(カナ), フリガナ (名), 宛名姓よみ. A company's is kept."""
    bare = name.removeprefix(_ADDRESSEE)
    for word in _READINGS:
        rest = bare.replace(f"({word})", "", 1)
        if rest == bare:
            rest = bare.removesuffix(word) if bare.endswith(word) else bare.removeprefix(word)
        if rest != bare:
            of = _BY_NAME.get(rest.strip("()"), "" if not rest else Field.KEPT)
            return Column(header, _READ.get(of, Field.KEPT), group=header)
    return None


def _numbered(header: str) -> Column | None:
    """Google's own: E-mail 1 - Value, Address 2 - City."""
    found = _NUMBERED.fullmatch(header)
    if found is None:
        return None
    kind, number, part = plain(found[1]), found[2], plain(found[3])
    group = f"{kind} {number}"
    if kind == "organization" and f"organization1{part}" in _BY_NAME and number == "1":
        return Column(header, _BY_NAME[f"organization1{part}"], group=header)
    field = _GROUPS.get(kind, Field.KEPT)
    if part in {"label", "type"}:
        return Column(header, Field.LABEL, group=group)
    if field is Field.ADDRESS:
        if part in _ALSO_STREET:
            return Column(header, Field.STREET, group=group)
        return Column(header, _ADDRESS_PARTS.get(part, Field.KEPT), group=group)
    if field is Field.ACCOUNT and part == "service":
        return Column(header, Field.SERVICE, group=group)
    if kind == "position" or (kind == "organization" and number != "1"):
        return Column(header, _POSITION_PARTS.get(part, Field.KEPT), group=group)
    return Column(header, field if part == "value" else Field.KEPT, group=group)


def _qualified(header: str, name: str) -> Column:
    """Outlook's own and their like: Business Phone 2, 勤務先の郵便番号, 国 (会社)/地域."""
    number = _NUMBER.search(fold(header))
    bare = _NUMBER.sub("", name, count=1) if number else name
    label, rest = _place(bare)
    kind = _PHONE_WORDS.get(rest)
    if kind is not None:
        words = f"{label} {kind}" if label and kind in {"fax", "cell"} else kind
        return Column(header, Field.PHONE, words, header)
    field = _BY_NAME.get(rest)
    if field in PLACE:
        if number and field is Field.ADDRESS:
            field = Field.STREET  # 住所1, 住所2: the parts of one address in their order
        return Column(header, field, label, f"address {label}" if label else "")
    if field in _VALUES:
        return Column(header, field, label, header)
    field = _BY_NAME.get(bare.removeprefix(_ADDRESSEE))
    once = number is None or int(number[0]) == 1
    if field is not None and (once or field in _SEVERAL):
        return Column(header, field, group=header)
    return _in_parts(header)


def _place(name: str) -> tuple[str, str]:
    """Whose value a header says it is (work, home), and the rest of it."""
    for word, label in _PLACE_WORDS:
        if f"({word})" in name:
            return label, name.replace(f"({word})", "", 1)
    bare = name.replace("(", "").replace(")", "")
    for word, label in _PLACE_WORDS:
        if bare.startswith(word):
            return label, bare.removeprefix(word).removeprefix("の")
        if bare.endswith(word):
            return label, bare.removesuffix(word)
    return "", bare


def _in_parts(header: str) -> Column:
    """A header that says it twice, or more closely: 会社名 / Company, Phone (Mobile)."""
    names = [plain(part) for part in _PARTS.split(header)]
    if len(names) > 1:
        for name in names:
            if name in _PHONE_WORDS:
                return Column(header, Field.PHONE, _PHONE_WORDS[name], header)
        for name in names:
            if name in _BY_NAME:
                field = _BY_NAME[name]
                return Column(header, field, group="" if field in PLACE else header)
    return Column(header)


def known(header: Sequence[str]) -> int:
    """How many cells of a row are headers that we know."""
    if len(header) > MOST_COLUMNS:
        return 0
    return sum(1 for cell in header if cell.strip() and of_header(cell).field is not Field.KEPT)


def understand(header: Sequence[str], rows: Sequence[Sequence[str]]) -> tuple[Column, ...]:
    """The columns of a table, from its header and some of its rows."""
    columns = [of_header(cell) for cell in header]
    columns = _titles(columns)
    found: list[Column] = []
    for at, column in enumerate(columns):
        values = [row[at].strip() for row in rows if at < len(row) and row[at].strip()]
        if not column.header.strip() and found and found[-1].field in PLACE:
            # Columns without a header after an address are the rest of it.
            found.append(replace(found[-1], header=column.header, field=Field.STREET))
            continue
        if column.field is Field.KEPT:
            group = column.group or column.header or str(at)
            column = replace(column, field=_by_content(values), group=group)
        if column.field in {Field.BIRTHDAY, Field.MET_ON}:
            column = replace(column, month_first=_month_first(values))
        found.append(column)
    return tuple(found)


def _titles(columns: list[Column]) -> list[Column]:
    """Beside a column for the job, "Title" is what stands before the name."""
    titles = [c for c in columns if c.field is Field.TITLE]
    if len(titles) < 2:
        return columns
    return [
        replace(c, field=Field.PREFIX) if c in titles and plain(c.header) == "title" else c
        for c in columns
    ]


def _by_content(values: Sequence[str]) -> Field:
    if not values or max(map(len, values)) > _LONGEST_VALUE:
        return Field.KEPT
    for pattern, field in ((_EMAIL, Field.EMAIL), (_URL, Field.URL), (_PHONE, Field.PHONE)):
        if all(pattern.fullmatch(value) for value in values):
            return field
    return Field.KEPT


def is_headed(first: Sequence[str], rows: Sequence[Sequence[str]]) -> bool:
    """Whether a first row of words that we do not know stands over the others as their header:
    a column holds addresses, links or numbers, but not in it.
    """
    if not rows or not any(cell.strip() for cell in first):
        return False
    columns = zip(first, understand(first, rows), strict=True)
    return any(
        column.field is not Field.KEPT and cell.strip() and _by_content([cell]) is Field.KEPT
        for cell, column in columns
    )


def is_email(value: str) -> bool:
    """Whether a value looks like an address of mail, and nothing else."""
    return len(value) <= _LONGEST_VALUE and _EMAIL.fullmatch(value.strip()) is not None


def _month_first(values: Sequence[str]) -> bool | None:
    """Whether 4/10/2026 is April; only a day past the twelfth can tell."""
    pairs = [(int(m[1]), int(m[2])) for v in values if (m := _STROKES.match(v))]
    if any(first > 12 for first, _ in pairs):
        return False
    return True if any(second > 12 for _, second in pairs) else None
