"""One of the three cards of the first run."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app.ui.look.theme import Theme
from app.ui.plain import Label
from app.ui.widgets.box import Box
from app.ui.widgets.marks import IconMark


class Step(Box):
    """A heading, a sentence, and what is done here; indigo while it is its turn."""

    def __init__(self, theme: Theme, title: str, words: str) -> None:
        super().__init__(theme, margins=(23, 24, 23, 21), spacing=0)
        self.setAccessibleName(title)
        self._heading = Label(theme, title, role="heading", wrap=True)
        self._sentence = Label(theme, words, color="ink2", wrap=True)
        self.body = QVBoxLayout()
        self.body.setSpacing(theme.px(4))
        self.column.addWidget(self._heading)
        self.column.addSpacing(theme.px(3))
        self.column.addWidget(self._sentence)
        self.column.addSpacing(theme.px(15))
        self.column.addLayout(self.body, 1)

    def set_turn(self, on: bool) -> None:
        """Whether this is the step to do now."""
        self.setEnabled(on)
        self.set_tokens("card", "ai" if on else "line")

    def say(self, words: str) -> None:
        """Another sentence under the heading."""
        self._sentence.setText(words)

    def done_with(self, words: str) -> None:
        """The step lies behind: only a tick and a sentence."""
        row = QHBoxLayout()
        row.setSpacing(self.theme.px(8))
        row.addWidget(IconMark(self.theme, "check", color="koke"))
        row.addWidget(Label(self.theme, words, wrap=True), 1)
        self.body.addLayout(row)
        self.body.addStretch(1)

    def gap(self, height: int) -> None:
        self.body.addSpacing(self.theme.px(height))

    def label(self, words: str) -> None:
        """The small name above an input."""
        self.body.addWidget(Label(self.theme, words, role="small", color="ink2"))
