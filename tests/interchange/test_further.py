"""People close to somebody, dates, accounts and several companies: read, and written again."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.contact import Account, Contact, Detail, Occasion, Position, Related
from app.domain.dates import Birthday
from app.interchange.card_lines import read_lines
from app.interchange.csv_write import write_csv
from app.interchange.reading import read_cards
from app.interchange.source import InMemory
from app.interchange.vcard_read import contact_of, draft_of
from app.interchange.vcard_write import VERSIONS, write_card

CARD = "\r\n".join(
    [
        "BEGIN:VCARD", "VERSION:3.0", "UID:u", "FN:Ann Lee",
        "item1.ORG:First;Dep", "item1.TITLE:Head", "item2.ORG;TYPE=pref:Second",
        "item2.TITLE:Adviser", "ROLE:Thinker",
        "item3.X-ABRELATEDNAMES:Bob Lee", "item3.X-ABLabel:_$!<Spouse>!$_",
        "X-EVOLUTION-MANAGER:Boss", "item4.X-ABDATE:1604-05-06", "item4.X-ABLabel:First day",
        "ANNIVERSARY:2001-02-03", "X-MS-ANNIVERSARY:0/0/00", "BDAY:1985-04",
        "X-ANDROID-CUSTOM:vnd.android.cursor.item/relation;Kim;13;;;;;;;;;;;;;",
        "X-ANDROID-CUSTOM:vnd.android.cursor.item/contact_event;1999-01-02;0;Own;;;;;;;;;;;;",
        "IMPP;X-SERVICE-TYPE=Skype;TYPE=work:skype:ann.lee", "X-ICQ:123",
        "X-SOCIALPROFILE;TYPE=twitter;x-user=ann:https://twitter.example/ann", "HOBBY:go",
        "GENDER:F", "X-UNKNOWN:kept", "END:VCARD", "",
    ]
)  # fmt: skip


def one(text: str | bytes) -> Contact:
    data = text.encode() if isinstance(text, str) else text
    (card,) = read_cards(InMemory("card", data))
    assert card.contact is not None
    return card.contact


def body(data: bytes | str) -> Counter[str]:
    text = data if isinstance(data, str) else data.replace(b"\r\n ", b"").decode()
    return Counter(text.split("\r\n"))


def test_every_kind_is_read() -> None:
    ann = one(CARD)
    assert (ann.organization, ann.title) == ("Second", "Adviser")
    assert ann.positions == (Position("First", "Dep", "Head"),)
    assert ann.related == (
        Related("Bob Lee", "spouse"), Related("Boss", "manager"), Related("Kim", "sister"),
    )  # fmt: skip
    assert ann.dates == (
        Occasion("--05-06", "First day"), Occasion("2001-02-03", "anniversary"),
        Occasion("1985-04", "birthday"), Occasion("1999-01-02", "Own"),
    )  # fmt: skip
    assert ann.birthday is None
    assert ann.accounts == (
        Account("ann.lee", "skype", "work"), Account("123", "icq"),
        Account("https://twitter.example/ann", "twitter"),
    )  # fmt: skip
    assert ann.more == (
        Detail("Thinker", "role"),
        Detail("go", "hobby"),
        Detail("female", "gender"),
    )


@pytest.mark.parametrize("zeroes", ["0000-00-00", "0/0/00", "00000000", "--0000"])
@pytest.mark.parametrize("version", VERSIONS)
def test_a_birthday_of_zeroes_is_none_and_comes_back(zeroes: str, version: str) -> None:
    card = f"BEGIN:VCARD\r\nVERSION:{version}\r\nUID:u\r\nFN:Ann\r\nBDAY:{zeroes}\r\nEND:VCARD\r\n"
    (read,) = read_cards(InMemory("card", card.encode()))
    ann = read.contact
    assert ann is not None
    assert (ann.birthday, ann.dates, ann.more, read.kept) == (None, (), (), ())
    assert body(write_card(ann, card.encode(), version=version)) == body(card)
    for target in VERSIONS:
        assert one(write_card(ann, card.encode(), version=target)) == ann
        born = replace(ann, birthday=Birthday(4, 12, 1985))
        written = write_card(born, card.encode(), version=target)
        assert written.count(b"BDAY") == 1  # other readers take the first
        assert one(written) == born


def test_an_untouched_card_has_the_same_lines() -> None:
    assert body(write_card(one(CARD), CARD.encode(), version="3.0")) == body(CARD)


@pytest.mark.parametrize(
    ("edit", "gone"),
    [
        (
            lambda c: replace(c, related=c.related[1:]),
            {"item3.X-ABRELATEDNAMES", "item3.X-ABLabel"},
        ),
        (lambda c: replace(c, dates=c.dates[1:]), {"item4.X-ABDATE", "item4.X-ABLabel"}),
        (lambda c: replace(c, accounts=c.accounts[1:]), {"IMPP"}),
        (lambda c: replace(c, positions=()), {"item1.ORG", "item1.TITLE"}),
        (lambda c: replace(c, dates=(*c.dates[:2], c.dates[3])), {"BDAY"}),
    ],
)  # fmt: skip
def test_what_is_taken_away_goes_alone(edit: Callable[[Contact], Contact], gone: set[str]) -> None:
    edited = edit(one(CARD))
    written = write_card(edited, CARD.encode(), version="3.0")
    left = body(CARD) - body(written)
    assert {line.partition(":")[0].partition(";")[0] for line in left} == gone
    assert body(written) - body(CARD) == Counter()
    assert one(written) == edited


DATES = (
    Occasion("2010-06-05", "anniversary"), Occasion("--06-05", "anniversary"),
    Occasion("in spring", "anniversary"), Occasion("2020-01-02", "death"),
    Occasion("--12-24", "Hiking"), Occasion("0000-00-00", "Never"),
)  # fmt: skip
ACCOUNTS = (
    Account("https://pages.example/ann", "mastodon"), Account("https://pages.example/b"),
    Account("https://pages.example/c", "two words", "work"), Account("/ann", "skype"),
    Account("50%", "irc", "Desk"),
)  # fmt: skip
POSITIONS = (Position("Fourth", "Sales"), Position(None, None, "Volunteer"))


@pytest.mark.parametrize("version", VERSIONS)
def test_what_is_added_comes_back(version: str) -> None:
    ann = one(CARD)
    edited = replace(
        ann,
        title="Chair",
        related=(*ann.related, Related("Zoe", 'the "best"\nfriend')),
        dates=(*ann.dates, Occasion("1990", "anniversary"), *DATES),
        accounts=(Account("ann", "my own: service"), *ACCOUNTS, *ann.accounts),
        positions=(*ann.positions, Position("Third", None, "Guest"), *POSITIONS),
    )
    again = one(write_card(edited, CARD.encode(), version=version))
    for field in ("organization", "title", "more"):
        assert getattr(again, field) == getattr(edited, field)
    for field in ("related", "dates", "accounts", "positions"):
        assert Counter(getattr(again, field)) == Counter(getattr(edited, field))


def _read(card: bytes) -> Contact:
    return contact_of(draft_of(read_lines(card, "utf-8").lines), None)


POSTS = st.builds(
    Position,
    st.sampled_from([None, "First", "Second"]),
    st.sampled_from([None, "Sales"]),
    st.sampled_from([None, "Chair", "Guest"]),
).filter(lambda post: post != Position())


@given(
    st.sampled_from(VERSIONS),
    POSTS | st.just(Position()),
    st.lists(POSTS, max_size=3, unique=True),
    st.booleans(),
)
def test_a_post_is_joined_to_no_other(
    version: str, current: Position, others: list[Position], from_card: bool
) -> None:
    """Also where one has no title, and another no company."""
    source = CARD.replace("ROLE:Thinker\r\n", "").encode()  # which is a title where there is none
    edited = replace(
        _read(source),
        organization=current.organization,
        department=current.department,
        title=current.title,
        positions=tuple(others),
    )
    again = _read(write_card(edited, source if from_card else None, version=version))
    found = Position(again.organization, again.department, again.title)
    assert (found, again.positions) == (current, tuple(others))


def test_of_posts_that_share_a_group_none_is_lost() -> None:
    """As a hand, or another program, may leave them."""
    beside = "X-ENISHI-BESIDE=1"
    lines = [f"g.{name};{beside}:{n}" for n in (1, 2) for name in ("ORG", "TITLE")]
    card = [
        "BEGIN:VCARD",
        "VERSION:4.0",
        "FN:A",
        "ORG:Now",
        *lines,
        f"TITLE;{beside}:3",
        "END:VCARD",
    ]
    found = _read("\r\n".join([*card, ""]).encode())
    assert (found.organization, found.title) == ("Now", None)
    said = sorted(part for p in found.positions for part in (p.organization, p.title) if part)
    assert said == ["1", "1", "2", "2", "3"]


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("label", ["Jabber", "my jabber", "XMPP"])
def test_a_label_of_ones_own_may_name_the_service(version: str, label: str) -> None:
    """What a program writes as a type, though, is no label (the cards of real programs do)."""
    ann = replace(one(CARD), accounts=(Account("ann", "jabber", label),))
    assert one(write_card(ann, CARD.encode(), version=version)).accounts == ann.accounts
    theirs = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:A\r\nIMPP;TYPE=JABBER,work:xmpp:ann\r\nEND:VCARD\r\n"
    assert one(theirs).accounts == (Account("ann", "jabber", "work"),)


def test_a_company_that_is_renamed_stays_the_current_one() -> None:
    edited = replace(one(CARD), organization="Renamed")
    assert one(write_card(edited, CARD.encode(), version="3.0")) == edited


def test_our_own_table_gives_equal_people(tmp_path: Path) -> None:
    ann = one(CARD)
    file = tmp_path / "people.csv"
    file.write_bytes(write_csv([ann]))
    (card,) = read_cards(file)
    assert card.contact is not None
    assert replace(card.contact, uid="u") == ann


def test_parameters_of_rfc_6868_are_decoded() -> None:
    ann = one(
        "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:A\r\nIMPP;X-SERVICE-TYPE=a^'b^^c:x-apple:me\r\nEND:VCARD\r\n"
    )
    assert ann.accounts == (Account("me", 'a"b^c'),)
