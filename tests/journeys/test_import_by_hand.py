"""A list of Eight and an iPhone's cards come in by keyboard alone and by mouse alone, as somebody
does it for the first time; what came in is read back by the command line.
"""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.desk.cards import Person, write_cards
from tests.desk.exports import eight_people, iphone_people, write_eight, write_iphone
from tests.desk.program import Program
from tests.desk.waiting import until
from tests.journeys.story import BUTTON, CHOICE, Story

pytestmark = pytest.mark.journey

EIGHT, IPHONE = eight_people(), iphone_people()
SATO, SUZUKI = EIGHT[0], EIGHT[15]
KNOWN = [
    Person(
        SATO.family, SATO.given, ("さとう", "けんいち"), "前の会社", "主任", SATO.email, SATO.phone
    ),
    Person(
        SUZUKI.family,
        SUZUKI.given,
        ("すずき", "けんいち"),
        "すずき酒店",
        "店主",
        "sake@suzuki.example",
    ),
]
"""One has changed the company, one only bears the name of another."""
JAPANESE_SCREEN = {"LANG": "ja_JP.UTF-8"}


def people(program: Program) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = program.json("find")["people"]
    return found


def told(person: dict[str, Any]) -> tuple[str, str, str, bool]:
    """Name, company, mail address, and whether there is a telephone."""
    mails = person["emails"]
    name = person["name"]["full"].replace("\u3000", " ")
    return (name, person["organization"], mails[0]["value"], bool(person["phones"]))


def on_paper(one: Person) -> tuple[str, str, str, bool]:
    return (one.full, one.organization, one.email, True)


def check_eight(program: Program) -> None:
    """All of Eight, the one who moved updated, the namesake beside the one known."""
    kept = people(program)
    assert len(kept) == 301
    by_mail = {told(person)[2]: told(person) for person in kept}
    assert [by_mail[one.email] for one in EIGHT] == [on_paper(one) for one in EIGHT]
    numbers = {p["value"] for person in kept for p in person["phones"]}
    assert not {one.phone for one in EIGHT} - numbers
    assert by_mail["sake@suzuki.example"][1] == "すずき酒店"


def begin_eight(story: Story) -> Path:
    """Two people are known; the list lies where a browser puts it."""
    program = story.program
    program.make_store()
    program.command("import", write_cards(story.desk.home / "known.vcf", KNOWN))
    return write_eight(story.desk.home / "Downloads" / "eight.csv", broken=True)


def test_eight_by_keyboard(story: Story) -> None:
    program, eyes, hands = story.program, story.eyes, story.hands
    file = begin_eight(story)
    window = story.start(environment=JAPANESE_SCREEN)
    story.see("取り込み", CHOICE)
    story.in_front()
    hands.key("ctrl+k")
    story.see_part("探", "text")
    story.paste("名刺を取り込む")
    story.see("名刺を取り込む", seconds=5)
    hands.key("Return")
    story.see("ファイルを選ぶ…", BUTTON)
    hands.key("ctrl+o")
    story.see_part("選", "dialog")
    story.paste(str(file))
    hands.key("Return")
    story.see("新しい人: 298, 同じ人: 0, 確認したい: 2, 読めなかった名刺: 1")
    story.picture("compared")
    # The first in doubt: what the card says is taken, they are the same person.
    story.see("1 / 2")
    hands.key("Right")
    story.picture("card-taken")
    hands.key("m")
    story.see("2 / 2")
    hands.key("n")
    story.see("新しい人: 299, 同じ人: 1, 確認したい: 0, 読めなかった名刺: 1")
    story.picture("answered")
    hands.key("ctrl+Return")
    story.see("新しい人 299人")
    story.picture("imported")
    check_eight(program)

    # Taken back among the earlier imports, and brought back.
    hands.key("Escape")
    story.see("これまでの取り込み…", BUTTON)
    hands.key("Tab", "Tab", "space")
    story.see_part("元に戻すと、299人", "label")
    story.picture("earlier")
    hands.key("Tab", "space")
    story.see("この取り込みを元に戻しますか")
    story.picture("asked")
    hands.key("Tab", "space")
    story.see_part("元に戻しました")
    until(lambda: len(people(program)) == 2, "only the two known are left")
    story.picture("taken-back")
    hands.key("ctrl+shift+z")
    story.see_part("元に戻すと、299人", "label")
    check_eight(program)
    assert eyes.find("これまでの取り込み") is not None
    story.leave(window)


