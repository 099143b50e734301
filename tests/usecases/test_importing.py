"""Importing: every card is new, the same, changed, to be looked at, or unreadable (R30, PRODUCT
"Identity").
"""

import dataclasses
import errno
import random
from contextlib import nullcontext
from datetime import date, timedelta

import pytest

from app.domain.card import CardState, ReviewKind
from app.domain.contact import Email, Name, Phone
from app.domain.duplicates import Likeness
from app.domain.interaction import Initiative, Kind
from app.domain.matching import judge
from app.domain.names import shown
from app.domain.reminder import FollowUpKind
from app.interchange.phones import e164
from app.store import backup
from app.store.errors import DiskFullError
from app.usecases import duplicates, importing, planning, undoing
from app.usecases.import_plan import Answer, Choice, Outcome, ReadFile
from tests.usecases.conftest import at, bring_in, counts, everyone, file, person

DAY = date(2026, 10, 15)
NOW = at(DAY)
MIO = person("早坂 美緒", "mio@komorebi.example")
WATARU = person("原田 渉", phone="090-5550-0109")


def test_a_first_import(store):
    outcome = bring_in(store, file(MIO, WATARU, None), now=NOW)
    assert counts(outcome.plan) == (2, 0, 0, 0, 1)
    batch = outcome.batch
    assert (batch.cards, batch.new, len(batch.unreadable)) == (3, 2, 1)
    assert store.blob(batch.unreadable[0].source) == b"'broken 3'"
    assert {shown(c) for c in everyone(store)} == {"早坂 美緒", "原田 渉"}
    (mio,) = [c for c in everyone(store) if shown(c) == "早坂 美緒"]
    (card,) = store.cards_of(mio.id)
    assert (card.state, card.position, card.line, card.file) == (
        CardState.KEPT,
        1,
        10,
        "cards.vcf",
    )
    assert store.batches() == (batch,)


def test_the_same_file_three_times(store):
    cards = file(MIO, WATARU, person("A B"), person("A B", "a@b.example"), None)
    bring_in(store, cards, now=NOW)
    before = everyone(store)
    for _ in range(2):
        again = bring_in(store, cards, now=NOW)
        assert counts(again.plan) == (0, 4, 0, 0, 1)
        assert (again.change, again.batch) == (None, None)
    assert everyone(store) == before
    assert len(store.batches()) == 1
    backwards = file(person("A B", "a@b.example"), person("A B"), WATARU, MIO)
    assert counts(bring_in(store, backwards, now=NOW).plan) == (0, 4, 0, 0, 0)


def test_one_field_changed_is_a_proposal_and_never_overwrites(store):
    bring_in(store, file(dataclasses.replace(MIO, title="代表")), now=NOW)
    moved = dataclasses.replace(MIO, title="会長")
    again = bring_in(store, file(moved), now=NOW)
    assert counts(again.plan) == (0, 0, 0, 1, 0)
    assert again.plan.cards[0].review is ReviewKind.VALUE_DIFFERS
    assert [c.title for c in everyone(store)] == ["代表"]
    (waiting,) = store.waiting_cards()
    assert waiting.contact_id == everyone(store)[0].id
    third = bring_in(store, file(moved), now=NOW)
    assert counts(third.plan) == (0, 1, 0, 0, 0)
    assert len(store.waiting_cards()) == 1


def test_additions_are_applied(store):
    bring_in(store, file(MIO), now=NOW)
    fuller = dataclasses.replace(MIO, title="代表", emails=(*MIO.emails, Email("m@home.example")))
    outcome = bring_in(store, file(fuller), now=NOW)
    assert counts(outcome.plan) == (0, 0, 1, 0, 0)
    (mio,) = everyone(store)
    assert (mio.title, len(mio.emails)) == ("代表", 2)
    assert len(store.cards_of(mio.id)) == 2
    undoing.undo(store, now=NOW)
    (mio,) = everyone(store)
    assert (mio.title, len(mio.emails)) == (None, 1)


def test_one_undo_takes_the_whole_import_back_and_redo_brings_it(store):
    bring_in(store, file(MIO), now=NOW)
    before = everyone(store)
    cards = file(dataclasses.replace(MIO, title="代表"), WATARU, person("A B"), person("早坂 美緒"))
    outcome = bring_in(store, cards, now=NOW, met_on=DAY)
    assert counts(outcome.plan) == (2, 0, 1, 1, 0)
    after = everyone(store)
    undoing.undo(store, now=NOW)
    assert everyone(store) == before
    assert store.waiting_cards() == ()
    assert store.first_follow_up_load(DAY) == {}
    undoing.redo(store, now=NOW)
    assert everyone(store) == after
    assert counts(bring_in(store, cards, now=NOW).plan) == (0, 4, 0, 0, 0)


