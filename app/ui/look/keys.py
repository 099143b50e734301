"""How a key is written on a key cap."""

from PySide6.QtGui import QKeySequence

_SHOWN = {"Up": "↑", "Down": "↓", "Left": "←", "Right": "→", "Return": "Enter"}


def label(keys: str) -> str:
    """The label of a key sequence in portable form: `Ctrl+K` is "Ctrl K" ("⌘K" on macOS)."""
    if keys in _SHOWN:
        return _SHOWN[keys]
    native = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText) or keys
    parts = [part for part in native.split("+") if part]
    return " ".join(_SHOWN.get(part, part) for part in parts) or native
