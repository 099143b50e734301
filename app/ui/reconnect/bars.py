"""The two bars of the reconnect window: what it says and whose turn it is; keys at the foot."""

from math import ceil

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui import plain
from app.ui.look import keys, paint, text
from app.ui.look.focus import shows_ring
from app.ui.look.theme import Theme
from app.ui.plain import Label
from app.ui.widgets.button import Button
from app.ui.widgets.marks import IconMark
from app.ui.widgets.painted import PaintedButton


class TitleBar(QWidget):
    """A sentence, the way back after an act, whose turn it is, and a way out."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        px = theme.px
        self.setFixedHeight(px(43))
        row = QHBoxLayout(self)
        row.setContentsMargins(px(16), 0, px(8), 0)
        row.setSpacing(px(10))
        row.addWidget(IconMark(theme, "mark", color="shu", size=18))
        self.title = Label(theme, self.tr("Perhaps a good moment?"), color="ink2", elide=True)
        row.addWidget(self.title, 1)
        self.undo = Button(theme, self.tr("Undo"), kind="link")
        self.undo.hide()
        row.addWidget(self.undo)
        self.counter = Counter(theme)
        self.counter.setAccessibleName(self.tr("Next person"))
        plain.set_tooltip(self.counter, self.tr("Next person (→)"))
        row.addWidget(self.counter)
        self.shut = Button(theme, kind="ghost", icon="x", name=self.tr("Close"))
        self.shut.setFixedSize(px(28), px(28))
        row.addSpacing(-px(12))
        row.addWidget(self.shut)

    def show_place(self, number: int, total: int) -> None:
        """Whose turn it is; nothing where there is no choice."""
        self.counter.setVisible(total > 1)
        self.counter.setText(f"{number} / {total}")
        self.counter.setAccessibleDescription(
            self.tr("{number} of {total}").format(number=number, total=total)
        )

    def tell(self, words: str, *, undo: bool) -> None:
        """Say what was done, with a way back where there is one."""
        self.title.setText(words)
        self.undo.setVisible(undo)

    def untell(self, *, someone: bool) -> None:
        """The usual sentence again."""
        self.tell(self.tr("Perhaps a good moment?") if someone else self.tr("Today"), undo=False)


class KeyBar(QWidget):
    """At the foot: on to their page, and the way out."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        px = theme.px
        self.setFixedHeight(px(39))
        row = QHBoxLayout(self)
        row.setContentsMargins(px(24), 0, px(24), 0)
        self.opening = KeyLink(theme, "O", self.tr("Open their page"))
        row.addWidget(self.opening, 0)
        row.addStretch(1)
        self.closing = KeyLink(theme, "Esc", self.tr("Close"))
        row.addWidget(self.closing)

    def show_person(self, who: str) -> None:
        """`who` is how a sentence calls them; empty for nobody."""
        self.opening.setVisible(bool(who))
        if who:
            self.opening.setText(self.tr("Open the page of {who}").format(who=who))


class KeyLink(PaintedButton):
    """A key cap with what it does, to be pressed as well."""

    def __init__(self, theme: Theme, key: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, words, parent)
        self._key = keys.label(key)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def measure(self) -> QSize:
        theme = self.theme
        wide = paint.key_width(theme, self._key) + theme.px(6)
        return QSize(ceil(wide + text.width(theme, "small", self.words())) + 1, theme.px(24))

    def minimumSizeHint(self) -> QSize:
        return QSize(paint.key_width(self.theme, self._key), self.theme.px(24))

    def draw(self, p: QPainter) -> None:
        theme, px = self.theme, self.theme.px
        x = paint.key_cap(p, theme, 0, self.height() / 2, self._key) + px(6)
        color = "ai" if self.hovered() else "ink2"
        text.line(
            p, theme, x, 0, self.words(), role="small", color=color,
            height=self.height(), room=max(1, self.width() - x),
        )  # fmt: skip
        if shows_ring(self):
            paint.hairline(p, x, self.height() - 2, self.width() - x, theme.c("ai"))


class Counter(PaintedButton):
    """1 / 4; a press goes on to the next person."""

    def measure(self) -> QSize:
        wide = text.width(self.theme, "small", self.words())
        return QSize(round(wide) + self.theme.px(12), self.theme.px(24))

    def draw(self, p: QPainter) -> None:
        theme = self.theme
        if self.hovered():
            paint.rounded(p, self.rect().toRectF(), theme.px(6), theme.c("hover"))
        text.line(
            p, theme, theme.px(6), 0, self.words(), role="small", color="ink3",
            height=self.height(),
        )  # fmt: skip
        if shows_ring(self):
            paint.focus_ring(p, theme, self.rect().toRectF(), theme.px(6))