@pytest.mark.parametrize(
    ("card", "question"),
    [
        (person("早坂 美緒"), ReviewKind.SAME_NAME),
        (person("別の 人", "mio@komorebi.example"), ReviewKind.SAME_EMAIL),
        (person("別の 人", phone="0905550-0142"), ReviewKind.SAME_PHONE),
    ],
)
def test_name_or_address_or_number_alone_is_a_question(store, card, question):
    known = dataclasses.replace(MIO, phones=person(phone="090-5550-0142").phones)
    bring_in(store, file(known), now=NOW)
    plan = importing.preview(store, [file(card)])
    assert counts(plan) == (0, 0, 0, 1, 0)
    assert plan.cards[0].review is question
    assert plan.cards[0].known == everyone(store)[0]


def test_several_who_match_are_a_question(store):
    bring_in(
        store, file(person("高見 涼子", "a@x.example"), person("高見 涼子", "b@x.example")), now=NOW
    )
    plan = importing.preview(store, [file(person("高見 涼子", "c@x.example"))])
    (card,) = plan.cards
    assert card.review is ReviewKind.SEVERAL_PEOPLE
    assert set(card.candidates) == set(store.people().ids)


def test_within_one_file(store):
    cards = file(
        person("山田 太郎"),
        person("山田 太郎"),
        person("山田 太郎", title="部長"),
        person("A B", "a@b.example"),
        person("A B", "a@b.example", title="Dr"),
        person("C D", "a@b.example"),
        person("A B", "a@b.example", title="Sir"),
    )
    plan = bring_in(store, cards, now=NOW).plan
    assert [c.outcome for c in plan.cards] == [
        Outcome.NEW,  # 山田 太郎
        Outcome.SAME,  # the very same card twice
        Outcome.NEW,  # a namesake: within one file a name alone joins nobody
        Outcome.NEW,
        Outcome.CHANGED,  # the same person, one thing more
        Outcome.REVIEW,  # the address alone
        Outcome.REVIEW,  # another title
    ]
    assert len(everyone(store)) == 3
    (ab,) = [c for c in everyone(store) if shown(c) == "A B"]
    assert ab.title == "Dr"
    assert {c.contact_id for c in store.waiting_cards()} == {ab.id}


def test_across_two_files_of_one_import_a_name_is_a_question(store):
    plan = bring_in(
        store,
        file(person("山田 太郎")),
        file(person("山田 太郎", title="部長"), name="b.vcf"),
        now=NOW,
    ).plan
    assert counts(plan) == (1, 0, 0, 1, 0)
    assert [c.file for c in plan.cards] == ["cards.vcf", "b.vcf"]


def test_the_uid_beats_everything(store):
    bring_in(store, file(person("早坂 美緒", uid="u1")), now=NOW)
    plan = importing.preview(store, [file(person("早坂 美緒", "new@x.example", uid="u1"))])
    assert counts(plan) == (0, 0, 1, 0, 0)
    renamed = importing.preview(store, [file(person("宮原 美緒", uid="u1"))])
    assert counts(renamed) == (0, 0, 0, 1, 0)
    assert renamed.cards[0].comparison.differences[0].field == "name"


def test_a_uid_that_only_the_card_has_is_remembered(store):
    bring_in(store, file(MIO), now=NOW)
    with_uid = dataclasses.replace(MIO, uid="u1")
    assert counts(bring_in(store, file(with_uid), now=NOW).plan) == (0, 1, 0, 0, 0)
    assert everyone(store)[0].uid == "u1"


def test_a_card_that_this_store_exported_is_the_same_person(store):
    bring_in(store, file(person("早坂 美緒")), now=NOW)
    (mio,) = everyone(store)
    exported = person("早坂 美緒", uid=f"urn:uuid:{mio.id}")
    assert counts(bring_in(store, file(exported), now=NOW).plan) == (0, 1, 0, 0, 0)
    assert everyone(store) == [mio]


