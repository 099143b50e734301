"""Calendars: the right clock at the right place, whoever wrote them, and no bomb."""

import errno
import io
import subprocess
import sys
import time as clock
from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.interchange import calendar_child, calendar_read, calendars
from app.interchange.calendar_zone import zone_of
from app.interchange.errors import (
    CalendarTrouble,
    Content,
    FileNotReadableError,
    NotACalendarError,
    NotCardsError,
    ReadingCancelledError,
)
from app.interchange.limits import Limits
from app.interchange.plain_text import plain_line, plain_text
from app.interchange.reading import read_cards
from app.interchange.source import InMemory

FILES = Path(__file__).parents[1] / "data" / "calendars"
TODAY = date(2026, 10, 15)
YEAR = datetime(2026, 1, 1, tzinfo=UTC).replace(tzinfo=None)
ZONES = ("Asia/Tokyo", "Europe/Paris", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu")


@pytest.fixture
def in_japan(monkeypatch):
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    clock.tzset()
    yield
    monkeypatch.undo()
    clock.tzset()


def read(name):
    return calendars.read_calendar(FILES / name, TODAY).gatherings


def when(gathering):
    return gathering.on, gathering.starts, gathering.ends, gathering.zone


def calendar(*lines, head=()):
    return "\r\n".join(("BEGIN:VCALENDAR", *head, *lines, "END:VCALENDAR", "")).encode()


def event(*lines, uid="u"):
    return ("BEGIN:VEVENT", f"UID:{uid}", "SUMMARY:x", *lines, "END:VEVENT")


def one(*lines, head=(), today=TODAY):
    found = calendar_read.read_calendar(calendar(*event(*lines), head=head), today)
    (gathering,) = found.gatherings
    return gathering


def several(*lines, today=TODAY):
    found = calendar_read.read_calendar(calendar(*event(*lines)), today)
    return [(g.on, g.starts) for g in found.gatherings]


def test_doorkeeper(in_japan):
    (found,) = read("doorkeeper.ics")
    assert when(found) == (date(2026, 10, 21), time(7, 30), time(9), "Asia/Tokyo")
    assert found.name == "木と暮らしの朝活 #12"
    assert found.series == "木と暮らしの朝活"
    assert found.place == "ひのき食堂 (東京都台東区蔵前 1-2-3)"
    assert found.about == (
        "朝ごはんを食べながら、木の道具の話をします。\n\n持ち物: なし\n参加費: 500円\n\n申し込み\n"
        "https://wood.example/events/184201"
    )


def test_connpass_writes_utc_and_means_the_clock_here(in_japan):
    (found,) = read("connpass.ics")
    assert when(found) == (date(2026, 10, 14), time(19), time(21), None)
    assert (found.name, found.series) == ("第14回 蔵前 異業種交流会", "蔵前 異業種交流会")
    assert found.about.count("https://") == 1


def test_google_before_and_after_the_clocks_change(in_japan):
    found = {g.uid: g for g in read("google.ics")}
    paris = "Europe/Paris"
    before, after = found["before@google.example"], found["after@google.example"]
    assert when(before) == (date(2026, 10, 24), time(19), time(21), paris)
    assert when(after) == (date(2026, 10, 25), time(19), time(21), paris)
    nights = [g for uid, g in found.items() if uid.startswith("craft-night")]
    assert [(g.on, g.starts) for g in nights] == [
        (date(2026, 10, 15), time(19)),  # a week later is left out
        (date(2026, 10, 29), time(19)),  # the clocks went back between
        (date(2026, 11, 6), time(20)),  # this one alone was moved
        (date(2026, 11, 12), time(19)),
    ]
    assert {g.series for g in nights} == {"Craft Night"}
    fair = found["fair@google.example"]
    assert when(fair) == (date(2026, 11, 7), None, None, None)
    assert fair.until == date(2026, 11, 8)
    assert [g.name for g in found.values() if g.called_off] == ["Winter market"]


def test_outlook_with_names_of_windows_and_a_zone_of_its_own(in_japan):
    before, after, late, floating = read("outlook.ics")
    angeles = "America/Los_Angeles"
    assert when(before) == (date(2026, 10, 31), time(18), time(20), angeles)
    assert when(after) == (date(2026, 11, 1), time(18), time(20), angeles)
    assert when(late) == (date(2026, 11, 10), time(19), time(1), None)
    assert late.until is None
    assert when(floating) == (date(2026, 11, 12), time(19), time(21), None)


@given(
    st.datetimes(YEAR, YEAR.replace(2027)),
    st.sampled_from(ZONES),
    st.integers(0, 60 * 72),
)
@settings(deadline=None)
def test_a_moment_is_what_the_clock_at_the_place_says(moment, zone, minutes):
    moment = moment.replace(microsecond=0)
    start, end = moment.replace(tzinfo=UTC), moment.replace(tzinfo=UTC) + timedelta(minutes=minutes)
    there = start.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    utc = one(
        f"DTSTART:{start:%Y%m%dT%H%M%SZ}", f"DTEND:{end:%Y%m%dT%H%M%SZ}",
        head=(f"X-WR-TIMEZONE:{zone}",),
    )  # fmt: skip
    named = one(f"DTSTART;TZID={zone}:{there:%Y%m%dT%H%M%S}")
    floating = one(f"DTSTART:{there:%Y%m%dT%H%M%S}")
    for found in (utc, named, floating):
        assert (found.on, found.starts) == (there.date(), there.time().replace(second=0))
    assert (utc.zone, named.zone, floating.zone) == (zone, zone, None)
    assert utc.last_day >= utc.on


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(-3, 20))
@settings(deadline=None)
def test_the_day_after_the_last_ends_what_takes_whole_days(day, days):
    over = day + timedelta(days=days)
    found = one(f"DTSTART;VALUE=DATE:{day:%Y%m%d}", f"DTEND;VALUE=DATE:{over:%Y%m%d}")
    assert (found.starts, found.ends, found.zone) == (None, None, None)
    assert found.until == (over - timedelta(days=1) if days > 1 else None)


