"""Notes after a meeting: the evening of picture d, of one card, of forty, and of odd ones."""

from dataclasses import replace
from datetime import date, time

from PySide6.QtWidgets import QWidget

from app.domain.card_notes import CardNotes
from app.domain.change import Change, Edit, Record, Verb
from app.domain.contact import Address, Contact, Email, Met, Name, Phone, Reading
from app.domain.gathering import Gathering
from app.domain.interaction import Initiative, Interaction, Kind
from app.domain.rhythm import OFFERED
from app.store.store import Store
from app.ui.look.theme import Theme
from app.ui.pages.names import Page
from app.ui.pages.notes.page import NotesPage
from app.usecases.evening_notes import finish
from app.usecases.evenings import Evening, Of
from tests.screens.kept import NOW, on_store
from tests.screens.windows import Shown

EVENING = "g-evening"
LAST_NIGHT = date(2026, 10, 14)
HERE = Evening(Of.GATHERING, EVENING)

CARDS = (
    ("n01", "西村", "直樹", "にしむら", "なおき", "西村活版"),
    ("n02", "岩崎", "ゆか", "いわさき", "ゆか", "まど編集室"),
    ("n03", "李", "明哲", "り", "めいてつ", "明和貿易"),
    ("n04", "相原", "みどり", "あいはら", "みどり", "Aihara Foil 株式会社"),
    ("n05", "荒井", "康平", "あらい", "こうへい", "荒井木工"),
    ("n06", "石塚", "さやか", "いしづか", "さやか", "台東信用組合"),
    ("n07", "大野", "俊介", "おおの", "しゅんすけ", "大野指物"),
    ("n08", "木下", "真理", "きのした", "まり", "きのした茶房"),
    ("n09", "三枝", "浩", "さえぐさ", "ひろし", "三枝製函"),
    ("n10", "高見", "涼子", "たかみ", "りょうこ", "浅草新報"),
    ("n11", "戸田", "誠", "とだ", "まこと", "戸田運送"),
    ("n12", "本間", "彩", "ほんま", "あや", "本間染工"),
)
MIDORI = "n04"


def gathering(language: str) -> Gathering:
    """The evening of picture d."""
    ja = language == "ja"
    return Gathering(
        EVENING, "第14回 蔵前 異業種交流会" if ja else "Kuramae Exchange #14", LAST_NIGHT,
        starts=time(19), ends=time(21),
        place="蔵前・旧紙問屋ホール" if ja else "Old Paper Hall, Kuramae",
        people=("o1", "o2"),
    )  # fmt: skip


def person(row: tuple[str, ...], at: Gathering) -> Contact:
    """Somebody who was met there."""
    made = Contact(
        id=row[0], name=Name(f"{row[1]} {row[2]}", row[1], row[2]), reading=Reading(row[3], row[4]),
        organization=row[5], met=Met(LAST_NIGHT, at.name, None, at.id),
    )  # fmt: skip
    if row[0] != MIDORI:
        return made
    return replace(
        made, title="代表取締役　箔押し職人", emails=(Email("hello@foil.example.jp"),),
        phones=(Phone("03-5550-0127"),), addresses=(Address("東駒形 1丁目", "墨田区", "東京都"),),
        note="蔵前から歩いて12分。工房見学は土曜の午後。",
    )  # fmt: skip


def exchange(contact: Contact, at: Gathering) -> Interaction:
    """The cards exchanged."""
    return Interaction(
        f"x-{contact.id}", Kind.CARDS, Initiative.BOTH, LAST_NIGHT, (contact.id,), place=at.name,
        gathering=at.id,
    )  # fmt: skip


def put(store: Store, at: Gathering, people: list[Contact], *more: Record) -> None:
    """Keep an evening."""
    records: list[Record] = [*more, *people, at, *(exchange(c, at) for c in people)]
    store.apply(Change(Verb.IMPORT, tuple(Edit(None, r) for r in records)), now=NOW)


