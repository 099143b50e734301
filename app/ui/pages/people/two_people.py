"""Two people side by side: who they are, where they differ, and which value stays."""

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain import duplicates, merge, names
from app.domain.card import CardState
from app.domain.contact import Contact
from app.domain.duplicates import Pair
from app.domain.merge import Comparison, Difference
from app.ui.look import text
from app.ui.look.theme import Theme
from app.ui.pages.people.duplicate_words import DuplicateWords
from app.ui.photos import read_photos
from app.ui.plain import Label
from app.ui.widgets.marks import IconMark, Monogram
from app.ui.widgets.pairs import FactsRow, PairRow, ValueBox, label_width
from app.ui.words.fields import FieldWords

if TYPE_CHECKING:
    from app.store.reader import Reader

LISTS = (
    "emails", "phones", "addresses", "urls", "accounts", "positions", "dates", "related",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Two:
    """A pair with all that is shown of it; `amounts` are entries and cards of each."""

    pair: Pair
    first: Contact
    second: Contact
    comparison: Comparison
    photos: dict[str, QImage]
    amounts: tuple[tuple[int, int], tuple[int, int]]


def look(reader: "Reader", pair: Pair) -> Two | None:
    """All that is shown of a pair; None where one of them is gone."""
    found = [c for c in reader.contacts((pair.first, pair.second)) if c.deleted_at is None]
    if len(found) != 2:
        return None
    first, second = found
    photos = read_photos(reader, [c.photo for c in found if c.photo])
    comparison = duplicates.compare(first, second)
    return Two(
        pair, first, second, comparison, photos, (_amount(reader, first), _amount(reader, second))
    )


def _amount(reader: "Reader", contact: Contact) -> tuple[int, int]:
    cards = [c for c in reader.cards_of(contact.id) if c.state is CardState.KEPT]
    return len(reader.timeline(contact.id)), len(cards)


class TwoPeople(QWidget):
    """Made anew for each pair. The first stays; the second's values can be chosen."""

    value_chosen = Signal(str, bool)
    """A field, and whether the second's value is taken."""

    def __init__(
        self,
        theme: Theme,
        words: DuplicateWords,
        two: Two,
        taken: frozenset[str],
        *,
        below: bool,
    ) -> None:
        """`below` sets the names of fields above the values, where there is little room."""
        super().__init__()
        self.theme = theme
        self._words = words
        self._fields = FieldWords(self)
        self._two = two
        self._below = below
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(self._line("same", "ai", words.reason(two.pair.agreed), "body"))
        column.addWidget(self._heads())
        for row in (*self._values(taken), *self._lists()):
            column.addWidget(row)
        promise = self.tr(
            "Timeline, cards, tags and reminders of both come together. Values not chosen stay in "
            "the earlier details."
        )
        column.addSpacing(theme.px(4))
        column.addWidget(self._line("check", "koke", promise, "small"))

    def first_choice(self) -> QWidget | None:
        """The first value that can be chosen."""
        boxes = self.findChildren(ValueBox)
        return next((box for box in boxes if box.focusPolicy() == Qt.FocusPolicy.StrongFocus), None)

    def _line(self, icon: str, color: str, words: str, role: str) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self.theme.px(8))
        row.addWidget(IconMark(self.theme, icon, color=color), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Label(self.theme, words, role=role, color="ink2", wrap=True), 1)
        return line

    # who they are

    def _heads(self) -> QWidget:
        px = self.theme.px
        heads = QWidget()
        row = QHBoxLayout(heads)
        left = 0 if self._below else label_width(self.theme) + px(8)
        row.setContentsMargins(left, px(10), 0, px(6))
        row.setSpacing(px(8))
        two = self._two
        for contact, amount in zip((two.first, two.second), two.amounts, strict=True):
            row.addWidget(self._head(contact, self._words.amount(*amount)), 1)
        return heads

    def _head(self, contact: Contact, amount: str) -> QWidget:
        theme = self.theme
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(10))
        photo = self._photo(contact.photo)
        picture = Monogram(theme, contact.id, names.monogram(contact), size=44, photo=photo)
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        said = names.spoken(contact, theme.language)
        texts.addWidget(Label(theme, said, role="furigana", color="ink3", elide=True))
        shown = text.single(names.shown(contact)) or self.tr("Without a name")
        texts.addWidget(Label(theme, shown, role="name", elide=True))
        texts.addWidget(Label(theme, amount, role="small", color="ink3", elide=True))
        row.addLayout(texts, 1)
        return head

    def _photo(self, digest: str | None) -> QPixmap | None:
        image = self._two.photos.get(digest or "")
        return QPixmap.fromImage(image) if image is not None else None

    # what is known of them

    def _values(self, taken: frozenset[str]) -> list[QWidget]:
        rows: list[QWidget] = []
        differences = {d.field: d for d in self._two.comparison.differences}
        for field in merge.FIELDS:
            if field in differences:
                rows.append(self._pair(differences[field], taken=field in taken))
            elif field not in {merge.NAME, merge.PHOTO}:
                ours = merge.text_of(self._two.first, field)
                rows += self._facts(field, ours, merge.text_of(self._two.second, field))
        return rows

    def _pair(self, difference: Difference, *, taken: bool) -> QWidget:
        field, ours, theirs = difference.field, difference.known, difference.card
        label = self._fields.name(field)
        if field == merge.PHOTO:
            ours, theirs = self.tr("the photo at the left"), self.tr("the photo at the right")
        first = ValueBox(self.theme, ours, name=self._say(label, self.tr("left"), ours))
        second = ValueBox(self.theme, theirs, name=self._say(label, self.tr("right"), theirs))
        if field == merge.PHOTO:
            for box, digest in ((first, difference.known), (second, difference.card)):
                picture = self._photo(digest)
                if picture is not None:
                    box.set_picture(picture)
        first.setChecked(not taken)
        second.setChecked(taken)
        second.toggled.connect(partial(self.value_chosen.emit, field))
        return PairRow(self.theme, label, first, second, below=self._below)

    def _lists(self) -> list[QWidget]:
        rows: list[QWidget] = []
        first, second = self._two.first, self._two.second
        for field in LISTS:
            ours, theirs = self._fields.values(first, field), self._fields.values(second, field)
            rows += self._known(field, ours, theirs)
        rows += self._known("tags", list(first.tags), list(second.tags))
        rows += self._known("met", _meeting(first), _meeting(second))
        return rows

    def _known(self, field: str, ours: list[str], theirs: list[str]) -> list[QWidget]:
        """Values of a list: where each has some besides the other, all of them stay."""
        label = self._fields.name(field)
        more = [value for value in theirs if value not in ours]
        if ours and more:
            boxes = [
                ValueBox(self.theme, words, name=self._say(label, side, words), both=True)
                for side, words in (
                    (self.tr("left"), _breakable(ours)),
                    (self.tr("right"), _breakable(more)),
                )
            ]
            note = self.tr("both stay")
            row = PairRow(self.theme, label, *boxes, note=note, exclusive=False, below=self._below)
            return [row]
        return self._facts(field, _breakable(ours), _breakable(theirs))

    def _facts(self, field: str, ours: str, theirs: str) -> list[QWidget]:
        """What needs no choice, each under whose it is."""
        if not ours and not theirs:
            return []
        label = self._fields.name(field)
        return [FactsRow(self.theme, label, ours, theirs, below=self._below)]

    def _say(self, label: str, side: str, value: str) -> str:
        return f"{label}, {side}: {value}"


def _meeting(contact: Contact) -> list[str]:
    met = contact.met
    parts = [str(met.on) if met.on else "", met.gathering or "", met.introduced_by or ""]
    return [" ".join(part for part in parts if part)] if any(parts) else []


def _breakable(values: list[str]) -> str:
    """Values under each other; an address may break after its @, not in the middle of a word."""
    return "\n".join(value.replace("@", "@\u200b") for value in values)
