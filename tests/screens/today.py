"""Today page and reconnect window with the people of the design."""

from dataclasses import replace
from datetime import UTC, date, datetime, time

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.domain.contact import Contact, Email, Met, Name, Phone, Reading, Url
from app.domain.due import Reason, ReasonKind
from app.domain.gathering import Gathering
from app.domain.interaction import Initiative, Interaction, Kind
from app.domain.now import Now
from app.domain.rhythm import Rhythm
from app.domain.tie import Tie
from app.store.answers import KnownCount
from app.ui.desktop.tray import Tray
from app.ui.look.theme import Theme
from app.ui.pages.today.page import TodayPage
from app.ui.reconnect.window import ReconnectWindow
from app.ui.reminders import Reminders
from app.ui.today import Ahead, Done, DuePerson, Today
from app.ui.workspace import Workspace
from app.usecases.evenings import Evening, Of, Unwritten

ON = date(2026, 10, 15)
NOW = Now(datetime(2026, 10, 15, tzinfo=UTC), datetime(2026, 10, 15, 9, 0, tzinfo=UTC))


def _contact(
    id_: str, family: str, given: str, sei: str, mei: str, company: str, title: str, met: Met
) -> Contact:
    latin = family.isascii()
    return Contact(
        id=id_,
        name=Name(
            full=f"{given} {family}" if latin else f"{family} {given}", family=family, given=given
        ),
        reading=Reading(sei, mei),
        organization=company,
        title=title,
        met=met,
    )


def people(language: str) -> tuple[DuePerson, ...]:
    """The four of the picture; a birthday is said on its day, not before."""
    ja = language == "ja"
    hayasaka = _contact(
        "p25", "早坂", "美緒", "はやさか", "みお",
        "こもれび工房" if ja else "Komorebi Workshop", "代表" if ja else "owner",
        Met(date(2026, 9, 8), "蔵前 器の市" if ja else "Kuramae craft fair"),
    )  # fmt: skip
    hayasaka = Contact(
        **{
            **{f: getattr(hayasaka, f) for f in Contact.__dataclass_fields__},
            "emails": (Email("mio@komorebi.example"),),
            "phones": (Phone("03-5555-0142", e164="+81355550142"),),
            "urls": (Url("https://komorebi.example"),),
        }
    )
    miyashita = _contact(
        "p-miyashita5", "宮下", "あかり", "みやした", "あかり",
        "みやした酒造" if ja else "Miyashita Brewery", "六代目" if ja else "6th generation",
        Met(date(2026, 7, 11), "蔵開き" if ja else "brewery day"),
    )  # fmt: skip
    todo = _contact(
        "p-todo", "藤堂", "健一郎", "とうどう", "けんいちろう",
        "北辰精密工業" if ja else "Hokushin Precision", "技術部長" if ja else "head of engineering",
        Met(date(2026, 10, 14), "諏訪 ものづくり交流会" if ja else "Suwa Makers’ Exchange"),
    )  # fmt: skip
    claire = _contact(
        "p-martin", "Martin", "Claire", "マルタン", "クレール",
        "Maison Orme", "買付担当" if ja else "buyer", Met(date(2026, 3, 2)),
    )  # fmt: skip
    promise, waits = ReasonKind.PROMISE, ReasonKind.WAITS_FOR_ME
    birthday, rhythm = ReasonKind.BIRTHDAY, ReasonKind.RHYTHM
    note = "端材の見本を送る" if ja else "send the offcut samples"
    words = (
        "欧州向けの器、仕上げのことで相談させてください"
        if ja
        else "May I ask you about the finish of the bowls for Europe"
    )
    asked = "11月5日から東京にいます" if ja else "In Tokyo from 5 November"

    def act(who: Contact, kind: Kind, by: Initiative, on: date, note: str | None) -> Interaction:
        return Interaction(f"a-{who.id}", kind, by, on, (who.id,), note)

    wrote = act(hayasaka, Kind.MAIL, Initiative.THEM, date(2026, 10, 2), words)
    came = act(claire, Kind.MAIL, Initiative.THEM, date(2026, 10, 13), asked)
    visit = act(miyashita, Kind.MET, Initiative.BOTH, date(2026, 7, 11), None)
    tie = Tie(replied=4, sent=5, reached_out=2, introduced=1)
    return (
        DuePerson(hayasaka, (Reason(promise, ON, note, "f1"),), tie, wrote, wrote),
        DuePerson(
            miyashita,
            (Reason(birthday, ON, None, miyashita.id),),
            Tie(replied=1, sent=3, introduced=1),
            visit,
        ),
        DuePerson(
            todo,
            (Reason(rhythm, date(2026, 8, 20), None, todo.id, date(2026, 5, 20), 3),),
            Tie(replied=2, sent=2, introduced=1),
        ),
        DuePerson(
            claire,
            (Reason(waits, date(2026, 10, 13), asked, "a-p-martin"),),
            Tie(replied=1, sent=2, reached_out=1),
            came,
            came,
        ),
    )


