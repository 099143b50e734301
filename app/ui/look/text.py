"""Painted plain text: single lines on exact baselines, paragraphs with a fixed line pitch.

Nothing here parses markup, so contact text may be handed over as it is. Coordinates are pixels of
the painter; sizes come from the type role and the person's text scale.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, cast

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QPainter, QPen, QTextCharFormat, QTextLayout, QTextOption

from app.ui.look import fonts, tokens
from app.ui.look.theme import Theme

Align = Literal["left", "center", "right"]

LONGEST = 256
"""Characters of a single line; whatever is longer could not be seen anyway (and costs)."""

_OPENING = "（「『【〔［｛〈《〘〖"
_CLOSING = "）」』】〕］｝〉》〙〗、。，．"
_TRIM = re.compile(
    rf"(?<=[\u3000・{_OPENING}{_CLOSING}])[{_OPENING}]|[{_CLOSING}](?=[\u3000・{_CLOSING}])"
)
_BREAKS = re.compile(r"\r\n|[\r\n\u2029\x0b\x0c\x85]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u061c\u200e\u200f\ufff9-\ufffb]")
_BIDI = re.compile(r"[\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a paragraph: its text, colour token and weight."""

    text: str
    color: str = "ink"
    bold: bool = False


def clean(text: str) -> str:
    """Text fit for the screen: line breaks as U+2028, control characters gone.

    Direction marks are isolated, so that they cannot turn what stands beside them.
    """
    text = _BREAKS.sub("\u2028", text)
    if _CONTROL.search(text):
        text = _CONTROL.sub("", text)
    if _BIDI.search(text):
        text = "\u2028".join(_isolated(part) for part in text.split("\u2028"))
    return text


def _isolated(text: str) -> str:
    """Close every direction mark that the text opens, drop those that it does not open."""
    out: list[str] = []
    open_: list[str] = []
    for char in text:
        if char in "\u202a\u202b\u202d\u202e":
            open_.append("\u202c")
        elif char in "\u2066\u2067\u2068":
            open_.append("\u2069")
        elif char in "\u202c\u2069":
            if not open_ or open_[-1] != char:
                continue
            open_.pop()
        out.append(char)
    return "\u2068" + "".join(out) + "".join(reversed(open_)) + "\u2069"


def single(text: str) -> str:
    """`clean` text on one line, cut where nobody could read on."""
    if len(text) > LONGEST:
        text = text[: LONGEST - 1] + "…"
    return clean(text).replace("\u2028", " ").replace("\t", " ")


def width(theme: Theme, role: str, text: str, *, bold: bool | None = None) -> float:
    """The advance of one line of text."""
    return width_in(theme, theme.font(role, bold=bold), text)


def width_in(theme: Theme, font: QFont, text: str) -> float:
    key = ("width", fonts.key(font), text)
    found = theme.text_cache.get(key)
    if found is None:
        found = _measure(font, single(text))
        _keep(theme, key, found)
    return cast(float, found)


def _measure(font: QFont, text: str) -> float:
    m = fonts.metrics(font)
    advance = m.horizontalAdvance(text)
    for trimmed in _TRIM.finditer(text):
        advance -= m.horizontalAdvance(trimmed[0]) / 2
    return advance


def elided(theme: Theme, role: str, text: str, room: float, *, bold: bool | None = None) -> str:
    """The text, or as much of it as fits with an ellipsis."""
    font = theme.font(role, bold=bold)
    if width_in(theme, font, text) <= room:
        return single(text)
    key = ("elided", fonts.key(font), text, round(room))
    found = theme.text_cache.get(key)
    if found is None:
        found = fonts.metrics(font).elidedText(single(text), Qt.TextElideMode.ElideRight, room)
        _keep(theme, key, found)
    return cast(str, found)


def line(
    p: QPainter,
    theme: Theme,
    x: float,
    top: float,
    text: str,
    *,
    role: str = "ui",
    color: str = "ink",
    bold: bool | None = None,
    room: float | None = None,
    align: Align = "left",
    height: float | None = None,
) -> float:
    """Paint one line whose box starts at `top`; returns its advance.

    With `room` the text is elided to it; `align` places it in the room (or, without one, with its
    right end or middle on `x`). `height` is the line box where it is not the role's own.
    """
    box = theme.line(role) if height is None else height
    base = top + fonts.baseline(theme.font(role, bold=bold), box)
    return line_at(
        p, theme, x, base, text, role=role, color=color, bold=bold, room=room, align=align
    )


