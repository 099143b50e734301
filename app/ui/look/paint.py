"""Drawing primitives shared by widgets and delegates.

Positions are painter coordinates (the caller has scaled them with `theme.px`); sizes that the
design fixes (a knot, a key cap) are scaled here.
"""

import unicodedata
import zlib
from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen, QPixmap

from app.ui.look import fonts, icons, text, tokens
from app.ui.look.theme import Theme

Tint = Literal["", "ai", "shu", "kin", "koke"]
Knots = tuple[bool, bool, bool]
"""Replied, reached out, introduced: whether each happened within two years."""
KnotKind = Literal["theirs", "mine", "next"]

GLYPH = (54, 14)
CHIP = 24
KEY = 20


def begin(p: QPainter) -> None:
    """The state that every paint event starts from."""
    p.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    p.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, True)


def rounded(
    p: QPainter,
    rect: QRectF,
    radius: float,
    fill: QColor | None = None,
    border: QColor | None = None,
    pen: float = 1.0,
    *,
    dashed: bool = False,
) -> None:
    """A crisp rounded box: the border lies inside `rect`."""
    p.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    half = pen / 2 if border is not None else 0.0
    inner = rect.adjusted(half, half, -half, -half)
    r = max(0.0, min(radius - half, inner.height() / 2, inner.width() / 2))
    if border is None:
        p.setPen(Qt.PenStyle.NoPen)
    else:
        drawn = QPen(border, pen)
        if dashed:
            drawn.setDashPattern([3.0, 3.0])
        p.setPen(drawn)
    p.setBrush(QBrush(fill) if fill is not None else Qt.BrushStyle.NoBrush)
    p.drawRoundedRect(inner, r, r)


def hairline(
    p: QPainter, x: float, y: float, length: float, color: QColor, *, vertical: bool = False
) -> None:
    """One line of 1 px."""
    if vertical:
        p.fillRect(QRectF(x, y, 1, length), color)
    else:
        p.fillRect(QRectF(x, y, length, 1), color)


def whole(p: QPainter, width: float) -> float:
    """A line width rounded to whole device pixels (1.5 is 2, 2, 2, 3 at 1x to 2x)."""
    d = p.device().devicePixelRatioF()
    return max(1, round(width * d + 0.01)) / d


def thread(
    p: QPainter, theme: Theme, x: float, top: float, bottom: float, color: str = "shu"
) -> None:
    """The vertical thread of a timeline, centred on `x`; paint the whole row so it never breaks."""
    w = whole(p, 1.5 * theme.scale)
    p.fillRect(QRectF(x - w / 2, top, w, bottom - top), theme.c(color))


def knot(
    p: QPainter, theme: Theme, cx: float, cy: float, kind: KnotKind, ground: str = "paper"
) -> None:
    """A knot of the timeline: filled for their act, hollow for yours, dashed: to come."""
    s = theme.scale
    p.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    if kind == "theirs":
        p.setPen(Qt.PenStyle.NoPen)
        p.setBrush(theme.c("shu"))
        p.drawEllipse(QPointF(cx, cy), 6 * s, 6 * s)
        return
    pen = QPen(theme.c("ink3" if kind == "mine" else "shu"), 1.5 * s)
    if kind == "next":
        pen.setDashPattern([2.2, 1.9])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    p.setPen(pen)
    p.setBrush(theme.c(ground))
    p.drawEllipse(QPointF(cx, cy), 5.25 * s, 5.25 * s)


def glyph_size(theme: Theme, width: float = GLYPH[0]) -> tuple[int, int]:
    """The scaled size of a tie glyph."""
    return theme.px(width), theme.px(GLYPH[1])


def tie_glyph(
    p: QPainter,
    theme: Theme,
    x: float,
    cy: float,
    knots: Sequence[bool],
    *,
    width: float = GLYPH[0],
    ground: str = "card",
) -> None:
    """Three knots on a thread, left end at `x`, middle at `cy`; `width` is unscaled."""
    s, w = theme.scale, width * theme.scale
    p.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    cap = Qt.PenCapStyle.RoundCap
    tone = theme.c("shu" if any(knots) else "off")
    p.setPen(QPen(tone, 1.5 * s, Qt.PenStyle.SolidLine, cap))
    p.drawLine(QPointF(x + s, cy), QPointF(x + w - s, cy))
    for at, happened in zip((0.2, 0.5, 0.8), knots, strict=True):
        centre = QPointF(x + at * w, cy)
        if happened:
            p.setPen(Qt.PenStyle.NoPen)
            p.setBrush(theme.c("shu"))
            p.drawEllipse(centre, 4 * s, 4 * s)
        else:
            p.setPen(QPen(theme.c("off"), 1.25 * s))
            p.setBrush(theme.c(ground))
            p.drawEllipse(centre, 3.4 * s, 3.4 * s)


def monogram_pair(person: str) -> str:
    """The token of a person's colour pair: stable, never by gender or rank."""
    return f"m{zlib.crc32(person.encode()) % 6 + 1}"


