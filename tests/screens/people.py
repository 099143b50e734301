"""People page with the people of the design, in an encrypted store of its own."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QItemSelectionModel
from PySide6.QtWidgets import QWidget

from app.domain import names
from app.domain.change import Change, Edit, Record, Verb
from app.domain.contact import (
    Address,
    Contact,
    EarlierDetail,
    Email,
    Met,
    Name,
    Phone,
    Reading,
    Url,
)
from app.domain.dates import Birthday
from app.domain.interaction import Initiative, Interaction, Kind
from app.domain.promise import Promise, Side
from app.domain.remark import Remark, RemarkKind
from app.interchange import codes
from app.interchange.signature import read_signature
from app.store.store import Store
from app.ui.look.theme import Theme
from app.ui.pages.people.code_dialog import CodeDialog
from app.ui.pages.people.export_dialog import ExportDialog, Whom
from app.ui.pages.people.page import PeoplePage
from app.ui.pages.people.promise_editor import PromiseEditor
from app.ui.recall.dialog import RecallDialog
from app.usecases.exporting import ExportOutcome, Format
from tests.interchange.signatures import TABLE
from tests.screens.kept import NOW, TODAY, await_answers, on_store
from tests.screens.render import settle

ME, THEM, BOTH = Initiative.ME, Initiative.THEM, Initiative.BOTH

# id, family, given, their readings, company in ja and en, knots, days since the last contact
_LIST = (
    ("p-sakuma4", "佐久間", "理恵", "さくま", "りえ",
     ("青葉司法書士事務所", "Aoba Judicial Scriveners"), "11-", 0),
    ("p-shimada6", "島田", "惣一", "しまだ", "そういち", ("島田製材", "Shimada Lumber"), "1--", 65),
    ("p-tamura5", "田村", "灯", "たむら", "あかり", ("灯和紙店", "Tomoshibi Paper"), "111", 23),
    ("p-todo", "藤堂", "健一郎", "とうどう", "けんいちろう",
     ("北辰精密工業", "Hokushin Precision"), "1-1", 160),
    ("p-nakajima9", "中島", "由紀子", "なかじま", "ゆきこ",
     ("信州まちづくり公社", "Shinshu Town Planning Corp."), "11-", 40),
    ("p-harada1", "原田", "渉", "はらだ", "わたる", ("はらだ農園", "Harada Farm"), "---", 195),
    ("p-miyashita5", "宮下", "あかり", "みやした", "あかり",
     ("みやした酒造", "Miyashita Brewery"), "1-1", 96),
    ("p-martin", "Martin", "Claire", None, None,
     ("Maison Orme, bureau de Paris", "Maison Orme, Paris office"), "11-", 2),
)  # fmt: skip


def _contact(row: tuple, ja: bool) -> Contact:
    id_, family, given, sei, mei, company, _, _ = row
    full = f"{given} {family}" if family.isascii() else f"{family} {given}"
    return Contact(
        id=id_,
        name=Name(full=full, family=family, given=given),
        reading=Reading(sei, mei),
        organization=company[0 if ja else 1],
    )


def _acts(row: tuple) -> list[Interaction]:
    id_, knots, days = row[0], row[6], row[7]
    last = TODAY - timedelta(days)
    earlier = last - timedelta(30)
    made: list[Interaction] = []
    if knots[0] == "1":
        made.append(Interaction(f"{id_}-l", Kind.LETTER, ME, earlier - timedelta(3), (id_,)))
        made.append(Interaction(f"{id_}-r", Kind.MAIL, THEM, earlier, (id_,), answers=f"{id_}-l"))
    if knots[1] == "1":
        made.append(Interaction(f"{id_}-c", Kind.CALL, THEM, earlier, (id_,)))
    if knots[2] == "1":
        made.append(Interaction(f"{id_}-i", Kind.INTRODUCTION, THEM, earlier, (id_,)))
    made.append(Interaction(f"{id_}-m", Kind.MET, BOTH, last, (id_,)))
    return made


def hayasaka(ja: bool) -> Contact:
    return Contact(
        id="p25",
        name=Name(full="早坂 美緒", family="早坂", given="美緒"),
        reading=Reading("はやさか", "みお"),
        organization="こもれび工房" if ja else "Komorebi Workshop",
        title="代表・家具デザイナー" if ja else "owner and furniture designer",
        emails=(Email("mio@komorebi.example.jp"),),
        phones=(Phone("090-5550-0142"),),
        tags=("家具", "松本", "野球の話") if ja else ("furniture", "Matsumoto", "baseball"),
        met=Met(
            date(2025, 5, 24),
            "松本クラフト交流会" if ja else "Matsumoto Craft Exchange",
            "藤堂 健一郎" if ja else "Todo Kenichiro",
        ),
    )


def _said(ja: bool) -> dict[str, str]:
    japanese = {
        "oct": "「欧州向けの器、仕上げのことで相談させてください」",
        "sep": "オイル仕上げの見本を3種。香りより手触りを気にされていた。",
        "place": "蔵前の試作室",
        "aug21": "息子さんの野球、県大会でベスト8とのこと。",
        "aug18": "暑中見舞い。新しい試作の写真を一枚。",
        "jun": "金子 彰さん（木曽の塗師）。来月、三人で工房へ。",
        "may": "松本クラフト交流会。藤堂さんが「手の早い人だよ」と。",
    }
    english = {
        "oct": "“I would like your advice on the finish of the bowls for Europe”",
        "sep": "Three oil-finish samples. She cared more about touch than scent, and asked twice "
        "whether the walnut could be left rough near the rim.",
        "place": "Kuramae studio",
        "aug21": "Her son’s team reached the last eight of the prefecture.",
        "aug18": "Summer greeting with one photograph of the new prototype.",
        "jun": "Kaneko Akira-san (lacquerer, Kiso). The three of us visit next month.",
        "may": "Matsumoto Craft Exchange. Todo-san said “she works fast”.",
    }
    return japanese if ja else english


def timeline(ja: bool) -> list[Interaction]:
    """The entries of the picture, and three letters with their answers that lie before it."""
    said, who = _said(ja), ("p25",)
    return [
        Interaction("h-oct", Kind.MAIL, THEM, date(2026, 10, 2), who, said["oct"]),
        Interaction("h-sep", Kind.MET, BOTH, date(2026, 9, 8), who, said["sep"], said["place"]),
        Interaction(
            "h-aug21", Kind.LETTER, THEM, date(2026, 8, 21), who, said["aug21"], answers="h-aug18"
        ),
        Interaction("h-aug18", Kind.LETTER, ME, date(2026, 8, 18), who, said["aug18"]),
        Interaction("h-jun", Kind.INTRODUCTION, THEM, date(2026, 6, 12), who, said["jun"]),
        Interaction("h-may", Kind.CARDS, BOTH, date(2025, 5, 24), who, said["may"]),
    ]


def fill(store: Store, language: str) -> None:
    ja = language == "ja"
    people = [_contact(row, ja) for row in _LIST]
    acts = [act for row in _LIST for act in _acts(row)]
    records = [*people, hayasaka(ja), *acts, *timeline(ja)]
    edits = tuple(Edit(None, record) for record in records)  # type: ignore[arg-type]
    store.apply(Change(Verb.IMPORT, edits), now=NOW)


def made(theme: Theme, *records: Record, filled: bool = True) -> QWidget:
    return on_store(
        lambda of: PeoplePage(of, theme),
        *records,
        fill=(lambda store: fill(store, theme.language)) if filled else None,
    )


def page(theme: Theme) -> QWidget:
    return made(theme)


def promises(ja: bool) -> list[Promise]:
    """The one of the picture, one of theirs, and one that is kept."""
    mine, theirs, kept = (
        ("端材の見本を送る", "塗師の金子さんに引き合わせてくれる", "欧州の仕上げの記事を送る")
        if ja
        else (
            "send the samples of offcuts",
            "will introduce Kaneko-san, the lacquerer",
            "send the article on finishes",
        )
    )
    day = date(2026, 9, 8)
    return [
        Promise("h-p1", "p25", Side.ME, mine, day, date(2026, 10, 16), act="h-sep"),
        Promise("h-p2", "p25", Side.THEM, theirs, day, act="h-sep"),
        Promise("h-p3", "p25", Side.ME, kept, date(2026, 8, 21), None, date(2026, 9, 1), "h-aug21"),
    ]


def remarks(ja: bool) -> list[Remark]:
    """What would please her, as in the picture, what she offers, and something of the past."""
    said = (
        ("浅煎りの豆。国産材の端材の活かし方。", "息子さんの野球の話（小5・捕手）")
        if ja
        else (
            "Light-roasted beans. Uses for offcuts of local wood.",
            "Her son’s baseball (catcher)",
        )
    )
    day = date(2026, 9, 8)
    offer, before = ("木工機械の相談", "深煎りの豆") if ja else ("advice on machines", "dark roast")
    return [
        *(Remark(f"h-r{n}", "p25", RemarkKind.PLEASES, s, day) for n, s in enumerate(said)),
        Remark("h-r8", "p25", RemarkKind.OFFERS, offer, day),
        Remark("h-r9", "p25", RemarkKind.PLEASES, before, date(2025, 5, 24), date(2026, 6, 1)),
    ]


def write_remark(widget: QWidget) -> None:
    page = _on_hayasaka(widget)
    page.detail.remarks.begin(RemarkKind.PLEASES)
    settle(page)


def promised(theme: Theme) -> QWidget:
    def filled(store: Store) -> None:
        fill(store, theme.language)
        ja = theme.language == "ja"
        records: list[Record] = [*promises(ja), *remarks(ja)]
        edits = tuple(Edit(None, record) for record in records)
        store.apply(Change(Verb.PROMISE, edits), now=NOW)

    return on_store(lambda of: PeoplePage(of, theme), fill=filled)


def long(theme: Theme) -> QWidget:
    """Some two years of entries, so that months have headings."""

    def filled(store: Store) -> None:
        fill(store, theme.language)
        ja = theme.language == "ja"
        said = list(_said(ja).values())
        acts = [
            Interaction(
                f"l{at}", kind, begun, date(2026, 10, 9) - timedelta(at * 11), ("p25",),
                said[at % len(said)],
            )
            for at, (kind, begun) in enumerate([(Kind.CALL, ME), (Kind.MAIL, THEM)] * 20)
        ]  # fmt: skip
        records: list[Record] = [*promises(ja), *acts]
        store.apply(Change(Verb.LOG, tuple(Edit(None, record) for record in records)), now=NOW)

    return on_store(lambda of: PeoplePage(of, theme), fill=filled)


def write_promise(widget: QWidget) -> None:
    page = _on_hayasaka(widget)
    page.detail.begin_promise()
    settle(page)


def begun(widget: QWidget) -> None:
    """A promise was half-typed, and somebody else was shown meanwhile."""
    page = _on_hayasaka(widget)
    page.detail.begin_promise()
    editor = page.detail.editors.promising
    assert isinstance(editor, PromiseEditor)
    ja = page._theme.language == "ja"
    editor.what.set_text("藍染めの端布を送る" if ja else "send her the offcuts of indigo")
    for who in ("p-todo", "p25"):
        page.show_person(who)
        shown(page)


# Before and behind the people whom the picture shows: 33, and 19 of them know the person.
_CROWD = """
相沢 樹 あいざわ いつき/青木 和子 あおき かずこ/秋山 澄 あきやま すみ/浅野 圭吾 あさの けいご
安藤 しのぶ あんどう しのぶ/飯田 昌平 いいだ しょうへい/石黒 七海 いしぐろ ななみ
井上 修 いのうえ おさむ/岩崎 彩子 いわさき あやこ/上田 遼 うえだ りょう/内海 律子 うつみ りつこ
榎本 大悟 えのもと だいご/大野 真理 おおの まり/岡本 悠 おかもと ゆう/小川 節 おがわ せつ
落合 俊 おちあい しゅん/加賀 美和 かが みわ/片桐 誠 かたぎり まこと/金子 彰 かねこ あきら
川口 千晶 かわぐち ちあき/岸 洋平 きし ようへい/木下 ゆい きのした ゆい/黒田 直人 くろだ なおと
小松 菫 こまつ すみれ/近藤 望 こんどう のぞみ/村井 亮 むらい りょう/森 小夜 もり さよ
八木 光 やぎ ひかる/山内 咲 やまうち さき/横田 仁 よこた じん/吉岡 文 よしおか ふみ
和久井 新 わくい あらた/渡辺 静 わたなべ しずか
"""
_KNOWING = 19


def crowd() -> list[Record]:
    """The rest of the 42 people of the design."""
    records: list[Record] = []
    for n, line in enumerate(_CROWD.strip().replace("\n", "/").split("/")):
        family, given, sei, mei = line.split()
        id_ = f"p-crowd{n}"
        records.append(
            Contact(id_, name=Name(f"{family} {given}", family, given), reading=Reading(sei, mei))
        )
        if n < _KNOWING:
            on = TODAY - timedelta(7 * n + 3)
            records.append(Interaction(f"{id_}-c", Kind.CALL, THEM, on, (id_,)))
    return records


def shown(page: PeoplePage) -> None:
    """Wait until the page has its answers."""
    await_answers(page, page._workspace)
    settle(page)


def paste_signature(widget: QWidget) -> None:
    assert isinstance(widget, PeoplePage)
    shown(widget)
    widget.new_person()
    read = read_signature(TABLE[0][0] if widget._theme.language == "ja" else TABLE[3][0]).contact
    editor = widget.detail.editor
    assert editor is not None
    editor.fill(
        replace(read, note="趣味は釣り" if widget._theme.language == "ja" else "likes fishing")
    )
    settle(widget)


def recall(theme: Theme) -> QWidget:
    def filled(store: Store) -> None:
        fill(store, theme.language)
        ja = theme.language == "ja"
        said = "短い髪、藍のエプロン。よく笑う。" if ja else "short hair, an indigo apron"
        face = Remark("f-face", "p25", RemarkKind.FACE, said, TODAY)
        store.apply(Change(Verb.REMARK, (Edit(None, face),), "p25"), now=NOW)

    return on_store(lambda of: RecallDialog(of, theme, None), fill=filled)


def recall_name(widget: QWidget) -> None:
    assert isinstance(widget, RecallDialog)
    widget._reveal()
    settle(widget)


def find_words(widget: QWidget) -> None:
    page = _on_hayasaka(widget)
    page.find_words()
    page.detail.find_bar.field.set_text("見本" if page._theme.language == "ja" else "sample")
    settle(page)


def show_hayasaka(widget: QWidget) -> None:
    assert isinstance(widget, PeoplePage)
    shown(widget)
    widget.show_person("p25")
    shown(widget)
    widget.detail.composer.focus()
    if widget._theme.language == "ja":
        widget.list.list.verticalScrollBar().setValue(0)
    QCoreApplication.processEvents()


def _on_hayasaka(widget: QWidget) -> PeoplePage:
    show_hayasaka(widget)
    assert isinstance(widget, PeoplePage)
    return widget


def code(theme: Theme) -> QWidget:
    """A person's card for a phone to take over."""
    person = hayasaka(theme.language == "ja")
    squares = codes.squares(codes.code_text(person))
    return CodeDialog(theme, None, names.shown(person), squares)


