"""Preferences: how this computer shows the program. Nothing of the people in the store stands here.

They live in Qt's settings, in plain text, and are read before the store is unlocked. What belongs
to the data (the daily number, the quiet mode) is a setting of the store.
"""

from contextlib import suppress
from pathlib import Path
from typing import cast

from PySide6.QtCore import QByteArray, QSettings

from app.ui.look import tokens
from app.ui.look.theme import Language, Mode

_LANGUAGES = ("ja", "en")
_MODES = ("system", "light", "dark")


class Preferences:
    """Typed access; a value that nobody could have chosen reads as its default."""

    def __init__(self, settings: QSettings) -> None:
        self._settings = settings

    @property
    def language(self) -> Language | None:
        """None: nobody has chosen, the system's counts."""
        text = self._text("language")
        return cast(Language, text) if text in _LANGUAGES else None

    @language.setter
    def language(self, language: Language | None) -> None:
        if language is None:
            self._settings.remove("language")
        else:
            self._settings.setValue("language", language)

    @property
    def mode(self) -> Mode:
        text = self._text("mode")
        return cast(Mode, text) if text in _MODES else "system"

    @mode.setter
    def mode(self, mode: Mode) -> None:
        self._settings.setValue("mode", mode)

    @property
    def scale(self) -> float:
        """Text size, 0.9 to 1.4; kept as a whole percentage."""
        least, most = tokens.SCALES
        try:
            found = int(self._text("text_percent")) / 100
        except ValueError:
            return 1.0
        return found if least <= found <= most else 1.0

    @scale.setter
    def scale(self, scale: float) -> None:
        self._settings.setValue("text_percent", str(round(scale * 100)))

    @property
    def strong_lines(self) -> bool:
        return self._flag("strong_lines")

    @strong_lines.setter
    def strong_lines(self, on: bool) -> None:
        self._settings.setValue("strong_lines", _word(on))

    @property
    def start_hidden(self) -> bool:
        """Whether a start at login shows only the tray icon."""
        return self._flag("start_hidden", default=True)

    @start_hidden.setter
    def start_hidden(self, on: bool) -> None:
        self._settings.setValue("start_hidden", _word(on))

    @property
    def geometry(self) -> QByteArray:
        """The main window's place, as `QWidget.saveGeometry` wrote it; empty at first."""
        found = self._settings.value("geometry")
        return found if isinstance(found, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, geometry: QByteArray) -> None:
        self._settings.setValue("geometry", geometry)

    @property
    def second_place(self) -> Path | None:
        """Where copies of the backups lie: known here as well, for the day on which the store that
        knows it does not open.
        """
        text = self._text("second_place")
        return Path(text) if text else None

    @second_place.setter
    def second_place(self, place: Path | None) -> None:
        if place is None:
            self._settings.remove("second_place")
        else:
            self._settings.setValue("second_place", str(place))

    def save(self) -> None:
        """Write to the disk now, not at the next idle moment."""
        self._settings.sync()

    def erase(self) -> None:
        """Forget everything, and leave no file; nothing is kept afterwards, whoever asks for it."""
        self._settings.clear()
        self._settings.sync()
        file = Path(self._settings.fileName())
        if file.is_file():  # elsewhere a registry has them
            file.unlink()
            with suppress(OSError):
                file.parent.rmdir()

    def _text(self, name: str) -> str:
        found = self._settings.value(name)
        return found if isinstance(found, str) else ""

    def _flag(self, name: str, *, default: bool = False) -> bool:
        return {"yes": True, "no": False}.get(self._text(name), default)


def _word(on: bool) -> str:
    return "yes" if on else "no"
