"""What stands above every page while something about the store itself is to be known."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.errors import ExpectedError
from app.store.advice import AT_RISK, Advice
from app.store.surroundings import Surroundings
from app.ui.look.theme import Theme
from app.ui.widgets.button import Button
from app.ui.widgets.notice import Notice
from app.ui.words.notices import Notice as Words
from app.ui.words.notices import Notices

Act = tuple[Callable[[], str], Callable[[], object]]
"""A button: its words, asked anew with every language, and what it does."""


class Banner(QWidget):
    """Stays until it is dismissed, or the store is closed."""

    def __init__(self, theme: Theme, words: Callable[[], Words], acts: Sequence[Act]) -> None:
        super().__init__()
        self._theme = theme
        self._words = words
        self._acts = list(acts)
        self._column = QVBoxLayout(self)
        self._notice: Notice | None = None
        self._build()
        theme.measures_changed.connect(self._build)

    def add_way_out(self, named: Callable[[], str]) -> None:
        """One more button: it lets the banner go."""
        self._acts.append((named, self.hide))
        self._build()

    def _build(self) -> None:
        px = self._theme.px
        if self._notice is not None:
            self._column.removeWidget(self._notice)
            self._notice.hide()
            self._notice.deleteLater()
        self._column.setContentsMargins(px(24), px(12), px(24), 0)
        buttons = []
        for named, does in self._acts:
            button = Button(self._theme, named())
            button.clicked.connect(lambda _=False, does=does: does())
            buttons.append(button)
        words = self._words()
        self._notice = Notice(self._theme, words.title, words.words, icon="warn", buttons=buttons)
        self.setAccessibleName(f"{words.title} {words.words}")
        self._column.addWidget(self._notice)


class BannerWords(QObject):
    """What the banners say."""

    def still(self, error: ExpectedError) -> Words:
        """Nothing can be written."""
        return Notices(self).error(error)

    def at_risk(self, advice: Advice) -> Words:
        """The store opened, and something may be lost (R8)."""
        look = self.tr("Please look whether the newest is there. Backups hold what was before.")
        title = {
            Advice.LOG_LOST: self.tr("The newest changes may be missing"),
            Advice.OLDER_DATABASE: self.tr("An older copy of the data file lies here"),
            Advice.OLDER_HEADER: self.tr("An older copy of the keys lies here"),
        }[advice]
        words = {
            Advice.LOG_LOST: self.tr(
                "Enishi was ended in the middle, and the file with its last changes is gone. {look}"
            ),
            Advice.OLDER_DATABASE: self.tr(
                "Somebody or some program put it in place of a newer one. {look}"
            ),
            Advice.OLDER_HEADER: self.tr(
                "A passphrase or recovery key of before may count again. {look}"
            ),
        }[advice]
        return Words(title, words.format(look=look))

    def place(self, found: Surroundings) -> Words:
        """Where the store lies, and what lies beside it (R14)."""
        better = self.tr(
            "Better move it to a disk of this computer; that folder can stay the second place for "
            "backups."
        )
        told = []
        if found.conflicts:
            other = self.tr(
                "A synchronised folder put {name} there. It was not opened; look at it before you "
                "delete it."
            )
            title = self.tr("Another version of this data lies beside it")
            told.append((title, other.format(name=found.conflicts[0])))
        if found.network:
            lost = self.tr("There the last changes may be lost. {better}").format(better=better)
            told.append((self.tr("This data lies on a network drive"), lost))
        elif found.service:
            half = self.tr("{service} may copy half of a change. {better}")
            title = self.tr("This data lies in a folder that is synchronised")
            told.append((title, half.format(service=found.service, better=better)))
        words = told[0][1]
        if len(told) > 1:
            words = self.tr("{first} {second}").format(first=words, second=told[1][1])
        return Words(told[0][0], words)

    def where(self) -> str:
        """Look at where it lies, and at the second place."""
        return self.tr("Show where it lies")

    def move(self) -> str:
        """Move it to another folder."""
        return self.tr("Move it…")

    def again(self) -> str:
        """Look whether it can be written by now."""
        return self.tr("Try again")

    def backups(self) -> str:
        """Look at the backups."""
        return self.tr("Look at the backups…")

    def seen(self) -> str:
        """Let it go."""
        return self.tr("Understood")


def at_risk(advice: Sequence[Advice]) -> Advice | None:
    """What a person has to know of the advice of a store, the gravest first."""
    return next((one for one in Advice if one in AT_RISK and one in advice), None)
