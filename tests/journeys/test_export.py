"""People leave by hand: everyone by keyboard over a file that is there, one by mouse, a code."""

import pytest

from tests.desk.cards import PEOPLE, write_cards
from tests.desk.waiting import until
from tests.journeys.story import BUTTON, CHOICE, FIELD, Story

pytestmark = pytest.mark.journey

JAPANESE_SCREEN = {"LANG": "ja_JP.UTF-8"}


def names(file) -> list[str]:
    lines = file.read_text("utf-8").splitlines()
    return [line.removeprefix("FN:") for line in lines if line.startswith("FN:")]


def can_type(story: Story) -> None:
    """Wait until the name of the file can be typed."""

    def focused() -> bool:
        field = story.eyes.find("ファイル名(N):", FIELD)
        return field is not None and field.is_("focused")

    until(focused, "the name can be typed")


def begin(story: Story) -> None:
    story.program.make_store()
    story.program.command("import", write_cards(story.desk.home / "known.vcf", PEOPLE))
    (story.desk.home / "Documents").mkdir()


def test_everyone_by_keyboard(story: Story) -> None:
    program, hands = story.program, story.hands
    begin(story)
    target = story.desk.home / "Documents" / "連絡先.vcf"
    target.write_bytes(b"what was there")
    window = story.start(environment=JAPANESE_SCREEN)
    story.press("人", CHOICE)
    story.see_part("髙橋 美咲")
    story.in_front()
    hands.key("ctrl+a")
    story.see("10人を選んでいます")
    hands.key("Right", "space")
    story.see("ファイルは暗号化されません")
    story.picture("asked")
    hands.key("Return")
    story.see_part("書き出し", "dialog")
    story.see("連絡先.vcf", state="showing")  # it begins in Documents
    can_type(story)
    hands.key("Return")
    # It asks, and takes no for an answer.
    story.see_part("連絡先.vcf は既に存在します")
    hands.key("alt+n")
    can_type(story)
    assert target.read_bytes() == b"what was there"
    hands.key("Return")
    story.see_part("連絡先.vcf は既に存在します")
    hands.key("alt+y")
    story.see("10人を書き出しました")
    story.see("このファイルは暗号化されていません")
    story.picture("written")
    assert len(names(target)) == 10
    assert "PHOTO" in target.read_text("utf-8")
    hands.key("Return")

    # And from the finder, who is found alone, as a table.
    hands.key("Escape", "slash")
    story.paste("山﨑")
    story.see("1人", seconds=5)
    hands.key("ctrl+k")
    story.see("人や操作を探す", FIELD)
    story.paste("書き出す")
    story.see("人を書き出す…", seconds=5)
    hands.key("Return")
    story.see("一覧の人（1）", CHOICE)
    hands.key("Escape")

    story.leave(window)
    # Read back, they are the people who are there.
    again = program.json("import", target)
    assert (again["cards"], again["new"], again["changed"]) == (10, 0, 0), again


def test_two_by_mouse(story: Story) -> None:
    begin(story)
    target = story.desk.home / "Documents" / "people.vcf"
    window = story.open_window()
    story.press("People", CHOICE)
    story.hands.click(story.see("Grace Okafor", "cell"))
    story.hands.do("keydown", "ctrl")
    story.hands.click(story.see_part("伊藤 由紀", "cell"))
    story.hands.do("keyup", "ctrl")
    story.see("2 people are selected")
    story.press("Export…")
    story.press("vCard 4.0", CHOICE)
    story.picture("asked")
    story.press("Choose where…")
    story.see_part("Export", "dialog")
    story.press("Save")
    story.see("2 people written")
    until(target.exists, "the file is there")
    assert "VERSION:4.0" in target.read_text("utf-8")
    assert names(target) == ["伊藤 由紀", "Grace Okafor"]
    story.press("Close")
    story.press("Select one again")
    story.see("More for this person", BUTTON)
    story.leave(window)


def test_a_code_by_keyboard(story: Story) -> None:
    """A person's card is shown for a phone, from their menu and from the finder."""
    hands = story.hands
    begin(story)
    window = story.open_window()
    story.press("People", CHOICE)
    story.see("伊藤 由紀 (Ito Yuki)")
    story.in_front()
    hands.key("o")
    story.see("Lantern Studio, Designer")
    hands.key("Menu")
    hands.key("Up", "Up", "Up", "Return")  # from the end: delete, export, code
    story.see("QR code of Grace Okafor")
    story.picture("code")
    hands.key("Escape", "ctrl+k")
    story.see("Find anyone or any command", FIELD)
    hands.type("qr")
    story.see("Show as a QR code", seconds=5)
    hands.key("Return")
    story.see("QR code of Grace Okafor")
    hands.key("Return")
    story.leave(window)
