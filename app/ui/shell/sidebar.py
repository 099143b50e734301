"""The sidebar: brand, search, pages, and what is true of the whole program."""

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from app.ui import plain
from app.ui.look import icons, keys, paint, text
from app.ui.look.focus import one_stop, shows_ring
from app.ui.look.theme import Theme
from app.ui.pages.names import Page
from app.ui.widgets.nav import ICONS_ONLY, NavItem
from app.ui.widgets.painted import Painted, PaintedButton

WIDE, NARROW = 208, 56
_ABOVE = (Page.TODAY, Page.PEOPLE, Page.GATHERINGS)
_BELOW = (Page.IMPORT, Page.SETTINGS)
_ICONS = {
    Page.TODAY: "today",
    Page.PEOPLE: "people",
    Page.GATHERINGS: "gather",
    Page.IMPORT: "import",
    Page.SETTINGS: "settings",
}


class _Brand(Painted):
    """The knot and the name; the knot alone where it is narrow."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.setAccessibleName("Enishi")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def measure(self) -> QSize:
        return QSize(self.theme.px(32), self.theme.px(45))

    def draw(self, p: QPainter) -> None:
        px = self.theme.px
        if self.width() < px(ICONS_ONLY):
            icons.draw_logo(p, self.theme, 0, px(3), 32)
            return
        icons.draw_logo(p, self.theme, px(8), 0, 40)
        text.line(p, self.theme, px(58), 0, "Enishi", role="heading", height=px(29))


class _SearchButton(PaintedButton):
    """Looks like the field that it opens."""

    def __init__(self, theme: Theme, words: str, key: str) -> None:
        super().__init__(theme, words)
        self._key = keys.label(key)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleDescription(self._key)

    def measure(self) -> QSize:
        return QSize(self.theme.px(32), self.theme.px(34))

    def draw(self, p: QPainter) -> None:
        theme, px = self.theme, self.theme.px
        box = QRectF(self.rect())
        ring = shows_ring(self)
        paint.rounded(
            p,
            box,
            px(8),
            theme.c("card"),
            theme.c("ai" if ring else "line2"),
            2 if ring else 1,
        )
        narrow = self.width() < px(ICONS_ONLY)
        side = px(16)
        x = (self.width() - side) / 2 if narrow else px(11)
        icons.draw(p, theme, "search", x, (self.height() - side) / 2, size=16, color="ink3")
        if narrow:
            return
        text.line(p, theme, px(35), 0, self.words(), role="ui", color="ink3", height=self.height())
        cap = paint.key_width(theme, self._key)
        paint.key_cap(p, theme, self.width() - cap - px(9), self.height() / 2, self._key)


class _LockLine(PaintedButton):
    """When it locks by itself; pressed, it locks now."""

    def __init__(self, theme: Theme, words: str) -> None:
        super().__init__(theme, words)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        plain.set_tooltip(self, self.tr("Lock now ({key})").format(key=keys.label("Ctrl+L")))

    def measure(self) -> QSize:
        return QSize(self.theme.px(32), self.theme.px(44))

    def draw(self, p: QPainter) -> None:
        theme, px = self.theme, self.theme.px
        narrow = self.width() < px(ICONS_ONLY)
        tone = "ink" if self.hovered() else "ink2"
        side = px(16)
        x = (self.width() - side) / 2 if narrow else px(14)
        high = self.height() - px(2)
        icons.draw(p, theme, "lock", x, (high - side) / 2, size=16, color=tone)
        if not narrow:
            room = self.width() - px(38)
            text.line(
                p, theme, px(38), 0, self.words(), role="small", color=tone, room=room, height=high,
            )  # fmt: skip
        if shows_ring(self):
            paint.focus_ring(p, theme, QRectF(self.rect()).adjusted(0, 4, 0, -4), px(8))


class Sidebar(QWidget):
    """Pages to go to, the search, and a line about the lock."""

    page_wanted = Signal(str)
    find_wanted = Signal()
    lock_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._today = 0
        self._page = Page.TODAY
        self._minutes = 0
        self._narrow = False
        self._items: dict[Page, NavItem] = {}
        self._column = QVBoxLayout(self)
        self._build()
        theme.changed.connect(self.update)
        theme.measures_changed.connect(self._rebuild)

    def show_page(self, page: Page) -> None:
        """Mark the page that is shown."""
        self._page = page
        if page in self._items:
            self._items[page].setChecked(True)

    def set_today(self, people: int) -> None:
        """How many people today; nothing is shown for none."""
        self._today = people
        spoken = self.tr("%n person(s) today", "", people) if people else ""
        self._items[Page.TODAY].set_badge(str(people) if people else "", spoken)

    def set_narrow(self, narrow: bool) -> None:
        """Icons only, where the window is narrow."""
        self._narrow = narrow
        self.setFixedWidth(self.theme.px(NARROW if narrow else WIDE))
        margin = self.theme.px(12)
        self._column.setContentsMargins(margin, self.theme.px(20), margin + 1, 0)

    def _words(self, page: Page) -> str:
        return {
            Page.TODAY: self.tr("Today"),
            Page.PEOPLE: self.tr("People"),
            Page.GATHERINGS: self.tr("Gatherings"),
            Page.IMPORT: self.tr("Import"),
            Page.SETTINGS: self.tr("Settings"),
        }[page]

    def set_lock_minutes(self, minutes: int) -> None:
        """After how many minutes of rest it locks by itself; 0: only by hand."""
        self._minutes = minutes
        self._lock.setText(self._lock_words())

    def _lock_words(self) -> str:
        if self._minutes:
            return self.tr("Locks after %n minute(s)", "", self._minutes)
        return self.tr("Lock now")

    def _build(self) -> None:
        px = self.theme.px
        self._group = QButtonGroup(self)
        self._column.setSpacing(px(2))
        self._column.addWidget(_Brand(self.theme))
        search = _SearchButton(self.theme, self.tr("Find"), "Ctrl+K")
        search.clicked.connect(self.find_wanted)
        self._column.addWidget(search)
        self._column.addSpacing(px(14))
        for page in _ABOVE:
            self._add(page)
        self._column.addStretch(1)
        for page in _BELOW:
            self._add(page)
        self._column.addSpacing(px(9))
        self._lock = _LockLine(self.theme, self._lock_words())
        self._lock.clicked.connect(self.lock_wanted)
        self._column.addWidget(self._lock)
        one_stop(self._group)
        self.set_narrow(self._narrow)
        self.show_page(self._page)

    def _add(self, page: Page) -> None:
        item = NavItem(self.theme, self._words(page), _ICONS[page])
        item.clicked.connect(lambda _on=False, page=page: self.page_wanted.emit(page))
        self._group.addButton(item)
        self._items[page] = item
        self._column.addWidget(item)

    def _rebuild(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._items.clear()
        self._group.deleteLater()
        self._build()
        self.set_today(self._today)

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        p.fillRect(self.rect(), self.theme.c("side"))
        paint.hairline(p, self.width() - 1, 0, self.height(), self.theme.c("line"), vertical=True)
        foot = self.height() - self.theme.px(45)
        paint.hairline(p, 0, foot, self.width(), self.theme.c("line"))
