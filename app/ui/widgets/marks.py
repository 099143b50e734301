"""Small painted signs: icon, key cap, monogram, tie glyph, logo, mark."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from app.ui import plain
from app.ui.look import icons, keys, paint
from app.ui.look.focus import shows_ring
from app.ui.look.paint import Knots
from app.ui.look.theme import Theme
from app.ui.widgets.painted import Painted


class IconMark(Painted):
    """An icon by itself, which says nothing to the screen reader unless it is given a name."""

    def __init__(
        self,
        theme: Theme,
        icon: str,
        *,
        color: str = "ink2",
        size: int = 16,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self._icon = icon
        self._color = color
        self._size = size
        self.setAccessibleName(name)

    def set_icon(self, icon: str, color: str | None = None) -> None:
        self._icon = icon
        self._color = color or self._color
        self.update()

    def measure(self) -> QSize:
        return QSize(self.theme.px(self._size), self.theme.px(self._size))

    def draw(self, p: QPainter) -> None:
        side = self.theme.px(self._size)
        x, y = (self.width() - side) / 2, (self.height() - side) / 2
        icons.draw(p, self.theme, self._icon, x, y, size=self._size, color=self._color)


class KeyCap(Painted):
    """A key cap by itself."""

    def __init__(self, theme: Theme, key: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._label = keys.label(key)
        self.setAccessibleName(self._label)

    def measure(self) -> QSize:
        return QSize(paint.key_width(self.theme, self._label), self.theme.px(paint.KEY))

    def draw(self, p: QPainter) -> None:
        paint.key_cap(p, self.theme, 0, self.height() / 2, self._label)


class Monogram(Painted):
    """A person's disc: photo or first letter."""

    def __init__(
        self,
        theme: Theme,
        person: str = "",
        name: str = "",
        *,
        size: int = 40,
        photo: QPixmap | None = None,
        you: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`person` is the id, which chooses the colours; `size` is unscaled."""
        super().__init__(theme, parent)
        self._size = size
        self._you = you
        self.set_person(person, name, photo)

    def set_person(self, person: str, name: str, photo: QPixmap | None = None) -> None:
        self._person = person
        self._name = name
        self._photo = photo
        self.setAccessibleName(name)
        self.update()

    def measure(self) -> QSize:
        return QSize(self.theme.px(self._size), self.theme.px(self._size))

    def draw(self, p: QPainter) -> None:
        paint.monogram(
            p, self.theme, 0, 0, self._size, self._person, self._name, self._photo, you=self._you
        )


class TieGlyph(Painted):
    """The tie: three knots. `evidence` says them in words, on hover, focus and to readers."""

    def __init__(
        self,
        theme: Theme,
        knots: Knots = (False, False, False),
        evidence: str = "",
        *,
        width: int = paint.GLYPH[0],
        ground: str = "card",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self._width = width
        self._ground = ground
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.set_tie(knots, evidence)

    def set_tie(self, knots: Knots, evidence: str) -> None:
        self._knots = knots
        self.setAccessibleName(evidence)
        plain.set_tooltip(self, evidence)
        self.update()

    def measure(self) -> QSize:
        wide, high = paint.glyph_size(self.theme, self._width)
        return QSize(wide, high)

    def draw(self, p: QPainter) -> None:
        paint.tie_glyph(
            p,
            self.theme,
            0,
            self.height() / 2,
            self._knots,
            width=self._width,
            ground=self._ground,
        )
        if shows_ring(self):
            paint.hairline(p, 0, self.height() - 2, self.width(), self.theme.c("ai"))
            paint.hairline(p, 0, self.height() - 1, self.width(), self.theme.c("ai"))


class Logo(Painted):
    """The awaji knot, 40 px and wider."""

    def __init__(self, theme: Theme, *, width: int = 40, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._width = width
        self.setAccessibleName("Enishi")

    def measure(self) -> QSize:
        wide = self.theme.px(self._width)
        box = icons.LOGO_BOX
        return QSize(wide, round(wide * box.height() / box.width()))

    def draw(self, p: QPainter) -> None:
        icons.draw_logo(p, self.theme, 0, 0, self._width)
