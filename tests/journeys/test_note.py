"""The second moment: what was talked about, written down by the keyboard alone."""

import pytest

from tests.desk.cards import PEOPLE, write_cards
from tests.desk.waiting import until
from tests.journeys.story import FIELD, Story

pytestmark = pytest.mark.journey

TAKAHASHI = "髙橋 美咲 (Takahashi Misaki)"


def test_note_after_the_meeting(story: Story) -> None:
    """Two people are searched for, by romaji and by kanji; each gets a line."""
    program, eyes, hands = story.program, story.eyes, story.hands
    program.make_store()
    program.command("import", write_cards(story.desk.home / "cards.vcf", PEOPLE))
    window = story.open_window()
    hands.key("ctrl+2")
    story.see_part("Sato Kenichi")

    hands.key("slash")
    until(lambda: story.has_focus("Find people"), "the search has the focus")
    hands.type("takaha")
    story.see("People 1", "cell")
    hands.key("Down", "Return")
    until(lambda: story.has_focus("A quick note"), "the composer has the focus")
    story.see("金沢の展示会で会った。猫が二匹。", "label")
    hands.type("Asked to see the harbour at night")
    hands.key("Tab", "Down", "Down")
    until(lambda: story.has_focus("Kind: Call"), "the kind is a call")
    hands.key("alt+Left")
    until(lambda: (found := eyes.find("← from them")) and found.is_("checked"), "they called")
    story.picture("composer")
    hands.key("Return")
    written = story.see_part("Call", "list item")
    assert "reached out" in written.name
    assert "Asked to see the harbour at night" in written.description
    story.see("Written down for Takahashi-san")
    story.picture("written")

    # The kanji that input methods give; the card says 髙, the person types 高.
    hands.key("Escape", "slash")
    until(lambda: story.has_focus("Find people"), "the search has the focus again")
    hands.key("ctrl+a")
    story.paste("佐藤 健一")
    story.see_part("Sato Kenichi", "cell")
    until(lambda: eyes.find(TAKAHASHI, "cell") is None, "only Sato is listed")
    hands.key("Down", "Return")
    until(lambda: story.has_focus("A quick note"), "the composer has the focus")
    story.paste("図面を送ると約束した")
    hands.key("Return")
    story.see_part("図面を送ると約束した", "list item", seconds=5)
    story.picture("in-japanese")

    # And by what was noted, he is found again.
    hands.key("Escape", "slash")
    until(lambda: story.has_focus("Find people"), "the search has the focus again")
    hands.key("ctrl+a")
    story.paste("図面")
    found_note = story.see("図面を送ると約束した", "cell")
    assert found_note.description == "佐藤 健一"
    story.picture("found-by-note")
    story.leave(window)

    found = program.json("find", "harbour")["people"]
    assert [person["name"]["full"] for person in found] == ["髙橋 美咲"]
    timeline = [line.split() for line in program.command("show", "高橋美咲").splitlines()]
    assert [line[1:3] for line in timeline if "harbour" in line] == [["call", "them"]]
    assert "図面を送ると約束した" in program.command("show", "さとう けんいち")


def test_what_is_typed_is_not_taken_for_a_key(story: Story) -> None:
    """Letters that are keys of the page are letters in a field."""
    program, hands = story.program, story.hands
    program.make_store()
    program.command("import", write_cards(story.desk.home / "cards.vcf", PEOPLE[:1]))
    window = story.open_window()
    hands.key("ctrl+2")
    story.see(TAKAHASHI, "cell")
    story.write("A quick note", "REWTzsn/ r w z s")
    field = story.see("A quick note", FIELD)
    assert story.eyes.text(field) == "REWTzsn/ r w z s"
    hands.key("Return")
    story.see_part("REWTzsn/", "list item")
    story.leave(window)
    assert "REWTzsn/ r w z s" in program.command("show", "髙橋")
