import zlib

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap

from app.ui.look import paint
from app.ui.look.theme import Theme


def canvas(theme: Theme, ratio: float = 1) -> tuple[QImage, QPainter]:
    made = QImage(round(80 * ratio), round(80 * ratio), QImage.Format.Format_RGB32)
    made.setDevicePixelRatio(ratio)
    made.fill(theme.c("paper"))
    p = QPainter(made)
    paint.begin(p)
    return made, p


def test_the_colour_of_a_person_never_changes() -> None:
    assert paint.monogram_pair("mio") == f"m{zlib.crc32(b'mio') % 6 + 1}" == "m1"
    assert len({paint.monogram_pair(str(number)) for number in range(100)}) == 6


@pytest.mark.parametrize(
    ("name", "letter"),
    [
        ("早坂 美緒", "早"),
        ("  claire", "C"),
        ("", ""),
        ("\u202e\u2067mio", "M"),
        ("葛\U000e0100城", "葛\U000e0100"),
        ("𠮷野", "𠮷"),
        ("<b>", "<"),
        ("\n", ""),
    ],
)
def test_the_letter_of_a_name(name: str, letter: str) -> None:
    assert paint.first_letter(name) == letter


@pytest.mark.parametrize(("ratio", "device"), [(1, 2), (1.25, 2), (1.5, 2), (2, 3)])
def test_the_thread_is_whole_device_pixels(theme: Theme, ratio: float, device: int) -> None:
    made, p = canvas(theme, ratio)
    assert paint.whole(p, 1.5) * ratio == pytest.approx(device)
    p.end()
    assert not made.isNull()


def test_the_tie_is_filled_where_it_happened(theme: Theme) -> None:
    made, p = canvas(theme)
    paint.tie_glyph(p, theme, 10, 40, (True, False, True))
    p.end()
    red, card = theme.c("shu").rgb(), theme.c("card").rgb()
    x = [10 + round(54 * at) for at in (0.2, 0.5, 0.8)]
    assert [made.pixel(at, 40) for at in x] == [red, card, red]


def test_a_tie_that_never_was_shows_no_red(theme: Theme) -> None:
    made, p = canvas(theme)
    paint.tie_glyph(p, theme, 10, 40, (False, False, False))
    p.end()
    colors = {made.pixelColor(x, y).name() for x in range(80) for y in range(80)}
    assert theme.c("shu").name() not in colors


@pytest.mark.parametrize("size", [(512, 300), (20, 40), (1, 1)])
def test_a_photo_fills_the_disc(theme: Theme, size: tuple[int, int]) -> None:
    photo = QPixmap(*size)
    photo.fill(QColor("blue"))
    made, p = canvas(theme)
    paint.monogram(p, theme, 20, 20, 40, "mio", "早坂", photo)
    p.end()
    blue, paper = QColor("blue").rgb(), theme.c("paper").rgb()
    assert made.pixel(40, 40) == made.pixel(24, 40) == made.pixel(40, 56) == blue
    assert made.pixel(21, 21) == made.pixel(58, 58) == paper


def test_a_radius_above_half_the_height_is_a_pill(theme: Theme) -> None:
    made, p = canvas(theme)
    paint.rounded(p, QRectF(10, 10, 60, 20), 99, theme.c("shu"))
    p.end()
    assert made.pixel(10, 10) == theme.c("paper").rgb()
    assert made.pixel(40, 10) == theme.c("shu").rgb()


def test_key_caps_are_never_narrower_than_high(theme: Theme) -> None:
    assert paint.key_width(theme, "I") == paint.KEY
    assert paint.key_width(theme, "Ctrl Enter") > 60
