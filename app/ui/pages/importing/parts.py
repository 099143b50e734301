"""The quieter parts of the import page: choosing, reading, what came of it, the foot."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.ui import plain
from app.ui.look import focus, paint
from app.ui.look.theme import Theme
from app.ui.models.begun_import import Begun
from app.ui.pages.importing.reading import Progress
from app.ui.plain import Label
from app.ui.widgets.box import Box
from app.ui.widgets.button import Button
from app.ui.widgets.drop import DropZone
from app.ui.widgets.marks import IconMark
from app.ui.widgets.notice import Notice, ProgressBar

FOOT = 68
WIDEST = 640


class Readable(QWidget):
    """A column at the left of its place, no wider than can be read."""

    def __init__(self, theme: Theme, widest: int = WIDEST) -> None:
        super().__init__()
        self.theme = theme
        inner = QWidget()
        inner.setMaximumWidth(theme.px(widest))
        inner.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.column = QVBoxLayout(inner)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(theme.px(16))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, theme.px(12), 0, theme.px(24))
        row.addWidget(inner, 1)
        row.addStretch(0)


class ChooseView(Readable):
    """The drop zone, the button, cards that wait, and files that could not be read."""

    choose_wanted = Signal()
    paste_wanted = Signal()
    waiting_wanted = Signal()
    earlier_wanted = Signal()
    go_on_wanted = Signal()
    let_go_wanted = Signal()
    dropped = Signal(list)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, widest=1400)
        words = self.tr("Put files here")
        self.zone = DropZone(theme, words, height=240)
        self.zone.dropped.connect(self.dropped)
        self.button = Button(
            theme,
            self.tr("Choose files…"),
            kind="primary",
            size="large",
            icon="file",
            key="Ctrl+O",
        )
        self.button.clicked.connect(self.choose_wanted)
        self.paste = Button(theme, self.tr("Paste"), size="large", icon="copy", key="Ctrl+V")
        self.paste.clicked.connect(self.paste_wanted)
        self.earlier = Button(theme, self.tr("Earlier imports…"), kind="ghost", icon="clock")
        self.earlier.clicked.connect(self.earlier_wanted)
        self.earlier.hide()
        said = self.tr(
            "Contacts from a phone, Eight, Outlook, Google or LinkedIn, as a .vcf or .csv file, "
            "or a picture of a QR code."
        )
        self._troubles = QVBoxLayout()
        self._troubles.setSpacing(theme.px(8))
        look = Button(theme, self.tr("Look at them"), kind="second")
        look.clicked.connect(self.waiting_wanted)
        self._waiting = Notice(theme, " ", " ", icon="warn", buttons=[look])
        self._waiting.hide()
        go_on = Button(theme, self.tr("Go on"), kind="second")
        go_on.clicked.connect(self.go_on_wanted)
        let_go = Button(theme, self.tr("Let it go…"), kind="ghost")
        let_go.clicked.connect(self.let_go_wanted)
        self._unfinished = Notice(theme, " ", " ", icon="note", buttons=[go_on, let_go])
        self._unfinished.hide()
        row = QHBoxLayout()
        row.setSpacing(theme.px(16))
        row.addWidget(self.button)
        row.addWidget(self.paste)
        row.addWidget(Label(theme, said, color="ink2", wrap=True), 1, Qt.AlignmentFlag.AlignVCenter)
        self.column.addLayout(self._troubles)
        self.column.addWidget(self._unfinished)
        self.column.addWidget(self._waiting)
        self.column.addWidget(self.zone, 1)
        self.column.addLayout(row)
        self.column.addWidget(self.earlier, 0, Qt.AlignmentFlag.AlignLeft)
        focus.lead(self, self.button)

    def show_waiting(self, count: int) -> None:
        """Cards of earlier imports wait for a decision."""
        title = self.tr("%n card(s) wait for your look", "", count)
        self._waiting.tell(title, self.tr("They stay here until you decide."))
        self._waiting.setVisible(count > 0)

    def show_unfinished(self, begun: Begun | None) -> None:
        """An import that was begun and not accepted, or none."""
        self._unfinished.setVisible(begun is not None)
        if begun is not None:
            names, more = begun.files[0].name, len(begun.files) - 1
            if more:
                names = self.tr("%1 and %n more file(s)", "", more).replace("%1", names)
            words = self.tr(
                "%1: you answered %n card(s) of %2. Nothing has been imported yet.",
                "",
                begun.answered,
            ).replace("%2", f"{begun.cards:,}")
            words = words.replace("%1", names)
            self._unfinished.tell(self.tr("An import is not finished"), words)

    def show_troubles(self, troubles: list[tuple[str, str]]) -> None:
        """Files that could not be read: (title, sentence) each."""
        while (item := self._troubles.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for title, words in troubles:
            self._troubles.addWidget(Notice(self.theme, title, words, icon="file"))


class ReadingView(Readable):
    """How far reading is, and the way to stop it."""

    cancelled = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        box = Box(theme, margins=(24, 24, 24, 24), spacing=12)
        self._title = Label(theme, "", role="heading", elide=True)
        self._words = Label(theme, "", color="ink2")
        self.bar = ProgressBar(theme, name=self.tr("Reading"))
        self.cancel = Button(theme, self.tr("Cancel"), key="Esc")
        self.cancel.clicked.connect(self.cancelled)
        box.column.addWidget(self._title)
        box.column.addWidget(self.bar)
        box.column.addWidget(self._words)
        box.column.addWidget(self.cancel, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(box)
        self.column.addStretch(1)
        focus.lead(self, self.cancel)

    def begin(self) -> None:
        self.bar.setValue(0)
        self._title.setText(self.tr("Reading…"))
        self._words.setText("")
        self.cancel.setEnabled(True)

    def tell(self, progress: Progress) -> None:
        self._title.setText(self.tr("Reading %1…").replace("%1", progress.file))
        self.bar.setValue(round(100 * progress.part))
        cards = self.tr("%n card(s) read", "", progress.cards) if progress.cards else ""
        if progress.files > 1:
            of = self.tr("File %1 of %2").replace("%1", str(progress.number))
            of = of.replace("%2", str(progress.files))
            cards = f"{of}\u3000{cards}".strip()
        self._words.setText(cards)

    def tell_comparing(self) -> None:
        """All is read; the cards are held beside the people known."""
        self.bar.setValue(100)
        self._title.setText(self.tr("Comparing with the people you know…"))
        self.cancel.setEnabled(True)


class Outcome(Box):
    """One line of the result: an icon, a number, what it counts."""

    def __init__(self, theme: Theme, icon: str, color: str, words: str) -> None:
        super().__init__(theme, margins=(16, 10, 16, 10))
        row = QHBoxLayout()
        row.setSpacing(theme.px(10))
        row.addWidget(IconMark(theme, icon, color=color, size=18))
        row.addWidget(Label(theme, words, role="body", wrap=True), 1)
        self.column.addLayout(row)


class DoneView(Readable):
    """What the import did, the way back, and what comes next."""

    people_wanted = Signal()
    waiting_wanted = Signal()
    undo_wanted = Signal()
    again_wanted = Signal()
    save_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._title = Label(theme, "", role="heading", wrap=True)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(theme.px(8))
        self.people = Button(
            theme, self.tr("Look at the people"), kind="primary", size="large", icon="people"
        )
        self.waiting = Button(
            theme, self.tr("Cards that need a look"), kind="second", size="large", icon="warn"
        )
        self.undo = Button(theme, self.tr("Undo"), icon="undo", size="large", key="Ctrl+Z")
        self.again = Button(theme, self.tr("Import more"), kind="ghost", size="large")
        self.save = Button(theme, self.tr("Save the rejected cards…"), icon="out", size="large")
        for button, signal in (
            (self.people, self.people_wanted),
            (self.waiting, self.waiting_wanted),
            (self.undo, self.undo_wanted),
            (self.again, self.again_wanted),
            (self.save, self.save_wanted),
        ):
            button.clicked.connect(signal)
        first, second = QHBoxLayout(), QHBoxLayout()
        for row, buttons in (
            (first, (self.people, self.waiting)),
            (second, (self.undo, self.again, self.save)),
        ):
            row.setSpacing(theme.px(8))
            for button in buttons:
                row.addWidget(button)
            row.addStretch(1)
        self.column.addWidget(self._title)
        self.column.addLayout(self._lines)
        self.more = QVBoxLayout()
        self.column.addLayout(self.more)
        self.column.addLayout(first)
        self.column.addLayout(second)
        self.column.addStretch(1)
        focus.lead(self, self.people)

    def show_outcome(
        self,
        title: str,
        lines: list[tuple[str, str, str]],
        *,
        people: bool,
        undo: bool,
        waiting: bool,
        save: bool,
    ) -> None:
        """Lines are (icon, colour, words)."""
        self._title.setText(title)
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for icon, color, words in lines:
            self._lines.addWidget(Outcome(self.theme, icon, color, words))
        self.people.setVisible(people)
        self.waiting.set_kind("second" if people else "primary")
        focus.lead(self, self.people if people else self.waiting)
        self.undo.setVisible(undo)
        self.waiting.setVisible(waiting)
        self.save.setVisible(save)


class Foot(QWidget):
    """The bar at the foot while comparing: how much is decided, the way out, the one button."""

    left = Signal()
    imported = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self._bar = ProgressBar(theme, name=self.tr("Cards decided"))
        self._bar.setFixedWidth(theme.px(240))
        self._count = Label(theme, "", role="small", color="ink2")
        self._head = Label(theme, self.tr("Cards decided"), role="small", color="ink2")
        said = self.tr("Even after the import, Ctrl Z takes it back")
        self._promise = Label(theme, said, role="small", color="ink3", elide=True)
        self.cancel = Button(theme, self.tr("Cancel"), kind="ghost", size="large", key="Esc")
        self.button = Button(
            theme, "", kind="primary", size="large", icon="import", key="Ctrl+Return"
        )
        self.cancel.clicked.connect(self.left)
        self.button.clicked.connect(self.imported)
        above = QHBoxLayout()
        above.addWidget(self._head)
        above.addStretch(1)
        above.addWidget(self._count)
        left = QVBoxLayout()
        left.setSpacing(theme.px(4))
        left.addStretch(1)
        left.addLayout(above)
        left.addWidget(self._bar)
        left.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(36), theme.px(2), theme.px(36), 0)
        row.setSpacing(theme.px(16))
        row.addLayout(left)
        row.addWidget(self._promise)
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.button)
        self.setFixedHeight(theme.px(FOOT))

    def tell(self, decided: int, cards: int, words: str, *, can_import: bool) -> None:
        """How many of the cards are decided, and what the button says."""
        self._set_bar(decided, cards)
        self.button.setText(words)
        self.button.setVisible(bool(words))
        self.button.setEnabled(can_import)
        plain.set_tooltip(self.button, "" if can_import else self.tr("All cards are left out"))
        self._fit()

    def busy(self, on: bool) -> None:
        """The import is written; until it is, it can be stopped."""
        self._head.setText(self.tr("Importing…") if on else self.tr("Cards decided"))
        self.button.set_busy(self.tr("Importing…") if on else "")
        self.cancel.setEnabled(True)

    def tell_written(self, done: int, cards: int) -> None:
        """So many cards are written."""
        self._set_bar(done, cards)

    def stopping(self) -> None:
        """The person wants it to stop; it takes a moment."""
        self.cancel.setEnabled(False)
        self.button.set_busy(self.tr("Stopping…"))

    def _set_bar(self, done: int, cards: int) -> None:
        # A progress bar paints at once what it is told, and with it all else that is due.
        self._bar.setUpdatesEnabled(False)
        self._bar.setRange(0, max(1, cards))
        self._bar.setValue(done)
        self._bar.setUpdatesEnabled(True)
        self._count.setText(f"{done} / {cards}")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Half a sentence is worse than none."""
        px = self.theme.px
        parts = (self.cancel, *([self.button] if not self.button.isHidden() else []))
        others = self._bar.width() + sum(part.sizeHint().width() + px(16) for part in parts)
        room = self.width() - others - 2 * px(36) - 2 * px(16)
        self._promise.setVisible(room >= self._promise.sizeHint().width())

    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(640), self.theme.px(FOOT))

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        paint.hairline(p, 0, 0, QRectF(self.rect()).width(), self.theme.c("line"))
