"""What a person of the scan does again and again; each act begins on the page of people."""

from collections.abc import Callable
from contextlib import suppress

from tests.desk.waiting import WaitedInVainError, until
from tests.soak.session import Session


class Acts:
    """The acts of one session."""

    def __init__(self, session: Session) -> None:
        self._session, self._keys, self._type = session, session.keys, session.type

    def all(self) -> dict[str, Callable[[], None]]:
        """Each by what it is called."""
        return {
            "search": self._search, "walk": self._walk, "note": self._note, "tag": self._tag,
            "draft": self._draft, "quick log": self._quick_log, "finder": self._finder,
            "undo": self._undo, "pages": self._pages, "promise": self._promise,
            "edit": self._edit, "export given up": self._export_given_up,
        }  # fmt: skip

    def _search(self) -> None:
        self._keys("search", "slash")
        self._type("what was searched", known=self._session.random.random() < 0.5)
        self._keys("search", "Down", "Escape")

    def _walk(self) -> None:
        self._keys("walk", "Down", "Down", "Up", "Right", "Left")

    def _note(self) -> None:
        self._to_composer("note")
        self._type("a note")
        self._keys("note", "Return")
        self._session.story.see_part(self._session.words["a note"], "list item")

    def _to_composer(self, what: str) -> None:
        """Return does nothing while the next person is not there yet, and is pressed again."""
        self._keys(what, "Down")

        def reached() -> bool:
            self._keys(what, "Return")
            with suppress(WaitedInVainError):
                until(lambda: self._session.story.has_focus("A quick note"), "it", seconds=2)
                return True
            return False

        until(reached, "a note can be written")

    def _draft(self) -> None:
        self._to_composer("draft")
        self._type("a draft")
        self._keys("draft", "ctrl+1", "ctrl+2")

    def _promise(self) -> None:
        self._keys("promise", "p")
        self._type("a promise")
        self._keys("promise", "Return")

    def _tag(self) -> None:
        self._keys("tag", "t")
        self._type("a tag")
        self._keys("tag", "Return", "Escape")

    def _edit(self) -> None:
        self._keys("edit", "e", "ctrl+a")
        self._type("an edited field")
        self._keys("edit", "ctrl+Return", "Escape")

    def _quick_log(self) -> None:
        self._keys("quick log", "ctrl+j")
        self._type("who the log is of", known=True)
        self._session.story.hands.type(" lunch ")
        self._type("a short line")
        self._keys("quick log", "Return", "Escape")

    def _finder(self) -> None:
        self._keys("finder", "ctrl+k")
        self._type("what was looked for", known=True)
        self._keys("finder", "Down", "Escape")

    def _undo(self) -> None:
        self._keys("undo", "ctrl+z", "ctrl+shift+z")

    def _pages(self) -> None:
        self._keys("pages", "ctrl+1", "ctrl+3", "ctrl+comma", "F1", "Escape", "ctrl+2")

    def _export_given_up(self) -> None:
        self._keys("export given up", "ctrl+a", "ctrl+k")
        self._session.story.hands.type("export")
        self._keys("export given up", "Return", "Escape", "Escape", "Escape")
