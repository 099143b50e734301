"""The tags of a person as chips, with one more chip to add another."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QMenu, QVBoxLayout, QWidget

from app.domain.folding import fold
from app.ui.look import icons, text
from app.ui.look.theme import Theme
from app.ui.widgets.chip import Chip, ChipRow
from app.ui.widgets.field import LineField

LONGEST = 60


class TagRow(QWidget):
    """Chips of tags. A press opens a menu, Delete takes a tag away, the last chip adds one."""

    changed = Signal(tuple)
    """The tags as the person wants them now."""
    tag_wanted = Signal(str)
    """Show everyone with this tag."""
    offers_wanted = Signal()
    """The field was opened: which tags are there already?"""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tags: tuple[str, ...] = ()
        self._offers = QStringListModel(self)
        self._chips = ChipRow(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        column.addWidget(self._chips)
        self.field = LineField(
            theme, name=self.tr("New tag"), hint=self.tr("Tag, then Enter"), icon="tag", height=34
        )
        self.field.setFixedWidth(theme.px(220))
        self.field.edit.setMaxLength(LONGEST)
        self._completer = QCompleter(self._offers, self)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.field.edit.setCompleter(self._completer)
        self.field.edit.installEventFilter(self)
        self.field.submitted.connect(self._submitted)
        self.field.left.connect(self._left)
        column.addWidget(self.field)
        self.field.hide()
        self.add: Chip | None = None

    def show_tags(self, tags: Sequence[str]) -> None:
        """Show these tags."""
        self._tags = tuple(tags)
        self._chips.clear()
        for tag in tags:
            chip = Chip(self._theme, text.single(tag), ground="paper")
            chip.clicked.connect(partial(self._open_menu, tag, chip))
            chip.setAccessibleDescription(self.tr("Tag; Delete takes it away"))
            chip.installEventFilter(self)
            chip.setProperty("tag", tag)
            self._chips.add(chip)
        self.add = Chip(self._theme, self.tr("+ Add tag"), ground="paper")
        self.add.clicked.connect(lambda: self.begin())
        self._chips.add(self.add)

    def offer(self, tags: Sequence[str]) -> None:
        """Tags that are there already, for the field to complete."""
        self._offers.setStringList([text.single(tag) for tag in tags])

    def begin(self, tag: str = "") -> None:
        """Open the field for a new tag; with one that was typed before and could not be kept."""
        self.offers_wanted.emit()
        self.field.set_text(tag)
        self.field.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Escape closes the field; Delete on a chip takes its tag away."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        if watched is self.field.edit:
            if event.key() == Qt.Key.Key_Escape and not self.field.edit.composing:
                self._close()
                return True
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._remove(str(watched.property("tag")))
            return True
        return super().eventFilter(watched, event)

    def _submitted(self, words: str) -> None:
        tag = " ".join(words.split())
        if not tag:
            self._close()
            return
        self.field.set_text("")
        if fold(tag) not in {fold(known) for known in self._tags}:
            self.changed.emit((*self._tags, tag))

    def _left(self) -> None:
        popup = self._completer.popup()
        if popup is None or not popup.isVisible():
            self._submitted(self.field.text())
            self.field.hide()

    def _close(self) -> None:
        self.field.set_text("")
        self.field.hide()
        if self.add is not None:
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove(self, tag: str) -> None:
        self.changed.emit(tuple(known for known in self._tags if known != tag))

    def _open_menu(self, tag: str, chip: Chip) -> None:
        menu = QMenu(self)
        everyone = menu.addAction(
            icons.icon(self._theme, "people", "ink2"), self.tr("Everyone with this tag")
        )
        everyone.triggered.connect(partial(self.tag_wanted.emit, tag))
        remove = menu.addAction(icons.icon(self._theme, "x", "ink2"), self.tr("Take the tag away"))
        remove.triggered.connect(partial(self._remove, tag))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(chip.mapToGlobal(QPoint(0, chip.height() + 2)))
