"""Keys of a page or window: what each does, bound in one go."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

WITHIN = Qt.ShortcutContext.WidgetWithChildrenShortcut
WINDOW = Qt.ShortcutContext.WindowShortcut


def bind(
    widget: QWidget,
    does: Mapping[str, Callable[[], object]],
    context: Qt.ShortcutContext = WITHIN,
) -> list[QShortcut]:
    """Bind keys for as long as the widget lives; a key that is held down acts once."""
    made = []
    for keys, act in does.items():
        shortcut = QShortcut(QKeySequence(keys), widget)
        shortcut.setContext(context)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(act)
        made.append(shortcut)
    return made
