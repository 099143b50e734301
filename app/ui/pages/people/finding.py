"""Finding within one person's page: short lines, entries and promises, hit after hit."""

from PySide6.QtCore import QObject, Signal

from app.domain.within import Lines, words_of
from app.ui.delegates.lit import Lit
from app.ui.models.timeline import TimelineModel
from app.ui.pages.people.find_bar import FindBar
from app.ui.pages.people.remark_rows import RemarkRows
from app.ui.pages.people.timeline_view import TimelineView


class Finding(QObject):
    """Between the bar and what it looks through; folds the lines once, then each key is quick."""

    shown = Signal(str)
    """The id of the hit that should come into sight."""

    def __init__(
        self, bar: FindBar, remarks: RemarkRows, model: TimelineModel, timeline: TimelineView
    ) -> None:
        super().__init__(bar)
        self._bar, self._remarks = bar, remarks
        self._model, self._timeline = model, timeline
        self._lines: Lines | None = None
        self._hits: tuple[str, ...] = ()
        self._at = 0
        bar.typed.connect(self._typed)
        bar.stepped.connect(self._step)

    @property
    def current(self) -> str | None:
        """The hit that is gone to."""
        return self._hits[self._at] if self._hits else None

    def begin(self) -> None:
        """Open the bar; what was typed before is looked for again."""
        self._bar.begin()
        self.refresh()

    def refresh(self) -> None:
        """What is looked through changed: the same hit stays the current one where it still is."""
        self._lines = None
        if not self._bar.isHidden():
            self._look(self.current)

    def end(self) -> None:
        """Close the bar and let everything be dark again."""
        self._bar.hide()
        self._lines, self._hits = None, ()
        self._light(())

    def step(self, by: int) -> None:
        """Go on or back (F3), round at the ends."""
        if self._bar.isHidden():
            self.begin()
        else:
            self._step(by)

    # inside

    def _typed(self) -> None:
        self._look(self.current)

    def _look(self, keep: str | None) -> None:
        if self._lines is None:
            self._lines = Lines((*self._remarks.lines(), *self._model.lines()))
        words = words_of(self._bar.field.text())
        self._hits = self._lines.holding(words)
        self._at = self._hits.index(keep) if keep in self._hits else 0
        self._show(words)

    def _step(self, by: int) -> None:
        if self._hits and not self._timeline.editing:
            self._at = (self._at + by) % len(self._hits)
            self._show(words_of(self._bar.field.text()))

    def _show(self, words: tuple[str, ...]) -> None:
        self._bar.show_count(self._at + 1, len(self._hits), asked=bool(words))
        current = self.current
        self._light(words if current else ())
        if current is not None:
            self.shown.emit(current)

    def _light(self, words: tuple[str, ...]) -> None:
        self._remarks.light(words, self.current)
        self._timeline.light(Lit(words), self.current)
