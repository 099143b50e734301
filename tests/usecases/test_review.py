"""Cards that wait: the same person, a different one, or not this card."""

import dataclasses
import hashlib
import io
from datetime import date, timedelta

import pytest

from app.domain.card import CardState, ReadCard, ReviewKind
from app.domain.contact import Contact, Email, Name
from app.domain.errors import NotFoundError
from app.domain.names import shown
from app.interchange.scan import Scanner
from app.interchange.vcard_read import read_block
from app.usecases import people, review, undoing
from app.usecases.import_plan import ReadFile
from tests.usecases.conftest import at, bring_in, counts, everyone

DAY = date(2026, 10, 15)
NOW = at(DAY)


def cards(*texts):
    """A file as the reading child gives it, read in this process."""
    data = "".join(texts).encode()
    blocks = Scanner(io.BytesIO(data)).blocks()
    return ReadFile("cards.vcf", tuple(read_block(b) for b in blocks if b.position))


def card(name, *lines):
    return "\r\n".join(["BEGIN:VCARD", "VERSION:3.0", f"FN:{name}", *lines, "END:VCARD", ""])


MIO = card("早坂 美緒", "EMAIL:m@x.example", "TITLE:代表", "ORG:こもれび工房")
MOVED = card("早坂 美緒", "EMAIL:m@x.example", "TITLE:会長", "ORG:木の匠", "TEL:090-5550-0142")
NAMESAKE = card("早坂 美緒", "EMAIL:other@y.example")


@pytest.fixture
def waiting(store):
    """One known person, and two cards that wait."""
    bring_in(store, cards(MIO), now=NOW)
    plan = bring_in(store, cards(MOVED, NAMESAKE), now=NOW).plan
    assert counts(plan) == (0, 0, 0, 2, 0)
    return review.waiting(store)


def test_what_waits(store, waiting):
    moved, namesake = waiting
    assert [w.card.review for w in waiting] == [ReviewKind.VALUE_DIFFERS, ReviewKind.SAME_NAME]
    assert [shown(w.contact) for w in waiting] == ["早坂 美緒", "早坂 美緒"]
    assert list(moved.candidates) == list(namesake.candidates) == everyone(store)
    fields = [d.field for d in moved.comparison(everyone(store)[0]).differences]
    assert fields == ["organization", "title"]


def test_the_same_person(store, waiting):
    (mio,) = everyone(store)
    change = review.merge(store, waiting[0].card.id, mio.id, frozenset({"organization"}), now=NOW)
    (after,) = everyone(store)
    assert (after.organization, after.title, len(after.phones)) == ("木の匠", "代表", 1)
    assert {(e.value, e.until) for e in after.earlier} == {("こもれび工房", DAY), ("会長", DAY)}
    assert len(store.cards_of(mio.id)) >= 2
    assert change.subject == mio.id
    assert len(review.waiting(store)) == 1
    undoing.undo(store, now=NOW)
    assert everyone(store) == [mio]
    assert len(review.waiting(store)) == 2


def test_someone_else(store, waiting):
    (mio,) = everyone(store)
    change = review.different(store, waiting[1].card.id, now=NOW)
    assert len(everyone(store)) == 2
    new = store.contact(change.subject)
    assert [e.value for e in new.emails] == ["other@y.example"]
    assert store.card(waiting[1].card.id).contact_id == new.id
    assert store.distinct({waiting[1].card.digest}) == {(waiting[1].card.digest, mio.id)}
    assert counts(bring_in(store, cards(NAMESAKE), now=NOW).plan) == (0, 1, 0, 0, 0)
    undoing.undo(store, now=NOW)
    assert everyone(store) == [mio]
    assert store.distinct({waiting[1].card.digest}) == set()


def test_someone_else_met_just_now_begins_with_a_follow_up(store):
    bring_in(store, cards(MIO), now=NOW)
    bring_in(store, cards(NAMESAKE), now=NOW, met_on=DAY - timedelta(40))
    (found,) = review.waiting(store)
    new = review.different(store, found.card.id, now=NOW).subject
    assert store.contact(new).met.on == DAY - timedelta(40)
    assert [f.due for f in store.follow_ups(new)] == [DAY + timedelta(1)]
    assert len(store.timeline(new)) == 1


