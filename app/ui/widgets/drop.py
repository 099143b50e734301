"""A place to drop files on."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.look import icons, paint, text
from app.ui.look.theme import Theme
from app.ui.widgets.painted import Painted

MOST_FILES = 1000
"""More files than anybody drops on purpose."""


def dropped_files(data: QMimeData) -> list[Path]:
    """The local files among what is dragged; nothing else is ever fetched."""
    urls = data.urls()[:MOST_FILES]
    return [Path(url.toLocalFile()) for url in urls if url.isLocalFile() and not url.host()]


class DropZone(Painted):
    """A dashed frame with a card and a sentence. The page around it may pass its drops on."""

    dropped = Signal(list)
    """Paths of the files."""

    def __init__(
        self, theme: Theme, words: str, *, height: int = 182, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent)
        self._words = words
        self._height = height
        self._over = False
        self.setAcceptDrops(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(words)

    def measure(self) -> QSize:
        return QSize(self.theme.px(200), self.theme.px(self._height))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(160), self.theme.px(96))

    def set_over(self, on: bool) -> None:
        """Show that letting go here would do something."""
        self._over = on
        self.update()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.isEnabled() and dropped_files(event.mimeData()):
            event.acceptProposedAction()
            self.set_over(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.set_over(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self.set_over(False)
        files = dropped_files(event.mimeData())
        if files:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.dropped.emit(files)

    def draw(self, p: QPainter) -> None:
        theme, px = self.theme, self.theme.px
        box = QRectF(self.rect())
        fill = theme.c("ai-soft" if self._over else "sunk")
        edge = theme.c("ai" if self._over else "line2")
        paint.rounded(p, box, px(10), fill, edge, dashed=True)
        tone = "ai" if self._over else "ink2" if self.isEnabled() else "ink3"
        high = px(28) + px(6) + px(20)
        top = (box.height() - high) / 2
        side = px(32)
        icons.draw(p, theme, "card", (box.width() - side) / 2, top, size=32, color=tone)
        text.line(
            p, theme, px(8), top + px(34), self._words, color=tone, align="center",
            room=box.width() - px(16),
        )  # fmt: skip
