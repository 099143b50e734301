"""Who is it, on a real store: what a card has in common with people known, and similar names."""

import dataclasses
import io
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.card import ReviewKind
from app.domain.contact import Email, Name, Reading
from app.domain.matching import Agreement
from app.domain.names import shown
from app.interchange.phones import e164
from app.interchange.scan import Scanner
from app.interchange.vcard_read import read_block
from app.interchange.vcard_write import write_card
from app.usecases import importing, people, planning, review
from app.usecases.import_plan import Answer, Choice, Outcome, ReadFile
from app.usecases.known_keys import KnownKeys
from app.usecases.near_names import near
from app.usecases.read_cards import mark
from tests.usecases import conftest
from tests.usecases.conftest import at, bring_in, counts, everyone, person

NOW = at(date(2026, 10, 15))
AOBA = "株式会社青葉"


def file(*contacts, name="cards.vcf"):
    """A file of real cards, read in this process."""
    blocks = Scanner(io.BytesIO(b"".join(map(write_card, contacts)))).blocks()
    return ReadFile(name, tuple(read_block(b) for b in blocks if b.position))


def read(text, reading=None, **more):
    """A person whose name is told apart, as a vCard has it."""
    parts = text.split()
    latin = text.isascii()
    name = Name(text, *(reversed(parts) if latin else parts))
    return dataclasses.replace(
        person(None, **more), name=name, reading=Reading(*(reading or "").split())
    )


def numbered(contact, *written):
    phones = tuple(person(phone=w).phones[0] for w in written)
    return dataclasses.replace(
        contact, phones=tuple(dataclasses.replace(p, e164=e164(p.value)) for p in phones)
    )


def planned(store, *contacts, choices=None):
    return importing.preview(store, [file(*contacts, name="new.vcf")], choices)


KNOWN = [
    read("斎藤 春香", "さいとう はるか", mail="h@aoba.example.jp", organization=AOBA),
    read("John Smith", organization="Acme Inc.", mail="john@acme.example.jp"),
]


@pytest.mark.parametrize(
    ("card", "agreed"),
    [
        (read("サイトー ハルカ", organization="㈱青葉"), ("near_name", "company")),
        (read("斎藤 遥香", "さいとう はるか", organization="青葉"), ("near_name", "company")),
        (read("春香 斎藤", "はるか さいとう", organization="青葉"), ("near_name", "company")),
        (read("Haruka Saitoh", organization="青葉"), ("near_name", "company")),
        (read("Jon Smith", organization="ACME"), ("near_name", "company")),
        (read("Jon Smith", mail="j.smith@acme.example.jp"), ("near_name", "domain")),
    ],
)
def test_a_similar_name_at_the_same_place_is_a_question(store, card, agreed):
    bring_in(store, file(*KNOWN), now=NOW)
    plan = planned(store, card)
    (one,) = plan.cards
    assert counts(plan) == (0, 0, 0, 1, 0)
    assert (one.review, one.agreed) == (ReviewKind.NEAR_NAME, agreed)
    assert one.known in everyone(store)
    assert one.candidates == (one.known.id,)
    bring_in(store, file(card, name="new.vcf"), now=NOW)
    (waits,) = review.waiting(store)
    assert waits.card.review is ReviewKind.NEAR_NAME
    assert waits.candidates == (one.known,)
    assert waits.agreed(one.known) == agreed
    merged = review.merge(store, waits.card.id, one.known.id, now=NOW)
    assert merged is not None
    assert len(everyone(store)) == 2


@pytest.mark.parametrize(
    "card",
    [
        read("サイトー ハルカ"),
        read("サイトー ハルカ", organization="若葉"),
        read("Jon Smith", organization="Other Inc."),
        read("Jon Smith", mail="jon@gmail.com"),
        read("Jane Smith", organization="Acme"),
        read("Maria Smith", organization="Acme"),
    ],
)
def test_a_similar_name_elsewhere_or_another_name_there_is_somebody_new(store, card):
    bring_in(store, file(*KNOWN), now=NOW)
    assert counts(planned(store, card)) == (1, 0, 0, 0, 0)


def test_within_one_file_similar_names_are_different_people(store):
    cards = [read("Jon Smith", organization="Acme"), read("John Smith", organization="Acme")]
    assert counts(planned(store, *cards)) == (2, 0, 0, 0, 0)
    across = [file(card, name=f"{n}.vcf") for n, card in enumerate(cards)]
    plan = importing.preview(store, across)
    assert counts(plan) == (1, 0, 0, 1, 0)
    assert plan.cards[1].review is ReviewKind.NEAR_NAME


