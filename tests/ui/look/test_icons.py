import pytest
from PySide6.QtGui import QImage, QPainter

from app.ui import resources
from app.ui.look import icons
from app.ui.look.theme import Theme

NAMES = sorted(path.stem for path in (resources.BUILT / "icons").glob("*.svg"))


def colors(made: QImage) -> set[str]:
    return {
        made.pixelColor(x, y).name()
        for x in range(made.width())
        for y in range(made.height())
        if made.pixelColor(x, y).alpha() == 255
    }


@pytest.mark.parametrize("ratio", [1, 2])
def test_every_icon_takes_the_colour_it_is_given(theme: Theme, ratio: int) -> None:
    assert len(NAMES) == 48
    for name in (*NAMES, "mark"):
        made = icons.pixmap(theme, name, "ai", 22, ratio).toImage()
        assert (made.width(), made.height()) == (22 * ratio, 22 * ratio)
        assert theme.c("ink").name() not in colors(made), name
        assert any(made.pixelColor(x, y).alpha() for x in range(22) for y in range(22)), name


def test_icons_follow_theme_and_scale(theme: Theme) -> None:
    light = icons.pixmap(theme, "today")
    theme.set_mode("dark")
    theme.set_scale(1.4)
    dark = icons.pixmap(theme, "today")
    assert dark.width() == 22
    assert light.toImage() != dark.toImage()


def test_an_icon_is_rendered_once(theme: Theme) -> None:
    assert icons.pixmap(theme, "call").cacheKey() == icons.pixmap(theme, "call").cacheKey()


def test_the_logo_fills_its_place(theme: Theme) -> None:
    made = QImage(60, 60, QImage.Format.Format_RGB32)
    made.fill(theme.c("paper"))
    p = QPainter(made)
    icons.draw_logo(p, theme, 10, 10, 40)
    p.end()
    red = [
        (x, y) for x in range(60) for y in range(60) if made.pixel(x, y) != theme.c("paper").rgb()
    ]
    assert min(x for x, _ in red) <= 12
    assert max(x for x, _ in red) >= 47
    assert max(y for _, y in red) <= 39


@pytest.mark.parametrize("due", [True, False])
@pytest.mark.parametrize("dark_panel", [True, False])
def test_the_tray_icon_has_every_size(theme: Theme, due: bool, dark_panel: bool) -> None:
    made = icons.tray(due=due, dark_panel=dark_panel)
    assert sorted(size.width() for size in made.availableSizes()) == list(icons.TRAY_SIZES)


def test_the_window_icon_has_small_and_large(theme: Theme) -> None:
    sizes = {size.width() for size in icons.app_icon().availableSizes()}
    assert {16, 48, 256} <= sizes


def test_an_unknown_icon_says_what_is_missing(theme: Theme) -> None:
    with pytest.raises(resources.ResourcesMissingError, match="nonsense"):
        icons.pixmap(theme, "nonsense")
