"""An entry of the timeline while it is edited, in its own row."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.interaction import WRITTEN_OR_CALLED, Initiative, Interaction, Kind
from app.ui.look import text
from app.ui.look.theme import Theme
from app.ui.pages.people.begun import Place
from app.ui.pages.people.composer import KINDS
from app.ui.pages.people.row_editor import RowEditor
from app.ui.widgets.chip import Chip, ChipRow
from app.ui.widgets.choice import CheckBox, Dropdown, Segments
from app.ui.widgets.day_field import DayField
from app.ui.widgets.field import LineField, TextArea
from app.ui.words.wording import Wording

_LINES = 3


class EntryEditor(RowEditor):
    """Ctrl+Enter keeps the entry, Escape leaves it as it was."""

    def __init__(
        self,
        theme: Theme,
        act: Interaction,
        owner: str,
        names: Mapping[str, str],
        today: date,
        answerable: str | None,
        parent: QWidget | None = None,
    ) -> None:
        """`owner` is whose timeline it is; `answerable` is the entry that this one may reply to."""
        super().__init__(theme, "Ctrl+Return", (Place.ENTRY, act.id), parent)
        self._act = act
        self._owner = owner
        self._wording = Wording(theme)
        self._people = list(act.contact_ids)
        self._names = names
        self._answerable = act.answers or answerable
        words = self._wording
        kinds = [(kind.value, words.kind(kind)) for kind in KINDS]
        self.kind = Dropdown(theme, kinds, act.kind.value, name=self.tr("Kind"))
        sides = [
            (side.value, words.initiative(side))
            for side in (Initiative.ME, Initiative.THEM, Initiative.BOTH, Initiative.UNKNOWN)
        ]
        self.side = Segments(theme, sides, act.initiative.value, name=self.tr("Who started it"))
        self.day = DayField(theme, today, name=self.tr("Day"), day=act.on, height=34)
        self.place = LineField(
            theme, name=self.tr("Place"), hint=self.tr("Place"), icon="pin", height=34
        )
        self.place.set_text(act.place or "")
        self.note = TextArea(theme, name=self.tr("Note"), lines=_LINES, role="ui")
        self.note.set_text(act.note or "")
        self.reply = CheckBox(theme, self.tr("A reply to your letter"), on=act.answers is not None)
        self._others = ChipRow(theme)
        self._first = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()
        self._connect()
        self._show_people()
        self._show_reply()
        self.settle()

    def begin(self) -> None:
        self.note.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.note.edit.moveCursor(self.note.edit.textCursor().MoveOperation.End)

    def entry(self) -> Interaction:
        """The entry as it stands here."""
        kind, side = Kind(self.kind.value()), Initiative(self.side.value())
        replies = self._may_reply() and self.reply.isChecked()
        return replace(
            self._act,
            kind=kind,
            initiative=side,
            on=self.day.day() or self._act.on,
            place=self.place.text().strip() or None,
            note=self.note.text().strip() or None,
            contact_ids=tuple(self._people),
            answers=self._answerable if replies else None,
        )

    def save(self) -> None:
        """Keep the entry if its day is one."""
        if self.day.is_wrong() or not self.day.text().strip():
            self.day.set_error(self.tr("A day like 2026-10-15 or 10/15"))
            self.day.setFocus()
            return
        self.saved.emit(self._act, self.entry())

    def texts(self) -> dict[str, str]:
        return {
            "words": self.note.text(),
            "kind": self.kind.value(),
            "side": self.side.value(),
            "day": self.day.text(),
            "place": self.place.text(),
            "reply": "yes" if self.reply.isChecked() else "",
            "people": " ".join(self._people),
        }

    def show_texts(self, texts: Mapping[str, str]) -> None:
        self.kind.set_value(texts["kind"])
        self.side.set_value(texts["side"])
        self.day.set_text(texts["day"])
        self.place.set_text(texts["place"])
        self.note.set_text(texts["words"])
        self.reply.setChecked(bool(texts["reply"]))
        # Who was taken out; who left by another way meanwhile does not come back.
        self._people = [who for who in self._people if who in texts["people"].split()]
        self._show_people()
        self._show_reply()

    def show_typed(self, typed: Interaction) -> None:
        self.kind.set_value(typed.kind.value)
        self.side.set_value(typed.initiative.value)
        self.day.set_day(typed.on)
        self.place.set_text(typed.place or "")
        self.note.set_text(typed.note or "")
        self._people = list(typed.contact_ids)
        self.reply.setChecked(typed.answers is not None)
        self._show_people()
        self._show_reply()

    # inside

    def _lay_out(self) -> None:
        px = self._theme.px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(12), px(12), px(12), px(12))
        column.setSpacing(px(8))
        self._first.setSpacing(px(8))
        self._first.addWidget(self.kind)
        self._first.addWidget(self.side, 1)
        column.addLayout(self._first)
        second = QHBoxLayout()
        second.setSpacing(px(8))
        self.day.setFixedWidth(px(150))
        second.addWidget(self.day, 0, Qt.AlignmentFlag.AlignTop)
        second.addWidget(self.place, 1, Qt.AlignmentFlag.AlignTop)
        column.addLayout(second)
        self.note.setFixedHeight(self.note.sizeHint().height())
        column.addWidget(self.note)
        column.addWidget(self._others)
        foot = QHBoxLayout()
        foot.setSpacing(px(8))
        foot.addWidget(self.reply)
        foot.addStretch(1)
        foot.addWidget(self.leave)
        foot.addWidget(self.keep)
        column.addLayout(foot)

    def arrange(self, width: int) -> None:
        """Kind and side below each other where the words of both have no room."""
        px, way = self._theme.px, QBoxLayout.Direction
        wanted = self.kind.sizeHint().width() + px(8) + self.side.minimumSizeHint().width()
        close = width - 2 * px(12) < wanted
        self._first.setDirection(way.TopToBottom if close else way.LeftToRight)

    def _connect(self) -> None:
        self.kind.chosen.connect(self._show_reply)
        self.side.chosen.connect(self._show_reply)
        self.note.submitted.connect(self.save)
        self.place.submitted.connect(self.save)
        self.day.submitted.connect(self.save)
        for edited in (
            self.kind.chosen, self.side.chosen, self.note.changed, self.place.changed,
            self.day.changed, self.reply.toggled,
        ):  # fmt: skip
            edited.connect(self.edited)

    def _show_people(self) -> None:
        self._others.clear()
        others = [i for i in self._people if i != self._owner]
        for contact_id in others:
            name = text.single(self._names.get(contact_id, ""))
            chip = Chip(self._theme, f"{name} ×")
            chip.setAccessibleName(self.tr("Take {name} out").format(name=name))
            chip.clicked.connect(partial(self._take_out, contact_id))
            self._others.add(chip)
        self._others.setVisible(bool(others))

    def _take_out(self, contact_id: str) -> None:
        self._people.remove(contact_id)
        self._show_people()
        self.edited.emit()

    def _may_reply(self) -> bool:
        return (
            self._answerable is not None
            and Kind(self.kind.value()) in WRITTEN_OR_CALLED
            and self.side.value() == Initiative.THEM.value
        )

    def _show_reply(self) -> None:
        self.reply.setVisible(self._may_reply())