def test_within_one_file_a_switchboard_makes_nobody_the_same(store):
    office = [
        numbered(read(name, organization=AOBA), "03-5550-0142") for name in ("原田 渉", "宮原 梢")
    ]
    two_sides = [
        numbered(read("斎藤 春香", "さいとう はるか"), "090-5550-0142"),
        numbered(read("Haruka Saito"), "+81 90 5550 0142"),
    ]
    plan = planned(store, *office, *two_sides)
    assert [c.outcome for c in plan.cards] == [
        Outcome.NEW,
        Outcome.NEW,
        Outcome.NEW,
        Outcome.REVIEW,
    ]
    assert plan.cards[3].review is ReviewKind.SAME_PHONE
    bring_in(store, file(*office), now=NOW)
    plan = planned(store, numbered(read("早坂 美緒"), "03-5550-0142"))
    assert plan.cards[0].outcome is Outcome.REVIEW, "in another file a number alone is a question"


def test_nobody_is_asked_about_a_similar_name_where_somebody_fits_better(store):
    namesake = read("Jon Smith", organization="Acme", title="CFO")
    bring_in(store, file(KNOWN[1]), file(namesake, name="b.vcf"), now=NOW)
    bring_in(store, file(read("Jon Smith", organization="Elsewhere"), name="c.vcf"), now=NOW)
    plan = planned(store, read("Jon Smith", organization="Acme", mail="jon@acme.example.jp"))
    assert plan.cards[0].review is ReviewKind.SAME_NAME
    assert [shown(plan.cards[0].known)] == ["Jon Smith"]


def test_the_evidence_is_in_the_plan(store):
    mio = numbered(person("早坂 美緒", "m@x.example", organization=AOBA, uid="u1"), "090-5550-0142")
    bring_in(store, file(mio), now=NOW)
    moved = dataclasses.replace(mio, uid=None, emails=(), organization="若葉")
    cards = [
        (dataclasses.replace(mio, emails=()), Outcome.SAME, ("uid", "phone", "name")),
        (
            dataclasses.replace(mio, uid=None, phones=(), title="職人"),
            Outcome.CHANGED,
            ("email", "name"),
        ),
        (moved, Outcome.REVIEW, ("phone", "name")),
        (person("別の 人", "m@x.example"), Outcome.REVIEW, ("email",)),
        (person("早坂 美緒"), Outcome.REVIEW, ("name",)),
        (person("だれか"), Outcome.NEW, ()),
    ]
    for card, outcome, agreed in cards:
        (one,) = planned(store, card).cards
        assert (one.outcome, one.agreed) == (outcome, agreed)
    (differs,) = planned(store, moved).cards
    assert differs.review is ReviewKind.VALUE_DIFFERS
    assert [d.field for d in differs.comparison.differences] == ["organization"]


def reformatted(contact):
    """The same card by another writer: another UID, number, order, width."""
    emails = tuple(Email(e.value.upper()) for e in reversed(contact.emails))
    numbers = [p.value.replace("-", "").replace("090", "+81 90 ", 1) for p in contact.phones]
    turned = dataclasses.replace(contact, uid="other", emails=emails, title=contact.title.upper())
    return numbered(turned, *numbers)


@pytest.mark.parametrize("waiting_first", [False, True])
@pytest.mark.parametrize(
    "card",
    [
        numbered(person("別の 人", "m@x.example", title="Dr"), "090-5550-0199"),
        numbered(person("早坂 美緒", title="Dr"), "090-5550-0199"),
        person("早坂 美緒", title="Dr"),
        read("早坂 澪", "はやさか みお", organization=AOBA, title="Dr"),
    ],
)
def test_a_different_person_stays_different_in_another_file(store, card, waiting_first):
    mio = read("早坂 美緒", "はやさか みお", mail="m@x.example", organization=AOBA)
    bring_in(store, file(mio), now=NOW)
    (known,) = everyone(store)
    if waiting_first:
        bring_in(store, file(card, name="a.vcf"), now=NOW)
        review.different(store, store.waiting_cards()[0].id, now=NOW)
    else:
        choices = {0: Choice(Answer.DIFFERENT)}
        bring_in(store, file(card, name="a.vcf"), now=NOW, choices=choices)
    assert len(everyone(store)) == 2
    assert reformatted(card) != card
    (again,) = planned(store, reformatted(card)).cards
    assert known.id not in again.candidates
    assert again.person not in {known.id, None}
    bring_in(store, file(reformatted(card), name="b.vcf"), now=NOW)
    assert all(known not in waits.candidates for waits in review.waiting(store))
    other = planned(store, dataclasses.replace(card, title="another")).cards[0]
    similar = shown(card) == "早坂 澪"  # now there is somebody of the very name
    assert similar or known.id in other.candidates, "another card is another question"


