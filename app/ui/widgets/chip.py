"""Chips: filters that can be chosen, tags, states; and the row that wraps them."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from app.ui.look import paint
from app.ui.look.focus import shows_ring
from app.ui.look.paint import Tint
from app.ui.look.theme import Theme
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.painted import PaintedButton


class Chip(PaintedButton):
    """A chip. Checkable ones are filters; without `press` it is only a sign and takes no focus."""

    def __init__(
        self,
        theme: Theme,
        words: str,
        *,
        tint: Tint = "",
        icon: str = "",
        checkable: bool = False,
        press: bool = True,
        ground: str = "card",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, words, parent)
        self._tint: Tint = tint
        self._icon = icon
        self._ground = ground
        self.setCheckable(checkable)
        if not (press or checkable):
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def set_tint(self, tint: Tint) -> None:
        self._tint = tint
        self.update()

    def measure(self) -> QSize:
        # As wide as the bold text of a chosen chip would need only when it is chosen: the design
        # lets the row move by a pixel or two rather than leaving uneven margins.
        bold = self.isChecked()
        wide = paint.chip_width(self.theme, self.words(), icon=self._icon, bold=bold)
        return QSize(wide, self.theme.px(paint.CHIP))

    def nextCheckState(self) -> None:
        super().nextCheckState()
        self.restyle()

    def checkStateSet(self) -> None:
        super().checkStateSet()
        self.restyle()

    def draw(self, p: QPainter) -> None:
        chosen = self.isChecked()
        tint: Tint = "ai" if chosen else self._tint
        ground = "hover" if self.hovered() and not tint else self._ground
        paint.chip(
            p,
            self.theme,
            0,
            self.height() / 2,
            self.words(),
            tint=tint,
            icon=self._icon,
            bold=chosen,
            ground=ground,
            width=self.width(),
        )
        if shows_ring(self):
            box = QRectF(self.rect())
            paint.focus_ring(p, self.theme, box, box.height() / 2)


class ChipRow(QWidget):
    """Chips that wrap onto as many lines as they need; chips never elide."""

    def __init__(self, theme: Theme, *, gap: int = 6, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._gap = gap
        self._flow = FlowLayout(self)
        theme.changed.connect(self.restyle)
        self.restyle()

    def restyle(self) -> None:
        self._flow.set_gaps(self.theme.px(self._gap), self.theme.px(self._gap))

    def add(self, widget: QWidget) -> None:
        self._flow.addWidget(widget)

    def clear(self) -> None:
        """Remove and delete every chip."""
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
