"""Steps that bring an older store up to date: what they derive is what a new store derives."""

from dataclasses import replace
from datetime import timedelta

from app.domain.change import Change, Edit, Verb
from app.domain.contact import Met
from app.domain.dates import Birthday, LeapDay
from app.domain.gathering import Gathering
from app.domain.interaction import Initiative, Kind
from app.domain.reminder import FollowUp, FollowUpKind
from app.domain.rhythm import Rhythm
from app.domain.secret import Secret
from app.store import header as headers
from app.store import schema
from app.store.check import check
from app.usecases import credentials, gatherings, promises
from tests.store.conftest import act, adding, at, person
from tests.store.older import make_older


def keys_of(store):
    with store._question() as c:
        return c.exec_driver_sql("SELECT key, contact FROM contact_key ORDER BY 1, 2").all()


def test_people_known_before_near_names_are_found_by_them(home):
    people = [
        person("斎藤", "春香", "さいとう はるか", organization="株式会社青葉"),
        person("早坂", "美緒", organization="青葉"),
        person("原田", "渉"),
    ]
    binned = replace(person("宮原", "梢", organization="青葉"), deleted_at=at().instant)
    with home.open() as store:
        edits = tuple(Edit(None, record) for record in (*people, binned))
        store.apply(Change(Verb.IMPORT, edits), now=at())
        new = keys_of(store)
    assert len([key for key, _ in new if key.startswith("s:c:青葉:")]) == 2
    make_older(home.folder, home.vault.data_key, "0001")
    with home.open() as store:
        assert keys_of(store) == new
        assert store.advice == ()
    assert headers.read_headers(home.folder).copies[0].header.schema == schema.VERSION


def test_a_store_from_before_promises_takes_them(home):
    who = person("早坂", "美緒")
    with home.open() as store:
        store.apply(Change(Verb.ADD_CONTACT, (Edit(None, who),)), now=at())
    make_older(home.folder, home.vault.data_key, "0002")
    with home.open() as store:
        promises.make(store, who.id, "端材の見本を送る", now=at(), due=at().today)
        assert [p.text for p in store.promises(who.id)] == ["端材の見本を送る"]
        assert store.advice == ()


def test_a_store_from_before_gatherings_keeps_their_names_and_takes_them(home):
    who = person("早坂", "美緒", met=Met(at().today, "蔵前の交流会"))
    with home.open() as store:
        store.apply(Change(Verb.ADD_CONTACT, (Edit(None, who),)), now=at())
    make_older(home.folder, home.vault.data_key, "0003")
    with home.open() as store:
        assert store.contact(who.id) == who
        assert store.gathering_rows() == ()
        made = gatherings.receive(
            store, Gathering("", "蔵前の交流会", at().today), [who.id], now=at()
        )
        (row,) = store.gathering_rows()
        assert (row.gathering.name, row.cards) == ("蔵前の交流会", 1)
        assert store.contact(who.id).met == Met(at().today, "蔵前の交流会", None, row.gathering.id)
        assert made.people() == {who.id}
        assert store.advice == ()


def test_cards_exchanged_are_found_by_their_index_in_an_older_store_too(home):
    home.open().close()
    make_older(home.folder, home.vault.data_key, "0003")
    with home.open() as store, store._question() as c:
        plan = c.exec_driver_sql(
            "EXPLAIN QUERY PLAN SELECT i.json FROM interaction i WHERE "
            "json_extract(i.json, '$.kind') = 'cards' AND i.day BETWEEN 1 AND 2"
        ).all()
    assert "interaction_cards (day>? AND day<?)" in str(plan)


def test_a_store_from_before_credentials_takes_them(home):
    who = person("早坂", "美緒")
    with home.open() as store:
        store.apply(Change(Verb.ADD_CONTACT, (Edit(None, who),)), now=at())
        new = tables_of(store)
    make_older(home.folder, home.vault.data_key, "0005")
    with home.open() as store:
        assert tables_of(store) == new
        assert credentials.names(store) == ()
        credentials.put(store, "mail:mio", Secret("open sesame"))
        assert credentials.get(store, "mail:mio") == Secret("open sesame")
        assert store.contact(who.id) == who
        assert store.advice == ()


def tables_of(store):
    """How each table is made, without the ways of breaking lines."""
    with store._question() as c:
        made = c.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE name = 'credential'")
        return [(name, "".join(sql.split())) for name, sql in made]


def test_who_asks_is_derived_in_an_older_store_and_kept_as_in_a_new_one(home):
    people = [
        person("早坂", "美緒", rhythm=Rhythm(1, 2)),
        person("原田", "渉", birthday=Birthday(at().today.month, at().today.day)),
        person("宮原", "梢", tags=("朝活",)),
    ]
    long_ago, today = at().today - timedelta(40), at().today
    mail = act(*people, kind=Kind.MAIL, by=Initiative.ME, on=long_ago)
    typed = FollowUp("typed", people[0].id, FollowUpKind.TYPED, today, long_ago)
    with home.open() as store:
        store.apply(Change(Verb.IMPORT, adding(*people, mail, typed)), now=at())
        kept = outlooks_of(store)
        asking = store.asking(today, LeapDay.AFTER)
    assert {one.contact_id for one in asking} == {p.id for p in people}
    make_older(home.folder, home.vault.data_key, "0009")
    with home.open() as store:
        assert outlooks_of(store) == kept
        assert store.asking(today, LeapDay.AFTER) == asking
        assert store.advice == ()
    assert check(home.folder, home.vault.data_key).is_sound


def outlooks_of(store):
    with store._question() as c:
        asking = c.exec_driver_sql("SELECT * FROM asking ORDER BY kind, since, contact").all()
        outlooks = c.exec_driver_sql("SELECT * FROM outlook ORDER BY contact").all()
        assert c.exec_driver_sql("SELECT * FROM unsettled").all() == []
        return asking, outlooks


def test_people_whom_nothing_is_near_get_no_key_from_an_older_store(home):
    with home.open() as store:
        store.apply(Change(Verb.ADD_CONTACT, (Edit(None, person("原田", "渉")),)), now=at())
        new = keys_of(store)
    make_older(home.folder, home.vault.data_key, "0001")
    with home.open() as store:
        assert keys_of(store) == new
        assert not [key for key, _ in new if key.startswith("s:")]


def test_an_older_store_without_its_folder_of_backups_is_brought_up_to_date(home):
    home.open().close()
    make_older(home.folder, home.vault.data_key, "0009")
    home.folder.backups.rmdir()
    with home.open() as store:
        assert store.advice == ()
    (copy,) = home.folder.backups.iterdir()
    assert copy.name.startswith(f"before-{schema.VERSION}-")
