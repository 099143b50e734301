"""Invented people and what happened with them: believable, Japanese and English, the same for a seed."""

import random
import uuid
from collections.abc import Iterator
from datetime import date, timedelta

from app.domain.contact import Address, Contact, Email, Met, Name, Phone, Reading
from app.domain.dates import Birthday
from app.domain.interaction import Initiative, Interaction, Kind

TODAY = date(2026, 10, 15)

FAMILY = [
    tuple(pair.split("/"))
    for pair in (
        "佐藤/さとう 鈴木/すずき 高橋/たかはし 田中/たなか 伊藤/いとう 渡辺/わたなべ 山本/やまもと 中村/なかむら "
        "小林/こばやし 加藤/かとう 吉田/よしだ 山田/やまだ 佐々木/ささき 山口/やまぐち 松本/まつもと 井上/いのうえ "
        "木村/きむら 林/はやし 斎藤/さいとう 清水/しみず 山崎/やまざき 森/もり 池田/いけだ 橋本/はしもと "
        "阿部/あべ 石川/いしかわ 前田/まえだ 藤田/ふじた 後藤/ごとう 岡田/おかだ 長谷川/はせがわ 村上/むらかみ "
        "近藤/こんどう 石井/いしい 坂本/さかもと 遠藤/えんどう 青木/あおき 藤井/ふじい 西村/にしむら 福田/ふくだ "
        "太田/おおた 三浦/みうら 岡本/おかもと 松田/まつだ 中川/なかがわ 中野/なかの 原田/はらだ 小野/おの "
        "田村/たむら 竹内/たけうち 金子/かねこ 和田/わだ 中山/なかやま 石田/いしだ 上田/うえだ 森田/もりた "
        "髙木/たかぎ 﨑山/さきやま 早坂/はやさか 宮下/みやした"
    ).split()
]
GIVEN = [
    tuple(pair.split("/"))
    for pair in (
        "陽菜/ひな 結衣/ゆい 蓮/れん 湊/みなと 葵/あおい 美咲/みさき 翔太/しょうた 健一/けんいち 由美/ゆみ "
        "真由美/まゆみ 直樹/なおき 浩/ひろし 誠/まこと 恵/めぐみ 裕子/ゆうこ 大輔/だいすけ 拓海/たくみ "
        "さくら/さくら 愛/あい 彩/あや 健太/けんた 美穂/みほ 和也/かずや 千尋/ちひろ 明日香/あすか 修/おさむ "
        "惣一/そういち 理恵/りえ 灯/あかり 渉/わたる 由紀子/ゆきこ 美緒/みお 太郎/たろう 花子/はなこ 亮/りょう "
        "智子/ともこ 悠人/ゆうと 凛/りん 律/りつ 詩織/しおり"
    ).split()
]
ENGLISH_GIVEN = (
    "Claire Oliver Amelia Noah Grace Leo Ruth Omar Ines Hugo Mara Felix Aisha Jonas Elena Marcus "
    "Priya Daniel Sofia Ewan Nadia Peter Lucy Tomas"
).split()
ENGLISH_FAMILY = (
    "Martin Hughes Okafor Lindqvist Moreau Bauer Novak Silva Rossi Murphy Jensen Costa Walker "
    "Fischer Dubois Haddad Kovacs Byrne Larsen Fontaine Mercer Ashby Calder Winslow"
).split()
TRADES = (
    "工房 製作所 印刷 酒造 農園 設計事務所 商店 製材 食堂 出版 染織 木工 建築 司法書士事務所 珈琲 陶芸 "
    "まちづくり公社 精密工業 システムズ 研究所"
).split()
ENGLISH_TRADES = ("Works", "Studio", "Partners", "Press", "Foods", "Design", "Labs", "Trading")
TITLES = "代表 営業部長 課長 主任 デザイナー 編集者 三代目 技術部長 広報 研究員 店主 取締役".split()
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
NOTES = (
    "欧州向けの器、仕上げのことで相談",
    "展示会で木の器を見せてもらった",
    "息子さんの野球、県大会でベスト8とのこと",
    "来月、三人で工房へ行く約束",
    "浅煎りの豆を喜んでくれた",
    "紙の見本を送る。端材の活かし方の話",
    "新しい試作の写真を一枚もらった",
    "若手の採用に悩んでいる様子",
    "In Tokyo from November, wants to see lacquer care",
    "Talked about wooden bowls and the spring fair",
    "Sent the samples, asked for prices",
    "Lunch near the station; knows a good printer",
)
KINDS = (
    *[(Kind.MET, Initiative.BOTH)] * 4,
    *[(Kind.MAIL, Initiative.ME)] * 5,
    *[(Kind.MAIL, Initiative.THEM)] * 4,
    *[(Kind.CALL, Initiative.ME)] * 2,
    *[(Kind.MESSAGE, Initiative.THEM)] * 2,
    (Kind.LETTER, Initiative.ME),
    (Kind.INTRODUCTION, Initiative.THEM),
    (Kind.HELP, Initiative.THEM),
    (Kind.GIFT, Initiative.ME),
    *[(Kind.NOTE, Initiative.UNKNOWN)] * 3,
)