def several(widget: QWidget) -> None:
    """Two people are selected."""
    page = _on_hayasaka(widget)
    view = page.list.list
    row = view.currentIndex().row()
    for below in (row + 1, row + 2):
        view.selectionModel().select(
            view.model().index(below, 0), QItemSelectionModel.SelectionFlag.Select
        )
    shown(page)


def _whom(words: str, count: int) -> Whom:
    said = QCoreApplication.translate("Exporting", words)
    return Whom(said.format(count=count), None, "people")


def export(theme: Theme) -> QWidget:
    """Whom, in which form, and what it means."""
    selected, listed = _whom("Selected ({count})", 3), _whom("In the list ({count})", 12)
    return ExportDialog(theme, None, [selected, listed, _whom("Everyone ({count})", 412)])


def exported(theme: Theme) -> QWidget:
    """What was written."""
    dialog = ExportDialog(theme, None, [_whom("Everyone ({count})", 412)])
    dialog.done_with(ExportOutcome(Path("/home/mio/Documents/people.vcf"), 412, Format.VCARD_3))
    return dialog


def edit(widget: QWidget) -> None:
    page = _on_hayasaka(widget)
    page.edit()


def wrong_day(widget: QWidget) -> None:
    page = _on_hayasaka(widget)
    page.edit()
    editor = page.detail.editor
    assert editor is not None
    editor._dates.append({"value": "2/30"})
    editor.save()


