"""The chips and the menu above the list: which people it shows."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from app.domain.rhythm import OFFERED, Rhythm, TagRhythm
from app.store.answers import PeopleView
from app.ui import plain
from app.ui.look import focus, icons
from app.ui.look.theme import Theme
from app.ui.widgets.button import Button
from app.ui.widgets.chip import Chip, ChipRow
from app.ui.words.notes import NotesWords
from app.ui.workspace import Workspace
from app.usecases import duplicates

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from app.store.reader import Reader

_CHIPS = (PeopleView.ALL, PeopleView.QUIET, PeopleView.PROMISE)
_TAGS = 12
"""So many of the most used tags are offered at once."""
_COUNTED = 20_000
"""Among more people duplicates are looked for when they are wanted, not counted before."""


@dataclass(frozen=True, slots=True)
class Filter:
    """A view with perhaps a tag, or the bin."""

    view: PeopleView = PeopleView.ALL
    tag: str | None = None
    bin: bool = False


@dataclass(frozen=True, slots=True)
class Offers:
    """What the menu offers: tags with how many bear them, and how many lie in the bin."""

    tags: tuple[tuple[str, int], ...]
    deleted: int
    rhythms: tuple[TagRhythm, ...] = ()


class FilterBar(QWidget):
    """One chip for each usual view; the menu holds the rest, and what it chose becomes a chip."""

    chosen = Signal(object)
    """The `Filter` that the person chose."""
    duplicates_wanted = Signal()
    recall_wanted = Signal()
    export_wanted = Signal()
    rhythm_wanted = Signal(str, object)
    """A tag, and how often to be in touch with whoever bears it: a `Rhythm`, or None."""

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._theme = theme
        self._filter = Filter()
        self._twins: QAction | None = None
        self.people = 0
        """How many people are kept, whatever is listed."""
        self._chips = ChipRow(theme)
        self.views: dict[PeopleView, Chip] = {}
        self.narrowed = Chip(theme, "", checkable=True, icon="filter")
        self.menu = Button(
            theme, kind="ghost", icon="filter", name=self.tr("More filters, export, and the bin")
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(4))
        row.addWidget(self._chips, 1)
        self.menu.setFixedSize(theme.px(28), theme.px(24))
        row.addWidget(self.menu, 0, Qt.AlignmentFlag.AlignTop)
        self._make_chips()
        focus.in_order(self._chips, self.menu)
        self.menu.clicked.connect(self._open_menu)

    def mark(self, filter_: Filter, *, searching: bool) -> None:
        """Show which people are listed; a search is in all of them."""
        self._filter = filter_
        for view, chip in self.views.items():
            chip.setChecked(view is filter_.view and not searching and not filter_.bin)
        words = ""
        if filter_.bin:
            words = self.tr("Bin")
        elif filter_.tag:
            words = filter_.tag
        elif filter_.view not in _CHIPS:
            words = self._views()[filter_.view][1]
        self.narrowed.setText(words)
        self.narrowed.setChecked(bool(words))
        self.narrowed.setVisible(bool(words) and not searching)

    def _make_chips(self) -> None:
        words = {
            PeopleView.ALL: self.tr("All"),
            PeopleView.QUIET: self.tr("Quiet"),
            PeopleView.PROMISE: self.tr("Promise open"),
        }
        for view in _CHIPS:
            chip = Chip(self._theme, words[view], checkable=True)
            chip.clicked.connect(partial(self._press, view))
            self.views[view] = chip
            self._chips.add(chip)
        self.narrowed.clicked.connect(partial(self._choose, Filter()))
        self._chips.add(self.narrowed)
        self.mark(Filter(), searching=False)

    def _views(self) -> dict[PeopleView, tuple[str, str]]:
        """The views of the menu: what they are called there, and on the chip."""
        return {
            PeopleView.KNOWS_ME: (self.tr("Who knows you"), self.tr("Knows you")),
            PeopleView.FOLLOW_UP: (self.tr("Next contact is set"), self.tr("Next contact")),
        }

    def _press(self, view: PeopleView) -> None:
        self.chosen.emit(Filter(view, self._filter.tag))

    def _choose(self, filter_: Filter) -> None:
        self.chosen.emit(filter_)

    def _open_menu(self) -> None:
        self._workspace.ask(_offers_of).then(self._show_menu)

    def _show_menu(self, offers: Offers) -> None:
        now, menu = self._filter, QMenu(self)
        for view, (words, _) in self._views().items():
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(now.view is view)
            other = PeopleView.ALL if now.view is view else view
            action.triggered.connect(partial(self._choose, Filter(other)))
        if offers.tags:
            menu.addSeparator()
        self._offer_tags(menu, offers.tags[:_TAGS])
        if len(offers.tags) > _TAGS:
            more = menu.addMenu(self.tr("More tags"))
            self._offer_tags(more, sorted(offers.tags[_TAGS:]))
        if now.tag is not None:
            self._offer_rhythms(menu, now.tag, offers.rhythms)
        menu.addSeparator()
        self._twins = menu.addAction(self.tr("Possible duplicates"))
        self._twins.setEnabled(self.people > 1)
        self._twins.triggered.connect(self.duplicates_wanted)
        if 1 < self.people <= _COUNTED:
            self._workspace.ask(_pairs_of).then(self._count_twins)
        faces = menu.addAction(self.tr("Recall faces"))
        faces.setEnabled(self.people > 0)
        faces.triggered.connect(self.recall_wanted)
        export = menu.addAction(self.tr("Export people…"))
        export.setEnabled(self.people > 0)
        export.triggered.connect(self.export_wanted)
        words = self.tr("Bin")
        if offers.deleted:
            words = self.tr("Bin ({count})").format(count=offers.deleted)
        bin_ = menu.addAction(words)
        bin_.setEnabled(bool(offers.deleted))
        bin_.triggered.connect(partial(self._choose, Filter(bin=True)))
        menu.aboutToHide.connect(self._forget_twins)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.menu.mapToGlobal(QPoint(0, self.menu.height() + 2)))

    def _offer_rhythms(self, menu: QMenu, tag: str, rhythms: Sequence[TagRhythm]) -> None:
        """How often to be in touch with whoever bears the tag that is shown."""
        now = next((r.rhythm for r in rhythms if r.tag == tag), None)
        words = NotesWords(self._theme)
        title = self.tr("“{tag}”: be in touch within").format(tag=tag)
        icon = icons.icon(self._theme, "clock", "ink2")
        menu.addSeparator()
        offered = menu.addMenu(icon, plain.menu_text(title))
        others = [now] if now is not None and now not in OFFERED else []
        for rhythm in (*OFFERED, *others, None):
            action = offered.addAction(words.rhythm(rhythm))
            action.setCheckable(True)
            action.setChecked(rhythm == now)
            action.triggered.connect(partial(self._choose_rhythm, tag, rhythm))

    def _choose_rhythm(self, tag: str, rhythm: Rhythm | None, _on: bool = False) -> None:
        self.rhythm_wanted.emit(tag, rhythm)

    def _count_twins(self, count: int) -> None:
        """Behind the menu: looking through everybody takes a moment."""
        if self._twins is not None:
            words = self.tr("Possible duplicates ({count})").format(count=count)
            self._twins.setText(words if count else self.tr("No possible duplicates"))
            self._twins.setEnabled(count > 0)

    def _forget_twins(self) -> None:
        self._twins = None

    def _offer_tags(self, menu: QMenu, tags: Sequence[tuple[str, int]]) -> None:
        now = self._filter
        icon = icons.icon(self._theme, "tag", "ink2")
        for tag, count in tags:
            action = menu.addAction(icon, plain.menu_text(f"{tag}  {count}"))
            action.setCheckable(True)
            action.setChecked(tag == now.tag)
            wanted = Filter(now.view, None if tag == now.tag else tag)
            action.triggered.connect(partial(self._choose, wanted))


def _offers_of(reader: "Reader") -> Offers:
    return Offers(reader.tags(), len(reader.deleted()), reader.tag_rhythms())


def _pairs_of(reader: "Reader") -> int:
    return len(duplicates.pairs(reader))
