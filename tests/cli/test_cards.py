"""import and export, as CLI.md says."""

import csv
import os
import re
import stat

import pytest

from tests.cli.conftest import BROKEN, MIO, WATARU, card

KEYS = ["import_id", "files", "cards", "new", "same", "changed", "review", "unreadable"]
KEYS += ["kept_lines", "seconds"]
SURE = {"guessed": False, "names_split": 0, "names_whole": 0}


def test_the_json_of_an_import(program, cards):
    path = cards(MIO, WATARU)
    done = program("import", path, "--json")
    found = done.json
    assert (done.code, done.err) == (0, "")
    assert set(found) == set(KEYS)
    assert found["files"] == [{"file": str(path), "cards": 2, "charset": "utf-8", **SURE}]
    assert [found[k] for k in ("cards", "new", "same", "changed", "review")] == [2, 2, 0, 0, 0]
    assert (found["unreadable"], found["kept_lines"]) == ([], [])
    assert re.fullmatch(r"[0-9a-f-]{36}", found["import_id"])
    assert isinstance(found["seconds"], float)


def test_the_figures_always_add_up(program, cards):
    program("import", cards(MIO))
    second = cards(
        MIO,
        MIO.replace("TITLE:代表", "TITLE:会長"),
        MIO.replace("END:VCARD", "EMAIL:m@home.example\r\nEND:VCARD"),
        WATARU,
        card("原田 渉", "EMAIL:w@x.example"),
        BROKEN,
        name="second.vcf",
    )
    done = program("import", second, "--json")
    found = done.json
    parts = [found[k] for k in ("new", "same", "changed", "review")] + [len(found["unreadable"])]
    assert found["cards"] == sum(parts) == 6
    assert parts == [2, 1, 1, 1, 1]
    assert done.code == 1
    (unreadable,) = found["unreadable"]
    assert unreadable["file"] == str(second)
    assert (unreadable["card"], unreadable["reason"]) == (6, "no_end")
    assert second.read_bytes().splitlines()[unreadable["line"] - 1] == b"BEGIN:VCARD"
    people = program("find", "--json").json["people"]
    assert len(people) == 3
    (mio,) = program("find", "早坂", "--json").json["people"]
    assert (mio["title"], len(mio["emails"])) == ("代表", 2)


def test_what_needs_a_look_is_named_on_standard_error(program, cards):
    program("import", cards(MIO))
    done = program("import", cards(MIO.replace("代表", "会長"), BROKEN, "", name="b.vcf"))
    assert done.code == 1
    assert "card 1 (line 1)" in done.err
    assert "could not be read" in done.err
    assert "Cards: 2 (new 0, the same 0, with additions 0, to look at 1, unreadable 1)" in done.out


def test_lines_that_are_not_understood(program, cards):
    odd = card("A B", "X-MY-THING:1", "item1.X-OTHER;TYPE=x:2")
    done = program("import", cards(odd), "--json")
    assert done.code == 0
    done = program("import", cards(card("C D", "this is no line"), name="c.vcf"), "--json")
    assert done.code == 1
    (kept,) = done.json["kept_lines"]
    assert (kept["card"], kept["line"], kept["text"]) == (1, 4, "this is no line")
    assert "line 4" in done.err


def test_three_times_the_same_file(program, cards):
    path = cards(MIO, WATARU, BROKEN)
    first = program("import", path, "--json").json
    before = program("find", "--json").json
    for _ in range(2):
        again = program("import", path, "--json").json
        assert (again["new"], again["same"], again["changed"], again["review"]) == (0, 2, 0, 0)
        assert again["import_id"] is None
    assert program("find", "--json").json == before
    assert first["import_id"] is not None
    assert program("undo").code == 0
    assert program("find", "--json").json["people"] == []


