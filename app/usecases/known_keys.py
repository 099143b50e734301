"""Who stands under which key: people of the store, and those whose cards came before."""

from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING

from app.usecases.import_plan import OWN_UID, ReadFile
from app.usecases.read_cards import mark, reached_by, repeated

if TYPE_CHECKING:
    from app.store.reader import Reader

_OWN = f"u:{OWN_UID}"
_SHARED_BY = 3
"""A number or address of so many names is a switchboard's or an office's: alone it says nothing."""

_People = dict[str, dict[str, None]]
_NO_ONE: dict[str, None] = {}


class KnownKeys:
    """The store is asked for the keys of some cards at a time; of cards that came before only what
    another card seeks as well is in memory.
    """

    def __init__(self, reader: "Reader", files: Sequence[ReadFile]) -> None:
        self._reader = reader
        self._sought = repeated([file.cards.marks for file in files])
        self._reached = reached_by([file.cards.reaches for file in files], _SHARED_BY)
        self._stored: _People = {}
        self._came: _People = {}
        self._shared: set[str] = set()
        self._near_of_this_file: list[tuple[str, str]] = []

    def ask(self, wanted: Collection[str], said: Iterable[str] = ()) -> None:
        """From now on know whom the store has under the wanted keys; `said` are those that cards
        bear themselves.
        """
        found = self._reader.matches(wanted)
        self._stored = {text: dict.fromkeys(ids) for text, ids in found.items()}
        self._shared = {text for text, who in self._stored.items() if _is_shared(text, len(who))}
        self._shared |= {t for t in said if t[0] in "mp" and hash(t) in self._reached}
        self._add_own_exports(wanted)

    def _add_own_exports(self, wanted: Iterable[str]) -> None:
        """A card that this store exported without a UID of its own bears the person's id as one."""
        ids = {t.removeprefix(_OWN): t for t in wanted if t.startswith(_OWN)}
        for contact in self._reader.contacts(ids):
            if contact.deleted_at is None:
                self._stored.setdefault(ids[contact.id], {})[contact.id] = None

    def under(self, text: str) -> dict[str, None]:
        """Who stands under a key, the known ones first."""
        stored, came = self.stored_under(text), self._came.get(text, _NO_ONE)
        return {**stored, **came} if stored and came else stored or came

    def stored_under(self, text: str) -> dict[str, None]:
        """Whom the store has under a key."""
        return self._stored.get(text, _NO_ONE)

    def nobody_under(self, texts: Collection[str]) -> bool:
        """Whether nobody stands under any of these: so it is with most cards."""
        return self._stored.keys().isdisjoint(texts) and self._came.keys().isdisjoint(texts)

    def is_shared(self, text: str) -> bool:
        """Whether so many have a number or address that alone it says nothing."""
        return text in self._shared

    def is_sought(self, text: str) -> bool:
        """Whether more than one card may seek it."""
        return mark(text) in self._sought

    def add(self, person: str, texts: Iterable[str], near: Iterable[str] = ()) -> None:
        """They are found under these texts from now on, and under `near` by the files to come; as
        far as anybody else is sought there.
        """
        self._add((person, text) for text in texts)
        self._near_of_this_file += [(person, text) for text in near if self.is_sought(text)]

    def _add(self, found: Iterable[tuple[str, str]]) -> None:
        for person, text in found:
            if self.is_sought(text):
                self._came.setdefault(text, {})[person] = None

    def end_file(self) -> None:
        """The cards of the next file are another's."""
        near, self._near_of_this_file = self._near_of_this_file, []
        self._add(near)


def _is_shared(text: str, people: int) -> bool:
    return text[0] in "mp" and people >= _SHARED_BY
