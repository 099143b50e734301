"""The buttons on the current row of the queue, and the prompt that takes their place after R."""

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.domain.interaction import Initiative
from app.ui import plain
from app.ui.delegates.queue import RIGHT, TEXT, THINNER
from app.ui.look.theme import Theme
from app.ui.reconnect.prompt import ReconnectPrompt
from app.ui.reconnect.thinner import ThinnerLine
from app.ui.today import DuePerson
from app.ui.widgets.button import Button
from app.ui.words.today import TodayWords

_UNSEEN = 14
"""The room inside the last button, which has no border, may stand beyond the words above."""


class RowActions(QWidget):
    """One for the whole list; it lies over the lower end of whichever row is current."""

    done = Signal(Initiative, str)
    write = Signal()
    later = Signal()
    skip = Signal()
    less = Signal()
    keep = Signal()
    """As often as before: an answer to what is proposed after three skips."""
    prompt_left = Signal()

    def __init__(self, theme: Theme, words: TodayWords, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self.thinner = ThinnerLine(theme, words)
        self.thinner.setFixedHeight(theme.px(THINNER))
        self.thinner.less.connect(self.less)
        self.thinner.keep.connect(self.keep)
        self.prompt = ReconnectPrompt(theme, compact=True)
        self.prompt.chosen.connect(self._chosen)
        self.prompt.cancelled.connect(self.leave_prompt)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._buttons())
        self._asking = QWidget()
        asking = QHBoxLayout(self._asking)
        asking.setContentsMargins(0, 0, theme.px(_UNSEEN), 0)
        asking.addWidget(self.prompt)
        self._stack.addWidget(self._asking)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.addWidget(self.thinner)
        self._column.addWidget(self._stack)
        self._column.setContentsMargins(
            theme.px(TEXT), theme.px(12), theme.px(RIGHT - _UNSEEN) - 1, theme.px(16)
        )

    def _buttons(self) -> QWidget:
        theme = self.theme
        self.reconnected = Button(
            theme, self.tr("Reconnected"), kind="primary", icon="check", key="R"
        )
        self.writing = Button(theme, self.tr("Write"), icon="pen", key="W")
        self.waiting = Button(theme, self.tr("Later"), icon="clock", key="Z")
        self.skipping = Button(theme, self.tr("Skip this time"), kind="ghost", icon="skip", key="S")
        self.reconnected.clicked.connect(self.ask)
        self.writing.clicked.connect(self.write)
        self.waiting.clicked.connect(self.later)
        self.skipping.clicked.connect(self.skip)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        for button in self._all():
            row.addWidget(button)
        row.addStretch(1)
        return holder

    def _all(self) -> tuple[Button, ...]:
        return self.reconnected, self.writing, self.waiting, self.skipping

    def show_person(self, person: DuePerson, called: str) -> None:
        """Be about this person; `called` is how a sentence calls them."""
        self._called = called
        mail = bool(person.contact.emails)
        self.writing.setEnabled(mail)
        plain.set_tooltip(self.writing, "" if mail else self.tr("No mail address is known"))
        for button in self._all():
            button.setAccessibleName(
                self.tr("{who}: {what}").format(who=called, what=button.words())
            )
        self.leave_prompt()
        self.thinner.show_person(person)

    def propose(self, person: DuePerson) -> None:
        """The same person is known better now: what is proposed may differ."""
        self.thinner.show_person(person)

    def ask(self) -> None:
        """Show the prompt in place of the buttons."""
        self.ask_again("")

    def ask_again(self, line: str) -> None:
        """The same, with a line that was typed before."""
        self._stack.setCurrentWidget(self._asking)
        self.prompt.ask(self._called, line)

    def asking(self) -> bool:
        """Whether the prompt is shown."""
        return self._stack.currentWidget() is self._asking

    def leave_prompt(self) -> None:
        """Back to the buttons."""
        if self.asking():
            self._stack.setCurrentIndex(0)
            self.prompt_left.emit()

    def below_later(self) -> QPoint:
        """Where the menu of "later" opens."""
        return self.waiting.mapToGlobal(QPoint(0, self.waiting.height() + self.theme.px(4)))

    def _chosen(self, initiative: Initiative, line: str) -> None:
        self.done.emit(initiative, line)
        self.leave_prompt()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Key caps go where the buttons would not fit with them."""
        margins = self._column.contentsMargins()
        room = self.width() - margins.left() - margins.right()
        for button in self._all():
            button.show_key(True)
        gaps = 3 * self.theme.px(8)
        if sum(button.sizeHint().width() for button in self._all()) + gaps > room:
            for button in self._all():
                button.show_key(False)
        super().resizeEvent(event)