def test_one_undo_takes_an_import_back(program, cards):
    program("import", cards(MIO))
    program("import", cards(WATARU, name="b.vcf"), "--met", "2026-10-14")
    undone = program("undo")
    assert (undone.code, undone.out) == (0, "")
    assert "the import" in undone.err
    assert [p["name"]["full"] for p in program("find", "--json").json["people"]] == ["早坂 美緒"]
    program("undo")
    assert program("undo").code == 2
    again = program("import", cards(MIO, WATARU, name="c.vcf"), "--json").json
    assert again["new"] == 2


def test_a_preview_changes_no_byte(program, cards):
    program("import", cards(MIO))
    before = program.listing()
    path = cards(MIO, WATARU, name="b.vcf")
    found = program("import", path, "--preview", "--json").json
    assert (found["import_id"], found["new"], found["same"]) == (None, 1, 1)
    assert program.listing() == before


def test_several_files_are_one_import(program, cards):
    paths = [cards(MIO, name="a.vcf"), cards(WATARU, name="b.vcf")]
    found = program("import", *paths, "--json").json
    assert [f["cards"] for f in found["files"]] == [1, 1]
    program("undo")
    assert program("find", "--json").json["people"] == []


def test_one_file_that_is_none_refuses_all(program, cards, tmp_path):
    before = program.listing()
    for bad in (
        tmp_path / "absent.vcf",
        tmp_path,
        cards("hello", name="x.vcf"),
        cards(name="0.vcf"),
    ):
        done = program("import", cards(MIO, name="a.vcf"), bad)
        assert (done.code, done.out) == (2, "")
        assert done.err
    assert program.listing() == before


def test_a_table_is_known_by_content_and_read(program, cards):
    table = cards("Name,E-mail,Shoe size\r\nAya,aya@b.example,38\r\n", name="x.vcf")
    done = program("import", table, "--json")
    assert done.code == 0
    assert [done.json[key] for key in ("cards", "new")] == [1, 1]
    assert done.json["kept_lines"] == [
        {"file": str(table), "card": 1, "line": 2, "text": "X-ENISHI-COLUMN;NAME=Shoe size:38"}
    ]
    (aya,) = program("find", "aya@b", "--json").json["people"]
    assert aya["name"]["full"] == "Aya"


def test_a_table_of_nobody_says_so(program, cards):
    done = program("import", cards("Part,Stock,Colour\r\nA,12,red\r\n", name="stock.csv"))
    assert done.code == 2
    assert "no column says who somebody is" in done.err


def test_what_went_out_as_csv_comes_back_as_the_same_people(program, cards, tmp_path):
    program("import", cards(MIO, WATARU), "--met", "2026-10-14")
    out = tmp_path / "people.csv"
    assert program("export", out).code == 0
    again = program("import", out, "--json").json
    assert [again[key] for key in ("cards", "same", "new", "review")] == [2, 2, 0, 0]


def test_known_by_content_not_by_ending(program, cards):
    assert program("import", cards(MIO, name="people.csv"), "--json").json["new"] == 1


def test_met_gives_everyone_a_first_follow_up(program, cards):
    many = cards(*(card(f"Person {n}") for n in range(7)))
    assert program("import", many, "--met", "2026-10-14").code == 0
    (met,) = {p["met"]["on"] for p in program("find", "--json").json["people"]}
    assert met == "2026-10-14"
    later = program("due", "--on", "2100-01-01", "--json").json
    assert (len(later["people"]), later["waiting"]) == (5, 2)
    reason = later["people"][0]["reasons"][0]
    assert reason["kind"] == "first_follow_up"
    assert reason["text"]
    assert program("due", "--json").json["people"] == []


def test_an_address_book_asks_for_nobody(program, cards):
    program("import", cards(*(card(f"Person {n}") for n in range(7))))
    assert program("due", "--on", "2100-01-01", "--json").json["people"] == []


@pytest.mark.parametrize("version", ["3.0", "4.0"])
def test_export_and_import_again(program, cards, tmp_path, version):
    program("import", cards(MIO, WATARU))
    out = tmp_path / "out.vcf"
    done = program("export", out, "--vcard", version)
    assert (done.code, done.out) == (0, "")
    assert f"VERSION:{version}".encode() in out.read_bytes()
    if os.name == "posix":
        assert stat.S_IMODE(out.stat().st_mode) == 0o600
    before = program("find", "--json").json["people"]
    assert program("import", out, "--json").json["same"] == 2
    assert program("find", "--json").json["people"] == before


