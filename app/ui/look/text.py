"""Painted plain text: what may be shown of it, and single lines on exact baselines.

Nothing here parses markup, so contact text may be handed over as it is. Coordinates are pixels of
the painter; sizes come from the type role and the person's text scale.
"""

import re
from typing import Literal, cast

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QPainter, QPen, QTextCharFormat, QTextLayout

from app.ui.look import fonts
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
        keep(theme, key, found)
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
        keep(theme, key, found)
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
        made.setFormats(trims(font, shown, None))
        made.beginLayout()
        only = made.createLine()
        only.setLineWidth(1 << 20)
        only.setPosition(QPointF(0, -only.ascent()))
        made.endLayout()
        found = made
        keep(theme, key, found)
    return cast(QTextLayout, found)


def trims(
    font: QFont, text: str, color: Theme | None, first: int = 0, tone: str = "ink"
) -> list[QTextLayout.FormatRange]:
    """Formats that ask half the width of brackets which stand against white space or a bracket."""
    out = []
    for found in _TRIM.finditer(text):
        halved = QFont(font)
        halved.setFeature(QFont.Tag("halt"), 1)
        one = QTextLayout.FormatRange()
        one.start = first + units(text[: found.start()])
        one.length = 1
        formed = QTextCharFormat()
        formed.setFont(halved)
        if color is not None:
            formed.setForeground(color.ink(tone))
        one.format = formed
        out.append(one)
    return out


def units(text: str) -> int:
    """UTF-16 code units, in which Qt counts."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def keep(theme: Theme, key: object, value: object) -> None:
    """Keep what was laid out until the theme changes, or too much is kept."""
    if len(theme.text_cache) > 4096:
        theme.text_cache.clear()
    theme.text_cache[key] = value
