"""Who may be the same person twice, and the two as one."""

from dataclasses import replace
from datetime import UTC, date, datetime
from unicodedata import normalize

from hypothesis import given
from hypothesis import strategies as st

from app.domain.contact import Contact, EarlierDetail, Email, Met, Name, Phone, Reading
from app.domain.dates import Birthday
from app.domain.duplicates import (
    FEW_NAMESAKES,
    MOST_NAMESAKES,
    Likeness,
    agreements,
    compare,
    find,
    merged,
    traits,
)
from app.domain.matching import is_role_address

UID, EMAIL, PHONE, NAME, COMPANY, READING = Likeness

few = st.sampled_from
contacts = st.builds(
    Contact,
    uid=few([None, None, "u1", "u2"]),
    name=st.builds(Name, few([None, "山田 太郎", "山田太郎", "Claire Martin", "Martin, Claire"])),
    reading=st.builds(Reading, few([None, "やまだ", "ヤマダ", "やまた"]), few([None, "たろう"])),
    organization=few([None, "㈱北辰", "北辰株式会社", "青葉"]),
    emails=st.lists(
        st.builds(Email, few(["a@x.example", "A@X.example", "info@x.example", "b@x.example"]))
    ).map(tuple),
    phones=st.lists(
        st.builds(Phone, few(["090-5550-0142", "03-5550-0101"]), few([None, "代表"]))
    ).map(tuple),
)


def person(name="山田 太郎", mail=None, phone=None, reading=None, **more):
    return Contact(
        name=Name(name),
        emails=(Email(mail),) if mail else (),
        phones=(Phone(phone),) if phone else (),
        reading=Reading(*(reading or "").split()) if reading else Reading(),
        **more,
    )


def written(values):
    return {"".join(normalize("NFKC", value).split()) for value in values if value}


def agreed(one, other, **how):
    return agreements(traits(one), traits(other), **how)


def pairs(*people, apart=()):
    found = find({f"p{i:03}": traits(p) for i, p in enumerate(people)}, apart)
    return [(int(p.first[1:]), int(p.second[1:])) for p in found]


@given(contacts, contacts, st.booleans())
def test_it_is_the_same_from_both_sides(one, other, rare):
    assert agreed(one, other, rare=rare) == agreed(other, one, rare=rare)


@given(st.lists(contacts, max_size=6))
def test_nobody_is_paired_with_themselves_and_no_pair_comes_twice(people):
    found = pairs(*people)
    assert all(first < second for first, second in found)
    assert len(set(found)) == len(found)


@given(st.lists(contacts, max_size=6))
def test_only_what_is_enough_is_found_and_all_of_it(people):
    few_enough = len(people) <= FEW_NAMESAKES
    wanted = {
        (a, b)
        for a, one in enumerate(people)
        for b, other in enumerate(people)
        if a < b and agreed(one, other)
    }
    found = set(pairs(*people))
    assert found <= wanted
    if few_enough:
        assert found == wanted


@given(contacts, contacts)
def test_a_role_address_is_nobody(one, other):
    role = (Email("info@x.example"), Email("sales@x.example"))
    assert all(is_role_address(e.value) for e in role)
    one, other = replace(one, emails=role), replace(other, emails=role)
    assert EMAIL not in agreed(one, other)


@given(contacts, contacts, st.frozensets(few(["name", "organization", "reading"])))
def test_two_as_one_lose_nothing(one, other, take):
    one = replace(one, id="a", tags=("x",), met=Met(date(2025, 5, 1), "展示会"))
    other = replace(other, id="b", tags=("y",), met=Met(date(2024, 5, 1), None, "藤堂"))
    both = merged(one, other, take, date(2026, 10, 15))
    assert both.id == "a"
    assert {*both.tags} == {"x", "y"}
    assert both.met == Met(date(2024, 5, 1), "展示会", "藤堂")
    left = {detail.value for detail in both.earlier}
    assert "2025-05-01" in left
    for contact in (one, other):
        values = (contact.name.full, contact.organization)
        assert written(values) <= written((both.name.full, both.organization, *left))
        assert {e.value.casefold() for e in contact.emails} <= {
            e.value.casefold() for e in both.emails
        }
        assert {p.value for p in contact.phones} <= {p.value for p in both.phones}


