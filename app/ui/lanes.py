"""The lanes of a store that was unlocked: for writing, or for reading alone (R5)."""

from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.store.folder import StoreFolder
from app.ui.workspace import Workspace

if TYPE_CHECKING:
    from app.store.reader import Reader
    from app.store.still import Sitting, StillStore
    from app.store.store import Store
    from app.store.vault import DataKey
    from app.store.wrap import Box

_PATIENCE = 5.0
"""Seconds that a reader waits for what was typed before, while that is being written."""


class Lanes:
    """Makes the workspace of a store, and carries what was typed while nothing could be written
    to where it can be; between openings it is sealed.
    """

    def __init__(self, folder: StoreFolder) -> None:
        self._folder = folder
        self._waiting: Box | None = None
        self._sitting: Sitting | None = None
        self._key: DataKey | None = None

    def open(self, key: "DataKey", parent: QObject) -> Workspace:
        """To read and to write."""
        waiting, self._waiting = self._waiting, None
        folder, written = self._folder, Event()
        if waiting is None:
            written.set()

        def open_store() -> "Store":
            from app.store.store import open_store

            try:
                store = open_store(folder, key)
                if waiting is not None:
                    _bring(store, waiting, key)
            except BaseException:
                self._waiting = waiting
                raise
            finally:
                written.set()
            return store

        def open_reader() -> "Reader":
            from app.store.store import open_reader

            written.wait(_PATIENCE)
            return open_reader(folder, key)

        return Workspace(open_store, open_reader, parent=parent)

    def open_still(self, key: "DataKey", why: str, parent: QObject) -> Workspace:
        """To read alone; `why` is a `still.Why`."""
        from app.store.still import Sitting, taken_up
        from app.store.writable import Why

        folder, sitting = self._folder, Sitting(Why(why), taken_up(self._waiting, key))
        self._sitting, self._key = sitting, key

        def open_still() -> "StillStore":
            from app.store.store import open_still

            return open_still(folder, key, sitting)

        return Workspace(open_still, open_still, parent=parent)

    def closed(self) -> None:
        """The workspace is closed: what still waits is sealed, and the key is let go of."""
        if self._sitting is not None and self._key is not None:
            from app.store.still import put_by

            self._waiting = put_by(self._sitting.settings, self._key)
        self._sitting = self._key = None


def _bring(store: "Store", waiting: "Box", key: "DataKey") -> None:
    from app.store.still import taken_up

    for name, value in taken_up(waiting, key).items():
        store.set_setting(name, value)