def today(language: str) -> Today:
    sakuma = Contact(
        id="p-sakuma4",
        name=Name("佐久間 理恵", "佐久間", "理恵"),
        reading=Reading("さくま", "りえ"),
    )
    done = Done(7, datetime(2026, 10, 15, 9, 20, tzinfo=UTC), sakuma)
    known = KnownCount(27, 318, 3)
    return Today(
        ON, people(language), 0, known, (done,), ahead=ahead(language), unwritten=(unwritten(),)
    )


def unwritten() -> Unwritten:
    """Nine cards of last night."""
    last_night = date(2026, 10, 14)
    evening = Evening(Of.DAY, last_night.isoformat())
    return Unwritten(evening, Gathering("", "", last_night), 12, 9)


def ahead(language: str) -> tuple[Ahead, ...]:
    """The two of the picture."""
    ja = language == "ja"
    breakfast = Gathering(
        "g1", "木と暮らしの朝活" if ja else "Wood and Living Breakfast", date(2026, 10, 21),
        starts=time(7, 30), place="蔵前・ひのき食堂" if ja else "Hinoki Diner, Kuramae",
    )  # fmt: skip
    fair = Gathering(
        "g2", "諏訪 ものづくり交流会" if ja else "Suwa Makers’ Exchange", date(2026, 11, 7),
        starts=time(13), place="諏訪・湖明館" if ja else "Komeikan, Suwa",
        purpose="木の器を欧州へ" if ja else "Bowls for Europe",
    )  # fmt: skip
    who = (("大城", "おおしろ"), ("小野寺", "おのでら"))
    coming = tuple(Contact(name=Name(f, f), reading=Reading(r)) for f, r in who)
    return Ahead(breakfast, coming), Ahead(fair)


def nobody() -> Today:
    """The first day: nobody is known yet."""
    return Today(ON)


class Held(Reminders):
    """Looks at no store."""

    def __init__(self) -> None:
        super().__init__(now=lambda: NOW)

    def refresh(self) -> None:
        pass

    def set_seen(self) -> None:
        pass


def filled(reminders: Reminders, shown: Today) -> None:
    """Let reminders hold a day, as after a look at the store."""
    reminders._workspace = workspace()
    reminders._today = shown
    reminders._count = len(shown.people)


def held(shown: Today) -> Reminders:
    """Reminders that hold a day."""
    reminders = Held()
    filled(reminders, shown)
    return reminders


def workspace() -> Workspace:
    """One that is never asked."""

    def refuse() -> None:
        raise AssertionError("no picture asks the store")

    return Workspace(refuse, refuse, now=lambda: NOW)  # type: ignore[arg-type]


def page(theme: Theme) -> QWidget:
    reminders = held(today(theme.language))
    made = TodayPage(workspace(), theme, reminders)
    reminders.setParent(made)
    made.setMinimumSize(760, 480)
    return made


def misdated(theme: Theme) -> QWidget:
    """After a clock that was far ahead."""
    reminders = held(replace(today(theme.language), misdated=3))
    made = TodayPage(workspace(), theme, reminders)
    reminders.setParent(made)
    return made


def empty(theme: Theme) -> QWidget:
    shown = today(theme.language)
    reminders = held(Today(ON, (), 0, shown.known, shown.done))
    made = TodayPage(workspace(), theme, reminders)
    reminders.setParent(made)
    return made


def window(theme: Theme) -> QWidget:
    reminders = held(today(theme.language))
    made = ReconnectWindow(workspace(), theme, reminders)
    reminders.setParent(made)
    made.open_for()
    return made