def test_not_the_same_person_is_remembered(store):
    bring_in(store, file(MIO), now=NOW)
    namesake = person("早坂 美緒", title="別の人")
    plan = importing.preview(store, [file(namesake)])
    outcome = importing.accept(store, plan, now=NOW, choices={0: Choice(Answer.DIFFERENT)})
    assert counts(outcome.plan) == (1, 0, 0, 0, 0)
    assert len(everyone(store)) == 2
    undoing.undo(store, now=NOW)
    assert counts(importing.preview(store, [file(namesake)])) == (0, 0, 0, 1, 0)


def test_answers_given_in_the_preview(store):
    bring_in(store, file(dataclasses.replace(MIO, title="代表", organization="木工房")), now=NOW)
    moved = dataclasses.replace(MIO, title="会長", organization="新工房")
    cards = file(moved, WATARU, person("A B"))
    choices = {
        0: Choice(Answer.MERGE, take=frozenset({"title"})),
        1: Choice(Answer.LEAVE_OUT),
    }
    plan = importing.preview(store, [cards], choices)
    assert (plan.left_out, counts(plan)) == ((1,), (1, 0, 1, 0, 0))
    outcome = importing.accept(store, plan, now=NOW, choices=choices)
    assert outcome.batch.cards == 2
    (mio,) = [c for c in everyone(store) if shown(c) == "早坂 美緒"]
    assert (mio.title, mio.organization) == ("会長", "木工房")
    assert {e.value for e in mio.earlier} == {"代表", "新工房"}
    assert store.waiting_cards() == ()
    assert "原田 渉" not in {shown(c) for c in everyone(store)}


def test_a_later_card_can_be_merged_with_one_that_this_import_makes(store):
    cards = file(person("A B", "a@b.example"), person("C D", "a@b.example"))
    choices = {1: Choice(Answer.MERGE, "new:0", frozenset({"name"}))}
    outcome = importing.accept(store, importing.preview(store, [cards]), now=NOW, choices=choices)
    (only,) = everyone(store)
    assert only.name == Name("C D")
    assert counts(outcome.plan) == (1, 0, 1, 0, 0)
    assert len(store.cards_of(only.id)) == 2


def test_a_person_left_out_makes_nobody_the_same(store):
    cards = file(person("A B", "a@b.example"), person("A B", "a@b.example", title="Dr"))
    plan = importing.preview(store, [cards], {0: Choice(Answer.LEAVE_OUT)})
    assert counts(plan) == (1, 0, 0, 0, 0)


def test_a_preview_writes_nothing_and_is_planned_again_when_accepted(store):
    plan = importing.preview(store, [file(MIO)])
    assert store.last_change() is None
    bring_in(store, file(MIO), now=NOW)
    again = importing.accept(store, plan, now=NOW)
    assert counts(again.plan) == (0, 1, 0, 0, 0)
    assert len(everyone(store)) == 1


def test_people_in_the_bin_do_not_swallow_their_cards(store):
    from app.usecases import people

    bring_in(store, file(MIO), now=NOW)
    people.delete(store, store.people().ids, now=NOW)
    assert counts(bring_in(store, file(MIO), now=NOW).plan) == (1, 0, 0, 0, 0)
    assert len(everyone(store)) == 1


def test_people_met_lately_get_a_first_follow_up_and_their_beginning(store):
    met = DAY - timedelta(3)
    recent, old = person("早坂 美緒", met=met), person("原田 渉", met=DAY - timedelta(31))
    bring_in(store, file(recent, old, person("宮下 あかり")), now=NOW)
    by_name = {shown(c): c.id for c in everyone(store)}
    (follow_up,) = store.follow_ups(by_name["早坂 美緒"])
    assert (follow_up.kind, follow_up.due, follow_up.anchor) == (
        FollowUpKind.FIRST,
        DAY + timedelta(1),
        met,
    )
    assert store.follow_ups(by_name["原田 渉"]) == ()
    (act,) = store.timeline(by_name["原田 渉"])
    assert (act.kind, act.initiative, act.on) == (Kind.CARDS, Initiative.BOTH, DAY - timedelta(31))
    assert store.timeline(by_name["宮下 あかり"]) == ()