def test_not_this_card(store, waiting):
    review.discard(store, waiting[0].card.id, now=NOW)
    assert store.card(waiting[0].card.id).state is CardState.DISCARDED
    assert len(review.waiting(store)) == 1
    undoing.undo(store, now=NOW)
    assert len(review.waiting(store)) == 2


def test_a_card_that_does_not_wait_is_not_decided_twice(store, waiting):
    card_id = waiting[0].card.id
    review.discard(store, card_id, now=NOW)
    for again in (review.discard, review.different):
        with pytest.raises(NotFoundError):
            again(store, card_id, now=NOW)
    with pytest.raises(NotFoundError):
        review.look(store, "nothing")


def test_who_lies_in_the_bin_is_nobody_to_merge_with(store, waiting):
    (mio,) = everyone(store)
    people.delete(store, [mio.id], now=NOW)
    assert [w.candidates for w in review.waiting(store)] == [(), ()]
    new = review.different(store, waiting[0].card.id, now=NOW).subject
    assert shown(store.contact(new)) == "早坂 美緒"


def test_whose_name_is_only_near_is_shown_where_nothing_says_more(store):
    """The card of one whose name sounds alike, at the same company, waits with her beside it."""
    bring_in(store, cards(card("Haruka Saito", "ORG:Komorebi")), now=NOW)
    bring_in(store, cards(card("Haruka Saitoh", "ORG:Komorebi")), now=NOW)
    (found,) = review.waiting(store)
    assert found.card.review is ReviewKind.NEAR_NAME
    assert [shown(c) for c in found.candidates] == ["Haruka Saito"]


def test_all_who_may_be_meant_are_shown_the_likeliest_first(store):
    for mail in ("a@x.example", "b@y.example"):
        people.add(store, Contact(name=Name("早坂 美緒"), emails=(Email(mail),)), now=NOW)
    people.add(
        store,
        Contact(name=Name("Haruka Saito", "Saito", "Haruka"), organization="Komorebi"),
        now=NOW,
    )
    people.add(
        store,
        Contact(name=Name("Haruka Saitou", "Saitou", "Haruka"), organization="Komorebi"),
        now=NOW,
    )
    bring_in(store, cards(card("早坂 美緒", "TEL:090-5550-0142")), now=NOW)
    bring_in(store, cards(card("Haruka Saitoh", "N:Saitoh;Haruka;;;", "ORG:Komorebi")), now=NOW)

    same, near = review.waiting(store)

    assert {c.emails[0].value for c in same.candidates} == {"a@x.example", "b@y.example"}
    assert {shown(c) for c in near.candidates} == {"Haruka Saito", "Haruka Saitou"}
    for found in (same, near):
        assert found.candidates[0].id == found.card.contact_id


def test_a_card_in_utf_16_comes_back(store):
    bring_in(store, cards(MIO), now=NOW)
    source = NAMESAKE.encode("utf-16-le")
    digest = hashlib.sha256(source).hexdigest()
    read = dataclasses.replace(
        cards(NAMESAKE).cards[0], source=source, charset="utf-16-le", digest=digest
    )
    bring_in(store, ReadFile("wide.vcf", (read,)), now=NOW)
    (found,) = review.waiting(store)
    assert shown(found.contact) == "早坂 美緒"
    assert [e.value for e in found.contact.emails] == ["other@y.example"]


def test_its_picture_and_charset_come_back(store):
    bring_in(store, cards(MIO), now=NOW)
    source = NAMESAKE.encode("cp932")
    read = cards(NAMESAKE).cards[0]
    read = dataclasses.replace(
        read,
        source=source,
        charset="cp932",
        digest=hashlib.sha256(source).hexdigest(),
        photo=b"\xff\xd8\xff picture",
    )
    assert isinstance(read, ReadCard)
    bring_in(store, ReadFile("sjis.vcf", (read,)), now=NOW)
    (found,) = review.waiting(store)
    assert shown(found.contact) == "早坂 美緒"
    assert store.blob(found.contact.photo) == b"\xff\xd8\xff picture"
