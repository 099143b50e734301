"""The components sheet, as in the picture k-components (one half: the theme that is on)."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.look import paint, text
from app.ui.look.paint import Knots
from app.ui.look.theme import Theme
from app.ui.plain import Label
from app.ui.widgets.button import Button
from app.ui.widgets.chip import Chip
from app.ui.widgets.field import LineField
from app.ui.widgets.marks import Logo, TieGlyph
from app.ui.widgets.notice import EmptyState, ProgressBar
from app.ui.widgets.painted import Painted
from app.ui.widgets.toast import Toast

SIZE = QSize(640, 820)

ROWS: tuple[tuple[str, Knots, str], ...] = (
    ("通常", (True, False, False), ""),
    ("指したとき", (True, True, False), "hover"),
    ("選択", (True, True, True), "selected"),
    ("選択と焦点", (False, False, False), "focus"),
)


class PersonRows(Painted):
    """Four person rows, one in each state, painted as a delegate would."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def measure(self) -> QSize:
        return QSize(self.theme.px(576), 4 * self.theme.px(52) + 1)

    def draw(self, p: QPainter) -> None:
        theme, px = self.theme, self.theme.px
        box = QRectF(self.rect())
        paint.rounded(p, box, px(12), theme.c("paper"), theme.c("line"))
        for at, (words, knots, state) in enumerate(ROWS):
            self._row(p, 1 + at * px(52), words, knots, state)

    def _row(self, p: QPainter, y: int, words: str, knots: Knots, state: str) -> None:
        theme, px = self.theme, self.theme.px
        last = state == "focus"
        row = QRectF(1, y, self.width() - 2, px(52) - 1)
        fill = {"hover": "hover", "selected": "card", "focus": "card"}.get(state)
        if fill:
            p.save()
            p.setClipRect(row)
            shape = row.adjusted(0, -20 if last else 0, 0, 0)
            paint.rounded(p, shape, px(11) if last else 0, theme.c(fill))
            if state == "selected":
                paint.selection_bar(p, theme, row)
            p.restore()
        if not last:
            paint.hairline(p, 1, y + px(52) - 1, row.width(), theme.c("line"))
        paint.monogram(p, theme, 15, y + (px(51) - px(34)) // 2 + 1, 34, "mio", "早坂 美緒")
        text.line(p, theme, px(61), y + px(9), "はやさか みお", role="furigana", color="ink3")
        text.line(p, theme, px(61), y + px(23), "早坂 美緒", role="list-name")
        right = self.width() - px(15)
        paint.tie_glyph(p, theme, right - px(54), y + px(26), knots)
        text.line(
            p, theme, 0, y, words, role="small", color="ink2", align="right",
            room=right - px(54) - px(12), height=px(52),
        )  # fmt: skip
        if last:
            self._ring(p, row)

    def _ring(self, p: QPainter, row: QRectF) -> None:
        """The ring of the last row follows the round corners below and the straight ones above."""
        theme = self.theme
        inner, r = row.adjusted(1, 1, -1, 0), theme.px(11) - 1
        path = QPainterPath(inner.topLeft())
        path.lineTo(inner.topRight())
        path.lineTo(inner.right(), inner.bottom() - r)
        path.arcTo(inner.right() - 2 * r, inner.bottom() - 2 * r, 2 * r, 2 * r, 0, -90)
        path.lineTo(inner.left() + r, inner.bottom())
        path.arcTo(inner.left(), inner.bottom() - 2 * r, 2 * r, 2 * r, 270, -90)
        path.closeSubpath()
        p.setBrush(Qt.BrushStyle.NoBrush)
        pen = QPen(theme.c("ai"), 2)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        p.setPen(pen)
        p.drawPath(path)
        paint.selection_bar(p, theme, row.adjusted(0, -1, 0, -r))


class RingedButton(Button):
    """A button that shows its focus without having it: a sheet can focus only one thing."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        p = QPainter(self)
        self._paint_ring(p)


def _caption(theme: Theme, words: str) -> Label:
    return Label(theme, words, role="small", color="ink3")


def page(theme: Theme) -> QWidget:
    """The sheet. Places follow the picture, so it is laid out by hand, like nothing else."""
    made = QWidget()
    made.setObjectName("page")
    made.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    made.setFixedSize(SIZE * theme.scale)
    px = theme.px

    def put(widget: QWidget, x: int, y: int, w: int = 0, h: int = 0) -> QWidget:
        widget.setParent(made)
        size = widget.sizeHint()
        widget.setGeometry(px(x), px(y), px(w) or size.width(), px(h) or size.height())
        return widget

    put(Logo(theme, width=52), 32, 28)
    title = "部品　暗い紙" if theme.dark else "部品　白い紙"
    put(Label(theme, title, role="sheet-title"), 96, 31)
    put(_caption(theme, "ボタン　通常・主・副・焦点・無効"), 32, 79)
    focused = RingedButton(theme, "開く")
    off = Button(theme, "取り込む")
    off.setEnabled(False)
    x = 32
    for button in (
        Button(theme, "あとで", icon="clock", key="Z"),
        Button(theme, "便りを書く", kind="primary", icon="pen", key="W"),
        Button(theme, "まとめる", kind="second", icon="same", key="M"),
        focused,
        off,
    ):
        put(button, x, 105)
        x += round(button.width() / theme.scale) + 8
    put(_caption(theme, "札　通常・選択・約束・確認・できた"), 32, 153)
    chosen = Chip(theme, "すべて", checkable=True)
    chosen.setChecked(True)
    x = 32
    for chip in (
        Chip(theme, "家具"),
        chosen,
        Chip(theme, "明日 10月16日", tint="shu"),
        Chip(theme, "確認", tint="kin"),
        Chip(theme, "新しい", tint="koke"),
        Chip(theme, "木の器を欧州へ", tint="ai", icon="purpose"),
    ):
        put(chip, x, 179)
        x += round(chip.width() / theme.scale) + 8
    put(_caption(theme, "入力　空・焦点・誤り"), 32, 217)
    empty = LineField(theme, name="名前・会社", hint="名前・会社")
    typing = LineField(theme, name="名前")
    typing.set_text("はやさ")
    wrong = LineField(theme, name="誕生日")
    wrong.set_text("昭和58年4月")
    wrong.set_error("年が読めません。")
    wrong.findChildren(Label)[-1].hide()
    for field, at, wide in ((empty, 32, 187), (typing, 227, 186), (wrong, 421, 187)):
        put(field, at, 243, wide)
    put(_caption(theme, "人の行　通常・指したとき・選択・選択と焦点"), 32, 293)
    put(PersonRows(theme), 32, 319, 576)
    put(_caption(theme, "縁の印　左から 返事・声かけ・紹介（この2年）"), 32, 543)
    knots: tuple[tuple[Knots, str, int], ...] = (
        ((False, False, False), "まだ", 32),
        ((True, False, False), "返事", 142),
        ((True, True, False), "返事・声かけ", 252),
        ((True, True, True), "三つとも", 410),
    )
    for shown, words, at in knots:
        put(TieGlyph(theme, shown, words), at, 571)
        put(Label(theme, words, role="small", color="ink2"), at + 62, 569)
    put(_caption(theme, "進み・知らせ"), 32, 601)
    bar = ProgressBar(theme, name="進み")
    bar.setValue(64)
    put(bar, 32, 646, 160)
    toast = Toast(theme, made)
    toast.say("早坂さんに連絡した、と残しました")
    toast.setGeometry(px(208), px(627), px(400), px(44))
    put(_caption(theme, "何もないとき"), 32, 685)
    empty_state = EmptyState(
        theme,
        "今日の分は、これで終わりです",
        "また明日の朝、一人か二人だけお知らせします。",
        boxed=True,
    )
    put(empty_state, 32, 711, 576, 76)
    return made


def type_into(page: QWidget) -> None:
    """Put the caret behind the text of the second field."""
    field = page.findChildren(LineField)[1]
    field.edit.setFocus()
    field.edit.end(False)
