"""find, show, note, due, as CLI.md says."""

import pytest

from app.store.folder import StoreFolder
from app.store.store import open_store
from app.store.vault import unlock
from app.usecases import days_off
from tests.cli.conftest import MIO, PASSPHRASE, WATARU, card

FURTHER = ("related", "dates", "accounts", "positions", "more")
CONTACT = {
    **{key: [] for key in FURTHER},
    "uid": "mio-1",
    "name": {
        "full": "早坂 美緒",
        "family": "早坂",
        "given": "美緒",
        "middle": None,
        "prefix": None,
        "suffix": None,
        "nickname": None,
    },
    "reading": {"family": "ハヤサカ", "given": "ミオ"},
    "organization": "こもれび工房",
    "department": "家具",
    "title": "代表",
    "emails": [{"value": "Mio@Komorebi.example", "label": "work"}],
    "phones": [{"value": "090-5550-0142", "label": "cell", "e164": "+819055500142"}],
    "addresses": [
        {
            "street": "蔵前1-2",
            "city": "台東区",
            "region": "東京都",
            "postal_code": "111-0051",
            "country": "日本",
            "label": "work",
        }
    ],
    "urls": [{"value": "https://komorebi.example/", "label": None}],
    "birthday": "1985-04-12",
    "note": "浅煎りの豆",
    "tags": ["家具", "松本"],
    "photo": False,
    "met": {"on": None, "gathering": None, "introduced_by": None},
}


@pytest.fixture
def people(program, cards):
    """A store with two people."""
    program("import", cards(MIO, WATARU))
    return program


def test_the_json_of_a_contact(people):
    found = people("show", "早坂 美緒", "--json").json
    contact_id = found.pop("id")
    assert found == CONTACT
    (listed,) = people("find", "komorebi", "--json").json["people"]
    assert listed == {**CONTACT, "id": contact_id}


def test_unknown_is_null_or_empty(people):
    found = people("show", "原田", "--json").json
    assert found["phones"][0]["label"] is None
    nothing = {k for k, v in found.items() if v is None}
    assert nothing == {"uid", "organization", "department", "title", "birthday", "note"}
    lists = {"emails", "addresses", "urls", "tags", *FURTHER}
    assert {k for k, v in found.items() if v == []} == lists


@pytest.mark.parametrize(
    "words",
    ["早坂", "はやさか", "ハヤサカ", "ﾊﾔｻｶ", "hayasaka", "こもれび", "浅煎り", "坂"],
)
def test_people_are_found_by_anything_known_of_them(people, words):
    found = people("find", words, "--json").json["people"]
    assert [p["uid"] for p in found] == ["mio-1"]


def test_everyone_by_reading_and_at_most_so_many(people, cards):
    people("import", cards(card("Zoe"), card("青木", "X-PHONETIC-LAST-NAME:あおき"), name="b.vcf"))
    names = [p["name"]["full"] for p in people("find", "--json").json["people"]]
    assert sorted(names) == sorted(["Zoe", "青木", "早坂 美緒", "原田 渉"])
    assert names.index("青木") < names.index("早坂 美緒") < names.index("Zoe")
    limited = people("find", "--limit", "2", "--json").json
    assert len(limited["people"]) == 2
    assert people("find", "--limit", "0").code == 2


@pytest.mark.parametrize("language", ["C.UTF-8", "ja_JP.UTF-8", "en_US.UTF-8"])
def test_the_order_is_kana_then_letters_then_the_rest_in_any_language(
    program, cards, language, monkeypatch
):
    monkeypatch.setenv("LC_ALL", language)
    names = ["李 明", "Anna", "ササキ", "かとう", "シマ", "あべ", "Zoë", "せき"]
    program("import", cards(*(card(name) for name in names)))
    found = program("find", "--json").json["people"]
    order = ["あべ", "かとう", "ササキ", "シマ", "せき", "Anna", "Zoë", "李 明"]
    assert [person["name"]["full"] for person in found] == order


def test_each_person_once_and_found_by_what_happened(people):
    people("note", "原田", "りんごの木箱", "--kind", "met")
    people("note", "原田", "りんごの話", "--kind", "call")
    found = people("find", "りんご", "--json").json["people"]
    assert [p["name"]["full"] for p in found] == ["原田 渉"]