def fill(store: Store, language: str) -> None:
    """Twelve cards, of which three are written."""
    ja, at = language == "ja", gathering(language)
    others = [
        Contact(id="o1", name=Name("大城 学", "大城", "学"), reading=Reading("おおしろ", "まなぶ")),
        Contact(id="o2", name=Name("田村 恵", "田村", "恵"), reading=Reading("たむら", "めぐみ")),
    ]
    put(store, at, [person(row, at) for row in CARDS], *others)
    said = (
        (("お店を教える", "記事を送る"), ("人を紹介",), ("見学に誘う",))
        if ja
        else (("name a shop", "send an article"), ("introduce someone",), ("invite to visit",))
    )
    for row, lines in zip(CARDS, said, strict=False):
        finish(store, HERE, at, row[0], CardNotes(), CardNotes("・", pleases=lines), now=NOW)


def window(theme: Theme) -> QWidget:
    return on_store(lambda of: Shown(theme, of), fill=lambda store: fill(store, theme.language))


def page_of(widget: QWidget, evening: Evening = HERE) -> NotesPage:
    """Open the notes in the window."""
    assert isinstance(widget, Shown)
    widget.opened.write_notes(str(evening))
    widget.rest()
    shown = widget.shell.page(Page.NOTES)
    assert isinstance(shown, NotesPage)
    return shown


def open_fourth(widget: QWidget) -> None:
    """The state of picture d: the fourth card, with words in its fields."""
    page, ja = page_of(widget), widget.theme.language == "ja"  # type: ignore[attr-defined]
    faces = ("短い髪", "藍の前掛け", "名刺の縁が金") if ja else ("short hair", "an indigo apron")
    page.parts.beside.faces.set_faces(faces)
    page.parts.prompts.set_notes(
        CardNotes(
            "金箔より錫箔が面白い、と。木地に箔を押すのは下地しだいで、まだ誰もうまくやれていないそう。"
            if ja
            else "Tin foil is more fun than gold. On bare wood all depends on the ground coat.",
            (
                "木目のきれいな端材があれば試してみたい、と。早坂さんの工房の話に身を乗り出していた"
                if ja
                else "Offcuts with a fine grain to try; leaned in at the workshop of Hayasaka",
            ),
            "端材を3種、箱で送る" if ja else "send three offcuts in a box",
            date(2026, 10, 23),
            faces,
            OFFERED[1],
        ),
        fresh=True,
    )
    page._typed()
    page.parts.prompts.go_to(2)
    page.parts.prompts.pleases.edit.moveCursor(
        page.parts.prompts.pleases.edit.textCursor().MoveOperation.End
    )


def open_empty(widget: QWidget) -> None:
    page_of(widget)


def one(theme: Theme) -> QWidget:
    """One card, with a name and a company that are too long for anything."""
    at = gathering(theme.language)
    long = Contact(
        id="l1", name=Name("Maximiliane-Wilhelmine von Hohenstein-Waldburg zu Zeil"),
        organization="独立行政法人 国際木工芸振興協力機構 関東甲信越ブロック地域連携推進本部",
        department="Department of Very Long Names", title="Oberstudiendirektorin im Ruhestand",
        met=Met(LAST_NIGHT, at.name, None, at.id), note="とても長いメモ。" * 30,
        emails=(Email("a.very.long.address.that.never.ends@department.of.names.example"),),
    )  # fmt: skip
    named = replace(at, name=at.name * 4, place=(at.place or "") * 4, people=())
    return on_store(lambda of: Shown(theme, of), fill=lambda store: put(store, named, [long]))


def forty(theme: Theme) -> QWidget:
    """Forty cards, half of them without a reading, at no gathering."""
    people = [
        replace(
            person(CARDS[n % 12], gathering(theme.language)), id=f"f{n:02}",
            met=Met(LAST_NIGHT), **({"reading": Reading()} if n % 2 else {}),  # type: ignore[arg-type]
        )
        for n in range(40)
    ]  # fmt: skip
    acts = [replace(exchange(c, gathering("ja")), gathering=None, place=None) for c in people]
    return on_store(lambda of: Shown(theme, of), *people, *acts)


def open_day(widget: QWidget) -> None:
    page_of(widget, Evening(Of.DAY, LAST_NIGHT.isoformat()))


def name_day(widget: QWidget) -> None:
    page = page_of(widget, Evening(Of.DAY, LAST_NIGHT.isoformat()))
    page.name_evening()
    widget.over = page.naming  # type: ignore[attr-defined]
