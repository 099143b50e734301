"""The tie: three knots with their evidence in words, never a number of its own."""

from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.tie import Knot
from app.ui.look import icons, paint, text
from app.ui.look.theme import Theme
from app.ui.pages.people.questions import Known
from app.ui.plain import Label
from app.ui.widgets.box import Box
from app.ui.widgets.marks import TieGlyph
from app.ui.widgets.painted import Painted
from app.ui.words.wording import Wording

WIDTH = 292
_ICONS = {Knot.REPLIED: "reply", Knot.REACHED_OUT: "call", Knot.INTRODUCED: "intro"}
_ROW = 24


class _Row(Painted):
    """One knot: icon, what it is, and the evidence at the right."""

    def __init__(self, theme: Theme, knot: Knot, words: str, evidence: str, brief: str) -> None:
        """`brief` is shown where there is no room for the evidence."""
        super().__init__(theme)
        self._knot, self._words, self._evidence, self._brief = knot, words, evidence, brief
        self.setAccessibleName(f"{words} {evidence}".strip())

    def measure(self) -> QSize:
        return QSize(self.theme.px(WIDTH - 34), self.theme.px(_ROW))

    def draw(self, p: QPainter) -> None:
        theme, px, high = self.theme, self.theme.px, self.height()
        held = bool(self._evidence)
        side = px(16)
        icons.draw(
            p, theme, _ICONS[self._knot], 0, (high - side) / 2, color="shu" if held else "off"
        )
        left = px(24)
        taken = text.line(
            p, theme, left, 0, self._words, color="ink" if held else "ink3", height=high
        )
        room = self.width() - left - taken - px(12)
        shown = self._evidence
        if self._brief and text.width(theme, "ui", shown) > room:
            shown = self._brief
        text.line(
            p, theme, left + taken + px(12), 0, shown, color="ink2", room=room,
            align="right", height=high,
        )  # fmt: skip


class TiePanel(Box):
    """How well a person knows you, within two years."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, margins=(17, 15, 17, 15), spacing=0, parent=parent)
        self._wording = Wording(theme)
        self.setFixedWidth(theme.px(WIDTH))
        head = QHBoxLayout()
        head.setSpacing(theme.px(8))
        head.addWidget(Label(theme, self.tr("Tie"), role="body-bold"))
        self.glyph = TieGlyph(theme, width=64)
        head.addWidget(self.glyph)
        head.addStretch(1)
        head.addWidget(Label(theme, self.tr("Two years"), role="small", color="ink3"))
        self.column.addLayout(head)
        self.column.addSpacing(theme.px(8))
        self._rows: list[QWidget] = []

    def show_tie(self, known: Known, today: date) -> None:
        """Show the tie of a person."""
        wording, tie = self._wording, known.tie
        evidence = wording.evidence(tie, today)
        brief = {
            Knot.REACHED_OUT: wording.times(tie.reached_out),
            Knot.INTRODUCED: wording.times(tie.introduced),
        }
        if known.introduced:
            evidence[Knot.INTRODUCED] = wording.names([text.single(n) for n in known.introduced])
        self.glyph.set_tie(tie.knots, wording.tie_sentence(tie, today))
        for row in self._rows:
            self.column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [
            _Row(self.theme, knot, wording.knot(knot), evidence[knot], brief.get(knot, ""))
            for knot in Knot
        ]
        for row in self._rows:
            self.column.addWidget(row)


class Legend(Painted):
    """Filled: from them; hollow: from you."""

    def measure(self) -> QSize:
        px = self.theme.px
        wide = sum(px(15) + text.width(self.theme, "small", words) for words in self._words())
        return QSize(round(wide) + px(13), self.theme.line("small"))

    def draw(self, p: QPainter) -> None:
        theme, px = self.theme, self.theme.px
        middle = self.height() / 2
        x = 0.0
        for at, words in enumerate(self._words()):
            p.setPen(Qt.PenStyle.NoPen)
            r = px(9)
            if at == 0:
                p.setBrush(theme.c("shu"))
                p.drawEllipse(round(x), round(middle - r / 2), r, r)
            else:
                box = QRectF(x, round(middle - r / 2), r, r)
                paint.rounded(p, box, r / 2, None, theme.c("ink3"), 1.5 * theme.scale)
            x += px(15)
            x += text.line(p, theme, x, 0, words, role="small", color="ink2", height=self.height())
            x += px(13)

    def _words(self) -> tuple[str, str]:
        return self.tr("from them"), self.tr("from you")
