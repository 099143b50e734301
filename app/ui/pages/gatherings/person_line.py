"""A person of a gathering: press to open their page; the cross takes them out of it."""

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.domain import names
from app.domain.contact import Contact
from app.ui.look import fonts, paint, text
from app.ui.look.focus import shows_ring
from app.ui.look.theme import Theme
from app.ui.widgets.button import Button
from app.ui.widgets.painted import PaintedButton

_HIGH, _DISC = 44, 32


class _Who(PaintedButton):
    """Disc, name and company in one line."""

    def __init__(self, theme: Theme, contact: Contact, place: int | None) -> None:
        super().__init__(theme, text.single(names.shown(contact)))
        self._contact = contact
        self._place = place
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        work = " ".join(p for p in (contact.organization, contact.title) if p)
        self._work = text.single(work)
        self.setAccessibleDescription(self._work)

    def measure(self) -> QSize:
        return QSize(self.theme.px(160), self.theme.px(_HIGH))

    def draw(self, p: QPainter) -> None:
        theme, px = self.theme, self.theme.px
        box = QRectF(self.rect())
        if self.hovered():
            paint.rounded(p, box, px(8), theme.c("hover"))
        x, right = float(px(10)), box.right() - px(10)
        if self._place is not None:
            text.line(
                p, theme, x, 0, str(self._place), role="small", color="ink3", align="right",
                room=px(20), height=self.height(),
            )  # fmt: skip
            x += px(30)
        letter = names.monogram(self._contact)
        paint.monogram(p, theme, x, (box.height() - px(_DISC)) / 2, _DISC, self._contact.id, letter)
        x += px(_DISC + 12)
        base = fonts.baseline(theme.font("list-name"), self.height())
        x += text.line_at(p, theme, x, base, self.words(), role="list-name", room=right - x)
        x += px(12)
        if self._work and right - x > px(30):
            text.line_at(p, theme, x, base, self._work, role="small", color="ink2", room=right - x)
        if shows_ring(self):
            paint.focus_ring(p, theme, box, px(8))


class PersonLine(QWidget):
    """One line of people."""

    opened = Signal(str)
    taken_out = Signal(str)

    def __init__(self, theme: Theme, contact: Contact, place: int | None = None) -> None:
        """`place` is the number of the card among those received."""
        super().__init__()
        self._id = contact.id
        self.who = _Who(theme, contact, place)
        name = text.single(names.shown(contact))
        self.out = Button(
            theme, kind="ghost", icon="x", name=self.tr("{name} was not there").format(name=name)
        )
        self.out.setFixedSize(theme.px(32), theme.px(32))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(4))
        row.addWidget(self.who, 1)
        row.addWidget(self.out)
        self.who.clicked.connect(lambda: self.opened.emit(self._id))
        self.out.clicked.connect(lambda: self.taken_out.emit(self._id))