def test_just_met_people_all_get_one(store):
    met = DAY - timedelta(50)
    outcome = bring_in(store, file(*(person(f"人 {n}") for n in range(12))), now=NOW, met_on=met)
    assert outcome.batch.met_on == met
    assert all(c.met.on == met for c in everyone(store))
    assert store.first_follow_up_load(DAY) == {
        DAY + timedelta(1): 5,
        DAY + timedelta(2): 5,
        DAY + timedelta(3): 2,
    }
    (act,) = store.timeline(everyone(store)[0].id)
    assert act.on == met


def test_an_address_book_adds_nobody_to_the_queue(store):
    bring_in(store, file(*(person(f"人 {n}") for n in range(12))), now=NOW)
    assert store.first_follow_up_load(DAY) == {}


def test_pictures_are_kept_by_their_hash(store):
    read = file(MIO)
    card = dataclasses.replace(read.cards[0], photo=b"\xff\xd8\xff picture")
    bring_in(store, ReadFile(read.name, [card]), now=NOW)
    (mio,) = everyone(store)
    assert store.blob(mio.photo) == b"\xff\xd8\xff picture"
    assert store.cards_of(mio.id)[0].photo == mio.photo


@pytest.mark.parametrize("seed", range(5))
def test_cards_are_always_all_accounted_for(store, seed):
    dice = random.Random(seed)
    names, mails = ["A B", "C D", "山田 太郎", None], ["a@x.example", "b@x.example", None]

    def some():
        if dice.random() < 0.1:
            return None
        made = person(dice.choice(names), dice.choice(mails), uid=dice.choice([None, "1"]))
        return dataclasses.replace(made, title=dice.choice([None, "x"]), organization="o")

    seen = set()
    for _ in range(4):
        files = [file(*(some() for _ in range(12)), name=f"{n}.vcf") for n in range(2)]
        outcome = bring_in(store, *files, now=NOW)
        assert sum(counts(outcome.plan)) == len(outcome.plan.cards) == 24
        if outcome.batch:
            batch = outcome.batch
            parts = (batch.new, batch.same, batch.changed, batch.review, len(batch.unreadable))
            assert sum(parts) == batch.cards == 24
        seen |= {c.read.digest for c in outcome.plan.cards if c.read.contact}
        assert set(store.card_digests(seen)) == seen
        again = bring_in(store, *files, now=NOW)
        assert again.change is None
        assert again.plan.count(Outcome.NEW) == 0


def test_cards_of_one_name_are_not_each_held_against_all_others(store, monkeypatch):
    asked = []

    def judge_noted(*cards, **known):
        asked.append(1)
        return judge(*cards, **known)

    monkeypatch.setattr(planning, "judge", judge_noted)
    cards = file(*(person("山田 太郎", title=str(n)) for n in range(10_000)))
    plan = importing.preview(
        store, [cards, file(*(person("山田 太郎", title=f"b{n}") for n in range(500)))]
    )
    assert 0 < len(asked) < 10 * 10_500
    assert counts(plan) == (10_000, 0, 0, 500, 0)


class TestNumbersOfSeveralPeople:
    """The company's number stands on every card of its people: alone it asks nothing."""

    PHONE = "03-5550-0100"

    def office(self, *more):
        names = ("佐藤 健一", "鈴木 美咲", "田中 誠", "伊藤 由紀")
        return file(*(person(name, phone=self.PHONE) for name in names), *more)

    def test_in_one_file_they_are_different_people(self, store):
        plan = importing.preview(store, [self.office()])
        assert counts(plan) == (4, 0, 0, 0, 0)

    def test_whoever_comes_later_is_another_one(self, store):
        bring_in(store, self.office(), now=at(date(2026, 10, 15)))
        plan = importing.preview(store, [file(person("小林 大輔", phone=self.PHONE))])
        assert counts(plan) == (1, 0, 0, 0, 0)

    def test_with_the_same_name_it_is_the_same_person(self, store):
        bring_in(store, self.office(), now=at(date(2026, 10, 15)))
        plan = importing.preview(store, [file(person("田中 誠", phone=self.PHONE, title="課長"))])
        assert counts(plan) == (0, 0, 1, 0, 0)

    def test_of_two_people_it_is_still_asked(self, store):
        bring_in(store, file(person("佐藤 健一", phone=self.PHONE)), now=at(date(2026, 10, 15)))
        plan = importing.preview(store, [file(person("佐藤 美咲", phone=self.PHONE))])
        assert counts(plan) == (0, 0, 0, 1, 0)

    def test_two_at_one_company_are_colleagues(self, store):
        bring_in(store, file(self.at("佐藤 健一", "株式会社青葉")), now=NOW)
        plan = importing.preview(store, [file(self.at("鈴木 美咲", "㈱青葉"))])
        assert counts(plan) == (1, 0, 0, 0, 0)

    @pytest.mark.parametrize(
        ("name", "company", "phone", "label"),
        [
            ("鈴木 美咲", "若葉", PHONE, None),
            ("鈴木 美咲", None, PHONE, None),
            ("鈴木 美咲", "青葉", "090-5550-0100", None),
            ("鈴木 美咲", "青葉", PHONE, "cell"),
            ("Suzuki Misaki", "青葉", PHONE, None),
            ("佐藤", "青葉", PHONE, None),
            (None, "青葉", PHONE, None),
        ],
    )
    def test_but_another_company_or_a_number_of_ones_own_is_a_question(
        self, store, name, company, phone, label
    ):
        bring_in(store, file(self.at("佐藤 健一", "青葉", phone)), now=NOW)
        plan = importing.preview(store, [file(self.at(name, company, phone, label))])
        assert [c.review for c in plan.cards] == [ReviewKind.SAME_PHONE]

    def at(self, name, company, phone=PHONE, label=None):
        contact = person(name, phone=phone, organization=company)
        phones = (Phone(phone, label, e164(phone)),)
        return dataclasses.replace(contact, phones=phones)