def test_eight_by_mouse(story: Story) -> None:
    program = story.program
    file = begin_eight(story)
    window = story.start(environment=JAPANESE_SCREEN)
    story.press("取り込み", CHOICE)
    story.press("ファイルを選ぶ…")
    choose_in_dialog(story, file, "開く(O)")
    story.see("新しい人: 298, 同じ人: 0, 確認したい: 2, 読めなかった名刺: 1")
    story.see("1 / 2")
    # The card's values are proposed; the title known stays, the company moves.
    story.press_part("主任", CHOICE)
    until(lambda: story.see_part(": 主任", CHOICE).is_("checked"), "the known title is chosen")
    assert story.see_part(SATO.organization, CHOICE).is_("checked")
    story.picture("values-chosen")
    story.press("まとめる")
    story.see("2 / 2")
    story.press("別の人にする")
    story.see("新しい人: 299, 同じ人: 1, 確認したい: 0, 読めなかった名刺: 1")
    # The day stays; the one button says how many.
    story.press_part("枚を取り込む")
    story.see("新しい人 299人")
    check_eight(program)
    sato = next(person for person in people(program) if told(person)[2] == SATO.email)
    assert sato["title"] == "主任"

    # What could not be read is saved, as a table with its headers.
    story.press("読めなかった名刺を保存…")
    story.see_part("読めなかった名刺を保存", "dialog")
    story.picture("saving")
    story.press("保存(S)")
    saved = story.desk.home / "読めなかった名刺.csv"
    until(saved.exists, "the rejected row is saved")
    text = saved.read_bytes().decode("cp932")
    assert text.startswith("会社名,部署名,役職,氏名")
    assert "川端 千尋" in text.splitlines()[1]

    story.press("続けて取り込む")
    story.press("これまでの取り込み…")
    story.see_part("元に戻すと、299人", "label")
    story.press("元に戻す…")
    story.see("この取り込みを元に戻しますか")
    story.press("元に戻す")
    story.see_part("元に戻しました")
    until(lambda: len(people(program)) == 2, "only the two known are left")
    story.picture("taken-back")
    story.leave(window)


def check_iphone(program: Program) -> None:
    kept = people(program)
    assert sorted(map(told, kept)) == sorted(map(on_paper, IPHONE))
    assert [p["name"]["given"] for p in kept if p["photo"]] == ["一郎"]
    ada = next(p for p in kept if p["name"]["family"] == "Carter00")
    assert ada["note"] == "Met at the pier.\nTwo dogs."
    aoki = next(p for p in kept if p["name"]["given"] == "一郎")
    assert aoki["reading"]["family"] == "あおき"


def test_iphone_by_keyboard(story: Story) -> None:
    program, hands = story.program, story.hands
    file = write_iphone(story.desk.home / "Downloads" / "All contacts.vcf")
    program.make_store()
    window = story.open_window()
    story.in_front()
    hands.key("ctrl+k")
    story.see_part("Find", "text")
    hands.type("import")
    story.see("Import cards", seconds=5)
    hands.key("Return")
    story.see("Choose files…", BUTTON)
    # The focus is on the button that begins.
    hands.key("space")
    story.see_part("Choose", "dialog")
    hands.type("All")  # the dialog completes what lies there
    story.picture("dialog")
    hands.key("ctrl+a")
    hands.type(str(file))
    hands.key("Return")
    story.see_part("80 cards read")
    story.picture("compared")
    assert story.see("An address book", CHOICE).is_("checked"), (
        "more than sixty are an address book"
    )
    hands.key("ctrl+Return")
    story.see_part("80 new")
    story.picture("imported")
    check_iphone(program)
    # And once more: nothing is new.
    hands.key("Escape", "ctrl+o")
    story.see_part("Choose", "dialog")
    hands.type(str(file))
    hands.key("Return")
    story.see_part("80 cards read")
    story.see_part("same person: 80")
    story.picture("again")
    hands.key("ctrl+Return")
    story.see("Everything is here already")
    check_iphone(program)
    story.leave(window)


def test_iphone_by_mouse(story: Story) -> None:
    program = story.program
    file = write_iphone(story.desk.home / "Downloads" / "All contacts.vcf")
    program.make_store()
    window = story.open_window()
    story.press("Import", CHOICE)
    story.press("Choose files…")
    choose_in_dialog(story, file, "Open")
    story.see_part("80 cards read")
    story.press_part("Import 80 cards")
    story.see_part("80 new")
    check_iphone(program)
    story.press("Undo")
    until(lambda: people(program) == [], "nobody is left")
    story.picture("taken-back")
    story.leave(window)


