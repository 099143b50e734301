"""The scene of the first run: logo, greeting, three steps on a thread."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.domain.errors import ExpectedError
from app.store.vault import NewVault
from app.ui.background import Background
from app.ui.first_run import recovery
from app.ui.first_run.key_step import KeyStep
from app.ui.first_run.lock_step import LockDraft, LockStep
from app.ui.first_run.start_step import StartStep
from app.ui.look import focus
from app.ui.look.theme import Language, Theme
from app.ui.plain import Label
from app.ui.widgets.drop import dropped_files
from app.ui.widgets.marks import IconMark, Logo
from app.ui.widgets.notice import Notice
from app.ui.widgets.steps import StepThread
from app.ui.words.notices import Notices

LOCK, KEY, START = range(3)
WIDEST = 1040
NARROW_STEP = 480
LOW = 720
"""In a lower window (divided by the scale) the logo leaves its place to the step."""

Create = Callable[[str, bool], NewVault]
"""Make vault and store from a passphrase and the wish for a keyring; called off the UI thread."""


class FirstRun(QWidget):
    """Asks for a passphrase, makes the vault, shows the recovery key once, takes the first files.

    The vault is on disk before the key is shown: `made` tells it. From then on a crash loses
    nothing but the sight of the key.
    """

    language_chosen = Signal(str)
    """`ja` or `en`; the theme speaks it already."""
    made = Signal(object)
    """The NewVault: store and header are written."""
    recovery_settled = Signal(bool)
    """True: two groups of the key were typed back. False: the person waived that."""
    finished = Signal(object)
    """All is done; a list of files to import (perhaps empty)."""
    write_wanted = Signal()
    """All is done; the person wants to write one person by hand."""
    backup_wanted = Signal()
    """Nothing is to be made: there is a backup to bring back."""

    def __init__(
        self,
        background: Background,
        theme: Theme,
        create: Create,
        keyring_here: Callable[[], bool],
        parent: QWidget | None = None,
        *,
        trouble: ExpectedError | None = None,
    ) -> None:
        """`keyring_here` tells whether a trusted keyring answers; called off the UI thread.
        `trouble`: why what was wanted before did not work.
        """
        super().__init__(parent)
        self.setObjectName("page")
        self.setAcceptDrops(True)
        self._background = background
        self._theme = theme
        self._create = create
        self._draft = LockDraft()
        self._vault: NewVault | None = None
        self._asked: list[int] = []
        self._checking = False
        self._busy = False
        self._trouble = trouble
        self._now = LOCK
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._build()
        theme.measures_changed.connect(self._rebuild)
        background.run(lambda _task: keyring_here()).then(self._keyring_found)

    @property
    def step(self) -> int:
        """0, 1 or 2."""
        return self._now

    # building

    def _build(self) -> None:
        theme, px = self._theme, self._theme.px
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.viewport().setAutoFillBackground(False)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner = QWidget()
        inner.setMaximumWidth(px(WIDEST))
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, px(24), 0, px(24))
        column.setSpacing(0)
        middle = Qt.AlignmentFlag.AlignHCenter
        column.addStretch(38)
        self._logo = Logo(theme, width=124)
        column.addWidget(self._logo, 0, middle)
        column.addSpacing(px(20))
        hero = self.tr("Begin with the people who remember you")
        column.addWidget(Label(theme, hero, role="hero", align="center", wrap=True))
        said = self.tr("What counts is not how many cards you have, but who knows you.")
        column.addSpacing(px(6))
        column.addWidget(Label(theme, said, role="body", color="ink2", align="center", wrap=True))
        column.addSpacing(px(44))
        column.addLayout(self._steps())
        column.addSpacing(px(26))
        column.addLayout(self._promise())
        column.addStretch(62)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(px(24), 0, px(24), 0)
        row.addStretch(1)
        row.addWidget(inner, 1000)
        row.addStretch(1)
        self._area.setWidget(holder)
        holder.setAutoFillBackground(False)
        self._column.addWidget(self._area)
        self._show_step(self._now)

    def _steps(self) -> QVBoxLayout:
        theme, px = self._theme, self._theme.px
        key = self._vault.recovery_key if self._vault else ""
        self.lock = LockStep(theme, self._draft, locked=self._now > LOCK)
        self.key = KeyStep(
            theme, key, self._asked, checking=self._checking, settled=self._now > KEY
        )
        self.start = StartStep(theme)
        self._titles = [part.accessibleName() for part in (self.lock, self.key, self.start)]
        self._thread = StepThread(theme, self._titles)
        self.lock.language_chosen.connect(self._speak)
        self.lock.done.connect(self._make)
        self.lock.backup_wanted.connect(self.backup_wanted)
        self.key.check_wanted.connect(self._check)
        self.key.back_wanted.connect(self._see_again)
        self.key.settled.connect(self._settled)
        self.start.files_chosen.connect(self._files)
        self.start.write_wanted.connect(self.write_wanted)
        self.start.later_wanted.connect(self._later)
        self._messages = QVBoxLayout()
        self._cards = QHBoxLayout()
        self._cards.setSpacing(px(20))
        for part in (self.lock, self.key, self.start):
            part.setMinimumHeight(px(364))
            self._cards.addWidget(part, 1)
        steps = QVBoxLayout()
        steps.setSpacing(px(5))
        steps.addWidget(self._thread)
        steps.addLayout(self._messages)
        steps.addLayout(self._cards)
        self._show_trouble()
        return steps

    def _promise(self) -> QHBoxLayout:
        words = self.tr("Everything stays on this computer. Nothing is sent anywhere.")
        row = QHBoxLayout()
        row.setSpacing(self._theme.px(8))
        row.addStretch(1)
        row.addWidget(IconMark(self._theme, "shield"))
        row.addWidget(Label(self._theme, words, role="small", color="ink2"))
        row.addStretch(1)
        return row

    def _rebuild(self) -> None:
        """Language or sizes changed: the same step, with what was typed."""
        old = self._area
        self._column.removeWidget(old)
        old.hide()
        old.setParent(None)
        old.deleteLater()
        self._build()
        if self._busy:
            self.lock.set_busy(True)
        self._fit()

    def _show_step(self, now: int) -> None:
        self._now = now
        self._thread.set_step(now)
        for at, part in enumerate((self.lock, self.key, self.start)):
            part.set_turn(at == now)
        turn = (self.lock, self.key, self.start)[now]
        focus.lead(self, turn)
        self._fit()
        turn.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fit(self) -> None:
        """Three cards side by side, or only the one whose turn it is."""
        px, narrow = self._theme.px, self._theme.narrow(self.width())
        free = self.width() - 2 * px(24) - px(NARROW_STEP)
        side = max(0, free // 2) if narrow else 0
        self._cards.setContentsMargins(side, 0, side, 0)
        self._logo.setVisible(self.height() >= px(LOW))
        for at, part in enumerate((self.lock, self.key, self.start)):
            part.setVisible(not narrow or at == self._now)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    # step one

    def _keyring_found(self, here: bool) -> None:
        self._draft.keyring_here = here
        if self._now == LOCK:
            self.lock.tell_keyring(here)

    def _speak(self, language: str) -> None:
        chosen: Language = "ja" if language == "ja" else "en"
        self.language_chosen.emit(chosen)
        self._theme.set_language(chosen)

    def _make(self) -> None:
        if self._busy or self._vault is not None:
            return
        passphrase, keyring, create = self._draft.passphrase, self.lock.uses_keyring(), self._create
        self._busy = True
        self._trouble = None
        self._show_trouble()
        self.lock.set_busy(True)
        self._background.run(lambda _task: create(passphrase, keyring)).then(
            self._was_made, self._not_made
        )

    def _was_made(self, vault: NewVault) -> None:
        self._busy = False
        self._vault = vault
        self._trouble = vault.keyring_trouble
        self._draft = LockDraft(keyring_here=self._draft.keyring_here)
        self._asked = recovery.to_ask(len(recovery.groups(vault.recovery_key)))
        self.made.emit(vault)
        self._now = KEY
        self._rebuild()

    def _not_made(self, error: ExpectedError) -> None:
        self._busy = False
        self._trouble = error
        self.lock.set_busy(False)
        self._show_trouble()
        self.lock.field.setFocus()

    def _show_trouble(self) -> None:
        while (item := self._messages.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        if self._trouble is not None:
            notice = Notices(self).error(self._trouble)
            self._messages.addWidget(Notice(self._theme, notice.title, notice.words, icon="warn"))

    # step two

    def _check(self) -> None:
        self._checking = True
        self._rebuild()

    def _see_again(self) -> None:
        self._checking = False
        self._rebuild()

    def _settled(self, typed: bool) -> None:
        self._vault = None
        self._trouble = None
        self._checking = False
        self._now = START
        self.recovery_settled.emit(typed)
        self._rebuild()

    # step three

    def _files(self, paths: Sequence[str | Path]) -> None:
        self.finished.emit([Path(path) for path in paths])

    def _later(self) -> None:
        self.finished.emit([])

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._now == START and dropped_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files = dropped_files(event.mimeData())
        if self._now == START and files:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self._files(files)
