"""What was found, lit up in painted text: a ground behind the words, which moves nothing."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from app.ui.delegates import highlight
from app.ui.look import paint, text
from app.ui.look.paragraph import Paragraph
from app.ui.look.theme import Theme

_LONGEST = 16_000


@dataclass(frozen=True, slots=True)
class Lit:
    """Folded words to light up; `strong` where they stand in the hit that is gone to now."""

    words: tuple[str, ...] = ()
    strong: bool = False

    @property
    def ground(self) -> str:
        """The colour token behind them."""
        return "kin" if self.strong else "kin-line"

    @property
    def ink(self) -> str:
        """The colour token of the words on it."""
        return "paper" if self.strong else "ink"


def line(
    p: QPainter,
    theme: Theme,
    x: float,
    top: float,
    words: str,
    lit: Lit,
    *,
    role: str = "ui",
    color: str = "ink",
    bold: bool | None = None,
    room: float,
    height: float,
) -> float:
    """As `text.line` paints one line, the found words on a ground of their own."""
    if not lit.words:
        return text.line(
            p, theme, x, top, words, role=role, color=color, bold=bold, room=room, height=height
        )
    shown = text.elided(theme, role, words, room, bold=bold)
    spans = highlight.spans(shown, lit.words)
    advance = text.line(p, theme, x, top, shown, role=role, color=color, bold=bold, height=height)
    for start, end in spans:
        left = x + text.width(theme, role, shown[:start], bold=bold)
        wide = text.width(theme, role, shown[start:end], bold=bold)
        high = theme.line(role)
        box = QRectF(left, top + (height - high) / 2, wide, high)
        paint.rounded(p, box, 2, theme.c(lit.ground))
        text.line(
            p, theme, left, top, shown[start:end], role=role, color=lit.ink, bold=bold,
            height=height,
        )  # fmt: skip
    return advance


def draw(p: QPainter, theme: Theme, body: Paragraph, x: float, y: float, lit: Lit) -> None:
    """A paragraph with the found words on a ground of their own."""
    spans: Sequence[highlight.Span] = ()
    if lit.words:
        spans = highlight.spans(body.text, lit.words, _LONGEST)
    body.draw(p, x, y, theme.c(lit.ground), theme.c(lit.ink), spans)