def choose_in_dialog(story: Story, file: Path, button: str) -> None:
    """Point at a file in the dialog, which begins where browsers put files, and open it."""
    item = story.see(file.name, state="showing")
    story.picture("dialog")
    story.hands.click(item)
    story.press(button)


def test_a_code_and_a_table_are_pasted(story: Story) -> None:
    """What was copied in a browser and in a spreadsheet comes in without a file."""
    program, hands = story.program, story.hands
    program.make_store()
    window = story.open_window()
    story.press("Import", CHOICE)
    story.see("Paste", BUTTON)
    story.paste("氏名\t会社名\te-mail\n三好 司\t三好造船\ttsukasa@miyoshi.example\n")
    story.see_part("1 card read")
    story.copy_code("MECARD:N:湊,花;TEL:09055512000;EMAIL:hana@minato.example;;")
    hands.key("ctrl+v")
    story.see_part("2 cards read")
    story.picture("pasted")
    hands.key("ctrl+Return")
    story.see_part("2 new")
    names = sorted(person["name"]["full"] for person in people(program))
    assert names == ["三好 司", "湊 花"]
    story.leave(window)


def test_reading_is_stopped(story: Story) -> None:
    """A file that was a mistake, far too large: Esc, and nothing has happened."""
    program, hands = story.program, story.hands
    file = write_iphone(story.desk.home / "Downloads" / "everybody.vcf")
    file.write_bytes(file.read_bytes() * 500)
    program.make_store()
    window = story.open_window()
    story.press("Import", CHOICE)
    story.see("Choose files…", BUTTON)
    hands.key("ctrl+o")
    story.see_part("Choose", "dialog")
    hands.type(str(file))
    hands.key("Return")
    story.see("Reading everybody.vcf…")
    story.see_part("cards read")
    story.picture("reading")
    hands.key("Escape")
    story.see("Choose files…", BUTTON, seconds=1)
    story.picture("stopped")
    assert people(program) == []
    # Nothing of it stays in the way of the right file.
    right = write_cards(story.desk.home / "Downloads" / "right.vcf", KNOWN)
    hands.key("ctrl+o")
    story.see_part("Choose", "dialog")
    hands.type(str(right))
    hands.key("Return")
    story.see_part("2 cards read")
    hands.key("ctrl+Return")
    story.see_part("2 new")
    assert len(people(program)) == 2
    story.leave(window)


def test_doubts_wait_over_a_restart(story: Story) -> None:
    """Two in doubt are kept for later; the next day they are there, once, and are answered."""
    program, hands = story.program, story.hands
    moved = [replace(one, organization="新しい会社", title="") for one in KNOWN]
    file = write_cards(story.desk.home / "Downloads" / "moved.vcf", moved)
    program.make_store()
    program.command("import", write_cards(story.desk.home / "known.vcf", KNOWN))
    window = story.start(environment=JAPANESE_SCREEN)
    story.press("取り込み", CHOICE)
    story.see("ファイルを選ぶ…", BUTTON)
    open_file(story, file)
    story.see("新しい人: 0, 同じ人: 0, 確認したい: 2")
    hands.key("ctrl+Return")
    story.see("あとで見ます")
    story.picture("kept")
    story.leave(window)

    window = story.start(environment=JAPANESE_SCREEN)
    story.press("取り込み", CHOICE)
    story.see("確認を待つ名刺が2枚あります")
    open_file(story, file)
    story.see("新しい人: 0, 同じ人: 2, 確認したい: 0")
    story.see_part("もう確認を待っています")
    story.picture("waiting-already")
    hands.key("ctrl+Return")
    story.see("すべて、もうここにあります")
    hands.key("space")  # the way to the cards that wait
    story.see("1 / 2")
    story.picture("waiting")
    hands.key("m")
    story.see("1 / 1")
    hands.key("n")
    story.see("ファイルを選ぶ…", BUTTON)
    kept = people(program)
    assert len(kept) == 3
    assert sorted(p["organization"] for p in kept).count("新しい会社") == 2
    story.leave(window)


def open_file(story: Story, file: Path) -> None:
    """Name a file in the dialog, by keyboard."""
    story.hands.key("ctrl+o")
    story.see_part("選", "dialog")
    story.paste(str(file))
    story.hands.key("Return")
