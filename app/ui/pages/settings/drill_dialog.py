"""The drill: a backup opened with what the person types, counted, and its copy thrown away."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.errors import ExpectedError
from app.store import errors
from app.store.folder import StoreFolder
from app.ui import plain
from app.ui.chosen_files import ChooseBackup
from app.ui.look.theme import Theme
from app.ui.plain import Label
from app.ui.widgets.button import Button
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.field import LineField
from app.ui.widgets.notice import Notice
from app.ui.words.notices import Notices
from app.ui.words.wording import Wording
from app.ui.workspace import Reply, Task, Workspace

if TYPE_CHECKING:
    from app.store.drill import Drilled


class DrillDialog(Dialog):
    """Which backup, and the passphrase or the recovery key; then what was found in it."""

    def __init__(
        self, workspace: Workspace, theme: Theme, folder: Path, parent: QWidget | None
    ) -> None:
        super().__init__(theme, parent, "")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._workspace = workspace
        self._folder = folder
        self._path: Path | None = None
        self._recovery = False
        self._running: Reply[Drilled | None] | None = None
        self._form = QWidget()
        self._fields = QVBoxLayout(self._form)
        self._fields.setContentsMargins(0, 0, 0, 0)
        self._fields.setSpacing(theme.px(10))
        self._which = Label(theme, self.tr("The newest backup"), elide=True)
        self._choose = Button(theme, self.tr("Choose another…"), kind="link")
        self._choose.clicked.connect(self._ask_which)
        row = QHBoxLayout()
        row.addWidget(self._which, 1)
        row.addWidget(self._choose)
        self._fields.addLayout(row)
        self.field = self._make_field()
        self._fields.addWidget(self.field)
        self._other = Button(theme, self.tr("Use the recovery key"), kind="link")
        self._other.clicked.connect(self._change_way)
        way = QHBoxLayout()
        way.addWidget(self._other)
        way.addStretch(1)
        self._fields.addLayout(way)
        self.trouble = Notice(theme, " ", " ", icon="warn")
        self.trouble.hide()
        self.body.addSpacing(theme.px(8))
        self.body.addWidget(self._form)
        self.body.addWidget(self.trouble)
        self.cancel = self.add_button(self.tr("Cancel"), kind="ghost")
        self.cancel.clicked.connect(self.reject)
        self.go_on = self.add_button(self.tr("Try it out"), kind="primary")
        self.go_on.setDefault(True)
        self.go_on.clicked.connect(self._try)
        self._say(
            self.tr("Does your backup work?"),
            self.tr(
                "It is opened beside your data with what you type here, and the copy is thrown "
                "away afterwards. Nothing is changed."
            ),
        )
        self.field.setFocus()

    def _make_field(self) -> LineField:
        recovery = self._recovery
        name = self.tr("Recovery key") if recovery else self.tr("Passphrase")
        icon = "key" if recovery else "lock"
        field = LineField(
            self.theme, name=name, hint=name, icon=icon, height=44, secret=not recovery
        )
        if recovery:
            field.edit.setFont(self.theme.font("mono"))
        field.edit.setMaxLength(4096)
        field.submitted.connect(self._try)
        field.changed.connect(self._typed)
        return field

    def _change_way(self) -> None:
        self._recovery = not self._recovery
        old, self.field = self.field, self._make_field()
        self._fields.replaceWidget(old, self.field)
        old.hide()
        old.deleteLater()
        words = self.tr("Use the passphrase") if self._recovery else self.tr("Use the recovery key")
        self._other.setText(words)
        self._fit()
        self.field.setFocus()

    def _ask_which(self) -> None:
        box = ChooseBackup(self, self._folder / "backups")
        box.fileSelected.connect(self.choose)
        box.open()

    def choose(self, path: str) -> None:
        """Try this file."""
        self._path = Path(path)
        self._which.setText(self._path.name)
        self.trouble.hide()
        self._fit()
        self.field.setFocus()

    def _typed(self, _text: str) -> None:
        self.field.set_error("")

    # trying

    def _try(self) -> None:
        typed = self.field.text()
        if self._running is not None or not typed:
            self.field.setFocus()
            return
        folder, path = StoreFolder(self._folder), self._path
        way = {"recovery_key" if self._recovery else "passphrase": typed}

        def work(task: Task) -> "Drilled | None":
            # Here, so that the screen starts without SQL.
            from app.store.drill import drill  # noqa: PLC0415

            try:
                return drill(folder, path, stopped=task.cancelled, **way)
            except errors.BackupStoppedError:
                return None

        self.trouble.hide()
        self._set_busy(on=True)
        self._running = self._workspace.free(work).then(self._tried, self._failed)

    def _set_busy(self, *, on: bool) -> None:
        self._form.setEnabled(not on)
        self.go_on.set_busy(self.tr("Opening…") if on else "")
        if on:
            self.cancel.setFocus()
        self._fit()

    def _tried(self, found: "Drilled | None") -> None:
        self._running = None
        if found is None:
            return
        self.field.edit.clear()
        self._form.hide()
        self.cancel.hide()
        self._set_busy(on=False)
        words, today = Wording(self.theme), self._workspace.now().today
        at = found.made.strftime("%H:%M")
        lines = [
            self.tr("Made: {day}, {time}.").format(
                day=words.day(found.made.date(), today), time=at
            ),
            self.tr("%n person(s) in it.", "", found.people),
        ]
        if found.newest is not None:
            day = words.day(found.newest, today)
            lines.append(self.tr("Newest change: {day}.").format(day=day))
        lines.append(self.tr("The copy is gone again; your data is as it was."))
        self._say(self.tr("This backup works"), "\n".join(lines))
        self.go_on.setText(self.tr("Close"))
        self.go_on.clicked.disconnect(self._try)
        self.go_on.clicked.connect(self.accept)
        self.go_on.setFocus()
        self._fit()

    def _failed(self, error: ExpectedError) -> None:
        self._running = None
        self._set_busy(on=False)
        notice = Notices(self).error(error)
        about_the_field = (
            errors.WrongPassphraseError,
            errors.WrongRecoveryKeyError,
            errors.RecoveryKeyTypoError,
            errors.NoPassphraseSlotError,
        )
        if isinstance(error, about_the_field):
            self.field.set_error(f"{notice.title}. {notice.words}".strip())
        else:
            self.trouble.title.setText(notice.title)
            self.trouble.words.setText(notice.words)
            self.trouble.setVisible(True)
        self._fit()
        self.field.setFocus()
        self.field.edit.selectAll()

    # saying

    def _say(self, title: str, words: str) -> None:
        self.heading.setText(title)
        self.setWindowTitle(plain.window_title(title))
        self.words.setText(words)
        self.words.show()
        self.setAccessibleDescription(words)

    def _fit(self) -> None:
        self._outer.activate()
        if self.isVisible():
            self.resize(self.sizeHint())

    def reject(self) -> None:
        """Esc: what is under way stops first; its copy goes with it."""
        if self._running is not None:
            self._running.cancel()
        super().reject()
