"""What is proposed after three skips in a row: less often. A calm line with two answers."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from app.ui.look.theme import Theme
from app.ui.plain import Label
from app.ui.today import DuePerson
from app.ui.widgets.button import Button
from app.ui.words.today import TodayWords

LESS, KEEP = "L", "K"
"""The keys of the two answers."""
HEIGHT = 34


class ThinnerLine(QWidget):
    """Hidden where nothing is proposed. `stacked` puts the answers below the sentence."""

    less = Signal()
    keep = Signal()

    def __init__(self, theme: Theme, words: TodayWords, *, stacked: bool = False) -> None:
        super().__init__()
        self._words = words
        self.said = Label(theme, "", color="ink2", wrap=stacked, elide=not stacked)
        self.yes = Button(theme, self.tr("Less often"), kind="ghost", key=LESS)
        self.no = Button(theme, self.tr("As before"), kind="ghost", key=KEEP)
        self.yes.clicked.connect(self.less)
        self.no.clicked.connect(self.keep)
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        line = QBoxLayout(down if stacked else across, self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.px(4))
        line.addWidget(self.said, 0 if stacked else 1)
        answers = QHBoxLayout()
        answers.setSpacing(theme.px(4))
        answers.addWidget(self.yes)
        answers.addWidget(self.no)
        answers.addStretch(1)
        line.addLayout(answers)
        self.hide()

    def show_person(self, person: DuePerson) -> None:
        """Say what is proposed for this person, if anything is."""
        if person.thinner is not None:
            sentence = self._words.thinner(person.thinner)
            self.said.setText(sentence)
            self.setAccessibleName(sentence)
        self.setVisible(person.thinner is not None)

    def show_keys(self, on: bool) -> None:
        """Whether the key caps stand beside the words."""
        self.yes.show_key(on)
        self.no.show_key(on)
