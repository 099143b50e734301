"""Message and question boxes in our look, with text shown as it is."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QButtonGroup, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.ui import plain
from app.ui.crash import contained
from app.ui.look.theme import Theme
from app.ui.plain import Label
from app.ui.widgets.button import Button, Kind
from app.ui.widgets.marks import IconMark


class Dialog(QDialog):
    """A small window: icon, serif heading, sentences, `body` for more, buttons at the foot."""

    def __init__(
        self,
        theme: Theme,
        parent: QWidget | None,
        title: str,
        words: str = "",
        *,
        icon: str = "",
        color: str = "ink2",
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setObjectName("page")
        self.setModal(True)
        self.setWindowTitle(plain.window_title(title))
        self.setAccessibleDescription(words)
        self.heading = Label(theme, title, role="heading", wrap=True)
        self.words = Label(theme, words, role="body", color="ink2", wrap=True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        if not words:  # shown by hand it would be a window of its own: it has no parent yet
            self.words.hide()
        self._icon = IconMark(theme, icon, color=color, size=22) if icon else None
        self._closing = QButtonGroup(self)
        self._closing.setExclusive(False)
        self._closing.idClicked.connect(self.done)
        self._outer = QVBoxLayout(self)
        self._head = QHBoxLayout()
        self._texts = QVBoxLayout()
        self.body = QVBoxLayout()
        self._foot = QHBoxLayout()
        self._foot.addStretch(1)
        if self._icon is not None:
            self._head.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        self._head.addLayout(self._texts, 1)
        self._texts.addWidget(self.heading)
        self._texts.addWidget(self.words)
        self._texts.addLayout(self.body)
        self._outer.addLayout(self._head)
        self._outer.addStretch(1)
        self._outer.addLayout(self._foot)
        theme.changed.connect(self.restyle)
        self.restyle()

    def restyle(self) -> None:
        px = self.theme.px
        self._outer.setContentsMargins(px(24), px(20), px(24), px(20))
        self._outer.setSpacing(px(20))
        self._head.setSpacing(px(12))
        self._texts.setSpacing(px(6))
        self.body.setSpacing(px(8))
        self._foot.setSpacing(px(8))
        if self.isVisible():
            self.resize(self.sizeHint())

    def sizeHint(self) -> QSize:
        """As wide as the words need within bounds, and as high as they are when so broken."""
        least, most = self.theme.px(420), self.theme.px(560)
        wide = max(least, min(most, self._outer.sizeHint().width()))
        return QSize(wide, self._outer.totalHeightForWidth(wide))

    def say(self, title: str, words: str) -> None:
        """Another heading and sentence."""
        self.heading.setText(title)
        self.setWindowTitle(plain.window_title(title))
        self.words.setText(words)
        self.words.show()
        self.setAccessibleDescription(words)

    def fit(self) -> None:
        """Be as high as is needed now."""
        self._outer.activate()
        if self.isVisible():
            self.resize(self.sizeHint())

    @contained
    def showEvent(self, event: QShowEvent) -> None:
        if not event.spontaneous():
            self.resize(self.sizeHint())
        super().showEvent(event)

    def add_button(self, words: str, *, kind: Kind = "plain", result: int | None = None) -> Button:
        """A button at the foot; with a result it closes the dialog with that."""
        button = Button(self.theme, words, kind=kind)
        self._foot.addWidget(button)
        if result is not None:
            self._closing.addButton(button, result)
        return button


def message(
    theme: Theme,
    parent: QWidget | None,
    title: str,
    words: str,
    *,
    close: str,
    icon: str = "warn",
    color: str = "shu",
) -> Dialog:
    """A box that says something; show it with `open()` or `exec()`."""
    box = Dialog(theme, parent, title, words, icon=icon, color=color)
    button = box.add_button(close, kind="primary", result=QDialog.DialogCode.Accepted)
    button.setDefault(True)
    button.setFocus()
    return box


def question(
    theme: Theme,
    parent: QWidget | None,
    title: str,
    words: str,
    *,
    accept: str,
    reject: str,
    careful: bool = False,
) -> Dialog:
    """A box that asks; `careful` leaves Enter to the way back. `accepted` says yes."""
    icon, color = ("warn", "kin") if careful else ("", "ink2")
    box = Dialog(theme, parent, title, words, icon=icon, color=color)
    no = box.add_button(reject, kind="ghost", result=QDialog.DialogCode.Rejected)
    yes = box.add_button(
        accept, kind="second" if careful else "primary", result=QDialog.DialogCode.Accepted
    )
    first = no if careful else yes
    first.setDefault(True)
    first.setFocus()
    return box


def confirm(
    theme: Theme,
    parent: QWidget | None,
    title: str,
    words: str,
    *,
    accept: str,
    reject: str,
    careful: bool = False,
) -> bool:
    """Ask and wait for the answer."""
    box = question(theme, parent, title, words, accept=accept, reject=reject, careful=careful)
    try:
        return box.exec() == QDialog.DialogCode.Accepted
    finally:
        box.deleteLater()


def choose(
    theme: Theme, parent: QWidget | None, title: str, words: str, answers: Sequence[str]
) -> int | None:
    """Ask with several answers; the number of the answer, or None when closed."""
    box = Dialog(theme, parent, title, words)
    for at, answer in enumerate(answers):
        last = at == len(answers) - 1
        box.add_button(answer, kind="primary" if last else "plain", result=at + 1)
    try:
        got = box.exec()
        return got - 1 if got else None
    finally:
        box.deleteLater()
