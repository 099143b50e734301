"""What stands beside the window when it is locked: dialogs, menus, tooltips, the clipboard."""

from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from app.ui import plain


def put_away(window: QWidget) -> None:
    """Hide everything but the window, and take off the clipboard what was copied from us: what
    somebody else put there is theirs.
    """
    plain.hide_tooltip()
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.hide()
    for other in QApplication.topLevelWidgets():
        # Qt's own picture in an XEmbed panel is a window as well, and the way back.
        if other is not window and other.isVisible() and not other.inherits("QSystemTrayIconSys"):
            other.hide()
    clipboard = QGuiApplication.clipboard()
    for mode in (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection):
        if _ours(clipboard, mode):
            clipboard.clear(mode)


def _ours(clipboard: QClipboard, mode: QClipboard.Mode) -> bool:
    if mode is QClipboard.Mode.Selection:
        return clipboard.supportsSelection() and clipboard.ownsSelection()
    return clipboard.ownsClipboard()
