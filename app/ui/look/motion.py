"""Motion: how long a movement takes, nothing where the system asks for stillness."""

from PySide6.QtWidgets import QStyle, QWidget

LEAVING_MS = 160
"""A row leaving the queue."""


def duration(widget: QWidget, milliseconds: int) -> int:
    """The duration, or 0 where the widget is not seen or the system shows no animations."""
    hint = QStyle.StyleHint.SH_Widget_Animation_Duration
    if not widget.isVisible() or widget.style().styleHint(hint, None, widget) == 0:
        return 0
    return milliseconds
