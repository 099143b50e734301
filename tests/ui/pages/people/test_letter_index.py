"""The index beside the list: letters have room at every height, and the current one is shown."""

from itertools import pairwise

import pytest

from app.ui.pages.people.letter_index import LetterIndex, letters_of

HEIGHTS = (90, 150, 200, 260, 300, 340, 380, 420, 520, 700, 1200)


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("scale", [1.0, 1.4])
def test_letters_never_overlap(qtbot, theme, language, scale):
    theme.set_language(language)
    theme.set_scale(scale)
    index = LetterIndex(theme)
    qtbot.addWidget(index)
    for high in HEIGHTS:
        index.resize(20, high)
        for current in ("", *letters_of(language)):
            index.set_current(current)
            shown = index.painted()
            assert not current or current in shown
            apart = [b - a for a, b in pairwise(map(index.middle_of, shown))]
            assert all(gap >= index._line() for gap in apart), (high, current, shown)


def test_with_room_all_are_shown(qtbot, theme):
    theme.set_language("en")
    index = LetterIndex(theme)
    qtbot.addWidget(index)
    index.resize(20, 700)
    assert index.painted() == list(letters_of("en"))
