"""Rows of tables as people: what each column says, what its label says, and what is kept."""

from app.domain.contact import (
    Account,
    Contact,
    Detail,
    Email,
    Occasion,
    Phone,
    Position,
    Reading,
    Related,
)
from app.domain.dates import Birthday
from app.interchange.card_lines import read_lines
from app.interchange.columns import of_header
from app.interchange.row_card import row_card
from app.interchange.vcard_read import contact_of, draft_of


def person(**row: str) -> Contact:
    """Whom a row makes, its cells by their headers."""
    return of(list(row.items()))


def of(row: list[tuple[str, str]], *more: str) -> Contact:
    """Whom a row of (header, cell) makes; `more` cells stand below no header."""
    card = row_card([of_header(name) for name, _ in row], [*(cell for _, cell in row), *more])
    return contact_of(draft_of(read_lines(card, "utf-8").lines), None)


def test_a_second_value_of_what_there_is_one_of_is_kept_under_its_header() -> None:
    found = of([("姓", "早坂"), ("姓", "早坂"), ("名", "美緒"), ("名", "みお"), ("会社名", "木")])
    assert (found.name.family, found.name.given, found.organization) == ("早坂", "美緒", "木")
    assert found.more == (Detail("みお", "名"),)
    twice = of([("役職", "代表"), ("役職", "会長"), ("役職", "代表")])
    assert (twice.title, twice.more) == ("代表", (Detail("会長", "役職"),))


def test_a_reading_written_twice_is_kept_where_it_says_something_else() -> None:
    parts = [("セイ", "ハヤサカ"), ("メイ", "ミオ")]
    assert of([*parts, ("フリガナ", "ハヤサカ ミオ")]).more == ()
    odd = of([*parts, ("フリガナ", "ハヤサカ ミヲコ")])
    assert (odd.reading, odd.more) == (
        Reading("ハヤサカ", "ミオ"), (Detail("ハヤサカ ミヲコ", "フリガナ"),),
    )  # fmt: skip
    assert person(フリガナ="ハヤサカ ミオ").reading == Reading("ハヤサカ", "ミオ")


def test_a_department_without_a_company() -> None:
    found = person(部署名="企画部")
    assert (found.organization, found.department) == (None, "企画部")


def test_several_addresses_in_one_cell_are_several() -> None:
    found = person(Email="a@x.example; b@x.example, c@x.example")
    assert [e.value for e in found.emails] == ["a@x.example", "b@x.example", "c@x.example"]
    google = of(
        [("E-mail 1 - Label", "* Work"), ("E-mail 1 - Value", "a@x.example ::: b@x.example")]
    )
    assert google.emails == (Email("a@x.example", "work"), Email("b@x.example", "work"))


def test_a_label_of_ones_own_stays_with_its_number() -> None:
    (phone,) = of([("Phone 1 - Label", "工房の電話"), ("Phone 1 - Value", "03-5550-0127")]).phones
    assert phone == Phone("03-5550-0127", "工房の電話", phone.e164)
    alone = of([("Phone 1 - Label", "工房の電話"), ("Phone 1 - Value", "")])
    assert (alone.phones, alone.more) == ((), (Detail("工房の電話", "工房の電話"),))


def test_people_days_and_accounts_with_their_labels() -> None:
    found = of([
        ("Relation 1 - Label", "spouse"), ("Relation 1 - Value", "早坂 健"),
        ("Event 1 - Label", "Anniversary"), ("Event 1 - Value", "2010/6/5"),
        ("Event 2 - Value", "昭和58年4月"),
        ("Event 3 - Value", "0/0/00"),
        ("IM 1 - Service", "Skype"), ("IM 1 - Value", "mio.h"),
        ("IM 2 - Service", "Jabber"), ("IM 2 - Value", ""),
    ])  # fmt: skip
    assert found.related == (Related("早坂 健", "spouse"),)
    assert found.dates == (Occasion("2010-06-05", "Anniversary"), Occasion("1983-04"))
    assert found.accounts == (Account("mio.h", "skype"),)
    assert [detail.value for detail in found.more] == ["Jabber"]


def test_further_companies_stand_beside_the_current_one() -> None:
    found = of([
        ("Organization 1 - Name", "こもれび工房"), ("Organization 1 - Title", "代表"),
        ("Organization 2 - Name", "木の匠"), ("Organization 2 - Department", "企画"),
        ("Organization 2 - Title", "顧問"),
    ])  # fmt: skip
    assert (found.organization, found.title) == ("こもれび工房", "代表")
    assert found.positions == (Position("木の匠", "企画", "顧問"),)


def test_days_that_say_nothing_and_days_that_are_none() -> None:
    assert person(Birthday="0000-00-00").birthday is None
    assert person(Birthday="1985/4/12").birthday == Birthday(4, 12, 1985)
    assert person(Birthday="in spring").birthday is None


def test_the_groups_of_an_address_book_are_no_tags() -> None:
    assert person(Labels="* myContacts ::: 展示会 ::: *Family").tags == ("展示会", "Family")
    assert person(Labels="* myContacts").tags == ()


def test_an_address_written_whole_is_not_said_twice() -> None:
    parts = [("Address 1 - City", "台東区"), ("Address 1 - Street", "蔵前 1-2")]
    (once,) = of([("Address 1 - Formatted", "台東区 蔵前 1-2"), *parts]).addresses
    assert (once.street, once.city) == ("蔵前 1-2", "台東区")
    (more,) = of([("Address 1 - Formatted", "旧紙問屋ホール"), *parts]).addresses
    assert (more.street, more.city) == ("旧紙問屋ホール 蔵前 1-2", "台東区")


def test_cells_below_no_header_and_headers_that_nobody_knows_are_kept() -> None:
    found = of([("氏名", "早坂 美緒"), ("Shoe size", "23")], "loose", "0/0/00")
    assert found.more == (Detail("23", "Shoe size"), Detail("loose", "3"))
