"""What the list asks the store: whom it shows, and how many know you. The newest question alone is
answered.
"""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.store.answers import KnownCount, PeopleFilter
from app.ui.look.theme import Theme
from app.ui.pages.people import questions
from app.ui.pages.people.filter_bar import Filter
from app.ui.pages.people.questions import Listed
from app.ui.workspace import Workspace

if TYPE_CHECKING:
    from app.store.reader import Reader
    from app.ui.background import Reply

REST_MS = 60
"""So long after the first rows of a search are shown its others are asked for: not while somebody
types, where the next letter brings another answer.
"""


class ListAsking(QObject):
    """Asks on the reader's lane; a question asked anew lets the one before go."""

    listed = Signal(object)
    """Whom to show: a `Listed`."""
    counted = Signal(object)
    """How many there are, and how many know you: a `KnownCount`."""
    rest_wanted = Signal()
    """Nobody types: the rows behind the first ones may be asked for."""

    def __init__(self, workspace: Workspace, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._theme = theme
        self._asking: Reply[Listed] | None = None
        self._counting: Reply[KnownCount] | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._rested)

    def people(self, filter_: Filter, keep: str | None) -> None:
        """Ask for the people of a view or tag; the person `keep` is to stay in sight."""
        now, language = self._workspace.now().today, self._theme.language
        wanted = PeopleFilter(filter_.view, filter_.tag, now)
        self.drop()
        self._wait(
            self._workspace.ask(
                lambda reader: questions.list_people(reader, wanted, now, language, keep)
            )
        )

    def bin(self, left: Sequence[str]) -> None:
        """Ask who lies in the bin; `left` says it of each number of days."""
        now, language = self._workspace.now().today, self._theme.language
        self.drop()
        self._wait(
            self._workspace.ask(lambda reader: questions.list_bin(reader, now, language, left))
        )

    def search(self, words: str, titles: tuple[str, str], seen: int | None) -> None:
        """Ask for what the words find; with `seen` for the first rows alone, which come sooner."""
        today, language = self._workspace.now().today, self._theme.language
        self.drop()
        self._wait(
            self._workspace.ask(
                lambda reader: questions.search(reader, words, today, language, titles, seen)
            )
        )

    def count(self) -> None:
        """Ask how many there are, and how many know you."""
        if self._counting is not None:
            self._counting.drop()
        today = self._workspace.now().today
        self._counting = self._workspace.ask(lambda reader: _count_of(reader, today))
        self._counting.then(self._counted)

    def ask_rest_soon(self) -> None:
        """Ask for the other rows when nobody types on."""
        self._rest.start()

    def drop(self) -> None:
        """Nobody waits for whom to show any more."""
        self._rest.stop()
        if self._asking is not None:
            self._asking.drop()

    def _wait(self, reply: "Reply[Listed]") -> None:
        self._asking = reply
        reply.then(self._listed)

    def _rested(self) -> None:
        if self._asking is None:
            self.rest_wanted.emit()

    def _listed(self, listed: Listed) -> None:
        self._asking = None
        self.listed.emit(listed)

    def _counted(self, count: KnownCount) -> None:
        self._counting = None
        self.counted.emit(count)


def _count_of(reader: "Reader", today: date) -> KnownCount:
    return reader.known_count(today)