@given(
    st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]),
    st.integers(1, 3),
    st.dates(date(2024, 1, 1), date(2027, 1, 1)),
    st.sampled_from(ZONES),
)
@settings(deadline=None)
def test_the_next_few_of_what_repeats(rule, interval, start, zone):
    found = several(
        f"DTSTART;TZID={zone}:{start:%Y%m%d}T193000", f"RRULE:FREQ={rule};INTERVAL={interval}"
    )
    assert len(found) == calendar_read.NEXT
    assert all(day >= TODAY and starts == time(19, 30) for day, starts in found)
    assert found == sorted(set(found))
    assert start in [day for day, _ in found] or start < TODAY


def test_a_rule_in_utc_knows_no_summer_time():
    head = ("X-WR-TIMEZONE:America/New_York",)
    data = calendar(*event("DTSTART:20261028T230000Z", "RRULE:FREQ=WEEKLY;COUNT=2"), head=head)
    found = calendar_read.read_calendar(data, TODAY).gatherings
    assert [(g.on, g.starts) for g in found] == [
        (date(2026, 10, 28), time(19)),
        (date(2026, 11, 4), time(18)),
    ]


def test_what_is_over_leaves_its_last_time():
    rule = "RRULE:FREQ=WEEKLY;UNTIL=20240131"
    assert several("DTSTART;VALUE=DATE:20240103", rule) == [(date(2024, 1, 31), None)]
    timed = "RRULE:FREQ=WEEKLY;UNTIL=20240131T100000Z"
    assert several("DTSTART:20240103T100000Z", timed)[0][0] == date(2024, 1, 31)
    assert several("DTSTART:20240103T100000", "RDATE:20261101T100000")[0][0] == date(2026, 11, 1)
    gone = ("DTSTART:20240103T100000", "RDATE:20240104T100000", "EXDATE:20240104T100000")
    assert several(*gone) == [(date(2024, 1, 3), time(10))]


def test_a_time_that_was_changed_stands_without_the_others():
    found = one("RECURRENCE-ID:20261105T190000", "DTSTART:20261106T200000")
    assert (found.uid, found.on) == ("u/20261105", date(2026, 11, 6))


@pytest.mark.parametrize(
    ("lines", "ends", "until"),
    [
        (("DTSTART:20261015T190000", "DURATION:PT90M"), time(20, 30), None),
        (("DTSTART:20261015T190000",), None, None),
        (("DTSTART:20261015T190000", "DTEND:20261015T180000"), None, None),
        (("DTSTART:20261015T190000", "DTEND:20261016T020000"), time(2), None),
        (("DTSTART:20261015T190000", "DTEND:20261017T120000"), time(12), date(2026, 10, 17)),
        (("DTSTART:20261015T190000", "DURATION:BROKEN"), None, None),
        (("DTSTART:20261015T190000", "DTEND;VALUE=DATE:20261017"), None, None),
        (
            ("DTSTART;TZID=Asia/Tokyo:20261015T190000", "DTEND;TZID=Europe/Paris:20261015T130000"),
            time(20),
            None,
        ),
    ],
)
def test_when_it_ends(lines, ends, until):
    found = one(*lines)
    assert (found.ends, found.until) == (ends, until)


