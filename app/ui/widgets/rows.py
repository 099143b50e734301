"""What every list of painted rows has in common."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame


def set_up(view: QAbstractItemView) -> None:
    """No frame, no editing by Qt, scrolled by pixels, rows that know the pointer.

    Input methods stay out, so that letters reach the keys of the list in every language.
    """
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setMouseTracking(True)
    view.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
    view.viewport().setAutoFillBackground(False)