def monogram(
    p: QPainter,
    theme: Theme,
    x: float,
    y: float,
    size: float,
    person: str,
    name: str,
    photo: QPixmap | None = None,
    *,
    you: bool = False,
) -> None:
    """A disc with the first letter of the name, or the photo; `size` is unscaled."""
    d = theme.px(size)
    box = QRectF(x, y, d, d)
    p.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    if photo is not None and not photo.isNull():
        _photo(p, box, photo)
        return
    pair = monogram_pair(person)
    p.setPen(Qt.PenStyle.NoPen)
    p.setBrush(theme.c("ink" if you else pair))
    p.drawEllipse(box)
    letter = first_letter(name)
    if letter:
        font = theme.font_px(size * 0.44, "serif")
        base = y + fonts.baseline(font, d * 0.97)
        text.draw_in(
            p,
            theme,
            font,
            x,
            base,
            letter,
            color="paper" if you else f"{pair}-letter",
            room=d,
            align="center",
        )


def first_letter(name: str) -> str:
    """The first visible character of a name, with what combines with it (up to a few marks)."""
    name = text.single(name.strip())
    out = ""
    for char in name:
        if not out:
            if not char.isspace() and unicodedata.category(char) != "Cf":
                out = char
        elif char in "\ufe0e\ufe0f\u3099\u309a" or 0xE0100 <= ord(char) <= 0xE01EF:
            out += char
        else:
            break
    return out.upper() if out.isascii() else out


def _photo(p: QPainter, box: QRectF, photo: QPixmap) -> None:
    ratio = p.device().devicePixelRatioF()
    side = round(box.width() * ratio)
    shown = photo
    if min(photo.width(), photo.height()) > side * 1.01:
        shown = icons.fitting(photo, box.size().toSize() * ratio)
    w, h = shown.width(), shown.height()
    least = min(w, h)
    source = QRectF((w - least) / 2, (h - least) / 2, least, least)
    p.save()
    path = QPainterPath()
    path.addEllipse(box)
    p.setClipPath(path, Qt.ClipOperation.IntersectClip)
    p.drawPixmap(box, shown, source)
    p.restore()


def key_width(theme: Theme, label: str) -> int:
    """The width of a key cap."""
    advance = text.width_in(theme, theme.latin_font(12), label)
    return max(theme.px(KEY), round(advance + 2 * theme.px(6)))


def key_cap(
    p: QPainter,
    theme: Theme,
    x: float,
    cy: float,
    label: str,
    *,
    color: str = "ink2",
    border: str = "line2",
    fill: str | None = "card",
    faint: bool = False,
) -> int:
    """A key cap with its left end at `x` and its middle at `cy`; returns its width."""
    w, h = key_width(theme, label), theme.px(KEY)
    top = round(cy - h / 2)
    tone, edge = QColor(theme.c(color)), QColor(theme.c(border))
    if faint:
        tone.setAlphaF(0.85)
        edge.setAlphaF(0.85)
    ground = theme.c(fill) if fill is not None else None
    rounded(p, QRectF(x, top, w, h), theme.px(5), ground, edge)
    font = theme.latin_font(12)
    advance = text.width_in(theme, font, label)
    p.setFont(font)
    p.setPen(QPen(theme.ink_of(tone), 0))
    p.drawText(QPointF(x + (w - advance) / 2, top + fonts.baseline(font, h)), label)
    return w


def chip_width(theme: Theme, label: str, *, icon: str = "", bold: bool = False) -> int:
    """The width of a chip."""
    advance = text.width(theme, "small", label, bold=bold)
    lead = theme.px(16) + theme.px(5) if icon else 0
    return round(advance + lead + 2 * theme.px(11))


def chip(
    p: QPainter,
    theme: Theme,
    x: float,
    cy: float,
    label: str,
    *,
    tint: Tint = "",
    icon: str = "",
    bold: bool = False,
    ground: str = "card",
    width: float | None = None,
) -> int:
    """A chip with its left end at `x` and its middle at `cy`; returns its width."""
    w = chip_width(theme, label, icon=icon, bold=bold) if width is None else width
    h = theme.px(CHIP)
    top = round(cy - h / 2)
    fill = theme.c(f"{tint}-soft" if tint else ground)
    edge = theme.c(f"{tint}-line" if tint else "line2")
    tone = tint or "ink2"
    rounded(p, QRectF(x, top, w, h), h / 2, fill, edge)
    at = x + theme.px(11)
    if icon:
        side = theme.px(16)
        icons.draw(p, theme, icon, at, top + (h - side) / 2, color=tone)
        at += side + theme.px(5)
    text.line(
        p,
        theme,
        at,
        top,
        label,
        role="small",
        color=tone,
        bold=bold,
        height=h,
        room=x + w - theme.px(10) - at,
    )
    return round(w)


def focus_ring(
    p: QPainter,
    theme: Theme,
    rect: QRectF,
    radius: float,
    *,
    color: str = "ai",
    inset: float = 0,
) -> None:
    """The 2 px ring of keyboard focus, inside `rect`."""
    box = rect.adjusted(inset, inset, -inset, -inset)
    rounded(p, box, max(0.0, radius - inset), None, theme.c(color), 2)


def selection_bar(p: QPainter, theme: Theme, rect: QRectF, color: str = "ai") -> None:
    """The 3 px bar at the left of a selected row."""
    p.fillRect(QRectF(rect.x(), rect.y(), 3, rect.height()), theme.c(color))


def tint_tokens(tint: str) -> tuple[str, str, str]:
    """Fill, border and text tokens of a tint."""
    if tint not in tokens.TINTS:
        return "card", "line", "ink"
    return f"{tint}-soft", f"{tint}-line", tint
