"""The calendar for a phone: read by two others, whatever people are called."""

from datetime import UTC, date, datetime, time, timedelta, timezone

import pytest
import vobject
from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from app.domain.calendar_day import CalendarDay, Form, birthday
from app.domain.dates import Birthday, LeapDay
from app.domain.now import Now
from app.interchange import calendar_write
from app.interchange.calendar_read import read_calendar
from app.interchange.calendar_write import write_calendar

JAPAN = timezone(timedelta(hours=9))
LOCAL = datetime(2026, 10, 15, 8, 30, tzinfo=JAPAN)
NOW = Now(LOCAL.astimezone(UTC), LOCAL)
DAY = date(2026, 10, 20)
NINE = time(9)
HOSTILE = (
    "",
    " ",
    "\r\nEND:VCALENDAR\r\nBEGIN:VEVENT",
    "a\nATTACH:https://example.com/x",
    "semi;colon,comma\\back:slash\"quote'",
    "\\n\\N\\;",
    "tab\there\x00nul\x0bvertical\x1cfile\x85next\u2028line\u2029part",
    "\u202eesrever\u2066hidden\u2069",
    "\ud800lone",
    "山田 太郎" * 40,
    "e\u0301" * 300,
    "👩‍👩‍👧‍👦" * 30,
    "BEGIN:VCALENDAR",
    "x" * 5000,
    "%s {0} {name}",
)
texts = st.one_of(
    st.sampled_from(HOSTILE),
    st.text(max_size=120),
    st.text(st.characters(codec=None), max_size=40),
    st.text(st.sampled_from("\r\n\t ;:,\\\"'^=漢é\x00\u2028"), max_size=60),
)
days = st.builds(
    CalendarDay,
    st.text(st.characters(codec="utf-8"), min_size=1, max_size=30),
    st.dates(date(1000, 1, 1)),
    texts,
    texts,
)


def written(*of, form=Form.EVENTS, now=NOW, alarm=NINE, name="Enishi"):
    return write_calendar(of, form=form, name=name, now=now, alarm=alarm)


def parts(data, kind="VEVENT"):
    return Calendar.from_ical(data).walk(kind)


def assert_well_formed(data):
    """RFC 5545, 3.1: CRLF alone ends a line, of 75 octets at most, cut between characters."""
    text = data.decode("utf-8")
    assert text.endswith("\r\n")
    lines = text.split("\r\n")[:-1]
    for line in lines:
        assert "\n" not in line
        assert "\r" not in line
        assert len(line.encode()) <= 75
        assert not any(ord(c) < 32 and c != "\t" for c in line)


def test_a_day_says_all_that_a_phone_needs():
    (made,) = parts(written(CalendarDay("promise 1", DAY, "Promise: Mio", "the deck")))
    assert made.decoded("dtstart") == DAY
    assert made["dtstart"].params["VALUE"] == "DATE"
    assert "DTEND" not in made
    assert (made["summary"], made["description"]) == ("Promise: Mio", "the deck")
    assert (made["class"], made["transp"]) == ("PRIVATE", "TRANSPARENT")
    assert made.decoded("dtstamp") == made.decoded("last-modified") == NOW.instant
    (alarm,) = made.walk("VALARM")
    assert alarm.decoded("trigger") == timedelta(hours=9)
    assert (alarm["action"], alarm["description"]) == ("DISPLAY", "Promise: Mio")


def test_a_task_is_due_on_its_day_and_rings_on_it():
    data = written(CalendarDay("promise 1", DAY, "Promise: Mio"), form=Form.TASKS)
    (made,) = parts(data, "VTODO")
    assert made.decoded("due") == DAY
    assert "DTSTART" not in made  # it would have to lie before DUE (3.8.2.3)
    (alarm,) = made.walk("VALARM")
    assert alarm["trigger"].params["RELATED"] == "END"
    assert alarm.decoded("trigger") == timedelta(hours=9)
    assert not parts(data)


def test_the_whole_is_ours_and_has_a_name():
    made = Calendar.from_ical(written(CalendarDay("a", DAY, "a"), name="縁"))
    assert made["prodid"] == "-//Enishi//Enishi//EN"
    assert made["version"] == "2.0"
    assert made["name"] == made["x-wr-calname"] == "縁"
    assert "METHOD" not in made


def test_what_is_past_rings_no_more_and_a_birthday_does():
    past = CalendarDay("a", DAY - timedelta(30), "past")
    born = birthday("b", Birthday(1, 2), "born", 2026, LeapDay.AFTER)
    today = CalendarDay("c", NOW.today, "today")
    rings = {p["summary"]: len(p.walk("VALARM")) for p in parts(written(past, born, today))}
    assert rings == {"past": 0, "born": 1, "today": 1}
    assert not any(p.walk("VALARM") for p in parts(written(born, today, alarm=None)))


