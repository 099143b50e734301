"""A question of the notes: icon, what is asked, a hint, and the key that leads to it."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.look.theme import Theme
from app.ui.plain import Label
from app.ui.widgets.marks import IconMark, KeyCap


class Prompt(QWidget):
    """The head of a question; what answers it stands below, in `column`."""

    def __init__(self, theme: Theme, icon: str, words: str, hint: str, key: str) -> None:
        super().__init__()
        self.theme = theme
        px = theme.px
        head = QHBoxLayout()
        head.setSpacing(px(10))
        head.addWidget(IconMark(theme, icon, color="ink2"))
        head.addSpacing(px(2))
        head.addWidget(Label(theme, words, role="body-bold"))
        if hint:
            head.addWidget(Label(theme, hint, role="small", color="ink2", elide=True), 1)
        else:
            head.addStretch(1)
        head.addWidget(KeyCap(theme, key))
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(px(8))
        self.column.addLayout(head)
        self.column.setSpacing(px(6))
