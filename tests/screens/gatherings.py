"""Gatherings with the people of the design: the evening of picture d, and what is ahead in a."""

from datetime import date, time
from pathlib import Path

from PySide6.QtWidgets import QWidget

from app.domain.change import Change, Edit, Record, Verb
from app.domain.contact import Contact, Met, Name, Reading
from app.domain.gathering import Gathering
from app.domain.interaction import Initiative, Interaction, Kind
from app.store.store import Store
from app.ui.look.theme import Theme
from app.ui.pages.gatherings.page import GatheringsPage
from app.ui.pages.names import Page
from app.usecases import gathering_import
from tests.screens import people
from tests.screens.kept import NOW, TODAY, on_store
from tests.screens.render import settle
from tests.screens.windows import Shown

CALENDARS = Path(__file__).parents[1] / "data" / "calendars"
EVENING, BREAKFAST, FAIR, EARLIER = "g-evening", "g-breakfast", "g-fair", "g-earlier"
LAST_NIGHT = date(2026, 10, 14)

_CARDS = (
    ("n1", "西村", "直樹", "にしむら", "なおき", "西村活版"),
    ("n2", "岩崎", "ゆか", "いわさき", "ゆか", "まど編集室"),
    ("n3", "李", "明哲", "り", "めいてつ", "明和貿易"),
    ("n4", "相原", "みどり", "あいはら", "みどり", "Aihara Foil 株式会社"),
    ("n5", "荒井", "康平", "あらい", "こうへい", "荒井木工"),
    ("n6", "石塚", "さやか", "いしづか", "さやか", "台東信用組合"),
)


def gatherings(language: str) -> list[Gathering]:
    """The evening of picture d, an earlier one of its series, and the two of picture a."""
    ja = language == "ja"
    series = "蔵前 異業種交流会" if ja else "Kuramae Exchange"
    hall = "蔵前・旧紙問屋ホール" if ja else "Old Paper Hall, Kuramae"
    return [
        Gathering(
            EVENING, f"第14回 {series}" if ja else f"{series} #14", LAST_NIGHT,
            starts=time(19), ends=time(21), place=hall, series=series,
            interests=("木工", "食") if ja else ("wood", "food"),
            purpose="木の器を欧州へ。仕上げに詳しい人と話したい。" if ja
            else "Bowls for Europe: to talk with somebody who knows finishes.",
            note="箔押しの話でもちきり。次は2月。" if ja
            else "Everybody talked of foil. The next one is in February.",
            people=("p25", "p-todo"),
        ),
        Gathering(
            EARLIER, f"第13回 {series}" if ja else f"{series} #13", date(2026, 6, 10),
            starts=time(19), ends=time(21), place=hall, series=series,
        ),
        Gathering(
            BREAKFAST, "木と暮らしの朝活" if ja else "Wood and Living Breakfast",
            date(2026, 10, 21), starts=time(7, 30), ends=time(9), people=("p-tamura5",),
            place="蔵前・ひのき食堂" if ja else "Hinoki Diner, Kuramae",
            purpose="朝ごはんのついでに、漆の話を聞く。" if ja else "To hear about lacquer.",
        ),
        Gathering(
            FAIR, "諏訪 ものづくり交流会" if ja else "Suwa Makers’ Exchange", date(2026, 11, 7),
            until=date(2026, 11, 8), place="諏訪・湖明館" if ja else "Komeikan, Suwa",
        ),
    ]  # fmt: skip


def fill(store: Store, language: str) -> None:
    """People of the design, six cards of last night, two of June of whom one answered."""
    people.fill(store, language)
    own = gatherings(language)
    evening, earlier = own[0], own[1]
    new = [
        Contact(
            id=row[0], name=Name(f"{row[1]} {row[2]}", row[1], row[2]),
            reading=Reading(row[3], row[4]), organization=row[5],
            met=Met(LAST_NIGHT, evening.name, None, EVENING),
        )
        for row in _CARDS
    ]  # fmt: skip
    june = [
        Contact(id=f"j{n}", name=Name(n), met=Met(earlier.on, earlier.name, None, EARLIER))
        for n in ("森 一郎", "原 二郎")
    ]
    mail = Interaction("j-m", Kind.MAIL, Initiative.THEM, date(2026, 7, 1), (june[0].id,))
    records: list[Record] = [*own, *new, *june, mail]
    edits = tuple(Edit(None, record) for record in records)
    store.apply(Change(Verb.IMPORT, edits), now=NOW)


def page(theme: Theme) -> QWidget:
    return on_store(
        lambda of: GatheringsPage(of, theme), fill=lambda store: fill(store, theme.language)
    )


def window(theme: Theme) -> QWidget:
    return on_store(lambda of: Shown(theme, of), fill=lambda store: fill(store, theme.language))


def _show(widget: QWidget, gathering_id: str) -> None:
    assert isinstance(widget, Shown)
    shown = widget.shell.show_page(Page.GATHERINGS)
    widget.rest()
    assert isinstance(shown, GatheringsPage)
    shown.show_gathering(gathering_id)
    widget.rest()


def show_past(widget: QWidget) -> None:
    _show(widget, EVENING)


def show_ahead(widget: QWidget) -> None:
    _show(widget, BREAKFAST)


def show_none(widget: QWidget) -> None:
    assert isinstance(widget, Shown)
    widget.shell.show_page(Page.GATHERINGS)
    widget.rest()


def _page(widget: QWidget) -> GatheringsPage:
    assert isinstance(widget, GatheringsPage)
    while widget.detail.known is None or widget.detail.known.gathering.id != EVENING:
        widget.show_gathering(EVENING)
        settle(widget)
    return widget


def edit(widget: QWidget) -> None:
    _page(widget).edit()


def add_people(widget: QWidget) -> None:
    made = _page(widget)
    made.add_people()
    picker = made.picker
    assert picker is not None
    picker.field.set_text("田")
    widget.over = picker  # type: ignore[attr-defined]


def calendar(widget: QWidget) -> None:
    made = _page(widget)
    read = gathering_import.read([CALENDARS / "google.ics", CALENDARS / "outlook.ics"], TODAY)
    planned = made._workspace.ask(lambda reader: gathering_import.plan(reader, read.gatherings))
    planned.then(lambda found: made.offer(1, found))
    settle(widget, 1)
    while made.calendar is None:
        settle(widget, 1)
    widget.over = made.calendar  # type: ignore[attr-defined]
