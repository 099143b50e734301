"""A promise among the entries of a timeline: a box while it is open, a quiet line when kept."""

from PySide6.QtCore import QPoint, QRect, QRectF
from PySide6.QtGui import QPainter

from app.domain.promise import Side
from app.ui.delegates import lit as lights
from app.ui.delegates.lit import Lit
from app.ui.look import icons, paint, text
from app.ui.look.theme import Theme
from app.ui.models.timeline import Pledge

_BOX = 34
_LINE = 22
_GAP = 10
_ICON = 12
_WORDS = 36
_RIGHT = 20
_STACKED = 64
_NARROW = 460


def height(theme: Theme, pledge: Pledge, content: int) -> int:
    """How high its row is, where the words have so much room."""
    if not is_open(pledge):
        return theme.px(_LINE + _GAP)
    return theme.px((_STACKED if _is_stacked(theme, content) else _BOX) + _GAP)


def is_open(pledge: Pledge) -> bool:
    """Whether it is still to be kept."""
    return pledge.promise.kept_on is None


def _is_stacked(theme: Theme, wide: int) -> bool:
    """Whether day and button stand below the words, which would have no room beside them."""
    return wide < theme.px(_NARROW)


def box_of(theme: Theme, content: QRect) -> QRect:
    """Where the box of an open promise stands, beside date and thread."""
    high = _STACKED if _is_stacked(theme, content.width()) else _BOX
    return QRect(content.x(), content.y(), content.width(), theme.px(high))


def action_rect(theme: Theme, pledge: Pledge, content: QRect) -> QRect:
    """Its button: kept. Empty where there is nothing left to do."""
    if not is_open(pledge):
        return QRect()
    box, wide = box_of(theme, content), round(text.width(theme, "ui", pledge.action))
    pad, high = theme.px(_RIGHT), theme.px(_BOX)
    return QRect(box.right() + 1 - wide - 2 * pad, box.bottom() + 1 - high, wide + 2 * pad, high)


def is_action_at(theme: Theme, pledge: Pledge, content: QRect, pos: QPoint) -> bool:
    """Whether a place lies on its button."""
    return action_rect(theme, pledge, content).contains(pos)


def draw(
    p: QPainter, theme: Theme, pledge: Pledge, content: QRect, *, focused: bool, lit: Lit
) -> None:
    """Paint the words; thread and knot are the timeline's."""
    if is_open(pledge):
        _open(p, theme, pledge, content, lit, focused=focused)
    else:
        _kept(p, theme, pledge, content, lit, focused=focused)


def _open(
    p: QPainter, theme: Theme, pledge: Pledge, content: QRect, lit: Lit, *, focused: bool
) -> None:
    px = theme.px
    mine = pledge.promise.by is Side.ME
    box = QRectF(box_of(theme, content))
    fill, edge = ("shu-soft", "shu-line") if mine else ("card", "line")
    paint.rounded(p, box, px(8), theme.c(fill), theme.c(edge))
    if focused:
        paint.focus_ring(p, theme, box, px(8))
    top, high = box.y(), px(_BOX)
    tone = "shu" if mine else "ink2"
    icons.draw(p, theme, "promise", box.x() + px(_ICON), top + (high - px(16)) / 2, color=tone)
    action = action_rect(theme, pledge, content)
    text.line(
        p, theme, action.x() + px(_RIGHT), action.y(), pledge.action, role="ui", color="ai",
        height=high,
    )  # fmt: skip
    chip = paint.chip_width(theme, pledge.when) + px(8) if pledge.when else 0
    stacked = _is_stacked(theme, content.width())
    x = box.x() + px(_WORDS)
    x += text.line(p, theme, x, top, pledge.title, role="ui", bold=True, height=high) + px(13)
    room = box.right() - px(_ICON) - x if stacked else action.x() - x - chip
    room = max(1.0, room)
    x += lights.line(p, theme, x, top, pledge.promise.text, lit, height=high, room=room)
    if pledge.when:
        at = box.x() + px(_WORDS) if stacked else x + px(8)
        middle = action.y() + high / 2 - (px(3) if stacked else 0)
        paint.chip(
            p, theme, at, middle, pledge.when, tint="shu" if mine else "", ground="card"
        )  # fmt: skip


def _kept(
    p: QPainter, theme: Theme, pledge: Pledge, content: QRect, lit: Lit, *, focused: bool
) -> None:
    px = theme.px
    if focused:
        ring = QRectF(content).adjusted(-px(8), -1, 0, 0)
        ring.setHeight(px(_LINE) + 2)
        paint.focus_ring(p, theme, ring, px(8))
    icons.draw(p, theme, "check", content.x(), content.y() + px(3), color="koke")
    x, top, high = float(content.x() + px(24)), content.y(), px(_LINE)
    x += text.line(p, theme, x, top, pledge.title, role="ui", bold=True, height=high) + px(13)
    when = text.width(theme, "small", pledge.when) + px(8)
    room = content.right() - x - when
    if room > px(24):
        x += lights.line(
            p, theme, x, top, pledge.promise.text, lit, color="ink2", height=high, room=room
        )
    text.line(
        p, theme, x + px(8), top, pledge.when, role="small", color="ink3", height=high,
        room=max(1, content.right() - x - px(8)),
    )  # fmt: skip
