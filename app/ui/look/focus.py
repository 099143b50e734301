"""The focus ring is for keyboards: one application filter keeps Qt's own mark of that right."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget


class KeyboardFocus(QObject):
    """Marks every window as used by keyboard after a key, by mouse after a click.

    Qt sets the attribute for Tab only; an arrow key in a list must show the ring as well.
    """

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress) and isinstance(
            watched, QWindow
        ):
            self._mark(kind == QEvent.Type.KeyPress)
        return False

    def _mark(self, keys: bool) -> None:
        attribute = Qt.WidgetAttribute.WA_KeyboardFocusChange
        for window in self._app.topLevelWidgets():
            window.setAttribute(attribute, keys)
        focused = self._app.focusWidget()
        if isinstance(focused, QAbstractScrollArea):
            focused.viewport().update()
        elif focused is not None:
            focused.update()


def shows_ring(widget: QWidget) -> bool:
    """Whether a widget has focus and came to it by keyboard."""
    return widget.hasFocus() and widget.window().testAttribute(
        Qt.WidgetAttribute.WA_KeyboardFocusChange
    )
