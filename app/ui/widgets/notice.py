"""What the program says in a page: notices, an empty place, progress."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from app.ui.look import paint
from app.ui.look.paint import Tint
from app.ui.look.theme import Theme
from app.ui.plain import Label
from app.ui.widgets.box import Box
from app.ui.widgets.marks import IconMark


class Notice(Box):
    """A tinted box: icon, a bold line, a sentence, at most two buttons."""

    def __init__(
        self,
        theme: Theme,
        title: str,
        words: str = "",
        *,
        tint: Tint = "kin",
        icon: str = "note",
        bold: bool = True,
        buttons: Sequence[QWidget] = (),
        parent: QWidget | None = None,
    ) -> None:
        fill, line, tone = paint.tint_tokens(tint)
        super().__init__(
            theme, fill=fill, line=line, radius=10, margins=(17, 13, 17, 13), parent=parent
        )
        self.title = Label(theme, title, role="body-bold" if bold else "body", wrap=True)
        self.words = Label(theme, words, color="ink2", wrap=True)
        self._icon = IconMark(theme, icon, color=tone, size=18)
        self._row = QHBoxLayout()
        self._texts = QVBoxLayout()
        self._texts.addWidget(self.title)
        self._texts.addWidget(self.words)
        if not words:  # shown by hand it would be a window of its own: it has no parent yet
            self.words.hide()
        self._buttons = QHBoxLayout()
        for button in buttons:
            self._buttons.addWidget(button)
        self._buttons.addStretch(1)
        if buttons:
            self._texts.addLayout(self._buttons)
        self._row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(self._texts, 1)
        self.column.addLayout(self._row)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(f"{title} {words}".strip())
        theme.changed.connect(self._fit)
        self._fit()

    def tell(self, title: str, words: str) -> None:
        """Say something else."""
        self.title.setText(title)
        self.words.setText(words)
        self.words.setVisible(bool(words))
        self.setAccessibleName(f"{title} {words}".strip())

    def _fit(self) -> None:
        px = self.theme.px
        self._row.setSpacing(px(8))
        self._texts.setSpacing(0)
        self._buttons.setSpacing(px(8))
        self._buttons.setContentsMargins(0, px(10), 0, 0)
        self._icon.setContentsMargins(0, px(2), 0, 0)


class EmptyState(QWidget):
    """What stands where nothing is: mark, a serif line, one sentence, at most one button."""

    def __init__(
        self,
        theme: Theme,
        title: str,
        words: str = "",
        *,
        button: QWidget | None = None,
        boxed: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`boxed` is one row in a frame; otherwise it stands in the middle of its place."""
        super().__init__(parent)
        self.theme = theme
        self._boxed = boxed
        self.title = Label(theme, title, role="empty", wrap=True)
        self.words = Label(theme, words, role="small", color="ink2", wrap=True)
        if not words:  # shown by hand it would be a window of its own: it has no parent yet
            self.words.hide()
        self._mark = IconMark(theme, "mark", color="shu", size=36)
        self._button = button
        self._row = QHBoxLayout(self)
        self._texts = QVBoxLayout()
        if not boxed:
            self._texts.addStretch(1)
        self._texts.addWidget(self.title)
        self._texts.addWidget(self.words)
        if button is not None and not boxed:
            self._texts.addSpacing(theme.px(8))
            self._texts.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        if not boxed:
            self._texts.addStretch(1)
            self._row.addStretch(1)
        self._row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addLayout(self._texts, 1 if boxed else 0)
        if button is not None and boxed:
            self._row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        if not boxed:
            self._row.addStretch(1)
        high = QSizePolicy.Policy.Fixed if boxed else QSizePolicy.Policy.Expanding
        self.setSizePolicy(QSizePolicy.Policy.Expanding, high)
        theme.changed.connect(self.restyle)
        self.restyle()

    def restyle(self) -> None:
        px = self.theme.px
        self._row.setContentsMargins(px(21), px(17), px(21), px(17))
        self._row.setSpacing(px(16))
        self._texts.setSpacing(0 if self._boxed else px(4))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._boxed:
            p = QPainter(self)
            theme = self.theme
            box = QRectF(self.rect())
            paint.rounded(p, box, theme.px(12), theme.c("paper"), theme.c("line"))


class ProgressBar(QProgressBar):
    """Six pixels of moss on a line; the words stand beside it, never inside."""

    def __init__(self, theme: Theme, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setTextVisible(False)
        self.setRange(0, 100)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.restyle)

    def restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(160), self.theme.px(6))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(40), self.theme.px(6))

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        theme = self.theme
        box = QRectF(self.rect())
        r = box.height() / 2
        paint.rounded(p, box, r, theme.c("line"))
        span = self.maximum() - self.minimum()
        part = (self.value() - self.minimum()) / span if span > 0 else 0.0
        if part > 0:
            done = QRectF(0, 0, max(box.height(), box.width() * min(1.0, part)), box.height())
            paint.rounded(p, done, r, theme.c("koke-bar"))