@pytest.mark.parametrize("version", ["3.0", "4.0"])
def test_lines_of_every_card_of_a_person_go_out(program, cards, tmp_path, version):
    first = card("Ann Lee", "UID:u1", "X-OLD:kept", "IMPP:xmpp:ann@x.example")
    program("import", cards(first))
    program("import", cards(card("Ann Lee", "UID:u1", "TEL:+14155550101", "X-NEW:new")))
    target = tmp_path / "out.vcf"
    assert program("export", target, "--vcard", version).code == 0
    lines = target.read_text(encoding="utf-8").splitlines()
    for line in ("X-OLD:kept", "IMPP:xmpp:ann@x.example", "X-NEW:new", "UID:u1"):
        assert lines.count(line) == 1


def test_an_export_into_another_store_gives_the_same_people(program, cards, tmp_path):
    program("import", cards(MIO, WATARU))
    program("export", tmp_path / "out.vcf")
    before = program("find", "--json").json["people"]
    program("undo")
    program("import", tmp_path / "out.vcf")
    after = program("find", "--json").json["people"]
    assert [{**p, "id": ""} for p in after if p["uid"] == "mio-1"] == [
        {**p, "id": ""} for p in before if p["uid"] == "mio-1"
    ]


def test_export_never_overwrites_without_force(program, cards, tmp_path):
    program("import", cards(MIO))
    out = tmp_path / "out.vcf"
    out.write_text("mine")
    assert program("export", out).code == 2
    assert out.read_text() == "mine"
    assert program("export", out, "--force").code == 0
    assert out.read_bytes().startswith(b"BEGIN:VCARD")
    assert {p.name for p in tmp_path.iterdir()} == {"store", "passphrase", "cards.vcf", "out.vcf"}


@pytest.mark.parametrize("name", ["out.txt", "out", "absent/out.vcf", "store"])
def test_where_an_export_cannot_go(program, tmp_path, name):
    before = set(tmp_path.rglob("*"))
    assert program("export", tmp_path / name).code == 2
    assert set(tmp_path.rglob("*")) == before


def test_csv_export_runs_no_formula(program, cards, tmp_path):
    evil = card("=1+1", "TEL:+49 30 5550 0142", "NOTE:@SUM(A1)", "TITLE:-1")
    program("import", cards(evil))
    assert program("export", tmp_path / "out.csv").code == 0
    text = (tmp_path / "out.csv").read_text(encoding="utf-8-sig")
    rows = list(csv.reader(text.splitlines()))
    assert not any(cell[:1] in "=+-@\t\r" for row in rows for cell in row if cell)
    assert "'=1+1" in rows[1]


def test_an_empty_store_exports_nobody(program, tmp_path):
    assert program("export", tmp_path / "out.vcf").code == 0
    assert (tmp_path / "out.vcf").read_bytes() == b""


@pytest.mark.skipif(os.name != "posix", reason="file names are text on Windows")
@pytest.mark.skipif(os.name != "posix", reason="no such names")
@pytest.mark.parametrize("content", ["nothing here", "BEGIN:VCARD\r\nFN:No End\r\n"])
def test_a_file_name_stays_on_its_line(program, tmp_path, content):
    path = tmp_path / "a\nb\x1b[31m.vcf"
    path.write_text(content)
    said = program("import", path)
    assert said.code in {1, 2}
    assert "\x1b" not in said.err
    assert all("a b" in line for line in said.err.splitlines() if ".vcf" in line)


def test_why_a_file_cannot_be_read_is_said_in_japanese_too(program, tmp_path, monkeypatch):
    monkeypatch.setenv("LC_ALL", "ja_JP.UTF-8")
    assert program("import", tmp_path).err.strip().endswith("ファイルはありません。")


