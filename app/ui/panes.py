"""Panes: the parts of a page between which F6 goes."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from app.ui.look.focus import led_to

_PANE = "pane"


def mark(*parts: QWidget) -> None:
    """Make parts of a page panes; one that leads the focus on is entered there."""
    for part in parts:
        part.setProperty(_PANE, True)


def of_page(page: QWidget) -> list[QWidget]:
    """The panes of a page in reading order; a page without any is one itself."""
    found = [w for w in page.findChildren(QWidget) if w.property(_PANE) and w.isVisible()]
    found.sort(key=lambda w: (w.mapTo(page, QPoint()).x(), w.mapTo(page, QPoint()).y()))
    return found or [page]


def next_after(focused: QWidget | None, panes: Sequence[QWidget]) -> None:
    """Enter the pane that follows the one with the focus, and can take it."""
    at = next((n for n, pane in enumerate(panes) if _holds(pane, focused)), 0)
    for step in range(1, len(panes)):
        target = _entry(panes[(at + step) % len(panes)])
        if target is not None:
            target.setFocus(Qt.FocusReason.TabFocusReason)
            return


def _holds(pane: QWidget, focused: QWidget | None) -> bool:
    return focused is not None and (pane is focused or pane.isAncestorOf(focused))


def _entry(pane: QWidget) -> QWidget | None:
    """Where the person was in it, else its proxy, else what Tab would reach first."""
    candidates = [pane.focusWidget(), led_to(pane), pane]
    following = pane.nextInFocusChain()
    while following is not None and following is not pane:
        if pane.isAncestorOf(following):
            candidates.append(following)
        following = following.nextInFocusChain()
    return next((w for w in candidates if w is not None and _takes_focus(w)), None)


def _takes_focus(widget: QWidget) -> bool:
    tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(tab) and widget.isVisible() and widget.isEnabled()