def test_a_second_writing_updates_what_the_first_brought():
    later = Now(NOW.instant + timedelta(minutes=5), NOW.local + timedelta(minutes=5))
    first = CalendarDay("promise 1", DAY, "Promise: Mio")
    moved = CalendarDay("promise 1", DAY + timedelta(3), "Promise: Mio Hayasaka")
    (before,) = parts(written(first))
    (after,) = parts(written(moved, now=later))
    assert before["uid"] == after["uid"]
    assert before["sequence"] < after["sequence"]
    assert before.decoded("last-modified") < after.decoded("last-modified")
    (task,) = parts(written(first, form=Form.TASKS), "VTODO")
    assert task["uid"] != before["uid"]


def test_a_uid_is_made_of_the_record_alone_and_does_not_say_it():
    """Fixed for ever: another UID would double every entry on every phone."""
    (made,) = parts(written(CalendarDay("promise 1", DAY, "x")))
    assert made["uid"] == "b75b2370-b268-511d-87ce-38c2c3f24cc3"
    assert b"promise 1" not in written(CalendarDay("promise 1", DAY, "x"))


@pytest.mark.parametrize("year", [1970, 2300])
def test_a_wrong_clock_gives_a_number_all_the_same(year):
    local = LOCAL.replace(year=year)
    (made,) = parts(written(CalendarDay("a", DAY, "x"), now=Now(local.astimezone(UTC), local)))
    assert 0 <= made["sequence"] < 2**31


def test_a_birthday_says_no_year_of_birth():
    for year in (None, 1985):
        born = Birthday(4, 12, year)
        data = written(birthday("b", born, "Birthday: Mio", 2026, LeapDay.AFTER))
        (made,) = parts(data)
        assert made.decoded("dtstart") == date(2026, 4, 12)
        assert made["rrule"] == {"FREQ": ["YEARLY"]}
        assert b"1985" not in data
        assert b"1604" not in data


def test_a_birthday_does_not_begin_before_the_birth():
    (made,) = parts(written(birthday("b", Birthday(4, 12, 2027), "x", 2026, LeapDay.AFTER)))
    assert made.decoded("dtstart") == date(2027, 4, 12)


@pytest.mark.parametrize("rule", LeapDay)
@pytest.mark.parametrize("first", [1901, 1999, 2000, 2026, 2028])
def test_29_february_is_kept_once_in_every_year_by_the_rule(rule, first):
    (made,) = parts(written(birthday("b", Birthday(2, 29), "x", first, rule)))
    start = datetime.combine(made.decoded("dtstart"), time())
    text = made["rrule"].to_ical().decode()
    found = [at.date() for at in rrulestr(text, dtstart=start) if at.year <= 2100]
    assert found == [Birthday(2, 29).in_year(year, rule) for year in range(first, 2101)]


@pytest.mark.parametrize("form", Form)
@pytest.mark.parametrize("text", HOSTILE)
def test_no_name_breaks_out(text, form):
    of = [CalendarDay("a", DAY, text, text), CalendarDay("b", DAY, "good")]
    data = written(*of, form=form, name=text)
    assert_well_formed(data)
    kind = "VTODO" if form is Form.TASKS else "VEVENT"
    made = parts(data, kind)
    assert len(made) == 2
    assert len(Calendar.from_ical(data).subcomponents) == 2
    assert made[1]["summary"] == "good"
    assert "ATTACH" not in made[0]
    assert not set("\u202e\u2066\u2069\x00\x85\u2028") & set(str(made[0]["summary"]))
    assert len(made[0]["summary"]) <= 200


@settings(max_examples=40)
@given(st.lists(days, max_size=6), st.sampled_from(Form), st.none() | st.times())
def test_two_readers_find_what_was_written(of, form, alarm):
    data = written(*of, form=form, alarm=alarm)
    assert_well_formed(data)
    kind = "VTODO" if form is Form.TASKS else "VEVENT"
    ours = parts(data, kind)
    (theirs,) = vobject.readComponents(data.decode())
    others = theirs.contents.get(kind.lower(), [])
    assert len(ours) == len(others) == len(of)
    for day, one, other in zip(of, ours, others, strict=True):
        when = "due" if form is Form.TASKS else "dtstart"
        assert one.decoded(when) == day.on
        assert getattr(other, when).value in {day.on, f"{day.on:%Y%m%d}"}
        assert other.uid.value == one["uid"]
        assert other.summary.value == one["summary"]
        said = other.contents.get("description")
        assert (said[0].value if said else "") == one.get("description", "")
        seen = "".join(day.title.split())
        if seen.isprintable() and len(day.title) <= 200:
            # As vobject reads it: icalendar takes a written backslash and n for a line break.
            assert "".join(other.summary.value.split()) == seen.replace("\\N", "\\n")
    assert Calendar.from_ical(Calendar.from_ical(data).to_ical()) == Calendar.from_ical(data)


def test_we_read_our_own():
    found = read_calendar(written(CalendarDay("a", DAY, "Promise: Mio")), NOW.today)
    assert [(g.name, g.on) for g in found.gatherings] == [("Promise: Mio", DAY)]


def test_without_its_guard_a_name_would_reach_the_phone_as_it_is(monkeypatch):
    """The sabotage twin of `test_no_name_breaks_out`."""
    monkeypatch.setattr(calendar_write, "_line", lambda text, _most: text)
    with pytest.raises(AssertionError):
        test_no_name_breaks_out("\u202eesrever\u2066hidden\u2069", Form.EVENTS)
