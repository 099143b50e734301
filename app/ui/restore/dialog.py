"""Asks what is to be brought back, opens it beside the data, and says what would happen."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.errors import ExpectedError
from app.store import errors
from app.store.folder import StoreFolder
from app.store.restorable import Kind, Restorable
from app.ui.background import Reply, Task
from app.ui.chosen_files import ChooseBackup
from app.ui.look.theme import Theme
from app.ui.plain import Label
from app.ui.restore.choices import Choices
from app.ui.restore.words import RestorableWords
from app.ui.way.dialog import WayDialog
from app.ui.widgets.button import Button
from app.ui.widgets.notice import ProgressBar
from app.ui.words.wording import Wording
from app.usecases.restoring import Wanted

if TYPE_CHECKING:
    from app.store.drill import Drilled
    from app.store.slots import Way

Run = Callable[[Callable[[Task], Any]], Reply[Any]]
"""Runs work away from the screen: `Background.run`, `Workspace.free`."""


class RestoreDialog(WayDialog):
    """Nothing is replaced here: `agreed` says what is wanted, to whoever may do it."""

    agreed = Signal(object)
    """A `Wanted`."""

    def __init__(
        self,
        run: Run,
        theme: Theme,
        folder: StoreFolder,
        today: date,
        parent: QWidget | None,
        *,
        second: Path | None = None,
        first: Path | None = None,
        replaces: bool = True,
        by_keyring: bool = False,
    ) -> None:
        """`first`: the one that is chosen to begin with. `replaces`: there is a store, or what is
        left of one. `by_keyring`: the keyring may open it, for nothing opens without it.
        """
        super().__init__(
            theme,
            parent,
            self.tr("Bring a backup back"),
            self.tr(
                "Choose one and type what opens it: the passphrase or the recovery key of its "
                "time. It is opened beside your data first; nothing is replaced yet."
            ),
            act=self.tr("Look into it"),
            busy=self.tr("Opening…"),
        )
        self._run = run
        self._folder = folder
        self._today = today
        self._first = first
        self._replaces = replaces
        self._by_keyring = by_keyring
        self._looking_at: Restorable | None = None
        self._way: Way = {}
        self._words = RestorableWords(theme, today)
        self.choices = Choices(theme, self._words)
        self.choices.chosen.connect(self._chose)
        self.none = Label(theme, self.tr("Looking for backups…"), color="ink2", wrap=True)
        self.other_file = Button(theme, self.tr("A file from elsewhere…"), kind="link")
        self.other_file.clicked.connect(self._ask_file)
        self.keyring = Button(theme, self.tr("Let the keyring open it"), kind="link")
        self.keyring.clicked.connect(lambda: self.open_by({}))
        self.keyring.hide()
        links = QHBoxLayout()
        links.addWidget(self.other_file)
        links.addStretch(1)
        links.addWidget(self.keyring)
        self.fields.insertWidget(0, self.choices)
        self.fields.insertWidget(1, self.none)
        self.fields.insertLayout(2, links)
        self.progress = ProgressBar(theme, name=self.tr("Opening…"))
        self.progress.hide()
        self.body.addWidget(self.progress)

        def look(_task: Task) -> tuple[Restorable, ...]:
            # Here, so that the screen starts without SQL.
            from app.store.found_backups import restorables  # noqa: PLC0415

            return restorables(folder, second)

        run(look).then(self._found)

    # which

    def _found(self, found: tuple[Restorable, ...]) -> None:
        self.choices.show_all(found)
        self.none.setText(self.tr("No backup lies here. Choose a file from elsewhere."))
        self.none.setVisible(not self.choices.rows)
        if self._first is not None:
            self.choices.choose(self._first)
        self.fit()

    def _ask_file(self) -> None:
        box = ChooseBackup(self, Path.home())
        box.fileSelected.connect(self.choose)
        box.open()

    def choose(self, path: str) -> None:
        """Take this file from elsewhere."""
        from app.store.found_backups import described  # noqa: PLC0415 - with the store

        one = described(Path(path), Kind.FILE)
        self.none.hide()
        if one.readable:
            self.choices.add_first(one)
        else:
            self._failed(errors.NotABackupError(one.path))
        self.fit()
        self.way.setFocus()

    def _chose(self) -> None:
        one = self.choices.value()
        self.trouble.hide()
        self.keyring.setVisible(self._by_keyring and one is not None and one.keyring)

    # looking into it

    def begin(self, way: "Way") -> Reply[Any] | None:
        """Open it beside the data."""
        one = self.choices.value()
        if one is None:
            self.other_file.setFocus()
            return None
        folder, path = self._folder, one.path
        self._looking_at, self._way = one, way

        def work(task: Task) -> "Drilled | None":
            # Here, so that the screen starts without SQL.
            from app.store.drill import drill  # noqa: PLC0415

            try:
                return drill(folder, path, stopped=task.cancelled, told=task.report, **way)
            except errors.BackupStoppedError:
                return None

        self.progress.setValue(0)
        return self._run(work).on_progress(self._went)

    def _went(self, part: float) -> None:
        self.progress.setVisible(self._running is not None)
        self.progress.setValue(round(part * 100))
        self.fit()

    def _failed(self, error: ExpectedError) -> None:
        self.progress.hide()
        super()._failed(error)

    def came(self, found: "Drilled | None") -> None:
        """Say what is in it and what would happen; None: it was given up."""
        self.progress.hide()
        one = self._looking_at
        if found is None or one is None:
            return
        lines = [
            self.tr("{when}: %n person(s).", "", found.people).format(when=self._words.when(one))
        ]
        if found.newest is not None:
            day = Wording(self.theme).day(found.newest, self._today)
            lines.append(self.tr("Newest change: {day}.").format(day=day))
        if self._replaces:
            kept = self.tr(
                "What is here now is kept whole, beside the backups in {path}, and can be brought "
                "back in the same way."
            )
            lines.append(kept.format(path=self._folder.backups))
        lines.append(self.tr("What opened it now opens your data from then on."))
        self.form.hide()
        self.trouble.hide()
        self.say(self.tr("It opens. Bring it back?"), "\n".join(lines))
        self.go_on.setText(self.tr("Bring it back"))
        self.go_on.clicked.disconnect(self.try_it)
        self.go_on.clicked.connect(self._agree)
        self.go_on.setFocus()
        self.fit()

    def _agree(self) -> None:
        one, way = self._looking_at, self._way
        if one is None:
            return
        self.accept()
        self.agreed.emit(Wanted(one.path, way))