def edit_entry(widget: QWidget) -> None:
    page = _on_hayasaka(widget)
    act = page.detail.model.act_at(1)
    assert act is not None
    page.detail.editors.edit_entry(act)


def prompt(widget: QWidget) -> None:
    page = _on_hayasaka(widget)
    page.detail.ask_reconnect()
    settle(page)
    page.detail.composer._choose_kind(Kind.MAIL)


def search(widget: QWidget) -> None:
    page = _on_hayasaka(widget)
    page.focus_search()
    page.list.search.set_text("仕上げ" if page._theme.language == "ja" else "ha")
    shown(page)


def bin_(widget: QWidget) -> None:
    page = _on_hayasaka(widget)
    page.commands.delete()
    shown(page)
    page.list.show_bin()
    shown(page)


def duplicates(theme: Theme) -> QWidget:
    """A person who is there twice, and others who may be."""
    ja = theme.language == "ja"
    again = Contact(
        id="p26",
        name=Name(full="早坂美緒"),
        reading=Reading("はやさか", "みお"),
        organization="株式会社こもれび工房" if ja else "Komorebi Workshop, Inc.",
        department="家具部" if ja else "Furniture",
        title="代表取締役" if ja else "president",
        emails=(Email("mio@komorebi.example.jp"), Email("hayasaka.mio@mail.example.com")),
        phones=(Phone("03-5550-0188"),),
        addresses=(Address("蔵前3-4-5", "台東区", "東京都", "111-0051"),),
        tags=("蔵前",) if ja else ("Kuramae",),
        met=Met(date(2026, 9, 8), "蔵前ものづくり市" if ja else "Kuramae Makers’ Market"),
        note="秋の展示は新作の椅子から。" if ja else "The autumn show begins with the new chair.",
    )
    other = Contact(id="p27", name=Name("原田 航"), phones=(Phone("090-5550-0177"),))
    same = Contact(id="p28", name=Name("原田 千鶴"), phones=(Phone("090-5550-0177"),))
    act = Interaction("twice", Kind.MET, BOTH, date(2026, 9, 8), ("p26",))
    return made(theme, again, other, same, act)