def test_nobody_is_no_failure(people):
    found = people("find", "nobody at all")
    assert (found.code, found.out) == (0, "")
    assert people("find", "nobody at all", "--json").json["people"] == []


def test_person_is_an_id_a_name_or_a_part_that_fits_one(people):
    contact_id = people("show", "早坂", "--json").json["id"]
    for person in (contact_id, "早坂美緒", "早坂 美緒", "はやさか", "美緒"):
        assert people("show", person, "--json").json["id"] == contact_id


def test_several_who_fit_are_listed(people, cards):
    people("import", cards(card("早坂 太郎"), name="b.vcf"))
    before = people.listing()
    done = people("note", "早坂", "x")
    assert (done.code, done.out) == (2, "")
    assert "早坂 美緒" in done.err
    assert "早坂 太郎" in done.err
    assert people.listing() == before
    assert people("show", "nobody").code == 2


def test_show_in_words(people):
    people("note", "早坂", "三行\nある\x1b[31m\u202eメモ", "--kind", "letter", "--from", "them")
    shown = people("show", "早坂").out
    assert "早坂 美緒" in shown
    assert "●" in shown
    assert "ある" in shown
    assert "\x1b" not in shown
    assert "\u202e" not in shown


def test_notes_and_who_started_it(people):
    assert (
        people(
            "note", "早坂", "手紙", "--kind", "letter", "--from", "me", "--on", "2026-10-01"
        ).code
        == 0
    )
    people("note", "早坂", "返事", "--kind", "mail", "--from", "them", "--on", "2026-10-05")
    people("note", "早坂", "ひとこと")
    shown = people("show", "早坂").out
    assert "replied 1 of 1" in shown
    assert "2026-10-05  mail  them  返事" in shown
    people("undo")
    assert "ひとこと" not in people("show", "早坂").out


def test_people_newly_met_come_in_the_order_of_their_cards(program, cards):
    names = [f"Person {number:02}" for number in range(12)]
    program("import", cards(*(card(name) for name in names)), "--met", "2026-01-05")
    for chosen in range(2):
        due = program("due", "--on", "9999-01-01", "--json").json
        first, rest = names[chosen : chosen + 5], len(names) - chosen - 5
        assert [person["name"] for person in due["people"]] == first
        assert due["waiting"] == rest
        program("note", first[0], "called", "--kind", "call", "--from", "me")


def test_what_they_wrote_is_due_the_next_day(people):
    people(
        "note",
        "早坂",
        "「相談があります」",
        "--kind",
        "mail",
        "--from",
        "them",
        "--on",
        "2026-10-13",
    )
    found = people("due", "--on", "2026-10-14", "--json").json
    contact_id = people("show", "早坂", "--json").json["id"]
    assert found == {
        "date": "2026-10-14",
        "people": [
            {
                "id": contact_id,
                "name": "早坂 美緒",
                "reasons": [
                    {"kind": "waits_for_me", "text": "「相談があります」", "since": "2026-10-13"}
                ],
            }
        ],
        "waiting": 0,
    }
    assert people("due", "--on", "2026-10-13", "--json").json["people"] == []
    people("note", "早坂", "返した", "--kind", "mail", "--from", "me", "--on", "2026-10-14")
    assert people("due", "--on", "2026-10-15", "--json").json["people"] == []


def test_a_remark_without_words_is_refused_and_a_call_without_words_is_not(people):
    before = people.listing()
    for words in ("", "  \n"):
        refused = people("note", "早坂", words)
        assert (refused.code, refused.out) == (2, "")
        assert refused.err.strip()
    assert people.listing() == before
    assert people("note", "早坂", "", "--kind", "call").code == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ["note", "早坂"],
        ["note", "早坂", "x", "--kind", "phone"],
        ["note", "早坂", "x", "--from", "nobody"],
        ["note", "早坂", "x", "--on", "yesterday"],
        ["note", "早坂", "x", "--on", "2026-02-30"],
        ["note", "早坂", "x", "--on", "20261014"],
        ["note", "早坂", "x", "--on", "2026-W42-3"],
        ["due", "--on", "2026-1-1"],
        ["frobnicate"],
        ["find", "--limit", "many"],
        ["export"],
        ["--unknown"],
    ],
)
def test_what_makes_no_sense_is_refused(people, arguments):
    before = people.listing()
    done = people(*arguments)
    assert (done.code, done.out) == (2, "")
    assert done.err
    assert people.listing() == before


