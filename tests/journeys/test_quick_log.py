"""One line from anywhere: what happened and what was promised, by the keyboard alone."""

import pytest

from tests.desk.cards import PEOPLE, write_cards
from tests.desk.waiting import until
from tests.journeys.story import Story

pytestmark = pytest.mark.journey

LINE = "Quick log: one line of what happened"


def test_a_line_is_read_before_it_is_written(story: Story) -> None:
    """Romaji by keys, kanji as input methods give it; one undo takes all of it back."""
    program, hands = story.program, story.hands
    program.make_store()
    program.command("import", write_cards(story.desk.home / "cards.vcf", PEOPLE))
    window = story.open_window()

    hands.key("ctrl+j")
    until(lambda: story.has_focus(LINE), "the line has the focus")
    story.see_part("people, by any form of their name")
    hands.type("yesterday Sato called ")
    story.see("Take 佐藤 健一 out")
    story.paste("図面の件 →見本を送る 金")
    story.see_part("You promised: 見本を送る")
    story.see("Note: 図面の件")
    story.picture("understood")
    hands.key("Return")
    story.see_part("Written down for Sato-san")
    story.picture("written")
    hands.key("ctrl+z")
    story.see_part("is taken back")

    hands.key("ctrl+j")
    until(lambda: story.has_focus(LINE), "the line has the focus again")
    hands.type("Misaki lunch")
    hands.key("Escape", "ctrl+j")
    until(lambda: story.has_focus(LINE), "it opens with what was typed")
    story.see_part("Take 髙橋 美咲 out")
    hands.key("Return")
    story.see_part("Written down for Takahashi-san")
    story.leave(window)

    assert "図面の件" not in program.command("show", "佐藤健一")
    timeline = [line.split() for line in program.command("show", "高橋美咲").splitlines()]
    assert any("met" in line and "lunch" in line for line in timeline)
