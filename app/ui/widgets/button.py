"""Push buttons: plain, primary, second, ghost, link, and the wide actions of the popup."""

from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QWidget,
)

from app.ui import plain
from app.ui.look import fonts, icons, keys, paint, text
from app.ui.look.focus import shows_ring
from app.ui.look.theme import Theme

Kind = Literal["plain", "primary", "second", "ghost", "link"]
Size = Literal["normal", "large", "action"]

_HEIGHT = {"normal": 34, "large": 40, "action": 44}
_PADDING = {"normal": 13, "large": 19, "action": 16}
_GAP = {"normal": 8, "large": 8, "action": 12}
_ROLE = {"normal": "ui", "large": "body", "action": "body"}


class Button(QPushButton):
    """A button with an optional icon and key cap. The key cap only shows the key."""

    def __init__(
        self,
        theme: Theme,
        words: str = "",
        *,
        kind: Kind = "plain",
        size: Size = "normal",
        icon: str = "",
        key: str = "",
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """`key` is a portable key sequence ("R", "Ctrl+Return"); `name` is the accessible name of
        a button without words. Size `action` is as wide as its place, the key cap at the right.
        """
        super().__init__(parent)
        self.theme = theme
        self._words = ""
        self._busy = ""
        self._kind: Kind = kind
        self._size: Size = size
        self._icon = icon
        self._key = keys.label(key) if key else ""
        self._keys_shown = True
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor if kind == "link" else self.cursor())
        wide = QSizePolicy.Policy.Expanding if size == "action" else QSizePolicy.Policy.Fixed
        self.setSizePolicy(wide, QSizePolicy.Policy.Fixed)
        self.setText(words)
        if name:
            self.setAccessibleName(name)
            if not words:
                plain.set_tooltip(self, name)
        if self._key:
            self.setAccessibleDescription(self.tr("Key {key}").format(key=self._key))
        theme.changed.connect(self.restyle)

    def setText(self, words: str) -> None:
        """The words, shown as they are (an ampersand makes no mnemonic)."""
        self._words = words
        self._say()

    def words(self) -> str:
        """What the button says when it is not busy."""
        return self._words

    def set_busy(self, words: str) -> None:
        """Say what is being done (and take no clicks) until called with an empty text."""
        self._busy = words
        self.setEnabled(not words)
        self._say()

    def set_icon(self, icon: str) -> None:
        self._icon = icon
        self.restyle()

    def set_kind(self, kind: Kind) -> None:
        self._kind = kind
        self.restyle()

    def show_key(self, on: bool) -> None:
        """Drop or bring back the key cap (where there is too little room)."""
        if on != self._keys_shown:
            self._keys_shown = on
            self.restyle()

    def restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def _say(self) -> None:
        super().setText(plain.menu_text(self._busy or self._words))
        self.restyle()

    def _shown(self) -> str:
        return self._busy or self._words

    def _role(self) -> str:
        return "ui" if self._kind == "link" else _ROLE[self._size]

    def _bold(self) -> bool:
        return self._kind in ("primary", "second")

    def _cap(self) -> str:
        return self._key if self._keys_shown else ""

    def _padding(self) -> int:
        return 2 if self._kind == "link" else self.theme.px(_PADDING[self._size])

    def sizeHint(self) -> QSize:
        return self._size_with(self._cap())

    def _size_with(self, cap: str) -> QSize:
        theme, high = self.theme, self.theme.px(_HEIGHT[self._size])
        shown = self._shown()
        if not shown:
            return QSize(theme.px(36), high)
        wide = 2.0 * self._padding() + text.width(theme, self._role(), shown, bold=self._bold())
        if self._icon:
            wide += theme.px(16) + theme.px(_GAP[self._size])
        if cap:
            wide += theme.px(8) + paint.key_width(theme, cap)
        if self._kind == "link":
            high = theme.px(28)
        return QSize(round(wide), high)

    def minimumSizeHint(self) -> QSize:
        """Without the key cap: it goes before a word is cut."""
        return self._size_with("")

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        paint.begin(p)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        state = option.state
        hover = bool(state & QStyle.StateFlag.State_MouseOver) and self.isEnabled()
        pressed = bool(state & QStyle.StateFlag.State_Sunken)
        tone = self._paint_box(p, hover, pressed)
        self._paint_words(p, tone)
        if shows_ring(self):
            self._paint_ring(p)

    def _paint_box(self, p: QPainter, hover: bool, pressed: bool) -> str:
        theme, radius = self.theme, self.theme.px(8)
        box = QRectF(self.rect())
        c = theme.c
        if not self.isEnabled() and self._kind != "link":
            if self._kind != "ghost":
                paint.rounded(p, box, radius, c("sunk"), c("line"))
            return "ink3"
        if self._kind == "primary":
            fill = QColor(c("ai-h")).darker(115) if pressed else c("ai-h" if hover else "ai")
            paint.rounded(p, box, radius, fill)
            return "on-ai"
        if self._kind in ("ghost", "link"):
            if self._kind == "ghost" and (hover or pressed):
                paint.rounded(p, box, radius, c("sel" if pressed else "hover"))
            if self._kind == "link":
                return "ai" if self.isEnabled() else "ink3"
            return "ink2"
        fill = c("sel" if pressed else "hover" if hover else "card")
        second = self._kind == "second"
        paint.rounded(p, box, radius, fill, c("ai" if second else "line2"))
        return "ai" if second else "ink"

    def _paint_words(self, p: QPainter, tone: str) -> None:
        theme = self.theme
        shown, middle = self._shown(), self.height() / 2
        side = theme.px(16)
        if not shown:
            icons.draw(
                p,
                theme,
                self._icon,
                (self.width() - side) / 2,
                (self.height() - side) / 2,
                color=tone,
            )
            return
        wide = self._size == "action"
        cap = self._cap() if self.width() >= self.sizeHint().width() else ""
        fitting = self._size_with(cap).width()
        slack = 0.0 if wide else (self.width() - fitting) / 2
        x = self._padding() + max(0.0, slack)
        if self._icon:
            icons.draw(p, theme, self._icon, x, (self.height() - side) / 2, color=tone)
            x += side + theme.px(_GAP[self._size])
        role, bold = self._role(), self._bold()
        base = fonts.baseline(theme.font(role, bold=bold), self.height())
        right = self.width() - self._padding()
        if cap:
            right -= paint.key_width(theme, cap) + theme.px(8)
        room = None if self.width() >= fitting else right - x
        advance = text.line_at(
            p, theme, x, base, shown, role=role, color=tone, bold=bold, room=room
        )
        if self._kind == "link" and self.underMouse():
            paint.hairline(p, x, base + 2, advance, theme.c(tone))
        if cap:
            at = right + theme.px(8) if wide else x + min(advance, right - x) + theme.px(8)
            on = self._kind == "primary" and self.isEnabled()
            paint.key_cap(
                p,
                theme,
                round(at),
                middle,
                cap,
                color="on-ai" if on else "ink2",
                border="on-ai" if on else "line2",
                fill=None if on else "card",
                faint=on,
            )

    def _paint_ring(self, p: QPainter) -> None:
        box, radius = QRectF(self.rect()), self.theme.px(8)
        if self._kind == "primary":
            paint.focus_ring(p, self.theme, box, radius, color="on-ai", inset=3)
        else:
            paint.focus_ring(p, self.theme, box, radius)