def test_a_calendar_that_was_called_off_calls_its_events_off():
    assert one("DTSTART:20261015T190000", head=("METHOD:CANCEL",)).called_off
    assert not one("DTSTART:20261015T190000", head=("METHOD:REQUEST",)).called_off


@pytest.mark.parametrize(
    ("tzid", "zone"),
    [
        ("Asia/Tokyo", "Asia/Tokyo"),
        ("Tokyo Standard Time", "Asia/Tokyo"),
        ("/freeassociation.sourceforge.net/Europe/Paris", "Europe/Paris"),
        ("/example.com/America/Argentina/Ushuaia", "America/Argentina/Ushuaia"),
        ("Nowhere/Land", None),
        ("", None),
    ],
)
def test_the_zone_that_a_name_means(tzid, zone):
    assert zone_of(tzid) == zone


@pytest.mark.parametrize("tzid", ["UTC", "Etc/UTC", "GMT", "Etc/GMT", "Zulu"])
def test_a_time_that_is_written_in_utc_by_any_name_is_shown_on_the_clock_there(tzid, in_japan):
    start = f"DTSTART;TZID={tzid}:20261015T100000"
    paris = one(start, head=("X-WR-TIMEZONE:Europe/Paris",))
    assert (paris.starts, paris.zone) == (time(12), "Europe/Paris")
    here = one(start)
    assert (here.starts, here.zone) == (time(19), None)


@pytest.mark.parametrize("end", [b"", b"\r\n", b"SUMM"])
@pytest.mark.parametrize("stray", [(), ("END:VEVENT",)])
def test_a_calendar_that_ends_too_early_loses_no_event_and_keeps_what_it_says_of_all(end, stray):
    """Read event by event, it is shown in the same zone, and called off as before."""
    data = calendar(
        *event("DTSTART:20261015T100000Z", uid="good"),
        *stray,
        *event("DTSTART:20261016T100000Z", uid="last")[:-1],
        head=("METHOD:CANCEL", "X-WR-TIMEZONE:Asia/Tokyo"),
    ).removesuffix(b"END:VCALENDAR\r\n")
    found = calendar_read.read_calendar(data + end, TODAY)
    assert [(g.uid, g.starts, g.zone, g.called_off) for g in found.gatherings] == [
        (uid, time(19), "Asia/Tokyo", True) for uid in ("good", "last")
    ]
    assert found.unread == 0


def test_a_link_stands_below_what_is_said_once():
    start, link = "DTSTART:20261015T190000", "https://wood.example/12"
    assert one(start, "DESCRIPTION:Bring nothing", f"URL:{link}").about == f"Bring nothing\n{link}"
    assert one(start, f"DESCRIPTION:See {link}", f"URL:{link}").about == f"See {link}"
    assert one(start, f"URL:{link}").about == link


def test_words_in_html_are_the_words_that_are_seen():
    html = "<html><head><title>t</title></head><body><p>One</p><p>two<br>three</p></body></html>"
    assert plain_text(html, 99) == "One\n\ntwo\nthree"


def test_days_that_are_left_out_and_added():
    weekly = ("DTSTART:20261015T190000", "RRULE:FREQ=WEEKLY;COUNT=3")
    assert several(*weekly, "EXDATE:20261022T190000", "RDATE;VALUE=DATE-TIME:20261016T190000") == [
        (date(2026, 10, 15), time(19)), (date(2026, 10, 16), time(19)),
        (date(2026, 10, 29), time(19)),
    ]  # fmt: skip


def test_what_is_added_without_a_day_is_passed_over():
    weekly = ("DTSTART:20261015T190000", "RRULE:FREQ=WEEKLY;COUNT=1")
    assert several(*weekly, "RDATE:190000,20261016T190000") == [
        (date(2026, 10, 15), time(19)), (date(2026, 10, 16), time(19)),
    ]  # fmt: skip


def test_an_event_that_cannot_be_read_costs_no_other():
    data = calendar(
        *event("DTSTART:20261015T190000", uid="good"),
        *event("DTSTART:never", uid="broken"),
        *event(uid="nowhen"),
        *event("DTSTART:20261015T190000", "RRULE:FREQ=SECONDLY", uid="seconds"),
        "BEGIN:VEVENT", "UID:nameless", "DTSTART:20261015T190000", "END:VEVENT",
        "BEGIN:VTODO", "SUMMARY:no event", "END:VTODO",
    )  # fmt: skip
    found = calendar_read.read_calendar(data, TODAY)
    assert [g.uid for g in found.gatherings] == ["good"]
    assert found.unread == 4