def press_r(widget: QWidget) -> None:
    assert isinstance(widget, ReconnectWindow)
    widget.acts.reconnected.click()


def window_end(theme: Theme) -> QWidget:
    shown = today(theme.language)
    reminders = held(Today(ON, (), 0, shown.known, shown.done))
    made = ReconnectWindow(workspace(), theme, reminders)
    reminders.setParent(made)
    made.open_for()
    return made


SATURDAY = date(2026, 10, 17)
MONDAY = date(2026, 10, 19)


def day_off(theme: Theme) -> QWidget:
    """Nobody has to wait, and nobody is asked."""
    shown = today(theme.language)
    reminders = held(Today(SATURDAY, known=shown.known, rests=True, after=MONDAY))
    made = TodayPage(workspace(), theme, reminders)
    reminders.setParent(made)
    return made


def day_off_promise(theme: Theme) -> QWidget:
    """A promise has its day."""
    shown = today(theme.language)
    kept = Today(SATURDAY, shown.people[:1], 0, shown.known, rests=True, after=MONDAY)
    reminders = held(kept)
    made = TodayPage(workspace(), theme, reminders)
    reminders.setParent(made)
    return made


def _thinner(language: str) -> Today:
    """The one by rhythm, after three skips."""
    shown = today(language)
    people_ = tuple(
        replace(p, thinner=Rhythm(6, 8)) if p.reasons[0].kind is ReasonKind.RHYTHM else p
        for p in shown.people
    )
    return replace(shown, people=people_)


def thinner(theme: Theme) -> QWidget:
    reminders = held(_thinner(theme.language))
    made = TodayPage(workspace(), theme, reminders)
    reminders.setParent(made)
    return made


def choose_thinner(widget: QWidget) -> None:
    assert isinstance(widget, TodayPage)
    shown = _thinner(widget.theme.language)
    widget.queue.choose(next(p.id for p in shown.people if p.thinner is not None))


def window_thinner(theme: Theme) -> QWidget:
    shown = _thinner(theme.language)
    reminders = held(shown)
    made = ReconnectWindow(workspace(), theme, reminders)
    reminders.setParent(made)
    made.open_for(next(p.id for p in shown.people if p.thinner is not None))
    return made


def prompt(widget: QWidget) -> None:
    assert isinstance(widget, TodayPage)
    widget.queue.choose("p-miyashita5")
    widget.queue.actions_row.ask()
    widget.queue.actions_row.prompt.line.setText(
        "蔵開きのお礼" if widget.theme.language == "ja" else "thanks for the visit"
    )


def many(theme: Theme) -> QWidget:
    """Long names, nothing known, ten people."""
    shown = today(theme.language)
    long = Contact(
        id="x1",
        name=Name(
            "Wolfeschlegelsteinhausenbergerdorff-Wintergreen Hubert Blaine the Third of Somewhere"
        ),
        organization="一般社団法人 日本伝統的工芸品産業振興協同組合連合会 東日本支部 海外室",
        title="副室長 兼 事務局次長",
    )
    bare = Contact(id="x2", emails=(Email("someone@example.com"),))
    reason = Reason(ReasonKind.FOLLOW_UP, date(2025, 12, 3), "長い覚え書き。" * 30, "f9")
    waits = Reason(ReasonKind.WAITS_FOR_ME, date(2026, 9, 1), None, "a9")
    people_ = (DuePerson(long, (reason,)), DuePerson(bare, (waits,)), *shown.people)
    reminders = held(Today(ON, people_, 12, KnownCount(1284, 90210, 0), shown.done))
    made = TodayPage(workspace(), theme, reminders)
    reminders.setParent(made)
    return made


# how few and how long


