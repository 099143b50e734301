"""What would please them, what they offer, how to know them again: short lines, edited in place."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from app.domain.remark import Remark, RemarkKind
from app.ui.delegates.lit import Lit
from app.ui.look import icons, text
from app.ui.look.theme import Theme
from app.ui.pages.people.begun import Begun, Place
from app.ui.pages.people.channel import Channel
from app.ui.plain import Label
from app.ui.still import refused
from app.ui.widgets.field import LineField
from app.ui.words.wording import Wording

LABELS = 84
_PAST_SHOWN = 6


class RemarkLine(Channel):
    """One line: a press mends it, its menu lays it to the past or takes it away."""

    laid_aside = Signal()
    dropped = Signal()

    def __init__(self, theme: Theme, remark: Remark, parent: QWidget | None = None) -> None:
        super().__init__(theme, remark.text, copies=False, wrap=True, parent=parent)
        self.setAccessibleDescription(self.tr("Press to mend it"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.dropped.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)

        def add(icon: str, words: str, does: Callable[[], object]) -> None:
            action = menu.addAction(icons.icon(self.theme, icon, "ink2"), words)
            action.triggered.connect(lambda: does() and None)

        add("pen", self.tr("Edit"), self.click)
        add("copy", self.tr("Copy"), self.copy)
        add("clock", self.tr("No longer so"), self.laid_aside.emit)
        add("x", self.tr("Delete"), self.dropped.emit)
        menu.aboutToHide.connect(menu.deleteLater)
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        place = self.mapToGlobal(QPoint(0, self.height())) if by_key else event.globalPos()
        menu.popup(place)


class RemarkRows(QWidget):
    """A row for each kind that has a line; an empty kind is not there until one is begun."""

    added = Signal(object, str)
    """A `RemarkKind` and the words."""
    mended = Signal(object, str)
    laid_aside = Signal(object)
    dropped = Signal(object)
    left = Signal()
    """The field was left by Enter or Escape."""
    opened = Signal()
    """A field is there to write in."""
    edited = Signal()
    """Something else stands in it."""
    ended = Signal(object, str)
    """What was written is kept or let go: as `Begun` names it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._wording = Wording(theme)
        self._remarks: tuple[Remark, ...] = ()
        self._today = date.min
        self._rows: list[QWidget] = []
        self._by_id: dict[str, RemarkLine] = {}
        self.field: LineField | None = None
        """Where a line is written, while one is."""
        self._writing: tuple[RemarkKind, Remark | None] | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, theme.px(1), 0, 0)
        self._column.setSpacing(theme.px(6))
        self.past = QWidget()
        """What held once; the pane shows it below everything else that is known."""
        QVBoxLayout(self.past).setContentsMargins(0, 0, 0, 0)
        self.past.hide()
        self.hide()

    def names(self) -> dict[RemarkKind, str]:
        """What the kinds are called."""
        return {
            RemarkKind.PLEASES: self.tr("Would please"),
            RemarkKind.OFFERS: self.tr("Offers"),
            RemarkKind.FACE: self.tr("To know again"),
        }

    def show_remarks(self, remarks: Sequence[Remark], today: date, *, same: bool = False) -> None:
        """Show the lines of a person. While one is written of the `same` person everything stays as
        it is: an input method may be composing.
        """
        self._remarks, self._today = tuple(remarks), today
        if not same or self.field is None:
            self._build(None, None)

    def begin(self, kind: RemarkKind) -> None:
        """Write a new line of a kind."""
        self._begin(kind, None)

    def give_back(self, kind: RemarkKind, remark: Remark | None, words: str) -> None:
        """Show a line that could not be kept, where it was typed."""
        self._begin(kind, remark)
        if self.field is not None:
            self.field.set_text(words)

    def open(self, begun: Begun) -> bool:
        """Write on where a line was left; False where the line that was mended is no more."""
        if begun.texts["kind"] not in set(RemarkKind):
            return False
        kind = RemarkKind(begun.texts["kind"])
        mended = next((r for r in self._remarks if r.id == begun.record), None)
        if begun.record and (mended is None or mended.past_on is not None):
            return False
        self._begin(kind, mended)
        return True

    def begun(self) -> Begun | None:
        """What stands in the field, while there is one."""
        if self._writing is None or self.field is None:
            return None
        kind, remark = self._writing
        record = remark.id if remark is not None else ""
        return Begun(Place.REMARK, record, {"kind": kind.value, "words": self.field.text()})

    def is_touched(self) -> bool:
        """Whether something else stands in the field than in the line that is mended."""
        remark = self._writing[1] if self._writing is not None else None
        typed = self.field.text().strip() if self.field is not None else ""
        return typed != (remark.text if remark is not None else "")

    def show_texts(self, begun: Begun) -> None:
        """Show what once stood in the field."""
        if self.field is not None:
            self.field.set_text(begun.texts["words"])

    def lines(self) -> list[tuple[str, str]]:
        """Ids and words of the lines that hold, in their order: what finding looks through."""
        words = {remark.id: remark.text for remark in self._remarks}
        return [(remark_id, words[remark_id]) for remark_id in self._by_id]

    def line_of(self, remark_id: str) -> RemarkLine | None:
        """Where a line stands."""
        return self._by_id.get(remark_id)

    def light(self, words: tuple[str, ...], current: str | None) -> None:
        """Light up words that were found; `current` is the line that is gone to."""
        for remark_id, line in self._by_id.items():
            line.light(Lit(words, strong=remark_id == current))

    # inside

    def _begin(self, kind: RemarkKind, remark: Remark | None) -> None:
        self._build(kind, remark)
        self.opened.emit()
        if self.field is not None:
            self.field.changed.connect(self.edited)

    def _end(self) -> None:
        remark = self._writing[1] if self._writing is not None else None
        self._build(None, None)
        self.ended.emit(Place.REMARK, remark.id if remark is not None else "")

    def _build(self, writing: RemarkKind | None, mending: Remark | None) -> None:
        """All rows anew, with a field in the row of `writing`, in the place of `mending`."""
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows, self.field = [], None
        self._by_id = {}
        self._writing = None if writing is None else (writing, mending)
        new = writing if mending is None else None
        for kind, name in self.names().items():
            parts: list[QWidget] = [
                self._field(kind, r) if r == mending else self._line(r)
                for r in reversed(self._remarks)
                if r.kind is kind and r.past_on is None
            ]
            if kind is new:
                parts.append(self._field(kind, None))
            if parts:
                self._rows.append(self._row(name, parts))
        for row in self._rows:
            self._column.addWidget(row)
        self._show_past()
        self.setVisible(bool(self._rows))
        self._begin_field()

    def _begin_field(self) -> None:
        if self.field is not None:
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _line(self, remark: Remark) -> RemarkLine:
        line = self._by_id[remark.id] = RemarkLine(self._theme, remark)
        line.clicked.connect(partial(self._begin, remark.kind, remark))
        line.laid_aside.connect(partial(self.laid_aside.emit, remark))
        line.dropped.connect(partial(self.dropped.emit, remark))
        return line

    def _field(self, kind: RemarkKind, remark: Remark | None) -> LineField:
        field = LineField(self._theme, name=self.names()[kind], hint=self._hints()[kind], height=34)
        field.set_text(remark.text if remark else "")
        field.submitted.connect(partial(self._submit, kind, remark))
        self.field = field
        return field

    def _hints(self) -> dict[RemarkKind, str]:
        return {
            RemarkKind.PLEASES: self.tr("think from their side"),
            RemarkKind.OFFERS: self.tr("what they know or can do"),
            RemarkKind.FACE: self.tr("short hair, an indigo apron…"),
        }

    def _submit(self, kind: RemarkKind, remark: Remark | None, typed: str) -> None:
        words = typed.strip()
        if words and words != (remark.text if remark is not None else "") and refused(self):
            return
        self._end()
        if words and remark is None:
            self.added.emit(kind, words)
        elif words and remark is not None and words != remark.text:
            self.mended.emit(remark, words)
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.field is not None:
            self._end()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _row(self, name: str, parts: Sequence[QWidget]) -> QWidget:
        row, px = QWidget(), self._theme.px
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        label = Label(self._theme, name, role="small", color="ink3")
        label.setFixedSize(px(LABELS), px(20))
        line.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
        place = QWidget()
        column = QVBoxLayout(place)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in parts:
            column.addWidget(part)
        line.addWidget(place, 1)
        return row

    def _show_past(self) -> None:
        past = [remark for remark in self._remarks if remark.past_on is not None][:_PAST_SHOWN]
        lines: list[QWidget] = []
        for remark in past:
            until = self._wording.day(remark.past_on or self._today, self._today)
            words = self.tr("{kind}: {words} (until {day})").format(
                kind=self.names()[remark.kind], words=text.single(remark.text), day=until
            )
            lines.append(Label(self._theme, words, role="small", color="ink3", wrap=True))
        layout = self.past.layout()
        while layout is not None and (old := layout.takeAt(0)) is not None:
            if (widget := old.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        if lines and layout is not None:
            layout.addWidget(self._row(self.tr("Before"), lines))
        self.past.setVisible(bool(lines))
