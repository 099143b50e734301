"""Filling a new person from what was copied: the bar above the fields, and how both are joined."""

from copy import deepcopy

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.contact import Contact
from app.ui import shortcuts
from app.ui.look.theme import Theme
from app.ui.pages.people.contact_form import ContactTexts, Texts, texts_of
from app.ui.plain import Label
from app.ui.widgets.button import Button

LONGEST = 20_000
"""Characters that may be pasted as one person: what is left of them is a note, and must be seen."""


class PasteBar(QWidget):
    """Offers to read what was copied, says what came of it, and offers to take it back."""

    pasted = Signal(str)
    taken_back = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._paste = Button(theme, self.tr("Paste a signature"), icon="copy", key="Ctrl+Shift+V")
        self._back = Button(theme, self.tr("Take it back"), kind="link")
        self.words = Label(theme, role="small", color="ink2", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(12))
        row.addWidget(self._paste)
        row.addWidget(self.words, 1)
        row.addWidget(self._back)
        self._paste.clicked.connect(self.paste)
        self._back.clicked.connect(self.taken_back)
        self.offer()

    def bind(self, editor: QWidget) -> None:
        """Work by key wherever the focus is among the fields."""
        shortcuts.bind(editor, {"Ctrl+Shift+V": self.paste})

    def paste(self) -> None:
        """Have what was copied read, if it is a text that one person may be."""
        text = copied_text()
        if not text.strip():
            self._say(self.tr("Nothing is copied"), back=False)
        elif len(text) > LONGEST:
            self.tell_too_long()
        else:
            self.pasted.emit(text)

    def offer(self) -> None:
        """As at the beginning."""
        self._say(self.tr("The signature of a mail, or the text of a card"), back=False)

    def tell(self, *, note: bool) -> None:
        """The fields are filled; `note`: something was not understood."""
        words = self.tr("Filled in. Look it over, then keep it.")
        if note:
            words = self.tr("Filled in. What was not understood stands in the note.")
        self._say(words, back=True)

    def tell_too_long(self) -> None:
        """Nothing is filled in."""
        self._say(self.tr("That is too long to be one person"), back=not self._back.isHidden())

    def _say(self, words: str, *, back: bool) -> None:
        self.words.setText(words)
        self._back.setVisible(back)


def copied_text() -> str:
    """What was copied, if it is text."""
    return QGuiApplication.clipboard().text()


def joined(shown: ContactTexts, read: Contact) -> ContactTexts:
    """The texts of the fields with what was read. A field that says something else already keeps
    that, and what was read of it goes to the note: nothing is lost.
    """
    made, new = deepcopy(shown), texts_of(read)
    beside: list[str] = []
    for key, value in new.single.items():
        before = made.single.get(key, "").strip()
        if not before:
            made.single[key] = value
        elif value and value != before and key != "note":
            beside.append(value)
    notes = [made.single["note"], *beside]
    if shown.single.get("note", "").strip():
        notes.append(new.single["note"])
    made.single["note"] = "\n".join(note for note in notes if note.strip())
    for kind in ("emails", "phones", "urls", "addresses"):
        setattr(made, kind, _with(getattr(made, kind), getattr(new, kind)))
    return made


def _with(rows: list[Texts], more: list[Texts]) -> list[Texts]:
    """Rows and those that are not among them; empty ones go."""
    kept = [row for row in rows if any(text.strip() for text in row.values())]
    return [*kept, *(row for row in more if row not in kept)]
