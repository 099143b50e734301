"""How a key is written on a key cap."""

from PySide6.QtGui import QKeySequence

_ARROWS = {"Up": "↑", "Down": "↓", "Left": "←", "Right": "→"}


def label(keys: str) -> str:
    """The label of a key sequence in portable form: `Ctrl+K` is "Ctrl K" ("⌘K" on macOS)."""
    if keys in _ARROWS:
        return _ARROWS[keys]
    if keys == "Return":
        return "Enter"
    native = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText) or keys
    parts = [part for part in native.split("+") if part]
    return " ".join(_ARROWS.get(part, part) for part in parts) or native