def line_at(
    p: QPainter,
    theme: Theme,
    x: float,
    base: float,
    text: str,
    *,
    role: str = "ui",
    color: str = "ink",
    bold: bool | None = None,
    room: float | None = None,
    align: Align = "left",
) -> float:
    """Like `line`, but with the baseline at `base` (several sizes on one baseline)."""
    font = theme.font(role, bold=bold)
    shown = single(text) if room is None else elided(theme, role, text, room, bold=bold)
    return draw_in(p, theme, font, x, base, shown, color=color, room=room, align=align)


def draw_in(
    p: QPainter,
    theme: Theme,
    font: QFont,
    x: float,
    base: float,
    shown: str,
    *,
    color: str = "ink",
    room: float | None = None,
    align: Align = "left",
) -> float:
    """Paint clean text in a given font."""
    advance = width_in(theme, font, shown)
    if align != "left":
        slack = (room or 0.0) - advance
        x += slack if align == "right" else slack / 2
    p.setPen(QPen(theme.ink(color), 0))
    if _TRIM.search(shown):
        _layout(theme, font, shown).draw(p, QPointF(x, base))
    else:
        p.setFont(font)
        p.drawText(QPointF(x, base), shown)
    return advance


def _layout(theme: Theme, font: QFont, shown: str) -> QTextLayout:
    """One line with trimmed brackets, its baseline at y 0; takes the painter's pen."""
    key = ("line", fonts.key(font), shown)
    found = theme.text_cache.get(key)
    if found is None:
        made = QTextLayout(shown, font)
        made.setCacheEnabled(True)
        made.setFormats(_trims(font, shown, None))
        made.beginLayout()
        only = made.createLine()
        only.setLineWidth(1 << 20)
        only.setPosition(QPointF(0, -only.ascent()))
        made.endLayout()
        found = made
        _keep(theme, key, found)
    return cast(QTextLayout, found)


def _trims(
    font: QFont, text: str, color: Theme | None, first: int = 0, tone: str = "ink"
) -> list[QTextLayout.FormatRange]:
    """Formats that ask half the width of brackets which stand against white space or a bracket."""
    out = []
    for found in _TRIM.finditer(text):
        halved = QFont(font)
        halved.setFeature(QFont.Tag("halt"), 1)
        one = QTextLayout.FormatRange()
        one.start = first + _units(text[: found.start()])
        one.length = 1
        formed = QTextCharFormat()
        formed.setFont(halved)
        if color is not None:
            formed.setForeground(color.ink(tone))
        one.format = formed
        out.append(one)
    return out


def _units(text: str) -> int:
    """UTF-16 code units, in which Qt counts."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _keep(theme: Theme, key: object, value: object) -> None:
    if len(theme.text_cache) > 4096:
        theme.text_cache.clear()
    theme.text_cache[key] = value


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

    def draw(self, p: QPainter, x: float, y: float) -> None:
        """Paint with the top left corner at (x, y)."""
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
        self._layout.draw(p, QPointF(x, y))
        if clipped:
            p.restore()


def _formats(
    theme: Theme, role: str, runs: Sequence[Run]
) -> tuple[str, list[QTextLayout.FormatRange]]:
    text = ""
    formats: list[QTextLayout.FormatRange] = []
    trims: list[QTextLayout.FormatRange] = []
    for run in runs:
        part = clean(run.text)
        if not part:
            continue
        one = QTextLayout.FormatRange()
        one.start = _units(text)
        one.length = _units(part)
        formed = QTextCharFormat()
        font = theme.font(role, bold=run.bold)
        formed.setFont(font)
        formed.setForeground(theme.ink(run.color))
        one.format = formed
        formats.append(one)
        trims += _trims(font, part, theme, one.start, run.color)
        text += part
    return text, formats + trims


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
        _keep(theme, key, found)
    return cast(Paragraph, found)
