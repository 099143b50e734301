"""Sections of settings: a header, and rows of icon, words and a control."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.ui.look.theme import Theme
from app.ui.plain import Label
from app.ui.widgets.box import Box, SectionHeader, Separator
from app.ui.widgets.marks import IconMark


class Row(QWidget):
    """One setting. The words say what it does, the control at the right does it."""

    def __init__(
        self,
        theme: Theme,
        icon: str,
        title: str,
        words: str,
        control: QWidget | None = None,
        *,
        tone: str = "ink2",
        below: Sequence[QWidget] = (),
    ) -> None:
        """`below` stands under the words, in one line."""
        super().__init__()
        px = theme.px
        self.title = Label(theme, title, role="body-bold", wrap=True)
        self.words = Label(theme, words, color="ink2", wrap=True)
        if not words:
            self.words.hide()
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addStretch(1)
        texts.addWidget(self.title)
        texts.addWidget(self.words)
        if below:
            line = QHBoxLayout()
            line.setContentsMargins(0, px(8), 0, 0)
            line.setSpacing(px(8))
            for widget in below:
                line.addWidget(widget)
            line.addStretch(1)
            texts.addLayout(line)
        texts.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(20), px(14), px(20), px(14))
        row.setSpacing(px(20))
        row.addWidget(IconMark(theme, icon, size=22, color=tone), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(texts, 1)
        if control is not None:
            row.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter)
            if not control.accessibleDescription():
                control.setAccessibleDescription(words)
        self.setMinimumHeight(px(72))

    def say(self, words: str) -> None:
        self.words.setText(words)
        self.words.setVisible(bool(words))


def beside(theme: Theme, *controls: QWidget) -> QWidget:
    """Several controls of one row."""
    place = QWidget()
    row = QHBoxLayout(place)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.px(8))
    for control in controls:
        row.addWidget(control)
    return place


class Section(QWidget):
    """A header and a panel of rows."""

    def __init__(self, theme: Theme, title: str) -> None:
        super().__init__()
        self._theme = theme
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(SectionHeader(theme, title, role="body-bold", color="ink"))
        self._box = Box(theme, margins=(1, 1, 1, 1), spacing=0)
        column.addWidget(self._box)

    def add(self, row: QWidget) -> None:
        """Another row, under a line."""
        if self._box.column.count():
            self._box.column.addWidget(Separator(self._theme))
        self._box.column.addWidget(row)

    def continue_with(self, rows: QWidget) -> None:
        """More rows in the same panel, which bring their own lines."""
        self._box.column.addWidget(rows)


class Part(QScrollArea):
    """One part of the settings: sections under each other, as far as needed scrolled."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self.theme = theme
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        inner = QWidget()
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(0, 0, theme.px(36), theme.px(36))
        self._column.setSpacing(theme.px(18))
        self._column.addStretch(1)
        self.setWidget(inner)
        inner.setAutoFillBackground(False)

    def section(self, title: str) -> Section:
        """A new section below the others."""
        made = Section(self.theme, title)
        self._column.insertWidget(self._column.count() - 1, made)
        return made
