"""The calendar feed: what lies ahead, from a real store into a file of its own."""

import os
import stat
from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from icalendar import Calendar

from app.domain.calendar_day import Form
from app.domain.contact import Name
from app.domain.dates import Birthday
from app.domain.interaction import Initiative, Kind
from app.domain.promise import Side
from app.domain.rhythm import Rhythm
from app.store.settings import Setting
from app.usecases import calendar_feed, log, notifying, people, promises, reconnect
from app.usecases.calendar_feed import FeedWords, NothingToWriteError, Wanted, What
from app.usecases.exporting import ExportFailedError, FileExistsAlreadyError
from tests.usecases.conftest import at, person

TODAY = date(2026, 10, 15)
NOW = at(TODAY)
WORDS = FeedWords("Enishi", "promise: {name}", "follow-up: {name}", "birthday: {name}")


def someone(store, name="Mio", **more):
    """Somebody one is in touch with."""
    more.setdefault("met", TODAY - timedelta(400))
    change = people.add(store, person(name, **more), now=NOW)
    return change.subject


def days(store, path, wanted=None, now=NOW, **how):
    calendar_feed.write(store, path, wanted or Wanted(), WORDS, now=now, replace=True, **how)
    found = Calendar.from_ical(path.read_bytes()).subcomponents
    return {str(one["summary"]): one for one in found}


def when(store, path, wanted=None, now=NOW):
    return {
        title: (one.get("dtstart") or one.get("due")).dt
        for title, one in days(store, path, wanted, now).items()
    }


@pytest.fixture
def path(tmp_path):
    return tmp_path / "enishi.ics"


def test_promises_of_mine_follow_ups_and_birthdays(store, path):
    mio = someone(store, birthday=Birthday(4, 12, 1985))
    promises.make(store, mio, "the deck", now=NOW, due=TODAY + timedelta(5))
    promises.make(store, mio, "an answer", now=NOW, by=Side.THEM, due=TODAY + timedelta(6))
    promises.make(store, mio, "some day", now=NOW)
    reconnect.set_follow_up(store, mio, TODAY + timedelta(9), "about the fair", now=NOW)
    assert when(store, path) == {
        "promise: Mio": date(2026, 10, 20),
        "follow-up: Mio": date(2026, 10, 24),
        "birthday: Mio": date(2026, 4, 12),
    }
    assert calendar_feed.count(store, NOW) == {
        What.PROMISES: 1,
        What.FOLLOW_UPS: 1,
        What.BIRTHDAYS: 1,
    }


def test_what_was_said_stands_in_it_only_where_it_is_asked_for(store, path):
    mio = someone(store, birthday=Birthday(4, 12, 1985), note="a secret")
    promises.make(store, mio, "the deck", now=NOW, due=TODAY)
    reconnect.set_follow_up(store, mio, TODAY, "about the fair", now=NOW)
    log.note(store, (mio,), "in confidence", now=NOW)
    days(store, path)
    data = path.read_bytes()
    for word in (b"deck", b"fair", b"secret", b"confidence", b"1985", mio.encode()):
        assert word not in data
    made = days(store, path, Wanted(said=True))
    assert made["promise: Mio"]["description"] == "the deck"
    assert made["follow-up: Mio"]["description"] == "about the fair"
    assert b"the deck" not in b"".join(
        line for line in path.read_bytes().split(b"\r\n") if line.startswith(b"SUMMARY")
    )
    for word in (b"secret", b"confidence", b"1985"):
        assert word not in path.read_bytes()


def test_only_what_is_wanted_in_the_form_that_is(store, path):
    mio = someone(store, birthday=Birthday(4, 12))
    promises.make(store, mio, "the deck", now=NOW, due=TODAY)
    reconnect.set_follow_up(store, mio, TODAY, None, now=NOW)
    made = days(store, path, Wanted(frozenset({What.FOLLOW_UPS}), Form.TASKS))
    assert [(title, one.name) for title, one in made.items()] == [("follow-up: Mio", "VTODO")]
    made = days(store, path, Wanted(form=Form.TASKS))
    assert made["birthday: Mio"].name == "VEVENT"


def test_what_is_done_is_left_out(store, path):
    mio, taro = someone(store), someone(store, "Taro")
    promises.make(store, mio, "the deck", now=NOW, due=TODAY + timedelta(5))
    promises.keep(store, store.promises(mio)[0], now=NOW)
    reconnect.set_follow_up(store, mio, TODAY, None, now=NOW)
    reconnect.done(store, mio, initiative=Initiative.ME, now=NOW)
    promises.make(store, taro, "lunch", now=NOW, due=TODAY + timedelta(5))
    people.delete(store, (taro,), now=NOW)
    with pytest.raises(NothingToWriteError):
        calendar_feed.write(store, path, Wanted(), WORDS, now=NOW)
    assert not path.exists()


