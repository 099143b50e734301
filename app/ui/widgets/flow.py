"""A layout that sets widgets side by side and goes on in the next line."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Items at their hinted size, left to right, then downwards."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = 8) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        self._gaps = (gap, gap)
        self.setContentsMargins(0, 0, 0, 0)

    def set_gaps(self, across: int, down: int) -> None:
        self._gaps = (across, down)
        self.invalidate()

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)
        self.invalidate()

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        self._heights.clear()
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def invalidate(self) -> None:
        self._heights.clear()
        super().invalidate()

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        # Layouts above ask for the same few widths dozens of times.
        if width not in self._heights:
            self._heights[width] = self._arrange(QRect(0, 0, width, 0), place=False)
        return self._heights[width]

    def sizeHint(self) -> QSize:
        around = self.contentsMargins()
        hints = [item.sizeHint() for item in self._shown()]
        wide = sum(h.width() for h in hints) + self._gaps[0] * max(0, len(hints) - 1)
        high = max((h.height() for h in hints), default=0)
        return QSize(wide, high).grownBy(around)

    def minimumSize(self) -> QSize:
        around = self.contentsMargins()
        least = QSize(0, 0)
        for item in self._shown():
            least = least.expandedTo(item.minimumSize())
        return least.grownBy(around)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, place=True)

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _arrange(self, rect: QRect, *, place: bool) -> int:
        around = self.contentsMargins()
        inner = rect.marginsRemoved(around)
        y = inner.top()
        for line in self._lines(inner.width()):
            high = max(item.sizeHint().height() for item in line)
            x = inner.left()
            for item in line:
                size = item.sizeHint()
                if place:
                    wide = min(size.width(), inner.width())
                    drop = (high - size.height()) // 2
                    item.setGeometry(QRect(QPoint(x, y + drop), QSize(wide, size.height())))
                x += size.width() + self._gaps[0]
            y += high + self._gaps[1]
        if y > inner.top():
            y -= self._gaps[1]
        return y - rect.top() + around.bottom()

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        used = 0
        for item in self._shown():
            wide = item.sizeHint().width()
            if lines and used + self._gaps[0] + wide <= width:
                lines[-1].append(item)
                used += self._gaps[0] + wide
            else:
                lines.append([item])
                used = wide
        return lines
