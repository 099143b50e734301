"""What can be done about one person: four buttons, and the prompt after R in their place."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.domain.interaction import Initiative
from app.ui import plain
from app.ui.look.theme import Theme
from app.ui.plain import Label
from app.ui.reconnect.prompt import ReconnectPrompt
from app.ui.widgets.button import Button


class Acts(QStackedWidget):
    """The buttons ask the window; `ask` shows the prompt, which answers with `done` or `left`."""

    done = Signal(Initiative, str)
    left = Signal()
    """The prompt was left without an answer."""
    edited = Signal(str)
    """Another line stands in the prompt."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        px = theme.px
        self.addWidget(self._buttons())
        self.addWidget(self._question())
        self.setContentsMargins(px(24), 0, px(24), px(20))
        self.setFixedHeight(px(3 * 44 + 2 * 8 + 20))

    def _buttons(self) -> QWidget:
        theme, px = self.theme, self.theme.px
        self.reconnected = Button(
            theme, self.tr("Reconnected"), kind="primary", size="action", icon="check", key="R"
        )
        self.writing = Button(theme, self.tr("Write"), size="action", icon="pen", key="W")
        self.later = Button(theme, self.tr("Later"), size="action", icon="clock", key="Z")
        self.skip = Button(theme, self.tr("Skip"), size="action", icon="skip", key="S")
        buttons = QWidget()
        column = QVBoxLayout(buttons)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addWidget(self.reconnected)
        column.addWidget(self.writing)
        pair = QHBoxLayout()
        pair.setSpacing(px(8))
        pair.addWidget(self.later, 1)
        pair.addWidget(self.skip, 1)
        column.addLayout(pair)
        return buttons

    def _question(self) -> QWidget:
        theme, px = self.theme, self.theme.px
        self.prompt = ReconnectPrompt(theme)
        self.prompt.chosen.connect(self.done)
        self.prompt.cancelled.connect(self.left)
        self.prompt.edited.connect(self.edited)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addStretch(1)
        column.addWidget(Label(theme, self.tr("Who began?"), role="ui-bold", color="ink2"))
        column.addWidget(self.prompt)
        return page

    def set_writable(self, writable: bool) -> None:
        """Whether there is an address to write to."""
        self.writing.setEnabled(writable)
        plain.set_tooltip(self.writing, "" if writable else self.tr("No mail address is known"))

    def ask(self, person: str, line: str = "") -> None:
        """Ask who began; `person` is how a sentence calls them, `line` was typed before."""
        self.setCurrentIndex(1)
        self.prompt.ask(person, line)

    def leave_prompt(self) -> None:
        """Show the buttons again."""
        if self.currentIndex() != 0:
            self.setCurrentIndex(0)
            self.reconnected.setFocus(Qt.FocusReason.OtherFocusReason)

    def below_later(self) -> QPoint:
        """Where a menu of Later opens, on the screen."""
        return self.later.mapToGlobal(QPoint(0, self.later.height() + self.theme.px(4)))
