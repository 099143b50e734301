"""What was typed last: a slot that fails may have closed the field already (R63)."""

import time
from collections.abc import Iterator

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

RECENT_SECONDS = 10.0
"""So long a failure may come after the press that hands on what was typed."""
_HANDING_ON = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})
"""Keys that may hand it on, as a press of the mouse may."""
Field = QLineEdit | QPlainTextEdit
_FIELDS = (QLineEdit, QPlainTextEdit)


class Typed(QObject):
    """Remembers for some seconds what stood typed in fields before a key or press was handled, or
    when a field lost the focus; in memory alone, and never what is typed in secret.

    Windows are watched one by one, as for the focus.
    """

    def __init__(self, app: QApplication, parent: QObject | None = None) -> None:
        super().__init__(parent or app)
        self._app = app
        self._seen: dict[str, float] = {}
        app.focusWindowChanged.connect(self._watch)
        app.focusChanged.connect(self._moved)
        self._watch(app.focusWindow())

    def lost(self) -> str:
        """What was typed and stands in no field that is seen; a line each, empty for nothing."""
        self._drop_old()
        standing = [text for window in self._windows() for text in _texts(window, typed=False)]
        lost = (text for text in self._seen if not any(text in other for other in standing))
        return "\n".join(lost)

    def forget(self) -> None:
        """It is locked."""
        self._seen.clear()

    def _watch(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)  # twice is once

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        press = kind == QEvent.Type.MouseButtonPress
        if press or (kind == QEvent.Type.KeyPress and self._hands_on(event)):
            self._remember()
        return False

    def _hands_on(self, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.key() not in _HANDING_ON:
            return False
        # Between words it hands on nothing.
        return event.key() != Qt.Key.Key_Space or not isinstance(self._app.focusWidget(), _FIELDS)

    def _moved(self, old: QWidget | None, _new: QWidget | None) -> None:
        """A field that is closed loses the focus first; a shortcut comes as no key."""
        self._remember()
        if old is not None and shiboken6.isValid(old) and isinstance(old, _FIELDS):
            self._keep(_text(old, typed=True))

    def _remember(self) -> None:
        self._drop_old()
        for window in self._windows():
            for text in _texts(window, typed=True):
                self._keep(text)

    def _keep(self, text: str) -> None:
        if text.strip():
            self._seen[text] = time.monotonic()

    def _drop_old(self) -> None:
        since = time.monotonic() - RECENT_SECONDS
        self._seen = {text: at for text, at in self._seen.items() if at >= since}

    def _windows(self) -> Iterator[QWidget]:
        return (window for window in self._app.topLevelWidgets() if window.isVisible())


def _texts(window: QWidget, *, typed: bool) -> Iterator[str]:
    for kind in _FIELDS:
        fields: list[Field] = window.findChildren(kind)
        for field in fields:
            if field.isVisible() and (text := _text(field, typed=typed)).strip():
                yield text


def _text(field: Field, *, typed: bool) -> str:
    """What stands in a field; nothing of one that is for secrets (its property "secret"), or
    (`typed`) that nobody typed in.
    """
    if field.property("secret"):
        return ""
    if isinstance(field, QLineEdit):
        return "" if typed and not field.isModified() else field.text()
    return "" if typed and not field.document().isModified() else field.toPlainText()
