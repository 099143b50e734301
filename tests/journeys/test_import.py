"""The first moment: the cards of the evening come in, and can all be taken back."""

import sys
from pathlib import Path
from typing import Any

import pytest

from tests.desk.cards import PEOPLE, card, write_cards
from tests.desk.program import ROOT, Program
from tests.desk.waiting import until
from tests.journeys.story import BUTTON, CHOICE, JAPANESE, Story

pytestmark = pytest.mark.journey


def evening(path: Path) -> Path:
    """Twelve cards: ten people, one of them twice, and one card that nobody can read."""
    unreadable = b"BEGIN:VCARD\r\nVERSION:3.0\r\nX-NOTHING:1\r\nEND:VCARD\r\n"
    write_cards(path, PEOPLE)
    path.write_bytes(path.read_bytes() + card(PEOPLE[2]) + unreadable)
    return path


def people(program: Program) -> list[dict[str, Any]]:
    """All people as the command line tells them, without what is made up on the way."""
    found = program.json("find")["people"]
    return [{k: v for k, v in person.items() if k not in {"id", "uid"}} for person in found]


def by_command_line(story: Story, cards: Path) -> list[dict[str, Any]]:
    """The people whom the same file brings without a window."""
    program = Program(story.desk, story.desk.home / "other store")
    program.command("init", "--no-keyring")
    day = program.json("due")["date"]
    told = program.json("import", cards, "--met", day, code=1)  # 1: a card that nobody can read
    assert (told["cards"], told["new"], told["same"], len(told["unreadable"])) == (12, 10, 1, 1)
    return people(program)


def _rests(program: Program, day: str) -> bool:
    said = program.run("due", "--on", day).stderr
    return "A day off" in said or "お休みの日" in said


def test_first_cards(story: Story) -> None:
    """First run in Japanese, a file handed over, accepted, taken back; the same by Ctrl+O."""
    program, eyes, hands = story.program, story.eyes, story.hands
    cards = evening(story.desk.home / "名刺交換会.vcf")
    window = program.start()
    story.first_run(language="日本語", words=JAPANESE)
    story.press(JAPANESE.later)
    story.see("まだ、どなたもいません")
    # Culture Day 2031 is a Monday: whoever begins here rests on Japanese holidays.
    until(lambda: _rests(program, "2031-11-03"), "holidays rest")
    assert not _rests(program, "2031-11-04")

    # A double-click on a file starts the program a second time.
    assert program.run("open", cards, key=False).returncode == 0
    counts = story.see("新しい人: 10, 同じ人: 1, 確認したい: 0, 読めなかった名刺: 1")
    assert story.see("会ったばかり", CHOICE).is_("checked")
    assert eyes.find("髙橋 美咲（たかはし みさき）"), "the list tells names with their reading"
    assert counts.is_("showing")
    story.picture("preview")
    hands.key("ctrl+Return")
    story.see("新しい人 10人")
    story.picture("imported")
    hands.key("ctrl+z")
    story.see_part("元に戻しました")
    story.picture("taken-back")
    hands.key("ctrl+2")
    until(lambda: eyes.find("髙橋 美咲（たかはし みさき）") is None, "nobody is left")
    assert program.json("find")["people"] == []

    # And once more, by the dialog and its keys; the preview that came back is put away first.
    story.press("取り込み", CHOICE)
    hands.key("Escape")
    story.see("ファイルを選ぶ…", BUTTON)
    hands.key("ctrl+o")
    story.see_part("選", "dialog")
    story.paste(str(cards))
    story.picture("dialog")
    hands.key("Return")
    story.see("新しい人: 10, 同じ人: 1, 確認したい: 0, 読めなかった名刺: 1")
    hands.key("ctrl+Return")
    story.see("新しい人 10人")
    hands.key("ctrl+2")
    story.see_part("髙橋 美咲")
    story.picture("people")
    story.leave(window)

    kept = people(program)
    assert len(kept) == 10
    assert kept == by_command_line(story, cards)
    with_photo = [person["name"]["family"] for person in kept if person["photo"]]
    assert with_photo == ["髙橋"]


def test_cards_are_dropped(story: Story) -> None:
    """Two files dragged out of a file manager and let go over the import page."""
    program, hands = story.program, story.hands
    cards = write_cards(story.desk.home / "a card.vcf", PEOPLE[:1])
    others = write_cards(story.desk.home / "another.vcf", PEOPLE[1:2])
    program.make_store()
    window = program.start("--passphrase-file", str(program.passphrase_file))
    story.press("Import", CHOICE)
    zone = story.see_part("Put files here")
    story.desk.begin_part(
        "files",
        [sys.executable, "-m", "tests.desk.file_manager", str(cards), str(others)],
        folder=ROOT,
    )
    file = story.see(cards.name)
    hands.drag(file.middle, zone.middle)
    story.see_part("2 files\u30002 cards read")
    story.picture("dropped")
    hands.key("ctrl+Return")
    story.see_part("2 new")
    story.leave(window)
    assert [person["name"]["family"] for person in people(program)] == ["佐藤", "髙橋"]
