"""The import page with the people of the picture c-import."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime

from PySide6.QtWidgets import QWidget

from app.domain.card import Card, KeptLine, ReadCard, Unreadable
from app.domain.change import Change, Edit, Verb
from app.domain.contact import Address, Contact, Email, Met, Name, Phone, Reading
from app.domain.imports import ImportBatch
from app.domain.matching import keys
from app.domain.now import Now
from app.ui.pages.importing.page import ImportPage
from app.ui.theme import Theme
from app.ui.workspace import Workspace
from app.usecases.importing import ImportOutcome
from app.usecases.planning import ReadFile, plan

NOW = Now(datetime(2026, 10, 15, 3, tzinfo=UTC), datetime(2026, 10, 15, 12, tzinfo=UTC))


class People:
    """Answers what planning an import asks, for a few people."""

    def __init__(self, contacts: Iterable[Contact]) -> None:
        self._contacts = {c.id: c for c in contacts}

    def matches(self, texts: Iterable[str]) -> dict[str, tuple[str, ...]]:
        wanted = set(texts)
        found: dict[str, tuple[str, ...]] = {}
        for contact in self._contacts.values():
            for text in keys(contact).texts() & wanted:
                found[text] = (*found.get(text, ()), contact.id)
        return found

    def contacts(self, ids: Iterable[str]) -> list[Contact]:
        return [self._contacts[i] for i in ids if i in self._contacts]

    def card_digests(self, _digests: object) -> dict[str, Card]:
        return {}

    def distinct(self, _digests: object) -> set[tuple[str, str]]:
        return set()

    def waiting_cards(self) -> tuple[Card, ...]:
        return ()

    def close(self) -> None:
        return


def person(name: str, reading: str, **more: object) -> Contact:
    family, _, given = name.partition(" ")
    said = Reading(*reading.split()) if reading else Reading()
    return Contact(name=Name(name, family, given), reading=said, **more)  # type: ignore[arg-type]


MIDORI = person(
    "相原 みどり",
    "あいはら みどり",
    id="019e-midori",
    organization="箔押し相原",
    title="職人",
    emails=(Email("midori@aihara.example.jp"),),
    phones=(Phone("03-5550-0127", None, "+81355500127"),),
    addresses=(Address("本所 2丁目"),),
)
RYOKO = [
    person("高見 涼子", "たかみ りょうこ", id=f"019e-ryoko{n}", organization=company)
    for n, company in enumerate(("高見織物", "港南大学"))
]
HIROSHI = person("三枝 浩", "", id="019e-hiroshi", organization="さえぐさ書店")
TAKUMI = person(
    "大城 拓海", "おおしろ たくみ", id="019e-takumi", emails=(Email("oshiro@kura.example.jp"),)
)
AKARI = person(
    "田村 灯", "たむら あかり", id="019e-akari", emails=(Email("akari@tamura.example.jp"),)
)
KNOWN = [MIDORI, *RYOKO, HIROSHI, TAKUMI, AKARI]

DOUBTFUL = [
    replace(
        MIDORI,
        id="",
        organization="Aihara Foil 株式会社",
        title="代表取締役",
        emails=(Email("hello@foil.example.jp"),),
        addresses=(Address("東駒形 1丁目"),),
    ),
    replace(RYOKO[0], id="", organization="たかみ商店"),
    replace(HIROSHI, id="", organization="三枝設計"),
]
SAME = [
    replace(TAKUMI, id="", phones=(Phone("03-5550-0188", None, "+81355500188"),)),
    replace(AKARI, id=""),
]
NEW = [
    person("荒井 康平", "あらい こうへい", organization="荒井活版印刷", title="三代目"),
    person("石塚 さやか", "いしづか さやか", organization="石塚園芸", title="温室担当"),
]
MORE = (
    "上野 光,遠藤 真帆,岡部 蓮,片山 結衣,菊池 大和,久保 彩,河野 翼,坂本 凛,"
    "島田 颯,関根 葵,染谷 悠,立花 千尋,辻 航,富永 栞,中西 律"
).split(",")


def cards() -> tuple[ReadCard, ...]:
    more_same = [replace(AKARI, id="", tags=(f"札{n}",)) for n in range(4)]
    people = [*DOUBTFUL, *SAME, *more_same, *NEW, *(person(n, "") for n in MORE)]
    kept = {
        9: (KeptLine(412, "ORG;CHARSET=SHIFT_JIS:<8E 52 8D 91 92 87 8A 94>"),),
        12: (KeptLine(655, "BDAY:昭和58年4月"),),
    }
    return tuple(
        ReadCard(
            n,
            1 + 20 * n,
            b"BEGIN:VCARD\r\nEND:VCARD\r\n",
            "utf-8",
            f"digest {n}",
            replace(contact, met=Met(date(2026, 10, 14))),
            kept=kept.get(n, ()),
        )
        for n, contact in enumerate(people, 1)
    )


def workspace() -> Workspace:
    return Workspace(lambda: People(KNOWN), lambda: People(KNOWN), now=lambda: NOW)


def comparing(theme: Theme) -> QWidget:
    """Comparing the cards of one file."""
    of = workspace()
    page = ImportPage(of, theme)
    page.destroyed.connect(of.close)
    page.setProperty("ready", False)
    page.compare_files((ReadFile("meishi-20261014.vcf", cards()),))
    of.ask(lambda _reader: None).then(lambda _none: page.setProperty("ready", True))
    return page


def choosing(theme: Theme) -> QWidget:
    """Nothing chosen yet."""
    of = workspace()
    page = ImportPage(of, theme)
    page.destroyed.connect(of.close)
    return page


def done(theme: Theme) -> QWidget:
    """After an import, with cards that wait and one that could not be read."""
    of = workspace()
    page = ImportPage(of, theme)
    page.destroyed.connect(of.close)
    page.show_outcome(_outcome())
    return page


def _outcome() -> ImportOutcome:
    broken = ReadCard(27, 541, b"BEGIN:VCARD\r\n", "utf-8", "", None, Unreadable.NO_END)
    files = (ReadFile("meishi-20261014.vcf", (*cards(), broken)),)
    planned = plan(People(KNOWN), files)  # type: ignore[arg-type]
    batch = ImportBatch("batch", NOW.instant, ("meishi-20261014.vcf",), 27, 17, 1, 5, 3)
    return ImportOutcome(planned, Change(Verb.IMPORT, (Edit(None, batch),), seq=1), batch)
