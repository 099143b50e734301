"""A business card as it was handed over: on light paper also in the dark, or its own picture."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy

from app.ui.look import fonts, icons, paint, text, tokens
from app.ui.look.theme import Theme
from app.ui.widgets.painted import Painted

WIDE, HIGH = 364, 220
"""91 : 55, unscaled."""
_LEFT, _SQUARE, _FACE = 27, 26, 76
_LINES = 3
BESIDE = "\u3000"
"""Stands between what goes into one line where there is room."""
_LANDSCAPE = 1.3
"""From this ratio on a picture is one of the card, not of a face."""


@dataclass(frozen=True, slots=True)
class CardWords:
    """What is printed on it; `sign` is the letter in the place of the company's own."""

    name: str = ""
    spoken: str = ""
    organization: str = ""
    work: str = ""
    lines: tuple[str, ...] = ()
    sign: str = ""

    def said(self) -> str:
        """All of it, for the screen reader."""
        parts = (self.spoken, self.organization, self.work, *self.lines)
        return ", ".join(part for part in parts if part)


class BusinessCard(Painted):
    """Draws the card; what does not fit is cut with an ellipsis."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Preferred, policy.Fixed)
        self.setMaximumWidth(theme.px(WIDE))
        self._words = CardWords()
        self._picture: QPixmap | None = None

    def show_card(self, words: CardWords, picture: QImage | None) -> None:
        """Show a card; a picture that is wider than high is the card itself."""
        if words == self._words and picture is None and self._picture is None:
            return
        self._words = words
        self._picture = QPixmap.fromImage(picture) if picture is not None else None
        self.setAccessibleName(words.name)
        self.setAccessibleDescription(words.said())
        self.update()

    def measure(self) -> QSize:
        return QSize(self.theme.px(WIDE), self.theme.px(HIGH))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(120), self.theme.px(HIGH))

    def draw(self, p: QPainter) -> None:
        theme, box = self.theme, QRectF(self.rect())
        paint.rounded(p, box, theme.px(4), _paper("card"), theme.c("line2"))
        picture = self._picture
        if picture is not None and picture.width() >= picture.height() * _LANDSCAPE:
            _fill(p, box.adjusted(1, 1, -1, -1), picture, theme.px(3))
            return
        room = box.width() - 2 * theme.px(_LEFT)
        if picture is not None:
            side = theme.px(_FACE)
            at = QRectF(box.right() - theme.px(_LEFT) - side, theme.px(25), side, side)
            _fill(p, at, picture, theme.px(4))
            room -= side + theme.px(12)
        self._draw_company(p, room)
        self._draw_person(p, box.width() - 2 * theme.px(_LEFT), room)

    def _draw_company(self, p: QPainter, room: float) -> None:
        theme, px, words = self.theme, self.theme.px, self._words
        if not words.organization:
            return
        left, side = px(_LEFT), px(_SQUARE)
        if words.sign:
            square = QRectF(left, px(25), side, side)
            paint.rounded(p, square, px(3), None, _paper("kin"), 1.25)
            font = theme.font_px(15, "serif")
            base = square.y() + fonts.baseline(font, side)
            _draw(p, theme, words.sign, "heading", "kin", left, base, side, px=15, middle=True)
            left, room = left + side + px(12), room - side - px(12)
        base = px(25) + fonts.baseline(theme.font("list-name"), side)
        _draw(p, theme, words.organization, "list-name", "ink", left, base, room)

    def _draw_person(self, p: QPainter, room: float, beside: float) -> None:
        theme, px, words, left = self.theme, self.theme.px, self._words, self.theme.px(_LEFT)
        for words_of, role, color, top, free in (
            (words.work, "small", "ink2", 77, beside),
            (words.spoken, "furigana", "ink3", 100, room),
        ):
            base = px(top) + fonts.baseline(theme.font(role), theme.line(role))
            _draw(p, theme, words_of, role, color, left, base, free)
        spaced = fonts.spaced(theme.px(tokens.ROLES["person"].px), "serif", px(3))
        shown = fonts.metrics(spaced).elidedText(
            text.single(words.name), Qt.TextElideMode.ElideRight, room
        )
        p.setFont(spaced)
        p.setPen(QPen(_paper("ink"), 0))
        p.drawText(left, px(113) + fonts.baseline(spaced, theme.line("person")), shown)
        lines = self._fitting(room)
        top = px(220 - 37) - px(17) * (len(lines) - 1)
        for at, line in enumerate(lines):
            base = top + at * px(17) + fonts.baseline(theme.font("furigana"), px(17))
            _draw(p, theme, line, "furigana", "ink2", left, base, room)

    def _fitting(self, room: float) -> list[str]:
        """The lines below; what stands side by side goes on in the next one where it must."""
        lines: list[str] = []
        for line in self._words.lines:
            wide = text.width(self.theme, "furigana", text.single(line))
            lines += [line] if wide <= room else line.split(BESIDE)
        return lines[-_LINES:]


def _paper(token: str) -> QColor:
    """A colour of the light theme: a card is light paper also in the dark."""
    return QColor(tokens.LIGHT[token])


def _draw(
    p: QPainter, theme: Theme, words: str, role: str, color: str, x: float, base: float,
    room: float, *, px: float | None = None, middle: bool = False,
) -> None:  # fmt: skip
    font = theme.font(role) if px is None else theme.font_px(px, "serif")
    shown = fonts.metrics(font).elidedText(text.single(words), Qt.TextElideMode.ElideRight, room)
    p.setFont(font)
    p.setPen(QPen(_paper(color), 0))
    if middle:
        x += (room - fonts.metrics(font).horizontalAdvance(shown)) / 2
    p.drawText(round(x), round(base), shown)


def _fill(p: QPainter, box: QRectF, picture: QPixmap, radius: float) -> None:
    """The middle of a picture, as large as fits."""
    ratio = p.device().devicePixelRatioF()
    shown = picture
    if picture.width() > box.width() * ratio * 1.01:
        shown = icons.fitting(picture, box.size().toSize() * ratio)
    scale = min(shown.width() / box.width(), shown.height() / box.height())
    w, h = box.width() * scale, box.height() * scale
    source = QRectF((shown.width() - w) / 2, (shown.height() - h) / 2, w, h)
    path = QPainterPath()
    path.addRoundedRect(box, radius, radius)
    p.save()
    p.setClipPath(path)
    p.drawPixmap(box, shown, source)
    p.restore()