def test_a_name_is_compared_with_few_of_a_large_company(store, monkeypatch):
    most = 5
    compared: list[str | None] = []

    def counted(card, known):
        compared.append(card.name.full)
        return near(card, known)

    monkeypatch.setattr(planning, "near", counted)
    monkeypatch.setattr(planning, "_MOST_COMPARED", most)
    known = [read(f"John Smithe{n}", organization="Acme") for n in range(20)]
    bring_in(store, conftest.file(*known), now=NOW)
    cards = [read(f"Jon Smitho{n}", organization="Acme") for n in range(40)]
    plan = importing.preview(store, [conftest.file(*cards, name="new.vcf")])
    assert len(plan.cards) == 40
    assert len(compared) == 40 * most


@given(st.lists(st.tuples(st.integers(0, 5), st.sets(st.sampled_from("abcd"))), max_size=30))
def test_whoever_has_a_key_is_found_under_it(steps):
    keys = KnownKeys.__new__(KnownKeys)
    keys._stored, keys._came = {}, {}
    keys._near_of_this_file = []
    keys._sought = frozenset(map(mark, "abcd"))
    wanted: dict[str, dict[str, None]] = {}
    for who, texts in steps:
        keys.add(str(who), texts)
        for text in texts:
            wanted.setdefault(text, {})[str(who)] = None
    assert {t: list(keys.under(t)) for t in "abcd"} == {t: list(wanted.get(t, ())) for t in "abcd"}


def test_agreements_are_told_in_the_order_of_their_weight():
    assert list(Agreement)[:4] == [Agreement.UID, Agreement.EMAIL, Agreement.PHONE, Agreement.NAME]


def test_a_similar_name_is_no_key_of_duplicates(store):
    bring_in(store, file(read("Jon Smith", organization="Acme")), now=NOW)
    bring_in(
        store,
        file(read("John Smith", organization="Acme"), name="b.vcf"),
        now=NOW,
        choices={0: Choice(Answer.DIFFERENT)},
    )
    assert len(everyone(store)) == 2
    assert store.sharing_keys(12) == {}


def leaving(store):
    """A store out of which everybody goes while an import into it is planned."""

    class Leaving:
        def __getattr__(self, name):
            return getattr(store, name)

        def contact(self, contact_id):
            return None

        def contacts(self, ids):
            return ()

    return Leaving()


def test_who_goes_while_an_import_is_planned_is_nobody_whom_a_card_could_be(store):
    bring_in(store, file(*KNOWN), now=NOW)
    changed = dataclasses.replace(KNOWN[1], title="CEO", organization="Acme Holding")
    asked = file(changed, name="asked.vcf")
    bring_in(store, asked, now=NOW)
    (waiting,) = review.waiting(store)
    people_before = everyone(store)

    plan = importing.preview(leaving(store), [file(*KNOWN), asked])

    assert counts(plan) == (2, 1, 0, 0, 0), "kept cards of people who went; one that waits"
    assert [card.outcome for card in plan.cards] == [Outcome.NEW, Outcome.NEW, Outcome.SAME]
    assert review.waiting(store) == (waiting,)
    assert everyone(store) == people_before


def test_a_card_exported_from_here_is_nobody_who_lies_in_the_bin(store):
    bring_in(store, file(KNOWN[1]), now=NOW)
    (john,) = everyone(store)
    out = file(dataclasses.replace(john, uid=None), name="out.vcf")
    assert counts(importing.preview(store, [out])) == (0, 1, 0, 0, 0)

    people.delete(store, [john.id], now=NOW)

    assert counts(importing.preview(store, [out])) == (1, 0, 0, 0, 0)


def test_cards_and_people_of_a_plan_are_counted_and_cut(store):
    bring_in(store, file(KNOWN[0]), now=NOW)
    more = dataclasses.replace(KNOWN[0], tags=("Aoba",))
    plan = importing.preview(store, [file(more, KNOWN[1])])

    cards = plan.files[0].cards
    assert cards[:1] == [cards[0]]
    assert cards[::-1] == [cards[1], cards[0]]
    (known,) = everyone(store)
    assert len(plan.people) == len(list(plan.people)) == 2
    assert len(plan.before) == len(list(plan.before)) == 1
    assert plan.people[known.id].tags == ("Aoba",)
    with pytest.raises(KeyError):
        plan.people["new:99"]