def test_utf_16_and_shift_jis_and_no_uid():
    lines = ("BEGIN:VEVENT", "SUMMARY:蔵前の夜", "DTSTART:20261015T190000", "END:VEVENT")
    data = calendar(*lines)
    for given_data in (data.decode().encode("utf-16"), data.decode().encode("cp932"), data):
        (found,) = calendar_read.read_calendar(given_data, TODAY).gatherings
        assert found.name == "蔵前の夜"
        assert found.uid


def test_a_name_is_a_line_that_steers_nothing():
    found = one(
        "DTSTART:20261015T190000",
        r"DESCRIPTION:a\nb <b>c</b>&amp;d<script>e</script>",
        "LOCATION:f\u202eg\x07h",
    )
    assert found.about == "a\nb c&d"
    assert found.place == "fg h"
    assert plain_line("x" * 50, 10) == "xxxxxxxxx…"
    assert plain_text("1 < 2 and 3 > 2", 99) == "1 < 2 and 3 > 2"


# ------------------------------------------------------------------------------------- hostile

HEAD = b"BEGIN:VCALENDAR\r\n"


@given(st.binary(max_size=300) | st.text(max_size=300).map(lambda t: t.encode("utf-8", "replace")))
@settings(deadline=None)
def test_no_bytes_break_it(data):
    for whole in (data, HEAD + data, calendar(*event("DTSTART:20261015T190000")) + data):
        found = calendar_read.read_calendar(whole, TODAY)
        assert found.gatherings or found.trouble


PIECES = st.sampled_from(
    ["BEGIN:VEVENT", "END:VEVENT", "BEGIN:VTIMEZONE", "END:VTIMEZONE", "END:VCALENDAR", "UID:a",
     "BEGIN:VCALENDAR", "DTSTART:20261015T190000", "DTSTART;VALUE=DATE:20261015", "DTEND:20261",
     "RRULE:FREQ=WEEKLY", "RRULE:FREQ=MONTHLY;BYDAY=5FR", "EXDATE:20261022T190000", "SUMMARY:x",
     "RECURRENCE-ID:20261022T190000", "DTSTART;TZID=X:20261015T190000", "RDATE;VALUE=PERIOD:a/b",
     "TZID:X", "DURATION:P1D", "SUMMARY;LANGUAGE=a:y", " folded", "RRULE:FREQ=DAILY;UNTIL=20261020"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=25))
@settings(deadline=None, max_examples=300)
def test_no_lines_break_it(lines):
    found = calendar_read.read_calendar(HEAD + "\r\n".join(lines).encode(), TODAY)
    assert found.gatherings or found.trouble
    assert all(g.name and g.uid and not g.id for g in found.gatherings)


@pytest.mark.parametrize(
    ("data", "trouble"),
    [
        (b"", CalendarTrouble.NOT_A_CALENDAR),
        (b"BEGIN:VCARD\r\nFN:x\r\nEND:VCARD\r\n", CalendarTrouble.NOT_A_CALENDAR),
        (calendar(), CalendarTrouble.NOTHING),
        (calendar("BEGIN:VTODO", "UID:t", "END:VTODO"), CalendarTrouble.NOTHING),
        (calendar(*event()), CalendarTrouble.TOO_HARD),
        (HEAD + b"BEGIN:VEVENT\r\n" * 9, CalendarTrouble.TOO_HARD),
        (calendar(*(event()[:1] + event()[-1:]) * 10_001), CalendarTrouble.TOO_LARGE),
        (HEAD + b" " * (1 << 20), CalendarTrouble.TOO_LARGE),
    ],
)
def test_what_is_no_calendar_says_so(data, trouble):
    if len(data) <= 1 << 20:  # what is longer is not given to a child
        assert calendar_read.read_calendar(data, TODAY).trouble is trouble
    with pytest.raises(NotACalendarError) as refused:
        calendars.read_calendar(InMemory("a.ics", data), TODAY, limits=Limits(source=1 << 20))
    assert refused.value.trouble is trouble


