"""One gathering: when and where, whose cards came from there, who else was there, what became of
it.
"""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from app.domain.contact import Contact
from app.domain.gathering import Gathering
from app.ui.look import focus
from app.ui.look.theme import Theme
from app.ui.pages.gatherings.editor import GatheringEditor
from app.ui.pages.gatherings.person_line import PersonLine
from app.ui.pages.gatherings.questions import Known
from app.ui.plain import Label
from app.ui.widgets.box import Box, SectionHeader
from app.ui.widgets.button import Button
from app.ui.widgets.chip import Chip, ChipRow
from app.ui.widgets.field import TextArea
from app.ui.widgets.flow import FlowLayout
from app.ui.words.gatherings import GatheringWords

LEFT, TOP, RIGHT, BOTTOM = 32, 24, 28, 32
_WIDEST = 760
_AT_ONCE = 100
"""So many people are shown, and as many more whenever more are wanted."""


class GatheringPane(QScrollArea):
    """Shows a gathering, or its form. Writes nothing itself."""

    edit_wanted = Signal()
    people_wanted = Signal()
    recall_wanted = Signal()
    delete_wanted = Signal()
    notes_wanted = Signal()
    person_wanted = Signal(str)
    taken_out = Signal(str)
    note_written = Signal(object, str)
    """The gathering as it was seen, and its note."""
    saved = Signal(object, object)
    edit_left = Signal()
    form_changed = Signal()
    """Something else stands in the form, or it was closed."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._words = GatheringWords(theme)
        self.known: Known | None = None
        self.editor: GatheringEditor | None = None
        self._shown = _AT_ONCE
        self._today = date.min
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._inner = QWidget()
        self._inner.setObjectName("page")
        self._column = QVBoxLayout(self._inner)
        self._column.setSpacing(theme.px(18))
        self._head = self._make_head()
        self._people = QWidget()
        self._people_column = QVBoxLayout(self._people)
        self._people_column.setContentsMargins(0, 0, 0, 0)
        self._people_column.setSpacing(theme.px(8))
        self._place = QVBoxLayout()
        for part in (self._head, self._people):
            self._column.addWidget(part)
        self._column.addLayout(self._place)
        self._column.addStretch(1)
        self._inner.setMaximumWidth(theme.px(_WIDEST))
        self.setWidget(self._inner)
        self._fit()

    # showing

    def show_gathering(self, known: Known, today: date, unkept: str | None = None) -> None:
        """Show one, behind its form where that is open; a note that is being written stays.
        `unkept`: a note that was typed and could not be kept.
        """
        before = self.known
        same = before is not None and before.gathering.id == known.gathering.id
        self.known, self._today = known, today
        if not same:
            self._shown = _AT_ONCE
            self.verticalScrollBar().setValue(0)
        gathering, words = known.gathering, self._words
        self._name.setText(gathering.name)
        self._when.setText(words.head(gathering, today))
        self._off.setVisible(gathering.called_off)
        self._chips.clear()
        for word in (gathering.series, *gathering.interests):
            if word:
                self._chips.add(Chip(self._theme, word, press=False))
        self._chips.setVisible(bool(gathering.series or gathering.interests))
        self._say(self._purpose, gathering.purpose or "")
        self._say(self._about, gathering.about or "")
        self._say(self._became, words.became(known.became, today))
        series = ""
        if gathering.series and known.series_times > 1:
            series = words.series(gathering.series, known.series_times, known.series_became)
        self._say(self._series, series)
        if not (same and self.note.edit.hasFocus()):
            self.note.set_text(gathering.note or "" if unkept is None else unkept)
        self.notes.setVisible(bool(known.received))
        self._show_people()

    def edit(self, gathering: Gathering, today: date) -> None:
        """Show the form of a gathering, in the place of what is known of it."""
        self.close_editor()
        editor = self.editor = GatheringEditor(self._theme, gathering, today)
        editor.saved.connect(self.saved)
        editor.cancelled.connect(self.edit_left)
        editor.edited.connect(self.form_changed)
        self._head.hide()
        self._people.hide()
        self._place.addWidget(editor)
        self.verticalScrollBar().setValue(0)
        editor.show()
        editor.begin()

    def show_typed(self, typed: Gathering) -> None:
        """Show in the form what was typed and could not be kept."""
        if self.editor is not None:
            self.editor.show_typed(typed)

    def close_editor(self) -> None:
        """Put the form away."""
        editor, self.editor = self.editor, None
        if editor is not None:
            self._place.removeWidget(editor)
            editor.hide()
            editor.setParent(None)
            editor.deleteLater()
            self.form_changed.emit()
        self._head.show()
        self._people.show()

    def keep_note(self) -> None:
        """Hand on the note as it stands."""
        if self.known is not None:
            self.note_written.emit(self.known.gathering, self.note.text())

    # parts

    def _make_head(self) -> QWidget:
        theme, px = self._theme, self._theme.px
        head = QWidget()
        column = QVBoxLayout(head)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        self._name = Label(theme, role="person", wrap=True)
        self._when = Label(theme, role="ui", color="ink2", wrap=True)
        self._off = Label(theme, self.tr("Called off"), role="ui-bold", color="kin")
        self._chips = ChipRow(theme)
        self._purpose = self._paragraph("ink")
        self._about = self._paragraph("ink2")
        self._became = self._paragraph("koke")
        self._series = self._paragraph("ink2")
        self.add = Button(theme, self.tr("Add people"), kind="primary", icon="plus", key="A")
        self.notes = Button(theme, self.tr("Write notes"), icon="note", key="M")
        self.change = Button(theme, self.tr("Edit"), icon="pen", key="E")
        self.recall = Button(theme, self.tr("Recall faces"), icon="people")
        self.recall.clicked.connect(self.recall_wanted)
        self.delete = Button(theme, self.tr("Delete"), kind="ghost")
        self.add.clicked.connect(self.people_wanted)
        self.notes.clicked.connect(self.notes_wanted)
        self.change.clicked.connect(self.edit_wanted)
        self.delete.clicked.connect(self.delete_wanted)
        buttons = FlowLayout()
        buttons.setContentsMargins(0, px(8), 0, px(4))
        buttons.set_gaps(px(8), px(8))
        for button in (self.add, self.notes, self.recall, self.change, self.delete):
            buttons.addWidget(button)
        self.note = TextArea(
            theme, name=self.tr("Note on the gathering"), lines=3, role="ui",
            hint=self.tr("What the evening was like; saved as you go on"),
        )  # fmt: skip
        self.note.left.connect(self.keep_note)
        self.note.submitted.connect(self.keep_note)
        for part in (self._name, self._when, self._off, self._chips):
            column.addWidget(part)
        column.addLayout(buttons)
        for part in (self._became, self._series, self._purpose, self._about):
            column.addWidget(part)
        column.addSpacing(px(6))
        column.addWidget(SectionHeader(theme, self.tr("Note")))
        column.addWidget(self.note)
        return head

    def _paragraph(self, color: str) -> Label:
        return Label(self._theme, role="ui", color=color, wrap=True)

    def _say(self, label: Label, words: str) -> None:
        label.setText(words)
        label.setVisible(bool(words))

    def _show_people(self) -> None:
        known = self.known
        if known is None:
            return
        focused: QWidget | None = self.window().focusWidget()
        had_focus = focused is not None and self._people.isAncestorOf(focused)
        while (item := self._people_column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        ahead = known.gathering.on > self._today
        self.recall.setVisible(bool(known.received or known.others))
        if known.received:
            title = self.tr("Cards received there: %n", "", len(known.received))
            self._list(title, known.received, numbered=True)
        if known.others:
            title = self.tr("Who will be there") if ahead else self.tr("Met again, and others")
            self._list(title, known.others, numbered=False)
        if not (known.received or known.others):
            words = (
                self.tr("Nobody is written down yet. Add who will be there.")
                if ahead
                else self.tr("Nobody is written down yet. Add whose cards you received there.")
            )
            self._people_column.addWidget(Label(self._theme, words, color="ink2", wrap=True))
        if had_focus:
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)
        focus.in_order(self._head, self._people)

    def _list(self, title: str, people: Sequence[Contact], *, numbered: bool) -> None:
        theme = self._theme
        self._people_column.addWidget(SectionHeader(theme, title))
        box = Box(theme, margins=(6, 6, 6, 6), spacing=0)
        box.setAccessibleName(title)
        for place, contact in enumerate(people[: self._shown], 1):
            line = PersonLine(theme, contact, place if numbered else None)
            line.opened.connect(self.person_wanted)
            line.taken_out.connect(self.taken_out)
            box.column.addWidget(line)
        if len(people) > self._shown:
            more = Button(theme, self.tr("Show more"), kind="ghost")
            more.clicked.connect(self._show_more)
            box.column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)
        self._people_column.addWidget(box)

    def _show_more(self) -> None:
        self._shown += _AT_ONCE
        self._show_people()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    def _fit(self) -> None:
        # The scroll bar stands in the right margin, so that nothing moves when it comes.
        px, bar = self._theme.px, self.width() - self.viewport().width()
        self._column.setContentsMargins(px(LEFT), px(TOP), max(0, px(RIGHT) - bar), px(BOTTOM))
