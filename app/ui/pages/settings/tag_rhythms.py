"""How often to be in touch by tag, in the settings: each tag that has a rhythm."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.rhythm import OFFERED, Rhythm, TagRhythm
from app.ui.look import text
from app.ui.look.theme import Theme
from app.ui.pages.settings.rows import Row, Section
from app.ui.widgets.box import Separator
from app.ui.widgets.choice import Dropdown
from app.ui.words.notes import NotesWords

_OPEN = ""


class TagRhythmRows(QObject):
    """The rows of a section; the section hides while no tag has a rhythm."""

    chosen = Signal(str, object)
    """The tag, and its `Rhythm` or None."""

    def __init__(self, theme: Theme, section: Section) -> None:
        super().__init__(section)
        self._theme = theme
        self._section = section
        self._words = NotesWords(theme)
        self._shown: tuple[TagRhythm, ...] = ()
        self._rows = QVBoxLayout()
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        holder = QWidget()
        holder.setLayout(self._rows)
        section.continue_with(holder)
        section.hide()
        self.tags: dict[str, Dropdown] = {}

    def show_rhythms(self, rhythms: Sequence[TagRhythm]) -> None:
        """What the store says now."""
        if tuple(rhythms) == self._shown:
            for record in rhythms:  # what was chosen may not have been kept
                self.tags[record.tag].set_value(_key(record.rhythm))
            return
        self._shown = tuple(rhythms)
        while (item := self._rows.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        self.tags = {}
        for at, record in enumerate(self._shown):
            if at:
                self._rows.addWidget(Separator(self._theme))
            self._rows.addWidget(self._row(record))
        self._section.setVisible(bool(self._shown))

    def _row(self, record: TagRhythm) -> QWidget:
        others = [] if record.rhythm in OFFERED else [record.rhythm]
        offered: list[Rhythm | None] = [*OFFERED, *others, None]
        options = [(_key(rhythm), self._words.rhythm(rhythm)) for rhythm in offered]
        title = text.single(record.tag)
        choice = Dropdown(self._theme, options, _key(record.rhythm), name=title)
        by_key = {_key(rhythm): rhythm for rhythm in offered}
        choice.chosen.connect(partial(self._choose, record.tag, by_key))
        self.tags[record.tag] = choice
        words = self.tr("Whoever bears this tag, and has no rhythm of their own.")
        return Row(self._theme, "tag", title, words, choice)

    def _choose(self, tag: str, by_key: dict[str, Rhythm | None], key: str) -> None:
        self.chosen.emit(tag, by_key[key])


def _key(rhythm: Rhythm | None) -> str:
    return _OPEN if rhythm is None else f"{rhythm.least}-{rhythm.most}"
