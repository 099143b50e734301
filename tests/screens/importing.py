"""The import page with the people of the picture c-import."""

from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.domain.card import KeptLine, ReadCard, Unreadable
from app.domain.contact import Address, Contact, Email, Met, Name, Phone, Reading
from app.domain.interaction import Kind
from app.domain.now import Now
from app.interchange.table_scan import TableScanner, find_table
from app.interchange.vcard_read import read_block
from app.store.settings import DraftSetting
from app.store.store import Store
from app.ui.look.theme import Theme
from app.ui.models.begun_import import Begun, BegunFile, to_text
from app.ui.models.import_session import Answers
from app.ui.pages.importing.columns import ColumnsDialog
from app.ui.pages.importing.earlier_words import EarlierWords
from app.ui.pages.importing.listing import ImportList
from app.ui.pages.importing.page import ImportPage
from app.ui.widgets.dialog import question
from app.ui.workspace import Workspace
from app.usecases import log
from app.usecases.import_history import history
from app.usecases.import_plan import Answer, Choice, ReadFile
from app.usecases.importing import ImportOutcome, accept
from app.usecases.planning import plan
from tests.screens.kept import NOW, Kept, await_answers, on_store


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


EIGHT = (
    "会社名,部署名,役職,氏名,e-mail,郵便番号,住所,TEL会社,TEL直通,Fax,携帯電話,名刺交換日,つながり\r\n"
    "㈱青葉精機,製造本部　第二課,課長,髙橋 健一,takahashi@aoba-seiki.example,9800811,"
    "宮城県仙台市青葉区一番町9-8-7,022-555-0101,022-555-0102,022-555-0103,080-5550-0104,"
    "2026/10/14,1\r\n"
    'こもれび工房,,代表,早坂　美緒,mio@komorebi.example,3900811,"長野県松本市1-2-3, 2階",'
    ",,,090-5550-1426,2025/05/24,\r\n"
).encode("cp932")


def _eight() -> ReadFile:
    table = find_table(BytesIO(EIGHT))
    assert table is not None
    stream = BytesIO(EIGHT)
    stream.seek(table.rows.offset)
    rows = tuple(read_block(b) for b in TableScanner(stream, table).blocks() if b.position)
    return ReadFile("eight.csv", rows, table)


def table(theme: Theme) -> QWidget:
    """The rows of a table, with the way to its columns."""

    def make(of: Workspace) -> QWidget:
        page = ImportPage(of, theme)
        page.compare_files((_eight(),))
        return page

    return on_store(make, *KNOWN)


def columns(theme: Theme) -> QWidget:
    """What the columns of a table were taken for."""
    file = _eight()
    assert file.table is not None
    return ColumnsDialog(theme, None, file.name, file.table)


def _imports(store: Store) -> None:
    """Of a month: one that something builds on, and some that can be taken back."""
    broken = ReadCard(27, 541, b"BEGIN:VCARD\r\n", "utf-8", "", None, Unreadable.NO_END)
    some = cards()
    for days, name, brought in (
        (21, "meishi-20260924.vcf", some[9:13]),
        (9, "eight.csv", some[13:16]),
        (3, "google.csv", (replace(SAME_AS_READ, position=1),)),
        (1, "meishi-20261014.vcf", (*some[3:9], *some[16:], broken)),
    ):
        now = Now(NOW.instant - timedelta(days), NOW.local - timedelta(days))
        made = accept(store, plan(store, (ReadFile(name, tuple(brought)),)), now=now)
        assert made.change is not None
        if days == 21:
            met = sorted(made.change.touched(Contact))
            log.note(store, met[:1], "電話で話した", kind=Kind.CALL, now=NOW)


SAME_AS_READ = ReadCard(1, 1, b"TAKUMI", "utf-8", "digest of takumi", SAME[0])


def earlier(theme: Theme) -> QWidget:
    """What was imported so far, and the way back."""
    return on_store(lambda of: ImportPage(of, theme), *KNOWN, fill=_imports)


def show_earlier(widget: QWidget) -> None:
    assert isinstance(widget, ImportPage)
    widget.show_earlier()
    await_answers(widget, widget._workspace)


def unfinished(theme: Theme) -> QWidget:
    """An import that a lock interrupted."""
    path = Path("meishi-20261014.vcf")
    answers = Answers({at: Choice(Answer.LEAVE_OUT) for at in range(7)}, {}, {})
    files = (BegunFile(path.name, path, None, 24, ""), BegunFile("eight.csv", path, None, 8, ""))
    text = to_text(Begun(files, answers, None, NOW.today))

    def fill(store: Store) -> None:
        _imports(store)
        store.set_setting(DraftSetting.IMPORT, text)

    return on_store(lambda of: ImportPage(of, theme), *KNOWN, fill=fill)


def show_unfinished(widget: QWidget) -> None:
    assert isinstance(widget, ImportPage)
    await_answers(widget, widget._workspace)


def take_back(theme: Theme) -> QWidget:
    """What goes and what stays."""
    made: list[QWidget] = []

    def fill(store: Store) -> None:
        _imports(store)
        words = EarlierWords(theme, theme)
        past = history(store)[0]
        made.append(
            question(
                theme,
                None,
                QCoreApplication.translate("Earlier", "Take this import back?"),
                words.question(past, NOW),
                accept=QCoreApplication.translate("Earlier", "Take back"),
                reject=QCoreApplication.translate("Earlier", "Leave it"),
                careful=True,
            )
        )

    Kept(*KNOWN, fill=fill).drop()
    return made[0]


def doubts(theme: Theme) -> QWidget:
    """The cards of the design, from above."""

    def make(of: Workspace) -> QWidget:
        page = ImportPage(of, theme)
        page.compare_files((ReadFile("meishi-20261014.vcf", cards()),))
        return page

    return on_store(make, *KNOWN)


def show_head(widget: QWidget) -> None:
    """All that needs a look is looked at together."""
    seen = widget.findChild(ImportList)
    assert seen is not None
    seen.go_to(0)


def done(theme: Theme) -> QWidget:
    """After an import, with cards that wait and one that could not be read."""
    broken = ReadCard(27, 541, b"BEGIN:VCARD\r\n", "utf-8", "", None, Unreadable.NO_END)
    files = (ReadFile("meishi-20261014.vcf", (*cards(), broken)),)

    came: list[ImportOutcome] = []

    def take(store: Store) -> None:
        came.append(accept(store, plan(store, files), now=NOW))

    def make(of: Workspace) -> QWidget:
        page = ImportPage(of, theme)
        page.show_outcome(came[0])
        return page

    return on_store(make, *KNOWN, fill=take)