@pytest.mark.parametrize(
    "bomb",
    [
        event("DTSTART:20261015T190000", "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30"),
        event(
            "DTSTART:20260101T000000",
            f"RRULE:FREQ=YEARLY;BYHOUR={','.join(map(str, range(24)))};"
            f"BYMINUTE={','.join(map(str, range(60)))};BYSECOND={','.join(map(str, range(60)))};"
            f"BYYEARDAY={','.join(map(str, range(1, 366)))}",
        ),
        (
            "BEGIN:VTIMEZONE", "TZID:X", "BEGIN:STANDARD", "DTSTART:16010101T000000",
            "RRULE:FREQ=SECONDLY", "TZOFFSETFROM:+0900", "TZOFFSETTO:+0900", "END:STANDARD",
            "END:VTIMEZONE", *event("DTSTART;TZID=X:20261015T190000"),
        ),
    ],
)  # fmt: skip
def test_an_expansion_bomb_ends_with_the_child(bomb):
    data = InMemory("bomb.ics", calendar(*bomb))
    limits = Limits(source=1 << 20, cpu_seconds=2)
    with suppress(NotACalendarError):  # too hard
        found = calendars.read_calendar(data, TODAY, limits=limits)
        assert len(found.gatherings) <= calendar_read.NEXT


LIES = {
    "nothing": "",
    "garbage": "sys.stdout.buffer.write(b'\\xff{')",
    "other": "print('{\"gatherings\": [{\"id\": 3}]}')",
    "empty": "print('{}')",
    "no uid": """print('{"gatherings": [{"id": "", "name": "x", "on": "2026-10-15"}]}')""",
    "death": "import os; os.abort()",
    "too many": "import json; one = {'id': '', 'uid': 'u', 'name': 'x', 'on': '2026-10-15'}; "
    "print(json.dumps({'gatherings': [one] * 50_001}))",
}  # fmt: skip


def lying(code):
    return [sys.executable, "-c", f"import sys; sys.stdin.buffer.read(); {code}"]


@pytest.mark.parametrize("lie", LIES)
def test_a_child_that_lies_is_not_believed(lie):
    data = InMemory("a.ics", calendar())
    with pytest.raises(NotACalendarError) as refused:
        calendars.read_calendar(data, TODAY, argv=lying(LIES[lie]))
    assert refused.value.trouble is CalendarTrouble.TOO_HARD


def test_a_child_says_nothing_of_what_a_person_writes():
    said = (
        '{"gatherings": [{"id": "mine", "uid": "u", "name": "x", "on": "2026-10-15", '
        '"people": ["p"], "note": "n", "purpose": "q", "interests": ["i"]}]}'
    )
    found = calendars.read_calendar(
        InMemory("a.ics", calendar()), TODAY, argv=lying(f"print({said!r})")
    )
    (gathering,) = found.gatherings
    assert (gathering.id, gathering.people, gathering.note) == ("", (), None)
    assert (gathering.purpose, gathering.interests) == (None, ())


def test_reading_can_be_stopped():
    begun = []

    def cancelled():
        begun.append(1)
        return len(begun) > 1

    with pytest.raises(ReadingCancelledError):
        calendars.read_calendar(
            InMemory("a.ics", calendar()), TODAY,
            cancelled=cancelled, argv=lying("import time; time.sleep(600)"),
        )  # fmt: skip


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(FileNotReadableError):
        calendars.read_calendar(tmp_path / "none.ics", TODAY)


@pytest.mark.parametrize("error", [OSError(errno.EIO, "a bad disk"), OSError()])
def test_a_file_whose_reading_fails_says_why(monkeypatch, tmp_path, error):
    class Broken(io.BytesIO):
        def read(self, size=-1, /):
            raise error

    path = tmp_path / "a.ics"
    path.write_bytes(calendar())
    monkeypatch.setattr(type(path), "open", lambda *_: Broken())
    with pytest.raises(FileNotReadableError) as told:
        calendars.read_calendar(path, TODAY)
    assert told.value.cause == (error.strerror or "")


def test_the_built_program_starts_itself(monkeypatch):
    assert calendars.command() == [sys.executable, "-m", "app", calendar_child.FLAG]
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert calendars.command() == [sys.executable, calendar_child.FLAG]


def test_a_calendar_among_cards_is_told_as_what_it_is():
    with pytest.raises(NotCardsError) as refused:
        list(read_cards(FILES / "google.ics"))
    assert refused.value.content is Content.CALENDAR


def test_the_parent_never_loads_what_reads_calendars():
    code = (
        "import sys; from app.interchange import calendars; import app.interchange.calendar_child; "
        "sys.exit('icalendar' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
