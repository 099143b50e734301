"""The menu of a person: what the buttons do not say."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from app.ui import icons
from app.ui.theme import Theme

if TYPE_CHECKING:
    from app.ui.pages.people.page import PeoplePage


class PersonMenu(QMenu):
    """Edit, tag, next contact, export, delete."""

    def __init__(self, theme: Theme, page: "PeoplePage") -> None:
        super().__init__(page)
        self._theme = theme
        edit = self._add("pen", self.tr("Edit details"), "E")
        edit.triggered.connect(partial(page.edit, "family"))
        self._add("tag", self.tr("Add a tag"), "T").triggered.connect(page.detail.tags.begin)
        follow_up = self._add("cal", self.tr("Next contact…"))
        follow_up.triggered.connect(partial(page.set_follow_up, None))
        self._add("out", self.tr("Export as vCard…")).triggered.connect(page.export)
        self.addSeparator()
        self._add("x", self.tr("Delete"), "Del").triggered.connect(page.delete)
        self.aboutToHide.connect(self.deleteLater)

    def _add(self, icon: str, words: str, key: str = "") -> QAction:
        said = f"{words}\t{key}" if key else words
        return self.addAction(icons.icon(self._theme, icon, "ink2"), said)