class TestOneUidForTwoPeople:
    """A writer that gave one UID to two people does not make them one."""

    JANE = person("Jane Doe", "office@doe.example", "+1 206 555 0142", uid="u-1")
    RICK = dataclasses.replace(JANE, name=Name("Rick Roe"))

    def test_within_one_file_names_that_do_not_agree_are_two_people(self, store):
        both = file(self.JANE, self.RICK)
        assert counts(bring_in(store, both, now=NOW).plan) == (2, 0, 0, 0, 0)
        people = everyone(store)
        for _ in range(2):
            assert bring_in(store, both, now=NOW).change is None
        assert everyone(store) == people

    def test_the_one_who_is_known_already_counts_too(self, store):
        bring_in(store, file(self.JANE), now=NOW)
        assert counts(importing.preview(store, [file(self.JANE, self.RICK)])) == (1, 1, 0, 0, 0)

    def test_both_of_them_add_to_whom_they_name(self, store):
        bring_in(store, file(self.JANE, self.RICK), now=NOW)
        newer = [dataclasses.replace(p, title="CEO") for p in (self.RICK, self.JANE)]
        plan = bring_in(store, file(*newer), now=NOW).plan
        assert counts(plan) == (0, 0, 2, 0, 0)
        assert {(shown(c), c.title) for c in everyone(store)} == {
            ("Jane Doe", "CEO"), ("Rick Roe", "CEO"),
        }  # fmt: skip

    def test_the_finder_shows_them_and_says_why(self, store):
        bring_in(store, file(self.JANE, self.RICK), now=NOW)
        (pair,) = duplicates.pairs(store)
        assert pair.agreed == (Likeness.UID, Likeness.PHONE)

    @pytest.mark.parametrize("name", ["Doe, Jane", "Jane", "Jane M. Doe", "ジェーン・ドウ", None])
    def test_a_name_that_may_be_the_same_stays_one_person(self, store, name):
        again = dataclasses.replace(self.JANE, name=Name(name))
        assert len(everyone(bring(store, file(self.JANE, again)))) == 1

    def test_in_another_file_it_is_a_question(self, store):
        bring_in(store, file(self.JANE), now=NOW)
        plan = importing.preview(store, [file(self.RICK)])
        assert [c.review for c in plan.cards] == [ReviewKind.VALUE_DIFFERS]


def bring(store, *files):
    bring_in(store, *files, now=NOW)
    return store


@pytest.mark.parametrize("broken", [False, True])
def test_without_a_proven_copy_nothing_is_imported(store, monkeypatch, broken):
    def no_room(path):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(backup, "sync_file", no_room)
    if broken:  # the twin: an import that does not wait for its copy
        monkeypatch.setattr(store, "copying", lambda *_: nullcontext(lambda: None))
        bring_in(store, file(MIO), now=NOW)
        assert len(everyone(store)) == 1
        return
    with pytest.raises(DiskFullError):
        bring_in(store, file(MIO), now=NOW)
    assert everyone(store) == []
    assert store.batches() == ()
