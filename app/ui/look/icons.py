"""Line icons and brand pictures, recoloured with the theme and kept as pixmaps."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from app.ui import resources
from app.ui.look import tokens
from app.ui.look.theme import Theme

LOGO_BOX = QRectF(4, 21, 120, 86)
"""What the knot really fills of `logo.svg`, whose own view box is loose."""
TRAY_SIZES = (16, 22, 24, 32, 44, 48, 64)


@lru_cache(maxsize=512)
def _pixmap(name: str, color: str, size: int, ratio: float) -> QPixmap:
    source = resources.brand(name) if name == "mark" else resources.icon(name)
    for literal in (tokens.LIGHT["ink"], tokens.LIGHT["shu"]):
        source = source.replace(literal, color)
    return _render(source, size, size, ratio)


@lru_cache(maxsize=32)
def _logo(color: str, width: int, height: int, ratio: float) -> QPixmap:
    source = resources.brand("logo").replace(tokens.LIGHT["shu"], color)
    return _render(source, width, height, ratio, LOGO_BOX)


def _render(
    source: str, width: int, height: int, ratio: float, box: QRectF | None = None
) -> QPixmap:
    renderer = QSvgRenderer(QByteArray(source.encode()))
    if box is not None:
        renderer.setViewBox(box)
    made = QPixmap(max(1, round(width * ratio)), max(1, round(height * ratio)))
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    renderer.render(painter, QRectF(0, 0, made.width(), made.height()))
    painter.end()
    made.setDevicePixelRatio(ratio)
    return made


def pixmap(
    theme: Theme, name: str, color: str = "ink", size: float = 16, ratio: float = 1
) -> QPixmap:
    """An icon (or `mark`) of an unscaled size in a token's colour."""
    return _pixmap(name, theme.c(color).name(), theme.px(size), ratio)


def draw(
    p: QPainter,
    theme: Theme,
    name: str,
    x: float,
    y: float,
    *,
    size: float = 16,
    color: str | QColor = "ink",
) -> None:
    """Paint an icon with its top left corner at (x, y); `size` is unscaled."""
    tone = theme.c(color) if isinstance(color, str) else color
    made = _pixmap(name, tone.name(), theme.px(size), p.device().devicePixelRatioF())
    p.drawPixmap(QPointF(x, y), made)


def draw_logo(p: QPainter, theme: Theme, x: float, y: float, width: float) -> None:
    """Paint the knot `width` (unscaled, 40 and wider) wide; its height is width x 86 / 120."""
    wide = theme.px(width)
    high = round(wide * LOGO_BOX.height() / LOGO_BOX.width())
    made = _logo(theme.c("shu").name(), wide, high, p.device().devicePixelRatioF())
    p.drawPixmap(QPointF(x, y), made)


def icon(theme: Theme, name: str, color: str = "ink", size: float = 16) -> QIcon:
    """A QIcon for menus, with the disabled state and double density."""
    made = QIcon()
    for ratio in (1.0, 2.0):
        made.addPixmap(pixmap(theme, name, color, size, ratio))
        made.addPixmap(pixmap(theme, name, "ink3", size, ratio), QIcon.Mode.Disabled)
    return made


def tray(*, due: bool, dark_panel: bool) -> QIcon:
    """The tray icon in every size that panels ask for."""
    name = f"tray-{'dark' if dark_panel else 'light'}{'-due' if due else ''}"
    made = QIcon()
    for size in TRAY_SIZES:
        made.addPixmap(_render(resources.brand(name), size, size, 1))
    return made


def app_icon() -> QIcon:
    """The window icon."""
    made = QIcon()
    for size in (*TRAY_SIZES, 128, 256):
        small = size < 48
        source = resources.brand("mark" if small else "app-icon")
        made.addPixmap(_render(source, size, size, 1))
    return made


def fitting(pixmap_: QPixmap, size: QSize) -> QPixmap:
    """A picture scaled to cover a size, keeping its proportions."""
    return pixmap_.scaled(
        size,
        Qt.AspectRatioMode.KeepAspectRatioByExpanding,
        Qt.TransformationMode.SmoothTransformation,
    )
