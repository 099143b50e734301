"""Earlier imports: each with what came, and the way back where there is one."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.domain.now import Now
from app.ui.look import focus
from app.ui.look.theme import Theme
from app.ui.pages.importing.earlier_words import EarlierWords
from app.ui.pages.importing.parts import Readable
from app.ui.pages.importing.saving import Saving
from app.ui.plain import Label
from app.ui.widgets import dialog
from app.ui.widgets.box import Box
from app.ui.widgets.button import Button
from app.ui.workspace import Workspace
from app.usecases import rejected, undoing
from app.usecases.import_history import EarlierImport, history

if TYPE_CHECKING:
    from app.domain.imports import ImportBatch
    from app.store.reader import Reader

AT_ONCE = 20
"""So many imports are shown, and as many more whenever more are wanted."""


class EarlierView(Readable):
    """The imports, the newest first."""

    back_wanted = Signal(object)
    """Take this one back."""
    save_wanted = Signal(object)
    """Save what could not be read of this one."""
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, widest=760)
        self._words = EarlierWords(theme, self)
        self._rows: Sequence[EarlierImport] = ()
        self._shown = AT_ONCE
        self._now: Now | None = None
        self._head = Label(theme, self.tr("Earlier imports"), role="heading")
        self._none = Label(theme, self.tr("There are none."), color="ink2")
        self._none.hide()
        self.leave = Button(theme, self.tr("Back"), icon="back", key="Esc")
        self.leave.clicked.connect(self.left)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, theme.px(8), 0)
        head.addWidget(self._head, 1)
        head.addWidget(self.leave)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.column.addLayout(head)
        self.column.addWidget(self._none)
        self.column.addWidget(self._area, 1)
        focus.lead(self, self.leave)

    def show_imports(self, rows: Sequence[EarlierImport], now: Now) -> None:
        """Show these, and keep the focus among them."""
        self._rows, self._now = rows, now
        inside = QWidget()
        inside.setObjectName("page")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, self.theme.px(8), 0)
        column.setSpacing(self.theme.px(10))
        for past in rows[: self._shown]:
            column.addWidget(self._row(past, now))
        if len(rows) > self._shown:
            more = Button(self.theme, self.tr("Show more"), kind="ghost")
            more.clicked.connect(self._show_more)
            column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        # Also while the window is not active: the dialog that asked may just be closing.
        focused: QWidget | None = self.window().focusWidget()
        had_focus = focused is not None and self._area.isAncestorOf(focused)
        self._area.setWidget(inside)  # deletes the one before
        inside.setAutoFillBackground(False)
        self._none.setVisible(not rows)
        focus.in_order(self.leave, inside)
        if had_focus:
            first = next(iter(inside.findChildren(Button)), self.leave)
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_more(self) -> None:
        self._shown += AT_ONCE
        if self._now is not None:
            self.show_imports(self._rows, self._now)

    def _row(self, past: EarlierImport, now: Now) -> QWidget:
        box = Box(self.theme, spacing=2)
        when = Label(self.theme, self._words.when(past.batch, now), role="body-bold", elide=True)
        files = Label(self.theme, self._words.files(past.batch), color="ink2", elide=True)
        head = QHBoxLayout()
        head.setSpacing(self.theme.px(12))
        head.addWidget(when)
        head.addWidget(files, 1)
        box.column.addLayout(head)
        box.column.addWidget(Label(self.theme, self._words.counts(past.batch), wrap=True))
        standing = self._words.standing(past, now)
        box.column.addWidget(Label(self.theme, standing, role="small", color="ink2", wrap=True))
        buttons = QHBoxLayout()
        buttons.setContentsMargins(0, self.theme.px(8), 0, 0)
        buttons.setSpacing(self.theme.px(8))
        if past.can_be_undone:
            back = Button(self.theme, self.tr("Take back…"), icon="undo")
            back.clicked.connect(partial(self.back_wanted.emit, past))
            buttons.addWidget(back)
        if past.batch.unreadable:
            save = Button(self.theme, self.tr("Save the rejected cards…"), kind="ghost", icon="out")
            save.clicked.connect(partial(self.save_wanted.emit, past))
            buttons.addWidget(save)
        if buttons.count():
            buttons.addStretch(1)
            box.column.addLayout(buttons)
        box.setAccessibleName(self._words.when(past.batch, now))
        return box


class Earlier(QObject):
    """Fills the view with what the store knows, and does what is wanted of an import."""

    def __init__(self, workspace: Workspace, theme: Theme, saving: Saving, over: QWidget) -> None:
        super().__init__(over)
        self._workspace = workspace
        self._theme = theme
        self._saving = saving
        self._over = over
        self._view: EarlierView | None = None

    def attach(self, view: EarlierView) -> None:
        """Serve a view (made anew with every change of language or size)."""
        self._view = view
        view.back_wanted.connect(self.ask_to_take_back)
        view.save_wanted.connect(self._save)

    def refresh(self) -> None:
        """Ask the store, and show it."""
        self._workspace.ask(history).then(self._came)

    def _came(self, rows: tuple[EarlierImport, ...]) -> None:
        if self._view is not None:
            self._view.show_imports(rows, self._workspace.now())

    def ask_to_take_back(self, past: EarlierImport) -> None:
        """Say what goes and what stays, then take it back."""
        words = EarlierWords(self._theme, self)
        box = dialog.question(
            self._theme,
            self._over,
            self.tr("Take this import back?"),
            words.question(past, self._workspace.now()),
            accept=self.tr("Take back"),
            reject=self.tr("Leave it"),
            careful=True,
        )
        words.setParent(box)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.accepted.connect(partial(self._take_back, past))
        box.open()

    def _take_back(self, past: EarlierImport) -> None:
        if past.undo is not None:
            seq, now = past.undo.seq, self._workspace.now()
            self._workspace.do(lambda store: undoing.undo(store, now=now, seq=seq))

    def _save(self, past: EarlierImport) -> None:
        batch: ImportBatch = past.batch

        def files(reader: "Reader") -> tuple[rejected.RejectedFile, ...]:
            return rejected.of_batch(reader, batch)

        self._workspace.ask(files).then(self._saving.ask)
