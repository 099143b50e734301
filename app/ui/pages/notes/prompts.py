"""The four questions of a card, at the right: their fields are the notes."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.card_notes import CardNotes
from app.domain.rhythm import OFFERED, Rhythm
from app.ui.look import focus, text
from app.ui.look.theme import Theme
from app.ui.pages.notes.promise_prompt import PromisePrompt
from app.ui.pages.notes.prompt import Prompt
from app.ui.plain import Label
from app.ui.widgets.chip import Chip, ChipRow
from app.ui.widgets.choice import Segments
from app.ui.widgets.field import GrowingArea
from app.ui.words.notes import NotesWords

_REPEATED = 4
"""So many lines of others are offered."""
_LONG = 18
"""A longer line is about one person alone."""


class Prompts(QWidget):
    """Fields for what is asked. `changed` follows every key."""

    changed = Signal()

    def __init__(self, theme: Theme, words: NotesWords, today: date) -> None:
        super().__init__()
        self._theme = theme
        self._rhythm: Rhythm | None = None
        self._offered: tuple[str, ...] = ()
        talked = Prompt(
            theme, "talk", self.tr("What you talked about"), self.tr("A word or two is enough"),
            "Alt+1",
        )  # fmt: skip
        self.talked = GrowingArea(theme, name=self.tr("What you talked about"))
        talked.column.addWidget(self.talked)
        pleases = Prompt(
            theme, "heart", self.tr("What would please them"), self.tr("Think from their side"),
            "Alt+2",
        )  # fmt: skip
        self.pleases = GrowingArea(theme, name=self.tr("What would please them"))
        pleases.column.addWidget(self.pleases)
        pleases.column.addSpacing(theme.px(2))
        self.others = self._make_others(pleases)
        self.promise = PromisePrompt(theme, words, today, "Alt+3")
        rhythm = Prompt(
            theme, "clock", self.tr("Be in touch again within"), self.tr("Thin, but long"), "Alt+4"
        )
        self._rhythms: dict[str, Rhythm | None] = {str(r.least): r for r in OFFERED} | {"": None}
        options = [(value, words.rhythm(r)) for value, r in self._rhythms.items()]
        self.rhythm = Segments(theme, options, name=self.tr("How often to be in touch"), height=36)
        rhythm.column.addWidget(self.rhythm)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(26))
        for part in (talked, pleases, self.promise, rhythm):
            column.addWidget(part)
        column.addStretch(1)
        for field in (self.talked, self.pleases, self.promise):
            field.changed.connect(self._changed)
        self.rhythm.chosen.connect(self._choose_rhythm)
        focus.lead(self, self.talked.edit)

    # the notes

    def notes(self, faces: tuple[str, ...]) -> CardNotes:
        """What stands in the fields, as it stands."""
        promise, due = self.promise.promise()
        lines = tuple(self.pleases.text().split("\n")) if self.pleases.text() else ()
        return CardNotes(self.talked.text(), lines, promise, due, faces, self._rhythm)

    def set_notes(self, notes: CardNotes, *, fresh: bool) -> None:
        """Show notes. Unless they are `fresh` (of another person), a field that says so already
        is left alone, cursor and all.
        """
        for field, words in ((self.talked, notes.talked), (self.pleases, "\n".join(notes.pleases))):
            if fresh or words != field.text():
                field.set_text(words)
        self.promise.set_promise(notes.promise, notes.due, fresh=fresh)
        self._rhythm = notes.rhythm
        self.rhythm.set_value(_nearest(notes.rhythm))

    def offer(self, lines: Sequence[str]) -> None:
        """Offer what was written of others this evening, the newest first."""
        short = (line for line in dict.fromkeys(lines) if len(line) <= _LONG)
        offered = tuple(line for line, _ in zip(short, range(_REPEATED), strict=False))
        if offered == self._offered:
            return
        self._offered = offered
        self.others.clear()
        for line in offered:
            chip = Chip(self._theme, text.single(line))
            chip.clicked.connect(partial(self._repeat, line))
            self.others.add(chip)
        self._others_row.setVisible(bool(offered))

    def go_to(self, number: int) -> None:
        """Put the focus on a question, from 1 to 4."""
        fields: list[QWidget] = [self.talked, self.pleases, self.promise.what, self.rhythm]
        target = fields[number - 1]
        if target is self.rhythm:
            self.rhythm.focus_chosen()
            return
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # inside

    def _make_others(self, below: Prompt) -> ChipRow:
        self._others_row = QWidget()
        row = QHBoxLayout(self._others_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._theme.px(8))
        said = Label(self._theme, self.tr("Of others"), role="small", color="ink2")
        said.setFixedHeight(self._theme.px(24))
        row.addWidget(said, 0, Qt.AlignmentFlag.AlignTop)
        chips = ChipRow(self._theme)
        row.addWidget(chips, 1)
        self._others_row.hide()
        below.column.addWidget(self._others_row)
        return chips

    def _repeat(self, line: str, *_on: object) -> None:
        """One more line, unless it stands there."""
        lines = [one for one in self.pleases.text().split("\n") if one.strip()]
        if line not in lines:
            self.pleases.set_text("\n".join((*lines, line)))
        self.pleases.setFocus(Qt.FocusReason.OtherFocusReason)
        self.pleases.edit.moveCursor(self.pleases.edit.textCursor().MoveOperation.End)

    def _choose_rhythm(self, value: str) -> None:
        self._rhythm = self._rhythms[value]
        self._changed()

    def _changed(self, *_words: object) -> None:
        self.changed.emit()


def _nearest(rhythm: Rhythm | None) -> str:
    """The value of the segment for a rhythm; it stays what it is unless another is chosen."""
    if rhythm is None:
        return ""
    return str(min(OFFERED, key=lambda offered: abs(offered.least - rhythm.least)).least)
