"""Paragraphs: painted plain text broken to a width, with one line pitch."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import cast

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QTextCharFormat, QTextLayout, QTextOption

from app.ui.look import fonts, tokens
from app.ui.look.text import Align, clean, keep, trims, units
from app.ui.look.theme import Theme

_JOINER = "\u2060"
_UNBROKEN = re.compile(
    "(?:株式|有限|合同|合資|合名)会社|(?:一般|公益)(?:社団|財団)法人|特定非営利活動法人"
)


def _whole(text: str) -> str:
    """Kinds of companies stay on one line, where Japanese breaks after any character."""
    return _UNBROKEN.sub(lambda found: _JOINER.join(found[0]), text)


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a paragraph: its text, colour token and weight."""

    text: str
    color: str = "ink"
    bold: bool = False


class Paragraph:
    """Text broken to a width, with one line pitch, several colours and weights."""

    def __init__(
        self,
        theme: Theme,
        runs: Sequence[Run] | str,
        width: float,
        *,
        role: str = "ui",
        color: str = "ink",
        align: Align = "left",
        lines: int | None = None,
    ) -> None:
        if isinstance(runs, str):
            runs = [Run(runs, color, tokens.ROLES[role].bold)]
        self.pitch = theme.line(role)
        self.width = width
        self._align = align
        text, formats = _formats(theme, role, runs)
        base = theme.font(role, bold=False)
        self._layout = QTextLayout(text, base)
        self._layout.setCacheEnabled(True)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        self._layout.setFormats(formats)
        self.lines = 0
        self.natural_width = 0.0
        """The width of the longest line."""
        self.cut = False
        """Whether `lines` hid something."""
        self._lay(fonts.baseline(base, self.pitch), lines)

    def _lay(self, base: int, most: int | None) -> None:
        y = 0.0
        self._layout.beginLayout()
        while True:
            one = self._layout.createLine()
            if not one.isValid():
                break
            if most is not None and self.lines == most:
                self.cut = True
                one.setLineWidth(self.width)
                one.setPosition(QPointF(0, -1e6))
                break
            one.setLineWidth(self.width)
            used = one.naturalTextWidth()
            slack = max(0.0, self.width - used)
            left = {"left": 0.0, "center": slack / 2, "right": slack}[self._align]
            one.setPosition(QPointF(left, y + base - one.ascent()))
            self.natural_width = max(self.natural_width, used)
            self.lines += 1
            y += self.pitch
        self._layout.endLayout()

    @property
    def height(self) -> int:
        return max(1, self.lines) * self.pitch

    @property
    def text(self) -> str:
        """What is laid out; joiners among it keep words whole."""
        return self._layout.text()

    def draw(
        self,
        p: QPainter,
        x: float,
        y: float,
        ground: QColor | None = None,
        ink: QColor | None = None,
        spans: Sequence[tuple[int, int]] = (),
    ) -> None:
        """Paint with the top left corner at (x, y); `spans` of `text` stand on a ground, in ink."""
        clipped = self.cut
        if clipped:
            p.save()
            p.setClipRect(
                round(x) - 8,
                round(y),
                round(self.width) + 16,
                self.height,
                Qt.ClipOperation.IntersectClip,
            )
        lit = [_lit(self.text, span, ground, ink) for span in spans] if ground and ink else []
        self._layout.draw(p, QPointF(x, y), lit)
        if clipped:
            p.restore()


def _lit(text: str, span: tuple[int, int], ground: QColor, ink: QColor) -> QTextLayout.FormatRange:
    one = QTextLayout.FormatRange()
    one.start = units(text[: span[0]])
    one.length = units(text[span[0] : span[1]])
    formed = QTextCharFormat()
    formed.setBackground(ground)
    formed.setForeground(ink)
    one.format = formed
    return one


def _formats(
    theme: Theme, role: str, runs: Sequence[Run]
) -> tuple[str, list[QTextLayout.FormatRange]]:
    text = ""
    formats: list[QTextLayout.FormatRange] = []
    brackets: list[QTextLayout.FormatRange] = []
    for run in runs:
        part = _whole(clean(run.text))
        if not part:
            continue
        one = QTextLayout.FormatRange()
        one.start = units(text)
        one.length = units(part)
        formed = QTextCharFormat()
        font = theme.font(role, bold=run.bold)
        formed.setFont(font)
        formed.setForeground(theme.ink(run.color))
        one.format = formed
        formats.append(one)
        brackets += trims(font, part, theme, one.start, run.color)
        text += part
    return text, formats + brackets


def paragraph(
    theme: Theme,
    runs: Sequence[Run] | str,
    width: float,
    *,
    role: str = "ui",
    color: str = "ink",
    align: Align = "left",
    lines: int | None = None,
) -> Paragraph:
    """A paragraph, kept for the next time it is painted (delegates)."""
    said = runs if isinstance(runs, str) else tuple(runs)
    key = ("paragraph", said, round(width), role, color, align, lines)
    found = theme.text_cache.get(key)
    if found is None:
        found = Paragraph(theme, runs, width, role=role, color=color, align=align, lines=lines)
        keep(theme, key, found)
    return cast(Paragraph, found)


def fitted(
    theme: Theme,
    runs: Sequence[Run],
    width: float,
    *,
    role: str = "ui",
    color: str = "ink",
    align: Align = "left",
    lines: int,
) -> Paragraph:
    """At most so many lines; the last piece is shortened with an ellipsis where that is too few."""

    def made_of(pieces: Sequence[Run]) -> Paragraph:
        return paragraph(theme, pieces, width, role=role, color=color, align=align, lines=lines)

    made = made_of(runs)
    if not made.cut:
        return made
    *before, last = runs
    fits, too_long = 0, len(last.text)
    while too_long - fits > 1:
        middle = (fits + too_long) // 2
        shorter = replace(last, text=last.text[:middle].rstrip() + "…")
        fits, too_long = (fits, middle) if made_of([*before, shorter]).cut else (middle, too_long)
    return made_of([*before, replace(last, text=last.text[:fits].rstrip() + "…")])
