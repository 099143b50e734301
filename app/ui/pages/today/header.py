"""The head of the Today page: the date, the title, a calm sentence; and people who know you."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.look import fonts, text
from app.ui.look.theme import Theme
from app.ui.plain import Label
from app.ui.today import Today
from app.ui.widgets.painted import Painted
from app.ui.words.today import TodayWords


class KnownFigure(Painted):
    """The one big figure, with what it counts and how it grew at its left."""

    def __init__(self, theme: Theme, words: TodayWords, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._words = words
        self._known = 0
        self._gained = 0
        self._lines: list[tuple[str, str, str]] = []
        self._unit = ""

    def show_today(self, today: Today) -> None:
        """Show the count of this day."""
        self._known, self._gained = today.known.known, today.known.gained_three_months
        lines = [
            (self.tr("People who know you"), "ui", "ink2"),
            (self.tr("replied, reached out or introduced you"), "small", "ink3"),
            (self._words.gained(self._gained), "small", "koke"),
        ]
        self._lines = [line for line in lines if line[0]]
        # A counter follows the figure in Japanese only.
        self._unit = "人" if self._words.japanese else ""
        said = ", ".join(line[0] for line in self._lines[::2])
        self.setAccessibleName(f"{self._known}{self._unit}, {said}")
        self.restyle()

    def _figure(self) -> str:
        return str(self._known)

    def _widths(self) -> tuple[int, int, int]:
        theme = self.theme
        lines = max((text.width(theme, role, w) for w, role, _ in self._lines), default=0)
        figure = text.width(theme, "figure", self._figure())
        unit = text.width(theme, "ui", self._unit) + theme.px(5) if self._unit else 0
        return round(lines), round(figure), round(unit)

    def measure(self) -> QSize:
        lines, figure, unit = self._widths()
        return QSize(lines + self.theme.px(16) + figure + unit, self.theme.px(60))

    def draw(self, p: QPainter) -> None:
        theme, px = self.theme, self.theme.px
        _, figure, unit = self._widths()
        right = self.width() - unit
        base = fonts.baseline(theme.font("figure"), px(60)) - px(1)
        text.line_at(p, theme, right - figure, base, self._figure(), role="figure")
        if self._unit:
            text.line_at(p, theme, right + px(4), base, self._unit, color="ink2")
        edge = right - figure - px(16)
        top = px(3) + (px(56) - sum(theme.line(role) for _, role, _ in self._lines)) / 2
        for words, role, color in self._lines:
            wide = text.width(theme, role, words)
            text.line(p, theme, edge - wide, top, words, role=role, color=color)
            top += theme.line(role)


class TodayHeader(QWidget):
    """Date, title and sentence at the left, the figure at the right."""

    def __init__(self, theme: Theme, words: TodayWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.date = Label(theme, "", color="ink2")
        self.title = Label(theme, self.tr("Today"), role="title")
        self.sentence = Label(theme, "", role="body", color="ink2", wrap=True)
        self.figure = KnownFigure(theme, words)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(self.date)
        texts.addWidget(self.title)
        texts.addSpacing(theme.px(1))
        texts.addWidget(self.sentence)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(24))
        row.addLayout(texts, 1)
        row.addWidget(self.figure, 0, Qt.AlignmentFlag.AlignBottom)

    def show_today(self, today: Today) -> None:
        self.date.setText(self._words.wording.headline(today.on))
        self.title.setText(self._words.title(today))
        sentence = self._words.sentence(today)
        self.sentence.setText(sentence)
        self.sentence.setVisible(bool(sentence))
        self.figure.show_today(today)
        self.figure.setVisible(today.known.total > 0)
