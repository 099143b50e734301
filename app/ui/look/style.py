"""The style sheet (only what painting cannot do better) and the palette, filled from the tokens."""

import re
from collections.abc import Callable, Mapping

from PySide6.QtGui import QColor, QPalette

SHEET = """
QWidget#page { background: @paper; color: @ink; }
QDialog#page { border: 1px solid @line2; }
QLineEdit, QPlainTextEdit {
    background: @card; color: @ink; placeholder-text-color: @ink3; border: 1px solid @line2;
    border-radius: %8px; padding: 0 12px; selection-background-color: @ai;
    selection-color: @on-ai;
}
QLineEdit { min-height: %34px; }
QLineEdit:focus { border: 2px solid @ai; padding: 0 11px; min-height: %32px; }
QLineEdit:disabled, QPlainTextEdit:disabled {
    background: @sunk; border-color: @line; color: @ink3;
}
QLineEdit[bare="true"], QPlainTextEdit[bare="true"], QLineEdit[bare="true"]:focus {
    border: 0; background: transparent; padding: 0; min-height: 0; border-radius: 0;
}
QAbstractItemView { background: transparent; color: @ink; border: 0; outline: 0;
    selection-background-color: @ai-soft; selection-color: @ink; }
QTableView { selection-background-color: transparent; }
QAbstractItemView:window { background: @card; border: 1px solid @line2; }
QHeaderView { background: @sunk; }
QHeaderView::section { background: @sunk; color: @ink2; border: 0; border-bottom: 1px solid @line;
    padding: %4px %8px; }
QScrollArea, QScrollArea > QWidget > QWidget#page { border: 0; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar::handle:vertical { background: @line2; border-radius: 3px; margin: 2px;
    min-height: 32px; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle:horizontal { background: @line2; border-radius: 3px; margin: 2px;
    min-width: 32px; }
QScrollBar::handle:hover { background: @off; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QMenu { font-size: %13px; background: @card; color: @ink; border: 1px solid @line2; padding: %6px; }
QMenu::item { padding: %7px %14px %7px %12px; border-radius: %6px; }
QMenu::item:selected { background: @ai-soft; color: @ai; }
QMenu::item:disabled { color: @ink3; background: transparent; }
QMenu::icon { padding-left: %8px; }
QMenu::separator { height: 1px; background: @line; margin: %6px %4px; }
QMenu::indicator { width: %14px; height: %14px; margin-left: %6px; }
QToolTip { font-size: %12px; background: @ink; color: @paper; border: 0; padding: %6px %10px; }
"""


def sheet(table: Mapping[str, str], px: Callable[[float], int]) -> str:
    """The sheet with %13px scaled and @name replaced."""
    scaled = re.sub(r"%(\d+)px", lambda m: f"{px(int(m[1]))}px", SHEET)
    return re.sub(r"@([a-z0-9]+(?:-[a-z]+)*)", lambda m: table[m[1]], scaled)


_ROLES = {
    QPalette.ColorRole.Window: "paper",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Base: "card",
    QPalette.ColorRole.AlternateBase: "sunk",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.Button: "card",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.BrightText: "shu",
    QPalette.ColorRole.Highlight: "ai",
    QPalette.ColorRole.HighlightedText: "on-ai",
    QPalette.ColorRole.PlaceholderText: "ink3",
    QPalette.ColorRole.Link: "ai",
    QPalette.ColorRole.LinkVisited: "ai",
    QPalette.ColorRole.Accent: "ai",
    QPalette.ColorRole.Mid: "line2",
    QPalette.ColorRole.Midlight: "hover",
    QPalette.ColorRole.Dark: "line2",
    QPalette.ColorRole.Light: "card",
    QPalette.ColorRole.Shadow: "line2",
    QPalette.ColorRole.ToolTipBase: "ink",
    QPalette.ColorRole.ToolTipText: "paper",
}


def palette(table: Mapping[str, str]) -> QPalette:
    """Every role that Fusion reads, so that no grey of its own shows."""
    made = QPalette()
    for role, name in _ROLES.items():
        made.setColor(role, QColor(table[name]))
    for role in (
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.Text,
        QPalette.ColorRole.ButtonText,
    ):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(table["ink3"]))
    made.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Button, QColor(table["sunk"]))
    return made