def test_arguments_that_are_not_text_are_refused(people):
    for arguments in (["find", "\udcff"], ["show", "\udcff"], ["note", "早坂", "\udcff"]):
        done = people(*arguments)
        assert (done.code, done.out) == (2, "")
        assert "Something unexpected" not in done.err


@pytest.mark.parametrize(
    "words", ['"', "'", "*", "a AND", "NEAR(", "%", "_", "-", "(", "\\", "\x00a", "🙂"]
)
def test_any_words_can_be_looked_for(people, words):
    assert people("find", "--", words).code == 0


def test_reading_commands_change_no_byte(people, tmp_path):
    before = people.listing()
    people("find")
    people("find", "早坂", "--json")
    people("show", "早坂")
    people("due")
    people("due", "--on", "2026-12-01")
    people("export", tmp_path / "out.vcf")
    people("check")
    assert people.listing() == before
    assert {p.name for p in people.folder.iterdir()} >= {"store.db", "vault.json"}


def test_a_day_off_is_said_and_a_store_made_here_has_none(people):
    people("note", "早坂", "hello", "--kind", "mail", "--from", "them", "--on", "2026-10-16")
    saturday = people("due", "--on", "2026-10-17")
    assert "day off" not in saturday.err
    assert "早坂 美緒" in saturday.out
    folder = StoreFolder(people.folder)
    with open_store(folder, unlock(folder, passphrase=PASSPHRASE)) as store:
        days_off.rest_on_weekends(store, on=True)
    saturday = people("due", "--on", "2026-10-17")
    assert "A day off: the rest can wait." in saturday.err
    assert (saturday.code, saturday.out) == (0, "")
    assert due_reasons(people, "2026-10-17") == {}
    assert due_reasons(people, "2026-10-19") == {"早坂 美緒": [("waits_for_me", "2026-10-16")]}


def due_reasons(program, day):
    found = program("due", "--on", day, "--json").json["people"]
    return {p["name"]: [(r["kind"], r["since"]) for r in p["reasons"]] for p in found}


def test_a_birthday_is_said_of_whoever_one_is_in_touch_with(program, cards):
    born = [card("Ann Beck", "BDAY:1980-02-29"), card("Bob Cole", "BDAY:1980-02-29")]
    program("import", cards(*born))
    program("note", "Ann", "", "--kind", "call", "--from", "them", "--on", "2026-01-10")
    assert due_reasons(program, "2027-02-28") == {}
    assert due_reasons(program, "2027-03-01") == {"Ann Beck": [("birthday", "2027-03-01")]}
    assert due_reasons(program, "2028-02-29") == {"Ann Beck": [("birthday", "2028-02-29")]}
    program("note", "Ann", "", "--kind", "call", "--from", "me", "--on", "2027-03-01")
    assert due_reasons(program, "2027-03-02") == {}


def test_a_letter_that_nobody_answered_is_said_once_and_then_rests(program, cards):
    program("import", cards(card("Ann Beck")))
    program("note", "Ann", "how are you", "--kind", "letter", "--from", "me", "--on", "2026-01-10")
    assert due_reasons(program, "2026-01-30") == {}
    quiet = {"Ann Beck": [("unanswered", "2026-01-10")]}
    assert due_reasons(program, "2026-01-31") == quiet
    assert due_reasons(program, "2026-04-10") == quiet
    assert due_reasons(program, "2026-04-11") == {}
    program("note", "Ann", "again", "--kind", "letter", "--from", "me", "--on", "2026-02-01")
    assert due_reasons(program, "2026-03-01") == {}
    shown = program("due", "--on", "2026-01-31").out
    assert shown.strip()
