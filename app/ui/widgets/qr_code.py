"""A QR code, large enough for a phone to read from the screen."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter

from app.ui.look.theme import Theme
from app.ui.widgets.painted import Painted

_QUIET = 4
"""Light squares around the code (ISO/IEC 18004, 7.3.1)."""
_LARGE = 440
_AROUND = 280
"""What a dialog has above and below it, at most."""


class QrCode(Painted):
    """Dark squares on a light ground in every theme: cameras read no other."""

    def __init__(self, theme: Theme, squares: Sequence[Sequence[bool]], *, name: str) -> None:
        super().__init__(theme)
        self._squares = squares
        self.setAccessibleName(name)

    def measure(self) -> QSize:
        side = self._side() * (len(self._squares) + 2 * _QUIET)
        return QSize(side, side)

    def _side(self) -> int:
        """Whole pixels for each square, so that all are the same."""
        px, screen = self.theme.px, self.screen().availableGeometry()
        large = min(px(_LARGE), screen.height() - px(_AROUND))
        return max(2, round(large / (len(self._squares) + 2 * _QUIET)))

    def draw(self, p: QPainter) -> None:
        side = self._side()
        p.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        p.setPen(Qt.PenStyle.NoPen)
        p.fillRect(self.rect(), QColor(Qt.GlobalColor.white))
        p.setBrush(QColor(Qt.GlobalColor.black))
        for row, dark in enumerate(self._squares):
            for at, on in enumerate(dark):
                if on:
                    p.drawRect(QRectF((at + _QUIET) * side, (row + _QUIET) * side, side, side))
