"""Where nothing can be written an editor stays open with what was typed."""

from PySide6.QtWidgets import QWidget


def refused(part: QWidget) -> bool:
    """Whether nothing can be written now; the window it is in says why."""
    at: QWidget | None = part
    while at is not None:
        refuse = getattr(at, "refuse_writing", None)
        if callable(refuse):
            return bool(refuse())
        at = at.parentWidget()
    return False
