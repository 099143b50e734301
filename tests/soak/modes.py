"""R47: watches what is made in folders of ours, and whether others may read it."""

import os
import stat
import threading
from contextlib import closing, suppress
from pathlib import Path

SETTINGS = "enishi"


class Modes(threading.Thread):
    """Watches what is made in folders of ours, and whether others may read it."""

    def __init__(self, places: list[Path]) -> None:
        super().__init__(name="modes", daemon=True)
        self._places, self._over = places, threading.Event()
        self.seen: set[str] = set()
        self.open: set[str] = set()

    def run(self) -> None:
        while not self._over.wait(0.02):
            for place in self._places:
                self._look(place)

    def _look(self, place: Path) -> None:
        with suppress(OSError), closing(os.scandir(place)) as entries:
            self._note(str(place), place.stat())
            for entry in entries:
                with suppress(OSError):
                    info = entry.stat(follow_symlinks=False)
                    if place.name != SETTINGS:  # Qt's own files, which others cannot reach
                        self._note(entry.path, info)
                    if stat.S_ISDIR(info.st_mode):
                        self._look(Path(entry.path))

    def _note(self, path: str, info: os.stat_result) -> None:
        self.seen.add(path)
        if info.st_mode & 0o077 and not stat.S_ISLNK(info.st_mode):
            self.open.add(path)

    def stop(self) -> None:
        self._over.set()
        self.join()