class Population:
    """`count` people and `acts` entries of their timelines, made one by one."""

    def __init__(self, count: int, acts: int, seed: int = 1) -> None:
        self.count = count
        self.acts = acts
        self._seed = seed

    def person_id(self, index: int) -> str:
        """The id of the person with this number."""
        return str(uuid.UUID(int=(0x0190 << 112) | (0x7 << 76) | (0b10 << 62) | index))

    def people(self) -> Iterator[Contact]:
        """All people; three in four are Japanese."""
        rng = random.Random(self._seed)  # noqa: S311 - invented people
        for index in range(self.count):
            yield self._japanese(rng, index) if rng.random() < 0.75 else self._english(rng, index)

    def entries(self) -> Iterator[Interaction]:
        """All entries, over five years; each with one person, some with two."""
        rng = random.Random(self._seed + 1)  # noqa: S311 - invented people
        for index in range(self.acts):
            kind, initiative = rng.choice(KINDS)
            who = [self.person_id(rng.randrange(self.count))]
            if rng.random() < 0.05:
                who.append(self.person_id(rng.randrange(self.count)))
            yield Interaction(
                id=str(uuid.UUID(int=(0x0191 << 112) | (0x7 << 76) | (0b10 << 62) | index)),
                kind=kind,
                initiative=initiative,
                on=TODAY - timedelta(rng.randrange(5 * 365)),
                contact_ids=tuple(dict.fromkeys(who)),
                note=f"{rng.choice(NOTES)} {rng.choice(GIVEN)[0]} {rng.randrange(1000)}",
            )

    def _common(self, rng: random.Random, index: int) -> dict[str, object]:
        number = f"090-{rng.randrange(10**4):04d}-{rng.randrange(10**4):04d}"
        return {
            "id": self.person_id(index),
            "phones": (Phone(number, "cell", "+81" + number.replace("-", "")[1:]),),
            "tags": tuple(rng.sample(TAGS, rng.randrange(3))),
            "birthday": Birthday(rng.randrange(1, 13), rng.randrange(1, 29))
            if rng.random() < 0.2
            else None,
            "met": Met(TODAY - timedelta(rng.randrange(60, 2000))),
        }

    def _japanese(self, rng: random.Random, index: int) -> Contact:
        family, family_reading = rng.choice(FAMILY)
        given, given_reading = rng.choice(GIVEN)
        code, region, city = rng.choice(TOWNS)
        trade = rng.choice(TRADES)
        return Contact(
            name=Name(f"{family} {given}", family, given),
            reading=Reading(family_reading, given_reading) if rng.random() < 0.9 else Reading(),
            organization=f"{rng.choice(FAMILY)[0]}{trade}",
            title=rng.choice(TITLES),
            emails=(Email(f"p{index}@{rng.randrange(9000)}.example.jp", "work"),),
            addresses=(
                Address(f"{rng.randrange(1, 9)}-{rng.randrange(1, 30)}", city, region, code),
            ),
            **self._common(rng, index),  # type: ignore[arg-type]
        )

    def _english(self, rng: random.Random, index: int) -> Contact:
        given, family = rng.choice(ENGLISH_GIVEN), rng.choice(ENGLISH_FAMILY)
        return Contact(
            name=Name(f"{given} {family}", family, given),
            organization=f"{rng.choice(ENGLISH_FAMILY)} {rng.choice(ENGLISH_TRADES)}",
            title=rng.choice(ENGLISH_TITLES),
            emails=(Email(f"{given.lower()}.{index}@{rng.randrange(9000)}.example.com", "work"),),
            **self._common(rng, index),  # type: ignore[arg-type]
        )


def vcard_file(count: int, seed: int = 1) -> bytes:
    """`count` ordinary cards of version 3.0, UTF-8, without pictures, some 400 bytes each."""
    lines: list[str] = []
    for person in Population(count, 0, seed).people():
        name, reading = person.name, person.reading
        lines += [
            "BEGIN:VCARD",
            "VERSION:3.0",
            f"UID:{person.id}",
            f"FN:{name.full}",
            f"N:{name.family};{name.given};;;",
        ]
        if reading.family:
            lines += [
                f"X-PHONETIC-LAST-NAME:{reading.family}",
                f"X-PHONETIC-FIRST-NAME:{reading.given}",
            ]
        lines += [
            f"ORG:{person.organization};",
            f"TITLE:{person.title}",
            f"EMAIL;TYPE=INTERNET,WORK:{person.emails[0].value}",
            f"TEL;TYPE=CELL:{person.phones[0].value}",
        ]
        lines += [
            f"ADR;TYPE=WORK:;;{a.street};{a.city};{a.region};{a.postal_code};日本"
            for a in person.addresses
        ]
        if person.tags:
            lines.append("CATEGORIES:" + ",".join(person.tags))
        lines += ["REV:20261015T000000Z", "END:VCARD"]
    return "\r\n".join([*lines, ""]).encode()