def test_the_writing_of_a_name_is_a_choice_too():
    one, other = (
        person("髙橋 誠", organization="北辰"),
        person("高橋誠", organization="株式会社北辰"),
    )
    fields = [d.field for d in compare(one, other).differences]
    assert fields == ["name", "organization"]
    both = merged(one, other, frozenset({"organization"}), None)
    assert (both.name.full, both.organization) == ("髙橋 誠", "株式会社北辰")
    assert [d.value for d in both.earlier] == ["高橋誠", "北辰"]
    assert compare(person("髙橋 誠"), person("髙橋誠")).differences == ()


def test_what_is_enough():
    base = person(mail="a@x.example", organization="北辰", reading="やまだ たろう")
    assert agreed(base, person(mail="a@x.example")) == (EMAIL, NAME)
    assert agreed(base, person("Taro", mail="A@x.example")) == (EMAIL,)
    assert agreed(person(phone="090-5550-0142"), person("別", phone="090 5550 0142")) == (PHONE,)
    assert agreed(base, person(organization="㈱北辰")) == (NAME, COMPANY)
    assert agreed(base, person(reading="ヤマダ タロウ", organization="青葉")) == (NAME, READING)
    assert agreed(base, person()) == (NAME,)
    assert agreed(replace(base, uid="u"), person("別", uid="u")) == (UID,)


def test_what_is_not():
    base = person(organization="北辰", reading="やまだ たろう")
    assert agreed(base, person(organization="青葉")) == ()
    assert agreed(base, person(organization="北辰", reading="やまた たろう")) == ()
    assert agreed(base, person("山田 花子", organization="北辰")) == ()
    assert agreed(person(None, organization="北辰"), person(None, organization="北辰")) == ()


def test_a_name_that_many_bear_needs_the_company():
    many = [person(reading="さとう けん") for _ in range(FEW_NAMESAKES + 1)]
    assert pairs(*many) == []
    assert len(pairs(*many[:-1])) == FEW_NAMESAKES * (FEW_NAMESAKES - 1) // 2
    many[0], many[2] = (replace(p, organization="北辰") for p in (many[0], many[2]))
    assert pairs(*many) == [(0, 2)]
    crowd = [person(organization="北辰") for _ in range(MOST_NAMESAKES + 1)]
    assert pairs(*crowd) == []


def test_an_address_of_a_whole_office_is_nobodys():
    assert pairs(*(person(f"人 {i}", mail="all@x.example") for i in range(13))) == []


def test_the_surest_come_first_and_those_told_apart_never():
    people = [
        person("甲", phone="090-5550-0142"),
        person("乙", phone="090-5550-0142"),
        person("丙 丁", organization="北辰"),
        person("丙 丁", organization="北辰"),
        person("戊 己", mail="a@x.example"),
        person("戊 己", mail="a@x.example"),
    ]
    assert pairs(*people) == [(4, 5), (2, 3), (0, 1)]
    assert pairs(*people, apart={frozenset(("p002", "p003"))}) == [(4, 5), (0, 1)]


def test_values_that_give_way_stay_as_earlier_details():
    one = Contact(
        id="a",
        name=Name(None, "山田", "太郎"),
        title="部長",
        birthday=Birthday(4, 1),
        met=Met(date(2024, 1, 1), "朝会", "藤堂"),
        earlier=(EarlierDetail("title", "課長"),),
    )
    other = Contact(
        id="b",
        name=Name("山田 太郎"),
        title="社長",
        photo="f" * 64,
        met=Met(date(2025, 1, 1), "展示会"),
        earlier=(EarlierDetail("title", "課長"), EarlierDetail("organization", "青葉")),
        deleted_at=datetime(2026, 1, 1, tzinfo=UTC),
    )
    today = date(2026, 10, 15)
    both = merged(one, other, frozenset({"title"}), today)
    assert both.title == "社長"
    assert both.name == Name("山田 太郎", "山田", "太郎")
    assert both.photo == "f" * 64
    assert both.deleted_at is None
    assert both.met == one.met
    assert both.earlier == (
        EarlierDetail("title", "課長"),
        EarlierDetail("title", "部長", today),
        EarlierDetail("organization", "青葉"),
        EarlierDetail("met", "2025-01-01 展示会", today),
    )
