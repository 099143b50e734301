"""The page that is shown where the data does not open: what happened, what is kept, what to do."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.domain.errors import ExpectedError
from app.store import errors
from app.store.folder import StoreFolder
from app.store.restorable import Restorable
from app.ui import shortcuts
from app.ui.background import Background, Task
from app.ui.look import focus
from app.ui.look.theme import Theme
from app.ui.plain import Label
from app.ui.restore.dialog import RestoreDialog
from app.ui.restore.words import RestorableWords
from app.ui.widgets.box import Box
from app.ui.widgets.button import Button
from app.ui.widgets.marks import Logo
from app.ui.widgets.notice import Notice
from app.ui.words.notices import Notices

WIDTH = 560
DAMAGE = (
    errors.DatabaseMissingError,
    errors.DatabaseEmptyError,
    errors.HeaderMissingError,
    errors.HeaderDamagedError,
    errors.NotEncryptedError,
    errors.KeyDoesNotFitError,
    errors.DatabaseDamagedError,
    errors.OtherStoreError,
)
"""A backup is the way back."""
CLOSED = (
    errors.NewerStoreError,
    errors.OlderStoreError,
    errors.MovedAwayError,
    errors.NotOwnedError,
    errors.NoPermissionError,
    errors.StoreUnreadableError,
    errors.DiskFullError,
)
"""The data may be well; it is tried again first."""

Found = tuple[tuple[Restorable, ...], Restorable | None]
"""All there are, and the newest that was read whole."""


def is_for(error: ExpectedError) -> bool:
    """Whether this page has more to say of an error than the locked window."""
    return isinstance(error, DAMAGE + CLOSED)


class RecoveryPage(QWidget):
    """Writes nothing, and offers nothing that would lose what is there."""

    agreed = Signal(object)
    """A `Wanted`: bring it back."""
    again_wanted = Signal()
    quit_wanted = Signal()

    def __init__(
        self,
        background: Background,
        theme: Theme,
        folder: StoreFolder,
        error: ExpectedError,
        today: date,
        *,
        second: Path | None = None,
        trouble: ExpectedError | None = None,
    ) -> None:
        """`trouble`: why a backup that was wanted was not brought back."""
        super().__init__()
        self.setObjectName("page")
        self._background = background
        self._theme = theme
        self._folder = folder
        self._error = error
        self._today = today
        self._second = second
        self._trouble = trouble
        self._found: Found | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._build()
        theme.measures_changed.connect(self._rebuild)
        shortcuts.bind(self, {"Ctrl+Q": self.quit_wanted.emit})

        def look(task: Task) -> Found:
            # Here, so that the screen starts without SQL.
            from app.store.found_backups import newest_whole, restorables  # noqa: PLC0415

            found = restorables(folder, second)
            try:
                return found, newest_whole(found, task.cancelled)
            except errors.BackupStoppedError:
                return found, None

        background.run(look).then(self._looked)

    # building

    def _build(self) -> None:
        theme, px = self._theme, self._theme.px
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.viewport().setAutoFillBackground(False)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        notice = Notices(self).error(self._error)
        inner = QWidget()
        inner.setFixedWidth(px(WIDTH))
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, px(24), 0, px(24))
        column.setSpacing(px(10))
        column.addWidget(Logo(theme, width=120), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(px(18))
        self.heading = Label(theme, notice.title, role="title", wrap=True)
        self.words = Label(theme, notice.words, role="body", color="ink2", wrap=True)
        column.addWidget(self.heading)
        column.addWidget(self.words)
        if self._trouble is not None:
            told = Notices(self).error(self._trouble)
            column.addWidget(Notice(theme, told.title, told.words, icon="warn"))
        column.addSpacing(px(8))
        column.addWidget(self._backups())
        column.addSpacing(px(8))
        column.addLayout(self._ways())
        self._area.setWidget(self._middle(inner))
        self._column.addWidget(self._area)
        self.setAccessibleName(notice.title)
        self.setAccessibleDescription(notice.words)
        self._tell()

    def _middle(self, inner: QWidget) -> QWidget:
        holder = QWidget()
        holder.setAutoFillBackground(False)
        outer = QVBoxLayout(holder)
        outer.addStretch(2)
        centred = QHBoxLayout()
        centred.addStretch(1)
        centred.addWidget(inner)
        centred.addStretch(1)
        outer.addLayout(centred)
        outer.addStretch(3)
        return holder

    def _backups(self) -> Box:
        """The newest backup, and the way to others."""
        theme, px = self._theme, self._theme.px
        box = Box(theme, margins=(20, 16, 20, 16), spacing=10)
        self.newest = Label(theme, "", role="body-bold", wrap=True)
        self.about = Label(theme, "", color="ink2", wrap=True)
        self.restore = Button(theme, self.tr("Bring it back…"), kind="primary")
        self.restore.clicked.connect(self._restore_newest)
        self.another = Button(theme, self.tr("Choose another backup…"))
        self.another.clicked.connect(lambda: self.choose_backup())
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addWidget(self.restore)
        row.addWidget(self.another)
        row.addStretch(1)
        box.column.addWidget(self.newest)
        box.column.addWidget(self.about)
        box.column.addLayout(row)
        return box

    def _ways(self) -> QHBoxLayout:
        theme, px = self._theme, self._theme.px
        first = isinstance(self._error, CLOSED)
        self.again = Button(theme, self.tr("Try again"), kind="primary" if first else "plain")
        self.again.clicked.connect(self.again_wanted)
        show = Button(theme, self.tr("Show folder"), icon="out")
        show.clicked.connect(self._show_folder)
        leave = Button(theme, self.tr("Quit"), kind="ghost")
        leave.clicked.connect(self.quit_wanted)
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addWidget(self.again)
        row.addWidget(show)
        row.addStretch(1)
        row.addWidget(leave)
        focus.lead(self, self.again)
        return row

    def _rebuild(self) -> None:
        old = self._area
        self._column.removeWidget(old)
        old.hide()
        old.setParent(None)
        old.deleteLater()
        self._build()

    # what there is

    def _looked(self, found: Found) -> None:
        self._found = found
        self._tell()
        if self.hasFocus() or self.again.hasFocus():
            focus.led_to(self).setFocus()  # type: ignore[union-attr]  # _ways led it

    def _tell(self) -> None:
        newest = self._found[1] if self._found is not None else None
        self.restore.setVisible(newest is not None)
        if self._found is None:
            self.newest.setText(self.tr("Looking for backups…"))
            self.about.hide()
            return
        if newest is None:
            self.newest.setText(self.tr("No backup that is whole lies here"))
            self.about.setText(
                self.tr("One may lie on a stick, in a second place, or on another computer.")
            )
        else:
            words = RestorableWords(self._theme, self._today)
            title = self.tr("The newest backup: {when}")
            self.newest.setText(title.format(when=words.when(newest)))
            read = self.tr("Proven when it was made, and just read whole again.")
            about = self.tr("{what}. {read}").format(what=words.about(newest), read=read)
            self.about.setText(about)
        self.about.show()
        damaged = isinstance(self._error, DAMAGE)
        first = self.restore if newest is not None else self.another
        if damaged:
            focus.lead(self, first)
        else:
            self.restore.set_kind("plain")

    # what to do

    def _restore_newest(self) -> None:
        newest = self._found[1] if self._found is not None else None
        self.choose_backup(newest.path if newest is not None else None)

    def choose_backup(self, first: Path | None = None) -> None:
        """Ask which, and what opens it."""
        box = RestoreDialog(
            self._background.run, self._theme, self._folder, self._today, self,
            second=self._second, first=first, by_keyring=True,
        )  # fmt: skip
        box.agreed.connect(self.agreed)
        box.open()

    def _show_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder.path)))
