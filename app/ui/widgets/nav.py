"""The items of the sidebar and of the settings' own list of pages."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.look import icons, paint, text
from app.ui.look.focus import shows_ring
from app.ui.look.theme import Theme
from app.ui.widgets.painted import PaintedButton

ICONS_ONLY = 100
"""Narrower than this (scaled) an item shows its icon alone."""


class NavItem(PaintedButton):
    """One page to go to: icon, words, and a badge (how many people today)."""

    def __init__(
        self, theme: Theme, words: str, icon: str = "", *, parent: QWidget | None = None
    ) -> None:
        """Without an icon it is the 34 px item of the settings' list, with no red bar."""
        super().__init__(theme, words, parent)
        self._icon = icon
        self._badge = ""
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_badge(self, badge: str, spoken: str = "") -> None:
        """A short figure at the right; `spoken` is what the screen reader says of it."""
        self._badge = badge
        self.setAccessibleDescription(spoken)
        self.update()

    def measure(self) -> QSize:
        return QSize(self.theme.px(148), self.theme.px(36 if self._icon else 34))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(32), self.measure().height())

    def draw(self, p: QPainter) -> None:
        theme, px = self.theme, self.theme.px
        box, on = QRectF(self.rect()), self.isChecked()
        small = bool(self._icon) and self.width() < px(ICONS_ONLY)
        if on or self.hovered():
            paint.rounded(p, box, px(8), theme.c("sel" if on else "hover"))
        if on and self._icon:
            bar = QRectF(px(4), px(9), px(3), self.height() - 2 * px(9))
            paint.rounded(p, bar, px(3) / 2, theme.c("shu"))
        tone = "ink" if on else "ink2"
        if self._icon:
            side = px(18)
            x = (self.width() - side) / 2 if small else px(14)
            icons.draw(p, theme, self._icon, x, (self.height() - side) / 2, size=18, color=tone)
        if small:
            self._draw_dot(p)
        else:
            self._draw_words(p, tone)
        if shows_ring(self):
            paint.focus_ring(p, theme, box, px(8))

    def _draw_words(self, p: QPainter, tone: str) -> None:
        theme, px, on = self.theme, self.theme.px, self.isChecked()
        right = self.width() - px(10)
        if self._badge:
            wide = text.width(theme, "small", self._badge, bold=on)
            color = "ink" if on else "ink3"
            text.line(
                p, theme, right - wide, 0, self._badge, role="small", color=color, bold=on,
                height=self.height(),
            )  # fmt: skip
            right -= round(wide) + px(6)
        x = px(44) if self._icon else px(12)
        role = "body" if self._icon else "ui"
        text.line(
            p, theme, x, 0, self.words(), role=role, color=tone, bold=on, room=right - x,
            height=self.height(),
        )  # fmt: skip

    def _draw_dot(self, p: QPainter) -> None:
        if self._badge:
            r = self.theme.px(6)
            dot = QRectF(self.width() / 2 + self.theme.px(6), self.theme.px(6), r, r)
            paint.rounded(p, dot, r / 2, self.theme.c("shu"))