def test_who_is_put_off_comes_when_that_is_over(store, path):
    mio = someone(store)
    promises.make(store, mio, "the deck", now=NOW, due=TODAY)
    reconnect.set_follow_up(store, mio, TODAY + timedelta(30), None, now=NOW)
    reconnect.later(store, mio, TODAY + timedelta(10), now=NOW)
    assert when(store, path) == {
        "promise: Mio": TODAY + timedelta(10),
        "follow-up: Mio": TODAY + timedelta(30),
    }
    after = at(TODAY + timedelta(11))
    assert when(store, path, now=after)["promise: Mio"] == TODAY


def test_birthdays_are_those_that_today_knows(store, path):
    """An address book has one every day."""
    born = Birthday(4, 12)
    someone(store, "Met", birthday=born, met=TODAY - timedelta(9))
    someone(store, "Rhythm", birthday=born, met=None, rhythm=Rhythm(3, 4))
    written = someone(store, "Written", birthday=born, met=None)
    log.note(store, (written,), "hello", now=NOW, kind=Kind.MAIL, initiative=Initiative.ME)
    someone(store, "Only listed", birthday=born, met=None)
    someone(store, "Without")
    assert set(when(store, path, Wanted(frozenset({What.BIRTHDAYS})))) == {
        "birthday: Met",
        "birthday: Rhythm",
        "birthday: Written",
    }


def test_29_february_follows_the_setting(store, path):
    someone(store, birthday=Birthday(2, 29))
    assert when(store, path) == {"birthday: Mio": date(2026, 3, 1)}
    store.set_setting(Setting.LEAP_DAY, "02-28")
    assert when(store, path) == {"birthday: Mio": date(2026, 2, 28)}


def test_it_rings_when_the_day_s_notification_comes(store, path):
    mio = someone(store)
    promises.make(store, mio, "the deck", now=NOW, due=TODAY + timedelta(1))
    for at_, rings in ((time(7, 30), [timedelta(hours=7, minutes=30)]), (None, [])):
        notifying.notify_at(store, at_)
        (one,) = days(store, path).values()
        assert [alarm.decoded("trigger") for alarm in one.walk("VALARM")] == rings


def test_exported_again_everything_is_the_same_but_the_time(store, path):
    mio = someone(store, birthday=Birthday(4, 12))
    promises.make(store, mio, "the deck", now=NOW, due=TODAY)
    reconnect.set_follow_up(store, mio, TODAY, None, now=NOW)
    first = days(store, path)
    before = store.contact(mio)
    people.edit(store, before, replace(before, name=Name("Mio Hayasaka")), now=NOW)
    second = days(store, path, now=at(TODAY, hour=10))
    assert [one["uid"] for one in first.values()] == [one["uid"] for one in second.values()]
    assert len({one["uid"] for one in first.values()}) == 3
    for before, after in zip(first.values(), second.values(), strict=True):
        assert before["sequence"] < after["sequence"]
        assert after["summary"].endswith("Mio Hayasaka")


@pytest.mark.skipif(os.name != "posix", reason="modes")
def test_the_file_is_its_owners_alone_and_whole(store, path, monkeypatch):
    mio = someone(store)
    promises.make(store, mio, "the deck", now=NOW, due=TODAY)
    before = os.umask(0)
    try:
        days(store, path)
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(path.parent.glob(".*")) == []
    with pytest.raises(FileExistsAlreadyError):
        calendar_feed.write(store, path, Wanted(), WORDS, now=NOW)
    with pytest.raises(ExportFailedError):
        calendar_feed.write(store, path / "x" / "y.ics", Wanted(), WORDS, now=NOW)


def test_whoever_has_no_name_is_somebody_all_the_same(store, path):
    who = someone(store, None, mail="info@example.com")
    promises.make(store, who, "the deck", now=NOW, due=TODAY)
    assert "promise: info@example.com" in days(store, path)


def test_names_with_marks_of_their_own(store, path):
    for name in ("{name}", "a, b; c\\d", "x\nEND:VCALENDAR"):
        who = someone(store, name)
        promises.make(store, who, "the deck", now=NOW, due=TODAY)
    assert set(days(store, path)) == {
        "promise: {name}",
        "promise: a, b; c\\d",
        "promise: x END:VCALENDAR",
    }
