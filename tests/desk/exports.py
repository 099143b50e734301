"""Files as other programs write them, of invented people: a list of Eight, cards of an iPhone."""

import csv
import io
from pathlib import Path

from tests.desk.cards import Person, picture

FAMILIES = (
    "佐藤 鈴木 髙橋 田中 伊藤 渡辺 山本 中村 小林 加藤 "
    "吉田 山田 佐々木 山口 松本 井上 木村 林 斎藤 清水"
).split()
GIVEN = "健一 美咲 大輔 由紀 誠 あや 拓海 涼子 翔太 真帆 結衣 大和 彩 蓮 栞".split()
COMPANIES = "㈱青葉精機 株式会社こもれび工房 みなと印刷(株) 北山設計事務所 まちの本屋".split()
HEADER = (
    "会社名,部署名,役職,氏名,e-mail,郵便番号,住所,TEL会社,TEL部門,TEL直通,Fax,携帯電話,URL,名刺交換日,"
    "Eightでつながっている人,再データ化中の名刺,'?'を含んだデータ"
)
OPEN_ROW = '㈱青葉精機,営業部,,"川端 千尋,chihiro@kawabata.example\r\n'
"""A row whose quote was never closed: it cannot be read."""


def eight_people() -> list[Person]:
    """Three hundred."""
    return [
        Person(
            family,
            given,
            organization=COMPANIES[number % len(COMPANIES)],
            title="課長" if number % 3 else "代表取締役",
            email=f"p{number:03}@eight.example",
            phone=f"090-5550-{number:04}",
        )
        for number, (family, given) in enumerate((f, g) for f in FAMILIES for g in GIVEN)
    ]


def write_eight(path: Path, *, broken: bool = False) -> Path:
    """The list as Eight writes it: some sentences, then a table, in CP932."""
    people = eight_people()
    head = (
        "10月15日08時12分 JST にEightで生成された名刺リストです。\r\n"
        f"合計 {len(people)} 件\r\n"
        "*データ化の際に認識できない文字が含まれていた場合は「?」で代替されます。\r\n\r\n\r\n"
    )
    rows = io.StringIO()
    writer = csv.writer(rows, lineterminator="\r\n")
    for number, one in enumerate(people):
        day = f"2025/{1 + number % 12:02}/{1 + number % 28:02}"
        address = f"宮城県仙台市青葉区一番町{number}, 2階"
        writer.writerow([
            one.organization, "製造本部　第二課", one.title, f"{one.family}　{one.given}",
            one.email, "9800811", address, "022-555-0100", "", "", "022-555-0199", one.phone,
            "https://aoba.example/", day, "1" if number % 2 else "", "", "",
        ])  # fmt: skip
    text = head + HEADER + "\r\n" + rows.getvalue() + (OPEN_ROW if broken else "")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode("cp932"))
    return path


def iphone_people() -> list[Person]:
    """Eighty: half of them in kanji, with their readings."""
    japanese = [
        Person("青木", given, ("あおき", "かな"), "青木商店", "店主", f"a{n:02}@aoki.example",
               f"+81 90-5551-{n:04}", photo=n == 0)
        for n, given in enumerate(a + b for a in "一二三四五" for b in "郎子美香代介也太")
    ]  # fmt: skip
    latin = [
        Person(f"Carter{n:02}", "Ada", ("", ""), "Harbour Works", "Engineer",
               f"ada{n:02}@harbour.example", f"+44 20 7946 {n:04}", "Met at the pier.\\nTwo dogs.")
        for n in range(40)
    ]  # fmt: skip
    return japanese + latin


def write_iphone(path: Path) -> Path:
    """The cards as an iPhone shares them: its labels, its year 1604, its folded photos."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"".join(_iphone(n, one) for n, one in enumerate(iphone_people())))
    return path


def _iphone(number: int, one: Person) -> bytes:
    lines = [
        "BEGIN:VCARD",
        "VERSION:3.0",
        "PRODID:-//Apple Inc.//iPhone OS 18.1//EN",
        f"N:{one.family};{one.given};;;",
        f"FN:{one.full}",
        f"ORG:{one.organization};",
        f"TITLE:{one.title}",
    ]
    if one.reading[0]:
        lines.append(f"X-PHONETIC-FIRST-NAME:{one.reading[1]}")
        lines.append(f"X-PHONETIC-LAST-NAME:{one.reading[0]}")
    lines += [
        f"item1.EMAIL;type=INTERNET;type=pref:{one.email}",
        "item1.X-ABLabel:_$!<Work>!$_",
        f"TEL;type=CELL;type=VOICE;type=pref:{one.phone}",
        "item2.ADR;type=WORK;type=pref:;;Quay 1;Bristol;;BS1 4ST;United Kingdom",
        "item2.X-ABADR:gb",
        f"BDAY;X-APPLE-OMIT-YEAR=1604:1604-{1 + number % 12:02}-{1 + number % 28:02}",
        f"UID:5A1C0DE0-0000-4000-8000-{number:012}",
    ]
    if one.note:
        lines.append(f"NOTE:{one.note}")
    if one.photo:
        lines.append(picture("PHOTO;ENCODING=b;TYPE=PNG:"))
    return ("\r\n".join([*lines, "END:VCARD"]) + "\r\n").encode()
