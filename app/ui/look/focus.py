"""Where the focus goes, and who shows it: the ring is for keyboards alone."""

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent, QWindow
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QButtonGroup, QWidget


class KeyboardFocus(QObject):
    """Marks every window as used by keyboard after a key, by mouse after a click.

    Qt sets the attribute for Tab only; an arrow key in a list must show the ring as well. Windows
    are watched one by one from their first focus on: watching the application would bring every
    event of every object into Python.
    """

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        app.focusWindowChanged.connect(self._watch)
        self._watch(app.focusWindow())

    def _watch(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)  # twice is once

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress):
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


_OTHER = Qt.FocusReason.OtherFocusReason
_BACK = (QEvent.Type.Show, QEvent.Type.EnabledChange)


class _Lead(QObject):
    """Hands the focus of a part on to where its work begins."""

    def __init__(self, part: QWidget, target: QWidget) -> None:
        super().__init__(part)
        self._part = part
        self.target = target
        part.installEventFilter(self)
        target.installEventFilter(self)

    def set_target(self, target: QWidget) -> None:
        if target is not self.target:
            if shiboken6.isValid(self.target):
                self.target.removeEventFilter(self)
            self.target = target
            target.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and watched is self._part:
            reason = event.reason() if isinstance(event, QFocusEvent) else _OTHER
            self.target.setFocus(reason)
        elif event.type() in _BACK and watched is self.target and self._part.hasFocus():
            self.target.setFocus(_OTHER)  # it was hidden or disabled when the part got the focus
        return False


def lead(part: QWidget, target: QWidget) -> None:
    """Give the focus of a page or part, once it gets it, to `target` within.

    A focus proxy would do the same, but Tab enters a part at its proxy and passes over whatever
    stands before that.
    """
    found = part.findChild(_Lead, options=Qt.FindChildOption.FindDirectChildrenOnly)
    if found is None:
        _Lead(part, target)
    else:
        found.set_target(target)


def led_to(part: QWidget) -> QWidget | None:
    """Where the focus of a part goes, through all that hand it on."""
    found = part.findChild(_Lead, options=Qt.FindChildOption.FindDirectChildrenOnly)
    if found is None:
        return None
    return led_to(found.target) or found.target


def in_order(*parts: QWidget) -> None:
    """Let Tab go through these parts in this order, whenever their contents were made."""
    before: QWidget | None = None
    for part in parts:
        for widget in (part, *part.findChildren(QWidget)):
            if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.focusProxy() is None:
                if before is not None:
                    QWidget.setTabOrder(before, widget)
                before = widget


def one_stop(group: QButtonGroup) -> None:
    """Tab stops at the chosen one of a group, and arrow keys choose, as with radio buttons.

    Qt sees to that itself, but only after one of them had the focus once.
    """

    def fit() -> None:
        chosen = group.checkedButton()
        for at, button in enumerate(group.buttons()):
            stop = button is chosen or (chosen is None and at == 0)
            policy = Qt.FocusPolicy.StrongFocus if stop else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(policy)

    group.buttonToggled.connect(fit)
    fit()