def show_duplicates(widget: QWidget) -> None:
    page = _on_hayasaka(widget)
    page.show_duplicates()
    shown(page)


LONG = "Wolfeschlegelsteinhausenbergerdorff-Wintergreen-Montgomery Hubert Blaine the Third"


def odd(theme: Theme) -> QWidget:
    """Long, bare and strange people."""
    bare = Contact(id="x1", emails=(Email("someone@example.com"),))
    unread = Contact(id="x2", name=Name("勅使河原 一", "勅使河原", "一"), organization="某社")
    long = Contact(
        id="x0",
        name=Name(LONG, "Aa" + LONG, "Hubert"),
        organization="一般社団法人 日本伝統的工芸品産業振興協同組合連合会 東日本支部 海外展開室",
        department="国際部",
        title="副室長 兼 事務局次長",
        emails=tuple(
            Email(f"hubert.blaine.the.third.{i}@montgomery.example.com") for i in range(3)
        ),
        phones=(Phone("03-5550-0101 (代表)"), Phone("+49 30 5550 0102")),
        urls=(Url("https://montgomery.example.com/people/hubert"), Url("javascript:alert(1)")),
        addresses=(
            Address("二丁目3番4号 きりん町ビル 5階", "台東区", "東京都", "111-0051", "日本"),
        ),
        birthday=Birthday(4, 12),
        note="A first line.\nA second line, which is rather longer than the place for it is wide.",
        tags=tuple(f"tag number {i}" for i in range(9)),
        met=Met(None, "A gathering", "Somebody"),
        earlier=(EarlierDetail("title", "室長", date(2025, 3, 31)),),
    )
    return made(theme, long, bare, unread, filled=False)
