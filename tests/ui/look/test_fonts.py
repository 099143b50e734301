import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from app.ui.look import fonts


def test_a_font_is_made_once(qapp: QApplication) -> None:
    assert fonts.font(13) is fonts.font(13)


def test_japanese_shapes_come_before_any_other(qapp: QApplication) -> None:
    for made in (fonts.font(13), fonts.font(15, "serif"), fonts.font(13, "mono")):
        assert made.families()[-1] == "Noto Sans CJK JP"
        assert "serif" not in made.families()


def test_names_fall_back_to_the_sans(qapp: QApplication) -> None:
    assert fonts.font(15, "serif").families()[-len(fonts.SANS) :] == fonts.SANS


def test_weights(qapp: QApplication) -> None:
    assert fonts.font(13, bold=True).weight() == QFont.Weight.Bold
    assert fonts.font(13, bold=True, latin=True).weight() == QFont.Weight.DemiBold


def test_digits_line_up(qapp: QApplication) -> None:
    for latin in (False, True):
        m = fonts.metrics(fonts.font(13, latin=latin))
        assert len({round(m.horizontalAdvance(digit), 3) for digit in "0123456789"}) == 1


@pytest.mark.parametrize("px", [-3, 0, 100_000])
def test_absurd_sizes_are_brought_back(qapp: QApplication, px: int) -> None:
    assert fonts.SMALLEST <= fonts.font(px).pixelSize() <= fonts.LARGEST


def test_the_baseline_lies_in_the_middle_of_its_line(qapp: QApplication) -> None:
    assert fonts.baseline(fonts.font(13), 20) == 16
    assert fonts.baseline(fonts.font(13), 34) == 23
