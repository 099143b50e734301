"""Invented people, and the files of cards that bring them."""

import base64
import io
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageDraw


@dataclass(frozen=True)
class Person:
    """What stands on a card."""

    family: str
    given: str
    reading: tuple[str, str] = ("", "")
    organization: str = ""
    title: str = ""
    email: str = ""
    phone: str = ""
    note: str = ""
    uid: str = ""
    photo: bool = False

    @property
    def full(self) -> str:
        return f"{self.family} {self.given}" if self.japanese else f"{self.given} {self.family}"

    @property
    def japanese(self) -> bool:
        return not self.family.isascii()


PEOPLE = [
    Person(
        "髙橋", "美咲", ("たかはし", "みさき"), "株式会社みなと印刷", "営業部長",
        "misaki@minato.example", "090-1111-2201", "金沢の展示会で会った。猫が二匹。", photo=True,
    ),
    Person(
        "佐藤", "健一", ("さとう", "けんいち"), "北山設計事務所", "代表",
        "kenichi@kitayama.example", "090-1111-2202",
    ),
    Person(
        "山﨑", "あや", ("やまざき", "あや"), "㈱あおぞら食品", "商品開発",
        "aya@aozora.example", "090-1111-2203",
    ),
    Person(
        "小林", "大輔", ("こばやし", "だいすけ"), "小林会計事務所", "税理士",
        "daisuke@kobayashi.example", "090-1111-2204",
    ),
    Person(
        "伊藤", "由紀", ("いとう", "ゆき"), "まちの本屋いとう", "店主",
        "yuki@machinohon.example", "090-1111-2205",
    ),
    Person(
        "渡辺", "誠", ("わたなべ", "まこと"), "渡辺木工", "職人",
        "makoto@watanabe.example", "090-1111-2206",
    ),
    Person(
        "Okafor", "Grace", ("", ""), "Lantern Studio", "Designer",
        "grace@lantern.example", "+44 20 7946 0101",
    ),
    Person(
        "Lindqvist", "Erik", ("", ""), "Nordhav Shipping", "Head of Sales",
        "erik@nordhav.example", "+46 8 123 456 78", "Rows before breakfast, every day.",
    ),
    Person(
        "Moreau", "Claire", ("", ""), "Atelier Moreau", "Baker",
        "claire@moreau.example", "+33 1 23 45 67 89",
    ),
    Person(
        "Silva", "João", ("", ""), "Porto Cycles", "Owner",
        "joao@portocycles.example", "+351 21 123 4567",
    ),
]  # fmt: skip


def write_cards(path: Path, people: Iterable[Person]) -> Path:
    """A file of vCard 3.0, one card each."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"".join(card(person) for person in people))
    return path


def card(person: Person) -> bytes:
    """One card, as a telephone writes it."""
    lines = [
        "BEGIN:VCARD",
        "VERSION:3.0",
        f"N:{person.family};{person.given};;;",
        f"FN:{person.full}",
    ]
    if person.reading[0]:
        lines += [f"X-PHONETIC-LAST-NAME:{person.reading[0]}"]
        lines += [f"X-PHONETIC-FIRST-NAME:{person.reading[1]}"]
    for name, value in (
        ("ORG", person.organization),
        ("TITLE", person.title),
        ("EMAIL;TYPE=WORK", person.email),
        ("TEL;TYPE=CELL", person.phone),
        ("NOTE", person.note.replace(",", "\\,")),
        ("UID", person.uid),
    ):
        if value:
            lines.append(f"{name}:{value}")
    if person.photo:
        lines.append(picture("PHOTO;ENCODING=b;TYPE=PNG:"))
    return ("\r\n".join([*lines, "END:VCARD"]) + "\r\n").encode()


def picture(head: str) -> str:
    """A line that holds a photo, behind this head."""
    return _folded(head + _picture())


def _folded(line: str) -> str:
    return "\r\n ".join(line[at : at + 74] for at in range(0, len(line), 74))


def _picture() -> str:
    """A face, more or less."""
    image = Image.new("RGB", (160, 160), "#d9c8b4")
    draw = ImageDraw.Draw(image)
    draw.ellipse((40, 30, 120, 120), fill="#8a6a52")
    draw.rectangle((30, 120, 130, 160), fill="#3d5a80")
    kept = io.BytesIO()
    image.save(kept, "PNG")
    return base64.b64encode(kept.getvalue()).decode("ascii")
