"""Exporting people from the page: the dialog, the place of the file, and the writing behind it."""

import re
import unicodedata
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.domain import names
from app.domain.contact import Contact
from app.domain.errors import ExpectedError
from app.ui.background import Reply, Task
from app.ui.chosen_files import ask_where
from app.ui.look import text
from app.ui.look.theme import Theme
from app.ui.pages.people.export_dialog import ExportDialog, Whom
from app.ui.workspace import Workspace
from app.usecases import exporting
from app.usecases.exporting import ExportOutcome, Format

if TYPE_CHECKING:
    from app.store.reader import Reader

_LONGEST_NAME = 60
_UNFIT = re.compile(r"[^\w-]+")
_DEVICES = re.compile("(CON|PRN|AUX|NUL|COM[0-9]|LPT[0-9])", re.IGNORECASE)


def file_name(shown: str) -> str:
    """What of a name that a card gives may name a file on any system, without its ending; empty
    where nothing may. No separator, no dot, no sign that is not seen, no device of Windows.
    """
    name = _UNFIT.sub("_", shown[:_LONGEST_NAME]).strip("_-")
    return f"{name}_" if _DEVICES.fullmatch(unicodedata.normalize("NFKC", name)) else name


class Exporting(QObject):
    """Opens the dialog over the page and does what it asks for."""

    def __init__(self, workspace: Workspace, theme: Theme, over: QWidget) -> None:
        super().__init__(over)
        self._workspace = workspace
        self._theme = theme
        self._over = over
        self._dialog: ExportDialog | None = None
        self._under_way: Reply[ExportOutcome] | None = None

    # whom

    def person(self, contact: Contact) -> Whom:
        """One person, by name."""
        shown = names.shown(contact)
        name = file_name(shown) or self.tr("card", "file name")
        return Whom(text.single(shown), (contact.id,), name)

    def selected(self, ids: Sequence[str]) -> Whom:
        """The people who are selected."""
        return Whom(self.tr("Selected ({count})").format(count=len(ids)), tuple(ids), self._file())

    def listed(self, ids: Sequence[str]) -> Whom:
        """The people who are in the list as it is searched or filtered."""
        return Whom(self.tr("In the list ({count})").format(count=len(ids)), tuple(ids),
                    self._file())  # fmt: skip

    def everyone(self, count: int) -> Whom:
        """All but who lies in the bin."""
        return Whom(self.tr("Everyone ({count})").format(count=count), None, self._file())

    def _file(self) -> str:
        return self.tr("people", "file name")

    # writing

    def open(self, choices: Sequence[Whom]) -> ExportDialog:
        """Ask whom and in which form; the first choice is proposed."""
        dialog = self._dialog = ExportDialog(self._theme, self._over, choices)
        dialog.wanted.connect(self._ask_where)
        dialog.stopped.connect(self.stop)
        dialog.open()
        return dialog

    def _ask_where(self, whom: Whom, form: Format) -> None:
        csv = form is Format.CSV
        kinds = self.tr("CSV table (*.csv)") if csv else self.tr("vCard (*.vcf)")
        name = f"{whom.name}.csv" if csv else f"{whom.name}.vcf"
        over = self._shown() or self._over
        ask_where(over, self.tr("Export"), name, partial(self.write, whom, form), kinds)

    def write(self, whom: Whom, form: Format, path: str) -> None:
        """Write a file. The dialog of its place asked whether one that is there may go."""

        def work(reader: "Reader", task: Task) -> ExportOutcome:
            return exporting.export(
                reader,
                Path(path),
                form=form,
                contact_ids=whom.ids,
                replace=True,
                watch=task,
            )

        if dialog := self._shown():
            dialog.begin()
        reply = self._workspace.apart(work)
        reply.on_progress(self._tell).then(self._written, self._not_written)
        self._under_way = reply

    def stop(self) -> None:
        """Stop what is being written; nothing of it is kept."""
        if self._under_way is not None:
            self._under_way.cancel()
            self._under_way.let_go()
            self._under_way = None

    def _shown(self) -> ExportDialog | None:
        dialog = self._dialog
        return dialog if dialog is not None and shiboken6.isValid(dialog) else None

    def _tell(self, progress: tuple[int, int]) -> None:
        if dialog := self._shown():
            dialog.tell(progress)

    def _written(self, outcome: ExportOutcome) -> None:
        self._under_way = None
        if dialog := self._shown():
            dialog.done_with(outcome)

    def _not_written(self, error: ExpectedError) -> None:
        self._under_way = None
        if dialog := self._shown():
            dialog.fail(error)
        else:
            self._workspace.failed.emit(error)
