"""A promise while it is written: whose, what, by when. In its row, or above the timeline."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.domain.promise import Promise, Side
from app.ui.delegates.timeline import ICON, node_x
from app.ui.look import paint
from app.ui.look.theme import Theme
from app.ui.pages.people.begun import Place
from app.ui.pages.people.row_editor import RowEditor
from app.ui.widgets.choice import Segments
from app.ui.widgets.day_field import DayField
from app.ui.widgets.field import LineField

_BELOW = 10


class OnThread(QWidget):
    """Holds an editor beside the thread, between composer and timeline, as high as that wants."""

    def __init__(self, theme: Theme, inner: RowEditor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.inner = inner
        inner.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        wide = max(self.width(), self._theme.px(400))
        return QSize(self._theme.px(400), self.heightForWidth(wide))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        px = self._theme.px
        return self.inner.heightForWidth(width - px(ICON)) + px(_BELOW)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        px = self._theme.px
        wide = self.width() - px(ICON)
        self.inner.setGeometry(px(ICON), 0, wide, self.inner.heightForWidth(wide))

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        paint.begin(p)
        paint.thread(p, self._theme, node_x(self._theme), 0, self.height())


class PromiseEditor(RowEditor):
    """Enter keeps it, Escape leaves it as it was. The day may be empty."""

    def __init__(
        self, theme: Theme, promise: Promise, today: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, "Return", (Place.PROMISE, promise.id), parent)
        self._promise = promise
        sides = [
            (Side.ME.value, self.tr("I promised")),
            (Side.THEM.value, self.tr("They promised")),
        ]
        self.side = Segments(theme, sides, promise.by.value, name=self.tr("Who promised"))
        hint = self.tr("What was promised")
        self.what = LineField(theme, name=hint, hint=hint, icon="promise", height=34)
        self.what.set_text(promise.text)
        self.day = DayField(
            theme, today, name=self.tr("By"), day=promise.due, past=False, height=34
        )
        self._first = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._foot = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()
        self.what.submitted.connect(self.save)
        self.day.submitted.connect(self.save)
        for edited in (self.side.chosen, self.what.changed, self.day.changed):
            edited.connect(self.edited)
        self.settle()

    def begin(self) -> None:
        self.what.setFocus(Qt.FocusReason.OtherFocusReason)
        self.what.edit.end(False)

    def save(self) -> None:
        """Keep it if it says something and its day is one."""
        if not self.what.text().strip():
            self.what.set_error(self.tr("A word or two is enough"))
            self.what.setFocus()
            return
        if self.day.is_wrong():
            self.day.set_error(self.tr("A day like 2026-10-15 or 10/15"))
            self.day.setFocus()
            return
        side = Side(self.side.value())
        after = replace(self._promise, by=side, text=self.what.text().strip(), due=self.day.day())
        self.saved.emit(self._promise, after)

    def texts(self) -> dict[str, str]:
        return {"side": self.side.value(), "words": self.what.text(), "day": self.day.text()}

    def show_texts(self, texts: Mapping[str, str]) -> None:
        self.side.set_value(texts["side"])
        self.what.set_text(texts["words"])
        self.day.set_text(texts["day"])

    def show_typed(self, typed: Promise) -> None:
        self.side.set_value(typed.by.value)
        self.what.set_text(typed.text)
        self.day.set_day(typed.due)

    def _lay_out(self) -> None:
        px = self._theme.px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(12), px(12), px(12), px(12))
        column.setSpacing(px(8))
        self._first.setSpacing(px(8))
        self.day.setFixedWidth(px(150))
        self._first.addWidget(self.what, 1)
        self._first.addWidget(self.day)
        column.addLayout(self._first)
        buttons = QHBoxLayout()
        buttons.setSpacing(px(8))
        buttons.addStretch(1)
        buttons.addWidget(self.leave)
        buttons.addWidget(self.keep)
        self._foot.setSpacing(px(8))
        self._foot.addWidget(self.side)
        self._foot.addLayout(buttons, 1)
        column.addLayout(self._foot)

    def arrange(self, width: int) -> None:
        """Below each other where both have no room beside each other."""
        px, way = self._theme.px, QBoxLayout.Direction
        inside = width - 2 * px(12)
        close = inside < px(150 + 8 + 200)
        self._first.setDirection(way.TopToBottom if close else way.LeftToRight)
        wanted = sum(part.sizeHint().width() + px(8) for part in (self.side, self.leave, self.keep))
        self._foot.setDirection(way.TopToBottom if inside < wanted else way.LeftToRight)
