"""A person's details as fields, in place of the facts; also a new person."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.contact import Contact
from app.ui import shortcuts
from app.ui.look.theme import Theme
from app.ui.pages.people import contact_form
from app.ui.pages.people.contact_form import ADDRESS, ContactTexts, Texts, parse_birthday
from app.ui.pages.people.pasting import LONGEST, PasteBar, copied_text, joined
from app.ui.plain import Label
from app.ui.widgets.button import Button
from app.ui.widgets.day_field import DayField
from app.ui.widgets.field import LineField, TextArea

_LABELS = 96
_LONGEST = 2000
_LONGEST_NOTE = LONGEST
"""A longer note would freeze the field; it is shown in part and stays as it is."""


def _forgive(field: LineField, _words: str) -> None:
    """What was wrong with a field is not said while it is being mended."""
    field.set_error("")


class ValueRows(QWidget):
    """Values of one kind, each with its label, in as many rows as are needed."""

    edited = Signal()

    def __init__(
        self, theme: Theme, fields: Sequence[tuple[str, str, int]], add: str, remove: str
    ) -> None:
        """`fields`: key, name and relative width of each field of a row."""
        super().__init__()
        self._theme = theme
        self._fields = list(fields)
        self._remove_words = remove
        self._rows: list[tuple[QWidget, dict[str, LineField]]] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(6))
        self.add = Button(theme, add, kind="link", icon="plus")
        self.add.clicked.connect(partial(self.append, None))
        self._column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)

    def texts(self) -> list[Texts]:
        """What stands in the rows."""
        return [{key: f.text() for key, f in row.items()} for _, row in self._rows]

    def show_texts(self, rows: list[Texts]) -> None:
        """Show these rows."""
        for place, _ in list(self._rows):
            self._drop(place)
        for row in rows:
            self._append(row)

    def refuse(self, at: int, key: str, sentence: str) -> None:
        """Say what is wrong with a field of the row at this place, with the cursor in it."""
        field = self._rows[at][1][key]
        field.set_error(sentence)
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def append(self, row: Texts | None = None) -> None:
        """One more row, with the cursor in it."""
        fields = self._append(row or {})
        next(iter(fields.values())).setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit()

    def _append(self, row: Texts) -> dict[str, LineField]:
        px = self._theme.px
        place = QWidget()
        line = QHBoxLayout(place)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(px(6))
        fields: dict[str, LineField] = {}
        for key, name, stretch in self._fields:
            made = LineField(self._theme, name=name, hint=name, height=34)
            made.edit.setMaxLength(_LONGEST)
            made.set_text(row.get(key, ""))
            made.changed.connect(self.edited)
            made.changed.connect(partial(_forgive, made))
            fields[key] = made
            line.addWidget(made, stretch, Qt.AlignmentFlag.AlignTop)
        remove = Button(self._theme, kind="ghost", icon="x", name=self._remove_words)
        remove.setFixedWidth(px(30))
        remove.clicked.connect(partial(self._remove, place))
        line.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)
        self._rows.append((place, fields))
        self._column.insertWidget(len(self._rows) - 1, place)
        return fields

    def _remove(self, place: QWidget) -> None:
        self._drop(place)
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit()

    def _drop(self, place: QWidget) -> None:
        self._rows = [pair for pair in self._rows if pair[0] is not place]
        self._column.removeWidget(place)
        place.hide()
        place.deleteLater()


class ContactEditor(QWidget):
    """Ctrl+Enter keeps, Escape leaves; what was typed can be taken up again."""

    saved = Signal(object, object)
    """The contact as it was and as it is to be."""
    left = Signal()
    edited = Signal()
    pasted = Signal(str)
    """A text that was copied, to be read; `fill` shows what was found in it."""

    def __init__(
        self, theme: Theme, today: date, contact: Contact, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._contact = contact
        self._fields: dict[str, LineField] = {}
        self._grid = QGridLayout()
        self.paste_bar = PasteBar(theme)
        self._before_paste: ContactTexts | None = None
        self._met = DayField(theme, today, name=self.tr("Met on"), height=34)
        self._note = TextArea(theme, name=self.tr("Note"), lines=3, role="ui")
        label = ("label", self.tr("label"), 1)
        remove = self.tr("Take away")
        self._emails = ValueRows(
            theme, [("value", self.tr("Mail address"), 3), label], self.tr("Mail address"), remove
        )
        self._phones = ValueRows(
            theme, [("value", self.tr("Phone number"), 3), label], self.tr("Phone number"), remove
        )
        self._urls = ValueRows(
            theme, [("value", self.tr("Link"), 3), label], self.tr("Link"), remove
        )
        words = {
            "postal_code": (self.tr("Postal code"), 3),
            "region": (self.tr("Region"), 2),
            "city": (self.tr("City"), 2),
            "street": (self.tr("Street"), 4),
            "country": (self.tr("Country"), 2),
            "label": (self.tr("label"), 2),
        }
        self._addresses = ValueRows(
            theme, [(key, *words[key]) for key in ADDRESS], self.tr("Address"), remove
        )
        account = ("value", self.tr("Account"), 3), ("service", self.tr("Service"), 2)
        self._accounts = ValueRows(theme, [*account, label], self.tr("Account"), remove)
        self._positions = ValueRows(
            theme,
            [
                ("organization", self.tr("Company"), 3),
                ("department", self.tr("Department"), 2),
                ("title", self.tr("Title"), 2),
            ],
            self.tr("Another company"),
            remove,
        )
        day = ("value", self.tr("1985-04-12, 1985-04 or 4/12"), 3)
        self._dates = ValueRows(theme, [day, label], self.tr("Date"), remove)
        self._related = ValueRows(
            theme, [("value", self.tr("Name of somebody close"), 3), label],
            self.tr("Somebody close"), remove,
        )  # fmt: skip
        self.keep = Button(theme, self.tr("Keep"), kind="primary", key="Ctrl+Return")
        self.leave = Button(theme, self.tr("Cancel"), kind="ghost", key="Escape")
        self._lay_out()
        self.show_texts(contact_form.texts_of(contact))
        self._shown = self.texts()
        self._connect()

    def begin(self, field: str = "family") -> None:
        """Put the cursor into a field."""
        self._fields[field].setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._fields[field].edit.selectAll()

    @property
    def contact(self) -> Contact:
        """The contact as it was."""
        return self._contact

    def is_touched(self) -> bool:
        """Whether anything was typed."""
        return self.texts() != self._shown

    def texts(self) -> ContactTexts:
        """What stands in the fields."""
        single = {key: made.text() for key, made in self._fields.items()}
        single["met_on"] = self._met.text()
        single["note"] = self._note.text()
        return ContactTexts(
            single,
            self._emails.texts(),
            self._phones.texts(),
            self._urls.texts(),
            self._addresses.texts(),
            self._positions.texts(),
            self._accounts.texts(),
            self._dates.texts(),
            self._related.texts(),
        )

    def fill(self, read: Contact) -> None:
        """Show what was read of a text in the fields that are empty, the rest in the note."""
        before = self.texts()
        made = joined(before, read)
        if len(made.single["note"]) > _LONGEST_NOTE:
            self.paste_bar.tell_too_long()
            return
        self._before_paste = before
        self.show_texts(made)
        self.paste_bar.tell(note=bool(read.note))
        self.edited.emit()

    def _take_back(self) -> None:
        if self._before_paste is not None:
            self.show_texts(self._before_paste)
            self._before_paste = None
            self.paste_bar.offer()
            self.begin()
            self.edited.emit()

    def show_texts(self, texts: ContactTexts) -> None:
        """Show texts (of the contact, or of a draft)."""
        for key, made in self._fields.items():
            made.set_text(texts.single.get(key, ""))
        self._met.set_text(texts.single.get("met_on", ""))
        note = texts.single.get("note", "")
        self._note.set_text(note[:_LONGEST_NOTE])
        self._note.edit.setReadOnly(len(note) > _LONGEST_NOTE)
        self._emails.show_texts(texts.emails)
        self._phones.show_texts(texts.phones)
        self._urls.show_texts(texts.urls)
        self._addresses.show_texts(texts.addresses)
        self._positions.show_texts(texts.positions)
        self._accounts.show_texts(texts.accounts)
        self._dates.show_texts(texts.dates)
        self._related.show_texts(texts.related)

    def save(self) -> None:
        """Keep what stands here, if its dates are dates and there is anything at all."""
        if self._is_wrong():
            return
        made = contact_form.contact_of(self.texts(), self._shown, self._contact, self._met.day())
        if made == Contact(id=made.id):
            self._fields["family"].set_error(self.tr("A name, a company or an address, at least"))
            self.begin()
            return
        self.saved.emit(self._contact, made)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Several lines pasted into a field of one line are a signature."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.matches(QKeySequence.StandardKey.Paste)
            and len(copied_text().split("\n", 2)) > 1
        ):
            self.paste_bar.paste()
            return True
        return super().eventFilter(watched, event)

    # inside

    def _is_wrong(self) -> bool:
        wrong = False
        words = self._fields["birthday"].text().strip()
        if words and parse_birthday(words) is None:
            self._fields["birthday"].set_error(self.tr("A day like 1985-04-12 or 4/12"))
            self.begin("birthday")
            wrong = True
        for at in contact_form.impossible_dates(self._dates.texts(), self._shown.dates)[::-1]:
            words = self.tr("This day is in no calendar. Write it like 4/12, 1985-04 or 1985-04-12")
            self._dates.refuse(at, "value", words)
            wrong = True
        if self._met.is_wrong():
            self._met.set_error(self.tr("A day like 2026-10-15 or 10/15"))
            self._met.setFocus()
            wrong = True
        return wrong

    def _lay_out(self) -> None:
        px = self._theme.px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(16))
        column.addWidget(self.paste_bar)
        self.paste_bar.setVisible(not self._contact.id)
        grid = self._grid
        grid.setHorizontalSpacing(px(8))
        grid.setVerticalSpacing(px(8))
        grid.setColumnMinimumWidth(0, px(_LABELS))
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        column.addLayout(grid)
        self._line(
            self.tr("Name"), ("family", self.tr("Family name")), ("given", self.tr("Given name"))
        )
        self._line(
            self.tr("Reading"),
            ("reading_family", self.tr("Reading of the family name")),
            ("reading_given", self.tr("Reading of the given name")),
        )
        self._line(
            self.tr("Shown as"),
            ("full", self.tr("Family and given name")),
            ("nickname", self.tr("Nickname")),
        )
        self._line(
            self.tr("Middle, title"),
            ("middle", self.tr("Middle name")),
            ("prefix", self.tr("Before the name (Dr)")),
        )
        self._line("", ("suffix", self.tr("After the name (Jr)")))
        self._line(self.tr("Company"), ("organization", self.tr("Company")))
        self._line(
            self.tr("Work"), ("department", self.tr("Department")), ("title", self.tr("Title"))
        )
        for words, rows in (
            (self.tr("Mail"), self._emails),
            (self.tr("Phone"), self._phones),
            (self.tr("Links"), self._urls),
            (self.tr("Address"), self._addresses),
            (self.tr("Accounts"), self._accounts),
            (self.tr("Also"), self._positions),
        ):
            self._put(words, rows)
        self._line(self.tr("Birthday"), ("birthday", self.tr("1985-04-12 or 4/12")))
        self._put(self.tr("Dates"), self._dates)
        self._put(self.tr("Close people"), self._related)
        row = self._put(self.tr("How we met"), self._met, wide=False)
        self._field(row, 2, "gathering", self.tr("Gathering or occasion"))
        self._line("", ("introduced_by", self.tr("Introduced by")))
        self._put(self.tr("Note"), self._note)
        foot = QHBoxLayout()
        foot.setSpacing(px(8))
        foot.addStretch(1)
        foot.addWidget(self.leave)
        foot.addWidget(self.keep)
        column.addLayout(foot)

    def _line(self, words: str, *fields: tuple[str, str]) -> None:
        row = self._grid.rowCount()
        self._name(row, words)
        for at, (key, hint) in enumerate(fields):
            self._field(row, at + 1, key, hint, span=2 if len(fields) == 1 else 1)

    def _field(self, row: int, column: int, key: str, hint: str, *, span: int = 1) -> None:
        made = LineField(self._theme, name=hint, hint=hint, height=34)
        made.edit.setMaxLength(_LONGEST)
        self._fields[key] = made
        self._grid.addWidget(made, row, column, 1, span, Qt.AlignmentFlag.AlignTop)

    def _put(self, words: str, widget: QWidget, *, wide: bool = True) -> int:
        row = self._grid.rowCount()
        self._name(row, words)
        self._grid.addWidget(widget, row, 1, 1, 2 if wide else 1)
        return row

    def _name(self, row: int, words: str) -> None:
        label = Label(self._theme, words, role="small", color="ink3")
        label.setFixedHeight(self._theme.px(34))
        self._grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)

    def _connect(self) -> None:
        for made in (*self._fields.values(), self._met):
            made.changed.connect(self.edited)
            made.changed.connect(partial(_forgive, made))
            made.submitted.connect(self._next_or_save)
        self._note.changed.connect(self.edited)
        self._note.submitted.connect(self.save)
        for rows in (
            self._emails, self._phones, self._urls, self._addresses, self._positions,
            self._accounts, self._dates, self._related,
        ):  # fmt: skip
            rows.edited.connect(self.edited)
        self.keep.clicked.connect(self.save)
        self.leave.clicked.connect(self.left)
        shortcuts.bind(self, {"Ctrl+Return": self.save})
        self.paste_bar.pasted.connect(self.pasted)
        self.paste_bar.taken_back.connect(self._take_back)
        if not self._contact.id:
            self.paste_bar.bind(self)
            for made in self._fields.values():
                made.edit.installEventFilter(self)

    def _next_or_save(self) -> None:
        self.focusNextChild()
