"""Where the cards of an import are from: asked on its last page, filled as far as can be told."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.domain.change import Change, Verb
from app.domain.imports import ImportBatch
from app.ui.look.theme import Theme
from app.ui.plain import Label
from app.ui.widgets.box import Box
from app.ui.widgets.button import Button
from app.ui.widgets.day_field import DayField
from app.ui.widgets.field import LineField
from app.ui.workspace import Workspace
from app.usecases import gathering_proposals, gatherings, undoing
from app.usecases.evenings import Evening, Of
from app.usecases.gathering_proposals import Proposal
from app.usecases.importing import JUST_MET_PROPOSED_UP_TO

if TYPE_CHECKING:
    from app.store.reader import Reader


class FromGathering(Box):
    """Asks for the name and day of a gathering, and leads to the notes; hidden where there is
    nobody to ask of.
    """

    notes_wanted = Signal(str)
    """The evening whose cards are to be written of, as text."""

    def __init__(self, workspace: Workspace, theme: Theme) -> None:
        super().__init__(theme, spacing=10)
        self._workspace = workspace
        self._batch: ImportBatch | None = None
        self._proposal: Proposal | None = None
        self._named: Change | None = None
        self._title = Label(theme, "", role="body-bold", wrap=True)
        self._words = Label(theme, "", color="ink2", wrap=True)
        self.name = LineField(theme, name=self.tr("Name of the gathering"), icon="gather")
        self.name.set_hint(self.tr("Name of the gathering"))
        today = workspace.now().today
        self.day = DayField(theme, today, name=self.tr("Day"), past=True)
        self.day.setFixedWidth(theme.px(160))
        self.keep = Button(theme, self.tr("Keep"), kind="second")
        self.notes = Button(theme, self.tr("Write notes on these cards"), icon="note")
        self._fields = QWidget()
        row = QHBoxLayout(self._fields)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addWidget(self.name, 1)
        row.addWidget(self.day)
        row.addWidget(self.keep)
        for part in (self._title, self._words, self._fields):
            self.column.addWidget(part)
        self.column.addWidget(self.notes, 0, Qt.AlignmentFlag.AlignLeft)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.keep.clicked.connect(self.save)
        self.notes.clicked.connect(self._write_notes)
        self.name.submitted.connect(lambda _words: self.save())
        self.day.submitted.connect(lambda _words: self.save())
        workspace.changed.connect(self._changed)
        self.hide()

    def ask_of(self, batch: ImportBatch | None) -> None:
        """Ask where the people of this import were met; an address book was met nowhere."""
        few = batch is not None and batch.cards <= JUST_MET_PROPOSED_UP_TO
        self._batch = batch if few else None
        self._ask()

    def _write_notes(self) -> None:
        if self._batch is not None:
            self.notes_wanted.emit(str(Evening(Of.IMPORT, self._batch.id)))

    def take_back(self) -> None:
        """Take the naming back, before the import itself is."""
        named, self._named = self._named, None
        if named is not None and named.seq is not None:
            seq, now = named.seq, self._workspace.now()
            self._workspace.do(lambda store: undoing.undo(store, now=now, seq=seq))

    def _ask(self) -> None:
        batch = self._batch
        if batch is None:
            self.hide()
            return
        day = self._workspace.now().today

        def propose(reader: "Reader") -> Proposal | None:
            return gathering_proposals.of_import(reader, batch.id, day)

        self._workspace.ask(propose).then(self._propose)

    def _propose(self, proposal: Proposal | None) -> None:
        self._proposal = proposal
        if proposal is None:
            self.setVisible(self._named is not None)
            return
        count = len(proposal.contact_ids)
        self._title.setText(self.tr("Are these %n card(s) from a gathering?", "", count))
        self._words.setText(self.tr("Then name it: its people stay together, in this order."))
        self._words.show()
        self.name.set_text(proposal.gathering.name)
        self.day.set_day(proposal.gathering.on)
        self._fields.show()
        self.show()

    def save(self) -> None:
        """The people bear the name and the day."""
        proposal, on = self._proposal, self.day.day()
        if proposal is None:
            return
        self.name.set_error("" if self.name.text().strip() else self.tr("A name, please"))
        self.day.set_error("" if on is not None else self.tr("A day like 2026-10-15 or 10/15"))
        if on is None or not self.name.text().strip():
            (self.name if on is not None else self.day).setFocus()
            return
        found = proposal.gathering
        same = (self.name.text().strip(), on) == (found.name, found.on)
        wanted = found if same else replace(found, id="", name=self.name.text(), on=on, uid=None)
        now = self._workspace.now()
        self._workspace.do(
            lambda store: gatherings.receive(store, wanted, proposal.contact_ids, now=now)
        ).then(self._kept)

    def _kept(self, change: Change) -> None:
        self._named = change
        self._title.setText(self.tr("Kept: they were met at {name}").format(name=self.name.text()))
        self._words.hide()
        self._fields.hide()
        self._proposal = None

    def _changed(self, change: Change) -> None:
        if self._named is not None and change.undone and change.seq == self._named.seq:
            self._named = None
        if self._batch is not None and change.verb is Verb.GATHER and change.undone:
            self._ask()