LONG_JA = Contact(
    id="l1",
    name=Name("勅使河原 龍之介左衛門", "勅使河原", "龍之介左衛門"),
    reading=Reading("てしがわら", "りゅうのすけざえもん"),
    organization="一般社団法人 日本伝統的工芸品産業振興協同組合連合会 東日本支部 海外室",
    title="副室長 兼 事務局次長",
    emails=(Email("ryunosuke.teshigawara.international@east.traditional-crafts.example"),),
    phones=(Phone("+81 3-5555-0142 内線 20456"),),
    urls=(Url("https://www.traditional-crafts.example/ja/people/teshigawara-ryunosuke"),),
    met=Met(
        date(2025, 9, 8), "第二十五回 全国伝統的工芸品産業 国際見本市（東京ビッグサイト 東4ホール）"
    ),
)
LONG_LATIN = Contact(
    id="l2",
    name=Name(
        "Hubert Blaine Wolfeschlegelsteinhausenbergerdorff-Wintergreen the Third",
        "Wolfeschlegelsteinhausenbergerdorff-Wintergreen",
        "Hubert Blaine",
    ),
    emails=(Email("h.b.wolfeschlegelsteinhausenbergerdorff@somewhere-far-away.example"),),
)
_NOTE = (
    "欧州向けの器の仕上げについて、見本を三つ送り、来月の見本市での話をする約束を思い出してもらう"
)


def long_people() -> tuple[DuePerson, ...]:
    """Very long names, one of them without a company; three reasons."""
    wrote = Interaction("a1", Kind.MAIL, Initiative.THEM, date(2026, 9, 1), ("l1",), _NOTE * 2)
    reasons = (
        Reason(ReasonKind.PROMISE, date(2025, 12, 3), _NOTE, "f9"),
        Reason(ReasonKind.WAITS_FOR_ME, date(2026, 9, 1), None, "a1"),
        Reason(ReasonKind.BIRTHDAY, ON, None, "l1"),
    )
    quiet = Reason(ReasonKind.RHYTHM, date(2026, 1, 2), None, "l2", date(2024, 12, 24), 12)
    return (
        DuePerson(LONG_JA, reasons, Tie(replied=1, sent=2), wrote, wrote, _NOTE),
        DuePerson(LONG_LATIN, (quiet,)),
    )


def _on(theme: Theme, shown: Today) -> QWidget:
    reminders = held(shown)
    made = TodayPage(workspace(), theme, reminders)
    reminders.setParent(made)
    return made


def one(theme: Theme) -> QWidget:
    """One person, and no more is known of anybody."""
    bare = Contact(id="x2", emails=(Email("someone@example.com"),))
    reason = Reason(ReasonKind.FIRST_FOLLOW_UP, ON, None, "f1")
    return _on(theme, Today(ON, (DuePerson(bare, (reason,)),), 0, KnownCount(0, 1, 0)))


def five(theme: Theme) -> QWidget:
    """Five, with long names first, and many more at rest."""
    shown = today(theme.language)
    people_ = (*long_people(), *shown.people[:3])
    return _on(
        theme, Today(ON, people_, 12, KnownCount(1284, 90210, 12), shown.done, ahead=shown.ahead)
    )


def back(theme: Theme) -> QWidget:
    """After days away: a few people, and nothing beside them."""
    shown = today(theme.language)
    return _on(theme, replace(shown, people=shown.people[:3], waiting=9, done=(), away=True))


def window_long(theme: Theme) -> QWidget:
    return _window(theme, long_people())


def window_latin(theme: Theme) -> QWidget:
    return _window(theme, long_people()[1:])


def _window(theme: Theme, people_: tuple[DuePerson, ...]) -> QWidget:
    reminders = held(Today(ON, people_))
    made = ReconnectWindow(workspace(), theme, reminders)
    reminders.setParent(made)
    made.open_for()
    return made


def menu(theme: Theme) -> QWidget:
    """The menu of the tray icon, as a panel without a menu of its own shows it."""
    return _menu(theme, today(theme.language))


def menu_long(theme: Theme) -> QWidget:
    shown = today(theme.language)
    return _menu(theme, replace(shown, people=(*long_people(), *shown.people[:3])))


def menu_empty(theme: Theme) -> QWidget:
    return _menu(theme, Today(ON))


def _menu(theme: Theme, shown: Today) -> QWidget:
    reminders = held(shown)
    tray = Tray(theme, reminders, available=lambda: False)
    tray.start()
    tray.set_can_lock(True)
    tray.menu.setWindowFlag(Qt.WindowType.Popup, False)
    reminders.setParent(tray.menu)
    tray.menu.destroyed.connect(tray.deleteLater)
    return tray.menu


def fit(widget: QWidget) -> None:
    """As large as it wants to be."""
    widget.resize(widget.sizeHint())
