"""The window: one frame for the scenes (first run, unlock, shell), its place kept."""

from PySide6.QtCore import QByteArray, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from app.ui.crash import contained
from app.ui.look.theme import Theme

DEFAULT = QSize(1280, 820)
LEAST = QSize(1024, 680)


class Window(QWidget):
    """Shows one scene at a time. What closing means is decided outside (`closing`)."""

    closing = Signal()
    """The person closed the window; it stays as it is until somebody hides it."""
    first_painted = Signal()
    """It is on the screen for the first time."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._may_close = False
        self._painted = False
        self.setObjectName("page")
        self.setWindowTitle("Enishi")
        self._scenes = QStackedLayout(self)
        self._scenes.setContentsMargins(0, 0, 0, 0)
        self.resize(DEFAULT)
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_scene(self, scene: QWidget) -> None:
        """Show a scene instead of the one before, which is deleted."""
        before = self._scenes.currentWidget()
        if before is scene:
            return
        self._scenes.addWidget(scene)
        self._scenes.setCurrentWidget(scene)
        scene.setFocus(Qt.FocusReason.OtherFocusReason)
        if before is not None:
            self._scenes.removeWidget(before)
            before.hide()
            before.deleteLater()

    @property
    def scene(self) -> QWidget | None:
        """The scene that is shown."""
        return self._scenes.currentWidget()

    def bring_up(self) -> None:
        """Show it, on top, whatever state it was in."""
        if self.isMinimized():
            self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def place(self, geometry: QByteArray) -> None:
        """Go to the place of the last time; the design's size where there is none."""
        if not geometry.isEmpty():
            self.restoreGeometry(geometry)

    def let_close(self) -> None:
        """From now on closing closes: the program ends."""
        self._may_close = True

    def _restyle(self) -> None:
        screen = self.screen().availableSize()
        self.setMinimumSize(
            min(LEAST.width(), screen.width()), min(LEAST.height(), screen.height())
        )
        self.update()

    @contained
    def closeEvent(self, event: QCloseEvent) -> None:
        if self._may_close:
            event.accept()
            return
        event.ignore()
        self.closing.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        p.fillRect(self.rect(), self._theme.c("paper"))
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self.first_painted.emit)