def test_file_names_of_any_bytes(program, tmp_path):
    path = tmp_path / os.fsdecode(b"\xff card; rm -rf ~ \x1b[31m.vcf")
    path.write_bytes(MIO.encode())
    done = program("import", path, "--json")
    assert done.code == 0
    assert "\ufffd" in done.json["files"][0]["file"]
    out = tmp_path / os.fsdecode(b"\xfe.vcf")
    assert program("export", out).code == 0
    assert out.exists()
    said = program("export", out)
    assert said.code == 2
    assert "\x1b" not in said.err


def test_a_charset_found_by_trial_is_said_and_may_be_put_right(program, tmp_path):
    path = tmp_path / "handset.vcf"
    path.write_bytes(WATARU.encode("cp932"))
    done = program("import", path, "--json")
    (file,) = done.json["files"]
    assert (done.code, file["charset"], file["guessed"]) == (0, "cp932", True)
    assert "was read as Shift_JIS" in done.err
    program("undo")
    chinese = tmp_path / "chinese.vcf"
    chinese.write_bytes(card("王小明", "ORG:北京公司").encode("gb18030"))
    assert program("import", chinese, "--preview", "--json").json["files"][0]["guessed"]
    done = program("import", chinese, "--charset", "GB18030", "--json")
    (file,) = done.json["files"]
    assert (done.err, file["charset"], file["guessed"]) == ("", "gb18030", False)
    (person,) = program("find", "--json").json["people"]
    assert (person["name"]["full"], person["organization"]) == ("王小明", "北京公司")
    out = tmp_path / "out.vcf"
    program("export", out)
    assert "FN:王小明" in out.read_text("utf-8")
    assert program("import", chinese, "--charset", "nonsense").code == 2


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "iso2022_jp"])
def test_what_can_be_read_in_one_way_only_is_no_guess(program, tmp_path, codec):
    path = tmp_path / "cards.vcf"
    path.write_bytes(WATARU.encode(codec))
    done = program("import", path, "--json")
    assert (done.err, done.json["files"][0]["guessed"]) == ("", False)
    (person,) = program("find", "--json").json["people"]
    assert person["name"]["full"] == "原田 渉"


def test_a_declared_charset_is_no_guess_but_one_that_does_not_fit_is(program, tmp_path):
    said = tmp_path / "said.vcf"
    said.write_bytes("BEGIN:VCARD\nFN;CHARSET=SHIFT_JIS:㈱青葉\nEND:VCARD\n".encode("cp932"))
    assert not program("import", said, "--json").json["files"][0]["guessed"]
    lie = tmp_path / "lie.vcf"
    head = b"BEGIN:VCARD\nFN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:"
    lie.write_bytes(head + b"Ren=E9e\nEND:VCARD\n")
    assert program("import", lie, "--json").json["files"][0]["guessed"]


def test_a_table_in_another_charset_than_it_looks(program, tmp_path):
    path = tmp_path / "table.csv"
    path.write_bytes("姓名,公司,电话\r\n王小明,北京公司,+86 10 5555 0100\r\n".encode("gb18030"))
    program("import", path, "--charset", "gbk")
    (person,) = program("find", "--json").json["people"]
    assert person["name"]["full"] == "王小明"


def test_a_name_written_together_is_told_apart_or_kept_whole_and_that_is_said(program, tmp_path):
    path = tmp_path / "list.csv"
    path.write_text("氏名,会社名\n佐藤健一,青葉\n東海林太郎,若葉\n早坂　美緒,こもれび\n", "utf-8")
    (file,) = program("import", path, "--preview", "--json").json["files"]
    assert (file["names_split"], file["names_whole"]) == (2, 1)
    assert "2 told apart, 1 kept whole" in program("import", path).out
    people = program("find", "--json").json["people"]
    assert {p["name"]["full"]: p.get("name_split") for p in people} == {
        "佐藤健一": {"family": "佐藤", "given": "健一"},
        "早坂\u3000美緒": {"family": "早坂", "given": "美緒"},
        "東海林太郎": None,
    }
    assert {(p["name"]["family"], p["name"]["given"]) for p in people} == {(None, None)}
