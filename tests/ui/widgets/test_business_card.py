"""The drawn business card: what stands side by side goes on in the next line, and is not cut."""

import pytest

from app.ui.widgets.business_card import BESIDE, HIGH, WIDE, BusinessCard, CardWords

ADDRESS, PHONE, MAIL = "東京都墨田区東駒形 1丁目", "電話 03-5550-0127", "hello@foil.example.jp"


@pytest.mark.parametrize(
    ("wide", "wanted"),
    [
        (WIDE, [f"{ADDRESS}{BESIDE}{PHONE}", MAIL]),
        (250, [ADDRESS, PHONE, MAIL]),
    ],
)
def test_lines_are_broken_where_there_is_no_room(qtbot, theme, wide, wanted):
    card = BusinessCard(theme)
    qtbot.addWidget(card)
    card.resize(theme.px(wide), theme.px(HIGH))
    card.show_card(CardWords("相原 みどり", lines=(f"{ADDRESS}{BESIDE}{PHONE}", MAIL)), None)
    assert card._fitting(theme.px(wide) - 2 * theme.px(27)) == wanted
    assert not card.grab().toImage().isNull()
