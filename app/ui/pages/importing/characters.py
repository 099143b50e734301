"""In what characters a file was read where it does not say so; to be put right if names look
wrong.
"""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from app.interchange.charset import CHOICES
from app.ui import plain
from app.ui.look.theme import Theme
from app.ui.widgets.button import Button
from app.usecases.import_plan import ReadFile


class CharactersButton(Button):
    """Says the guess and offers others. Emits `said(place of the file, codec)`."""

    said = Signal(int, str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, kind="ghost")
        self._files: list[tuple[int, ReadFile]] = []
        self.clicked.connect(self._open)
        self.hide()

    def show_files(self, files: Sequence[ReadFile]) -> None:
        """Offer those that were read by trial, or as somebody said before."""
        self._files = [
            (at, f) for at, f in enumerate(files) if f.cards.guessed or f.codec is not None
        ]
        self.setVisible(bool(self._files))
        if not self._files:
            return
        names = {_codec(file) for _, file in self._files}
        if len(names) == 1:
            name = next(iter(names))
            self.setText(self.tr("Read as {charset}…").format(charset=CHOICES.get(name, name)))
        else:
            self.setText(self.tr("Characters…"))
        plain.set_tooltip(self, self.tr("The file does not say how its characters are written."))

    def _open(self) -> None:
        menu = QMenu(self)
        for at, file in self._files:
            offered = menu
            if len(self._files) > 1:
                offered = menu.addMenu(plain.menu_text(file.name))
            group = QActionGroup(offered)
            for codec, name in CHOICES.items():
                action = offered.addAction(plain.menu_text(name))
                action.setCheckable(True)
                action.setChecked(codec == _codec(file))
                action.triggered.connect(partial(self._chosen, at, codec))
                group.addAction(action)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(QPoint(0, self.height() + 2)))

    def _chosen(self, at: int, codec: str) -> None:
        self.said.emit(at, codec)


def _codec(file: ReadFile) -> str:
    return file.codec or file.cards.charset or ""
